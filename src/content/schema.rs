//! The types of the content files, written in RON. Adding an exercise or a language needs no Rust.
//!
//! Ids are stable and lower-case with hyphens: what a person writes is kept under `guide/page/block`, so a text may change
//! and an id may not. In any text `{hurt}` and `{broke}` stand for the names of the two people by their part, `{you}` for the
//! person whose page it is, and `{other}` for the other one.

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

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Block {
    /// A paragraph to read.
    Say { text: String },
    /// Phrases that help to begin; beside a long answer each can be put into it.
    Examples { title: String, items: Vec<String> },
    /// Phrases better left out.
    Avoid { title: String, items: Vec<String> },
    /// An answer in one's own words; `long` gives a writing area.
    Ask {
        id: String,
        prompt: String,
        #[serde(default)]
        hint: String,
        #[serde(default)]
        long: bool,
    },
    Choose {
        id: String,
        prompt: String,
        options: Vec<Choice>,
    },
    ChooseMany {
        id: String,
        prompt: String,
        options: Vec<Choice>,
        /// Offer a field for a word of one's own.
        #[serde(default)]
        own: bool,
    },
    /// Five words from the hardest to the easiest; "rather not say" is always added.
    Rate {
        id: String,
        prompt: String,
        words: [String; 5],
    },
    /// A sentence with a `[slot-id]` for each slot, in order.
    Compose {
        id: String,
        prompt: String,
        sentence: String,
        slots: Vec<Slot>,
    },
    /// Points out softening words in the answers of the blocks named in `on`, without forbidding them.
    Flag {
        on: Vec<String>,
        words: Vec<Softener>,
    },
    Timer {
        id: String,
        prompt: String,
        minutes: u16,
    },
    /// A slow breathing form.
    Breathe {
        id: String,
        prompt: String,
        minutes: u16,
    },
    /// Each speaks for some minutes while the other listens.
    TakeTurns {
        id: String,
        prompt: String,
        minutes_each: u16,
        /// `page/block` of this guide to have in view, where its writer chose to show it.
        #[serde(default)]
        of: Vec<String>,
    },
    /// One reads or speaks, the other says back what they heard, the first confirms.
    SayBack {
        id: String,
        prompt: String,
        #[serde(default)]
        of: Vec<String>,
    },
    /// Ends in a real commitment of the person whose page it is.
    Commit { id: String, prompt: String },
    /// Ends in a note for the jar.
    Appreciate { id: String, prompt: String },
    /// Ends in a boundary that the other can agree to or not yet.
    Boundary { id: String, prompt: String },
    /// Ends in a question to the other, who answers it in their own time.
    Question { id: String, prompt: String },
    /// The questions between the two that are still open; the one who was asked says how each stands.
    Questions { prompt: String },
    /// Ends in a small ritual for the week, from `prompts.ron` or of one's own.
    Ritual { id: String, prompt: String },
    /// A pause in a talk: `minutes` at least, 20 or more, and the time at which both come back stands on the page.
    TimeOut {
        id: String,
        prompt: String,
        minutes: u16,
    },
    /// Cards to turn over: what one is about to say, and behind it what may help more. Those worth keeping are kept.
    Swap {
        id: String,
        prompt: String,
        cards: Vec<SwapCard>,
    },
    /// The weekly look at oneself for one pillar: its question, its five words, and one moment.
    Look { id: String, pillar: String },
    /// A moment one noticed in the other, for one pillar. Never a rating.
    Notice { id: String, pillar: String },
    /// A plain way to the help page.
    OpenHelp { text: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwapCard {
    pub id: String,
    pub instead: String,
    pub attempt: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    pub id: String,
    /// What belongs here, shown in the empty slot.
    pub hint: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Softener {
    /// Lower case; found as whole words.
    pub word: String,
    /// What it may do to the one who hears it.
    pub why: String,
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
    /// The words for a person who has no name where one is to be filled in.
    #[serde(default)]
    pub nameless: Nameless,
}

/// What stands in place of `{other}`, `{hurt}` and `{broke}` where no name can: "your partner". One that is left out is said
/// as the interface says it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Nameless {
    /// The other one, where only one person uses the app.
    pub other: String,
    /// The one who was hurt, and the one who broke trust, where it is open who that is.
    pub hurt: String,
    pub broke: String,
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

impl Block {
    /// The id under which this block keeps an answer, if it keeps one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Say { .. }
            | Self::Examples { .. }
            | Self::Avoid { .. }
            | Self::Flag { .. }
            | Self::Questions { .. }
            | Self::OpenHelp { .. } => None,
            Self::Ask { id, .. }
            | Self::Choose { id, .. }
            | Self::ChooseMany { id, .. }
            | Self::Rate { id, .. }
            | Self::Compose { id, .. }
            | Self::Timer { id, .. }
            | Self::Breathe { id, .. }
            | Self::TakeTurns { id, .. }
            | Self::SayBack { id, .. }
            | Self::Commit { id, .. }
            | Self::Appreciate { id, .. }
            | Self::Boundary { id, .. }
            | Self::Question { id, .. }
            | Self::Ritual { id, .. }
            | Self::TimeOut { id, .. }
            | Self::Swap { id, .. }
            | Self::Look { id, .. }
            | Self::Notice { id, .. } => Some(id),
        }
    }

    /// Whether a person answers in their own words.
    pub fn takes_words(&self) -> bool {
        matches!(
            self,
            Self::Ask { .. }
                | Self::Compose { .. }
                | Self::Commit { .. }
                | Self::Appreciate { .. }
                | Self::Boundary { .. }
                | Self::Question { .. }
                | Self::Notice { .. }
        )
    }

    /// Whether something is chosen or written here that can be read again. That a clock ran, or that somebody was heard, is not.
    pub fn keeps_an_answer(&self) -> bool {
        let done = matches!(
            self,
            Self::Timer { .. }
                | Self::Breathe { .. }
                | Self::TimeOut { .. }
                | Self::TakeTurns { .. }
                | Self::SayBack { .. }
        );
        !done && (self.id().is_some() || matches!(self, Self::Questions { .. }))
    }
}
