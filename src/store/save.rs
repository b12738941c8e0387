//! Writing a room.

use super::error::{Doing, FileError, SaveError, While};
use super::keys::{Recent, RoomKeys};
use super::load::{Reading, file_name, up_to_date};
use super::month::Month;
use super::seal::{Hash, What};
use super::segment::{Drafts, Entry, Manifest, Sealed, head, open_segment};
use super::write::{Old, beside, remove_if_there, replace_sealed};
use super::{Closed, DRAFTS, INBOX, Ledger, MANIFEST, Store};
use crate::domain::{Record, RecordId, Room, Words};
use std::collections::{BTreeMap, HashMap, btree_map};
use std::io;
use std::sync::PoisonError;

impl Store {
    /// Keep these records for good; they are durable when this returns. Records that are already kept are left
    /// alone, so after an error the same call may be made again.
    pub fn append(&self, keys: &RoomKeys, records: Vec<Record>) -> Result<(), SaveError> {
        let mut ledgers = self.ledgers();
        let ledger = self.ledger_of(keys, &mut ledgers)?;
        self.append_to(keys, ledger, records)
    }

    /// Where the room's files stand; read from the disk where the room was not loaded before.
    fn ledger_of<'a>(
        &self,
        keys: &RoomKeys,
        ledgers: &'a mut BTreeMap<Room, Ledger>,
    ) -> Result<&'a mut Ledger, FileError> {
        Ok(match ledgers.entry(keys.room) {
            btree_map::Entry::Occupied(known) => known.into_mut(),
            btree_map::Entry::Vacant(unknown) => {
                unknown.insert(Reading::of(&*self.files, &self.home, keys)?.ledger(keys))
            }
        })
    }

    fn append_to(
        &self,
        keys: &RoomKeys,
        ledger: &mut Ledger,
        records: Vec<Record>,
    ) -> Result<(), SaveError> {
        ledger.check_open(keys)?;
        let mut by_month: BTreeMap<Month, Vec<Record>> = BTreeMap::new();
        for record in records {
            by_month
                .entry(Month::of(&record.at))
                .or_default()
                .push(record);
        }
        let mut sealed = Vec::new();
        let mut saved = Vec::new();
        for (month, new) in by_month {
            let mut base = self.base(keys, ledger, month)?;
            let before = base.records.len();
            add(&mut base.records, new)?;
            if base.records.len() > before || base.ahead {
                let (bytes, recent) = seal_month(keys, ledger, month, base)?;
                sealed.push(bytes);
                saved.push(recent);
            }
        }
        let months: Vec<Month> = saved.iter().map(|saved: &Recent| saved.month).collect();
        self.settle_after(keys, ledger, saved, || {
            months.iter().zip(&sealed).try_for_each(|(month, sealed)| {
                self.write_month(keys, *month, sealed, Old::KeptAsPrevious)
            })
        })
    }

    /// The month as it was last saved: from memory, or where another month was touched since, from the disk.
    fn base(&self, keys: &RoomKeys, ledger: &Ledger, month: Month) -> Result<Base, SaveError> {
        let entry = ledger.segments.get(&month);
        let recent = keys
            .recent
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let (Some(recent), Some(entry)) = (recent, entry)
            && recent.month == month
            && recent.hash == entry.sha256
        {
            return Ok(Base {
                generation: recent.generation,
                records: recent.records,
                ahead: false,
            });
        }
        let path = self.room_folder(keys.room).join(file_name(month));
        let bytes = match self.files.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && entry.is_none() => {
                return Ok(Base::default());
            }
            read => read.doing(Doing::Read, &path)?,
        };
        match open_segment(&bytes, keys, month) {
            Ok(segment) if up_to_date(&segment, entry) => Ok(Base {
                generation: segment.content.goldseam.generation,
                ahead: entry.is_none_or(|entry| entry.sha256 != segment.hash),
                records: segment.content.records,
            }),
            _ => Err(SaveError::Changed { path }),
        }
    }

    pub(super) fn save_month(
        &self,
        keys: &RoomKeys,
        ledger: &Ledger,
        month: Month,
        base: Base,
        old: Old,
    ) -> Result<Recent, SaveError> {
        let (sealed, saved) = seal_month(keys, ledger, month, base)?;
        self.write_month(keys, month, &sealed, old)?;
        Ok(saved)
    }

    fn write_month(
        &self,
        keys: &RoomKeys,
        month: Month,
        sealed: &Sealed,
        old: Old,
    ) -> Result<(), SaveError> {
        let path = self.room_folder(keys.room).join(file_name(month));
        replace_sealed(&*self.files, &path, sealed, old, keys)
    }

    /// Write down in the manifest what was saved; only now is it known to be the last.
    pub(super) fn settle(
        &self,
        keys: &RoomKeys,
        ledger: &mut Ledger,
        saved: Vec<Recent>,
    ) -> Result<(), SaveError> {
        self.settle_after(keys, ledger, saved, || Ok(()))
    }

    /// As `settle`, once `save` has brought to the disk what the manifest will name. The manifest is sealed meanwhile.
    fn settle_after(
        &self,
        keys: &RoomKeys,
        ledger: &mut Ledger,
        saved: Vec<Recent>,
        save: impl FnOnce() -> Result<(), SaveError>,
    ) -> Result<(), SaveError> {
        if saved.is_empty() {
            return Ok(());
        }
        let before = ledger.segments.clone();
        ledger.take(&saved);
        let ready = || {
            let sealed = seal_manifest(keys, ledger)?;
            sealed.opens(keys);
            Ok::<_, SaveError>(sealed)
        };
        let (manifest, done) = beside(ready, save);
        let written = done
            .and(manifest)
            .and_then(|manifest| self.write_manifest(keys, &manifest, Old::KeptAsPrevious));
        if let Err(error) = written {
            ledger.segments = before;
            return Err(error);
        }
        ledger.generation += 1;
        *keys.recent.lock().unwrap_or_else(PoisonError::into_inner) = saved.into_iter().last();
        Ok(())
    }

    pub(super) fn save_manifest(
        &self,
        keys: &RoomKeys,
        ledger: &mut Ledger,
        old: Old,
    ) -> Result<(), SaveError> {
        self.write_manifest(keys, &seal_manifest(keys, ledger)?, old)?;
        ledger.generation += 1;
        Ok(())
    }

    fn write_manifest(&self, keys: &RoomKeys, sealed: &Sealed, old: Old) -> Result<(), SaveError> {
        let path = self.room_folder(keys.room).join(MANIFEST);
        replace_sealed(&*self.files, &path, sealed, old, keys)
    }

    /// Seal what is being typed, all of it, in place of what was sealed before.
    pub fn save_drafts(
        &self,
        keys: &RoomKeys,
        drafts: &BTreeMap<String, Words>,
    ) -> Result<(), SaveError> {
        let mut ledgers = self.ledgers();
        self.ledger_of(keys, &mut ledgers)?.check_open(keys)?;
        self.write_drafts(keys, drafts)
    }

    pub(super) fn write_drafts(
        &self,
        keys: &RoomKeys,
        drafts: &BTreeMap<String, Words>,
    ) -> Result<(), SaveError> {
        let content = Drafts {
            goldseam: head(keys, What::Drafts, None, 0, 0),
            drafts: drafts.clone(),
        };
        let sealed = Sealed::new(&content, keys)?;
        let path = self.room_folder(keys.room).join(DRAFTS);
        // No previous version: what was struck out of a draft was never kept.
        replace_sealed(&*self.files, &path, &sealed, Old::Dropped, keys)
    }

    /// Bring what waits in the inbox into the room, and then take it out of the inbox. Cut short anywhere, it is
    /// done again: a record is kept once.
    pub(super) fn bring_in(
        &self,
        keys: &RoomKeys,
        ledger: &mut Ledger,
        reading: &Reading,
    ) -> Result<(), SaveError> {
        let waiting = &reading.waiting;
        self.append_to(keys, ledger, waiting.records.clone())?;
        if !waiting.drafts.is_empty() {
            let mut drafts = reading.drafts.clone();
            drafts.extend(waiting.drafts.clone());
            self.write_drafts(keys, &drafts)?;
        }
        for path in &waiting.paths {
            remove_if_there(&*self.files, path)?;
        }
        let inbox = self.room_folder(keys.room).join(INBOX);
        Ok(self
            .files
            .sync_dir(&inbox)
            .doing(Doing::SyncFolder, &inbox)?)
    }
}

