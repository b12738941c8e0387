//! Two people, or one, make this theirs.
//!
//! The names are written together. Everything after them is answered by one person alone, after the laptop was passed to them, and what
//! they answered or typed is gone before it is passed on.

mod frame;
mod names;
mod own;
mod phrase;

use super::{Action, Ctx, Place, Screen};
use crate::domain::{Part, PersonId, Words};
use crate::text::{common, setup as say};
use crate::ui::access::nav;
use crate::ui::controls::primary;
use crate::ui::text::{lead, tone};
use crate::ui::{Element, Task, column};
use frame::Sheet;
use names::Names;
use own::Own;

#[derive(Debug)]
pub struct State {
    page: Page,
    /// One person sets up, and no second one is named.
    alone: bool,
    /// The household is there already, and only this one person joins.
    joining: bool,
    /// The app is founding the household or making a key.
    busy: bool,
    /// Title, then what to do.
    failed: Option<(String, String)>,
}

#[derive(Debug)]
enum Page {
    Names(Names),
    /// The names were kept, and nobody has joined yet: the app was closed in between.
    Again,
    /// The app shows the hand-over.
    Passing,
    Own(Box<Own>),
    Closing,
}

#[derive(Debug, Clone)]
pub enum Message {
    Names(names::Message),
    Own(own::Message),
    GoOn,
    Done,
    LeaveQuickly,
    Founded,
    /// Title, then what to do.
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
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let people = &ctx.household.people;
        let page = if people.is_empty() {
            Page::Names(Names::default())
        } else {
            Page::Again
        };
        Self {
            page,
            alone: people.len() == 1,
            joining: false,
            busy: false,
            failed: None,
        }
    }

    /// A second person joins a household that is there already.
    pub fn joining(_ctx: &Ctx<'_>, person: PersonId) -> Self {
        Self {
            page: Page::Own(Box::new(Own::new(person))),
            alone: false,
            joining: true,
            busy: false,
            failed: None,
        }
    }

    /// Passes the laptop to the next one who has no key yet; `just_now` has joined, whether or not the household says so already.
    fn hand_on(&mut self, ctx: &Ctx<'_>, just_now: Option<PersonId>) -> Action<Message, Intent> {
        let mut waiting = ctx.household.people.iter().filter(|p| !p.joined);
        if let Some(next) = waiting.find(|p| Some(p.id) != just_now) {
            self.page = Page::Passing;
            Action::Ask(Intent::HandTo(next.id))
        } else {
            self.page = Page::Closing;
            Action::Run(first_of_page())
        }
    }

    fn names(&mut self, message: names::Message) -> Action<Message, Intent> {
        let Page::Names(names) = &mut self.page else {
            return Action::None;
        };
        match names.update(message) {
            names::Next::Stay => Action::None,
            names::Next::Focus(id) => Action::Run(nav::to(id)),
            names::Next::Begin(chosen) => {
                self.alone = chosen.len() == 1;
                self.busy = true;
                self.failed = None;
                Action::Ask(Intent::Begin { names: chosen })
            }
        }
    }

    fn own(&mut self, message: own::Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let Page::Own(own) = &mut self.page else {
            return Action::None;
        };
        match own.update(message, ctx) {
            own::Next::Stay => Action::None,
            own::Next::Focus(id) => Action::Run(nav::to(id)),
            own::Next::Turned => Action::Run(first_of_page()),
            own::Next::Help => Action::Go(Place::Help),
            own::Next::Join { part, passphrase } => {
                let (person, alone) = (own.person, own.alone || self.alone);
                self.busy = true;
                self.failed = None;
                Action::Ask(Intent::Join {
                    person,
                    part,
                    passphrase,
                    alone,
                })
            }
        }
    }

    fn joined(&mut self, person: PersonId, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        self.busy = false;
        // Replaces all that this person chose and typed before anyone else sits down.
        let page = std::mem::replace(&mut self.page, Page::Passing);
        let alone = matches!(&page, Page::Own(own) if own.alone);
        drop(page);
        if alone || self.joining {
            self.page = Page::Closing;
            return Action::Run(first_of_page());
        }
        self.hand_on(ctx, Some(person))
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::LeaveQuickly => Action::LeaveQuickly,
            // What is typed stays as it is until the app has answered.
            Message::Names(_) | Message::Own(_) if self.busy => Action::None,
            Message::Names(message) => self.names(message),
            Message::Own(message) => self.own(message, ctx),
            Message::GoOn | Message::Founded => {
                self.busy = false;
                self.hand_on(ctx, None)
            }
            Message::Handed(person) => {
                self.page = Page::Own(Box::new(Own::new(person)));
                Action::Run(first_of_page())
            }
            Message::Joined(person) => self.joined(person, ctx),
            Message::Failed(title, to_do) => {
                self.busy = false;
                self.failed = Some((title, to_do));
                Action::None
            }
            Message::Done => Action::Ask(Intent::Done),
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let mut sheet = match &self.page {
            Page::Names(names) => names.view(ctx, self.busy).map(Message::Names),
            Page::Again => Sheet::new(
                say::again::TITLE,
                column![lead(say::again::LEAD).style(tone::soft)],
            )
            .forward(primary(common::CONTINUE).on_press(Message::GoOn)),
            Page::Passing => Sheet::new("", column![]),
            Page::Own(own) => own.view(ctx, self.alone, self.busy).map(Message::Own),
            Page::Closing => closing(ctx),
        };
        sheet.failed = self.failed.clone();
        let one = self.alone || matches!(&self.page, Page::Names(names) if names.alone);
        sheet.motto = if one {
            say::ONE_PERSON
        } else {
            say::TWO_PEOPLE
        };
        frame::view(ctx, sheet, Message::LeaveQuickly)
    }

    fn escape(&self) -> Option<Message> {
        match &self.page {
            Page::Own(own) => own.back().map(Message::Own),
            _ => None,
        }
    }
}

fn closing<'a>(ctx: &Ctx<'a>) -> Sheet<'a, Message> {
    let waiting = ctx.household.people.iter().find(|p| !p.joined);
    let several = ctx.household.joined().nth(1).is_some();
    let mut words = column![lead(if several {
        say::closing::BOTH
    } else {
        say::closing::ONE
    })];
    if let Some(other) = waiting {
        words = words.push(lead(say::closing::later(&other.name)).style(tone::soft));
    }
    Sheet::new(say::closing::TITLE, words)
        .forward(primary(say::closing::TO_THE_DOOR).on_press(Message::Done))
}

/// The first control after the button that leaves, which a stray Enter must not press.
fn first_of_page() -> Task<Message> {
    nav::first().chain(nav::step(true))
}
