//! Files on their way to a library: what could be read of them, and every fault so far.

use super::embedded;
use super::explain::explain;
use super::fault::{Fault, listed};
use super::load::Library;
use super::schema::{
    self, Guide, GuideKind, Need, Pack, Pillar, Prompts, Source, Support, WalkAway,
};
use super::tree::{self, Node, Spot};
use serde::de::DeserializeOwned;

pub(super) const PACK: &str = "pack.ron";
const PILLARS: &str = "pillars.ron";
const WALK_AWAY: &str = "walk-away.ron";
pub(super) const SOURCES: &str = "sources.ron";
const SUPPORT: &str = "support.ron";
const PROMPTS: &str = "prompts.ron";
/// May be absent.
const NEEDS: &str = "needs.ron";

/// Lists of guides; each may be absent.
const GUIDE_LISTS: [&str; 4] = [
    "healing.ron",
    "self-trust.ron",
    "practices.ron",
    "reads.ron",
];

pub(super) const FILE_NAMES: &[&str] = &[
    PACK,
    "path/*.ron",
    "guides/*.ron",
    PILLARS,
    WALK_AWAY,
    "healing.ron",
    "self-trust.ron",
    "practices.ron",
    "reads.ron",
    NEEDS,
    PROMPTS,
    SUPPORT,
    SOURCES,
];

/// A value read from a file, with the file's index in [`Draft::files`].
pub(super) type Read<T> = Option<(usize, T)>;

pub(super) struct File {
    /// As a fault names it.
    pub(super) shown: String,
    /// Part of the program, under a pack that adds to it.
    pub(super) built_in: bool,
    text: String,
    shape: Option<Node>,
}

impl File {
    pub(super) fn spot(&self) -> Spot<'_> {
        Spot::root(&self.text, self.shape.as_ref())
    }
}

pub(super) struct GuideDraft {
    pub(super) file: usize,
    pub(super) home: Home,
    pub(super) guide: Guide,
}

/// Where a guide stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// By itself, in `path/`.
    Path,
    /// By itself, in `guides/`.
    Guides,
    /// At an index of a list of guides.
    List(usize),
    /// At an index of `pillars.ron`.
    Pillars(usize),
}

impl GuideDraft {
    pub(super) fn spot<'a>(&self, file: Spot<'a>) -> Spot<'a> {
        match self.home {
            Home::Path | Home::Guides => file,
            Home::List(item) | Home::Pillars(item) => file.item(item),
        }
    }
}

/// What could be read so far, with every fault on the way.
pub(super) struct Draft {
    pub(super) root: String,
    pub(super) files: Vec<File>,
    pub(super) pack: Read<Pack>,
    pub(super) guides: Vec<GuideDraft>,
    pub(super) pillars: Read<Vec<Pillar>>,
    pub(super) walk_away: Read<WalkAway>,
    /// The folder's own, and after it what is built in under it.
    pub(super) sources: Vec<(usize, Vec<Source>)>,
    pub(super) support: Read<Support>,
    pub(super) prompts: Read<Prompts>,
    /// Like `sources`.
    pub(super) needs: Vec<(usize, Vec<Need>)>,
    pub(super) faults: Vec<Fault>,
    /// Files that were there, whether or not they could be read.
    present: Vec<String>,
    /// A file that may hold a step could not be read, so a step that seems absent may be there.
    pub(super) steps_uncertain: bool,
    /// The same for any guide.
    pub(super) some_unread: bool,
    /// The ids of the guides laid over what is built in.
    from_pack: Vec<String>,
}

impl Draft {
    pub(super) fn read(root: &str, mut files: Vec<(String, Vec<u8>)>, faults: Vec<Fault>) -> Self {
        files.sort_by(|a, b| a.0.cmp(&b.0));
        let path = format!("{root}/path");
        let mut draft = Self {
            root: root.to_owned(),
            files: Vec::new(),
            pack: None,
            guides: Vec::new(),
            pillars: None,
            walk_away: None,
            sources: Vec::new(),
            support: None,
            prompts: None,
            needs: Vec::new(),
            present: Vec::new(),
            steps_uncertain: faults.iter().any(|fault| fault.file.starts_with(&path)),
            some_unread: !faults.is_empty(),
            faults,
            from_pack: Vec::new(),
        };
        for (name, bytes) in files {
            draft.add(&name, bytes);
        }
        draft
    }

    /// The built-in content, as it stands in the program.
    pub(super) fn built_in() -> Self {
        let files = embedded::FILES
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        Self::read(embedded::ROOT, files, Vec::new())
    }

    /// Whether this stands over the built-in content.
    pub(super) fn adds(&self) -> bool {
        self.pack.as_ref().is_some_and(|(_, pack)| pack.adds)
    }

