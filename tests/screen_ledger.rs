//! Commitments, the jar and the weekly page, used by the keyboard.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "support/headless.rs"]
mod headless;
#[path = "screen_ledger/world.rs"]
mod world;

use goldseam::domain::record::{Cadence, Commitment, More, Outcome};
use goldseam::domain::summary;
use goldseam::domain::{Kind, Record, RecordId, Room, Week};
use goldseam::screen::{Action, Screen, commitments, jar, weekly};
use goldseam::ui::Picture;
use iced::widget::image::Handle;
use world::{Desk, World};

fn put(world: &mut World, at: usize, what: Kind) -> RecordId {
    let id = RecordId::from_random(world.shared.len() as u128 + 7);
    world.shared.push(Record {
        id,
        at: world.now,
        by: world.id(at),
        what,
        amends: None,
        more: More::default(),
    });
    id
}

fn promise(then: &str) -> Kind {
    Kind::Commitment(Commitment {
        when: "I will be late".into(),
        then: then.into(),
        obstacle: "".into(),
        cadence: Cadence::EveryDay,
        until: None,
        more: More::default(),
    })
}

fn noticed(words: &str) -> Kind {
    Kind::Appreciation(goldseam::domain::record::Appreciation {
        words: words.into(),
        from_both: false,
        more: More::default(),
    })
}

fn page() -> weekly::Message {
    let picture = || Picture {
        handle: Handle::from_rgba(2, 2, vec![255; 16]),
        width: 2,
        height: 2,
    };
    weekly::Message::Preview(vec![weekly::Page {
        beside: picture(),
        whole: picture(),
    }])
}

fn names<S: Screen>(desk: &mut Desk<S>) -> Vec<String> {
    let snapshot = desk.0.snapshot();
    let named = |node: &goldseam::ui::access::Node| node.info.name.clone().unwrap_or_default();
    snapshot.focusables().map(named).collect()
}

