//! The jar: one note at a time, read aloud, and a place to put one in.
//!
//! Promises (CARE.md, the row on gratitude): nothing is counted, and no one is nudged to write while steps 1 and 2 are open.

mod note;
mod shelf;

use super::sent::Sent;
use super::{Action, Ctx, Draft, Entry, Here, Never, Screen, pieces};
use crate::domain::jar::{self as notes, From, Jar, Note};
use crate::domain::path;
use crate::domain::record::{Appreciation, Reading};
use crate::domain::{Kind, Mark, PersonId, RecordId, Room, Words};
use crate::text::jar as text;
use crate::ui::access::nav;
use crate::ui::controls::{Edit, WritingContent};
use crate::ui::jar::{Hue, Marble, jar};
use crate::ui::layout;
use crate::ui::scale::{Width, space};
use crate::ui::text::{h1, lead, tone};
use crate::ui::{Column, Element, Fill, FillPortion, Task, column, container, row};
use iced::futures::channel::mpsc;
use std::thread;
use std::time::Duration;

const DRAFT: &str = "jar/new";
/// A draw that would bring the same note again is made anew, so often at most.
const TRIES: u64 = 12;
/// How long a marble takes to rise, and in how many pictures.
const RISING: Duration = Duration::from_millis(600);
const FRAMES: u32 = 30;

#[derive(Debug)]
pub struct State {
    /// How often was drawn, so that the next draw is another one.
    draws: u64,
    shown: Shown,
    /// How far the drawn marble has risen: 1 once it is out.
    rise: f32,
    adding: Adding,
    sent: Sent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Nothing is drawn.
    Resting,
    /// A note was just put in.
    PutIn,
    Drawn(RecordId),
    Adding,
    /// Older notes and repairs; so many pages of them.
    Shelf(usize),
}

#[derive(Debug, Default)]
struct Adding {
    whose: Option<Whose>,
    words: WritingContent,
    /// Putting it in was tried, so what is missing is said.
    tried: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    One(PersonId),
    Both,
}

#[derive(Debug, Clone)]
pub enum Message {
    Draw,
    /// The marble of this draw has come so far on its way out.
    Rose(u64, f32),
    PutBack,
    Add,
    Whose(Whose),
    Wrote(Edit),
    PutIn,
    LeaveAdding,
    Shelf,
    More,
    Back,
    Saved,
    NotSaved,
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let words = ctx.drafts.get(DRAFT).filter(|words| !words.is_blank());
        Self {
            draws: 0,
            shown: match words {
                Some(_) => Shown::Adding,
                None => Shown::Resting,
            },
            rise: 1.0,
            adding: Adding {
                words: words.map_or_else(WritingContent::new, |w| WritingContent::with_text(w)),
                ..Adding::default()
            },
            sent: Sent::No,
        }
    }

    fn draw(&mut self, ctx: &Ctx<'_>) -> Action<Message, Never> {
        self.choose(ctx);
        if ctx.still() {
            self.rise = 1.0;
            return Action::None;
        }
        match rising(self.draws) {
            Some(task) => {
                self.rise = 0.0;
                Action::Run(task)
            }
            None => Action::None,
        }
    }

    fn choose(&mut self, ctx: &Ctx<'_>) {
        // Which note comes is chance enough for a jar; nothing secret hangs on it.
        let moment = ctx.now.timestamp_millis().unsigned_abs();
        for _ in 0..TRIES {
            self.draws += 1;
            let roll = moment
                .wrapping_add(self.draws)
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                >> 8;
            let Some(note) = notes::draw(ctx.shared, roll) else {
                return;
            };
            let again = self.shown == Shown::Drawn(note.id);
            self.shown = Shown::Drawn(note.id);
            if !again {
                return;
            }
        }
    }

    fn drawn(&self, jar: &Jar) -> Option<Note> {
        let Shown::Drawn(id) = self.shown else {
            return None;
        };
        jar.marbles.iter().find(|note| note.id == id).cloned()
    }

    fn put_back(&mut self, ctx: &Ctx<'_>) -> Action<Message, Never> {
        let Some(note) = self
            .drawn(&notes::fold(ctx.shared))
            .filter(|_| !self.sent.is_under_way())
        else {
            self.shown = Shown::Resting;
            return Action::None;
        };
        // One who is alone signs for nobody else: a note to the other counts as unread still.
        let Some(reader) = reader(ctx, &note).filter(|reader| speaks(ctx, *reader)) else {
            self.shown = Shown::Resting;
            return Action::None;
        };
        self.sent = Sent::UnderWay;
        let reading = Reading {
            appreciation: note.id,
            more: Default::default(),
        };
        Action::Save(vec![Entry::new(
            Room::Shared,
            reader,
            Kind::Reading(reading),
        )])
    }

    fn put_in(&mut self, ctx: &Ctx<'_>) -> Action<Message, Never> {
        self.adding.tried = true;
        let words: Words = self.adding.words.text().trim().into();
        let whose = ctx.me().map(Whose::One).or(self.adding.whose);
        let (by, from_both) = match whose {
            Some(Whose::One(person)) => (Some(person), false),
            Some(Whose::Both) => (writer(ctx), true),
            None => (None, false),
        };
        let Some(by) = by.filter(|_| !words.is_blank() && !self.sent.is_under_way()) else {
            return Action::None;
        };
        self.sent = Sent::UnderWay;
        let note = Appreciation {
            words,
            from_both,
            more: Default::default(),
        };
        Action::Save(vec![Entry::new(Room::Shared, by, Kind::Appreciation(note))])
    }
}

