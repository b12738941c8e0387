//! The private reflection, in the whole app: answered and written by keyboard, kept, read again, deleted for good.

use crate::support::app::folder::{MADE_UP, files_with, furnish};
use crate::support::app::{Sitting, WIDE};
use crate::support::promises::within;
use chrono::Duration;
use goldseam::app::{Message, frame};
use goldseam::domain::record::AnswerValue;
use goldseam::domain::settings::TextSize;
use goldseam::domain::{Kind, PersonId, Record, Room, Week, reflections, summary};
use goldseam::screen::Place;
use goldseam::summary::compose;
use goldseam::ui::access::{Node, Role};
use iced::Size;
use iced::keyboard::key::Named;
use std::path::Path;

const STAYING: &str = "If he tells the truth before I ask";
const LEAVING: &str = "My sister’s spare room by March";
const NOW: &str = "Sundays are calm and Mondays are not";
const WRITTEN: [&str; 3] = [STAYING, LEAVING, NOW];

const KEEP: &str = "Keep this reflection";
const BACK: &str = "Back to the page";
const OWN_WORDS: &str = "As it is now, in your own words";
const ABUSE: &str = "It has happened again, or there is abuse.";
const AFRAID: &str = "I do not feel safe.";
const BOUNDARIES: &str = "Boundaries hold.";
const REPLIES: [&str; 3] = ["Yes", "Not sure", "No"];
const WAYS: [&str; 3] = ["Stay", "Pause", "Leave"];

fn maya_comes_in(home: &Path) -> Sitting {
    furnish(home);
    let mut sitting = Sitting::begin(home);
    open_as_maya(&mut sitting);
    sitting
}

fn open_as_maya(sitting: &mut Sitting) {
    sitting.press("Maya");
    sitting.type_into("Your passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
    go(sitting, Place::Reflection);
}

fn go(sitting: &mut Sitting, place: Place) {
    sitting.send(Message::Frame(frame::Message::Go(place)));
    sitting.settle();
}

/// Two answers and three pieces of writing.
fn fill_in(sitting: &mut Sitting) {
    sitting.press_in(ABUSE, "Not sure");
    sitting.press_in(BOUNDARIES, "No");
    sitting.type_into(OWN_WORDS, NOW);
    sitting.type_into("Stay", STAYING);
    sitting.type_into("Leave", LEAVING);
}

fn keep(sitting: &mut Sitting) {
    sitting.press(KEEP);
    sitting.sees(BACK);
}

fn maya(sitting: &Sitting) -> PersonId {
    sitting.app.world.household.people[0].id
}

fn own(sitting: &Sitting) -> &[Record] {
    &sitting.app.world.open.as_ref().unwrap().own
}

fn shared(sitting: &Sitting) -> &[Record] {
    &sitting.app.world.open.as_ref().unwrap().shared
}

fn kept(sitting: &Sitting) -> Vec<reflections::Kept> {
    reflections::of(own(sitting), maya(sitting))
}

/// Whether any of the words stands in it, as it would be stored.
fn holds_any(records: &[Record]) -> bool {
    let json = serde_json::to_string(records).unwrap();
    WRITTEN.iter().any(|words| json.contains(words))
}

/// Which answers stand, as `(sign, answer)`.
fn answered(sitting: &mut Sitting) -> Vec<(String, String)> {
    let snapshot = sitting.snapshot();
    let mut found = Vec::new();
    for group in snapshot
        .nodes
        .iter()
        .filter(|n| n.info.role == Role::RadioGroup)
    {
        let inside = within(&snapshot, group.id);
        let chosen = snapshot
            .nodes
            .iter()
            .filter(|n| inside.contains(&n.id) && n.info.toggled == Some(true));
        let name = |node: &Node| node.info.name.clone().unwrap();
        found.extend(chosen.map(|n| (name(group), name(n))));
    }
    found
}

#[test]
fn maya_keeps_a_reflection_in_her_own_room_and_nowhere_else() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    let (before, together) = (own(&sitting).len(), shared(&sitting).to_vec());
    fill_in(&mut sitting);
    keep(&mut sitting);

    let found = kept(&sitting).remove(0).look;
    assert_eq!(found.stay.as_str(), STAYING);
    assert!(found.pause.is_blank());
    assert_eq!(found.leave.as_str(), LEAVING);
    let stored: Vec<_> = own(&sitting)[before..]
        .iter()
        .map(|record| match &record.what {
            Kind::Answer(said) => match &said.value {
                AnswerValue::Chosen { options, .. } => {
                    format!("{}/{}/{} {}", said.guide, said.page, said.block, options[0])
                }
                AnswerValue::Text(words) => {
                    format!("{}/{}/{} {}", said.guide, said.page, said.block, &**words)
                }
                _ => panic!("another kind of answer"),
            },
            Kind::Reflection(_) => "reflection".to_owned(),
            _ => panic!("another kind of record"),
        })
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    assert_eq!(
        stored,
        [
            "reflection".to_owned(),
            format!("walk-away/conditions/as-it-is-now {NOW}"),
            "walk-away/conditions/limits-that-hold no".to_owned(),
            "walk-away/signs/again-or-abuse not-sure".to_owned(),
        ]
    );
    assert!(shared(&sitting) == together, "the shared room changed");
    for words in WRITTEN {
        assert!(files_with(home.path(), words).is_empty());
    }

    // The next one begins with nothing filled in.
    sitting.press(BACK);
    assert!(answered(&mut sitting).is_empty());
    for way in WAYS {
        assert_eq!(sitting.value(way), "");
    }
    assert!(!sitting.has(KEEP), "there is nothing to keep");
}

