//! The shards at the left, the page on the paper, what leads on at its foot.

use crate::screen::Ctx;
use crate::screen::threshold::{at, band, brand, leave};
use crate::text::setup as say;
use crate::ui::notice::{Kind, banner};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::shard::{self, Arrangement};
use crate::ui::text::{heading, read, small, text, threshold_text};
use crate::ui::{
    Center, Element, Fill, Padding, Row, Space, Stack, column, container, row, scrolled,
};
use iced::Rectangle;

/// What scrolls.
pub(super) const PAGE: &str = "setup/page";
/// As wide as two fields side by side read well.
const WIDEST: f32 = size::MEASURE + size::MEASURE / 2.0;

/// One page of setting up.
pub(super) struct Sheet<'a, M> {
    pub(super) title: String,
    pub(super) body: Element<'a, M>,
    pub(super) back: Option<Element<'a, M>>,
    pub(super) forward: Vec<Element<'a, M>>,
    /// Where one is, such as "Maya, part 2 of 4".
    pub(super) place: String,
    pub(super) motto: &'static str,
    pub(super) failed: Option<(String, String)>,
}

impl<'a, M: Clone + 'a> Sheet<'a, M> {
    pub(super) fn new(title: impl Into<String>, body: impl Into<Element<'a, M>>) -> Self {
        Self {
            title: title.into(),
            body: body.into(),
            back: None,
            forward: Vec::new(),
            place: String::new(),
            motto: say::TWO_PEOPLE,
            failed: None,
        }
    }

    pub(super) fn back(mut self, back: impl Into<Element<'a, M>>) -> Self {
        self.back = Some(back.into());
        self
    }

    /// What leads on, after whatever stands there already.
    pub(super) fn forward(mut self, forward: impl Into<Element<'a, M>>) -> Self {
        self.forward.push(forward.into());
        self
    }

    pub(super) fn place(mut self, place: String) -> Self {
        self.place = place;
        self
    }

    pub(super) fn map<N: 'a>(self, f: impl Fn(M) -> N + Copy + 'a) -> Sheet<'a, N> {
        Sheet {
            title: self.title,
            body: self.body.map(f),
            back: self.back.map(|back| back.map(f)),
            forward: self.forward.into_iter().map(|way| way.map(f)).collect(),
            place: self.place,
            motto: self.motto,
            failed: self.failed,
        }
    }
}

pub(super) fn view<'a, M: Clone + 'a>(
    ctx: &Ctx<'a>,
    sheet: Sheet<'a, M>,
    leave_quickly: M,
) -> Element<'a, M> {
    let places = shard::places(Arrangement::Setup, ctx.size);
    let narrow = ctx.width() == Width::Narrow;
    let mut layers = Stack::new().push(shard::threshold(ctx.theme.into(), Arrangement::Setup));
    let mut page = column![].spacing(space::S8).height(Fill);
    if narrow {
        let place = Rectangle {
            width: places.content.width,
            ..places.upper
        };
        layers = layers.push(at(ctx.size, place, band(ctx, leave_quickly)));
    } else {
        layers = layers.push(at(ctx.size, places.upper, upper(ctx, sheet.motto)));
        // In line with what stands in the column, which keeps room for the ring of the focus.
        let leave = container(leave(ctx, leave_quickly)).padding(Padding::ZERO.right(space::S8));
        page = page.push(leave);
    }
    if let Some(place) = places.lower {
        layers = layers.push(at(ctx.size, place, lower(ctx, sheet.place)));
    }

    let style = match ctx.width() {
        Width::Narrow | Width::Compact => Type::H2,
        _ if sheet.title.chars().count() > LONG => Type::H2,
        Width::Wide | Width::Large => Type::H1,
    };
    let mut body = column![heading(1, style, sheet.title)].spacing(space::S12);
    if let Some((title, to_do)) = sheet.failed {
        body = body.push(banner(Kind::Error, title, to_do, None));
    }
    let body = container(body.push(sheet.body))
        .padding(space::S8)
        .max_width(WIDEST);
    let body = container(scrolled(ctx.theme, body).id(PAGE).spacing(space::S4)).height(Fill);
    let body = if narrow {
        body
    } else {
        body.padding(Padding::ZERO.top(space::S8))
    };
    let foot = container(
        row![sheet.back, Space::new().width(Fill)]
            .push(Row::with_children(sheet.forward).spacing(space::S12))
            .align_y(Center),
    )
    .padding([space::S4, space::S8]);
    page = page.push(body).push(foot);

    let margin = if narrow { space::S8 } else { space::S32 };
    let edge = space::S8;
    let content = Rectangle {
        x: places.content.x - edge,
        y: if narrow {
            places.content.y - space::S16
        } else {
            margin
        },
        width: places.content.width + edge + edge,
        height: 0.0,
    };
    let content = Rectangle {
        height: (ctx.size.height - content.y - margin.min(space::S24)).max(0.0),
        ..content
    };
    layers.push(at(ctx.size, content, page)).into()
}

/// A title longer than this is set smaller, so that it does not push the page down.
const LONG: usize = 44;

fn upper<'a, M: Clone + 'a>(ctx: &Ctx<'a>, motto: &'a str) -> Element<'a, M> {
    let style = match ctx.width() {
        Width::Narrow | Width::Compact => Type::H3,
        Width::Wide | Width::Large => Type::H1,
    };
    column![
        brand(),
        text(style, motto).style(threshold_text).width(Fill)
    ]
    .spacing(space::S48)
    .into()
}

fn lower<'a, M: Clone + 'a>(ctx: &Ctx<'a>, place: String) -> Element<'a, M> {
    let words = match ctx.width() {
        Width::Narrow | Width::Compact => small(say::STAYS_HERE),
        Width::Wide | Width::Large => read(say::STAYS_HERE),
    };
    column![
        words.style(threshold_text),
        Space::new().height(Fill),
        text(Type::Interface, place).style(threshold_text)
    ]
    .into()
}
