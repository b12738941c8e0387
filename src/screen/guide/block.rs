//! What can stand on a page. A block is one type with what it holds, how it looks and what it stores; [`of`] is the only
//! place that knows them all, so a new block is a file below this one and a line there.

mod appreciate;
mod ask;
mod boundary;
mod breathe;
mod choose;
mod commit;
mod compose;
mod floor;
mod look;
mod notice;
mod phrases;
mod question;
mod questions;
mod rate;
mod replies;
mod ritual;
mod say;
mod say_back;
mod shown;
mod swap;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod time_out;
mod timer;

use crate::content::Library;
use crate::content::schema::{self, Softener};
use crate::domain::record::{AnswerValue, QuestionState};
use crate::domain::{Kind, PersonId, Record, RecordId, Room, Words};
use crate::screen::{Ctx, Entry, Place};
use crate::ui::access::Role;
use crate::ui::access::access;
use crate::ui::access::nav;
use crate::ui::controls::{Answer, Edit, Field, answers, radio};
use crate::ui::direction::toward;
use crate::ui::icon::Icon;
use crate::ui::layout::writing as measures;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{read, small, text as words, tone};
use crate::ui::{
    self, Center, Column, Element, Fill, FillPortion, Row, Task, Text, column, container, row,
};
use std::borrow::Cow;

pub(super) use replies::Replies;

/// The block of the content with this page's names in it.
pub(super) fn of(
    block: &schema::Block,
    page: &schema::Page,
    fill: &dyn Fn(&str) -> String,
) -> Option<Box<dyn Block>> {
    use schema::Block as B;
    Some(match block {
        B::Say(b) => Box::new(say::Say::new(fill(&b.text))),
        B::OpenHelp(b) => Box::new(say::OpenHelp::new(fill(&b.text))),
        B::Examples(b) => {
            let go_in = page.blocks.iter().any(B::takes_words);
            Box::new(phrases::Examples::new(&b.title, &b.items, go_in, fill))
        }
        B::Avoid(b) => Box::new(phrases::Avoid::new(&b.title, &b.items, fill)),
        B::Ask(b) if b.long => Box::new(ask::Long::new(fill(&b.prompt), fill(&b.hint))),
        B::Ask(b) => Box::new(ask::Short::new(fill(&b.prompt), fill(&b.hint))),
        B::Choose(b) => Box::new(choose::One::new(fill(&b.prompt), &b.options, fill)),
        B::ChooseMany(b) => Box::new(choose::Many::new(fill(&b.prompt), &b.options, b.own, fill)),
        B::Rate(b) => Box::new(rate::Rate::new(fill(&b.prompt), b.words.clone())),
        B::Compose(b) => Box::new(compose::Compose::new(
            fill(&b.prompt),
            &fill(&b.sentence),
            &b.slots,
            fill,
        )),
        B::Timer(b) => Box::new(timer::Timer::new(fill(&b.prompt), b.minutes)),
        B::Breathe(b) => Box::new(breathe::Breathe::new(fill(&b.prompt), b.minutes)),
        B::TakeTurns(b) => Box::new(floor::TakeTurns::new(
            fill(&b.prompt),
            b.minutes_each,
            &b.of,
        )),
        B::SayBack(b) => Box::new(say_back::SayBack::new(fill(&b.prompt), &b.of)),
        B::Commit(b) => Box::new(commit::Commit::new(fill(&b.prompt))),
        B::Appreciate(b) => Box::new(appreciate::Appreciate::new(fill(&b.prompt))),
        B::Boundary(b) => Box::new(boundary::Boundary::new(fill(&b.prompt))),
        B::Look(b) => Box::new(look::Look::new(&b.pillar)),
        B::Notice(b) => Box::new(notice::Notice::new(&b.pillar)),
        // It has no look of its own: the fields it names point the words out.
        B::Flag(_) => return None,
        B::Question(b) => Box::new(question::Question::new(fill(&b.prompt))),
        B::Questions(b) => Box::new(questions::Questions::new(fill(&b.prompt))),
        B::Ritual(b) => Box::new(ritual::Ritual::new(fill(&b.prompt))),
        B::TimeOut(b) => Box::new(time_out::TimeOut::new(fill(&b.prompt), b.minutes)),
        B::Swap(b) => Box::new(swap::Swap::new(fill(&b.prompt), &b.cards, fill)),
    })
}

/// One block on the page that is open.
pub(super) trait Block: Send {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch>;

