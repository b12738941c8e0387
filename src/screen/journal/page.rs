//! One page: the one being written, or an old one.

use super::{After, Kept, Message, State};
use crate::screen::{Ctx, pieces};
use crate::text::{common, journal as words};
use crate::ui::card::rule;
use crate::ui::controls::{field, primary, quiet, secondary, unavailable, writing};
use crate::ui::icon::Icon;
use crate::ui::notice::aside;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, italic, small, text, tone};
use crate::ui::{
    Center, Column, Element, Fill, Row, column, container, row, scrollable, space as gap,
};

/// How the writing area grows before it scrolls by itself: as high as the page it stands on.
const LEAST: f32 = 280.0;
const MOST: f32 = 6_000.0;

pub(super) fn page<'a>(state: &'a State, ctx: &Ctx<'a>, kept: &[Kept<'a>]) -> Element<'a, Message> {
    match state.open(kept) {
        Some(page) => reading(ctx, page),
        None => new(state, ctx),
    }
}

/// The lock, and where there is no room for the list beside it, the way to the list.
fn top<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let lock = pieces::sign(Icon::Lock, common::ONLY_YOU_CAN_OPEN_THIS, tone::glaze);
    let mut top = Row::new().push(container(lock).width(Fill));
    if ctx.width() < Width::Wide {
        let list = secondary(words::SHOW_ENTRIES)
            .compact()
            .icon(Icon::List)
            .on_press(Message::List(true));
        top = top.push(list);
    }
    top.align_y(Center).into()
}

fn sheet<'a>(
    ctx: &Ctx<'a>,
    content: Column<'a, Message>,
    footer: Row<'a, Message>,
) -> Element<'a, Message> {
    let margin = ctx.width().margin();
    let content = container(content.spacing(space::S16)).max_width(size::MEASURE);
    let content = container(content)
        .center_x(Fill)
        .padding([space::S16, margin]);
    let footer = container(footer.spacing(space::S16).align_y(Center))
        .width(Fill)
        .max_width(size::MEASURE);
    let footer = container(footer)
        .center_x(Fill)
        .padding([space::S12, margin]);
    column![scrollable(content).width(Fill).height(Fill), rule(), footer].into()
}

fn new<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let mut content = column![
        top(ctx),
        gap().height(space::S4),
        column![
            small(words::when(ctx.now)).style(tone::soft),
            Element::from(
                field(words::TITLE_FIELD, &state.title)
                    .on_input(|title| Message::Title(title.into()))
            )
        ]
        .spacing(space::S8),
    ];
    if let Some(prompt) = prompt(state, ctx) {
        content = content.push(prompt);
    }
    let area = writing(words::TEXT, &state.text)
        .placeholder(words::TEXT_EXAMPLE)
        .height(LEAST, MOST)
        .on_edit(Message::Text);
    let keep: Element<'a, Message> = if state.after != After::Nothing {
        unavailable(words::KEEP, common::SAVING)
    } else {
        let ready = (!state.is_blank()).then_some(Message::Keep);
        primary(words::KEEP).on_press_maybe(ready).into()
    };
    let sealed = container(aside(Icon::Lock, words::SEALED_AS_YOU_TYPE)).width(Fill);
    sheet(ctx, content.push(area), row![sealed, keep])
}

/// A question to begin with, ruled off like a quotation.
fn prompt<'a>(state: &State, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let prompts = &ctx.library.prompts.journal;
    let at = state.prompt.checked_rem(prompts.len())?;
    let question = italic(prompts.get(at)?.text.as_str()).style(tone::soft);
    let another = quiet(words::ANOTHER)
        .icon(Icon::Shuffle)
        .compact()
        .name(words::ANOTHER_NAME)
        .on_press(Message::Another);
    let line = row![question.width(Fill), another].spacing(space::S16);
    Some(column![rule(), container(line).padding([space::S12, 0.0]), rule()].into())
}

fn reading<'a>(ctx: &Ctx<'a>, page: Kept<'a>) -> Element<'a, Message> {
    let mut content = column![
        top(ctx),
        gap().height(space::S4),
        small(words::when(page.at)).style(tone::soft)
    ];
    if !page.journal.title.is_blank() {
        content = content.push(h1(page.journal.title.as_str()));
    } else {
        content = content.push(heading(1, Type::H3, words::UNTITLED));
    }
    let content = content
        .push(rule())
        .push(text(Type::Writing, page.journal.text.as_str()).width(Fill));
    let write = secondary(words::NEW_ENTRY)
        .icon(Icon::Plus)
        .on_press(Message::Write);
    let delete = quiet(words::DELETE)
        .icon(Icon::Trash2)
        .on_press(Message::Delete);
    let mut footer = Row::new().push(delete).push(gap().width(Fill));
    if ctx.width() < Width::Wide {
        footer = footer.push(write);
    }
    sheet(ctx, content, footer)
}
