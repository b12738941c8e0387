//! How a page of a guide looks: rail, page, phrases beside it, and the way on below.

use super::block::{Side, Touch};
use super::sheet::Sheet;
use super::{Face, Message, State, earlier, end};
use crate::content::schema::{Guide, GuideKind, Keep, Whose};
use crate::content::walk::Turn;
use crate::domain::{Part, PersonId};
use crate::screen::{Ctx, Here, Saving};
use crate::screen::{names, pieces};
use crate::text::guide::RailState;
use crate::text::{common, dates, guide as text};
use crate::ui::access::{Role, access, keyed};
use crate::ui::controls::{Segment, primary, secondary, segments};
use crate::ui::direction::toward;
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::seam::{self, NodeState};
use crate::ui::text::{h1, h2, heading, interface, lead, read, small, strong, text as words, tone};
use crate::ui::{
    Center, Column, Element, Fill, FillPortion, Padding, Row, Space, card, column, container,
    fonts, notice, person, row,
};

/// The shares of the width of rail, page and what stands beside it.
const RAIL: u16 = 4;
const PAGE: u16 = 11;
const ASIDE: u16 = 5;

pub(super) fn view<'a>(state: &'a State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let width = ctx.width();
    let right_to_left = ctx.library.right_to_left(&guide.id);
    let body = if width == Width::Narrow {
        face(state, guide, ctx)
    } else {
        beside(rail(state, guide, ctx), face(state, guide, ctx), width)
    };
    let margin = width.margin();
    // The interface's own sentences in there are turned back, see `own_way`.
    let mut page = column![
        toward(right_to_left, across_page(head(state, guide, ctx))),
        toward(right_to_left, body)
    ]
    .spacing(space::S24)
    .max_width(size::PAGE);
    // Where the window is small it comes last.
    if width == Width::Narrow && begins_or_ends(state) {
        page = page.push(evidence(guide, ctx));
    }
    let page = container(page)
        .center_x(Fill)
        .padding(Padding::from([space::S8, margin]).bottom(space::S24));
    // A page of its own to the toolkit too: neither scrolling nor caret nor focus carries over from the one before.
    let serial = match &state.face {
        Face::Page(sheet) => u64::from(sheet.serial) + 1,
        Face::Been(_) | Face::Waiting(_) | Face::Sealed(_) | Face::End => 0,
    };
    let page = pieces::scrolled(ctx, page);
    let page = keyed([(serial, page.into())], space::S4);
    column![container(page).height(Fill), foot(state, guide, ctx)].into()
}

/// The rail and what stands at its right: the page above, and below it the way on.
fn beside<'a>(
    rail: impl Into<Element<'a, Message>>,
    page: impl Into<Element<'a, Message>>,
    width: Width,
) -> Element<'a, Message> {
    let (share, gap) = if width >= Width::Wide {
        (PAGE + ASIDE, space::S48)
    } else {
        (PAGE, space::S32)
    };
    row![
        container(rail).width(FillPortion(RAIL)),
        container(page).width(FillPortion(share)),
    ]
    .spacing(gap)
    .into()
}

/// What a block shows over the whole window while it is being done.
pub(super) fn stage<'a>(
    state: &'a State,
    guide: &'a Guide,
    ctx: &Ctx<'a>,
) -> Option<Element<'a, Message>> {
    let Face::Page(sheet) = &state.face else {
        return None;
    };
    let serial = sheet.serial;
    sheet.blocks().find_map(|(i, block)| {
        let stage = block.stage(&sheet.scene(guide, ctx, i))?;
        Some(stage.map(move |touch: Touch| Message::Touch(serial, i, touch)))
    })
}

/// What kind of guide it is, before its title; where it begins and ends, also how well it is tested and who said it.
fn head<'a>(state: &State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let kind = small(kind(guide)).font(fonts::SANS_SEMIBOLD);
    let mut says = Row::new().push(kind.style(tone::soft)).spacing(space::S16);
    let mut head = Column::new();
    if ctx.width() == Width::Narrow {
        head = head.push(says);
        return head.push(heading(1, Type::H2, guide.title.as_str())).into();
    }
    if begins_or_ends(state) {
        says = says.push(evidence(guide, ctx));
    }
    head.push(says.wrap()).push(h1(guide.title.as_str())).into()
}

fn begins_or_ends(state: &State) -> bool {
    match state.face {
        Face::Been(_) | Face::End => true,
        Face::Page(_) | Face::Waiting(_) | Face::Sealed(_) => state.at == 0,
    }
}

fn evidence<'a>(guide: &Guide, ctx: &Ctx<'_>) -> Element<'a, Message> {
    small(pieces::evidence(
        guide.evidence,
        &guide.sources,
        ctx.library,
    ))
    .style(tone::soft)
    .into()
}

