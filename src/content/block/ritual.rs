//! Ends in a small ritual.

use super::{Kind, Leaves};
use serde::{Deserialize, Serialize};

/// Ends in a small ritual for the week, from `prompts.ron` or of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ritual {
    pub id: String,
    pub prompt: String,
}

impl Kind for Ritual {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Kept
    }
}
