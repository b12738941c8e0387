//! A household in memory, and what a screen may see of it.

use super::library;
use chrono::{DateTime, FixedOffset, TimeDelta};
use goldseam::content::{Bookcase, Library};
use goldseam::demo;
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
use std::sync::Arc;

/// Maya was hurt. She is the same Maya as in the made-up household.
pub const MAYA: PersonId = PersonId::from_random(0x6d61_7961);
/// Jon broke trust.
pub const JON: PersonId = PersonId::from_random(0x6a6f_6e00);

pub const BOTH: [(&str, bool); 2] = [("Maya", true), ("Jon", true)];

#[derive(Clone)]
pub struct World {
    /// A Sunday evening.
    pub now: DateTime<FixedOffset>,
    pub household: Household,
    pub here: Here,
    pub proved: BTreeSet<PersonId>,
    pub shared: Vec<Record>,
    /// The private rooms, in the order of the people. Only the room of the one who is here alone can be seen.
    pub rooms: [Vec<Record>; 2],
    pub drafts: BTreeMap<String, Words>,
    pub sealed: BTreeSet<(Room, String)>,
    pub library: Bookcase,
    pub settings: Settings,
    pub theme: Theme,
    pub size: Size,
    pub saving: Saving,
    pub shift_taps: usize,
    kept: u128,
}

impl World {
    /// Nobody has come in yet, and nothing is written. Of each person: the name, and whether they have joined.
    pub fn of(people: &[(&str, bool)]) -> Self {
        let places = [(MAYA, Mark::First), (JON, Mark::Second)].into_iter();
        let person = |((id, mark), (name, joined)): (_, &(&str, bool))| Person {
            id,
            name: Words::from(*name),
            mark,
            joined: *joined,
        };
        Self {
            now: "2026-11-15T20:14:00+01:00".parse().unwrap(),
            household: Household {
                people: places.zip(people).map(person).collect(),
            },
            here: Here::Nobody,
            proved: BTreeSet::new(),
            shared: Vec::new(),
            rooms: [Vec::new(), Vec::new()],
            drafts: BTreeMap::new(),
            sealed: BTreeSet::new(),
            library: Arc::clone(library()).into(),
            settings: Settings::default(),
            theme: Theme::Light,
            size: Size::new(1280.0, 800.0),
            saving: Saving::Idle,
            shift_taps: 0,
            kept: 0,
        }
    }

    /// Both sit here, let in by the first.
    fn let_in(mut self) -> Self {
        self.proved = self.household.people.iter().take(1).map(|p| p.id).collect();
        self.both()
    }

    fn with_twelve_weeks(mut self) -> Self {
        let told = demo::records(&self.household, self.now);
        self.shared = told.shared;
        self.rooms = [told.first, told.second];
        self
    }

    /// Maya and Jon, twelve weeks in.
    pub fn demo() -> Self {
        Self::first_evening().with_twelve_weeks()
    }

    /// Maya and Jon, who wrote nothing yet.
    pub fn first_evening() -> Self {
        Self::of(&BOTH).let_in()
    }

    pub fn one_person() -> Self {
        Self::of(&BOTH[..1]).let_in()
    }

    /// The demo, lived by people with long names and other scripts.
    pub fn long_names() -> Self {
        let arabic = "مريم بنت عبد الرحمن بن عبد الله الأندلسية القرطبية المعروفة بأم البنين";
        let chinese = "欧阳美玲与她的猫 Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh 🦊";
        let world = Self::of(&[(arabic, true), (chinese, true)]);
        world.let_in().with_twelve_weeks()
    }

    /// Maya and Jon have said which part each has in this, and nothing else yet.
    pub fn new(here: Here) -> Self {
        let mut world = Self::of(&BOTH).let_in();
        world.here = here;
        world.proved = match here {
            Here::One(person) => BTreeSet::from([person]),
            Here::Both => BTreeSet::from([MAYA]),
            Here::Nobody => BTreeSet::new(),
        };
        for (who, part) in [(MAYA, Part::WasHurt), (JON, Part::BrokeTrust)] {
            let more = More::default();
            let part = Kind::Part(PartTaken { part, more });
            world.keep(vec![Entry::new(Room::Shared, who, part)]);
        }
        world.saving = Saving::Idle;
        world
    }

    pub fn sized(mut self, width: f32, height: f32) -> Self {
        self.size = Size::new(width, height);
        self
    }

    pub fn themed(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    pub fn reading(mut self, library: Library) -> Self {
        self.library = library.into();
        self
    }

    pub fn still(mut self) -> Self {
        self.settings.motion = Motion::Still;
        self
    }

    pub fn both(mut self) -> Self {
        self.here = Here::Both;
        self
    }

    pub fn alone(mut self, at: usize) -> Self {
        self.here = Here::One(self.id(at));
        self
    }

    pub fn id(&self, at: usize) -> PersonId {
        self.household.people[at].id
    }

    fn at(&self, person: PersonId) -> usize {
        let mut people = self.household.people.iter();
        people.position(|p| p.id == person).unwrap()
    }

    /// The private room of one of the two.
    pub fn room(&self, owner: PersonId) -> &[Record] {
        &self.rooms[self.at(owner)]
    }

    pub fn ctx(&self) -> Ctx<'_> {
        let own = match self.here {
            Here::One(me) => self.room(me),
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
            sealed: &self.sealed,
            library: &self.library,
            settings: &self.settings,
            theme: &self.theme,
            size: self.size,
            saving: &self.saving,
            shift_taps: self.shift_taps,
            made_up: None,
            trouble: None,
        }
    }

    /// What a working screen is given: the window without sidebar and top bar.
    pub fn area(&self) -> Size {
        let sidebar = Width::of(self.size.width, 1.0).sidebar();
        let sidebar = sidebar.unwrap_or_default();
        Size::new(self.size.width - sidebar, self.size.height - size::TOP_BAR)
    }

    /// Stores what a screen asked to be kept, a minute later.
    pub fn keep(&mut self, entries: Vec<Entry>) {
        self.now += TimeDelta::minutes(1);
        for entry in entries {
            self.store(entry);
        }
        self.saving = Saving::Saved(self.now);
    }

    /// Something one of the two has said to both, as of now.
    pub fn put(&mut self, at: usize, what: Kind) -> RecordId {
        self.store(Entry::new(Room::Shared, self.id(at), what))
    }

    fn store(&mut self, entry: Entry) -> RecordId {
        // Far from the numbers of the made-up household.
        let id = RecordId::from_random(0xffff_0000 + self.kept);
        self.kept += 1;
        let record = Record {
            id,
            at: self.now,
            by: entry.by,
            what: entry.what,
            amends: entry.amends,
            more: More::default(),
        };
        match entry.room {
            Room::Shared => self.shared.push(record),
            Room::Private(owner) => self.rooms[self.at(owner)].push(record),
        }
        id
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

    /// Everything in one room, as it would be written to disk.
    pub fn written_in(&self, room: Room) -> String {
        let records = match room {
            Room::Shared => &self.shared[..],
            Room::Private(owner) => self.room(owner),
        };
        serde_json::to_string(records).unwrap()
    }
}
