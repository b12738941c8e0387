//! How the app looks and behaves, and what concerns only the one who is here.

mod mine;
pub mod packs;

use super::threshold::{self, fault_of_name};
use super::{Action, Ctx, Entry, Here, Saving, Screen, pieces};
use crate::domain::record::{More, PartTaken};
use crate::domain::settings::{LockDelay, Motion, Paper, TextSize, ThemeChoice};
use crate::domain::{Kind, Part, PersonId, Room, Settings, Words, parts};
use crate::text::{packs as say_packs, settings as say};
use crate::ui::access::nav;
use crate::ui::card::{card, rule};
use crate::ui::controls::{Segment, field, secondary, segments};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, label, read, small, tone};
use crate::ui::{Center, Column, Element, Fill, FillPortion, Row, Task, column, container, row};
use mine::{Mine, Next};
use packs::Packs;

const NAME: &str = "settings/name";

#[derive(Debug, Default)]
pub struct State {
    /// The part just chosen, until it is kept.
    part: Option<Part>,
    /// Of a second person.
    name: Words,
    wrong: Option<&'static str>,
    /// The name a place was asked for, so that a second press does not ask for a second place.
    asked: Option<Words>,
    mine: Mine,
    packs: Packs,
}

#[derive(Debug, Clone)]
pub enum Message {
    Mine(mine::Message),
    Packs(packs::Message),
    Theme(ThemeChoice),
    TextSize(TextSize),
    Motion(Motion),
    Lock(LockDelay),
    Paper(Paper),
    LetJoin(PersonId),
    Part(Part),
    Name(Words),
    Invite,
    Saved,
    NotSaved,
}

/// What only the settings ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Change(Settings),
    Packs(packs::Intent),
    LetJoin(PersonId),
    /// Make a place for a second person by this name, and let them join.
    Invite(Words),
    /// One's own name.
    Rename(Words),
    /// Answered by [`State::changed`], or by [`State::refused`] and [`State::failed`].
    ChangePassphrase {
        current: Words,
        new: Words,
    },
    /// Let these words open one's rooms too. Answered by [`State::made`], or as above.
    MakeRecovery {
        current: Words,
        words: Words,
    },
}

/// What the app says of one's own name, passphrase and recovery words.
impl State {
    pub fn renamed() -> Message {
        Message::Mine(mine::Message::Renamed)
    }

    pub fn changed() -> Message {
        Message::Mine(mine::Message::Changed)
    }

    pub fn made() -> Message {
        Message::Mine(mine::Message::Made)
    }

    /// The passphrase that was given is another one.
    pub fn refused() -> Message {
        Message::Mine(mine::Message::NotYours)
    }

    /// Title, then what to do.
    pub fn failed(what: &str, to_do: &str) -> Message {
        Message::Mine(mine::Message::Failed(what.to_owned(), to_do.to_owned()))
    }

