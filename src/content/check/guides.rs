//! What a guide has to be.

use super::{Checker, PLACEHOLDERS, PLACEHOLDERS_TOGETHER};
use crate::content::fault::listed;
use crate::content::schema::{Block, Guide, GuideKind, Keep, Page, Slot, Softener, Whose};
use crate::content::tree::Spot;
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

/// A page's title stands in the page rail on one line.
const LONGEST_TITLE: usize = 32;

impl Checker<'_> {
    pub(super) fn guide(&mut self, guide: &Guide, at: Spot<'_>) {
        self.id(at.field("id"), &guide.id);
        self.text(at.field("title"), &guide.title);
        self.text(at.field("summary"), &guide.summary);
        self.minutes(at.field("minutes"), guide.minutes);
        self.named_sources(at.field("sources"), &guide.sources);
        let pages = at.field("pages");
        if guide.pages.is_empty() {
            self.fault(pages, "this guide has no page", "at least one page");
        }
        self.ids(
            "page of this guide",
            guide
                .pages
                .iter()
                .enumerate()
                .map(|(i, p)| (pages.item(i).field("id"), p.id.as_str())),
        );
        for (i, page) in guide.pages.iter().enumerate() {
            self.page(guide, page, pages.item(i));
        }
        if let GuideKind::Step(_) = guide.kind {
            self.step(guide, pages);
        }
    }

    fn step(&mut self, guide: &Guide, pages: Spot<'_>) {
        let count = guide.pages.len();
        if !(3..=7).contains(&count) {
            self.fault(
                pages,
                match count {
                    1 => "this step has one page".to_owned(),
                    count => format!("this step has {count} pages"),
                },
                "three to seven pages",
            );
        }
        let has = |whose| guide.pages.iter().any(|page| page.whose == whose);
        for (whose, name) in [
            (Whose::Hurt, "Hurt"),
            (Whose::BrokeTrust, "BrokeTrust"),
            (Whose::Together, "Together"),
        ] {
            if !has(whose) {
                self.fault(
                    pages,
                    format!("no page of this step is `{name}`"),
                    "a step with at least one `Hurt`, one `BrokeTrust` and one `Together` page",
                );
            }
        }
        if has(Whose::Together) && !has(Whose::Alone) {
            self.fault(
                pages,
                "one person alone has nothing in place of what is done together",
                "at least one `Alone` page beside the `Together` pages",
            );
        }
    }

    fn page(&mut self, guide: &Guide, page: &Page, at: Spot<'_>) {
        self.placeholders = match page.whose {
            Whose::Together | Whose::Whoever => &PLACEHOLDERS_TOGETHER,
            _ => &PLACEHOLDERS,
        };
        self.text(at.field("title"), &page.title);
        let length = page.title.graphemes(true).count();
        if length > LONGEST_TITLE {
            self.fault(
                at.field("title"),
                format!("this title has {length} characters"),
                format!("at most {LONGEST_TITLE}, so that it fits beside the page"),
            );
        }
        self.optional(at.field("lead"), &page.lead);
        if page.whose == Whose::Together && page.keep == Keep::Private {
            self.fault(
                at.field("keep"),
                "what two people write together cannot be private",
                listed(&["OfferToShare", "Shared"]),
            );
        }
        let blocks = at.field("blocks");
        if page.blocks.is_empty() {
            self.fault(blocks, "this page has no block", "at least one block");
        } else if page.keep == Keep::OfferToShare && page.blocks.iter().all(|b| b.id().is_none()) {
            self.fault(
                at.field("keep"),
                "nothing on this page is kept, so there is nothing to share",
                "a block that keeps an answer, or another `keep`",
            );
        }
        let kept = page.blocks.iter().enumerate();
        self.ids(
            "block of this page",
            kept.filter_map(|(i, b)| b.id().map(|id| (blocks.item(i).field("id"), id))),
        );
        for (i, block) in page.blocks.iter().enumerate() {
            self.block(guide, page, block, blocks.item(i));
        }
        self.placeholders = &PLACEHOLDERS;
    }

    fn block(&mut self, guide: &Guide, page: &Page, block: &Block, at: Spot<'_>) {
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
                self.text(at.field("prompt"), prompt);
                self.minutes(at.field("minutes_each"), *minutes_each);
                self.in_view(guide, of, at.field("of"));
            }
            Block::SayBack { prompt, of, .. } => {
                self.text(at.field("prompt"), prompt);
                self.in_view(guide, of, at.field("of"));
            }
            Block::Commit { prompt, .. }
            | Block::Appreciate { prompt, .. }
            | Block::Boundary { prompt, .. }
            | Block::Question { prompt, .. }
            | Block::Questions { prompt }
            | Block::Ritual { prompt, .. }
            | Block::TimeOut { prompt, .. }
            | Block::Swap { prompt, .. } => {
                self.text(at.field("prompt"), prompt);
            }
            Block::Look { .. } | Block::Notice { .. } => {}
        }
    }

    fn minutes(&mut self, at: Spot<'_>, minutes: u16) {
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
            .filter(|b| holds_text(b))
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

/// Whether the person writes the answer in their own words.
fn holds_text(block: &Block) -> bool {
    matches!(
        block,
        Block::Ask { .. }
            | Block::Compose { .. }
            | Block::Commit { .. }
            | Block::Appreciate { .. }
            | Block::Boundary { .. }
    )
}

/// Whether the answer can be read by another; a rating never reveals itself.
fn holds_words(block: &Block) -> bool {
    holds_text(block) || matches!(block, Block::Choose { .. } | Block::ChooseMany { .. })
}

/// The ids in square brackets, in order.
fn slots_in(sentence: &str) -> Vec<&str> {
    let opened = sentence.split('[').skip(1);
    opened
        .map(|after| after.split(']').next().unwrap_or_default())
        .collect()
}
