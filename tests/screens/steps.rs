//! The ten steps as a list: what is done, what is next, and nothing locked.

use crate::support::desk::Desk;
use crate::support::library;
use crate::support::world::{JON, MAYA, World};
use goldseam::domain::record::{More, Place as Reached};
use goldseam::domain::{Kind, PersonId, Room};
use goldseam::screen::steps::State;
use goldseam::screen::{Entry, Here, Place};
use goldseam::ui::access::Role;

fn open(world: World) -> Desk<State> {
    Desk::new(world, State::new)
}

fn reach(world: &mut World, step: u8, by: PersonId, room: Room, finished: bool) {
    let guide = library().step(step).unwrap();
    let place = Kind::Place(Reached {
        guide: guide.id.clone(),
        page: guide.pages[0].id.clone(),
        finished,
        again: false,
        more: More::default(),
    });
    world.keep(vec![Entry::new(room, by, place)]);
}

/// What each row says, in order.
fn rows(screen: &mut Desk<State>) -> Vec<String> {
    let snapshot = screen.0.snapshot();
    let mut rows: Vec<String> = Vec::new();
    for node in &snapshot.nodes {
        let name = node.info.name.clone().unwrap_or_default();
        match node.info.role {
            Role::Heading if node.info.level == Some(3) => rows.push(name),
            _ => {
                if let Some(row) = rows.last_mut() {
                    row.push_str(&format!(" | {name}"));
                }
            }
        }
    }
    rows
}

#[test]
fn each_step_says_in_words_where_it_stands() {
    let mut world = World::new(Here::Both);
    for by in [MAYA, JON] {
        reach(&mut world, 1, by, Room::Shared, true);
    }
    reach(&mut world, 2, JON, Room::Shared, true);
    reach(&mut world, 4, JON, Room::Shared, false);
    let mut screen = open(world);
    let rows = rows(&mut screen);
    assert_eq!(rows.len(), 10);
    assert!(rows[0].contains("Set in gold"), "{}", rows[0]);
    assert!(rows[1].contains("Jon’s part is done"), "{}", rows[1]);
    assert!(rows[2].contains("Whenever you like"), "{}", rows[2]);
    assert!(rows[3].contains("Begun by Jon"), "{}", rows[3]);
    assert!(rows[0].contains("Allow 40 minutes."));
    assert!(rows[0].contains("Common in therapists’ practice. Drawn from Jana"));
    assert!(rows[0].contains("Jon writes down what was done"));
    assert!(rows.iter().all(|row| !row.contains('%')));
}

#[test]
fn no_step_is_locked_and_the_keyboard_opens_each() {
    let mut screen = open(World::new(Here::Both));
    for _ in 0..10 {
        screen.0.tab();
        assert!(screen.0.focus().unwrap().starts_with("Open step"));
        screen.enter();
    }
    let all: Vec<Place> = (1..=10)
        .map(|n| Place::Guide(library().step(n).unwrap().id.clone()))
        .collect();
    assert_eq!(screen.page().gone, all);
}

#[test]
fn alone_a_person_sees_their_own_path_and_not_the_others() {
    let mut world = World::new(Here::One(MAYA));
    reach(&mut world, 1, JON, Room::Shared, true);
    reach(&mut world, 2, MAYA, Room::Private(MAYA), true);
    let mut screen = open(world);
    let rows = rows(&mut screen);
    assert!(rows[0].contains("Next"), "{}", rows[0]);
    assert!(rows[1].contains("Set in gold"), "{}", rows[1]);
}
