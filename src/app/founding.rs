//! Setting up: two names, then each person alone; or a second person later.

use super::passing::Then;
use super::session::{Once, secret};
use super::shown::{self, Shown};
use super::world::Open;
use super::{App, Message as AppMessage, notices};
use crate::domain::record::PartTaken;
use crate::domain::{Household, Kind, Part, PersonId, Room, Words};
use crate::screen::{Entry, Here, Place, setup};
use crate::store::{Keys, SaveError, SharedKeys, Store};
use crate::text::notices::SETUP_INTERRUPTED;
use iced::Task;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Message {
    Founded(Result<Once<(Household, SharedKeys)>, SaveError>),
    Joined {
        person: PersonId,
        part: Part,
        alone: bool,
        result: Result<Once<(Household, Keys)>, SaveError>,
    },
    Invited(Result<(PersonId, Household), SaveError>),
}

impl App {
    pub(super) fn founding(&mut self, message: Message) -> Task<AppMessage> {
        match message {
            Message::Founded(Ok(founded)) => match founded.take() {
                Some((household, keys)) => {
                    self.world.household = household;
                    self.world.founding = Some(Arc::new(keys));
                    self.screen(shown::Message::Setup(setup::Message::Founded))
                }
                None => Task::none(),
            },
            Message::Founded(Err(error)) => self.setup_failed(notices::save(&error)),
            Message::Joined {
                person,
                part,
                alone,
                result,
            } => match result.map(Once::take) {
                Ok(Some((household, keys))) => self.joined(household, keys, person, part, alone),
                Ok(None) => Task::none(),
                Err(error) => self.setup_failed(notices::save(&error)),
            },
            Message::Invited(Ok((person, household))) => {
                self.world.household = household;
                self.let_join(person)
            }
            Message::Invited(Err(error)) => {
                self.failed(&error);
                Task::none()
            }
        }
    }

    fn setup_failed(&mut self, (title, remedy): (&str, &str)) -> Task<AppMessage> {
        self.screen(shown::Message::Setup(setup::Message::Failed(
            title.to_owned(),
            remedy.to_owned(),
        )))
    }

    pub(super) fn found(&mut self, names: Vec<Words>) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        worker.ask(
            move |store| {
                let keys = store.create_household(&names)?;
                Ok(Once::new((household(store), keys)))
            },
            |result| AppMessage::Founding(Message::Founded(result)),
        )
    }

    pub(super) fn join(
        &mut self,
        person: PersonId,
        part: Part,
        passphrase: Words,
        alone: bool,
    ) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let Some(founding) = self.world.founding.clone() else {
            return self.setup_failed(SETUP_INTERRUPTED);
        };
        worker.ask(
            move |store| {
                let keys = store.join(&founding, person, &secret(&passphrase))?;
                Ok(Once::new((household(store), keys)))
            },
            move |result| {
                AppMessage::Founding(Message::Joined {
                    person,
                    part,
                    alone,
                    result,
                })
            },
        )
    }

    /// Makes a place for a second person in a household that one began alone; then that person joins.
    pub(super) fn invite(&mut self, name: Words) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        worker.ask(
            move |store| {
                store
                    .add_person(name)
                    .map(|person| (person, household(store)))
            },
            |result| AppMessage::Founding(Message::Invited(result)),
        )
    }

    fn joined(
        &mut self,
        household: Household,
        keys: Keys,
        person: PersonId,
        part: Part,
        alone: bool,
    ) -> Task<AppMessage> {
        self.world.household = household;
        let part = Entry::new(
            Room::Shared,
            person,
            Kind::Part(PartTaken {
                part,
                more: Default::default(),
            }),
        );
        match &mut self.world.open {
            // The second of two: the first's sitting goes on, and both are here.
            Some(open) => {
                open.writers.insert(person, Arc::new(keys.write_only()));
                open.proved.insert(person);
            }
            None => {
                self.world.open = Some(if alone {
                    Open::alone(keys)
                } else {
                    Open::together(keys)
                });
                self.last_activity = self.world.now;
            }
        }
        let save = self.save(vec![part]);
        let tell = self.screen(shown::Message::Setup(setup::Message::Joined(person)));
        Task::batch([save, tell, self.arm_lock()])
    }

    pub(super) fn finish_setup(&mut self) -> Task<AppMessage> {
        self.world.founding = None;
        self.go(Place::Home)
    }

    /// A second person joins later, brought in by the one whose room is open.
    pub(super) fn let_join(&mut self, person: PersonId) -> Task<AppMessage> {
        let Some(open) = &mut self.world.open else {
            return Task::none();
        };
        self.world.founding = Some(Arc::clone(&open.founding));
        // The laptop is about to be passed on: the private room is shut first.
        open.own_keys = None;
        open.own.clear();
        open.drafts.retain(|room, _| *room == Room::Shared);
        open.here = Here::Both;
        self.world.refresh_drafts();
        self.shown = Shown::Setup(setup::State::joining(&self.world.ctx(), person));
        self.hand_to(person, Then::GoOn)
    }
}

fn household(store: &Store) -> Household {
    store.household().household().cloned().unwrap_or_default()
}
