//! Door, setting up, hand-over, help, settings, trouble: used as people use them, by keyboard, with a stand-in for the app.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/headless.rs"]
mod headless;

use chrono::{DateTime, FixedOffset};
use goldseam::content::Library;
use goldseam::domain::{Household, Mark, Part, Person, PersonId, Record, Settings, Words};
use goldseam::screen::{
    Action, Ctx, Here, Place, Saving, Screen, door, hand_over, help, settings as preferences,
    setup, trouble,
};
use goldseam::text;
use goldseam::ui::access::{Role, Snapshot};
use goldseam::ui::theme::Theme;
use goldseam::ui::{Element, Task};
use headless::{Headless, Page};
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::keyboard::key::Named;
use iced::{Rectangle, Size};
use iced_test::runtime;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

const MAYA: PersonId = PersonId::from_random(1);
const JON: PersonId = PersonId::from_random(2);
const REFUSED: (&str, &str) = text::notices::WRONG_PASSPHRASE;

/// What the app would hold.
struct World {
    now: DateTime<FixedOffset>,
    household: Household,
    here: Here,
    proved: BTreeSet<PersonId>,
    drafts: BTreeMap<String, Words>,
    settings: Settings,
    theme: Theme,
    size: Size,
    saving: Saving,
    taps: usize,
}

impl World {
    fn new(people: &[(&str, bool)], size: (f32, f32)) -> Self {
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
            drafts: BTreeMap::new(),
            settings: Settings::default(),
            theme: Theme::Light,
            size: size.into(),
            saving: Saving::Idle,
            taps: 0,
        }
    }

    fn ctx(&self) -> Ctx<'_> {
        const NONE: &[Record] = &[];
        Ctx {
            now: self.now,
            household: &self.household,
            here: self.here,
            proved: &self.proved,
            shared: NONE,
            own: NONE,
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
enum Wanted<I> {
    Go(Place),
    Leave,
    Ask(I),
}

struct Stage<S: Screen> {
    world: World,
    screen: S,
    wanted: VecDeque<Wanted<S::Intent>>,
    tasks: VecDeque<Task<S::Message>>,
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
            Action::Save(_) => panic!("nothing is saved here"),
            Action::Go(place) => self.wanted.push_back(Wanted::Go(place)),
            Action::LeaveQuickly => self.wanted.push_back(Wanted::Leave),
            Action::Ask(intent) => self.wanted.push_back(Wanted::Ask(intent)),
        }
    }
}

/// One person at one keyboard. There is one keyboard: drop a sitting before the next begins.
struct Sitting<S: Screen>(Headless<Stage<S>>);

