//! A talk of two, over the whole window: begun, gone through, paused and ended.

use super::*;
use crate::support::closely;
use crate::support::desk::Desk;
use crate::support::promises::{
    nameless, out_of_order, out_of_the_window, reachable, standing_out, within,
};
use goldseam::screen::guide::{self, Message, Touch};
use goldseam::ui::Theme;
use goldseam::ui::access::Role;

const YES: &str = "Yes, that is what I meant";
const AGAIN: &str = "Not quite, I will say it again";
const TOPIC: &str = "the missing hour on Sunday";

/// At the keyboard, on the page of the talk.
fn at_the_keyboard() -> Desk<guide::State> {
    let world = World::new(Here::Both).reading(practices().clone());
    let mut desk = Desk::new(world, |ctx| guide::State::new(ctx, "all-blocks").unwrap());
    desk.page().answer = pass;
    while !desk.has("Begin the talk") {
        for name in ["Maya", "Jon"] {
            let pass = format!("Pass the laptop to {name}");
            if desk.has(&pass) {
                desk.press(&pass);
            }
        }
        desk.press("Next page");
    }
    desk
}

fn focus(desk: &mut Desk<guide::State>) -> String {
    desk.0.focus().unwrap_or_default()
}

/// Maya speaks, Jon says it back; whether that is it is still to be said.
fn said_back(screen: &mut View) {
    screen.press("Maya: I have finished");
    screen.press("Jon: that is what I heard");
}

#[test]
fn a_whole_talk_goes_by_keyboard_and_every_part_hands_the_focus_on() {
    let mut desk = at_the_keyboard();
    desk.press("Begin the talk");
    for (part, focused) in [
        ("Maya speaks", "Maya: I have finished"),
        ("Jon says it back", "Jon: that is what I heard"),
        ("Maya confirms", AGAIN),
        ("Jon speaks", "Jon: I have finished"),
        ("Maya says it back", "Maya: that is what I heard"),
        ("Jon confirms", AGAIN),
    ] {
        assert!(desk.shows(&format!("The talk: {part}")), "{part}");
        assert_eq!(focus(&mut desk), focused, "{part}");
        if focused == AGAIN {
            desk.0.shift_tab();
            assert_eq!(focus(&mut desk), YES);
        }
        desk.enter();
    }
    assert!(desk.shows("The talk: said, and heard"));
    assert_eq!(focus(&mut desk), "Back to the page");
    desk.enter();
    assert!(desk.shows("You have both been heard."));
    desk.press("Next page");
    let held = desk.page().saved.iter().flatten().any(|entry| {
        entry.by == MAYA
            && matches!(&entry.what, Kind::Answer(a) if a.block == "turns" && a.value == AnswerValue::Done)
    });
    assert!(held);
}

#[test]
fn whether_it_fits_is_asked_only_once_the_listener_is_done_and_only_of_the_speaker() {
    let mut screen = open(World::new(Here::Both), HEARD);
    let asked_of = |screen: &mut View| {
        let snapshot = screen.snapshot();
        let yes = snapshot.named(YES).map(|node| node.id);
        assert_eq!(yes.is_some(), snapshot.named(AGAIN).is_some());
        let halves = snapshot.of(Role::Group).filter_map(|half| {
            let (name, _) = half.info.name.as_deref()?.split_once(", ")?;
            within(&snapshot, half.id).contains(&yes?).then_some(name)
        });
        halves.last().map(str::to_owned)
    };
    assert_eq!(asked_of(&mut screen), None);
    screen.press("Begin the talk");
    for (speaker, listener) in [("Maya", "Jon"), ("Jon", "Maya")] {
        assert_eq!(asked_of(&mut screen), None);
        screen.press(&format!("{speaker}: I have finished"));
        assert_eq!(asked_of(&mut screen), None);
        screen.press(&format!("{listener}: that is what I heard"));
        assert_eq!(asked_of(&mut screen).as_deref(), Some(speaker));
        // As many times as it takes: the turn begins anew, and nobody counts.
        screen.press(AGAIN);
        assert_eq!(asked_of(&mut screen), None);
        screen.press(&format!("{speaker}: I have finished"));
        screen.press(&format!("{listener}: that is what I heard"));
        screen.press(YES);
    }
    assert_eq!(asked_of(&mut screen), None);
    assert!(has(&mut screen, "Back to the page"));
}

