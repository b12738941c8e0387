//! The page that is being answered and written.

use super::{List, Message, State, Way, reply_word};
use crate::content::schema::Sign;
use crate::domain::reflections::{Replies, Reply};
use crate::screen::{Ctx, Place, Saving, pieces};
use crate::text::{common, help, journal, reflection as words};
use crate::ui::access::{Role, access};
use crate::ui::card::{rule, well};
use crate::ui::controls::{Segment, primary, quiet, secondary, segments, unavailable, writing};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::notice::{aside, saved};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, interface, lead, read, small, strong, tone};
use crate::ui::{Center, Column, Element, Fill, Row, column, container, row};

/// The way to the earlier ones, to which the focus comes back.
pub(super) const EARLIER: &str = "reflection/earlier";

pub(super) fn page<'a>(state: &'a State, ctx: &Ctx<'a>, has_earlier: bool) -> Element<'a, Message> {
    let said = &ctx.library.walk_away;
    let page = column![
        head(ctx, has_earlier),
        signs(state, ctx),
        conditions(state, ctx),
        ways(state, ctx),
        closing(ctx),
        afraid(ctx),
        small(pieces::evidence(said.evidence, &said.sources, ctx.library)).style(tone::soft)
    ]
    .spacing(space::S48);
    pieces::with_footer(ctx, pieces::sheet(ctx, page), footer(state, ctx))
}

fn head<'a>(ctx: &Ctx<'a>, has_earlier: bool) -> Element<'a, Message> {
    let said = &ctx.library.walk_away;
    let lock = pieces::sign(Icon::Lock, words::NEVER_SHARED, tone::glaze);
    let earlier = has_earlier.then(|| {
        secondary(words::EARLIER)
            .icon(Icon::History)
            .compact()
            .id(EARLIER)
            .on_press(Message::Read(true))
    });
    let top = Row::new()
        .push(container(lock).width(Fill))
        .push(earlier.map(Element::from))
        .spacing(space::S16)
        .align_y(Center);
    let title = column![
        h1(said.title.as_str()),
        lead(said.lead.as_str()).style(tone::soft).width(Fill)
    ]
    .spacing(space::S4);
    column![top, title].spacing(space::S12).into()
}

/// A heading, and under it what is to be said before answering.
fn section<'a>(title: &'a str, about: &'a str) -> Element<'a, Message> {
    column![
        heading(2, Type::H3, title),
        small(about).style(tone::soft).width(Fill)
    ]
    .spacing(space::S4)
    .into()
}

fn signs<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let signs = ctx.library.walk_away.signs.iter();
    let cells = signs.map(|sign| asked(sign, List::Signs, &state.signs));
    column![
        section(words::SIGNS, words::HOW_TO_ANSWER),
        in_twos(ctx, cells.collect())
    ]
    .spacing(space::S16)
    .into()
}

fn conditions<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let conditions = ctx.library.walk_away.conditions.iter();
    let cells = conditions.map(|sign| asked(sign, List::Conditions, &state.conditions));
    let area = writing(words::AS_IT_IS_NOW, &state.as_it_is_now)
        .labelled()
        .placeholder(words::WRITE_HERE)
        .height(layout::writing::LOWEST, layout::writing::HIGHEST)
        .on_edit(Message::AsItIsNow);
    let own = ruled(area);
    column![
        section(words::CONDITIONS, words::CONDITIONS_LEAD),
        in_twos(ctx, cells.chain([own]).collect())
    ]
    .spacing(space::S16)
    .into()
}

fn ruled<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let content = container(content).padding([space::S16, 0.0]).width(Fill);
    column![rule(), content].width(Fill).into()
}

/// Side by side where there is room; read from left to right, then down.
fn in_twos<'a>(ctx: &Ctx<'a>, cells: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    if ctx.width() == Width::Narrow {
        return Column::with_children(cells).into();
    }
    let gap = if ctx.width() == Width::Compact {
        space::S32
    } else {
        space::S48
    };
    let mut rows = Column::new();
    let mut cells = cells.into_iter();
    while let Some(left) = cells.next() {
        let right = cells
            .next()
            .unwrap_or_else(|| crate::ui::space().width(Fill).into());
        rows = rows.push(row![left, right].spacing(gap));
    }
    rows.into()
}

