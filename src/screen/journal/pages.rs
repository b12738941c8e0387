//! The list of one's pages: a date, and a title or the first words. No figure says how many there are.

use super::{Kept, Message, State};
use crate::screen::Ctx;
use crate::text::journal as words;
use crate::ui::access::{Ring, Role, access};
use crate::ui::card::rule_down;
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, radius, space};
use crate::ui::text::{h2, read, small, text, tone};
use crate::ui::theme::style;
use crate::ui::{Column, Element, Fill, column, container, row, scrollable};
use iced::widget::button;
use iced::widget::text::Wrapping;

/// The list beside the page.
const BESIDE: f32 = 288.0;

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
    let list = column![
        container(h2(words::ENTRIES)).padding([0.0, space::S12]),
        scrollable(entries(state, ctx, kept))
            .spacing(space::S4)
            .width(Fill)
            .height(Fill),
        container(Element::from(new)).padding([0.0, space::S12])
    ]
    .spacing(space::S12);
    let list = container(list)
        .padding([space::S16, space::S12])
        .width(BESIDE)
        .height(Fill)
        .style(style::shape(|t| t.sunk, |t| t.sunk, 0.0));
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
    scrollable(container(list).padding([space::S16, margin]))
        .width(Fill)
        .height(Fill)
        .into()
}

fn entries<'a>(state: &State, ctx: &Ctx<'a>, kept: &[Kept<'a>]) -> Element<'a, Message> {
    let mut rows = Column::new().spacing(space::S4);
    let writing = state.open(kept).is_none();
    if !state.is_blank() {
        let title = state.title.trim();
        let title = if title.is_empty() {
            words::UNTITLED.to_owned()
        } else {
            title.to_owned()
        };
        rows = rows.push(entry(
            words::NOW_WRITING.to_owned(),
            title,
            writing,
            Message::Write,
        ));
    }
    for page in kept {
        rows = rows.push(entry(
            words::day(page.at, ctx.now),
            page.name(),
            state.reading == Some(page.id),
            Message::Read(page.id),
        ));
    }
    if kept.is_empty() {
        let none = read(words::NO_ENTRIES).style(tone::soft).width(Fill);
        rows = rows.push(container(none).padding([0.0, space::S12]));
    }
    rows.into()
}

fn entry<'a>(day: String, name: String, here: bool, message: Message) -> Element<'a, Message> {
    let spoken = format!("{day}, {name}");
    let name = container(text(Type::Read, name).wrapping(Wrapping::None)).clip(true);
    let face = column![small(day).style(tone::soft), name.width(Fill)];
    let face = container(face).padding([space::S8, space::S12]).width(Fill);
    let row = button(face)
        .padding(0)
        .style(style::place(here))
        .on_press(message.clone());
    access(Role::Button, row)
        .name(spoken)
        .selected(here)
        .ring(Ring::On(radius::CONTROL))
        .on_activate_maybe(Some(message))
        .into()
}