#[test]
fn the_talk_has_the_window_and_says_whose_turn_it_is() {
    let mut screen = open(World::new(Here::Both), HEARD);
    write_in(&mut screen, "What this talk is about", TOPIC);
    write_in(&mut screen, "The first sentence", "I missed you on Sunday.");
    screen.press("Begin the talk");
    let snapshot = screen.snapshot();
    let stage = snapshot.of(Role::Dialog).next().unwrap();
    assert!(stage.info.modal);
    assert_eq!(stage.bounds.size(), screen.page.world.size);
    assert_eq!(stage.info.name.as_deref(), Some("The talk: Maya speaks"));
    let told = page(&mut screen);
    for says in [
        "Maya, has the floor",
        "Jon, is listening",
        TOPIC,
        "I missed you on Sunday.",
        "About three minutes left for this part",
        "Nothing happens when it runs out",
        "Maya speaks, now; Jon says it back; Maya confirms; Jon speaks",
    ] {
        assert!(told.contains(says), "{says:?} in {told}");
    }
    screen.press("Leave quickly");
    assert!(screen.page.left);
}

#[test]
fn who_ends_it_gives_no_reason_and_leaves_no_trace() {
    let stopped = |after: &[&str], by_key: bool| {
        let mut screen = open(World::new(Here::Both), HEARD);
        write_in(&mut screen, "What this talk is about", TOPIC);
        for press in after {
            screen.press(press);
        }
        if let Some(escape) = screen.page.screen.escape().filter(|_| by_key) {
            screen.page.update(escape);
        } else if !after.is_empty() {
            screen.press("End together");
        }
        assert!(screen.page.screen.escape().is_none());
        screen.press("Next page");
        let kept: Vec<Entry> = screen.kept().cloned().collect();
        kept
    };
    let untouched = stopped(&[], false);
    assert!(
        untouched
            .iter()
            .any(|e| matches!(&e.what, Kind::Answer(a) if a.block == "turns"))
    );
    let begun = [
        "Begin the talk",
        "Maya: I have finished",
        "Jon: that is what I heard",
    ];
    for by_key in [false, true] {
        for parts in 1..=begun.len() {
            assert_eq!(stopped(&begun[..parts], by_key), untouched, "{parts}");
        }
    }
    let paused = ["Begin the talk", "Maya: I have finished", "Pause"];
    assert_eq!(stopped(&paused, true), untouched);
}

#[test]
fn what_was_reached_stays_where_it_is() {
    let mut screen = open(World::new(Here::Both), HEARD);
    screen.press("Begin the talk");
    said_back(&mut screen);
    screen.press("End together");
    assert!(page(&mut screen).contains("You are here: Maya confirms."));
    screen.press("Go on with the talk");
    assert!(has(&mut screen, YES));
    let escape = screen.page.screen.escape().unwrap();
    screen.page.update(escape);
    screen.press("Begin anew");
    screen.press("Jon");
    screen.press("Begin the talk");
    assert!(has(&mut screen, "Jon: I have finished") && !has(&mut screen, YES));
}

