//! The ten steps: where each stands, and a way into any of them.

use super::{Action, Ctx, Here, Never, Place, Screen, names, pieces};
use crate::content::schema::Guide;
use crate::domain::path::{PathView, StepState};
use crate::domain::{Kind, PersonId};
use crate::text::{common, steps as text, together};
use crate::ui::access::{Role, access};
use crate::ui::controls::{Button, primary, secondary};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::seam::{self, NodeState};
use crate::ui::text::{h1, lead, own_title, read, small, text as words, tone};
use crate::ui::{
    Alignment, Center, Column, Element, Fill, Padding, Row, card, column, container, fonts, row,
};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    /// Open the guide with this id.
    Open(String),
    Saved,
    NotSaved,
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::Open(guide) => Action::Go(Place::Guide(guide)),
            Message::Saved | Message::NotSaved => Action::None,
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let steps: Vec<(u8, &Guide)> = (1..=10)
            .filter_map(|number| Some((number, ctx.library.step(number)?)))
            .collect();
        let path = pieces::path(ctx);
        let nodes: Vec<NodeState> = steps.iter().map(|(n, _)| node(&path, *n)).collect();
        let line =
            access(Role::Image, seam::path_line(ctx.theme.into(), &nodes, SEED)).name(text::LINE);
        let mut head = column![
            h1(common::THE_TEN_STEPS),
            lead(text::LEAD).style(tone::soft)
        ];
        if ctx.household.people.len() > 1 {
            head = head.push(lead(text::NEEDS_BOTH).style(tone::soft));
        }
        // One that stands far down the list can be opened from above it.
        let far = path.next.filter(|next| *next > IN_SIGHT);
        let next = steps.iter().find(|(number, _)| far == Some(*number));
        if let Some((number, guide)) = next {
            let go_on = primary(text::go_on(*number))
                .name(text::go_on_named(*number, &guide.title))
                .on_press(Message::Open(guide.id.clone()));
            head = if ctx.width() == Width::Narrow {
                head.push(container(go_on).padding(Padding::ZERO.top(space::S16)))
            } else {
                // Over the buttons of the list.
                let beside = row![head.width(Fill), Element::from(go_on)];
                column![beside.spacing(space::S24).align_y(Alignment::End)]
            };
        }
        let rows = steps
            .into_iter()
            .map(|(number, guide)| step((number, guide), &path, far.is_some(), ctx));
        let list = access(Role::List, Column::with_children(rows)).name(text::LIST);
        let page = column![head, line, list].spacing(space::S24);
        pieces::sheet(ctx, page)
    }
}

/// So many steps are seen without scrolling.
const IN_SIGHT: u8 = 2;

/// The line runs the same way every time.
const SEED: u32 = 10;

fn index(number: u8) -> usize {
    usize::from(number.saturating_sub(1))
}

fn node(path: &PathView, number: u8) -> NodeState {
    if path.done.get(index(number)) == Some(&true) {
        NodeState::Done
    } else if path.next == Some(number) {
        NodeState::Current
    } else {
        NodeState::Later
    }
}

/// Where a step stands, in words.
fn state_of(number: u8, guide: &Guide, path: &PathView, ctx: &Ctx<'_>) -> String {
    match path.states.get(index(number)).copied().unwrap_or_default() {
        StepState::Done => text::SET_IN_GOLD.to_owned(),
        StepState::FinishedBy(person) => text::part_done(ctx.name(person)),
        StepState::Begun => match begun_by(guide, ctx) {
            Some(person) => text::begun_by(ctx.name(person)),
            None => text::BEGUN.to_owned(),
        },
        StepState::NotBegun if path.next == Some(number) => text::NEXT.to_owned(),
        StepState::NotBegun => text::WHENEVER.to_owned(),
    }
}

/// The only one of two who has begun it.
fn begun_by(guide: &Guide, ctx: &Ctx<'_>) -> Option<PersonId> {
    let mut by = ctx
        .shared
        .iter()
        .filter(|r| matches!(&r.what, Kind::Place(place) if place.guide == guide.id))
        .map(|r| r.by);
    let first = by.next()?;
    (ctx.here == Here::Both && by.all(|other| other == first)).then_some(first)
}

fn step<'a>(
    (number, guide): (u8, &'a Guide),
    path: &PathView,
    above: bool,
    ctx: &Ctx<'a>,
) -> Element<'a, Message> {
    let stands = node(path, number);
    let figure = words(Type::H3, number.to_string()).font(fonts::TITLE);
    let figure = match stands {
        NodeState::Done => figure.style(tone::gold),
        NodeState::Current | NodeState::Later => figure.style(tone::soft),
    };
    let figure = container(figure).width(size::MARK_LARGE);

    let state = small(state_of(number, guide, path, ctx)).font(fonts::SANS_SEMIBOLD);
    let state: Element<'a, Message> = match stands {
        NodeState::Done => row![
            icon(Icon::Check, size::ICON_SMALL).style(tone::gold),
            state.style(tone::gold)
        ]
        .spacing(space::S8)
        .align_y(Center)
        .into(),
        NodeState::Current => state.style(tone::glaze).into(),
        NodeState::Later => state.style(tone::soft).into(),
    };
    let minutes = small(text::allow(guide.minutes)).style(tone::soft);
    let facts = Row::new()
        .push(state)
        .push(minutes)
        .spacing(space::S16)
        .align_y(Center)
        .wrap()
        .vertical_spacing(space::S4);
    let evidence = small(pieces::evidence(
        guide.evidence,
        &guide.sources,
        ctx.library,
    ))
    .style(tone::soft);
    let what = column![
        own_title(3, Type::H3, guide.title.as_str()),
        read(names::summary(guide, ctx)).width(Fill),
        facts,
        evidence
    ]
    .spacing(space::S4)
    .width(Fill)
    .max_width(size::MEASURE);

    let open = Message::Open(guide.id.clone());
    let button: Button<'a, Message> = if stands == NodeState::Current && !above {
        primary(together::open_step(number))
    } else {
        secondary(together::open_step(number))
    };
    let button = button
        .name(text::open_named(number, &guide.title))
        .on_press(open);
    let row: Element<'a, Message> = if ctx.width() == Width::Narrow {
        let what = what.push(container(button).padding(Padding::ZERO.top(space::S8)));
        row![figure, what].spacing(space::S8).into()
    } else {
        let what = container(what).width(Fill);
        row![figure, what, button].spacing(space::S24).into()
    };
    let row = container(row).padding([space::S24, 0.0]).width(Fill);
    access(Role::ListItem, column![card::rule(), row]).into()
}
