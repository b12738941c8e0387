//! A household in memory, and a screen in front of it: what a screen asks for is kept, so a test can read it.
#![allow(
    dead_code,
    unreachable_pub,
    missing_debug_implementations,
    clippy::unwrap_used,
    clippy::panic
)]

use crate::headless::{Headless, Page};
use chrono::{DateTime, FixedOffset};
use goldseam::content::Library;
use goldseam::demo;
use goldseam::domain::record::More;
use goldseam::domain::{Household, Mark, Person, PersonId, Record, RecordId, Settings, Words};
use goldseam::screen::{Action, Ctx, Entry, Here, Place, Saving, Screen};
use goldseam::ui::theme::Theme;
use goldseam::ui::{Element, Fill, Picture, column, container, dialog, row, scale, space};
use iced::Size;
use std::collections::{BTreeMap, BTreeSet};

/// What a screen may see, owned.
#[derive(Clone)]
pub struct World {
    pub now: DateTime<FixedOffset>,
    pub household: Household,
    pub here: Here,
    pub proved: BTreeSet<PersonId>,
    pub shared: Vec<Record>,
    pub rooms: [Vec<Record>; 2],
    pub drafts: BTreeMap<String, Words>,
    pub library: Library,
    pub settings: Settings,
    pub theme: Theme,
    pub size: Size,
    pub saving: Saving,
}

pub fn person(n: u64, name: &str) -> Person {
    Person {
        id: PersonId::from_random(n),
        name: name.into(),
        mark: if n == 1 { Mark::First } else { Mark::Second },
        joined: true,
    }
}

impl World {
    fn of(household: Household) -> Self {
        Self {
            now: "2026-11-15T20:14:00+01:00".parse().unwrap(),
            proved: household.people.iter().take(1).map(|p| p.id).collect(),
            household,
            here: Here::Both,
            shared: Vec::new(),
            rooms: [Vec::new(), Vec::new()],
            drafts: BTreeMap::new(),
            library: Library::embedded().unwrap(),
            settings: Settings::default(),
            theme: Theme::Light,
            size: Size::new(1280.0, 800.0),
            saving: Saving::Idle,
        }
    }

    /// Maya and Jon, twelve weeks in.
    pub fn demo() -> Self {
        let mut world = Self::of(demo::household());
        let told = demo::records(&world.household, world.now);
        world.shared = told.shared;
        world.rooms = [told.first, told.second];
        world
    }

    /// Maya and Jon, who wrote nothing yet.
    pub fn first_evening() -> Self {
        Self::of(demo::household())
    }

    pub fn one_person() -> Self {
        Self::of(Household {
            people: vec![person(1, "Maya")],
        })
    }

    /// The demo, lived by people with long names and other scripts.
    pub fn long_names() -> Self {
        let mut world = Self::of(Household {
            people: vec![
                person(
                    1,
                    "مريم بنت عبد الرحمن بن عبد الله الأندلسية القرطبية المعروفة بأم البنين",
                ),
                person(
                    2,
                    "欧阳美玲与她的猫 Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh 🦊",
                ),
            ],
        });
        let told = demo::records(&world.household, world.now);
        world.shared = told.shared;
        world.rooms = [told.first, told.second];
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

    pub fn both(mut self) -> Self {
        self.here = Here::Both;
        self
    }

    pub fn alone(mut self, at: usize) -> Self {
        self.here = Here::One(self.household.people[at].id);
        self
    }

    pub fn id(&self, at: usize) -> PersonId {
        self.household.people[at].id
    }

    pub fn name(&self, at: usize) -> &str {
        self.household.people[at].name.as_str()
    }

    pub fn ctx(&self) -> Ctx<'_> {
        let own: &[Record] = match self.here {
            Here::One(me) => {
                let at = self.household.people.iter().position(|p| p.id == me);
                &self.rooms[at.unwrap()]
            }
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
            library: &self.library,
            settings: &self.settings,
            theme: &self.theme,
            size: self.size,
            saving: &self.saving,
            trouble: None,
            made_up: None,
            shift_taps: 0,
        }
    }

    /// Keeps an entry as the app would.
    fn keep(&mut self, entry: &Entry) {
        let kept = self.shared.len() + self.rooms.iter().map(Vec::len).sum::<usize>();
        let record = Record {
            id: RecordId::from_random(kept as u128 + 0xffff_0000),
            at: self.now,
            by: entry.by,
            what: entry.what.clone(),
            amends: entry.amends,
            more: More::default(),
        };
        match entry.room {
            goldseam::domain::Room::Shared => self.shared.push(record),
            goldseam::domain::Room::Private(owner) => {
                let at = self.household.people.iter().position(|p| p.id == owner);
                self.rooms[at.unwrap()].push(record);
            }
        }
    }
}

