//! Something small the two do each week: choosing it, and saying that it was done.

use super::Message;
use crate::domain::amend::Current;
use crate::domain::record::{More, Ritual};
use crate::domain::{Kind, Week, Words};
use crate::screen::sent::Sent;
use crate::screen::{Ctx, pieces};
use crate::text::{common, dates, together as words};
use crate::ui::controls::{chips, field, link, primary, quiet, secondary};
use crate::ui::dialog;
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, space};
use crate::ui::text::{h_label, heading, label, read, tone};
use crate::ui::{Column, Element, Fill, column};
use chrono::{NaiveDate, NaiveTime, Weekday};

pub(super) const DRAFT: &str = "ritual/new";

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The ritual agreed on last.
pub(super) fn arranged<'a>(ctx: &Ctx<'a>) -> Option<&'a Ritual> {
    rituals(ctx)
        .into_iter()
        .rfind(|ritual| ritual.held.is_none() && !ritual.name.is_blank())
}

/// The day of this week on which it was done.
fn held<'a>(ctx: &Ctx<'a>, name: &Words) -> Option<NaiveDate> {
    let week = Week::of(ctx.today());
    rituals(ctx)
        .iter()
        .rev()
        .filter(|ritual| ritual.name == *name)
        .find_map(|ritual| ritual.held.filter(|day| week.contains(*day)))
}

fn rituals<'a>(ctx: &Ctx<'a>) -> Vec<&'a Ritual> {
    let records = ctx.shared.iter();
    let current = Current::of(records.filter(|r| matches!(r.what, Kind::Ritual(_))));
    let mut found: Vec<_> = current.iter().map(|s| s.now).collect();
    found.sort_by_key(|r| (r.at, r.id));
    found
        .into_iter()
        .filter_map(|record| match &record.what {
            Kind::Ritual(ritual) => Some(ritual),
            _ => None,
        })
        .collect()
}

pub(super) fn held_today(ritual: &Ritual, today: NaiveDate) -> Kind {
    Kind::Ritual(Ritual {
        held: Some(today),
        ..ritual.clone()
    })
}

pub(super) fn this_week<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let head = h_label(words::RITUAL);
    let Some(ritual) = arranged(ctx) else {
        return column![
            head,
            read(words::NO_RITUAL).style(tone::soft),
            link(words::CHOOSE_RITUAL, Message::ChooseRitual)
        ]
        .spacing(space::S8)
        .into();
    };
    let mut parts = Column::new()
        .push(head)
        .push(heading(4, Type::H3, ritual.name.as_str()))
        .spacing(space::S8);
    if !ritual.about.is_blank() {
        parts = parts.push(read(ritual.about.as_str()).style(tone::soft));
    }
    let held = held(ctx, &ritual.name);
    parts = match (held, words::ritual_when(ritual.on, ritual.time)) {
        (Some(day), _) => parts.push(pieces::sign(Icon::Check, words::held(day), tone::saved)),
        (None, Some(when)) => parts.push(pieces::sign(Icon::CalendarCheck, when, tone::glaze)),
        (None, None) => parts,
    };
    if held.is_none() {
        let did = secondary(words::WE_DID_IT).compact();
        parts = parts.push(did.on_press(Message::WeDidIt));
    }
    parts
        .push(link(words::CHANGE_RITUAL, Message::ChooseRitual))
        .into()
}

/// A ritual that is being chosen.
#[derive(Debug)]
pub(super) struct Choosing {
    name: Words,
    /// The idea last taken, whose few words go with its name.
    idea: Option<usize>,
    day: Option<Weekday>,
    time: Words,
    faults: Faults,
    sent: Sent,
}

#[derive(Debug, Default)]
struct Faults {
    name: bool,
    time: bool,
}

impl Choosing {
    fn with_name(name: Words) -> Self {
        Self {
            name,
            idea: None,
            day: None,
            time: Words::default(),
            faults: Faults::default(),
            sent: Sent::No,
        }
    }

    pub(super) fn begin(ctx: &Ctx<'_>) -> Self {
        let Some(ritual) = arranged(ctx) else {
            return Self::with_name(Words::default());
        };
        let ideas = &ctx.library.prompts.rituals;
        Self {
            idea: ideas.iter().position(|i| i.name == ritual.name.as_str()),
            day: ritual.on,
            time: words::ritual_when(None, ritual.time)
                .unwrap_or_default()
                .into(),
            ..Self::with_name(ritual.name.clone())
        }
    }

