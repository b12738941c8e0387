//! The program as it is called from a terminal: what it says, what it writes, how it ends.
#![allow(clippy::unwrap_used)]

use chrono::DateTime;
use goldseam::content::Library;
use goldseam::domain::record::{Approval, Cadence, Commitment, Journal, Line, More};
use goldseam::domain::{Kind, PersonId, Record, RecordId, Week, Words, summary};
use goldseam::store::files::Disk;
use goldseam::store::{Kdf, Keys, Passphrase, Store};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

const MAYAS: &str = "correct horse battery staple";
const JONS: &str = "five other words for jon";
const PROMISED: &str = "I put the phone face up on the table";
const PRIVATE: &str = "I walked past the old flat today";
const WEEK: &str = "2026-W47";

/// The program on a data folder, with no display and nothing of this account's own.
fn goldseam(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goldseam"));
    for name in [
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET",
        "GOLDSEAM_HOME",
    ] {
        command.env_remove(name);
    }
    command.env("HOME", home).arg("--home").arg(home);
    command.stdin(Stdio::null());
    command
}

/// The same, with a passphrase handed over on a descriptor.
fn with_passphrase(home: &Path, passphrase: &str, arguments: &[&str]) -> Output {
    let mut command = goldseam(home);
    command.args(arguments).args(["--passphrase-fd", "0"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that needs no passphrase is gone before it is written.
    let _ = writeln!(child.stdin.take().unwrap(), "{passphrase}");
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn fails_with(output: &Output, code: i32, sentence: &str) {
    assert_eq!(output.status.code(), Some(code), "{}", err(output));
    assert!(err(output).contains(sentence), "{}", err(output));
    assert_eq!(err(output).lines().count(), 1, "{}", err(output));
    assert_eq!(out(output), "");
}

struct House {
    folder: tempfile::TempDir,
    store: Store,
    maya: Keys,
    jon: Keys,
}

/// Maya and Jon, each with a room of their own.
fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Arc::new(Disk), Kdf { log_n: 4 }).unwrap();
    let names = [Words::from("Maya"), Words::from("Jon")];
    let shared = store.create_household(&names).unwrap();
    let found = store.household();
    let people: Vec<PersonId> = found
        .household()
        .unwrap()
        .people
        .iter()
        .map(|p| p.id)
        .collect();
    let join = |who, passphrase| {
        store
            .join(&shared, who, &Passphrase::from(passphrase))
            .unwrap()
    };
    let (maya, jon) = (join(people[0], MAYAS), join(people[1], JONS));
    House {
        folder,
        store,
        maya,
        jon,
    }
}

fn record(id: u128, by: PersonId, what: Kind) -> Record {
    Record {
        id: RecordId::from_random(id),
        at: DateTime::parse_from_rfc3339("2026-11-19T20:14:00+01:00").unwrap(),
        by,
        what,
        amends: None,
        more: More::new(),
    }
}

impl House {
    /// Jon made a commitment, and Maya wrote a page that is nobody's but hers.
    fn lived_in(self) -> Self {
        let commitment = Kind::Commitment(Commitment {
            when: "I come home".into(),
            then: PROMISED.into(),
            obstacle: Words::default(),
            cadence: Cadence::EveryDay,
            until: None,
            more: More::new(),
        });
        let page = Kind::Journal(Journal {
            title: Words::default(),
            text: PRIVATE.into(),
            more: More::new(),
        });
        let promised = record(1, self.jon.person, commitment);
        self.store
            .append(&self.maya.shared, vec![promised])
            .unwrap();
        let written = record(2, self.maya.person, page);
        self.store
            .append(&self.maya.private, vec![written])
            .unwrap();
        self
    }

    /// Both approve the page of the week as it stands.
    fn approved(self) -> Self {
        let found = self.store.household();
        let household = found.household().unwrap();
        let shared = self.store.load(&self.maya.shared).unwrap().records;
        let steps = Library::embedded().unwrap().step_ids();
        let week: Week = WEEK.parse().unwrap();
        // Nothing stands on the page until its owner puts it there.
        let page = summary::fold(&shared, household, week, &steps);
        let jons = page
            .lines
            .iter()
            .find(|line| line.owner == Some(self.jon.person))
            .unwrap();
        let (line, more) = (jons.key.as_str().to_owned(), More::new());
        let shown = Kind::Line(Line {
            week,
            line,
            shown: true,
            more,
        });
        self.store
            .append(&self.maya.shared, vec![record(5, self.jon.person, shown)])
            .unwrap();
        let shared = self.store.load(&self.maya.shared).unwrap().records;
        let page = summary::fold(&shared, household, week, &steps).fingerprint;
        let approval = || {
            let (page, more) = (page.clone(), More::new());
            Kind::Approval(Approval { week, page, more })
        };
        let by = [self.maya.person, self.jon.person];
        let both = vec![record(3, by[0], approval()), record(4, by[1], approval())];
        self.store.append(&self.maya.shared, both).unwrap();
        self
    }

    /// The folder, with the store let go of, for the program to open.
    fn shut(self) -> tempfile::TempDir {
        self.folder
    }
}

#[test]
fn without_a_display_it_says_so_in_one_sentence() {
    let home = tempfile::tempdir().unwrap();
    let output = goldseam(home.path()).output().unwrap();
    fails_with(&output, 2, "no display");
    assert_eq!(
        fs::read_dir(home.path()).unwrap().count(),
        0,
        "something was written"
    );
}

#[test]
fn the_content_that_ships_is_whole() {
    let home = tempfile::tempdir().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en");
    let output = goldseam(home.path())
        .arg("check-content")
        .arg(content)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", err(&output));
    assert!(
        out(&output).starts_with("Nothing wrong: "),
        "{}",
        out(&output)
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[test]
fn a_fault_in_a_pack_is_named_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("en");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en"),
        &pack,
    );
    let file = fs::read_dir(pack.join("path"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    let whole = fs::read_to_string(&file).unwrap();
    let line = whole
        .lines()
        .position(|line| line.contains("Say("))
        .unwrap();
    fs::write(&file, whole.replacen("Say(", "Shout(", 1)).unwrap();

    let output = goldseam(folder.path())
        .arg("check-content")
        .arg(&pack)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = err(&output);
    let place = format!("{name}:{}:", line + 1);
    let named = said
        .lines()
        .find(|said| said.contains(&place))
        .unwrap_or_else(|| panic!("{said}"));
    let column = named
        .split(&place)
        .nth(1)
        .unwrap()
        .split(':')
        .next()
        .unwrap();
    assert!(column.parse::<usize>().is_ok(), "{named}");
    assert!(named.contains("Shout"), "{named}");
    assert_eq!(out(&output), "");
}

/// A pack of two new practices, and of step 1 as it is, in a folder below this one.
fn adding_pack(folder: &Path) -> PathBuf {
    let pack = folder.join("evening");
    fs::create_dir_all(pack.join("guides")).unwrap();
    fs::create_dir_all(pack.join("path")).unwrap();
    let about = "(title: \"Evening\", language: \"en\", adds: true)";
    fs::write(pack.join("pack.ron"), about).unwrap();
    for id in ["evening", "morning"] {
        let practice = format!(
            "(id: \"{id}\", kind: Practice, title: \"A line\", summary: \"A line each.\", minutes: 5, \
            evidence: SourceAuthor, sources: [\"003\"], pages: [(id: \"line\", title: \"A line\", whose: Whoever, \
            keep: Shared, blocks: [Say(text: \"Sit down.\"), Ask(id: \"line\", prompt: \"What stayed?\")])])"
        );
        fs::write(pack.join(format!("guides/{id}.ron")), practice).unwrap();
    }
    let first = "content/en/path/01-take-full-accountability.ron";
    let first = Path::new(env!("CARGO_MANIFEST_DIR")).join(first);
    fs::copy(first, pack.join("path/01.ron")).unwrap();
    pack
}

#[test]
fn a_pack_that_adds_is_told_by_what_it_adds() {
    let folder = tempfile::tempdir().unwrap();
    let pack = adding_pack(folder.path());
    let mut command = goldseam(folder.path());
    let output = command.arg("check-content").arg(&pack).output().unwrap();
    assert!(output.status.success(), "{}", err(&output));
    let said = out(&output);
    assert!(said.starts_with("Nothing wrong: 3 guides, "), "{said}");
    let adds = "New: 2 guides. In place of built-in ones: 1 guide.";
    assert!(said.lines().any(|line| line == adds), "{said}");
}

#[test]
fn there_is_no_page_of_a_household_that_is_not_there() {
    let home = tempfile::tempdir().unwrap();
    let pdf = home.path().join("week.pdf");
    let arguments = ["summary", "--week", WEEK, "--out", pdf.to_str().unwrap()];
    let output = goldseam(home.path()).args(arguments).output().unwrap();
    fails_with(&output, 1, "There is no household");
    assert!(!pdf.exists());
    assert_eq!(
        fs::read_dir(home.path()).unwrap().count(),
        0,
        "something was written"
    );
}

#[test]
fn a_week_that_is_none_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let arguments = ["summary", "--week", "2026-W60", "--out", "week.pdf"];
    let output = goldseam(home.path()).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("2026-W60"), "{}", err(&output));
}

#[test]
fn the_wrong_passphrase_opens_nothing() {
    let home = house().lived_in().shut();
    for (who, passphrase) in [("Maya", "a guess"), ("Maya", JONS), ("Jon", "")] {
        let arguments = ["export-key", "--person", who];
        let output = with_passphrase(home.path(), passphrase, &arguments);
        fails_with(&output, 1, "passphrase");
    }
}

#[test]
fn where_two_live_it_asks_whose_passphrase_it_will_be() {
    let home = house().shut();
    let output = with_passphrase(home.path(), MAYAS, &["export-key"]);
    fails_with(&output, 1, "--person");
    let output = with_passphrase(home.path(), MAYAS, &["export-key", "--person", "Ann"]);
    fails_with(&output, 1, "Ann");
}

#[test]
fn a_passphrase_is_no_argument() {
    let home = house().shut();
    let arguments = ["export-key", "--person", "Maya", "--passphrase", MAYAS];
    let output = goldseam(home.path()).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", out(&output));
}

fn is_installed(tool: &str) -> bool {
    Command::new(tool).arg("--version").output().is_ok()
        || Command::new(tool).arg("-v").output().is_ok()
}

fn segments(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .starts_with("2026-")
        })
        .collect()
}

