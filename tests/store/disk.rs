//! A disk that is full, read-only or failing.

use crate::doubles::Faulty;
use crate::world::*;
use goldseam::store::files::{Disk, Files};
use goldseam::store::{SaveError, Trouble};
use std::io::ErrorKind;
use std::process::Command;
use std::sync::Arc;

#[test]
fn a_full_disk_at_any_step_loses_nothing_and_the_next_try_succeeds() {
    for for_good in [false, true] {
        for after in 0.. {
            let home = tempfile::tempdir().unwrap();
            let keys = {
                let store = open(home.path());
                let (maya, _) = move_in(&store);
                write(&store, &maya.private, 1, "2026-11-14", "the first");
                maya.private
            };
            let disk: Arc<dyn Files> = Arc::new(Disk);
            let faulty = match for_good {
                true => Faulty::for_good(disk, after, ErrorKind::StorageFull),
                false => Faulty::once(disk, after, ErrorKind::StorageFull),
            };
            let mut store = open_on(home.path(), Arc::new(faulty));
            let by = person(&store, 0);
            let second = || vec![page(by, 2, "2026-11-15", "the second")];
            let saved = store.append(&keys, second());
            if let Err(error) = &saved {
                assert_eq!(error.trouble(), Trouble::DiskFull, "{error}");
            }
            let room = store.load(&keys).unwrap();
            assert_eq!(room.problems, []);
            assert_eq!(texts(&room)[0], "the first");
            if for_good {
                drop(store);
                store = open(home.path());
            }
            // Once past the last step, nothing fails any more; before, the same call is made again.
            store.append(&keys, second()).unwrap();
            assert_eq!(
                texts(&store.load(&keys).unwrap()),
                ["the first", "the second"]
            );
            if saved.is_ok() && after > 20 {
                break;
            }
        }
    }
}

#[test]
fn a_read_only_disk_says_so() {
    let home = tempfile::tempdir().unwrap();
    let keys = move_in(&open(home.path())).0.private;
    let faulty = Faulty::for_good(Arc::new(Disk), 0, ErrorKind::ReadOnlyFilesystem);
    let store = open_on(home.path(), Arc::new(faulty));
    let record = page(person(&store, 0), 1, "2026-11-14", "words");
    let error = store.append(&keys, vec![record]).unwrap_err();
    assert_eq!(error.trouble(), Trouble::NotAllowed);
    assert!(matches!(error, SaveError::File(file) if file.path.ends_with("2026-11.age.new")));
}

#[test]
fn what_does_not_read_back_takes_the_place_of_nothing() {
    let home = tempfile::tempdir().unwrap();
    let keys = {
        let store = open(home.path());
        let (maya, _) = move_in(&store);
        write(&store, &maya.private, 1, "2026-11-14", "the first");
        maya.private
    };
    let store = open_on(home.path(), Arc::new(Faulty::lying(Arc::new(Disk))));
    let record = page(person(&store, 0), 2, "2026-11-15", "the second");
    let error = store.append(&keys, vec![record]).unwrap_err();
    assert!(matches!(error, SaveError::NotVerified { .. }));
    let room = store.load(&keys).unwrap();
    assert_eq!(room.problems, []);
    assert_eq!(texts(&room), ["the first"]);
}

struct Mounted(tempfile::TempDir);

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_disk_that_is_really_full_keeps_what_was_saved() {
    let dir = tempfile::tempdir().unwrap();
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=512k", "tmpfs"])
        .arg(dir.path())
        .output();
    if !mount.is_ok_and(|done| done.status.success()) {
        eprintln!("mounting needs root: skipped");
        return;
    }
    let mounted = Mounted(dir);
    let home = mounted.0.path().join("data");
    let store = open(&home);
    let keys = move_in(&store).0.private;
    let by = person(&store, 0);
    let mut kept = 0;
    let error = loop {
        let words = "many words ".repeat(1500);
        match store.append(&keys, vec![page(by, kept, "2026-11-14", &words)]) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!(kept > 1);
    assert_eq!(error.trouble(), Trouble::DiskFull);
    let room = store.load(&keys).unwrap();
    assert_eq!(room.problems, []);
    assert_eq!(room.records.len() as u128, kept);
}
