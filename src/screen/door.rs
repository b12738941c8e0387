//! Who is here?

use super::{Action, Ctx, Screen};
use crate::domain::{PersonId, Words};
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Refused((&'static str, &'static str)),
}

/// What only the door asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Open with this person's passphrase: their rooms, or for both only the shared one.
    Unlock {
        person: PersonId,
        passphrase: Words,
        both: bool,
    },
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
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