#[test]
fn the_age_tool_opens_a_room_with_the_exported_key_and_with_no_other() {
    let house = house().lived_in();
    let room = house
        .folder
        .path()
        .join(format!("person-{}", house.maya.person));
    let home = house.shut();
    let output = with_passphrase(home.path(), MAYAS, &["export-key", "--person", "maya"]);
    assert!(output.status.success(), "{}", err(&output));
    let said = out(&output);
    let keys: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("AGE-SECRET-KEY-1"))
        .collect();
    assert_eq!(keys.len(), 2, "one key a room");
    assert!(!is_installed("age") || !segments(&room).is_empty());
    if !is_installed("age") {
        return;
    }
    let opened = |key: &str, file: &Path| {
        let identity = home.path().join("identity.txt");
        fs::write(&identity, key).unwrap();
        let output = Command::new("age")
            .arg("-d")
            .arg("-i")
            .arg(&identity)
            .arg(file)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let own = segments(&room);
    assert!(
        own.iter()
            .any(|file| opened(keys[0], file).contains(PRIVATE))
    );
    assert!(own.iter().all(|file| opened(keys[1], file).is_empty()));
    let shared = segments(&home.path().join("shared"));
    assert!(
        shared
            .iter()
            .any(|file| opened(keys[1], file).contains(PROMISED))
    );
    assert!(shared.iter().all(|file| opened(keys[0], file).is_empty()));
}

