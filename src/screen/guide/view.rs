//! How a page of a guide looks: rail, page, phrases beside it, and the way on below.

use super::block::{Side, Touch};
use super::sheet::Sheet;
use super::{Face, Message, State};
use crate::content::schema::{Guide, GuideKind, Keep, Whose};
use crate::domain::{Kind, PersonId};
use crate::screen::{Ctx, Here, Saving};
use crate::screen::{names, pieces};
use crate::text::guide::RailState;
use crate::text::{common, dates, guide as text};
use crate::ui::access::{Role, access, keyed};
use crate::ui::controls::{Segment, primary, secondary, segments};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::seam::{self, NodeState};
use crate::ui::text::{h1, h2, interface, lead, small, strong, text as words, tone};
use crate::ui::{
    Center, Column, Element, Fill, FillPortion, Padding, Space, card, column, container, fonts,
    notice, person, row, scrollable,
};

/// The shares of the width of rail, page and what stands beside it.
const RAIL: u16 = 4;
const PAGE: u16 = 10;
const ASIDE: u16 = 5;

pub(super) fn view<'a>(state: &'a State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let width = ctx.width();
    let body: Element<'a, Message> = if width >= Width::Wide {
        row![
            container(rail(state, guide, ctx)).width(FillPortion(RAIL)),
            container(face(state, guide, ctx)).width(FillPortion(PAGE + ASIDE)),
        ]
        .spacing(space::S48)
        .into()
    } else if width == Width::Compact {
        row![
            container(rail(state, guide, ctx)).width(FillPortion(RAIL)),
            container(face(state, guide, ctx)).width(FillPortion(PAGE)),
        ]
        .spacing(space::S32)
        .into()
    } else {
        face(state, guide, ctx)
    };
    let margin = width.margin();
    let page = column![head(guide), body]
        .spacing(space::S24)
        .max_width(size::PAGE);
    let page = container(page)
        .center_x(Fill)
        .padding(Padding::from([space::S8, margin]).bottom(space::S24));
    // A page of its own to the toolkit too: neither scrolling nor caret nor focus carries over from the one before.
    let serial = match &state.face {
        Face::Page(sheet) => u64::from(sheet.serial) + 1,
        Face::Waiting(_) | Face::Sealed(_) | Face::End => 0,
    };
    let page = scrollable(page).width(Fill).height(Fill);
    let page = keyed([(serial, page.into())], space::S4);
    column![container(page).height(Fill), foot(state, ctx)].into()
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

fn head(guide: &Guide) -> Element<'_, Message> {
    let mut head = Column::new();
    if let GuideKind::Step(number) = guide.kind {
        head = head.push(interface(text::step(number)).style(tone::soft));
    }
    head.push(h1(guide.title.as_str())).into()
}

/// The pages as a seam: gold for those gone through.
fn rail<'a>(state: &State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let stands = |i: usize| match i.cmp(&state.at) {
        std::cmp::Ordering::Less => (NodeState::Done, RailState::Behind),
        std::cmp::Ordering::Equal => (NodeState::Current, RailState::Here),
        std::cmp::Ordering::Greater => (NodeState::Later, RailState::Ahead),
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
        let mut label = column![title];
        if page.whose == Whose::Each
            && ctx.here == Here::Both
            && let Some(writer) = turn.writer
        {
            label = label.push(small(names::short(ctx.name(writer))).style(tone::soft));
        }
        let label = container(label)
            .width(Fill)
            .height(seam::RAIL_SPACING)
            .clip(true);
        Some(
            access(Role::ListItem, label)
                .name(text::rail_name(&page.title, spoken))
                .into(),
        )
    });
    let line = seam::rail(
        pieces::look(ctx.theme),
        &nodes,
        seam::RAIL_SPACING,
        seed(&guide.id),
    );
    let list = access(Role::List, Column::with_children(labels)).name(text::PAGES);
    row![line, list].spacing(space::S12).into()
}

/// The same line for the same guide every time.
fn seed(id: &str) -> u32 {
    id.bytes()
        .fold(7u32, |seed, b| seed.wrapping_mul(31).wrapping_add(b.into()))
}

fn face<'a>(state: &'a State, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    match &state.face {
        Face::Page(sheet) => page(sheet, guide, ctx),
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
        Face::End => end(guide, ctx),
    }
}

