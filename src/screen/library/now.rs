//! What was begun and not finished, and one thing that may help now.

use super::{Message, State, item};
use crate::content::schema::Guide;
use crate::content::suggest::{self, Reason};
use crate::content::walk;
use crate::domain::Week;
use crate::domain::guides::{Guides, Stands};
use crate::screen::{Ctx, Place, names};
use crate::text::library as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::{primary, quiet, secondary};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h_label, own_title, read, small, tone};
use crate::ui::{
    Center, Column, Element, Fill, FillPortion, Padding, Row, card, column, container, row,
};

/// How many are shown before one asks for all.
const LATEST: usize = 2;
/// How the two share a wide page.
const STOPPED: u16 = 7;
const SUGGESTED: u16 = 5;

/// What stands above the shelf, and what stands below it; nothing at all where nothing was begun and nothing fits.
pub(super) struct Now<'a> {
    pub(super) above: Option<Element<'a, Message>>,
    pub(super) below: Option<Element<'a, Message>>,
}

pub(super) fn now<'a>(state: &State, known: &Guides, ctx: &Ctx<'a>) -> Now<'a> {
    let stopped = stopped(state.all_begun, known, ctx);
    let wide = ctx.width() >= Width::Wide;
    let suggested = suggestion(ctx).filter(|_| !state.put_away).map(|found| {
        let in_one_line = ctx.width() > Width::Narrow && (stopped.is_none() || !wide);
        suggested(found, in_one_line)
    });
    let (above, below): (Option<Element<'a, Message>>, _) = match (stopped, suggested) {
        (None, suggested) => (suggested, None),
        (Some(stopped), None) => (
            Some(container(stopped).max_width(size::MEASURE).into()),
            None,
        ),
        (Some(stopped), Some(suggested)) if wide => {
            let both = row![
                container(stopped).width(FillPortion(STOPPED)),
                card::rule_down(),
                container(suggested).width(FillPortion(SUGGESTED)),
            ];
            let both = both.spacing(space::S32).height(crate::ui::Shrink);
            (Some(both.into()), None)
        }
        // In a small window the two would push everything else out of it.
        (Some(stopped), Some(suggested)) => (Some(stopped), Some(suggested)),
    };
    let ruled = |part| -> Element<'a, Message> {
        let part = container(part).padding(Padding::from([space::S24, 0.0]).bottom(space::S8));
        column![card::rule(), part].into()
    };
    Now {
        above: above.map(ruled),
        below: below.map(ruled),
    }
}

fn stopped<'a>(all: bool, known: &Guides, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let open: Vec<(&Guide, &Stands, Place)> = known
        .open()
        .filter_map(|(id, stands)| {
            let guide = ctx.library.guide(id)?;
            match item::way_in(guide, ctx) {
                item::WayIn::Open(place) | item::WayIn::Partly(place, _) => {
                    Some((guide, stands, place))
                }
                item::WayIn::Shut(_) => None,
            }
        })
        .collect();
    let more = open.len() > LATEST;
    let shown = if all { open.len() } else { LATEST };
    let rows = open
        .iter()
        .take(shown)
        .enumerate()
        .map(|(i, (guide, stands, place))| {
            let button = if i == 0 {
                primary(text::GO_ON)
            } else {
                secondary(text::GO_ON)
            };
            let button = button
                .compact()
                .name(text::go_on_with(&guide.title))
                .on_press(Message::Go(place.clone()));
            let says = column![
                own_title(3, Type::H3, guide.title.as_str()),
                read(where_to(guide, stands, ctx))
                    .style(tone::soft)
                    .width(Fill)
            ]
            .width(Fill);
            let line = row![says, button].spacing(space::S24).align_y(Center);
            access(Role::ListItem, line).into()
        });
    let list = Column::with_children(rows).spacing(space::S16);
    let list = access(Role::List, list).name(text::STOPPED);
    let fold = more.then(|| {
        let word = if all {
            text::SHOW_FEWER
        } else {
            text::SHOW_ALL
        };
        quiet(word)
            .compact()
            .flush()
            .on_press(Message::AllBegun(!all))
    });
    let part = column![h_label(text::STOPPED), list].push(fold);
    (!open.is_empty()).then(|| part.spacing(space::S4).into())
}

fn where_to(guide: &Guide, stands: &Stands, ctx: &Ctx<'_>) -> String {
    match stands {
        Stands::Begun { page } => {
            // A page for the two is none that one alone comes back to.
            let turns = names::sitting(ctx).map_or(Vec::new(), |s| walk::turns(guide, s));
            let mut pages = turns.iter().filter_map(|turn| guide.pages.get(turn.page));
            match pages.find(|p| p.id == *page) {
                Some(page) => text::at_page(&page.title),
                None => text::AT_A_PAGE.to_owned(),
            }
        }
        Stands::FinishedBy(person) => text::part_done(&names::short(ctx.name(*person))),
        Stands::Finished { .. } => String::new(),
    }
}

/// What the rule says may help now, with its reason.
pub(super) fn suggestion<'a>(ctx: &Ctx<'a>) -> Option<(&'a Guide, Reason)> {
    let records = ctx.own.iter().chain(ctx.shared);
    let sitting = names::sitting(ctx)?;
    let week = Week::of(ctx.today());
    let (id, reason) = suggest::suggest(records, ctx.household, ctx.library, sitting, week)?;
    Some((ctx.library.guide(&id)?, reason))
}

fn suggested<'a>((guide, reason): (&'a Guide, Reason), in_one_line: bool) -> Element<'a, Message> {
    let why = match reason {
        Reason::AtStep(step) => text::at_step(step),
        Reason::NextStep(step) => text::next_step(step),
        Reason::ThisWeek => text::THIS_WEEK.to_owned(),
        Reason::StepDone(step) => text::step_done(step),
    };
    let open = secondary(text::OPEN_IT)
        .compact()
        .name(text::open_named(&guide.title))
        .on_press(Message::Go(Place::Guide(guide.id.clone())));
    let not_now = quiet(text::NOT_NOW)
        .compact()
        .name(text::not_now_named(&guide.title))
        .on_press(Message::NotNow);
    let about = text::kind_and_time(&item::kind(guide.kind), guide.minutes);
    let words = column![
        h_label(text::SUGGESTED),
        own_title(3, Type::H3, guide.title.as_str()),
        read(why).style(tone::soft).width(Fill),
        small(about).style(tone::soft).width(Fill),
    ]
    .spacing(space::S4)
    .max_width(size::MEASURE);
    let buttons = Row::new().push(open).push(not_now).spacing(space::S12);
    if in_one_line {
        let words = container(words).width(Fill);
        row![words, buttons]
            .spacing(space::S24)
            .align_y(Center)
            .into()
    } else {
        column![words, buttons].spacing(space::S12).into()
    }
}