/// The way out of the jar, frame by frame: a thread that sleeps between them and ends with the last. Nothing where there
/// is no thread to be had.
fn rising(draw: u64) -> Option<Task<Message>> {
    let (sender, frames) = mpsc::unbounded();
    let run = move || {
        for frame in 1..=FRAMES {
            thread::sleep(RISING / FRAMES);
            let part = f64::from(frame) / f64::from(FRAMES);
            // Quick at first, then slower.
            let rise = (1.0 - (1.0 - part) * (1.0 - part)) as f32;
            if sender.unbounded_send(rise).is_err() {
                return;
            }
        }
    };
    let started = thread::Builder::new().name("marble".into()).spawn(run);
    let moves = move |rise| Message::Rose(draw, rise);
    started.ok().map(|_| Task::run(frames, moves))
}

/// The one a note is to, who reads it aloud; either of the two where it is from both.
fn reader(ctx: &Ctx<'_>, note: &Note) -> Option<PersonId> {
    if note.from_both {
        return writer(ctx);
    }
    ctx.household
        .other(note.by)
        .filter(|other| other.joined)
        .map(|other| other.id)
}

/// Who signs what is both's: the one who is here, or somebody who has shown their passphrase already.
fn writer(ctx: &Ctx<'_>) -> Option<PersonId> {
    let joined = || ctx.household.joined().map(|p| p.id);
    ctx.me()
        .or_else(|| joined().find(|id| ctx.proved.contains(id)))
        .or_else(|| joined().next())
}

fn speaks(ctx: &Ctx<'_>, person: PersonId) -> bool {
    ctx.here == Here::Both || ctx.me() == Some(person)
}

