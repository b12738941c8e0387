//! What surrounds a working screen: who is here and where one can go at the left, the way out at the top.

use crate::content::schema::GuideKind;
use crate::domain::Person;
use crate::screen::{Ctx, Here, Place, RoomTrouble, Saving, pieces};
use crate::text::common::left_to_right;
use crate::text::{common as text, dates, journal, notices, packs};
use crate::ui::access::{Role, access};
use crate::ui::controls::{nav_item, noted_item, secondary};
use crate::ui::icon::{Icon, icon};
use crate::ui::layout;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{heading, label, small, text as words, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Element, Fill, Padding, Row, card, column, container, fonts, mark, notice, person, row,
    scrolled, stack,
};
use iced::widget::{opaque, space as gap};

#[derive(Debug, Clone)]
pub enum Message {
    Go(Place),
    Menu(bool),
    Leave,
    Lock,
    TryAgain,
    GoOnWithCopy,
}

/// The whole window around `body`: where one is, whether the menu is open, and whether guides that were added are lost.
pub fn view<'a, M: 'a>(
    ctx: &Ctx<'a>,
    (place, menu_open, guides_lost): (&Place, bool, bool),
    body: Element<'a, M>,
    message: fn(Message) -> M,
) -> Element<'a, M> {
    let mut page = column![top_bar(ctx, place).map(message)];
    if let Some(banner) = trouble(ctx).or_else(|| guides_lost.then(|| lost(ctx))) {
        page = page.push(banner.map(message));
    }
    let page = page.push(container(body).width(Fill).height(Fill));
    match ctx.width().sidebar() {
        Some(width) => row![
            container(sidebar(ctx, place, false).map(message))
                .width(width)
                .height(Fill)
                .style(style::ground),
            card::rule_down(),
            container(page).width(Fill).height(Fill).style(style::paper),
        ]
        .into(),
        None => {
            let page = container(page).width(Fill).height(Fill).style(style::paper);
            let mut layers = stack![page];
            if menu_open {
                layers = layers.push(menu(ctx, place).map(message));
            }
            layers.into()
        }
    }
}

/// The sidebar as a sheet over the page, for windows that have no room for it.
fn menu<'a>(ctx: &Ctx<'a>, place: &Place) -> Element<'a, Message> {
    let close = secondary(text::CLOSE_MENU)
        .icon(Icon::X)
        .compact()
        .on_press(Message::Menu(false));
    let inside = column![
        container(close).padding([space::S12, space::S24]),
        sidebar(ctx, place, true)
    ];
    let sheet = container(inside)
        .width(size::MENU)
        .height(Fill)
        .style(style::ground);
    let sheet = access(Role::Dialog, sheet).name(text::MENU).modal();
    opaque(
        container(row![sheet, card::rule_down()])
            .width(Fill)
            .height(Fill)
            .style(style::scrim),
    )
}

fn sidebar<'a>(ctx: &Ctx<'a>, place: &Place, in_menu: bool) -> Element<'a, Message> {
    let low = ctx.size.height < layout::frame::LOW;
    let tight = ctx.size.height < layout::frame::TIGHT;
    let (between, around) = if tight {
        (0.0, space::S8)
    } else {
        (space::S4, space::S16)
    };
    let mut top = column![];
    let bare = low || (tight && in_menu);
    if !bare {
        let name = row![
            mark::mark(ctx.theme.into(), size::LOGO),
            words(Type::H3, text::APP_NAME)
        ]
        .spacing(space::S12)
        .align_y(Center);
        top = top.push(container(name).padding([space::S24, space::S24]));
    } else if ctx.width().sidebar().is_some() {
        top = top.push(gap().height(space::S16));
    }
    // One who is here alone has the most places to go; who is here stands in the bar behind the menu as well.
    let crowded = tight && in_menu && ctx.width() == Width::Compact && ctx.me().is_some();
    if !crowded {
        top = top.push(container(who(ctx)).padding([0.0, space::S24]));
    }
    let through = reached_through(ctx, place);
    let places = places(ctx).into_iter().map(|(to, picture, word)| {
        let here = to == through;
        let begun = !here && is_begun(ctx, &to);
        let face = (picture, word, begun.then_some(text::BEGUN));
        noted_item(face, here, Message::Go(to))
    });
    let places = iced::widget::Column::with_children(places).spacing(between);
    let places = scrolled(ctx.theme, container(places).padding([around, space::S12])).height(Fill);
    let mut bottom = column![].spacing(between);
    if ctx.here == Here::Both && !bare {
        let note = row![
            icon(Icon::Lock, size::ICON_SMALL).style(tone::soft),
            small(text::PRIVATE_SPACES_SHUT).style(tone::soft)
        ]
        .spacing(space::S8);
        bottom = bottom.push(container(note).padding([space::S8, space::S12]));
    }
    let bottom = bottom
        .push(container(card::rule()).padding([space::S8, space::S12]))
        .push(nav_item(
            Icon::LifeBuoy,
            text::HELP_AND_SAFETY,
            *place == Place::Help,
            Message::Go(Place::Help),
        ))
        .push(nav_item(
            Icon::Settings,
            text::SETTINGS,
            *place == Place::Settings,
            Message::Go(Place::Settings),
        ))
        .push(nav_item(
            Icon::LockKeyhole,
            text::CLOSE_AND_LOCK,
            false,
            Message::Lock,
        ));
    column![
        top,
        places,
        container(bottom).padding([around.min(space::S12), space::S12])
    ]
    .height(Fill)
    .into()
}

