//! Copies of packs: guides that somebody added. Nothing in them is anybody's writing, so they are not sealed. The name of a
//! copy holds a sum of its files, so that one which was damaged or changed is noticed.

use super::doctor::Verdict;
use super::error::{Doing, FileError, SaveError, While};
use super::files::Files;
use super::load::Fault;
use super::seal::Hash;
use super::write::{make_folder, remove_folder, sync_folder_of, with_suffix, write_durably};
use super::{PACKS, Store};
use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

/// A file's path below the folder of the pack, and its bytes.
pub type PackFile = (String, Vec<u8>);

/// The folders that a pack may have.
const BELOW: [&str; 2] = ["path", "guides"];
/// So much of a title goes into the name of the folder.
const LONGEST_SLUG: usize = 40;
const SUM_DIGITS: usize = 16;

/// A kept copy cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    #[error("there is no copy of this pack")]
    Missing,
    #[error("the copy is not as it was kept")]
    Damaged,
    #[error(transparent)]
    File(#[from] FileError),
}

impl Store {
    /// Keep a copy of a pack, and give the name under which it is found again. `title` only makes the name readable.
    pub fn keep_pack(&self, title: &str, files: &[PackFile]) -> Result<String, SaveError> {
        let name = name_of(title, files);
        let place = self.home.join(PACKS).join(&name);
        if read(&*self.files, &place, &name).is_ok() {
            return Ok(name);
        }
        let fresh = with_suffix(&place, ".new");
        remove_folder(&*self.files, &fresh)?;
        make_folder(&*self.files, &fresh)?;
        for (path, bytes) in files {
            // A path that leads out of the folder is in no pack that was read; it is not followed either.
            let path = within(&fresh, path).ok_or_else(|| SaveError::NotVerified {
                path: place.clone(),
            })?;
            if let Some(folder) = path.parent() {
                make_folder(&*self.files, folder)?;
            }
            write_durably(&*self.files, &path, bytes)?;
            sync_folder_of(&*self.files, &path)?;
        }
        if read(&*self.files, &fresh, &name).is_err() {
            return Err(SaveError::NotVerified { path: place });
        }
        remove_folder(&*self.files, &place)?;
        self.files
            .rename(&fresh, &place)
            .doing(Doing::Rename, &place)?;
        sync_folder_of(&*self.files, &place)?;
        Ok(name)
    }

    /// The files of a pack that was kept.
    pub fn pack(&self, name: &str) -> Result<Vec<PackFile>, PackError> {
        // The name stands in a file that anybody can write.
        if !is_name(name) {
            return Err(PackError::Missing);
        }
        read(&*self.files, &self.home.join(PACKS).join(name), name)
    }

    /// Remove every copy but this one.
    pub fn forget_packs_but(&self, kept: Option<&str>) -> Result<(), FileError> {
        let folder = self.home.join(PACKS);
        for name in self.files.list(&folder).doing(Doing::List, &folder)? {
            let path = folder.join(&name);
            if Some(name.as_str()) != kept && self.files.is_dir(&path) {
                remove_folder(&*self.files, &path)?;
            }
        }
        if kept.is_none() && self.files.is_dir(&folder) {
            remove_folder(&*self.files, &folder)?;
        }
        Ok(())
    }
}

