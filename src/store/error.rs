//! What can go wrong, typed. No variant carries content, nor the text of a parser, which would quote it.

use crate::domain::{PersonId, Room};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file operation that failed: what was attempted, on which file, and what the system said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not {doing} {} ({kind})", path.display())]
pub struct FileError {
    pub doing: Doing,
    pub path: PathBuf,
    pub kind: io::ErrorKind,
}

/// What was attempted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    CreateFolder,
    Create,
    Write,
    Sync,
    Read,
    KeepPrevious,
    Rename,
    SyncFolder,
    List,
    Remove,
    Lock,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CreateFolder => "create the folder",
            Self::Create => "create",
            Self::Write => "write",
            Self::Sync => "bring to the disk",
            Self::Read => "read",
            Self::KeepPrevious => "keep the previous version of",
            Self::Rename => "rename",
            Self::SyncFolder => "bring to the disk the folder",
            Self::List => "list the folder",
            Self::Remove => "remove",
            Self::Lock => "lock",
        })
    }
}

/// Adds to an error of the system what was attempted and where.
pub(super) trait While<T> {
    fn doing(self, doing: Doing, path: &Path) -> Result<T, FileError>;
}

impl<T> While<T> for io::Result<T> {
    fn doing(self, doing: Doing, path: &Path) -> Result<T, FileError> {
        self.map_err(|error| FileError {
            doing,
            path: path.to_owned(),
            kind: error.kind(),
        })
    }
}

/// The data folder could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("the data folder {} is open in another window", home.display())]
    InUse { home: PathBuf },
    #[error(transparent)]
    File(#[from] FileError),
}

/// Nothing was saved, or it is not known to be durable. The caller still has what was to be saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    #[error(transparent)]
    File(#[from] FileError),
    /// What was read back is not what was written.
    #[error("{} did not read back as written", path.display())]
    NotVerified { path: PathBuf },
    /// The room has a problem that its owner has not yet answered; see `LoadedRoom::problems`.
    #[error("the room is read-only until its recovery is accepted")]
    AwaitsRecovery { room: Room },
    /// A newer version wrote here; this one only reads.
    #[error("written by a newer version of the app")]
    TooNew { path: PathBuf },
    /// A file is no longer what this store wrote last; load the room again.
    #[error("{} changed since it was read", path.display())]
    Changed { path: PathBuf },
    /// The passphrase was changed since these keys were made.
    #[error("these keys are from before the passphrase was changed")]
    OldKeys,
    /// Another record has this id; a change is a new record that amends the old.
    #[error("a record of this id is already kept")]
    IdTaken,
    /// Shared records are amended, never deleted.
    #[error("a shared record cannot be deleted")]
    SharedKeepsAll,
    /// There is no household yet, or this person is not of it, or the household file cannot be read.
    #[error("there is no household to save into")]
    NoHousehold,
    #[error("{0} has already joined")]
    AlreadyJoined(PersonId),
    /// There is writing in the person's folder but no key file: joining anew would hide it for good.
    #[error("the folder of {0} holds writing that another key sealed")]
    FolderInUse(PersonId),
    /// The system gave no random bytes, or sealing failed for another reason that is not a file's.
    #[error("could not seal")]
    NotSealed,
}

/// What a person can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    DiskFull,
    /// Read-only disk or missing permission.
    NotAllowed,
    Other,
}

impl SaveError {
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::File(error) => error.trouble(),
            _ => Trouble::Other,
        }
    }
}

impl FileError {
    pub fn trouble(&self) -> Trouble {
        match self.kind {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Trouble::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Trouble::NotAllowed
            }
            _ => Trouble::Other,
        }
    }
}

/// A room stayed closed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnlockError {
    #[error("this passphrase does not open the room")]
    WrongPassphrase,
    /// There is no key file: the person has not joined, or has no recovery sheet.
    #[error("there is no key file")]
    NoKey,
    /// No copy of the key file can be read, whatever the passphrase.
    #[error("every copy of the key file is damaged")]
    KeyDamaged { path: PathBuf },
    #[error("the key file was written by a newer version of the app")]
    TooNew { path: PathBuf },
    #[error(transparent)]
    File(#[from] FileError),
}
