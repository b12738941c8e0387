//! What single pages promise: the laptop is passed, the floor is seen, a boundary is answered.

use super::sitting::*;
use goldseam::domain::Part;
use goldseam::domain::record::{Agreed, AnswerValue, More, PartTaken};
use goldseam::screen::guide::{Intent, Message};
use goldseam::text::guide as text;
use goldseam::ui::access::Role;
use iced::{Rectangle, Size};

#[test]
fn a_page_of_one_is_passed_to_them_and_keeps_nothing_once_it_is_left() {
    let mut screen = open(World::new(Here::Both), step(1));
    screen.page.answer = |_, _| None;
    assert!(has(&mut screen, "Pass the laptop to Jon"));
    assert!(
        !page(&mut screen).contains("What did you do"),
        "nothing of it shows before"
    );
    screen.press("Pass the laptop to Jon");
    assert_eq!(screen.page.asked, [Intent::HandTo(JON)]);

    screen.page.answer = pass;
    screen.press("Pass the laptop to Jon");
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I was with Dana");
    assert!(page(&mut screen).contains("I was with Dana"));
    go_on(&mut screen);
    assert_eq!(
        screen.page.asked,
        [Intent::HandTo(JON), Intent::HandTo(JON)],
        "the next page is his too"
    );

    assert!(!page(&mut screen).contains("Dana"));
    screen.press("Back");
    let shown = page(&mut screen);
    assert!(shown.contains("Written and sealed") && !shown.contains("Dana"));
    assert!(
        screen
            .page
            .screen
            .drafts()
            .iter()
            .all(|d| d.words.is_blank())
    );
    assert!(!screen.page.world.written_in(Room::Shared).contains("Dana"));
    screen.press("Write here again");
    assert!(has(&mut screen, area) && !page(&mut screen).contains("Dana"));
}

#[test]
fn what_jon_chooses_to_show_maya_can_be_read_on_the_page_for_both() {
    let mut screen = open(World::new(Here::Both), step(1));
    screen.page.update(Message::PassOver);
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I was with Dana");
    screen.press("Show Maya");
    assert!(page(&mut screen).contains("Maya will be able to read everything"));
    for _ in 0..10 {
        if title(&mut screen) == "Read it aloud" {
            break;
        }
        go_on(&mut screen);
    }
    assert!(screen.page.world.written_in(Room::Shared).contains("Dana"));
    assert_eq!(title(&mut screen), "Read it aloud");
}

#[test]
fn only_the_speaker_confirms_and_only_once_the_listener_is_done() {
    let mut screen = open(World::new(Here::Both), step(1));
    while title(&mut screen) != "Read it aloud" {
        go_on(&mut screen);
    }
    assert!(!has(&mut screen, "Yes, that is what I meant"));
    screen.press("Begin with the first words");
    assert!(!has(&mut screen, "Yes, that is what I meant"));
    screen.press("Jon: I have finished");
    assert!(!has(&mut screen, "Yes, that is what I meant"));
    screen.press("Maya: that is what I heard");
    screen.press("Not quite, I will say it again");
    screen.press("Jon: I have finished");
    screen.press("Maya: that is what I heard");
    screen.press("Yes, that is what I meant");
    screen.press("Back to the page");
    go_on(&mut screen);
    let confirmed = |entry: &Entry| {
        entry.by == JON
            && matches!(&entry.what, Kind::Answer(a) if a.block == "heard" && a.value == AnswerValue::Done)
    };
    assert!(screen.kept().any(confirmed));
}

#[test]
fn softening_words_are_pointed_out_and_never_forbidden() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I only lied once");
    assert!(page(&mut screen).contains("“only”: It makes the thing smaller"));
    go_on(&mut screen);
    assert!(
        screen
            .page
            .world
            .written_in(Room::Private(JON))
            .contains("I only lied once")
    );
}

#[test]
fn a_phrase_goes_into_the_field_one_was_writing_in() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "On Sunday.");
    screen.press("Put in: I chose to ___.");
    assert!(page(&mut screen).contains("On Sunday. I chose to ___."));
}

#[test]
fn an_if_then_goes_into_both_fields_and_goes_on_from_their_names() {
    let mut screen = open(World::new(Here::One(JON)), step(9));
    while title(&mut screen) != "A promise to yourself" {
        go_on(&mut screen);
    }
    screen.press("Put in: If I start to doubt myself, then I will write it down.");
    let mut value = |name: &str| screen.find(name).info.value;
    assert_eq!(value("If").as_deref(), Some("I start to doubt myself"));
    assert_eq!(value("Then I will").as_deref(), Some("write it down."));
    assert!(page(&mut screen).contains("If I start to doubt myself, then I will write it down."));
}

