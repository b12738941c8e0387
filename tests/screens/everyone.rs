//! What every working screen promises whoever lives here: each control has a name, is in reach, and comes in reading order.

use crate::support::desk::Desk;
use crate::support::promises::{broken, named};
use crate::support::world::World;
use goldseam::screen::{Ctx, Screen, alone, check_in, commitments, jar, journal, together, weekly};

const SIZES: [(f32, f32); 4] = [
    (1280.0, 800.0),
    (900.0, 640.0),
    (600.0, 427.0),
    (1920.0, 1080.0),
];

fn check<S: Screen<Intent: Clone>>(world: &World, screen: fn(&Ctx<'_>) -> S) {
    for (width, height) in SIZES {
        let mut desk = Desk::new(world.clone().sized(width, height), screen);
        let snapshot = desk.0.snapshot();
        let faults = broken(&snapshot);
        assert!(faults.is_empty(), "{width}:\n{}", faults.join("\n"));
        let names = snapshot.focusables().map(named);
        let read: Vec<String> = names.collect();
        assert_eq!(desk.tab_order(), read, "Tab leaves the order of reading");
    }
}

#[test]
fn every_control_is_named_and_in_reach_whoever_lives_here() {
    for world in [
        World::demo(),
        World::first_evening(),
        World::long_names(),
        World::one_person(),
    ] {
        if world.household.people.len() == 2 {
            check(&world.clone().both(), together::State::new);
            check(&world.clone().both(), check_in::State::new);
        }
        let world = world.alone(0);
        check(&world, alone::State::new);
        check(&world, check_in::State::new);
        check(&world, journal::State::new);
    }
}

#[test]
fn every_control_has_a_name_whoever_is_here() {
    for world in [
        World::demo(),
        World::first_evening(),
        World::long_names(),
        World::one_person(),
    ] {
        let two = world.household.people.len() > 1;
        let mut sittings = vec![world.clone().alone(0)];
        sittings.extend(two.then(|| world.both()));
        for world in &sittings {
            check(world, commitments::State::new);
            check(world, jar::State::new);
            check(world, weekly::State::new);
        }
    }
}
