//! The list of private pages, with ten years of them.

use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::demo::ten_years;
use goldseam::domain::{Kind, RecordId};
use goldseam::screen::journal;
use goldseam::text::journal as words;
use goldseam::ui::access::Role;
use iced::keyboard::key::Named;
use std::collections::BTreeSet;

const KINDS: [(f32, f32); 2] = [(1280.0, 800.0), (900.0, 640.0)];

fn open(width: f32, height: f32) -> Desk<journal::State> {
    let mut world = World::first_evening().alone(0).sized(width, height);
    world.rooms[0] = ten_years::records(&world.household, world.now, 1).first;
    let mut desk = Desk::new(world, journal::State::new);
    if width < 1120.0 {
        desk.press(words::SHOW_ENTRIES);
    }
    desk
}

fn rows(desk: &mut Desk<journal::State>) -> Vec<String> {
    let snapshot = desk.0.snapshot();
    let rows = snapshot.of(Role::ListOption);
    rows.filter_map(|node| node.info.name.clone()).collect()
}

fn month(desk: &mut Desk<journal::State>) -> String {
    let snapshot = desk.0.snapshot();
    let heading = snapshot
        .of(Role::Heading)
        .find(|node| node.info.level == Some(3));
    heading.unwrap().info.name.clone().unwrap()
}

fn has(desk: &mut Desk<journal::State>, name: &str) -> bool {
    desk.0.snapshot().named(name).is_some()
}

#[test]
fn a_view_holds_one_month_and_the_arrows_reach_every_page() {
    for (width, height) in KINDS {
        let mut desk = open(width, height);
        assert_eq!(month(&mut desk), "November 2026");
        assert!(!has(&mut desk, words::LATER));
        let (mut pages, mut months) = (0, Vec::new());
        loop {
            let (rows, here) = (rows(&mut desk), month(&mut desk));
            let name = here.split(' ').next().unwrap();
            assert!(
                rows.iter().all(|row| row.contains(name)),
                "{here}: {rows:?}"
            );
            let days: BTreeSet<&str> = rows
                .iter()
                .map(|row| row.split(',').next().unwrap())
                .collect();
            assert!(
                days.len() <= 31 && rows.len() <= 33,
                "{here}: {}",
                rows.len()
            );
            pages += rows.len();
            months.push(here);
            if !has(&mut desk, words::EARLIER) {
                break;
            }
            desk.0.press(words::EARLIER);
        }
        assert_eq!((pages, months.len()), (3_650, 120));
        while has(&mut desk, words::LATER) {
            assert_eq!(Some(month(&mut desk)), months.pop());
            desk.0.press(words::LATER);
        }
        assert_eq!(months, ["November 2026"]);
    }
}

#[test]
fn the_page_is_a_few_tabs_away_however_much_was_written() {
    let mut desk = open(1280.0, 800.0);
    let first = rows(&mut desk).remove(0);
    assert_eq!(
        desk.tab_order()[..5],
        [
            words::EARLIER,
            "Your page of Sunday 1 November",
            first.as_str(),
            words::NEW_ENTRY,
            words::TITLE_FIELD
        ]
    );
}

#[test]
fn an_old_page_is_found_and_read_by_keyboard_alone() {
    let mut desk = open(1280.0, 800.0);
    desk.press(words::EARLIER);
    desk.press(words::EARLIER);
    assert_eq!(month(&mut desk), "September 2026");
    let third = rows(&mut desk).remove(2);
    // Past the other arrow and the days.
    for _ in 0..3 {
        desk.0.tab();
    }
    desk.0.key(Named::ArrowDown);
    desk.0.key(Named::ArrowDown);
    assert_eq!(desk.0.focus(), Some(third.clone()));
    desk.0.key(Named::Enter);
    let title = third.split_once(", ").unwrap().1;
    assert!(has(&mut desk, title), "{title:?} is not open");
    assert_eq!(
        month(&mut desk),
        "September 2026",
        "the list stays where it is"
    );
    assert_eq!(desk.0.focus(), Some(third.clone()));

    // Away and back: Tab comes to the row that is open, not to the first.
    desk.0.tab();
    desk.0.shift_tab();
    assert_eq!(desk.0.focus(), Some(third));
    desk.press(words::NEW_ENTRY);
    assert_eq!(month(&mut desk), "November 2026");
}

#[test]
fn a_page_of_another_year_says_which() {
    let mut desk = open(1280.0, 800.0);
    while month(&mut desk) != "December 2025" {
        desk.0.press(words::EARLIER);
    }
    let first = rows(&mut desk).remove(0);
    assert!(first.starts_with("Wednesday 31 December 2025, "), "{first}");
    desk.0.press(&first);
    assert!(has(&mut desk, "Wednesday 31 December 2025, 19:34"));
}

