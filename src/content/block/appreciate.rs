//! Ends in a note for the jar.

use super::{Kind, Leaves};
use serde::{Deserialize, Serialize};

/// Ends in a note for the jar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appreciate {
    pub id: String,
    pub prompt: String,
}

impl Kind for Appreciate {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Words
    }
}
