//! A check-in: five questions answered in words, feelings, a note, and who may read it.
//!
//! Nothing is required and nothing is filled in. It is private unless its writer offers it, after seeing exactly what the other would
//! read (CARE.md, safety rule 11). In a joint sitting the words leave memory as soon as they are saved (DESIGN.md, "Rooms").

mod ask;
mod close;

use super::{Action, Ctx, Draft, Entry, Place, Screen, pieces};
use crate::domain::record::{CheckIn, Level, More, Pulse};
use crate::domain::{Kind, PersonId, Room, Words};
use crate::text::check_in as words;
use crate::ui::controls::{Answer, Edit, WritingContent, list_row};
use crate::ui::person;
use crate::ui::scale::{size, space};
use crate::ui::text::{h1, lead, tone};
use crate::ui::{Column, Element, Fill, column};

const NOTE: &str = "check-in/note";
const OWN_WORD: &str = "check-in/word";
/// The words picked on the five scales, each as question and place.
const PULSE: &str = "check-in/pulse";
/// The ids of the feelings picked.
const FEELINGS: &str = "check-in/feelings";

/// What the five questions are called in a draft, in their order.
const QUESTION_IDS: [&str; 5] = [
    "felt-safety",
    "closeness",
    "honesty-given",
    "honesty-felt",
    "hope",
];
const NOT_SAID: &str = "not-said";

pub struct State {
    /// Nobody until one of two says whose it is.
    who: Option<PersonId>,
    pulse: [Option<Answer>; 5],
    /// Ids of the feelings picked, in the order of the content.
    feelings: Vec<String>,
    own_word: Words,
    note: WritingContent,
    room: Reader,
    stage: Stage,
}

/// Who may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Writer,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asking,
    Saving,
    Closed,
}

#[derive(Clone)]
pub enum Message {
    Whose(PersonId),
    /// The laptop is with this person.
    Handed(PersonId),
    Rated(usize, Answer),
    Feeling(String, bool),
    OwnWord(Words),
    Note(Edit),
    For(Reader),
    Keep,
    Go(Place),
    Saved,
    NotSaved,
}

/// What only a check-in asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// It is this person's, and private until they say otherwise: pass the laptop, then send `Handed`.
    HandTo(PersonId),
}

/// Neither prints anything of what was answered.
impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("State(..)")
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Message(..)")
    }
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let mut state = Self::blank(ctx.me());
        if ctx.me().is_some() {
            state.restore(ctx);
        }
        state
    }

    fn blank(who: Option<PersonId>) -> Self {
        Self {
            who,
            pulse: [None; 5],
            feelings: Vec::new(),
            own_word: Words::default(),
            note: WritingContent::new(),
            room: Reader::Writer,
            stage: Stage::Asking,
        }
    }

    /// Only alone: while both are here no private draft is in memory, so there is nothing to take up.
    fn restore(&mut self, ctx: &Ctx<'_>) {
        let draft = |key: &str| ctx.drafts.get(key).cloned().unwrap_or_default();
        for word in draft(PULSE).split_whitespace() {
            self.pick_again(word);
        }
        let known = || ctx.library.prompts.feelings.iter().flat_map(|g| &g.words);
        let picked = draft(FEELINGS);
        // The content may have changed since; a feeling nobody can see any more is not kept either.
        let picked = picked
            .split_whitespace()
            .filter(|id| known().any(|word| word.id == **id));
        self.feelings = picked.map(str::to_owned).collect();
        self.own_word = draft(OWN_WORD);
        self.note = WritingContent::with_text(&draft(NOTE));
    }

    /// Takes up one answer of a draft, such as `hope:3` or `hope:not-said`.
    fn pick_again(&mut self, word: &str) {
        let Some((question, answer)) = word.split_once(':') else {
            return;
        };
        let answer = if answer == NOT_SAID {
            Some(Answer::RatherNotSay)
        } else {
            let place = answer.parse().ok();
            place.map(Answer::Word).filter(|a| level(*a).is_some())
        };
        let at = QUESTION_IDS.iter().position(|id| *id == question);
        if let Some(place) = at.and_then(|at| self.pulse.get_mut(at)) {
            *place = answer;
        }
    }

    /// The answers as [`Self::pick_again`] reads them.
    fn picked(&self) -> Words {
        let answers = QUESTION_IDS.iter().zip(self.pulse);
        let words: Vec<String> = answers
            .filter_map(|(question, answer)| match answer? {
                Answer::Word(place) => Some(format!("{question}:{place}")),
                Answer::RatherNotSay => Some(format!("{question}:{NOT_SAID}")),
            })
            .collect();
        words.join(" ").into()
    }

    fn is_blank(&self) -> bool {
        self.pulse.iter().all(Option::is_none)
            && self.feelings.is_empty()
            && self.own_word.is_blank()
            && self.note.text().trim().is_empty()
    }

    fn check_in(&self, ctx: &Ctx<'_>) -> CheckIn {
        let level = |at: usize| self.pulse.get(at).copied().flatten().and_then(level);
        CheckIn {
            pulse: Pulse {
                felt_safety: level(0),
                closeness: level(1),
                honesty_given: level(2),
                honesty_felt: level(3),
                hope: level(4),
            },
            feelings: self.named(ctx).into_iter().map(Words::from).collect(),
            note: self.note.text().trim_end().into(),
            more: More::default(),
        }
    }

    /// The feelings picked, and the word of one's own, as they will be read.
    fn named(&self, ctx: &Ctx<'_>) -> Vec<String> {
        let groups = ctx.library.prompts.feelings.iter();
        let picked = groups
            .flat_map(|group| &group.words)
            .filter(|word| self.feelings.contains(&word.id))
            .map(|word| word.text.clone());
        let own = (!self.own_word.is_blank()).then(|| self.own_word.trim().to_owned());
        picked.chain(own).collect()
    }
}

