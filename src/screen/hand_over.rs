//! The laptop is passed on. Nothing that either person wrote is held here, and nothing moves.

use super::threshold::{at, brand, leave_on_glaze, short, within};
use super::{Action, Ctx, Here, Screen};
use crate::domain::{PersonId, Words};
use crate::text::common::BACK;
use crate::text::hand_over as say;
use crate::ui::access::nav;
use crate::ui::controls::{field, primary_on_glaze, secondary_on_glaze};
use crate::ui::layout::hand_over as room;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::shard::{self, Arrangement};
use crate::ui::text::{heading, lead, text};
use crate::ui::theme::style;
use crate::ui::{Element, Fill, Row, Stack, Theme, column, container, person, scrolled};
use iced::Rectangle;
use iced::widget::themer;

const FIELD: &str = "hand-over/passphrase";
const OPEN: &str = "hand-over/open";

#[derive(Debug)]
pub struct State {
    to: PersonId,
    /// Whose page was open until now; nobody's, where something is to be kept on a page that stays open.
    from: Option<PersonId>,
    needs_passphrase: bool,
    purpose: Purpose,
    typed: Words,
    shown: bool,
    busy: bool,
    refused: Option<(&'static str, &'static str)>,
    /// While setting up there is no page to go back to.
    can_go_back: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    Arrived,
    Typed(Words),
    ShowOrHide,
    Open,
    NotNow,
    Back,
    LeaveQuickly,
    /// Title, then what to do.
    Refused((&'static str, &'static str)),
}

/// What only passing the laptop asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Arrived,
    Prove(Words),
    NotNow,
    /// The laptop stays where it is: back to the page that is open, without keeping what was to be kept.
    Back,
}

/// What the laptop is passed on for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The next page is theirs.
    Page,
    /// What stands on the page is to be kept in their name.
    Sign,
}

impl State {
    pub fn new(ctx: &Ctx<'_>, to: PersonId, needs_passphrase: bool, purpose: Purpose) -> Self {
        let was_writing = |other: PersonId, joined: bool| {
            // While setting up, the first one's answers come just before the second one's.
            let setting_up = ctx.here == Here::Nobody && joined;
            ctx.here == Here::One(other) || ctx.proved.contains(&other) || setting_up
        };
        let from = ctx
            .household
            .other(to)
            .filter(|other| purpose == Purpose::Page && was_writing(other.id, other.joined))
            .map(|other| other.id);
        Self {
            to,
            from,
            needs_passphrase,
            purpose,
            typed: Words::default(),
            shown: false,
            busy: false,
            refused: None,
            can_go_back: ctx.here != Here::Nobody,
        }
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Arrived => Action::Ask(Intent::Arrived),
            Message::Typed(words) => {
                self.typed = words;
                Action::None
            }
            Message::ShowOrHide => {
                self.shown = !self.shown;
                Action::None
            }
            Message::Open if self.busy => Action::None,
            Message::Open if self.typed.is_empty() => Action::Run(nav::to(FIELD)),
            Message::Open => {
                self.busy = true;
                self.refused = None;
                Action::Ask(Intent::Prove(self.typed.clone()))
            }
            // As at the door: the answer would find nobody.
            Message::Back if self.busy => Action::None,
            Message::NotNow => {
                self.typed = Words::default();
                Action::Ask(Intent::NotNow)
            }
            Message::Back => {
                self.typed = Words::default();
                Action::Ask(Intent::Back)
            }
            Message::LeaveQuickly => Action::LeaveQuickly,
            Message::Refused(notice) => {
                self.busy = false;
                self.refused = Some(notice);
                // By way of the button, so that in a low window what is said under the field is in view too.
                Action::Run(nav::to(OPEN).chain(nav::to(FIELD)))
            }
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let places = shard::places(Arrangement::HandOver, ctx.size);
        let page: Element<'a, Message> = match places.lower {
            Some(lower) if self.is_roomy(ctx) => {
                let art = shard::threshold(ctx.theme.into(), Arrangement::HandOver);
                let below = Rectangle {
                    x: ctx.width().margin(),
                    width: lower.x,
                    ..lower
                };
                Stack::new()
                    .push(art)
                    .push(at(
                        ctx.size,
                        corner(ctx),
                        leave_on_glaze(ctx, Message::LeaveQuickly),
                    ))
                    .push(at(
                        ctx.size,
                        places.upper,
                        container(self.title(ctx)).center_y(Fill),
                    ))
                    .push(at(ctx.size, lower, self.way_on(ctx)))
                    .push(at(ctx.size, below, container(brand()).align_bottom(Fill)))
                    .into()
            }
            // Where the glaze has no room for words beside its gold, they come first and the gold below them.
            _ => {
                let words = column![self.title(ctx), self.way_on(ctx)]
                    .spacing(space::S16)
                    .padding(space::S8)
                    .max_width(size::MEASURE);
                let words = scrolled(ctx.theme, words).spacing(space::S4);
                let leave = leave_on_glaze(ctx, Message::LeaveQuickly);
                let page = column![leave, container(words).center_y(Fill)]
                    .padding([space::S16, ctx.width().margin()])
                    .spacing(space::S8);
                let art = shard::threshold(ctx.theme.into(), Arrangement::HandOver);
                column![page.height(Fill), container(art).height(space::S48)].into()
            }
        };
        // The glaze is dark in every theme, and so are the controls that stand on it.
        let page = container(page).width(Fill).height(Fill).style(style::shape(
            person::on_threshold,
            person::on_threshold,
            SQUARE,
        ));
        themer(Some(Theme::Dark), page)
            .text_color(|theme| theme.tokens().ink)
            .into()
    }
}

