//! Reading all content, from the files built into the program or from a folder.

use super::check;
use super::draft::Draft;
use super::fault::Fault;
use super::folder::Folder;
use super::schema::{
    Block, Guide, GuideKind, Need, Pack, Page, Pillar, Prompts, Source, Support, WalkAway,
};
use std::path::Path;

/// All content of one language, checked: ids are unique, everything named exists, each of the ten steps is there once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// The ten steps in order, then the pillars, then the others in the order of their files.
    pub guides: Vec<Guide>,
    pub pillars: Vec<Pillar>,
    pub walk_away: WalkAway,
    pub sources: Vec<Source>,
    pub support: Support,
    pub prompts: Prompts,
    /// In the order of `needs.ron`; none where it is absent.
    pub needs: Vec<Need>,
    /// What `pack.ron` says, where there is one.
    pub pack: Option<Pack>,
    /// The ids of the guides with which a pack adds to what is built in.
    pub from_pack: Vec<String>,
}

impl Library {
    /// The content built into the program. A test holds it free of faults.
    pub fn embedded() -> Result<Self, Vec<Fault>> {
        Self::checked(Draft::built_in())
    }

    /// The content of a folder: one language's, or the folder above it that holds `en`. Where its `pack.ron` says `adds: true`
    /// it is laid over what is built in; else it stands by itself. On failure every fault of every file, ordered by file and
    /// place.
    pub fn from_dir(dir: &Path) -> Result<Self, Vec<Fault>> {
        Folder::read(dir).library()
    }

    /// The content of files already in memory: each one's path below `root`, and its bytes.
    pub fn from_files(root: &str, files: Vec<(String, Vec<u8>)>) -> Result<Self, Vec<Fault>> {
        Folder::of(root, files).library()
    }

    /// What a folder gave, with the faults of reading it.
    pub(super) fn of_folder(
        root: &str,
        files: Vec<(String, Vec<u8>)>,
        faults: Vec<Fault>,
    ) -> Result<Self, Vec<Fault>> {
        Self::assemble(Draft::read(root, files, faults))
    }

    /// Whether a guide is written from right to left: it is of a pack in such a language.
    pub fn right_to_left(&self, guide: &str) -> bool {
        self.pack.as_ref().is_some_and(|pack| {
            pack.right_to_left() && (!pack.adds || self.from_pack.iter().any(|id| id == guide))
        })
    }

    pub fn guide(&self, id: &str) -> Option<&Guide> {
        self.guides.iter().find(|guide| guide.id == id)
    }

    /// One of the ten steps, 1 to 10.
    pub fn step(&self, number: u8) -> Option<&Guide> {
        self.guides
            .iter()
            .find(|guide| guide.kind == GuideKind::Step(number))
    }

    /// The ids of the ten steps, in order, as the rules over the path take them.
    pub fn step_ids(&self) -> [String; 10] {
        std::array::from_fn(|at| {
            self.step_at(at)
                .map(|step| step.id.clone())
                .unwrap_or_default()
        })
    }

    pub fn step_titles(&self) -> [String; 10] {
        std::array::from_fn(|at| {
            self.step_at(at)
                .map(|step| step.title.clone())
                .unwrap_or_default()
        })
    }

    fn step_at(&self, index: usize) -> Option<&Guide> {
        u8::try_from(index + 1)
            .ok()
            .and_then(|number| self.step(number))
    }

    pub fn page(&self, guide: &str, page: &str) -> Option<&Page> {
        self.guide(guide)?.pages.iter().find(|p| p.id == page)
    }

    /// What a block asks; where it is about a pillar, what the pillar does.
    pub fn prompt<'a>(&'a self, block: &'a Block) -> Option<&'a str> {
        let pillar = |id: &str| self.pillars.iter().find(|pillar| pillar.id == id);
        match block {
            Block::Look(look) => pillar(&look.pillar).map(|pillar| pillar.look.as_str()),
            Block::Notice(notice) => pillar(&notice.pillar).map(|pillar| pillar.noticed.as_str()),
            other => other.prompt(),
        }
    }

    /// The block under whose id answers are kept.
    pub fn block(&self, guide: &str, page: &str, block: &str) -> Option<&Block> {
        let page = self.page(guide, page)?;
        page.blocks.iter().find(|b| b.id() == Some(block))
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    fn assemble(draft: Draft) -> Result<Self, Vec<Fault>> {
        Self::checked(draft.completed())
    }

    fn checked(mut draft: Draft) -> Result<Self, Vec<Fault>> {
        check::draft(&mut draft);
        draft.finish()
    }
}
