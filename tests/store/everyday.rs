//! What happens on a day on which nothing goes wrong, or only what people do wrong.

use crate::world::*;
use goldseam::domain::Words;
use goldseam::store::files::Disk;
use goldseam::store::{Found, OpenError, Passphrase, SaveError, Store, UnlockError};
use std::fs;
use std::process::Command;
use std::sync::Arc;

#[test]
fn maya_writes_closes_the_app_and_finds_her_words() {
    let home = tempfile::tempdir().unwrap();
    {
        let store = open(home.path());
        let (maya, _) = move_in(&store);
        write(&store, &maya.private, 1, "2026-10-30", "the first evening");
        write(&store, &maya.private, 3, "2026-11-14", "the third");
        write(&store, &maya.private, 2, "2026-11-02", "the second");
    }
    let store = open(home.path());
    let room = store.load(&maya(&store).private).unwrap();
    assert_eq!(
        texts(&room),
        ["the first evening", "the second", "the third"]
    );
    assert_eq!(room.problems, []);
    assert!(!room.read_only);
}

#[test]
fn a_new_folder_belongs_to_nobody() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(open(home.path()).household(), Found::Nothing);
}

#[test]
fn jon_joins_later_and_both_read_the_shared_room() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let shared = store.create_household(&[Words::from("Maya")]).unwrap();
    let maya = store
        .join(&shared, person(&store, 0), &Passphrase::from(MAYAS))
        .unwrap();
    write(&store, &maya.shared, 1, "2026-11-14", "for both");

    let jon = store.add_person(Words::from("Jon")).unwrap();
    assert!(!store.household().household().unwrap().people[1].joined);
    let keys = store
        .join(&maya.shared_keys(), jon, &Passphrase::from(JONS))
        .unwrap();
    assert!(store.household().household().unwrap().people[1].joined);
    assert_eq!(texts(&store.load(&keys.shared).unwrap()), ["for both"]);
}

#[test]
fn jons_passphrase_opens_nothing_of_mayas() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    move_in(&store);
    let tried = store.unlock(person(&store, 0), &Passphrase::from(JONS));
    assert_eq!(tried.unwrap_err(), UnlockError::WrongPassphrase);
}

#[test]
fn nobody_joins_twice_and_a_household_is_not_made_over_another() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    let again = store.join(&maya.shared_keys(), maya.person, &Passphrase::from("x"));
    assert_eq!(again.unwrap_err(), SaveError::AlreadyJoined(maya.person));
    let over = store.create_household(&[Words::from("Somebody")]);
    assert_eq!(over.unwrap_err(), SaveError::AlreadyJoined(maya.person));
}

#[test]
fn a_second_window_is_told_so() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let second = Store::open(home.path(), Arc::new(Disk), QUICK);
    assert!(matches!(second, Err(OpenError::InUse { .. })));
    drop(store);
    assert!(Store::open(home.path(), Arc::new(Disk), QUICK).is_ok());
}

#[test]
fn the_same_record_saved_again_is_kept_once_and_another_under_its_id_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "once");
    write(&store, &maya.private, 1, "2026-11-14", "once");
    let other = page(maya.person, 1, "2026-11-14", "something else");
    assert_eq!(
        store.append(&maya.private, vec![other]),
        Err(SaveError::IdTaken)
    );
    assert_eq!(texts(&store.load(&maya.private).unwrap()), ["once"]);
}

#[test]
fn the_stock_age_tool_opens_a_month_with_the_exported_key() {
    if Command::new("age").arg("--version").output().is_err() {
        eprintln!("age is not installed: skipped");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "outlives the app");
    let key = home.path().join("key.txt");
    fs::write(&key, maya.private.export().as_str()).unwrap();
    let month = folder(home.path(), &maya.private).join("2026-11.age");
    let opened = Command::new("age")
        .arg("--decrypt")
        .arg("--identity")
        .args([&key, &month])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&opened.stdout).unwrap();
    assert_eq!(
        json["records"][0]["what"]["journal"]["text"],
        "outlives the app"
    );
}

#[test]
fn only_names_and_marks_can_be_read_without_a_passphrase() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "nobody reads this");
    for path in files_under(home.path()) {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let has = |text: &str| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        assert!(!has("nobody reads this") && !has("AGE-SECRET-KEY") && !has("age1"));
        if name.starts_with("household.json") {
            let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["format", "household", "people", "schema", "sum"]);
        } else if name != "lock" {
            assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "{name}");
        }
    }
}

#[test]
#[cfg(unix)]
fn files_and_folders_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let home = home.path().join("data");
    let store = open(&home);
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "mine");
    for path in files_under(&home) {
        let mode =
            |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        assert_eq!(mode(path.parent().unwrap()), 0o700, "{}", path.display());
    }
}

#[test]
fn one_word_more_does_not_change_the_size_of_a_file() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    let month = folder(home.path(), &maya.private).join("2026-11.age");
    write(&store, &maya.private, 1, "2026-11-14", "short");
    let short = fs::metadata(&month).unwrap().len();
    write(
        &store,
        &maya.private,
        2,
        "2026-11-15",
        &"longer ".repeat(500),
    );
    // An age header carries a stanza of random length; the words themselves would be 3,500 bytes.
    let grown = fs::metadata(&month).unwrap().len().abs_diff(short);
    assert!(grown < 1024, "{grown}");
}

#[test]
fn debug_of_keys_and_passphrases_shows_nothing() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    let shown = format!(
        "{store:?} {maya:?} {:?} {:?} {:?}",
        Passphrase::from(MAYAS),
        maya.write_only(),
        maya.shared_keys()
    );
    let secret = maya.private.export();
    assert!(!shown.contains(MAYAS) && !shown.contains(secret.as_str()));
    assert!(
        !shown.contains("Maya") && !shown.contains("SECRET"),
        "{shown}"
    );
}
