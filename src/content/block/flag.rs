//! Softening words, pointed out while somebody writes.

use super::{Block, Checker, Kind, On};
use crate::content::fault::listed;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Points out softening words in the answers of the blocks named in `on`, without forbidding them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    pub on: Vec<String>,
    pub words: Vec<Softener>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Softener {
    /// Lower case; found as whole words.
    pub word: String,
    /// What it may do to the one who hears it.
    pub why: String,
}

impl Kind for Flag {
    fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        self.names_texts(on, check);
        let at = on.at.field("words");
        if self.words.is_empty() {
            check.fault(at, "this list is empty", "at least one word");
        }
        let mut seen = HashSet::new();
        for (i, softener) in self.words.iter().enumerate() {
            let word = at.item(i).field("word");
            check.text(word, &softener.word);
            check.text(at.item(i).field("why"), &softener.why);
            if softener.word != softener.word.to_lowercase() {
                check.fault(
                    word,
                    format!("`{}` has capital letters", softener.word),
                    "small letters",
                );
            }
            if !seen.insert(&softener.word) {
                check.fault(
                    word,
                    format!("`{}` is there twice", softener.word),
                    "each word once",
                );
            }
        }
    }
}

impl Flag {
    fn names_texts(&self, on: On<'_>, check: &mut Checker<'_>) {
        let written = on.page.blocks.iter().filter(|block| block.takes_words());
        let texts: Vec<&str> = written.filter_map(Block::id).collect();
        let at = on.at.field("on");
        if self.on.is_empty() {
            check.fault(at, "no block is named", listed(&texts));
        }
        for (i, id) in self.on.iter().enumerate() {
            if !texts.contains(&id.as_str()) {
                check.fault(
                    at.item(i),
                    format!("no block of this page holds a text under `{id}`"),
                    listed(&texts),
                );
            }
        }
    }
}
