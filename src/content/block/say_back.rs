//! One is heard by the other.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// One reads or speaks, the other says back what they heard, the first confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SayBack {
    pub id: String,
    pub prompt: String,
    /// As in `TakeTurns`.
    #[serde(default)]
    pub of: Vec<String>,
}

impl Kind for SayBack {
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
        check.in_view(on, &self.of);
    }
}
