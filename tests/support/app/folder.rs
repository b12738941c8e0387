//! The folder the app keeps its files in: furnished with the made-up household, and searched byte for byte.

use super::{EVENING, QUICK};
use chrono::DateTime;
use goldseam::demo;
use goldseam::domain::{PersonId, Words};
use goldseam::store::files::Disk;
use goldseam::store::{Passphrase, Store};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The passphrase of both people of the made-up household.
pub const MADE_UP: &str = "a made-up passphrase for both";

/// Moves the made-up household into an empty folder, as it stands on [`EVENING`]; gives the two people.
pub fn furnish(home: &Path) -> (PersonId, PersonId) {
    let store = Store::open(home, Arc::new(Disk), QUICK).unwrap();
    let names: Vec<Words> = demo::household()
        .people
        .into_iter()
        .map(|person| person.name)
        .collect();
    let shared = store.create_household(&names).unwrap();
    let found = store.household();
    let people: Vec<PersonId> = found
        .household()
        .unwrap()
        .people
        .iter()
        .map(|p| p.id)
        .collect();
    let passphrase = Passphrase::from(MADE_UP);
    let maya = store.join(&shared, people[0], &passphrase).unwrap();
    let jon = store.join(&shared, people[1], &passphrase).unwrap();
    let found = store.household();
    let now = DateTime::parse_from_rfc3339(EVENING).unwrap();
    let told = demo::records(found.household().unwrap(), now);
    store.append(&maya.shared, told.shared).unwrap();
    store.append(&maya.private, told.first).unwrap();
    store.append(&jon.private, told.second).unwrap();
    (people[0], people[1])
}

/// Every file under a folder, with its bytes.
pub fn bytes_under(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes_under(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found
}

/// The files in which `words` stand as plain text, in UTF-8 or UTF-16.
pub fn files_with(folder: &Path, words: &str) -> Vec<PathBuf> {
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|w| w == wanted);
    bytes_under(folder)
        .into_iter()
        .filter(|(_, bytes)| holds(bytes, words.as_bytes()) || holds(bytes, &utf16))
        .map(|(path, _)| path)
        .collect()
}
