//! Reading all content, from the files built into the program or from a folder.

use super::check;
use super::embedded;
use super::explain::explain;
use super::fault::{Fault, listed};
use super::schema::{
    Block, Guide, GuideKind, Need, Page, Pillar, Prompts, Source, Support, WalkAway,
};
use super::tree::{self, Node, Spot};
use serde::de::DeserializeOwned;
use std::fs;
use std::io;
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
}

impl Library {
    /// The content built into the program. A test holds it free of faults.
    pub fn embedded() -> Result<Self, Vec<Fault>> {
        let files = embedded::FILES
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        Self::from_files(embedded::ROOT, files)
    }

    /// The content of a folder: one language's, or the folder above it that holds `en`. On failure every fault of every file,
    /// ordered by file and place.
    pub fn from_dir(dir: &Path) -> Result<Self, Vec<Fault>> {
        let language = dir.join("en");
        let dir = if language.is_dir() && !dir.join(SOURCES).exists() {
            &language
        } else {
            dir
        };
        let root = dir.display().to_string();
        let mut faults = Vec::new();
        let mut files = Vec::new();
        match dir.metadata() {
            Err(error) => return Err(vec![unreadable(&root, &error)]),
            Ok(found) if !found.is_dir() => {
                return Err(vec![Fault::whole(
                    root,
                    "this is not a folder",
                    "a folder of content files",
                )]);
            }
            Ok(_) => gather(dir, &root, "", &mut files, &mut faults),
        }
        let steps = dir.join("path");
        if steps.exists() {
            gather(
                &steps,
                &format!("{root}/path"),
                "path/",
                &mut files,
                &mut faults,
            );
        }
        if files.is_empty() && faults.is_empty() {
            return Err(vec![Fault::whole(
                root,
                "there is no content in this folder",
                listed(FILE_NAMES),
            )]);
        }
        Self::assemble(&root, files, faults)
    }

