//! One at one keyboard before each page, and what holds of every page.

use crate::headless::{Headless, Page};
use chrono::{DateTime, FixedOffset};
use goldseam::content::Library;
use goldseam::domain::{Household, Mark, Person, PersonId, Record, Settings, Words};
use goldseam::screen::{Action, Ctx, Entry, Here, Place, Saving, Screen};
use goldseam::text;
use goldseam::ui::access::{Role, Snapshot};
use goldseam::ui::theme::Theme;
use goldseam::ui::{Element, Task};
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::keyboard::key::Named;
use iced::{Rectangle, Size};
use iced_test::runtime;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::LazyLock;

pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

pub(crate) const MAYA: PersonId = PersonId::from_random(1);
pub(crate) const JON: PersonId = PersonId::from_random(2);
pub(crate) const REFUSED: (&str, &str) = text::notices::WRONG_PASSPHRASE;

/// What the app would hold.
pub(crate) struct World {
    pub(crate) now: DateTime<FixedOffset>,
    pub(crate) household: Household,
    pub(crate) here: Here,
    pub(crate) proved: BTreeSet<PersonId>,
    pub(crate) shared: Vec<Record>,
    pub(crate) drafts: BTreeMap<String, Words>,
    pub(crate) settings: Settings,
    pub(crate) theme: Theme,
    pub(crate) size: Size,
    pub(crate) saving: Saving,
    pub(crate) taps: usize,
}

impl World {
    pub(crate) fn new(people: &[(&str, bool)], size: (f32, f32)) -> Self {
        let ids = [(MAYA, Mark::First), (JON, Mark::Second)];
        let people = ids
            .into_iter()
            .zip(people)
            .map(|((id, mark), (name, joined))| Person {
                id,
                name: Words::from(*name),
                mark,
                joined: *joined,
            });
        Self {
            now: DateTime::parse_from_rfc3339("2026-11-18T20:14:00+01:00").unwrap(),
            household: Household {
                people: people.collect(),
            },
            here: Here::Nobody,
            proved: BTreeSet::new(),
            shared: Vec::new(),
            drafts: BTreeMap::new(),
            settings: Settings::default(),
            theme: Theme::Light,
            size: size.into(),
            saving: Saving::Idle,
            taps: 0,
        }
    }

    pub(crate) fn ctx(&self) -> Ctx<'_> {
        Ctx {
            now: self.now,
            household: &self.household,
            here: self.here,
            proved: &self.proved,
            shared: &self.shared,
            own: &[],
            drafts: &self.drafts,
            library: &LIBRARY,
            settings: &self.settings,
            theme: &self.theme,
            size: self.size,
            saving: &self.saving,
            shift_taps: self.taps,
            made_up: None,
            trouble: None,
        }
    }
}

/// What a screen wanted that was not done on the spot.
#[derive(Debug, PartialEq)]
pub(crate) enum Wanted<I> {
    Go(Place),
    Save(Vec<Entry>),
    Leave,
    Ask(I),
}

pub(crate) struct Stage<S: Screen> {
    pub(crate) world: World,
    pub(crate) screen: S,
    pub(crate) wanted: VecDeque<Wanted<S::Intent>>,
    pub(crate) tasks: VecDeque<Task<S::Message>>,
}

impl<S: Screen> Page for Stage<S> {
    type Message = S::Message;

    fn view(&self) -> Element<'_, S::Message> {
        self.screen.view(&self.world.ctx())
    }

    fn update(&mut self, message: S::Message) {
        match self.screen.update(message, &self.world.ctx()) {
            Action::None => {}
            Action::Run(task) => self.tasks.push_back(task),
            Action::Save(entries) => self.wanted.push_back(Wanted::Save(entries)),
            Action::Go(place) => self.wanted.push_back(Wanted::Go(place)),
            Action::LeaveQuickly => self.wanted.push_back(Wanted::Leave),
            Action::Ask(intent) => self.wanted.push_back(Wanted::Ask(intent)),
        }
    }
}

/// One person at one keyboard. There is one keyboard: drop a sitting before the next begins.
pub(crate) struct Sitting<S: Screen>(pub(crate) Headless<Stage<S>>);

