//! A new commitment: if this happens, then I will do that.

use super::{Message, drafted};
use crate::domain::record::{Cadence, Commitment};
use crate::domain::{Kind, PersonId, Room, Words};
use crate::screen::sent::Sent;
use crate::screen::{Ctx, Draft};
use crate::text::{commitments as text, common, dates};
use crate::ui::card::well;
use crate::ui::controls::{choice, field, primary, radio, secondary};
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{heading, small, tone};
use crate::ui::{Element, Fill, Row, column, row};
use chrono::{Days, NaiveDate, Weekday};

/// Where the first field is, to be focused when the form opens.
pub(super) const FIRST: &str = "commitments-if";

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
/// For how many weeks a commitment can be tried.
const WEEKS: [u8; 3] = [1, 2, 4];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Whenever,
    EveryDay,
    EveryWeekday,
    OnceAWeek,
    Once,
}

/// A list of the form that opens below its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Weekday,
    Until,
}

#[derive(Debug, Clone)]
pub enum Change {
    If(Words),
    Then(Words),
    Obstacle(Words),
    Pace(Pace),
    Weekday(Weekday),
    /// So many weeks from today.
    Weeks(Option<u8>),
    Open(List),
}

#[derive(Debug)]
pub(super) struct Form {
    pub(super) person: PersonId,
    when: Words,
    then: Words,
    obstacle: Words,
    pace: Pace,
    weekday: Weekday,
    weeks: Option<u8>,
    open: Option<List>,
    /// Saving was tried, so what is missing is said.
    tried: bool,
    pub(super) sent: Sent,
}

const FIELDS: [&str; 3] = ["if", "then", "obstacle"];

fn key(person: PersonId, field: &str) -> String {
    format!("commitments/new/{person}/{field}")
}

impl Form {
    pub(super) fn new(person: PersonId) -> Self {
        Self {
            person,
            when: Words::default(),
            then: Words::default(),
            obstacle: Words::default(),
            pace: Pace::Whenever,
            weekday: Weekday::Sun,
            weeks: None,
            open: None,
            tried: false,
            sent: Sent::No,
        }
    }

    /// What somebody was writing when the page was left.
    pub(super) fn restored(ctx: &Ctx<'_>, person: PersonId) -> Option<Self> {
        let [when, then, obstacle] = FIELDS.map(|field| drafted(ctx, &key(person, field)));
        if when.is_blank() && then.is_blank() && obstacle.is_blank() {
            return None;
        }
        Some(Self {
            when,
            then,
            obstacle,
            ..Self::new(person)
        })
    }

    pub(super) fn update(&mut self, change: Change) {
        if !matches!(change, Change::Open(_)) {
            self.sent.changed();
        }
        match change {
            Change::If(words) => self.when = words,
            Change::Then(words) => self.then = words,
            Change::Obstacle(words) => self.obstacle = words,
            Change::Pace(pace) => self.pace = pace,
            Change::Weekday(day) => (self.weekday, self.open) = (day, None),
            Change::Weeks(weeks) => (self.weeks, self.open) = (weeks, None),
            Change::Open(list) => self.open = (self.open != Some(list)).then_some(list),
        }
    }

    /// The commitment, once both halves of its sentence are there.
    pub(super) fn finish(&mut self, today: NaiveDate) -> Option<Kind> {
        self.tried = true;
        if self.when.is_blank() || self.then.is_blank() || self.sent.is_under_way() {
            return None;
        }
        self.sent = Sent::UnderWay;
        Some(Kind::Commitment(Commitment {
            when: self.when.trim().into(),
            then: self.then.trim().into(),
            obstacle: self.obstacle.trim().into(),
            cadence: match self.pace {
                Pace::Whenever => Cadence::WheneverItHappens,
                Pace::EveryDay => Cadence::EveryDay,
                Pace::EveryWeekday => Cadence::EveryWeekday,
                Pace::OnceAWeek => Cadence::OnceAWeek(self.weekday),
                Pace::Once => Cadence::Once,
            },
            until: self.weeks.and_then(|weeks| last_day(today, weeks)),
            more: Default::default(),
        }))
    }

