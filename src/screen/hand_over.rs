//! The laptop is passed on. Nothing that either person wrote is held here, and nothing moves.

use super::{Action, Ctx, Here, Screen};
use crate::domain::{PersonId, Words};
use crate::text::{common, hand_over as say};
use crate::ui::access::nav;
use crate::ui::art::Look;
use crate::ui::controls::{field, primary, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::shard::{self, Arrangement};
use crate::ui::text::{heading, lead, small, text};
use crate::ui::theme::style;
use crate::ui::{
    Center, Element, Fill, Padding, Row, Stack, Theme, column, container, mark, person, row,
    scrollable,
};
use iced::widget::themer;
use iced::{Rectangle, Size};
use unicode_segmentation::UnicodeSegmentation;

const FIELD: &str = "hand-over/passphrase";

#[derive(Debug)]
pub struct State {
    to: PersonId,
    /// Whose page was open until now.
    from: Option<PersonId>,
    needs_passphrase: bool,
    typed: Words,
    shown: bool,
    busy: bool,
    refused: Option<(&'static str, &'static str)>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Arrived,
    Typed(Words),
    ShowOrHide,
    Open,
    NotNow,
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
}

impl State {
    pub fn new(ctx: &Ctx<'_>, to: PersonId, needs_passphrase: bool) -> Self {
        let was_writing = |other: PersonId, joined: bool| {
            // While setting up, the first one's answers come just before the second one's.
            let setting_up = ctx.here == Here::Nobody && joined;
            ctx.here == Here::One(other) || ctx.proved.contains(&other) || setting_up
        };
        let from = ctx
            .household
            .other(to)
            .filter(|other| was_writing(other.id, other.joined))
            .map(|other| other.id);
        Self {
            to,
            from,
            needs_passphrase,
            typed: Words::default(),
            shown: false,
            busy: false,
            refused: None,
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
            Message::NotNow => {
                self.typed = Words::default();
                Action::Ask(Intent::NotNow)
            }
            Message::LeaveQuickly => Action::LeaveQuickly,
            Message::Refused(notice) => {
                self.busy = false;
                self.refused = Some(notice);
                Action::Run(nav::to(FIELD))
            }
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let places = shard::places(Arrangement::HandOver, ctx.size);
        let page: Element<'a, Message> = match places.lower {
            Some(lower) if roomy(ctx) => {
                let art = shard::threshold(look(ctx.theme), Arrangement::HandOver);
                let brand = Rectangle {
                    x: ctx.width().margin(),
                    width: lower.x,
                    ..lower
                };
                Stack::new()
                    .push(art)
                    .push(at(ctx.size, corner(ctx), leave(ctx)))
                    .push(at(
                        ctx.size,
                        places.upper,
                        container(self.title(ctx)).center_y(Fill),
                    ))
                    .push(at(ctx.size, lower, self.way_on(ctx)))
                    .push(at(
                        ctx.size,
                        brand,
                        container(goldseam(ctx)).align_bottom(Fill),
                    ))
                    .into()
            }
            // Where the glaze has no room for words beside its gold, they come first and the gold below them.
            _ => {
                let words = column![self.title(ctx), self.way_on(ctx)]
                    .spacing(space::S16)
                    .padding(space::S8);
                let art = shard::threshold(look(ctx.theme), Arrangement::HandOver);
                column![
                    container(leave(ctx)).align_right(Fill),
                    container(scrollable(words).width(Fill)).center_y(Fill),
                    container(art).height(space::S48)
                ]
                .padding(
                    Padding::from(ctx.width().margin())
                        .top(space::S16)
                        .bottom(space::S8),
                )
                .spacing(space::S8)
                .into()
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
        let first = match self.from {
            Some(from) => say::nothing_behind(&to, &short(ctx.name(from))),
            None => say::for_you_alone(&to),
        };
        let words = lead(format!("{first} {}", say::TAKE_TIME));
        let mut page = column![words].spacing(space::S16);
        let go = if self.needs_passphrase {
            let eye = if self.shown { say::HIDE } else { say::SHOW };
            let error = self
                .refused
                .map(|(title, to_do)| format!("{title} {to_do}"));
            page = page.push(
                field(say::passphrase_of(&to), &self.typed)
                    .secure(self.shown, eye, Message::ShowOrHide)
                    .hint(say::ONCE)
                    .error(error)
                    .on_input(|typed| Message::Typed(typed.into()))
                    .on_submit(Message::Open)
                    .id(FIELD),
            );
            if self.busy {
                primary(say::OPENING)
            } else {
                primary(say::OPEN_MY_PAGE)
                    .description(say::NOTHING_TYPED)
                    .on_press_maybe((!self.typed.is_empty()).then_some(Message::Open))
            }
        } else {
            primary(say::i_am(&to)).on_press(Message::Arrived)
        };
        let ways = Row::new()
            .push(go)
            .push(secondary(say::NOT_NOW).on_press(Message::NotNow))
            .spacing(space::S16)
            .wrap()
            .vertical_spacing(space::S12);
        page.push(ways).into()
    }
}

/// Names from here on are set in a smaller title.
const LONG: usize = 17;
const SQUARE: f32 = 0.0;
const LONGEST: usize = 80;

/// A name as it fits into a button or a line.
fn short(name: &str) -> String {
    const FITS: usize = 24;
    within(name, FITS)
}

/// A name cut to so many letters as its writer sees them.
fn within(name: &str, most: usize) -> String {
    let mut letters = name.graphemes(true);
    let kept: String = letters.by_ref().take(most).collect();
    if letters.next().is_none() {
        kept
    } else {
        format!("{kept}…")
    }
}

/// Whether words fit above and below the gold.
fn roomy(ctx: &Ctx<'_>) -> bool {
    ctx.width() != Width::Narrow && ctx.size.height > size::MEASURE
}

fn corner(ctx: &Ctx<'_>) -> Rectangle {
    Rectangle {
        x: ctx.width().margin(),
        y: space::S32,
        width: ctx.size.width - 2.0 * ctx.width().margin(),
        height: size::COMPACT,
    }
}

fn leave<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let words = row![
        small(common::shift_left(ctx.shift_taps)),
        secondary(common::LEAVE_QUICKLY)
            .icon(Icon::LogOut)
            .compact()
            .on_press(Message::LeaveQuickly)
    ];
    container(words.spacing(space::S12).align_y(Center))
        .align_right(Fill)
        .into()
}

fn goldseam<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    row![
        mark::mark(look(ctx.theme), size::MARK),
        text(Type::H3, common::APP_NAME)
    ]
    .spacing(space::S12)
    .align_y(Center)
    .into()
}

fn look(theme: &Theme) -> Look {
    Look {
        dark: *theme == Theme::Dark,
        high_contrast: *theme == Theme::HighContrast,
    }
}

/// Lays `content` over the window at `place`.
fn at<'a>(
    window: Size,
    place: Rectangle,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let padding = Padding {
        top: place.y,
        left: place.x,
        right: window.width - place.x - place.width,
        bottom: window.height - place.y - place.height,
    };
    container(container(content).width(Fill).height(Fill))
        .padding(padding)
        .width(Fill)
        .height(Fill)
        .into()
}
