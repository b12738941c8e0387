//! A new passphrase, and the printed code that opens a room when the passphrase is forgotten.

use super::error::{Doing, FileError, SaveError, UnlockError, While};
use super::files::Files;
use super::keys::{self, Keys, Passphrase, RoomKeys, RoomSecret};
use super::load::{Reading, file_name};
use super::seal::{Hash, What, folder};
use super::segment::{Drafts, Entry, Manifest, Sealed, head};
use super::write::{Old, make_folder, remove_folder, replace, replace_sealed};
use super::{BACKUPS, Closed, DRAFTS, INBOX, Ledger, MANIFEST, RECOVERY, Store, backup};
use crate::domain::{PersonId, Room};
use serde_json::Map;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// A room being made under new keys, and the one it has taken the place of.
const FRESH: &str = ".new";
const STALE: &str = ".old";

impl Store {
    /// Let a printed code open the rooms too; it takes the place of an earlier one.
    pub fn set_recovery(&self, keys: &Keys, code: &Passphrase) -> Result<(), SaveError> {
        let bundle = keys::bundle(
            &keys.private.household,
            keys.person,
            &keys.private.secret(),
            &keys.shared.secret(),
            code,
            self.kdf,
        )?;
        let path = self.room_folder(keys.private.room).join(RECOVERY);
        replace(&*self.files, &path, &bundle, Old::Dropped, |_| true)
    }

    /// Whether there is a printed code that opens this person's rooms.
    pub fn has_recovery(&self, person: PersonId) -> bool {
        let path = self.room_folder(Room::Private(person)).join(RECOVERY);
        self.files.exists(&path).unwrap_or(false)
    }

    /// Open a person's rooms with their printed code. A new passphrase is best chosen next.
    pub fn unlock_with_recovery(
        &self,
        person: PersonId,
        code: &Passphrase,
    ) -> Result<Keys, UnlockError> {
        let room = self.room_folder(Room::Private(person));
        let path = room.join(RECOVERY);
        let bytes = match self.files.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(UnlockError::NoKey);
            }
            read => read.doing(Doing::Read, &path)?,
        };
        let keys = keys::unbundle(&bytes, person, code, &path)?;
        // A code from before a change of passphrase, its file laid back.
        if !self.is_of_room(&keys.private, &room) {
            return Err(UnlockError::WrongPassphrase);
        }
        Ok(keys)
    }

    /// Give a person new keys under a new passphrase and seal their private room anew, so that neither the old
    /// passphrase nor an old copy of the key file opens anything written here, before or after. The printed code
    /// and the person's part of all backups go with the old keys; a backup is due afterwards. The keys of the
    /// shared room stay, for the other person holds them too. Only the keys returned are of use from then on.
    pub fn change_passphrase(&self, keys: &Keys, new: &Passphrase) -> Result<Keys, SaveError> {
        let old = &keys.private;
        let mut ledgers = self.ledgers();
        let mut reading = Reading::of(&*self.files, &self.home, old)?;
        let mut ledger = reading.ledger(old);
        ledger.check_open(old)?;
        if reading.has_waiting() {
            self.bring_in(old, &mut ledger, &reading)?;
            reading = Reading::of(&*self.files, &self.home, old)?;
        }
        let secret = RoomSecret::random()?;
        let private = RoomKeys::new(old.room, &old.household, &secret);
        let room = folder(old.room);
        let fresh = self.home.join(format!("{room}{FRESH}"));
        remove_folder(&*self.files, &fresh)?;
        make_folder(&*self.files, &fresh.join(INBOX))?;
        let ledger = self.seal_anew(&fresh, reading, ledger.generation, &private)?;
        let bundle = keys::bundle(
            &old.household,
            keys.person,
            &secret,
            &keys.shared.secret(),
            new,
            self.kdf,
        )?;
        self.write_key_files(&fresh, &bundle)?;
        switch(&*self.files, &self.home, &room)?;
        ledgers.insert(old.room, ledger);
        // The new room is in its place. What is left of the old one is swept away now or at the next start.
        let _ = sweep(&*self.files, &self.home, &room);
        Ok(Keys {
            person: keys.person,
            private,
            shared: keys.shared.clone(),
            key_file_mended: false,
        })
    }

    fn seal_anew(
        &self,
        fresh: &Path,
        reading: Reading,
        generation: u64,
        keys: &RoomKeys,
    ) -> Result<Ledger, SaveError> {
        let put = |name: &str, sealed: &Sealed| {
            let path = fresh.join(name);
            replace_sealed(&*self.files, &path, sealed, Old::Dropped, keys)
        };
        let mut segments = BTreeMap::new();
        for month in reading.months {
            let Some(segment) = month.segment else {
                continue;
            };
            let head = head(
                keys,
                What::Segment,
                Some(month.month),
                month.highest,
                generation,
            );
            let sealed = Sealed::segment(head, segment.content.records, keys)?;
            put(&file_name(month.month), &sealed)?;
            let entry = Entry {
                generation: month.highest,
                sha256: Hash::of(&sealed.bytes),
            };
            segments.insert(month.month, entry);
        }
        let drafts = Drafts {
            goldseam: head(keys, What::Drafts, None, 0, 0),
            drafts: reading.drafts,
        };
        put(DRAFTS, &Sealed::new(&drafts, keys)?)?;
        let manifest = Manifest {
            goldseam: head(keys, What::Manifest, None, generation, generation),
            segments,
        };
        put(MANIFEST, &Sealed::new(&manifest, keys)?)?;
        Ok(Ledger {
            keys: keys.fingerprint(),
            generation,
            segments: manifest.segments,
            more: Map::new(),
            closed: Closed::No,
        })
    }
}

