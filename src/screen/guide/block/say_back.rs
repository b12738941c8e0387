//! One reads or speaks, the other says back what they heard, and only the first can say that it is what they meant.

use super::{Block, Effect, Scene, Touch, group, shown};
use crate::domain::PersonId;
use crate::domain::record::AnswerValue;
use crate::screen::names;
use crate::text::guide as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{size, space};
use crate::ui::text::{label, read, small, strong, tone};
use crate::ui::{Center, Element, Fill, Row, column, container, person, row};

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
}

impl SayBack {
    pub(super) fn new(prompt: String, of: &[String]) -> Self {
        Self {
            prompt,
            of: of.to_vec(),
            speaker: None,
            step: Step::Reads,
        }
    }

    fn reader(&self, scene: &Scene<'_>) -> Option<PersonId> {
        self.speaker.or_else(|| shown::writer(scene, &self.of))
    }

    /// Whose move it is, what they are doing, and what they can press.
    fn stage<'a>(
        &self,
        scene: &Scene<'a>,
        speaker: PersonId,
        listener: PersonId,
    ) -> Element<'a, Touch> {
        let household = scene.ctx.household;
        let name = |id| household.name(id);
        let short = |id| names::short(name(id));
        let (turn, does, what) = match self.step {
            Step::Reads => (speaker, text::READS, text::listens(name(listener))),
            Step::SaysBack => (
                listener,
                text::SAYS_BACK,
                text::listens_whether_it_fits(name(speaker)),
            ),
            Step::Confirms => (speaker, text::CONFIRMS, text::YOU_DECIDE.to_owned()),
            Step::Confirmed => (speaker, text::SAID_IT_FITS, String::new()),
        };
        let mark = names::mark(scene.ctx.household, turn);
        let head = column![strong(name(turn)), small(does).style(tone::soft)].width(Fill);
        let head = row![person::mark(mark, name(turn), size::MARK), head]
            .spacing(space::S12)
            .align_y(Center);
        let mut stage = column![access(Role::Status, head).live(Live::Polite)].spacing(space::S12);
        if !what.is_empty() {
            stage = stage.push(read(what).width(Fill));
        }
        let buttons: Vec<Element<'a, Touch>> = match self.step {
            Step::Reads => vec![
                secondary(text::has_finished(&short(speaker)))
                    .on_press(Touch::Done)
                    .into(),
            ],
            Step::SaysBack => vec![
                secondary(text::is_what_i_heard(&short(listener)))
                    .on_press(Touch::Done)
                    .into(),
            ],
            Step::Confirms => vec![
                secondary(text::YES_THAT_IS_IT)
                    .icon(Icon::Check)
                    .on_press(Touch::Yes)
                    .into(),
                secondary(text::NOT_QUITE)
                    .icon(Icon::RotateCcw)
                    .on_press(Touch::Again)
                    .into(),
            ],
            Step::Confirmed => vec![quiet(text::ONCE_MORE).on_press(Touch::Again).into()],
        };
        let buttons = Row::with_children(buttons)
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S12);
        stage = stage.push(buttons);
        if self.step == Step::Confirms {
            stage = stage.push(small(text::AS_OFTEN_AS_NEEDED).style(tone::soft));
        }
        container(stage)
            .padding(space::S16)
            .width(Fill)
            .style(person::tinted(mark))
            .into()
    }
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
                let mut block = block.push(self.stage(scene, speaker, listener));
                if self.step == Step::Reads {
                    let change = text::reads_instead(&names::short(scene.ctx.name(listener)));
                    block = block.push(quiet(change).compact().on_press(Touch::Speaks(listener)));
                }
                block
            }
            _ => {
                let people = scene.ctx.household.people.iter();
                let who = Row::with_children(people.map(|p| {
                    secondary(text::begins(&names::short(&p.name)))
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
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        (self.step == Step::Confirmed).then_some(AnswerValue::Done)
    }

    /// What was confirmed on another evening can be heard afresh, so nothing is taken up.
    fn restore(&mut self, _value: &AnswerValue, _scene: &Scene<'_>) {}

    fn speaker(&self) -> Option<PersonId> {
        (self.step == Step::Confirmed)
            .then_some(self.speaker)
            .flatten()
    }
}
