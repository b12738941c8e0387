//! A question answered in one's own words.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// An answer in one's own words; `long` gives a writing area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    pub id: String,
    pub prompt: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub long: bool,
}

impl Kind for Ask {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn texts(&self) -> Vec<&str> {
        vec![&self.prompt, &self.hint]
    }

    fn leaves(&self) -> Leaves {
        Leaves::Words
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.optional(on.at.field("hint"), &self.hint);
    }
}
