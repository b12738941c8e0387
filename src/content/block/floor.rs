//! Each has the floor in turn.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// Each speaks for some minutes while the other listens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeTurns {
    pub id: String,
    pub prompt: String,
    pub minutes_each: u16,
    /// `page/block` of this guide to have in view, where its writer chose to show it.
    #[serde(default)]
    pub of: Vec<String>,
}

impl Kind for TakeTurns {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Done
    }

    fn in_view(&self) -> &[String] {
        &self.of
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.for_two(on);
        check.minutes(on.at.field("minutes_each"), self.minutes_each);
        check.in_view(on, &self.of);
    }
}
