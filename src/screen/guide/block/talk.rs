//! A talk of two. On the page it says what will happen and is begun; begun, it has the whole window. The floor is plain to
//! see, and only the one who spoke can say that what was said back is what they meant.

mod course;
mod page;
mod stage;

use super::time_out::TimeOut;
use super::timer::Minutes;
use super::{Block, Effect, Scene, Touch, shown};
use crate::content::Library;
use crate::domain::record::AnswerValue;
use crate::domain::{Person, PersonId, Words};
use crate::screen::names;
use crate::text::guide::talk as text;
use crate::ui::Element;
use crate::ui::clock;
use chrono::{DateTime, FixedOffset, TimeDelta};
use course::{Course, Move};
use std::time::Duration;

/// How long a part may take without a key being pressed before it is as if nobody were here.
const PART: i64 = 20;
/// The minutes that are left, and the time to come back at, are told anew so often.
const LOOKS_AGAIN: Duration = Duration::from_secs(60);
/// What stands for a talk that was held, beside what it was about.
const HELD: &str = "held";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    Page,
    Talks,
    Rests,
}

pub(super) struct Talk {
    prompt: String,
    of: Vec<String>,
    /// For each part; a single say-back takes the time it takes.
    minutes: Option<Minutes>,
    /// What it is about, and the sentence it begins with.
    topic: Words,
    sentence: Words,
    /// Chosen by hand; otherwise whoever wrote most of what is in view, or the first of the two.
    first: Option<PersonId>,
    course: Course,
    face: Face,
    pause: TimeOut,
    /// They would rather not see the time.
    hidden: bool,
    flows: bool,
    /// Every round has a seam of its own.
    round: u32,
    /// Counts the clocks that were set, so that one set for an earlier part is not taken for one of now.
    turn: u32,
    /// When somebody last pressed something.
    touched: Option<DateTime<FixedOffset>>,
    /// It was held before, here or on another evening; that stands.
    held: bool,
    /// Who spoke first in the talk that was held here.
    spoke: Option<PersonId>,
}

impl Talk {
    /// Both speak, each for some minutes.
    pub(super) fn in_turns(prompt: String, minutes_each: u16, of: &[String]) -> Self {
        Self::new(prompt, of, 2, Some(Minutes::new(minutes_each)))
    }

    /// One thing is said and said back.
    pub(super) fn said_back(prompt: String, of: &[String]) -> Self {
        Self::new(prompt, of, 1, None)
    }

    fn new(prompt: String, of: &[String], turns: usize, minutes: Option<Minutes>) -> Self {
        Self {
            prompt,
            of: of.to_vec(),
            minutes,
            topic: Words::default(),
            sentence: Words::default(),
            first: None,
            course: Course::of(turns),
            face: Face::Page,
            pause: TimeOut::of_a_talk(),
            hidden: false,
            flows: false,
            round: 0,
            turn: 0,
            touched: None,
            held: false,
            spoke: None,
        }
    }

    fn is_of_both(&self) -> bool {
        self.minutes.is_some()
    }

