//! What a guide has to be.

use super::{Checker, PLACEHOLDERS, PLACEHOLDERS_TOGETHER};
use crate::content::block::On;
use crate::content::fault::listed;
use crate::content::schema::{Block, Choice, Chosen, Guide, GuideKind, Keep, Page, Whose};
use crate::content::tree::Spot;
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

/// A page's title stands in the page rail on one line.
const LONGEST_TITLE: usize = 32;

impl Checker<'_> {
    pub(super) fn guide(&mut self, guide: &Guide, at: Spot<'_>) {
        self.id(at.field("id"), &guide.id);
        let title = match guide.kind {
            GuideKind::Pillar => "name",
            _ => "title",
        };
        self.text(at.field(title), &guide.title);
        self.text(at.field("summary"), &guide.summary);
        self.minutes(at.field("minutes"), guide.minutes);
        self.named_sources(at.field("sources"), &guide.sources);
        self.goes_with(guide, at.field("goes_with"));
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
            if let Some(when) = &page.when {
                let before = guide.pages.get(..i).unwrap_or_default();
                self.when(guide, before, page, when, pages.item(i).field("when"));
            }
        }
        if let GuideKind::Step(_) = guide.kind {
            self.step(guide, pages);
            if guide.own_space {
                self.fault(
                    at.field("own_space"),
                    "a step is for two, and this keeps it from them while both are here",
                    "`own_space: true` in a guide that is not a step",
                );
            }
        }
    }

    fn goes_with(&mut self, guide: &Guide, at: Spot<'_>) {
        let mut seen = HashSet::new();
        for (i, step) in guide.goes_with.iter().enumerate() {
            if !(1..=10).contains(step) {
                self.fault(
                    at.item(i),
                    format!("there is no step {step}"),
                    "steps 1 to 10",
                );
            } else if !seen.insert(step) {
                self.fault(
                    at.item(i),
                    format!("step {step} is there twice"),
                    "each step once",
                );
            }
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
        self.whose_and_keep(guide, page, at);
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
            let at = blocks.item(i);
            block.check(On { guide, page, at }, self);
        }
        self.placeholders = &PLACEHOLDERS;
    }

    /// Whether what is written can be kept as the page says, with those before whom the page is.
    fn whose_and_keep(&mut self, guide: &Guide, page: &Page, at: Spot<'_>) {
        if guide.own_space {
            if page.whose == Whose::Together {
                self.fault(
                    at.field("whose"),
                    "this guide is done by one person in their own space, so a page for both is never seen",
                    listed(&["Hurt", "BrokeTrust", "Each", "Alone", "Whoever"]),
                );
            }
            if page.keep != Keep::Private {
                self.fault(
                    at.field("keep"),
                    "what is written in a guide for one's own space stays there",
                    listed(&["Private"]),
                );
            }
            return;
        }
        if page.whose == Whose::Together && page.keep == Keep::Private {
            self.fault(
                at.field("keep"),
                "what two people write together cannot be private",
                listed(&["OfferToShare", "Shared"]),
            );
        }
        if page.whose == Whose::Whoever
            && page.keep != Keep::Shared
            && page.blocks.iter().any(Block::keeps_an_answer)
        {
            self.fault(
                at.field("keep"),
                "while both are here, what is written on this page goes to the room of both",
                "`Shared`; or `whose: Each`, so that each writes on their own; or no block that keeps an answer",
            );
        }
    }

    fn when(&mut self, guide: &Guide, before: &[Page], page: &Page, when: &Chosen, at: Spot<'_>) {
        if !guide.own_space {
            self.fault(
                at,
                "what one person chose cannot decide which pages two people see",
                "`when` in a guide with `own_space: true`",
            );
            return;
        }
        let with_choice: Vec<&Page> = before
            .iter()
            .filter(|earlier| earlier.blocks.iter().any(|b| b.options().is_some()))
            .collect();
        let Some(earlier) = with_choice.iter().find(|p| p.id == when.page) else {
            let ids: Vec<&str> = with_choice.iter().map(|p| p.id.as_str()).collect();
            self.fault(
                at.field("page"),
                format!("no earlier page `{}` holds a choice", when.page),
                listed(&ids),
            );
            return;
        };
        let choices: Vec<(&str, &[Choice])> = earlier
            .blocks
            .iter()
            .filter_map(|b| Some((b.id()?, b.options()?)))
            .collect();
        let Some((_, options)) = choices.iter().find(|(id, _)| *id == when.block) else {
            let ids: Vec<&str> = choices.iter().map(|(id, _)| *id).collect();
            self.fault(
                at.field("block"),
                format!("`{}` is no choice on the page `{}`", when.block, when.page),
                listed(&ids),
            );
            return;
        };
        if !options.iter().any(|option| option.id == when.option) {
            let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            self.fault(
                at.field("option"),
                format!("`{}` is no option of `{}`", when.option, when.block),
                listed(&ids),
            );
        }
        let for_all = matches!(earlier.whose, Whose::Each | Whose::Alone | Whose::Whoever);
        if !for_all && earlier.whose != page.whose {
            self.fault(
                at.field("page"),
                format!(
                    "the page `{}` is not for everyone whom this page is for, and they could not choose",
                    when.page
                ),
                "a page that is `Each`, or for the same part as this one",
            );
        }
    }
}
