//! The list of one's pages: a date, and a title or the first words. No figure says how many there are.

use super::{Kept, Message, State};
use crate::screen::{Ctx, pieces};
use crate::text::journal as words;
use crate::ui::access::{Ring, Role, access};
use crate::ui::card::{rule, rule_down};
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{h2, read, small, text, tone};
use crate::ui::theme::style;
use crate::ui::{Column, Element, Fill, Padding, column, container, row};
use iced::widget::button;
use unicode_segmentation::UnicodeSegmentation;

/// The list beside the page; its heading stands in the bar above.
pub(super) fn beside<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    kept: &[Kept<'a>],
    page: Element<'a, Message>,
) -> Element<'a, Message> {
    let new = secondary(words::NEW_ENTRY)
        .icon(Icon::Plus)
        .wide()
        .on_press(Message::New);
    let entries = container(entries(state, ctx, kept)).padding([0.0, space::S16]);
    let entries = access(Role::List, pieces::scrolled(entries)).name(words::ENTRIES);
    let list = column![
        entries,
        container(Element::from(new)).padding([0.0, space::S24])
    ]
    .spacing(space::S16);
    let list = container(list)
        .padding(Padding::ZERO.bottom(space::S16))
        .width(size::LIST)
        .height(Fill)
        .style(style::sunk);
    row![list, rule_down(), container(page).width(Fill)].into()
}

pub(super) fn alone<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    kept: &[Kept<'a>],
) -> Element<'a, Message> {
    let back = quiet(words::HIDE_ENTRIES)
        .icon(Icon::ArrowLeft)
        .on_press(Message::List(false));
    let margin = ctx.width().margin();
    let list = column![back, h2(words::ENTRIES), entries(state, ctx, kept)].spacing(space::S12);
    pieces::scrolled(container(list).padding([space::S16, margin])).into()
}

fn entries<'a>(state: &State, ctx: &Ctx<'a>, kept: &[Kept<'a>]) -> Element<'a, Message> {
    let mut rows: Vec<(bool, Element<'a, Message>)> = Vec::new();
    let writing = state.open(kept).is_none();
    if !state.is_blank() {
        let title = state.title.trim();
        let title = if title.is_empty() {
            words::UNTITLED.to_owned()
        } else {
            title.to_owned()
        };
        let day = words::NOW_WRITING.to_owned();
        rows.push((writing, entry(day, title, writing, Message::Write)));
    }
    for page in kept {
        let here = state.reading == Some(page.id);
        let day = words::day(page.at, ctx.now);
        rows.push((here, entry(day, page.name(), here, Message::Read(page.id))));
    }
    if kept.is_empty() {
        let none = read(words::NO_ENTRIES).style(tone::soft).width(Fill);
        let none = container(none).padding([space::S8, space::S12]);
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
            container(rule()).padding([0.0, space::S12]).into()
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

fn entry<'a>(day: String, name: String, here: bool, message: Message) -> Element<'a, Message> {
    let spoken = format!("{day}, {name}");
    let name = container(text(Type::Read, short(&name)).width(Fill))
        .max_height(2.0 * Type::Read.line())
        .clip(true);
    let face = column![small(day).style(tone::soft), name];
    let face = container(face)
        .padding([space::S12, space::S12])
        .width(Fill);
    let row = button(face)
        .padding(0)
        .style(style::listed(here))
        .on_press(message.clone());
    access(Role::Button, row)
        .name(spoken)
        .selected(here)
        .ring(Ring::On(radius::CONTROL))
        .on_activate_maybe(Some(message))
        .into()
}
