//! Looking at every file and changing none.

use super::error::{Doing, FileError, While};
use super::keys::RoomKeys;
use super::load::{Fault, Reading};
use super::month::Month;
use super::recover::KEPT;
use super::seal::folder;
use super::segment::{Unfit, open_drafts, open_inbox, open_manifest, open_segment};
use super::{DRAFTS, INBOX, KEY, KEY_COPY, MANIFEST, PACKS, RECOVERY, Store};
use super::{household, inbox, packs};
use std::path::{Path, PathBuf};

/// One file, and what it was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Within the data folder.
    pub path: PathBuf,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Whole, and what its place should hold.
    Ok,
    /// A sealed file to which no key was given: its outside is as it should be.
    Sealed,
    /// Set aside by an earlier recovery.
    Kept,
    /// Left by something that was cut short; it goes when that is done again.
    LeftOver,
    /// None of this app's files.
    Unknown,
    Fault(Fault),
}

impl Store {
    /// Check every file under the data folder; with a room's keys, what is in it too.
    pub fn examine(&self, keys: &[&RoomKeys]) -> Result<Vec<Checked>, FileError> {
        let mut checked = Vec::new();
        self.walk(Path::new(""), keys, &mut checked)?;
        for keys in keys {
            // What only the manifest can tell: a file that is missing or put back from before.
            let reading = Reading::of(&*self.files, &self.home, keys)?;
            for problem in reading.problems() {
                let path = problem.path.strip_prefix(&self.home);
                let path = path.unwrap_or(&problem.path).to_owned();
                checked.retain(|other| other.path != path);
                let verdict = Verdict::Fault(problem.fault);
                checked.push(Checked { path, verdict });
            }
        }
        checked.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(checked)
    }

    fn walk(
        &self,
        within: &Path,
        keys: &[&RoomKeys],
        checked: &mut Vec<Checked>,
    ) -> Result<(), FileError> {
        let dir = self.home.join(within);
        for name in self.files.list(&dir).doing(Doing::List, &dir)? {
            let path = within.join(name);
            if self.files.is_dir(&self.home.join(&path)) {
                self.walk(&path, keys, checked)?;
            } else {
                let verdict = self.verdict(&path, keys);
                checked.push(Checked { path, verdict });
            }
        }
        Ok(())
    }

    fn verdict(&self, path: &Path, keys: &[&RoomKeys]) -> Verdict {
        let name = |path: &Path| {
            path.file_name()
                .map(|name| name.to_string_lossy().into_owned())
        };
        let file = name(path).unwrap_or_default();
        let parent = path.parent().and_then(name).unwrap_or_default();
        let leftover = |part: &str| part.ends_with(".new") || part.ends_with(".partial");
        if file.contains(KEPT) {
            return Verdict::Kept;
        }
        if path.iter().any(|part| leftover(&part.to_string_lossy())) {
            return Verdict::LeftOver;
        }
        if file == "lock" && parent.is_empty() {
            return Verdict::Ok;
        }
        if path.starts_with(PACKS) {
            return packs::verdict(&*self.files, &self.home, path);
        }
        let bytes = match self.files.read(&self.home.join(path)) {
            Ok(bytes) => bytes,
            Err(error) => return Verdict::Fault(Fault::Unreadable(error.kind())),
        };
        let stem = file.strip_suffix(".prev").unwrap_or(&file);
        if stem == household::NAME {
            return household::verdict(&bytes);
        }
        let room = match parent == INBOX {
            true => path.parent().and_then(Path::parent).and_then(name),
            false => Some(parent.clone()),
        };
        let keys = keys.iter().find(|keys| Some(folder(keys.room)) == room);
        let month: Option<Month> = stem.strip_suffix(".age").and_then(|stem| stem.parse().ok());
        let opens = |opened: Result<(), Unfit>| match opened {
            Ok(()) => Verdict::Ok,
            Err(unfit) => Verdict::Fault(unfit.into()),
        };
        match (keys, stem) {
            _ if !stem.ends_with(".age") => Verdict::Unknown,
            (None, _) | (_, KEY | KEY_COPY | RECOVERY) => outside(&bytes),
            (Some(keys), MANIFEST) => opens(open_manifest(&bytes, keys).map(drop)),
            (Some(keys), DRAFTS) => opens(open_drafts(&bytes, keys).map(drop)),
            (Some(keys), _) if parent == INBOX && stem.starts_with(inbox::DRAFT) => {
                opens(open_drafts(&bytes, keys).map(drop))
            }
            (Some(keys), _) if parent == INBOX => opens(open_inbox(&bytes, keys).map(drop)),
            (Some(keys), _) => month.map_or(Verdict::Unknown, |month| {
                opens(open_segment(&bytes, keys, month).map(drop))
            }),
        }
    }
}

/// As far as a sealed file can be judged without its key.
fn outside(bytes: &[u8]) -> Verdict {
    match age::Decryptor::new_buffered(bytes) {
        Ok(_) => Verdict::Sealed,
        Err(_) => Verdict::Fault(Fault::Damaged),
    }
}