/// `evening-questions-` and the sum.
fn name_of(title: &str, files: &[PackFile]) -> String {
    let mut slug = String::new();
    for c in title.chars() {
        if slug.len() == LONGEST_SLUG {
            break;
        }
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    // A title in another script leaves nothing.
    let slug = if slug.is_empty() { "guides" } else { slug };
    format!("{slug}-{}", sum(files))
}

/// Over every path and every byte, whatever the order.
fn sum(files: &[PackFile]) -> String {
    let files: BTreeMap<&str, &[u8]> = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect();
    let lines = files
        .into_iter()
        .map(|(path, bytes)| format!("{} {path}\n", Hash::of(bytes)));
    let mut sum = Hash::of(lines.collect::<String>().as_bytes()).to_string();
    sum.truncate(SUM_DIGITS);
    sum
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(fits)
}

/// The place of a file, where its path is a name or a name in one of the folders that a pack may have.
fn within(folder: &Path, path: &str) -> Option<PathBuf> {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    let path = Path::new(path);
    let parts: Vec<_> = path.components().collect();
    let known = match parts.as_slice() {
        [_] => true,
        [below, _] => BELOW.iter().any(|known| below.as_os_str() == *known),
        _ => false,
    };
    (known && parts.into_iter().all(plain)).then(|| folder.join(path))
}

fn read(files: &dyn Files, place: &Path, name: &str) -> Result<Vec<PackFile>, PackError> {
    if !files.is_dir(place) {
        return Err(PackError::Missing);
    }
    let mut found = Vec::new();
    let folders = std::iter::once("").chain(BELOW);
    for below in folders {
        let folder = place.join(below);
        for file in files.list(&folder).doing(Doing::List, &folder)? {
            let path = folder.join(&file);
            if files.is_dir(&path) {
                continue;
            }
            let bytes = files.read(&path).doing(Doing::Read, &path)?;
            let prefix = if below.is_empty() { "" } else { "/" };
            found.push((format!("{below}{prefix}{file}"), bytes));
        }
    }
    let was = name.rsplit('-').next().unwrap_or_default();
    if sum(&found) == was {
        Ok(found)
    } else {
        Err(PackError::Damaged)
    }
}

/// For the doctor: a file of a copy is as the whole copy is.
pub(super) fn verdict(files: &dyn Files, home: &Path, path: &Path) -> Verdict {
    let folder: PathBuf = path.iter().take(2).collect();
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    match read(files, &home.join(&folder), &name) {
        Ok(_) => Verdict::Ok,
        Err(PackError::File(FileError {
            doing: Doing::Read,
            kind,
            ..
        })) if kind != io::ErrorKind::NotFound => Verdict::Fault(Fault::Unreadable(kind)),
        Err(_) => Verdict::Fault(Fault::Damaged),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::Kdf;
    use crate::store::files::Disk;
    use std::fs;
    use std::sync::Arc;

    fn store() -> (tempfile::TempDir, Store) {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path(), Arc::new(Disk), Kdf { log_n: 2 }).unwrap();
        (home, store)
    }

    fn files() -> Vec<PackFile> {
        vec![
            ("pack.ron".into(), b"(title)".to_vec()),
            ("guides/a.ron".into(), b"(id)".to_vec()),
        ]
    }

    #[test]
    fn a_pack_is_found_again_and_another_takes_its_place() {
        let (home, store) = store();
        let name = store.keep_pack("Evening questions!", &files()).unwrap();
        assert!(name.starts_with("evening-questions-"), "{name}");
        assert_eq!(
            store.keep_pack("Evening questions!", &files()).unwrap(),
            name
        );
        let mut kept = store.pack(&name).unwrap();
        kept.sort();
        let mut given = files();
        given.sort();
        assert_eq!(kept, given);

        let other = store.keep_pack("أسئلة المساء", &files()[..1]).unwrap();
        assert!(other.starts_with("guides-"), "{other}");
        store.forget_packs_but(Some(&other)).unwrap();
        assert_eq!(store.pack(&name), Err(PackError::Missing));
        assert!(store.pack(&other).is_ok());
        store.forget_packs_but(None).unwrap();
        assert!(!home.path().join(PACKS).exists());
    }

    #[test]
    fn a_copy_that_was_changed_is_damaged() {
        let (home, store) = store();
        let name = store.keep_pack("a", &files()).unwrap();
        let file = home.path().join(PACKS).join(&name).join("guides/a.ron");
        fs::write(&file, b"(ie)").unwrap();
        assert_eq!(store.pack(&name), Err(PackError::Damaged));
        // Kept once more, it is whole again.
        assert_eq!(store.keep_pack("a", &files()).unwrap(), name);
        assert!(store.pack(&name).is_ok());
        fs::write(home.path().join(PACKS).join(&name).join("more.ron"), b"()").unwrap();
        assert_eq!(store.pack(&name), Err(PackError::Damaged));
    }

    #[test]
    fn no_name_and_no_path_leads_out_of_the_folder() {
        let (home, store) = store();
        for name in ["", ".", "..", "../packs", "a/b", "A-0", "/"] {
            assert_eq!(store.pack(name), Err(PackError::Missing), "{name}");
        }
        for path in [
            "../out.ron",
            "guides/../../out.ron",
            "/tmp/out.ron",
            "other/a.ron",
            "guides/a/b.ron",
        ] {
            let files = vec![(path.to_owned(), b"()".to_vec())];
            assert!(store.keep_pack("a", &files).is_err(), "{path}");
        }
        assert!(!home.path().join("out.ron").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_is_its_owner_s_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (home, store) = store();
        let name = store.keep_pack("a", &files()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let copy = home.path().join(PACKS).join(name);
        assert_eq!(mode(&copy.join("guides")), 0o700);
        assert_eq!(mode(&copy.join("guides/a.ron")), 0o600);
    }
}
