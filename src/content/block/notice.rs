//! A moment noticed in the other.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// A moment one noticed in the other, for one pillar. Never a rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub id: String,
    pub pillar: String,
}

impl Kind for Notice {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    /// What it asks stands with the pillar.
    fn texts(&self) -> Vec<&str> {
        Vec::new()
    }

    fn leaves(&self) -> Leaves {
        Leaves::Words
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.of_one_person(on, "a moment noticed in the other");
        check.pillar(on.at.field("pillar"), &self.pillar);
    }
}
