//! Keeping what people wrote: records when a screen says so, drafts within two seconds of the last keystroke.

use super::passing::Then;
use super::worker::after;
use super::{App, Message as AppMessage, notices};
use crate::domain::{Record, Room, Words};
use crate::screen::{Entry, Here, Saving};
use crate::store::{RoomKeys, SaveError, Store, WriteKeys};
use iced::Task;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long after a keystroke the draft is sealed; the promise is two seconds.
const DRAFT_DELAY: Duration = Duration::from_millis(1500);
const RETRY_DELAY: Duration = Duration::from_secs(5);

type Batch = BTreeMap<Room, Vec<Record>>;

#[derive(Debug, Clone)]
pub enum Message {
    Saved {
        batch: Batch,
        result: Result<(), SaveError>,
    },
    DraftsDue,
    DraftsSealed {
        drafts: BTreeSet<(Room, String)>,
        result: Result<(), SaveError>,
    },
    RetryDue,
}

/// What waits to be kept.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// Drafts that changed since they were last sealed.
    dirty: BTreeSet<(Room, String)>,
    drafts_armed: bool,
    typed: bool,
    /// What could not be saved yet; the screen still shows the words.
    waiting: Batch,
}

/// The key with which a room can be written here.
#[derive(Debug, Clone)]
enum Pen {
    Open(Arc<RoomKeys>),
    /// Into the inbox; what is written cannot be read again until its owner opens the room.
    WriteOnly(Arc<WriteKeys>),
}

impl App {
    /// Keeps entries; first asks for the passphrase of whoever has not shown at this sitting that they are here.
    pub(super) fn save(&mut self, entries: Vec<Entry>) -> Task<AppMessage> {
        let Some(open) = &self.world.open else {
            return Task::none();
        };
        let absent = entries
            .iter()
            .map(|entry| entry.by)
            .find(|by| !open.proved.contains(by));
        match (absent, open.here) {
            (Some(person), Here::Both) => self.hand_to(person, Then::Save(entries)),
            // Nobody writes for somebody else.
            (Some(_), Here::One(_) | Here::Nobody) => Task::none(),
            (None, _) => {
                self.keeping.give_way(&entries);
                let batch = self.world.records(entries, random_bits);
                self.store(batch)
            }
        }
    }