#[test]
fn no_answer_is_filled_in_and_each_can_be_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    assert!(answered(&mut sitting).is_empty());
    assert!(!sitting.has(KEEP), "there is nothing to keep");
    let all: Vec<String> = {
        let said = &sitting.app.world.library.walk_away;
        let signs = said.signs.iter().chain(&said.conditions);
        signs.map(|sign| sign.title.clone()).collect()
    };
    assert_eq!(all.len(), 6 + 5);
    for sign in all {
        for reply in REPLIES {
            sitting.press_in(&sign, reply);
            let stands = [(sign.clone(), reply.to_owned())];
            assert_eq!(answered(&mut sitting), stands);
        }
        sitting.press_in(&sign, "No");
        assert!(
            answered(&mut sitting).is_empty(),
            "{sign} cannot be cleared"
        );
    }
    assert!(!sitting.has(KEEP), "there is nothing to keep");
}

#[test]
fn the_power_goes_and_maya_finds_her_answers_and_words() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    fill_in(&mut sitting);
    // Any other page: what stands here is sealed before it is left.
    go(&mut sitting, Place::Home);
    let mut sitting = sitting.start_again();
    open_as_maya(&mut sitting);
    let stands = |sign: &str, reply: &str| (sign.to_owned(), reply.to_owned());
    assert_eq!(
        answered(&mut sitting),
        [stands(ABUSE, "Not sure"), stands(BOUNDARIES, "No")]
    );
    assert_eq!(sitting.value("Stay"), STAYING);
    assert_eq!(sitting.value("Leave"), LEAVING);
    assert_eq!(sitting.value(OWN_WORDS), NOW);
    for words in WRITTEN {
        assert!(files_with(home.path(), words).is_empty());
    }

    // Once kept, nothing of it waits any more.
    keep(&mut sitting);
    go(&mut sitting, Place::Home);
    let mut sitting = sitting.start_again();
    open_as_maya(&mut sitting);
    assert!(answered(&mut sitting).is_empty());
    assert_eq!(sitting.value("Stay"), "");
}

#[test]
fn help_stands_beside_a_sign_of_abuse_or_fear_one_press_away() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    for sign in [ABUSE, AFRAID] {
        let help = format!("Help lines, beside: {sign}");
        for (reply, offered) in [("No", false), ("Not sure", true), ("Yes", true)] {
            sitting.press_in(sign, reply);
            assert_eq!(sitting.has(&help), offered, "{sign} {reply}");
        }
        let (help, answer) = (sitting.find(&help).bounds, {
            sitting.press_in(sign, "Yes");
            sitting.press_in(sign, "Yes");
            let snapshot = sitting.snapshot();
            let group =
                |n: &&Node| n.info.role == Role::RadioGroup && n.info.name.as_deref() == Some(sign);
            snapshot.nodes.iter().find(group).unwrap().bounds
        });
        assert!(help.x > answer.x + answer.width, "not beside the answer");
        assert!((help.center_y() - answer.center_y()).abs() < 1.0);
    }
    sitting.type_into("Pause", "A week");
    sitting.press(&format!("Help lines, beside: {AFRAID}"));
    sitting.sees("If someone may be watching this computer");
    sitting.press("Close");
    assert_eq!(sitting.value("Pause"), "A week");
    sitting.press("Show help lines");
    sitting.sees("If someone may be watching this computer");
}

