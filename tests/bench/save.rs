//! What a save costs beside the bare system calls for the same bytes, and an unlocking beside bare decryption.
//! `cargo bench --bench save`. To reach: a save 1.5 × its yardstick, and flat from one month to twenty years; loading 1.3 ×.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "support/home.rs"]
mod home;
#[path = "support/table.rs"]
mod table;

use goldseam::demo::ten_years;
use goldseam::domain::{Household, Record};
use goldseam::store::{Kdf, Keys, RoomKeys, Store};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use table::{heading, line, paired, ratio, timed};

/// Derived in a moment: the work of a passphrase is not what is measured here.
const KDF: Kdf = Kdf { log_n: 4 };
const ROUNDS: usize = 25;

fn main() {
    heading("one record saved, durable");
    let mut flat = Vec::new();
    for (name, months) in [("one month", 1), ("one year", 12), ("twenty years", 240)] {
        let home = home::of_months(months, KDF);
        flat.push(save(name, &home));
    }
    if let [month, .., decades] = flat.as_slice() {
        ratio("twenty years over one month", decades, month, 1.25);
    }
    let home = home::of_months(120, KDF);
    unlock(&home);
}

/// One evening's page and check-in of this month, over and over with new ids.
fn new_records(keys: &Keys) -> impl Iterator<Item = Record> {
    let mut household: Household = goldseam::demo::household();
    if let Some(first) = household.people.first_mut() {
        first.id = keys.person;
    }
    (0..).map(move |seed| {
        let told = ten_years::records(&household, home::now(), 1_000 + seed);
        told.first.into_iter().last().unwrap()
    })
}

fn save(name: &str, home: &home::Home) -> Vec<Duration> {
    let (store, keys) = home.open(KDF);
    store.load(&keys.private).unwrap();
    let records: Vec<Record> = new_records(&keys).take(ROUNDS).collect();
    let mut records = records.into_iter();
    let folder = room(home, &keys.private);
    let month = folder.join("2026-11.age");
    let manifest = folder.join("manifest.age");
    let beside = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (segment, list) = (fs::read(&month).unwrap(), fs::read(&manifest).unwrap());
    let [saved, both, one] = paired(
        ROUNDS,
        [
            &mut || {
                let record = records.next().unwrap();
                timed(|| store.append(&keys.private, vec![record]).unwrap())
            },
            &mut || {
                timed(|| {
                    bare(beside.path(), "month", &segment);
                    bare(beside.path(), "manifest", &list);
                })
            },
            &mut || timed(|| bare(beside.path(), "month", &segment)),
        ],
    );
    let size = |bytes: &[u8]| format!("{} KiB", bytes.len() / 1024);
    line(&format!("{name}: a save"), &saved);
    line(
        &format!(
            "  bare, month {} and manifest {}",
            size(&segment),
            size(&list)
        ),
        &both,
    );
    line("  bare, month alone", &one);
    ratio("  a save over bare, both files", &saved, &both, 1.5);
    saved
}

fn room(home: &home::Home, keys: &RoomKeys) -> PathBuf {
    let folders = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    folders
        .filter(|folder| folder.is_dir())
        .find(|folder| {
            let manifest = fs::read(folder.join("manifest.age")).unwrap_or_default();
            opened(&manifest, &identity(keys)).is_some()
        })
        .unwrap()
}

/// The least that makes a replaced file durable: write, sync, rename, sync the folder.
fn bare(folder: &Path, name: &str, bytes: &[u8]) {
    let fresh = folder.join("fresh");
    let mut file = File::create(&fresh).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    fs::rename(&fresh, folder.join(name)).unwrap();
    File::open(folder).unwrap().sync_all().unwrap();
}

fn identity(keys: &RoomKeys) -> age::x25519::Identity {
    age::x25519::Identity::from_str(keys.export().as_str()).unwrap()
}

fn opened(sealed: &[u8], with: &age::x25519::Identity) -> Option<Vec<u8>> {
    let mut reader = age::Decryptor::new_buffered(sealed)
        .ok()?
        .decrypt(std::iter::once(with as &dyn age::Identity))
        .ok()?;
    let mut plain = Vec::with_capacity(sealed.len());
    reader.read_to_end(&mut plain).ok()?;
    Some(plain)
}

fn unlock(home: &home::Home) {
    let (store, keys) = home.open(KDF);
    let rooms =
        [&keys.private, &keys.shared].map(|keys| (identity(keys), files(&room(home, keys))));
    let bytes: u64 = rooms
        .iter()
        .flat_map(|(_, files)| files)
        .map(|file| fs::metadata(file).unwrap().len())
        .sum();
    let count: usize = rooms.iter().map(|(_, files)| files.len()).sum();
    heading(&format!(
        "ten years opened: {count} files, {:.1} MB",
        bytes as f64 / 1e6
    ));
    let load = |store: &Store| {
        timed(|| {
            let own = store.load(&keys.private).unwrap();
            let shared = store.load(&keys.shared).unwrap();
            assert_eq!(own.records.len(), 7_300);
            (own, shared)
        })
    };
    let [loaded, decrypted, one_by_one] = paired(
        15,
        [
            &mut || load(&store),
            &mut || {
                timed(|| decrypt_all(&rooms, std::thread::available_parallelism().unwrap().get()))
            },
            &mut || timed(|| decrypt_all(&rooms, 1)),
        ],
    );
    line("both rooms loaded", &loaded);
    line("the same files read and decrypted, all threads", &decrypted);
    line("the same files read and decrypted, one thread", &one_by_one);
    ratio("loading over decrypting", &loaded, &decrypted, 1.3);
}

fn files(room: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(room)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    names
        .filter(|path| path.extension().is_some_and(|ending| ending == "age"))
        .filter(|path| {
            !path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("key")
        })
        .collect()
}

fn decrypt_all(rooms: &[(age::x25519::Identity, Vec<PathBuf>)], threads: usize) -> usize {
    let total = AtomicUsize::new(0);
    for (identity, files) in rooms {
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let plain = opened(&fs::read(file).unwrap(), identity).unwrap();
                        total.fetch_add(plain.len(), Ordering::Relaxed);
                    }
                });
            }
        });
    }
    total.into_inner()
}
