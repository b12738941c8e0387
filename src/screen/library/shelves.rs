//! The three ways to look: a need in plain words, a kind, a word.

use super::item::{self, Item, item};
use super::passage::passage;
use super::{Message, State};
use crate::content::REFLECTION;
use crate::content::schema::{Guide, GuideKind, Need};
use crate::content::search::{self, Hit, Rank};
use crate::domain::guides::Guides;
use crate::screen::{Ctx, Place};
use crate::text::library as text;
use crate::ui::access::{Live, Ring, Role, access, arrows};
use crate::ui::controls::{field, link, quiet, secondary};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, Width, radius, size, space};
use crate::ui::text::{h2, read, small, text as words, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Column, Element, Fill, FillPortion, Padding, Space, card, column, container, fonts, row,
};
use iced::widget::button;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The field one searches with.
pub(super) const FIELD: &str = "library/search";

/// How a heading and what stands under it share a wide page, as in the margin of an index.
const MARGIN: u16 = 4;
const ENTRIES: u16 = 13;

/// A heading with a sentence, and beside it what it is about.
fn part<'a>(
    title: &'a str,
    note: impl Into<Cow<'a, str>>,
    entries: Element<'a, Message>,
    ctx: &Ctx<'_>,
) -> Element<'a, Message> {
    let head = column![h2(title), small(note).style(tone::soft).width(Fill)].spacing(space::S4);
    if ctx.width() >= Width::Wide {
        row![
            container(head)
                .width(FillPortion(MARGIN))
                .padding(Padding::ZERO.top(space::S12).left(space::S12)),
            container(entries).width(FillPortion(ENTRIES)),
        ]
        .spacing(space::S32)
        .into()
    } else {
        // In line with the words of the rows below it.
        column![container(head).padding([0.0, space::S12]), entries]
            .spacing(space::S12)
            .into()
    }
}

/// Rows with hairlines between them.
fn ruled<'a>(
    name: impl Into<String>,
    rows: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let mut list = Column::new();
    for (i, row) in rows.into_iter().enumerate() {
        if i > 0 {
            list = list.push(container(card::rule()).padding([0.0, space::S12]));
        }
        list = list.push(row);
    }
    access(Role::List, list).name(name).into()
}

/// As [`ruled`], two beside each other.
fn in_pairs<'a>(
    name: impl Into<String>,
    rows: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let mut rows = rows.into_iter();
    let mut list = Column::new();
    let mut is_first = true;
    while let Some(left) = rows.next() {
        if !std::mem::take(&mut is_first) {
            list = list.push(container(card::rule()).padding([0.0, space::S12]));
        }
        let right = rows.next().unwrap_or_else(|| Space::new().into());
        let pair = row![
            container(left).width(FillPortion(1)),
            container(right).width(FillPortion(1))
        ];
        list = list.push(pair.spacing(space::S16));
    }
    access(Role::List, list).name(name).into()
}

pub(super) fn by_need<'a>(
    open: Option<&str>,
    known: &Guides,
    ctx: &Ctx<'a>,
) -> Element<'a, Message> {
    let needs = &ctx.library.needs;
    if needs.is_empty() {
        return read(text::NO_NEEDS).style(tone::soft).into();
    }
    let mut headings: Vec<&str> = needs.iter().map(|need| need.under.as_str()).collect();
    // Those of a pack that names no heading come last.
    headings.sort_by_key(|under| under.is_empty());
    let mut seen = BTreeSet::new();
    headings.retain(|under| seen.insert(*under));
    let rows_of = |under: &str| {
        let needs = needs.iter().filter(|need| need.under == under);
        let rows = needs.map(|need| one_need(need, open, known, ctx));
        rows.collect::<Vec<_>>()
    };
    if headings == [""] {
        let rows = ruled(text::NEED_TITLE, rows_of(""));
        return arrows(part(text::NEED_TITLE, text::NEED_NOTE, rows, ctx)).into();
    }
    let groups: Vec<_> = headings
        .into_iter()
        .map(|under| (under, rows_of(under)))
        .collect();
    let note = container(small(text::NEED_NOTE).style(tone::soft)).padding([0.0, space::S12]);
    let lines: Vec<usize> = groups.iter().map(|(_, rows)| rows.len()).collect();
    let mut sides = [Vec::new(), Vec::new()];
    let turns = if ctx.width() >= Width::Wide {
        turn_of_the_page(&lines)
    } else {
        lines.len()
    };
    for (i, (under, rows)) in groups.into_iter().enumerate() {
        let title = if under.is_empty() {
            text::NEED_OTHER
        } else {
            under
        };
        let head = container(h2(title)).padding([0.0, space::S12]);
        let group = column![head, ruled(title, rows)].spacing(space::S8);
        sides[usize::from(i >= turns)].push(Element::from(group));
    }
    let side = |groups| {
        Column::with_children(groups)
            .spacing(space::S32)
            .width(Fill)
    };
    let [left, right] = sides;
    let spread: Element<'a, Message> = if right.is_empty() {
        side(left).into()
    } else {
        row![side(left), side(right)].spacing(space::S24).into()
    };
    arrows(column![note, spread].spacing(space::S16)).into()
}

