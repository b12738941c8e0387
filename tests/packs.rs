//! Guides of one's own: added from the settings, kept as a copy, shown from then on; in two languages that are written
//! differently from the interface.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "support/app.rs"]
mod app;

use app::{MADE_UP, QUICK, Sitting, bytes_under, files_with, library};
use goldseam::app::{Message, frame};
use goldseam::content::{Library, check};
use goldseam::domain::record::{More, PartTaken};
use goldseam::domain::settings::TextSize;
use goldseam::domain::{Kind, Part, Record, RecordId, Settings};
use goldseam::screen::Place;
use goldseam::store::files::Disk;
use goldseam::store::{Passphrase, Store, settings_at};
use goldseam::ui::access::Role;
use iced::{Rectangle, Size};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const CHECK: &str = "Check the folder";
const BACK: &str = "Go back to the built-in guides";
const STEP: &str = "step-01-accountability";

fn ours(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/packs")
        .join(name)
}

/// A pack to be written wherever it is wanted: one practice, beside what is built in.
fn write_evening(folder: &Path) {
    fs::create_dir_all(folder.join("guides")).unwrap();
    let about = r#"(title: "Evening", language: "en", adds: true, by: "A. Therapist")"#;
    fs::write(folder.join("pack.ron"), about).unwrap();
    let practice = r#"(
        id: "evening", kind: Practice, title: "One line in the evening", summary: "A line each.", minutes: 5,
        evidence: SourceAuthor, sources: ["003"], pages: [(
            id: "line", title: "A line", whose: Whoever, keep: Shared,
            blocks: [Ask(id: "line", prompt: "What stayed with you?")],
        )],
    )"#;
    fs::write(folder.join("guides/evening.ron"), practice).unwrap();
}

/// Maya was hurt and Jon broke trust; each has a room. Nothing is written yet.
fn house(home: &Path) {
    let store = Store::open(home, Arc::new(Disk), QUICK).unwrap();
    let shared = store
        .create_household(&["Maya".into(), "Jon".into()])
        .unwrap();
    let found = store.household();
    let parts = [Part::WasHurt, Part::BrokeTrust];
    let people = found.household().unwrap().people.iter();
    for (person, (part, id)) in people.zip(parts.into_iter().zip(1..)) {
        let keys = store
            .join(&shared, person.id, &Passphrase::from(MADE_UP))
            .unwrap();
        let more = More::new();
        let part = Record {
            id: RecordId::from_random(id),
            at: chrono::DateTime::parse_from_rfc3339(app::EVENING).unwrap(),
            by: person.id,
            what: Kind::Part(PartTaken { part, more }),
            amends: None,
            more: More::new(),
        };
        store.append(&keys.shared, vec![part]).unwrap();
    }
}

