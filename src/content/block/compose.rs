//! A sentence with slots.

use super::{Checker, Kind, Leaves, On};
use crate::content::fault::listed;
use crate::content::tree::Spot;
use serde::{Deserialize, Serialize};

/// A sentence with a `[slot-id]` for each slot, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compose {
    pub id: String,
    pub prompt: String,
    pub sentence: String,
    pub slots: Vec<Slot>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    pub id: String,
    /// What belongs here, shown in the empty slot.
    pub hint: String,
}

impl Kind for Compose {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn prompt(&self) -> Option<&str> {
        Some(&self.prompt)
    }

    fn texts(&self) -> Vec<&str> {
        vec![&self.prompt, &self.sentence]
    }

    fn leaves(&self) -> Leaves {
        Leaves::Words
    }

    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        let sentence = on.at.field("sentence");
        check.text(sentence, &self.sentence);
        let at = on.at.field("slots");
        let slots = || self.slots.iter().enumerate();
        check.ids(
            "slot",
            slots().map(|(i, s)| (at.item(i).field("id"), s.id.as_str())),
        );
        for (i, slot) in slots() {
            check.text(at.item(i).field("hint"), &slot.hint);
        }
        if self.slots.is_empty() {
            check.fault(at, "this sentence has no slot", "at least one slot");
        }
        self.in_order(sentence, at, check);
    }
}

impl Compose {
    /// The sentence names every slot once, in their order.
    fn in_order(&self, sentence: Spot<'_>, slots: Spot<'_>, check: &mut Checker<'_>) {
        let named = slots_in(&self.sentence);
        let ids: Vec<&str> = self.slots.iter().map(|slot| slot.id.as_str()).collect();
        if named == ids {
            return;
        }
        let in_order: Vec<String> = ids.iter().map(|id| format!("[{id}]")).collect();
        let allowed = format!("{}, each once and in this order", listed(&in_order));
        let wrong = named
            .iter()
            .enumerate()
            .find(|(i, id)| ids.get(*i) != Some(id));
        match wrong {
            Some((i, id)) => {
                let earlier = named.iter().take(i).filter(|other| *other == id).count();
                let word = format!("[{id}]");
                check.fault_at(
                    sentence.place_of(&word, earlier),
                    format!("`{word}` is not the slot that comes next"),
                    allowed,
                );
            }
            None => {
                let missing = ids.get(named.len()).copied().unwrap_or_default();
                check.fault(
                    slots.item(named.len()).field("id"),
                    format!("the slot `{missing}` is not in the sentence"),
                    allowed,
                );
            }
        }
    }
}

/// The ids in square brackets, in order.
fn slots_in(sentence: &str) -> Vec<&str> {
    let opened = sentence.split('[').skip(1);
    opened
        .map(|after| after.split(']').next().unwrap_or_default())
        .collect()
}
