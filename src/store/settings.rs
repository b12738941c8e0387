//! `settings.json`: how the app looks and behaves here. Plain text, for the door needs it; it says nothing of the people.

use super::write::{Old, replace};
use super::{SaveError, Store};
use crate::domain::Settings;

const NAME: &str = "settings.json";

impl Store {
    /// The settings as last saved. A missing or unreadable file gives the ones to begin with: nobody wrote anything in it.
    pub fn settings(&self) -> Settings {
        let read = self.files.read(&self.home.join(NAME));
        read.ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
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
