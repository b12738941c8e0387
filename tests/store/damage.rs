//! Files that are damaged, missing, swapped, forged, put back from before, or from a newer version.

use crate::world::*;
use goldseam::domain::{Kind, RecordId, Words};
use goldseam::store::{
    Fault, Found, Keys, LoadedRoom, Month, Passphrase, RoomKeys, SaveError, SegmentState, StandIn,
    Store, UnlockError,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Maya has written two pages, so her month has a previous version with the first.
struct Story {
    home: TempDir,
    store: Store,
    maya: Keys,
    jon: Keys,
}

impl Story {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let store = open(home.path());
        let (maya, jon) = move_in(&store);
        write(&store, &maya.private, 1, "2026-11-14", "the first");
        write(&store, &maya.private, 2, "2026-11-15", "the second");
        Self {
            home,
            store,
            maya,
            jon,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        folder(self.home.path(), &self.maya.private).join(name)
    }

    fn month(&self) -> PathBuf {
        self.path("2026-11.age")
    }

    fn load(&self) -> LoadedRoom {
        self.store.load(&self.maya.private).unwrap()
    }

    /// The one thing wrong with the room, and that nothing can be written over it.
    fn only_fault(&self) -> Fault {
        let room = self.load();
        assert_eq!(room.problems.len(), 1, "{:?}", room.problems);
        assert!(room.read_only);
        let record = page(self.maya.person, 9, "2026-11-16", "not now");
        assert_eq!(
            self.store.append(&self.maya.private, vec![record]),
            Err(SaveError::AwaitsRecovery {
                room: self.maya.private.room()
            })
        );
        room.problems[0].fault
    }

    /// What was set aside.
    fn kept(&self) -> Vec<Vec<u8>> {
        let files = files_under(&folder(self.home.path(), &self.maya.private)).into_iter();
        files
            .filter(|path| path.to_string_lossy().contains(".kept-"))
            .map(|path| fs::read(path).unwrap())
            .collect()
    }

    fn state(&self, month: &str) -> SegmentState {
        let month: Month = month.parse().unwrap();
        let room = self.load();
        room.months
            .iter()
            .find(|(found, _)| *found == month)
            .unwrap()
            .1
    }
}

/// Every byte of an age header and of the end, and a sample of what lies between.
fn places(len: usize) -> Vec<usize> {
    let header = 0..len.min(160);
    let body = (160..len).step_by(1511);
    let tail = len.saturating_sub(20)..len;
    header.step_by(3).chain(body).chain(tail).collect()
}

fn flip(path: &Path, at: usize) -> Vec<u8> {
    let good = fs::read(path).unwrap();
    let mut bad = good.clone();
    bad[at] ^= 1 << (at % 8);
    fs::write(path, bad).unwrap();
    good
}

#[test]
fn a_damaged_byte_anywhere_in_a_month_is_told_and_the_version_before_is_shown() {
    let story = Story::new();
    for at in places(fs::read(story.month()).unwrap().len()) {
        let good = flip(&story.month(), at);
        let room = story.load();
        assert_eq!(room.problems.len(), 1, "byte {at}");
        assert_eq!(room.problems[0].stand_in, Some(StandIn::Previous));
        assert!(!room.problems[0].complete && room.read_only);
        assert_eq!(texts(&room), ["the first"]);
        fs::write(story.month(), good).unwrap();
    }
    assert_eq!(texts(&story.load()), ["the first", "the second"]);
}

#[test]
fn a_damaged_byte_anywhere_in_manifest_drafts_or_inbox_is_told() {
    let story = Story::new();
    let draft = BTreeMap::from([("journal".to_owned(), Words::from("Dear"))]);
    story
        .store
        .save_drafts(&story.maya.private, &draft)
        .unwrap();
    for name in ["manifest.age", "drafts.age"] {
        let path = story.path(name);
        for at in places(fs::read(&path).unwrap().len()) {
            let good = flip(&path, at);
            let room = story.load();
            assert_eq!(room.problems.len(), 1, "{name} byte {at}");
            assert_eq!(room.problems[0].path, path);
            assert_eq!(texts(&room), ["the first", "the second"]);
            fs::write(&path, good).unwrap();
        }
    }
    let told = page(story.maya.person, 3, "2026-11-16", "told");
    story
        .store
        .drop_into_inbox(&story.maya.write_only(), &told)
        .unwrap();
    let path = files_under(&story.path("inbox")).remove(0);
    for at in places(fs::read(&path).unwrap().len()) {
        let good = flip(&path, at);
        assert_eq!(story.only_fault(), Fault::Damaged, "byte {at}");
        fs::write(&path, good).unwrap();
    }
    assert_eq!(texts(&story.load()), ["the first", "the second", "told"]);
}

#[test]
fn a_damaged_byte_in_what_is_not_in_use_harms_nothing() {
    let story = Story::new();
    for name in ["2026-11.age.prev", "manifest.age.prev"] {
        flip(&story.path(name), 300);
    }
    assert_eq!(story.load().problems, []);
}

#[test]
fn a_key_file_with_a_damaged_byte_is_mended_from_its_copy() {
    let story = Story::new();
    for name in ["key.age", "key.copy.age"] {
        let path = story.path(name);
        for at in places(fs::read(&path).unwrap().len()) {
            let good = flip(&path, at);
            assert!(maya(&story.store).key_file_mended, "{name} byte {at}");
            assert_eq!(fs::read(&path).unwrap(), good);
        }
    }
    assert!(!maya(&story.store).key_file_mended);
}

#[test]
fn both_key_files_damaged_are_mended_from_a_backup_and_without_one_it_is_said() {
    let story = Story::new();
    let both = ["key.age", "key.copy.age"].map(|name| story.path(name));
    let good = fs::read(&both[0]).unwrap();
    for path in &both {
        fs::write(path, &good[..100]).unwrap();
    }
    let unlock = || {
        story
            .store
            .unlock(story.maya.person, &Passphrase::from(MAYAS))
    };
    assert!(matches!(unlock(), Err(UnlockError::KeyDamaged { .. })));
    fs::write(&both[0], &good).unwrap();
    story
        .store
        .backup_if_due("2026-11-15".parse().unwrap())
        .unwrap();
    for path in &both {
        fs::write(path, &good[..100]).unwrap();
    }
    assert!(unlock().unwrap().key_file_mended);
    assert_eq!(fs::read(&both[0]).unwrap(), good);
}

#[test]
fn any_damaged_byte_of_the_household_file_is_noticed() {
    let story = Story::new();
    let path = story.home.path().join("household.json");
    let maya = story.maya.person;
    story
        .store
        .rename_person(maya, Words::from("Maya R."))
        .unwrap();
    let names = |found: &Found| -> Vec<String> {
        let household = found.household().unwrap();
        household
            .people
            .iter()
            .map(|person| person.name.to_string())
            .collect()
    };
    drop(story.store);
    let good = fs::read(&path).unwrap();
    let whole = open(story.home.path()).household();
    for at in 0..good.len() {
        flip(&path, at);
        match open(story.home.path()).household() {
            Found::Restored(_) => {}
            // A blank between two words of JSON.
            found => assert_eq!(found, whole, "byte {at}"),
        }
        fs::write(&path, &good).unwrap();
    }
    fs::remove_file(&path).unwrap();
    let store = open(story.home.path());
    assert_eq!(names(&store.household()), ["Maya", "Jon"]);
    store.unlock(maya, &Passphrase::from(MAYAS)).unwrap();
    drop(store);
    assert!(matches!(
        open(story.home.path()).household(),
        Found::Household(_)
    ));
}

#[test]
fn a_household_of_a_newer_version_or_of_another_app_is_left_alone() {
    use sha2::{Digest, Sha256};
    let story = Story::new();
    drop(story.store);
    let path = story.home.path().join("household.json");
    let mut json: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    json["schema"] = json!(2);
    json["people"] = json!("in a way that is not known yet");
    json.as_object_mut().unwrap().remove("sum");
    let sum = Sha256::digest(json.to_string().as_bytes());
    json["sum"] = json!(
        sum.iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    );
    for (content, found) in [
        (json.to_string(), Found::TooNew(2)),
        (json!({"format": "another"}).to_string(), Found::Foreign),
    ] {
        fs::write(&path, &content).unwrap();
        let store = open(story.home.path());
        assert_eq!(store.household(), found);
        let made = store.create_household(&[Words::from("Maya")]);
        assert_eq!(made.unwrap_err(), SaveError::NoHousehold);
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
}

#[test]
fn a_lost_household_file_is_not_a_new_household() {
    let story = Story::new();
    drop(story.store);
    for name in ["household.json", "household.json.prev"] {
        let _ = fs::remove_file(story.home.path().join(name));
    }
    let store = open(story.home.path());
    assert_eq!(store.household(), Found::Damaged);
    let made = store.create_household(&[Words::from("Maya")]);
    assert_eq!(made.unwrap_err(), SaveError::NoHousehold);
}

#[test]
fn a_missing_month_is_missed() {
    let story = Story::new();
    fs::remove_file(story.month()).unwrap();
    assert_eq!(story.only_fault(), Fault::Missing);
    assert_eq!(story.state("2026-11"), SegmentState::Absent);
    assert_eq!(texts(&story.load()), ["the first"]);
}

#[test]
fn a_month_missing_with_its_previous_version_is_missed_all_the_same() {
    let story = Story::new();
    fs::remove_file(story.month()).unwrap();
    fs::remove_file(story.path("2026-11.age.prev")).unwrap();
    assert_eq!(story.only_fault(), Fault::Missing);
    assert_eq!(story.state("2026-11"), SegmentState::Absent);
}

#[test]
fn a_missing_manifest_is_missed() {
    let story = Story::new();
    fs::remove_file(story.path("manifest.age")).unwrap();
    assert_eq!(story.only_fault(), Fault::Missing);
    assert_eq!(texts(&story.load()), ["the first", "the second"]);
}

#[test]
fn a_month_put_in_another_months_place_is_foreign() {
    let story = Story::new();
    fs::copy(story.month(), story.path("2026-10.age")).unwrap();
    assert_eq!(story.only_fault(), Fault::Foreign);
    assert_eq!(story.state("2026-10"), SegmentState::Foreign);
    assert_eq!(texts(&story.load()), ["the first", "the second"]);
}

#[test]
fn jons_month_in_mayas_room_is_noticed() {
    let story = Story::new();
    write(&story.store, &story.jon.private, 7, "2026-11-14", "Jon's");
    let jons = folder(story.home.path(), &story.jon.private).join("2026-11.age");
    fs::copy(jons, story.month()).unwrap();
    assert_eq!(story.only_fault(), Fault::Damaged);
    assert_eq!(texts(&story.load()), ["the first"]);
}

#[test]
fn a_month_put_back_from_before_is_noticed() {
    let story = Story::new();
    let before = fs::read(story.month()).unwrap();
    write(
        &story.store,
        &story.maya.private,
        3,
        "2026-11-16",
        "the third",
    );
    fs::write(story.month(), before).unwrap();
    assert_eq!(story.only_fault(), Fault::RolledBack);
    assert_eq!(story.state("2026-11"), SegmentState::Foreign);
}

#[test]
fn a_manifest_put_back_from_before_is_noticed() {
    let story = Story::new();
    let before = fs::read(story.path("manifest.age")).unwrap();
    write(
        &story.store,
        &story.maya.private,
        3,
        "2026-11-16",
        "the third",
    );
    write(
        &story.store,
        &story.maya.private,
        4,
        "2026-12-01",
        "the fourth",
    );
    fs::write(story.path("manifest.age"), before).unwrap();
    assert_eq!(story.only_fault(), Fault::RolledBack);
}

/// Opens a sealed file with a room's key, changes its JSON, and seals it again for that room: what somebody could
/// do who has the key.
fn rewrite(keys: &RoomKeys, path: &Path, change: impl FnOnce(&mut Value)) {
    let identity: age::x25519::Identity = keys.export().as_str().parse().unwrap();
    let plain = age::decrypt(&identity, &fs::read(path).unwrap()).unwrap();
    let mut json: Value = serde_json::from_slice(&plain).unwrap();
    change(&mut json);
    let sealed = age::encrypt(&identity.to_public(), json.to_string().as_bytes()).unwrap();
    fs::write(path, sealed).unwrap();
}

#[test]
fn whoever_does_not_know_the_seal_can_not_forge_a_month() {
    let forgeries: [fn(&mut Value); 4] = [
        |json| json["goldseam"]["seal"] = json!("0".repeat(64)),
        |json| json["goldseam"]["household"] = json!("0".repeat(32)),
        |json| json["goldseam"]["room"] = json!("shared"),
        |json| json["goldseam"]["kind"] = json!("inbox"),
    ];
    for forge in forgeries {
        let story = Story::new();
        rewrite(&story.maya.private, &story.month(), forge);
        assert_eq!(story.only_fault(), Fault::Foreign);
        assert_eq!(texts(&story.load()), ["the first"]);
    }
}

#[test]
fn a_newer_schema_is_read_only_and_nothing_replaces_it() {
    // Once as this version would read it, and once in a layout it does not know.
    let newer: [fn(&mut Value); 2] = [
        |json| json["goldseam"]["schema"] = json!(2),
        |json| {
            json["goldseam"]["schema"] = json!(2);
            json["records"] = json!({"by": "day"});
        },
    ];
    for change in newer {
        let story = Story::new();
        rewrite(&story.maya.private, &story.month(), change);
        let bytes = fs::read(story.month()).unwrap();
        let room = story.load();
        assert_eq!(room.problems[0].fault, Fault::TooNew);
        assert_eq!(story.state("2026-11"), SegmentState::TooNew);
        assert!(room.read_only);
        let record = page(story.maya.person, 9, "2027-01-01", "elsewhere");
        let saved = story.store.append(&story.maya.private, vec![record]);
        assert!(matches!(saved, Err(SaveError::TooNew { .. })));
        let accepted = story.store.accept_recovery(&story.maya.private);
        assert!(matches!(accepted, Err(SaveError::TooNew { .. })));
        assert_eq!(fs::read(story.month()).unwrap(), bytes);
    }
}

#[test]
fn what_a_newer_version_added_is_still_there_after_a_save() {
    let story = Story::new();
    let manifest = story.path("manifest.age");
    rewrite(&story.maya.private, &story.month(), |json| {
        json["records"][0]["pinned"] = json!(true);
        json["records"][1]["what"] = json!({"dream": {"colour": "blue"}});
        // One more, so that the manifest takes it for a save that was cut short.
        json["goldseam"]["generation"] = json!(3);
    });
    write(
        &story.store,
        &story.maya.private,
        3,
        "2026-12-01",
        "elsewhere",
    );
    story.load();
    write(
        &story.store,
        &story.maya.private,
        4,
        "2026-11-16",
        "beside them",
    );
    let room = story.load();
    assert_eq!(room.problems, []);
    assert_eq!(room.records[0].more["pinned"], json!(true));
    assert!(
        matches!(&room.records[1].what, Kind::Unknown(json) if json["dream"]["colour"] == "blue")
    );
    assert!(manifest.exists());
}

#[test]
fn accepting_a_recovery_keeps_the_damaged_file_and_opens_the_room_for_writing() {
    let story = Story::new();
    let damaged = {
        flip(&story.month(), 300);
        fs::read(story.month()).unwrap()
    };
    let room = story.store.accept_recovery(&story.maya.private).unwrap();
    assert_eq!(texts(&room), ["the first"]);
    assert_eq!((room.problems.len(), room.read_only), (0, false));
    assert_eq!(story.kept(), [damaged]);
    write(
        &story.store,
        &story.maya.private,
        3,
        "2026-11-16",
        "goes on",
    );
    assert_eq!(texts(&story.load()), ["the first", "goes on"]);
}

#[test]
fn a_damaged_file_is_set_aside_once_when_it_is_noticed() {
    let story = Story::new();
    flip(&story.month(), 300);
    let damaged = fs::read(story.month()).unwrap();
    story.load();
    story.load();
    assert_eq!(story.kept(), [damaged]);
}

#[test]
fn a_backup_stands_in_where_the_previous_version_is_damaged_too() {
    let story = Story::new();
    story
        .store
        .backup_if_due("2026-11-15".parse().unwrap())
        .unwrap();
    flip(&story.month(), 300);
    flip(&story.path("2026-11.age.prev"), 300);
    let room = story.load();
    assert_eq!(texts(&room), ["the first", "the second"]);
    assert!(matches!(
        room.problems[0].stand_in,
        Some(StandIn::Backup(_))
    ));
    assert!(room.problems[0].complete);
}

#[test]
fn a_deleted_page_is_gone_from_every_file() {
    let story = Story::new();
    story
        .store
        .backup_if_due("2026-11-15".parse().unwrap())
        .unwrap();
    write(
        &story.store,
        &story.maya.private,
        3,
        "2026-11-16",
        "the third",
    );
    story
        .store
        .delete(&story.maya.private, &[RecordId::from_random(2)])
        .unwrap();
    assert_eq!(texts(&story.load()), ["the first", "the third"]);
    let identity: age::x25519::Identity = story.maya.private.export().as_str().parse().unwrap();
    let mut opened = 0;
    for path in files_under(story.home.path()) {
        if let Ok(plain) = age::decrypt(&identity, &fs::read(&path).unwrap()) {
            let text = String::from_utf8(plain).unwrap();
            assert!(!text.contains("the second"), "{}", path.display());
            opened += usize::from(text.contains("the first"));
        }
    }
    assert_eq!(opened, 4, "the month, its previous version and two backups");
}

#[test]
fn a_shared_page_can_not_be_deleted() {
    let story = Story::new();
    write(
        &story.store,
        &story.maya.shared,
        5,
        "2026-11-14",
        "for both",
    );
    let deleted = story
        .store
        .delete(&story.maya.shared, &[RecordId::from_random(5)]);
    assert_eq!(deleted, Err(SaveError::SharedKeepsAll));
}
