//! What content has to be beyond its types, and the report of a folder for the command line.

mod across;
mod blocks;
mod guides;
mod lists;

use super::draft::{Draft, File, PACK};
use super::fault::{Fault, listed};
use super::load::Library;
use super::schema::{Choice, Guide};
use super::tree::Spot;
use std::collections::HashSet;
use std::path::Path;

/// How much a folder without a fault holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    pub guides: usize,
    pub pages: usize,
    pub blocks: usize,
    /// Where a pack adds to what is built in. The counts before are of its own guides.
    pub adds: Option<Adds>,
}

/// What the guides of a pack do beside those that are built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adds {
    pub new: usize,
    /// So many take the place of a built-in guide.
    pub in_place: usize,
}

/// Reads a folder and says what it holds, or every fault in it.
pub fn report(dir: &Path) -> Result<Summary, Vec<Fault>> {
    Summary::of(&Library::from_dir(dir)?)
}

impl Summary {
    /// What content holds; of a pack that adds, only what is its own.
    pub fn of(library: &Library) -> Result<Self, Vec<Fault>> {
        let adds = library.pack.as_ref().is_some_and(|pack| pack.adds);
        let own = |guide: &&Guide| !adds || library.from_pack.contains(&guide.id);
        let guides = || library.guides.iter().filter(own);
        let pages = || guides().flat_map(|guide| &guide.pages);
        let adds = if adds {
            let built_in = Library::embedded()?;
            let in_place = guides().filter(|guide| built_in.guide(&guide.id).is_some());
            let in_place = in_place.count();
            Some(Adds {
                new: guides().count() - in_place,
                in_place,
            })
        } else {
            None
        };
        Ok(Self {
            guides: guides().count(),
            pages: pages().count(),
            blocks: pages().map(|page| page.blocks.len()).sum(),
            adds,
        })
    }
}

/// Adds every fault of what could be read.
pub(super) fn draft(draft: &mut Draft) {
    let sources = || draft.sources.iter().flat_map(|(_, sources)| sources);
    let known = draft
        .sources_known()
        .then(|| sources().map(|s| s.id.as_str()).collect());
    let pillars = draft
        .pillars
        .as_ref()
        .map(|(_, pillars)| pillars.iter().map(|p| p.id.as_str()).collect());
    let mut check = Checker {
        file: None,
        pack: format!("{}/{PACK}", draft.root),
        placeholders: &PLACEHOLDERS,
        sources: known,
        pillars,
        faults: Vec::new(),
    };
    let d = &*draft;
    for one in &d.guides {
        let file = d.files.get(one.file);
        check.file = file;
        check.guide(&one.guide, one.spot(spot(file)));
    }
    check.across_guides(d);
    if let Some((file, pack)) = &d.pack {
        check.pack(d.files.get(*file), pack);
    }
    if let Some((file, pillars)) = &d.pillars {
        check.pillars(d.files.get(*file), pillars);
    }
    if let Some((file, walk_away)) = &d.walk_away {
        check.walk_away(d.files.get(*file), walk_away);
    }
    for (file, sources) in &d.sources {
        check.all_sources(d.files.get(*file), sources);
    }
    if let Some((file, support)) = &d.support {
        check.support(d.files.get(*file), support);
    }
    if let Some((file, prompts)) = &d.prompts {
        check.prompts(d.files.get(*file), prompts);
    }
    for (file, needs) in &d.needs {
        check.needs(d.files.get(*file), needs, d);
    }
    let found = check.faults;
    draft.faults.extend(found);
}

fn spot(file: Option<&File>) -> Spot<'_> {
    file.map_or(Spot::root("", None), File::spot)
}

const PLACEHOLDERS: [&str; 4] = ["{hurt}", "{broke}", "{you}", "{other}"];
/// A page for both at once is nobody's own.
const PLACEHOLDERS_TOGETHER: [&str; 2] = ["{hurt}", "{broke}"];

pub(super) struct Checker<'a> {
    file: Option<&'a File>,
    /// The `pack.ron` that answers for a fault in what is built in.
    pack: String,
    /// What may stand in curly brackets in the text at hand.
    placeholders: &'static [&'static str],
    /// The ids of `sources.ron`, or nothing where it could not be read.
    sources: Option<HashSet<&'a str>>,
    /// The ids of `pillars.ron`, or nothing where it could not be read.
    pillars: Option<Vec<&'a str>>,
    faults: Vec<Fault>,
}

impl<'a> Checker<'a> {
    pub(super) fn fault(
        &mut self,
        at: Spot<'_>,
        what: impl Into<String>,
        allowed: impl Into<String>,
    ) {
        self.fault_at(at.place(), what, allowed);
    }

