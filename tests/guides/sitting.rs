//! Who sits before a guide, and an app that passes the laptop and keeps what it is given.

use crate::headless::Page;
use crate::support::world::{JON, MAYA, World};
use goldseam::content::{Library, walk};
use goldseam::domain::record::{More, PartTaken};
use goldseam::domain::{Kind, Part, PersonId, Room};
use goldseam::screen::guide::{self, Intent, Message};
use goldseam::screen::{Action, Entry, Here, Place, Screen};
use goldseam::ui::Element;
use iced::Size;

/// Who is here, and with which parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Maya was hurt, Jon broke trust; what is theirs to show stays private.
    Both,
    /// One did both, one would rather not say; what is theirs to show is shown.
    BothPartsOpen,
    Maya,
    Jon,
    /// Jon never joined, and Maya would rather not say which part is hers.
    MayaUnjoined,
}

impl Who {
    pub const ALL: [Self; 5] = [
        Self::Both,
        Self::BothPartsOpen,
        Self::Maya,
        Self::Jon,
        Self::MayaUnjoined,
    ];

    pub fn here(self) -> Here {
        match self {
            Self::Both | Self::BothPartsOpen => Here::Both,
            Self::Maya | Self::MayaUnjoined => Here::One(MAYA),
            Self::Jon => Here::One(JON),
        }
    }

    pub fn world(self) -> World {
        let mut world = World::new(self.here());
        // The morning of a Wednesday: neither the day nor the week ends while they are at it.
        world.now = "2026-11-18T08:00:00+01:00".parse().unwrap();
        let said = |world: &mut World, who, part| {
            let more = More::default();
            let part = Kind::Part(PartTaken { part, more });
            world.keep(vec![Entry::new(Room::Shared, who, part)]);
        };
        match self {
            Self::Both | Self::Maya | Self::Jon => {}
            Self::BothPartsOpen => {
                said(&mut world, MAYA, Part::Both);
                said(&mut world, JON, Part::RatherNotSay);
            }
            Self::MayaUnjoined => {
                world.shared.clear();
                said(&mut world, MAYA, Part::RatherNotSay);
                for person in &mut world.household.people {
                    person.joined = person.id == MAYA;
                }
            }
        }
        world
    }

    /// As the rules over the pages know it.
    pub fn parts(self) -> walk::Sitting {
        let together = |first, second| walk::Sitting::Together {
            first: (MAYA, first),
            second: (JON, second),
        };
        let alone = |person, part| walk::Sitting::Alone { person, part };
        match self {
            Self::Both => together(Part::WasHurt, Part::BrokeTrust),
            Self::BothPartsOpen => together(Part::Both, Part::RatherNotSay),
            Self::Maya => alone(MAYA, Part::WasHurt),
            Self::Jon => alone(JON, Part::BrokeTrust),
            Self::MayaUnjoined => alone(MAYA, Part::RatherNotSay),
        }
    }

    /// Whether they choose to show what they may show.
    pub fn shows(self) -> bool {
        self == Self::BothPartsOpen
    }
}

/// A fault of the app around the guide, to see that the walk notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The answers of the block with this id never reach the disk.
    Forgets(&'static str),
    /// What is private is kept in the shared room.
    Leaks,
    /// Nothing comes of "Next page".
    StaysPut,
    /// The end leads somewhere else.
    LeavesForHome,
}

pub struct Sitting {
    pub world: World,
    pub guide: String,
    pub state: guide::State,
    /// Whether the other one takes the laptop when asked.
    pub passes: bool,
    pub went: Vec<Place>,
    /// What was kept since somebody last looked.
    pub kept: Vec<Entry>,
    pub fault: Option<Fault>,
}

impl Sitting {
    /// Nothing where the guide has no page for who is here.
    pub fn open(library: Library, guide: &str, world: World) -> Option<Self> {
        let world = world.reading(library);
        let state = guide::State::new(&world.ctx(), guide)?;
        Some(Self {
            guide: guide.to_owned(),
            state,
            world,
            passes: false,
            went: Vec::new(),
            kept: Vec::new(),
            fault: None,
        })
    }

    /// The guide is left as it is and opened again in the afternoon, perhaps by one of the two alone. Says whether it opens.
    pub fn reopen(&mut self, here: Here) -> bool {
        self.world.now += chrono::TimeDelta::hours(1);
        self.world.here = here;
        self.world.proved = match here {
            Here::One(person) => [person].into(),
            Here::Both | Here::Nobody => [MAYA].into(),
        };
        self.world.drafts.clear();
        self.went.clear();
        self.kept.clear();
        let state = guide::State::new(&self.world.ctx(), &self.guide);
        let opens = state.is_some();
        if let Some(state) = state {
            self.state = state;
        }
        opens
    }

    fn keep(&mut self, mut entries: Vec<Entry>) {
        match self.fault {
            Some(Fault::Forgets(block)) => {
                entries.retain(|entry| !matches!(&entry.what, Kind::Answer(a) if a.block == block))
            }
            Some(Fault::Leaks) => {
                for entry in &mut entries {
                    entry.room = Room::Shared;
                }
            }
            _ => {}
        }
        self.kept.extend(entries.clone());
        self.world.keep(entries);
    }

    fn handed(&mut self, person: PersonId) {
        self.world.proved.insert(person);
        self.update(Message::Handed(person));
    }
}

impl Page for Sitting {
    type Message = Message;

    fn view(&self) -> Element<'_, Message> {
        let ctx = self.world.ctx();
        let page = self.state.view(&ctx);
        self.state.dialog(&ctx).unwrap_or(page)
    }

    fn update(&mut self, message: Message) {
        if self.fault == Some(Fault::StaysPut) && matches!(message, Message::Next) {
            return;
        }
        let action = self.state.update(message, &self.world.ctx());
        self.world.take(self.state.drafts());
        match action {
            Action::Save(entries) => {
                self.keep(entries);
                self.update(Message::Saved);
            }
            Action::Ask(Intent::HandTo(person)) if self.passes => self.handed(person),
            Action::Go(_) if self.fault == Some(Fault::LeavesForHome) => {
                self.went.push(Place::Home);
            }
            Action::Go(place) => self.went.push(place),
            Action::Ask(_) | Action::None | Action::Run(_) | Action::LeaveQuickly => {}
        }
    }
}

/// A window a guide is read in.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub name: &'static str,
    pub size: Size,
}

pub const WIDE: Window = Window {
    name: "1280×800",
    size: Size::new(1280.0, 800.0),
};
pub const MIDDLE: Window = Window {
    name: "900×640",
    size: Size::new(900.0, 640.0),
};
/// 900×640 with text at 150 %.
pub const SMALL: Window = Window {
    name: "600×427",
    size: Size::new(600.0, 640.0 / 1.5),
};
