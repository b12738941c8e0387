//! Maya was hurt, Jon broke trust. They sit before one screen that keeps what it is told to keep.
//!
//! Use it with `#[path = "support/maya_and_jon.rs"] mod maya_and_jon;`.
#![allow(dead_code, unreachable_pub)]

use goldseam::content::Library;
use goldseam::domain::record::{More, PartTaken};
use goldseam::domain::settings::{Motion, Settings};
use goldseam::domain::{
    Household, Kind, Mark, Part, Person, PersonId, Record, RecordId, Room, Words,
};
use goldseam::screen::{Ctx, Draft, Entry, Here, Saving};
use goldseam::ui::scale::{Width, size};
use goldseam::ui::theme::Theme;
use iced::Size;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

pub const MAYA: PersonId = PersonId::from_random(0xa);
pub const JON: PersonId = PersonId::from_random(0xb);

pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::embedded().unwrap())
}

pub struct World {
    pub now: chrono::DateTime<chrono::FixedOffset>,
    pub household: Household,
    pub here: Here,
    pub proved: BTreeSet<PersonId>,
    pub shared: Vec<Record>,
    /// The private rooms; only the room of the one who is here alone can be seen.
    pub private: BTreeMap<PersonId, Vec<Record>>,
    pub drafts: BTreeMap<String, Words>,
    pub settings: Settings,
    pub theme: Theme,
    pub size: Size,
    pub saving: Saving,
    next: u128,
}

impl World {
    pub fn new(here: Here) -> Self {
        let person = |id, name: &str, mark| Person {
            id,
            name: name.into(),
            mark,
            joined: true,
        };
        let proved = match here {
            Here::One(person) => BTreeSet::from([person]),
            Here::Both => BTreeSet::from([MAYA]),
            Here::Nobody => BTreeSet::new(),
        };
        let mut world = Self {
            now: "2026-11-15T20:00:00+01:00".parse().unwrap(),
            household: Household {
                people: vec![
                    person(MAYA, "Maya", Mark::First),
                    person(JON, "Jon", Mark::Second),
                ],
            },
            here,
            proved,
            shared: Vec::new(),
            private: BTreeMap::new(),
            drafts: BTreeMap::new(),
            settings: Settings::default(),
            theme: Theme::Light,
            size: Size::new(1280.0, 800.0),
            saving: Saving::Idle,
            next: 1,
        };
        for (who, part) in [(MAYA, Part::WasHurt), (JON, Part::BrokeTrust)] {
            let more = More::default();
            let part = Kind::Part(PartTaken { part, more });
            world.keep(vec![Entry::new(Room::Shared, who, part)]);
        }
        world.saving = Saving::Idle;
        world
    }

    pub fn ctx(&self) -> Ctx<'_> {
        let own = match self.here {
            Here::One(me) => self.private.get(&me).map_or(&[][..], Vec::as_slice),
            Here::Both | Here::Nobody => &[],
        };
        Ctx {
            now: self.now,
            household: &self.household,
            here: self.here,
            proved: &self.proved,
            shared: &self.shared,
            own,
            drafts: &self.drafts,
            library: library(),
            settings: &self.settings,
            theme: &self.theme,
            size: self.size,
            saving: &self.saving,
            shift_taps: 0,
            made_up: None,
            trouble: None,
        }
    }

    /// What a working screen is given: the window without sidebar and top bar.
    pub fn area(&self) -> Size {
        let sidebar = Width::of(self.size.width, 1.0)
            .sidebar()
            .unwrap_or_default();
        Size::new(self.size.width - sidebar, self.size.height - size::TOP_BAR)
    }

    /// Stores what a screen asked to be kept, a minute later.
    pub fn keep(&mut self, entries: Vec<Entry>) {
        self.now += chrono::TimeDelta::minutes(1);
        for entry in entries {
            let record = Record {
                id: RecordId::from_random(self.next),
                at: self.now,
                by: entry.by,
                what: entry.what,
                amends: entry.amends,
                more: More::default(),
            };
            self.next += 1;
            match entry.room {
                Room::Shared => self.shared.push(record),
                Room::Private(owner) => self.private.entry(owner).or_default().push(record),
            }
        }
        self.saving = Saving::Saved(self.now);
    }

    /// Takes up drafts as the app does: a blank one is forgotten.
    pub fn take(&mut self, drafts: Vec<Draft>) {
        for draft in drafts {
            if draft.words.is_blank() {
                self.drafts.remove(&draft.key);
            } else {
                self.drafts.insert(draft.key, draft.words);
            }
        }
    }

    pub fn still(mut self) -> Self {
        self.settings.motion = Motion::Still;
        self
    }

    /// Everything in one room, as it would be written to disk.
    pub fn written_in(&self, room: Room) -> String {
        let records = match room {
            Room::Shared => Some(&self.shared),
            Room::Private(owner) => self.private.get(&owner),
        };
        serde_json::to_string(&records).unwrap()
    }
}
