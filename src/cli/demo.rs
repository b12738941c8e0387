//! Maya and Jon, made up, in a folder that is gone when the window closes.

use super::Failure;
use super::commands::{Guides, clock, open_window};
use crate::demo;
use crate::domain::settings::TextSize;
use crate::domain::{Household, PersonId, Words};
use crate::store::files::Disk;
use crate::store::{Kdf, Passphrase, SaveError, Store};
use crate::text::cli as text;
use std::path::Path;
use std::sync::Arc;

/// Everything in it is made up, so opening it need not be slow.
const KDF: Kdf = Kdf { log_n: 10 };

const PREFIX: &str = "goldseam-demo-";

pub(super) fn run(guides: &Guides) -> Result<(), Failure> {
    sweep(&std::env::temp_dir());
    let folder = tempfile::Builder::new()
        .prefix(PREFIX)
        .tempdir()
        .map_err(|error| Failure::new(text::no_demo_folder(&error.to_string())))?;
    let home = folder.path().to_owned();
    let opener = furnish(&home)?;
    let guides = guides.clone();
    let closed = open_window(TextSize::Normal, move || {
        let store = Store::open(&home, Arc::new(Disk), KDF);
        let passphrase = Words::from(text::DEMO_PASSPHRASE);
        guides.app(store).made_up(opener, passphrase)
    });
    folder
        .close()
        .map_err(|error| Failure::new(text::demo_left_behind(&error.to_string())))?;
    closed
}

/// Removes what a demo left that was killed and could not clean up. One that is still open holds its lock.
fn sweep(temporary: &Path) {
    let Ok(entries) = std::fs::read_dir(temporary) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if ours && entry.path().join("lock").is_file() {
            let closed = Store::open(&entry.path(), Arc::new(Disk), KDF);
            if closed.is_ok() {
                drop(closed);
                // What cannot be removed is left for the next time.
                let _ = std::fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// Writes twelve weeks as the app would have; gives the person whose passphrase opens the shared room.
fn furnish(home: &Path) -> Result<PersonId, Failure> {
    let failed = |error: String| Failure::new(text::no_demo_folder(&error));
    let store =
        Store::open(home, Arc::new(Disk), KDF).map_err(|error| failed(error.to_string()))?;
    move_in(&store).map_err(|error| failed(error.to_string()))
}

fn move_in(store: &Store) -> Result<PersonId, SaveError> {
    let names: Vec<Words> = demo::household()
        .people
        .iter()
        .map(|person| person.name.clone())
        .collect();
    let shared = store.create_household(&names)?;
    let passphrase = Passphrase::from(text::DEMO_PASSPHRASE);
    let mut rooms = Vec::new();
    for person in people(store) {
        rooms.push(store.join(&shared, person, &passphrase)?);
    }
    let (Some(first), Some(second)) = (rooms.first(), rooms.last()) else {
        return Err(SaveError::NoHousehold);
    };
    let household = household(store);
    let told = demo::records(&household, clock()());
    store.append(&first.shared, told.shared)?;
    store.append(&first.private, told.first)?;
    store.append(&second.private, told.second)?;
    Ok(first.person)
}

fn household(store: &Store) -> Household {
    store.household().household().cloned().unwrap_or_default()
}

fn people(store: &Store) -> Vec<PersonId> {
    household(store)
        .people
        .iter()
        .map(|person| person.id)
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_demo_left_is_swept_and_an_open_one_is_not() {
        let temporary = tempfile::tempdir().unwrap();
        let (left, open) = ("goldseam-demo-left", "goldseam-demo-open");
        let of = |name: &str| temporary.path().join(name);
        drop(Store::open(&of(left), Arc::new(Disk), KDF).unwrap());
        let held = Store::open(&of(open), Arc::new(Disk), KDF).unwrap();
        std::fs::create_dir(of("goldseam-demo-of-somebody-else")).unwrap();
        sweep(temporary.path());
        assert!(!of(left).exists());
        assert!(of(open).exists() && of("goldseam-demo-of-somebody-else").exists());
        drop(held);
    }
}