    /// What it shows over the whole window while it is being done, with a way out of it.
    fn stage<'a>(&'a self, _scene: &Scene<'a>) -> Option<Element<'a, Touch>> {
        None
    }

    /// It has a stage now; `Touch::Done` leaves it.
    fn is_on_stage(&self) -> bool {
        false
    }

    /// Something was done to it.
    fn touch(&mut self, _touch: Touch, _scene: &Scene<'_>) -> Effect {
        Effect::None
    }

    /// What it holds now, if it holds anything.
    fn stores(&self) -> Option<AnswerValue> {
        None
    }

    /// Takes up what was stored before. What does not fit, because the content has changed since, is left aside.
    fn restore(&mut self, _value: &AnswerValue, _scene: &Scene<'_>) {}

    /// What one like this was answered with, as words to read; nothing where it was only done.
    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        match value {
            AnswerValue::Text(words) => Some(words.to_string()),
            _ => None,
        }
    }

    /// The record of its own in which it ends, besides the answer: a commitment, a boundary, a note.
    fn record(&self, _scene: &Scene<'_>) -> Option<Kind> {
        None
    }

    /// The record of this person that an answer given before had become, to be amended in place of a second one.
    fn amends(
        &self,
        _before: &AnswerValue,
        _records: &[&Record],
        _by: PersonId,
    ) -> Option<RecordId> {
        None
    }

    /// Whole entries, for a block that answers in the name of several people.
    fn entries(&self, _scene: &Scene<'_>) -> Vec<Entry> {
        Vec::new()
    }

    /// The field's softening words, from the `Flag` that names it.
    fn watch(&mut self, _words: &[Softener]) {}

    /// Puts a phrase where one is writing; false where there is nothing to write in.
    fn begin_with(&mut self, _phrase: &str) -> bool {
        false
    }

    /// A phrase would rather go into an area to write in than into this.
    fn is_line(&self) -> bool {
        false
    }

    /// A rating stays with the one who gave it, whatever is shown (CARE.md, safety rule 11).
    fn never_shown(&self, _scene: &Scene<'_>) -> bool {
        false
    }

    /// Whether the other can read what it holds now, for a block that is never shown itself and shows by a record of its own.
    fn was_shown(&self, _scene: &Scene<'_>) -> Option<bool> {
        None
    }

    /// What is being typed in it is sealed under this, where the content gives it no id of its own.
    fn draft_key(&self) -> &'static str {
        ""
    }

    /// The page it stands on was opened: the moment to set a clock.
    fn opened(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::None
    }

    fn side(&self) -> Side {
        Side::Page
    }

    /// Who spoke here, where that is clear.
    fn speaker(&self) -> Option<PersonId> {
        None
    }
}

/// An answer as words, where there is anything to read.
pub(super) fn read_back(
    block: &dyn Block,
    value: &AnswerValue,
    library: &Library,
) -> Option<String> {
    let words = block.in_words(value, library)?;
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// In which column a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Page,
    /// Beside the page where there is room, below the field it belongs to otherwise.
    Aside,
}

/// What can be done to a block. One vocabulary for all of them; each takes what it knows.
#[derive(Debug, Clone)]
pub enum Touch {
    Write(Edit),
    /// The text of the field with this number.
    Type(usize, Words),
    Pick(usize),
    Toggle(usize, bool),
    Rate(Answer),
    /// A phrase of an `Examples` was asked for.
    Phrase(usize),
    Start,
    Pause,
    /// The floor, or the reading, is this person's.
    Speaks(PersonId),
    Done,
    Yes,
    No,
    Again,
    /// Hold a moving form still, or let it move.
    Still,
    /// A clock went off; the number says which start it belongs to.
    Tick(u32),
    Agree(RecordId, bool),
    /// How a question stands.
    Stands(RecordId, QuestionState),
    /// When a question would be welcome, or what would help first.
    Window(RecordId, Words),
    Go(Place),
    LeaveQuickly,
}

/// What comes of it beyond the block.
pub(super) enum Effect {
    None,
    Run(Task<Touch>),
    /// To be put into the field one is writing in.
    Insert(String),
    Go(Place),
    LeaveQuickly,
}

impl Effect {
    /// And the keyboard goes to the block's next control, where what was pressed is gone.
    fn and_to(self, scene: &Scene<'_>) -> Self {
        let to = nav::to(scene.field_id());
        match self {
            Self::None => Self::Run(to),
            Self::Run(task) => Self::Run(Task::batch([to, task])),
            other => other,
        }
    }
}

