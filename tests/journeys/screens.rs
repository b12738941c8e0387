//! What the keyboard is promised, on every screen, in every size, with much to show and with nothing.

use crate::app::folder::{MADE_UP, bytes_under, furnish};
use crate::app::{Sitting, WIDE};
use crate::evening::{JONS, MAYAS, alone_at_home, both_at_home, come_in, come_in_together, set_up};
use crate::promises::{self, named, out_of_order, reachable, reads_on, squeezed, standing_out};
use goldseam::app::{Message, frame};
use goldseam::domain::settings::{TextSize, ThemeChoice};
use goldseam::screen::Place;
use goldseam::ui::access::{Info, Node, Role, Snapshot};
use iced::keyboard::key::Named;
use iced::{Rectangle, Size};
use std::path::Path;

const PLACES: [Place; 12] = [
    Place::Home,
    Place::Steps,
    Place::Library,
    Place::Pillars,
    Place::Reflection,
    Place::CheckIn,
    Place::Commitments,
    Place::Jar,
    Place::WeeklyPage,
    Place::Journal,
    Place::Settings,
    Place::Help,
];
const GUIDES: [&str; 2] = ["step-01-accountability", "step-04-boundaries"];

fn sizes(sitting: &mut Sitting, mut look: impl FnMut(&mut Sitting, &str)) {
    for (window, text, name) in [
        (WIDE, TextSize::Normal, "1280×800"),
        (Size::new(900.0, 640.0), TextSize::Normal, "900×640"),
        (Size::new(900.0, 640.0), TextSize::Larger, "600×427"),
    ] {
        sitting.text_size(text);
        sitting.resize(window);
        look(sitting, name);
    }
    sitting.text_size(TextSize::Normal);
    sitting.resize(WIDE);
}

fn places() -> Vec<Place> {
    let guides = GUIDES.iter().map(|id| Place::Guide((*id).to_owned()));
    PLACES.into_iter().chain(guides).collect()
}

fn go(sitting: &mut Sitting, place: &Place) {
    sitting.send(Message::Frame(frame::Message::Go(place.clone())));
    sitting.until("the page to be drawn", |sitting| {
        !sitting.shows("Drawing the page")
    });
    sitting.settle();
    sitting.look_afresh();
}

/// Walks over every place with whoever is here.
fn walk(
    sitting: &mut Sitting,
    who: &str,
    rule: impl Fn(&mut Sitting) -> Vec<String>,
) -> Vec<String> {
    let mut faults = Vec::new();
    for place in places() {
        sizes(sitting, |sitting, size| {
            go(sitting, &place);
            let found = rule(sitting);
            faults.extend(
                found
                    .into_iter()
                    .map(|f| format!("{place:?}, {who}, {size}: {f}")),
            );
        });
    }
    faults
}

fn everywhere(rule: impl Fn(&mut Sitting) -> Vec<String> + Copy) {
    let mut faults = Vec::new();
    for made_up in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let (mut sitting, words) = lived_in(home.path(), made_up);
        sizes(&mut sitting, |sitting, size| {
            sitting.look_afresh();
            let found = rule(sitting);
            faults.extend(found.into_iter().map(|f| format!("the door, {size}: {f}")));
        });
        come_in_together(&mut sitting, "Maya", words[0]);
        faults.extend(walk(&mut sitting, &format!("both, {made_up}"), rule));
        sitting.press("Close and lock");
        come_in(&mut sitting, "Jon", words[1]);
        sitting.sees("Alone, door locked");
        faults.extend(walk(&mut sitting, &format!("Jon, {made_up}"), rule));
    }
    let count = faults.len();
    assert!(faults.is_empty(), "{count} faults\n{}", faults.join("\n"));
}

