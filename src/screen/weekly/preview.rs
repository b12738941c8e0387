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
use iced::widget::image::Handle;
use iced::{Border, Size};

/// The page on a window that has little room.
pub(super) const COMPACT: f32 = 320.0;
/// As wide as the widest edge of a card.
pub(super) const EDGE: f32 = 2.0;
/// A4 and Letter at 96 to the inch.
const A4: Size = Size::new(794.0, 1123.0);
const LETTER: Size = Size::new(816.0, 1056.0);

/// A page as it was drawn, and as it is shown beside the controls.
#[derive(Debug)]
pub(super) struct Page {
    whole: Picture,
    beside: Picture,
}

impl Page {
    /// The renderer takes four pixels into account where it shrinks a picture, and letters fall apart when it leaves out
    /// others; so the small view is given a picture that is near its size already.
    pub(super) fn new(whole: Picture, width: f32) -> Self {
        const SHRINKS_WELL: f32 = 1.7;
        let factor = (whole.width as f32 / (width * SHRINKS_WELL))
            .round()
            .max(1.0) as u32;
        Self {
            beside: shrunk(&whole, factor).unwrap_or_else(|| whole.clone()),
            whole,
        }
    }
}

/// Each pixel the mean of `factor` by `factor`.
fn shrunk(picture: &Picture, factor: u32) -> Option<Picture> {
    let Handle::Rgba {
        width,
        height,
        pixels,
        ..
    } = &picture.handle
    else {
        return None;
    };
    if factor < 2 {
        return None;
    }
    let (wide, high) = (width / factor, height / factor);
    let (from, block) = (*width as usize * 4, factor as usize);
    let mut out = Vec::with_capacity(wide as usize * high as usize * 4);
    for rows in pixels.chunks_exact(from * block).take(high as usize) {
        let mut sums = vec![0u32; wide as usize * 4];
        for row in rows.chunks_exact(from) {
            for (sum, pixels) in sums.chunks_exact_mut(4).zip(row.chunks_exact(block * 4)) {
                for pixel in pixels.chunks_exact(4) {
                    for (sum, part) in sum.iter_mut().zip(pixel) {
                        *sum += u32::from(*part);
                    }
                }
            }
        }
        let area = factor * factor;
        out.extend(sums.iter().map(|sum| (sum / area) as u8));
    }
    Some(Picture {
        handle: Handle::from_rgba(wide, high, out),
        width: wide,
        height: high,
    })
}

/// A sheet of paper at its own size.
pub(super) fn natural(paper: Paper) -> Size {
    match paper {
        Paper::A4 => A4,
        Paper::Letter => LETTER,
    }
}

/// A sheet of paper: a card with the corners of one.
fn paper(theme: &Theme) -> container::Style {
    square(style::card(theme))
}

/// Paper lying on the ground. Only for what does not scroll: the software renderer draws shadows past the edge of what
/// scrolls, over whatever is there.
fn lying(theme: &Theme) -> container::Style {
    square(style::note(theme))
}

fn square(style: container::Style) -> container::Style {
    container::Style {
        border: Border {
            radius: 0.0.into(),
            ..style.border
        },
        ..style
    }
}

type Look = fn(&Theme) -> container::Style;

fn sheet<'a>(picture: &Picture, width: f32, look: Look, name: String) -> Element<'a, Message> {
    let high = width * picture.height as f32 / (picture.width.max(1) as f32);
    let image = iced::widget::image(picture.handle.clone())
        .width(width)
        .height(high);
    // The picture must not lie over the edge, which is all that shows where paper lies on paper.
    pieces::picture(name, container(image).padding(EDGE).style(look))
}

impl State {
    pub(super) fn preview<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let wide = beside(ctx);
        let pages = self.pictures();
        let look: Look = if ctx.width() == Width::Wide && pages.len() < 2 {
            lying
        } else {
            paper
        };
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
                    .style(look);
                stack = stack.push(blank);
            }
            Pages::Drawn(_) => {
                let of = pages.len();
                for (at, page) in pages.iter().enumerate() {
                    stack = stack.push(sheet(
                        &page.beside,
                        wide,
                        look,
                        text::page_shown(at + 1, of),
                    ));
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
        column![scrollable(stack).height(Fill), larger].into()
    }

    /// The whole page at its own size, to proofread.
    pub(super) fn seen_larger<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        // Never wider than the window: only downwards does it scroll.
        let room = ctx.size.width - space::S48 - space::S64;
        let wide = natural(ctx.settings.paper).width.min(room);
        let pages = self.pictures();
        let sheets = pages.iter().enumerate().map(|(at, page)| {
            sheet(
                &page.whole,
                wide,
                paper,
                text::page_shown(at + 1, pages.len()),
            )
        });
        let sheets = Column::with_children(sheets).spacing(space::S24);
        let sheets = scrollable(container(sheets).padding(space::S24))
            .id(Id::new(LARGER))
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