    /// The two, the one who speaks first before the other; nothing where one of them is missing.
    fn pair<'a>(&self, scene: &Scene<'a>) -> Option<(&'a Person, &'a Person)> {
        let people = &scene.ctx.household.people;
        let by_part = || names::by_part(&scene.ctx).map(|(hurt, _)| hurt);
        let first = self
            .first
            .or_else(|| shown::writer(scene, &self.of))
            .or_else(by_part)
            .or_else(|| people.first().map(|p| p.id))?;
        let first = people.iter().find(|p| p.id == first)?;
        Some((first, scene.ctx.household.other(first.id)?))
    }

    /// Who speaks in this turn, and who listens.
    fn roles<'a>(
        turn: usize,
        (first, second): (&'a Person, &'a Person),
    ) -> (&'a Person, &'a Person) {
        if turn == 0 {
            (first, second)
        } else {
            (second, first)
        }
    }

    /// What each part is called, and whose it is.
    fn parts(&self, pair: (&Person, &Person)) -> Vec<(PersonId, String)> {
        let named = |(turn, what)| {
            let (speaker, listener) = Self::roles(turn, pair);
            let short = |person: &Person| names::short(&person.name);
            match what {
                Move::Speaks => (speaker.id, text::speaks(&short(speaker))),
                Move::SaysBack => (listener.id, text::says_it_back(&short(listener))),
                Move::Confirms => (speaker.id, text::confirms(&short(speaker))),
            }
        };
        self.course.parts().map(named).collect()
    }

    fn part_now(&self, pair: (&Person, &Person)) -> Option<String> {
        let mut parts = self.parts(pair).into_iter();
        parts.nth(self.course.at()).map(|(_, part)| part)
    }

    /// A part begins, or goes on.
    fn run(&mut self, now: DateTime<FixedOffset>) -> Effect {
        if let Some(minutes) = self.minutes.as_mut().filter(|minutes| !minutes.is_over()) {
            // The talk looks at them with a clock of its own, which also moves the time to come back at.
            let _ = minutes.begin(now);
        }
        self.wake()
    }

    fn wake(&mut self) -> Effect {
        self.turn = self.turn.wrapping_add(1);
        if self.course.is_over() {
            return Effect::None;
        }
        Effect::Run(clock::after(LOOKS_AGAIN, Touch::Tick(self.turn)))
    }

    fn rest(&mut self, now: DateTime<FixedOffset>) {
        if let Some(minutes) = &mut self.minutes {
            minutes.rest(now);
        }
    }

    /// Another part begins: its minutes are whole again, except that a confirmation belongs to what was said back.
    fn moved(&mut self, scene: &Scene<'_>) -> Effect {
        let now = scene.ctx.now;
        let confirms = matches!(self.course.now(), Some((_, Move::Confirms)));
        if let Some(minutes) = self.minutes.as_mut().filter(|_| !confirms) {
            minutes.again();
        }
        if self.course.is_done() {
            self.held = true;
            self.spoke = self.first;
        }
        if self.course.is_over() {
            self.rest(now);
            return Effect::None.and_to(scene);
        }
        self.run(now).and_to(scene)
    }

    /// While it rests: what is done to the pause.
    fn rests(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        let now = scene.ctx.now;
        match touch {
            Touch::Start if !self.pause.is_naming() => {
                self.pause.end();
                self.face = Face::Talks;
                self.run(now).and_to(scene)
            }
            Touch::Done => {
                self.face = Face::Page;
                Effect::None.and_to(scene)
            }
            Touch::LeaveQuickly => Effect::LeaveQuickly,
            touch => self.pause.touch(touch, scene),
        }
    }

    fn talks(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        let now = scene.ctx.now;
        let reached = self.course.reached();
        let moved = match touch {
            Touch::Pass => self.course.pass(),
            Touch::Yes => self.course.confirm(),
            Touch::Again if self.course.is_over() => {
                self.course.begin();
                self.round = self.round.wrapping_add(1);
                true
            }
            Touch::Again => self.course.say_again(),
            Touch::Pause if !self.course.is_over() => {
                self.rest(now);
                self.face = Face::Rests;
                return self.pause.begin(now).and_to(scene);
            }
            Touch::Toggle(_, hidden) => {
                self.hidden = hidden;
                false
            }
            Touch::Done => {
                self.rest(now);
                self.face = Face::Page;
                return Effect::None.and_to(scene);
            }
            Touch::LeaveQuickly => return Effect::LeaveQuickly,
            Touch::Tick(turn) if turn == self.turn => {
                if let Some(minutes) = &mut self.minutes {
                    minutes.catch_up(now);
                }
                return self.wake();
            }
            _ => false,
        };
        if !moved {
            return Effect::None;
        }
        self.flows = self.course.reached() > reached && !scene.ctx.still();
        self.moved(scene)
    }

    fn on_page(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        let now = scene.ctx.now;
        match touch {
            Touch::Type(0, words) => self.topic = words,
            Touch::Type(1, words) => self.sentence = words,
            Touch::Speaks(person) if !self.is_under_way() => self.first = Some(person),
            Touch::Pick(_) | Touch::Type(..) => return self.pause.touch(touch, scene),
            Touch::Again => self.course = self.course.anew(),
            Touch::Start => {
                let Some((first, _)) = self.pair(scene) else {
                    return Effect::None;
                };
                self.first = Some(first.id);
                self.pause.end();
                let anew = !self.is_under_way();
                if self.course.is_over() {
                    self.round = self.round.wrapping_add(1);
                }
                self.course.begin();
                if let Some(minutes) = self.minutes.as_mut().filter(|_| anew) {
                    minutes.again();
                }
                self.face = Face::Talks;
                return self.run(now).and_to(scene);
            }
            _ => {}
        }
        Effect::None
    }

    /// It was begun and has not come to its end.
    fn is_under_way(&self) -> bool {
        self.course.is_begun() && !self.course.is_over()
    }
}

