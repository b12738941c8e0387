//! A slow form to breathe with.

use super::{Block, Effect, Scene, Touch, prompted};
use crate::domain::record::AnswerValue;
use crate::text::guide as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::breath::{self, NARROWING, WIDENING};
use crate::ui::clock;
use crate::ui::controls::secondary;
use crate::ui::icon::Icon;
use crate::ui::scale::space;
use crate::ui::text::{h3, lead, tone};
use crate::ui::{Center, Element, Fill, column, container};

use chrono::{DateTime, FixedOffset};

pub(super) struct Breathe {
    prompt: String,
    minutes: u16,
    running: Option<Running>,
    /// Counts starts and breaths, so that a clock set before a pause is not taken for one of now.
    turn: u32,
    done: bool,
}

struct Running {
    since: DateTime<FixedOffset>,
    out: bool,
}

impl Breathe {
    pub(super) fn new(prompt: String, minutes: u16) -> Self {
        Self {
            prompt,
            minutes,
            running: None,
            turn: 0,
            done: false,
        }
    }

    /// The next change of the words is due when this breath, in or out, ends.
    fn wake(&mut self) -> Effect {
        let Some(running) = &self.running else {
            return Effect::None;
        };
        self.turn = self.turn.wrapping_add(1);
        let delay = if running.out { NARROWING } else { WIDENING };
        Effect::Run(clock::after(delay, Touch::Tick(self.turn)))
    }
}

impl Block for Breathe {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let still = scene.ctx.still();
        let moving = self.running.is_some() && !still;
        let form = access(Role::Image, breath::breath(moving)).name(text::BREATH_FORM);
        let words: Element<'a, Touch> = match &self.running {
            None => lead(text::minutes(self.minutes.into()))
                .style(tone::soft)
                .into(),
            Some(running) if still => {
                let word = if running.out {
                    text::BREATHE_OUT
                } else {
                    text::BREATHE_IN
                };
                access(Role::Status, h3(word)).live(Live::Polite).into()
            }
            Some(_) => lead(text::BREATHE_WITH_IT).style(tone::soft).into(),
        };
        let button = if self.running.is_some() {
            secondary(text::STOP)
                .icon(Icon::Pause)
                .on_press(Touch::Pause)
        } else {
            secondary(text::START)
                .icon(Icon::Play)
                .on_press(Touch::Start)
        };
        let stage = column![words, form, button]
            .spacing(space::S12)
            .align_x(Center)
            .width(Fill);
        prompted(&self.prompt, "", container(stage).width(Fill)).into()
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match (touch, &mut self.running) {
            (Touch::Start, None) => {
                self.done = true;
                self.running = Some(Running {
                    since: scene.ctx.now,
                    out: false,
                });
                self.wake()
            }
            (Touch::Pause, _) => {
                self.running = None;
                Effect::None
            }
            (Touch::Tick(turn), Some(running)) if turn == self.turn => {
                // It ends with a whole breath out.
                let passed = scene.ctx.now - running.since;
                if running.out && passed.num_minutes() >= i64::from(self.minutes) {
                    self.running = None;
                    return Effect::None;
                }
                running.out = !running.out;
                self.wake()
            }
            _ => Effect::None,
        }
    }

    fn stores(&self) -> Option<AnswerValue> {
        self.done.then_some(AnswerValue::Done)
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        self.done = *value == AnswerValue::Done;
    }
}
