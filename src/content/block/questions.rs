//! The questions that are still open.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// The questions between the two that are still open; the one who was asked says how each stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    pub prompt: String,
}

impl Kind for Questions {
    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Kept
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.not_private(on, "the questions between two");
    }
}
