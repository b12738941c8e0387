//! The file system as a value, so that the same code runs under faults and power cuts.

use std::any::Any;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// A file being written. Nothing in it is durable before `sync` returns.
pub trait NewFile: Write + Send {
    /// Bring every byte written to the disk. After an error the file must be written anew, never synced again:
    /// the kernel may have dropped the bytes and reports that once.
    fn sync(&mut self) -> io::Result<()>;
}

/// Held for as long as this process owns the data folder.
pub type Held = Box<dyn Any + Send + Sync>;

/// A program that is just being started holds what its parent had open, the lock of a window that was closed this moment
/// included, for some milliseconds; only a lock that stays is another window's.
const LOCK_TRIES: u8 = 10;
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// What the store asks of a file system. A rename or removal is durable once the folder was synced.
pub trait Files: Send + Sync + fmt::Debug {
    /// Make a folder in one that exists.
    fn create_dir(&self, dir: &Path) -> io::Result<()>;
    /// Create an empty file, in place of one that is there.
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Give a second name to a file; fails where the name is taken.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Rename a file or a folder; a file takes the place of one that is there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;
    /// The names in a folder, sorted; none where the folder does not exist.
    fn list(&self, dir: &Path) -> io::Result<Vec<String>>;
    fn exists(&self, path: &Path) -> io::Result<bool>;
    /// Whether this is a folder; not so where that cannot be said.
    fn is_dir(&self, path: &Path) -> bool;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Remove an empty folder.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;
    /// Own the folder through a lock file, or `None` where another process does.
    fn lock(&self, path: &Path) -> io::Result<Option<Held>>;
}

/// The real file system. Files are the owner's alone (0600, folders 0700) where the system knows of owners.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl NewFile for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl Files for Disk {
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), allow(unused_mut))]
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(dir)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        // Removed rather than truncated: whatever stands there may be a link to elsewhere.
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        Ok(Box::new(private().create_new(true).open(path)?))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        // Windows has no such call; there a rename is written through.
        if cfg!(unix) {
            File::open(dir)?.sync_all()?;
        }
        Ok(())
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        for entry in entries {
            // A name that is not text is none of ours.
            if let Ok(name) = entry?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    fn is_dir(&self, path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir(dir)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Held>> {
        let file = private().create(true).truncate(false).open(path)?;
        for _ in 0..LOCK_TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Some(Box::new(file))),
                Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}
