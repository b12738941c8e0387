//! What the marbles mean, and the shelf of older notes and repairs.

use super::{Message, marble, note};
use crate::domain::Mark;
use crate::domain::jar::{Jar, Note};
use crate::screen::Ctx;
use crate::text::{dates, jar as text};
use crate::ui::card::rule;
use crate::ui::controls::{link, secondary};
use crate::ui::jar::{Hue, Marble, marble as ball};
use crate::ui::person;
use crate::ui::scale::{Width, size, space};
use crate::ui::text::{h1, interface, italic, label, lead, small, tone};
use crate::ui::{Center, Column, Element, Fill, FillPortion, Row, Theme, column, container, row};

/// How many notes a page of the shelf holds.
const PAGE: usize = 24;
/// How much of a name the legend has room for.
const FITS: usize = 18;
/// How the two columns of the legend share its width; the longest sentence is at the right.
const LEFT: u16 = 3;
const RIGHT: u16 = 4;

fn repairs(jar: &Jar) -> impl Iterator<Item = &Note> {
    jar.marbles.iter().filter(|note| note.gold)
}

fn title(jar: &Jar) -> Option<&'static str> {
    match (jar.shelf.is_empty(), repairs(jar).next().is_none()) {
        (true, true) => None,
        (false, true) => Some(text::OLDER),
        (true, false) => Some(text::REPAIRS),
        (false, false) => Some(text::OLDER_AND_REPAIRS),
    }
}

/// The way to the shelf, once there is anything on it.
pub(super) fn leads<'a>(jar: &Jar) -> Option<Element<'a, Message>> {
    title(jar).map(|title| link(title, Message::Shelf))
}

pub(super) fn view<'a>(ctx: &Ctx<'a>, jar: &Jar, pages: usize) -> Element<'a, Message> {
    let mut notes: Vec<&Note> = jar.shelf.iter().chain(repairs(jar)).collect();
    notes.sort_by_key(|note| std::cmp::Reverse((note.at, note.id)));
    let more = notes.len() > pages * PAGE;
    let says = if jar.shelf.is_empty() {
        text::REPAIRS_LEAD
    } else {
        text::OLDER_LEAD
    };
    let head = column![
        h1(title(jar).unwrap_or(text::OLDER)),
        lead(says).style(tone::soft)
    ];
    let back = secondary(text::BACK).compact().on_press(Message::Back);
    let rows = notes
        .into_iter()
        .take(pages * PAGE)
        .map(|note| column![entry(ctx, note), rule()].spacing(space::S16).into());
    let list = Column::with_children(rows).spacing(space::S16);
    let mut page = column![head, back, rule(), list].spacing(space::S24);
    if more {
        page = page.push(secondary(text::MORE).on_press(Message::More));
    }
    container(page.max_width(size::MEASURE + space::S64)).into()
}

fn entry<'a>(ctx: &Ctx<'a>, of: &Note) -> Element<'a, Message> {
    row![
        ball(ctx.theme.into(), marble(ctx, of), size::MARK),
        column![
            label(note::address(ctx, of)),
            small(dates::day_and_year(of.on)).style(tone::soft),
            italic(of.words.as_str().to_owned()).width(Fill)
        ]
        .spacing(space::S4)
        .width(Fill)
    ]
    .spacing(space::S16)
    .into()
}

/// What each kind of marble is, by its colour; without colours, by its sign.
pub(super) fn legend<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let signs = *ctx.theme == Theme::HighContrast;
    let two = ctx.household.joined().count() > 1;
    let name = |mark| {
        let mut joined = ctx.household.joined();
        let found = joined.find(|p| p.mark == mark);
        found.map(|p| person::short(&p.name, FITS))
    };
    let says = |hue| match hue {
        Hue::First => name(Mark::First).map(|name| {
            if signs {
                text::legend_line(&name)
            } else {
                text::legend_first(&name)
            }
        }),
        Hue::Second => name(Mark::Second).map(|name| {
            if signs {
                text::legend_broken_line(&name)
            } else {
                text::legend_second(&name)
            }
        }),
        Hue::Both => two.then(|| {
            let both = if signs {
                text::LEGEND_RING
            } else {
                text::LEGEND_BOTH
            };
            both.to_owned()
        }),
    };
    let item = |hue, gold_line, says: String| {
        let sample = Marble { hue, gold_line };
        row![
            ball(ctx.theme.into(), sample, size::ICON),
            interface(says).style(tone::soft).width(Fill)
        ]
        .spacing(space::S8)
        .align_y(Center)
        .into()
    };
    let mut items: Vec<Element<'a, Message>> = note::HUES
        .into_iter()
        .filter_map(|hue| says(hue).map(|says| item(hue, false, says)))
        .collect();
    items.push(item(Hue::Second, true, text::LEGEND_GOLD.to_owned()));
    let mut rows = Column::new().spacing(space::S8);
    if ctx.width() >= Width::Wide {
        let mut items = items.into_iter();
        while let Some(first) = items.next() {
            let pair = Row::new()
                .push(container(first).width(FillPortion(LEFT)))
                .push(
                    items
                        .next()
                        .map(|item| container(item).width(FillPortion(RIGHT))),
                )
                .spacing(space::S16);
            rows = rows.push(pair);
        }
    } else {
        rows = items.into_iter().fold(rows, Column::push);
    }
    column![rule(), rows].spacing(space::S16).into()
}
