//! What several kinds of block have to be.

use super::Checker;
use crate::content::block::On;
use crate::content::fault::listed;
use crate::content::schema::{Block, Keep, Page, Whose};
use crate::content::tree::Spot;

impl Checker<'_> {
    pub(in crate::content) fn of_one_person(&mut self, on: On<'_>, what: &str) {
        if matches!(on.page.whose, Whose::Together | Whose::Whoever) {
            self.fault(
                on.at,
                format!("{what} comes from one person, and this page may be for both at once"),
                "on pages that are `Hurt`, `BrokeTrust`, `Each` or `Alone`",
            );
        }
    }

    pub(in crate::content) fn not_private(&mut self, on: On<'_>, what: &str) {
        if on.page.keep == Keep::Private {
            self.fault(
                on.at,
                format!("{what} cannot stand on a private page"),
                "on pages with `keep: Shared` or `keep: OfferToShare`",
            );
        }
    }

    pub(in crate::content) fn for_two(&mut self, on: On<'_>) {
        if on.page.whose != Whose::Together {
            self.fault(
                on.at,
                "this takes two, and the page may be for one",
                "on pages that are `Together`",
            );
        }
    }

    pub(in crate::content) fn pillar(&mut self, at: Spot<'_>, pillar: &str) {
        let Some(known) = &self.pillars else {
            return;
        };
        if !known.contains(&pillar) {
            let allowed = listed(known);
            self.fault(at, format!("there is no pillar `{pillar}`"), allowed);
        }
    }

    pub(in crate::content) fn minutes(&mut self, at: Spot<'_>, minutes: u16) {
        if minutes == 0 {
            self.fault(at, "this takes no time", "one minute or more");
        }
    }

    /// `page/block` of this guide, whose answers may come into view of the other person.
    pub(in crate::content) fn in_view(&mut self, on: On<'_>, of: &[String]) {
        let at = on.at.field("of");
        let shown: Vec<String> = on
            .guide
            .pages
            .iter()
            .filter(|page| page.keep != Keep::Private)
            .flat_map(can_be_shown)
            .collect();
        let private: Vec<String> = on
            .guide
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
    let answers = page.blocks.iter().filter(|b| b.can_be_shown());
    answers
        .filter_map(Block::id)
        .map(|id| format!("{}/{id}", page.id))
}
