//! Who is here?

use super::pieces;
use super::threshold::{at, band, brand, first_of, leave};
use super::{Action, Ctx, Place, Screen};
use crate::domain::{Person, PersonId, Words};
use crate::text::{common, door as say};
use crate::ui::access::nav;
use crate::ui::controls::{field, list_row, primary, quiet, radio, secondary};
use crate::ui::icon::Icon;
use crate::ui::notice::aside;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::shard::{self, Arrangement};
use crate::ui::text::{heading, label, lead, read, small, text, threshold_text, tone};
use crate::ui::{Center, Element, Fill, Padding, Stack, column, container, person, row, scrolled};
use iced::Rectangle;

/// What scrolls.
const PAGE: &str = "door/page";
const FIELD: &str = "door/passphrase";
const OPEN: &str = "door/open";

#[derive(Debug)]
pub struct State {
    who: Option<Who>,
    /// For both: whose passphrase it will be.
    whose: Option<PersonId>,
    typed: Words,
    shown: bool,
    busy: bool,
    refused: Option<(&'static str, &'static str)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    One(PersonId),
    Both,
}

#[derive(Debug, Clone)]
pub enum Message {
    Chose(Who),
    Whose(PersonId),
    Typed(Words),
    ShowOrHide,
    Open,
    Back,
    Help,
    LeaveQuickly,
    /// Title, then what to do.
    Refused((&'static str, &'static str)),
}

/// What only the door asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Open with this person's passphrase: their rooms, or for both only the shared one.
    Unlock {
        person: PersonId,
        passphrase: Words,
        both: bool,
    },
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self {
            who: None,
            whose: None,
            typed: Words::default(),
            shown: false,
            busy: false,
            refused: None,
        }
    }

    fn person(&self) -> Option<PersonId> {
        match self.who? {
            Who::One(person) => Some(person),
            Who::Both => self.whose,
        }
    }

    fn open(&mut self) -> Action<Message, Intent> {
        let Some(person) = self.person().filter(|_| !self.busy) else {
            return Action::None;
        };
        if self.typed.is_empty() {
            return Action::Run(nav::to(FIELD));
        }
        self.busy = true;
        self.refused = None;
        Action::Ask(Intent::Unlock {
            person,
            passphrase: self.typed.clone(),
            both: self.who == Some(Who::Both),
        })
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Chose(who) => {
                self.who = Some(who);
                match who {
                    Who::One(_) => Action::Run(nav::to(FIELD)),
                    Who::Both => Action::Run(first_of(PAGE)),
                }
            }
            Message::Whose(person) => {
                self.whose = Some(person);
                self.refused = None;
                Action::Run(nav::to(FIELD))
            }
            Message::Typed(words) => {
                self.typed = words;
                Action::None
            }
            Message::ShowOrHide => {
                self.shown = !self.shown;
                Action::None
            }
            Message::Open => self.open(),
            // While the key is being derived there is no way back: the answer would find nobody.
            Message::Back if self.busy => Action::None,
            Message::Back => {
                *self = Self::new(ctx);
                Action::Run(first_of(PAGE))
            }
            Message::Refused(notice) => {
                self.busy = false;
                self.refused = Some(notice);
                // By way of the button, so that in a low window what is said under the field is in view too.
                Action::Run(nav::to(OPEN).chain(nav::to(FIELD)))
            }
            Message::Help => Action::Go(Place::Help),
            Message::LeaveQuickly => Action::LeaveQuickly,
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let places = shard::places(Arrangement::Door, ctx.size);
        let narrow = ctx.width() == Width::Narrow;
        let mut layers = Stack::new().push(shard::threshold(ctx.theme.into(), Arrangement::Door));
        let mut body = column![].height(Fill);
        if narrow {
            let place = Rectangle {
                width: places.content.width,
                ..places.upper
            };
            layers = layers.push(at(ctx.size, place, band(ctx, Message::LeaveQuickly)));
        } else {
            layers = layers.push(at(ctx.size, places.upper, motto(ctx)));
            body = body.push(
                container(leave(ctx, Message::LeaveQuickly)).padding(Padding::ZERO.top(space::S32)),
            );
        }
        if let Some(lower) = places.lower {
            let words = read(say::ABOUT_THE_BOWL).style(threshold_text);
            layers = layers.push(at(
                ctx.size,
                lower,
                container(words).align_bottom(Fill).max_width(size::DIALOG),
            ));
        }
        let page = match self.who {
            None => who_is_here(ctx),
            Some(who) => self.passphrase(ctx, who),
        };
        let page = container(page).padding(space::S8).max_width(size::MEASURE);
        let page = scrolled(ctx.theme, page).id(PAGE).spacing(space::S4);
        body = body.push(container(page).center_y(Fill));
        layers = layers.push(at(ctx.size, places.content, body));
        if let Some(footer) = places.footer {
            layers = layers.push(at(ctx.size, footer, help(narrow)));
        }
        layers.into()
    }

    fn escape(&self) -> Option<Message> {
        self.who.map(|_| Message::Back)
    }
}

