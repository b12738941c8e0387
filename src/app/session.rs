//! Who is here: setting up, unlocking, passing the laptop on, locking, leaving.

use super::shown::Shown;
use super::worker::after;
use super::world::Open;
use super::{App, HandingOver, Message as AppMessage, Then, notices};
use crate::domain::record::PartTaken;
use crate::domain::{Household, Kind, Part, PersonId, RecordId, Room, Words};
use crate::screen::{
    Action, Entry, Here, Place, RoomTrouble, Saving, door, guide, hand_over, setup,
};
use crate::store::{
    Fault, Keys, LoadedRoom, Passphrase, SaveError, SharedKeys, Store, UnlockError, WriteKeys,
};
use iced::Task;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Hands something that cannot be cloned through a message that must be.
#[derive(Debug)]
pub struct Once<T>(Arc<Mutex<Option<T>>>);

impl<T> Clone for Once<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Once<T> {
    fn new(value: T) -> Self {
        Self(Arc::new(Mutex::new(Some(value))))
    }

    fn take(self) -> Option<T> {
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
    Founded(Result<Once<(Household, SharedKeys)>, SaveError>),
    Joined {
        person: PersonId,
        part: Part,
        alone: bool,
        result: Result<Once<(Household, Keys)>, SaveError>,
    },
    Proved {
        person: PersonId,
        result: Result<Once<WriteKeys>, UnlockError>,
    },
    SettingsKept(Result<(), SaveError>),
    Recovered {
        room: Room,
        result: Result<Once<LoadedRoom>, SaveError>,
    },
    Deleted {
        id: RecordId,
        result: Result<(), SaveError>,
    },
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
            Message::Founded(Ok(founded)) => match founded.take() {
                Some((household, keys)) => {
                    self.world.household = household;
                    self.world.founding = Some(Arc::new(keys));
                    self.screen(super::shown::Message::Setup(setup::Message::Founded))
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
            Message::Proved { person, result } => match result.map(Once::take) {
                Ok(Some(keys)) => {
                    if let Some(open) = &mut self.world.open {
                        open.writers.insert(person, Arc::new(keys));
                        open.proved.insert(person);
                    }
                    self.arrived()
                }
                Ok(None) => Task::none(),
                Err(error) => {
                    let refused = hand_over::Message::Refused(notices::unlock(&error));
                    self.hand_over(refused)
                }
            },
            Message::Recovered {
                room,
                result: Ok(loaded),
            } => {
                let Some(loaded) = loaded.take() else {
                    return Task::none();
                };
                self.recovered(room, loaded)
            }
            Message::Deleted { id, result: Ok(()) } => {
                if let Some(open) = &mut self.world.open {
                    open.own
                        .retain(|record| record.id != id && record.amends != Some(id));
                }
                self.tell(Shown::saved)
            }
            Message::SettingsKept(Ok(())) => Task::none(),
            Message::Recovered {
                result: Err(error), ..
            }
            | Message::Deleted {
                result: Err(error), ..
            }
            | Message::SettingsKept(Err(error)) => {
                let (title, remedy) = notices::save(&error);
                self.world.saving = Saving::Failed(title.to_owned(), remedy.to_owned());
                Task::none()
            }
        }
    }

    fn setup_failed(&mut self, (title, remedy): (&str, &str)) -> Task<AppMessage> {
        self.screen(super::shown::Message::Setup(setup::Message::Failed(
            title.to_owned(),
            remedy.to_owned(),
        )))
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
            if let Some(trouble) = trouble_of(&loaded) {
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
        self.last_activity = Instant::now();
        Task::batch([self.go(Place::Home), self.arm_lock(), self.back_up()])
    }

    /// Goes on with what stands in for the damaged files of every open room.
    pub(super) fn go_on_with_copy(&mut self) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let Some(open) = &self.world.open else {
            return Task::none();
        };
        let keys = [Some(Arc::clone(&open.shared_keys)), open.own_keys.clone()];
        let keys = keys
            .into_iter()
            .flatten()
            .filter(|keys| open.read_only.get(&keys.room()) == Some(&RoomTrouble::Restored));
        Task::batch(keys.map(|keys| {
            let room = keys.room();
            worker.ask(
                move |store| store.accept_recovery(&keys).map(Once::new),
                move |result| AppMessage::Session(Message::Recovered { room, result }),
            )
        }))
    }

    fn recovered(&mut self, room: Room, loaded: LoadedRoom) -> Task<AppMessage> {
        let Some(open) = &mut self.world.open else {
            return Task::none();
        };
        open.read_only.remove(&room);
        match room {
            Room::Shared => open.shared = loaded.records,
            Room::Private(_) => open.own = loaded.records,
        }
        self.try_again()
    }

    /// Removes a private record for good.
    pub(super) fn delete(&mut self, id: RecordId) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let Some(open) = &self.world.open else {
            return Task::none();
        };
        let Some(keys) = open.own_keys.clone() else {
            return Task::none();
        };
        // What it once amended goes with it.
        let mut ids = vec![id];
        ids.extend(
            open.own
                .iter()
                .filter(|record| record.amends == Some(id))
                .map(|record| record.id),
        );
        worker.ask(
            move |store| store.delete(&keys, &ids),
            move |result| AppMessage::Session(Message::Deleted { id, result }),
        )
    }