/// What a block may see.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) ctx: Ctx<'a>,
    pub(super) guide: &'a schema::Guide,
    /// Whose page it is; nobody's where both do it at once.
    pub(super) writer: Option<PersonId>,
    /// In whose name it is kept.
    pub(super) by: PersonId,
    /// Where what is written goes.
    pub(super) room: Room,
    /// The number of the block on the page.
    pub(super) index: usize,
    /// Nothing else on the page is to be answered.
    pub(super) is_only: bool,
}

impl<'a> Scene<'a> {
    /// Every record that can be read here.
    pub(super) fn records(&self) -> impl Iterator<Item = &'a Record> + use<'a> {
        self.ctx.own.iter().chain(self.ctx.shared)
    }

    /// What the interface says among content that may be read from right to left.
    pub(super) fn own_way(&self, content: impl Into<Element<'a, Touch>>) -> Element<'a, Touch> {
        toward(self.ctx.library.right_to_left(&self.guide.id), content)
    }

    /// How low an area to write in may be: several on a page stay low, so that the page stays in sight; one by itself has
    /// the page.
    pub(super) fn lowest(&self) -> f32 {
        if self.is_only && self.ctx.size.height >= measures::HIGH_WINDOW {
            measures::ALONE
        } else {
            measures::LOWEST
        }
    }

    /// The field a phrase goes into has this id, so that the focus can be put back there.
    pub(super) fn field_id(&self) -> String {
        field_id(self.index)
    }
}

pub(super) fn field_id(index: usize) -> String {
    format!("guide-field-{index}")
}

/// The id of one field of several; the first is where the focus goes back to.
fn slot_id(scene: &Scene<'_>, slot: usize) -> String {
    match slot {
        0 => scene.field_id(),
        n => format!("{}-{n}", scene.field_id()),
    }
}

/// What a block asks, set to be read.
fn question<'a>(prompt: impl Into<Cow<'a, str>>) -> Text<'a> {
    words(Type::H3, prompt)
}

/// A prompt with its hint, over whatever answers it.
fn prompted<'a>(
    prompt: impl Into<Cow<'a, str>>,
    hint: impl Into<Cow<'a, str>>,
    answer: impl Into<Element<'a, Touch>>,
) -> Column<'a, Touch> {
    let hint = hint.into();
    let mut words = column![question(prompt)].width(Fill);
    if !hint.is_empty() {
        words = words.push(small(hint).style(tone::soft));
    }
    column![words, answer.into()]
        .spacing(space::S12)
        .width(Fill)
}

/// The shares of the words before a line and of the line.
const BEFORE: u16 = 1;
const LINE: u16 = 2;

/// A line to fill in after the words before it, as in a sentence; under them where there is little room.
fn line<'a>(before: &'a str, line: Field<'a, Touch>, scene: &Scene<'a>) -> Element<'a, Touch> {
    if scene.ctx.width() == Width::Narrow {
        return line.into();
    }
    after(before, line.unlabelled()).align_y(Center).into()
}

/// The same with answers to choose from.
fn choosing<'a, T: Copy + PartialEq>(
    before: &'a str,
    options: impl IntoIterator<Item = (T, Cow<'a, str>)>,
    selected: Option<T>,
    on_pick: impl Fn(T) -> Touch,
    scene: &Scene<'a>,
) -> Element<'a, Touch> {
    if scene.ctx.width() == Width::Narrow {
        return radio(before, options, selected, on_pick);
    }
    after(before, answers(before, options, selected, 1, on_pick)).into()
}

fn after<'a>(before: &str, answer: impl Into<Element<'a, Touch>>) -> Row<'a, Touch> {
    // The dots stay with the word before them.
    let before = read(before.replace(" …", "\u{a0}…")).style(tone::soft);
    row![
        container(before).width(FillPortion(BEFORE)),
        container(answer).width(FillPortion(LINE))
    ]
    .spacing(space::S16)
}

/// A quiet remark under a field.
fn remark<'a>(words: impl Into<Cow<'a, str>>) -> Element<'a, Touch> {
    ui::notice::aside(Icon::Info, words)
}

/// A group with a name to be read out before what is in it.
fn group<'a>(name: &str, content: impl Into<Element<'a, Touch>>) -> Element<'a, Touch> {
    access(Role::Group, content).name(name.to_owned()).into()
}