fn who_is_here<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let joined: Vec<&Person> = ctx.household.joined().collect();
    let mut rows = column![].spacing(space::S12);
    for person in &joined {
        rows = rows.push(list_row(
            Some(leading(person::mark(
                pieces::mark(person.mark),
                &person.name,
                size::MARK_LARGE,
            ))),
            person.name.as_str(),
            Some(say::OWN_SPACE),
            Message::Chose(Who::One(person.id)),
        ));
    }
    let mut line = say::ONLY_YOURS;
    if let [first, second] = joined.as_slice() {
        line = say::PRIVATE_STAYS_SHUT;
        rows = rows.push(list_row(
            Some(leading(person::pair(
                &first.name,
                &second.name,
                size::MARK,
                |tokens| tokens.sheet,
            ))),
            say::BOTH_OF_US,
            Some(say::SHARED_SPACE),
            Message::Chose(Who::Both),
        ));
    }
    let mut page = column![title(ctx, say::WHO_IS_HERE.into(), line), rows].spacing(space::S24);
    if let Some(passphrase) = ctx.made_up {
        page = page.push(aside(Icon::Info, say::made_up(passphrase)));
    }
    page.into()
}

/// Marks of one and of two stand on the same line, with the words after them.
fn leading<'a>(marks: Element<'a, Message>) -> Element<'a, Message> {
    container(marks).center_x(space::S64).into()
}

impl State {
    fn passphrase<'a>(&'a self, ctx: &Ctx<'a>, who: Who) -> Element<'a, Message> {
        let mut page = column![].spacing(space::S16);
        page = match who {
            Who::One(person) => {
                page.push(title(ctx, say::welcome(ctx.name(person)), say::OPENS_YOURS))
            }
            Who::Both => page
                .push(title(ctx, say::WELCOME_BOTH.into(), say::EITHER_OPENS))
                .push(radio(
                    say::WHOSE,
                    ctx.household
                        .joined()
                        .map(|person| (person.id, person.name.as_str().into())),
                    self.whose,
                    Message::Whose,
                )),
        };
        let eye = if self.shown { say::HIDE } else { say::SHOW };
        let error = self
            .refused
            .map(|(title, to_do)| format!("{title} {to_do}"));
        let name = match (who, self.whose) {
            (Who::Both, Some(person)) => say::passphrase_of(ctx.name(person)),
            _ => say::YOUR_PASSPHRASE.into(),
        };
        let mut passphrase = field(name, &self.typed)
            .secure(self.shown, eye, Message::ShowOrHide)
            .hint(say::CANNOT_BE_RESET)
            .error(error)
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(Message::Open)
            .id(FIELD);
        if self.person().is_none() {
            passphrase = passphrase.unavailable(say::CHOOSE_WHOSE);
        }
        let open = if self.busy {
            primary(say::OPENING)
        } else {
            let ready = self.person().is_some() && !self.typed.is_empty();
            primary(say::OPEN)
                .on_press_maybe(ready.then_some(Message::Open))
                .description(say::NOTHING_TYPED)
                .id(OPEN)
        };
        let back = secondary(common::BACK).on_press_maybe((!self.busy).then_some(Message::Back));
        page = page
            .push(passphrase)
            .push(row![open, back].spacing(space::S12));
        if let Some(passphrase) = ctx.made_up {
            page = page.push(aside(Icon::Info, say::made_up(passphrase)));
        }
        page.into()
    }
}

fn title<'a>(ctx: &Ctx<'_>, title: String, line: &'a str) -> Element<'a, Message> {
    let style = match ctx.width() {
        _ if title.chars().count() > LONG => Type::H2,
        Width::Narrow => Type::H2,
        _ => Type::Display,
    };
    let mut words = column![heading(1, style, title)].spacing(space::S4);
    if ctx.width() != Width::Narrow {
        words = words.push(lead(line).style(tone::soft));
    }
    words.into()
}

/// A title longer than this is set smaller, so that it does not push the page down.
const LONG: usize = 24;

fn motto<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let words = match ctx.width() {
        Width::Narrow | Width::Compact => text(Type::H2, say::MOTTO),
        Width::Wide | Width::Large => text(Type::Display, say::MOTTO_IN_LINES),
    };
    column![
        container(brand()).padding(Padding::ZERO.top(space::S24)),
        container(words.style(threshold_text))
            .max_width(size::DIALOG)
            .center_y(Fill)
    ]
    .spacing(space::S24)
    .into()
}

fn help<'a>(narrow: bool) -> Element<'a, Message> {
    let way = quiet(common::HELP_AND_SAFETY)
        .icon(Icon::LifeBuoy)
        .on_press(Message::Help);
    let words = if narrow {
        small(say::NOT_SAFE)
    } else {
        label(say::NOT_SAFE).font(crate::ui::fonts::SANS)
    };
    container(
        row![words.style(tone::soft).width(Fill), way]
            .spacing(space::S16)
            .align_y(Center),
    )
    .center_y(Fill)
    .into()
}