/// A screen, and everything it asked for.
pub struct Sitting<S: Screen> {
    pub world: World,
    pub screen: S,
    pub saved: Vec<Vec<Entry>>,
    pub gone: Vec<Place>,
    pub asked: Vec<S::Intent>,
    /// Whether a save succeeds at once.
    pub keeps: bool,
}

impl<S: Screen> Page for Sitting<S> {
    type Message = S::Message;

    fn view(&self) -> Element<'_, S::Message> {
        let ctx = self.world.ctx();
        let side = ctx.width().sidebar().unwrap_or_default();
        let page = column![
            space().height(scale::size::TOP_BAR),
            container(self.screen.view(&ctx)).height(Fill)
        ];
        let page = row![space().width(side), page];
        dialog::over(page, self.screen.dialog(&ctx))
    }

    fn update(&mut self, message: S::Message) {
        let action = self.screen.update(message, &self.world.ctx());
        match action {
            Action::Save(entries) => {
                if self.keeps {
                    entries.iter().for_each(|entry| self.world.keep(entry));
                }
                self.saved.push(entries);
                let answer = if self.keeps {
                    self.screen.saved()
                } else {
                    self.screen.not_saved()
                };
                if let Some(message) = answer {
                    self.update(message);
                }
            }
            Action::Go(place) => self.gone.push(place),
            Action::Ask(intent) => self.asked.push(intent),
            Action::None | Action::Run(_) | Action::LeaveQuickly => {}
        }
    }
}

pub struct Desk<S: Screen>(pub Headless<Sitting<S>>);

impl<S: Screen> Desk<S> {
    pub fn new(world: World, screen: impl FnOnce(&Ctx<'_>) -> S) -> Self {
        let screen = screen(&world.ctx());
        let (theme, size) = (world.theme, world.size);
        let sitting = Sitting {
            world,
            screen,
            saved: Vec::new(),
            gone: Vec::new(),
            asked: Vec::new(),
            keeps: true,
        };
        let mut headless = Headless::new(sitting, size);
        headless.theme = theme;
        Self(headless)
    }

    pub fn page(&mut self) -> &mut Sitting<S> {
        &mut self.0.page
    }

    /// Sends the screen a message from the app.
    pub fn tell(&mut self, message: S::Message) {
        self.page().update(message);
    }

    pub fn picture(mut self, path: &str) {
        self.0.picture(path);
    }

    /// The names of what Tab reaches, in its order.
    pub fn tab_order(&mut self) -> Vec<String> {
        let stops = self.0.snapshot().focusables().count();
        (0..stops)
            .map(|_| {
                self.0.tab();
                self.0.focus().unwrap_or_default()
            })
            .collect()
    }

    /// Goes by Tab alone to the control named so, and presses Enter.
    pub fn enter(&mut self, name: &str) {
        self.go_to(name);
        self.0.key(iced::keyboard::Key::Named(
            iced::keyboard::key::Named::Enter,
        ));
    }

    pub fn go_to(&mut self, name: &str) {
        let stops = self.0.snapshot().focusables().count();
        for _ in 0..=stops {
            self.0.tab();
            if self.0.focus().as_deref() == Some(name) {
                return;
            }
        }
        panic!(
            "Tab never reaches {name:?}; it reaches {:?}",
            self.tab_order()
        );
    }
}

/// The page of a week as the app would draw it.
pub fn printed(world: &World, week: goldseam::domain::Week) -> Vec<Picture> {
    use goldseam::domain::summary;
    use goldseam::summary::{Printer, compose, rasterise};
    let ctx = world.ctx();
    let steps = ctx.library.step_ids();
    let records = (ctx.shared, ctx.own);
    let summary = summary::of_week(records, ctx.household, ctx.me(), week, &steps);
    let sheet = compose::compose(&summary, ctx.household, &ctx.library.step_titles());
    let pdf = Printer::new()
        .print(&sheet, ctx.settings.paper, week.sunday())
        .unwrap();
    rasterise(&pdf.bytes, 2.0)
        .unwrap()
        .into_iter()
        .map(|raster| Picture {
            width: raster.width,
            height: raster.height,
            handle: iced::widget::image::Handle::from_rgba(
                raster.width,
                raster.height,
                raster.rgba,
            ),
        })
        .collect()
}