    pub(super) fn fault_at(
        &mut self,
        (line, column): (usize, usize),
        what: impl Into<String>,
        allowed: impl Into<String>,
    ) {
        let shown = self.file.map(|file| file.shown.clone()).unwrap_or_default();
        let what = what.into();
        self.faults.push(match self.file {
            Some(file) if file.built_in => Fault::whole(
                &self.pack,
                format!("this does not fit what is built in: {shown}:{line}:{column}: {what}"),
                allowed,
            ),
            _ => Fault {
                file: shown,
                line,
                column,
                what,
                allowed: allowed.into(),
            },
        });
    }

    /// A text that has to say something.
    pub(super) fn text(&mut self, at: Spot<'_>, text: &str) {
        if text.trim().is_empty() {
            self.fault(at, "this text is empty", "at least one visible character");
        }
        self.optional(at, text);
    }

    /// A text that may be left out.
    pub(super) fn optional(&mut self, at: Spot<'_>, text: &str) {
        let mut done = 0;
        while let Some((before, from)) = next_bracket(text, done) {
            let end = from
                .char_indices()
                .skip(1)
                .find(|(_, c)| matches!(c, '{' | '}'))
                .filter(|(_, c)| *c == '}' && from.starts_with('{'))
                .map_or(1, |(i, _)| i + 1);
            let word = from.get(..end).unwrap_or_default();
            if !self.placeholders.contains(&word) {
                let place = at.place_of(word, before.matches(word).count());
                self.fault_at(
                    place,
                    format!("`{word}` stands for nothing here"),
                    listed(self.placeholders),
                );
            }
            done = before.len() + end;
        }
    }

    pub(super) fn texts(&mut self, at: Spot<'_>, texts: &[String]) {
        if texts.is_empty() {
            self.fault(at, "this list is empty", "at least one text");
        }
        for (i, text) in texts.iter().enumerate() {
            self.text(at.item(i), text);
        }
    }

    fn id(&mut self, at: Spot<'_>, id: &str) {
        let part = |p: &str| {
            !p.is_empty()
                && p.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !id.split('-').all(part) {
            self.fault(
                at,
                format!("the id `{id}` is not well formed"),
                "small letters a to z and digits, in words joined by single hyphens",
            );
        }
    }

    /// Checks the form of ids that have to differ from each other, each given with its place.
    pub(super) fn ids<'i>(&mut self, what: &str, ids: impl Iterator<Item = (Spot<'i>, &'i str)>) {
        let mut seen = HashSet::new();
        for (at, id) in ids {
            self.id(at, id);
            if !seen.insert(id) {
                self.fault(
                    at,
                    format!("the id `{id}` is taken by another {what}"),
                    format!("an id that no other {what} here has"),
                );
            }
        }
    }

    pub(super) fn five_words(&mut self, at: Spot<'_>, words: &[String; 5]) {
        let mut seen = HashSet::new();
        for (i, word) in words.iter().enumerate() {
            self.text(at.item(i), word);
            if !seen.insert(word.trim().to_lowercase()) {
                self.fault(
                    at.item(i),
                    format!("the word `{word}` is there twice"),
                    "five different words",
                );
            }
        }
    }

    pub(super) fn choices(&mut self, at: Spot<'_>, what: &str, choices: &[Choice], least: usize) {
        if choices.len() < least {
            let allowed = match least {
                1 => "at least one".to_owned(),
                least => format!("at least {least}"),
            };
            self.fault(at, format!("there are too few: {}", choices.len()), allowed);
        }
        self.ids(
            what,
            choices
                .iter()
                .enumerate()
                .map(|(i, c)| (at.item(i).field("id"), c.id.as_str())),
        );
        for (i, choice) in choices.iter().enumerate() {
            self.text(at.item(i).field("text"), &choice.text);
        }
    }

    fn named_sources(&mut self, at: Spot<'_>, named: &[String]) {
        let Some(known) = &self.sources else {
            return;
        };
        let mut ids: Vec<&str> = known.iter().copied().collect();
        ids.sort_unstable();
        let unknown: Vec<usize> = (0..named.len())
            .filter(|i| named.get(*i).is_some_and(|id| !known.contains(id.as_str())))
            .collect();
        for i in unknown {
            let id = named.get(i).map_or("", String::as_str);
            self.fault(
                at.item(i),
                format!("there is no source `{id}`"),
                listed(&ids),
            );
        }
        if named.is_empty() {
            self.fault(at, "no source is named", listed(&ids));
        }
    }
}

/// The text before the next curly bracket, and from it on.
fn next_bracket(text: &str, done: usize) -> Option<(&str, &str)> {
    let at = text.get(done..)?.find(['{', '}'])?;
    text.split_at_checked(done + at)
}
