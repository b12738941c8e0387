//! The check-in: kept to oneself unless it is offered, and never half kept.

use crate::support::desk::{Desk, Disk};
use crate::support::world::World;
use goldseam::domain::{Kind, Room};
use goldseam::screen::{Place, Screen, check_in};
use goldseam::text::{check_in as words, common};

const NOTE: &str = "I lay awake again";

fn answered(world: World) -> Desk<check_in::State> {
    let mut desk = Desk::new(world, check_in::State::new);
    desk.press("Mixed");
    desk.press("Lonely");
    desk.go_to(words::NOTE);
    desk.write(NOTE);
    desk
}

#[test]
fn nothing_is_chosen_before_the_person_chooses() {
    let mut desk = Desk::new(World::demo().alone(0), check_in::State::new);
    let chosen: Vec<_> = desk
        .0
        .snapshot()
        .focusables()
        .filter(|node| node.info.toggled == Some(true))
        .filter_map(|node| node.info.name.clone())
        .collect();
    assert_eq!(chosen, [words::private_to("Maya")]);
    assert!(desk.page().saved.is_empty());
}

#[test]
fn maya_keeps_it_to_herself_and_not_a_word_is_shared() {
    let mut desk = answered(World::demo().alone(0));
    desk.press(common::SAVE);
    let maya = desk.page().world.id(0);
    let saved = desk.page().saved.concat();
    assert_eq!(saved.len(), 1);
    assert_eq!((saved[0].room, saved[0].by), (Room::Private(maya), maya));
    let Kind::CheckIn(kept) = &saved[0].what else {
        panic!("not a check-in");
    };
    assert_eq!(kept.note.as_str(), NOTE);
    assert_eq!(kept.feelings[0].as_str(), "Lonely");
    let shared = serde_json::to_string(&desk.page().world.shared).unwrap();
    assert!(!shared.contains(NOTE));
}

#[test]
fn maya_sees_all_that_jon_would_read_and_then_offers_it() {
    let mut desk = answered(World::demo().alone(0));
    desk.press(&words::offer_to("Jon"));
    let sees = words::sees("Jon");
    assert!(desk.0.snapshot().named(&sees).is_some(), "no preview");
    desk.press(words::SAVE_AND_OFFER);
    assert_eq!(desk.page().saved[0][0].room, Room::Shared);
}

#[test]
fn an_answer_can_be_taken_back() {
    let mut desk = Desk::new(World::demo().alone(0), check_in::State::new);
    desk.press("Mixed");
    desk.0.key(iced::keyboard::Key::Named(
        iced::keyboard::key::Named::Enter,
    ));
    assert_ne!(desk.0.find("Mixed").info.toggled, Some(true));
}

#[test]
fn in_a_joint_sitting_the_words_leave_memory_once_they_are_saved() {
    let mut desk = Desk::new(World::demo().both(), check_in::State::new);
    desk.press("Jon");
    let jon = desk.page().world.id(1);
    // The laptop goes to Jon before his page is there at all.
    assert_eq!(desk.page().asked, [check_in::Intent::HandTo(jon)]);
    desk.tell(check_in::Message::Handed(jon));
    desk.go_to(words::NOTE);
    desk.write(NOTE);
    assert!(
        desk.page()
            .screen
            .drafts()
            .iter()
            .any(|d| d.words.as_str() == NOTE)
    );
    desk.press(common::SAVE);
    assert_eq!(desk.page().saved[0][0].room, Room::Private(jon));
    assert!(
        desk.page()
            .screen
            .drafts()
            .iter()
            .all(|d| d.words.is_blank())
    );
    desk.press(words::BACK_HOME);
    assert_eq!(desk.page().gone, [Place::Home]);
}

#[test]
fn a_save_that_fails_keeps_every_word_on_the_page() {
    let mut desk = answered(World::demo().alone(0));
    desk.page().disk = Disk::Fails;
    desk.press(common::SAVE);
    assert!(
        desk.page()
            .screen
            .drafts()
            .iter()
            .any(|d| d.words.as_str() == NOTE)
    );
    desk.page().disk = Disk::Keeps;
    desk.press(common::SAVE);
    let saved = &desk.page().saved;
    assert_eq!(saved[0], saved[1]);
}

#[test]
fn after_a_crash_maya_finds_her_note_again() {
    let mut world = World::demo().alone(0);
    world.drafts.insert("check-in/note".into(), NOTE.into());
    let desk = Desk::new(world, check_in::State::new);
    let drafts = desk.0.page.screen.drafts();
    assert!(drafts.iter().any(|d| d.words.as_str() == NOTE));
}

#[test]
fn after_a_crash_what_maya_picked_is_picked_again() {
    let mut desk = answered(World::demo().alone(0));
    desk.press(common::RATHER_NOT_SAY);
    let chosen = |desk: &mut Desk<check_in::State>| -> Vec<_> {
        let snapshot = desk.0.snapshot();
        let on = snapshot
            .focusables()
            .filter(|n| n.info.toggled == Some(true));
        on.filter_map(|n| n.info.name.clone()).collect()
    };
    let before = chosen(&mut desk);
    assert!(
        before.iter().any(|name| name == "Lonely")
            && before.iter().any(|name| name == common::RATHER_NOT_SAY),
        "{before:?}"
    );
    let maya = desk.page().world.id(0);
    let drafts = desk.page().screen.drafts();
    assert!(drafts.iter().all(|d| d.room == Room::Private(maya)));
    drop(desk);

    let mut world = World::demo().alone(0);
    world.drafts = drafts.into_iter().map(|d| (d.key, d.words)).collect();
    let mut again = Desk::new(world, check_in::State::new);
    assert_eq!(chosen(&mut again), before);
}

#[test]
fn a_draft_from_other_content_is_taken_up_as_far_as_it_can_be() {
    let mut world = World::demo().alone(0);
    let mut draft = |key: &str, words: &str| world.drafts.insert(key.into(), words.into());
    draft("check-in/pulse", "hope:9 closeness:2 horoscope:1 hope");
    draft("check-in/feelings", "no-such-feeling");
    let desk = Desk::new(world, check_in::State::new);
    let drafts = desk.0.page.screen.drafts();
    let kept: Vec<_> = drafts.iter().map(|d| d.words.as_str()).collect();
    assert_eq!(kept[..2], ["closeness:2", ""]);
}

#[test]
fn printing_the_screen_for_debugging_tells_nothing() {
    let desk = answered(World::demo().alone(0));
    let shown = format!("{:?}", desk.0.page.screen);
    assert!(
        !shown.contains("lonely") && !shown.contains("Word"),
        "{shown}"
    );
}
