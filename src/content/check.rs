//! What content has to be beyond its types, and the report of a folder for the command line.

mod guides;

use super::fault::{Fault, listed};
use super::load::{Draft, File, Library};
use super::schema::{
    Choice, GuideKind, HelpLine, Pillar, Prompts, Sign, Source, Support, WalkAway,
};
use super::tree::Spot;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// How much a folder without a fault holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    pub guides: usize,
    pub pages: usize,
    pub blocks: usize,
}

/// Reads a folder and says what it holds, or every fault in it.
pub fn report(dir: &Path) -> Result<Summary, Vec<Fault>> {
    let library = Library::from_dir(dir)?;
    let pages = || library.guides.iter().flat_map(|guide| &guide.pages);
    Ok(Summary {
        guides: library.guides.len(),
        pages: pages().count(),
        blocks: pages().map(|page| page.blocks.len()).sum(),
    })
}

/// Adds every fault of what could be read.
pub(super) fn draft(draft: &mut Draft) {
    let known = draft
        .sources
        .as_ref()
        .map(|(_, sources)| sources.iter().map(|s| s.id.as_str()).collect());
    let mut check = Checker {
        file: None,
        placeholders: &PLACEHOLDERS,
        sources: known,
        faults: Vec::new(),
    };
    let d = &*draft;
    for one in &d.guides {
        let file = d.files.get(one.file);
        check.file = file;
        let root = spot(file);
        let here = one.item.map_or(root, |item| root.item(item));
        check.guide(&one.guide, here);
    }
    check.across_guides(d);
    if let Some((file, pillars)) = &d.pillars {
        check.pillars(d.files.get(*file), pillars);
    }
    if let Some((file, walk_away)) = &d.walk_away {
        check.walk_away(d.files.get(*file), walk_away);
    }
    if let Some((file, sources)) = &d.sources {
        check.all_sources(d.files.get(*file), sources);
    }
    if let Some((file, support)) = &d.support {
        check.support(d.files.get(*file), support);
    }
    if let Some((file, prompts)) = &d.prompts {
        check.prompts(d.files.get(*file), prompts);
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

struct Checker<'a> {
    file: Option<&'a File>,
    /// What may stand in curly brackets in the text at hand.
    placeholders: &'static [&'static str],
    /// The ids of `sources.ron`, or nothing where it could not be read.
    sources: Option<HashSet<&'a str>>,
    faults: Vec<Fault>,
}

impl<'a> Checker<'a> {
    fn fault(&mut self, at: Spot<'_>, what: impl Into<String>, allowed: impl Into<String>) {
        self.fault_at(at.place(), what, allowed);
    }

    fn fault_at(
        &mut self,
        (line, column): (usize, usize),
        what: impl Into<String>,
        allowed: impl Into<String>,
    ) {
        self.faults.push(Fault {
            file: self.file.map(|file| file.shown.clone()).unwrap_or_default(),
            line,
            column,
            what: what.into(),
            allowed: allowed.into(),
        });
    }

    /// A text that has to say something.
    fn text(&mut self, at: Spot<'_>, text: &str) {
        if text.trim().is_empty() {
            self.fault(at, "this text is empty", "at least one visible character");
        }
        self.optional(at, text);
    }