#[test]
fn a_pause_stands_with_its_time_and_says_nothing_of_the_talk() {
    let mut screen = open(World::new(Here::Both), HEARD);
    screen.page.world.now = "2026-11-15T20:17:30+01:00".parse().unwrap();
    write_in(&mut screen, "What this talk is about", TOPIC);
    screen.press("Begin the talk");
    // Twenty minutes at least, and a round time that stands still while they speak.
    assert!(page(&mut screen).contains("If either of you pauses, come back at 20:40"));
    screen.page.world.now += chrono::TimeDelta::minutes(1);
    assert!(page(&mut screen).contains("If either of you pauses, come back at 20:40"));
    screen.press("Maya: I have finished");
    screen.press("Pause");
    let snapshot = screen.snapshot();
    let stage = snapshot.of(Role::Dialog).next().unwrap();
    let stage_holds = within(&snapshot, stage.id);
    let nodes = snapshot
        .nodes
        .iter()
        .filter(|n| stage_holds.contains(&n.id));
    let told: Vec<String> = nodes.filter_map(|n| n.info.name.clone()).collect();
    let told = told.join("\n");
    assert!(told.contains("Back at 20:40"), "{told}");
    for private in [TOPIC, "Maya", "Jon"] {
        assert!(!told.contains(private), "{private:?} in {told}");
    }
    screen.page.world.now += chrono::TimeDelta::minutes(25);
    assert!(page(&mut screen).contains("Come back, or name a new time."));
    screen.press("We are back");
    assert!(has(&mut screen, "Jon: that is what I heard"));
    assert!(page(&mut screen).contains("About three minutes left for this part"));
}

#[test]
fn a_longer_pause_is_agreed_on_before() {
    let mut screen = open(World::new(Here::Both), HEARD);
    screen.page.world.now = "2026-11-15T20:00:00+01:00".parse().unwrap();
    screen.press("Until tomorrow");
    assert!(!has(&mut screen, "Begin the talk"), "it needs a time");
    screen.press("An hour");
    screen.press("Begin the talk");
    assert!(page(&mut screen).contains("If either of you pauses, come back at 21:00"));
    screen.press("Pause");
    screen.press("Name a new time");
    screen.press("20 minutes");
    screen.press("Start the pause");
    assert!(page(&mut screen).contains("Back at 20:20"));
}

/// The clock of this talk goes off.
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
fn the_minutes_are_told_in_words_and_nothing_happens_when_they_run_out() {
    let mut screen = open(World::new(Here::Both), HEARD);
    screen.press("Begin the talk");
    for (turn, left) in [(1, "About two minutes"), (2, "About a minute")] {
        screen.page.world.now += chrono::TimeDelta::minutes(1);
        tick(&mut screen, turn);
        assert!(page(&mut screen).contains(&format!("{left} left for this part")));
    }
    screen.page.world.now += chrono::TimeDelta::minutes(1);
    tick(&mut screen, 3);
    assert!(page(&mut screen).contains("Take as long as you need"));
    assert!(has(&mut screen, "Maya: I have finished"));
    // A clock of an earlier part changes nothing in this one.
    screen.press("Maya: I have finished");
    screen.page.world.now += chrono::TimeDelta::minutes(1);
    tick(&mut screen, 4);
    assert!(page(&mut screen).contains("About three minutes left for this part"));
    screen.press("Hide the time");
    assert!(!page(&mut screen).contains("left for this part"));
    screen.press("Show the time");
    assert!(page(&mut screen).contains("left for this part"));
}

#[test]
fn one_thing_said_back_has_a_shorter_course_and_no_minutes() {
    let mut screen = open(World::new(Here::Both), HEARD);
    screen.press("Begin with the first words");
    assert!(!page(&mut screen).contains("left for this part"));
    assert!(page(&mut screen).contains("Take as long as you need."));
    said_back(&mut screen);
    screen.press(YES);
    assert!(page(&mut screen).contains("You were heard.") && has(&mut screen, "Once more"));
    screen.press("Back to the page");
    screen.press("Next page");
    assert!(answer(&screen, "heard") == Some(AnswerValue::Done));
    assert!(answer(&screen, "turns").is_none());
}

#[test]
fn what_a_talk_was_about_is_found_again() {
    let mut screen = open(World::new(Here::Both), HEARD);
    write_in(&mut screen, "What this talk is about", TOPIC);
    let screen = open(closed(screen), HEARD);
    let mut screen = screen;
    assert_eq!(
        screen.find("What this talk is about").info.value.as_deref(),
        Some(TOPIC)
    );
    screen.press("Next page");
    let mut screen = again(screen, HEARD);
    assert_eq!(
        screen.find("What this talk is about").info.value.as_deref(),
        Some(TOPIC)
    );
}

