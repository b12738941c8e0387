//! What the week holds besides the path: a ritual, what each said they would do, the jar.

use super::{Message, ritual};
use crate::domain::commitments::{self, CommitmentView, WeekStatus};
use crate::domain::jar::{self as notes, From};
use crate::domain::path::PathView;
use crate::domain::{Kind, Mark, Week};
use crate::screen::{Ctx, Place, pieces};
use crate::text::{library, together as words};
use crate::ui::card::{rule, rule_down};
use crate::ui::controls::{link, secondary};
use crate::ui::jar::{Hue, Marble, jar};
use crate::ui::layout;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{h_label, heading, read, tone};
use crate::ui::{Center, Column, Element, Fill, FillPortion, Row, Shrink, column, container, row};
use chrono::{Datelike, Weekday};

/// How the three columns share a wide page.
const RITUAL: u16 = 27;
const PROMISES: u16 = 44;
const NOTES: u16 = 30;

pub(super) fn rows<'a>(ctx: &Ctx<'a>, path: &PathView) -> Element<'a, Message> {
    let columns: Element<'a, Message> = match ctx.width() {
        Width::Wide | Width::Large => Row::new()
            .push(part(ritual::this_week(ctx)).width(FillPortion(RITUAL)))
            .push(rule_down())
            .push(part(promises(ctx)).width(FillPortion(PROMISES)))
            .push(rule_down())
            .push(part(jar_of_notes(ctx, path)).width(FillPortion(NOTES)))
            .spacing(space::S32)
            .height(Shrink)
            .into(),
        Width::Compact => column![
            Row::new()
                .push(part(ritual::this_week(ctx)).width(FillPortion(RITUAL)))
                .push(rule_down())
                .push(part(promises(ctx)).width(FillPortion(PROMISES)))
                .spacing(space::S32)
                .height(Shrink),
            rule(),
            part(jar_of_notes(ctx, path)),
        ]
        .into(),
        Width::Narrow => column![
            part(ritual::this_week(ctx)),
            rule(),
            part(promises(ctx)),
            rule(),
            part(jar_of_notes(ctx, path)),
        ]
        .into(),
    };
    let mut page = Column::new().push(crate::ui::space().height(space::S8));
    if let Some(sunday) = sunday(ctx) {
        page = page.push(rule()).push(sunday);
    }
    page.push(rule())
        .push(columns)
        .push(rule())
        .push(ends(ctx))
        .into()
}

fn part<'a>(content: Element<'a, Message>) -> crate::ui::Container<'a, Message> {
    container(content).padding([space::S24, 0.0]).width(Fill)
}

fn promises<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let all = commitments::fold(ctx.shared, ctx.today());
    let active: Vec<&CommitmentView> = all.iter().filter(|c| c.active).collect();
    let shown = at_a_glance(ctx, &active);
    let list: Element<'a, Message> = if shown.is_empty() {
        read(words::NO_PROMISES).style(tone::soft).into()
    } else {
        let shown = shown.iter().map(|c| pieces::promise(ctx, c, true));
        Column::with_children(shown).spacing(space::S16).into()
    };
    let rest = if shown.len() < active.len() {
        words::REST_OF_PROMISES
    } else {
        words::ALL_PROMISES
    };
    column![
        h_label(words::PROMISES),
        list,
        link(rest, Message::Go(Place::Commitments))
    ]
    .spacing(space::S8)
    .into()
}

/// Two of them: one of each person's where both have any, and first of all what there is something to tell about.
fn at_a_glance<'a>(ctx: &Ctx<'_>, active: &[&'a CommitmentView]) -> Vec<&'a CommitmentView> {
    const SHOWN: usize = 2;
    let week = Week::of(ctx.today());
    let mut sorted = active.to_vec();
    sorted.sort_by_key(|c| c.status_in(week) == WeekStatus::Open);
    let first_of = |person| sorted.iter().find(|c| c.by == person).copied();
    let mut shown: Vec<_> = ctx
        .household
        .joined()
        .filter_map(|person| first_of(person.id))
        .collect();
    for commitment in sorted {
        if !shown.iter().any(|c| std::ptr::eq(*c, commitment)) {
            shown.push(commitment);
        }
    }
    shown.truncate(SHOWN);
    shown
}

fn jar_of_notes<'a>(ctx: &Ctx<'a>, path: &PathView) -> Element<'a, Message> {
    let jar_now = notes::fold(ctx.shared);
    let marbles: Vec<Marble> = jar_now
        .marbles
        .iter()
        .map(|note| Marble {
            hue: match note.from(ctx.household) {
                Some(From::One(Mark::First)) => Hue::First,
                Some(From::One(Mark::Second)) => Hue::Second,
                Some(From::Both) | None => Hue::Both,
            },
            gold_line: note.gold,
        })
        .collect();
    let week = Week::of(ctx.today());
    let written = || jar_now.marbles.iter().filter(|note| !note.gold);
    let this_week = written().filter(|note| week.contains(note.on)).count();
    let (says, leads) = if written().next().is_some() {
        (words::notes(this_week), words::DRAW_ONE)
    } else if notes::may_suggest(path) {
        (words::JAR_EMPTY.to_owned(), words::WRITE_NOTE)
    } else {
        (words::JAR_WAITS.to_owned(), words::OPEN_JAR)
    };
    let shows = if marbles.is_empty() {
        words::JAR_SHOWN_EMPTY
    } else {
        words::JAR_SHOWN
    };
    let glass = jar(ctx.theme.into(), &marbles)
        .width(layout::home::JAR)
        .view();
    row![
        column![
            h_label(words::JAR),
            heading(4, Type::H3, says),
            link(leads, Message::Go(Place::Jar))
        ]
        .spacing(space::S8)
        .width(Fill),
        pieces::picture(shows, glass)
    ]
    .spacing(space::S16)
    .into()
}

/// On the last day of the week its page comes before everything else.
fn sunday<'a>(ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let week = Week::of(ctx.today());
    let lived = ctx.shared.iter().any(|record| {
        week.contains(record.at.date_naive()) && !matches!(record.what, Kind::Part(_))
    });
    if ctx.today().weekday() != Weekday::Sun || !lived {
        return None;
    }
    let says = read(words::SUNDAY).style(tone::soft).width(Fill);
    let make = secondary(words::MAKE_PAGE)
        .compact()
        .on_press(Message::Go(Place::WeeklyPage));
    let line: Element<'a, Message> = if ctx.width() == Width::Narrow {
        column![says, make].spacing(space::S12).into()
    } else {
        row![says, make].spacing(space::S24).align_y(Center).into()
    };
    Some(container(line).padding([space::S12, 0.0]).into())
}

/// A check-in any day, and the page of the week.
fn ends<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let mut ends = Row::new().push(link(words::CHECK_IN, Message::Go(Place::CheckIn)));
    if sunday(ctx).is_none() {
        ends = ends.push(link(words::MAKE_PAGE, Message::Go(Place::WeeklyPage)));
    }
    ends.push(link(library::FROM_HOME, Message::Go(Place::Library)))
        .spacing(space::S32)
        .padding([space::S8, 0.0])
        .wrap()
        .into()
}
