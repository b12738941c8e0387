//! One's own name, passphrase and recovery words, changed by the one who is here alone.

use super::session::{Once, open_door, secret};
use super::shown;
use super::{App, Message as AppMessage, notices};
use crate::domain::{Household, PersonId, Words};
use crate::screen::{Here, settings};
use crate::store::{Keys, SaveError, Store, UnlockError};
use iced::Task;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Message {
    Renamed(Result<Household, SaveError>),
    Changed(Result<Once<Keys>, Refused>),
    RecoveryMade(Result<(), Refused>),
}

/// Why nothing was changed.
#[derive(Debug, Clone)]
pub enum Refused {
    Shut(UnlockError),
    NotSaved(SaveError),
}

impl From<UnlockError> for Refused {
    fn from(error: UnlockError) -> Self {
        Self::Shut(error)
    }
}

impl From<SaveError> for Refused {
    fn from(error: SaveError) -> Self {
        Self::NotSaved(error)
    }
}

impl App {
    pub(super) fn mine(&mut self, message: Message) -> Task<AppMessage> {
        use settings::State as Page;
        let answer = match message {
            Message::Renamed(Ok(household)) => {
                self.world.household = household;
                Page::renamed()
            }
            Message::Renamed(Err(error)) => {
                self.failed(&error);
                return Task::none();
            }
            Message::Changed(Ok(keys)) => {
                let Some(keys) = keys.take() else {
                    return Task::none();
                };
                self.take_up(keys);
                // What the door of a made-up household says is no longer true of both.
                self.world.made_up = None;
                // The old backups went with the old keys.
                return Task::batch([self.back_up(), self.tell_settings(Page::changed())]);
            }
            Message::RecoveryMade(Ok(())) => Page::made(),
            Message::Changed(Err(refused)) | Message::RecoveryMade(Err(refused)) => {
                let (title, remedy) = match &refused {
                    Refused::Shut(UnlockError::WrongPassphrase) => {
                        return self.tell_settings(Page::refused());
                    }
                    Refused::Shut(error) => notices::unlock(error),
                    Refused::NotSaved(error) => notices::save(error),
                };
                Page::failed(title, remedy)
            }
        };
        self.tell_settings(answer)
    }

    fn tell_settings(&mut self, message: settings::Message) -> Task<AppMessage> {
        self.screen(shown::Message::Settings(message))
    }

    /// Goes on with new keys to the rooms that are open; nothing, where they were shut meanwhile.
    fn take_up(&mut self, keys: Keys) {
        let Some(open) = &mut self.world.open else {
            return;
        };
        if open.here != Here::One(keys.person) {
            return;
        }
        let writer = Arc::new(keys.write_only());
        open.writers.insert(keys.person, writer);
        open.founding = Arc::new(keys.shared_keys());
        open.own_keys = Some(Arc::new(keys.private));
    }

    fn alone(&self) -> Option<PersonId> {
        self.world.ctx().me()
    }

    /// Nobody else's name: only the one who is here alone, and theirs.
    pub(super) fn rename(&mut self, name: Words) -> Task<AppMessage> {
        let (Some(me), Some(worker)) = (self.alone(), self.worker().cloned()) else {
            return Task::none();
        };
        worker.ask(
            move |store| {
                store.rename_person(me, name)?;
                Ok(store.household().household().cloned().unwrap_or_default())
            },
            |result| AppMessage::Mine(Message::Renamed(result)),
        )
    }

    pub(super) fn change_passphrase(&mut self, current: Words, new: Words) -> Task<AppMessage> {
        let (Some(me), Some(worker)) = (self.alone(), self.worker().cloned()) else {
            return Task::none();
        };
        let change = move |store: &mut Store| -> Result<Once<Keys>, Refused> {
            let keys = open_door(store, me, &current)?;
            Ok(Once::new(store.change_passphrase(&keys, &secret(&new))?))
        };
        worker.ask(change, |result| AppMessage::Mine(Message::Changed(result)))
    }

    pub(super) fn make_recovery(&mut self, current: Words, words: Words) -> Task<AppMessage> {
        let (Some(me), Some(worker)) = (self.alone(), self.worker().cloned()) else {
            return Task::none();
        };
        let make = move |store: &mut Store| -> Result<(), Refused> {
            let keys = open_door(store, me, &current)?;
            Ok(store.set_recovery(&keys, &secret(&words))?)
        };
        worker.ask(make, |result| {
            AppMessage::Mine(Message::RecoveryMade(result))
        })
    }
}
