//! The questions still open between the two. Whoever was asked says how each stands; nobody is answered for.

use super::{Block, Effect, Scene, Touch, group, question};
use crate::domain::questions::{self, QuestionView};
use crate::domain::record::{AnswerValue, More, QuestionReply, QuestionState};
use crate::domain::{Kind, PersonId, RecordId, Room, Words};
use crate::screen::{Entry, names};
use crate::text::dates;
use crate::text::guide::blocks as text;
use crate::ui::controls::{Segment, field, segments};
use crate::ui::scale::{size, space};
use crate::ui::text::{across, italic, label, read, small, tone};
use crate::ui::{Center, Column, Element, Fill, card, column, person, row};
use std::collections::BTreeMap;

pub(super) struct Questions {
    prompt: String,
    given: BTreeMap<RecordId, Given>,
}

/// What was said to one question on this page.
#[derive(Default)]
struct Given {
    /// Nothing: what was said before stands.
    state: Option<QuestionState>,
    /// A window, or what would help first.
    words: Option<Words>,
}

impl Questions {
    pub(super) fn new(prompt: String) -> Self {
        Self {
            prompt,
            given: BTreeMap::new(),
        }
    }

    fn state(&self, view: &QuestionView) -> Option<QuestionState> {
        let given = self.given.get(&view.id).and_then(|given| given.state);
        given.or(view.state())
    }

    /// What was typed here, or was said before.
    fn words<'a>(&'a self, view: &QuestionView, scene: &Scene<'a>) -> &'a str {
        if let Some(Given {
            words: Some(words), ..
        }) = self.given.get(&view.id)
        {
            return words;
        }
        let reply = view.reply.as_ref().map(|reply| reply.id);
        let said = scene.ctx.shared.iter().find_map(|r| match &r.what {
            Kind::QuestionReply(said) if Some(r.id) == reply => Some(said.words.as_str()),
            _ => None,
        });
        said.unwrap_or_default()
    }

    fn one<'a>(
        &'a self,
        view: &QuestionView,
        answers: PersonId,
        asked: PersonId,
        scene: &Scene<'a>,
    ) -> Element<'a, Touch> {
        let household = scene.ctx.household;
        let name = |id| household.name(id);
        let day = dates::day(view.on);
        let head = row![
            person::mark(
                names::mark(household, view.by),
                name(view.by),
                size::MARK_SMALL
            ),
            small(text::asks(name(view.by), name(asked), &day))
                .style(tone::soft)
                .width(Fill)
        ]
        .spacing(space::S12)
        .align_y(Center);
        let question = column![head, across(italic(view.words.to_string()))].spacing(space::S8);
        let mut one = column![card::card(question).width(Fill)].spacing(space::S8);
        one = if answers == asked {
            one.push(label(text::name_decides(name(asked))))
        } else {
            one.push(small(text::only_name_answers(name(asked))).style(tone::soft))
        };
        let mut choices = vec![
            Segment::new(QuestionState::Answered, text::ANSWERED),
            Segment::new(QuestionState::Parked, text::PARKED),
        ];
        // Only the one who was asked can say "not yet".
        if answers == asked {
            choices.push(Segment::new(QuestionState::NotYet, text::NOT_YET));
        }
        let id = view.id;
        let state = self.state(view);
        one = one.push(segments(
            text::how_it_stands(name(answers), &view.words),
            choices,
            state,
            move |state| Touch::Stands(id, state),
        ));
        let about = match state {
            Some(QuestionState::Parked) => Some((text::WHEN_PARKED, text::WHEN_EXAMPLE)),
            Some(QuestionState::NotYet) if answers == asked => {
                Some((text::NOT_YET_WORDS, text::NOT_YET_EXAMPLE))
            }
            _ => None,
        };
        one.push(about.map(|(name, example)| {
            field(name, self.words(view, scene))
                .placeholder(example)
                .on_input(move |words| Touch::Window(id, words.into()))
        }))
        .into()
    }
}

const STATES: [QuestionState; 3] = [
    QuestionState::Answered,
    QuestionState::Parked,
    QuestionState::NotYet,
];