    pub(super) fn drafts(&self) -> impl Iterator<Item = Draft> {
        let words = [&self.when, &self.then, &self.obstacle].map(Words::clone);
        let person = self.person;
        FIELDS
            .into_iter()
            .zip(words)
            .map(move |(field, words)| Draft {
                room: Room::Shared,
                key: key(person, field),
                words,
            })
    }

    pub(super) fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let change = |change| Message::Form(change);
        let missing = |words: &Words, says| (self.tried && words.is_blank()).then_some(says);
        let when = field(text::FORM_IF, self.when.as_str())
            .placeholder(text::FORM_IF_EXAMPLE)
            .error(missing(&self.when, text::IF_MISSING))
            .id(FIRST)
            .on_input(move |words| change(Change::If(words.into())))
            .on_submit(Message::KeepForm);
        let then = field(text::FORM_THEN, self.then.as_str())
            .placeholder(text::FORM_THEN_EXAMPLE)
            .hint(text::FORM_THEN_HINT)
            .error(missing(&self.then, text::THEN_MISSING))
            .on_input(move |words| change(Change::Then(words.into())))
            .on_submit(Message::KeepForm);
        let obstacle = field(text::FORM_OBSTACLE, self.obstacle.as_str())
            .placeholder(text::FORM_OBSTACLE_EXAMPLE)
            .on_input(move |words| change(Change::Obstacle(words.into())))
            .on_submit(Message::KeepForm);
        let paces = [
            (Pace::Whenever, text::WHENEVER.into()),
            (Pace::EveryDay, text::EVERY_DAY.into()),
            (Pace::EveryWeekday, text::EVERY_WEEKDAY.into()),
            (Pace::OnceAWeek, text::ONCE_A_WEEK.into()),
            (Pace::Once, text::ONCE.into()),
        ];
        let often = radio(text::FORM_HOW_OFTEN, paces, Some(self.pace), move |pace| {
            change(Change::Pace(pace))
        });
        let mut times = column![often].spacing(space::S12);
        if self.pace == Pace::OnceAWeek {
            times = times.push(choice(
                text::FORM_WHICH_DAY,
                WEEKDAYS.map(|day| (day, dates::weekday(day).into())),
                Some(self.weekday),
                self.open == Some(List::Weekday),
                change(Change::Open(List::Weekday)),
                move |day| change(Change::Weekday(day)),
            ));
        }
        if self.pace != Pace::Once {
            let today = ctx.today();
            let lasting = WEEKS.into_iter().filter_map(|weeks| {
                last_day(today, weeks).map(|last| (Some(weeks), text::weeks(weeks, last).into()))
            });
            times = times.push(choice(
                text::FORM_UNTIL,
                std::iter::once((None, text::NO_LAST_DAY.into())).chain(lasting),
                Some(self.weeks),
                self.open == Some(List::Until),
                change(Change::Open(List::Until)),
                move |weeks| change(Change::Weeks(weeks)),
            ));
        }
        let name = ctx.name(self.person);
        let actions = Row::new()
            .push(primary(text::KEEP).on_press(Message::KeepForm))
            .push(secondary(common::CANCEL).on_press(Message::LeaveForm))
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S12);
        let title = heading(3, Type::H3, text::new_for(name));
        let said = small(text::SAY_IT).style(tone::soft);
        // Beside the other's column there is no room for two of its own.
        let one_column = ctx.household.joined().count() > 1 || ctx.width() == Width::Narrow;
        let fields: Element<'a, Message> = if one_column {
            column![when, then, obstacle, times]
                .spacing(space::S16)
                .into()
        } else {
            row![
                column![when, then, obstacle]
                    .spacing(space::S16)
                    .width(Fill),
                times.width(Fill)
            ]
            .spacing(space::S32)
            .into()
        };
        well(column![title, fields, column![said, actions].spacing(space::S12)].spacing(space::S16))
            .width(Fill)
            .into()
    }
}

fn last_day(today: NaiveDate, weeks: u8) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(7 * u64::from(weeks)))
}
