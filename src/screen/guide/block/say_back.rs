//! One reads or speaks, the other says back what they heard, and only the first can say that it is what they meant.

use super::{Block, Effect, Scene, Touch, group, shown};
use crate::domain::PersonId;
use crate::domain::record::AnswerValue;
use crate::screen::names;
use crate::text::guide::begins;
use crate::text::guide::blocks as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::art::Look;
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::seam::{self, NodeState};
use crate::ui::text::{interface, italic, label, small, strong, text as text_of, tone};
use crate::ui::{Center, Column, Element, Fill, Length, Row, card, column, container, person, row};

/// The same line between the two every time.
const SEED: u32 = 31;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Reads,
    SaysBack,
    Confirms,
    Confirmed,
}

pub(super) struct SayBack {
    prompt: String,
    of: Vec<String>,
    /// Chosen by hand; otherwise whoever wrote most of what is in view.
    speaker: Option<PersonId>,
    step: Step,
    /// It was confirmed before; that stands, whatever is said now.
    was_confirmed: bool,
}

impl SayBack {
    pub(super) fn new(prompt: String, of: &[String]) -> Self {
        Self {
            prompt,
            of: of.to_vec(),
            speaker: None,
            step: Step::Reads,
            was_confirmed: false,
        }
    }

    fn reader(&self, scene: &Scene<'_>) -> Option<PersonId> {
        self.speaker.or_else(|| shown::writer(scene, &self.of))
    }

    /// Both halves of the talk, each with what that person does now, and between them how far it has come.
    fn stage<'a>(
        &self,
        scene: &Scene<'a>,
        speaker: PersonId,
        listener: PersonId,
    ) -> Element<'a, Touch> {
        let speaks = self.half(scene, speaker, self.of_speaker(scene, listener));
        let listens = self.half(scene, listener, self.of_listener(scene, listener));
        let at = match self.step {
            Step::Reads => 0,
            Step::SaysBack => 1,
            Step::Confirms => 2,
            Step::Confirmed => 3,
        };
        let nodes: Vec<NodeState> = (0..3)
            .map(|node: usize| match node.cmp(&at) {
                std::cmp::Ordering::Less => NodeState::Done,
                std::cmp::Ordering::Equal => NodeState::Current,
                std::cmp::Ordering::Greater => NodeState::Later,
            })
            .collect();
        let look = Look::from(scene.ctx.theme);
        if scene.ctx.width() == Width::Narrow {
            let line = seam::path_line(look, &nodes, SEED);
            let line = access(Role::Image, line).name(text::SAY_BACK_LINE);
            column![speaks, line, listens].spacing(space::S12).into()
        } else {
            let line = seam::rail(look, &nodes, seam::RAIL_SPACING, SEED);
            let line = access(Role::Image, line).name(text::SAY_BACK_LINE);
            row![speaks, line, listens].spacing(space::S12).into()
        }
    }

    /// What the one who speaks does now.
    fn of_speaker<'a>(&self, scene: &Scene<'a>, listener: PersonId) -> Half<'a> {
        let other = names::short(scene.ctx.name(listener));
        let short = |id| names::short(scene.ctx.name(id));
        let own = |(title, sentence): (&'static str, &'static str)| (title, sentence.to_owned());
        match self.step {
            Step::Reads => Half {
                does: text::READS,
                says: own(text::READ_IT),
                moves: self
                    .reader(scene)
                    .map(|speaker| {
                        secondary(text::has_finished(&short(speaker)))
                            .id(scene.field_id())
                            .on_press(Touch::Done)
                            .into()
                    })
                    .into_iter()
                    .collect(),
            },
            Step::SaysBack => Half {
                does: text::LISTENS,
                says: text::listen_for_it(&other),
                moves: Vec::new(),
            },
            Step::Confirms => Half {
                does: text::DECIDES,
                says: text::does_it_fit(&other),
                moves: vec![
                    secondary(text::YES_THAT_IS_IT)
                        .icon(Icon::Check)
                        .wide()
                        .on_press(Touch::Yes)
                        .into(),
                    // Here the keyboard begins: Enter pressed twice by the other must not confirm.
                    secondary(text::NOT_QUITE)
                        .icon(Icon::RotateCcw)
                        .id(scene.field_id())
                        .wide()
                        .on_press(Touch::Again)
                        .into(),
                    small(text::AS_OFTEN_AS_NEEDED).style(tone::soft).into(),
                ],
            },
            Step::Confirmed => Half {
                does: text::SAID_IT_FITS,
                says: own(text::ARRIVED),
                moves: vec![
                    quiet(text::ONCE_MORE)
                        .id(scene.field_id())
                        .flush()
                        .on_press(Touch::Again)
                        .into(),
                ],
            },
        }
    }

    /// What the one who listens does now.
    fn of_listener<'a>(&self, scene: &Scene<'a>, listener: PersonId) -> Half<'a> {
        let short = names::short(scene.ctx.name(listener));
        let (does, (title, sentence)) = match self.step {
            Step::Reads => (text::LISTENS, text::ONLY_LISTEN),
            Step::SaysBack => (text::SAYS_BACK, text::SAY_IT_BACK),
            Step::Confirms => (text::WAITS, text::WAIT),
            Step::Confirmed => (text::WAS_HEARD, text::HEARD),
        };
        let moves = match self.step {
            Step::Reads => vec![
                quiet(text::reads_instead(&short))
                    .compact()
                    .flush()
                    .on_press(Touch::Speaks(listener))
                    .into(),
            ],
            Step::SaysBack => {
                let starts = text::SAY_BACK_STARTS.map(|start| {
                    column![card::rule(), italic(start)]
                        .spacing(space::S8)
                        .into()
                });
                vec![
                    Column::with_children(starts).spacing(space::S8).into(),
                    secondary(text::is_what_i_heard(&short))
                        .id(scene.field_id())
                        .on_press(Touch::Done)
                        .into(),
                ]
            }
            Step::Confirms | Step::Confirmed => Vec::new(),
        };
        Half {
            does,
            says: (title, sentence.to_owned()),
            moves,
        }
    }

    /// One of the two: tinted while it is their move.
    fn half<'a>(&self, scene: &Scene<'a>, id: PersonId, half: Half<'a>) -> Element<'a, Touch> {
        let name = scene.ctx.household.name(id);
        let mark = names::mark(scene.ctx.household, id);
        let head = column![strong(name), small(half.does).style(tone::soft)].width(Fill);
        let head = row![person::mark(mark, name, size::MARK), head]
            .spacing(space::S12)
            .align_y(Center);
        let (title, sentence) = half.says;
        let says = column![
            text_of(Type::H3, title).width(Fill),
            interface(sentence).style(tone::soft).width(Fill)
        ]
        .spacing(space::S4);
        let turn = column![head, says].spacing(space::S12);
        // Only the half whose move it is speaks up; two at once would talk over each other.
        let is_theirs = match self.step {
            Step::Reads | Step::Confirms | Step::Confirmed => self.reader(scene) == Some(id),
            Step::SaysBack => self.reader(scene) != Some(id),
        };
        let turn: Element<'a, Touch> = if is_theirs {
            access(Role::Status, turn).live(Live::Polite).into()
        } else {
            turn.into()
        };
        let all = column![turn].extend(half.moves).spacing(space::S12);
        // The half whose move it is has more room, for its buttons.
        let share = if is_theirs { 3 } else { 2 };
        let width = match scene.ctx.width() {
            Width::Narrow => Fill,
            _ => Length::FillPortion(share),
        };
        let all = container(all).padding(space::S16).width(width);
        if is_theirs {
            all.style(person::tinted(mark)).into()
        } else {
            all.into()
        }
    }
}

