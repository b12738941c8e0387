//! The files of a folder of guides, read once: what is checked is what is kept.

use super::draft::{FILE_NAMES, PACK, SOURCES};
use super::fault::{Fault, listed};
use super::load::Library;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// All files together, in bytes. The built-in content, which is large, has less than a tenth of it.
const MOST_BYTES: u64 = 8 * 1024 * 1024;
const MOST_FILES: usize = 1000;

/// Content files as they stood when they were read, each with its path below the folder; and what could not be read.
#[derive(Clone, PartialEq, Eq)]
pub struct Folder {
    shown: String,
    files: Vec<(String, Vec<u8>)>,
    faults: Vec<Fault>,
    /// There is nothing in it to be read, so nothing more is said of it.
    none: bool,
}

impl std::fmt::Debug for Folder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Folder")
            .field("shown", &self.shown)
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}

impl Folder {
    /// Reads one language's folder, or the folder above it that holds `en`. Only the files of the known layout are read, and
    /// nothing that a link names outside the folder.
    pub fn read(dir: &Path) -> Self {
        let language = dir.join("en");
        let is_pack = dir.join(SOURCES).exists() || dir.join(PACK).exists();
        let dir = if language.is_dir() && !is_pack {
            &language
        } else {
            dir
        };
        let mut reading = Reading {
            folder: Self::of(&dir.display().to_string(), Vec::new()),
            root: dir,
            left: MOST_BYTES,
        };
        match dir.metadata() {
            Err(error) => return reading.nothing(&error),
            Ok(found) if !found.is_dir() => {
                return reading.nothing(&io::ErrorKind::NotADirectory.into());
            }
            Ok(_) => reading.gather(None),
        }
        for below in ["path", "guides"] {
            if dir.join(below).exists() {
                reading.gather(Some(below));
            }
        }
        let mut folder = reading.folder;
        if folder.files.is_empty() && folder.faults.is_empty() {
            folder.none = true;
            folder.faults.push(Fault::whole(
                folder.shown.clone(),
                "there is no content in this folder",
                listed(FILE_NAMES),
            ));
        }
        folder
    }

    /// Files already in memory. Faults name the folder as `shown`.
    pub fn of(shown: &str, files: Vec<(String, Vec<u8>)>) -> Self {
        Self {
            shown: shown.to_owned(),
            files,
            faults: Vec::new(),
            none: false,
        }
    }

    /// Each file's path below the folder, and its bytes.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }

    /// The content, or every fault of every file, ordered by file and place.
    pub fn library(&self) -> Result<Library, Vec<Fault>> {
        if self.none {
            return Err(self.faults.clone());
        }
        Library::of_folder(&self.shown, self.files.clone(), self.faults.clone())
    }
}

struct Reading<'a> {
    folder: Folder,
    root: &'a Path,
    /// How many bytes may still come.
    left: u64,
}

impl Reading<'_> {
    fn nothing(mut self, error: &io::Error) -> Folder {
        self.folder.none = true;
        let what = self.folder.shown.clone();
        self.fault(what, error);
        self.folder
    }

    /// The `.ron` files of one folder; hidden files, as editors leave them, are passed over.
    fn gather(&mut self, below: Option<&str>) {
        let dir = below.map_or(self.root.to_owned(), |below| self.root.join(below));
        let shown = match below {
            Some(below) => format!("{}/{below}", self.folder.shown),
            None => self.folder.shown.clone(),
        };
        let entries = match fs::read_dir(&dir).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) => return self.fault(shown, &error),
        };
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || !name.ends_with(".ron") {
                continue;
            }
            if self.folder.files.len() == MOST_FILES {
                return self.too_much();
            }
            match self.file(&entry.path()) {
                Ok(Some(bytes)) => {
                    let name = below.map_or(name.clone(), |below| format!("{below}/{name}"));
                    self.folder.files.push((name, bytes));
                }
                Ok(None) => return self.too_much(),
                Err(error) => self.fault(format!("{shown}/{name}"), &error),
            }
        }
    }

    /// The bytes of a file, or nothing where there is no room for them.
    fn file(&mut self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        if !path.canonicalize()?.starts_with(self.root.canonicalize()?) {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        // Something that is no file, such as a pipe, could keep one waiting for ever.
        let found = path.metadata()?;
        if found.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !found.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut bytes = Vec::new();
        let read = File::open(path)?
            .take(self.left + 1)
            .read_to_end(&mut bytes)?;
        let Some(left) = self.left.checked_sub(read as u64) else {
            return Ok(None);
        };
        self.left = left;
        Ok(Some(bytes))
    }

    fn too_much(&mut self) {
        let shown = self.folder.shown.clone();
        let megabytes = MOST_BYTES / (1024 * 1024);
        let allowed = format!("no more than {megabytes} MB and {MOST_FILES} files in all");
        let fault = Fault::whole(shown, "there is too much in this folder", allowed);
        if !self.folder.faults.contains(&fault) {
            self.folder.faults.push(fault);
        }
    }

    fn fault(&mut self, shown: String, error: &io::Error) {
        let what = match error.kind() {
            io::ErrorKind::NotFound => "this is not there".into(),
            io::ErrorKind::PermissionDenied => "this may not be read".into(),
            io::ErrorKind::IsADirectory => "this is a folder".into(),
            io::ErrorKind::InvalidInput => "this is not a file".into(),
            io::ErrorKind::NotADirectory => "this is not a folder".into(),
            io::ErrorKind::InvalidFilename => "this is a link to outside the folder".into(),
            _ => format!("this cannot be read ({error})"),
        };
        let allowed = match error.kind() {
            io::ErrorKind::NotADirectory => "a folder of content files",
            io::ErrorKind::InvalidFilename => "files that stand in the folder themselves",
            _ => "a folder and files that can be read",
        };
        self.folder.faults.push(Fault::whole(shown, what, allowed));
    }
}