impl State {
    /// Whether the words fit above and below the gold.
    fn is_roomy(&self, ctx: &Ctx<'_>) -> bool {
        let needed = if self.needs_passphrase {
            room::TO_TYPE
        } else {
            room::TO_PRESS
        };
        // Long names take the sentence below the gold over two more lines.
        let long = |person| ctx.name(person).chars().count() >= LONG;
        let more = if long(self.to) || self.from.is_some_and(long) {
            2.0 * Type::Lead.line()
        } else {
            0.0
        };
        // In a window that is less wide the same words and buttons take more lines.
        let more = match ctx.width() {
            Width::Narrow | Width::Compact => more + room::WRAPPED,
            Width::Wide | Width::Large => more,
        };
        let error = self.error().map_or(0, |error| error.chars().count());
        let lines = error.div_ceil(A_LINE).saturating_sub(A_FEW);
        let more = more + Type::Small.line() * lines as f32;
        ctx.width() != Width::Narrow && ctx.size.height >= needed + more
    }

    fn error(&self) -> Option<String> {
        self.refused
            .map(|(title, to_do)| format!("{title} {to_do}"))
    }

    fn title<'a>(&self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let name = ctx.name(self.to);
        let style = match (ctx.width(), name.chars().count()) {
            (Width::Narrow, _) | (_, LONG..) => Type::H2,
            (Width::Compact, _) => Type::H1,
            (Width::Wide | Width::Large, _) => Type::Threshold,
        };
        let mut words = column![].spacing(space::S8);
        if let Some(from) = self.from {
            words = words.push(text(Type::H3, say::page_is_shut(&short(ctx.name(from)))));
        }
        words
            .push(heading(1, style, say::pass_to(&within(name, LONGEST))))
            .into()
    }

    fn way_on<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let to = short(ctx.name(self.to));
        let (first, then) = match (self.purpose, self.from) {
            (Purpose::Sign, _) if self.needs_passphrase => {
                (say::in_your_name(&to), say::SAY_YOU_ARE_HERE)
            }
            (Purpose::Sign, _) => (say::in_your_name(&to), say::NOT_BEFORE),
            (Purpose::Page, Some(from)) => (
                say::nothing_behind(&to, &short(ctx.name(from))),
                say::TAKE_TIME,
            ),
            (Purpose::Page, None) => (say::for_you_alone(&to), say::TAKE_TIME),
        };
        // Where it was refused, what to do about it takes the place of what was read already.
        let words = match self.refused {
            Some(_) => lead(first),
            None => lead(format!("{first} {then}")),
        };
        let mut page = column![words].spacing(space::S16);
        let go = if self.needs_passphrase {
            let eye = if self.shown { say::HIDE } else { say::SHOW };
            page = page.push(
                field(say::passphrase_of(&to), &self.typed)
                    .secure(self.shown, eye, Message::ShowOrHide)
                    .hint(say::ONCE)
                    .error(self.error())
                    .on_input(|typed| Message::Typed(typed.into()))
                    .on_submit(Message::Open)
                    .id(FIELD),
            );
            let (open, opening) = match self.purpose {
                Purpose::Page => (say::OPEN_MY_PAGE, say::OPENING),
                Purpose::Sign => (say::KEEP_IT, say::KEEPING),
            };
            if self.busy {
                primary_on_glaze(opening)
            } else {
                primary_on_glaze(open)
                    .description(say::NOTHING_TYPED)
                    .id(OPEN)
                    .on_press_maybe((!self.typed.is_empty()).then_some(Message::Open))
            }
        } else {
            primary_on_glaze(say::i_am(&to)).on_press(Message::Arrived)
        };
        let back = (!self.busy).then_some(Message::Back);
        let (otherwise, back) = match self.purpose {
            Purpose::Page => (
                secondary_on_glaze(say::NOT_NOW).on_press(Message::NotNow),
                self.can_go_back
                    .then(|| secondary_on_glaze(BACK).on_press_maybe(back)),
            ),
            Purpose::Sign => (
                secondary_on_glaze(say::BACK_TO_PAGE).on_press_maybe(back),
                None,
            ),
        };
        let ways = Row::new()
            .push(go)
            .push(otherwise)
            .push(back)
            .spacing(space::S16)
            .wrap()
            .vertical_spacing(space::S12);
        page.push(ways).into()
    }
}

/// Names from here on are set in a smaller title.
const LONG: usize = 17;
/// How many letters of an error stand in one line under the field, and how many lines there is always room for.
const A_LINE: usize = 64;
const A_FEW: usize = 2;
const SQUARE: f32 = 0.0;
const LONGEST: usize = 80;

fn corner(ctx: &Ctx<'_>) -> Rectangle {
    Rectangle {
        x: ctx.width().margin(),
        y: space::S32,
        width: ctx.size.width - 2.0 * ctx.width().margin(),
        height: size::COMPACT,
    }
}
