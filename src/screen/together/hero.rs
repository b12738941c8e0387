//! The next step, and the bowl.

use super::{Message, done};
use crate::domain::path::PathView;
use crate::screen::{Ctx, names, pieces};
use crate::text::{steps, together as words};
use crate::ui::bowl;
use crate::ui::layout;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{h2, heading, lead, own_title, read, small, tone};
use crate::ui::{Column, Element, Fill, Padding, Row, column, container, fonts, row};

pub(super) fn hero<'a>(ctx: &Ctx<'a>, path: &PathView, flows: bool) -> Element<'a, Message> {
    match ctx.width() {
        Width::Wide | Width::Large => with_leader(ctx, path, flows),
        Width::Compact => {
            let text = column![title(ctx, path), next(ctx, path), actions(path, ctx)]
                .spacing(space::S24)
                .width(Fill);
            let text = container(text).padding(Padding::ZERO.left(space::S32));
            row![text, drawing(ctx, path, layout::home::BOWL_COMPACT, flows)]
                .padding(
                    Padding::ZERO
                        .top(space::S16)
                        .right(space::S8)
                        .bottom(space::S16),
                )
                .into()
        }
        Width::Narrow => {
            let margin = ctx.width().margin();
            let bowl = drawing(
                ctx,
                path,
                layout::home::BOWL_COMPACT.min(ctx.size.width - margin - margin),
                flows,
            );
            column![
                title(ctx, path),
                next(ctx, path),
                container(bowl).center_x(Fill)
            ]
            .spacing(space::S24)
            .padding([space::S16, margin])
            .into()
        }
    }
}

/// The title of the next step stands at the height of its place on the bowl, and a line of gold leads there.
fn with_leader<'a>(ctx: &Ctx<'a>, path: &PathView, flows: bool) -> Element<'a, Message> {
    let width = ctx.width();
    let across = across(ctx);
    // Two lines of the lead have room, so the step stands at the same height whether it takes one or two.
    let head = space::S16 + Type::HomeTitle.line() + space::S4 + 2.0 * Type::Lead.line();
    let above = space::S16 + Type::Small.line() + space::S4 + Type::H2.line() / 2.0;
    let place = path.next.map_or(head + above, |n| {
        bowl::node_position(usize::from(n), across).y
    });
    let lower_text = (place - head - above).max(0.0);
    let lower_bowl = (head + above - place).max(0.0);

    let text = column![
        container(title(ctx, path))
            .padding(Padding::ZERO.top(space::S16))
            .height(head),
        container(next(ctx, path)).padding(Padding::ZERO.top(lower_text)),
        container(actions(path, ctx)).padding(Padding::ZERO.top(space::S24).bottom(space::S16)),
    ]
    .width(Fill);
    let overhang = across * layout::home::BOWL_OVERHANG;
    row![
        container(text).padding(Padding::ZERO.left(width.margin())),
        container(drawing(ctx, path, across, flows)).padding(
            Padding::ZERO
                .top(lower_bowl)
                .right((width.margin() - overhang).max(0.0))
        )
    ]
    .into()
}

/// How wide the bowl is where a line leads to it.
fn across(ctx: &Ctx<'_>) -> f32 {
    let width = ctx.width();
    if width == Width::Large {
        return layout::home::BOWL_LARGE;
    }
    let page = ctx.size.width - width.sidebar().unwrap_or_default() - width.margin();
    (page * layout::home::BOWL_SHARE).clamp(layout::home::BOWL_COMPACT, layout::home::BOWL_WIDE)
}

fn drawing<'a>(ctx: &Ctx<'a>, path: &PathView, across: f32, flows: bool) -> Element<'a, Message> {
    let next = path.next.map(usize::from);
    let bowl = pieces::bowl(ctx.theme, path, next)
        .width(across)
        .leader(ctx.width() >= Width::Wide && next.is_some());
    let bowl = pieces::at_rest_or_flowing(bowl, flows, Message::Flowed);
    pieces::picture(words::bowl(done(path)), bowl)
}

fn title<'a>(ctx: &Ctx<'a>, path: &PathView) -> Element<'a, Message> {
    let style = match ctx.width() {
        Width::Wide | Width::Large => Type::HomeTitle,
        Width::Compact | Width::Narrow => Type::H1,
    };
    column![
        heading(1, style, words::TITLE),
        lead(words::path(done(path))).style(tone::soft).width(Fill)
    ]
    .spacing(space::S4)
    .into()
}

fn next<'a>(ctx: &Ctx<'a>, path: &PathView) -> Element<'a, Message> {
    let step = path
        .next
        .and_then(|n| ctx.library.step(n).map(|guide| (n, guide)));
    let Some((number, guide)) = step else {
        return column![
            label(words::ALL_DONE_LABEL.to_owned()),
            h2(words::ALL_DONE_TITLE),
            read(words::ALL_DONE).style(tone::soft).width(Fill)
        ]
        .spacing(space::S4)
        .into();
    };
    let summary = names::summary(guide, ctx);
    let about = format!("{summary} {}", steps::allow(guide.minutes));
    let mut title = Row::new().push(own_title(2, Type::H2, guide.title.as_str()));
    if ctx.width() >= Width::Wide {
        let line = bowl::leader(ctx.theme.into(), across(ctx), Type::H2.line());
        title = title.push(line).spacing(space::S24);
    }
    Column::new()
        .push(label(words::next_step(number)))
        .push(title)
        .push(read(about.trim().to_owned()).style(tone::soft).width(Fill))
        .spacing(space::S4)
        .into()
}

fn label<'a>(text: String) -> Element<'a, Message> {
    container(
        small(text)
            .font(fonts::SANS_SEMIBOLD)
            .style(tone::gold)
            .width(Fill),
    )
    .padding(Padding::ZERO.top(space::S16))
    .into()
}

pub(super) fn actions<'a>(path: &PathView, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let next = path.next.and_then(|n| Some((n, ctx.library.step(n)?)));
    pieces::to_the_steps(next, Message::Go)
}
