//! Ends in something small the two do each week: one of those at hand, or one of their own.

use super::{Block, Effect, Scene, Touch, group, question, remark, slot_id};
use crate::content::Library;
use crate::content::schema::RitualIdea;
use crate::domain::record::{self, AnswerValue, More};
use crate::domain::{Kind, PersonId, Record, RecordId, Room, Words};
use crate::text::guide::blocks as text;
use crate::text::{dates, together};
use crate::ui::controls::{cards, chips, field};
use crate::ui::scale::space;
use crate::ui::text::label;
use crate::ui::{Element, column};
use chrono::{NaiveTime, Weekday};

const NAME: usize = 0;
const HOW: usize = 1;
const TIME: usize = 2;

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// The idea with this number.
    Idea(usize),
    Own,
}

pub(super) struct Ritual {
    prompt: String,
    which: Option<Which>,
    /// Name and how it goes: of the idea that was taken, or in one's own words.
    words: [Words; 2],
    day: Option<Weekday>,
    time: Words,
}

impl Ritual {
    pub(super) fn new(prompt: String) -> Self {
        Self {
            prompt,
            which: None,
            words: Default::default(),
            day: None,
            time: Words::default(),
        }
    }

    /// `Err` where something is written that is no time.
    fn time(&self) -> Result<Option<NaiveTime>, chrono::ParseError> {
        match self.time.trim() {
            "" => Ok(None),
            time => NaiveTime::parse_from_str(time, "%H:%M").map(Some),
        }
    }
}

fn ideas<'a>(scene: &Scene<'a>) -> &'a [RitualIdea] {
    &scene.ctx.library.prompts.rituals
}

impl Block for Ritual {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let ideas = ideas(scene);
        let options = ideas
            .iter()
            .map(|idea| (idea.name.as_str(), idea.about.as_str()))
            .chain([(text::RITUAL_OWN, text::RITUAL_OWN_ABOUT)])
            .enumerate()
            .map(|(i, (name, about))| (i, name.into(), about.into()));
        let picked = self.which.map(|which| match which {
            Which::Idea(i) => i,
            Which::Own => ideas.len(),
        });
        let mut block = column![
            question(self.prompt.as_str()),
            cards(
                text::RITUAL_CARDS,
                options,
                picked,
                scene.ctx.width(),
                Touch::Pick
            )
        ]
        .spacing(space::S16);
        let line = |i: usize, name: &'static str, words: &'a Words| {
            field(name, words.as_str())
                .on_input(move |words| Touch::Type(i, words.into()))
                .id(slot_id(scene, i))
        };
        let [name, how] = &self.words;
        if self.which == Some(Which::Own) {
            block = block
                .push(line(NAME, text::RITUAL_NAME, name).placeholder(together::RITUAL_EXAMPLE))
                .push(line(HOW, text::RITUAL_HOW, how).placeholder(text::RITUAL_HOW_EXAMPLE));
        }
        if self.which.is_some() {
            let days = DAYS
                .into_iter()
                .enumerate()
                .map(|(i, day)| (i, dates::weekday(day).into()));
            let picked: Vec<usize> = (0..DAYS.len())
                .filter(|i| DAYS.get(*i).copied() == self.day)
                .collect();
            let days = column![
                label(together::RITUAL_DAY),
                chips(together::RITUAL_DAY, days, &picked, Touch::Toggle)
            ]
            .spacing(space::S8);
            let wrong = self.time().is_err().then_some(together::TIME_WRONG);
            let time = line(TIME, together::RITUAL_TIME, &self.time)
                .placeholder(together::TIME_EXAMPLE)
                .error(wrong.filter(|_| self.time.trim().len() > 4));
            block = block.push(days).push(time);
        }
        if let Room::Private(_) = scene.room {
            block = block.push(remark(text::RITUAL_STAYS));
        }
        group(&self.prompt, block)
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Pick(i) => {
                let which = ideas(scene).get(i).map_or(Which::Own, |_| Which::Idea(i));
                if self.which == Some(which) {
                    self.which = None;
                    self.words = Default::default();
                } else {
                    // What one wrote of one's own is not lost to a look at the cards.
                    if self.which != Some(Which::Own) || which != Which::Own {
                        self.words = ideas(scene).get(i).map_or(Default::default(), |idea| {
                            [idea.name.as_str().into(), idea.about.as_str().into()]
                        });
                    }
                    self.which = Some(which);
                }
            }
            Touch::Toggle(i, on) => {
                self.day = DAYS.get(i).copied().filter(|_| on);
            }
            Touch::Type(TIME, words) => self.time = words,
            Touch::Type(i, words) => {
                if let Some(slot) = self.words.get_mut(i) {
                    *slot = words;
                }
            }
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let [name, how] = &self.words;
        if name.is_blank() && how.is_blank() {
            return None;
        }
        let day = self.day.map(|day| day.to_string()).unwrap_or_default();
        Some(AnswerValue::Slots(vec![
            name.clone(),
            how.clone(),
            day.into(),
            self.time.clone(),
        ]))
    }

    fn restore(&mut self, value: &AnswerValue, scene: &Scene<'_>) {
        if let AnswerValue::Slots(words) = value
            && let [name, how, day, time] = words.as_slice()
        {
            let same = |idea: &RitualIdea| idea.name == name.as_str() && idea.about == how.as_str();
            self.which = Some(
                ideas(scene)
                    .iter()
                    .position(same)
                    .map_or(Which::Own, Which::Idea),
            );
            self.words = [name.clone(), how.clone()];
            self.day = day.parse().ok();
            self.time = time.clone();
        }
    }

    /// The first page of the week takes it up from the shared room.
    fn record(&self, scene: &Scene<'_>) -> Option<Kind> {
        let [name, how] = &self.words;
        (!name.is_blank() && scene.room == Room::Shared).then(|| {
            Kind::Ritual(record::Ritual {
                name: name.trim().into(),
                about: how.trim().into(),
                on: self.day,
                time: self.time().ok().flatten(),
                held: None,
                more: More::default(),
            })
        })
    }

    /// Another day for the same ritual changes it; another ritual is a new one.
    fn amends(&self, before: &AnswerValue, records: &[&Record], by: PersonId) -> Option<RecordId> {
        let AnswerValue::Slots(before) = before else {
            return None;
        };
        let [name, _] = &self.words;
        if before.first() != Some(name) {
            return None;
        }
        records.iter().rev().find_map(|r| match &r.what {
            Kind::Ritual(ritual)
                if r.by == by && ritual.held.is_none() && ritual.name.as_str() == name.trim() =>
            {
                Some(r.id)
            }
            _ => None,
        })
    }

    /// The day and the time are codes.
    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        let AnswerValue::Slots(words) = value else {
            return None;
        };
        let [name, how, ..] = words.as_slice() else {
            return None;
        };
        Some(format!("{}\n{}", name.trim(), how.trim()))
    }
}
