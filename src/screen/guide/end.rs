//! The end of a guide, by its kind: a step that each may call done, a practice that was done or not, and the rest, which
//! end quietly. And what stands before a guide that was gone through already.

use super::Message;
use crate::content::schema::{Guide, GuideKind};
use crate::domain::path::{self, Needs};
use crate::domain::{Kind, PersonId, Record, Week};
use crate::screen::{Ctx, Here, names, pieces};
use crate::text::guide as text;
use crate::text::together;
use crate::ui::art::Look;
use crate::ui::controls::{primary, secondary};
use crate::ui::layout;
use crate::ui::scale::{Width, size, space};
use crate::ui::seam;
use crate::ui::text::{h2, interface, lead, tone};
use crate::ui::{Center, Column, Element, Fill, Row, column, container, person, row};
use chrono::NaiveDate;

/// Whose guide it is now: of the one who is here, or of all who have joined.
pub(super) fn people(ctx: &Ctx<'_>) -> Vec<PersonId> {
    match ctx.here {
        Here::One(person) => vec![person],
        Here::Both | Here::Nobody => ctx.household.joined().map(|p| p.id).collect(),
    }
}

fn records<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a Record> + use<'a> {
    ctx.own.iter().chain(ctx.shared)
}

/// A step is finished when everyone whose part it is says so; for the rest one word is enough.
fn needs(guide: &Guide) -> Needs {
    match guide.kind {
        GuideKind::Step(_) => Needs::Each,
        _ => Needs::Any,
    }
}

/// Whether nothing is asked at the end.
pub(super) fn is_quiet(guide: &Guide) -> bool {
    !matches!(guide.kind, GuideKind::Step(_) | GuideKind::Practice)
}

/// The day on which whoever is here was through it, unless they have begun it again. A pillar is looked at anew each week.
pub(super) fn gone_through(guide: &Guide, ctx: &Ctx<'_>) -> Option<NaiveDate> {
    let week = Week::of(ctx.today());
    path::gone_through(records(ctx), &people(ctx), &guide.id, needs(guide))
        .map(|at| at.date_naive())
        .filter(|day| guide.kind != GuideKind::Pillar || week.contains(*day))
}

/// Whether a step is set in gold. Once it is, it stays, however often it is gone through.
pub(super) fn is_gold(guide: &Guide, ctx: &Ctx<'_>) -> bool {
    let has_ever = |person: PersonId| {
        records(ctx).any(|r| {
            r.by == person && matches!(&r.what, Kind::Place(p) if p.guide == guide.id && p.finished)
        })
    };
    matches!(guide.kind, GuideKind::Step(_)) && people(ctx).into_iter().all(has_ever)
}

/// What stands before a guide that was gone through: two ways into it, of equal weight.
pub(super) fn been<'a>(guide: &Guide, on: NaiveDate, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let when = if ctx.here == Here::Both {
        text::went_through_together(on)
    } else {
        text::went_through(on)
    };
    let ways = Row::new()
        .push(secondary(text::READ_IT).on_press(Message::Read))
        .push(secondary(text::GO_AGAIN).on_press(Message::Again))
        .spacing(space::S16)
        .wrap()
        .vertical_spacing(space::S12);
    let says = container(lead(text::BOTH_WAYS).style(tone::soft)).max_width(size::MEASURE);
    let says = column![h2(when), says].spacing(space::S4);
    let page = column![says, ways].spacing(space::S16);
    let bowl = matches!(guide.kind, GuideKind::Step(_)).then(|| whole(ctx));
    column![page]
        .push(bowl.flatten())
        .spacing(space::S24)
        .into()
}

pub(super) fn end<'a>(guide: &'a Guide, flows: bool, ctx: &Ctx<'a>) -> Element<'a, Message> {
    match guide.kind {
        GuideKind::Step(_) => step(guide, flows, ctx),
        GuideKind::Practice => practice(guide, ctx),
        GuideKind::Pillar | GuideKind::WalkAway | GuideKind::Track | GuideKind::Read => {
            let says = column![
                h2(text::LAST_PAGE),
                lead(text::WHENEVER_YOU_LIKE).style(tone::soft)
            ];
            says.spacing(space::S4).max_width(size::MEASURE).into()
        }
    }
}

/// Each says for themselves whether their part is done.
fn step<'a>(guide: &'a Guide, flows: bool, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let people = people(ctx);
    let mut body = column![h2(text::THE_END)].spacing(space::S24);
    if is_gold(guide, ctx) {
        let (look, seed) = (Look::from(ctx.theme), super::view::seed(&guide.id));
        let gold = if flows {
            seam::flowing(look, seed, Message::Flowed)
        } else {
            seam::rule(look, seed)
        };
        body = body.push(gold).push(lead(text::IN_GOLD).style(tone::gold));
    } else {
        let says = if people.len() > 1 {
            text::END_TOGETHER
        } else {
            text::END_ALONE
        };
        body = body.push(lead(says).style(tone::soft));
    }
    let rows = people.iter().map(|id| {
        let name = ctx.name(*id);
        let mark = names::mark(ctx.household, *id);
        let mark = person::mark(mark, name, size::MARK);
        let says: Element<'a, Message> = if path::has_finished(records(ctx), *id, &guide.id) {
            interface(text::part_is_done(name)).width(Fill).into()
        } else if people.len() > 1 {
            secondary(text::my_part_is_done(&names::short(name)))
                .on_press(Message::Finish(*id))
                .into()
        } else {
            primary(text::FINISH_STEP)
                .on_press(Message::Finish(*id))
                .into()
        };
        row![mark, says].spacing(space::S12).align_y(Center).into()
    });
    body.push(Column::with_children(rows).spacing(space::S12))
        .push(whole(ctx))
        .max_width(size::MEASURE)
        .into()
}

/// The bowl of which the step is one break, where there is room for it.
fn whole<'a>(ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let is_room = ctx.width() >= Width::Wide && ctx.size.height >= layout::writing::HIGH_WINDOW;
    is_room.then(|| {
        let path = pieces::path(ctx);
        let bowl = pieces::bowl(ctx.theme, &path, None).width(layout::home::BOWL_OF_ONE);
        let done = path.done.iter().filter(|done| **done).count();
        pieces::picture(together::bowl(done), bowl.view())
    })
}

fn practice<'a>(guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let mut body = column![h2(text::END_OF_PRACTICE)];
    if gone_through(guide, ctx).is_some() {
        body = body
            .push(lead(text::DONE_TODAY).style(tone::soft))
            .spacing(space::S4);
    } else {
        let (word, person) = match ctx.me() {
            Some(me) => (text::I_DID_IT, me),
            None => (text::WE_DID_IT, super::sheet::author(ctx)),
        };
        body = body
            .push(lead(text::IF_DONE).style(tone::soft))
            .push(primary(word).on_press(Message::Finish(person)))
            .spacing(space::S16);
    }
    body.max_width(size::MEASURE).into()
}
