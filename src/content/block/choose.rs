//! Things to choose from.

use super::{Checker, Kind, Leaves, On, with};
use serde::{Deserialize, Serialize};

/// Something to choose, or to begin from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub text: String,
}

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choose {
    pub id: String,
    pub prompt: String,
    pub options: Vec<Choice>,
}

impl Kind for Choose {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn texts(&self) -> Vec<&str> {
        with(&self.prompt, self.options.iter().map(|option| &option.text))
    }

    fn leaves(&self) -> Leaves {
        Leaves::Chosen
    }

    fn options(&self) -> Option<&[Choice]> {
        Some(&self.options)
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.choices(on.at.field("options"), "option", &self.options, 2);
    }
}

/// As many of several as fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChooseMany {
    pub id: String,
    pub prompt: String,
    pub options: Vec<Choice>,
    /// Offer a field for a word of one's own.
    #[serde(default)]
    pub own: bool,
}

impl Kind for ChooseMany {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn texts(&self) -> Vec<&str> {
        with(&self.prompt, self.options.iter().map(|option| &option.text))
    }

    fn leaves(&self) -> Leaves {
        Leaves::Chosen
    }

    fn options(&self) -> Option<&[Choice]> {
        Some(&self.options)
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        check.choices(on.at.field("options"), "option", &self.options, 1);
    }
}
