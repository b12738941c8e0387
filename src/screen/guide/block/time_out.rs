//! A pause in a talk. The time at which both come back stands on the page; who called it is neither asked nor counted.

use super::{Block, Effect, Scene, Touch, group, question};
use crate::domain::Words;
use crate::domain::record::AnswerValue;
use crate::text::guide::blocks as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::clock;
use crate::ui::controls::{Segment, field, quiet, secondary, segments};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h_label, lead, read, small, text as words, tone};
use crate::ui::{Column, Element, Fill, card, column, container, row};
use chrono::{DateTime, Days, FixedOffset, NaiveTime, TimeDelta, Timelike};
use std::time::Duration;

/// The body needs about so long to calm down; a shorter pause is none (CARE.md, flooding).
const LEAST: u16 = 20;
/// What can be chosen besides the least.
const LONGER: [u16; 2] = [40, 60];
/// A laptop that slept in between is noticed after so long at most.
const LOOKS_AGAIN: Duration = Duration::from_secs(10 * 60);
/// On this many hours after it ended, a pause is over without anybody saying so.
const FORGOTTEN: i64 = 24;
/// What stands for "they came back" beside the time.
const BACK: &str = "back";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Minutes(u16),
    Tomorrow,
}

pub(super) struct TimeOut {
    prompt: String,
    least: u16,
    length: Length,
    /// The time of day, where it is for tomorrow.
    tomorrow: Words,
    until: Option<DateTime<FixedOffset>>,
    /// They said that they came back.
    back: bool,
    /// A new time is being named; the old one stands until then.
    naming: bool,
    /// Which start a clock belongs to.
    start: u32,
}

impl TimeOut {
    pub(super) fn new(prompt: String, minutes: u16) -> Self {
        let least = minutes.max(LEAST);
        Self {
            prompt,
            least,
            length: Length::Minutes(least),
            tomorrow: Words::default(),
            until: None,
            back: false,
            naming: false,
            start: 0,
        }
    }

    fn lengths(&self) -> Vec<Length> {
        let longer = LONGER.into_iter().filter(|n| *n > self.least);
        let minutes = std::iter::once(self.least).chain(longer);
        minutes
            .map(Length::Minutes)
            .chain([Length::Tomorrow])
            .collect()
    }

    /// When both come back, were it to start now; nothing while tomorrow has no time yet.
    fn due(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        match self.length {
            Length::Minutes(minutes) => {
                let at = now + TimeDelta::minutes(minutes.into());
                // A clock on the wall has no seconds; the pause is never shorter than was said.
                let over = i64::from(at.second() > 0 || at.nanosecond() > 0);
                (at + TimeDelta::minutes(over))
                    .with_second(0)?
                    .with_nanosecond(0)
            }
            Length::Tomorrow => {
                let time = NaiveTime::parse_from_str(self.tomorrow.trim(), "%H:%M").ok()?;
                let day = now.date_naive().checked_add_days(Days::new(1))?;
                day.and_time(time)
                    .and_local_timezone(*now.offset())
                    .earliest()
            }
        }
    }

    fn is_over(&self, now: DateTime<FixedOffset>) -> bool {
        self.until.is_some_and(|until| until <= now)
    }

    fn wake(&mut self, now: DateTime<FixedOffset>) -> Effect {
        let Some(left) = self.until.and_then(|until| (until - now).to_std().ok()) else {
            return Effect::None;
        };
        if left.is_zero() {
            return Effect::None;
        }
        self.start = self.start.wrapping_add(1);
        Effect::Run(clock::after(left.min(LOOKS_AGAIN), Touch::Tick(self.start)))
    }

    fn choosing<'a>(&'a self, scene: &Scene<'a>) -> Column<'a, Touch> {
        let lengths = self.lengths();
        let picked = lengths.iter().position(|length| *length == self.length);
        let options = lengths.into_iter().enumerate().map(|(i, length)| {
            let words = match length {
                Length::Minutes(n) => text::length(n),
                Length::Tomorrow => text::UNTIL_TOMORROW.to_owned(),
            };
            Segment::new(i, words)
        });
        let mut block =
            column![segments(text::HOW_LONG, options, picked, Touch::Pick)].spacing(space::S12);
        let due = self.due(scene.ctx.now);
        if self.length == Length::Tomorrow {
            let wrong = due.is_none() && self.tomorrow.trim().len() > 4;
            let time = field(text::TOMORROW_AT, self.tomorrow.as_str())
                .placeholder(text::TIME_EXAMPLE)
                .error(wrong.then_some(text::TIME_WRONG))
                .on_input(|words| Touch::Type(0, words.into()))
                .on_submit(Touch::Start);
            block = block.push(time);
        }
        let start = secondary(text::START_PAUSE)
            .icon(Icon::Pause)
            .id(scene.field_id())
            .on_press_maybe(due.map(|_| Touch::Start));
        let mut buttons = row![start].spacing(space::S12);
        if self.naming {
            buttons = buttons.push(quiet(text::LEAVE_IT_SO).on_press(Touch::No));
        }
        block
            .push(buttons.wrap().vertical_spacing(space::S12))
            .push(small(text::ANYONE_CALLS_IT).style(tone::soft))
    }

