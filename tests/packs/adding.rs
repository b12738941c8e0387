//! A folder of guides is checked, copied, shown from then on, and given back.

use crate::support::app::folder::{bytes_under, files_with};
use crate::support::library;
use crate::*;
use goldseam::content::{Library, check};
use goldseam::domain::Settings;

#[test]
fn a_folder_is_copied_and_outlives_where_it_came_from() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    fs::write(stick.path().join("notes.txt"), "not a guide").unwrap();
    fs::write(stick.path().join(".hidden.ron"), "()").unwrap();
    let mut sitting = settings(home.path());
    sitting.sees("The built-in guides are in use.");
    check_folder(&mut sitting, stick.path());
    for words in [
        "Evening",
        "By \u{2068}A. Therapist\u{2069}. English.",
        "It adds 1 guide.",
    ] {
        sitting.sees(words);
    }
    assert_eq!(kept(home.path()), None, "nothing changes before it is said");
    look(&mut sitting, "preview");
    sitting.press("Use it");
    sitting.sees("These guides are in use from now on.");
    assert!(shows_guide(&sitting, "evening"));
    assert_eq!(sitting.focus().as_deref(), Some(BACK));

    let copy = kept(home.path()).unwrap();
    let files: Vec<_> = bytes_under(&copy)
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(files.len(), 2, "{files:?}");
    drop(stick);
    let mut sitting = sitting.start_again();
    assert!(shows_guide(&sitting, "evening"));
    come_in(&mut sitting, "Maya");
    sitting.never_sees("could not be opened");
    go(&mut sitting, Place::Guide("evening".into()));
    sitting.sees("What stayed with you?");
}

#[test]
fn the_folder_of_all_languages_and_a_path_with_a_tilde_are_understood_as_on_the_terminal() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(&stick.path().join("en"));
    let mut sitting = settings(home.path());
    add(&mut sitting, stick.path());
    assert!(shows_guide(&sitting, "evening"));
    check_folder(&mut sitting, Path::new("~/no such folder of guides"));
    sitting.sees("this is not there");
    sitting.never_sees("~/no such folder of guides:");
}

#[test]
fn every_fault_is_shown_with_its_place_and_nothing_changes() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let file = stick.path().join("guides/evening.ron");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.replace("Ask(", "Shout(")).unwrap();
    fs::write(stick.path().join("reads.ron"), "[(").unwrap();
    let mut sitting = settings(home.path());
    let before = fs::read(home.path().join("settings.json")).ok();
    check_folder(&mut sitting, stick.path());
    sitting.sees("This folder cannot be used as it is.");
    sitting.sees("Nothing was changed.");
    for fault in check::report(stick.path()).unwrap_err() {
        let file = fault
            .file
            .strip_prefix(stick.path().to_str().unwrap())
            .unwrap();
        let (file, line, column) = (&file[1..], fault.line, fault.column);
        sitting.sees(&format!("\u{2068}{file}\u{2069}:{line}:{column}"));
        sitting.sees(&fault.what);
        sitting.sees(&format!("Allowed: {}", fault.allowed));
    }
    assert!(!sitting.has("Use it"));
    assert_eq!(sitting.focus().as_deref(), Some("Folder"));
    look(&mut sitting, "faults");
    assert_eq!(fs::read(home.path().join("settings.json")).ok(), before);
    assert!(!home.path().join("packs").exists());
}

#[test]
fn of_many_faults_the_first_are_shown_and_the_rest_counted() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    for i in 0..40 {
        fs::write(stick.path().join(format!("stray-{i:02}.ron")), "()").unwrap();
    }
    let mut sitting = settings(home.path());
    check_folder(&mut sitting, stick.path());
    sitting.sees("stray-00.ron");
    let told = sitting.told();
    let places = told.matches("stray-").count();
    assert!(
        places < 30 && told.contains("goldseam check-content names them all."),
        "{told}"
    );
}

#[test]
fn not_now_changes_nothing_and_another_path_drops_what_was_found() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    check_folder(&mut sitting, stick.path());
    sitting.press("Not now");
    assert!(!sitting.has("Use it"));
    check_folder(&mut sitting, stick.path());
    sitting.type_into("Folder", "x");
    assert!(
        !sitting.has("Use it"),
        "what was found is of another folder"
    );
    sitting.fill("Folder", " ");
    sitting.press(CHECK);
    sitting.sees("Write the path of a folder first.");
    assert_eq!(kept(home.path()), None);
}

#[test]
fn a_folder_that_is_too_large_is_refused() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let half = " ".repeat(5 * 1024 * 1024);
    for name in ["guides/a.ron", "guides/b.ron"] {
        fs::write(stick.path().join(name), &half).unwrap();
    }
    let mut sitting = settings(home.path());
    check_folder(&mut sitting, stick.path());
    sitting.sees("there is too much in this folder");
    assert!(!sitting.has("Use it"));
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_out_of_the_folder_and_nothing_waits_for_a_pipe() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let outside = tempfile::tempdir().unwrap();
    write_evening(outside.path());
    write_evening(stick.path());
    let file = stick.path().join("guides/evening.ron");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(outside.path().join("guides/evening.ron"), &file).unwrap();
    let mut sitting = settings(home.path());
    check_folder(&mut sitting, stick.path());
    sitting.sees("this is a link to outside the folder");
    fs::remove_file(&file).unwrap();
    // The folder of the guides, too.
    fs::remove_dir(stick.path().join("guides")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("guides"), stick.path().join("guides")).unwrap();
    sitting.press(CHECK);
    sitting.sees("this is a link to outside the folder");
    fs::remove_file(stick.path().join("guides")).unwrap();
    let pipe = stick.path().join("reads.ron");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    sitting.press(CHECK);
    sitting.sees("this is not a file");
    assert!(!home.path().join("packs").exists());
}

