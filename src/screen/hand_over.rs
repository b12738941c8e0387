//! The laptop is passed on.

use super::{Action, Ctx, Screen};
use crate::domain::{PersonId, Words};
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Refused((&'static str, &'static str)),
}

/// What only passing the laptop asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Arrived,
    Prove(Words),
    NotNow,
}

impl State {
    pub fn new(_ctx: &Ctx<'_>, _to: PersonId, _needs_passphrase: bool) -> Self {
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