fn kind(guide: &Guide) -> String {
    match guide.kind {
        GuideKind::Step(number) => text::step(number),
        GuideKind::Pillar => text::PILLAR.to_owned(),
        GuideKind::Track if !guide.own_space => text::TRACK.to_owned(),
        GuideKind::Track | GuideKind::WalkAway => text::FOR_YOURSELF.to_owned(),
        GuideKind::Read => text::READ.to_owned(),
        GuideKind::Practice => text::PRACTICE.to_owned(),
    }
}

/// So many pages stand far apart on the rail.
const FEW: usize = 9;

/// The pages as a seam: gold for those gone through.
fn rail<'a>(state: &State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let stands = |i: usize| match i.cmp(&state.at) {
        std::cmp::Ordering::Less => (NodeState::Done, RailState::Behind),
        std::cmp::Ordering::Equal => (NodeState::Current, RailState::Here),
        std::cmp::Ordering::Greater => (NodeState::Later, RailState::Ahead),
    };
    let named = |turn: &Turn| {
        let page = guide.pages.get(turn.page)?;
        turn.writer
            .filter(|_| page.whose == Whose::Each && ctx.here == Here::Both)
    };
    let spacing = if state.turns.len() > FEW {
        seam::RAIL_SPACING_CLOSE
    } else {
        seam::RAIL_SPACING
    };
    let nodes: Vec<NodeState> = (0..state.turns.len()).map(|i| stands(i).0).collect();
    let labels = state.turns.iter().enumerate().filter_map(|(i, turn)| {
        let page = guide.pages.get(turn.page)?;
        let (node, spoken) = stands(i);
        let title = words(Type::Interface, page.title.as_str());
        let title = if node == NodeState::Current {
            title.font(fonts::SANS_BOLD)
        } else {
            title.style(tone::soft)
        };
        let mut label = row![container(title).width(Fill)].spacing(space::S8);
        let mut name = text::rail_name(&page.title, spoken);
        if let Some(writer) = named(turn) {
            let writer_name = ctx.name(writer);
            let mark = names::mark(ctx.household, writer);
            label = label.push(person::mark(mark, writer_name, size::MARK_SMALL));
            name = text::rail_name_of(writer_name, &name);
        }
        let label = container(label).width(Fill).height(spacing).clip(true);
        Some(access(Role::ListItem, label).name(name).into())
    });
    let line = seam::rail(ctx.theme.into(), &nodes, spacing, seed(&guide.id));
    let list = access(Role::List, Column::with_children(labels)).name(text::PAGES);
    row![line, list].spacing(space::S12).into()
}

/// The same line for the same guide every time.
pub(super) fn seed(id: &str) -> u32 {
    id.bytes()
        .fold(7u32, |seed, b| seed.wrapping_mul(31).wrapping_add(b.into()))
}

fn face<'a>(state: &'a State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    if let Face::Page(sheet) = &state.face {
        return page(sheet, guide, ctx);
    }
    let face: Element<'a, Message> = match &state.face {
        Face::Page(_) => Space::new().into(),
        Face::Waiting(person) => {
            let name = ctx.name(*person);
            let mark = person::mark(names::mark(ctx.household, *person), name, size::MARK_LARGE);
            let pass = primary(text::pass_to(&names::short(name))).on_press(Message::PassOver);
            column![
                mark,
                h2(text::waits_for(name)),
                lead(text::pass_first(name)).style(tone::soft),
                pass
            ]
            .spacing(space::S16)
            .max_width(size::MEASURE)
            .into()
        }
        Face::Sealed(person) => {
            let name = ctx.name(*person);
            column![
                h2(text::SEALED),
                lead(text::opens_in_own_space(name)).style(tone::soft),
                secondary(text::WRITE_AGAIN)
                    .icon(Icon::Lock)
                    .on_press(Message::WriteAgain)
            ]
            .spacing(space::S16)
            .max_width(size::MEASURE)
            .into()
        }
        Face::Been(on) => end::been(guide, *on, ctx),
        Face::End => end::end(guide, state.flows, ctx),
    };
    own_way(guide, ctx, face)
}

/// What the interface says, as it is read, in a page that may be read from right to left.
fn own_way<'a>(
    guide: &Guide,
    ctx: &Ctx<'_>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    // What a mirror shows in a mirror is as it was.
    toward(ctx.library.right_to_left(&guide.id), across_page(content))
}

fn across_page<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content).width(Fill).into()
}

