//! Leaving: in a hurry, by a power cut, because nobody is there any more.

use crate::app::Sitting;
use crate::app::folder::{MADE_UP, bytes_under, files_with, furnish};
use crate::evening::{JONS, MAYAS, alone_at_home, both_at_home, come_in, set_up};
use chrono::TimeDelta;
use goldseam::app::{Message, frame};
use goldseam::domain::{Kind, Record, Room};
use goldseam::screen::Place;
use goldseam::ui::theme::Theme;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use std::path::Path;

const HALF_WRITTEN: &str = "I drove past her street and";

fn mayas_journal(home: &Path) -> Sitting {
    let mut sitting = alone_at_home(home, "Maya");
    sitting.press("Journal");
    sitting.type_into("Your page", HALF_WRITTEN);
    sitting
}

/// Nothing is drawn any more, nothing can be pressed, and the window closes.
fn is_gone(sitting: &mut Sitting) {
    let told = sitting.told();
    assert!(
        !told.contains(HALF_WRITTEN) && !told.contains("Journal"),
        "{told}"
    );
    assert_eq!(sitting.snapshot().focusables().count(), 0, "{told}");
    let (_, _, pixels) = sitting.pixels();
    assert!(
        pixels.chunks_exact(4).all(|pixel| pixel == &pixels[..4]),
        "the window is not blank"
    );
    assert!(sitting.app.world.open.is_none(), "the rooms are still open");
    sitting.until("the window to close", |sitting| sitting.closed);
}

/// The words of the page that was left are found again by whoever wrote them, and by nobody else.
fn finds_the_words(sitting: Sitting) {
    let mut sitting = sitting.start_again();
    sitting.sees("Who is here?");
    assert!(files_with(sitting.home(), HALF_WRITTEN).is_empty());
    come_in(&mut sitting, "Jon", MADE_UP);
    sitting.press("Journal");
    sitting.never_sees(HALF_WRITTEN);
    sitting.press("Close and lock");
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.press("Journal");
    sitting.find("Your page");
    assert!(
        sitting.value("Your page").contains(HALF_WRITTEN),
        "{}",
        sitting.told()
    );
}

#[test]
fn the_button_leaves_at_once_and_the_words_are_found_again() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    sitting.press("Leave quickly");
    is_gone(&mut sitting);
    finds_the_words(sitting);
}

#[test]
fn shift_three_times_leaves_at_once_and_the_words_are_found_again() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    sitting.tap_shift();
    sitting.sees("Shift twice more, or");
    sitting.tap_shift();
    sitting.sees("Shift once more, or");
    assert!(!sitting.closed);
    sitting.tap_shift();
    is_gone(&mut sitting);
    finds_the_words(sitting);
}

#[test]
fn going_back_by_shift_and_tab_does_not_leave() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    for _ in 0..4 {
        sitting.shift_tab();
    }
    sitting.settle();
    assert!(!sitting.closed, "Shift and Tab were taken for Shift alone");
    sitting.sees("Alone, door locked");
}

#[test]
fn what_was_typed_is_there_after_a_power_cut() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    let drafts = files_of(&sitting, "drafts");
    until_sealed(&mut sitting);
    assert!(files_of(&sitting, "drafts") != drafts);
    finds_the_words(sitting);
}

/// Until so many timers run and nothing else is awaited.
#[track_caller]
fn until_timers(sitting: &mut Sitting, count: usize) {
    let what = format!("{count} timers to run");
    sitting.until(&what, |sitting| sitting.timers() == count);
}

/// Until all that was typed is on the disk, and not only what a slow computer had drawn by then: nothing is awaited any more
/// but the lock.
fn until_sealed(sitting: &mut Sitting) {
    until_timers(sitting, 1);
}

/// The files whose name says so, with their sizes and times.
fn files_of(sitting: &Sitting, name: &str) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut files = bytes_under(sitting.home());
    files.retain(|(path, _)| {
        path.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with(name)
    });
    files.sort();
    files
}

#[test]
fn a_lock_that_comes_due_early_leaves_people_alone() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees(HALF_WRITTEN);
}

#[test]
fn locking_shuts_every_room() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    sitting.press("Close and lock");
    sitting.sees("Who is here?");
    assert!(sitting.app.world.open.is_none());
    sitting.never_sees(HALF_WRITTEN);
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.press("Journal");
    assert!(sitting.value("Your page").contains(HALF_WRITTEN));
}

