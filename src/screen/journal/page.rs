//! One page: the one being written, or an old one.

use super::months::Kept;
use super::{Message, State};
use crate::screen::{Ctx, Saving, pieces};
use crate::text::{common, journal as words};
use crate::ui::card::rule;
use crate::ui::controls::{field, primary, quiet, secondary, unavailable, writing};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::notice::{aside, saved};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, italic, small, text, tone};
use crate::ui::{
    Center, Column, Element, Fill, Padding, Row, column, container, row, space as gap,
};

/// `open` is the old page that is read.
pub(super) fn page<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    open: Option<Kept<'a>>,
) -> Element<'a, Message> {
    match open {
        Some(page) => reading(ctx, page),
        None => new(state, ctx),
    }
}

/// Where there is no room for the list beside the page: the lock, and the way to the list. Otherwise the lock stands in
/// the bar above.
fn top<'a>(ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    if ctx.width() >= Width::Wide {
        return None;
    }
    let lock = pieces::sign(Icon::Lock, common::ONLY_YOU_CAN_OPEN_THIS, tone::glaze);
    let list = secondary(words::SHOW_ENTRIES)
        .compact()
        .icon(Icon::List)
        .on_press(Message::List(true));
    let top = row![container(lock).width(Fill), list].align_y(Center);
    Some(
        container(top)
            .padding(Padding::ZERO.bottom(space::S8))
            .into(),
    )
}

/// A page, and below it, ruled off, what can be done with it.
fn sheet<'a>(
    ctx: &Ctx<'a>,
    content: Column<'a, Message>,
    footer: Row<'a, Message>,
) -> Element<'a, Message> {
    let margin = ctx.width().margin();
    let left = ctx.width().beside_a_list(ctx.size.width);
    // Beside the list what can be done stands under the way out; otherwise it keeps to the column.
    let right = if ctx.width() >= Width::Wide {
        margin
    } else {
        left
    };
    let content = container(content).width(Fill).max_width(size::MEASURE);
    let content = container(content).width(Fill).padding(Padding {
        top: space::S16,
        right: margin,
        bottom: space::S24,
        left,
    });
    let footer = container(footer.spacing(space::S16).align_y(Center))
        .width(Fill)
        .padding([space::S16, 0.0]);
    let footer = container(column![rule(), footer])
        .width(Fill)
        .padding(Padding::ZERO.left(left).right(right));
    column![pieces::scrolled(ctx, content), footer].into()
}

fn new<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let title = field(words::TITLE_FIELD, &state.title)
        .bare()
        .placeholder(words::TITLE_FIELD)
        .on_input(|title| Message::Title(title.into()));
    let area = writing(words::TEXT, &state.text)
        .bare()
        .placeholder(words::TEXT_EXAMPLE)
        .height(layout::journal::LEAST, layout::journal::MOST)
        .on_edit(Message::Text);
    let head = column![
        small(words::when(ctx.now)).style(tone::soft),
        Element::from(title)
    ]
    .spacing(space::S4);
    // In a low window what is written comes before what surrounds it.
    let low = ctx.size.height < layout::frame::LOW;
    let question = prompt(state, ctx).filter(|_| !low || state.is_blank());
    let content = Column::new()
        .push(top(ctx))
        .push(head)
        .push(question.unwrap_or_else(|| rule().into()))
        .push(Element::from(area))
        .spacing(if low { space::S12 } else { space::S24 });
    let keep: Element<'a, Message> = if state.sent.is_under_way() {
        unavailable(words::KEEP, common::SAVING)
    } else {
        let ready = (!state.is_blank()).then_some(Message::Keep);
        primary(words::KEEP).compact().on_press_maybe(ready).into()
    };
    let footer = row![container(standing(state, ctx)).width(Fill), keep];
    sheet(ctx, content, footer)
}

/// What has become of the words on the page.
fn standing<'a>(state: &State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    match ctx.saving {
        _ if !state.is_blank() => aside(Icon::Lock, words::WAITS_HERE),
        Saving::Saved(at) => saved(common::saved_at(&words::time(*at))),
        Saving::Idle | Saving::Busy | Saving::Failed(..) => {
            aside(Icon::Lock, words::SEALED_AS_YOU_TYPE)
        }
    }
}

/// A question to begin with, ruled off like a quotation.
fn prompt<'a>(state: &State, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let prompts = &ctx.library.prompts.journal;
    let at = state.prompt.checked_rem(prompts.len())?;
    let question = italic(prompts.get(at)?.text.as_str()).style(tone::soft);
    let another = quiet(words::ANOTHER)
        .icon(Icon::Shuffle)
        .compact()
        .flush()
        .name(words::ANOTHER_NAME)
        .on_press(Message::Another);
    let question = container(question.width(Fill)).padding([space::S4, 0.0]);
    let line = row![question.width(Fill), another].spacing(space::S32);
    Some(column![rule(), container(line).padding([space::S12, 0.0]), rule()].into())
}

fn reading<'a>(ctx: &Ctx<'a>, page: Kept<'a>) -> Element<'a, Message> {
    let title: Element<'a, Message> = if page.journal.title.is_blank() {
        heading(1, Type::H3, words::UNTITLED)
    } else {
        h1(page.journal.title.as_str())
    };
    let head = column![
        small(words::written(page.at, ctx.now)).style(tone::soft),
        title
    ]
    .spacing(space::S4);
    let content = Column::new()
        .push(top(ctx))
        .push(head)
        .push(rule())
        .push(text(Type::Writing, page.journal.text.as_str()).width(Fill))
        .spacing(space::S24);
    let mut footer = Row::new();
    if let Saving::Saved(at) = ctx.saving {
        footer = footer.push(saved(common::saved_at(&words::time(*at))));
    }
    let delete = quiet(words::DELETE)
        .icon(Icon::Trash2)
        .compact()
        .on_press(Message::Delete);
    footer = footer.push(gap().width(Fill));
    if ctx.width() >= Width::Wide {
        footer = footer.push(delete.flush());
    } else {
        footer = footer.push(delete).push(
            secondary(words::NEW_ENTRY)
                .icon(Icon::Plus)
                .compact()
                .on_press(Message::Write),
        );
    }
    sheet(ctx, content, footer)
}
