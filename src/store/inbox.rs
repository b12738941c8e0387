//! What a person wrote during a joint sitting, sealed so that only they can read it.

use super::error::{Doing, FileError, SaveError, While};
use super::files::Files;
use super::keys::{RoomKeys, WriteKeys};
use super::load::{Fault, Problem};
use super::seal::{self, FORMAT, Head, SCHEMA, What, folder, random};
use super::segment::{Drafts, Segment, Unfit, open_drafts, open_inbox};
use super::write::{Old, remove_if_there, replace, sync_folder_of};
use super::{INBOX, Store};
use crate::domain::{Record, Room, Words};
use serde::Serialize;
use serde_json::Map;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) const DRAFT: &str = "draft-";

impl Store {
    /// Seal a record for its owner, who finds it in their room when they next open it.
    pub fn drop_into_inbox(&self, keys: &WriteKeys, record: &Record) -> Result<(), SaveError> {
        let bits = u128::from_le_bytes(random()?);
        let segment = Segment {
            goldseam: keys.head(What::Inbox),
            records: vec![record],
        };
        self.put_into_inbox(keys, &format!("{bits:032x}.age"), &segment)
    }

    /// Seal what is being typed; blank text removes what was kept under `place`.
    pub fn save_inbox_draft(
        &self,
        keys: &WriteKeys,
        place: &str,
        words: &Words,
    ) -> Result<(), SaveError> {
        // The name must be found again to be replaced, and must not tell the place to who lists the folder.
        let name = format!("{DRAFT}{}.age", keys.seal.name_of(place));
        if words.is_blank() {
            let path = self.inbox(keys).join(name);
            remove_if_there(&*self.files, &path)?;
            return Ok(sync_folder_of(&*self.files, &path)?);
        }
        let drafts = Drafts {
            goldseam: keys.head(What::Drafts),
            drafts: BTreeMap::from([(place.to_owned(), words.clone())]),
        };
        self.put_into_inbox(keys, &name, &drafts)
    }

    fn inbox(&self, keys: &WriteKeys) -> PathBuf {
        self.room_folder(Room::Private(keys.person)).join(INBOX)
    }

    fn put_into_inbox(
        &self,
        keys: &WriteKeys,
        name: &str,
        value: &impl Serialize,
    ) -> Result<(), SaveError> {
        let sealed = seal::seal(&seal::to_plain(value)?, &keys.recipient)?;
        let path = self.inbox(keys).join(name);
        // These keys cannot open what they sealed; the bytes themselves are compared.
        replace(&*self.files, &path, &sealed, Old::Dropped, |_| true)
    }
}

impl WriteKeys {
    fn head(&self, kind: What) -> Head {
        Head {
            format: FORMAT.to_owned(),
            kind,
            schema: SCHEMA,
            household: self.household.clone(),
            room: folder(Room::Private(self.person)),
            month: None,
            generation: 0,
            manifest: 0,
            seal: self.seal.clone(),
            more: Map::new(),
        }
    }
}

/// What waits in a room's inbox.
#[derive(Default)]
pub(super) struct Waiting {
    pub(super) records: Vec<Record>,
    pub(super) drafts: BTreeMap<String, Words>,
    /// The files these came from, to be removed once their content is kept elsewhere.
    pub(super) paths: Vec<PathBuf>,
    pub(super) problems: Vec<Problem>,
}

pub(super) fn read(files: &dyn Files, room: &Path, keys: &RoomKeys) -> Result<Waiting, FileError> {
    let inbox = room.join(INBOX);
    let mut waiting = Waiting::default();
    for name in files.list(&inbox).doing(Doing::List, &inbox)? {
        if !name.ends_with(".age") {
            continue;
        }
        let path = inbox.join(&name);
        match take(files, &path, &name, keys, &mut waiting) {
            Ok(()) => waiting.paths.push(path),
            Err(fault) => waiting.problems.push(Problem {
                path,
                month: None,
                fault,
                stand_in: None,
                complete: false,
            }),
        }
    }
    Ok(waiting)
}

fn take(
    files: &dyn Files,
    path: &Path,
    name: &str,
    keys: &RoomKeys,
    waiting: &mut Waiting,
) -> Result<(), Fault> {
    let bytes = files
        .read(path)
        .map_err(|error| Fault::Unreadable(error.kind()))?;
    let taken: Result<(), Unfit> = if name.starts_with(DRAFT) {
        open_drafts(&bytes, keys).map(|drafts| waiting.drafts.extend(drafts.drafts))
    } else {
        open_inbox(&bytes, keys).map(|segment| waiting.records.extend(segment.records))
    };
    Ok(taken?)
}
