//! The jar: whose note it is, who reads it, and nobody nudged to write one.

use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::domain::record::{Appreciation, More};
use goldseam::domain::settings::Motion;
use goldseam::domain::{Kind, Room};
use goldseam::screen::{Action, Screen, jar};

pub(crate) fn noticed(words: &str) -> Kind {
    Kind::Appreciation(Appreciation {
        words: words.into(),
        from_both: false,
        more: More::default(),
    })
}

#[test]
fn nothing_moves_for_one_who_wants_it_still() {
    let mut world = World::first_evening();
    world.put(0, noticed("You warmed the car."));
    let mut screen = jar::State::new(&world.ctx());
    let moving = screen.update(jar::Message::Draw, &world.ctx());
    assert!(matches!(moving, Action::Run(_)));
    world.settings.motion = Motion::Still;
    let mut screen = jar::State::new(&world.ctx());
    let still = screen.update(jar::Message::Draw, &world.ctx());
    assert!(matches!(still, Action::None));
}

#[test]
fn maya_puts_a_note_into_the_jar() {
    let world = World::first_evening();
    let maya = world.id(0);
    let mut desk = Desk::new(world, jar::State::new);
    desk.press("Add a note");
    desk.go_to("What you noticed");
    desk.write("You warmed the car.");
    desk.press("Put it in the jar");
    assert!(desk.page().saved.is_empty(), "nobody said whose note it is");
    desk.press("Maya");
    desk.press("Put it in the jar");
    let entry = desk.page().saved[0][0].clone();
    assert!(entry.what == noticed("You warmed the car."));
    assert_eq!((entry.by, entry.room), (maya, Room::Shared));
    assert!(desk.names().contains(&"Draw one out".to_owned()));
}

#[test]
fn the_one_a_note_is_to_reads_it_and_puts_it_back() {
    let mut world = World::first_evening();
    let jon = world.id(1);
    let id = world.put(0, noticed("You warmed the car."));
    let mut desk = Desk::new(world.clone(), jar::State::new);
    desk.press("Draw one out");
    desk.press("Put it back");
    let entry = desk.page().saved[0][0].clone();
    let Kind::Reading(reading) = &entry.what else {
        panic!("not a reading")
    };
    assert_eq!((reading.appreciation, entry.by), (id, jon));
    drop(desk);

    // Maya, alone, cannot sign for Jon.
    let mut desk = Desk::new(world.alone(0), jar::State::new);
    desk.press("Draw one out");
    desk.press("Put it back");
    assert!(desk.page().saved.is_empty());
    assert!(desk.names().contains(&"Draw one out".to_owned()));
}

#[test]
fn another_draw_brings_another_note() {
    let mut world = World::first_evening();
    for words in ["one", "two", "three"] {
        world.put(0, noticed(words));
    }
    let mut desk = Desk::new(world, jar::State::new);
    desk.press("Draw one out");
    for _ in 0..4 {
        let before = desk.0.pixels();
        desk.press("Draw another");
        assert!(before != desk.0.pixels(), "the same note came again");
    }
}

#[test]
fn nobody_is_nudged_to_write_a_note_before_the_hurt_was_heard() {
    let world = World::first_evening();
    let mut desk = Desk::new(world.clone(), jar::State::new);
    let early = desk.told();
    assert!(
        early.contains("It can wait") && !early.contains("it can go in here"),
        "{early}"
    );
    assert!(matches!(
        jar::State::new(&world.ctx()).update(jar::Message::PutIn, &world.ctx()),
        Action::None
    ));
}
