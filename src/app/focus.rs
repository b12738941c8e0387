//! Where the keyboard is: one step with Tab, into a dialog when one opens, and back to where it was when it closes.

use super::Message as AppMessage;
use crate::ui::access::nav;
use iced::Task;

#[derive(Debug, Clone)]
pub enum Message {
    /// What had the focus when a dialog was about to take it.
    Was(Option<u64>),
}

/// The control to give the focus back to.
#[derive(Debug, Default)]
pub struct Memory {
    before: Option<u64>,
}

impl Memory {
    pub(super) fn update(&mut self, message: Message) -> Task<AppMessage> {
        let Message::Was(node) = message;
        self.before = node;
        nav::enter()
    }

    /// Compares whether a dialog was and is open.
    pub(super) fn after(&mut self, before: bool, now: bool) -> Task<AppMessage> {
        match (before, now) {
            (false, true) => nav::focused().map(|node| AppMessage::Focus(Message::Was(node))),
            (true, false) => match self.before.take() {
                Some(node) => nav::back_to(node),
                None => Task::none(),
            },
            _ => Task::none(),
        }
    }
}

pub(super) fn step(forward: bool) -> Task<AppMessage> {
    nav::step(forward)
}

/// The control after the way out, which stands first on every page of its own: a stray Enter must not leave.
pub(super) fn second() -> Task<AppMessage> {
    nav::first().chain(nav::step(true))
}
