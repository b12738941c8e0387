//! Everything a screen may see, in one place: who is here, what the open rooms hold, how the app looks.

use crate::content::Bookcase;
use crate::domain::settings::{Settings, ThemeChoice};
use crate::domain::{Household, PersonId, Record, RecordId, Room, Words};
use crate::screen::{Ctx, Draft, Entry, Here, RoomTrouble, Saving};
use crate::store::{Keys, RoomKeys, SharedKeys, WriteKeys};
use crate::ui::Theme;
use chrono::{DateTime, FixedOffset};
use iced::Size;
use iced::theme::Mode;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where the app gets the time from; tests bring their own.
pub type Clock = Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>;

/// The rooms that are open, and with which keys. Dropping it shuts them.
#[derive(Debug)]
pub struct Open {
    pub here: Here,
    /// Whose passphrase opened the door.
    pub opener: PersonId,
    pub shared_keys: Arc<RoomKeys>,
    /// What a second person needs to join.
    pub founding: Arc<SharedKeys>,
    /// Only while one person is here alone.
    pub own_keys: Option<Arc<RoomKeys>>,
    /// What is needed to write into a private room, and not to read it, for each who gave their passphrase.
    pub writers: BTreeMap<PersonId, Arc<WriteKeys>>,
    pub proved: BTreeSet<PersonId>,
    pub shared: Vec<Record>,
    pub own: Vec<Record>,
    /// What was typed and not yet kept, by the room it will be kept in.
    pub drafts: BTreeMap<Room, BTreeMap<String, Words>>,
    /// Of the private rooms in a joint sitting only what it was: the words went to the inbox.
    pub sealed: BTreeSet<(Room, String)>,
    /// Rooms that can only be read until somebody has looked: damaged, rolled back, or written by a newer version.
    pub read_only: BTreeMap<Room, RoomTrouble>,
}

impl Open {
    /// The person alone with both of their rooms.
    pub fn alone(keys: Keys) -> Self {
        let opener = keys.person;
        let writer = Arc::new(keys.write_only());
        let founding = Arc::new(keys.shared_keys());
        let Keys {
            private: own,
            shared,
            ..
        } = keys;
        Self {
            here: Here::One(opener),
            opener,
            shared_keys: Arc::new(shared),
            founding,
            own_keys: Some(Arc::new(own)),
            writers: BTreeMap::from([(opener, writer)]),
            proved: BTreeSet::from([opener]),
            shared: Vec::new(),
            own: Vec::new(),
            drafts: BTreeMap::new(),
            sealed: BTreeSet::new(),
            read_only: BTreeMap::new(),
        }
    }

    /// Both before the screen: the identity of the private room is dropped at once.
    pub fn together(keys: Keys) -> Self {
        let mut open = Self::alone(keys);
        open.here = Here::Both;
        open.own_keys = None;
        open
    }

    /// The drafts of the rooms that can be read here, as a screen sees them.
    fn visible_drafts(&self) -> BTreeMap<String, Words> {
        let mut all = self.drafts.get(&Room::Shared).cloned().unwrap_or_default();
        if let Here::One(person) = self.here
            && let Some(own) = self.drafts.get(&Room::Private(person))
        {
            all.extend(own.iter().map(|(key, words)| (key.clone(), words.clone())));
        }
        all
    }
}

/// What the app knows. Screens see it through [`World::ctx`].
pub struct World {
    pub clock: Clock,
    pub now: DateTime<FixedOffset>,
    pub household: Household,
    pub open: Option<Open>,
    /// The shared room's keys between the first person's setting up and the second's.
    pub founding: Option<Arc<SharedKeys>>,
    pub library: Bookcase,
    pub settings: Settings,
    pub theme: Theme,
    pub system: Mode,
    /// The window's own size, before the text size.
    pub window: Size,
    /// Pixels of the screen to one of the window.
    pub density: f32,
    pub saving: Saving,
    pub shift_taps: usize,
    /// The passphrase of a made-up household.
    pub made_up: Option<Words>,
    /// What the current screens may restore; kept beside `open` because screens borrow it.
    pub drafts: BTreeMap<String, Words>,
    nobody: BTreeSet<PersonId>,
    nothing: BTreeSet<(Room, String)>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World")
            .field("open", &self.open.is_some())
            .finish_non_exhaustive()
    }
}