/// What one of the two does now.
struct Half<'a> {
    does: &'static str,
    /// A title and a sentence.
    says: (&'static str, String),
    moves: Vec<Element<'a, Touch>>,
}

impl Block for SayBack {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let mut block = column![label(self.prompt.as_str())].spacing(space::S12);
        if let Some(shown) = shown::look(scene, &self.of) {
            block = block.push(shown);
        }
        let reader = self.reader(scene);
        let listener = reader.and_then(|id| scene.ctx.household.other(id));
        block = match (reader, listener) {
            (Some(speaker), Some(listener)) => {
                let listener = listener.id;
                block.push(self.stage(scene, speaker, listener))
            }
            _ => {
                let people = scene.ctx.household.people.iter();
                let who = Row::with_children(people.map(|p| {
                    secondary(begins(&names::short(&p.name)))
                        .on_press(Touch::Speaks(p.id))
                        .into()
                }))
                .spacing(space::S12)
                .wrap()
                .vertical_spacing(space::S12);
                block.push(who)
            }
        };
        group(&self.prompt, block)
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        let before = (self.step, self.speaker);
        self.step = match (touch, self.step) {
            (Touch::Speaks(person), Step::Reads) => {
                self.speaker = Some(person);
                Step::Reads
            }
            (Touch::Done, Step::Reads) => Step::SaysBack,
            (Touch::Done, Step::SaysBack) => Step::Confirms,
            (Touch::Yes, Step::Confirms) => {
                self.speaker = self.reader(scene);
                Step::Confirmed
            }
            (Touch::Again, Step::Confirms | Step::Confirmed) => Step::Reads,
            (_, step) => step,
        };
        if before == (self.step, self.speaker) {
            return Effect::None;
        }
        // What was pressed is gone: the next move is where the keyboard goes.
        Effect::None.and_to(scene)
    }

    fn stores(&self) -> Option<AnswerValue> {
        let confirmed = self.was_confirmed || self.step == Step::Confirmed;
        confirmed.then_some(AnswerValue::Done)
    }

    /// What was confirmed on another evening can be heard afresh, so the talk begins anew.
    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        self.was_confirmed = *value == AnswerValue::Done;
    }

    fn speaker(&self) -> Option<PersonId> {
        (self.step == Step::Confirmed)
            .then_some(self.speaker)
            .flatten()
    }
}