    /// A text that may be left out.
    fn optional(&mut self, at: Spot<'_>, text: &str) {
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

    fn texts(&mut self, at: Spot<'_>, texts: &[String]) {
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
    fn ids<'i>(&mut self, what: &str, ids: impl Iterator<Item = (Spot<'i>, &'i str)>) {
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

    fn five_words(&mut self, at: Spot<'_>, words: &[String; 5]) {
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

    fn choices(&mut self, at: Spot<'_>, what: &str, choices: &[Choice], least: usize) {
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

    fn pillars(&mut self, file: Option<&'a File>, pillars: &'a [Pillar]) {
        self.file = file;
        let root = spot(file);
        if pillars.len() != 3 {
            self.fault(
                root,
                format!("there are {} pillars", pillars.len()),
                "three",
            );
        }
        self.ids(
            "pillar",
            pillars
                .iter()
                .enumerate()
                .map(|(i, p)| (root.item(i).field("id"), p.id.as_str())),
        );
        for (i, pillar) in pillars.iter().enumerate() {
            let at = root.item(i);
            self.text(at.field("name"), &pillar.name);
            self.text(at.field("meaning"), &pillar.meaning);
            self.texts(at.field("ordinary_day"), &pillar.ordinary_day);
            self.text(at.field("look"), &pillar.look);
            self.five_words(at.field("words"), &pillar.words);
            self.text(at.field("noticed"), &pillar.noticed);
            self.named_sources(at.field("sources"), &pillar.sources);
        }
    }

    fn walk_away(&mut self, file: Option<&'a File>, walk_away: &'a WalkAway) {
        self.file = file;
        let root = spot(file);
        self.text(root.field("title"), &walk_away.title);
        self.text(root.field("lead"), &walk_away.lead);
        self.signs(root.field("signs"), "sign", &walk_away.signs);
        self.signs(root.field("conditions"), "condition", &walk_away.conditions);
        self.text(root.field("stay"), &walk_away.stay);
        self.text(root.field("pause"), &walk_away.pause);
        self.text(root.field("leave"), &walk_away.leave);
        self.texts(root.field("closing"), &walk_away.closing);
        self.named_sources(root.field("sources"), &walk_away.sources);
    }

    fn signs(&mut self, at: Spot<'_>, what: &str, signs: &[Sign]) {
        if signs.is_empty() {
            self.fault(at, "this list is empty", format!("at least one {what}"));
        }
        self.ids(
            what,
            signs
                .iter()
                .enumerate()
                .map(|(i, s)| (at.item(i).field("id"), s.id.as_str())),
        );
        for (i, sign) in signs.iter().enumerate() {
            self.text(at.item(i).field("title"), &sign.title);
            self.text(at.item(i).field("text"), &sign.text);
        }
    }

    fn all_sources(&mut self, file: Option<&'a File>, sources: &'a [Source]) {
        self.file = file;
        let root = spot(file);
        self.ids(
            "source",
            sources
                .iter()
                .enumerate()
                .map(|(i, s)| (root.item(i).field("id"), s.id.as_str())),
        );
        for (i, source) in sources.iter().enumerate() {
            self.text(root.item(i).field("author"), &source.author);
            self.text(root.item(i).field("about"), &source.about);
        }
    }

    fn support(&mut self, file: Option<&'a File>, support: &'a Support) {
        self.file = file;
        let root = spot(file);
        if !is_month(&support.checked) {
            self.fault(
                root.field("checked"),
                format!("`{}` is not a month", support.checked),
                "a year and a month such as `2026-11`",
            );
        }
        self.text(root.field("first"), &support.first);
        self.text(root.field("note"), &support.note);
        let countries = root.field("countries");
        self.ids(
            "country",
            support
                .countries
                .iter()
                .enumerate()
                .map(|(i, c)| (countries.item(i).field("id"), c.id.as_str())),
        );
        for (i, country) in support.countries.iter().enumerate() {
            self.text(countries.item(i).field("name"), &country.name);
            self.lines(countries.item(i).field("lines"), &country.lines);
        }
        self.lines(root.field("anywhere"), &support.anywhere);
        self.texts(root.field("limits"), &support.limits);
    }

    fn lines(&mut self, at: Spot<'_>, lines: &[HelpLine]) {
        if lines.is_empty() {
            self.fault(at, "this list is empty", "at least one line");
        }
        for (i, line) in lines.iter().enumerate() {
            let at = at.item(i);
            self.text(at.field("name"), &line.name);
            self.text(at.field("about"), &line.about);
            if [&line.call, &line.text, &line.web]
                .iter()
                .all(|way| way.trim().is_empty())
            {
                self.fault(
                    at,
                    "there is no way to reach this line",
                    listed(&["call", "text", "web"]),
                );
            }
        }
    }

    fn prompts(&mut self, file: Option<&'a File>, prompts: &'a Prompts) {
        self.file = file;
        let root = spot(file);
        self.choices(root.field("journal"), "prompt", &prompts.journal, 1);
        let groups = root.field("feelings");
        self.ids(
            "group",
            prompts
                .feelings
                .iter()
                .enumerate()
                .map(|(i, g)| (groups.item(i).field("id"), g.id.as_str())),
        );
        for (i, group) in prompts.feelings.iter().enumerate() {
            self.text(groups.item(i).field("name"), &group.name);
            self.choices(
                groups.item(i).field("words"),
                "feeling of the group",
                &group.words,
                1,
            );
        }
        self.feelings_differ(groups, prompts);
        let rituals = root.field("rituals");
        self.ids(
            "ritual",
            prompts
                .rituals
                .iter()
                .enumerate()
                .map(|(i, r)| (rituals.item(i).field("id"), r.id.as_str())),
        );
        for (i, ritual) in prompts.rituals.iter().enumerate() {
            self.text(rituals.item(i).field("name"), &ritual.name);
            self.text(rituals.item(i).field("about"), &ritual.about);
        }
    }

    /// A feeling is kept by its id alone, so it has to differ across groups too.
    fn feelings_differ(&mut self, groups: Spot<'_>, prompts: &Prompts) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (i, group) in prompts.feelings.iter().enumerate() {
            for (j, word) in group.words.iter().enumerate() {
                if *seen.entry(&word.id).or_insert(i) != i {
                    self.fault(
                        groups.item(i).field("words").item(j).field("id"),
                        format!(
                            "the id `{}` is taken by a feeling of another group",
                            word.id
                        ),
                        "an id that no other feeling has",
                    );
                }
            }
        }
    }

    /// What holds between guides: ids differ, and each of the ten steps is there once.
    fn across_guides(&mut self, draft: &'a Draft) {
        let mut ids: HashMap<&str, &str> = HashMap::new();
        let mut steps: HashMap<u8, &str> = HashMap::new();
        for one in &draft.guides {
            let file = draft.files.get(one.file);
            self.file = file;
            let shown = file.map_or("", |file| file.shown.as_str());
            let at = one.item.map_or(spot(file), |item| spot(file).item(item));
            let guide = &one.guide;
            if let Some(first) = ids.insert(&guide.id, shown) {
                self.fault(
                    at.field("id"),
                    format!(
                        "the id `{}` is taken by another guide, in {first}",
                        guide.id
                    ),
                    "an id that no other guide has",
                );
            }
            match guide.kind {
                GuideKind::Step(number) => {
                    if !(1..=10).contains(&number) {
                        self.fault(
                            at.field("kind"),
                            format!("there is no step {number}"),
                            "`Step(1)` to `Step(10)`",
                        );
                    } else if let Some(first) = steps.insert(number, shown) {
                        self.fault(
                            at.field("kind"),
                            format!("step {number} is there already, in {first}"),
                            "each of `Step(1)` to `Step(10)` once",
                        );
                    }
                    if one.item.is_some() {
                        self.fault(
                            at.field("kind"),
                            "a step does not belong in this file",
                            "steps in `path/*.ron`",
                        );
                    }
                }
                _ if one.item.is_none() => {
                    self.fault(
                        at.field("kind"),
                        "this guide is not a step",
                        "`Step(1)` to `Step(10)` in `path/*.ron`",
                    );
                }
                _ => {}
            }
        }
        if draft.steps_uncertain {
            return;
        }
        for number in (1..=10).filter(|n| !steps.contains_key(n)) {
            self.faults.push(Fault::whole(
                format!("{}/path", draft.root),
                format!("step {number} is not there"),
                "each of `Step(1)` to `Step(10)` once",
            ));
        }
    }
}

/// The text before the next curly bracket, and from it on.
fn next_bracket(text: &str, done: usize) -> Option<(&str, &str)> {
    let at = text.get(done..)?.find(['{', '}'])?;
    text.split_at_checked(done + at)
}

fn is_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else {
        return false;
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    year.len() == 4
        && month.len() == 2
        && digits(year)
        && digits(month)
        && month.parse().is_ok_and(|m: u8| (1..=12).contains(&m))
}