/// How a question stands, in a draft.
fn code(state: QuestionState) -> &'static str {
    match state {
        QuestionState::Answered => "answered",
        QuestionState::Parked => "parked",
        QuestionState::NotYet => "not-yet",
    }
}

/// The questions that are still open, and who was asked. One that nobody can be asked yet is left out.
fn open(scene: &Scene<'_>) -> Vec<(QuestionView, PersonId)> {
    questions::fold(scene.ctx.shared)
        .into_iter()
        .filter(|view| !view.is_answered())
        .filter_map(|view| {
            let asked = scene.ctx.household.other(view.by)?.id;
            Some((view, asked))
        })
        .collect()
}

/// In whose name this one is answered: whose page it is, or where both are at it, who was asked.
fn answers(scene: &Scene<'_>, asked: PersonId) -> PersonId {
    scene.writer.or(scene.ctx.me()).unwrap_or(asked)
}

impl Block for Questions {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let open = open(scene);
        let mut list = Column::new().spacing(space::S24);
        if open.is_empty() {
            list = list.push(
                read(text::OPEN_QUESTIONS_NONE)
                    .width(Fill)
                    .style(tone::soft),
            );
        }
        for (view, asked) in &open {
            list = list.push(self.one(view, answers(scene, *asked), *asked, scene));
        }
        group(
            &self.prompt,
            column![question(self.prompt.as_str()), list].spacing(space::S12),
        )
    }

    /// Choosing again what was chosen here takes the choice back.
    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Stands(id, state) => {
                let given = self.given.entry(id).or_default();
                given.state = (given.state != Some(state)).then_some(state);
            }
            Touch::Window(id, words) => self.given.entry(id).or_default().words = Some(words),
            _ => {}
        }
        Effect::None
    }

    fn draft_key(&self) -> &'static str {
        "open-questions"
    }

    /// Only for the draft: three for each question, its id, how it stands, and what was typed to it.
    fn stores(&self) -> Option<AnswerValue> {
        let given = self
            .given
            .iter()
            .filter(|(_, given)| given.state.is_some() || given.words.is_some());
        let slots: Vec<Words> = given
            .flat_map(|(id, given)| {
                let state = given.state.map_or("", code);
                let words = given.words.clone().unwrap_or_default();
                [id.to_string().into(), state.into(), words]
            })
            .collect();
        (!slots.is_empty()).then_some(AnswerValue::Slots(slots))
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        let AnswerValue::Slots(slots) = value else {
            return;
        };
        let given = slots.chunks_exact(3).filter_map(|slots| {
            let [id, state, words] = slots else {
                return None;
            };
            let given = Given {
                state: STATES
                    .into_iter()
                    .find(|known| code(*known) == state.as_str()),
                words: (!words.is_blank()).then(|| words.clone()),
            };
            Some((id.parse().ok()?, given))
        });
        self.given = given.collect();
    }

    fn entries(&self, scene: &Scene<'_>) -> Vec<Entry> {
        let fresh = open(scene).into_iter().filter_map(|(view, asked)| {
            let given = self.given.get(&view.id)?;
            let state = given.state.or(view.state())?;
            let by = answers(scene, asked);
            if state == QuestionState::NotYet && by != asked {
                return None;
            }
            let words = match state {
                QuestionState::Answered => Words::default(),
                QuestionState::Parked | QuestionState::NotYet => given
                    .words
                    .clone()
                    .or_else(|| {
                        let said = view.reply.as_ref().filter(|r| r.state == state)?;
                        Some(said.words.clone())
                    })
                    .unwrap_or_default(),
            };
            let same = |r: &questions::QuestionReplyView| r.state == state && r.words == words;
            if view.reply.as_ref().is_some_and(same) {
                return None;
            }
            let reply = Kind::QuestionReply(QuestionReply {
                question: view.id,
                state,
                words,
                more: More::default(),
            });
            Some(Entry::new(Room::Shared, by, reply))
        });
        fresh.collect()
    }
}
