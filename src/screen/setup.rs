//! Two people, or one, make this theirs.

use super::{Action, Ctx, Screen};
use crate::domain::{Part, PersonId, Words};
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Founded,
    Failed(String, String),
    Handed(PersonId),
    Joined(PersonId),
}

/// What only setting up asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Begin {
        names: Vec<Words>,
    },
    HandTo(PersonId),
    Join {
        person: PersonId,
        part: Part,
        passphrase: Words,
        alone: bool,
    },
    Done,
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self
    }

    /// A second person joins a household that is there already.
    pub fn joining(_ctx: &Ctx<'_>, _person: PersonId) -> Self {
        Self
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, _message: Message, _ctx: &Ctx<'_>) -> Action<Message, Intent> {
        Action::None
    }

    fn view<'a>(&'a self, _ctx: &Ctx<'a>) -> Element<'a, Message> {
        ui::blank()
    }
}
