//! Pauses and breaths: what waits for a clock.

use super::*;
use goldseam::screen::guide::{Message, Touch};
use goldseam::ui::access::Role;

#[test]
fn a_pause_names_its_end_and_stands_until_they_are_back() {
    let mut screen = open(World::new(Here::Both), PAUSE);
    screen.page.world.now = "2026-11-15T20:19:30+01:00".parse().unwrap();
    tab_to(&mut screen, "Start the pause", Named::Enter);
    // Never shorter than twenty minutes: the clock on the wall shows no seconds.
    assert!(page(&mut screen).contains("Back at 20:40"));
    let snapshot = screen.snapshot();
    let mut controls = snapshot.focusables().filter_map(|n| n.info.name.clone());
    let is_asked = |name: String| name.contains("Maya") || name.contains("Jon");
    assert!(!controls.any(is_asked), "who called it is not asked");
    screen.press("Next page");

    let mut screen = again(screen, PAUSE);
    assert!(page(&mut screen).contains("Back at 20:40"));
    screen.page.world.now = "2026-11-15T20:40:00+01:00".parse().unwrap();
    assert!(page(&mut screen).contains("It is 20:40."));
    assert!(page(&mut screen).contains("Come back, or name a new time."));
    tab_to(&mut screen, "Name a new time", Named::Space);
    assert!(
        page(&mut screen).contains("It is 20:40."),
        "the old time stands until then"
    );
    screen.press("40 minutes");
    screen.press("Start the pause");
    assert!(page(&mut screen).contains("Back at 21:20"));
    screen.press("We are back");
    assert!(!page(&mut screen).contains("21:20"));
    screen.press("Next page");
    let mut screen = again(screen, PAUSE);
    assert!(has(&mut screen, "Start the pause") && !page(&mut screen).contains("21:20"));
}

#[test]
fn a_pause_until_tomorrow_waits_for_its_time() {
    let mut screen = open(World::new(Here::Both), PAUSE);
    screen.press("Until tomorrow");
    assert!(!has(&mut screen, "Start the pause"), "it needs a time");
    write_in(&mut screen, "At what time tomorrow", "09:30");
    screen.press("Start the pause");
    assert!(page(&mut screen).contains("Back tomorrow at 09:30"));
    // Closed in the middle of it: what is being done is kept as what is being typed is.
    let mut screen = open(closed(screen), PAUSE);
    assert!(page(&mut screen).contains("Back tomorrow at 09:30"));
}

/// The clock of this breath goes off.
fn tick(screen: &mut View, turn: u32) {
    let touch = screen
        .page
        .heard
        .iter()
        .rev()
        .find_map(|message| match message {
            Message::Touch(serial, block, _) => Some((*serial, *block)),
            _ => None,
        });
    let (serial, block) = touch.unwrap();
    screen
        .page
        .update(Message::Touch(serial, block, Touch::Tick(turn)));
}

#[test]
fn breathing_has_the_window_until_it_ends_or_is_left() {
    let mut screen = open(World::new(Here::Both), BREATH);
    screen.press("Start");
    let stage = page(&mut screen);
    assert!(stage.contains("Breathe in") && stage.contains("About a minute left"));
    let snapshot = screen.snapshot();
    let dialog = snapshot.of(Role::Dialog).next().unwrap();
    assert!(dialog.info.modal);
    assert_eq!(dialog.bounds.size(), screen.page.world.size);
    for control in ["Pause", "End here", "Hold the water still", "Leave quickly"] {
        assert!(has(&mut screen, control), "{control}");
    }
    screen.tab();
    assert_eq!(
        screen.focus().as_deref(),
        Some("Pause"),
        "a stray Enter does not leave"
    );

    screen.press("Pause");
    assert!(page(&mut screen).contains("Resting") && has(&mut screen, "Go on"));
    screen.press("Go on");
    screen.press("Leave quickly");
    assert!(screen.page.left);
    let escape = screen.page.screen.escape().unwrap();
    screen.page.update(escape);
    assert!(!has(&mut screen, "Pause") && has(&mut screen, "Breathe again"));
    assert!(screen.page.screen.escape().is_none());
    screen.press("Next page");
    assert!(answer(&screen, "breath") == Some(AnswerValue::Done));
}

#[test]
fn the_breath_ends_after_its_minutes_with_a_whole_breath_out() {
    let mut screen = open(World::new(Here::Both).still(), BREATH);
    screen.press("Start");
    assert!(
        !has(&mut screen, "Hold the water still"),
        "it is still already"
    );
    for half in 1..12u32 {
        tick(&mut screen, half);
        let word = if half % 2 == 1 {
            "Breathe out"
        } else {
            "Breathe in"
        };
        assert!(page(&mut screen).contains(word), "{half}");
    }
    tick(&mut screen, 12);
    assert!(page(&mut screen).contains("That was the last one"));
    screen.press("Back to the page");
    assert!(has(&mut screen, "Breathe again"));
}