impl Block for Talk {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        page::look(self, scene)
    }

    fn stage<'a>(&'a self, scene: &Scene<'a>) -> Option<Element<'a, Touch>> {
        let pair = self.pair(scene)?;
        match self.face {
            Face::Page => None,
            Face::Talks => Some(stage::talking(self, pair, scene)),
            Face::Rests => Some(stage::resting(self, scene)),
        }
    }

    fn is_on_stage(&self) -> bool {
        self.face != Face::Page
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Flowed => {
                self.flows = false;
                return Effect::None;
            }
            Touch::Tick(_) => {}
            _ => self.touched = Some(scene.ctx.now),
        }
        match self.face {
            Face::Page => self.on_page(touch, scene),
            Face::Talks => self.talks(touch, scene),
            Face::Rests => self.rests(touch, scene),
        }
    }

    /// What was talked about is kept where it was written down; that it was stopped is not.
    fn stores(&self) -> Option<AnswerValue> {
        if self.topic.is_blank() && self.sentence.is_blank() {
            return self.held.then_some(AnswerValue::Done);
        }
        let mut words = vec![self.topic.clone(), self.sentence.clone()];
        if self.held {
            words.push(HELD.into());
        }
        Some(AnswerValue::Slots(words))
    }

    /// What was confirmed on another evening can be heard afresh, so the talk begins anew.
    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        match value {
            AnswerValue::Done => self.held = true,
            AnswerValue::Slots(words) => {
                let mut words = words.iter().cloned();
                self.topic = words.next().unwrap_or_default();
                self.sentence = words.next().unwrap_or_default();
                self.held |= words.next().is_some();
            }
            _ => {}
        }
    }

    /// What it was about, and the sentence it was to begin with.
    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        let AnswerValue::Slots(words) = value else {
            return None;
        };
        let [topic, sentence, ..] = words.as_slice() else {
            return None;
        };
        Some(format!("{}\n{}", topic.trim(), sentence.trim()))
    }

    fn speaker(&self) -> Option<PersonId> {
        self.spoke
    }

    /// In a talk nobody presses a key for minutes. A part counts for as long as it was meant to take, and no part for less
    /// than one can be expected to speak; a pause, up to the time they named.
    fn here_until(&self) -> Option<DateTime<FixedOffset>> {
        match self.face {
            Face::Page | Face::Rests => self.pause.here_until(),
            Face::Talks => {
                let part = self.touched? + TimeDelta::minutes(PART);
                let minutes = self.minutes.as_ref().and_then(Minutes::ends);
                Some(minutes.map_or(part, |ends| ends.max(part)))
            }
        }
    }
}