/// Where the second page of a spread begins, so that both are about as long; of each group the number of its lines.
fn turn_of_the_page(lines: &[usize]) -> usize {
    // A heading takes the room of a line.
    let room = |groups: &[usize]| groups.iter().map(|lines| lines + 1).sum::<usize>();
    let uneven = |at: &usize| {
        let (left, right) = lines.split_at(*at);
        room(left).abs_diff(room(right))
    };
    (1..=lines.len()).min_by_key(uneven).unwrap_or_default()
}

/// Parts with hairlines between them.
fn apart<'a>(parts: impl IntoIterator<Item = Element<'a, Message>>) -> Element<'a, Message> {
    let mut page = Column::new().spacing(space::S24);
    for (i, part) in parts.into_iter().enumerate() {
        if i > 0 {
            page = page.push(container(card::rule()).padding([0.0, space::S12]));
        }
        page = page.push(part);
    }
    page.into()
}

/// A need; and where it is open, what helps with it.
fn one_need<'a>(
    need: &'a Need,
    open: Option<&str>,
    known: &Guides,
    ctx: &Ctx<'a>,
) -> Element<'a, Message> {
    let is_open = open == Some(need.id.as_str());
    // A column also while it is shut: what is opened by a key keeps the focus.
    let line = column![line(&need.words, is_open, Message::Need(need.id.clone()))];
    if !is_open {
        return line.into();
    }
    let helps = |id: &String| {
        let why = need.why.get(id).map(|why| match ctx.library.guide(id) {
            Some(guide) => item::filled(guide, why, ctx),
            None => why.clone(),
        });
        Some(item(id, known, ctx)?.because(why))
    };
    let mut guides: Vec<Item<'a>> = need.guides.iter().filter_map(helps).collect();
    // What opens for who is here leads, in the order of the content.
    guides.sort_by_key(Item::is_shut);
    let help = need.help.then(item::help);
    let items = help.into_iter().chain(guides);
    let rows = items.map(|item| item.untested().row(ctx));
    let rows = container(ruled(need.words.as_str(), rows))
        .padding(Padding::ZERO.left(space::S24).bottom(space::S16));
    line.push(rows).into()
}

/// A need as somebody would say it.
fn line(need: &str, open: bool, message: Message) -> Element<'_, Message> {
    let italic = fonts::for_words(fonts::TITLE_ITALIC, need);
    let says = words(Type::H3, need).font(italic).width(Fill);
    let picture = if open {
        Icon::ChevronUp
    } else {
        Icon::ChevronDown
    };
    let face = row![says, icon(picture, size::ICON_LARGE).style(tone::soft)]
        .spacing(space::S16)
        .align_y(Center);
    let face = container(face).padding(space::S12).width(Fill);
    let row = button(face)
        .padding(0)
        .style(style::bare)
        .on_press(message.clone());
    access(Role::Button, row)
        .name(need)
        .expanded(open)
        .ring(Ring::On(radius::CONTROL))
        .on_activate(message)
        .into()
}