    /// Puts under this what is built in, where it adds to it; else notes what is absent.
    pub(super) fn completed(mut self) -> Self {
        if self.adds() {
            return self.over(Self::built_in());
        }
        if self.pack.is_none() && self.is_present(PACK) {
            // Whether it has to be complete stands in what cannot be read.
            self.steps_uncertain = true;
            self.some_unread = true;
        } else {
            self.note_absent();
        }
        self
    }

    fn is_present(&self, name: &str) -> bool {
        let shown = format!("{}/{name}", self.root);
        // A file that could not be opened has its own fault.
        self.present.iter().any(|present| present == name)
            || self.faults.iter().any(|fault| fault.file == shown)
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.present.push(name.to_owned());
        match name {
            PACK => self.pack = self.value(name, bytes),
            PILLARS => {
                self.pillars = self.value(name, bytes);
                let guides = self.pillars.as_ref().map(|(file, pillars)| {
                    let guides = pillars.iter().map(guide_of_pillar).collect();
                    (*file, guides)
                });
                self.guides(guides, Home::Pillars);
            }
            WALK_AWAY => self.walk_away = self.value(name, bytes),
            SOURCES => {
                let read = self.value(name, bytes);
                self.sources.extend(read);
            }
            SUPPORT => self.support = self.value(name, bytes),
            PROMPTS => self.prompts = self.value(name, bytes),
            NEEDS => {
                let read = self.value(name, bytes);
                self.needs.extend(read);
            }
            _ if GUIDE_LISTS.contains(&name) => {
                let read = self.value(name, bytes);
                self.guides(read, Home::List);
            }
            _ if name.starts_with("path/") => {
                let read = self.value(name, bytes);
                self.steps_uncertain |= read.is_none();
                let one = read.map(|(file, guide)| (file, vec![guide]));
                self.guides(one, |_| Home::Path);
            }
            _ if name.starts_with("guides/") => {
                let read = self.value(name, bytes);
                let one = read.map(|(file, guide)| (file, vec![guide]));
                self.guides(one, |_| Home::Guides);
            }
            _ => self.faults.push(Fault::whole(
                format!("{}/{name}", self.root),
                "no content is looked for in a file of this name",
                listed(FILE_NAMES),
            )),
        }
    }

    fn guides(&mut self, read: Read<Vec<Guide>>, home: impl Fn(usize) -> Home) {
        let Some((file, guides)) = read else {
            self.some_unread = true;
            return;
        };
        let placed = guides.into_iter().enumerate().map(|(i, guide)| GuideDraft {
            file,
            home: home(i),
            guide,
        });
        self.guides.extend(placed);
    }

