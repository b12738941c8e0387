//! The types of the content files, written in RON. Adding an exercise or a language needs no Rust.
//!
//! Ids are stable and lower-case with hyphens: what a person writes is kept under `guide/page/block`, so a text may change
//! and an id may not. In any text `{hurt}` and `{broke}` stand for the names of the two people by their part, `{you}` for the
//! person whose page it is, and `{other}` for the other one.

pub use super::block::*;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

/// How well an exercise is tested. The app never claims more than the label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// Tested in a controlled trial.
    Trial,
    SmallStudy,
    /// Common in therapists' practice.
    ClinicalCustom,
    /// Proposed by the author of a source.
    SourceAuthor,
}

/// A guided flow: a step, a practice, a reflection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    pub id: String,
    pub kind: GuideKind,
    pub title: String,
    /// One or two sentences: what will happen and who does what.
    pub summary: String,
    /// About how long one sitting takes.
    pub minutes: u16,
    pub evidence: Evidence,
    /// Ids in `sources.ron`.
    pub sources: Vec<String>,
    /// Done only by one person in their own space, never while both are here.
    #[serde(default)]
    pub own_space: bool,
    /// The steps, 1 to 10, beside which it is worth suggesting.
    #[serde(default)]
    pub goes_with: Vec<u8>,
    pub pages: Vec<Page>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GuideKind {
    /// One of the ten rebuilding steps, 1 to 10.
    Step(u8),
    Pillar,
    WalkAway,
    Track,
    Read,
    Practice,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub id: String,
    /// Short: it stands in the page rail too.
    pub title: String,
    pub whose: Whose,
    pub keep: Keep,
    /// Shown only to one who chose this on an earlier page of a guide that is done in one's own space.
    #[serde(default)]
    pub when: Option<Chosen>,
    /// The paragraph under the title.
    #[serde(default)]
    pub lead: String,
    pub blocks: Vec<Block>,
}

/// An option of a `Choose` or `ChooseMany` on an earlier page of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    pub page: String,
    pub block: String,
    pub option: String,
}

/// For whom a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Whose {
    Hurt,
    BrokeTrust,
    /// Each of the two in turn.
    Each,
    /// Both at once, with the same page before them.
    Together,
    /// Only where one person does the guide alone, in place of what is done together.
    Alone,
    /// Whoever is here: both at once with the same page before them, or the one who does the guide alone.
    Whoever,
}

/// What becomes of what is written on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Keep {
    Private,
    /// Private until the writer chooses to show it.
    OfferToShare,
    Shared,
}

/// One of the three pillars of trust, in `pillars.ron`. It is a guide too, under the same id, with `pages`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pillar {
    pub id: String,
    pub name: String,
    pub meaning: String,
    /// What it looks like on an ordinary day.
    pub ordinary_day: Vec<String>,
    /// The question of the weekly look at oneself, and its five words.
    pub look: String,
    pub words: [String; 5],
    /// The question for "a moment I noticed in you".
    pub noticed: String,
    pub summary: String,
    pub minutes: u16,
    pub evidence: Evidence,
    pub sources: Vec<String>,
    pub pages: Vec<Page>,
}

/// A need in plain words, and what helps with it, in `needs.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub id: String,
    /// As a person would say it: "I cannot stop checking".
    pub words: String,
    /// Whether the help page comes before all guides: for every sign of fear or harm.
    #[serde(default)]
    pub help: bool,
    /// Ids of guides, best first; `walk-away` stands for the reflection of `walk-away.ron`.
    pub guides: Vec<String>,
}

/// `pack.ron`: whose content a folder holds, and whether it stands by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub title: String,
    /// A language tag such as `ar` or `zh-Hans`.
    pub language: String,
    /// Laid over the built-in content in place of standing for all of it.
    #[serde(default)]
    pub adds: bool,
    /// Who wrote it.
    #[serde(default)]
    pub by: String,
}

impl Pack {
    /// Whether its language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        let mut parts = self.language.split('-');
        let language = parts.next().unwrap_or_default().to_ascii_lowercase();
        let script = parts.next().filter(|part| part.len() == 4);
        match script.map(str::to_ascii_lowercase).as_deref() {
            Some("arab" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm") => true,
            Some(_) => false,
            None => RIGHT_TO_LEFT.contains(&language.as_str()),
        }
    }
}

/// Languages written from right to left where their tag names no script.
const RIGHT_TO_LEFT: [&str; 11] = [
    "ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// `walk-away.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkAway {
    pub title: String,
    pub lead: String,
    pub signs: Vec<Sign>,
    /// The conditions under which rebuilding can work.
    pub conditions: Vec<Sign>,
    /// What is said of stay, pause and leave, with equal weight.
    pub stay: String,
    pub pause: String,
    pub leave: String,
    pub closing: Vec<String>,
    pub evidence: Evidence,
    pub sources: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    pub id: String,
    pub title: String,
    pub text: String,
    /// A sign of abuse or fear: the help page stands beside it.
    #[serde(default)]
    pub help: bool,
}

/// Who a thought comes from, in `sources.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub author: String,
    /// What of theirs the app draws on, in our words.
    pub about: String,
}

/// Help lines by country, in `support.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Year and month of our last look, such as `2026-11`.
    pub checked: String,
    /// The first line of the page.
    pub first: String,
    /// Asks people to check a number for themselves, and says what we checked against.
    pub note: String,
    pub countries: Vec<Country>,
    /// What helps anywhere.
    pub anywhere: Vec<HelpLine>,
    /// What the app is not.
    pub limits: Vec<String>,
    /// Words with which somebody may look for this page, such as `afraid`. It is then found before everything else.
    #[serde(default)]
    pub sought: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    pub id: String,
    pub name: String,
    pub lines: Vec<HelpLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    pub name: String,
    /// For what: "abuse at home", "thoughts of suicide, any crisis".
    pub about: String,
    #[serde(default)]
    pub call: String,
    /// How to write to them, such as "START to 88788".
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub web: String,
    /// Opening hours, only where we know them.
    #[serde(default)]
    pub hours: String,
}

/// Short texts to write from, in `prompts.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    pub journal: Vec<Choice>,
    /// Feelings to pick from at a check-in, in groups.
    pub feelings: Vec<FeelingGroup>,
    /// Small rituals for a week.
    pub rituals: Vec<RitualIdea>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeelingGroup {
    pub id: String,
    pub name: String,
    pub words: Vec<Choice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RitualIdea {
    pub id: String,
    pub name: String,
    pub about: String,
}

/// How the files are read: a block is its name and its fields, as in `Say(text: "…")`, and what may be left out is written
/// plainly where it is there.
pub fn ron() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES | Extensions::IMPLICIT_SOME)
}
