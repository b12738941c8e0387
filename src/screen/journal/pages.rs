//! The list of one's pages, a month at a time: a date, and a title or the first words. No figure says how many there are.

use super::months::Shown;
use super::{Message, Month, State, calendar};
use crate::screen::{Ctx, pieces};
use crate::text::journal as words;
use crate::ui::access::one_stop;
use crate::ui::access::{Ring, Role, access, nav};
use crate::ui::card::{rule, rule_down};
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::{Icon, icon};
use crate::ui::layout::journal as room;
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{h2, heading, read, small, text, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Column, Element, Fill, Padding, Task, column, container, row};
use iced::widget::button;
use iced::widget::scrollable::AbsoluteOffset;
use unicode_segmentation::UnicodeSegmentation;

pub(super) const EARLIER: &str = "journal/earlier";
pub(super) const LATER: &str = "journal/later";
const LIST: &str = "journal/list";

/// From the edge of a row to its words.
const ROW: f32 = space::S12;

/// The list from its beginning, and the focus on a control if one is named.
pub(super) fn at_the_top(focus: Option<&'static str>) -> Task<Message> {
    let top = iced::widget::operation::scroll_to(LIST, AbsoluteOffset { x: 0.0, y: 0.0 });
    top.chain(focus.map_or_else(Task::none, nav::to))
}

/// The list beside the page; its heading stands in the bar above.
pub(super) fn beside<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    shown: &Shown<'a>,
    page: Element<'a, Message>,
) -> Element<'a, Message> {
    let new = secondary(words::NEW_ENTRY)
        .icon(Icon::Plus)
        .wide()
        .on_press(Message::New);
    let month =
        container(months(ctx, shown)).padding(Padding::ZERO.left(space::S24).right(space::S16));
    // In a low window the list alone has the room.
    let days = (ctx.size.height >= room::CALENDAR_FROM).then(|| {
        let days = container(calendar::days(ctx, shown)).padding([0.0, space::S16]);
        let rule = container(rule()).padding([0.0, space::S24]);
        column![days, rule].spacing(space::S8)
    });
    let entries = container(entries(state, ctx, shown)).padding([0.0, space::S12]);
    let list = Column::new()
        .push(month)
        .push(days)
        .push(one_stop(listed(pieces::scrolled(ctx, entries).id(LIST))))
        .push(container(Element::from(new)).padding([space::S8, space::S24]))
        .spacing(space::S8);
    let list = container(list)
        .padding(Padding::ZERO.bottom(space::S8))
        .width(size::LIST)
        .height(Fill)
        .style(style::sunk);
    row![list, rule_down(), container(page).width(Fill)].into()
}

pub(super) fn alone<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    shown: &Shown<'a>,
) -> Element<'a, Message> {
    let back = quiet(words::HIDE_ENTRIES)
        .icon(Icon::ArrowLeft)
        .compact()
        .flush()
        .on_press(Message::List(false));
    let head = Column::new()
        .push(Element::from(back))
        .push(h2(words::ENTRIES))
        .spacing(space::S4);
    let month = column![months(ctx, shown), calendar::days(ctx, shown)]
        .spacing(space::S4)
        .width(room::CALENDAR);
    let entries = listed(entries(state, ctx, shown));
    let both = row![
        container(month).padding(Padding::ZERO.left(ROW)),
        one_stop(entries)
    ]
    .spacing(space::S16);
    let list = column![container(head).padding([0.0, ROW]), both].spacing(space::S4);
    // The rows are tinted a little beyond their words, which stand in line with the rest of the page.
    let margin = ctx.width().margin() - ROW;
    let list = container(list).padding([space::S16, margin]);
    pieces::scrolled(ctx, list).id(LIST).into()
}

fn listed<'a>(list: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    access(Role::ListBox, list).name(words::ENTRIES).into()
}

