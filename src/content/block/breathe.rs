//! A slow breathing form.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// A slow breathing form, for some minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Breathe {
    pub id: String,
    pub prompt: String,
    pub minutes: u16,
}

impl Kind for Breathe {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Done
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.minutes(on.at.field("minutes"), self.minutes);
    }
}
