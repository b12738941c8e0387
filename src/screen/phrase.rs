//! A new passphrase: five words drawn by chance, or words of one's own.

use super::Ctx;
use crate::domain::Words;
use crate::domain::passphrase::{self, Hint, Reason};
use crate::text::setup::passphrase as say;
use crate::ui::access::{Live, Role, access};
use crate::ui::card::well;
use crate::ui::controls::{Button, field, primary, quiet, secondary};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{label, lead, small, text, tone};
use crate::ui::{Element, Fill, Row, column, row};

const MINE: &str = "setup/passphrase";
const AGAIN: &str = "setup/passphrase-again";

#[derive(Debug)]
pub(super) struct Phrase {
    offered: Option<Words>,
    /// Words of one's own are being typed.
    own: bool,
    typed: Words,
    again: Words,
    shown: bool,
    /// Why the last try did not go through.
    wrong: Option<Wrong>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    TooShort,
    Different,
}

#[derive(Debug, Clone)]
pub enum Message {
    OtherWords,
    UseThese,
    Own,
    Offer,
    Typed(Words),
    Again(Words),
    ShowOrHide,
    /// Enter in the first of two fields.
    ToAgain,
    UseMine,
}

pub(super) enum Next {
    Stay,
    Focus(&'static str),
    Use(Words),
}

/// Screens take no randomness from outside; this is the one that needs some, and nothing it draws is ever compared or kept
/// but the words themselves.
fn draw() -> Option<Words> {
    passphrase::five_words(getrandom::fill).ok()
}

impl Phrase {
    pub(super) fn new() -> Self {
        let offered = draw();
        Self {
            own: offered.is_none(),
            offered,
            typed: Words::default(),
            again: Words::default(),
            shown: false,
            wrong: None,
        }
    }

    #[cfg(test)]
    pub(super) fn holds_words(&self) -> bool {
        !(self.typed.is_empty() && self.again.is_empty())
    }

    pub(super) fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Next {
        match message {
            Message::OtherWords => self.offered = draw().or_else(|| self.offered.take()),
            Message::UseThese => {
                if let Some(words) = &self.offered {
                    return Next::Use(words.clone());
                }
            }
            Message::Own => {
                self.own = true;
                return Next::Focus(MINE);
            }
            Message::Offer => *self = Self::new(),
            Message::Typed(words) => {
                self.typed = words;
                self.wrong = None;
            }
            Message::Again(words) => {
                self.again = words;
                self.wrong = None;
            }
            Message::ShowOrHide => self.shown = !self.shown,
            Message::ToAgain => return Next::Focus(AGAIN),
            Message::UseMine => return self.take(ctx),
        }
        Next::Stay
    }

    fn take(&mut self, ctx: &Ctx<'_>) -> Next {
        if self.hint(ctx) == Hint::TooShort {
            self.wrong = Some(Wrong::TooShort);
            Next::Focus(MINE)
        } else if !self.shown && self.typed != self.again {
            self.wrong = Some(Wrong::Different);
            Next::Focus(AGAIN)
        } else {
            Next::Use(self.typed.clone())
        }
    }

    fn hint(&self, ctx: &Ctx<'_>) -> Hint {
        let names: Vec<&str> = ctx
            .household
            .people
            .iter()
            .map(|person| person.name.as_str())
            .collect();
        passphrase::hint(&self.typed, &names)
    }

    /// What is offered or typed, and what a forgotten one means. `other` is whom it does not open for either.
    pub(super) fn view<'a>(&'a self, ctx: &Ctx<'a>, other: Option<&str>) -> Element<'a, Message> {
        let forgotten = match other {
            Some(other) => say::forgotten_two(other),
            None => say::FORGOTTEN_ALONE.into(),
        };
        let forgotten = well(
            row![
                icon(Icon::TriangleAlert, size::ICON).style(tone::warning),
                column![label(say::IF_FORGOTTEN), small(forgotten).style(tone::soft)]
                    .spacing(space::S4)
                    .width(Fill)
            ]
            .spacing(space::S12),
        )
        .width(Fill);
        let words = match &self.offered {
            Some(offered) if !self.own => offer(offered),
            _ => self.fields(ctx),
        };
        column![words, forgotten].spacing(space::S24).into()
    }

    /// The button that takes it.
    pub(super) fn forward<'a>(&self, busy: bool) -> Button<'a, Message> {
        if busy {
            primary(say::MAKING)
        } else if self.own {
            primary(say::USE_MINE)
                .description(say::NOTHING_TYPED)
                .on_press_maybe((!self.typed.is_blank()).then_some(Message::UseMine))
        } else {
            primary(say::USE_THESE).on_press(Message::UseThese)
        }
    }

    fn fields<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let hint = self.hint(ctx);
        let eye = if self.shown { say::HIDE } else { say::SHOW };
        let on_submit = if self.shown {
            Message::UseMine
        } else {
            Message::ToAgain
        };
        let too_short = (self.wrong == Some(Wrong::TooShort)).then_some(say::TOO_SHORT);
        let mut mine = field(say::MINE, &self.typed)
            .placeholder(say::EXAMPLE)
            .secure(self.shown, eye, Message::ShowOrHide)
            .error(too_short)
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(on_submit)
            .id(MINE);
        if !self.typed.is_blank() {
            mine = mine.hint(words_of(hint));
        }
        let opening = if self.offered.is_some() {
            say::LEAD_OWN
        } else {
            say::NO_CHANCE
        };
        let mut page = column![lead(opening).style(tone::soft), mine].spacing(space::S16);
        // What one can read over needs no second time.
        if !self.shown {
            let different = (self.wrong == Some(Wrong::Different)).then_some(say::DIFFERENT);
            page = page.push(
                field(say::AGAIN, &self.again)
                    .secure(false, say::SHOW, Message::ShowOrHide)
                    .error(different)
                    .on_input(|typed| Message::Again(typed.into()))
                    .on_submit(Message::UseMine)
                    .id(AGAIN),
            );
        }
        page.push(
            quiet(say::OFFER_AGAIN)
                .flush()
                .icon(Icon::Dices)
                .on_press(Message::Offer),
        )
        .into()
    }
}

fn offer(words: &Words) -> Element<'_, Message> {
    let shown = text(Type::H2, words.as_str()).width(Fill);
    let shown = access(Role::Status, shown)
        .name(format!("{}: {}", say::THE_WORDS, words.as_str()))
        .live(Live::Polite);
    column![
        lead(say::LEAD).style(tone::soft),
        crate::ui::card::card(shown).width(Fill),
        Row::new()
            .push(
                secondary(say::OTHER_WORDS)
                    .icon(Icon::Dices)
                    .on_press(Message::OtherWords)
            )
            .push(quiet(say::OWN_WORDS).on_press(Message::Own))
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S8)
    ]
    .spacing(space::S16)
    .into()
}

/// What can be said honestly of a passphrase of one's own.
fn words_of(hint: Hint) -> &'static str {
    match hint {
        Hint::TooShort => say::TOO_SHORT,
        Hint::Guessable(Reason::Name) => say::LEANS_ON_A_NAME,
        Hint::Guessable(Reason::Date) => say::LEANS_ON_A_DATE,
        Hint::Guessable(Reason::CommonWord) => say::COMMON_WORDS,
        Hint::Guessable(Reason::Pattern) => say::PATTERN,
        Hint::Fair => say::FAIR,
        Hint::Strong => say::STRONG,
    }
}