    fn store(&mut self, fresh: Batch) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        // What still waits is saved with it, so that nothing is passed over; the same thing pressed again is one thing.
        let mut batch = std::mem::take(&mut self.keeping.waiting);
        for (room, records) in fresh {
            let all = batch.entry(room).or_default();
            all.retain(|old| !records.iter().any(|new| says_the_same(old, new)));
            all.extend(records);
        }
        let pens: Vec<(Pen, Vec<Record>)> = batch
            .iter()
            .filter_map(|(room, records)| Some((self.pen(*room)?, records.clone())))
            .collect();
        self.world.saving = Saving::Busy;
        worker.ask(
            move |store| {
                pens.into_iter()
                    .try_for_each(|(pen, records)| write(store, &pen, records))
            },
            move |result| AppMessage::Keep(Message::Saved { batch, result }),
        )
    }

    fn pen(&self, room: Room) -> Option<Pen> {
        let open = self.world.open.as_ref()?;
        match (room, open.here) {
            (Room::Shared, _) => Some(Pen::Open(Arc::clone(&open.shared_keys))),
            (Room::Private(owner), Here::One(person)) if owner == person => {
                open.own_keys.clone().map(Pen::Open)
            }
            (Room::Private(owner), Here::Both) => {
                open.writers.get(&owner).cloned().map(Pen::WriteOnly)
            }
            (Room::Private(_), _) => None,
        }
    }

    pub(super) fn kept(&mut self, message: Message) -> Task<AppMessage> {
        match message {
            Message::Saved {
                batch,
                result: Ok(()),
            } => {
                for (room, records) in &batch {
                    self.world.add(*room, records);
                    self.strike_out(*room);
                }
                self.world.saving = Saving::Saved(self.world.now);
                self.tell(|shown| shown.saved())
            }
            Message::Saved {
                batch,
                result: Err(error),
            } => {
                self.keeping.waiting = batch;
                self.failed(&error);
                let tell = self.tell(|shown| shown.not_saved());
                Task::batch([
                    tell,
                    after(RETRY_DELAY, AppMessage::Keep(Message::RetryDue)),
                ])
            }
            Message::RetryDue => self.try_again(),
            Message::DraftsDue => {
                self.keeping.drafts_armed = false;
                self.seal_drafts_now()
            }
            Message::DraftsSealed { result: Ok(()), .. } => {
                // What could not be sealed before is sealed now.
                if self.keeping.waiting.is_empty()
                    && matches!(self.world.saving, Saving::Failed(..))
                {
                    self.world.saving = Saving::Idle;
                }
                Task::none()
            }
            Message::DraftsSealed {
                drafts,
                result: Err(error),
            } => {
                self.keeping.dirty.extend(drafts);
                self.failed(&error);
                self.arm_drafts()
            }
        }
    }

    /// The page was saved: what was sealed of it while it was typed goes. What was sealed of other pages is kept nowhere else.
    fn strike_out(&mut self, room: Room) {
        let Some(open) = &self.world.open else {
            return;
        };
        let page = self.shown.drafts().into_iter();
        let saved = page.map(|draft| (draft.room, draft.key));
        let gone = saved.filter(|draft| draft.0 == room && open.sealed.contains(draft));
        self.keeping.dirty.extend(gone);
    }

    pub(super) fn failed(&mut self, error: &SaveError) {
        let (title, remedy) = notices::save(error);
        self.world.saving = Saving::Failed(title.to_owned(), remedy.to_owned());
    }

    pub(super) fn tell(
        &mut self,
        message: impl Fn(&super::Shown) -> Option<super::shown::Message>,
    ) -> Task<AppMessage> {
        match message(&self.shown) {
            Some(message) => self.screen(message),
            None => Task::none(),
        }
    }

    pub(super) fn try_again(&mut self) -> Task<AppMessage> {
        if self.keeping.waiting.is_empty() {
            self.seal_drafts_now()
        } else {
            self.store(Batch::new())
        }
    }

    /// Looks at what is being typed after every message; arms one timer, whatever the speed of typing.
    pub(super) fn watch_drafts(&mut self) -> Task<AppMessage> {
        let drafts = self.shown.drafts();
        let changed = self.world.take_drafts(drafts);
        self.keeping.typed = !changed.is_empty();
        self.keeping.dirty.extend(changed);
        if self.keeping.dirty.is_empty() {
            Task::none()
        } else {
            self.arm_drafts()
        }
    }

    fn arm_drafts(&mut self) -> Task<AppMessage> {
        if std::mem::replace(&mut self.keeping.drafts_armed, true) {
            return Task::none();
        }
        after(DRAFT_DELAY, AppMessage::Keep(Message::DraftsDue))
    }

    /// Seals every changed draft without waiting for the timer.
    pub(super) fn seal_drafts_now(&mut self) -> Task<AppMessage> {
        let drafts = std::mem::take(&mut self.keeping.dirty);
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let Some(open) = &self.world.open else {
            return Task::none();
        };
        let mut sealed = BTreeSet::new();
        let mut sheets = Vec::new();
        for room in drafts
            .iter()
            .map(|(room, _)| *room)
            .collect::<BTreeSet<_>>()
        {
            let Some(pen) = self.pen(room) else { continue };
            let kept = open.drafts.get(&room).cloned().unwrap_or_default();
            let sheet = match pen {
                Pen::Open(_) => kept,
                // An inbox takes each draft by itself; a blank one is struck out.
                Pen::WriteOnly(_) => {
                    let mine = drafts.iter().filter(|(of, _)| *of == room);
                    mine.map(|(_, key)| (key.clone(), kept.get(key).cloned().unwrap_or_default()))
                        .collect()
                }
            };
            if matches!(pen, Pen::WriteOnly(_)) {
                sealed.extend(sheet.keys().map(|key| (room, key.clone())));
            }
            sheets.push((pen, sheet));
        }
        if let Some(open) = &mut self.world.open {
            open.sealed.append(&mut sealed);
        }
        if sheets.is_empty() {
            return Task::none();
        }
        worker.ask(
            move |store| {
                sheets
                    .into_iter()
                    .try_for_each(|(pen, sheet)| write_drafts(store, &pen, &sheet))
            },
            move |result| AppMessage::Keep(Message::DraftsSealed { drafts, result }),
        )
    }
}

impl Keeping {
    /// Whether the last message was somebody typing.
    pub(super) fn typed(&self) -> bool {
        self.typed
    }

    /// What waits of a page that was changed since is not kept beside it.
    fn give_way(&mut self, entries: &[Entry]) {
        for entry in entries.iter().filter(|entry| entry.again) {
            let kind = discriminant(&entry.what);
            if let Some(waiting) = self.waiting.get_mut(&entry.room) {
                waiting.retain(|old| (old.by, discriminant(&old.what)) != (entry.by, kind));
            }
        }
    }
}

fn write(store: &Store, pen: &Pen, records: Vec<Record>) -> Result<(), SaveError> {
    match pen {
        Pen::Open(keys) => store.append(keys, records),
        Pen::WriteOnly(keys) => records
            .iter()
            .try_for_each(|record| store.drop_into_inbox(keys, record)),
    }
}

fn write_drafts(
    store: &Store,
    pen: &Pen,
    drafts: &BTreeMap<String, Words>,
) -> Result<(), SaveError> {
    match pen {
        Pen::Open(keys) => store.save_drafts(keys, drafts),
        Pen::WriteOnly(keys) => drafts
            .iter()
            .try_for_each(|(place, words)| store.save_inbox_draft(keys, place, words)),
    }
}

/// Whether two records differ in nothing but when they were written down.
fn says_the_same(a: &Record, b: &Record) -> bool {
    (a.by, &a.what, a.amends) == (b.by, &b.what, b.amends)
}

/// Random bits for an id. An id must be unlike any other and need not be secret, so the clock stands in where the system
/// gives no randomness.
pub(super) fn random_bits() -> u128 {
    let mut bytes = [0; 16];
    match getrandom::fill(&mut bytes) {
        Ok(()) => u128::from_le_bytes(bytes),
        Err(_) => SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_nanos()),
    }
}
