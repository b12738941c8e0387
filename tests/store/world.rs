//! A household to tell stories about: Maya and Jon, with a passphrase that costs little.

use chrono::DateTime;
use goldseam::domain::record::{Journal, More};
use goldseam::domain::{Kind, PersonId, Record, RecordId, Room, Words};
use goldseam::store::files::{Disk, Files};
use goldseam::store::{Kdf, Keys, LoadedRoom, Passphrase, RoomKeys, Store};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) const QUICK: Kdf = Kdf { log_n: 2 };
pub(crate) const MAYAS: &str = "correct horse battery staple";
pub(crate) const JONS: &str = "five other words for jon";

pub(crate) fn open(home: &Path) -> Store {
    open_on(home, Arc::new(Disk))
}

pub(crate) fn open_on(home: &Path, files: Arc<dyn Files>) -> Store {
    Store::open(home, files, QUICK).unwrap()
}

/// Sets Maya and Jon up in the store's folder.
pub(crate) fn move_in(store: &Store) -> (Keys, Keys) {
    let shared = store
        .create_household(&[Words::from("Maya"), Words::from("Jon")])
        .unwrap();
    let maya = store
        .join(&shared, person(store, 0), &Passphrase::from(MAYAS))
        .unwrap();
    let jon = store
        .join(&shared, person(store, 1), &Passphrase::from(JONS))
        .unwrap();
    (maya, jon)
}

pub(crate) fn person(store: &Store, nth: usize) -> PersonId {
    store.household().household().unwrap().people[nth].id
}

/// Maya's keys, as she gets them by her passphrase.
pub(crate) fn maya(store: &Store) -> Keys {
    store
        .unlock(person(store, 0), &Passphrase::from(MAYAS))
        .unwrap()
}

/// A journal page; `at` is a day like `2026-11-14`.
pub(crate) fn page(by: PersonId, id: u128, at: &str, text: &str) -> Record {
    Record {
        id: RecordId::from_random(id),
        at: DateTime::parse_from_rfc3339(&format!("{at}T21:06:00+01:00")).unwrap(),
        by,
        what: Kind::Journal(Journal {
            title: Words::default(),
            text: Words::from(text),
            more: More::new(),
        }),
        amends: None,
        more: More::new(),
    }
}

pub(crate) fn texts(room: &LoadedRoom) -> Vec<String> {
    room.records
        .iter()
        .map(|record| match &record.what {
            Kind::Journal(page) => page.text.to_string(),
            _ => "not a page".to_owned(),
        })
        .collect()
}

pub(crate) fn write(store: &Store, keys: &RoomKeys, id: u128, at: &str, text: &str) {
    let by = match keys.room() {
        Room::Private(person) => person,
        Room::Shared => person(store, 0),
    };
    store.append(keys, vec![page(by, id, at, text)]).unwrap();
}

pub(crate) fn folder(home: &Path, keys: &RoomKeys) -> PathBuf {
    match keys.room() {
        Room::Private(person) => home.join(format!("person-{person}")),
        Room::Shared => home.join("shared"),
    }
}

/// Every file under a folder.
pub(crate) fn files_under(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_under(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
