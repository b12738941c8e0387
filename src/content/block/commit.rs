//! Ends in a commitment.

use super::{Kind, Leaves};
use serde::{Deserialize, Serialize};

/// Ends in a real commitment of the person whose page it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commit {
    pub id: String,
    pub prompt: String,
}

impl Kind for Commit {
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