#[test]
fn setting_up_goes_on_after_the_names_were_kept_and_the_power_went() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::begin(home.path());
    sitting.type_into("First person’s name", "Maya");
    sitting.press("I will be using this alone");
    sitting.press("Continue");
    sitting.sees("Pass the laptop to Maya");
    let mut sitting = sitting.start_again();
    sitting.press("Continue");
    sitting.press("I am Maya");
    sitting.press("I was hurt");
    sitting.press("Continue");
    sitting.press("Continue");
    sitting.press("Go on");
    sitting.press("Use my own words");
    sitting.type_into("Your passphrase", MAYAS);
    sitting.type_into("The same once more", MAYAS);
    sitting.press("Use this passphrase");
    sitting.sees("Your pages are ready");
}

#[test]
fn help_is_in_reach_while_setting_up_and_leads_back() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::begin(home.path());
    sitting.type_into("First person’s name", "Maya");
    sitting.type_into("Second person’s name", "Jon");
    sitting.press("Continue");
    sitting.press("I am Maya");
    sitting.press("I was hurt");
    sitting.press("Continue");
    sitting.press("Continue");
    let before = sitting.told();
    sitting.press("Help and safety");
    sitting.sees("Calling is not a decision to leave");
    sitting.press("Close");
    assert_eq!(sitting.told(), before, "the page one came from");
}

#[test]
fn escape_and_enter_alone_never_leave() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = set_up(home.path());
    for key in [Named::Escape, Named::Escape, Named::Escape] {
        sitting.key(key);
    }
    sitting.settle();
    sitting.sees("This week, together");
    assert!(!sitting.closed);
}

#[test]
fn nobody_there_for_ten_minutes_locks_the_rooms() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    sitting.later(TimeDelta::minutes(11));
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees("Who is here?");
    assert!(sitting.app.world.open.is_none());
    finds_the_words(sitting);
}

/// Maya and Jon in the middle of a talk.
fn talk(home: &Path) -> Sitting {
    let mut sitting = both_at_home(home, "Maya");
    let guide = Place::Guide("validate-before-solving".to_owned());
    sitting.send(Message::Frame(frame::Message::Go(guide)));
    sitting.settle();
    while !sitting.has("Begin the talk") {
        // The pages of one person alone are passed by.
        let is_passed = sitting.has("Not now, lock it");
        sitting.press(if is_passed { "Back" } else { "Next page" });
        sitting.settle();
    }
    sitting.press("Begin the talk");
    sitting.sees("has the floor");
    sitting
}

#[test]
fn a_talk_takes_the_keyboard_with_it_and_gives_it_back() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = talk(home.path());
    let focused = |sitting: &mut Sitting| {
        sitting.settle();
        let snapshot = sitting.snapshot();
        let name = snapshot.focused().and_then(|node| node.info.name.clone());
        name.unwrap_or_default()
    };
    assert_eq!(focused(&mut sitting), "Maya: I have finished");
    sitting.key(Named::Enter);
    assert_eq!(focused(&mut sitting), "Jon: that is what I heard");
    sitting.key(Named::Escape);
    assert_eq!(focused(&mut sitting), "Go on with the talk");
}

#[test]
fn nobody_is_locked_out_of_a_talk_and_one_that_was_forgotten_locks() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = talk(home.path());
    sitting.later(TimeDelta::minutes(19));
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees("has the floor");
    sitting.later(TimeDelta::minutes(12));
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees("Who is here?");
}

#[test]
fn whoever_comes_back_from_a_pause_finds_the_talk_and_not_the_door() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = talk(home.path());
    sitting.press("Pause");
    sitting.sees("The talk rests");
    sitting.later(TimeDelta::minutes(27));
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees("The talk rests");
    sitting.press("We are back");
    sitting.sees("has the floor");
    sitting.press("Pause");
    sitting.later(TimeDelta::minutes(36));
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees("Who is here?");
}

#[test]
fn a_talk_that_is_ended_locks_as_any_page_does() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = talk(home.path());
    sitting.key(Named::Escape);
    sitting.sees("You are here");
    sitting.later(TimeDelta::minutes(11));
    sitting.send(Message::LockDue);
    sitting.settle();
    sitting.sees("Who is here?");
}

