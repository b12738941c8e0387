//! One's own name, passphrase and recovery words, changed in the settings by the one who is here alone.

use crate::support::app::Sitting;
use crate::support::app::folder::{MADE_UP, bytes_under, files_with, furnish};
use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::app::{Message, frame};
use goldseam::screen::Place;
use std::path::{Path, PathBuf};

const CHANGE: &str = "Change my passphrase";
const CURRENT: &str = "The passphrase you use now";
const NEW: &str = "gravel otter lampshade Tuesday rind";
const MAKE: &str = "Make recovery words";

fn settings(home: &Path) -> Sitting {
    furnish(home);
    let mut sitting = Sitting::begin(home);
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("Alone, door locked");
    to_settings(&mut sitting);
    sitting
}

fn come_in(sitting: &mut Sitting, name: &str, passphrase: &str) {
    sitting.press(name);
    sitting.type_into("Your passphrase", passphrase);
    sitting.press("Open");
}

fn to_settings(sitting: &mut Sitting) {
    sitting.send(Message::Frame(frame::Message::Go(Place::Settings)));
    sitting.settle();
}

fn journal(sitting: &Sitting) -> usize {
    sitting.app.world.open.as_ref().unwrap().own.len()
}

fn change(sitting: &mut Sitting, current: &str) {
    sitting.type_into(CURRENT, current);
    sitting.press("Use my own words");
    sitting.type_into("Your passphrase", NEW);
    sitting.type_into("The same once more", NEW);
    sitting.press("Use this passphrase");
}

#[test]
fn maya_changes_her_passphrase_and_the_old_one_opens_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    let records = journal(&sitting);
    sitting.press(CHANGE);
    assert_eq!(sitting.focus().as_deref(), Some(CURRENT));
    change(&mut sitting, MADE_UP);
    sitting.sees("Your passphrase is changed.");
    // She goes on writing with the new keys.
    sitting.send(Message::Frame(frame::Message::Go(Place::Journal)));
    sitting.settle();
    sitting.type_into("Your page", "Written after the change");
    sitting.press("Keep this page");
    sitting.sees("Saved on this computer");

    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("That passphrase does not open this space.");
    sitting.fill("Your passphrase", NEW);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
    assert_eq!(journal(&sitting), records + 1, "a page was lost");
    assert!(!sitting.app.world.open.as_ref().unwrap().shared.is_empty());

    // Jon's own passphrase is untouched.
    sitting.press("Close and lock");
    come_in(&mut sitting, "Jon", MADE_UP);
    sitting.sees("Alone, door locked");
    for words in [NEW, MADE_UP] {
        assert!(files_with(home.path(), words).is_empty());
    }
}

#[test]
fn an_open_laptop_alone_is_not_enough() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    let before = keys(home.path());
    sitting.press(CHANGE);
    change(&mut sitting, "a guess");
    sitting.sees("That is not the passphrase you use now.");
    assert_eq!(sitting.focus().as_deref(), Some(CURRENT));
    assert!(keys(home.path()) == before, "a key was changed");
    sitting.press("Back to settings");
    assert_eq!(sitting.focus().as_deref(), Some(CHANGE));
    sitting.press(MAKE);
    sitting.press(MAKE);
    sitting.sees("Type the passphrase you use now first.");
    sitting.type_into(CURRENT, "a guess");
    sitting.press(MAKE);
    sitting.sees("That is not the passphrase you use now.");
    sitting.never_sees("Your recovery words");
    assert!(!has_recovery(home.path()));
    // What she typed by mistake can be put right on the same page.
    sitting.fill(CURRENT, MADE_UP);
    sitting.press(MAKE);
    sitting.sees("Your recovery words");
}

/// The key files of both, as they stand in their rooms.
fn keys(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = bytes_under(home);
    files.retain(|(path, _)| path.ends_with("key.age") && !path.starts_with(home.join("backups")));
    assert_eq!(files.len(), 2);
    files
}

fn has_recovery(home: &Path) -> bool {
    let files = bytes_under(home);
    files.iter().any(|(path, _)| path.ends_with("recovery.age"))
}

/// The five words on the page.
fn recovery_words(sitting: &mut Sitting) -> String {
    let told = sitting.told();
    let line = told
        .lines()
        .find_map(|line| line.strip_prefix("Status: Your recovery words: "));
    line.unwrap_or_else(|| panic!("no words in\n{told}"))
        .to_owned()
}

