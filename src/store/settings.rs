//! `settings.json`: how the app looks and behaves here. Plain text, for the door needs it; it says nothing of the people.

use super::files::Files;
use super::write::{Old, replace};
use super::{SaveError, Store};
use crate::domain::Settings;
use std::path::Path;

const NAME: &str = "settings.json";

/// The settings of a data folder that is not open: the window is as large as its text needs before anything else is known.
pub fn settings_at(files: &dyn Files, home: &Path) -> Settings {
    let read = files.read(&home.join(NAME));
    read.ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

impl Store {
    /// The settings as last saved. A missing or unreadable file gives the ones to begin with: nobody wrote anything in it.
    pub fn settings(&self) -> Settings {
        settings_at(&*self.files, &self.home)
    }

    pub fn save_settings(&self, settings: &Settings) -> Result<(), SaveError> {
        let bytes = serde_json::to_vec_pretty(settings).map_err(|_| SaveError::NotSealed)?;
        replace(
            &*self.files,
            &self.home.join(NAME),
            &bytes,
            Old::Dropped,
            |_| true,
        )
    }
}