pub(super) fn by_kind<'a>(known: &Guides, ctx: &Ctx<'a>) -> Element<'a, Message> {
    type Holds = fn(&Guide) -> bool;
    let for_two = |guide: &Guide| guide.kind == GuideKind::Track && !guide.own_space;
    let kinds: [(&str, &str, Holds); 6] = [
        (text::STEPS, text::STEPS_NOTE, |g| {
            matches!(g.kind, GuideKind::Step(_))
        }),
        (text::PILLARS, text::PILLARS_NOTE, |g| {
            g.kind == GuideKind::Pillar
        }),
        (text::FOR_YOURSELF, text::FOR_YOURSELF_NOTE, |g| {
            g.kind == GuideKind::Track && g.own_space
        }),
        (text::FOR_TWO, text::FOR_TWO_NOTE, for_two),
        (text::PRACTICES, text::PRACTICES_NOTE, |g| {
            g.kind == GuideKind::Practice
        }),
        (text::READS, text::READS_NOTE, |g| g.kind == GuideKind::Read),
    ];
    // What most of a kind have in common is said once, beside its name.
    let for_two = match (ctx.me(), ctx.household.joined().count()) {
        (None, _) => None,
        (Some(_), 0 | 1) => Some(text::ALONE_TOO),
        (Some(_), _) => Some(text::WAITS_FOR_BOTH),
    };
    let mut parts: Vec<Element<'a, Message>> = Vec::new();
    for (title, note, holds) in kinds {
        let said_once = matches!(title, text::STEPS | text::PRACTICES);
        let note: Cow<'a, str> = match for_two {
            Some(more) if said_once => text::noted(note, more).into(),
            _ => note.into(),
        };
        let guides = ctx.library.guides.iter().filter(|guide| holds(guide));
        let one = |guide: &Guide| {
            let item = item(&guide.id, known, ctx)?;
            let item = match title {
                _ if said_once => item.told_above(),
                text::READS => item.in_brief(guide),
                _ => item,
            };
            Some(item.row(ctx))
        };
        let rows: Vec<_> = guides.filter_map(one).collect();
        if rows.is_empty() {
            continue;
        }
        let list = if title == text::READS && ctx.width() >= Width::Wide {
            in_pairs(title, rows)
        } else {
            ruled(title, rows)
        };
        let list: Element<'a, Message> = if title == text::PILLARS {
            let all = link(text::PILLARS_WEEK, Message::Go(Place::Pillars));
            column![list, container(all).padding([space::S8, space::S12])].into()
        } else {
            list
        };
        parts.push(part(title, note, list, ctx));
        if title == text::PILLARS
            && let Some(reflection) = item(REFLECTION, known, ctx)
        {
            let row = ruled(text::REFLECTION, [reflection.row(ctx)]);
            parts.push(part(text::REFLECTION, text::REFLECTION_NOTE, row, ctx));
        }
    }
    arrows(apart(parts)).into()
}

/// How many are shown before one asks for all: what is nearest comes first.
const NEAREST: usize = 10;

pub(super) fn search<'a>(state: &'a State, known: &Guides, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let input = field(text::FIELD, state.query.as_str())
        .placeholder(text::FIELD_HINT)
        .hint(text::FIELD_NOTE)
        .id(FIELD)
        .on_input(|typed| Message::Query(typed.into()))
        .on_submit(Message::ToFound);
    let input = container(Element::from(input)).padding([space::S8, space::S12]);
    let mut entries = column![input].spacing(space::S8);
    if !state.query.is_blank() {
        let partly = matches!(state.found.hits.first(), Some(hit) if hit.rank == Rank::Partly);
        let says = if partly {
            text::FOUND_PARTLY.to_owned()
        } else {
            text::found(state.found.hits.len())
        };
        let says = access(Role::Status, small(says).style(tone::soft).width(Fill));
        let says = container(says.live(Live::Polite)).padding([0.0, space::S12]);
        entries = entries.push(says);
        entries = if state.found.hits.is_empty() {
            entries.push(nothing(ctx))
        } else {
            entries.push(found(state, known, ctx))
        };
    }
    part(text::SEARCH, text::SEARCH_NOTE, arrows(entries).into(), ctx)
}

fn found<'a>(state: &'a State, known: &Guides, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let shown = if state.all_found {
        state.found.hits.len()
    } else {
        NEAREST
    };
    let row = |hit: &Hit| {
        let item = match hit.guide.as_str() {
            search::HELP => item::help(),
            id => item(id, known, ctx)?,
        };
        let sought = &state.found.words;
        Some(
            item.untested()
                .told_above()
                .found(passage(hit, ctx), sought, ctx),
        )
    };
    let rows: Vec<_> = state
        .found
        .hits
        .iter()
        .take(shown)
        .filter_map(row)
        .collect();
    let more = state.found.hits.len() > NEAREST;
    let fold = more.then(|| {
        let word = if state.all_found {
            text::SHOW_NEAREST
        } else {
            text::SHOW_ALL
        };
        let fold = quiet(word)
            .compact()
            .flush()
            .on_press(Message::AllFound(!state.all_found));
        container(Element::from(fold)).padding([space::S8, space::S12])
    });
    column![ruled(text::SEARCH, rows)].push(fold).into()
}

/// Nobody is left standing with an empty page.
fn nothing<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let need = secondary(text::LOOK_BY_NEED)
        .compact()
        .on_press(Message::Look(super::Way::Need));
    let kind = quiet(text::LOOK_BY_KIND)
        .compact()
        .on_press(Message::Look(super::Way::Kind));
    let ways = row![need, kind].spacing(space::S12).wrap();
    let ways = container(Element::from(ways)).padding([space::S8, space::S12]);
    let rule = container(card::rule()).padding([0.0, space::S12]);
    column![ways, rule, item::help().row(ctx)]
        .spacing(space::S8)
        .into()
}
