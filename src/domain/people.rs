//! Who a household is.

use super::{PersonId, Words};
use serde::{Deserialize, Serialize};

/// One or two people; the order is the order in which they set up, and gives each their mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Household {
    pub people: Vec<Person>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// The name they chose to be called by; at least one visible character.
    pub name: Words,
    pub mark: Mark,
    /// False until they have chosen a passphrase: a second person can join later.
    pub joined: bool,
}

/// The shape that stands for a person wherever they appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Disc, indigo, solid line.
    First,
    /// Rounded square, iron, dashed line.
    Second,
}

/// The part a person says they had in what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    WasHurt,
    BrokeTrust,
    Both,
    RatherNotSay,
}

/// Where a record lives, and so who can read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Room {
    Private(PersonId),
    Shared,
}

impl Household {
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|p| p.id == id)
    }

    /// The name of a person, or nothing for someone who is not of this household.
    pub fn name(&self, id: PersonId) -> &str {
        self.person(id).map_or("", |p| p.name.as_str())
    }

    /// The other one of two.
    pub fn other(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|p| p.id != id)
    }

    pub fn joined(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|p| p.joined)
    }
}