impl<S: Screen> Sitting<S> {
    pub(crate) fn new(world: World, start: impl FnOnce(&Ctx<'_>) -> S) -> Self {
        let (size, theme) = (world.size, world.theme);
        let stage = Stage {
            screen: start(&world.ctx()),
            world,
            wanted: VecDeque::new(),
            tasks: VecDeque::new(),
        };
        let mut headless = Headless::new(stage, size);
        headless.theme = theme;
        Self(headless)
    }

    /// Carries out what the screen asked the runtime for, such as moving the focus.
    pub(crate) fn settle(&mut self) {
        while let Some(task) = self.0.page.tasks.pop_front() {
            let Some(mut actions) = runtime::task::into_stream(task) else {
                continue;
            };
            while let Some(action) = block_on(actions.next()) {
                match action {
                    runtime::Action::Widget(operation) => self.0.operate(operation),
                    runtime::Action::Output(message) => self.0.page.update(message),
                    _ => {}
                }
            }
        }
    }

    /// What the app tells the screen.
    pub(crate) fn tell(&mut self, message: S::Message) -> &mut Self {
        self.0.page.update(message);
        self.settle();
        self
    }

    pub(crate) fn wanted(&mut self) -> Option<Wanted<S::Intent>> {
        self.0.page.wanted.pop_front()
    }

    /// Tab until the focus is on `name`.
    pub(crate) fn tab_to(&mut self, name: &str) -> &mut Self {
        let stops = self.0.snapshot().focusables().count();
        for _ in 0..=stops {
            if self.0.focus().as_deref() == Some(name) {
                return self;
            }
            self.0.tab();
        }
        let names = names(&self.0.snapshot());
        panic!("Tab does not reach {name:?}, only {names:?}")
    }

    pub(crate) fn enter(&mut self) -> &mut Self {
        self.0.key(Named::Enter);
        self.settle();
        self
    }

    pub(crate) fn press(&mut self, name: &str) -> &mut Self {
        self.tab_to(name).enter()
    }

    pub(crate) fn write(&mut self, words: &str) -> &mut Self {
        self.0.type_text(words);
        self.settle();
        self
    }

    pub(crate) fn shows(&mut self, words: &str) -> bool {
        self.0.snapshot().nodes.iter().any(|node| {
            let said = [&node.info.name, &node.info.value];
            said.into_iter().flatten().any(|said| said.contains(words))
        })
    }

    pub(crate) fn look(&mut self, name: &str) {
        let snapshot = self.0.snapshot();
        check(&snapshot, self.0.page.world.size, name);
        if let Ok(folder) = std::env::var("GOLDSEAM_PICTURES") {
            self.0.picture(format!("{folder}/{name}.ppm"));
        }
    }
}

pub(crate) fn names(snapshot: &Snapshot) -> Vec<String> {
    snapshot
        .focusables()
        .map(|node| node.info.name.clone().unwrap_or_default())
        .collect()
}

/// What holds of every page: each control says what it is, none is pushed out at a side or lies on another, and Tab goes
/// down the page.
pub(crate) fn check(snapshot: &Snapshot, size: Size, page: &str) {
    let window = Rectangle::with_size(size);
    let stops: Vec<_> = snapshot.focusables().collect();
    assert!(!stops.is_empty(), "{page}: nothing to press");
    for node in &stops {
        let name = node.info.name.as_deref().unwrap_or_default();
        assert!(!name.trim().is_empty(), "{page}: a control has no name");
        let bounds = node.bounds;
        assert!(
            bounds.x >= 0.0 && bounds.x + bounds.width <= window.width,
            "{page}: {name:?} is pushed out: {bounds:?}"
        );
        assert!(
            bounds.height >= 30.0 && bounds.width >= 30.0,
            "{page}: {name:?} is squeezed: {bounds:?}"
        );
    }
    let scrolled = inside(snapshot, Role::ScrollView);
    for pair in stops.windows(2) {
        let (a, b) = (&pair[0].bounds, &pair[1].bounds);
        // What scrolls may stand below the foot of the page, and the eye lies in its field.
        if scrolled.contains(&pair[0].id) != scrolled.contains(&pair[1].id)
            || pair[0].info.role == Role::PasswordInput
        {
            continue;
        }
        let (below, right) = (b.y >= a.y + a.height - 1.0, b.x >= a.x + a.width - 1.0);
        assert!(
            below || right,
            "{page}: Tab goes from {:?} back to {:?}",
            pair[0].info.name,
            pair[1].info.name
        );
    }
}

/// The ids of all nodes that stand in one of this role.
pub(crate) fn inside(snapshot: &Snapshot, role: Role) -> BTreeSet<u64> {
    let mut found: BTreeSet<u64> = snapshot.of(role).map(|node| node.id).collect();
    // Parents come before their children.
    for node in &snapshot.nodes {
        if found.contains(&node.id) {
            found.extend(&node.children);
        }
    }
    found
}

pub(crate) fn sizes() -> [(&'static str, (f32, f32)); 4] {
    [
        ("wide", (1280.0, 800.0)),
        ("compact", (900.0, 640.0)),
        ("narrow", (600.0, 427.0)),
        ("large", (1920.0, 1080.0)),
    ]
}

/// Runs `scene` at every size and in every look that matters.
pub(crate) fn everywhere(people: &[(&str, bool)], scene: impl Fn(World, &str)) {
    for (size, window) in sizes() {
        scene(World::new(people, window), size);
    }
    for (name, theme) in [("dark", Theme::Dark), ("contrast", Theme::HighContrast)] {
        let mut world = World::new(people, (1280.0, 800.0));
        world.theme = theme;
        scene(world, name);
    }
}

pub(crate) const BOTH: [(&str, bool); 2] = [("Maya", true), ("Jon", true)];
pub(crate) const NEW: [(&str, bool); 2] = [("Maya", false), ("Jon", false)];
pub(crate) const LONG: &str =
    "Wilhelmina Konstantinopolska-Featherstonehaugh of the Upper Meadows and Beyond";

pub(crate) fn wide(people: &[(&str, bool)]) -> World {
    World::new(people, (1280.0, 800.0))
}
