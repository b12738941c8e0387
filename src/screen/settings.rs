//! How the app looks and behaves.

use super::{Action, Ctx, Screen};
use crate::domain::settings::{LockDelay, Motion, Paper, TextSize, ThemeChoice};
use crate::domain::{PersonId, Settings};
use crate::text::settings as say;
use crate::ui::card::{card, rule};
use crate::ui::controls::{Segment, secondary, segments};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, label, lead, read, small, tone};
use crate::ui::{Center, Element, Fill, FillPortion, Row, column, container, row, scrollable};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Theme(ThemeChoice),
    TextSize(TextSize),
    Motion(Motion),
    Lock(LockDelay),
    Paper(Paper),
    LetJoin(PersonId),
}

/// What only the settings ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Change(Settings),
    LetJoin(PersonId),
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let mut settings = ctx.settings.clone();
        match message {
            Message::Theme(theme) => settings.theme = theme,
            Message::TextSize(text_size) => settings.text_size = text_size,
            Message::Motion(motion) => settings.motion = motion,
            Message::Lock(lock) => settings.lock = lock,
            Message::Paper(paper) => settings.paper = paper,
            Message::LetJoin(person) => return Action::Ask(Intent::LetJoin(person)),
        }
        if settings == *ctx.settings {
            Action::None
        } else {
            Action::Ask(Intent::Change(settings))
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let width = ctx.width();
        let mut page =
            column![column![h1(say::TITLE), lead(say::LEAD).style(tone::soft)].spacing(space::S4)]
                .spacing(space::S24);
        for person in ctx.household.people.iter().filter(|p| !p.joined) {
            page = page.push(not_joined(person.id, &person.name, width));
        }
        page = page.push(looks(ctx.settings, width)).push(notes(width));
        let page = container(page).padding(space::S8).max_width(size::PAGE);
        let page = container(page)
            .center_x(Fill)
            .padding([space::S16, width.margin() - space::S8]);
        scrollable(page).width(Fill).height(Fill).into()
    }
}

fn not_joined<'a>(person: PersonId, name: &'a str, width: Width) -> Element<'a, Message> {
    let words = column![
        heading(2, Type::H3, say::not_joined(name)),
        small(say::not_joined_note(name)).style(tone::soft)
    ]
    .spacing(space::S4)
    .width(Fill);
    // A long name stands beside the button, not in it.
    let word = if name.chars().count() > LONG {
        secondary(say::LET_JOIN)
    } else {
        secondary(say::let_join(name))
    };
    let button = word
        .name(say::let_join(name))
        .on_press(Message::LetJoin(person));
    let content: Element<'a, Message> = match width {
        Width::Narrow => column![words, button].spacing(space::S12).into(),
        _ => row![words, button]
            .spacing(space::S24)
            .align_y(Center)
            .into(),
    };
    card(content).width(Fill).into()
}

const LONG: usize = 24;

fn looks<'a>(settings: &Settings, width: Width) -> Element<'a, Message> {
    let theme = [
        Segment::new(ThemeChoice::System, say::SYSTEM),
        Segment::new(ThemeChoice::Light, say::LIGHT),
        Segment::new(ThemeChoice::Dark, say::DARK),
        Segment::new(ThemeChoice::HighContrast, say::HIGH_CONTRAST),
    ];
    let text_size = [
        Segment::new(TextSize::Normal, say::NORMAL),
        Segment::new(TextSize::Large, say::LARGE),
        Segment::new(TextSize::Larger, say::LARGER),
    ];
    let motion = [
        Segment::new(Motion::Gentle, say::GENTLE),
        Segment::new(Motion::Still, say::STILL),
    ];
    let lock = [
        Segment::new(LockDelay::TwoMinutes, say::TWO_MINUTES),
        Segment::new(LockDelay::FiveMinutes, say::FIVE_MINUTES),
        Segment::new(LockDelay::TenMinutes, say::TEN_MINUTES),
        Segment::new(LockDelay::HalfAnHour, say::HALF_AN_HOUR),
    ];
    let paper = [
        Segment::new(Paper::A4, say::A4),
        Segment::new(Paper::Letter, say::LETTER),
    ];
    column![
        setting(
            say::THEME,
            None,
            theme,
            settings.theme,
            Message::Theme,
            width
        ),
        rule(),
        setting(
            say::TEXT_SIZE,
            None,
            text_size,
            settings.text_size,
            Message::TextSize,
            width
        ),
        rule(),
        setting(
            say::MOTION,
            None,
            motion,
            settings.motion,
            Message::Motion,
            width
        ),
        rule(),
        setting(
            say::LOCK,
            Some(say::LOCK_NOTE),
            lock,
            settings.lock,
            Message::Lock,
            width
        ),
        rule(),
        setting(
            say::PAPER,
            None,
            paper,
            settings.paper,
            Message::Paper,
            width
        ),
    ]
    .spacing(space::S16)
    .into()
}

/// What is set at the left, the words to set it to at the right.
fn setting<'a, T: Copy + PartialEq>(
    name: &'static str,
    note: Option<&'static str>,
    options: impl IntoIterator<Item = Segment<'a, T>>,
    now: T,
    message: impl Fn(T) -> Message,
    width: Width,
) -> Element<'a, Message> {
    let mut words = column![label(name)].spacing(space::S4);
    if let Some(note) = note {
        words = words.push(small(note).style(tone::soft));
    }
    let choose = segments(name, options, Some(now), message);
    match width {
        Width::Narrow => column![words, choose].spacing(space::S8).into(),
        _ => Row::new()
            .push(words.width(FillPortion(2)))
            .push(container(choose).width(FillPortion(3)))
            .spacing(space::S24)
            .align_y(Center)
            .into(),
    }
}

fn notes<'a>(width: Width) -> Element<'a, Message> {
    let note = |title, words| {
        column![heading(2, Type::H3, title), read(words).style(tone::soft)]
            .spacing(space::S4)
            .width(Fill)
    };
    let kept = note(say::WHERE, say::WHERE_WORDS);
    let open = note(say::NOT_PROTECTED, say::NOT_PROTECTED_WORDS);
    match width {
        Width::Narrow => column![kept, open].spacing(space::S24).into(),
        _ => row![kept, open].spacing(space::S48).into(),
    }
}