/// The month that is listed, and the way to the ones before and after it that have pages.
fn months<'a>(ctx: &Ctx<'a>, shown: &Shown<'a>) -> Element<'a, Message> {
    let name = heading(3, Type::Label, words::month(calendar::month(ctx, shown)));
    let earlier = turn(Icon::ChevronLeft, EARLIER, words::EARLIER, shown.earlier);
    let later = turn(Icon::ChevronRight, LATER, words::LATER, shown.later);
    let line = row![container(name).width(Fill), earlier, later];
    line.align_y(Center).height(size::COMPACT).into()
}

/// Keeps its place where there is nothing to turn to, so that the other arrow stays where the pointer is.
fn turn<'a>(face: Icon, id: &'static str, name: &str, to: Option<Month>) -> Element<'a, Message> {
    let Some(to) = to else {
        return crate::ui::space().width(size::COMPACT).into();
    };
    let face = container(icon(face, size::ICON_LARGE)).center(size::COMPACT);
    let arrow = button(face)
        .padding(0)
        .style(style::bare)
        .on_press(Message::Month(to));
    access(Role::Button, arrow)
        .name(name)
        .description(words::month(to))
        .id(id)
        .ring(Ring::On(radius::CONTROL))
        .on_activate(Message::Month(to))
        .into()
}

fn entries<'a>(state: &State, ctx: &Ctx<'a>, shown: &Shown<'a>) -> Element<'a, Message> {
    let mut rows: Vec<(bool, Element<'a, Message>)> = Vec::new();
    let writing = shown.open.is_none();
    if !state.is_blank() {
        let title = state.title.trim();
        let title = if title.is_empty() {
            words::UNTITLED.to_owned()
        } else {
            title.to_owned()
        };
        let (day, spoken) = (words::NOW_WRITING.to_owned(), words::NOW_WRITING);
        let row = entry(day, spoken, title, writing, Message::Write);
        rows.push((writing, row));
    }
    for page in &shown.pages {
        let here = shown.open.is_some_and(|open| open.id == page.id);
        let (day, spoken) = (words::day(page.at), words::full_day(page.at, ctx.now));
        let row = entry(day, &spoken, page.name(), here, Message::Read(page.id));
        rows.push((here, row));
    }
    if shown.month.is_none() {
        let none = read(words::NO_ENTRIES).style(tone::soft).width(Fill);
        let none = container(none).padding([space::S8, ROW]);
        rows.push((true, none.into()));
    }
    ruled(rows)
}

/// A hairline between two entries, and none beside the one that is tinted.
fn ruled(rows: Vec<(bool, Element<'_, Message>)>) -> Element<'_, Message> {
    let mut list = Column::new();
    let mut above_is_tinted = true;
    for (tinted, row) in rows {
        let line: Element<'_, Message> = if tinted || above_is_tinted {
            crate::ui::space().height(size::HAIRLINE).into()
        } else {
            container(rule()).padding([0.0, ROW]).into()
        };
        list = list.push(line).push(row);
        above_is_tinted = tinted;
    }
    list.into()
}

/// A name cut to what two lines of the list hold.
fn short(name: &str) -> String {
    const HOLD: usize = 50;
    let mut letters = name.graphemes(true);
    let kept: String = letters.by_ref().take(HOLD).collect();
    match letters.next() {
        Some(_) => format!("{}…", kept.trim_end()),
        None => kept,
    }
}

/// `spoken` is the day for those who do not see the month above.
fn entry<'a>(
    day: String,
    spoken: &str,
    name: String,
    here: bool,
    message: Message,
) -> Element<'a, Message> {
    let spoken = format!("{spoken}, {name}");
    let name = container(text(Type::Read, short(&name)).width(Fill))
        .max_height(2.0 * Type::Read.line())
        .clip(true);
    let face = column![small(day).style(tone::soft), name];
    let face = container(face).padding([space::S12, ROW]).width(Fill);
    let row = button(face)
        .padding(0)
        .style(style::listed(here))
        .on_press(message.clone());
    access(Role::ListOption, row)
        .name(spoken)
        .selected(here)
        .ring(Ring::On(radius::CONTROL))
        .on_activate_maybe(Some(message))
        .into()
}
