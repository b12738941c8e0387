//! Passing the laptop: nothing private stays on the screen, and whoever takes it shows with their passphrase who they are.

use super::session::{Once, open_door};
use super::shown::{self, Shown};
use super::{App, Message as AppMessage, focus, notices};
use crate::domain::PersonId;
use crate::screen::{Action, Entry, Screen as _, check_in, guide, hand_over, setup};
use crate::store::{UnlockError, WriteKeys};
use iced::Task;
use std::sync::Arc;

/// The laptop is being passed on, and what happens when it has arrived.
#[derive(Debug)]
pub(super) struct HandingOver {
    pub(super) screen: hand_over::State,
    to: PersonId,
    then: Then,
}

#[derive(Debug)]
pub(super) enum Then {
    /// The screen goes on as this person.
    GoOn,
    /// These were written by this person and wait for their passphrase.
    Save(Vec<Entry>),
}

/// What is needed to write for a person came out of their passphrase, or did not.
#[derive(Debug, Clone)]
pub struct Proved {
    person: PersonId,
    result: Result<Once<WriteKeys>, UnlockError>,
}

impl App {
    pub(super) fn proved(&mut self, Proved { person, result }: Proved) -> Task<AppMessage> {
        match result.map(Once::take) {
            Ok(Some(keys)) => {
                if let Some(open) = &mut self.world.open {
                    open.writers.insert(person, Arc::new(keys));
                    open.proved.insert(person);
                }
                // The laptop may have been kept, and be on its way to somebody else by now.
                match &self.over {
                    Some(over) if over.to == person => self.arrived(),
                    _ => Task::none(),
                }
            }
            Ok(None) => Task::none(),
            Err(error) => self.hand_over(hand_over::Message::Refused(notices::unlock(&error))),
        }
    }

    pub(super) fn hand_to(&mut self, person: PersonId, then: Then) -> Task<AppMessage> {
        let ctx = self.world.ctx();
        let joined = ctx
            .household
            .person(person)
            .is_some_and(|person| person.joined);
        let needs_passphrase = joined && !ctx.proved.contains(&person);
        let purpose = match then {
            Then::GoOn => hand_over::Purpose::Page,
            Then::Save(_) => hand_over::Purpose::Sign,
        };
        let screen = hand_over::State::new(&ctx, person, needs_passphrase, purpose);
        self.over = Some(HandingOver {
            screen,
            to: person,
            then,
        });
        if needs_passphrase {
            focus::second()
        } else {
            Task::none()
        }
    }

    pub(super) fn hand_over(&mut self, message: hand_over::Message) -> Task<AppMessage> {
        let Some(over) = &mut self.over else {
            return Task::none();
        };
        let person = over.to;
        match over.screen.update(message, &self.world.ctx()) {
            Action::None | Action::Save(_) | Action::Go(_) => Task::none(),
            Action::Run(task) => task.map(AppMessage::HandOver),
            Action::LeaveQuickly => self.leave(),
            Action::Ask(hand_over::Intent::Arrived) => self.arrived(),
            Action::Ask(hand_over::Intent::NotNow) => self.lock(),
            Action::Ask(hand_over::Intent::Back) => self.keep_the_laptop(),
            Action::Ask(hand_over::Intent::Prove(passphrase)) => {
                let Some(worker) = self.worker().cloned() else {
                    return Task::none();
                };
                worker.ask(
                    // The identity is dropped here: only what is needed to write goes further.
                    move |store| {
                        open_door(store, person, &passphrase)
                            .map(|keys| Once::new(keys.write_only()))
                    },
                    move |result| AppMessage::Proved(Proved { person, result }),
                )
            }
        }
    }

    /// The laptop stays where it is: back to the page, on which nothing of anybody stands that is not for both. Only while
    /// setting up is there no such page.
    pub(super) fn keep_the_laptop(&mut self) -> Task<AppMessage> {
        if matches!(self.shown, Shown::Setup(_)) {
            return Task::none();
        }
        match self.over.take().map(|over| over.then) {
            Some(Then::Save(_)) => self.tell(Shown::not_saved),
            Some(Then::GoOn) | None => Task::none(),
        }
    }

    fn arrived(&mut self) -> Task<AppMessage> {
        let Some(over) = self.over.take() else {
            return Task::none();
        };
        match over.then {
            Then::Save(entries) => self.save(entries),
            Then::GoOn => {
                let message = match &self.shown {
                    Shown::Guide(_) => shown::Message::Guide(guide::Message::Handed(over.to)),
                    Shown::CheckIn(_) => {
                        shown::Message::CheckIn(check_in::Message::Handed(over.to))
                    }
                    Shown::Setup(_) => shown::Message::Setup(setup::Message::Handed(over.to)),
                    _ => return Task::none(),
                };
                self.screen(message)
            }
        }
    }
}
