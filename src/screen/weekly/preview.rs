//! The page itself, beside its controls and at full size.

use super::{LARGER, Message, Pages, State, beside};
use crate::screen::{Ctx, pieces};
use crate::text::weekly as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::secondary;
use crate::ui::held::{PAPER, held};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{heading, read, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Column, Element, Fill, Id, Picture, Row, Theme, column, container, row};
use iced::Border;

/// A sheet of paper: a card with the corners of one.
fn paper(theme: &Theme) -> container::Style {
    let card = style::card(theme);
    container::Style {
        border: Border {
            radius: 0.0.into(),
            ..card.border
        },
        ..card
    }
}

fn sheet<'a>(picture: &Picture, width: f32, name: String) -> Element<'a, Message> {
    let high = width * picture.height as f32 / (picture.width.max(1) as f32);
    let image = iced::widget::image(picture.handle.clone())
        .width(width)
        .height(high);
    // The picture must not lie over the edge, which is all that shows where paper lies on paper.
    let sheet = container(image).padding(layout::weekly::EDGE).style(paper);
    pieces::picture(name, held(PAPER, sheet))
}

impl State {
    pub(super) fn preview<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let wide = beside(ctx);
        let pages = self.pictures();
        let mut stack = Column::new().spacing(space::S16).align_x(Center);
        match &self.pages {
            Pages::Awaited | Pages::Failed(_) => {
                let (natural_width, natural_height) = ctx.settings.paper.size();
                let says = match self.pages {
                    Pages::Awaited => text::DRAWING,
                    _ => text::PAGE_MISSING,
                };
                let blank = container(read(says).style(tone::soft))
                    .center_x(wide)
                    .center_y(wide * natural_height / natural_width)
                    .style(paper);
                stack = stack.push(held(PAPER, blank));
            }
            Pages::Drawn(_) => {
                let of = pages.len();
                for (at, page) in pages.iter().enumerate() {
                    stack = stack.push(sheet(&page.beside, wide, text::page_shown(at + 1, of)));
                }
            }
        }
        let larger = secondary(text::SEE_LARGER)
            .icon(Icon::ZoomIn)
            .compact()
            .on_press_maybe((!pages.is_empty()).then_some(Message::Larger(true)));
        if ctx.width() == Width::Narrow {
            return container(stack.push(larger)).center_x(Fill).into();
        }
        let stack = container(container(stack).padding(space::S24)).center_x(Fill);
        let larger = container(larger).center_x(Fill).padding([space::S12, 0.0]);
        column![pieces::scrolled(ctx, stack), larger].into()
    }

    /// The whole page at its own size, to proofread.
    pub(super) fn seen_larger<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        // Never wider than the window: only downwards does it scroll.
        let room = ctx.size.width - space::S48 - space::S64;
        let wide = self.widths(ctx).1.min(room);
        let pages = self.pictures();
        let sheets = pages
            .iter()
            .enumerate()
            .map(|(at, page)| sheet(&page.whole, wide, text::page_shown(at + 1, pages.len())));
        let sheets = Column::with_children(sheets).spacing(space::S24);
        let sheets =
            pieces::scrolled(ctx, container(sheets).padding(space::S24)).id(Id::new(LARGER));
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
