//! Something to read.

use super::{Checker, Kind, On};
use serde::{Deserialize, Serialize};

/// A paragraph to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Say {
    pub text: String,
}

impl Kind for Say {
    fn texts(&self) -> Vec<&str> {
        vec![&self.text]
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.text(on.at.field("text"), &self.text);
    }
}

/// A plain way to the help page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenHelp {
    pub text: String,
}

impl Kind for OpenHelp {
    fn texts(&self) -> Vec<&str> {
        vec![&self.text]
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.text(on.at.field("text"), &self.text);
    }
}