    /// The time, large, and what helps until then; or that it has come.
    fn standing<'a>(
        &'a self,
        until: DateTime<FixedOffset>,
        scene: &Scene<'a>,
    ) -> Element<'a, Touch> {
        let now = scene.ctx.now;
        let over = self.is_over(now);
        let large = if scene.ctx.width() == Width::Narrow {
            Type::H1
        } else {
            Type::Display
        };
        let mut says = if over {
            column![
                words(large, text::it_is(until, now)),
                lead(text::COME_BACK).width(Fill)
            ]
        } else {
            column![words(large, text::back_at(until, now.date_naive()))]
        };
        says = says.spacing(space::S4).width(Fill);
        let mut sheet = column![access(Role::Status, says).live(Live::Polite)].spacing(space::S16);
        if !over {
            let helps = text::MEANWHILE_HELPS.into_iter().map(|line| {
                let sign = icon(Icon::Minus, size::ICON_SMALL).style(tone::soft);
                let sign = container(sign).center_y(Type::Read.line());
                row![sign, read(line).width(Fill)].spacing(space::S8).into()
            });
            sheet = sheet.push(
                column![h_label(text::MEANWHILE), Column::with_children(helps)].spacing(space::S4),
            );
        }
        let buttons = row![
            secondary(text::WE_ARE_BACK)
                .icon(Icon::Check)
                .id(scene.field_id())
                .on_press(Touch::Done),
            quiet(text::A_NEW_TIME).on_press(Touch::Again)
        ]
        .spacing(space::S12)
        .wrap()
        .vertical_spacing(space::S12);
        if !self.naming {
            sheet = sheet.push(buttons);
        }
        card::note(space::S24, sheet)
    }
}

impl Block for TimeOut {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let mut block = column![question(self.prompt.as_str())].spacing(space::S12);
        if let Some(until) = self.until.filter(|_| !self.back) {
            block = block.push(self.standing(until, scene));
        }
        if self.until.is_none() || self.back || self.naming {
            block = block.push(self.choosing(scene));
        }
        group(&self.prompt, block)
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        let now = scene.ctx.now;
        match touch {
            Touch::Pick(i) => {
                if let Some(length) = self.lengths().get(i) {
                    self.length = *length;
                }
                Effect::None
            }
            Touch::Type(_, words) => {
                self.tomorrow = words;
                Effect::None
            }
            Touch::Start => {
                let Some(until) = self.due(now) else {
                    return Effect::None;
                };
                self.until = Some(until);
                self.back = false;
                self.naming = false;
                self.wake(now).and_to(scene)
            }
            Touch::Tick(start) if start == self.start && !self.back => self.wake(now),
            Touch::Done => {
                self.back = true;
                self.naming = false;
                Effect::None.and_to(scene)
            }
            Touch::Again => {
                self.naming = true;
                Effect::None.and_to(scene)
            }
            Touch::No => {
                self.naming = false;
                Effect::None.and_to(scene)
            }
            _ => Effect::None,
        }
    }

    /// Whoever comes back to the page before the time has come is told on it when it has.
    fn opened(&mut self, scene: &Scene<'_>) -> Effect {
        if self.back {
            Effect::None
        } else {
            self.wake(scene.ctx.now)
        }
    }

    fn stores(&self) -> Option<AnswerValue> {
        let until = self.until?.to_rfc3339();
        let mut words: Vec<Words> = vec![until.into()];
        if self.back {
            words.push(BACK.into());
        }
        Some(AnswerValue::Slots(words))
    }

    fn restore(&mut self, value: &AnswerValue, scene: &Scene<'_>) {
        let AnswerValue::Slots(words) = value else {
            return;
        };
        let until = words.first().and_then(|until| until.parse().ok());
        self.until = until;
        let forgotten =
            |until: DateTime<FixedOffset>| (scene.ctx.now - until).num_hours() >= FORGOTTEN;
        self.back = words.len() > 1 || until.is_some_and(forgotten);
    }
}