/// A sign, the three answers to it, and beside them the way to help where the sign is one of abuse or fear.
fn asked<'a>(sign: &'a Sign, list: List, replies: &Replies) -> Element<'a, Message> {
    let reply = replies.get(&sign.id).copied();
    let options = Reply::ALL.map(|reply| Segment::new(reply, reply_word(reply)));
    let answers = segments(sign.title.as_str(), options, reply, |reply| {
        Message::Replied(list, sign.id.clone(), reply)
    });
    let afraid = sign.help && matches!(reply, Some(Reply::Yes | Reply::NotSure));
    let help = afraid.then(|| {
        quiet(words::HELP_LINES)
            .icon(Icon::Phone)
            .compact()
            .flush()
            .name(words::help_lines_beside(&sign.title))
            .on_press(Message::Go(Place::Help))
    });
    let answers = Row::new()
        .push(container(answers).width(layout::reflection::ANSWERS))
        .push(help.map(Element::from))
        .spacing(space::S16)
        .align_y(Center);
    let says = column![
        read(sign.title.as_str()).width(Fill),
        small(sign.text.as_str()).style(tone::soft).width(Fill)
    ];
    let says = container(says).max_width(size::MEASURE);
    ruled(column![says, answers].spacing(space::S12))
}

/// The three, with nothing to tell them apart but their words.
fn ways<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let said = &ctx.library.walk_away;
    let asked = |way| match way {
        Way::Stay => (words::STAY, said.stay.as_str()),
        Way::Pause => (words::PAUSE, said.pause.as_str()),
        Way::Leave => (words::LEAVE, said.leave.as_str()),
    };
    let title = |way| {
        let (name, question) = asked(way);
        column![
            heading(2, Type::H3, name),
            read(question).style(tone::soft).width(Fill)
        ]
        .spacing(space::S4)
        .width(Fill)
    };
    let area = |way: Way| {
        let (name, question) = asked(way);
        let area = writing(name, &state.ways[way as usize])
            .description(question)
            .placeholder(words::WRITE_HERE)
            .height(layout::writing::LOWEST, layout::writing::HIGHEST)
            .on_edit(move |edit| Message::Write(way, edit));
        container(Element::from(area)).width(Fill)
    };
    if ctx.width() == Width::Narrow {
        let each = Way::ALL.map(|way| column![title(way), area(way)].spacing(space::S12).into());
        return Column::with_children(each).spacing(space::S32).into();
    }
    // Two rows, so that the areas begin at one height whatever room the questions take.
    let titles = Row::with_children(Way::ALL.map(|way| title(way).into()));
    let areas = Row::with_children(Way::ALL.map(|way| area(way).into()));
    column![titles.spacing(space::S32), areas.spacing(space::S32)]
        .spacing(space::S12)
        .into()
}

fn closing<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let sentences = ctx.library.walk_away.closing.iter().map(|sentence| {
        let sentence = read(sentence.as_str()).style(tone::soft).width(Fill);
        let sentence = container(sentence).padding([space::S8, 0.0]);
        sentence.width(Fill).into()
    });
    in_twos(ctx, sentences.collect())
}

fn afraid<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let says = column![
        strong(words::IF_AFRAID),
        interface(help::CALLING).style(tone::soft)
    ]
    .width(Fill);
    let show = secondary(words::SHOW_HELP_LINES)
        .icon(Icon::Phone)
        .on_press(Message::Go(Place::Help));
    let content: Element<'a, Message> = if ctx.width() == Width::Narrow {
        column![says, show].spacing(space::S12).into()
    } else {
        row![says, show].spacing(space::S24).align_y(Center).into()
    };
    well(content).width(Fill).into()
}

/// What has become of the page, and the way to keep it, always in reach.
fn footer<'a>(state: &State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let blank = state.look().is_blank();
    let keep: Element<'a, Message> = if state.is_saving() {
        unavailable(words::KEEP, common::SAVING)
    } else {
        let ready = (!blank).then_some(Message::Keep);
        let keep = primary(words::KEEP).compact().on_press_maybe(ready);
        if blank {
            keep.description(words::NOTHING_YET).into()
        } else {
            keep.into()
        }
    };
    let standing = match ctx.saving {
        _ if !blank => aside(Icon::Lock, words::WAITS_HERE),
        Saving::Saved(at) => saved(common::saved_at(&journal::time(*at))),
        Saving::Idle | Saving::Busy | Saving::Failed(..) => aside(Icon::Lock, words::SEALED),
    };
    let line = row![container(standing).width(Fill), keep]
        .spacing(space::S16)
        .align_y(Center);
    access(Role::Group, line).into()
}
