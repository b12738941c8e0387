//! What each command does.

use super::{Arguments, Command, Failure, Unlock, passphrase};
use crate::app::world::Clock;
use crate::app::{self, App};
use crate::content::{Bookcase, Library, check};
use crate::domain::settings::{Paper, TextSize};
use crate::domain::{PersonId, Week, summary};
use crate::store::files::Disk;
use crate::store::{Fault, Kdf, Keys, OpenError, Passphrase, Store, Verdict, settings_at};
use crate::summary::{Printer, compose};
use crate::text::{cli as text, notices};
use chrono::Local;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments {
        home,
        content,
        demo,
        command,
    } = arguments;
    match command {
        None if demo => super::demo::run(&Guides::of(content.as_deref())?),
        None => window(&folder(home)?, Guides::of(content.as_deref())?),
        Some(Command::CheckContent { dir }) => check_content(&dir),
        Some(Command::Summary {
            week,
            out,
            paper,
            unlock,
        }) => {
            let guides = Guides::of(content.as_deref())?;
            write_summary(
                &folder(home)?,
                &guides,
                week,
                &out,
                paper.map(Paper::from),
                &unlock,
            )
        }
        Some(Command::ExportKey { unlock }) => export_key(&folder(home)?, &unlock),
        Some(Command::Doctor { unlock }) => doctor(&folder(home)?, &unlock),
    }
}

/// The local time, with its offset.
pub(super) fn clock() -> Clock {
    Arc::new(|| Local::now().fixed_offset())
}

/// The named folder, or the usual place for data of this account.
fn folder(home: Option<PathBuf>) -> Result<PathBuf, Failure> {
    home.or_else(|| {
        directories::ProjectDirs::from("", "", "goldseam").map(|dirs| dirs.data_dir().to_owned())
    })
    .ok_or_else(|| Failure::new(text::NO_DATA_FOLDER))
}

/// The guides to show.
#[derive(Clone)]
pub(super) struct Guides {
    built_in: Bookcase,
    /// Those of the folder that was named; they win over a kept pack.
    named: Option<Bookcase>,
}

impl Guides {
    fn of(named: Option<&Path>) -> Result<Self, Failure> {
        let told = |faults: Vec<crate::content::Fault>| Failure::new(listed(&faults));
        let named = named.map(Library::from_dir).transpose().map_err(told)?;
        Ok(Self {
            built_in: Bookcase::built_in(),
            named: named.map(Bookcase::from),
        })
    }

    pub(super) fn app(&self, store: Result<Store, OpenError>) -> App {
        let app = App::new(store, self.built_in.clone(), clock());
        match &self.named {
            Some(named) => app.showing(named.clone()),
            None => app,
        }
    }

    fn library(&self, store: &Store) -> Bookcase {
        match &self.named {
            Some(named) => named.clone(),
            None => app::packs::kept(store, self.built_in.clone()).library,
        }
    }
}

