//! Guides of one's own: a folder that somebody adds is checked, copied into the data folder, and shown from there ever after.

use super::shown::{self, Shown};
use super::worker::aside;
use super::{App, Message as AppMessage, notices};
use crate::content::check::Summary;
use crate::content::{Bookcase, Fault, Folder, Library};
use crate::screen::Place;
use crate::screen::settings::packs::{self, Checked, Lost, Stand};
use crate::store::{SaveError, Store};
use iced::Task;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Message {
    Chosen(Option<PathBuf>),
    Found {
        path: String,
        found: Result<Arc<Checked>, Vec<Fault>>,
    },
    /// The copy is on disk under this name.
    Copied {
        checked: Arc<Checked>,
        result: Result<String, SaveError>,
    },
    /// Which guides are shown is settled on disk too.
    Settled {
        to: Guides,
        before: Option<String>,
        result: Result<(), SaveError>,
    },
}

/// The guides that are shown, and where they come from.
#[derive(Debug, Clone)]
pub struct Guides {
    pub library: Bookcase,
    pub stand: Stand,
}

/// What the app knows of packs besides the guides on the screens.
#[derive(Debug)]
pub(super) struct Shelf {
    pub(super) built_in: Bookcase,
    pub(super) stand: Stand,
    /// Somebody has seen in the settings that the kept guides are lost.
    pub(super) told: bool,
}

impl Shelf {
    /// Whether every page should say that the guides are not the ones that were added.
    pub(super) fn should_tell(&self) -> bool {
        matches!(self.stand, Stand::Lost(_)) && !self.told
    }
}

/// The guides of this data folder: those of the kept pack, or the built-in ones and why.
pub fn kept(store: &Store, built_in: Bookcase) -> Guides {
    let lost = |lost| Guides {
        library: built_in.clone(),
        stand: Stand::Lost(lost),
    };
    let Some(name) = store.settings().pack else {
        return Guides {
            library: built_in,
            stand: Stand::BuiltIn,
        };
    };
    let Ok(files) = store.pack(&name) else {
        return lost(Lost::Copy);
    };
    match Library::from_files(&name, files) {
        Ok(library) => Guides {
            library: library.into(),
            stand: Stand::Kept,
        },
        Err(faults) => lost(Lost::Fit(below(&name, faults))),
    }
}

/// Faults as somebody sees them who knows which folder is meant.
fn below(root: &str, faults: Vec<Fault>) -> Vec<Fault> {
    let within = |file: &str| {
        file.strip_prefix(root)
            .and_then(|rest| rest.strip_prefix('/'))
            .map(str::to_owned)
    };
    faults
        .into_iter()
        .map(|fault| Fault {
            file: within(&fault.file).unwrap_or(fault.file),
            ..fault
        })
        .collect()
}

fn check(path: &str) -> Result<Arc<Checked>, Vec<Fault>> {
    let folder = Folder::read(&whole(path));
    let shown = whole(path).display().to_string();
    let read = folder.library().and_then(|library| {
        let summary = Summary::of(&library)?;
        Ok((library, summary))
    });
    read.map(|(library, summary)| {
        Arc::new(Checked {
            folder,
            library: Arc::new(library),
            summary,
        })
    })
    .map_err(|faults| below(&shown, faults))
}

/// A path as people write it: `~` is where their files are.
fn whole(path: &str) -> PathBuf {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match path.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => match home() {
            Some(home) => home.join(rest.trim_start_matches(['/', '\\'])),
            None => path.into(),
        },
        _ => Path::new(path).to_owned(),
    }
}

impl App {
    /// Shows these guides for this run, whatever is kept.
    #[must_use]
    pub fn showing(mut self, library: impl Into<Bookcase>) -> Self {
        self.world.library = library.into();
        self.packs.stand = Stand::ThisRun;
        self
    }

    pub(super) fn pack_intent(&mut self, intent: packs::Intent) -> Task<AppMessage> {
        if self.world.open.is_none() || self.packs.stand == Stand::ThisRun {
            return Task::none();
        }
        match intent {
            packs::Intent::Choose => {
                let dialog = rfd::AsyncFileDialog::new();
                Task::perform(dialog.pick_folder(), |folder| {
                    let folder = folder.map(|folder| folder.path().to_owned());
                    AppMessage::Packs(Message::Chosen(folder))
                })
            }
            packs::Intent::Check(path) => aside(
                move || (check(&path), path),
                |(found, path)| AppMessage::Packs(Message::Found { path, found }),
            ),
            packs::Intent::Use(checked) => self.copy(checked),
            packs::Intent::GoBack => {
                let to = Guides {
                    library: self.packs.built_in.clone(),
                    stand: Stand::BuiltIn,
                };
                self.settle_on(None, to)
            }
        }
    }

