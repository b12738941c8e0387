//! The library: everything there is to do and to read, by need, by kind and by search.

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
