//! Some minutes, told in words. Nothing happens when they are over.

use super::{Block, Effect, Scene, Touch, prompted};
use crate::domain::record::AnswerValue;
use crate::text::guide as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::clock;
use crate::ui::controls::secondary;
use crate::ui::icon::Icon;
use crate::ui::scale::{radius, space};
use crate::ui::text::{interface, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Element, Fill, FillPortion, Row, Space, column, container, row};
use chrono::{DateTime, FixedOffset, TimeDelta};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// Minutes that pass while it runs. It wakes once for each change of its words and never while it rests.
pub(super) struct Minutes {
    whole: Duration,
    left: Duration,
    since: Option<DateTime<FixedOffset>>,
    /// Which start a clock belongs to: one set before a pause must not count after it.
    start: u32,
}

impl Minutes {
    pub(super) fn new(minutes: u16) -> Self {
        let whole = MINUTE * u32::from(minutes);
        Self {
            whole,
            left: whole,
            since: None,
            start: 0,
        }
    }

    pub(super) fn is_running(&self) -> bool {
        self.since.is_some()
    }

    pub(super) fn is_begun(&self) -> bool {
        self.is_running() || self.left < self.whole
    }

    pub(super) fn is_over(&self) -> bool {
        self.left.is_zero()
    }

    pub(super) fn begin(&mut self, now: DateTime<FixedOffset>) -> Effect {
        self.start = self.start.wrapping_add(1);
        self.since = Some(now);
        self.wake()
    }

    pub(super) fn rest(&mut self, now: DateTime<FixedOffset>) {
        self.pass(now);
        self.since = None;
    }

    /// What has passed meanwhile is gone; it runs on, where it ran.
    pub(super) fn catch_up(&mut self, now: DateTime<FixedOffset>) {
        self.pass(now);
        if self.is_running() {
            self.since = (!self.left.is_zero()).then_some(now);
        }
    }

    /// When it will have run out, if it runs.
    pub(super) fn ends(&self) -> Option<DateTime<FixedOffset>> {
        Some(self.since? + TimeDelta::from_std(self.left).ok()?)
    }

    /// How many are left, the one that has begun as well.
    pub(super) fn left(&self) -> u64 {
        self.left.as_secs().div_ceil(MINUTE.as_secs())
    }

    pub(super) fn again(&mut self) {
        self.left = self.whole;
        self.since = None;
    }

    pub(super) fn tick(&mut self, start: u32, now: DateTime<FixedOffset>) -> Effect {
        if start != self.start || self.since.is_none() {
            return Effect::None;
        }
        self.pass(now);
        if self.left.is_zero() {
            self.since = None;
            return Effect::None;
        }
        self.since = Some(now);
        self.wake()
    }

    /// "About three minutes left", or that they have passed.
    pub(super) fn words(&self) -> String {
        let minutes = self.left();
        match (self.is_begun(), self.left.is_zero()) {
            (_, true) => text::TIME_PASSED.to_owned(),
            (true, false) => text::about_left(minutes),
            (false, false) => text::minutes(minutes),
        }
    }

    /// How much of it is gone, drawn; it moves when the words change.
    pub(super) fn bar<'a>(&self) -> Element<'a, Touch> {
        let left = self.left();
        let whole = self.whole.as_secs() / MINUTE.as_secs();
        let share = |minutes: u64| u16::try_from(minutes).unwrap_or(u16::MAX);
        let mut bar = Row::new().width(Fill);
        if whole > left {
            let gone = container(Space::new().height(space::S8));
            bar = bar.push(
                gone.width(FillPortion(share(whole - left)))
                    .style(style::shape(|t| t.glaze, |t| t.glaze, radius::CHECKBOX)),
            );
        }
        if left > 0 {
            let rest = container(Space::new().height(space::S8));
            bar = bar.push(rest.width(FillPortion(share(left))).style(style::shape(
                |t| t.sunk,
                |t| t.edge,
                radius::CHECKBOX,
            )));
        }
        bar.into()
    }

    fn pass(&mut self, now: DateTime<FixedOffset>) {
        if let Some(since) = self.since {
            let passed = (now - since).to_std().unwrap_or_default();
            self.left = self.left.saturating_sub(passed);
        }
    }

    /// Until the words change: at the next whole minute, and a second later so that it has certainly passed.
    fn wake(&self) -> Effect {
        let over = self.left.as_secs() % MINUTE.as_secs();
        let until = if over == 0 { MINUTE.as_secs() } else { over };
        let delay = Duration::from_secs(until + 1).min(self.left.max(Duration::from_secs(1)));
        Effect::Run(clock::after(delay, Touch::Tick(self.start)))
    }
}

pub(super) struct Timer {
    prompt: String,
    minutes: Minutes,
    done: bool,
}

impl Timer {
    pub(super) fn new(prompt: String, minutes: u16) -> Self {
        Self {
            prompt,
            minutes: Minutes::new(minutes),
            done: false,
        }
    }
}

impl Block for Timer {
    fn look<'a>(&'a self, _scene: &Scene<'a>) -> Element<'a, Touch> {
        prompted(&self.prompt, "", controls(&self.minutes)).into()
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Start => {
                self.done = true;
                self.minutes.begin(scene.ctx.now)
            }
            Touch::Pause => {
                self.minutes.rest(scene.ctx.now);
                Effect::None
            }
            Touch::Tick(start) => self.minutes.tick(start, scene.ctx.now),
            _ => Effect::None,
        }
    }

    fn here_until(&self) -> Option<DateTime<FixedOffset>> {
        self.minutes.ends()
    }

    fn stores(&self) -> Option<AnswerValue> {
        self.done.then_some(AnswerValue::Done)
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        self.done = *value == AnswerValue::Done;
    }
}

/// A button that starts and rests it, and its words.
fn controls<'a>(minutes: &Minutes) -> Element<'a, Touch> {
    let words = interface(minutes.words()).style(tone::soft);
    let button = if minutes.is_running() {
        secondary(text::PAUSE)
            .icon(Icon::Pause)
            .on_press(Touch::Pause)
    } else {
        let word = if minutes.is_begun() {
            text::GO_ON
        } else {
            text::START
        };
        secondary(word).icon(Icon::Play).on_press(Touch::Start)
    };
    let mut line = row![].spacing(space::S16).align_y(Center);
    if !minutes.left.is_zero() {
        line = line.push(button);
    }
    let line = line.push(access(Role::Status, words).live(Live::Polite));
    column![line]
        .push(minutes.is_begun().then(|| minutes.bar()))
        .spacing(space::S12)
        .into()
}