fn level(answer: Answer) -> Option<Level> {
    match answer {
        Answer::Word(at) => Level::FIVE.get(usize::from(at)).copied(),
        Answer::RatherNotSay => Some(Level::RatherNotSay),
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Whose(person) => return Action::Ask(Intent::HandTo(person)),
            Message::Handed(person) => *self = Self::blank(Some(person)),
            Message::Rated(question, answer) => {
                if let Some(rated) = self.pulse.get_mut(question) {
                    // Pressing the same word again takes the answer back.
                    *rated = (*rated != Some(answer)).then_some(answer);
                }
            }
            Message::Feeling(id, on) => {
                self.feelings.retain(|picked| *picked != id);
                if on {
                    self.feelings.push(id);
                }
            }
            Message::OwnWord(word) => self.own_word = word,
            Message::Note(edit) => {
                self.note.apply(edit);
            }
            Message::For(reader) => {
                self.room = reader;
                if reader == Reader::Other {
                    // Save stands in reach all the time, so what is offered has to be in sight as well.
                    return Action::Run(pieces::to_the_end());
                }
            }
            Message::Keep => {
                if let Some(by) = self.who
                    && self.stage == Stage::Asking
                    && !self.is_blank()
                {
                    self.stage = Stage::Saving;
                    let room = match self.room {
                        Reader::Writer => Room::Private(by),
                        Reader::Other => Room::Shared,
                    };
                    let what = Kind::CheckIn(self.check_in(ctx));
                    return Action::Save(vec![Entry::new(room, by, what)]);
                }
            }
            Message::Go(place) => return Action::Go(place),
            Message::Saved => {
                *self = Self {
                    room: self.room,
                    stage: Stage::Closed,
                    ..Self::blank(self.who)
                };
            }
            Message::NotSaved => self.stage = Stage::Asking,
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        match (self.who, self.stage) {
            (None, _) => whose(ctx),
            (Some(who), Stage::Closed) => close::closed(ctx, who, self.room),
            (Some(who), Stage::Asking | Stage::Saving) => ask::questions(self, ctx, who),
        }
    }

    fn drafts(&self) -> Vec<Draft> {
        let Some(who) = self.who else {
            return Vec::new();
        };
        let draft = |key: &str, words| Draft {
            room: Room::Private(who),
            key: key.to_owned(),
            words,
        };
        vec![
            draft(PULSE, self.picked()),
            draft(FEELINGS, self.feelings.join(" ").into()),
            draft(OWN_WORD, self.own_word.clone()),
            draft(NOTE, self.note.text().into()),
        ]
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

fn whose<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let people = ctx.household.joined().map(|p| {
        let sign = person::mark(pieces::mark(p.mark), &p.name, size::MARK_LARGE);
        list_row(Some(sign), p.name.as_str(), None, Message::Whose(p.id))
    });
    let page = column![
        column![
            h1(words::WHOSE),
            lead(words::WHOSE_LEAD).style(tone::soft).width(Fill)
        ]
        .spacing(space::S4),
        Column::with_children(people).spacing(space::S12)
    ]
    .spacing(space::S32)
    .max_width(size::MEASURE);
    pieces::sheet(ctx, page)
}