#[test]
fn recovery_words_are_shown_once_and_open_the_door() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    sitting.press(MAKE);
    sitting.type_into(CURRENT, MADE_UP);
    sitting.press(MAKE);
    sitting.sees("Your recovery words");
    let words = recovery_words(&mut sitting);
    assert_eq!(words.split_whitespace().count(), 5);
    assert!(files_with(home.path(), &words).is_empty());
    sitting.press("I have written them down");
    sitting.never_sees(&words);
    let records = journal(&sitting);

    let mut sitting = sitting.start_again();
    // As one copies them from paper.
    let copied = format!(" {} ", words.to_uppercase().replace(' ', "  "));
    come_in(&mut sitting, "Maya", &copied);
    sitting.sees("Alone, door locked");
    assert_eq!(journal(&sitting), records);

    // They are nobody's words but hers.
    sitting.press("Close and lock");
    come_in(&mut sitting, "Jon", &words);
    sitting.sees("That passphrase does not open this space.");
}

#[test]
fn recovery_words_say_who_takes_the_laptop_as_they_do_at_the_door() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    sitting.press(MAKE);
    sitting.type_into(CURRENT, MADE_UP);
    sitting.press(MAKE);
    sitting.sees("Your recovery words");
    let words = recovery_words(&mut sitting);
    let mut sitting = sitting.start_again();
    sitting.press("Both of us");
    sitting.press_in("Whose passphrase will you use?", "Jon");
    sitting.type_into("Jon’s passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("This week, together");
    sitting.press("Check in");
    sitting.press("Maya");
    sitting.type_into("Maya’s passphrase", &words.to_uppercase());
    sitting.press("Open my page");
    sitting.sees("How is it just now?");
}

#[test]
fn while_everything_is_sealed_anew_the_page_says_so_and_that_it_takes_a_while() {
    use goldseam::screen::settings::State;
    let world = World::demo().alone(0);
    let mut desk = Desk::new(world, State::new);
    desk.press(CHANGE);
    desk.press(CURRENT).write(MADE_UP);
    desk.press("Use my own words");
    desk.press("Your passphrase").write(NEW);
    desk.press("The same once more").write(NEW);
    assert!(!desk.shows("Sealing everything anew"));
    desk.press("Use this passphrase");
    assert!(desk.shows("Sealing everything anew"));
    assert!(desk.shows("This can take a minute or two."));
    desk.tell(State::changed());
    assert!(!desk.shows("Sealing everything anew"));
}

#[test]
fn who_forgot_the_passphrase_chooses_a_new_one_with_the_recovery_words() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    sitting.press(MAKE);
    sitting.type_into(CURRENT, MADE_UP);
    sitting.press(MAKE);
    sitting.sees("Your recovery words");
    let words = recovery_words(&mut sitting);
    sitting.press("I have written them down");
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maya", &words);
    sitting.sees("Alone, door locked");
    to_settings(&mut sitting);
    sitting.press(CHANGE);
    change(&mut sitting, &words);
    sitting.sees("Your passphrase is changed.");

    // The words are of the old keys and go with them.
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maya", &words);
    sitting.sees("That passphrase does not open this space.");
    sitting.fill("Your passphrase", NEW);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
}

#[test]
fn maya_puts_her_name_right_and_nobody_elses() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    assert_eq!(sitting.value("Your name"), "Maya");
    assert!(!sitting.has("Save this name"));
    sitting.fill("Your name", "Jon ");
    sitting.press("Save this name");
    sitting.sees("Use two different names");
    sitting.fill("Your name", "Maja");
    sitting.press("Save this name");
    sitting.until("the new name", |sitting| {
        let people = &sitting.app.world.household.people;
        people[0].name.as_str() == "Maja" && people[1].name.as_str() == "Jon"
    });
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maja", MADE_UP);
    sitting.sees("Alone, door locked");
}

#[test]
fn while_both_are_here_none_of_it_is_offered() {
    let home = tempfile::tempdir().unwrap();
    furnish(home.path());
    let mut sitting = Sitting::begin(home.path());
    sitting.press("Both of us");
    sitting.press_in("Whose passphrase will you use?", "Maya");
    sitting.type_into("Maya’s passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("This week, together");
    to_settings(&mut sitting);
    for control in [CHANGE, MAKE, "Your name"] {
        assert!(!sitting.has(control), "{control} is offered");
    }
}

#[test]
fn the_door_of_a_made_up_household_says_no_passphrase_that_was_changed() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    sitting.app.world.made_up = Some(MADE_UP.into());
    sitting.press("Close and lock");
    sitting.sees("This household is made up.");
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("Alone, door locked");
    to_settings(&mut sitting);
    sitting.press(CHANGE);
    change(&mut sitting, MADE_UP);
    sitting.sees("Your passphrase is changed.");
    sitting.press("Close and lock");
    sitting.never_sees("This household is made up.");
}
