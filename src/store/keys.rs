//! What opens a room, and the passphrase bundle it is kept in.

use super::error::UnlockError;
use super::month::Month;
use super::seal::{self, FORMAT, Hash, NotSealed, SCHEMA, Seal};
use crate::domain::{PersonId, Record, Room, Words};
use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::{Identity, Recipient};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// How much work a passphrase costs: scrypt with N = 2^`log_n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kdf {
    pub log_n: u8,
}

impl Default for Kdf {
    /// About one second and 256 MiB on a present-day laptop; what the `age` tool itself uses.
    fn default() -> Self {
        Self { log_n: 18 }
    }
}

/// A passphrase, or the code of a printed recovery sheet. Wiped when dropped.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    pub(super) fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl From<String> for Passphrase {
    fn from(text: String) -> Self {
        Self(SecretString::from(text))
    }
}

impl From<&str> for Passphrase {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// The records of the month that was touched last, so that a save need not read the file again.
pub(super) struct Recent {
    pub(super) month: Month,
    pub(super) hash: Hash,
    pub(super) generation: u64,
    pub(super) records: Vec<Record>,
}

/// Opens one room. Dropping the last clone wipes the key and what was kept of the room's records.
#[derive(Clone)]
pub struct RoomKeys {
    pub(super) room: Room,
    pub(super) household: String,
    pub(super) identity: Identity,
    pub(super) recipient: Recipient,
    pub(super) seal: Seal,
    pub(super) recent: Arc<Mutex<Option<Recent>>>,
}

impl RoomKeys {
    pub fn room(&self) -> Room {
        self.room
    }

    /// The identity as the stock `age` tool reads it: one line, to be kept as secret as the writing itself.
    pub fn export(&self) -> Words {
        Words::from(self.identity.to_string().expose_secret())
    }

    pub(super) fn new(room: Room, household: &str, secret: &RoomSecret) -> Self {
        Self {
            room,
            household: household.to_owned(),
            recipient: secret.identity.to_public(),
            identity: secret.identity.clone(),
            seal: secret.seal.clone(),
            recent: Arc::default(),
        }
    }

    /// Tells these keys from others of the same room, and tells nothing else.
    pub(super) fn fingerprint(&self) -> String {
        self.seal.name_of("keys")
    }

    pub(super) fn secret(&self) -> RoomSecret {
        RoomSecret {
            identity: self.identity.clone(),
            seal: self.seal.clone(),
        }
    }
}

impl fmt::Debug for RoomKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoomKeys")
            .field("room", &self.room)
            .finish_non_exhaustive()
    }
}

/// What a person's passphrase opens: their private room and the shared one.
#[derive(Debug, Clone)]
pub struct Keys {
    pub person: PersonId,
    pub private: RoomKeys,
    pub shared: RoomKeys,
    /// The key file was damaged and has been replaced from a copy. Worth telling: the disk may be failing.
    pub key_file_mended: bool,
}

impl Keys {
    /// What a second person needs to join.
    pub fn shared_keys(&self) -> SharedKeys {
        SharedKeys {
            household: self.shared.household.clone(),
            secret: self.shared.secret(),
        }
    }

    /// What is needed to write into the private room, and not to read it.
    pub fn write_only(&self) -> WriteKeys {
        WriteKeys {
            person: self.person,
            household: self.private.household.clone(),
            recipient: self.private.recipient.clone(),
            seal: self.private.seal.clone(),
        }
    }
}

/// Writes into a private room's inbox; reads nothing.
#[derive(Clone)]
pub struct WriteKeys {
    pub(super) person: PersonId,
    pub(super) household: String,
    pub(super) recipient: Recipient,
    pub(super) seal: Seal,
}

impl WriteKeys {
    pub fn person(&self) -> PersonId {
        self.person
    }
}

impl fmt::Debug for WriteKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriteKeys")
            .field("person", &self.person)
            .finish_non_exhaustive()
    }
}

/// The keys of the shared room, on their way from the first person to the second.
pub struct SharedKeys {
    pub(super) household: String,
    pub(super) secret: RoomSecret,
}

impl fmt::Debug for SharedKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedKeys(..)")
    }
}

#[derive(Clone)]
pub(super) struct RoomSecret {
    identity: Identity,
    seal: Seal,
}

impl RoomSecret {
    pub(super) fn random() -> Result<Self, NotSealed> {
        Ok(Self {
            identity: Identity::generate(),
            seal: Seal::random()?,
        })
    }
}

/// The content of a key file.
#[derive(Serialize, Deserialize)]
struct Bundle {
    format: String,
    schema: u32,
    household: String,
    person: PersonId,
    private: Secrets,
    shared: Secrets,
}

#[derive(Serialize, Deserialize)]
struct Secrets {
    identity: Words,
    seal: Seal,
}

#[derive(Deserialize)]
struct BundleHead {
    format: String,
    schema: u32,
}

impl From<&RoomSecret> for Secrets {
    fn from(secret: &RoomSecret) -> Self {
        Self {
            identity: Words::from(secret.identity.to_string().expose_secret()),
            seal: secret.seal.clone(),
        }
    }
}

impl Secrets {
    fn room(&self, room: Room, household: &str) -> Option<RoomKeys> {
        Some(RoomKeys::new(
            room,
            household,
            &RoomSecret {
                identity: self.identity.as_str().parse().ok()?,
                seal: self.seal.clone(),
            },
        ))
    }
}

/// The bundle of a person, sealed with a passphrase.
pub(super) fn bundle(
    household: &str,
    person: PersonId,
    private: &RoomSecret,
    shared: &RoomSecret,
    passphrase: &Passphrase,
    kdf: Kdf,
) -> Result<Vec<u8>, NotSealed> {
    let plain = seal::to_plain(&Bundle {
        format: FORMAT.to_owned(),
        schema: SCHEMA,
        household: household.to_owned(),
        person,
        private: private.into(),
        shared: shared.into(),
    })?;
    seal::seal_with_passphrase(&plain, passphrase.secret(), kdf.log_n)
}

/// Opens a bundle; `path` is only named in errors.
pub(super) fn unbundle(
    sealed: &[u8],
    person: PersonId,
    passphrase: &Passphrase,
    path: &Path,
) -> Result<Keys, UnlockError> {
    let damaged = || UnlockError::KeyDamaged {
        path: path.to_owned(),
    };
    let plain =
        seal::open_with_passphrase(sealed, passphrase.secret()).map_err(|why| match why {
            seal::NotOpened::Refused => UnlockError::WrongPassphrase,
            seal::NotOpened::Damaged => damaged(),
        })?;
    let head: BundleHead = serde_json::from_slice(&plain).map_err(|_| damaged())?;
    if head.format != FORMAT {
        return Err(damaged());
    }
    if head.schema > SCHEMA {
        return Err(UnlockError::TooNew {
            path: path.to_owned(),
        });
    }
    let bundle: Bundle = serde_json::from_slice(&plain).map_err(|_| damaged())?;
    if bundle.person != person {
        return Err(damaged());
    }
    let room = |room, secrets: &Secrets| secrets.room(room, &bundle.household);
    Ok(Keys {
        person,
        private: room(Room::Private(person), &bundle.private).ok_or_else(damaged)?,
        shared: room(Room::Shared, &bundle.shared).ok_or_else(damaged)?,
        key_file_mended: false,
    })
}
