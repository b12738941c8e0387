//! How something is, in five words.

use super::{Checker, Kind, Leaves, On, with};
use serde::{Deserialize, Serialize};

/// Five words from the hardest to the easiest; "rather not say" is always added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    pub id: String,
    pub prompt: String,
    pub words: [String; 5],
}

impl Kind for Rate {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn texts(&self) -> Vec<&str> {
        with(&self.prompt, &self.words)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Kept
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.five_words(on.at.field("words"), &self.words);
    }
}