/// The month's next file, and what is to be remembered once it is on the disk.
fn seal_month(
    keys: &RoomKeys,
    ledger: &Ledger,
    month: Month,
    base: Base,
) -> Result<(Sealed, Recent), SaveError> {
    let known = ledger
        .segments
        .get(&month)
        .map_or(0, |entry| entry.generation);
    let generation = base.generation.max(known) + 1;
    let head = head(
        keys,
        What::Segment,
        Some(month),
        generation,
        ledger.generation,
    );
    let sealed = Sealed::segment(head, base.records.iter().collect(), keys)?;
    let recent = Recent {
        month,
        hash: Hash::of(&sealed.bytes),
        generation,
        records: base.records,
    };
    Ok((sealed, recent))
}

/// The next manifest.
fn seal_manifest(keys: &RoomKeys, ledger: &Ledger) -> Result<Sealed, SaveError> {
    let generation = ledger.generation + 1;
    let mut goldseam = head(keys, What::Manifest, None, generation, generation);
    goldseam.more = ledger.more.clone();
    let manifest = Manifest {
        goldseam,
        segments: ledger.segments.clone(),
    };
    Ok(Sealed::new(&manifest, keys)?)
}

/// The records of a month before a change.
#[derive(Default)]
pub(super) struct Base {
    pub(super) generation: u64,
    pub(super) records: Vec<Record>,
    /// The disk is ahead of the manifest: an earlier save was cut short between the two.
    pub(super) ahead: bool,
}

impl Ledger {
    pub(super) fn take(&mut self, saved: &[Recent]) {
        self.segments.extend(saved.iter().map(|month| {
            let entry = Entry {
                generation: month.generation,
                sha256: month.hash,
            };
            (month.month, entry)
        }));
    }

    pub(super) fn check_open(&self, keys: &RoomKeys) -> Result<(), SaveError> {
        match &self.closed {
            Closed::No if self.keys != keys.fingerprint() => Err(SaveError::OldKeys),
            Closed::No => Ok(()),
            Closed::AwaitsRecovery => Err(SaveError::AwaitsRecovery { room: keys.room }),
            Closed::TooNew(path) => Err(SaveError::TooNew { path: path.clone() }),
        }
    }
}

fn add(records: &mut Vec<Record>, new: Vec<Record>) -> Result<(), SaveError> {
    let mut places: HashMap<RecordId, usize> = records
        .iter()
        .enumerate()
        .map(|(place, record)| (record.id, place))
        .collect();
    for record in new {
        match places.get(&record.id).and_then(|place| records.get(*place)) {
            Some(kept) if *kept == record => {}
            Some(_) => return Err(SaveError::IdTaken),
            None => {
                places.insert(record.id, records.len());
                records.push(record);
            }
        }
    }
    Ok(())
}
