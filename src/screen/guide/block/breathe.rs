//! A slow form to breathe with. While it runs it has the whole window.

use super::{Block, Effect, Scene, Touch, prompted};
use crate::domain::record::AnswerValue;
use crate::screen::threshold;
use crate::text::guide::{self as text, blocks};
use crate::ui::access::{Live, Role, access};
use crate::ui::breath::{self, NARROWING, WIDENING};
use crate::ui::clock;
use crate::ui::controls::{primary_on_glaze, quiet, secondary, secondary_on_glaze};
use crate::ui::dialog;
use crate::ui::icon::Icon;
use crate::ui::layout::breathe as room;
use crate::ui::scale::{Type, Width, radius, size, space};
use crate::ui::text::{heading, interface, lead, text as words, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Element, Fill, FillPortion, Row, Space, Stack, Theme, column, container, row,
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use iced::widget::themer;
use std::time::Duration;

/// A breath in and out.
const BREATH: Duration = Duration::from_secs(WIDENING.as_secs() + NARROWING.as_secs());

pub(super) struct Breathe {
    prompt: String,
    minutes: u16,
    stage: Option<Stage>,
    /// Counts the clocks that were set, so that one set before a pause is not taken for one of now.
    turn: u32,
    done: bool,
}

/// A practice under way.
struct Stage {
    pace: Pace,
    /// Whole breaths before this run.
    before: u32,
    since: DateTime<FixedOffset>,
    /// Breaths in, and breaths out, that ended in this run.
    halves: u32,
    /// They would rather have the form still.
    still: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    Runs,
    Rests,
    Over,
}

impl Stage {
    fn new(now: DateTime<FixedOffset>) -> Self {
        Self {
            pace: Pace::Runs,
            before: 0,
            since: now,
            halves: 0,
            still: false,
        }
    }

    fn is_out(&self) -> bool {
        self.halves % 2 == 1
    }

    /// Up to the end of the last breath, in or out.
    fn passed(&self) -> Duration {
        BREATH * self.before + after(self.halves)
    }

    /// Every run begins with a breath in, as the form does when it begins to move.
    fn run(&mut self, now: DateTime<FixedOffset>) {
        self.before += self.halves / 2;
        self.halves = 0;
        self.since = now;
        self.pace = Pace::Runs;
    }
}

/// How long so many breaths in and out take.
fn after(halves: u32) -> Duration {
    BREATH * (halves / 2) + WIDENING * (halves % 2)
}

impl Breathe {
    pub(super) fn new(prompt: String, minutes: u16) -> Self {
        Self {
            prompt,
            minutes,
            stage: None,
            turn: 0,
            done: false,
        }
    }

    fn whole(&self) -> Duration {
        Duration::from_secs(u64::from(self.minutes) * 60)
    }

    /// The next change of the words is due when this breath, in or out, ends.
    fn wake(&mut self, now: DateTime<FixedOffset>) -> Effect {
        let Some(stage) = self.stage.as_mut().filter(|s| s.pace == Pace::Runs) else {
            return Effect::None;
        };
        let span = |of: Duration| TimeDelta::from_std(of).unwrap_or_default();
        let late = now - stage.since - span(after(stage.halves));
        if late > span(NARROWING) {
            // The computer slept meanwhile.
            stage.since = now - span(after(stage.halves));
        }
        let due = stage.since + span(after(stage.halves + 1));
        let delay = (due - now).to_std().unwrap_or_default();
        self.turn = self.turn.wrapping_add(1);
        Effect::Run(clock::after(delay.min(NARROWING), Touch::Tick(self.turn)))
    }

    /// What is said large, and the sentence under it.
    fn says(&self, stage: &Stage, still: bool) -> (&'static str, &'static str) {
        match stage.pace {
            Pace::Rests => (blocks::BREATH_PAUSED, blocks::BREATH_PAUSED_LEAD),
            Pace::Over => (blocks::BREATH_OVER, blocks::BREATH_OVER_LEAD),
            Pace::Runs => {
                let word = if stage.is_out() {
                    text::BREATHE_OUT
                } else {
                    text::BREATHE_IN
                };
                let lead = if still {
                    blocks::AS_THE_WORDS
                } else {
                    blocks::AS_THE_WATER
                };
                (word, lead)
            }
        }
    }

    fn words<'a>(&self, stage: &Stage, still: bool, scene: &Scene<'a>) -> Element<'a, Touch> {
        let low = scene.ctx.size.height < room::LOW;
        let large = match scene.ctx.width() {
            Width::Narrow => Type::H1,
            _ if low => Type::H1,
            Width::Compact => Type::Display,
            Width::Wide | Width::Large => Type::Threshold,
        };
        let (word, sentence) = self.says(stage, still);
        let word = access(Role::Status, heading(1, large, word)).live(Live::Polite);
        let sentence = if low {
            words(Type::Read, sentence)
        } else {
            lead(sentence)
        };
        let mut said = column![word, sentence].spacing(space::S8);
        if stage.pace != Pace::Over {
            let whole = self.whole().as_secs();
            let passed = stage.passed().as_secs().min(whole);
            let left = interface(blocks::about_left_in_halves(whole - passed));
            let left = column![left, bar(passed, whole - passed)]
                .spacing(space::S12)
                .max_width(room::BAR);
            let above = if low { space::S4 } else { space::S24 };
            said = said.push(Space::new().height(above)).push(left);
        }
        said.into()
    }

    fn buttons<'a>(&self, stage: &Stage, scene: &Scene<'a>) -> Element<'a, Touch> {
        let (first, second) = match stage.pace {
            Pace::Runs => (
                primary_on_glaze(text::PAUSE)
                    .icon(Icon::Pause)
                    .on_press(Touch::Pause),
                secondary_on_glaze(blocks::END_HERE).on_press(Touch::Done),
            ),
            Pace::Rests => (
                primary_on_glaze(text::GO_ON)
                    .icon(Icon::Play)
                    .on_press(Touch::Start),
                secondary_on_glaze(blocks::END_HERE).on_press(Touch::Done),
            ),
            Pace::Over => (
                primary_on_glaze(blocks::BACK_TO_PAGE).on_press(Touch::Done),
                secondary_on_glaze(blocks::BREATHE_AGAIN).on_press(Touch::Again),
            ),
        };
        let mut buttons = row![first, second].spacing(space::S12);
        if stage.pace == Pace::Runs && !scene.ctx.still() {
            let word = if stage.still {
                blocks::LET_IT_MOVE
            } else {
                blocks::HOLD_STILL
            };
            buttons = buttons.push(quiet(word).on_press(Touch::Still));
        }
        buttons.wrap().vertical_spacing(space::S8).into()
    }
}