#[test]
fn whoever_comes_in_starts_the_clock_and_a_shorter_delay_starts_it_anew() {
    let home = tempfile::tempdir().unwrap();
    furnish(home.path());
    let mut sitting = Sitting::begin(home.path());
    until_timers(&mut sitting, 0);
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("Alone, door locked");
    until_timers(&mut sitting, 1);
    sitting.press("Settings");
    sitting.press("Two minutes");
    // The longer one is not waited for.
    until_timers(&mut sitting, 2);
    sitting.later(TimeDelta::minutes(1));
    sitting.send(Message::LockDue);
    sitting.sees("Two minutes");
    // It looks again when the rest is over.
    until_timers(&mut sitting, 3);
}

#[test]
fn a_laptop_that_slept_wakes_at_the_door() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = mayas_journal(home.path());
    sitting.later(TimeDelta::hours(8));
    // The timer slept too; the first key after waking locks instead of writing.
    sitting.key(Key::Character("x".into()));
    sitting.settle();
    sitting.sees("Who is here?");
    assert!(sitting.app.world.open.is_none());
}

#[test]
fn a_save_that_fails_keeps_the_words_and_is_done_when_it_can_be() {
    const NOTE: &str = "You waited until I had finished speaking.";
    let home = tempfile::tempdir().unwrap();
    let mut sitting = alone_at_home(home.path(), "Maya");
    sitting.press("The jar");
    sitting.press("Add a note");
    sitting.type_into("What you noticed", NOTE);
    // Something else stands where the shared room was.
    let (room, away) = (home.path().join("shared"), home.path().join("away"));
    std::fs::rename(&room, &away).unwrap();
    std::fs::write(&room, "in the way").unwrap();
    sitting.press("Put it in the jar");
    sitting.sees("This could not be saved.");
    sitting.sees(NOTE);
    sitting.press("Put it in the jar");
    sitting.sees("This could not be saved.");
    std::fs::remove_file(&room).unwrap();
    std::fs::rename(&away, &room).unwrap();
    sitting.press("Try again");
    let kept = |sitting: &Sitting| {
        let shared = &sitting.app.world.open.as_ref().unwrap().shared;
        shared
            .iter()
            .filter(|record| matches!(&record.what, Kind::Appreciation(note) if note.words.as_str() == NOTE))
            .count()
    };
    // While it is being tried again, neither the banner nor the note is there.
    sitting.until("the note to be kept", |sitting| kept(sitting) > 0);
    sitting.never_sees("This could not be saved.");
    assert_eq!(kept(&sitting), 1, "kept once, not once a try");
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("Alone, door locked");
    assert_eq!(kept(&sitting), 1);
}

#[test]
fn a_check_in_beside_the_other_is_sealed_for_its_writer_and_found_after_a_power_cut() {
    const NOTE: &str = "I still count the minutes when he is late.";
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_writes_beside_jon(home.path(), NOTE);
    until_sealed(&mut sitting);
    assert!(!files_of(&sitting, "draft-").is_empty());
    assert!(files_with(sitting.home(), NOTE).is_empty(), "sealed");
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.press("Check in");
    assert!(sitting.value("A note").contains(NOTE), "{}", sitting.told());
    sitting.press("Close and lock");
    come_in(&mut sitting, "Jon", MADE_UP);
    sitting.press("Check in");
    sitting.never_sees(NOTE);
}

#[test]
fn a_page_left_half_written_beside_the_other_waits_for_its_writer_whatever_is_written_next() {
    const DONE: &str = "What did you do, and what did you keep hidden?";
    let step = "Open step 1, Take full accountability";
    let home = tempfile::tempdir().unwrap();
    let mut sitting = set_up(home.path());
    sitting.press("Open step 1");
    sitting.press("Pass the laptop to Jon");
    sitting.press("I am Jon");
    sitting.type_into(DONE, HALF_WRITTEN);
    sitting.press("The ten steps");
    sitting.press(step);
    sitting.sees("Written and sealed");
    sitting.never_sees(HALF_WRITTEN);
    sitting.press("Next page");
    sitting.press("I am Jon");
    let question = "What has this done to Maya’s days, nights and sense of what was real?";
    sitting.type_into(question, "She counts the minutes.");
    sitting.press("Next page");
    sitting.sees("Page 3 of 5");
    sitting.press("Close and lock");
    come_in(&mut sitting, "Jon", JONS);
    sitting.press("The ten steps");
    sitting.press(step);
    sitting.sees("Page 3 of");
    sitting.press("Back");
    sitting.find(question);
    sitting.press("Back");
    sitting.find(DONE);
    assert!(
        sitting.value(DONE).contains(HALF_WRITTEN),
        "{}",
        sitting.told()
    );
}

