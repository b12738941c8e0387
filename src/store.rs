//! Keeps what two people write, sealed, on one disk.
//!
//! Each room is a folder of monthly segments in the `age` format, which the stock `age` tool opens with the
//! identity that [`RoomKeys::export`] gives. Every file says inside its sealed part which household, room, month
//! and generation it is, and carries the room's secret seal; the manifest says which generation was the last. So
//! a file that is damaged, forged, swapped, renamed or put back from before is noticed. What can not be noticed:
//! a whole room, with its manifest, put back as it stood on an earlier day, and an inbox file that was taken away.
//!
//! A save returns only once it is durable. A file that cannot be read is never an empty month: its previous
//! version or a backup stands in, and the room is read-only until its owner accepts that.
//!
//! Everything here blocks; the app calls it away from the interface.

mod backup;
mod delete;
mod doctor;
mod error;
pub mod files;
mod household;
mod inbox;
mod keys;
mod load;
mod month;
mod packs;
mod passphrase;
mod recover;
mod save;
mod seal;
mod segment;
mod settings;
mod unlock;
mod write;

pub use backup::Backup;
pub use doctor::{Checked, Verdict};
pub use error::{Doing, FileError, OpenError, SaveError, Trouble, UnlockError};
pub use household::Found;
pub use keys::{Kdf, Keys, Passphrase, RoomKeys, SharedKeys, WriteKeys};
pub use load::{Fault, LoadedRoom, Problem, SegmentState, StandIn};
pub use month::Month;
pub use packs::{PackError, PackFile};
pub use settings::settings_at;

use crate::domain::Room;
use error::While;
use files::{Files, Held};
use household::HouseholdFile;
use segment::Entry;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const KEY: &str = "key.age";
const KEY_COPY: &str = "key.copy.age";
const RECOVERY: &str = "recovery.age";
const MANIFEST: &str = "manifest.age";
const DRAFTS: &str = "drafts.age";
const INBOX: &str = "inbox";
const BACKUPS: &str = "backups";
const PACKS: &str = "packs";

/// The data folder, owned by this process until dropped.
pub struct Store {
    home: PathBuf,
    files: Arc<dyn Files>,
    kdf: Kdf,
    household: Mutex<(Found, Option<HouseholdFile>)>,
    rooms: Mutex<BTreeMap<Room, Ledger>>,
    _lock: Held,
}

/// What this process knows of a room's files. Holds no secret and nothing that anybody wrote.
struct Ledger {
    /// Of the keys that the room is sealed with: keys from before a change of passphrase must not write.
    keys: String,
    /// Of the manifest as it was last saved.
    generation: u64,
    segments: BTreeMap<Month, Entry>,
    /// Fields of a newer version in the manifest's head.
    more: Map<String, Value>,
    closed: Closed,
}

/// Why a room takes no writing.
#[derive(Clone, PartialEq, Eq)]
enum Closed {
    No,
    AwaitsRecovery,
    TooNew(PathBuf),
}

impl Store {
    /// Open the data folder, making it where it is missing.
    pub fn open(home: &Path, files: Arc<dyn Files>, kdf: Kdf) -> Result<Self, OpenError> {
        write::make_folder(&*files, home)?;
        let lock_path = home.join("lock");
        let lock = files
            .lock(&lock_path)
            .doing(Doing::Lock, &lock_path)?
            .ok_or_else(|| OpenError::InUse {
                home: home.to_owned(),
            })?;
        passphrase::finish_changes(&*files, home)?;
        let household = household::find(&*files, home)?;
        Ok(Self {
            home: home.to_owned(),
            files,
            kdf,
            household: Mutex::new(household),
            rooms: Mutex::default(),
            _lock: lock,
        })
    }

    /// Who lives here, or why that cannot be said.
    pub fn household(&self) -> Found {
        self.who().0.clone()
    }

    fn who(&self) -> MutexGuard<'_, (Found, Option<HouseholdFile>)> {
        self.household
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Held through a whole load or save, so that two threads never write one room at once.
    fn ledgers(&self) -> MutexGuard<'_, BTreeMap<Room, Ledger>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn room_folder(&self, room: Room) -> PathBuf {
        self.home.join(seal::folder(room))
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("home", &self.home)
            .finish_non_exhaustive()
    }
}