    /// The content of files already in memory: each one's path below `root`, and its bytes.
    pub fn from_files(root: &str, files: Vec<(String, Vec<u8>)>) -> Result<Self, Vec<Fault>> {
        Self::assemble(root, files, Vec::new())
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

    /// The block under whose id answers are kept.
    pub fn block(&self, guide: &str, page: &str, block: &str) -> Option<&Block> {
        let page = self.page(guide, page)?;
        page.blocks.iter().find(|b| b.id() == Some(block))
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    fn assemble(
        root: &str,
        mut files: Vec<(String, Vec<u8>)>,
        faults: Vec<Fault>,
    ) -> Result<Self, Vec<Fault>> {
        files.sort_by(|a, b| a.0.cmp(&b.0));
        let path = format!("{root}/path");
        let mut draft = Draft {
            steps_uncertain: faults.iter().any(|fault| fault.file.starts_with(&path)),
            some_unread: !faults.is_empty(),
            faults,
            ..Draft::new(root)
        };
        for (name, bytes) in files {
            draft.add(&name, bytes);
        }
        draft.note_absent();
        check::draft(&mut draft);
        draft.finish()
    }
}

const PILLARS: &str = "pillars.ron";
const WALK_AWAY: &str = "walk-away.ron";
const SOURCES: &str = "sources.ron";
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

const FILE_NAMES: &[&str] = &[
    "path/*.ron",
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
    /// Its place in a list of guides; a file of `path/` holds one guide and no list.
    pub(super) item: Option<usize>,
    pub(super) guide: Guide,
}

/// What could be read so far, with every fault on the way.
pub(super) struct Draft {
    pub(super) root: String,
    pub(super) files: Vec<File>,
    pub(super) guides: Vec<GuideDraft>,
    pub(super) pillars: Read<Vec<Pillar>>,
    pub(super) walk_away: Read<WalkAway>,
    pub(super) sources: Read<Vec<Source>>,
    pub(super) support: Read<Support>,
    pub(super) prompts: Read<Prompts>,
    pub(super) needs: Read<Vec<Need>>,
    pub(super) faults: Vec<Fault>,
    /// Files that were there, whether or not they could be read.
    present: Vec<String>,
    /// A file that may hold a step could not be read, so a step that seems absent may be there.
    pub(super) steps_uncertain: bool,
    /// The same for any guide.
    pub(super) some_unread: bool,
}

impl Draft {
    fn new(root: &str) -> Self {
        Self {
            root: root.to_owned(),
            files: Vec::new(),
            guides: Vec::new(),
            pillars: None,
            walk_away: None,
            sources: None,
            support: None,
            prompts: None,
            needs: None,
            faults: Vec::new(),
            present: Vec::new(),
            steps_uncertain: false,
            some_unread: false,
        }
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.present.push(name.to_owned());
        match name {
            PILLARS => {
                self.pillars = self.read(name, bytes);
                let guides = self.pillars.as_ref().map(|(file, pillars)| {
                    let guides = pillars.iter().map(guide_of_pillar).collect();
                    (*file, guides)
                });
                self.guides_of_list(guides);
            }
            WALK_AWAY => self.walk_away = self.read(name, bytes),
            SOURCES => self.sources = self.read(name, bytes),
            SUPPORT => self.support = self.read(name, bytes),
            PROMPTS => self.prompts = self.read(name, bytes),
            NEEDS => self.needs = self.read(name, bytes),
            _ if GUIDE_LISTS.contains(&name) => {
                let read = self.read::<Vec<Guide>>(name, bytes);
                self.guides_of_list(read);
            }
            _ if name.starts_with("path/") => match self.read(name, bytes) {
                Some((file, guide)) => self.guides.push(GuideDraft {
                    file,
                    item: None,
                    guide,
                }),
                None => {
                    self.steps_uncertain = true;
                    self.some_unread = true;
                }
            },
            _ => self.faults.push(Fault::whole(
                format!("{}/{name}", self.root),
                "no content is looked for in a file of this name",
                listed(FILE_NAMES),
            )),
        }
    }

    fn guides_of_list(&mut self, read: Read<Vec<Guide>>) {
        let Some((file, guides)) = read else {
            self.some_unread = true;
            return;
        };
        let placed = guides.into_iter().enumerate().map(|(i, guide)| GuideDraft {
            file,
            item: Some(i),
            guide,
        });
        self.guides.extend(placed);
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str, bytes: Vec<u8>) -> Read<T> {
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
        match ron::from_str(&text) {
            Ok(value) => {
                self.files.push(File { shown, text, shape });
                Some((self.files.len() - 1, value))
            }
            Err(error) => {
                let root = Spot::root(&text, shape.as_ref());
                self.faults.push(explain(&shown, &error, root));
                None
            }
        }
    }

    fn note_absent(&mut self) {
        for name in [PILLARS, WALK_AWAY, SOURCES, SUPPORT, PROMPTS] {
            let shown = format!("{}/{name}", self.root);
            // A file that could not be opened has its own fault.
            let told = self.faults.iter().any(|fault| fault.file == shown);
            if !told && !self.present.iter().any(|present| present == name) {
                self.faults.push(Fault::whole(
                    shown,
                    "this file is not there",
                    "a file of this name",
                ));
            }
        }
    }

    fn finish(self) -> Result<Library, Vec<Fault>> {
        let Self {
            guides,
            pillars: Some((_, pillars)),
            walk_away: Some((_, walk_away)),
            sources: Some((_, sources)),
            support: Some((_, support)),
            prompts: Some((_, prompts)),
            needs,
            mut faults,
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
            sources,
            support,
            prompts,
            needs: needs.map(|(_, needs)| needs).unwrap_or_default(),
        })
    }
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

/// The `.ron` files of one folder; hidden files, as editors leave them, are passed over.
fn gather(
    dir: &Path,
    shown: &str,
    prefix: &str,
    files: &mut Vec<(String, Vec<u8>)>,
    faults: &mut Vec<Fault>,
) {
    let entries = match fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(unreadable(shown, &error));
            return;
        }
    };
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || !name.ends_with(".ron") {
            continue;
        }
        match fs::read(entry.path()) {
            Ok(bytes) => files.push((format!("{prefix}{name}"), bytes)),
            Err(error) => faults.push(unreadable(&format!("{shown}/{name}"), &error)),
        }
    }
}

fn unreadable(shown: &str, error: &io::Error) -> Fault {
    let what = match error.kind() {
        io::ErrorKind::NotFound => "this is not there".into(),
        io::ErrorKind::PermissionDenied => "this may not be read".into(),
        io::ErrorKind::IsADirectory => "this is a folder".into(),
        io::ErrorKind::NotADirectory => "this is not a folder".into(),
        _ => format!("this cannot be read ({error})"),
    };
    Fault::whole(shown, what, "a folder and files that can be read")
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
