//! The journal: nothing typed is lost, and nothing is deleted unasked.

mod pages;

use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::domain::{Kind, Room};
use goldseam::screen::{Screen, journal};
use goldseam::text::journal as words;
use iced::keyboard::key::Named;

#[test]
fn what_maya_types_is_a_draft_of_her_room_until_she_keeps_it() {
    let mut desk = Desk::new(World::first_evening().alone(0), journal::State::new);
    desk.go_to(words::TEXT);
    desk.write("Rain all day");
    let maya = desk.page().world.id(0);
    let drafts = desk.page().screen.drafts();
    let text = drafts.iter().find(|d| d.key == "journal/new").unwrap();
    assert_eq!(
        (text.room, text.words.as_str()),
        (Room::Private(maya), "Rain all day")
    );

    desk.press(words::KEEP);
    let saved = desk.page().saved.concat();
    assert_eq!(saved[0].room, Room::Private(maya));
    assert!(matches!(&saved[0].what, Kind::Journal(j) if j.text.as_str() == "Rain all day"));
    assert!(
        desk.page()
            .screen
            .drafts()
            .iter()
            .all(|d| d.words.is_blank())
    );
    assert!(
        desk.0.snapshot().named(words::DELETE).is_some(),
        "the kept page is open"
    );
}

#[test]
fn maya_writes_the_power_goes_maya_finds_her_words() {
    let mut world = World::demo().alone(0);
    world
        .drafts
        .insert("journal/new".into(), "Half a sentence".into());
    world
        .drafts
        .insert("journal/new/title".into(), "Tonight".into());
    let mut desk = Desk::new(world, journal::State::new);
    assert_eq!(
        desk.0.find(words::TEXT).info.value.as_deref(),
        Some("Half a sentence")
    );
    assert_eq!(desk.page().screen.drafts()[0].words.as_str(), "Tonight");
}

#[test]
fn a_line_beside_the_words_shows_where_typing_goes() {
    let mut desk = Desk::new(World::demo().alone(0), journal::State::new);
    let place = desk.0.find(words::TEXT).bounds;
    let beside = |desk: &mut Desk<journal::State>| {
        let pixels = desk.0.pixels();
        let (x, y) = (place.x as usize - 11, place.y as usize + 40);
        let at = 4 * (y * 1280 + x);
        pixels[at..at + 3].to_vec()
    };
    let paper = beside(&mut desk);
    desk.go_to(words::TEXT);
    assert_ne!(beside(&mut desk), paper);
}

#[test]
fn a_page_that_is_not_kept_says_that_it_waits() {
    let mut desk = Desk::new(World::demo().alone(0), journal::State::new);
    assert!(desk.0.snapshot().named(words::WAITS_HERE).is_none());
    desk.go_to(words::TEXT);
    desk.write("Half a thought");
    assert!(desk.0.snapshot().named(words::WAITS_HERE).is_some());
}

#[test]
fn a_new_entry_keeps_the_one_being_written_first() {
    let mut desk = Desk::new(World::demo().alone(0), journal::State::new);
    desk.go_to(words::TEXT);
    desk.write("First");
    desk.press(words::NEW_ENTRY);
    assert_eq!(desk.page().saved.len(), 1);
    assert_eq!(desk.0.find(words::TEXT).info.value.as_deref(), Some(""));
}

#[test]
fn deleting_asks_first_and_the_safe_choice_comes_first() {
    let mut desk = Desk::new(World::demo().alone(0), journal::State::new);
    desk.press("Saturday 14 November, What I did not say at dinner");
    desk.press(words::DELETE);
    assert_eq!(desk.tab_order()[..2], [words::KEEP_IT, words::DELETE]);
    desk.press(words::KEEP_IT);
    assert!(desk.page().asked.is_empty());
    desk.press(words::DELETE);
    desk.press(words::DELETE);
    assert_eq!(desk.page().asked.len(), 1);
}

#[test]
fn an_old_page_does_not_cost_the_one_being_written() {
    let mut desk = Desk::new(
        World::demo().alone(0).sized(900.0, 640.0),
        journal::State::new,
    );
    desk.go_to(words::TEXT);
    desk.write("Still here");
    desk.press(words::SHOW_ENTRIES);
    desk.go_to("Not kept yet, A page without a title");
    desk.0.key(Named::ArrowDown);
    desk.0.key(Named::Enter);
    assert!(
        desk.0
            .snapshot()
            .named("What I did not say at dinner")
            .is_some()
    );
    desk.press(words::NEW_ENTRY);
    assert_eq!(
        desk.0.find(words::TEXT).info.value.as_deref(),
        Some("Still here")
    );
    assert!(desk.page().saved.is_empty());
}