fn page<'a>(sheet: &'a Sheet, guide: &'a Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let mut main = Column::new().spacing(space::S24).width(Fill);
    if let Some(writer) = sheet.writer.filter(|_| ctx.here == Here::Both) {
        main = main.push(turn_banner(writer, ctx));
    }
    let mut title = column![h2(sheet.title.as_str())];
    if !sheet.lead.is_empty() {
        title = title.push(lead(sheet.lead.as_str()).style(tone::soft));
    }
    main = main.push(title);
    let wide = ctx.width() >= Width::Wide;
    let mut aside = Column::new().spacing(space::S24);
    let mut has_aside = false;
    for (i, block) in sheet.blocks() {
        let serial = sheet.serial;
        let look = block
            .look(&sheet.scene(guide, ctx, i))
            .map(move |touch: Touch| Message::Touch(serial, i, touch));
        if wide && block.side() == Side::Aside {
            has_aside = true;
            aside = aside.push(look);
        } else {
            main = main.push(look);
        }
    }
    main = main.push(who_sees(sheet, ctx));
    if let Some(saved) = saved(ctx) {
        main = main.push(saved);
    }
    let main = main.max_width(size::MEASURE);
    if has_aside {
        row![
            container(main).width(FillPortion(PAGE)),
            container(aside).width(FillPortion(ASIDE))
        ]
        .spacing(space::S48)
        .into()
    } else {
        main.into()
    }
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
    let banner = row![person::mark(mark, name, size::MARK), line]
        .spacing(space::S12)
        .align_y(Center);
    container(banner)
        .padding([space::S8, space::S16])
        .width(Fill)
        .style(person::tinted(mark))
        .into()
}

/// Who will be able to read the page, in words; and where that is the writer's choice, the choice.
fn who_sees<'a>(sheet: &Sheet, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let two = ctx.household.people.len() > 1;
    match (sheet.keep, sheet.writer) {
        (Keep::OfferToShare, Some(writer)) if two => {
            let other = ctx
                .household
                .other(writer)
                .map_or("", |other| other.name.as_str());
            let mut choice = Column::new().spacing(space::S8).width(Fill);
            if ctx.width() == Width::Narrow {
                choice = choice.push(keep_choice(sheet, writer, ctx));
            }
            if sheet.shown {
                choice = choice.push(notice::aside(Icon::Users, text::will_be_shown(other)));
            } else if sheet.was_shown {
                choice = choice.push(notice::aside(Icon::Lock, text::stays_shown(other)));
            } else {
                choice = choice.push(notice::aside(
                    Icon::Lock,
                    text::only_can_open(ctx.name(writer)),
                ));
            }
            choice.into()
        }
        (Keep::Private | Keep::OfferToShare, Some(writer)) => {
            notice::aside(Icon::Lock, text::only_can_open(ctx.name(writer)))
        }
        _ if two => notice::aside(Icon::Users, text::BOTH_CAN_READ),
        _ => notice::aside(Icon::Users, text::SHARED_ROOM),
    }
}

fn keep_choice<'a>(sheet: &Sheet, writer: PersonId, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let other = ctx
        .household
        .other(writer)
        .map_or("", |other| other.name.as_str());
    segments(
        text::WHO_SEES_IT,
        [
            Segment::new(false, text::private_to(&names::short(ctx.name(writer)))).icon(Icon::Lock),
            Segment::new(true, text::show(&names::short(other))).icon(Icon::Users),
        ],
        Some(sheet.shown),
        Message::Show,
    )
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
fn foot<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let width = ctx.width();
    let back = secondary(common::BACK).on_press(Message::Back);
    let last = state.at + 1 >= state.turns.len();
    let mut bar = row![back].spacing(space::S16).align_y(Center);
    let choice = match &state.face {
        Face::Page(sheet) if sheet.keep == Keep::OfferToShare && width > Width::Narrow => sheet
            .writer
            .filter(|_| ctx.household.people.len() > 1)
            .map(|writer| keep_choice(sheet, writer, ctx)),
        _ => None,
    };
    bar = match choice {
        Some(choice) => bar.push(
            container(container(choice).max_width(size::MEASURE))
                .center_x(Fill)
                .padding([0.0, space::S16]),
        ),
        None => bar.push(Space::new().width(Fill)),
    };
    if let Face::End = state.face {
        bar = bar.push(secondary(text::FINISH_FOR_NOW).on_press(Message::LeaveOpen));
    } else {
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
    let bar = container(bar.width(Fill)).max_width(size::PAGE);
    let bar = container(bar)
        .center_x(Fill)
        .padding([space::S12, width.margin()]);
    column![container(card::rule()).padding([0.0, width.margin()]), bar].into()
}

/// The end: each says for themselves whether their part is done.
fn end<'a>(guide: &Guide, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let people: Vec<PersonId> = match ctx.here {
        Here::One(person) => vec![person],
        Here::Both | Here::Nobody => ctx.household.people.iter().map(|p| p.id).collect(),
    };
    let records = || ctx.own.iter().chain(ctx.shared);
    let finished = |person: PersonId| {
        records().any(|r| {
            r.by == person && matches!(&r.what, Kind::Place(p) if p.guide == guide.id && p.finished)
        })
    };
    let all = people.iter().all(|id| finished(*id));
    let mut body = column![h2(text::THE_END)].spacing(space::S24);
    if all {
        let gold = seam::rule(pieces::look(ctx.theme), seed(&guide.id));
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
        let says: Element<'a, Message> = if finished(*id) {
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
    body = body.push(Column::with_children(rows).spacing(space::S12));
    body.max_width(size::MEASURE).into()
}
