//! The weeks of one pillar: a line for whoever may be seen here, or the same in words only.

use super::{Message, State, seen};
use crate::content::schema::Pillar;
use crate::domain::Week;
use crate::domain::pillars;
use crate::domain::record::Level;
use crate::screen::{Ctx, names};
use crate::text::pillars as text;
use crate::ui::chart::{Chart, Line, Point, Week as Column};
use crate::ui::controls::{Segment, segments};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::scale::{Width, space};
use crate::ui::text::{h2, read, tone};
use crate::ui::{Center, Element, Fill, card, column, container, notice, row};

/// How far back the weeks go, and how far where there is much room.
const WEEKS: usize = 12;
const WEEKS_LARGE: usize = 24;

/// The word of a pillar for a level, or nothing where there is none to say.
pub(super) fn word(pillar: &Pillar, level: Level) -> Option<&str> {
    let at = Level::FIVE.iter().position(|known| *known == level)?;
    pillar.words.get(at).map(String::as_str)
}

/// The first of the pillars whose last word is the newest, so that the page opens on weeks with words in them.
pub(super) fn liveliest(ctx: &Ctx<'_>) -> usize {
    let people = seen(ctx);
    let newest = |pillar: &Pillar| {
        let looks = people
            .iter()
            .flat_map(|person| pillars::looks(ctx.own, ctx.shared, person.id, &pillar.id));
        looks
            .filter(|look| look.level.is_some())
            .map(|look| look.on)
            .max()
    };
    let all = ctx.library.pillars.iter().map(newest).enumerate();
    all.max_by_key(|(at, newest)| (*newest, std::cmp::Reverse(*at)))
        .map_or(0, |(at, _)| at)
}

fn weeks(ctx: &Ctx<'_>) -> Vec<Week> {
    let count = if ctx.width() == Width::Large {
        WEEKS_LARGE
    } else {
        WEEKS
    };
    let this = Week::of(ctx.today());
    let mut weeks: Vec<Week> = std::iter::successors(Some(this), |week| Some(week.previous()))
        .take(count)
        .collect();
    weeks.reverse();
    weeks
}

fn chart<'a>(ctx: &Ctx<'a>, pillar: &'a Pillar, weeks: &[Week]) -> Chart<'a> {
    let this = Week::of(ctx.today());
    let people = seen(ctx);
    let lines = people.iter().map(|person| {
        let points = pillars::line(
            ctx.own,
            ctx.shared,
            person.id,
            &pillar.id,
            this,
            weeks.len(),
        );
        let points = points.into_iter().map(|point| Point {
            level: (0u8..)
                .zip(Level::FIVE)
                .find_map(|(at, known)| (point.level == Some(known)).then_some(at)),
            note: point.note.map(|note| note.to_string().into()),
        });
        Line {
            mark: names::mark(ctx.household, person.id),
            name: person.name.as_str().into(),
            points: points.collect(),
        }
    });
    let called: Vec<&str> = people.iter().map(|p| p.name.as_str()).collect();
    Chart {
        name: text::chart(&pillar.name).into(),
        about: text::chart_about(&called, weeks.len()).into(),
        words: pillar.words.each_ref().map(String::as_str),
        gap: if ctx.me().is_some() {
            text::MY_GAP
        } else {
            text::GAP
        },
        weeks: weeks
            .iter()
            .map(|week| Column {
                short: text::week_short(week.monday()),
                name: text::week_name(week.monday(), week.sunday()),
            })
            .collect(),
        lines: lines.collect(),
    }
}

impl State {
    pub(super) fn weeks<'a>(&self, ctx: &Ctx<'a>, pillar: &'a Pillar) -> Element<'a, Message> {
        let width = ctx.width();
        let weeks = weeks(ctx);
        let chart = chart(ctx, pillar, &weeks);
        let words_only = self.words_only.unwrap_or(width == Width::Narrow);
        let head = self.choices(ctx, words_only);
        let alone = ctx.me().is_some();
        if chart.is_empty() && !has_moments(&chart) {
            let none = if alone {
                text::no_words(&pillar.name)
            } else {
                text::none_shown(&pillar.name)
            };
            let none = card::well(read(none).style(tone::soft)).width(Fill);
            return column![head, none].spacing(space::S24).into();
        }
        let body: Element<'a, Message> = if words_only {
            chart.table(width)
        } else {
            let chosen = self
                .week
                .and_then(|week| weeks.iter().position(|other| *other == week))
                .unwrap_or_else(|| chart.newest());
            let called = weeks.clone();
            let this = Week::of(ctx.today());
            let drawn = chart.drawn(*ctx.theme, width, chosen, move |at| {
                Message::Week(called.get(at).copied().unwrap_or(this))
            });
            let week = chart.week(text::CHOSEN_WEEK, chosen, width);
            column![drawn, week].spacing(space::S24).into()
        };
        let (picture, gaps) = if alone {
            (Icon::Lock, text::MY_GAPS)
        } else {
            (Icon::Users, text::GAPS)
        };
        column![head, body, notice::aside(picture, gaps)]
            .spacing(space::S24)
            .into()
    }

    fn choices<'a>(&self, ctx: &Ctx<'a>, words_only: bool) -> Element<'a, Message> {
        let names = ctx.library.pillars.iter().enumerate();
        let names = segments(
            text::WHICH_PILLAR,
            names.map(|(at, pillar)| Segment::new(at, pillar.name.as_str())),
            Some(self.pillar),
            Message::Pillar,
        );
        let ways = segments(
            text::HOW_SHOWN,
            [
                Segment::new(false, text::LINES),
                Segment::new(true, text::WORDS_ONLY),
            ],
            Some(words_only),
            Message::WordsOnly,
        );
        if ctx.width() == Width::Narrow {
            let names = container(names).max_width(layout::pillars::NAMES);
            let ways = container(ways).max_width(layout::pillars::WAYS);
            return column![h2(text::WEEK_BY_WEEK), names, ways]
                .spacing(space::S16)
                .into();
        }
        let names = container(names).width(layout::pillars::NAMES);
        let ways = container(ways).width(layout::pillars::WAYS);
        let title = h2(text::WEEK_BY_WEEK);
        let title = container(title).width(Fill);
        if ctx.width() >= Width::Wide {
            row![title, names, ways]
                .spacing(space::S24)
                .align_y(Center)
                .into()
        } else {
            let apart = container(ways).align_right(Fill);
            column![title, row![names, apart]]
                .spacing(space::S16)
                .into()
        }
    }
}

fn has_moments(chart: &Chart<'_>) -> bool {
    let mut points = chart.lines.iter().flat_map(|line| &line.points);
    points.any(|point| point.note.is_some())
}
