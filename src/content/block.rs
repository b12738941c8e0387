//! What can stand on a page. A kind of block is one file below this one: the fields an author writes, what it says, what is
//! left of it, and what it has to be; and its two lines in the list here. How it looks, what it stores and how its answer
//! reads stand in the file of the same name under `screen/guide/block`.

mod appreciate;
mod ask;
mod boundary;
mod breathe;
mod choose;
mod commit;
mod compose;
mod flag;
mod floor;
mod look;
mod notice;
mod phrases;
mod question;
mod questions;
mod rate;
mod ritual;
mod say;
mod say_back;
mod swap;
mod time_out;
mod timer;

use super::check::Checker;
use super::schema::{Guide, Page};
use super::tree::Spot;
pub use appreciate::Appreciate;
pub use ask::Ask;
pub use boundary::Boundary;
pub use breathe::Breathe;
pub use choose::{Choice, Choose, ChooseMany};
pub use commit::Commit;
pub use compose::{Compose, Slot};
pub use flag::{Flag, Softener};
pub use floor::TakeTurns;
pub use look::Look;
pub use notice::Notice;
pub use phrases::{Avoid, Examples};
pub use question::Question;
pub use questions::Questions;
pub use rate::Rate;
pub use ritual::Ritual;
pub use say::{OpenHelp, Say};
pub use say_back::SayBack;
use serde::{Deserialize, Serialize};
pub use swap::{Swap, SwapCard};
pub use time_out::TimeOut;
pub use timer::Timer;

/// A block, written in RON as its name and its fields: `Ask(id: "…", prompt: "…")`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Say(Say),
    Examples(Examples),
    Avoid(Avoid),
    Ask(Ask),
    Choose(Choose),
    ChooseMany(ChooseMany),
    Rate(Rate),
    Compose(Compose),
    Flag(Flag),
    Timer(Timer),
    Breathe(Breathe),
    TakeTurns(TakeTurns),
    SayBack(SayBack),
    Commit(Commit),
    Appreciate(Appreciate),
    Boundary(Boundary),
    Question(Question),
    Questions(Questions),
    Ritual(Ritual),
    TimeOut(TimeOut),
    Swap(Swap),
    Look(Look),
    Notice(Notice),
    OpenHelp(OpenHelp),
}

/// What is left when somebody is through with a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaves {
    Nothing,
    /// That it was done: a clock ran, or somebody was heard.
    Done,
    /// Something to be read again where it was given, and nowhere else: a rating never reveals itself (CARE.md, rule 11).
    Kept,
    /// Options; they may come into view on a later page.
    Chosen,
    /// One's own words; they may come into view on a later page too.
    Words,
}

/// A kind of block, as far as the content goes.
pub(super) trait Kind {
    /// Under which its answer is stored; nothing where there is none.
    fn id(&self) -> Option<&str> {
        None
    }

    /// What it asks; nothing where it asks nothing, or what stands elsewhere in the content.
    fn prompt(&self) -> Option<&str> {
        None
    }

    /// All that it says, in the order in which it is read.
    fn texts(&self) -> Vec<&str> {
        self.prompt().into_iter().collect()
    }

    fn leaves(&self) -> Leaves {
        Leaves::Nothing
    }

    fn options(&self) -> Option<&[Choice]> {
        None
    }

    /// The answers, as `page/block` of the guide, that are in view while it is done.
    fn in_view(&self) -> &[String] {
        &[]
    }

    /// What it has to be, besides having a prompt that says something where it has one.
    fn check(&self, _on: On<'_>, _check: &mut Checker<'_>) {}
}

/// Where a block stands.
#[derive(Clone, Copy)]
pub(super) struct On<'a> {
    pub(super) guide: &'a Guide,
    pub(super) page: &'a Page,
    pub(super) at: Spot<'a>,
}

impl Block {
    fn kind(&self) -> &dyn Kind {
        match self {
            Self::Say(block) => block,
            Self::Examples(block) => block,
            Self::Avoid(block) => block,
            Self::Ask(block) => block,
            Self::Choose(block) => block,
            Self::ChooseMany(block) => block,
            Self::Rate(block) => block,
            Self::Compose(block) => block,
            Self::Flag(block) => block,
            Self::Timer(block) => block,
            Self::Breathe(block) => block,
            Self::TakeTurns(block) => block,
            Self::SayBack(block) => block,
            Self::Commit(block) => block,
            Self::Appreciate(block) => block,
            Self::Boundary(block) => block,
            Self::Question(block) => block,
            Self::Questions(block) => block,
            Self::Ritual(block) => block,
            Self::TimeOut(block) => block,
            Self::Swap(block) => block,
            Self::Look(block) => block,
            Self::Notice(block) => block,
            Self::OpenHelp(block) => block,
        }
    }

    /// The id under which this block keeps an answer, if it keeps one.
    pub fn id(&self) -> Option<&str> {
        self.kind().id()
    }

    /// What it asks, where it asks in words of its own.
    pub fn prompt(&self) -> Option<&str> {
        self.kind().prompt()
    }

    /// All that it says, in the order in which it is read.
    pub fn texts(&self) -> Vec<&str> {
        self.kind().texts()
    }

    /// What can be chosen, where it is a choice.
    pub fn options(&self) -> Option<&[Choice]> {
        self.kind().options()
    }

    /// The answers, as `page/block` of the guide, that are in view while it is done.
    pub fn in_view(&self) -> &[String] {
        self.kind().in_view()
    }

    /// Whether a person answers in their own words.
    pub fn takes_words(&self) -> bool {
        self.kind().leaves() == Leaves::Words
    }

    /// Whether something is chosen or written here that can be read again.
    pub fn keeps_an_answer(&self) -> bool {
        !matches!(self.kind().leaves(), Leaves::Nothing | Leaves::Done)
    }

    /// Whether the answer can come into view on a later page.
    pub(super) fn can_be_shown(&self) -> bool {
        matches!(self.kind().leaves(), Leaves::Words | Leaves::Chosen)
    }

    pub(super) fn check(&self, on: On<'_>, check: &mut Checker<'_>) {
        if let Some(prompt) = self.prompt() {
            check.text(on.at.field("prompt"), prompt);
        }
        self.kind().check(on, check);
    }
}

/// A text and those that follow it.
fn with<'a>(first: &'a str, others: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    let others = others.into_iter().map(String::as_str);
    std::iter::once(first).chain(others).collect()
}
