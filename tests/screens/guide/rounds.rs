//! A guide that was gone through is seen again: read as it stands, or gone through once more beside what was written.

use super::sitting::*;
use goldseam::domain::boundaries;
use goldseam::domain::record::{self, AnswerValue};

const FIRST: &str = "What did you do, and what did you keep hidden?";

/// Jon, alone, wrote this on the first page of the first step and finished the step.
fn jon_was_here(words: &str) -> View {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    write_in(&mut screen, FIRST, words);
    finish(&mut screen);
    screen
}

/// The laptop goes to whoever the page is for.
fn pass(screen: &mut View) {
    for name in ["Maya", "Jon"] {
        let pass = format!("Pass the laptop to {name}");
        if has(screen, &pass) {
            screen.press(&pass);
        }
    }
}

fn finish(screen: &mut View) {
    while !at_the_end(screen) {
        go_on(screen);
    }
    screen.press("Finish this step");
}

#[test]
fn a_guide_gone_through_says_when_and_opens_two_ways_of_equal_weight() {
    let mut screen = jon_was_here("I lied");
    screen.come_back(3, Here::One(JON));
    assert_eq!(
        title(&mut screen),
        "You went through this on 15 November 2026"
    );
    let (read, again) = (
        screen.find("Read what you wrote"),
        screen.find("Go through it again"),
    );
    assert_eq!(read.bounds.height, again.bounds.height);
    assert!(
        !page(&mut screen).contains("I lied"),
        "nothing shows before"
    );
    screen.press("Back");
    assert_eq!(screen.page.gone, [Place::Steps]);
}

#[test]
fn what_was_written_is_read_and_changed_and_the_guide_stays_finished() {
    let mut screen = jon_was_here("I lied");
    screen.come_back(3, Here::One(JON));
    screen.press("Read what you wrote");
    assert!(page(&mut screen).contains("I lied"));
    assert!(!page(&mut screen).contains("What you wrote before"));
    write_in(&mut screen, FIRST, " twice");
    go_on(&mut screen);
    assert!(
        matches!(kinds(&screen)[..], [Kind::Answer(_)]),
        "the words are kept, and where one is in reading is not"
    );
    screen.come_back(1, Here::One(JON));
    assert!(has(&mut screen, "Go through it again"));
}

#[test]
fn going_through_it_again_begins_with_empty_fields_beside_what_was_written() {
    let mut screen = jon_was_here("I lied");
    screen.come_back(3, Here::One(JON));
    screen.press("Go through it again");
    assert!(matches!(
        kinds(&screen)[..],
        [Kind::Place(record::Place {
            again: true,
            finished: false,
            ..
        })]
    ));
    let field = screen.find(FIRST);
    assert_eq!(field.info.value.as_deref().unwrap_or_default(), "");
    let shown = page(&mut screen);
    assert!(shown.contains("What you wrote before") && shown.contains("15 November 2026"));
    assert!(shown.contains("I lied"));

    write_in(&mut screen, FIRST, "I told you the rest");
    go_on(&mut screen);
    screen.come_back(1, Here::One(JON));
    assert_ne!(title(&mut screen), "What I did", "at the page it was left");
    screen.press("Back");
    let field = screen.find(FIRST);
    assert_eq!(field.info.value.as_deref(), Some("I told you the rest"));
    assert!(page(&mut screen).contains("I lied"));
}

#[test]
fn a_round_that_was_finished_is_an_earlier_one_in_the_next_and_its_gold_stays() {
    let mut screen = jon_was_here("I lied");
    screen.come_back(3, Here::One(JON));
    screen.press("Go through it again");
    write_in(&mut screen, FIRST, "I told you the rest");
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    assert!(
        page(&mut screen).contains("Set in gold."),
        "once and for all"
    );
    screen.press("Finish this step");
    screen.come_back(3, Here::One(JON));
    assert_eq!(
        title(&mut screen),
        "You went through this on 18 November 2026"
    );
    screen.press("Go through it again");
    let shown = page(&mut screen);
    let (newer, older) = (
        shown.find("I told you the rest").unwrap(),
        shown.find("I lied").unwrap(),
    );
    assert!(newer < older, "newest first");
}

#[test]
fn three_earlier_answers_are_shown_and_the_rest_when_asked_for() {
    let mut screen = jon_was_here("word-0");
    for round in 1..5 {
        screen.come_back(7, Here::One(JON));
        screen.press("Go through it again");
        write_in(&mut screen, FIRST, &format!("word-{round}"));
        if round < 4 {
            finish(&mut screen);
        }
    }
    let shown = page(&mut screen);
    assert!(shown.contains("word-1") && !shown.contains("word-0"));
    screen.press(&format!("Show all: {FIRST}"));
    assert!(page(&mut screen).contains("word-0"));
    assert!(!has(&mut screen, &format!("Show all: {FIRST}")));
}

#[test]
fn every_kind_of_answer_can_be_read_beside_the_new_one() {
    for number in 1..=10 {
        let mut screen = open(World::new(Here::One(MAYA)), step(number));
        let words = walk(&mut screen);
        screen.press("Finish this step");
        screen.come_back(7, Here::One(MAYA));
        screen.press("Go through it again");
        let mut seen = String::new();
        while !at_the_end(&mut screen) {
            for node in screen.snapshot().focusables() {
                let held = node.info.value.as_deref().unwrap_or_default();
                assert!(
                    !held.contains("zeta"),
                    "step {number}: a field is not empty"
                );
            }
            seen.push_str(&page(&mut screen));
            go_on(&mut screen);
        }
        for word in &words {
            assert!(
                seen.contains(word.as_str()),
                "step {number}: {word} is gone"
            );
        }
        let raw = ["{\"", "[\"", "once-a-week", "every-"];
        for code in raw {
            assert!(!seen.contains(code), "step {number}: {code} is no word");
        }
    }
}