    /// What was being chosen when the app was closed.
    pub(super) fn restored(ctx: &Ctx<'_>) -> Option<Self> {
        let name = ctx.drafts.get(DRAFT)?;
        (!name.is_blank()).then(|| Self::with_name(name.clone()))
    }

    pub(super) fn name(&self) -> Words {
        self.name.clone()
    }

    /// A save is on disk; whether it was that of this ritual.
    pub(super) fn arrived(&mut self) -> bool {
        self.sent.arrived()
    }

    pub(super) fn not_saved(&mut self) {
        self.sent.failed();
    }

    pub(super) fn update(&mut self, message: Message, ctx: &Ctx<'_>) {
        self.sent.changed();
        match message {
            Message::RitualName(name) => {
                self.name = name;
                self.faults.name = false;
            }
            Message::RitualTime(time) => {
                self.time = time;
                self.faults.time = false;
            }
            Message::RitualDay(day, on) => self.day = on.then_some(day),
            Message::AnotherIdea => {
                let ideas = &ctx.library.prompts.rituals;
                let next = self.idea.map_or(0, |i| i + 1).checked_rem(ideas.len());
                if let Some(idea) = next.and_then(|i| ideas.get(i)) {
                    self.idea = next;
                    self.name = idea.name.as_str().into();
                    self.faults.name = false;
                }
            }
            _ => {}
        }
    }

    fn about<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a str> {
        let idea = ctx.library.prompts.rituals.get(self.idea?)?;
        (idea.name == self.name.trim()).then_some(idea.about.as_str())
    }

    /// The ritual to keep, once nothing is missing.
    pub(super) fn finish(&mut self, ctx: &Ctx<'_>) -> Option<Kind> {
        let time = match self.time.trim() {
            "" => Ok(None),
            time => NaiveTime::parse_from_str(time, "%H:%M").map(Some),
        };
        self.faults = Faults {
            name: self.name.is_blank(),
            time: time.is_err(),
        };
        let time = time.ok()?;
        if self.faults.name || self.sent.is_under_way() {
            return None;
        }
        self.sent = Sent::UnderWay;
        Some(Kind::Ritual(Ritual {
            name: self.name.trim().into(),
            about: self.about(ctx).unwrap_or_default().into(),
            on: self.day,
            time,
            held: None,
            more: More::default(),
        }))
    }

    pub(super) fn dialog<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let name = field(words::RITUAL_FIELD, &self.name)
            .placeholder(words::RITUAL_EXAMPLE)
            .error(self.faults.name.then_some(words::NAME_MISSING))
            .on_input(|text| Message::RitualName(text.into()))
            .on_submit(Message::KeepRitual);
        let mut body = Column::new()
            .push(name)
            .push(
                quiet(words::ANOTHER_IDEA)
                    .icon(Icon::Shuffle)
                    .compact()
                    .flush()
                    .on_press(Message::AnotherIdea),
            )
            .spacing(space::S12);
        if let Some(about) = self.about(ctx) {
            body = body.push(read(about).style(tone::soft).width(Fill));
        }
        let days = DAYS.map(|day| (day, dates::weekday(day).into()));
        let picked: Vec<Weekday> = self.day.into_iter().collect();
        let time = field(words::RITUAL_TIME, &self.time)
            .placeholder(words::TIME_EXAMPLE)
            .error(self.faults.time.then_some(words::TIME_WRONG))
            .on_input(|text| Message::RitualTime(text.into()))
            .on_submit(Message::KeepRitual);
        let body = body
            .push(label(words::RITUAL_DAY))
            .push(chips(words::RITUAL_DAY, days, &picked, Message::RitualDay))
            .push(time);
        dialog::holding(
            words::RITUAL_DIALOG,
            body,
            [
                secondary(common::CANCEL)
                    .on_press(Message::LeaveRitual)
                    .into(),
                primary(common::SAVE)
                    .on_press_maybe((!self.sent.is_under_way()).then_some(Message::KeepRitual))
                    .into(),
            ],
        )
    }
}
