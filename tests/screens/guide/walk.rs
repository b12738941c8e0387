//! From the first page to the end, together and each alone, and nothing is lost on the way.

use super::sitting::*;
use crate::support::desk::Disk;
use goldseam::content::schema::{Keep, Whose};
use goldseam::screen::guide::Message;
use iced::keyboard::key::Named;

#[test]
fn together_every_step_has_a_way_to_its_end_and_nothing_written_is_lost() {
    for number in 1..=10 {
        let mut screen = open(World::new(Here::Both), step(number));
        let words = walk(&mut screen);
        assert!(words.len() > 4, "step {number}");
        let world = &screen.page.world;
        let rooms = [Room::Shared, Room::Private(MAYA), Room::Private(JON)];
        for word in &words {
            let found = rooms
                .iter()
                .any(|room| world.written_in(*room).contains(word.as_str()));
            assert!(found, "step {number}: {word} was not kept");
        }
        assert!(
            world.drafts.is_empty(),
            "step {number}: a saved draft stays behind"
        );
    }
}

#[test]
fn what_is_private_is_never_shared_and_what_is_only_offered_is_not_either() {
    for number in 1..=10 {
        let guide = library().step(number).unwrap();
        let mut screen = open(World::new(Here::Both), &guide.id);
        walk(&mut screen);
        for entry in screen.kept() {
            let keep = |page: &str| guide.pages.iter().find(|p| p.id == page).unwrap().keep;
            match &entry.what {
                Kind::Answer(answer) => assert_eq!(
                    entry.room == Room::Shared,
                    keep(&answer.page) == Keep::Shared,
                    "step {number}, {}/{}",
                    answer.page,
                    answer.block
                ),
                Kind::Commitment(_) | Kind::Boundary(_) | Kind::Appreciation(_) => {
                    assert_eq!(entry.room, Room::Private(entry.by), "step {number}");
                }
                _ => assert_eq!(entry.room, Room::Shared),
            }
        }
    }
}

#[test]
fn each_alone_finds_every_word_again() {
    for (me, other) in [(MAYA, JON), (JON, MAYA)] {
        for number in 1..=10 {
            let mut screen = open(World::new(Here::One(me)), step(number));
            let words = walk(&mut screen);
            assert!(screen.page.asked.is_empty(), "nobody to pass the laptop to");
            assert!(screen.kept().all(|entry| entry.by == me));
            assert!(screen.page.world.room(other).is_empty());

            while !screen.page.gone.contains(&Place::Steps) {
                let page = page(&mut screen);
                screen.page.world.drafts.clear();
                if let Some(last) = words.last()
                    && page.contains(last.as_str())
                {
                    break;
                }
                screen.press("Back");
            }
            let mut seen = String::new();
            while !screen.page.gone.contains(&Place::Steps) {
                seen.push_str(&page(&mut screen));
                screen.press("Back");
            }
            for word in &words {
                assert!(
                    seen.contains(word.as_str()),
                    "step {number}: {word} is not there again"
                );
            }
        }
    }
}

#[test]
fn alone_nobody_else_learns_where_one_is() {
    let mut screen = open(World::new(Here::One(MAYA)), step(1));
    let shared = screen.page.world.shared.len();
    walk(&mut screen);
    screen.press("Finish this step");
    assert_eq!(screen.page.world.shared.len(), shared);
}

#[test]
fn jon_leaves_in_the_middle_and_comes_back_to_the_same_page_and_words() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    go_on(&mut screen);
    let before = title(&mut screen);
    let area = "What has this done to Maya’s days, nights and sense of what was real?";
    write_in(&mut screen, area, "You stopped sleeping");
    let world = std::mem::replace(&mut screen.page.world, World::new(Here::Nobody));
    drop(screen);

    let mut screen = open(world, step(1));
    assert_eq!(title(&mut screen), before);
    assert!(page(&mut screen).contains("You stopped sleeping"));
}

#[test]
fn a_save_that_fails_leaves_every_word_and_the_page_where_they_were() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I lied");
    let before = title(&mut screen);
    screen.page.disk = Disk::Fails;
    go_on(&mut screen);
    assert_eq!(title(&mut screen), before);
    assert!(page(&mut screen).contains("I lied"));
    // Words added meanwhile are not in what the app saves when it tries again.
    screen.page.world.saving = Saving::Failed(String::new(), String::new());
    write_in(&mut screen, area, " twice");
    screen.page.update(Message::Saved);
    assert_eq!(title(&mut screen), before);
    assert!(page(&mut screen).contains("twice"));
    screen.page.disk = Disk::Keeps;
    go_on(&mut screen);
    assert_ne!(title(&mut screen), before);
    let kept = screen.page.world.written_in(Room::Private(JON));
    assert!(kept.contains("I lied twice"));
}

#[test]
fn both_say_for_themselves_that_their_part_is_done() {
    let mut screen = open(World::new(Here::Both), step(8));
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    screen.press("Maya: my part is done");
    assert!(page(&mut screen).contains("Jon: my part is done"));
    screen.press("Jon: my part is done");
    let finished: Vec<PersonId> = screen
        .page
        .world
        .shared
        .iter()
        .filter(|r| matches!(&r.what, Kind::Place(p) if p.finished))
        .map(|r| r.by)
        .collect();
    assert_eq!(finished, [MAYA, JON]);
    screen.press("Finish for now");
    assert_eq!(screen.page.gone, [Place::Steps]);
}

#[test]
fn with_the_keyboard_alone_jon_gets_from_the_first_page_to_the_end() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let pages = library().step(1).unwrap().pages.iter();
    let mine = pages
        .filter(|p| matches!(p.whose, Whose::BrokeTrust | Whose::Each | Whose::Alone))
        .count();
    for n in 0..mine {
        let mut stops = Vec::new();
        for _ in 0..60 {
            screen.tab();
            let name = screen.focus().unwrap();
            let is_next = ["Next page", "To the end"].contains(&name.as_str());
            stops.push(name);
            if is_next {
                break;
            }
        }
        let last = stops.last().unwrap();
        assert!(
            ["Next page", "To the end"].contains(&last.as_str()),
            "page {n}: {stops:?}"
        );
        let back = stops.iter().position(|s| s == "Back").unwrap();
        assert!(back + 1 < stops.len(), "back comes before on: {stops:?}");
        screen.key(iced::keyboard::Key::Named(Named::Enter));
    }
    assert!(at_the_end(&mut screen));
}

#[test]
fn every_way_to_begin_has_a_field_to_go_into() {
    for here in [Here::Both, Here::One(MAYA), Here::One(JON)] {
        for number in 1..=10 {
            let mut screen = open(World::new(here), step(number));
            while !at_the_end(&mut screen) {
                for name in ["Maya", "Jon"] {
                    let pass = format!("Pass the laptop to {name}");
                    if has(&mut screen, &pass) {
                        screen.press(&pass);
                    }
                }
                let snapshot = screen.snapshot();
                let mut names = snapshot.focusables().filter_map(|n| n.info.name.clone());
                if let Some(phrase) = names.find(|name| name.starts_with("Put in: ")) {
                    let written = |screen: &View| {
                        let drafts = screen.page.screen.drafts();
                        drafts.iter().filter(|d| !d.words.is_blank()).count()
                    };
                    assert_eq!(written(&screen), 0);
                    screen.press(&phrase);
                    assert_eq!(written(&screen), 1, "step {number}: {phrase}");
                }
                go_on(&mut screen);
            }
        }
    }
}
