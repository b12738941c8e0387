//! Taking what stands in for a damaged file as the truth, once the room's owner has said so.

use super::error::{Doing, FileError, SaveError, While};
use super::files::Files;
use super::keys::RoomKeys;
use super::load::{LoadedRoom, Reading};
use super::save::Base;
use super::seal::Hash;
use super::write::{Old, make_folder, remove_if_there, sync_folder_of, with_suffix, write_durably};
use super::{Closed, DRAFTS, INBOX, Store};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

impl Store {
    /// Make what the room shows now what it holds. Files that would not do stay beside their place, under a name
    /// with `.kept-`. Refused while something was written by a newer version.
    pub fn accept_recovery(&self, keys: &RoomKeys) -> Result<LoadedRoom, SaveError> {
        self.make_recovery_true(keys)?;
        Ok(self.load(keys)?)
    }

    fn make_recovery_true(&self, keys: &RoomKeys) -> Result<(), SaveError> {
        let mut ledgers = self.ledgers();
        let reading = Reading::of(&*self.files, &self.home, keys)?;
        if let Closed::TooNew(path) = reading.closed() {
            return Err(SaveError::TooNew { path });
        }
        let mut ledger = reading.ledger(keys);
        ledger.closed = Closed::No;
        make_folder(&*self.files, &self.room_folder(keys.room).join(INBOX))?;
        for problem in reading.problems() {
            set_aside(&*self.files, &problem.path)?;
        }
        let mut saved = Vec::new();
        let doubtful = reading.problems.iter();
        let drafts_lost = doubtful
            .clone()
            .any(|problem| problem.path.ends_with(DRAFTS));
        for month in reading.months {
            if month.problem.is_some() {
                let base = Base {
                    generation: month.highest,
                    records: month
                        .segment
                        .map_or_else(Vec::new, |segment| segment.content.records),
                    ahead: false,
                };
                // The old one is set aside already; a good previous version stays where it is.
                saved.push(self.save_month(keys, &ledger, month.month, base, Old::Dropped)?);
            }
        }
        if drafts_lost {
            self.write_drafts(keys, &BTreeMap::new())?;
        }
        for problem in &reading.waiting.problems {
            remove_if_there(&*self.files, &problem.path)?;
            sync_folder_of(&*self.files, &problem.path)?;
        }
        ledger.take(&saved);
        self.save_manifest(keys, &mut ledger, Old::Dropped)?;
        ledgers.insert(keys.room, ledger);
        Ok(())
    }
}

/// Keep a copy of a file under a name made of its content, so that it is kept once.
pub(super) fn quarantine(files: &dyn Files, path: &Path) -> Result<(), FileError> {
    let bytes = match files.read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        read => read.doing(Doing::Read, path)?,
    };
    let kept = with_suffix(path, &format!("{KEPT}{}", Hash::of(&bytes).short()));
    if files.exists(&kept).doing(Doing::Read, &kept)? {
        return Ok(());
    }
    let fresh = with_suffix(&kept, ".new");
    write_durably(files, &fresh, &bytes)?;
    files.rename(&fresh, &kept).doing(Doing::Rename, &kept)?;
    sync_folder_of(files, &kept)
}

/// In the name of a file that was set aside.
pub(super) const KEPT: &str = ".kept-";

/// As `quarantine`; a file that cannot be read is moved instead.
fn set_aside(files: &dyn Files, path: &Path) -> Result<(), FileError> {
    match quarantine(files, path) {
        Err(FileError {
            doing: Doing::Read, ..
        }) => {
            let kept = with_suffix(path, &format!("{KEPT}unread"));
            files.rename(path, &kept).doing(Doing::Rename, &kept)?;
            sync_folder_of(files, &kept)
        }
        done => done,
    }
}