fn come_in(sitting: &mut Sitting, name: &str) {
    sitting.press(name);
    sitting.type_into("Your passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
}

fn go(sitting: &mut Sitting, place: Place) {
    sitting.send(Message::Frame(frame::Message::Go(place)));
    sitting.settle();
}

/// Jon, alone, before the settings of a new household.
fn settings(home: &Path) -> Sitting {
    house(home);
    let mut sitting = Sitting::begin(home);
    come_in(&mut sitting, "Jon");
    go(&mut sitting, Place::Settings);
    sitting
}

fn check_folder(sitting: &mut Sitting, folder: &Path) {
    sitting.fill("Folder", folder.to_str().unwrap());
    sitting.press(CHECK);
}

fn add(sitting: &mut Sitting, folder: &Path) {
    check_folder(sitting, folder);
    sitting.press("Use it");
    sitting.sees("These guides are in use from now on.");
}

fn kept(home: &Path) -> Option<PathBuf> {
    settings_at(&Disk, home)
        .pack
        .map(|name| home.join("packs").join(name))
}

fn shows_guide(sitting: &Sitting, id: &str) -> bool {
    sitting.app.world.library.guide(id).is_some()
}

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
    assert_eq!(*sitting.app.world.library, *library());
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
    let written = records(&sitting);
    assert!(written > 2, "the two parts, and what was written");

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

const SMALL: Size = Size::new(900.0, 640.0);

fn writing_in(language: &str) -> (tempfile::TempDir, Sitting) {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    add(&mut sitting, &ours(language));
    go(&mut sitting, Place::Guide(STEP.into()));
    (home, sitting)
}

/// Pictures of every page, where somebody asks for them.
fn look(sitting: &mut Sitting, name: &str) {
    let Some(folder) = std::env::var_os("GOLDSEAM_PICTURES") else {
        return;
    };
    let folder = PathBuf::from(folder);
    sitting.picture(folder.join(format!("{name}.ppm")));
    sitting.text_size(TextSize::Larger);
    sitting.resize(SMALL);
    sitting.picture(folder.join(format!("{name}-small.ppm")));
    sitting.text_size(TextSize::Normal);
    sitting.resize(app::WIDE);
}

fn heading(sitting: &mut Sitting, words: &str) -> Rectangle {
    let snapshot = sitting.snapshot();
    let of = |role: Role, name: Option<&str>| role == Role::Heading && name == Some(words);
    let found = snapshot
        .nodes
        .iter()
        .find(|node| of(node.info.role, node.info.name.as_deref()));
    found
        .unwrap_or_else(|| panic!("no heading {words:?}"))
        .bounds
}

fn right(bounds: Rectangle) -> f32 {
    bounds.x + bounds.width
}

struct Step {
    title: &'static str,
    asked: &'static str,
    answer: &'static str,
    begin: &'static str,
    slots: [&'static str; 2],
    sentence: [&'static str; 3],
    picked: &'static str,
    rated: &'static str,
    said: [&'static str; 2],
}

const ARABIC: Step = Step {
    title: "ما فعلتُه",
    asked: "ماذا فعلتُ، وماذا أخفيتُ؟",
    answer: "كذبتُ عليك في شهر مارس.",
    begin: "أخفيتُ ___ عن Maya.",
    slots: ["اخترتُ أن", "، وكان أثر ذلك على Maya أن"],
    sentence: [
        "أسكت",
        "لم تنم",
        "اخترتُ أن أسكت، وكان أثر ذلك على \u{2068}Maya\u{2069} أن لم تنم.",
    ],
    picked: "تقف وحدها بلا أسباب",
    rated: "بين بين",
    said: ["رجعتُ متأخرًا", "أتصل قبل السادسة"],
};

const CHINESE: Step = Step {
    title: "我做了什么",
    asked: "我做了什么？我隐瞒了什么？",
    answer: "三月里我对你说了谎。",
    begin: "我没有告诉Maya___。",
    slots: ["我选择了", "，这使Maya"],
    sentence: ["沉默", "整夜没睡", "我选择了沉默，这使Maya整夜没睡。"],
    picked: "没有理由，它也站得住",
    rated: "一般",
    said: ["我晚回家", "六点以前打电话"],
};

/// Jon goes through his pages, and finds his words again on another day.
fn walk(language: &str, step: &Step) {
    let (home, mut sitting) = writing_in(language);
    let pages = |sitting: &mut Sitting, at: &str| sitting.sees(&format!("Page {at} of 4"));
    pages(&mut sitting, "1");
    heading(&mut sitting, step.title);
    sitting.type_into(step.asked, step.answer);
    look(&mut sitting, &format!("{language}-1"));
    sitting.press("Next page");
    pages(&mut sitting, "2");
    let slots: Vec<String> = slots(&mut sitting, step);
    for (slot, words) in slots.iter().zip(step.sentence) {
        sitting.type_into(slot, words);
    }
    sitting.sees(step.sentence[2]);
    sitting.press(step.picked);
    sitting.press(step.rated);
    look(&mut sitting, &format!("{language}-2"));
    sitting.press("Next page");
    pages(&mut sitting, "3");
    sitting.type_into("If", step.said[0]);
    sitting.type_into("Then I will", step.said[1]);
    look(&mut sitting, &format!("{language}-3"));
    sitting.press("Next page");
    pages(&mut sitting, "4");
    sitting.press("To the end");
    sitting.settle();
    look(&mut sitting, &format!("{language}-end"));

    assert_eq!(
        files_with(home.path(), step.answer),
        [""; 0].map(PathBuf::from)
    );
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Jon");
    let commitments = {
        go(&mut sitting, Place::Commitments);
        sitting.told()
    };
    assert!(commitments.contains(step.said[1]), "{commitments}");
    go(&mut sitting, Place::Guide(STEP.into()));
    while !sitting.shows("Page 1 of 4") {
        sitting.press("Back");
    }
    assert_eq!(sitting.value(step.asked).trim_end(), step.answer);
    sitting.press("Next page");
    sitting.sees(step.sentence[2]);
    let rated = sitting.find(step.rated);
    assert_eq!(rated.info.toggled, Some(true));
}

/// The fields of the sentence, as they are named on the page.
fn slots(sitting: &mut Sitting, step: &Step) -> Vec<String> {
    let plain = |name: &str| name.replace(['\u{2068}', '\u{2069}'], "");
    let snapshot = sitting.snapshot();
    let names: Vec<String> = snapshot
        .focusables()
        .filter_map(|node| node.info.name.clone())
        .collect();
    let find = |slot: &&str| {
        let begins = |name: &&String| {
            plain(name)
                .trim()
                .trim_start_matches(['،', '，', ' '])
                .starts_with(slot.trim_start_matches(['،', '，', ' ']))
        };
        names.iter().find(begins).cloned()
    };
    let found: Vec<String> = step.slots.iter().filter_map(find).collect();
    assert_eq!(found.len(), 2, "{names:?}");
    found
}

#[test]
fn jon_goes_through_step_one_in_arabic() {
    walk("arabic", &ARABIC);
}

#[test]
fn jon_goes_through_step_one_in_chinese() {
    walk("chinese", &CHINESE);
}

#[test]
fn what_is_written_from_the_right_begins_there() {
    let (_home, mut sitting) = writing_in("arabic");
    let near = |a: f32, b: f32| (a - b).abs() < 2.0;
    for size in [app::WIDE, SMALL] {
        sitting.resize(size);
        sitting.look_afresh();
        let title = heading(&mut sitting, ARABIC.title);
        let field = sitting.find(ARABIC.asked).bounds;
        assert!(near(right(title), right(field)), "{title:?} {field:?}");
        assert!(title.width < field.width / 2.0 && title.x > field.x);
    }
    // The rail stands right of the page, and what helps to begin left of it.
    sitting.resize(app::WIDE);
    sitting.look_afresh();
    let field = sitting.find(ARABIC.asked).bounds;
    let snapshot = sitting.snapshot();
    let rail = snapshot
        .nodes
        .iter()
        .find(|node| node.info.name.as_deref() == Some("The pages"));
    let rail = rail.map(|node| node.bounds);
    assert!(rail.is_some_and(|rail| rail.x > right(field)), "{rail:?}");
    let buttons = ["Back", "Next page"].map(|name| sitting.find(name).bounds.x);
    assert!(
        buttons[0] < buttons[1],
        "the interface around stays as it is"
    );

    // In English the same page begins at the left.
    go(&mut sitting, Place::Settings);
    sitting.press(BACK);
    sitting.press("Go back");
    go(&mut sitting, Place::Guide(STEP.into()));
    let title = heading(&mut sitting, "What I did");
    let field = sitting
        .find("What did you do, and what did you keep hidden?")
        .bounds;
    assert!(near(title.x, field.x), "{title:?} {field:?}");
}

#[test]
fn a_phrase_is_put_in_as_somebody_would_write_it() {
    for (language, step) in [("arabic", &ARABIC), ("chinese", &CHINESE)] {
        let (_home, mut sitting) = writing_in(language);
        let snapshot = sitting.snapshot();
        let plain = |name: &str| name.replace(['\u{2068}', '\u{2069}'], "");
        let names = snapshot
            .focusables()
            .filter_map(|node| node.info.name.clone());
        let row = names
            .into_iter()
            .find(|name| plain(name).contains(step.begin))
            .unwrap();
        sitting.press(&row);
        assert_eq!(sitting.value(step.asked).trim_end(), step.begin);
    }
}

#[test]
fn the_other_pages_of_both_languages_are_drawn_for_both_people() {
    for language in ["arabic", "chinese"] {
        let (_home, sitting) = writing_in(language);
        let mut sitting = sitting.start_again();
        come_in(&mut sitting, "Maya");
        go(&mut sitting, Place::Steps);
        look(&mut sitting, &format!("{language}-steps"));
        go(&mut sitting, Place::Settings);
        sitting.press(BACK);
        look(&mut sitting, &format!("{language}-settings"));
        sitting.press("Keep these guides");
        go(&mut sitting, Place::Guide(STEP.into()));
        sitting.sees("Page 1 of 2");
        look(&mut sitting, &format!("{language}-maya"));
        sitting.send(Message::Frame(frame::Message::Lock));
        sitting.press("Both of us");
        sitting.press_in("Whose passphrase will you use?", "Maya");
        sitting.type_into("Maya’s passphrase", MADE_UP);
        sitting.press("Open");
        sitting.sees("This week, together");
        go(&mut sitting, Place::Guide(STEP.into()));
        look(&mut sitting, &format!("{language}-both"));
        let titles = sitting.app.world.library.guide(STEP).unwrap().pages.len();
        assert_eq!(titles, 6);
    }
}