impl<S: Screen> Sitting<S> {
    fn new(world: World, start: impl FnOnce(&Ctx<'_>) -> S) -> Self {
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
    fn settle(&mut self) {
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
    fn tell(&mut self, message: S::Message) -> &mut Self {
        self.0.page.update(message);
        self.settle();
        self
    }

    fn wanted(&mut self) -> Option<Wanted<S::Intent>> {
        self.0.page.wanted.pop_front()
    }

    /// Tab until the focus is on `name`.
    fn tab_to(&mut self, name: &str) -> &mut Self {
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

    fn enter(&mut self) -> &mut Self {
        self.0.key(Named::Enter);
        self.settle();
        self
    }

    fn press(&mut self, name: &str) -> &mut Self {
        self.tab_to(name).enter()
    }

    fn write(&mut self, words: &str) -> &mut Self {
        self.0.type_text(words);
        self.settle();
        self
    }

    fn shows(&mut self, words: &str) -> bool {
        self.0.snapshot().nodes.iter().any(|node| {
            let said = [&node.info.name, &node.info.value];
            said.into_iter().flatten().any(|said| said.contains(words))
        })
    }

    fn look(&mut self, name: &str) {
        let snapshot = self.0.snapshot();
        check(&snapshot, self.0.page.world.size, name);
        if let Ok(folder) = std::env::var("GOLDSEAM_PICTURES") {
            self.0.picture(format!("{folder}/{name}.ppm"));
        }
    }
}

fn names(snapshot: &Snapshot) -> Vec<String> {
    snapshot
        .focusables()
        .map(|node| node.info.name.clone().unwrap_or_default())
        .collect()
}

/// What holds of every page: each control says what it is, none is pushed out at a side or lies on another, and Tab goes
/// down the page.
fn check(snapshot: &Snapshot, size: Size, page: &str) {
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
fn inside(snapshot: &Snapshot, role: Role) -> BTreeSet<u64> {
    let mut found: BTreeSet<u64> = snapshot.of(role).map(|node| node.id).collect();
    // Parents come before their children.
    for node in &snapshot.nodes {
        if found.contains(&node.id) {
            found.extend(&node.children);
        }
    }
    found
}

fn sizes() -> [(&'static str, (f32, f32)); 4] {
    [
        ("wide", (1280.0, 800.0)),
        ("compact", (900.0, 640.0)),
        ("narrow", (600.0, 427.0)),
        ("large", (1920.0, 1080.0)),
    ]
}

/// Runs `scene` at every size and in every look that matters.
fn everywhere(people: &[(&str, bool)], scene: impl Fn(World, &str)) {
    for (size, window) in sizes() {
        scene(World::new(people, window), size);
    }
    for (name, theme) in [("dark", Theme::Dark), ("contrast", Theme::HighContrast)] {
        let mut world = World::new(people, (1280.0, 800.0));
        world.theme = theme;
        scene(world, name);
    }
}

const BOTH: [(&str, bool); 2] = [("Maya", true), ("Jon", true)];
const NEW: [(&str, bool); 2] = [("Maya", false), ("Jon", false)];
const LONG: &str = "Wilhelmina Konstantinopolska-Featherstonehaugh of the Upper Meadows and Beyond";

#[test]
fn the_door_stands_at_every_size() {
    everywhere(&BOTH, |world, size| {
        let mut door = Sitting::new(world, door::State::new);
        door.look(&format!("door-{size}"));
        door.press("Both of us The shared space. Private pages stay shut.");
        door.look(&format!("door-both-{size}"));
        door.press("Maya").write("clover marbling").enter();
        door.tell(door::Message::Refused(REFUSED));
        door.look(&format!("door-refused-{size}"));
    });
    let strange = [(LONG, true), ("美玲 👩‍🚀", true)];
    for (size, window) in sizes() {
        let mut door = Sitting::new(World::new(&strange, window), door::State::new);
        door.look(&format!("door-names-{size}"));
    }
}

#[test]
fn the_hand_over_stands_at_every_size() {
    everywhere(&BOTH, |mut world, size| {
        world.here = Here::One(MAYA);
        let mut plain = Sitting::new(world, |ctx| {
            hand_over::State::new(ctx, JON, false, hand_over::Purpose::Page)
        });
        plain.look(&format!("hand-over-{size}"));
    });
    everywhere(&BOTH, |mut world, size| {
        world.proved.insert(MAYA);
        let mut asks = Sitting::new(world, |ctx| {
            hand_over::State::new(ctx, JON, true, hand_over::Purpose::Page)
        });
        asks.tab_to("Jon’s passphrase").write("clover").enter();
        asks.tell(hand_over::Message::Refused(REFUSED));
        asks.look(&format!("hand-over-refused-{size}"));
    });
    let strange = [(LONG, true), ("مريم عبد الرحمن", true)];
    for (size, window) in sizes() {
        for (whose, to) in [("long", MAYA), ("arabic", JON)] {
            let mut world = World::new(&strange, window);
            world.proved.extend([MAYA, JON]);
            let mut asks = Sitting::new(world, |ctx| {
                hand_over::State::new(ctx, to, true, hand_over::Purpose::Page)
            });
            asks.look(&format!("hand-over-{whose}-{size}"));
        }
    }
}

#[test]
fn setting_up_stands_at_every_size() {
    everywhere(&NEW, |mut world, size| {
        let people = std::mem::take(&mut world.household.people);
        let mut setup = Sitting::new(world, setup::State::new);
        setup.look(&format!("setup-names-{size}"));
        setup.tab_to("First person’s name").enter().enter();
        setup.look(&format!("setup-names-missing-{size}"));
        setup.0.page.world.household.people = people;
        setup.tell(setup::Message::Handed(MAYA));
        setup.look(&format!("setup-part-{size}"));
        setup.press("I was hurt").press("Continue");
        setup.look(&format!("setup-asked-{size}"));
        setup.press("Continue");
        setup.look(&format!("setup-next-{size}"));
        setup.press(
            "Use this alone for now Your own pages, steps and journal. Nobody else needs to join.",
        );
        setup.look(&format!("setup-words-{size}"));
        setup.press("Use my own words").write("maya and jon 2019");
        setup.look(&format!("setup-own-{size}"));
        setup.tell(setup::Message::Failed(
            "The disk is full.".into(),
            "Free some space.".into(),
        ));
        setup.look(&format!("setup-failed-{size}"));
        setup.joined(MAYA);
        setup.look(&format!("setup-closing-{size}"));
        assert!(!setup.shows("The disk is full."));
    });
}

#[test]
fn help_settings_and_trouble_stand_at_every_size() {
    everywhere(&BOTH, |world, size| {
        let mut page = Sitting::new(world, help::State::new);
        page.look(&format!("help-{size}"));
        page.0.page.world.settings.country = Some("united-states".into());
        page.look(&format!("help-country-{size}"));
    });
    everywhere(&[("Maya", true), (LONG, false)], |mut world, size| {
        world.here = Here::One(MAYA);
        Sitting::new(world, preferences::State::new).look(&format!("settings-{size}"));
    });
    everywhere(&[], |world, size| {
        let (title, to_do) = text::notices::HOUSEHOLD_DAMAGED;
        let notice = (title.into(), to_do.into(), "household.json: line 3".into());
        let mut page = Sitting::new(world, |_| trouble::State::new(notice));
        page.press("Show the technical detail");
        page.look(&format!("trouble-{size}"));
    });
}

const MAYA_ROW: &str = "Maya Your own space, opened with your passphrase";
const BOTH_ROW: &str = "Both of us The shared space. Private pages stay shut.";

fn wide(people: &[(&str, bool)]) -> World {
    World::new(people, (1280.0, 800.0))
}

#[test]
fn maya_opens_her_space_by_keyboard() {
    let mut door = Sitting::new(wide(&BOTH), door::State::new);
    door.press(MAYA_ROW);
    assert_eq!(door.0.focus().as_deref(), Some("Your passphrase"));
    door.write("clover marbling").enter();
    assert_eq!(
        door.wanted(),
        Some(Wanted::Ask(door::Intent::Unlock {
            person: MAYA,
            passphrase: "clover marbling".into(),
            both: false,
        }))
    );
    assert!(door.shows("Opening, one moment"));
    door.enter();
    assert_eq!(
        door.wanted(),
        None,
        "asked twice while the key was being made"
    );
}

#[test]
fn both_open_the_shared_space_with_jons_passphrase() {
    let mut door = Sitting::new(wide(&BOTH), door::State::new);
    door.press(BOTH_ROW);
    assert_eq!(door.0.focus().as_deref(), Some("Maya"));
    door.press("Jon");
    assert_eq!(door.0.focus().as_deref(), Some("Jon’s passphrase"));
    door.write("duckbill").enter();
    assert_eq!(
        door.wanted(),
        Some(Wanted::Ask(door::Intent::Unlock {
            person: JON,
            passphrase: "duckbill".into(),
            both: true,
        }))
    );
}

#[test]
fn one_who_has_not_joined_has_no_row_and_there_is_no_both() {
    let mut door = Sitting::new(wide(&[("Maya", true), ("Jon", false)]), door::State::new);
    assert!(door.shows("Maya"));
    assert!(!door.shows("Jon") && !door.shows("Both of us"));
}

#[test]
fn a_refused_passphrase_stays_in_its_field() {
    for people in [&BOTH[..], &BOTH[..1]] {
        let mut door = Sitting::new(wide(people), door::State::new);
        door.press(MAYA_ROW).write("clover").enter().wanted();
        door.tell(door::Message::Refused(REFUSED));
        assert!(door.shows(REFUSED.0) && door.shows(REFUSED.1));
        assert_eq!(door.0.focus().as_deref(), Some("Your passphrase"));
        door.write("s").enter();
        let Some(Wanted::Ask(door::Intent::Unlock { passphrase, .. })) = door.wanted() else {
            panic!("nothing was tried");
        };
        assert_eq!(passphrase.as_str(), "clovers");
    }
    let mut asks = Sitting::new(wide(&BOTH), |ctx| {
        hand_over::State::new(ctx, JON, true, hand_over::Purpose::Page)
    });
    asks.tab_to("Jon’s passphrase").write("duck").enter();
    assert_eq!(
        asks.wanted(),
        Some(Wanted::Ask(hand_over::Intent::Prove("duck".into())))
    );
    asks.tell(hand_over::Message::Refused(REFUSED));
    assert_eq!(asks.0.focus().as_deref(), Some("Jon’s passphrase"));
    asks.write("bill").enter();
    assert_eq!(
        asks.wanted(),
        Some(Wanted::Ask(hand_over::Intent::Prove("duckbill".into())))
    );
}

#[test]
fn the_way_back_from_a_passphrase_forgets_it() {
    let mut door = Sitting::new(wide(&BOTH), door::State::new);
    door.press(MAYA_ROW).write("clover").press("Back");
    door.press(MAYA_ROW).enter();
    assert_eq!(door.wanted(), None, "there is nothing to try");
    assert!(door.0.page.screen.escape().is_some());
}

#[test]
fn help_and_leaving_need_no_passphrase() {
    let mut door = Sitting::new(wide(&BOTH), door::State::new);
    door.press("Help and safety");
    assert_eq!(door.wanted(), Some(Wanted::Go(Place::Help)));
    door.press("Leave quickly");
    assert_eq!(door.wanted(), Some(Wanted::Leave));
    door.0.page.world.taps = 2;
    assert!(door.shows("Shift once more, or"));
}

#[test]
fn a_page_is_called_shut_only_where_somebody_wrote_on_it() {
    let says = |world: World, to| {
        let mut page = Sitting::new(world, |ctx| {
            hand_over::State::new(ctx, to, false, hand_over::Purpose::Page)
        });
        page.shows("is shut.")
    };
    assert!(!says(wide(&NEW), MAYA), "nobody has written yet");
    assert!(says(wide(&[("Maya", true), ("Jon", false)]), JON));
    let mut world = wide(&BOTH);
    world.here = Here::One(MAYA);
    assert!(says(world, JON));
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    assert!(!says(world, JON), "only the shared space was open");
}

#[test]
fn jon_takes_the_laptop_or_locks_it() {
    let mut page = Sitting::new(wide(&BOTH), |ctx| {
        hand_over::State::new(ctx, JON, false, hand_over::Purpose::Page)
    });
    page.press("I am Jon");
    assert_eq!(page.wanted(), Some(Wanted::Ask(hand_over::Intent::Arrived)));
    page.press("Not now, lock it");
    assert_eq!(page.wanted(), Some(Wanted::Ask(hand_over::Intent::NotNow)));
    page.press("Leave quickly");
    assert_eq!(page.wanted(), Some(Wanted::Leave));
}

type Setup = Sitting<setup::State>;

impl Setup {
    /// The app founds the household and passes the laptop to the first person.
    fn founded(&mut self, people: &[(&str, bool)]) {
        let Some(Wanted::Ask(setup::Intent::Begin { names })) = self.wanted() else {
            panic!("the household is not begun");
        };
        let expected: Vec<Words> = people.iter().map(|(name, _)| Words::from(*name)).collect();
        assert_eq!(names, expected);
        self.0.page.world.household = wide(people).household;
        self.tell(setup::Message::Founded);
        self.handed(MAYA);
    }

    fn handed(&mut self, person: PersonId) {
        assert_eq!(
            self.wanted(),
            Some(Wanted::Ask(setup::Intent::HandTo(person)))
        );
        self.tell(setup::Message::Handed(person));
    }

    fn joined(&mut self, person: PersonId) {
        for one in &mut self.0.page.world.household.people {
            one.joined |= one.id == person;
        }
        self.tell(setup::Message::Joined(person));
    }

    /// From the part one had to the passphrase page.
    fn answers(&mut self, part: &str, go_on: &str) {
        self.press(part).press("Continue");
        assert!(!self.shows("you are safe"));
        self.press("Continue");
        assert!(!self.shows("you are safe"));
        self.press(go_on);
    }
}

const TOGETHER: &str = "Your own private pages, and a space you share.";
const ALONE: &str =
    "Use this alone for now Your own pages, steps and journal. Nobody else needs to join.";
const STRONG: &str = "unzip clover marbling duckbill stoneware";

#[test]
fn two_people_set_up_by_keyboard() {
    let mut setup = Sitting::new(wide(&[]), setup::State::new);
    setup
        .tab_to("First person’s name")
        .write(" Maya ")
        .enter()
        .write("Jon")
        .enter();
    setup.founded(&NEW);

    setup.answers("I was hurt", &format!("Go on with Jon {TOGETHER}"));
    setup.press("Use these");
    let Some(Wanted::Ask(setup::Intent::Join {
        person: MAYA,
        part: Part::WasHurt,
        passphrase: mayas,
        alone: false,
    })) = setup.wanted()
    else {
        panic!("Maya does not join");
    };
    assert_eq!(mayas.split(' ').count(), 5);
    assert!(setup.shows("Making your key, one moment"));
    setup.joined(MAYA);

    setup.handed(JON);
    assert!(!setup.shows(&mayas));
    setup.answers("I broke trust", &format!("Go on with Maya {TOGETHER}"));
    assert!(!setup.shows(&mayas), "Jon is offered Maya's words");
    setup.press("Use my own words");
    assert_eq!(setup.0.focus().as_deref(), Some("Your passphrase"));
    setup.write(STRONG).enter().write(STRONG).enter();
    assert_eq!(
        setup.wanted(),
        Some(Wanted::Ask(setup::Intent::Join {
            person: JON,
            part: Part::BrokeTrust,
            passphrase: STRONG.into(),
            alone: false,
        }))
    );
    setup.joined(JON);
    setup.press("Begin");
    assert_eq!(setup.wanted(), Some(Wanted::Ask(setup::Intent::Done)));
}

#[test]
fn one_person_sets_up_by_keyboard() {
    let mut setup = Sitting::new(wide(&[]), setup::State::new);
    setup
        .press("I will be using this alone")
        .write("مريم")
        .enter();
    setup.founded(&[("مريم", false)]);
    let go_on = "Go on Your own pages, steps and journal.";
    setup.answers("I would rather not say", go_on);
    setup.press("Other words").press("Use these");
    assert!(matches!(
        setup.wanted(),
        Some(Wanted::Ask(setup::Intent::Join {
            person: MAYA,
            part: Part::RatherNotSay,
            alone: true,
            ..
        }))
    ));
    setup.joined(MAYA);
    setup.press("Begin");
    assert_eq!(setup.wanted(), Some(Wanted::Ask(setup::Intent::Done)));
}

#[test]
fn maya_goes_on_alone_and_jon_is_not_asked() {
    let mut setup = Sitting::new(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup.answers("I was hurt", ALONE);
    setup.press("Use these");
    assert!(matches!(
        setup.wanted(),
        Some(Wanted::Ask(setup::Intent::Join { alone: true, .. }))
    ));
    setup.joined(MAYA);
    assert!(setup.shows("Jon can join later"));
    assert_eq!(setup.wanted(), None);
}

#[test]
fn jon_joins_later_from_his_part_on() {
    let world = wide(&[("Maya", true), ("Jon", false)]);
    let mut setup = Sitting::new(world, |ctx| setup::State::joining(ctx, JON));
    setup.answers(
        "Both, in different ways",
        &format!("Go on with Maya {TOGETHER}"),
    );
    setup.press("Use these").wanted();
    setup.joined(JON);
    setup.press("Begin");
    assert_eq!(setup.wanted(), Some(Wanted::Ask(setup::Intent::Done)));
}

/// CARE.md, safety rule 1.
#[test]
fn whatever_is_answered_the_next_page_is_the_same_to_the_pixel() {
    let next_page = |answer: Option<&str>| {
        let mut setup = Sitting::new(wide(&NEW), setup::State::new);
        setup.tell(setup::Message::Handed(MAYA));
        setup.press("I was hurt").press("Continue");
        let choices = setup.0.snapshot();
        let chosen: Vec<u64> = choices
            .of(Role::RadioButton)
            .filter(|node| node.info.name.as_deref() == answer)
            .map(|node| node.id)
            .collect();
        assert_eq!(chosen.len(), if answer.is_some() { 4 } else { 0 });
        for node in chosen {
            setup.0.operate(goldseam::ui::access::nav::focus_node(node));
            setup.enter();
        }
        let said = setup.0.snapshot();
        let marked = said
            .of(Role::RadioButton)
            .filter(|n| n.info.toggled == Some(true));
        assert_eq!(marked.count(), if answer.is_some() { 4 } else { 0 });
        setup.press("Continue");
        let words: Vec<_> = setup
            .0
            .snapshot()
            .nodes
            .into_iter()
            .map(|n| n.info.name)
            .collect();
        let pixels = setup.0.pixels();
        setup.press("Back");
        let back = setup.0.snapshot();
        assert!(
            back.of(Role::RadioButton)
                .all(|n| n.info.toggled == Some(false))
        );
        (words, pixels)
    };
    let unanswered = next_page(None);
    for answer in ["Yes", "No", "Rather not say"] {
        let (words, pixels) = next_page(Some(answer));
        assert_eq!(words, unanswered.0, "after {answer}");
        assert!(
            pixels == unanswered.1,
            "after {answer} the page looks different"
        );
    }
}

#[test]
fn help_is_offered_beside_the_other_ways_and_looked_at_without_losing_the_place() {
    let mut setup = Sitting::new(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup
        .press("I was hurt")
        .press("Continue")
        .press("Continue");
    let snapshot = setup.0.snapshot();
    let ways: Vec<_> = snapshot
        .focusables()
        .filter(|node| node.info.role == Role::Button && node.bounds.width > 300.0)
        .map(|node| (node.bounds.width, node.bounds.height))
        .collect();
    assert_eq!(ways.len(), 3);
    assert!(ways.iter().all(|way| *way == ways[0]), "one way is larger");
    setup.press("Help and safety People you can call or write to, and what this app does not protect you from.");
    assert_eq!(setup.wanted(), Some(Wanted::Go(Place::Help)));
    assert!(setup.shows("How would you like to go on?"));
}

#[test]
fn names_that_cannot_be_told_apart_are_asked_for_again() {
    let mut setup = Sitting::new(wide(&[]), setup::State::new);
    setup.tab_to("First person’s name").write("Sam").enter();
    setup.write("sam ").enter();
    assert!(setup.shows("Use two different names"));
    assert_eq!(setup.wanted(), None);
    assert_eq!(setup.0.focus().as_deref(), Some("Second person’s name"));
    setup.write("antha").enter();
    assert!(!setup.shows("Use two different names"));
    assert!(setup.wanted().is_some());
}

#[test]
fn names_that_were_kept_before_the_power_went_are_filled_in() {
    let mut setup = Sitting::new(wide(&NEW), setup::State::new);
    setup.press("Continue");
    setup.founded(&NEW);
    drop(setup);
    let mut alone = Sitting::new(wide(&NEW[..1]), setup::State::new);
    alone.press("Continue");
    alone.founded(&NEW[..1]);
}

#[test]
fn a_passphrase_of_ones_own_is_typed_twice_or_looked_at() {
    let mut setup = Sitting::new(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup.answers("I was hurt", ALONE);
    setup.press("Use my own words").write("abc").enter().enter();
    assert!(setup.shows("There is too little in it yet."));
    assert_eq!(setup.wanted(), None);
    setup.write(" maya and jon").enter();
    assert!(setup.shows("it leans on a name"));
    setup.write("something else").enter();
    assert!(setup.shows("These two are not the same."));
    assert_eq!(setup.wanted(), None);
    // The first eye belongs to the first field.
    setup.press("Show the passphrase");
    setup.tab_to("Your passphrase").enter();
    let Some(Wanted::Ask(setup::Intent::Join { passphrase, .. })) = setup.wanted() else {
        panic!("what can be read over need not be typed twice");
    };
    assert_eq!(passphrase.as_str(), "abc maya and jon");
}

#[test]
fn when_joining_fails_the_passphrase_is_still_there() {
    let mut setup = Sitting::new(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup.answers("I was hurt", ALONE);
    setup
        .press("Use my own words")
        .write(STRONG)
        .enter()
        .write(STRONG)
        .enter();
    let first = setup.wanted();
    let (title, to_do) = text::notices::DISK_FULL;
    setup.tell(setup::Message::Failed(title.into(), to_do.into()));
    assert!(setup.shows(title) && setup.shows(to_do));
    setup.press("Use this passphrase");
    assert!(first.is_some());
    assert_eq!(setup.wanted(), first);
}

#[test]
fn every_line_of_help_is_listed_until_a_country_is_chosen() {
    let mut page = Sitting::new(wide(&BOTH), help::State::new);
    assert!(page.shows("Samaritans") && page.shows("1-800-799-7233"));
    let first = &LIBRARY.support.first;
    let snapshot = page.0.snapshot();
    let said: Vec<_> = snapshot
        .of(Role::Status)
        .map(|n| n.info.name.clone())
        .collect();
    assert_eq!(said[0].as_ref(), Some(first));
    for node in &snapshot.nodes {
        let name = node.info.name.as_deref().unwrap_or_default();
        assert!(!name.contains("day and night"), "no hours are known");
    }
    page.press("Country: All countries").press("United Kingdom");
    let country = Some("united-kingdom".to_owned());
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(help::Intent::ChooseCountry(country.clone())))
    );
    page.0.page.world.settings.country = country;
    assert!(page.shows("Samaritans") && !page.shows("1-800-799-7233"));
    assert!(page.shows("Find a Helpline"));
    page.press("Country: United Kingdom").press("All countries");
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(help::Intent::ChooseCountry(None)))
    );
    page.press("Close");
    assert_eq!(page.wanted(), Some(Wanted::Ask(help::Intent::Close)));
}

#[test]
fn at_the_door_help_brings_its_own_way_to_leave() {
    let mut outside = Sitting::new(wide(&BOTH), help::State::new);
    outside.press("Leave quickly");
    assert_eq!(outside.wanted(), Some(Wanted::Leave));
    drop(outside);
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    let mut inside = Sitting::new(world, help::State::new);
    assert!(!names(&inside.0.snapshot()).contains(&"Leave quickly".to_owned()));
}

#[test]
fn each_setting_asks_for_its_change_at_once() {
    use goldseam::domain::settings::{LockDelay, Motion, TextSize, ThemeChoice};
    let mut page = Sitting::new(wide(&BOTH), preferences::State::new);
    let mut expect = |name: &str, change: fn(&mut Settings)| {
        let mut wanted = Settings::default();
        change(&mut wanted);
        page.press(name);
        assert_eq!(
            page.wanted(),
            Some(Wanted::Ask(preferences::Intent::Change(wanted)))
        );
    };
    expect("High contrast", |s| s.theme = ThemeChoice::HighContrast);
    expect("Larger", |s| s.text_size = TextSize::Larger);
    expect("Hold things still", |s| s.motion = Motion::Still);
    expect("Two minutes", |s| s.lock = LockDelay::TwoMinutes);
    page.press("System");
    assert_eq!(page.wanted(), None, "nothing changed");
}

#[test]
fn jon_is_let_in_under_settings_while_he_has_not_joined() {
    let mut page = Sitting::new(
        wide(&[("Maya", true), ("Jon", false)]),
        preferences::State::new,
    );
    page.press("Let Jon join");
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(preferences::Intent::LetJoin(JON)))
    );
    drop(page);
    let mut both = Sitting::new(wide(&BOTH), preferences::State::new);
    assert!(!both.shows("Let Jon join"));
}

#[test]
fn trouble_says_what_to_do_and_folds_the_detail_away() {
    let notice = ("A title.".into(), "What to do.".into(), "code 7".into());
    let mut page = Sitting::new(wide(&[]), |_| trouble::State::new(notice));
    assert!(page.shows("A title.") && page.shows("What to do.") && !page.shows("code 7"));
    page.press("Show the technical detail");
    assert!(page.shows("code 7"));
    page.press("Close Goldseam");
    assert_eq!(page.wanted(), Some(Wanted::Ask(trouble::Intent::Close)));
}
