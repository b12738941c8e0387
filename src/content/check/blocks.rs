//! What each block has to be.

use super::Checker;
use crate::content::fault::listed;
use crate::content::schema::{Block, Guide, Keep, Page, Slot, Softener, SwapCard, Whose};
use crate::content::tree::Spot;
use std::collections::HashSet;

/// A body in a quarrel needs about this long to calm down (CARE.md, flooding).
const SHORTEST_TIME_OUT: u16 = 20;

impl Checker<'_> {
    pub(super) fn block(&mut self, guide: &Guide, page: &Page, block: &Block, at: Spot<'_>) {
        match block {
            Block::Say { text } | Block::OpenHelp { text } => self.text(at.field("text"), text),
            Block::Examples { title, items } | Block::Avoid { title, items } => {
                self.text(at.field("title"), title);
                self.texts(at.field("items"), items);
            }
            Block::Ask { prompt, hint, .. } => {
                self.text(at.field("prompt"), prompt);
                self.optional(at.field("hint"), hint);
            }
            Block::Choose {
                prompt, options, ..
            } => {
                self.text(at.field("prompt"), prompt);
                self.choices(at.field("options"), "option", options, 2);
            }
            Block::ChooseMany {
                prompt, options, ..
            } => {
                self.text(at.field("prompt"), prompt);
                self.choices(at.field("options"), "option", options, 1);
            }
            Block::Rate { prompt, words, .. } => {
                self.text(at.field("prompt"), prompt);
                self.five_words(at.field("words"), words);
            }
            Block::Compose {
                prompt,
                sentence,
                slots,
                ..
            } => {
                self.text(at.field("prompt"), prompt);
                self.compose(at, sentence, slots);
            }
            Block::Flag { on, words } => self.flag(page, on, words, at),
            Block::Timer {
                prompt, minutes, ..
            }
            | Block::Breathe {
                prompt, minutes, ..
            } => {
                self.text(at.field("prompt"), prompt);
                self.minutes(at.field("minutes"), *minutes);
            }
            Block::TakeTurns {
                prompt,
                minutes_each,
                of,
                ..
            } => {
                self.for_two(page, at);
                self.text(at.field("prompt"), prompt);
                self.minutes(at.field("minutes_each"), *minutes_each);
                self.in_view(guide, of, at.field("of"));
            }
            Block::SayBack { prompt, of, .. } => {
                self.for_two(page, at);
                self.text(at.field("prompt"), prompt);
                self.in_view(guide, of, at.field("of"));
            }
            Block::Commit { prompt, .. }
            | Block::Appreciate { prompt, .. }
            | Block::Boundary { prompt, .. }
            | Block::Ritual { prompt, .. } => self.text(at.field("prompt"), prompt),
            Block::Question { prompt, .. } => {
                self.text(at.field("prompt"), prompt);
                self.of_one_person(page, at, "a question");
                self.not_private(page, at, "a question to the other");
            }
            Block::Questions { prompt } => {
                self.text(at.field("prompt"), prompt);
                self.not_private(page, at, "the questions between two");
            }
            Block::TimeOut {
                prompt, minutes, ..
            } => {
                self.text(at.field("prompt"), prompt);
                if *minutes < SHORTEST_TIME_OUT {
                    self.fault(
                        at.field("minutes"),
                        format!("{minutes} minutes are too short for a body to calm down"),
                        format!("{SHORTEST_TIME_OUT} or more"),
                    );
                }
            }
            Block::Swap { prompt, cards, .. } => {
                self.text(at.field("prompt"), prompt);
                self.cards(at.field("cards"), cards);
            }
            Block::Look { pillar, .. } => {
                self.of_one_person(page, at, "a look at oneself");
                self.pillar(at.field("pillar"), pillar);
            }
            Block::Notice { pillar, .. } => {
                self.of_one_person(page, at, "a moment noticed in the other");
                self.pillar(at.field("pillar"), pillar);
            }
        }
    }

    fn of_one_person(&mut self, page: &Page, at: Spot<'_>, what: &str) {
        if matches!(page.whose, Whose::Together | Whose::Whoever) {
            self.fault(
                at,
                format!("{what} comes from one person, and this page may be for both at once"),
                "on pages that are `Hurt`, `BrokeTrust`, `Each` or `Alone`",
            );
        }
    }

    fn not_private(&mut self, page: &Page, at: Spot<'_>, what: &str) {
        if page.keep == Keep::Private {
            self.fault(
                at,
                format!("{what} cannot stand on a private page"),
                "on pages with `keep: Shared` or `keep: OfferToShare`",
            );
        }
    }

    fn for_two(&mut self, page: &Page, at: Spot<'_>) {
        if page.whose != Whose::Together {
            self.fault(
                at,
                "this takes two, and the page may be for one",
                "on pages that are `Together`",
            );
        }
    }

    fn pillar(&mut self, at: Spot<'_>, pillar: &str) {
        let Some(known) = &self.pillars else {
            return;
        };
        if !known.contains(&pillar) {
            let allowed = listed(known);
            self.fault(at, format!("there is no pillar `{pillar}`"), allowed);
        }
    }

    fn cards(&mut self, at: Spot<'_>, cards: &[SwapCard]) {
        if cards.len() < 2 {
            self.fault(
                at,
                format!("there are too few: {}", cards.len()),
                "at least 2",
            );
        }
        self.ids(
            "card",
            cards
                .iter()
                .enumerate()
                .map(|(i, c)| (at.item(i).field("id"), c.id.as_str())),
        );
        for (i, card) in cards.iter().enumerate() {
            self.text(at.item(i).field("instead"), &card.instead);
            self.text(at.item(i).field("attempt"), &card.attempt);
        }
    }

    pub(super) fn minutes(&mut self, at: Spot<'_>, minutes: u16) {
        if minutes == 0 {
            self.fault(at, "this takes no time", "one minute or more");
        }
    }

    fn compose(&mut self, at: Spot<'_>, sentence: &str, slots: &[Slot]) {
        let place = at.field("sentence");
        self.text(place, sentence);
        let in_slots = at.field("slots");
        self.ids(
            "slot",
            slots
                .iter()
                .enumerate()
                .map(|(i, s)| (in_slots.item(i).field("id"), s.id.as_str())),
        );
        for (i, slot) in slots.iter().enumerate() {
            self.text(in_slots.item(i).field("hint"), &slot.hint);
        }
        if slots.is_empty() {
            self.fault(in_slots, "this sentence has no slot", "at least one slot");
        }
        let named = slots_in(sentence);
        let ids: Vec<&str> = slots.iter().map(|slot| slot.id.as_str()).collect();
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
                self.fault_at(
                    place.place_of(&word, earlier),
                    format!("`{word}` is not the slot that comes next"),
                    allowed,
                );
            }
            None => {
                let missing = ids.get(named.len()).copied().unwrap_or_default();
                self.fault(
                    in_slots.item(named.len()).field("id"),
                    format!("the slot `{missing}` is not in the sentence"),
                    allowed,
                );
            }
        }
    }

    fn flag(&mut self, page: &Page, on: &[String], words: &[Softener], at: Spot<'_>) {
        let texts: Vec<&str> = page
            .blocks
            .iter()
            .filter(|b| b.takes_words())
            .filter_map(Block::id)
            .collect();
        let named = at.field("on");
        if on.is_empty() {
            self.fault(named, "no block is named", listed(&texts));
        }
        for (i, id) in on.iter().enumerate() {
            if !texts.contains(&id.as_str()) {
                self.fault(
                    named.item(i),
                    format!("no block of this page holds a text under `{id}`"),
                    listed(&texts),
                );
            }
        }
        let in_words = at.field("words");
        if words.is_empty() {
            self.fault(in_words, "this list is empty", "at least one word");
        }
        let mut seen = HashSet::new();
        for (i, softener) in words.iter().enumerate() {
            let word = in_words.item(i).field("word");
            self.text(word, &softener.word);
            self.text(in_words.item(i).field("why"), &softener.why);
            if softener.word != softener.word.to_lowercase() {
                self.fault(
                    word,
                    format!("`{}` has capital letters", softener.word),
                    "small letters",
                );
            }
            if !seen.insert(&softener.word) {
                self.fault(
                    word,
                    format!("`{}` is there twice", softener.word),
                    "each word once",
                );
            }
        }
    }

    /// `page/block` of this guide, whose answers may come into view of the other person.
    fn in_view(&mut self, guide: &Guide, of: &[String], at: Spot<'_>) {
        let shown: Vec<String> = guide
            .pages
            .iter()
            .filter(|page| page.keep != Keep::Private)
            .flat_map(can_be_shown)
            .collect();
        let private: Vec<String> = guide
            .pages
            .iter()
            .filter(|page| page.keep == Keep::Private)
            .flat_map(can_be_shown)
            .collect();
        for (i, name) in of.iter().enumerate() {
            if private.contains(name) {
                self.fault(
                    at.item(i),
                    format!("`{name}` is private and never in view"),
                    listed(&shown),
                );
            } else if !shown.contains(name) {
                self.fault(
                    at.item(i),
                    format!("`{name}` is no answer of this guide that can be in view"),
                    listed(&shown),
                );
            }
        }
    }
}

fn can_be_shown(page: &Page) -> impl Iterator<Item = String> {
    let answers = page.blocks.iter().filter(|b| holds_words(b));
    answers
        .filter_map(Block::id)
        .map(|id| format!("{}/{id}", page.id))
}

/// Whether the answer can be read by another; a rating never reveals itself.
fn holds_words(block: &Block) -> bool {
    block.takes_words() || matches!(block, Block::Choose { .. } | Block::ChooseMany { .. })
}

/// The ids in square brackets, in order.
fn slots_in(sentence: &str) -> Vec<&str> {
    let opened = sentence.split('[').skip(1);
    opened
        .map(|after| after.split(']').next().unwrap_or_default())
        .collect()
}