#[test]
fn the_stage_keeps_what_every_page_promises_at_every_size() {
    let sizes = [
        (1280.0, 800.0),
        (900.0, 640.0),
        (853.0, 533.0),
        (600.0, 427.0),
        (1920.0, 1080.0),
    ];
    for (width, height) in sizes {
        for long in [false, true] {
            let mut world = World::new(Here::Both);
            if long {
                world.household = World::long_names().household;
            }
            world = world.sized(width, height).themed(Theme::Light);
            let mut screen = open_here(world);
            let (mut faults, at) = (Vec::new(), format!("{width}×{height}, long names: {long}"));
            screen.press("Begin the talk");
            for _ in 0..7 {
                let before = screen.snapshot();
                faults.extend(nameless(&before));
                faults.extend(standing_out(&before));
                faults.extend(out_of_the_window(&before));
                let order = closely::tabs(&mut *screen, None);
                faults.extend(out_of_order(&before, &order));
                let Some(next) = next_move(&mut screen) else {
                    break;
                };
                screen.press(&next);
            }
            screen.press("Once more");
            screen.press("Pause");
            let before = screen.snapshot();
            faults.extend(nameless(&before));
            faults.extend(out_of_the_window(&before));
            assert!(faults.is_empty(), "{at}: {faults:#?}");
        }
    }
}

#[test]
fn no_line_shows_between_a_half_and_the_seam_where_it_runs_across() {
    const SCALE: f32 = 1.5;
    let mut screen = open_here(World::new(Here::Both).sized(600.0, 427.0));
    screen.press("Begin the talk");
    while let Some(next) = next_move(&mut screen) {
        screen.press(&next);
    }
    let snapshot = screen.snapshot();
    let mut images = snapshot.of(Role::Image);
    let course = images.find(|image| {
        let name = image.info.name.as_deref().unwrap_or_default();
        name.starts_with("The course of the talk")
    });
    let seam = course.unwrap().bounds;
    let dots = |length: f32| (length * SCALE) as usize;
    let pixels = screen.pixels_scaled(SCALE);
    let colour = |x: usize, y: usize| {
        let at = 4 * (y * dots(600.0) + x);
        [pixels[at], pixels[at + 1], pixels[at + 2]].map(i32::from)
    };
    // The seam itself stays in the middle of its room.
    for edge in [seam.y, seam.y + seam.height] {
        let (x, near) = (dots(seam.x + seam.width * 0.7), dots(edge));
        let plain = colour(x, near - 5);
        for y in near - 5..near + 5 {
            let off = colour(x, y)
                .iter()
                .zip(plain)
                .map(|(a, b)| (a - b).abs())
                .max();
            assert!(off <= Some(1), "{off:?} at {y}, {edge:?}");
        }
    }
}

/// What takes the talk on.
fn next_move(screen: &mut View) -> Option<String> {
    let snapshot = screen.snapshot();
    let inside = reachable(&snapshot);
    let names = snapshot
        .focusables()
        .filter(|node| inside.contains(&node.id));
    let mut names = names.filter_map(|node| node.info.name.clone());
    names.find(|name| {
        [": I have finished", ": that is what I heard", YES]
            .iter()
            .any(|end| name.ends_with(end))
    })
}

/// The page of the talk, whoever the two are.
fn open_here(world: World) -> View {
    let names: Vec<String> = world
        .household
        .people
        .iter()
        .map(|p| p.name.to_string())
        .collect();
    assert_eq!(names.len(), 2);
    let mut screen = open_in(practices().clone(), world, "all-blocks");
    while !has(&mut screen, "Begin the talk") {
        let snapshot = screen.snapshot();
        let pass = snapshot.focusables().find_map(|node| {
            let name = node.info.name.clone()?;
            name.starts_with("Pass the laptop").then_some(name)
        });
        if let Some(pass) = pass {
            screen.press(&pass);
        }
        screen.press("Next page");
    }
    screen
}
