//! Reading a room: what stands there, what is wrong with it, and what stands in for what is wrong.

use super::error::{Doing, FileError, While};
use super::files::Files;
use super::inbox::{self, Waiting};
use super::keys::{Recent, RoomKeys};
use super::month::Month;
use super::seal::folder;
use super::segment::{
    Entry, Manifest, Opened, Segment, Unfit, open_drafts, open_manifest, open_segment,
};
use super::write::previous;
use super::{Closed, DRAFTS, Ledger, MANIFEST, Store, backup};
use crate::domain::{Record, RecordId, Words};
use chrono::{DateTime, FixedOffset};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Everything a room holds, and what is to be said about it.
#[derive(Debug, Default)]
pub struct LoadedRoom {
    /// By time, then by id.
    pub records: Vec<Record>,
    /// What was being typed, by place.
    pub drafts: BTreeMap<String, Words>,
    pub months: Vec<(Month, SegmentState)>,
    pub problems: Vec<Problem>,
    /// Nothing can be written until the problems are answered with `Store::accept_recovery`, or never by this
    /// version where something is too new.
    pub read_only: bool,
}

/// What stands in the place of a month's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentState {
    /// No file, though there was one.
    Absent,
    Ok,
    Damaged,
    TooNew,
    /// A whole file that is not this room's file of this month as it was last saved.
    Foreign,
}

/// A file that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub path: PathBuf,
    /// The month whose records are concerned; none for the manifest, drafts and inbox.
    pub month: Option<Month>,
    pub fault: Fault,
    /// What is shown instead.
    pub stand_in: Option<StandIn>,
    /// Nothing that was saved is missing from what is shown.
    pub complete: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Missing,
    Damaged,
    /// Made for another place, or by somebody who does not know the room's seal.
    Foreign,
    /// Older than what was last saved here.
    RolledBack,
    TooNew,
    /// The system would not give it.
    Unreadable(io::ErrorKind),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StandIn {
    /// The version before the last save.
    Previous,
    /// The backup in this folder.
    Backup(PathBuf),
}

impl From<Unfit> for Fault {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Damaged => Self::Damaged,
            Unfit::Foreign => Self::Foreign,
            Unfit::TooNew => Self::TooNew,
        }
    }
}

impl Fault {
    fn state(self) -> SegmentState {
        match self {
            Self::Missing => SegmentState::Absent,
            Self::Damaged | Self::Unreadable(_) => SegmentState::Damaged,
            Self::Foreign | Self::RolledBack => SegmentState::Foreign,
            Self::TooNew => SegmentState::TooNew,
        }
    }
}

impl Store {
    /// Read a room, merge what waits in its inbox, and remember where its files stand.
    pub fn load(&self, keys: &RoomKeys) -> Result<LoadedRoom, FileError> {
        let mut ledgers = self.ledgers();
        let mut reading = Reading::of(&*self.files, &self.home, keys)?;
        let mut ledger = reading.ledger(keys);
        reading.quarantine(&*self.files);
        // What could not be brought in, on a full disk for instance, stays in the inbox and is shown all the same.
        if reading.has_waiting()
            && ledger.closed == Closed::No
            && self.bring_in(keys, &mut ledger, &reading).is_ok()
        {
            reading = Reading::of(&*self.files, &self.home, keys)?;
            ledger = reading.ledger(keys);
        }
        reading.remember_newest(keys);
        ledgers.insert(keys.room, ledger);
        Ok(reading.into_loaded())
    }
}

/// A room as it stands on the disk. Reading changes nothing.
pub(super) struct Reading {
    pub(super) manifest: Option<Manifest>,
    pub(super) months: Vec<MonthReading>,
    pub(super) drafts: BTreeMap<String, Words>,
    pub(super) waiting: Waiting,
    /// Of the manifest and the drafts.
    pub(super) problems: Vec<Problem>,
}

pub(super) struct MonthReading {
    pub(super) month: Month,
    pub(super) segment: Option<Opened<Segment<Record>>>,
    pub(super) problem: Option<Problem>,
    /// The highest generation that this place has held, as far as anything here tells.
    pub(super) highest: u64,
}

impl Reading {
    pub(super) fn of(files: &dyn Files, home: &Path, keys: &RoomKeys) -> Result<Self, FileError> {
        let room = home.join(folder(keys.room));
        let mut problems = Vec::new();
        let manifest = read_manifest(files, &room, keys, &mut problems);
        let backups: Vec<PathBuf> = backup::newest_first(files, home)
            .iter()
            .map(|backup| backup.join(folder(keys.room)))
            .collect();
        let place = Place {
            files,
            room: &room,
            backups: &backups,
            keys,
            manifest: manifest.as_ref(),
        };
        let months = place.months(!problems.is_empty())?;
        let months = in_parallel(&months, |month| place.read(*month));
        if let Some(manifest) = &manifest
            && problems.is_empty()
            && months.iter().any(|month| month.written_after(manifest))
        {
            problems.push(Problem {
                path: room.join(MANIFEST),
                month: None,
                fault: Fault::RolledBack,
                stand_in: None,
                complete: true,
            });
        }
        let drafts = read_drafts(files, &room, keys, &mut problems);
        Ok(Self {
            manifest,
            months,
            drafts,
            waiting: inbox::read(files, &room, keys)?,
            problems,
        })
    }

