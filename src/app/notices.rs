//! Which sentence belongs to which error. The one place that knows both.

use crate::store::{FileError, Found, OpenError, SaveError, Trouble, UnlockError};
use crate::text::notices::{self as text, Notice};

pub(crate) fn save(error: &SaveError) -> Notice {
    match error {
        SaveError::File(file) => file_trouble(file, text::NOT_SAVED),
        SaveError::AwaitsRecovery { .. } | SaveError::Changed { .. } => text::AWAITS_RECOVERY,
        SaveError::TooNew { .. } => text::TOO_NEW,
        SaveError::AlreadyJoined(_) | SaveError::FolderInUse(_) => text::ALREADY_JOINED,
        _ => text::NOT_SAVED,
    }
}

pub(crate) fn pack(error: &SaveError) -> Notice {
    match error.trouble() {
        Trouble::DiskFull => text::PACK_DISK_FULL,
        Trouble::NotAllowed => text::PACK_NOT_ALLOWED,
        Trouble::Other => text::PACK_NOT_KEPT,
    }
}

pub(crate) fn unlock(error: &UnlockError) -> Notice {
    match error {
        UnlockError::WrongPassphrase => text::WRONG_PASSPHRASE,
        UnlockError::NoKey => text::NO_KEY,
        UnlockError::KeyDamaged { .. } => text::KEY_DAMAGED,
        UnlockError::TooNew { .. } => text::TOO_NEW,
        UnlockError::File(_) => text::KEY_UNREADABLE,
    }
}

fn file_trouble(error: &FileError, otherwise: Notice) -> Notice {
    match error.trouble() {
        Trouble::DiskFull => text::DISK_FULL,
        Trouble::NotAllowed => text::NOT_ALLOWED,
        Trouble::Other => otherwise,
    }
}

/// Title, what to do, technical detail.
pub(crate) type Stop = (String, String, String);

pub(crate) fn open(error: &OpenError) -> Stop {
    let notice = match error {
        OpenError::InUse { .. } => text::IN_USE,
        OpenError::File(file) => file_trouble(file, text::FOLDER_UNREADABLE),
    };
    stop(notice, &error.to_string())
}

/// Why the app cannot go on with what stands in the data folder, if it cannot.
pub(crate) fn found(found: &Found) -> Option<Stop> {
    match found {
        Found::Nothing | Found::Household(_) | Found::Restored(_) => None,
        Found::Damaged => Some(stop(text::HOUSEHOLD_DAMAGED, "household.json")),
        Found::Foreign => Some(stop(text::HOUSEHOLD_FOREIGN, "household.json")),
        Found::TooNew(schema) => Some(stop(text::TOO_NEW, &text::household_schema(*schema))),
        Found::Unreadable(error) => Some(stop(text::FOLDER_UNREADABLE, &error.to_string())),
    }
}

pub(crate) fn no_thread(detail: &str) -> Stop {
    stop(text::NO_THREAD, detail)
}

fn stop((title, remedy): Notice, detail: &str) -> Stop {
    (title.to_owned(), remedy.to_owned(), detail.to_owned())
}