#[test]
fn a_boundary_that_is_shown_is_one_and_the_other_answers_it() {
    let mut screen = open(World::new(Here::Both), step(4));
    while title(&mut screen) != "Write the boundary" {
        if has(&mut screen, "Pass the laptop to Maya") {
            screen.page.update(Message::PassOver);
        }
        go_on(&mut screen);
    }
    let area = "Now write it as it should stand, with a day to look at it again.";
    write_in(&mut screen, area, "I sleep in the study");
    screen.press("Show Jon");
    while title(&mut screen) != "Talk it over" {
        go_on(&mut screen);
    }
    assert!(page(&mut screen).contains("Jon, what do you say to Maya’s boundary?"));
    screen.press("Not yet");
    go_on(&mut screen);
    let views = goldseam::domain::boundaries::fold(&screen.page.world.shared);
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].by, MAYA);
    let reply = views[0].reply.as_ref().map(|r| (r.by, r.agreed));
    assert_eq!(reply, Some((JON, Agreed::NotYet)));
}

#[test]
fn three_commitments_are_enough_and_a_fourth_is_kindly_left() {
    let mut world = World::new(Here::One(JON));
    for n in 0..3 {
        let kind = Kind::Commitment(goldseam::domain::record::Commitment {
            when: format!("a{n}").as_str().into(),
            then: "b".into(),
            obstacle: "".into(),
            cadence: goldseam::domain::record::Cadence::EveryDay,
            until: None,
            more: Default::default(),
        });
        world.keep(vec![Entry::new(Room::Private(JON), JON, kind)]);
    }
    let mut screen = open(world, step(5));
    while !page(&mut screen).contains("three are enough") {
        assert!(!at_the_end(&mut screen));
        go_on(&mut screen);
    }
    screen.press("See your commitments");
    assert_eq!(screen.page.gone, [Place::Commitments]);
}

#[test]
fn a_rating_stays_with_the_one_who_gave_it_also_when_the_page_is_shown() {
    let mut screen = open(World::new(Here::Both), step(7));
    screen.press("Pass the laptop to Maya");
    screen.press("Mostly hard");
    screen.press("Being in the same room, quietly");
    screen.press("Show Jon");
    assert!(page(&mut screen).contains("This answer stays with you"));
    go_on(&mut screen);
    let shared = screen.page.world.written_in(Room::Shared);
    assert!(shared.contains("same-room") && !shared.contains("rated"));
    let hers = screen.page.world.written_in(Room::Private(MAYA));
    assert!(hers.contains("rated"));
}

#[test]
fn a_boundary_changed_on_another_evening_is_amended_and_not_doubled() {
    let mut screen = open(World::new(Here::One(MAYA)), step(4));
    while title(&mut screen) != "Write the boundary" {
        go_on(&mut screen);
    }
    let area = "Now write it as it should stand, with a day to look at it again.";
    write_in(&mut screen, area, "I sleep in the study");
    go_on(&mut screen);
    screen.press("Back");
    write_in(&mut screen, "What it protects", "my sleep");
    go_on(&mut screen);
    let views = goldseam::domain::boundaries::fold(screen.page.world.room(MAYA));
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].because.as_str(), "my sleep");
}

#[test]
fn the_floor_is_plain_to_see_and_only_passed_on() {
    let mut screen = open(World::new(Here::Both), step(4));
    while title(&mut screen) != "Talk it over" {
        go_on(&mut screen);
    }
    screen.press("Begin the talk");
    assert!(page(&mut screen).contains("Maya, has the floor"));
    assert!(page(&mut screen).contains("Jon, is listening"));
    assert!(page(&mut screen).contains("About four minutes left for this part"));
    let jons = |screen: &mut View| {
        let snapshot = screen.snapshot();
        let mut names = snapshot.focusables().filter_map(|n| n.info.name.clone());
        names.any(|name| name.starts_with("Jon:"))
    };
    assert!(!jons(&mut screen), "the floor is not his to take");
    screen.press("Maya: I have finished");
    assert!(jons(&mut screen) && page(&mut screen).contains("Jon, says it back"));
}

#[test]
fn breathing_starts_only_when_pressed_and_with_stillness_it_is_words() {
    let mut screen = open(World::new(Here::One(MAYA)).still(), step(2));
    while title(&mut screen) != "Where it sits" {
        go_on(&mut screen);
    }
    assert!(!page(&mut screen).contains("Breathe in"));
    screen.press("Start");
    assert!(page(&mut screen).contains("Breathe in"));
    screen.press("End here");
    assert!(!page(&mut screen).contains("Breathe in"));
}