    pub(super) fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems
            .iter()
            .chain(
                self.months
                    .iter()
                    .filter_map(|month| month.problem.as_ref()),
            )
            .chain(&self.waiting.problems)
    }

    pub(super) fn closed(&self) -> Closed {
        let mut closed = Closed::No;
        for problem in self.problems() {
            if problem.fault == Fault::TooNew {
                return Closed::TooNew(problem.path.clone());
            }
            closed = Closed::AwaitsRecovery;
        }
        closed
    }

    pub(super) fn ledger(&self, keys: &RoomKeys) -> Ledger {
        let entries = self.months.iter().filter_map(|month| {
            let segment = month.segment.as_ref()?;
            Some((
                month.month,
                Entry {
                    generation: segment.content.goldseam.generation,
                    sha256: segment.hash,
                },
            ))
        });
        Ledger {
            keys: keys.fingerprint(),
            // A manifest that was put back from before must be overtaken, not repeated.
            generation: self
                .months
                .iter()
                .filter_map(|month| Some(month.segment.as_ref()?.content.goldseam.manifest))
                .chain(
                    self.manifest
                        .iter()
                        .map(|manifest| manifest.goldseam.generation),
                )
                .max()
                .unwrap_or(0),
            segments: entries.collect(),
            more: self
                .manifest
                .as_ref()
                .map_or_else(Map::new, |manifest| manifest.goldseam.more.clone()),
            closed: self.closed(),
        }
    }

    /// Keep a copy of each file that will not do, before anything can take its place.
    fn quarantine(&self, files: &dyn Files) {
        for problem in self.problems() {
            // Best effort: a read-only disk must not keep the room from being read. Accepting the recovery
            // does it again, and there it must succeed.
            let _ = super::recover::quarantine(files, &problem.path);
        }
    }

    fn remember_newest(&self, keys: &RoomKeys) {
        let newest = self
            .months
            .iter()
            .rev()
            .find(|month| month.problem.is_none());
        let recent = newest.and_then(|month| {
            let segment = month.segment.as_ref()?;
            Some(Recent {
                month: month.month,
                hash: segment.hash,
                generation: segment.content.goldseam.generation,
                records: segment.content.records.clone(),
            })
        });
        *keys.recent.lock().unwrap_or_else(PoisonError::into_inner) = recent;
    }

    pub(super) fn has_waiting(&self) -> bool {
        !self.waiting.paths.is_empty()
    }

    fn into_loaded(self) -> LoadedRoom {
        let read_only = self.closed() != Closed::No;
        let waiting = self.waiting;
        let mut loaded = LoadedRoom {
            drafts: self.drafts,
            problems: self.problems,
            read_only,
            ..LoadedRoom::default()
        };
        let opened = self
            .months
            .iter()
            .filter_map(|month| month.segment.as_ref());
        let count = opened.map(|segment| segment.content.records.len()).sum();
        loaded.records.reserve_exact(count);
        for month in self.months {
            let state = month
                .problem
                .as_ref()
                .map_or(SegmentState::Ok, |problem| problem.fault.state());
            loaded.months.push((month.month, state));
            loaded.problems.extend(month.problem);
            if let Some(segment) = month.segment {
                loaded.records.extend(segment.content.records);
            }
        }
        if !waiting.records.is_empty() {
            let known: HashSet<RecordId> = loaded.records.iter().map(|record| record.id).collect();
            let new = waiting.records.into_iter();
            loaded
                .records
                .extend(new.filter(|record| !known.contains(&record.id)));
        }
        loaded.drafts.extend(waiting.drafts);
        loaded.problems.extend(waiting.problems);
        loaded.records.sort_by_key(by_time);
        loaded
    }
}

fn by_time(record: &Record) -> (DateTime<FixedOffset>, RecordId) {
    (record.at, record.id)
}

impl MonthReading {
    fn written_after(&self, manifest: &Manifest) -> bool {
        self.segment
            .as_ref()
            .is_some_and(|segment| segment.content.goldseam.manifest > manifest.goldseam.generation)
    }
}

fn read_manifest(
    files: &dyn Files,
    room: &Path,
    keys: &RoomKeys,
    problems: &mut Vec<Problem>,
) -> Option<Manifest> {
    let path = room.join(MANIFEST);
    let open =
        |path: &Path| -> Result<Manifest, Fault> { Ok(open_manifest(&read(files, path)?, keys)?) };
    match open(&path) {
        Ok(manifest) => Some(manifest),
        Err(fault) => {
            let previous = open(&previous(&path)).ok();
            problems.push(Problem {
                path,
                month: None,
                fault,
                stand_in: previous.as_ref().map(|_| StandIn::Previous),
                complete: true,
            });
            previous
        }
    }
}

