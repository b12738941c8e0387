//! The three pillars: where each stands in one's own eyes, week by week, and what was noticed in the other.
//!
//! Promises (CARE.md, safety rule 11 and the row on scores): one who is here alone sees their own words; two see only what each
//! chose to show, and a week that was not shown looks like one that was not looked at. Nothing is counted.

mod weeks;

use super::{Action, Ctx, Here, Never, Place, Screen, pieces};
use crate::content::schema::Pillar;
use crate::domain::pillars::{self, NoticedView};
use crate::domain::{Person, PersonId, Week};
use crate::text::pillars as text;
use crate::ui::access::{Role, access};
use crate::ui::card::{rule, rule_down};
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, h2, italic, lead, own_title, read, small, strong, tone};
use crate::ui::{
    Column, Container, Element, Fill, Padding, Row, Shrink, column, container, person, row,
};

/// How many moments stand there at first.
const MOMENTS: usize = 6;

#[derive(Debug)]
pub struct State {
    /// Whose weeks are shown: the index of a pillar.
    pillar: usize,
    /// As the person chose; otherwise by the room there is.
    words_only: Option<bool>,
    week: Option<Week>,
    all_moments: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    /// Look at this week, for the pillar of this id.
    Look(String),
    /// Show the weeks of the pillar with this index.
    Pillar(usize),
    WordsOnly(bool),
    Week(Week),
    AllMoments,
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        Self {
            pillar: weeks::liveliest(ctx),
            words_only: None,
            week: None,
            all_moments: false,
        }
    }
}

/// Whose weeks may be seen here.
fn seen<'a>(ctx: &Ctx<'a>) -> Vec<&'a Person> {
    match ctx.here {
        Here::One(me) => ctx.household.person(me).into_iter().collect(),
        Here::Both => ctx.household.joined().collect(),
        Here::Nobody => Vec::new(),
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::Look(pillar) => return Action::Go(Place::Guide(pillar)),
            Message::Pillar(at) => {
                self.pillar = at;
                self.week = None;
            }
            Message::WordsOnly(on) => self.words_only = Some(on),
            Message::Week(week) => self.week = Some(week),
            Message::AllMoments => self.all_moments = true,
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let says = if ctx.me().is_some() {
            text::MY_LEAD
        } else {
            text::LEAD
        };
        let mut page = column![
            column![h1(text::TITLE), lead(says).style(tone::soft)],
            rule(),
            three(ctx),
            rule(),
        ]
        .spacing(space::S24);
        if let Some(pillar) = ctx.library.pillars.get(self.pillar) {
            page = page
                .push(self.weeks(ctx, pillar))
                .push(rule())
                .push(self.moments(ctx))
                .push(rule())
                .push(
                    small(pieces::evidence(
                        pillar.evidence,
                        &pillar.sources,
                        ctx.library,
                    ))
                    .style(tone::soft),
                );
        }
        pieces::sheet(ctx, page)
    }
}

/// The pillars beside each other: what each means, how this week stands, and the way to look at it.
fn three<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let all = || ctx.library.pillars.iter();
    if ctx.width() < Width::Compact {
        let rows =
            all().map(|pillar| column![meaning(pillar), ordinary_day(pillar), look(ctx, pillar)]);
        return ruled(rows.map(|row| row.spacing(space::S12))).into();
    }
    // Three rows, so that all that is alike stands on one line however long the words above are.
    let meanings = all().map(|pillar| container(meaning(pillar)));
    let days =
        all().map(|pillar| container(ordinary_day(pillar)).padding(Padding::ZERO.top(space::S16)));
    let looks =
        all().map(|pillar| container(look(ctx, pillar)).padding(Padding::ZERO.top(space::S16)));
    column![beside(meanings), beside(days), beside(looks)].into()
}

fn ruled<'a>(rows: impl Iterator<Item = Column<'a, Message>>) -> Column<'a, Message> {
    let mut list = Column::new().spacing(space::S24);
    for (i, row) in rows.enumerate() {
        if i > 0 {
            list = list.push(rule());
        }
        list = list.push(row);
    }
    list
}

fn beside<'a>(parts: impl Iterator<Item = Container<'a, Message>>) -> Row<'a, Message> {
    let mut line = Row::new().spacing(space::S24).height(Shrink);
    for (i, part) in parts.enumerate() {
        if i > 0 {
            line = line.push(rule_down());
        }
        line = line.push(part.width(Fill));
    }
    line
}

