//! Setting up a household, joining it, and opening its rooms.

use super::error::{Doing, SaveError, UnlockError, While};
use super::household::{Found, HouseholdFile, has_key};
use super::keys::{self, Keys, Passphrase, RoomKeys, RoomSecret, SharedKeys};
use super::month::Month;
use super::seal::{NotSealed, open, random};
use super::write::{Old, make_folder, replace};
use super::{Closed, INBOX, KEY, KEY_COPY, Ledger, MANIFEST, Store, backup};
use crate::domain::{PersonId, Room, Words};
use serde_json::Map;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

impl From<NotSealed> for SaveError {
    fn from(NotSealed: NotSealed) -> Self {
        Self::NotSealed
    }
}

impl Store {
    /// Write down who lives here: one name or two, in the order of their marks. Nobody has joined yet; while that
    /// is so, this may be done again. The keys of the shared room exist only in what this returns until somebody
    /// joins with them.
    pub fn create_household(&self, names: &[Words]) -> Result<SharedKeys, SaveError> {
        let mut who = self.who();
        if let Found::Damaged | Found::Foreign | Found::TooNew(_) | Found::Unreadable(_) = who.0 {
            return Err(SaveError::NoHousehold);
        }
        if let Some(joined) = who.1.as_ref().and_then(|file| self.first_joined(file)) {
            return Err(SaveError::AlreadyJoined(joined));
        }
        let mut people = Vec::new();
        for name in names.iter().take(2) {
            people.push((new_person()?, name.clone()));
        }
        let id = u128::from_le_bytes(random()?);
        let file = HouseholdFile::new(format!("{id:032x}"), people);
        file.save(&*self.files, &self.home)?;
        let household = file.household.clone();
        *who = (
            Found::Household(file.view(&*self.files, &self.home)),
            Some(file),
        );
        Ok(SharedKeys {
            household,
            secret: RoomSecret::random()?,
        })
    }

    fn first_joined(&self, file: &HouseholdFile) -> Option<PersonId> {
        file.people()
            .find(|person| has_key(&*self.files, &self.home, *person))
    }

    /// Make a place for a second person, who can then join.
    pub fn add_person(&self, name: Words) -> Result<PersonId, SaveError> {
        let id = new_person()?;
        self.edit_household(|file| file.add(id, name))?;
        Ok(id)
    }

    pub fn rename_person(&self, person: PersonId, name: Words) -> Result<(), SaveError> {
        self.edit_household(|file| file.rename(person, name))
    }

    fn edit_household(
        &self,
        edit: impl FnOnce(&mut HouseholdFile) -> bool,
    ) -> Result<(), SaveError> {
        let mut who = self.who();
        let mut file = who.1.clone().ok_or(SaveError::NoHousehold)?;
        if !edit(&mut file) {
            return Err(SaveError::NoHousehold);
        }
        file.save(&*self.files, &self.home)?;
        *who = (
            Found::Household(file.view(&*self.files, &self.home)),
            Some(file),
        );
        Ok(())
    }

    /// Make a person's private room, locked with their passphrase.
    pub fn join(
        &self,
        shared: &SharedKeys,
        person: PersonId,
        passphrase: &Passphrase,
    ) -> Result<Keys, SaveError> {
        let mut who = self.who();
        let file = who.1.clone().ok_or(SaveError::NoHousehold)?;
        if !file.has(person) || file.household != shared.household {
            return Err(SaveError::NoHousehold);
        }
        if has_key(&*self.files, &self.home, person) {
            return Err(SaveError::AlreadyJoined(person));
        }
        if self.has_segments(Room::Private(person))? {
            return Err(SaveError::FolderInUse(person));
        }
        let secret = RoomSecret::random()?;
        let keys = Keys {
            person,
            private: RoomKeys::new(Room::Private(person), &shared.household, &secret),
            shared: RoomKeys::new(Room::Shared, &shared.household, &shared.secret),
            key_file_mended: false,
        };
        self.make_room(&keys.private)?;
        if self.first_joined(&file).is_none() && !self.has_segments(Room::Shared)? {
            self.make_room(&keys.shared)?;
        }
        let bundle = keys::bundle(
            &shared.household,
            person,
            &secret,
            &shared.secret,
            passphrase,
            self.kdf,
        )?;
        // From the first of these on the person has joined, so everything else is in place by now.
        let room = self.room_folder(keys.private.room);
        self.write_key_files(&room, &bundle)?;
        *who = (
            Found::Household(file.view(&*self.files, &self.home)),
            Some(file),
        );
        Ok(keys)
    }

    pub(super) fn write_key_files(&self, room: &Path, bundle: &[u8]) -> Result<(), SaveError> {
        for name in [KEY_COPY, KEY] {
            replace(&*self.files, &room.join(name), bundle, Old::Dropped, |_| {
                true
            })?;
        }
        Ok(())
    }