fn read_drafts(
    files: &dyn Files,
    room: &Path,
    keys: &RoomKeys,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Words> {
    let path = room.join(DRAFTS);
    let opened = match read(files, &path) {
        Err(Fault::Missing) => return BTreeMap::new(),
        Err(fault) => Err(fault),
        Ok(bytes) => open_drafts(&bytes, keys).map_err(Fault::from),
    };
    opened.map(|drafts| drafts.drafts).unwrap_or_else(|fault| {
        problems.push(Problem {
            path,
            month: None,
            fault,
            stand_in: None,
            complete: false,
        });
        BTreeMap::new()
    })
}

fn read(files: &dyn Files, path: &Path) -> Result<Vec<u8>, Fault> {
    files.read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        kind => Fault::Unreadable(kind),
    })
}

/// A room on the disk and what is needed to read it.
struct Place<'a> {
    files: &'a dyn Files,
    room: &'a Path,
    backups: &'a [PathBuf],
    keys: &'a RoomKeys,
    manifest: Option<&'a Manifest>,
}

impl Place<'_> {
    /// Every month there is or was. Where the manifest cannot tell, the backups are asked too.
    fn months(&self, manifest_in_doubt: bool) -> Result<Vec<Month>, FileError> {
        let mut months = BTreeSet::new();
        if let Some(manifest) = self.manifest {
            months.extend(manifest.segments.keys().copied());
        }
        let names = self.files.list(self.room).doing(Doing::List, self.room)?;
        months.extend(names.iter().filter_map(|name| month_of(name)));
        if manifest_in_doubt {
            for backup in self.backups {
                let names = self.files.list(backup).unwrap_or_default();
                months.extend(names.iter().filter_map(|name| month_of(name)));
            }
        }
        Ok(months.into_iter().collect())
    }

    fn read(&self, month: Month) -> MonthReading {
        let path = self.room.join(file_name(month));
        let entry = self
            .manifest
            .and_then(|manifest| manifest.segments.get(&month));
        let (fault, old) = match self.open(&path, month) {
            Ok(mut segment) if up_to_date(&segment, entry) => {
                // Here, on as many threads as read; what is left to sort in the end are whole months.
                segment.content.records.sort_by_key(by_time);
                return MonthReading {
                    month,
                    highest: segment.content.goldseam.generation,
                    segment: Some(segment),
                    problem: None,
                };
            }
            Ok(segment) => (Fault::RolledBack, Some(segment)),
            Err(fault) => (fault, None),
        };
        let (segment, stand_in) = match fault {
            // Older records in place of newer ones would be the wrong page, not a helpful one.
            Fault::TooNew => (None, None),
            _ => self.best_stand_in(month, old),
        };
        let known = entry.map_or(0, |entry| entry.generation);
        let found = segment
            .as_ref()
            .map_or(0, |segment: &Opened<Segment<Record>>| {
                segment.content.goldseam.generation
            });
        MonthReading {
            month,
            highest: known.max(found),
            segment,
            problem: Some(Problem {
                path,
                month: Some(month),
                fault,
                stand_in,
                complete: entry.is_some() && found >= known,
            }),
        }
    }

    fn open(&self, path: &Path, month: Month) -> Result<Opened<Segment<Record>>, Fault> {
        Ok(open_segment(&read(self.files, path)?, self.keys, month)?)
    }

    /// Of the previous version, the backups and an old file in the place itself, the one saved last.
    fn best_stand_in(
        &self,
        month: Month,
        old: Option<Opened<Segment<Record>>>,
    ) -> (Option<Opened<Segment<Record>>>, Option<StandIn>) {
        let previous = previous(&self.room.join(file_name(month)));
        let mut best = (old, None);
        let places = std::iter::once((previous, StandIn::Previous)).chain(self.backups.iter().map(
            |folder| {
                (
                    folder.join(file_name(month)),
                    StandIn::Backup(folder.clone()),
                )
            },
        ));
        for (path, stand_in) in places {
            if let Ok(segment) = self.open(&path, month)
                && best.0.as_ref().is_none_or(|best| {
                    segment.content.goldseam.generation > best.content.goldseam.generation
                })
            {
                best = (Some(segment), Some(stand_in));
            }
        }
        best
    }
}

/// A segment ahead of the manifest is a save that was cut short after the segment was durable: it counts.
pub(super) fn up_to_date(segment: &Opened<Segment<Record>>, entry: Option<&Entry>) -> bool {
    entry.is_none_or(|entry| {
        let generation = segment.content.goldseam.generation;
        generation > entry.generation
            || (generation == entry.generation && segment.hash == entry.sha256)
    })
}

pub(super) fn file_name(month: Month) -> String {
    format!("{month}.age")
}

fn month_of(name: &str) -> Option<Month> {
    name.strip_suffix(".prev")
        .unwrap_or(name)
        .strip_suffix(".age")?
        .parse()
        .ok()
}

/// Runs `work` on each item, on as many threads as there are processors, and keeps the order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let Some((at, item)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            items.get(at).map(|item| (at, item))
        } {
            done.push((at, work(item)));
        }
        done
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let mut done = thread::scope(|scope| {
        let helpers: Vec<_> = (1..processors.min(items.len()))
            .map(|_| scope.spawn(worker))
            .collect();
        let mut done = worker();
        for helper in helpers {
            match helper.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
