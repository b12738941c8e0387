//! Ends in a question to the other.

use super::{Checker, Kind, Leaves, On};
use serde::{Deserialize, Serialize};

/// Ends in a question to the other, who answers it in their own time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub prompt: String,
}

impl Kind for Question {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Words
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.of_one_person(on, "a question");
        check.not_private(on, "a question to the other");
    }
}