/// At the door of a household with twelve weeks behind it, or of one that has just set up.
fn lived_in(home: &Path, made_up: bool) -> (Sitting, [&'static str; 2]) {
    if made_up {
        furnish(home);
        (Sitting::begin(home), [MADE_UP, MADE_UP])
    } else {
        (set_up(home).start_again(), [MAYAS, JONS])
    }
}

fn nameless(sitting: &mut Sitting) -> Vec<String> {
    promises::nameless(&sitting.snapshot())
}

#[test]
fn every_control_has_a_name() {
    everywhere(nameless);
}

/// Tab, from the beginning until it comes round.
fn tab_order(sitting: &mut Sitting) -> Vec<String> {
    let before = sitting.snapshot();
    let all = reachable(&before);
    let mut order: Vec<u64> = Vec::new();
    for _ in 0..=all.len() {
        sitting.tab();
        let Some(focused) = sitting.snapshot().focused().map(|node| node.id) else {
            return vec!["Tab lost the focus".to_owned()];
        };
        if order.contains(&focused) {
            break;
        }
        order.push(focused);
    }
    out_of_order(&before, &order)
}

#[test]
fn tab_goes_in_reading_order_and_reaches_everything() {
    everywhere(tab_order);
}

fn presses(sitting: &mut Sitting) -> Vec<String> {
    let snapshot = sitting.snapshot();
    let pressed = |node: &&Node| {
        use Role::{Button, CheckBox, Link, RadioButton, Switch, Tab};
        matches!(
            node.info.role,
            Button | CheckBox | Link | RadioButton | Switch | Tab
        )
    };
    let mut faults = Vec::new();
    for node in snapshot.focusables().filter(pressed) {
        // What is unavailable says why and does nothing.
        let wanted = if node.info.disabled { 0 } else { 1 };
        for key in [Named::Enter, Named::Space] {
            let sent = sitting.would_send(node.id, key);
            if sent != wanted {
                faults.push(format!("{key:?} on {:?} sends {sent}", named(node)));
            }
        }
    }
    faults
}

#[test]
fn enter_and_space_press_once() {
    everywhere(presses);
}

/// Every text and control within the window and within what holds it, from left to right.
fn cut_off(sitting: &mut Sitting) -> Vec<String> {
    standing_out(&sitting.snapshot())
}

#[test]
fn nothing_is_cut_off_at_the_sides() {
    everywhere(cut_off);
}

/// All that is promised of one page, in every size.
fn page(sitting: &mut Sitting, what: &str) -> Vec<String> {
    let rules = [nameless, tab_order, presses, cut_off];
    let mut faults = Vec::new();
    sizes(sitting, |sitting, size| {
        for rule in rules {
            sitting.look_afresh();
            let found = rule(sitting);
            faults.extend(found.into_iter().map(|f| format!("{what}, {size}: {f}")));
        }
    });
    faults
}

#[test]
fn the_pages_that_no_place_leads_to_keep_the_promises_too() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = both_at_home(home.path(), "Maya");
    go(&mut sitting, &Place::Guide(GUIDES[0].to_owned()));
    let mut faults = page(&mut sitting, "a guide gone through");
    sitting.press("Read what you wrote");
    sitting.sees("Maya’s page is shut.");
    faults.extend(page(&mut sitting, "the hand-over"));
    sitting.press("Back");
    sitting.find("Pass the laptop to Jon");
    faults.extend(page(&mut sitting, "a page that waits"));
    drop(sitting);

    let mut sitting = Sitting::begin(home.path());
    come_in(&mut sitting, "Jon", MADE_UP);
    sitting.sees("Alone, door locked");
    go(&mut sitting, &Place::Guide(GUIDES[1].to_owned()));
    while sitting.has("Next page") {
        sitting.press("Next page");
    }
    sitting.press("To the end");
    faults.extend(page(&mut sitting, "the end of a guide"));
    drop(sitting);

    // Every copy of it, so that none can stand in.
    for (file, _) in bytes_under(home.path()) {
        if file.to_string_lossy().contains("household.json") {
            std::fs::write(file, "{").unwrap();
        }
    }
    let mut sitting = Sitting::begin(home.path());
    sitting.find("Close Goldseam");
    faults.extend(page(&mut sitting, "trouble"));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A theme has edges and rules of its own; high contrast takes away pictures that stand for a control.
#[test]
fn dark_and_high_contrast_name_and_hold_everything_too() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = alone_at_home(home.path(), "Maya");
    let mut faults = Vec::new();
    for theme in [ThemeChoice::Dark, ThemeChoice::HighContrast] {
        sitting.theme(theme);
        let rule = |sitting: &mut Sitting| [nameless(sitting), cut_off(sitting)].concat();
        faults.extend(walk(&mut sitting, &format!("Maya, {theme:?}"), rule));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn planted(id: u64, bounds: Rectangle, children: Vec<u64>) -> Node {
    Node {
        id,
        info: Info {
            node: id,
            name: Some(format!("node {id}")),
            ..Info::default()
        },
        bounds,
        focusable: true,
        focused: false,
        children,
    }
}

#[test]
fn what_stands_out_or_goes_back_is_seen() {
    let at = |x: f32, y: f32, width: f32| Rectangle {
        x,
        y,
        width,
        height: 40.0,
    };
    let window = planted(1, at(0.0, 0.0, 600.0), vec![2]);
    let with = |child| Snapshot {
        nodes: vec![window.clone(), planted(2, child, Vec::new())],
    };
    assert!(standing_out(&with(at(32.0, 0.0, 500.0))).is_empty());
    assert_eq!(standing_out(&with(at(32.0, 0.0, 640.0))).len(), 1);
    assert_eq!(standing_out(&with(at(-8.0, 0.0, 500.0))).len(), 1);

    assert!(squeezed(&with(at(32.0, 0.0, 24.0))).is_empty());
    assert_eq!(squeezed(&with(at(32.0, 0.0, 20.0))).len(), 1);

    let here = at(200.0, 200.0, 100.0);
    assert!(
        reads_on(here, at(320.0, 200.0, 100.0)),
        "the next in the row"
    );
    assert!(reads_on(here, at(0.0, 260.0, 100.0)), "the next row");
    assert!(reads_on(here, at(400.0, 0.0, 100.0)), "the next column");
    assert!(!reads_on(here, at(0.0, 200.0, 100.0)), "back in the row");
    assert!(!reads_on(here, at(200.0, 100.0, 100.0)), "back up");
}

/// Presses `opener`, looks whether the focus stays in what opens, and comes back.
fn dialog(sitting: &mut Sitting, opener: &str) {
    sitting.press(opener);
    sitting.until(&format!("a dialog after {opener:?}"), |sitting| {
        sitting.snapshot().nodes.iter().any(|node| node.info.modal)
    });
    sitting.settle();
    let snapshot = sitting.snapshot();
    let inside = reachable(&snapshot);
    assert!(!inside.is_empty(), "nothing to press after {opener:?}");
    for forward in [true, false] {
        for _ in 0..=inside.len() {
            let focused = sitting.snapshot().focused().cloned();
            let name = focused.as_ref().map(named);
            let stays = focused.is_some_and(|node| inside.contains(&node.id));
            assert!(
                stays,
                "the focus left what {opener:?} opened for {name:?}\n{}",
                sitting.told()
            );
            if forward {
                sitting.tab()
            } else {
                sitting.shift_tab()
            }
        }
    }
    sitting.key(Named::Escape);
    sitting.settle();
    let open = sitting.snapshot().nodes.iter().any(|node| node.info.modal);
    assert!(!open, "Escape does not shut what {opener:?} opened");
    assert_eq!(
        sitting.focus().as_deref(),
        Some(opener),
        "the focus did not come back"
    );
}

#[test]
fn dialogs_keep_the_focus_and_give_it_back() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = both_at_home(home.path(), "Maya");
    dialog(&mut sitting, "Change the ritual");
    go(&mut sitting, &Place::WeeklyPage);
    dialog(&mut sitting, "See it larger");
    sitting.resize(Size::new(900.0, 640.0));
    for place in [Place::Home, Place::Steps, Place::Settings] {
        go(&mut sitting, &place);
        dialog(&mut sitting, "Menu");
    }
}

#[test]
fn what_cannot_be_taken_back_is_asked_in_a_dialog_that_gives_the_focus_back() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = alone_at_home(home.path(), "Maya");
    go(&mut sitting, &Place::Journal);
    let first = sitting.snapshot();
    let first = first.of(Role::ListOption).find(|node| node.focusable);
    let first = named(first.unwrap());
    sitting.press(&first);
    dialog(&mut sitting, "Delete");
    go(&mut sitting, &Place::Commitments);
    let snapshot = sitting.snapshot();
    let mut names = snapshot.focusables().map(named);
    let set_down = names.find(|name| name.starts_with("Set this down"));
    dialog(&mut sitting, &set_down.unwrap());
}

#[test]
fn the_last_arrow_of_the_journal_hands_the_focus_to_the_other() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = alone_at_home(home.path(), "Maya");
    go(&mut sitting, &Place::Journal);
    for (arrow, other) in [
        ("Earlier month", "Later month"),
        ("Later month", "Earlier month"),
    ] {
        assert!(sitting.has(arrow), "the made-up journal is one month long");
        while sitting.has(arrow) {
            sitting.press(arrow);
        }
        assert_eq!(sitting.focus().as_deref(), Some(other));
    }
}
