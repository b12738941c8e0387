//! Questions: put, answered, parked, and asked by nobody for another.

use super::*;
use goldseam::domain::questions;
use goldseam::domain::record::QuestionState;

fn asked(world: &World) -> Vec<questions::QuestionView> {
    questions::fold(&world.shared)
}

#[test]
fn a_question_is_put_once_its_page_is_shown_and_not_before() {
    let mut screen = open(World::new(Here::One(MAYA)), ASK);
    write_in(&mut screen, QUESTION, "Who else knew?");
    assert!(page(&mut screen).contains("nobody is asked"));
    screen.press("Next page");
    assert!(asked(&screen.page.world).is_empty());
    let hers = screen.page.world.room(MAYA);
    assert!(!hers.iter().any(|r| matches!(r.what, Kind::Question(_))));

    let mut screen = again(screen, ASK);
    assert!(page(&mut screen).contains("Who else knew?"));
    screen.press("Show Jon");
    screen.press("Next page");
    let asked = asked(&screen.page.world);
    assert_eq!(asked.len(), 1);
    assert_eq!(
        (asked[0].by, asked[0].words.as_str()),
        (MAYA, "Who else knew?")
    );
}

#[test]
fn another_evening_brings_another_question_unless_it_takes_the_place_of_the_first() {
    let mut screen = open(World::new(Here::One(MAYA)), ASK);
    write_in(&mut screen, QUESTION, "Who else knew?");
    screen.press("Show Jon");
    screen.press("Next page");

    let mut screen = again(screen, ASK);
    assert_eq!(screen.find(QUESTION).info.value.as_deref(), Some(""));
    write_in(&mut screen, QUESTION, "When did it end?");
    screen.press("Next page");
    let words = |screen: &View| {
        let all = asked(&screen.page.world).into_iter();
        all.map(|q| q.words.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(words(&screen), ["Who else knew?", "When did it end?"]);

    let mut screen = again(screen, ASK);
    write_in(&mut screen, QUESTION, "When did it end, to the day?");
    screen.press("Takes its place");
    screen.press("Next page");
    assert_eq!(
        words(&screen),
        ["Who else knew?", "When did it end, to the day?"]
    );

    let mut screen = again(screen, ASK);
    screen.press("Next page");
    assert_eq!(words(&screen).len(), 2, "reading it again asks nothing");
}

#[test]
fn a_question_for_sexual_detail_is_remarked_on_and_put_all_the_same() {
    let mut screen = open(World::new(Here::One(MAYA)), ASK);
    write_in(&mut screen, QUESTION, "Where were you on Sunday?");
    assert!(!page(&mut screen).contains("stay as a picture"));
    write_in(&mut screen, QUESTION, " And was she naked?");
    assert!(page(&mut screen).contains("stay as a picture"));
    screen.press("Show Jon");
    screen.press("Next page");
    assert!(asked(&screen.page.world)[0].words.contains("naked"));
}

#[test]
fn with_the_keyboard_alone_jon_parks_a_question_until_saturday() {
    let mut world = World::new(Here::Both);
    ask(&mut world, MAYA, "Who else knew?");
    let mut screen = open(world, OPEN);
    assert!(page(&mut screen).contains("Maya asks Jon"));
    // The arrow goes along the answers, Space picks one.
    tab_to(&mut screen, "Talked about", Named::ArrowRight);
    assert_eq!(screen.focus().as_deref(), Some("Parked"));
    screen.key(Named::Space);
    tab_to(&mut screen, "When would be good", Named::End);
    screen.type_text("Saturday");
    tab_to(&mut screen, "Next page", Named::Enter);
    let asked = asked(&screen.page.world);
    let reply = asked[0].reply.as_ref().unwrap();
    assert_eq!(
        (reply.by, reply.state, reply.words.as_str()),
        (JON, QuestionState::Parked, "Saturday")
    );

    // On Saturday they talk about it, and it is open no longer.
    let mut screen = again(screen, OPEN);
    assert!(page(&mut screen).contains("Saturday"));
    screen.press("Talked about");
    screen.press("Next page");
    let mut screen = again(screen, OPEN);
    assert!(page(&mut screen).contains("No question is open between you"));
    assert!(!page(&mut screen).contains("Who else knew?"));
}

#[test]
fn alone_maya_does_not_say_not_yet_for_jon() {
    let mut world = World::new(Here::One(MAYA));
    ask(&mut world, MAYA, "Who else knew?");
    let mut screen = open(world, OPEN);
    assert!(!has(&mut screen, "Not yet"));
    screen.press("Talked about");
    screen.press("Next page");
    let asked = asked(&screen.page.world);
    assert!(asked[0].is_answered());
    assert_eq!(asked[0].reply.as_ref().unwrap().by, MAYA);
}