fn meaning<'a>(pillar: &'a Pillar) -> Element<'a, Message> {
    column![
        own_title(3, Type::H3, pillar.name.as_str()),
        read(pillar.meaning.as_str()).width(Fill)
    ]
    .spacing(space::S4)
    .into()
}

/// What it looks like on an ordinary day.
fn ordinary_day<'a>(pillar: &'a Pillar) -> Element<'a, Message> {
    let moments = pillar.ordinary_day.iter().map(|moment| {
        let moment = read(moment.as_str()).style(tone::soft).width(Fill);
        access(Role::ListItem, container(moment)).into()
    });
    let moments = Column::with_children(moments).spacing(space::S8);
    let list = access(Role::List, moments).name(text::ordinary_day(&pillar.name));
    column![strong(text::ORDINARY_DAY), list]
        .spacing(space::S8)
        .into()
}

fn look<'a>(ctx: &Ctx<'a>, pillar: &'a Pillar) -> Element<'a, Message> {
    let look = secondary(text::LOOK)
        .name(text::look_named(&pillar.name))
        .on_press(Message::Look(pillar.id.clone()));
    column![this_week(ctx, pillar), look]
        .spacing(space::S12)
        .into()
}

/// How this week stands, in words.
fn this_week<'a>(ctx: &Ctx<'a>, pillar: &Pillar) -> Element<'a, Message> {
    let week = Week::of(ctx.today());
    let look = |id: PersonId| pillars::look_in(ctx.own, ctx.shared, id, &pillar.id, week);
    let Some(me) = ctx.me() else {
        let shown: Vec<String> = seen(ctx)
            .into_iter()
            .filter(|person| look(person.id).is_some())
            .map(|person| super::names::short(&person.name))
            .collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        let picture = if shown.is_empty() {
            Icon::Circle
        } else {
            Icon::Users
        };
        return pieces::sign(picture, text::shown_by(&shown), tone::soft);
    };
    match look(me).map(|look| look.level.and_then(|level| weeks::word(pillar, level))) {
        Some(Some(word)) => pieces::sign(Icon::Check, text::this_week(word), tone::glaze),
        Some(None) => pieces::sign(Icon::Check, text::LOOKED, tone::glaze),
        None => pieces::sign(Icon::Circle, text::NOT_LOOKED, tone::soft),
    }
}

impl State {
    fn moments<'a>(&self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let found = pillars::noticed(ctx.own.iter().chain(ctx.shared), ctx.household);
        let says = if ctx.me().is_some() {
            text::MY_MOMENTS_LEAD
        } else {
            text::MOMENTS_LEAD
        };
        let head = column![h2(text::MOMENTS), read(says).style(tone::soft)];
        if found.is_empty() {
            let none = read(text::NO_MOMENTS).style(tone::soft);
            return column![head, none].spacing(space::S16).into();
        }
        let shown = if self.all_moments {
            found.len()
        } else {
            MOMENTS
        };
        let rows = found.iter().take(shown).map(|moment| noticed(ctx, moment));
        let list =
            access(Role::List, Column::with_children(rows).spacing(space::S24)).name(text::MOMENTS);
        let mut part = column![head, list].spacing(space::S16);
        if found.len() > shown {
            part = part.push(
                quiet(text::ALL_MOMENTS)
                    .flush()
                    .on_press(Message::AllMoments),
            );
        }
        part.into()
    }
}

fn noticed<'a>(ctx: &Ctx<'a>, moment: &NoticedView) -> Element<'a, Message> {
    let name = ctx.name(moment.by);
    let mark = super::names::mark(ctx.household, moment.by);
    let about = moment.about.map(|id| ctx.name(id));
    let pillar = ctx.library.pillars.iter().find(|p| p.id == moment.pillar);
    let pillar = pillar.map_or(moment.pillar.as_str(), |p| p.name.as_str());
    let words = column![
        strong(text::noticed_in(name, about)),
        small(text::noticed_when(pillar, moment.on)).style(tone::soft),
        italic(moment.words.to_string()).width(Fill)
    ]
    .spacing(space::S4)
    .width(Fill)
    .max_width(size::MEASURE);
    let row = row![person::mark(mark, name, size::MARK), words].spacing(space::S16);
    access(Role::ListItem, container(row)).into()
}
