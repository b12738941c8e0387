//! Real deletion, in a private room.

use super::error::{Doing, FileError, SaveError, While};
use super::keys::RoomKeys;
use super::load::{Reading, file_name};
use super::month::Month;
use super::recover::KEPT;
use super::save::Base;
use super::segment::{Sealed, open_segment};
use super::write::{Old, previous, remove_if_there, replace_sealed, sync_folder_of};
use super::{Store, backup, seal};
use crate::domain::{RecordId, Room};
use std::collections::HashSet;
use std::io;
use std::path::Path;

impl Store {
    /// Remove these records from the room: from its months, their previous versions, files that were set aside,
    /// and every backup. After an error the records are still there, and the same call may be made again.
    pub fn delete(&self, keys: &RoomKeys, ids: &[RecordId]) -> Result<(), SaveError> {
        if keys.room == Room::Shared {
            return Err(SaveError::SharedKeepsAll);
        }
        let ids: HashSet<RecordId> = ids.iter().copied().collect();
        let mut ledgers = self.ledgers();
        let mut reading = Reading::of(&*self.files, &self.home, keys)?;
        let mut ledger = reading.ledger(keys);
        ledger.check_open(keys)?;
        if reading.has_waiting() {
            self.bring_in(keys, &mut ledger, &reading)?;
            reading = Reading::of(&*self.files, &self.home, keys)?;
        }
        let mut saved = Vec::new();
        for month in reading.months {
            let Some(segment) = month.segment else {
                continue;
            };
            let mut records = segment.content.records;
            let before = records.len();
            records.retain(|record| !ids.contains(&record.id));
            if records.len() == before {
                continue;
            }
            // The month itself comes last: if the power goes before, the record is still seen, and deleted again.
            self.purge_copies(keys, month.month, &ids)?;
            let base = Base {
                generation: month.highest,
                records,
                ahead: false,
            };
            saved.push(self.save_month(keys, &ledger, month.month, base, Old::Dropped)?);
        }
        let done = self.settle(keys, &mut ledger, saved);
        ledgers.insert(keys.room, ledger);
        done
    }

    fn purge_copies(
        &self,
        keys: &RoomKeys,
        month: Month,
        ids: &HashSet<RecordId>,
    ) -> Result<(), SaveError> {
        let room = self.room_folder(keys.room);
        let name = file_name(month);
        for backup in backup::newest_first(&*self.files, &self.home) {
            self.purge(
                keys,
                &backup.join(seal::folder(keys.room)).join(&name),
                month,
                ids,
            )?;
        }
        self.purge(keys, &previous(&room.join(&name)), month, ids)?;
        for other in self.files.list(&room).doing(Doing::List, &room)? {
            if other.starts_with(&name) && (other.contains(KEPT) || other.ends_with(".new")) {
                remove_if_there(&*self.files, &room.join(other))?;
            }
        }
        Ok(self.files.sync_dir(&room).doing(Doing::SyncFolder, &room)?)
    }

    /// A copy that cannot be opened cannot be cleaned either: it goes.
    fn purge(
        &self,
        keys: &RoomKeys,
        path: &Path,
        month: Month,
        ids: &HashSet<RecordId>,
    ) -> Result<(), SaveError> {
        let bytes = match self.files.read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            read => read.doing(Doing::Read, path)?,
        };
        let Ok(segment) = open_segment(&bytes, keys, month) else {
            return Ok(self.remove_durably(path)?);
        };
        let mut segment = segment.content;
        let before = segment.records.len();
        segment.records.retain(|record| !ids.contains(&record.id));
        if segment.records.len() == before {
            return Ok(());
        }
        let sealed = Sealed::segment(segment.goldseam, segment.records, keys)?;
        replace_sealed(&*self.files, path, &sealed, Old::Dropped, keys)
    }

    pub(super) fn remove_durably(&self, path: &Path) -> Result<(), FileError> {
        remove_if_there(&*self.files, path)?;
        sync_folder_of(&*self.files, path)
    }
}
