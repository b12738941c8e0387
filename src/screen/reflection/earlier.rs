//! What was kept before, to be read again or deleted: the newest first.

use super::{Message, Way, reply_word};
use crate::content::schema::Sign;
use crate::domain::reflections::{Kept, Look, Replies};
use crate::screen::{Ctx, Saving, pieces};
use crate::text::{common, journal, reflection as words};
use crate::ui::access::{Role, access};
use crate::ui::card::rule;
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::notice::saved;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, read, strong, text, tone};
use crate::ui::{Center, Column, Element, Fill, Row, column, container, row};

/// The way back, where the focus is after one came here.
pub(super) const BACK_TO_THE_PAGE: &str = "reflection/back";

/// The first `shown` of what was kept.
pub(super) fn page<'a>(ctx: &Ctx<'a>, kept: Vec<Kept>, shown: usize) -> Element<'a, Message> {
    let more = kept.len() > shown;
    let back = secondary(words::BACK_TO_THE_PAGE)
        .icon(Icon::ArrowLeft)
        .compact()
        .id(BACK_TO_THE_PAGE)
        .on_press(Message::Read(false));
    let standing = match ctx.saving {
        Saving::Saved(at) => Some(saved(common::saved_at(&journal::time(*at)))),
        Saving::Idle | Saving::Busy | Saving::Failed(..) => None,
    };
    let top = Row::new()
        .push(Element::from(back))
        .push(standing)
        .spacing(space::S16)
        .align_y(Center);
    let lock = pieces::sign(Icon::Lock, words::NEVER_SHARED, tone::glaze);
    let head = column![top, h1(words::EARLIER), lock].spacing(space::S12);
    let each = kept.into_iter().take(shown).map(|kept| one(ctx, kept));
    let mut page = Column::new()
        .push(head)
        .push(Column::with_children(each).spacing(space::S48))
        .spacing(space::S32);
    if more {
        let older = secondary(words::SHOW_OLDER).on_press(Message::Older);
        page = page.push(rule()).push(Element::from(older));
    }
    pieces::sheet(ctx, page)
}

fn one<'a>(ctx: &Ctx<'a>, kept: Kept) -> Element<'a, Message> {
    let Kept { at, ids, look } = kept;
    let delete = quiet(words::DELETE)
        .icon(Icon::Trash2)
        .compact()
        .flush()
        .name(words::delete_named(at))
        .on_press(Message::Delete(ids));
    let when = heading(2, Type::H3, words::written(at, ctx.now));
    let head = row![container(when).width(Fill), delete]
        .spacing(space::S16)
        .align_y(Center);
    let said = &ctx.library.walk_away;
    let signs = replied(words::SIGNS, &said.signs, &look.signs);
    let conditions = replied(words::CONDITIONS, &said.conditions, &look.conditions);
    let now = written(words::AS_IT_IS_NOW, &look.as_it_is_now);
    Column::new()
        .push(rule())
        .push(head)
        .push(answers(ctx, signs, conditions))
        .push(now)
        .push(ways(ctx, &look))
        .spacing(space::S16)
        .into()
}

/// The signs that were answered, each with its answer in words.
fn replied<'a>(
    title: &'a str,
    signs: &'a [Sign],
    replies: &Replies,
) -> Option<Element<'a, Message>> {
    let answered = signs
        .iter()
        .filter_map(|sign| Some((sign.title.as_str(), reply_word(*replies.get(&sign.id)?))));
    let lines: Vec<Element<'a, Message>> = answered
        .map(|(sign, reply)| {
            let line = row![
                read(sign).width(Fill),
                strong(reply).line_height(Type::Read.line() / Type::Interface.size())
            ]
            .spacing(space::S16);
            access(Role::ListItem, line)
                .name(words::replied(sign, reply))
                .into()
        })
        .collect();
    (!lines.is_empty()).then(|| {
        column![
            heading(3, Type::Label, title),
            Column::with_children(lines).spacing(space::S4)
        ]
        .spacing(space::S4)
        .width(Fill)
        .max_width(size::MEASURE)
        .into()
    })
}

fn answers<'a>(
    ctx: &Ctx<'a>,
    signs: Option<Element<'a, Message>>,
    conditions: Option<Element<'a, Message>>,
) -> Option<Element<'a, Message>> {
    if signs.is_none() && conditions.is_none() {
        return None;
    }
    Some(if ctx.width() == Width::Narrow {
        Column::new()
            .push(signs)
            .push(conditions)
            .spacing(space::S16)
            .into()
    } else {
        // In halves, also where there is only one.
        let nothing = || crate::ui::space().width(Fill).into();
        let mut lists = signs.into_iter().chain(conditions);
        let left = lists.next().unwrap_or_else(nothing);
        let right = lists.next().unwrap_or_else(nothing);
        row![left, right].spacing(space::S48).into()
    })
}

fn written<'a>(title: &'a str, said: &str) -> Option<Element<'a, Message>> {
    (!said.trim().is_empty()).then(|| {
        column![
            heading(3, Type::Label, title),
            text(Type::Writing, said.to_owned()).width(Fill)
        ]
        .spacing(space::S4)
        .max_width(size::MEASURE)
        .into()
    })
}

/// The three stand in their places, also where nothing was written in one.
fn ways<'a>(ctx: &Ctx<'a>, look: &Look) -> Option<Element<'a, Message>> {
    let wrote = |way| match way {
        Way::Stay => (words::STAY, &look.stay),
        Way::Pause => (words::PAUSE, &look.pause),
        Way::Leave => (words::LEAVE, &look.leave),
    };
    let is_blank = |way| {
        let (_, words) = wrote(way);
        words.is_blank()
    };
    if Way::ALL.into_iter().all(is_blank) {
        return None;
    }
    let each = Way::ALL.map(|way| {
        let (name, words_of_it) = wrote(way);
        let said: Element<'a, Message> = if words_of_it.is_blank() {
            text(Type::Writing, words::NOTHING_WRITTEN)
                .style(tone::soft)
                .into()
        } else {
            text(Type::Writing, words_of_it.as_str().to_owned())
                .width(Fill)
                .into()
        };
        column![heading(3, Type::Label, name), said]
            .spacing(space::S4)
            .width(Fill)
            .into()
    });
    Some(if ctx.width() == Width::Narrow {
        Column::with_children(each).spacing(space::S16).into()
    } else {
        Row::with_children(each).spacing(space::S32).into()
    })
}