/// The page of [`WEEK`], asked for by one person.
fn page_of_the_week(home: &Path, pdf: &Path, person: &str, passphrase: &str) -> Output {
    let pdf = pdf.to_str().unwrap();
    let page = ["summary", "--week", WEEK, "--out", pdf, "--person", person];
    with_passphrase(home, passphrase, &page)
}

#[test]
fn the_page_waits_for_both_to_approve_it() {
    let home = house().lived_in().shut();
    let pdf = home.path().join("week.pdf");
    let output = page_of_the_week(home.path(), &pdf, "Jon", JONS);
    fails_with(&output, 1, "has not approved");
    assert!(!pdf.exists());
}

#[test]
fn the_approved_page_says_what_was_approved_and_nothing_private() {
    let home = house().lived_in().approved().shut();
    let pdf = home.path().join("week.pdf");
    let output = page_of_the_week(home.path(), &pdf, "Maya", MAYAS);
    assert!(output.status.success(), "{}", err(&output));
    let once = fs::read(&pdf).unwrap();
    assert!(once.starts_with(b"%PDF-"));
    page_of_the_week(home.path(), &pdf, "Maya", MAYAS);
    assert_eq!(
        fs::read(&pdf).unwrap(),
        once,
        "the same page is the same bytes"
    );
    if !is_installed("pdftotext") {
        return;
    }
    let text = Command::new("pdftotext")
        .arg(&pdf)
        .arg("-")
        .output()
        .unwrap();
    let text: Vec<String> = out(&text).split_whitespace().map(str::to_owned).collect();
    let text = text.join(" ");
    assert!(text.contains(PROMISED), "{text}");
    assert!(!text.contains(PRIVATE), "{text}");
}

#[test]
fn doctor_finds_a_whole_house_whole_and_a_damaged_file_damaged() {
    let house = house().lived_in();
    let room = house
        .folder
        .path()
        .join(format!("person-{}", house.maya.person));
    let home = house.shut();
    let check = || with_passphrase(home.path(), MAYAS, &["doctor", "--person", "Maya"]);
    let output = check();
    assert!(
        output.status.success(),
        "{}\n{}",
        out(&output),
        err(&output)
    );
    assert!(
        out(&output).contains("Nothing wrong was found."),
        "{}",
        out(&output)
    );

    let month = segments(&room)
        .into_iter()
        .find(|path| path.extension().is_some_and(|e| e == "age"));
    let month = month.unwrap();
    let mut bytes = fs::read(&month).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&month, &bytes).unwrap();
    let output = check();
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    let name = month.file_name().unwrap().to_str().unwrap();
    let named = out(&output);
    assert!(
        named
            .lines()
            .any(|line| line.contains(name) && line.contains("damaged")),
        "{named}"
    );
    assert_eq!(fs::read(&month).unwrap(), bytes, "doctor changes nothing");
}
