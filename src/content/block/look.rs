//! A look at oneself.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// The weekly look at oneself for one pillar: its question, its five words, and one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    pub id: String,
    pub pillar: String,
}

impl Kind for Look {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    /// What it asks stands with the pillar.
    fn texts(&self) -> Vec<&str> {
        Vec::new()
    }

    fn leaves(&self) -> Leaves {
        Leaves::Kept
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.of_one_person(on, "a look at oneself");
        check.pillar(on.at.field("pillar"), &self.pillar);
    }
}
