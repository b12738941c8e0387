//! Replacing a file so that at every moment either the old or the new one is whole.

use super::error::{Doing, FileError, SaveError, While};
use super::files::Files;
use super::keys::RoomKeys;
use super::segment::Sealed;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};

/// What happens to the file that is replaced.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Old {
    KeptAsPrevious,
    Dropped,
}

/// `2026-11.age` → `2026-11.age.prev`.
pub(super) fn previous(path: &Path) -> PathBuf {
    with_suffix(path, ".prev")
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Put `bytes` in place of `path` and return once they are durable. `reads_well` judges what was read back from
/// the disk before anything is replaced.
pub(super) fn replace(
    files: &dyn Files,
    path: &Path,
    bytes: &[u8],
    old: Old,
    reads_well: impl Fn(&[u8]) -> bool,
) -> Result<(), SaveError> {
    write_durably(files, &with_suffix(path, ".new"), bytes)?;
    take_place(files, path, bytes, old, reads_well)
}

/// As `replace`, for what these keys can open. That it opens is found out while the disk writes the same bytes: what is
/// read back need then only be those bytes.
pub(super) fn replace_sealed(
    files: &dyn Files,
    path: &Path,
    sealed: &Sealed,
    old: Old,
    keys: &RoomKeys,
) -> Result<(), SaveError> {
    let fresh = with_suffix(path, ".new");
    let write = || write_durably(files, &fresh, &sealed.bytes);
    let written = match sealed.known_to_open() {
        true => write(),
        false => beside(|| sealed.opens(keys), write).1,
    };
    written?;
    take_place(files, path, &sealed.bytes, old, |_| sealed.opens(keys))
}

/// Runs `aside` on another thread while `here`, which asks the disk, runs on this one.
pub(super) fn beside<A: Send, H>(aside: impl Fn() -> A + Sync, here: impl FnOnce() -> H) -> (A, H) {
    thread::scope(|scope| {
        let helper = thread::Builder::new().spawn_scoped(scope, &aside);
        let done = here();
        let helped = match helper.map(ScopedJoinHandle::join) {
            Ok(Ok(helped)) => helped,
            Ok(Err(panic)) => resume_unwind(panic),
            // The system gives no more threads.
            Err(_) => aside(),
        };
        (helped, done)
    })
}

fn take_place(
    files: &dyn Files,
    path: &Path,
    bytes: &[u8],
    old: Old,
    reads_well: impl Fn(&[u8]) -> bool,
) -> Result<(), SaveError> {
    let fresh = with_suffix(path, ".new");
    let read = files.read(&fresh).doing(Doing::Read, &fresh)?;
    if read != bytes || !reads_well(&read) {
        return Err(SaveError::NotVerified {
            path: path.to_owned(),
        });
    }
    if old == Old::KeptAsPrevious && files.exists(path).doing(Doing::Read, path)? {
        keep_previous(files, path)?;
    }
    files.rename(&fresh, path).doing(Doing::Rename, path)?;
    sync_folder_of(files, path)?;
    Ok(())
}

/// Write and sync under a name that nothing reads yet.
pub(super) fn write_durably(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut file = files.create(path).doing(Doing::Create, path)?;
    file.write_all(bytes).doing(Doing::Write, path)?;
    file.sync().doing(Doing::Sync, path)
}

/// Make a folder, and those above it, and bring each to the disk.
pub(super) fn make_folder(files: &dyn Files, dir: &Path) -> Result<(), FileError> {
    if files.exists(dir).doing(Doing::CreateFolder, dir)? {
        return Ok(());
    }
    match dir.parent() {
        Some(above) if !above.as_os_str().is_empty() => make_folder(files, above)?,
        _ => {}
    }
    files.create_dir(dir).doing(Doing::CreateFolder, dir)?;
    sync_folder_of(files, dir)
}

pub(super) fn sync_folder_of(files: &dyn Files, path: &Path) -> Result<(), FileError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    files.sync_dir(folder).doing(Doing::SyncFolder, folder)
}

/// A second name for the old file, so that the place itself is never empty, not even for a moment.
fn keep_previous(files: &dyn Files, path: &Path) -> Result<(), FileError> {
    let previous = previous(path);
    let linking = with_suffix(&previous, ".new");
    remove_if_there(files, &linking)?;
    if files.link(path, &linking).is_err() {
        // A file system without links (FAT): a copy does.
        let bytes = files.read(path).doing(Doing::KeepPrevious, path)?;
        write_durably(files, &linking, &bytes)?;
    }
    files
        .rename(&linking, &previous)
        .doing(Doing::KeepPrevious, path)
}

pub(super) fn remove_if_there(files: &dyn Files, path: &Path) -> Result<(), FileError> {
    match files.remove(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).doing(Doing::Remove, path)
        }
        _ => Ok(()),
    }
}

/// Remove a folder of files and of folders.
pub(super) fn remove_folder(files: &dyn Files, dir: &Path) -> Result<(), FileError> {
    for name in files.list(dir).doing(Doing::List, dir)? {
        let path = dir.join(name);
        if files.is_dir(&path) {
            remove_folder(files, &path)?;
        } else {
            files.remove(&path).doing(Doing::Remove, &path)?;
        }
    }
    match files.remove_dir(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).doing(Doing::Remove, dir)
        }
        _ => Ok(()),
    }
}