/// The new room is whole and durable before the first of these steps; from then on there is only a way forward.
fn switch(files: &dyn Files, home: &Path, room: &str) -> Result<(), FileError> {
    let place = home.join(room);
    let stale = home.join(format!("{room}{STALE}"));
    if files.exists(&place).doing(Doing::Read, &place)? {
        files.rename(&place, &stale).doing(Doing::Rename, &place)?;
        files.sync_dir(home).doing(Doing::SyncFolder, home)?;
    }
    let fresh = home.join(format!("{room}{FRESH}"));
    files.rename(&fresh, &place).doing(Doing::Rename, &fresh)?;
    files.sync_dir(home).doing(Doing::SyncFolder, home)
}

/// Remove what the old passphrase opens.
fn sweep(files: &dyn Files, home: &Path, room: &str) -> Result<(), FileError> {
    let backups = home.join(BACKUPS);
    for name in files.list(&backups).doing(Doing::List, &backups)? {
        let backup = backups.join(name);
        if !files.is_dir(&backup) {
            continue;
        }
        remove_folder(files, &backup.join(room))?;
        files.sync_dir(&backup).doing(Doing::SyncFolder, &backup)?;
    }
    // Last, for its presence is what says that there is something to sweep.
    remove_folder(files, &home.join(format!("{room}{STALE}")))?;
    files.sync_dir(home).doing(Doing::SyncFolder, home)
}

/// Finish a change of passphrase that was cut short, or undo it where nothing was switched yet.
pub(super) fn finish_changes(files: &dyn Files, home: &Path) -> Result<(), FileError> {
    let names = files.list(home).doing(Doing::List, home)?;
    let has = |name: &str| names.iter().any(|other| other == name);
    let mut rooms: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_suffix(FRESH).or(name.strip_suffix(STALE)))
        .filter(|name| backup::is_room(name))
        .collect();
    rooms.dedup();
    for room in rooms {
        let stale = format!("{room}{STALE}");
        let fresh = format!("{room}{FRESH}");
        match (has(room), has(&stale), has(&fresh)) {
            // A disk that cannot be written to is no reason to stay closed; it is swept at a later start.
            (true, true, _) => drop(sweep(files, home, room)),
            (false, _, true) => {
                switch(files, home, room)?;
                drop(sweep(files, home, room));
            }
            (false, true, false) => {
                let place = home.join(room);
                let stale = home.join(stale);
                files.rename(&stale, &place).doing(Doing::Rename, &stale)?;
                files.sync_dir(home).doing(Doing::SyncFolder, home)?;
            }
            (true, false, _) => drop(remove_folder(files, &home.join(fresh))),
            (false, false, false) => {}
        }
    }
    Ok(())
}