    fn copy(&self, checked: Arc<Checked>) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let copied = Arc::clone(&checked);
        worker.ask(
            move |store| {
                let pack = copied.library.pack.as_ref();
                let title = pack.map(|pack| pack.title.as_str()).unwrap_or_default();
                store.keep_pack(title, copied.folder.files())
            },
            move |result| AppMessage::Packs(Message::Copied { checked, result }),
        )
    }

    /// Writes down which guides are shown; then copies that are no longer meant can go.
    fn settle_on(&mut self, name: Option<String>, to: Guides) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let before = std::mem::replace(&mut self.world.settings.pack, name);
        let settings = self.world.settings.clone();
        worker.ask(
            move |store| {
                store.save_settings(&settings)?;
                // A copy that stays behind does no harm, and goes with the next one.
                drop(store.forget_packs_but(settings.pack.as_deref()));
                Ok(())
            },
            move |result| AppMessage::Packs(Message::Settled { to, before, result }),
        )
    }

    pub(super) fn packs(&mut self, message: Message) -> Task<AppMessage> {
        match message {
            Message::Chosen(None) => Task::none(),
            Message::Chosen(Some(path)) => {
                self.tell_packs(packs::Message::Chosen(path.display().to_string()))
            }
            Message::Found { path, found } => self.tell_packs(packs::Message::Checked(path, found)),
            // Nobody is here any more: nothing changes at the door. The copy goes with the next one.
            Message::Copied { .. } if self.world.open.is_none() => Task::none(),
            Message::Copied {
                checked,
                result: Ok(name),
            } => {
                let to = Guides {
                    library: Arc::clone(&checked.library).into(),
                    stand: Stand::Kept,
                };
                self.settle_on(Some(name), to)
            }
            Message::Settled {
                to, result: Ok(()), ..
            } => self.change_guides(to),
            Message::Settled {
                before,
                result: Err(error),
                ..
            } => {
                self.world.settings.pack = before;
                self.pack_failed(&error)
            }
            Message::Copied {
                result: Err(error), ..
            } => self.pack_failed(&error),
        }
    }

    fn pack_failed(&mut self, error: &SaveError) -> Task<AppMessage> {
        let (what, to_do) = notices::pack(error);
        self.tell_packs(packs::Message::Failed(what.to_owned(), to_do.to_owned()))
    }

    /// Every screen was made of the guides before, so the one that is shown is made afresh, and the one behind help.
    fn change_guides(&mut self, to: Guides) -> Task<AppMessage> {
        let told = match to.stand {
            Stand::Kept => packs::Message::Used,
            _ => packs::Message::WentBack,
        };
        self.world.library = to.library;
        self.packs.stand = to.stand;
        if self.world.open.is_none() || matches!(self.shown, Shown::Setup(_)) {
            return Task::none();
        }
        if let Some((place, _)) = &self.behind {
            let place = place.clone();
            let shown = self.screen_for(&place);
            self.behind = Some((place, shown));
        }
        let again = self.go(self.place.clone());
        let told = match self.place {
            Place::Settings => self.tell_packs(told),
            _ => Task::none(),
        };
        Task::batch([again, told])
    }

    /// Says on the page of settings how things stand.
    pub(super) fn tell_stand(&mut self) -> Task<AppMessage> {
        self.packs.told = true;
        self.tell_packs(packs::Message::Stands(self.packs.stand.clone()))
    }

    fn tell_packs(&mut self, message: packs::Message) -> Task<AppMessage> {
        let message = crate::screen::settings::Message::Packs(message);
        self.screen(shown::Message::Settings(message))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_path_begins_where_its_writer_s_files_are() {
        let home = directories::UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(whole("~"), home);
        assert_eq!(whole("~/guides"), home.join("guides"));
        assert_eq!(whole("~guides"), Path::new("~guides"));
        assert_eq!(whole("/media/stick"), Path::new("/media/stick"));
    }
}
