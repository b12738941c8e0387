//! What comes too late, and what cannot be written down: nothing is half changed.

use crate::support::library;
use crate::*;
use goldseam::app::packs::{Guides, Message as Packs};
use goldseam::content::Folder;
use goldseam::content::check::Summary;
use goldseam::screen::settings::packs::{Checked, Stand};
use goldseam::text::notices;

fn checked(folder: &Path) -> Arc<Checked> {
    let folder = Folder::read(folder);
    let library = folder.library().unwrap();
    let summary = Summary::of(&library).unwrap();
    Arc::new(Checked {
        folder,
        library: Arc::new(library),
        summary,
    })
}

#[test]
fn a_copy_that_is_done_when_nobody_is_here_any_more_is_not_used() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    sitting.press("Close and lock");
    sitting.sees("Who is here?");
    sitting.send(Message::Packs(Packs::Copied {
        checked: checked(stick.path()),
        result: Ok("evening-0".to_owned()),
    }));
    sitting.settle();
    assert!(!shows_guide(&sitting, "evening"));
    assert_eq!(kept(home.path()), None);
}

#[test]
fn guides_that_could_not_be_written_down_are_not_written_down_with_the_next_setting_either() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    // A folder stands where the settings are written.
    let in_the_way = home.path().join("settings.json");
    fs::create_dir_all(in_the_way.join("full")).unwrap();
    check_folder(&mut sitting, stick.path());
    sitting.press("Use it");
    sitting.sees(notices::PACK_NOT_KEPT.0);
    assert!(!shows_guide(&sitting, "evening"));
    fs::remove_dir_all(&in_the_way).unwrap();
    sitting.press("Hold things still");
    sitting.until("the settings to be written", |_| in_the_way.is_file());
    assert_eq!(kept(home.path()), None);
}

#[test]
fn the_page_behind_help_is_one_of_the_guides_that_are_in_use() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    add(&mut sitting, stick.path());
    go(&mut sitting, Place::Guide("evening".into()));
    sitting.sees("What stayed with you?");
    go(&mut sitting, Place::Help);
    sitting.send(Message::Packs(Packs::Settled {
        to: Guides {
            library: Arc::clone(library()),
            stand: Stand::BuiltIn,
        },
        before: None,
        result: Ok(()),
    }));
    sitting.settle();
    sitting.press("Close");
    sitting.sees("The library");
    sitting.never_sees("What stayed with you?");
}