#[test]
fn no_answer_says_anything_back() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    let lists = |sitting: &Sitting| {
        let said = &sitting.app.world.library.walk_away;
        let quiet = said
            .signs
            .iter()
            .chain(&said.conditions)
            .filter(|sign| !sign.help);
        quiet.map(|sign| sign.title.clone()).collect::<Vec<_>>()
    };
    let mut told = Vec::new();
    for reply in REPLIES {
        for sign in lists(&sitting) {
            sitting.press_in(&sign, reply);
        }
        told.push(sitting.told());
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[1], told[2]);
}

#[test]
fn stay_pause_and_leave_measure_the_same() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    for (window, text, abreast) in [
        (WIDE, TextSize::Normal, true),
        (Size::new(900.0, 640.0), TextSize::Normal, true),
        (Size::new(900.0, 640.0), TextSize::Larger, false),
        (Size::new(1920.0, 1080.0), TextSize::Normal, true),
    ] {
        sitting.text_size(text);
        sitting.resize(window);
        let snapshot = sitting.snapshot();
        let of = |role: Role, name: &str| {
            let found = snapshot.nodes.iter().filter(|n| n.info.role == role);
            let mut named = found.filter(|n| n.info.name.as_deref() == Some(name));
            named.next().unwrap().clone()
        };
        let areas = WAYS.map(|way| of(Role::MultilineTextInput, way));
        let titles = WAYS.map(|way| of(Role::Heading, way));
        for part in [&areas, &titles] {
            let [a, b, c] = part.each_ref().map(|node| node.bounds);
            assert!(a.height == b.height && b.height == c.height, "{window:?}");
            assert!(
                part.iter()
                    .all(|node| node.info.level == part[0].info.level)
            );
            if abreast {
                assert!(a.y == b.y && b.y == c.y, "not side by side at {window:?}");
                assert!(a.x < b.x && b.x < c.x);
                assert!(((b.x - a.x) - (c.x - b.x)).abs() < 1.0, "{window:?}");
            } else {
                assert!(
                    a.x == b.x && b.x == c.x,
                    "not below each other at {window:?}"
                );
                assert!(a.y < b.y && b.y < c.y);
                assert!(((b.y - a.y) - (c.y - b.y)).abs() < 1.0, "{window:?}");
            }
        }
        let widths = areas.each_ref().map(|node| node.bounds.width);
        assert!(
            widths.iter().all(|w| (w - widths[0]).abs() < 1.0),
            "{widths:?}"
        );
    }
    // Nor do the questions give one of them more words than another.
    let said = &sitting.app.world.library.walk_away;
    let words = [&said.stay, &said.pause, &said.leave].map(|q| q.split_whitespace().count());
    let (least, most) = (words.iter().min().unwrap(), words.iter().max().unwrap());
    assert!(most - least <= 3, "{words:?}");
}

#[test]
fn earlier_ones_are_read_newest_first_and_deleted_for_good() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    assert!(!sitting.has("Earlier reflections"));
    fill_in(&mut sitting);
    keep(&mut sitting);
    assert_eq!(sitting.focus().as_deref(), Some(BACK));
    sitting.later(Duration::minutes(1));
    sitting.press(BACK);
    sitting.press_in(AFRAID, "Yes");
    sitting.type_into("Pause", "Two weeks at home alone");
    keep(&mut sitting);

    let told = sitting.told();
    let at = |words: &str| {
        told.find(words)
            .unwrap_or_else(|| panic!("no {words:?} in\n{told}"))
    };
    assert!(at("Thursday 19 November, 20:15") < at("Two weeks at home alone"));
    assert!(at("Two weeks at home alone") < at("Thursday 19 November, 20:14"));
    assert!(at("Thursday 19 November, 20:14") < at(STAYING));
    assert!(at("I do not feel safe. Yes.") < at("Boundaries hold. No."));

    let delete = "Delete the reflection of Thursday 19 November 2026, 20:14";
    sitting.press(delete);
    assert_eq!(sitting.focus().as_deref(), Some("Keep it"));
    sitting.press("Keep it");
    assert_eq!(kept(&sitting).len(), 2);
    sitting.press(delete);
    sitting.key(Named::Escape);
    assert_eq!(kept(&sitting).len(), 2);
    sitting.press(delete);
    sitting.press_in("Delete this reflection?", "Delete");
    sitting.until("the reflection to go", |sitting| kept(sitting).len() == 1);
    sitting.never_sees(STAYING);

    // It is gone from the folder as well, with its answers; the other is untouched.
    let mut sitting = sitting.start_again();
    open_as_maya(&mut sitting);
    assert!(!holds_any(own(&sitting)));
    let left = kept(&sitting);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].look.pause.as_str(), "Two weeks at home alone");
    assert_eq!(left[0].look.signs.len(), 1);
    assert!(left[0].look.conditions.is_empty());
}

