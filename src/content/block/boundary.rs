//! Ends in a boundary.

use super::{Kind, Leaves};
use serde::{Deserialize, Serialize};

/// Ends in a boundary that the other can agree to or not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boundary {
    pub id: String,
    pub prompt: String,
}

impl Kind for Boundary {
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
