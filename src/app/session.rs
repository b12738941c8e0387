//! Who is here: unlocking, locking, leaving; and the settings, for the lock goes by them.

use super::shown::Shown;
use super::worker::after;
use super::world::{Open, World};
use super::{App, Message as AppMessage, mending, notices};
use crate::domain::{PersonId, Room, Words};
use crate::screen::{Place, Saving, door, setup};
use crate::store::{Keys, LoadedRoom, Passphrase, SaveError, Store, UnlockError};
use iced::Task;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Hands something that cannot be cloned through a message that must be.
#[derive(Debug)]
pub struct Once<T>(Arc<Mutex<Option<T>>>);

impl<T> Clone for Once<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Once<T> {
    pub(super) fn new(value: T) -> Self {
        Self(Arc::new(Mutex::new(Some(value))))
    }

    pub(super) fn take(self) -> Option<T> {
        self.0.lock().ok().and_then(|mut value| value.take())
    }
}

/// The rooms that a passphrase opened.
#[derive(Debug)]
pub struct Unlocked {
    keys: Keys,
    own: Option<LoadedRoom>,
    shared: LoadedRoom,
}

#[derive(Debug, Clone)]
pub enum Message {
    Unlocked {
        both: bool,
        result: Result<Once<Unlocked>, UnlockError>,
    },
    SettingsKept(Result<(), SaveError>),
}

impl App {
    pub(super) fn session(&mut self, message: Message) -> Task<AppMessage> {
        match message {
            Message::Unlocked { both, result } => match result.map(Once::take) {
                Ok(Some(unlocked)) => self.opened(unlocked, both),
                Ok(None) => Task::none(),
                Err(error) => self.screen(super::shown::Message::Door(door::Message::Refused(
                    notices::unlock(&error),
                ))),
            },
            Message::SettingsKept(Ok(())) => Task::none(),
            Message::SettingsKept(Err(error)) => {
                self.failed(&error);
                Task::none()
            }
        }
    }