#[test]
fn a_boundary_of_another_round_is_a_second_one_and_the_first_stays() {
    let area = "Now write it as it should stand, with a day to look at it again.";
    let mut screen = open(World::new(Here::One(MAYA)), step(4));
    turn_to(&mut screen, "Write the boundary");
    write_in(&mut screen, area, "I sleep in the study");
    finish(&mut screen);
    screen.come_back(28, Here::One(MAYA));
    screen.press("Go through it again");
    turn_to(&mut screen, "Write the boundary");
    write_in(&mut screen, area, "I sleep in the study until May");
    go_on(&mut screen);
    screen.press("Back");
    write_in(&mut screen, area, ", no longer");
    go_on(&mut screen);
    let views = boundaries::fold(screen.page.world.room(MAYA));
    let mut stand: Vec<&str> = views.iter().map(|v| v.what.as_str()).collect();
    stand.sort_unstable();
    assert_eq!(
        stand,
        [
            "I sleep in the study",
            "I sleep in the study until May, no longer"
        ]
    );
}

#[test]
fn together_they_begin_again_for_both_and_read_only_what_was_shown() {
    let mut screen = open(World::new(Here::Both), step(1));
    pass(&mut screen);
    write_in(&mut screen, FIRST, "I was with Dana");
    screen.press("Show Maya");
    go_on(&mut screen);
    pass(&mut screen);
    let second = "What has this done to Maya’s days, nights and sense of what was real?";
    write_in(&mut screen, second, "kept to himself");
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    screen.press("Maya: my part is done");
    screen.come_back(1, Here::Both);
    assert_eq!(
        title(&mut screen),
        "The end of this step",
        "Jon’s part is still open"
    );
    screen.press("Jon: my part is done");
    screen.come_back(1, Here::Both);
    assert_eq!(
        title(&mut screen),
        "The two of you went through this on 16 November 2026"
    );
    screen.press("Go through it again");
    pass(&mut screen);
    assert!(page(&mut screen).contains("I was with Dana"));
    let field = screen.find(FIRST);
    assert_eq!(field.info.value.as_deref().unwrap_or_default(), "");
    go_on(&mut screen);
    pass(&mut screen);
    assert!(!page(&mut screen).contains("kept to himself"));

    turn_to(&mut screen, "Read it aloud");
    assert!(
        !page(&mut screen).contains("Dana"),
        "what is read aloud is of this round"
    );
}

#[test]
fn what_jon_began_again_by_himself_is_not_begun_again_for_maya() {
    let mut screen = open(World::new(Here::Both), step(8));
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    screen.press("Maya: my part is done");
    screen.press("Jon: my part is done");
    screen.come_back(1, Here::One(JON));
    screen.press("Go through it again");
    screen.come_back(1, Here::One(MAYA));
    assert!(has(&mut screen, "Go through it again"));
    screen.come_back(0, Here::One(JON));
    assert!(!has(&mut screen, "Go through it again"), "he is on his way");
}

#[test]
fn a_rating_of_another_round_is_read_as_a_word_by_the_one_who_gave_it() {
    let mut screen = open(World::new(Here::One(MAYA)), step(7));
    screen.press("Mostly hard");
    finish(&mut screen);
    let rated =
        |kind: &&Kind| matches!(kind, Kind::Answer(a) if matches!(a.value, AnswerValue::Rated(_)));
    assert!(kinds(&screen).iter().any(rated));
    screen.come_back(7, Here::One(MAYA));
    screen.press("Go through it again");
    let list = screen.snapshot();
    let named = |n: &&goldseam::ui::access::Node| {
        n.info
            .name
            .as_deref()
            .is_some_and(|name| name.starts_with("What you wrote before"))
    };
    assert!(list.nodes.iter().any(|n| named(&n)));
    let chosen = screen.find("Mostly hard");
    assert_ne!(chosen.info.toggled, Some(true), "nothing is picked anew");
    let held: Vec<_> = page(&mut screen)
        .lines()
        .filter(|line| *line == "Mostly hard")
        .map(str::to_owned)
        .collect();
    assert!(held.len() > 1, "the word stands beside the scale too");
}

/// A second window size in which the earlier answers stand below the field and not beside it.
#[test]
fn in_a_small_window_the_earlier_answer_follows_its_field() {
    let mut world = World::new(Here::One(JON));
    world.size = iced::Size::new(900.0, 640.0);
    let mut screen = open(world, step(1));
    write_in(&mut screen, FIRST, "I lied");
    finish(&mut screen);
    screen.come_back(3, Here::One(JON));
    screen.press("Go through it again");
    let snapshot = screen.snapshot();
    let name = format!("What you wrote before: {FIRST}");
    let list = snapshot
        .nodes
        .iter()
        .find(|n| n.info.name.as_deref() == Some(&name))
        .unwrap();
    let field = screen.find(FIRST);
    assert!(list.bounds.y >= field.bounds.y + field.bounds.height);
    assert_eq!(list.bounds.x, field.bounds.x);
}