fn listed(faults: &[crate::content::Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.push(text::content_faults(faults.len()));
    lines.join("\n")
}

fn window(home: &Path, guides: Guides) -> Result<(), Failure> {
    let home = home.to_owned();
    let size = settings_at(&Disk, &home).text_size;
    open_window(size, move || {
        let store = Store::open(&home, Arc::new(Disk), Kdf::default());
        guides.app(store)
    })
}

/// Opens the window, and says in one sentence where there is none to be had.
pub(super) fn open_window(size: TextSize, boot: impl Fn() -> App + 'static) -> Result<(), Failure> {
    if !has_display() {
        return Err(Failure::unusable(text::NO_DISPLAY));
    }
    app::run::window(size, boot)
        .map_err(|error| Failure::unusable(text::window_failed(&error.to_string())))
}

/// Whether there can be a window at all; only on systems where a display is named by the environment is this a question.
fn has_display() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn check_content(dir: &Path) -> Result<(), Failure> {
    let summary = check::report(dir).map_err(|faults| Failure::new(listed(&faults)))?;
    say(&text::content_fine(
        summary.guides,
        summary.pages,
        summary.blocks,
    ))?;
    match summary.adds {
        Some(adds) => say(&text::content_adds(adds.new, adds.in_place)),
        None => Ok(()),
    }
}

fn export_key(home: &Path, unlock: &Unlock) -> Result<(), Failure> {
    let (_, keys, name) = open(home, unlock)?;
    say(&[
        text::key_heading_own(&name),
        keys.private.export().to_string(),
        text::KEY_HEADING_SHARED.to_owned(),
        keys.shared.export().to_string(),
    ]
    .join("\n"))
}

/// Says how every file is. Ends with a code of its own where one is not as it should be.
fn doctor(home: &Path, unlock: &Unlock) -> Result<(), Failure> {
    let (store, keys, _) = open(home, unlock)?;
    let checked = store
        .examine(&[&keys.private, &keys.shared])
        .map_err(|error| Failure::new(sentence(notices::FOLDER_UNREADABLE, &error.to_string())))?;
    let mut faults = 0;
    for file in checked {
        let verdict = match file.verdict {
            Verdict::Ok => text::FILE_OK,
            Verdict::Sealed => text::FILE_SEALED,
            Verdict::Kept => text::FILE_KEPT,
            Verdict::LeftOver => text::FILE_LEFT_OVER,
            Verdict::Unknown => text::FILE_UNKNOWN,
            Verdict::Fault(fault) => {
                faults += 1;
                match fault {
                    Fault::Missing => text::FILE_MISSING,
                    Fault::Damaged => text::FILE_DAMAGED,
                    Fault::Foreign => text::FILE_FOREIGN,
                    Fault::RolledBack => text::FILE_ROLLED_BACK,
                    Fault::TooNew => text::FILE_TOO_NEW,
                    Fault::Unreadable(_) => text::FILE_UNREADABLE,
                }
            }
        };
        say(&format!("{}: {verdict}", file.path.display()))?;
    }
    if faults > 0 {
        Err(Failure::new(text::DOCTOR_FOUND_FAULTS))
    } else {
        say(text::DOCTOR_FOUND_NOTHING)
    }
}

fn write_summary(
    home: &Path,
    guides: &Guides,
    week: Week,
    out: &Path,
    paper: Option<Paper>,
    unlock: &Unlock,
) -> Result<(), Failure> {
    let (store, keys, _) = open(home, unlock)?;
    let library = guides.library(&store);
    let household = store.household().household().cloned().unwrap_or_default();
    let unreadable = |error: crate::store::FileError| {
        Failure::new(sentence(notices::FOLDER_UNREADABLE, &error.to_string()))
    };
    let shared = store.load(&keys.shared).map_err(unreadable)?;
    if shared.read_only {
        return Err(Failure::new(text::ROOM_IN_DOUBT));
    }
    // A private room stays shut where the page is that of two.
    let own = if household.joined().count() > 1 {
        Vec::new()
    } else {
        store.load(&keys.private).map_err(unreadable)?.records
    };
    let page = summary::of_week(
        (&shared.records, &own),
        &household,
        Some(keys.person),
        week,
        &library.step_ids(),
    );
    if let Some((person, _)) = page.approvals.iter().find(|(_, on)| on.is_none()) {
        return Err(Failure::new(text::not_approved(household.name(*person))));
    }
    let sheet = compose::compose(&page, &household, &library.step_titles());
    let paper = paper.unwrap_or(store.settings().paper);
    let pdf = Printer::new()
        .print(&sheet, paper, week.sunday())
        .map_err(|error| Failure::new(text::could_not_write(&shown(out), &error.to_string())))?;
    app::write_whole(out, &pdf.bytes)
        .map_err(|error| Failure::new(text::could_not_write(&shown(out), &error.to_string())))?;
    say(&if pdf.missing {
        text::wrote_with_missing_glyphs(&shown(out))
    } else {
        text::wrote(&shown(out))
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Opens the store and the rooms of the person who is meant.
fn open(home: &Path, unlock: &Unlock) -> Result<(Store, Keys, String), Failure> {
    // Opening a store writes its lock; a command that only reads leaves an empty folder empty.
    let empty = std::fs::read_dir(home).map_or(true, |mut entries| entries.next().is_none());
    if empty {
        return Err(Failure::new(text::no_household(&shown(home))));
    }
    let store = Store::open(home, Arc::new(Disk), Kdf::default()).map_err(|error| {
        let (title, remedy, detail) = app::notices::open(&error);
        Failure::new(format!("{title} {remedy} ({detail})"))
    })?;
    let found = store.household();
    if let Some((title, remedy, detail)) = app::notices::found(&found) {
        return Err(Failure::new(format!("{title} {remedy} ({detail})")));
    }
    let household = found.household().cloned().unwrap_or_default();
    let person = whose(&household, home, unlock.person.as_deref())?;
    let name = household.name(person).to_owned();
    let words = passphrase::read(unlock.passphrase_fd, &name)?;
    let keys = store
        .unlock(person, &Passphrase::from(words.as_str()))
        .map_err(|error| {
            Failure::new(sentence(app::notices::unlock(&error), &error.to_string()))
        })?;
    Ok((store, keys, name))
}

fn whose(
    household: &crate::domain::Household,
    home: &Path,
    named: Option<&str>,
) -> Result<PersonId, Failure> {
    let people: Vec<_> = household.joined().collect();
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    match (named, people.as_slice()) {
        (_, []) => Err(Failure::new(text::no_household(&shown(home)))),
        (None, [only]) => Ok(only.id),
        (None, _) => Err(Failure::new(text::which_person(&names))),
        (Some(name), _) => people
            .iter()
            .find(|person| person.name.to_lowercase() == name.trim().to_lowercase())
            .map(|person| person.id)
            .ok_or_else(|| Failure::new(text::no_such_person(name, &names))),
    }
}

fn sentence((title, remedy): notices::Notice, detail: &str) -> String {
    format!("{title} {remedy} ({detail})")
}

/// Prints a line; nobody listening any more is no reason to fail loudly.
fn say(line: &str) -> Result<(), Failure> {
    use std::io::Write;
    writeln!(std::io::stdout(), "{line}").map_err(|error| Failure::new(error.to_string()))
}