/// An amendment, should one be read, takes the place of the words and leaves the page where it is.
#[test]
fn a_page_that_was_amended_stands_once_with_its_new_words() {
    let mut desk = open(1280.0, 800.0);
    let room = &mut desk.page().world.rooms[0];
    let mut amended = room[1].clone();
    amended.amends = Some(amended.id);
    amended.id = RecordId::from_random(7);
    amended.at = room.last().unwrap().at;
    if let Kind::Journal(journal) = &mut amended.what {
        journal.title = "Said again".into();
    }
    room.push(amended);
    while has(&mut desk, words::EARLIER) {
        desk.0.press(words::EARLIER);
    }
    let rows = rows(&mut desk);
    assert!(rows.last().unwrap().ends_with(", Said again"), "{rows:?}");
}

#[test]
fn a_page_that_is_kept_and_one_that_is_gone_are_seen_at_once() {
    let mut desk = open(1280.0, 800.0);
    desk.press(words::EARLIER);
    desk.go_to(words::TITLE_FIELD);
    desk.write("The newest");
    desk.press(words::KEEP);
    assert_eq!(month(&mut desk), "November 2026");
    let kept = "Sunday 15 November, The newest";
    assert_eq!(rows(&mut desk)[0], kept);
    // The app takes what is deleted out of the room without telling the page.
    desk.page().world.rooms[0].pop();
    assert!(!has(&mut desk, kept));
    assert!(has(&mut desk, words::TEXT), "the blank page is back");
}

#[test]
fn a_month_whose_last_page_is_gone_gives_way_to_the_one_before() {
    let mut desk = open(1280.0, 800.0);
    desk.0.press(words::EARLIER);
    assert_eq!(month(&mut desk), "October 2026");
    desk.page().world.rooms[0].retain(|record| {
        let day = record.at.date_naive().to_string();
        !day.starts_with("2026-10") && !day.starts_with("2026-09")
    });
    assert_eq!(month(&mut desk), "August 2026");
    desk.0.press(words::LATER);
    assert_eq!(
        month(&mut desk),
        "November 2026",
        "months without pages are skipped"
    );
    desk.page().world.rooms[0].clear();
    assert!(has(&mut desk, words::NO_ENTRIES));
}

/// The names of the days that can be pressed, in order.
fn days(desk: &mut Desk<journal::State>) -> Vec<String> {
    let snapshot = desk.0.snapshot();
    let buttons = snapshot.of(Role::Button);
    let names = buttons.filter_map(|node| node.info.name.clone());
    names
        .filter(|name| name.starts_with("Your page of"))
        .collect()
}

#[test]
fn a_day_with_a_page_can_be_pressed_and_no_other_and_nothing_is_counted() {
    for (width, height) in KINDS {
        let world = World::demo().alone(0).sized(width, height);
        let mut desk = Desk::new(world, journal::State::new);
        if width < 1120.0 {
            desk.press(words::SHOW_ENTRIES);
        }
        let dates: BTreeSet<String> = rows(&mut desk)
            .iter()
            .map(|row| row.split(',').next().unwrap().to_owned())
            .collect();
        let days = days(&mut desk);
        let marked: BTreeSet<String> = days
            .iter()
            .map(|day| day.trim_start_matches("Your page of ").to_owned())
            .collect();
        assert_eq!(marked, dates);
        assert_eq!(
            marked.len(),
            days.len(),
            "a day is named once, whatever it holds"
        );
        let snapshot = desk.0.snapshot();
        for day in &days {
            let bounds = snapshot.named(day).unwrap().bounds;
            assert!(bounds.width >= 36.0 && bounds.height >= 36.0, "{bounds:?}");
        }
    }
}

#[test]
fn a_day_opens_its_page_and_once_more_the_other_of_that_day() {
    let mut desk = Desk::new(World::demo().alone(0), journal::State::new);
    for title in ["Morning", "Evening"] {
        desk.go_to(words::TITLE_FIELD);
        desk.write(title);
        desk.press(words::KEEP);
        desk.press(words::NEW_ENTRY);
    }
    let today = "Your page of Sunday 15 November";
    let shown = |desk: &mut Desk<journal::State>| {
        let snapshot = desk.0.snapshot();
        let title = snapshot.of(Role::Heading).find(|n| n.info.level == Some(1));
        title.and_then(|node| node.info.name.clone())
    };
    // The days are one stop; the arrows go along them.
    desk.press(words::EARLIER);
    desk.press(words::LATER);
    desk.0.tab();
    while desk.0.focus().as_deref() != Some(today) {
        desk.0.key(Named::ArrowRight);
    }
    for title in ["Evening", "Morning"] {
        desk.0.key(Named::Enter);
        assert_eq!(shown(&mut desk).as_deref(), Some(title));
        assert_eq!(desk.0.focus().as_deref(), Some(today));
    }
}