impl World {
    pub fn new(clock: Clock, library: Bookcase, settings: Settings, household: Household) -> Self {
        let now = clock();
        let theme = theme_for(&settings, Mode::Light);
        Self {
            clock,
            now,
            household,
            open: None,
            founding: None,
            library,
            settings,
            theme,
            system: Mode::Light,
            window: Size::new(1280.0, 800.0),
            density: 1.0,
            saving: Saving::Idle,
            shift_taps: 0,
            made_up: None,
            drafts: BTreeMap::new(),
            nobody: BTreeSet::new(),
            nothing: BTreeSet::new(),
        }
    }

    pub fn ctx(&self) -> Ctx<'_> {
        let open = self.open.as_ref();
        Ctx {
            now: self.now,
            household: &self.household,
            here: open.map_or(Here::Nobody, |o| o.here),
            proved: open.map_or(&self.nobody, |o| &o.proved),
            shared: open.map_or(&[], |o| o.shared.as_slice()),
            own: open.map_or(&[], |o| o.own.as_slice()),
            drafts: &self.drafts,
            sealed: open.map_or(&self.nothing, |o| &o.sealed),
            library: &self.library,
            settings: &self.settings,
            theme: &self.theme,
            size: self.size(),
            saving: &self.saving,
            shift_taps: self.shift_taps,
            trouble: open.and_then(|o| o.read_only.values().max().copied()),
            made_up: self.made_up.as_ref().map(Words::as_str),
        }
    }

    /// The window over the text size: what the breakpoints go by.
    pub fn size(&self) -> Size {
        let factor = self.settings.text_size.factor();
        Size::new(self.window.width / factor, self.window.height / factor)
    }

    pub fn tick(&mut self) {
        self.now = (self.clock)();
    }

    pub fn retheme(&mut self) {
        self.theme = theme_for(&self.settings, self.system);
    }

    /// Makes what is stored visible to the screens again.
    pub fn refresh_drafts(&mut self) {
        self.drafts = self
            .open
            .as_ref()
            .map(Open::visible_drafts)
            .unwrap_or_default();
    }

    /// Takes over what a screen is being told, and says which drafts changed.
    ///
    /// Of a private page in a joint sitting nothing stays here once the screen has let go of it: it is sealed already.
    pub fn take_drafts(&mut self, drafts: Vec<Draft>) -> BTreeSet<(Room, String)> {
        let mut changed = BTreeSet::new();
        let Some(open) = &mut self.open else {
            return changed;
        };
        let listed: BTreeSet<(Room, String)> = drafts
            .iter()
            .map(|draft| (draft.room, draft.key.clone()))
            .collect();
        for draft in drafts {
            let kept = open.drafts.entry(draft.room).or_default();
            let same = if draft.words.is_blank() {
                kept.remove(&draft.key).is_none()
            } else {
                kept.insert(draft.key.clone(), draft.words.clone())
                    .is_some_and(|before| before == draft.words)
            };
            if !same {
                changed.insert((draft.room, draft.key));
            }
        }
        if open.here == Here::Both {
            for (room, kept) in open
                .drafts
                .iter_mut()
                .filter(|(room, _)| **room != Room::Shared)
            {
                kept.retain(|key, _| listed.contains(&(*room, key.clone())));
            }
        }
        changed
    }

    /// Turns entries into records; `random` brings the ids.
    pub fn records(
        &self,
        entries: Vec<Entry>,
        random: impl Fn() -> u128,
    ) -> BTreeMap<Room, Vec<Record>> {
        let mut rooms: BTreeMap<Room, Vec<Record>> = BTreeMap::new();
        for entry in entries {
            rooms.entry(entry.room).or_default().push(Record {
                id: RecordId::from_random(random()),
                at: self.now,
                by: entry.by,
                what: entry.what,
                amends: entry.amends,
                more: Default::default(),
            });
        }
        rooms
    }

    /// Puts saved records before the screens, where their room can be read here.
    pub fn add(&mut self, room: Room, records: &[Record]) {
        let Some(open) = &mut self.open else { return };
        let list = match (room, open.here) {
            (Room::Shared, _) => &mut open.shared,
            (Room::Private(owner), Here::One(person)) if owner == person => &mut open.own,
            _ => return,
        };
        list.extend_from_slice(records);
        list.sort_by_key(|record| (record.at, record.id));
    }
}

fn theme_for(settings: &Settings, system: Mode) -> Theme {
    match settings.theme {
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::HighContrast => Theme::HighContrast,
        ThemeChoice::System => match system {
            Mode::Dark => Theme::Dark,
            Mode::Light | Mode::None => Theme::Light,
        },
    }
}