fn marble(ctx: &Ctx<'_>, note: &Note) -> Marble {
    Marble {
        hue: match note.from(ctx.household) {
            Some(From::One(Mark::First)) => Hue::First,
            Some(From::One(Mark::Second)) => Hue::Second,
            Some(From::Both) | None => Hue::Both,
        },
        gold_line: note.gold,
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::Draw => return self.draw(ctx),
            Message::Rose(draw, rise) if draw == self.draws => self.rise = rise,
            Message::Rose(..) => {}
            Message::PutBack => return self.put_back(ctx),
            Message::Add => {
                self.sent.changed();
                self.shown = Shown::Adding;
                return Action::Run(nav::to(note::WRITING));
            }
            Message::Whose(whose) => {
                self.adding.whose = Some(whose);
                self.sent.changed();
            }
            Message::Wrote(edit) => {
                if self.adding.words.apply(edit) {
                    self.sent.changed();
                }
            }
            Message::PutIn => return self.put_in(ctx),
            Message::LeaveAdding => {
                self.sent.changed();
                self.shown = Shown::Resting;
                self.adding = Adding::default();
            }
            Message::Shelf => self.shown = Shown::Shelf(1),
            Message::More => {
                if let Shown::Shelf(pages) = &mut self.shown {
                    *pages += 1;
                }
            }
            Message::Back => self.shown = Shown::Resting,
            Message::Saved if self.sent.arrived() => {
                self.shown = match self.shown {
                    Shown::Adding => {
                        self.adding = Adding::default();
                        Shown::PutIn
                    }
                    Shown::Drawn(_) => Shown::Resting,
                    other => other,
                };
            }
            Message::Saved => {}
            Message::NotSaved => self.sent.failed(),
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let jar = notes::fold(ctx.shared);
        if let Shown::Shelf(pages) = self.shown {
            return pieces::sheet(ctx, shelf::view(ctx, &jar, pages));
        }
        let suggest = notes::may_suggest(&path::fold(
            ctx.shared,
            ctx.household,
            &ctx.library.step_ids(),
        ));
        let head = column![h1(text::TITLE), lead(text::LEAD).style(tone::soft)];
        let glass = self.glass(ctx, &jar);
        let card = match (self.shown, self.drawn(&jar)) {
            (_, Some(drawn)) => note::drawn(ctx, &drawn),
            (Shown::Adding, _) => note::adding(ctx, &self.adding),
            _ => note::resting(ctx, &jar, suggest),
        };
        let actions = self.actions(&jar);
        let legend = shelf::legend(ctx);
        let mut below: Column<'a, Message> = Column::new().spacing(space::S24);
        if let Some(leads) = shelf::leads(&jar).filter(|_| self.shown != Shown::Adding) {
            below = below.push(leads);
        }
        if !jar.marbles.is_empty() && self.shown != Shown::Adding {
            below = below.push(legend);
        }
        if ctx.width() == Width::Narrow {
            // The jar makes way for the words once there are some.
            let top: Element<'a, Message> = if self.is_resting() {
                let glass = container(glass).center_x(Fill);
                column![head, glass].spacing(space::S24).into()
            } else {
                row![head.width(Fill), glass].spacing(space::S16).into()
            };
            let page = pieces::sheet(ctx, column![top, card, below].spacing(space::S24));
            return pieces::with_footer(ctx, page, actions);
        }
        let side = column![card, actions, below]
            .spacing(space::S24)
            .width(FillPortion(10));
        let glass = container(glass).center_x(FillPortion(9));
        pieces::sheet(
            ctx,
            column![head, row![glass, side].spacing(space::S48)].spacing(space::S24),
        )
    }

    fn drafts(&self) -> Vec<Draft> {
        vec![Draft {
            room: Room::Shared,
            key: DRAFT.to_owned(),
            words: self.adding.words.text().into(),
        }]
    }

    fn escape(&self) -> Option<Message> {
        matches!(self.shown, Shown::Shelf(_)).then_some(Message::Back)
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

impl State {
    fn is_resting(&self) -> bool {
        matches!(self.shown, Shown::Resting | Shown::PutIn)
    }

    fn glass<'a>(&self, ctx: &Ctx<'a>, kept: &Jar) -> Element<'a, Message> {
        let marbles: Vec<Marble> = kept.marbles.iter().map(|note| marble(ctx, note)).collect();
        let out = match self.shown {
            Shown::Drawn(id) => kept.marbles.iter().position(|note| note.id == id),
            _ => None,
        };
        let from = |person: PersonId| {
            let theirs = |note: &Note| note.by == person && !note.from_both;
            kept.marbles.iter().any(theirs)
        };
        let writers: Vec<&str> = ctx
            .household
            .people
            .iter()
            .filter(|p| from(p.id))
            .map(|p| p.name.as_str())
            .collect();
        let shows = if kept.marbles.is_empty() {
            text::SHOWN_EMPTY.to_owned()
        } else {
            text::shown(
                &writers,
                kept.marbles.iter().any(|note| note.from_both),
                kept.marbles.iter().any(|note| note.gold),
                out.is_some(),
            )
        };
        let wide = match ctx.width() {
            Width::Narrow if self.is_resting() => layout::jar::NARROW,
            Width::Narrow => layout::jar::ASIDE,
            Width::Compact => layout::jar::COMPACT,
            Width::Wide => layout::jar::WIDE,
            Width::Large => layout::jar::LARGE,
        };
        let glass = jar(ctx.theme.into(), &marbles)
            .width(wide)
            .lifted(out, self.rise);
        pieces::picture(shows, glass.view())
    }
}
