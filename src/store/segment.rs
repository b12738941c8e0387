//! What sealed files hold, and the checks that a file is the one its place should hold.

use super::keys::RoomKeys;
use super::month::Month;
use super::seal::{self, FORMAT, Hash, Head, NotSealed, Plain, SCHEMA, What, folder};
use crate::domain::{Record, Words};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Map;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A month of records, or one record in an inbox. `R` is borrowed for writing and owned for reading.
#[derive(Serialize, Deserialize)]
pub(super) struct Segment<R> {
    pub(super) goldseam: Head,
    pub(super) records: Vec<R>,
}

/// Which generation of each segment was the last to be saved.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) goldseam: Head,
    pub(super) segments: BTreeMap<Month, Entry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) generation: u64,
    pub(super) sha256: Hash,
}

/// What is being typed, by place.
#[derive(Serialize, Deserialize)]
pub(super) struct Drafts {
    pub(super) goldseam: Head,
    pub(super) drafts: BTreeMap<String, Words>,
}

/// Why a file is not what its place should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfit {
    Damaged,
    /// Whole and readable, and made for another place or by somebody without the seal.
    Foreign,
    TooNew,
}

pub(super) fn head(
    keys: &RoomKeys,
    kind: What,
    month: Option<Month>,
    generation: u64,
    manifest: u64,
) -> Head {
    Head {
        format: FORMAT.to_owned(),
        kind,
        schema: SCHEMA,
        household: keys.household.clone(),
        room: folder(keys.room),
        month,
        generation,
        manifest,
        seal: keys.seal.clone(),
        more: Map::new(),
    }
}

/// A file as it came from the disk, found fit.
pub(super) struct Opened<T> {
    pub(super) content: T,
    pub(super) hash: Hash,
}

/// Opens a month and checks that it is this month of this room.
pub(super) fn open_segment(
    sealed: &[u8],
    keys: &RoomKeys,
    month: Month,
) -> Result<Opened<Segment<Record>>, Unfit> {
    let opened: Opened<Segment<Record>> = open(sealed, keys)?;
    check(&opened.content.goldseam, keys, What::Segment, Some(month))?;
    Ok(opened)
}

pub(super) fn open_inbox(sealed: &[u8], keys: &RoomKeys) -> Result<Segment<Record>, Unfit> {
    let opened: Opened<Segment<Record>> = open(sealed, keys)?;
    check(&opened.content.goldseam, keys, What::Inbox, None)?;
    Ok(opened.content)
}

pub(super) fn open_manifest(sealed: &[u8], keys: &RoomKeys) -> Result<Manifest, Unfit> {
    let opened: Opened<Manifest> = open(sealed, keys)?;
    check(&opened.content.goldseam, keys, What::Manifest, None)?;
    Ok(opened.content)
}

pub(super) fn open_drafts(sealed: &[u8], keys: &RoomKeys) -> Result<Drafts, Unfit> {
    let opened: Opened<Drafts> = open(sealed, keys)?;
    check(&opened.content.goldseam, keys, What::Drafts, None)?;
    Ok(opened.content)
}

fn open<T: DeserializeOwned>(sealed: &[u8], keys: &RoomKeys) -> Result<Opened<T>, Unfit> {
    #[derive(Deserialize)]
    struct Fence {
        goldseam: Head,
    }
    let plain = seal::open(sealed, &keys.identity).map_err(|_| Unfit::Damaged)?;
    let json = seal::unpadded(&plain);
    match serde_json::from_slice(json) {
        Ok(content) => Ok(Opened {
            content,
            hash: Hash::of(sealed),
        }),
        // Read again for the head alone: a newer layout is not damage. Only who knows the seal may say so.
        Err(_) => match serde_json::from_slice::<Fence>(json) {
            Ok(fence) if fence.goldseam.seal != keys.seal => Err(Unfit::Foreign),
            Ok(fence) if fence.goldseam.schema > SCHEMA => Err(Unfit::TooNew),
            _ => Err(Unfit::Damaged),
        },
    }
}

fn check(head: &Head, keys: &RoomKeys, kind: What, month: Option<Month>) -> Result<(), Unfit> {
    let ours = head.format == FORMAT
        && head.seal == keys.seal
        && head.household == keys.household
        && head.room == folder(keys.room)
        && head.kind == kind
        && head.month == month;
    if !ours {
        Err(Unfit::Foreign)
    } else if head.schema > SCHEMA {
        Err(Unfit::TooNew)
    } else {
        Ok(())
    }
}

/// A sealed file and the plain text it must open to.
pub(super) struct Sealed {
    pub(super) bytes: Vec<u8>,
    plain: Plain,
    opens: OnceLock<bool>,
}

impl Sealed {
    pub(super) fn new(value: &impl Serialize, keys: &RoomKeys) -> Result<Self, NotSealed> {
        let plain = seal::to_plain(value)?;
        Ok(Self {
            bytes: seal::seal(&plain, &keys.recipient)?,
            plain,
            opens: OnceLock::new(),
        })
    }

    pub(super) fn segment<R: Borrow<Record> + Serialize>(
        head: Head,
        records: Vec<R>,
        keys: &RoomKeys,
    ) -> Result<Self, NotSealed> {
        Self::new(
            &Segment {
                goldseam: head,
                records,
            },
            keys,
        )
    }

    /// Whether the sealed bytes open to what was meant. Found out once: the answer is the same for the same bytes.
    pub(super) fn opens(&self, keys: &RoomKeys) -> bool {
        *self.opens.get_or_init(|| {
            seal::open(&self.bytes, &keys.identity).is_ok_and(|plain| *plain == *self.plain)
        })
    }

    pub(super) fn known_to_open(&self) -> bool {
        self.opens.get() == Some(&true)
    }
}
