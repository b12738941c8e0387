//! Commitments: taken on by oneself, a miss answered with a repair, three at a time.

use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::domain::record::{Cadence, Commitment, More, Outcome};
use goldseam::domain::{Kind, Room};
use goldseam::screen::{Draft, Screen, commitments};
use goldseam::ui::access::Node;

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

#[test]
fn maya_takes_something_on_for_herself() {
    let world = World::first_evening();
    let maya = world.id(0);
    let mut desk = Desk::new(world, commitments::State::new);
    desk.press("New for Maya");
    desk.go_to("If");
    desk.write("I want to check his phone");
    desk.press("Save this commitment");
    assert!(desk.page().saved.is_empty(), "half a sentence was saved");
    assert!(desk.0.find("then").info.invalid);
    desk.go_to("then");
    desk.write("I will say so first");
    desk.press("Every day");
    desk.press("Save this commitment");

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
        desk.names().iter().all(|name| name != "If"),
        "the form stays open"
    );
}

#[test]
fn jon_misses_and_writes_the_repair() {
    let mut world = World::first_evening();
    let (jon, today) = (world.id(1), world.now.date_naive());
    let id = world.put(1, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.press("Missed");
    desk.go_to("Repair, in Jon’s words");
    desk.write("I told her first.");
    assert!(
        desk.page()
            .screen
            .drafts()
            .iter()
            .any(|d| d.words.as_str().contains("first"))
    );
    desk.press("Save the repair");

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
    let blank = |d: &Draft| d.words.is_blank();
    assert!(
        desk.page().screen.drafts().iter().all(blank),
        "a draft outlives what was saved"
    );
}

#[test]
fn nobody_alone_can_touch_what_the_other_said() {
    let mut world = World::first_evening().alone(0);
    let id = world.put(1, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    let controls = desk.names();
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
    let readable =
        |node: &Node| node.info.name.as_deref() == Some("If I will be late, then I will call.");
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
    world.put(0, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.press("The day you are marking: Today, Sunday");
    desk.press("Saturday");
    desk.press("Kept");
    let Kind::Report(report) = &desk.page().saved[0][0].what else {
        panic!("not a report")
    };
    assert!(report.on == yesterday && report.outcome == Outcome::Kept);
    assert_eq!(desk.0.find("Kept").info.toggled, Some(true));
}

#[test]
fn what_was_taken_on_privately_stays_private() {
    let mut world = World::first_evening().alone(0);
    world.put(0, promise("I will call my sister"));
    let maya = world.id(0);
    world.rooms[0] = std::mem::take(&mut world.shared);
    let mut desk = Desk::new(world.clone(), commitments::State::new);
    assert!(desk.told().contains("Private"));
    desk.press("Kept");
    assert_eq!(desk.page().saved[0][0].room, Room::Private(maya));
    drop(desk);
    let mut desk = Desk::new(world.both(), commitments::State::new);
    assert!(!desk.told().contains("my sister"));
}

#[test]
fn a_fourth_commitment_has_to_wait_and_says_why() {
    let mut world = World::first_evening();
    for then in ["call", "write", "ask"] {
        world.put(1, promise(then));
    }
    let mut desk = Desk::new(world, commitments::State::new);
    let snapshot = desk.0.snapshot();
    let button = |node: &&Node| node.info.name.as_deref() == Some("New for Jon");
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
    world.put(0, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.press("Set this down: I will call");
    assert_eq!(desk.tab_order()[..3], ["Keep it", "Set it down", "Keep it"]);
    desk.press("Set it down");
    let Kind::Report(report) = &desk.page().saved[0][0].what else {
        panic!("not a report")
    };
    assert!(report.outcome == Outcome::SetDown);
}

#[test]
fn what_was_being_written_is_found_again() {
    let mut world = World::first_evening();
    world.put(1, promise("I will call"));
    let mut desk = Desk::new(world, commitments::State::new);
    desk.press("New for Maya");
    desk.go_to("If");
    desk.write("it rains");
    desk.press("Missed");
    desk.go_to("Repair, in Jon’s words");
    desk.write("I was late");
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
