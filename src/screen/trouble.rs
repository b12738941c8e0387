//! The app cannot go on, and says why.

use super::{Action, Ctx, Screen};
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Nothing,
}

/// What only this page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Close,
}

impl State {
    pub fn new(_notice: (String, String, String)) -> Self {
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
