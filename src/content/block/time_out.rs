//! A pause in a talk.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// A body in a quarrel needs about this long to calm down (CARE.md, flooding).
const SHORTEST: u16 = 20;

/// A pause in a talk: `minutes` at least, 20 or more, and the time at which both come back stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeOut {
    pub id: String,
    pub prompt: String,
    pub minutes: u16,
}

impl Kind for TimeOut {
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
        if self.minutes < SHORTEST {
            check.fault(
                on.at.field("minutes"),
                format!(
                    "{} minutes are too short for a body to calm down",
                    self.minutes
                ),
                format!("{SHORTEST} or more"),
            );
        }
    }
}
