//! A guide, page by page.

use super::{Action, Ctx, Screen};
use crate::domain::PersonId;
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Handed(PersonId),
    Saved,
    NotSaved,
}

/// What only a guide asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// The next page is this person's: pass the laptop, then send `Handed`.
    HandTo(PersonId),
}

impl State {
    pub fn new(_ctx: &Ctx<'_>, _id: &str) -> Option<Self> {
        Some(Self)
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