/// How much is gone, and how much is left.
fn bar<'a>(gone: u64, left: u64) -> Element<'a, Touch> {
    let part = |share: u64, pale: bool| {
        let share = u16::try_from(share).unwrap_or(u16::MAX);
        let part = container(Space::new())
            .width(FillPortion(share))
            .height(space::S4);
        let part = if pale {
            part.style(style::shape(|t| t.edge, |t| t.edge, radius::CHECKBOX))
        } else {
            part.style(style::shape(|t| t.ink, |t| t.ink, radius::CHECKBOX))
        };
        Element::from(part)
    };
    let parts = [(gone, false), (left, true)];
    let parts = parts.into_iter().filter(|(share, _)| *share > 0);
    Row::with_children(parts.map(|(share, pale)| part(share, pale))).into()
}

impl Block for Breathe {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let bowl = breath::water(scene.ctx.theme.into(), room::BOWL, false);
        let bowl = access(Role::Image, bowl).name(blocks::STILL_WATER);
        let word = if self.done {
            blocks::BREATHE_AGAIN
        } else {
            text::START
        };
        let start = secondary(word).icon(Icon::Play).on_press(Touch::Start);
        let long = lead(text::minutes(self.minutes.into())).style(tone::soft);
        let front = row![bowl, column![long, start].spacing(space::S12)]
            .spacing(space::S24)
            .align_y(Center);
        prompted(&self.prompt, "", front).into()
    }

    fn stage<'a>(&'a self, scene: &Scene<'a>) -> Option<Element<'a, Touch>> {
        let stage = self.stage.as_ref()?;
        let ctx = &scene.ctx;
        let still = stage.still || ctx.still();
        let moving = stage.pace == Pace::Runs && !still;
        let name = if moving {
            blocks::WATER
        } else {
            blocks::STILL_WATER
        };
        let across = breath::bowl_width(ctx.size);
        let bowl = breath::water(ctx.theme.into(), across, moving);
        let middle = row![
            container(self.words(stage, still, scene))
                .width(Fill)
                .center_y(Fill),
            container(access(Role::Image, bowl).name(name)).center_y(Fill),
        ]
        .spacing(space::S24)
        .height(Fill);
        let title = container(interface(blocks::quiet_practice(self.minutes)))
            .center_y(size::TOP_BAR)
            .width(Fill);
        let page = column![title, middle, self.buttons(stage, scene)].spacing(space::S8);
        let page = container(page)
            .padding([space::S12, ctx.width().margin()])
            .max_width(size::STAGE);
        // The way out comes last, so that the focus does not begin on it.
        let leave = container(threshold::leave_on_glaze(ctx, Touch::LeaveQuickly))
            .center_y(size::TOP_BAR)
            .padding([0.0, ctx.width().margin()]);
        let leave = container(leave).padding([space::S12, 0.0]).width(Fill);
        let whole = Stack::new()
            .push(container(page).center_x(Fill).height(Fill))
            .push(leave)
            .width(Fill)
            .height(Fill);
        let flat = *ctx.theme == Theme::HighContrast;
        let whole = container(whole)
            .width(Fill)
            .height(Fill)
            .style(style::threshold(flat));
        // Glaze is dark in every theme, and so is what stands on it.
        let whole = themer(Some(Theme::Dark), whole).text_color(|theme| theme.tokens().ink);
        Some(dialog::stage(self.prompt.as_str(), whole))
    }

    fn is_on_stage(&self) -> bool {
        self.stage.is_some()
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        let now = scene.ctx.now;
        match (touch, &mut self.stage) {
            (Touch::Start, None) | (Touch::Again, Some(_)) => {
                self.done = true;
                self.stage = Some(Stage::new(now));
                self.wake(now)
            }
            (Touch::Start, Some(stage)) => {
                stage.run(now);
                self.wake(now)
            }
            (Touch::Pause, Some(stage)) if stage.pace == Pace::Runs => {
                stage.pace = Pace::Rests;
                Effect::None
            }
            (Touch::Still, Some(stage)) => {
                stage.still = !stage.still;
                if stage.still {
                    return Effect::None;
                }
                stage.run(now);
                self.wake(now)
            }
            (Touch::Done, _) => {
                self.stage = None;
                Effect::None
            }
            (Touch::LeaveQuickly, _) => Effect::LeaveQuickly,
            (Touch::Tick(turn), Some(stage)) if turn == self.turn && stage.pace == Pace::Runs => {
                stage.halves += 1;
                let passed = stage.passed();
                // It ends with a whole breath out.
                let ends = !stage.is_out();
                if ends && passed >= self.whole() {
                    if let Some(stage) = &mut self.stage {
                        stage.pace = Pace::Over;
                    }
                    return Effect::None;
                }
                self.wake(now)
            }
            _ => Effect::None,
        }
    }

    fn here_until(&self) -> Option<DateTime<FixedOffset>> {
        let stage = self.stage.as_ref().filter(|s| s.pace == Pace::Runs)?;
        let left = self.whole().saturating_sub(BREATH * stage.before);
        Some(stage.since + TimeDelta::from_std(left).ok()?)
    }

    fn stores(&self) -> Option<AnswerValue> {
        self.done.then_some(AnswerValue::Done)
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        self.done = *value == AnswerValue::Done;
    }
}
