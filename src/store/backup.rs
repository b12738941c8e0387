//! Copies of the sealed files by day and by month. Nothing is opened to make them.

use super::error::{Doing, FileError, SaveError, While};
use super::files::Files;
use super::write::{make_folder, remove_folder, sync_folder_of, write_durably};
use super::{BACKUPS, Closed, DRAFTS, Store, household};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

const DAILY: (&str, usize) = ("day-", 7);
const MONTHLY: (&str, usize) = ("month-", 12);
const PARTIAL: &str = ".partial";
const REPLACED: &str = ".replaced.partial";

/// What became of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backup {
    Made,
    /// There is one of this day and one of this month.
    NotDue,
    /// A room awaits its recovery: good copies are not to be pushed out by bad ones.
    RoomInDoubt,
}

/// The folders of complete backups, the newest first.
pub(super) fn newest_first(files: &dyn Files, home: &Path) -> Vec<PathBuf> {
    let folder = home.join(BACKUPS);
    let mut names = files.list(&folder).unwrap_or_default();
    names.retain(|name| date_of(name).is_some());
    names.sort_by(|a, b| date_of(b).cmp(&date_of(a)));
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// A month's backup is made on its first day of use, so it sorts before the days of that month.
fn date_of(name: &str) -> Option<&str> {
    name.strip_prefix(DAILY.0)
        .or_else(|| name.strip_prefix(MONTHLY.0))
        .filter(|date| !date.contains('.'))
}

impl Store {
    /// Make today's and this month's backup where they are missing, and drop those beyond seven days and twelve
    /// months of use.
    pub fn backup_if_due(&self, today: NaiveDate) -> Result<Backup, SaveError> {
        // Held throughout, so that no save falls between two copies.
        let ledgers = self.ledgers();
        if ledgers.values().any(|ledger| ledger.closed != Closed::No) {
            return Ok(Backup::RoomInDoubt);
        }
        let folder = self.home.join(BACKUPS);
        let mut made = Backup::NotDue;
        for (name, (prefix, keep)) in [
            (today.format("month-%Y-%m").to_string(), MONTHLY),
            (today.format("day-%Y-%m-%d").to_string(), DAILY),
        ] {
            let target = folder.join(name);
            if self.lacks_a_room(&target)? {
                self.copy_all(&target)?;
                self.thin(&folder, prefix, keep)?;
                made = Backup::Made;
            }
        }
        Ok(made)
    }

    /// No backup, or one from before somebody joined or changed their passphrase today.
    fn lacks_a_room(&self, target: &Path) -> Result<bool, FileError> {
        let rooms = self.files.list(&self.home).doing(Doing::List, &self.home)?;
        let kept = self.files.list(target).doing(Doing::List, target)?;
        let lacking = |room: &&String| is_room(room) && !kept.contains(room);
        Ok(kept.is_empty() || rooms.iter().any(|room| lacking(&room)))
    }

    fn copy_all(&self, target: &Path) -> Result<(), FileError> {
        let files = &*self.files;
        let partial = super::write::with_suffix(target, PARTIAL);
        remove_folder(files, &partial)?;
        let before = newest_first(files, &self.home).into_iter().next();
        let rooms = files.list(&self.home).doing(Doing::List, &self.home)?;
        let rooms = rooms.iter().filter(|name| is_room(name));
        make_folder(files, &partial)?;
        self.copy(Path::new(household::NAME), &partial, before.as_deref())?;
        for room in rooms {
            let from = self.home.join(room);
            let to = partial.join(room);
            make_folder(files, &to)?;
            for name in files.list(&from).doing(Doing::List, &from)? {
                // Drafts are not backed up: what was struck out is to be gone.
                if name.ends_with(".age") && name != DRAFTS {
                    self.copy(&Path::new(room).join(name), &partial, before.as_deref())?;
                }
            }
            files.sync_dir(&to).doing(Doing::SyncFolder, &to)?;
        }
        files
            .sync_dir(&partial)
            .doing(Doing::SyncFolder, &partial)?;
        let replaced = super::write::with_suffix(target, REPLACED);
        remove_folder(files, &replaced)?;
        if files.exists(target).doing(Doing::Read, target)? {
            files
                .rename(target, &replaced)
                .doing(Doing::Rename, target)?;
        }
        files
            .rename(&partial, target)
            .doing(Doing::Rename, target)?;
        sync_folder_of(files, target)
    }

    /// Copies one file; where the backup before holds the same bytes, both share them.
    fn copy(&self, name: &Path, to: &Path, before: Option<&Path>) -> Result<(), FileError> {
        let from = self.home.join(name);
        let bytes = match self.files.read(&from) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            read => read.doing(Doing::Read, &from)?,
        };
        let to = to.join(name);
        if let Some(before) = before.map(|folder| folder.join(name))
            && self.files.read(&before).is_ok_and(|old| old == bytes)
            && self.files.link(&before, &to).is_ok()
        {
            return Ok(());
        }
        write_durably(&*self.files, &to, &bytes)
    }

    fn thin(&self, folder: &Path, prefix: &str, keep: usize) -> Result<(), FileError> {
        let names = self.files.list(folder).doing(Doing::List, folder)?;
        let kept = |name: &&String| name.starts_with(prefix) && date_of(name).is_some();
        let old = names.iter().filter(kept).rev().skip(keep);
        for name in old {
            // Renamed first: half a backup must not pass for a whole one.
            let whole = folder.join(name);
            let partial = super::write::with_suffix(&whole, PARTIAL);
            self.files
                .rename(&whole, &partial)
                .doing(Doing::Rename, &whole)?;
        }
        for name in self.files.list(folder).doing(Doing::List, folder)? {
            if name.ends_with(PARTIAL) {
                remove_folder(&*self.files, &folder.join(name))?;
            }
        }
        Ok(())
    }
}

pub(super) fn is_room(name: &str) -> bool {
    name == "shared"
        || name
            .strip_prefix("person-")
            .is_some_and(|id| id.parse::<crate::domain::PersonId>().is_ok())
}
