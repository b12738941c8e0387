//! Who can open what: passphrases, printed codes, joint sittings, backups and the doctor.

use crate::world::*;
use goldseam::domain::Words;
use goldseam::store::{Backup, Fault, Passphrase, RoomKeys, SaveError, UnlockError, Verdict};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn what_maya_writes_beside_jon_waits_for_her_and_for_nobody_else() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, jon) = move_in(&store);
    let private = maya.private.clone();
    let pen = maya.write_only();
    let both = maya.shared;
    let told = page(pen.person(), 1, "2026-11-14", "only for me");
    store.drop_into_inbox(&pen, &told).unwrap();
    store
        .save_inbox_draft(&pen, "journal", &Words::from("half a"))
        .unwrap();
    store
        .save_inbox_draft(&pen, "journal", &Words::from("half a sentence"))
        .unwrap();
    store
        .save_inbox_draft(&pen, "letter", &Words::from("struck out"))
        .unwrap();
    store
        .save_inbox_draft(&pen, "letter", &Words::default())
        .unwrap();
    assert!(store.load(&both).unwrap().records.is_empty());
    assert!(store.load(&jon.private).unwrap().records.is_empty());

    let room = store.load(&private).unwrap();
    assert_eq!(texts(&room), ["only for me"]);
    assert_eq!(room.months.len(), 1);
    let drafts = BTreeMap::from([("journal".to_owned(), Words::from("half a sentence"))]);
    assert_eq!(room.drafts, drafts);
    assert_eq!(
        files_under(&folder(home.path(), &private).join("inbox")).len(),
        0
    );
    let again = store.load(&private).unwrap();
    assert_eq!((texts(&again), again.drafts), (texts(&room), drafts));
}

#[test]
fn a_file_that_jon_lays_in_mayas_inbox_is_not_hers() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, jon) = move_in(&store);
    let pen = jon.write_only();
    store
        .drop_into_inbox(&pen, &page(jon.person, 1, "2026-11-14", "as if"))
        .unwrap();
    let from = files_under(&folder(home.path(), &jon.private).join("inbox")).remove(0);
    let to = folder(home.path(), &maya.private).join("inbox");
    fs::copy(&from, to.join(from.file_name().unwrap())).unwrap();
    let room = store.load(&maya.private).unwrap();
    assert!(room.records.is_empty());
    assert_eq!(room.problems[0].fault, Fault::Damaged);
}

#[test]
fn after_a_change_the_old_passphrase_and_the_old_key_open_nothing() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-10-14", "before");
    write(&store, &maya.private, 2, "2026-11-14", "before too");
    store.backup_if_due("2026-11-14".parse().unwrap()).unwrap();
    let old_key = fs::read(folder(home.path(), &maya.private).join("key.age")).unwrap();
    let new = Passphrase::from("a new one");

    let changed = store.change_passphrase(&maya, &new).unwrap();
    assert_eq!(
        texts(&store.load(&changed.private).unwrap()),
        ["before", "before too"]
    );
    write(&store, &changed.private, 3, "2026-11-15", "after");

    let unlock = |passphrase: &Passphrase| store.unlock(maya.person, passphrase);
    let tried = unlock(&Passphrase::from(MAYAS));
    assert_eq!(tried.unwrap_err(), UnlockError::WrongPassphrase);
    assert_eq!(
        texts(&store.load(&unlock(&new).unwrap().private).unwrap()).len(),
        3
    );

    // Even with the old key file laid back beside the new one.
    let copy = folder(home.path(), &maya.private).join("key.copy.age");
    fs::write(&copy, &old_key).unwrap();
    let tried = unlock(&Passphrase::from(MAYAS));
    assert_eq!(tried.unwrap_err(), UnlockError::WrongPassphrase);
    assert!(unlock(&new).unwrap().key_file_mended);

    // In place of the new one it opens no page, and the new one comes back by its copy.
    let key = folder(home.path(), &maya.private).join("key.age");
    fs::write(&key, &old_key).unwrap();
    let shown = store
        .load(&unlock(&Passphrase::from(MAYAS)).unwrap().private)
        .unwrap();
    assert!(shown.records.is_empty() && shown.read_only);
    let keys = unlock(&new).unwrap();
    assert_eq!(fs::read(&key).unwrap(), fs::read(&copy).unwrap());
    let shown = store.load(&keys.private).unwrap();
    assert_eq!((shown.records.len(), shown.problems.len()), (3, 0));
    let identity: age::x25519::Identity = maya.private.export().as_str().parse().unwrap();
    for path in files_under(home.path()) {
        let opened = age::decrypt(&identity, &fs::read(&path).unwrap());
        assert!(opened.is_err(), "{}", path.display());
    }
}

#[test]
fn keys_from_before_a_change_write_nothing() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    store
        .change_passphrase(&maya, &Passphrase::from("a new one"))
        .unwrap();
    let record = page(maya.person, 1, "2026-11-14", "with old keys");
    let saved = store.append(&maya.private, vec![record]);
    assert_eq!(saved, Err(SaveError::OldKeys));
    let saved = store.save_drafts(&maya.private, &BTreeMap::new());
    assert_eq!(saved, Err(SaveError::OldKeys));
}

