//! Cards to turn over.

use super::{Checker, Kind, Leaves, On, with};
use serde::{Deserialize, Serialize};

/// Cards to turn over: what one is about to say, and behind it what may help more. Those worth keeping are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    pub id: String,
    pub prompt: String,
    pub cards: Vec<SwapCard>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwapCard {
    pub id: String,
    pub instead: String,
    pub attempt: String,
}

impl Kind for Swap {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn texts(&self) -> Vec<&str> {
        let both_sides = self
            .cards
            .iter()
            .flat_map(|card| [&card.instead, &card.attempt]);
        with(&self.prompt, both_sides)
    }

    fn leaves(&self) -> Leaves {
        Leaves::Kept
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        let at = on.at.field("cards");
        if self.cards.len() < 2 {
            let few = self.cards.len();
            check.fault(at, format!("there are too few: {few}"), "at least 2");
        }
        let cards = || self.cards.iter().enumerate();
        check.ids(
            "card",
            cards().map(|(i, c)| (at.item(i).field("id"), c.id.as_str())),
        );
        for (i, card) in cards() {
            check.text(at.item(i).field("instead"), &card.instead);
            check.text(at.item(i).field("attempt"), &card.attempt);
        }
    }
}
