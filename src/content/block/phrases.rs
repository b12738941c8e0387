//! Phrases beside what one writes.

use super::{Checker, Kind, On, with};
use serde::{Deserialize, Serialize};

/// Phrases that help to begin; beside a long answer each can be put into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    pub title: String,
    pub items: Vec<String>,
}

impl Kind for Examples {
    fn texts(&self) -> Vec<&str> {
        with(&self.title, &self.items)
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.text(on.at.field("title"), &self.title);
        check.texts(on.at.field("items"), &self.items);
    }
}

/// Phrases better left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Avoid {
    pub title: String,
    pub items: Vec<String>,
}

impl Kind for Avoid {
    fn texts(&self) -> Vec<&str> {
        with(&self.title, &self.items)
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.text(on.at.field("title"), &self.title);
        check.texts(on.at.field("items"), &self.items);
    }
}