    pub(super) fn unlock(
        &mut self,
        person: PersonId,
        passphrase: Words,
        both: bool,
    ) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        worker.ask(
            move |store| open_rooms(store, person, &passphrase, both).map(Once::new),
            move |result| AppMessage::Session(Message::Unlocked { both, result }),
        )
    }

    fn opened(&mut self, unlocked: Unlocked, both: bool) -> Task<AppMessage> {
        let Unlocked { keys, own, shared } = unlocked;
        let mut open = if both {
            Open::together(keys)
        } else {
            Open::alone(keys)
        };
        let person = open.opener;
        let mut take = |room: Room, loaded: LoadedRoom| {
            if let Some(trouble) = mending::trouble_of(&loaded) {
                open.read_only.insert(room, trouble);
            }
            open.drafts.insert(room, loaded.drafts);
            loaded.records
        };
        let shared = take(Room::Shared, shared);
        let own = own
            .map(|own| take(Room::Private(person), own))
            .unwrap_or_default();
        open.shared = shared;
        open.own = own;
        self.world.open = Some(open);
        self.world.saving = Saving::Idle;
        self.last_activity = self.world.now;
        Task::batch([self.go(Place::Home), self.arm_lock(), self.back_up()])
    }

    pub(super) fn back_up(&self) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let today = self.world.now.date_naive();
        // A backup that could not be made is tried again at the next unlocking; `doctor` tells of it.
        worker
            .ask(move |store| drop(store.backup_if_due(today)), |()| ())
            .discard()
    }

    pub(super) fn change_settings(
        &mut self,
        settings: crate::domain::Settings,
    ) -> Task<AppMessage> {
        self.world.settings = settings.clone();
        self.world.retheme();
        // A shorter delay must not wait for the timer of the longer one.
        self.lock_armed = false;
        let arm = self.arm_lock();
        let Some(worker) = self.worker().cloned() else {
            return arm;
        };
        let keep = worker.ask(
            move |store| store.save_settings(&settings),
            |result| AppMessage::Session(Message::SettingsKept(result)),
        );
        Task::batch([arm, keep])
    }

    /// Shuts every room and goes to the door. What is being typed is sealed first, with keys the job carries itself.
    pub(super) fn lock(&mut self) -> Task<AppMessage> {
        let seal = self.seal_drafts_now();
        self.shut();
        self.shown = threshold(&self.world);
        self.place = Place::Home;
        seal
    }

    fn shut(&mut self) {
        self.over = None;
        self.behind = None;
        self.library = None;
        self.menu_open = false;
        self.world.open = None;
        self.world.founding = None;
        self.world.saving = Saving::Idle;
        self.world.drafts = BTreeMap::new();
        self.keeping = Default::default();
        self.page = Default::default();
    }

    /// Blank at once; then the draft is sealed, everything is shut, and the window closes.
    pub(super) fn leave(&mut self) -> Task<AppMessage> {
        self.leaving = true;
        let seal = self.seal_drafts_now();
        self.shut();
        self.shown = threshold(&self.world);
        let Some(worker) = self.worker().cloned() else {
            return Task::done(AppMessage::Left);
        };
        // The store works in order: when this is answered, the drafts are on disk.
        let last = worker.ask(|_| (), |()| AppMessage::Left);
        Task::batch([seal.discard(), last])
    }

    pub(super) fn arm_lock(&mut self) -> Task<AppMessage> {
        if std::mem::replace(&mut self.lock_armed, true) {
            return Task::none();
        }
        after(self.world.settings.lock.duration(), AppMessage::LockDue)
    }

    /// How long nobody may still do nothing. By the clock on the wall: a laptop that slept was idle all the while.
    pub(super) fn until_lock(&self) -> Duration {
        let idle = self.world.now.signed_duration_since(self.last_activity);
        let idle = idle.to_std().unwrap_or_default();
        self.world.settings.lock.duration().saturating_sub(idle)
    }

    /// The timer slept for the whole delay; it sleeps on for what is left where somebody did something meanwhile.
    pub(super) fn lock_if_idle(&mut self) -> Task<AppMessage> {
        self.lock_armed = false;
        if self.world.open.is_none() {
            return Task::none();
        }
        let left = self.until_lock();
        if left.is_zero() {
            return self.lock();
        }
        self.lock_armed = true;
        after(left, AppMessage::LockDue)
    }
}

/// What stands before the rooms while none is open: the door, or setting up where nobody has a room yet.
pub(super) fn threshold(world: &World) -> Shown {
    let ctx = world.ctx();
    match ctx.household.joined().next() {
        Some(_) => Shown::Door(door::State::new(&ctx)),
        None => Shown::Setup(setup::State::new(&ctx)),
    }
}

fn open_rooms(
    store: &mut Store,
    person: PersonId,
    passphrase: &Words,
    both: bool,
) -> Result<Unlocked, UnlockError> {
    let keys = open_door(store, person, passphrase)?;
    let shared = store.load(&keys.shared)?;
    let own = if both {
        None
    } else {
        Some(store.load(&keys.private)?)
    };
    Ok(Unlocked { keys, own, shared })
}

/// With the passphrase, or with the recovery words where the person made some.
pub(super) fn open_door(
    store: &Store,
    person: PersonId,
    said: &Words,
) -> Result<Keys, UnlockError> {
    match store.unlock(person, &secret(said)) {
        Err(UnlockError::WrongPassphrase) if store.has_recovery(person) => {
            // Copied from paper: capital letters and spaces are forgiven.
            let tidy: Vec<String> = said.split_whitespace().map(str::to_lowercase).collect();
            store.unlock_with_recovery(person, &Passphrase::from(tidy.join(" ")))
        }
        unlocked => unlocked,
    }
}

pub(super) fn secret(passphrase: &Words) -> Passphrase {
    Passphrase::from(passphrase.as_str())
}
