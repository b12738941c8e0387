//! Stay, pause or leave: a private look at the signs and at each of the three, with the same weight for each.

use super::{Action, Ctx, Never, Screen};
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {}
    }

    fn view<'a>(&'a self, _ctx: &Ctx<'a>) -> Element<'a, Message> {
        ui::blank()
    }
}