/// All that can be read.
fn all(snapshot: &goldseam::ui::access::Snapshot) -> String {
    let names = snapshot.nodes.iter().filter_map(|n| n.info.name.clone());
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn maya_takes_something_on_for_herself() {
    let world = World::first_evening();
    let maya = world.id(0);
    let mut desk = Desk::new(world, commitments::State::new);
    desk.enter("New for Maya");
    desk.go_to("If");
    desk.0.type_text("I want to check his phone");
    desk.enter("Save this commitment");
    assert!(desk.page().saved.is_empty(), "half a sentence was saved");
    assert!(desk.0.find("then").info.invalid);
    desk.go_to("then");
    desk.0.type_text("I will say so first");
    desk.enter("Every day");
    desk.enter("Save this commitment");

    let saved = &desk.page().saved;
    let [entries] = saved.as_slice() else {
        panic!("saved {} times", saved.len())
    };
    let Kind::Commitment(said) = &entries[0].what else {
        panic!("not a commitment")
    };
    assert_eq!((entries[0].room, entries[0].by), (Room::Shared, maya));
    assert_eq!(said.when.as_str(), "I want to check his phone");
    assert_eq!(said.then.as_str(), "I will say so first");
    assert_eq!((said.cadence, said.until), (Cadence::EveryDay, None));
    assert!(
        names(&mut desk).iter().all(|name| name != "If"),
        "the form stays open"
    );
}

#[test]
fn jon_misses_and_writes_the_repair() {
    let mut world = World::first_evening();
    let (jon, today) = (world.id(1), world.now.date_naive());
    let id = put(&mut world, 1, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.enter("Missed");
    desk.go_to("Repair, in Jon’s words");
    desk.0.type_text("I told her first.");
    assert!(
        desk.page()
            .screen
            .drafts()
            .iter()
            .any(|d| d.words.as_str().contains("first"))
    );
    desk.enter("Save the repair");

    let told: Vec<_> = desk.page().saved.iter().flatten().cloned().collect();
    let outcomes: Vec<_> = told
        .iter()
        .map(|entry| {
            assert_eq!((entry.by, entry.room), (jon, Room::Shared));
            let Kind::Report(report) = &entry.what else {
                panic!("not a report")
            };
            assert_eq!((report.commitment, report.on), (id, today));
            report.outcome.clone()
        })
        .collect();
    let missed = |repair: &str| Outcome::Missed {
        repair: repair.into(),
    };
    assert!(outcomes == [missed(""), missed("I told her first.")]);
    let blank = |d: &goldseam::screen::Draft| d.words.is_blank();
    assert!(
        desk.page().screen.drafts().iter().all(blank),
        "a draft outlives what was saved"
    );
}

#[test]
fn nobody_alone_can_touch_what_the_other_said() {
    let mut world = World::first_evening().alone(0);
    let id = put(&mut world, 1, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    let controls = names(&mut desk);
    for forbidden in [
        "Kept",
        "Adjusted",
        "Missed",
        "New for Jon",
        "Set this down: I will call",
    ] {
        assert!(
            !controls.iter().any(|name| name == forbidden),
            "{forbidden} can be pressed"
        );
    }
    let snapshot = desk.0.snapshot();
    let readable = |node: &goldseam::ui::access::Node| {
        node.info.name.as_deref() == Some("If I will be late, then I will call.")
    };
    assert!(snapshot.nodes.iter().any(readable), "it cannot be read");
    for mark in [
        commitments::Mark::Kept,
        commitments::Mark::Adjusted,
        commitments::Mark::Missed,
    ] {
        desk.tell(commitments::Message::Mark(id, mark));
    }
    desk.tell(commitments::Message::New(desk.0.page.world.id(1)));
    desk.tell(commitments::Message::SetDown(id));
    desk.tell(commitments::Message::SetItDown);
    assert!(desk.page().saved.is_empty());
}

#[test]
fn a_day_of_this_week_can_be_marked_later() {
    let mut world = World::first_evening();
    let yesterday = world.now.date_naive().pred_opt().unwrap();
    put(&mut world, 0, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.enter("The day you are marking: Today, Sunday");
    desk.enter("Saturday");
    desk.enter("Kept");
    let Kind::Report(report) = &desk.page().saved[0][0].what else {
        panic!("not a report")
    };
    assert!(report.on == yesterday && report.outcome == Outcome::Kept);
    assert_eq!(desk.0.find("Kept").info.toggled, Some(true));
}

#[test]
fn what_was_taken_on_privately_stays_private() {
    let mut world = World::first_evening().alone(0);
    put(&mut world, 0, promise("I will call my sister"));
    let maya = world.id(0);
    world.rooms[0] = std::mem::take(&mut world.shared);
    let mut desk = Desk::new(world.clone(), commitments::State::new);
    assert!(all(&desk.0.snapshot()).contains("Private"));
    desk.enter("Kept");
    assert_eq!(desk.page().saved[0][0].room, Room::Private(maya));
    drop(desk);
    let mut desk = Desk::new(world.both(), commitments::State::new);
    assert!(!all(&desk.0.snapshot()).contains("my sister"));
}

#[test]
fn nothing_moves_for_one_who_wants_it_still() {
    let mut world = World::first_evening();
    put(&mut world, 0, noticed("You warmed the car."));
    let mut screen = jar::State::new(&world.ctx());
    let moving = screen.update(jar::Message::Draw, &world.ctx());
    assert!(matches!(moving, Action::Run(_)));
    world.settings.motion = goldseam::domain::settings::Motion::Still;
    let mut screen = jar::State::new(&world.ctx());
    let still = screen.update(jar::Message::Draw, &world.ctx());
    assert!(matches!(still, Action::None));
}

#[test]
fn a_fourth_commitment_has_to_wait_and_says_why() {
    let mut world = World::first_evening();
    for then in ["call", "write", "ask"] {
        put(&mut world, 1, promise(then));
    }
    let mut desk = Desk::new(world, commitments::State::new);
    let snapshot = desk.0.snapshot();
    let button =
        |node: &&goldseam::ui::access::Node| node.info.name.as_deref() == Some("New for Jon");
    let button = snapshot.nodes.iter().find(button).unwrap();
    assert!(button.info.disabled);
    assert!(
        button
            .info
            .description
            .as_deref()
            .unwrap()
            .contains("three at a time")
    );
    assert!(!desk.0.find("New for Maya").info.disabled);
}

#[test]
fn setting_down_asks_first_and_keeping_is_the_safe_answer() {
    let mut world = World::first_evening();
    put(&mut world, 0, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.enter("Set this down: I will call");
    assert_eq!(desk.tab_order()[..3], ["Keep it", "Set it down", "Keep it"]);
    desk.enter("Set it down");
    let Kind::Report(report) = &desk.page().saved[0][0].what else {
        panic!("not a report")
    };
    assert!(report.outcome == Outcome::SetDown);
}

#[test]
fn what_was_being_written_is_found_again() {
    let mut world = World::first_evening();
    put(&mut world, 1, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.enter("New for Maya");
    desk.go_to("If");
    desk.0.type_text("it rains");
    desk.enter("Missed");
    desk.go_to("Repair, in Jon’s words");
    desk.0.type_text("I was late");
    let mut world = desk.page().world.clone();
    for draft in desk.page().screen.drafts() {
        world.drafts.insert(draft.key, draft.words);
    }
    drop(desk);
    let mut desk = Desk::new(world, commitments::State::new);
    assert_eq!(desk.0.find("If").info.value.as_deref(), Some("it rains"));
    let repair = desk.0.find("Repair, in Jon’s words").info.value.unwrap();
    assert_eq!(repair.trim(), "I was late");
}

#[test]
fn maya_puts_a_note_into_the_jar() {
    let world = World::first_evening();
    let maya = world.id(0);
    let mut desk = Desk::new(world, jar::State::new);
    desk.enter("Add a note");
    desk.go_to("What you noticed");
    desk.0.type_text("You warmed the car.");
    desk.enter("Put it in the jar");
    assert!(desk.page().saved.is_empty(), "nobody said whose note it is");
    desk.enter("Maya");
    desk.enter("Put it in the jar");
    let entry = desk.page().saved[0][0].clone();
    assert!(entry.what == noticed("You warmed the car."));
    assert_eq!((entry.by, entry.room), (maya, Room::Shared));
    assert!(names(&mut desk).contains(&"Draw one out".to_owned()));
}

#[test]
fn the_one_a_note_is_to_reads_it_and_puts_it_back() {
    let mut world = World::first_evening();
    let jon = world.id(1);
    let id = put(&mut world, 0, noticed("You warmed the car."));
    let mut desk = Desk::new(world.clone(), jar::State::new);
    desk.enter("Draw one out");
    desk.enter("Put it back");
    let entry = desk.page().saved[0][0].clone();
    let Kind::Reading(reading) = &entry.what else {
        panic!("not a reading")
    };
    assert_eq!((reading.appreciation, entry.by), (id, jon));
    drop(desk);

    // Maya, alone, cannot sign for Jon.
    let mut desk = Desk::new(world.alone(0), jar::State::new);
    desk.enter("Draw one out");
    desk.enter("Put it back");
    assert!(desk.page().saved.is_empty());
    assert!(names(&mut desk).contains(&"Draw one out".to_owned()));
}

#[test]
fn another_draw_brings_another_note() {
    let mut world = World::first_evening();
    for words in ["one", "two", "three"] {
        put(&mut world, 0, noticed(words));
    }
    let mut desk = Desk::new(world, jar::State::new);
    desk.enter("Draw one out");
    for _ in 0..4 {
        let before = desk.0.pixels();
        desk.enter("Draw another");
        assert!(before != desk.0.pixels(), "the same note came again");
    }
}

#[test]
fn each_line_is_put_on_the_page_by_its_owner() {
    let mut world = World::first_evening();
    let jon = world.id(1);
    put(&mut world, 1, noticed("You warmed the car"));
    let mut desk = Desk::new(world.clone(), weekly::State::new);
    desk.tell(page());
    let line = desk.0.find("From the jar: You warmed the car");
    assert_eq!(
        line.info.toggled,
        Some(false),
        "an own line is on before its owner put it there"
    );
    desk.enter("From the jar: You warmed the car");
    let entry = desk.page().saved[0][0].clone();
    let Kind::Line(line) = &entry.what else {
        panic!("not a line")
    };
    assert!(line.shown && line.line.starts_with("note/"));
    assert_eq!((entry.by, entry.room), (jon, Room::Shared));
    assert_eq!(desk.page().asked, [weekly::Intent::Refresh]);
    drop(desk);

    let mut desk = Desk::new(world.alone(0), weekly::State::new);
    assert!(
        !all(&desk.0.snapshot()).contains("You warmed the car"),
        "Maya sees what Jon has not put on the page"
    );
}

#[test]
fn an_approval_is_given_to_the_page_as_it_stands() {
    let world = World::demo();
    let week = Week::of(world.now.date_naive());
    let steps = world.library.step_ids();
    let stands = summary::fold(&world.shared, &world.household, week, &steps).fingerprint;
    let jon = world.id(1);
    let mut desk = Desk::new(world, weekly::State::new);
    desk.tell(weekly::Message::Approve(jon));
    assert!(
        desk.page().saved.is_empty(),
        "a page nobody saw was approved"
    );
    desk.tell(page());
    desk.enter("Approve the page as Jon");
    let entry = desk.page().saved[0][0].clone();
    let Kind::Approval(approval) = &entry.what else {
        panic!("not an approval")
    };
    assert_eq!(
        (entry.by, approval.week, approval.page.as_str()),
        (jon, week, stands.as_str())
    );
}

#[test]
fn the_page_is_saved_once_both_approved_it() {
    let mut desk = Desk::new(World::demo(), weekly::State::new);
    desk.tell(page());
    let waits = |desk: &mut Desk<weekly::State>| {
        let snapshot = desk.0.snapshot();
        let save =
            |node: &&goldseam::ui::access::Node| node.info.name.as_deref() == Some("Save PDF");
        let save = snapshot.nodes.iter().find(save).unwrap().info.clone();
        save.disabled.then(|| save.description.unwrap_or_default())
    };
    assert_eq!(
        waits(&mut desk).as_deref(),
        Some("Jon has not approved this page yet.")
    );
    desk.enter("Approve the page as Jon");
    assert_eq!(
        waits(&mut desk).as_deref(),
        Some("The page is being drawn.")
    );
    desk.tell(page());
    desk.enter("Save PDF");
    desk.enter("Choose a place…");
    assert_eq!(desk.page().asked.last(), Some(&weekly::Intent::ChooseFile));
    desk.tell(weekly::Message::FileChosen("/home/maya/week.pdf".into()));
    desk.enter("Save here");
    let path = "/home/maya/week.pdf".to_owned();
    assert_eq!(
        desk.page().asked.last(),
        Some(&weekly::Intent::SavePdf { path: path.clone() })
    );
    desk.tell(weekly::Message::PdfSaved(Err("the disk is full".into())));
    assert!(
        names(&mut desk).contains(&"Save here".to_owned()),
        "the panel is gone and nothing was saved"
    );
    desk.tell(weekly::Message::PdfSaved(Ok(path)));
    desk.enter("The week before");
    assert_eq!(
        desk.page().screen.week(),
        Week::of(desk.0.page.world.now.date_naive()).previous()
    );
}

#[test]
fn every_control_has_a_name_whoever_is_here() {
    fn check<S: Screen>(world: World, screen: impl FnOnce(&goldseam::screen::Ctx<'_>) -> S) {
        let mut desk = Desk::new(world, screen);
        let names = names(&mut desk);
        assert!(!names.is_empty());
        assert!(
            names.iter().all(|name| !name.trim().is_empty()),
            "{names:?}"
        );
        assert_eq!(desk.tab_order(), names, "Tab leaves the order of reading");
    }
    for world in [
        World::demo(),
        World::first_evening(),
        World::long_names(),
        World::one_person(),
    ] {
        for (width, height) in [(1280.0, 800.0), (900.0, 640.0), (600.0, 427.0)] {
            let world = world.clone().sized(width, height);
            let two = world.household.people.len() > 1;
            let mut sittings = vec![world.clone().alone(0)];
            sittings.extend(two.then(|| world.both()));
            for world in sittings {
                check(world.clone(), commitments::State::new);
                check(world.clone(), jar::State::new);
                check(world, weekly::State::new);
            }
        }
    }
}

#[test]
fn each_column_is_read_from_its_name_down() {
    let mut desk = Desk::new(World::demo(), commitments::State::new);
    let order = desk.tab_order();
    let at = |name: &str| order.iter().position(|n| n == name).unwrap();
    assert!(
        at("New for Maya")
            < at("Set this down: I will write it down and ask it the next evening, after supper")
    );
    assert!(at("Change these words") > at("New for Jon"));
    assert!(
        order[at("New for Maya")..at("New for Jon")]
            .iter()
            .any(|name| name == "Kept")
    );
}

#[test]
fn nobody_is_nudged_to_write_a_note_before_the_hurt_was_heard() {
    let world = World::first_evening();
    let mut desk = Desk::new(world.clone(), jar::State::new);
    let says = |desk: &mut Desk<jar::State>| all(&desk.0.snapshot());
    let early = says(&mut desk);
    assert!(
        early.contains("It can wait") && !early.contains("it can go in here"),
        "{early}"
    );
    assert!(matches!(
        jar::State::new(&world.ctx()).update(jar::Message::PutIn, &world.ctx()),
        Action::None
    ));
}
