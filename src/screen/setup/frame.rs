//! The shards at the left, the page on the paper, what leads on at its foot.

use crate::screen::Ctx;
use crate::text::{common, setup as say};
use crate::ui::art::Look;
use crate::ui::controls::secondary;
use crate::ui::icon::Icon;
use crate::ui::notice::{Kind, banner};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::shard::{self, Arrangement};
use crate::ui::text::{heading, read, small, text, threshold_text, tone};
use crate::ui::{
    Center, Element, Fill, Padding, Row, Space, Stack, Theme, column, container, mark, row,
    scrollable,
};
use iced::widget::themer;
use iced::{Rectangle, Size};

/// As wide as two fields side by side read well.
const WIDEST: f32 = size::MEASURE + size::MEASURE / 3.0;

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
    let mut layers = Stack::new().push(shard::threshold(look(ctx.theme), Arrangement::Setup));
    let mut page = column![].spacing(space::S8).height(Fill);
    let leave = leave(ctx, leave_quickly);
    if narrow {
        // The band is dark in every theme, and so are the controls that stand on it.
        let leave = container(themer(Some(Theme::Dark), leave)).align_right(Fill);
        let place = Rectangle {
            width: places.content.width,
            ..places.upper
        };
        layers = layers.push(at(ctx.size, place, row![brand(ctx), leave].align_y(Center)));
    } else {
        layers = layers.push(at(ctx.size, places.upper, upper(ctx, sheet.motto)));
        page = page.push(container(leave).align_right(Fill));
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
    let body = container(scrollable(body).width(Fill)).height(Fill);
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
    .padding([space::S4, space::S8])
    .max_width(WIDEST);
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
        brand(ctx),
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

fn brand<'a, M: Clone + 'a>(ctx: &Ctx<'a>) -> Element<'a, M> {
    row![
        mark::mark(look(ctx.theme), size::MARK),
        text(Type::H3, common::APP_NAME).style(threshold_text)
    ]
    .spacing(space::S12)
    .align_y(Center)
    .into()
}

fn leave<'a, M: Clone + 'a>(ctx: &Ctx<'a>, message: M) -> Element<'a, M> {
    row![
        small(common::shift_left(ctx.shift_taps)).style(tone::soft),
        secondary(common::LEAVE_QUICKLY)
            .icon(Icon::LogOut)
            .compact()
            .on_press(message)
    ]
    .spacing(space::S12)
    .align_y(Center)
    .into()
}

fn look(theme: &Theme) -> Look {
    Look {
        dark: *theme == Theme::Dark,
        high_contrast: *theme == Theme::HighContrast,
    }
}

/// Lays `content` over the window at `place`.
fn at<'a, M: 'a>(
    window: Size,
    place: Rectangle,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let padding = Padding {
        top: place.y,
        left: place.x,
        right: window.width - place.x - place.width,
        bottom: window.height - place.y - place.height,
    };
    container(container(content).width(Fill).height(Fill))
        .padding(padding)
        .width(Fill)
        .height(Fill)
        .into()
}