#[test]
fn a_page_for_one_part_says_so_to_whoever_did_not_say_that_theirs_is_that_one_alone() {
    let says = "Written for the one who broke trust.";
    let mut world = World::new(Here::One(JON));
    for (part, is_said) in [
        (Part::BrokeTrust, false),
        (Part::Both, true),
        (Part::RatherNotSay, true),
    ] {
        let more = More::default();
        let part = Kind::Part(PartTaken { part, more });
        world.keep(vec![Entry::new(Room::Shared, JON, part)]);
        let mut screen = open(world, step(1));
        assert_eq!(title(&mut screen), "What I did");
        assert_eq!(page(&mut screen).contains(says), is_said);
        let before = World::new(Here::Nobody);
        world = std::mem::replace(&mut screen.page.world, before);
    }
}

#[test]
fn an_arabic_name_is_held_apart_in_the_page_and_goes_plainly_into_a_field() {
    let mut world = World::new(Here::One(JON));
    world.household.people[0].name = "مريم".into();
    let mut screen = open(world, step(1));
    go_on(&mut screen);
    assert!(page(&mut screen).contains("from where \u{2068}مريم\u{2069} stands"));
    let drafts = screen.page.screen.drafts();
    assert!(drafts.iter().all(|d| !d.words.contains('\u{2068}')));
}

/// The group of who may read the page, and the field it is about.
fn choice_and_field(size: Size) -> (Rectangle, Rectangle) {
    let world = World::new(Here::One(JON)).sized(size.width, size.height);
    let mut screen = open(world, step(1));
    let snapshot = screen.snapshot();
    let mut groups = snapshot.of(Role::RadioGroup);
    let choice = groups.find(|group| group.info.name.as_deref() == Some(text::WHO_SEES_IT));
    let field = snapshot.of(Role::MultilineTextInput).next();
    (choice.unwrap().bounds, field.unwrap().bounds)
}

#[test]
fn who_may_read_it_is_chosen_right_under_what_is_written() {
    for size in [
        Size::new(1280.0, 800.0),
        Size::new(1920.0, 1080.0),
        Size::new(900.0, 640.0),
    ] {
        let (choice, field) = choice_and_field(size);
        assert!((choice.x - field.x).abs() < 1.0, "{size:?}");
        let over = choice.width - field.width;
        assert!(over < 1.0, "{size:?}: {over} wider than the page");
        if size.width > 900.0 {
            assert!(over > -1.0, "{size:?}: {over} narrower than the page");
        }
    }
}

/// One short answer after the other, from the top.
fn answers(size: Size, texts: &[&str]) -> Vec<Rectangle> {
    let options: String = texts
        .iter()
        .enumerate()
        .map(|(i, text)| format!(r#"Choice(id: "c{i}", text: "{text}"),"#))
        .collect();
    let guide = format!(
        r#"Guide(id: "made-up", kind: Read, title: "A guide", summary: "A page.", minutes: 5,
            evidence: SmallStudy, sources: ["003"],
            pages: [Page(id: "one", title: "One page", whose: Whoever, keep: Private, blocks: [
                Choose(id: "q", prompt: "Which?", options: [{options}]),
            ])])"#
    );
    let world = World::new(Here::One(JON)).sized(size.width, size.height);
    let mut screen = open_in(with(&guide), world, "made-up");
    let snapshot = screen.snapshot();
    let answers = snapshot.of(Role::RadioButton).map(|node| node.bounds);
    answers.collect()
}

#[test]
fn four_short_answers_stand_in_two_columns_read_one_after_the_other() {
    let wide = Size::new(1280.0, 800.0);
    let short = ["In a week", "In two weeks", "In a month", "We will see"];
    let [a, b, c, d] = answers(wide, &short)[..] else {
        panic!("four answers");
    };
    assert!(a.x == b.x && a.y < b.y && c.x == d.x && c.y < d.y);
    assert!(c.x >= a.x + a.width && c.y == a.y && d.y == b.y);
    let in_one = |size, texts: &[&str]| {
        let places = answers(size, texts);
        places
            .windows(2)
            .all(|two| two[0].x == two[1].x && two[0].y < two[1].y)
    };
    assert!(in_one(Size::new(600.0, 427.0), &short), "narrow");
    assert!(in_one(wide, &short[..3]), "three are few");
    let long = "Something that takes so many words that it needs a line";
    assert!(in_one(wide, &[short[0], short[1], short[2], long]), "long");
}
