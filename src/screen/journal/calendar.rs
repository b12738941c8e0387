//! The days of one month: those with a page can be pressed, and look it. Nothing says how many there are.

use super::Message;
use super::months::{Kept, Month, Shown};
use crate::screen::Ctx;
use crate::text::journal as words;
use crate::ui::access::{Role, access, one_stop};
use crate::ui::controls::{Day, bare_day, day};
use crate::ui::scale::{Type, size};
use crate::ui::text::{small, tone};
use crate::ui::{Column, Element, Fill, Row, column, container};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Six weeks, so that what stands below keeps its place from month to month.
const WEEKS: u64 = 6;
const WEEK: u64 = 7;

/// The month that is shown, or the one that runs where no page was kept.
pub(super) fn month(ctx: &Ctx<'_>, shown: &Shown<'_>) -> Month {
    let today = ctx.today();
    shown.month.or(today.with_day(1)).unwrap_or(today)
}

pub(super) fn days<'a>(ctx: &Ctx<'a>, shown: &Shown<'a>) -> Element<'a, Message> {
    let month = month(ctx, shown);
    let names = words::WEEKDAYS.map(|name| {
        container(small(name).style(tone::soft))
            .center_x(Fill)
            .center_y(Type::Interface.line())
            .into()
    });
    let monday = month.week(Weekday::Mon).first_day();
    let weeks = (0..WEEKS).map(|week| {
        let days = (0..WEEK).filter_map(|at| monday.checked_add_days(Days::new(week * WEEK + at)));
        let cells = days.map(|on| {
            if on.month() == month.month() {
                cell(ctx, shown, on)
            } else {
                crate::ui::space().width(Fill).height(size::COMPACT).into()
            }
        });
        Row::with_children(cells).into()
    });
    let weeks = access(Role::Group, Column::with_children(weeks)).name(words::month(month));
    column![Row::with_children(names), one_stop(weeks)].into()
}

fn cell<'a>(ctx: &Ctx<'a>, shown: &Shown<'a>, on: NaiveDate) -> Element<'a, Message> {
    let of_day = |page: &Kept<'_>| page.at.date_naive() == on;
    let open = shown.open.filter(of_day);
    let stands = Day {
        open: open.is_some(),
        today: on == ctx.today(),
    };
    // Where a day has another page, a second press goes on to it.
    let pages = || shown.pages.iter().filter(|page| of_day(page));
    let next = open.and_then(|open| pages().skip_while(|page| page.id != open.id).nth(1));
    match next.or(pages().next()) {
        Some(page) => day(on.day(), stands, Message::Read(page.id))
            .name(words::page_of(on, ctx.today()))
            .into(),
        None => bare_day(on.day(), stands),
    }
}
