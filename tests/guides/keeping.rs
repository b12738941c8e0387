//! What becomes of what was answered: where it is kept, and whether it is found again.

use crate::answering::{Given, chosen};
use crate::says::{is_blank, kind, rates};
use crate::walk::{Walk, words};
use goldseam::content::schema::{Block, Keep};
use goldseam::domain::{Kind, Room};
use goldseam::screen::{Entry, Here};

impl Walk<'_> {
    /// Whether only the writer may read what is written at this turn.
    pub fn is_private(&self, n: usize) -> bool {
        let turn = self.turns[n];
        let keep = self.page(turn).keep;
        let two = self.view.page.world.household.people.len() > 1;
        turn.writer.is_some()
            && match keep {
                Keep::Private => true,
                Keep::OfferToShare => !(self.manner.shows && two),
                Keep::Shared => false,
            }
    }

    /// Every answer of the page is on its way to the disk, in the room where it belongs.
    pub fn was_kept(&mut self, n: usize, given: &Given) {
        let turn = self.turns[n];
        let page = self.page(turn).clone();
        let kept = std::mem::take(&mut self.view.page.kept);
        for block in &page.blocks {
            let Some(id) = block.id() else { continue };
            let is_answer = |entry: &Entry| match &entry.what {
                Kind::Answer(a) => a.page == page.id && a.block == id && !is_blank(&a.value),
                _ => false,
            };
            let may_be_full = matches!(block, Block::Commit(_)) && given.three_are_enough;
            if !kept.iter().any(is_answer) && !may_be_full {
                self.fault(format!("no answer to {id:?} was kept"));
            }
        }
        for word in &given.words {
            let has = |entry: &Entry| serde_json::to_string(&entry.what).unwrap().contains(word);
            if !kept.iter().any(has) {
                self.fault(format!("{word} was written and not kept"));
            }
        }
        let me = match self.who.here() {
            Here::One(me) => Some(me),
            Here::Both | Here::Nobody => None,
        };
        for entry in &kept {
            let wanted = match (&entry.what, me) {
                (Kind::Place(_), Some(me)) => Some(Room::Private(me)),
                (Kind::Place(_), None) => Some(Room::Shared),
                // It answers what stands in the shared room.
                (Kind::BoundaryReply(_) | Kind::QuestionReply(_), _) => Some(Room::Shared),
                _ if self.is_private(n) => turn.writer.map(Room::Private),
                // A rating stays behind on whatever is shown; that it shows nowhere else is told by its own test.
                _ if page.keep == Keep::OfferToShare || rates(&page) => None,
                _ => Some(Room::Shared),
            };
            if wanted.is_some_and(|room| room != entry.room) {
                self.fault(format!("{} is kept in {:?}", kind(&entry.what), entry.room));
            }
        }
    }

    /// Turning the pages alone is no answer, and takes none back.
    pub fn changes_nothing(&mut self) {
        let kept = std::mem::take(&mut self.view.page.kept);
        for entry in kept {
            if !matches!(entry.what, Kind::Place(_)) {
                let what = match &entry.what {
                    Kind::Answer(a) if is_blank(&a.value) => {
                        format!("the answer to {}/{} is taken back", a.page, a.block)
                    }
                    Kind::Answer(a) => format!("{}/{} is answered", a.page, a.block),
                    other => format!("{} is kept", kind(other)),
                };
                self.fault(format!("{what} although nobody did anything"));
            }
        }
    }

    pub fn finds(&mut self, n: usize) {
        let snapshot = self.view.snapshot();
        let (words, there) = (words(&snapshot), chosen(&snapshot));
        let given = self.given[n].clone();
        let lost: Vec<&String> = given.words.iter().filter(|w| !words.contains(*w)).collect();
        if !lost.is_empty() {
            self.fault(format!("what was written is not there again: {lost:?}"));
        }
        let ratings = self.ratings_out_of_sight(n);
        let lost = given.chosen.difference(&there);
        let lost: Vec<&String> = lost.filter(|name| !ratings.contains(name)).collect();
        if !lost.is_empty() {
            self.fault(format!("what was chosen is not chosen any more: {lost:?}"));
        }
    }

    /// A rating stays with the one who gave it, also on a page that is shown: while both are here it is not to be seen.
    fn ratings_out_of_sight(&self, n: usize) -> Vec<String> {
        let turn = self.turns[n];
        let both = self.view.page.world.here == Here::Both;
        let page = self.page(turn);
        if !both || turn.writer.is_none() || page.keep == Keep::Shared {
            return Vec::new();
        }
        let library = &self.view.page.world.library;
        let words = page.blocks.iter().filter_map(|block| match block {
            Block::Rate(rate) => Some(&rate.words),
            Block::Look(look) => library
                .pillars
                .iter()
                .find(|p| p.id == look.pillar)
                .map(|p| &p.words),
            _ => None,
        });
        words.flatten().cloned().collect()
    }

    pub fn shows_nothing_of(&mut self, n: usize) {
        let words = self.words();
        let shown: Vec<String> = self.given[n].words.clone();
        for word in shown.iter().filter(|word| words.contains(*word)) {
            self.fault(format!("{word} shows although the page is sealed"));
        }
    }

    pub fn nothing_private_is_shared(&mut self) {
        let shared = self.view.page.world.written_in(Room::Shared);
        for n in 0..self.given.len() {
            if self.is_private(n) {
                let words = self.given[n].words.clone();
                for word in words.iter().filter(|word| shared.contains(*word)) {
                    self.is_at(n, "in the end");
                    self.fault(format!("{word} is private and in the shared room"));
                }
            }
        }
    }
}