    fn back_up(&self) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let today = self.world.now.date_naive();
        // A backup that could not be made is tried again at the next unlocking; `doctor` tells of it.
        worker
            .ask(move |store| drop(store.backup_if_due(today)), |()| ())
            .discard()
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
            |result| AppMessage::Session(Message::Founded(result)),
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
            return Task::none();
        };
        worker.ask(
            move |store| {
                let keys = store.join(&founding, person, &secret(&passphrase))?;
                Ok(Once::new((household(store), keys)))
            },
            move |result| {
                AppMessage::Session(Message::Joined {
                    person,
                    part,
                    alone,
                    result,
                })
            },
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
                self.last_activity = Instant::now();
            }
        }
        let save = self.save(vec![part]);
        let tell = self.screen(super::shown::Message::Setup(setup::Message::Joined(person)));
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

    pub(super) fn hand_to(&mut self, person: PersonId, then: Then) -> Task<AppMessage> {
        let ctx = self.world.ctx();
        let joined = ctx
            .household
            .person(person)
            .is_some_and(|person| person.joined);
        let needs_passphrase = joined && !ctx.proved.contains(&person);
        let screen = hand_over::State::new(&ctx, person, needs_passphrase);
        self.over = Some(HandingOver {
            screen,
            to: person,
            then,
        });
        Task::none()
    }

    pub(super) fn hand_over(&mut self, message: hand_over::Message) -> Task<AppMessage> {
        let Some(over) = &mut self.over else {
            return Task::none();
        };
        use crate::screen::Screen as _;
        let person = over.to;
        match over.screen.update(message, &self.world.ctx()) {
            Action::None | Action::Save(_) | Action::Go(_) => Task::none(),
            Action::Run(task) => task.map(AppMessage::HandOver),
            Action::LeaveQuickly => self.leave(),
            Action::Ask(hand_over::Intent::Arrived) => self.arrived(),
            Action::Ask(hand_over::Intent::NotNow) => self.lock(),
            Action::Ask(hand_over::Intent::Prove(passphrase)) => {
                let Some(worker) = self.worker().cloned() else {
                    return Task::none();
                };
                worker.ask(
                    // The identity is dropped here: only what is needed to write goes further.
                    move |store| {
                        store
                            .unlock(person, &secret(&passphrase))
                            .map(|keys| Once::new(keys.write_only()))
                    },
                    move |result| AppMessage::Session(Message::Proved { person, result }),
                )
            }
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
                    Shown::Guide(_) => {
                        super::shown::Message::Guide(guide::Message::Handed(over.to))
                    }
                    Shown::Setup(_) => {
                        super::shown::Message::Setup(setup::Message::Handed(over.to))
                    }
                    _ => return Task::none(),
                };
                self.screen(message)
            }
        }
    }

    pub(super) fn change_settings(
        &mut self,
        settings: crate::domain::Settings,
    ) -> Task<AppMessage> {
        self.world.settings = settings.clone();
        self.world.retheme();
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        worker.ask(
            move |store| store.save_settings(&settings),
            |result| AppMessage::Session(Message::SettingsKept(result)),
        )
    }

    /// Shuts every room and goes to the door. What is being typed is sealed first, with keys the job carries itself.
    pub(super) fn lock(&mut self) -> Task<AppMessage> {
        let seal = self.seal_drafts_now();
        self.shut();
        self.shown = Shown::Door(door::State::new(&self.world.ctx()));
        self.place = Place::Home;
        seal
    }

    fn shut(&mut self) {
        self.over = None;
        self.behind = None;
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
        self.shown = Shown::Door(door::State::new(&self.world.ctx()));
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

    /// The timer slept for the whole delay; it sleeps on for what is left where somebody did something meanwhile.
    pub(super) fn lock_if_idle(&mut self) -> Task<AppMessage> {
        self.lock_armed = false;
        if self.world.open.is_none() {
            return Task::none();
        }
        let left = self
            .world
            .settings
            .lock
            .duration()
            .saturating_sub(self.last_activity.elapsed());
        if left.is_zero() {
            return self.lock();
        }
        self.lock_armed = true;
        after(left, AppMessage::LockDue)
    }
}

fn open_rooms(
    store: &mut Store,
    person: PersonId,
    passphrase: &Words,
    both: bool,
) -> Result<Unlocked, UnlockError> {
    let keys = store.unlock(person, &secret(passphrase))?;
    let shared = store.load(&keys.shared)?;
    let own = if both {
        None
    } else {
        Some(store.load(&keys.private)?)
    };
    Ok(Unlocked { keys, own, shared })
}

fn trouble_of(loaded: &LoadedRoom) -> Option<RoomTrouble> {
    let too_new = loaded
        .problems
        .iter()
        .any(|problem| problem.fault == Fault::TooNew);
    loaded.read_only.then_some(if too_new {
        RoomTrouble::TooNew
    } else {
        RoomTrouble::Restored
    })
}

fn secret(passphrase: &Words) -> Passphrase {
    Passphrase::from(passphrase.as_str())
}

fn household(store: &Store) -> Household {
    store.household().household().cloned().unwrap_or_default()
}