fn page<'a>(sheet: &'a Sheet, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let mut head = Column::new().spacing(space::S24).width(Fill);
    if let Some(writer) = sheet.writer.filter(|_| ctx.here == Here::Both) {
        head = head.push(own_way(guide, ctx, turn_banner(writer, ctx)));
    }
    let mut title = column![h2(sheet.title.as_str())];
    if !sheet.lead.is_empty() {
        title = title.push(read(sheet.lead.as_str()).style(tone::soft));
    }
    if let Some(part) = sheet.may_not_fit {
        let says = if part == Part::WasHurt {
            text::IF_YOU_WERE_HURT
        } else {
            text::IF_YOU_BROKE_TRUST
        };
        let says = small(says).style(tone::soft);
        title = title.push(own_way(guide, ctx, says));
    }
    let (first, rest, aside) = blocks(sheet, guide, ctx);
    let head = head.push(title).push(first);
    let mut main = column![head].spacing(space::S32).width(Fill);
    main = main.extend(rest);
    main = main.push(below(sheet, guide, ctx).map(|below| own_way(guide, ctx, below)));
    let main = main.max_width(size::MEASURE);
    if aside.is_empty() {
        return main.into();
    }
    let aside = Column::with_children(aside).spacing(space::S24);
    row![
        container(main).width(FillPortion(PAGE)),
        container(aside).width(FillPortion(ASIDE))
    ]
    .spacing(space::S48)
    .into()
}

type Elements<'a> = Vec<Element<'a, Message>>;

/// The first block of the page, the others, and what stands beside them where there is room. What was written before
/// stands beside its field, or else under it.
fn blocks<'a>(
    sheet: &'a Sheet,
    guide: &'a Guide,
    ctx: &Ctx<'a>,
) -> (Option<Element<'a, Message>>, Elements<'a>, Elements<'a>) {
    let wide = ctx.width() >= Width::Wide;
    let serial = sheet.serial;
    let answered = sheet.blocks().filter(|(i, _)| sheet.before(*i).is_some());
    let of_several = wide && answered.count() > 1;
    let (mut main, mut aside): (Elements<'a>, Elements<'a>) = (Vec::new(), Vec::new());
    // All of it together, under the phrases.
    let mut written: Elements<'a> = Vec::new();
    let mut is_first = true;
    for (i, block) in sheet.blocks() {
        let look = block
            .look(&sheet.scene(guide, ctx, i))
            .map(move |touch: Touch| Message::Touch(serial, i, touch));
        let before = sheet.before(i).map(|before| {
            let head = earlier::Head {
                title: is_first || !of_several,
                question: of_several,
            };
            is_first = false;
            earlier::look(before, sheet.prompt(i), serial, head)
        });
        if wide && block.side() == Side::Aside {
            aside.push(look);
        } else {
            main.push(look);
        }
        if wide {
            written.extend(before);
        } else {
            main.extend(before);
        }
    }
    aside.extend(written);
    let mut main = main.into_iter();
    (main.next(), main.collect(), aside)
}

fn turn_banner<'a>(writer: PersonId, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let name = ctx.name(writer);
    let mark = names::mark(ctx.household, writer);
    let mut line = row![strong(text::turn_to_write(name))]
        .spacing(space::S4)
        .width(Fill);
    if let Some(other) = ctx.household.other(writer) {
        line = line.push(interface(text::look_away(&other.name)));
    }
    let line = line.wrap();
    let banner = row![person::mark(mark, name, size::MARK_SMALL), line]
        .spacing(space::S8)
        .align_y(Center);
    container(banner)
        .padding([space::S12, space::S16])
        .width(Fill)
        .style(person::tinted(mark))
        .into()
}

/// Under the last block, in one line where there is room: who will be able to read the page, and when it was saved.
fn below<'a>(sheet: &Sheet, guide: &Guide, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let keeps = sheet.keeps_anything(guide);
    let choice = keep_choice(sheet, ctx).filter(|_| keeps && ctx.width() == Width::Narrow);
    let saved = saved(ctx);
    if !keeps && saved.is_none() {
        return None;
    }
    let says = Row::new()
        .push(keeps.then(|| who_sees(sheet, ctx)))
        .push(saved)
        .spacing(space::S24)
        .wrap()
        .vertical_spacing(space::S8);
    let below = Column::new().push(choice).push(says);
    Some(below.spacing(space::S12).width(Fill).into())
}

/// Who will be able to read the page, in words.
fn who_sees<'a>(sheet: &Sheet, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let two = ctx.household.people.len() > 1;
    match (sheet.keep, sheet.writer) {
        (Keep::OfferToShare, Some(writer)) if two => {
            let other = ctx
                .household
                .other(writer)
                .map_or("", |other| other.name.as_str());
            if sheet.shown {
                let says = if sheet.keeps_some_back() {
                    text::words_will_be_shown(other)
                } else {
                    text::will_be_shown(other)
                };
                notice::aside(Icon::Users, says)
            } else if sheet.was_shown {
                notice::aside(Icon::Lock, text::stays_shown(other))
            } else {
                notice::aside(Icon::Lock, text::only_can_open(ctx.name(writer)))
            }
        }
        (Keep::Private | Keep::OfferToShare, Some(writer)) => {
            notice::aside(Icon::Lock, text::only_can_open(ctx.name(writer)))
        }
        // A moment noticed by one who is alone in the household: there is nobody to show it to.
        (Keep::Shared, Some(writer)) if sheet.stays_private() => {
            notice::aside(Icon::Lock, text::only_can_open(ctx.name(writer)))
        }
        _ if two => notice::aside(Icon::Users, text::BOTH_CAN_READ),
        _ => notice::aside(Icon::Users, text::SHARED_ROOM),
    }
}

