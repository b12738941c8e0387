//! What has to hold in the files that are not guides.

use super::{Checker, spot};
use crate::content::REFLECTION;
use crate::content::draft::{Draft, File};
use crate::content::fault::listed;
use crate::content::schema::{
    HelpLine, Need, Pack, Pillar, Prompts, Sign, Source, Support, WalkAway,
};
use crate::content::tree::Spot;
use std::collections::{HashMap, HashSet};

impl<'a> Checker<'a> {
    pub(super) fn pack(&mut self, file: Option<&'a File>, pack: &'a Pack) {
        self.file = file;
        let root = spot(file);
        self.text(root.field("title"), &pack.title);
        self.optional(root.field("by"), &pack.by);
        let nameless = root.field("nameless");
        for (field, words) in [
            ("other", &pack.nameless.other),
            ("hurt", &pack.nameless.hurt),
            ("broke", &pack.nameless.broke),
        ] {
            if words.contains(['{', '}', '[', ']']) {
                let what = "this stands in for a name, and no name can stand in it";
                self.fault(nameless.field(field), what, "plain words");
            }
        }
        if !is_language(&pack.language) {
            self.fault(
                root.field("language"),
                format!("`{}` is not a language tag", pack.language),
                "a tag such as `ar`, `pt-BR` or `zh-Hans`",
            );
        }
    }

    /// What a pillar has besides being a guide.
    pub(super) fn pillars(&mut self, file: Option<&'a File>, pillars: &'a [Pillar]) {
        self.file = file;
        let root = spot(file);
        if pillars.len() != 3 {
            self.fault(
                root,
                format!("there are {} pillars", pillars.len()),
                "three",
            );
        }
        for (i, pillar) in pillars.iter().enumerate() {
            let at = root.item(i);
            self.text(at.field("meaning"), &pillar.meaning);
            self.texts(at.field("ordinary_day"), &pillar.ordinary_day);
            self.text(at.field("look"), &pillar.look);
            self.five_words(at.field("words"), &pillar.words);
            self.text(at.field("noticed"), &pillar.noticed);
        }
    }

    pub(super) fn walk_away(&mut self, file: Option<&'a File>, walk_away: &'a WalkAway) {
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

    pub(super) fn all_sources(&mut self, file: Option<&'a File>, sources: &'a [Source]) {
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

    pub(super) fn support(&mut self, file: Option<&'a File>, support: &'a Support) {
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
        for (i, word) in support.sought.iter().enumerate() {
            self.text(root.field("sought").item(i), word);
        }
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

    pub(super) fn prompts(&mut self, file: Option<&'a File>, prompts: &'a Prompts) {
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

    pub(super) fn needs(&mut self, file: Option<&'a File>, needs: &'a [Need], draft: &'a Draft) {
        self.file = file;
        let root = spot(file);
        self.ids(
            "need",
            needs
                .iter()
                .enumerate()
                .map(|(i, n)| (root.item(i).field("id"), n.id.as_str())),
        );
        let known: Vec<&str> = draft
            .guides
            .iter()
            .map(|one| one.guide.id.as_str())
            .chain([REFLECTION])
            .collect();
        for (i, need) in needs.iter().enumerate() {
            let at = root.item(i);
            self.text(at.field("words"), &need.words);
            self.optional(at.field("under"), &need.under);
            let named = at.field("guides");
            for (id, why) in &need.why {
                self.text(at.field("why"), why);
                if !need.guides.contains(id) {
                    self.fault(
                        at.field("why"),
                        format!("`{id}` is not among the guides of this need"),
                        listed(&need.guides),
                    );
                }
            }
            if need.guides.is_empty() {
                self.fault(named, "no guide is named", listed(&known));
            }
            let mut seen = HashSet::new();
            for (j, id) in need.guides.iter().enumerate() {
                if !seen.insert(id) {
                    self.fault(
                        named.item(j),
                        format!("`{id}` is there twice"),
                        "each guide once",
                    );
                } else if !draft.some_unread && !known.contains(&id.as_str()) {
                    self.fault(
                        named.item(j),
                        format!("there is no guide `{id}`"),
                        listed(&known),
                    );
                }
            }
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

/// Two or three letters, then parts of two to eight letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
