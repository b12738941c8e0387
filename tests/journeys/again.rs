//! Once more: a page that is kept again, a page one comes back to, a passphrase that is asked for again.

use crate::app::Sitting;
use crate::app::folder::{MADE_UP, furnish};
use crate::evening::come_in;
use crate::support::library;
use goldseam::app::{Message, frame};
use goldseam::domain::Kind;
use goldseam::screen::Place;
use goldseam::text::steps::open_named;
use goldseam::ui::access::Role;
use std::fs;
use std::path::{Path, PathBuf};

fn go(sitting: &mut Sitting, place: Place) {
    sitting.send(Message::Frame(frame::Message::Go(place)));
    sitting.settle();
}

/// Where the heading of the page stands, from the top of the window.
fn heading(sitting: &mut Sitting) -> f32 {
    let snapshot = sitting.snapshot();
    let first = snapshot
        .of(Role::Heading)
        .find(|node| node.info.level == Some(1));
    first.unwrap().bounds.y
}

#[test]
fn every_place_begins_at_its_top_however_far_the_last_one_was_scrolled() {
    let home = tempfile::tempdir().unwrap();
    furnish(home.path());
    let mut sitting = Sitting::begin(home.path());
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.sees("Alone, door locked");
    go(&mut sitting, Place::Settings);
    let top = heading(&mut sitting);
    // What gets the focus is scrolled into view.
    sitting.press("US Letter");
    assert!(heading(&mut sitting) < top, "the settings did not scroll");
    go(&mut sitting, Place::Steps);
    assert!(heading(&mut sitting) > 0.0, "the steps begin further down");
    let last = open_named(10, &library().step(10).unwrap().title);
    sitting.press(&last);
    go(&mut sitting, Place::Steps);
    sitting.find(&last);
    assert!(heading(&mut sitting) > 0.0, "the steps begin further down");
}

/// Something else stands in the place of Maya's own room until it is dropped.
struct InTheWay {
    room: PathBuf,
    away: PathBuf,
}

impl InTheWay {
    fn of_mayas_room(home: &Path, sitting: &Sitting) -> Self {
        let maya = sitting.app.world.household.people[0].id.to_string();
        let room = folder_named(home, &maya).unwrap();
        let away = home.join("away");
        fs::rename(&room, &away).unwrap();
        fs::write(&room, "in the way").unwrap();
        Self { room, away }
    }
}

impl Drop for InTheWay {
    fn drop(&mut self) {
        fs::remove_file(&self.room).unwrap();
        fs::rename(&self.away, &self.room).unwrap();
    }
}

fn folder_named(within: &Path, name: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(within)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut folders = entries.filter(|path| path.is_dir());
    folders.find(|path| path.file_name().unwrap().to_string_lossy().contains(name))
}

/// Maya's pages about the harbour, as they are listed.
fn listed(sitting: &mut Sitting) -> Vec<String> {
    let snapshot = sitting.snapshot();
    let rows = snapshot.of(Role::ListOption);
    let names = rows.filter_map(|node| node.info.name.clone());
    names.filter(|name| name.contains("harbour")).collect()
}

/// Maya's page could not be kept.
fn refused(home: &Path) -> (Sitting, InTheWay) {
    furnish(home);
    let mut sitting = Sitting::begin(home);
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.press("Journal");
    sitting.type_into("Your page", "Rain on the harbour");
    let in_the_way = InTheWay::of_mayas_room(home, &sitting);
    sitting.press("Keep this page");
    sitting.sees("This could not be saved.");
    (sitting, in_the_way)
}

const ONCE: &str = "Thursday 19 November, Rain on the harbour, then sun";

#[test]
fn a_page_changed_while_it_waits_to_be_saved_is_kept_once_as_it_was_changed() {
    let home = tempfile::tempdir().unwrap();
    let (mut sitting, in_the_way) = refused(home.path());
    sitting.type_into("Your page", ", then sun");
    sitting.press("Keep this page");
    sitting.sees("This could not be saved.");
    drop(in_the_way);
    sitting.press("Try again");
    sitting.until("the page to be kept", |sitting| listed(sitting) == [ONCE]);
    let own = &sitting.app.world.open.as_ref().unwrap().own;
    let of_harbour = |text: &str| text.contains("harbour");
    let kept = own
        .iter()
        .filter(|r| matches!(&r.what, Kind::Journal(j) if of_harbour(&j.text)));
    assert_eq!(kept.count(), 1, "what waited gave way");
}

#[test]
fn a_page_changed_after_it_was_saved_at_the_second_try_takes_the_place_of_what_was_saved() {
    let home = tempfile::tempdir().unwrap();
    let (mut sitting, in_the_way) = refused(home.path());
    sitting.type_into("Your page", ", then sun");
    drop(in_the_way);
    sitting.press("Try again");
    let first = ["Thursday 19 November, Rain on the harbour"];
    sitting.until("the first wording", |sitting| listed(sitting) == first);
    sitting.press("Keep this page");
    sitting.until("one page", |sitting| listed(sitting) == [ONCE]);
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Maya", MADE_UP);
    sitting.press("Journal");
    sitting.sees(ONCE);
    assert_eq!(listed(&mut sitting).len(), 1);
}

#[test]
fn a_page_saved_after_it_was_left_does_not_wait_to_be_kept_again() {
    let home = tempfile::tempdir().unwrap();
    let (mut sitting, in_the_way) = refused(home.path());
    go(&mut sitting, Place::Home);
    drop(in_the_way);
    sitting.press("Try again");
    sitting.until("the page to be kept", |sitting| {
        !sitting.shows("could not be saved") && sitting.app.world.open.is_some()
    });
    sitting.settle();
    go(&mut sitting, Place::Journal);
    sitting.until("the page in the list", |sitting| {
        !listed(sitting).is_empty()
    });
    assert_eq!(sitting.value("Your page"), "");
    assert_eq!(
        listed(&mut sitting),
        ["Thursday 19 November, Rain on the harbour"]
    );
}

#[test]
fn another_page_begun_on_the_same_sheet_costs_the_first_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (mut sitting, in_the_way) = refused(home.path());
    sitting.fill("Your page", "Fog over the harbour");
    drop(in_the_way);
    sitting.press("Keep this page");
    let both = ["Fog over the harbour", "Rain on the harbour"];
    sitting.until("both pages", |sitting| listed(sitting).len() == 2);
    let found = listed(&mut sitting).join("\n");
    assert!(both.iter().all(|page| found.contains(page)), "{found}");
}