/// Who may read the page, where that is the writer's to say and there is somebody to show it to.
fn keep_choice<'a>(sheet: &Sheet, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let writer = sheet.writer.filter(|_| sheet.keep == Keep::OfferToShare)?;
    let other = ctx
        .household
        .other(writer)
        .map_or("", |other| other.name.as_str());
    let choice = segments(
        text::WHO_SEES_IT,
        [
            Segment::new(false, text::private_to(&names::short(ctx.name(writer)))).icon(Icon::Lock),
            Segment::new(true, text::show(&names::short(other))).icon(Icon::Users),
        ],
        Some(sheet.shown),
        Message::Show,
    );
    (ctx.household.people.len() > 1).then_some(choice)
}

fn saved<'a>(ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    match ctx.saving {
        Saving::Saved(at) => {
            let time = dates::time(at.naive_local());
            Some(notice::saved(common::saved_at(&time)))
        }
        Saving::Busy => Some(notice::aside(Icon::Save, common::SAVING)),
        // The app says so, with what to do.
        Saving::Idle | Saving::Failed(..) => None,
    }
}

/// The bar below: back, who reads it, on.
fn foot<'a>(state: &'a State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let width = ctx.width();
    let back = secondary(common::BACK).on_press(Message::Back);
    let last = state.at + 1 >= state.turns.len();
    let choice = match &state.face {
        Face::Page(sheet) if width > Width::Narrow && sheet.keeps_anything(guide) => {
            keep_choice(sheet, ctx).map(|choice| container(choice).max_width(column_of(sheet, ctx)))
        }
        _ => None,
    };
    // Under the page: as wide as its column, as far as the way on leaves room.
    let choice = container(choice.unwrap_or_else(|| container(Space::new()))).width(Fill);
    let mut bar = row![choice].spacing(space::S16).align_y(Center);
    match &state.face {
        Face::Been(_) => {}
        Face::End => {
            bar = bar.push(secondary(way_out(guide, ctx)).on_press(Message::LeaveOpen));
        }
        Face::Page(_) | Face::Waiting(_) | Face::Sealed(_) => {
            let number = text::page_of(state.at + 1, state.turns.len());
            bar = bar.push(interface(number).style(tone::soft));
            let word = if last {
                text::TO_THE_END
            } else {
                text::NEXT_PAGE
            };
            let next = if matches!(state.face, Face::Waiting(_)) {
                secondary(word)
            } else {
                primary(word)
            };
            bar = bar.push(next.on_press(Message::Next));
        }
    }
    let bar: Element<'a, Message> = if width == Width::Narrow {
        row![back, bar].align_y(Center).into()
    } else {
        beside(back, bar, width)
    };
    let bar = column![card::rule(), container(bar).padding([space::S12, 0.0])];
    container(bar.max_width(size::PAGE))
        .center_x(Fill)
        .padding([0.0, width.margin()])
        .into()
}

/// How wide the page's own column is; something may stand beside it.
fn column_of(sheet: &Sheet, ctx: &Ctx<'_>) -> f32 {
    let width = ctx.width();
    let taken = width.sidebar().unwrap_or_default() + 2.0 * width.margin();
    let whole = (ctx.size.width - taken).min(size::PAGE);
    let has_aside = sheet
        .blocks()
        .any(|(i, block)| block.side() == Side::Aside || sheet.before(i).is_some());
    if width < Width::Wide || !has_aside {
        return size::MEASURE;
    }
    let part =
        |whole: f32, share: u16, of: u16| (whole - space::S48) * f32::from(share) / f32::from(of);
    let face = part(whole, PAGE + ASIDE, RAIL + PAGE + ASIDE);
    part(face, PAGE, PAGE + ASIDE).min(size::MEASURE)
}

/// What leaving the end is called: while it is open whether a thing is done, nothing more than that.
fn way_out(guide: &Guide, ctx: &Ctx<'_>) -> &'static str {
    match guide.kind {
        GuideKind::Step(_) => text::FINISH_FOR_NOW,
        GuideKind::Practice if end::gone_through(guide, ctx).is_none() => text::FINISH_FOR_NOW,
        GuideKind::Pillar => text::TO_THE_PILLARS,
        _ => text::TO_THE_LIBRARY,
    }
}