#[test]
fn a_printed_code_opens_the_room_until_the_passphrase_changes() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "words");
    let code = Passphrase::from("7K2F-MQ4T-XW9P");
    let recover = |code: &Passphrase| store.unlock_with_recovery(maya.person, code);
    assert_eq!(recover(&code).unwrap_err(), UnlockError::NoKey);
    assert!(!store.has_recovery(maya.person));

    store.set_recovery(&maya, &code).unwrap();
    assert!(store.has_recovery(maya.person));
    let wrong = recover(&Passphrase::from("7K2F-MQ4T-XW9Q"));
    assert_eq!(wrong.unwrap_err(), UnlockError::WrongPassphrase);
    let keys = recover(&code).unwrap();
    assert_eq!(texts(&store.load(&keys.private).unwrap()), ["words"]);

    let new = Passphrase::from("remembered this time");
    store.change_passphrase(&keys, &new).unwrap();
    assert_eq!(recover(&code).unwrap_err(), UnlockError::NoKey);
    let keys = store.unlock(maya.person, &new).unwrap();
    assert_eq!(texts(&store.load(&keys.private).unwrap()), ["words"]);
}

#[test]
fn seven_days_and_twelve_months_are_kept() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2025-01-14", "words");
    let backup = |day: &str| store.backup_if_due(day.parse().unwrap()).unwrap();
    for month in 1..=14 {
        let (year, month) = if month > 12 {
            (2026, month - 12)
        } else {
            (2025, month)
        };
        assert_eq!(backup(&format!("{year}-{month:02}-03")), Backup::Made);
        assert_eq!(backup(&format!("{year}-{month:02}-03")), Backup::NotDue);
    }
    let mut names: Vec<String> = fs::read_dir(home.path().join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let (days, months) = names.split_at(7);
    assert_eq!(
        (days.first(), days.last()),
        (
            Some(&"day-2025-08-03".into()),
            Some(&"day-2026-02-03".into())
        )
    );
    assert_eq!(
        (months.first(), months.last()),
        (Some(&"month-2025-03".into()), Some(&"month-2026-02".into()))
    );
    assert_eq!(months.len(), 12);
}

#[test]
fn a_backup_holds_only_sealed_files_and_the_household_and_no_drafts() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "words");
    let draft = BTreeMap::from([("journal".to_owned(), Words::from("Dear"))]);
    store.save_drafts(&maya.private, &draft).unwrap();
    store.backup_if_due("2026-11-14".parse().unwrap()).unwrap();
    let day = home.path().join("backups/day-2026-11-14");
    let mut names = Vec::new();
    for path in files_under(&day) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let sealed = fs::read(&path)
            .unwrap()
            .starts_with(b"age-encryption.org/v1\n");
        assert!(sealed || name == "household.json");
        names.push(name);
    }
    names.sort();
    names.dedup();
    let expected = [
        "2026-11.age",
        "household.json",
        "key.age",
        "key.copy.age",
        "manifest.age",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_room_in_doubt_is_not_backed_up_over_good_copies() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "words");
    fs::write(folder(home.path(), &maya.private).join("2026-11.age"), "no").unwrap();
    store.load(&maya.private).unwrap();
    let backup = store.backup_if_due("2026-11-14".parse().unwrap());
    assert_eq!(backup, Ok(Backup::RoomInDoubt));
}

#[test]
fn the_doctor_finds_everything_and_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path());
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-10-14", "words");
    write(&store, &maya.private, 2, "2026-11-14", "words");
    write(&store, &maya.private, 3, "2026-12-14", "words");
    let room = folder(home.path(), &maya.private);
    let verdicts = |keys: &[&RoomKeys]| -> BTreeMap<String, Verdict> {
        let checked = store.examine(keys).unwrap().into_iter();
        checked
            .filter(|file| home.path().join(&file.path).starts_with(&room))
            .map(|file| (name(&file.path), file.verdict))
            .collect()
    };
    assert!(
        verdicts(&[&maya.private])
            .values()
            .all(|verdict| { matches!(verdict, Verdict::Ok | Verdict::Sealed) })
    );
    assert_eq!(verdicts(&[])["2026-10.age"], Verdict::Sealed);

    let before = fs::read(room.join("manifest.age")).unwrap();
    fs::remove_file(room.join("2026-10.age")).unwrap();
    fs::write(room.join("2026-11.age"), &before).unwrap();
    fs::write(room.join("2026-12.age"), "no").unwrap();
    fs::write(room.join("holiday.jpg"), "no").unwrap();
    let all = |path: &Path| -> Vec<_> {
        let files = files_under(path).into_iter();
        files.map(|path| (fs::read(&path).unwrap(), path)).collect()
    };
    let stood = all(home.path());
    let found = verdicts(&[&maya.private]);
    assert_eq!(found["2026-10.age"], Verdict::Fault(Fault::Missing));
    assert_eq!(found["2026-11.age"], Verdict::Fault(Fault::Damaged));
    assert_eq!(found["2026-12.age"], Verdict::Fault(Fault::Damaged));
    assert_eq!(found["holiday.jpg"], Verdict::Unknown);
    assert_eq!(found["manifest.age"], Verdict::Ok);
    assert_eq!(all(home.path()), stood);
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}