#[test]
fn a_copy_that_was_damaged_leaves_the_built_in_guides_and_a_plain_sentence() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    add(&mut sitting, stick.path());
    let copy = kept(home.path()).unwrap();
    fs::write(copy.join("guides/evening.ron"), "(").unwrap();

    let mut sitting = sitting.start_again();
    assert_eq!(*sitting.app.world.library, **library());
    come_in(&mut sitting, "Jon");
    sitting.sees("The guides that you added could not be opened.");
    sitting.sees("Nothing of what you wrote is lost.");
    look(&mut sitting, "lost");
    sitting.press("See settings");
    sitting.sees("The copy kept here is missing or damaged");
    // Who has read it is not told again on every page.
    go(&mut sitting, Place::Steps);
    sitting.never_sees("could not be opened");

    // The same folder once more mends it.
    go(&mut sitting, Place::Settings);
    add(&mut sitting, stick.path());
    assert!(shows_guide(&sitting, "evening"));
    fs::remove_dir_all(&copy).unwrap();
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Jon");
    sitting.sees("The guides that you added could not be opened.");
}

#[test]
fn a_copy_that_this_version_does_not_understand_says_so_and_stays() {
    let home = tempfile::tempdir().unwrap();
    house(home.path());
    let store = Store::open(home.path(), Arc::new(Disk), QUICK).unwrap();
    let newer = r#"(title: "Newer", language: "en", adds: true, moon: 1)"#;
    let files = [("pack.ron".to_owned(), newer.as_bytes().to_vec())];
    let name = store.keep_pack("Newer", &files).unwrap();
    let pack = Some(name);
    store
        .save_settings(&Settings {
            pack,
            ..Settings::default()
        })
        .unwrap();
    drop(store);

    let mut sitting = Sitting::begin(home.path());
    come_in(&mut sitting, "Maya");
    go(&mut sitting, Place::Settings);
    sitting.sees("They do not fit this version of Goldseam");
    sitting.sees("\u{2068}pack.ron\u{2069}:1:");
    assert!(kept(home.path()).unwrap().join("pack.ron").exists());
    sitting.press(BACK);
    sitting.press("Go back");
    sitting.sees("The built-in guides are in use again.");
    assert!(!home.path().join("packs").exists());
}

#[test]
fn going_back_removes_the_copy_and_answers_return_with_the_guides() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    add(&mut sitting, stick.path());
    go(&mut sitting, Place::Guide("evening".into()));
    sitting.type_into("What stayed with you?", "the quiet after the rain");
    sitting.press("To the end");
    let records = |sitting: &Sitting| sitting.app.world.open.as_ref().unwrap().shared.len();
    sitting.until("the two parts, and what was written", |s| records(s) > 2);
    let written = records(&sitting);

    go(&mut sitting, Place::Settings);
    sitting.press(BACK);
    sitting.sees("What you wrote in these guides stays stored");
    assert_eq!(sitting.focus().as_deref(), Some("Keep these guides"));
    sitting.press("Keep these guides");
    assert!(shows_guide(&sitting, "evening"), "asked first, and kept");
    sitting.press(BACK);
    sitting.press("Go back");
    sitting.sees("The built-in guides are in use again.");
    assert!(!shows_guide(&sitting, "evening"));
    assert!(!home.path().join("packs").exists());
    assert_eq!(kept(home.path()), None);
    assert_eq!(records(&sitting), written);

    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Jon");
    go(&mut sitting, Place::Settings);
    add(&mut sitting, stick.path());
    go(&mut sitting, Place::Guide("evening".into()));
    assert_eq!(
        sitting.value("What stayed with you?"),
        "the quiet after the rain"
    );
    assert_eq!(
        files_with(home.path(), "the quiet after the rain"),
        [""; 0].map(PathBuf::from)
    );
}

#[test]
fn a_folder_named_at_the_start_wins_for_that_run() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    add(&mut sitting, stick.path());
    drop(sitting);
    let named = Arc::new(Library::from_dir(&ours("chinese")).unwrap());
    let mut sitting = Sitting::begin_with(home.path(), |app| app.showing(named));
    come_in(&mut sitting, "Jon");
    assert!(!shows_guide(&sitting, "evening"));
    go(&mut sitting, Place::Settings);
    sitting.sees("For now the guides come from a folder that was named");
    assert!(!sitting.has(CHECK) && !sitting.has(BACK));
    assert!(kept(home.path()).is_some(), "what is kept stays kept");
    assert!(shows_guide(&sitting.start_again(), "evening"));
}

#[test]
fn whoever_has_left_changes_nothing() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_evening(stick.path());
    let mut sitting = settings(home.path());
    check_folder(&mut sitting, stick.path());
    sitting.send(Message::Frame(frame::Message::Lock));
    sitting.settle();
    sitting.sees("Who is here?");
    assert!(!shows_guide(&sitting, "evening"));
    assert_eq!(kept(home.path()), None);
}

// ---- two languages --------------------------------------------------------------------------------------------------