/// Whether something of one's own was begun there and waits. Drafts are only ever those of rooms that are open here.
fn is_begun(ctx: &Ctx<'_>, place: &Place) -> bool {
    match place {
        Place::Journal => pieces::is_begun(ctx, pieces::JOURNAL),
        Place::Reflection => pieces::is_begun(ctx, pieces::REFLECTION),
        _ => false,
    }
}

/// The place of the sidebar to which another one belongs.
fn reached_through(ctx: &Ctx<'_>, place: &Place) -> Place {
    let Place::Guide(id) = place else {
        return place.clone();
    };
    match ctx.library.guide(id).map(|guide| guide.kind) {
        Some(GuideKind::Step(_)) | None => Place::Steps,
        Some(GuideKind::Pillar) => Place::Pillars,
        Some(_) => Place::Library,
    }
}

fn places(ctx: &Ctx<'_>) -> Vec<(Place, Icon, &'static str)> {
    let together = ctx.household.joined().count() > 1;
    let mut places = match ctx.here {
        Here::One(_) => vec![
            (Place::Home, Icon::CalendarDays, text::MY_PAGE),
            (Place::Journal, Icon::NotebookPen, text::JOURNAL),
        ],
        Here::Both | Here::Nobody => vec![(Place::Home, Icon::CalendarDays, text::THIS_WEEK)],
    };
    places.push((Place::Steps, Icon::Route, text::THE_TEN_STEPS));
    places.push((Place::Library, Icon::BookOpen, text::THE_LIBRARY));
    places.push((Place::Pillars, Icon::Columns3, text::THE_PILLARS));
    places.push((Place::CheckIn, Icon::MessageCircle, text::CHECK_IN));
    places.push((
        Place::Commitments,
        Icon::Handshake,
        if ctx.me().is_some() {
            text::MY_COMMITMENTS
        } else {
            text::COMMITMENTS
        },
    ));
    if together {
        places.push((Place::Jar, Icon::Amphora, text::THE_JAR));
    }
    if ctx.me().is_some() {
        places.push((Place::Reflection, Icon::Signpost, text::REFLECTION));
    }
    places.push((Place::WeeklyPage, Icon::FileText, text::WEEKLY_PAGE));
    places
}

/// Who is here, and who can open this.
fn who<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let people: Vec<&Person> = ctx.household.people.iter().collect();
    match (ctx.here, people.as_slice()) {
        (Here::Both, [first, second]) => row![
            person::pair(&first.name, &second.name, size::MARK_SMALL, |tokens| tokens
                .ground),
            column![
                two_lines(text::both(
                    &person::short(&first.name, EACH),
                    &person::short(&second.name, EACH)
                )),
                small(text::BOTH_HERE).style(tone::soft)
            ]
            .width(Fill)
        ]
        .spacing(space::S8)
        .align_y(Center)
        .into(),
        (Here::One(me), _) => match ctx.household.person(me) {
            Some(me) => row![
                person::mark(pieces::mark(me.mark), &me.name, size::MARK_SMALL),
                column![
                    two_lines(person::short(&me.name, 2 * EACH)),
                    small(text::ALONE_DOOR_LOCKED).style(tone::soft)
                ]
                .width(Fill)
            ]
            .spacing(space::S12)
            .align_y(Center)
            .into(),
            None => gap().into(),
        },
        _ => gap().into(),
    }
}