    fn value<T: DeserializeOwned>(&mut self, name: &str, bytes: Vec<u8>) -> Read<T> {
        let shown = format!("{}/{name}", self.root);
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                self.faults.push(not_utf8(shown, &error));
                return None;
            }
        };
        let text = match text.strip_prefix('\u{feff}') {
            None => text,
            Some(rest) => {
                self.faults.push(Fault::whole(
                    &shown,
                    "the file begins with a byte order mark",
                    "UTF-8 without a mark before it",
                ));
                rest.to_owned()
            }
        };
        if let Some((line, column)) = carriage_return(&text) {
            self.faults.push(Fault {
                file: shown.clone(),
                line,
                column,
                what: "a line ends in a carriage return, as Windows writes it".into(),
                allowed: "lines that end in a line feed alone".into(),
            });
        }
        let shape = tree::read(&text);
        match schema::ron().from_str(&text) {
            Ok(value) => {
                self.files.push(File {
                    shown,
                    built_in: false,
                    text,
                    shape,
                });
                Some((self.files.len() - 1, value))
            }
            Err(error) => {
                let root = Spot::root(&text, shape.as_ref());
                self.faults.push(explain(&shown, &error, root));
                None
            }
        }
    }

    /// A folder that stands by itself has to be complete.
    fn note_absent(&mut self) {
        for name in [PILLARS, WALK_AWAY, SOURCES, SUPPORT, PROMPTS] {
            if !self.is_present(name) {
                self.faults.push(Fault::whole(
                    format!("{}/{name}", self.root),
                    "this file is not there",
                    format!("a file of this name, or a `{PACK}` with `adds: true`"),
                ));
            }
        }
    }

    /// Lays this over what is built in: a guide takes the place of the one with its id, sources and needs likewise, and any
    /// other file takes the place of the file of its name.
    fn over(mut self, below: Self) -> Self {
        let offset = self.files.len();
        self.files.extend(below.files.into_iter().map(|file| File {
            built_in: true,
            ..file
        }));
        self.faults.extend(below.faults);
        self.from_pack = self.guides.iter().map(|g| g.guide.id.clone()).collect();
        self.guides_over(below.guides, offset);
        if !self.is_present(PILLARS) {
            self.pillars = below.pillars.map(moved(offset));
        }
        if !self.is_present(WALK_AWAY) {
            self.walk_away = below.walk_away.map(moved(offset));
        }
        if !self.is_present(SUPPORT) {
            self.support = below.support.map(moved(offset));
        }
        if !self.is_present(PROMPTS) {
            self.prompts = below.prompts.map(moved(offset));
        }
        let needs = below.needs.into_iter();
        self.needs.extend(needs.map(moved(offset)));
        let sources = below.sources.into_iter();
        self.sources.extend(sources.map(moved(offset)));
        self
    }

    /// The guides in the order of those below, then what stands here besides.
    fn guides_over(&mut self, below: Vec<GuideDraft>, offset: usize) {
        let has_pillars = self.is_present(PILLARS);
        let mut own = std::mem::take(&mut self.guides);
        for mut guide in below {
            let is_pillar = matches!(guide.home, Home::Pillars(_));
            if is_pillar && has_pillars {
                continue;
            }
            let same = |g: &GuideDraft| g.guide.id == guide.guide.id;
            guide.file += offset;
            // A pillar is more than its guide, so no other guide can take its place.
            let over = own.iter().position(same).filter(|_| !is_pillar);
            self.guides
                .push(over.map_or(guide, |index| own.remove(index)));
        }
        self.guides.extend(own);
    }

    /// Whether what `sources.ron` says is known in full.
    pub(super) fn sources_known(&self) -> bool {
        let read = |(file, _): &(usize, Vec<Source>)| {
            self.files.get(*file).is_some_and(|file| !file.built_in)
        };
        if self.is_present(SOURCES) {
            self.sources.iter().any(read)
        } else {
            !self.sources.is_empty()
        }
    }

    pub(super) fn finish(self) -> Result<Library, Vec<Fault>> {
        let Self {
            guides,
            pack,
            pillars: Some((_, pillars)),
            walk_away: Some((_, walk_away)),
            sources,
            support: Some((_, support)),
            prompts: Some((_, prompts)),
            needs,
            mut faults,
            from_pack,
            ..
        } = self
        else {
            let mut faults = self.faults;
            faults.sort();
            return Err(faults);
        };
        if !faults.is_empty() {
            faults.sort();
            return Err(faults);
        }
        let mut guides: Vec<Guide> = guides.into_iter().map(|draft| draft.guide).collect();
        guides.sort_by_key(|guide| match guide.kind {
            GuideKind::Step(number) => number,
            GuideKind::Pillar => u8::MAX - 1,
            _ => u8::MAX,
        });
        Ok(Library {
            guides,
            pillars,
            walk_away,
            sources: merged(sources, |source| &source.id),
            support,
            prompts,
            needs: merged(needs, |need| &need.id),
            pack: pack.map(|(_, pack)| pack),
            from_pack,
        })
    }
}

/// A value of a file that now stands `offset` files further on.
fn moved<T>(offset: usize) -> impl Fn((usize, T)) -> (usize, T) {
    move |(file, value)| (file + offset, value)
}

/// Of the layers, uppermost first, everything once: in the order of the lowest, then what the upper ones have besides.
fn merged<T>(layers: Vec<(usize, Vec<T>)>, id: impl Fn(&T) -> &String) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for (_, layer) in layers.into_iter().rev() {
        for value in layer {
            match all.iter_mut().find(|other| id(other) == id(&value)) {
                Some(other) => *other = value,
                None => all.push(value),
            }
        }
    }
    all
}

fn guide_of_pillar(pillar: &Pillar) -> Guide {
    Guide {
        id: pillar.id.clone(),
        kind: GuideKind::Pillar,
        title: pillar.name.clone(),
        summary: pillar.summary.clone(),
        minutes: pillar.minutes,
        evidence: pillar.evidence,
        sources: pillar.sources.clone(),
        own_space: false,
        goes_with: Vec::new(),
        pages: pillar.pages.clone(),
    }
}

fn not_utf8(file: String, error: &std::string::FromUtf8Error) -> Fault {
    let good = error.as_bytes().get(..error.utf8_error().valid_up_to());
    let before = String::from_utf8_lossy(good.unwrap_or_default());
    Fault {
        file,
        line: before.matches('\n').count() + 1,
        column: before.chars().rev().take_while(|c| *c != '\n').count() + 1,
        what: "this is not UTF-8".into(),
        allowed: "text saved as UTF-8".into(),
    }
}

/// Where the first line with a carriage return ends.
fn carriage_return(text: &str) -> Option<(usize, usize)> {
    let (line, found) = text
        .split('\n')
        .enumerate()
        .find(|(_, line)| line.contains('\r'))?;
    let column = found.chars().take_while(|c| *c != '\r').count() + 1;
    Some((line + 1, column))
}
