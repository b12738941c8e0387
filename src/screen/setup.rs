//! Two people, or one, make this theirs.
//!
//! The names are written together. Everything after them is answered by one person alone, after the laptop was passed to them, and what
//! they answered or typed is gone before it is passed on.

mod frame;
mod names;
mod own;

use super::threshold::first_of;
use super::{Action, Ctx, Place, Screen};
use crate::domain::{Part, PersonId, Words};
use crate::text::setup as say;
use crate::ui::access::nav;
use crate::ui::controls::primary;
use crate::ui::text::{lead, tone};
use crate::ui::{self, Element, column};
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
    /// The app shows the hand-over.
    Passing,
    Own(Box<Own>),
    Closing,
}

#[derive(Debug, Clone)]
pub enum Message {
    Names(names::Message),
    Own(own::Message),
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
        // Names that were kept while nobody has joined are from a try that was cut short. The keys of that try are gone, so
        // it begins again, with the names filled in.
        Self {
            page: Page::Names(Names::of(ctx.household)),
            alone: false,
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
            Action::Run(first_of(frame::PAGE))
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
            own::Next::Turned => Action::Run(first_of(frame::PAGE)),
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
        self.failed = None;
        // Replaces all that this person chose and typed before anyone else sits down.
        let page = std::mem::replace(&mut self.page, Page::Passing);
        let alone = matches!(&page, Page::Own(own) if own.alone);
        drop(page);
        if alone || self.joining {
            self.page = Page::Closing;
            return Action::Run(first_of(frame::PAGE));
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
            Message::Founded => {
                self.busy = false;
                self.hand_on(ctx, None)
            }
            Message::Handed(person) => {
                self.page = Page::Own(Box::new(Own::new(person)));
                Action::Run(first_of(frame::PAGE))
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
            // The hand-over is laid over this; there is nothing behind it.
            Page::Passing => return ui::blank(),
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
        .forward(primary(say::closing::BEGIN).on_press(Message::Done))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::testing::{JON, MAYA};
    use crate::screen::Here;
    use crate::screen::testing::Sitting;

    fn with<T>(scene: impl FnOnce(&Ctx<'_>) -> T) -> T {
        let mut sitting = Sitting::of(Here::Nobody);
        sitting.proved.clear();
        for person in &mut sitting.household.people {
            person.joined = false;
        }
        scene(&sitting.ctx())
    }

    /// The page between two people has no room in it for what the first one typed.
    #[test]
    fn what_maya_typed_is_dropped_before_jon_is_asked_to_sit_down() {
        with(|ctx| {
            let mut state = State::new(ctx);
            let _ = state.update(Message::Handed(MAYA), ctx);
            let typed = crate::screen::phrase::Message::Typed(
                "unzip clover marbling duckbill stoneware".into(),
            );
            let _ = state.update(Message::Own(own::Message::Phrase(typed)), ctx);
            assert!(matches!(&state.page, Page::Own(own) if own.holds_words()));
            let action = state.update(Message::Joined(MAYA), ctx);
            assert!(matches!(action, Action::Ask(Intent::HandTo(JON))));
            assert!(matches!(state.page, Page::Passing));
            let _ = state.update(Message::Handed(JON), ctx);
            assert!(matches!(&state.page, Page::Own(own) if !own.holds_words()));
        });
    }

    #[test]
    fn the_answers_are_gone_the_moment_the_page_is_left_either_way() {
        with(|ctx| {
            for leave in [own::Message::Continue, own::Message::Back] {
                let mut own = Own::new(MAYA);
                for message in [
                    own::Message::Part(Part::WasHurt),
                    own::Message::Continue,
                    own::Message::Answered(0, own::Answer::Yes),
                    own::Message::Answered(3, own::Answer::No),
                ] {
                    own.update(message, ctx);
                }
                assert!(own.holds_answers());
                own.update(leave, ctx);
                assert!(!own.holds_answers());
            }
        });
    }
}
