//! What else is this person's: how it is, what they said they would do, what they share.

use super::{Message, is_one, seen, write};
use crate::domain::{PersonId, checkins, commitments};
use crate::screen::{Ctx, Place, pieces};
use crate::text::{alone as words, library};
use crate::ui::card::{rule, rule_down};
use crate::ui::controls::link;
use crate::ui::scale::{Width, size, space};
use crate::ui::text::{h_label, read, small, tone};
use crate::ui::{Column, Container, Element, Fill, FillPortion, Row, Shrink, column, container};

/// How the three columns share a page.
const CHECK_IN: u16 = 27;
const PROMISES: u16 = 44;
const SHARED: u16 = 27;

pub(super) fn rows<'a>(ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
    let parts: Element<'a, Message> = if ctx.width() == Width::Narrow {
        column![
            part(check_in(ctx, me)),
            rule(),
            part(promises(ctx, me)),
            rule(),
            part(shared(ctx, me))
        ]
        .into()
    } else {
        Row::new()
            .push(part(check_in(ctx, me)).width(FillPortion(CHECK_IN)))
            .push(rule_down())
            .push(part(promises(ctx, me)).width(FillPortion(PROMISES)))
            .push(rule_down())
            .push(part(shared(ctx, me)).width(FillPortion(SHARED)))
            .spacing(space::S32)
            .height(Shrink)
            .into()
    };
    let mut page = Column::new();
    // Where the bowl has the place beside the step, writing comes below it.
    if is_one(ctx) && ctx.width() != Width::Narrow {
        page =
            page.push(container(write(ctx)).padding(crate::ui::Padding::ZERO.bottom(space::S32)));
    }
    let honest = small(words::HONEST).style(tone::soft).width(Fill);
    page.push(rule())
        .push(parts)
        .push(rule())
        .push(
            container(honest)
                .max_width(size::MEASURE)
                .padding([space::S16, 0.0]),
        )
        .into()
}

fn part<'a>(content: Element<'a, Message>) -> Container<'a, Message> {
    container(content).padding([space::S24, 0.0]).width(Fill)
}

fn check_in<'a>(ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
    let says = match checkins::latest(seen(ctx), me) {
        Some(last) => words::last_check_in(last.on),
        None => words::NO_CHECK_IN.to_owned(),
    };
    column![
        h_label(words::CHECK_IN),
        read(says).style(tone::soft).width(Fill),
        column![
            link(words::DO_CHECK_IN, Message::Go(Place::CheckIn)),
            link(library::FROM_HOME, Message::Go(Place::Library))
        ]
    ]
    .spacing(space::S8)
    .into()
}

fn promises<'a>(ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
    let all = commitments::fold(seen(ctx), ctx.today());
    let active = || all.iter().filter(|c| c.active && c.by == me);
    let list: Element<'a, Message> = if active().next().is_none() {
        read(words::NO_PROMISES).style(tone::soft).into()
    } else {
        Column::with_children(active().map(|c| pieces::promise(ctx, c, false)))
            .spacing(space::S16)
            .into()
    };
    column![
        h_label(words::PROMISES),
        list,
        link(words::MY_COMMITMENTS, Message::Go(Place::Commitments))
    ]
    .spacing(space::S8)
    .into()
}

fn shared<'a>(ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
    let title = match ctx.household.other(me).filter(|p| p.joined) {
        Some(other) => words::shared_with(&other.name),
        None => words::SHARED.to_owned(),
    };
    column![
        h_label(title),
        column![
            link(words::STEPS, Message::Go(Place::Steps)),
            link(words::JAR, Message::Go(Place::Jar)),
            link(words::WEEKLY, Message::Go(Place::WeeklyPage))
        ]
    ]
    .spacing(space::S8)
    .into()
}