/// How much of a name there is room for, counted in Latin letters, where two names share two lines of the sidebar.
const EACH: usize = 13;

/// Names of any script begin at the left here, as what stands under them does.
fn two_lines<'a>(names: String) -> Element<'a, Message> {
    container(label(left_to_right(names)).width(Fill))
        .max_height(2.0 * Type::Label.line())
        .clip(true)
        .into()
}

fn top_bar<'a>(ctx: &Ctx<'a>, place: &Place) -> Element<'a, Message> {
    let width = ctx.width();
    // The list beside a private page reaches up to the top of the window.
    let beside_list = ctx.me().is_some() && *place == Place::Journal && width >= Width::Wide;
    let mut left: Row<'a, Message> = row![].spacing(space::S16).align_y(Center).width(Fill);
    if width.sidebar().is_none() {
        left = left.push(
            secondary(text::MENU)
                .icon(Icon::Menu)
                .compact()
                .on_press(Message::Menu(true)),
        );
        if width == Width::Compact {
            left = left.push(who(ctx));
        }
    } else if beside_list {
        let lock = icon(Icon::Lock, size::ICON_SMALL).style(tone::glaze);
        let says = small(text::ONLY_YOU_CAN_OPEN_THIS)
            .font(fonts::SANS_SEMIBOLD)
            .style(tone::glaze);
        left = left.push(row![lock, says].spacing(space::S8).align_y(Center));
    } else {
        left = left.push(small(dates::day(ctx.today())).style(tone::soft));
    }
    let mut right: Row<'a, Message> = row![].spacing(space::S12).align_y(Center);
    if width != Width::Narrow || ctx.shift_taps > 0 {
        right = right.push(small(text::shift_left(ctx.shift_taps)).style(tone::soft));
    }
    let right = right.push(
        secondary(text::LEAVE_QUICKLY)
            .icon(Icon::LogOut)
            .compact()
            .on_press(Message::Leave),
    );
    let bar = row![left, right].spacing(space::S16).align_y(Center);
    let starts = if beside_list {
        width.beside_a_list(ctx.size.width)
    } else {
        width.margin()
    };
    let bar = container(bar)
        .padding(Padding::ZERO.left(starts).right(width.margin()))
        .width(Fill)
        .center_y(size::TOP_BAR);
    if !beside_list {
        return bar.into();
    }
    let list = container(heading(2, Type::H3, journal::ENTRIES))
        .padding([0.0, space::S24])
        .width(size::LIST)
        .center_y(Fill)
        .style(style::sunk);
    row![list, card::rule_down(), bar]
        .height(size::TOP_BAR)
        .into()
}

/// What stands in the way of keeping words, and what to do.
fn trouble<'a>(ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
    let action = |label, message| Some(secondary(label).compact().on_press(message).into());
    let banner = match (ctx.trouble, ctx.saving) {
        (Some(RoomTrouble::Restored), _) => {
            let (what, to_do) = notices::AWAITS_RECOVERY;
            notice::banner(
                notice::Kind::Warning,
                what,
                to_do,
                action(notices::GO_ON, Message::GoOnWithCopy),
            )
        }
        (Some(RoomTrouble::TooNew), _) => {
            let (what, to_do) = notices::TOO_NEW;
            notice::banner(notice::Kind::Warning, what, to_do, None)
        }
        (None, Saving::Failed(what, to_do)) => notice::banner(
            notice::Kind::Error,
            what.as_str(),
            to_do.as_str(),
            action(text::TRY_AGAIN, Message::TryAgain),
        ),
        (None, Saving::Idle | Saving::Busy | Saving::Saved(_)) => return None,
    };
    Some(
        container(banner)
            .padding([space::S8, ctx.width().margin()])
            .into(),
    )
}

/// The guides that somebody added could not be opened; the page goes on with the built-in ones.
fn lost<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let see = secondary(packs::SEE_SETTINGS)
        .compact()
        .on_press(Message::Go(Place::Settings));
    let kind = notice::Kind::Warning;
    let banner = notice::banner(kind, packs::LOST, packs::LOST_NOTE, Some(see.into()));
    container(banner)
        .padding([space::S8, ctx.width().margin()])
        .into()
}