    fn mine(&mut self, message: mine::Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        if ctx.me().is_none() {
            return Action::None;
        }
        match self.mine.update(message, ctx) {
            Next::Stay => Action::None,
            Next::Focus(id) => Action::Run(nav::to(id)),
            Next::Turned => Action::Run(Task::batch([
                pieces::to_the_top(),
                nav::to(mine::focus(&self.mine)),
            ])),
            Next::Rename(name) => Action::Ask(Intent::Rename(name)),
            Next::Change { current, new } => Action::Ask(Intent::ChangePassphrase { current, new }),
            Next::Recovery { current, words } => {
                Action::Ask(Intent::MakeRecovery { current, words })
            }
        }
    }
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self::default()
    }

    fn packs(&mut self, message: packs::Message) -> Action<Message, Intent> {
        match self.packs.update(message) {
            Action::Run(task) => Action::Run(task.map(Message::Packs)),
            Action::Ask(intent) => Action::Ask(Intent::Packs(intent)),
            _ => Action::None,
        }
    }

    fn part(&self, ctx: &Ctx<'_>, me: PersonId) -> Option<Part> {
        self.part.or_else(|| parts::of(ctx.shared, me))
    }

    fn take(&mut self, part: Part, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let Some(me) = ctx.me().filter(|&me| self.part(ctx, me) != Some(part)) else {
            return Action::None;
        };
        self.part = Some(part);
        let more = More::default();
        let what = Kind::Part(PartTaken { part, more });
        Action::Save(vec![Entry::new(Room::Shared, me, what)])
    }

    fn invite(&mut self, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let others = ctx.household.people.first().map(|p| p.name.as_str());
        self.wrong = fault_of_name(&self.name, others);
        if self.wrong.is_some() {
            return Action::Run(nav::to(NAME));
        }
        let name = Words::from(self.name.trim());
        let failed = matches!(ctx.saving, Saving::Failed(..));
        if self.asked.as_ref() == Some(&name) && !failed {
            return Action::None;
        }
        self.asked = Some(name.clone());
        Action::Ask(Intent::Invite(name))
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
            Message::Part(part) => return self.take(part, ctx),
            Message::Name(name) => {
                self.name = name;
                self.wrong = None;
            }
            Message::Invite => return self.invite(ctx),
            Message::Mine(message) => return self.mine(message, ctx),
            Message::Packs(message) => return self.packs(message),
            Message::Saved => self.part = None,
            // The app tries again by itself, and says so.
            Message::NotSaved => {}
        }
        if settings == *ctx.settings {
            Action::None
        } else {
            Action::Ask(Intent::Change(settings))
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        if let Some(page) = self.mine.page(ctx) {
            return page.map(Message::Mine);
        }
        let width = ctx.width();
        let mut page = column![h1(say::TITLE)].spacing(space::S24);
        for person in ctx.household.people.iter().filter(|p| !p.joined) {
            page = page.push(not_joined(person.id, &person.name, width));
        }
        if let Some(me) = ctx.me() {
            page = page.push(self.my_part(ctx, me)).push(rule());
            for own in self.my_own(ctx, me) {
                page = page.push(own).push(rule());
            }
        }
        if ctx.here != Here::Nobody && ctx.household.people.len() == 1 {
            page = page.push(self.second_person(width));
        }
        page = page
            .push(looks(ctx.settings, width))
            .push(rule())
            .push(self.packs.view(ctx).map(Message::Packs))
            .push(rule())
            .push(notes(width));
        let page = container(page).padding(space::S8).max_width(size::PAGE);
        let page = container(page)
            .center_x(Fill)
            .padding([space::S16, width.margin() - space::S8]);
        pieces::scrolled(ctx, page).into()
    }

    fn dialog<'a>(&'a self, _ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        self.mine.dialog().map(|dialog| dialog.map(Message::Mine))
    }

    fn escape(&self) -> Option<Message> {
        let back = Message::Mine(mine::Message::Back);
        self.mine.is_open().then_some(back)
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

impl State {
    fn my_part<'a>(&self, ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
        let note = match ctx.household.other(me) {
            Some(other) => small(say::part_seen_by(&other.name)),
            None => small(say::PART_ALONE),
        };
        let words = column![heading(2, Type::H3, say::ABOUT_YOU), note.style(tone::soft)];
        let choose = threshold::parts(self.part(ctx, me), Message::Part);
        beside(words.spacing(space::S4), choose, ctx.width())
    }

    /// One's name, passphrase and recovery words.
    fn my_own<'a>(&'a self, ctx: &Ctx<'a>, me: PersonId) -> [Element<'a, Message>; 3] {
        let words = |title, note| {
            let note = small(note).style(tone::soft);
            column![heading(2, Type::H3, title), note].spacing(space::S4)
        };
        [
            (say::YOUR_NAME, say::YOUR_NAME_NOTE, self.mine.name(ctx, me)),
            (
                say::PASSPHRASE,
                say::PASSPHRASE_NOTE,
                self.mine.passphrase(),
            ),
            (say::RECOVERY, say::RECOVERY_NOTE, self.mine.recovery()),
        ]
        .map(|(title, note, control)| {
            beside(words(title, note), control.map(Message::Mine), ctx.width())
        })
    }

    fn second_person<'a>(&'a self, width: Width) -> Element<'a, Message> {
        let words = column![
            heading(2, Type::H3, say::SECOND),
            small(say::SECOND_NOTE).style(tone::soft)
        ];
        let name = field(say::NAME, &self.name)
            .error(self.wrong)
            .on_input(|typed| Message::Name(typed.into()))
            .on_submit(Message::Invite)
            .id(NAME);
        let make = secondary(say::MAKE_A_PLACE).on_press(Message::Invite);
        let form = column![container(name).max_width(size::DIALOG), make].spacing(space::S12);
        card(beside(words.spacing(space::S4), form, width))
            .width(Fill)
            .into()
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
    let computer = column![
        heading(2, Type::H3, say::COMPUTER),
        read(say::LEAD).style(tone::soft)
    ]
    .spacing(space::S4);
    column![
        computer,
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
        _ => in_two(words, choose).align_y(Center).into(),
    }
}

/// What a setting is about at the left, what to fill in at the right; both begin at the same height.
fn beside<'a, M: 'a>(
    words: Column<'a, M>,
    control: impl Into<Element<'a, M>>,
    width: Width,
) -> Element<'a, M> {
    match width {
        Width::Narrow => column![words, control.into()].spacing(space::S12).into(),
        _ => in_two(words, control).into(),
    }
}

fn in_two<'a, M: 'a>(words: Column<'a, M>, control: impl Into<Element<'a, M>>) -> Row<'a, M> {
    row![
        words.width(FillPortion(2)),
        container(control).width(FillPortion(3))
    ]
    .spacing(space::S24)
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
