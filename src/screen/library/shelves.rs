//! The three ways to look: a need in plain words, a kind, a word.

use super::Message;
use super::item::{self, item};
use crate::content::REFLECTION;
use crate::content::schema::{Guide, GuideKind};
use crate::content::search::{self, Hit, Rank};
use crate::domain::Words;
use crate::domain::guides::Guides;
use crate::screen::{Ctx, Place};
use crate::text::library as text;
use crate::ui::access::{Live, Ring, Role, access};
use crate::ui::controls::{field, link};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, Width, radius, size, space};
use crate::ui::text::{h2, read, small, text as words, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Column, Element, Fill, FillPortion, Padding, card, column, container, fonts, row,
};
use iced::widget::button;

/// The field one searches with.
pub(super) const FIELD: &str = "library/search";

/// How a heading and what stands under it share a wide page, as in the margin of an index.
const MARGIN: u16 = 4;
const ENTRIES: u16 = 13;

/// A heading with a sentence, and beside it what it is about.
fn part<'a>(
    title: &'static str,
    note: &'static str,
    entries: Element<'a, Message>,
    ctx: &Ctx<'_>,
) -> Element<'a, Message> {
    let head = column![h2(title), small(note).style(tone::soft).width(Fill)].spacing(space::S4);
    if ctx.width() >= Width::Wide {
        row![
            container(head)
                .width(FillPortion(MARGIN))
                .padding(Padding::ZERO.top(space::S12)),
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
    name: &'static str,
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

pub(super) fn by_need<'a>(
    open: Option<&str>,
    known: &Guides,
    ctx: &Ctx<'a>,
) -> Element<'a, Message> {
    if ctx.library.needs.is_empty() {
        return read(text::NO_NEEDS).style(tone::soft).into();
    }
    let rows = ctx.library.needs.iter().map(|need| {
        let is_open = open == Some(need.id.as_str());
        let line = line(&need.words, is_open, Message::Need(need.id.clone()));
        if !is_open {
            return line;
        }
        let help = need.help.then(item::help);
        let guides = need.guides.iter().filter_map(|id| item(id, known, ctx));
        let guides = help
            .into_iter()
            .chain(guides)
            .map(|item| item.row(None, ctx));
        let guides = container(ruled(text::NEEDS, guides))
            .padding(Padding::ZERO.left(space::S24).bottom(space::S16));
        column![line, guides].into()
    });
    part(
        text::NEED_TITLE,
        text::NEED_NOTE,
        ruled(text::NEEDS, rows),
        ctx,
    )
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
    let mut parts: Vec<Element<'a, Message>> = Vec::new();
    for (title, note, holds) in kinds {
        let guides = ctx.library.guides.iter().filter(|guide| holds(guide));
        let mut rows: Vec<_> = guides
            .filter_map(|guide| item(&guide.id, known, ctx))
            .map(|item| {
                if title == text::STEPS {
                    item.told_above()
                } else {
                    item
                }
            })
            .map(|item| item.row(None, ctx))
            .collect();
        if title == text::PILLARS {
            let all = link(text::PILLARS_WEEK, Message::Go(Place::Pillars));
            rows.push(container(all).padding([space::S8, space::S12]).into());
        }
        if !rows.is_empty() {
            parts.push(part(title, note, ruled(title, rows), ctx));
        }
        if title == text::PILLARS
            && let Some(reflection) = item(REFLECTION, known, ctx)
        {
            let row = ruled(text::REFLECTION, [reflection.row(None, ctx)]);
            parts.push(part(text::REFLECTION, text::REFLECTION_NOTE, row, ctx));
        }
    }
    let mut page = Column::new().spacing(space::S24);
    for (i, part) in parts.into_iter().enumerate() {
        if i > 0 {
            page = page.push(card::rule());
        }
        page = page.push(part);
    }
    page.into()
}

/// The sentence it was found in, and the page that sentence stands on; nothing where the row says it anyway.
fn said<'a>(hit: Hit, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let guide = ctx.library.guide(&hit.guide);
    let in_summary = guide.is_some_and(|guide| guide.summary.contains(&hit.excerpt));
    if hit.rank == Rank::Title || hit.excerpt.is_empty() || in_summary {
        return None;
    }
    let excerpt = match guide {
        Some(guide) => item::filled(guide, &hit.excerpt, ctx),
        None => hit.excerpt,
    };
    let page = hit
        .page
        .map(|page| small(text::on_page(&page)).style(tone::soft).width(Fill));
    Some(column![read(excerpt).width(Fill)].push(page).into())
}

pub(super) fn search<'a>(query: &'a Words, known: &Guides, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let input = field(text::FIELD, query.as_str())
        .placeholder(text::FIELD_HINT)
        .id(FIELD)
        .on_input(|typed| Message::Query(typed.into()));
    let mut entries = column![container(Element::from(input)).padding([space::S8, space::S12])]
        .spacing(space::S8);
    if !query.is_blank() {
        let hits = search::find(ctx.library, query);
        let rows: Vec<_> = hits
            .into_iter()
            .filter_map(|hit| {
                let item = match hit.guide.as_str() {
                    search::HELP => item::help(),
                    id => item(id, known, ctx)?,
                };
                Some(item.row(said(hit, ctx), ctx))
            })
            .collect();
        let says = small(text::found(rows.len())).style(tone::soft);
        let says = access(Role::Status, says).live(Live::Polite);
        entries = entries
            .push(container(says).padding([0.0, space::S12]))
            .push(ruled(text::SEARCH, rows));
    }
    part(text::SEARCH, text::SEARCH_NOTE, entries.into(), ctx)
}