    /// The folder of a room and its first, empty manifest: from now on a missing file is missed.
    fn make_room(&self, keys: &RoomKeys) -> Result<(), SaveError> {
        make_folder(&*self.files, &self.room_folder(keys.room).join(INBOX))?;
        let mut ledger = Ledger {
            keys: keys.fingerprint(),
            generation: 0,
            segments: BTreeMap::new(),
            more: Map::new(),
            closed: Closed::No,
        };
        self.save_manifest(keys, &mut ledger, Old::KeptAsPrevious)?;
        self.ledgers().insert(keys.room, ledger);
        Ok(())
    }

    fn has_segments(&self, room: Room) -> Result<bool, SaveError> {
        let folder = self.room_folder(room);
        let names = self.files.list(&folder).doing(Doing::List, &folder)?;
        Ok(names.iter().any(|name| {
            name.strip_suffix(".age")
                .is_some_and(|stem| stem.parse::<Month>().is_ok())
        }))
    }

    /// Open a person's rooms. Where the key file is damaged its copy is used, then that of a backup, and the key
    /// file is mended.
    pub fn unlock(&self, person: PersonId, passphrase: &Passphrase) -> Result<Keys, UnlockError> {
        let room = self.room_folder(Room::Private(person));
        let mut places = vec![room.join(KEY), room.join(KEY_COPY)];
        let backups = backup::newest_first(&*self.files, &self.home);
        places.extend(backups.iter().map(|backup| {
            backup
                .join(super::seal::folder(Room::Private(person)))
                .join(KEY)
        }));
        let keys = self.unlock_any(&room, &places, person, passphrase)?;
        self.mend_household();
        Ok(keys)
    }

    /// Somebody of this household is here: what stood in for its file may take its place.
    fn mend_household(&self) {
        let mut who = self.who();
        if let (Found::Restored(household), Some(file)) = &*who
            && file.save(&*self.files, &self.home).is_ok()
        {
            who.0 = Found::Household(household.clone());
        }
    }

    pub(super) fn unlock_any(
        &self,
        room: &Path,
        places: &[PathBuf],
        person: PersonId,
        passphrase: &Passphrase,
    ) -> Result<Keys, UnlockError> {
        let mut tried: Vec<Vec<u8>> = Vec::new();
        let mut worst: Option<UnlockError> = None;
        let mut last_resort = None;
        for (place, path) in places.iter().enumerate() {
            let bytes = match self.files.read(path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    if error.kind() != io::ErrorKind::NotFound {
                        let error = Err::<(), _>(error).doing(Doing::Read, path);
                        worst = worse(worst, error.err().map(UnlockError::File));
                    }
                    continue;
                }
            };
            if tried.contains(&bytes) {
                continue;
            }
            match keys::unbundle(&bytes, person, passphrase, path) {
                Ok(keys) if self.is_of_room(&keys.private, room) => {
                    let whole = place == 0 && self.all_hold(places.get(1), &bytes);
                    return Ok(self.mended(keys, room, &bytes, !whole));
                }
                // A bundle from before a change of passphrase, or no file of the room is whole. The former must
                // not take the place of the present one; with the latter the person is to see what is left.
                Ok(keys) if place == 0 => last_resort = Some(keys),
                Ok(_) => worst = worse(worst, Some(UnlockError::WrongPassphrase)),
                Err(error) => worst = worse(worst, Some(error)),
            }
            tried.push(bytes);
        }
        last_resort.ok_or(worst.unwrap_or(UnlockError::NoKey))
    }

    fn all_hold(&self, copy: Option<&PathBuf>, bundle: &[u8]) -> bool {
        copy.is_none_or(|copy| self.files.read(copy).is_ok_and(|copy| copy == bundle))
    }

    fn mended(&self, mut keys: Keys, room: &Path, bundle: &[u8], broken: bool) -> Keys {
        // Without success it is tried again at the next unlocking; the person is in either way.
        keys.key_file_mended = broken && self.write_key_files(room, bundle).is_ok();
        keys
    }

    /// Whether these keys open anything in the room: the manifest, or where it is damaged, any other file.
    pub(super) fn is_of_room(&self, keys: &RoomKeys, room: &Path) -> bool {
        let mut names = self.files.list(room).unwrap_or_default();
        names.sort_by_key(|name| name != MANIFEST);
        names
            .iter()
            .filter_map(|name| self.files.read(&room.join(name)).ok())
            .any(|bytes| open(&bytes, &keys.identity).is_ok())
    }
}

/// A refused passphrase says more than damage elsewhere; damage says more than a file that would not be read.
fn worse(known: Option<UnlockError>, new: Option<UnlockError>) -> Option<UnlockError> {
    let rank = |error: &UnlockError| match error {
        UnlockError::NoKey => 0,
        UnlockError::File(_) => 1,
        UnlockError::KeyDamaged { .. } => 2,
        UnlockError::TooNew { .. } => 3,
        UnlockError::WrongPassphrase => 4,
    };
    known.into_iter().chain(new).max_by_key(rank)
}

fn new_person() -> Result<PersonId, SaveError> {
    Ok(PersonId::from_random(u64::from_le_bytes(random()?)))
}