#[test]
fn many_earlier_ones_come_a_few_at_a_time() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    for n in 1..=7 {
        sitting.type_into("Pause", &format!("Thought {n}"));
        keep(&mut sitting);
        sitting.later(Duration::minutes(1));
        sitting.press(BACK);
    }
    sitting.press("Earlier reflections");
    assert!(sitting.shows("Thought 3") && !sitting.shows("Thought 2"));
    sitting.press("Show older ones");
    assert!(sitting.shows("Thought 1") && !sitting.has("Show older ones"));
    sitting.key(Named::Escape);
    assert_eq!(sitting.focus().as_deref(), Some("Earlier reflections"));
}

#[test]
fn it_opens_for_one_alone_only() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    fill_in(&mut sitting);
    keep(&mut sitting);
    let mut sitting = sitting.start_again();
    sitting.press("Both of us");
    sitting.press_in("Whose passphrase will you use?", "Maya");
    sitting.type_into("Maya’s passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("This week, together");
    go(&mut sitting, Place::Reflection);
    assert_eq!(format!("{:?}", sitting.app.shown), "Library");
    assert!(!sitting.shows(KEEP) && !sitting.has("Reflection"));
    assert!(own(&sitting).is_empty() && !holds_any(shared(&sitting)));
}

#[test]
fn nothing_of_it_is_ever_on_a_weekly_page() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    fill_in(&mut sitting);
    keep(&mut sitting);
    let world = &sitting.app.world;
    let maya = maya(&sitting);
    let (household, steps) = (&world.household, world.library.step_ids());
    let titles = world.library.step_titles();
    let week = Week::of(world.now.date_naive());
    let (own, shared) = (own(&sitting), shared(&sitting));
    assert!(holds_any(own), "there is nothing to look for");
    let read = || shared.iter().chain(own);
    let pages = [
        summary::fold(shared, household, week, &steps),
        summary::own(read(), household, maya, week, &steps),
        // Even where somebody hands the page of both what only one may read.
        summary::fold(read(), household, week, &steps),
    ];
    for page in pages {
        let sheet = compose::compose(&page, household, &titles);
        assert!(!sheet.sections.is_empty());
        let printed = format!("{sheet:?} {page:?}");
        for words in WRITTEN.into_iter().chain([ABUSE, BOUNDARIES]) {
            assert!(!printed.contains(words), "{words:?} is printed");
        }
    }
    // Nor does the page that is drawn for her alone lead to it.
    go(&mut sitting, Place::WeeklyPage);
    for words in WRITTEN {
        assert!(!sitting.shows(words));
    }
}

#[test]
fn every_control_has_a_name_and_tab_reads_down_the_page() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    sitting.press_in(ABUSE, "Yes");
    let mut faults = Vec::new();
    for (window, text) in [
        (WIDE, TextSize::Normal),
        (Size::new(900.0, 640.0), TextSize::Normal),
        (Size::new(900.0, 640.0), TextSize::Larger),
    ] {
        sitting.text_size(text);
        sitting.resize(window);
        sitting.look_afresh();
        let all = sitting.snapshot();
        let nameless = all.focusables().filter(|n| n.info.name.is_none()).count();
        assert_eq!(nameless, 0, "{window:?}");
        let order: Vec<String> = all
            .focusables()
            .map(|_| {
                sitting.tab();
                sitting.focus().unwrap()
            })
            .collect();
        let listed: Vec<String> = all
            .focusables()
            .filter_map(|n| n.info.name.clone())
            .collect();
        assert_eq!(order, listed, "Tab leaves something out at {window:?}");
        let place = |name: &str| order.iter().position(|n| n == name);
        let stops = [
            "Help lines, beside: It has happened again, or there is abuse.",
            OWN_WORDS,
            "Stay",
            "Pause",
            "Leave",
            "Show help lines",
            KEEP,
        ];
        if !stops.map(place).is_sorted() || stops.map(place).contains(&None) {
            faults.push(format!("{window:?}: {order:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nobody_else_can_be_the_writer() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_comes_in(home.path());
    sitting.type_into("Stay", STAYING);
    let maya = maya(&sitting);
    let drafts = sitting.app.shown.drafts();
    assert!(drafts.iter().any(|draft| !draft.words.is_blank()));
    assert!(drafts.iter().all(|draft| draft.room == Room::Private(maya)));
}
