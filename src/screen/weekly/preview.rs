//! The page itself, beside its controls and at full size.

use super::{LARGER, Message, Pages, State, beside};
use crate::domain::settings::Paper;
use crate::screen::{Ctx, pieces};
use crate::text::weekly as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::secondary;
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{heading, read, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Column, Element, Fill, Id, Picture, Row, Theme, column, container, row, scrollable,
};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::{Border, Size};

/// The page on a window that has little room.
pub(super) const COMPACT: f32 = 320.0;
/// A4 and Letter at 96 to the inch.
const A4: Size = Size::new(794.0, 1123.0);
const LETTER: Size = Size::new(816.0, 1056.0);

/// A sheet of paper at its own size.
pub(super) fn natural(paper: Paper) -> Size {
    match paper {
        Paper::A4 => A4,
        Paper::Letter => LETTER,
    }
}

/// Paper lying on the ground: the shadow of a note, with the corners of a sheet.
fn paper(theme: &Theme) -> container::Style {
    let note = style::note(theme);
    container::Style {
        border: Border {
            radius: 0.0.into(),
            ..note.border
        },
        ..note
    }
}

fn sheet<'a>(picture: &Picture, width: f32, name: String) -> Element<'a, Message> {
    let high = width * picture.height as f32 / (picture.width.max(1) as f32);
    let image = iced::widget::image(picture.handle.clone())
        .width(width)
        .height(high);
    pieces::picture(name, container(image).style(paper))
}

impl State {
    pub(super) fn preview<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let wide = beside(ctx);
        let pages = self.pictures();
        let mut stack = Column::new().spacing(space::S16).align_x(Center);
        match &self.pages {
            Pages::Awaited | Pages::Failed(_) => {
                let natural = natural(ctx.settings.paper);
                let says = match self.pages {
                    Pages::Awaited => text::DRAWING,
                    _ => text::PAGE_MISSING,
                };
                let blank = container(read(says).style(tone::soft))
                    .center_x(wide)
                    .center_y(wide * natural.height / natural.width)
                    .style(paper);
                stack = stack.push(blank);
            }
            Pages::Drawn(_) => {
                let of = pages.len();
                for (at, picture) in pages.iter().enumerate() {
                    stack = stack.push(sheet(picture, wide, text::page_shown(at + 1, of)));
                }
            }
        }
        let larger = secondary(text::SEE_LARGER)
            .icon(Icon::ZoomIn)
            .compact()
            .on_press_maybe((!pages.is_empty()).then_some(Message::Larger(true)));
        let stack = stack.push(larger);
        if ctx.width() == Width::Narrow {
            container(stack).center_x(Fill).into()
        } else {
            container(stack).padding(space::S24).into()
        }
    }

    /// The whole page at its own size, to proofread.
    pub(super) fn seen_larger<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let wide = natural(ctx.settings.paper).width;
        let pages = self.pictures();
        let sheets = pages
            .iter()
            .enumerate()
            .map(|(at, picture)| sheet(picture, wide, text::page_shown(at + 1, pages.len())));
        let sheets = Column::with_children(sheets).spacing(space::S24);
        let bars = Direction::Both {
            vertical: Scrollbar::default(),
            horizontal: Scrollbar::default(),
        };
        let sheets = scrollable(container(sheets).padding(space::S24))
            .id(Id::new(LARGER))
            .direction(bars)
            .height(Fill);
        let scroll = |label, name, icon, down| {
            secondary(label)
                .icon(icon)
                .compact()
                .name(name)
                .on_press(Message::Scroll(down))
        };
        let close = secondary(text::CLOSE)
            .icon(Icon::X)
            .compact()
            .on_press(Message::Larger(false));
        let buttons = Row::new()
            .push(close)
            .push(scroll(text::UP, text::SCROLL_UP, Icon::ArrowUp, false))
            .push(scroll(text::DOWN, text::SCROLL_DOWN, Icon::ArrowDown, true))
            .spacing(space::S8);
        let mut head = row![].spacing(space::S16).align_y(Center);
        if ctx.width() != Width::Narrow {
            head = head.push(container(heading(2, Type::H3, text::LARGER_TITLE)).width(Fill));
        }
        let head = container(head.push(buttons)).padding([space::S12, space::S24]);
        let whole = container(column![head, sheets])
            .max_width(wide + space::S64)
            .height(Fill)
            .clip(true)
            .style(|theme: &Theme| container::Style {
                background: style::ground(theme).background,
                ..style::dialog(theme)
            });
        access(Role::Dialog, whole)
            .name(text::LARGER_TITLE)
            .modal()
            .into()
    }
}