/// The renderer paints the whole only where the ground is another one, which happens with every turn.
#[test]
fn a_page_that_was_written_on_is_painted_over_as_a_whole_when_it_is_left() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = set_up(home.path());
    sitting.press("Open step 1");
    sitting.press("Pass the laptop to Jon");
    sitting.press("I am Jon");
    sitting.type_into(
        "What did you do, and what did you keep hidden?",
        HALF_WRITTEN,
    );
    let ground = |sitting: &Sitting| sitting.app.style(&Theme::Light).background_color.a;
    let before = ground(&sitting);
    sitting.press("Next page");
    sitting.sees("Page 2 of 5");
    let turns = (before - ground(&sitting)) / f32::EPSILON;
    assert!(turns >= 2.0, "once for the press, once for the other page");
}

#[test]
fn escape_keeps_the_laptop_where_it_is() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = both_at_home(home.path(), "Jon");
    sitting.press("Check in");
    sitting.press("Maya");
    sitting.sees("Pass the laptop to Maya");
    sitting.key(Named::Escape);
    sitting.sees("Whose check-in?");
    assert!(sitting.app.world.open.is_some());
}

/// What is in memory of a check-in that Maya wrote with Jon beside her.
fn mayas_words_in_memory(sitting: &Sitting) -> Vec<String> {
    let open = sitting.app.world.open.as_ref().unwrap();
    let private = open
        .drafts
        .iter()
        .filter(|(room, _)| **room != Room::Shared);
    let words = private.flat_map(|(_, drafts)| drafts.values());
    words.map(|words| words.to_string()).collect()
}

/// Jon has opened the door, and Maya writes her check-in.
fn maya_writes_beside_jon(home: &Path, note: &str) -> Sitting {
    let mut sitting = both_at_home(home, "Jon");
    sitting.press("Check in");
    sitting.press("Maya");
    // Jon opened the door, so Maya first shows that she is here.
    sitting.sees("Pass the laptop to Maya");
    sitting.type_into("Maya’s passphrase", MADE_UP);
    sitting.press("Open my page");
    sitting.type_into("A note", note);
    sitting
}

#[test]
fn while_both_are_here_no_key_opens_a_private_room_and_no_private_word_stays_behind() {
    const NOTE: &str = "I do not want him to read over my shoulder.";
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_writes_beside_jon(home.path(), NOTE);
    let open = sitting.app.world.open.as_ref().unwrap();
    assert!(open.own_keys.is_none() && open.own.is_empty());
    assert!(mayas_words_in_memory(&sitting).contains(&NOTE.to_owned()));
    sitting.press("The jar");
    assert_eq!(mayas_words_in_memory(&sitting), [""; 0]);
    sitting.press("Close and lock");
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.press("Check in");
    assert!(sitting.value("A note").contains(NOTE), "{}", sitting.told());
}

#[test]
fn what_was_saved_beside_the_other_is_no_draft_any_more() {
    const NOTE: &str = "Today was one of the quiet ones.";
    let home = tempfile::tempdir().unwrap();
    let mut sitting = maya_writes_beside_jon(home.path(), NOTE);
    until_sealed(&mut sitting);
    assert!(!files_of(&sitting, "draft-").is_empty());
    sitting.press("Save");
    sitting.sees("Only Maya can open it.");
    sitting.press("Close and lock");
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("Alone, door locked");
    assert!(!mayas_words_in_memory(&sitting).contains(&NOTE.to_owned()));
    let open = sitting.app.world.open.as_ref().unwrap();
    let kept =
        |record: &&Record| matches!(&record.what, Kind::CheckIn(c) if c.note.as_str() == NOTE);
    assert_eq!(open.own.iter().filter(kept).count(), 1);
}
