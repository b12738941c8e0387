//! Who will be using this: the one page that is filled in side by side.

use super::frame::Sheet;
use crate::domain::{Household, Words};
use crate::screen::Ctx;
use crate::screen::threshold::fault_of_name;
use crate::text::setup::names as say;
use crate::ui::card::well;
use crate::ui::controls::{field, primary, quiet};
use crate::ui::icon::{Icon, icon};
use crate::ui::person::{self, Mark};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{heading, lead, small, tone};
use crate::ui::{Center, Column, Element, Fill, Row, column, row};

const FIELDS: [&str; 2] = ["setup/first", "setup/second"];

#[derive(Debug, Default)]
pub(super) struct Names {
    typed: [Words; 2],
    wrong: [Option<&'static str>; 2],
    pub(super) alone: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    Typed(usize, Words),
    /// Enter in the first of two fields.
    ToSecond,
    AloneOrTogether,
    Continue,
}

pub(super) enum Next {
    Stay,
    Focus(&'static str),
    Begin(Vec<Words>),
}

impl Names {
    /// With the names of a household that nobody has joined yet.
    pub(super) fn of(household: &Household) -> Self {
        let mut names = Self::default();
        for (typed, person) in names.typed.iter_mut().zip(&household.people) {
            typed.clone_from(&person.name);
        }
        names.alone = household.people.len() == 1;
        names
    }

    pub(super) fn update(&mut self, message: Message) -> Next {
        match message {
            Message::Typed(which, words) => {
                if let (Some(typed), Some(wrong)) =
                    (self.typed.get_mut(which), self.wrong.get_mut(which))
                {
                    *typed = words;
                    *wrong = None;
                }
                Next::Stay
            }
            Message::ToSecond => Next::Focus(FIELDS[1]),
            Message::AloneOrTogether => {
                self.alone = !self.alone;
                self.wrong = [None; 2];
                Next::Focus(FIELDS[0])
            }
            Message::Continue => self.begin(),
        }
    }

    fn begin(&mut self) -> Next {
        let count = if self.alone { 1 } else { 2 };
        let names: Vec<&str> = self.typed[..count].iter().map(|name| name.trim()).collect();
        self.wrong = [None; 2];
        for (at, (wrong, name)) in self.wrong.iter_mut().zip(&names).enumerate() {
            *wrong = fault_of_name(name, names[..at].first().copied());
        }
        match self.wrong.iter().position(Option::is_some) {
            Some(at) => Next::Focus(FIELDS[at]),
            None => Next::Begin(names.into_iter().map(Words::from).collect()),
        }
    }

    pub(super) fn view<'a>(&'a self, ctx: &Ctx<'a>, busy: bool) -> Sheet<'a, Message> {
        let people: Element<'a, Message> = if self.alone {
            self.person(0, say::YOU, say::YOUR_NAME, Message::Continue)
        } else {
            let first = self.person(0, say::FIRST, say::FIRST_NAME, Message::ToSecond);
            let second = self.person(1, say::SECOND, say::SECOND_NAME, Message::Continue);
            match ctx.width() {
                Width::Narrow => column![first, second].spacing(space::S16).into(),
                _ => row![first, second].spacing(space::S48).into(),
            }
        };
        let line = if self.alone {
            say::LEAD_ALONE
        } else {
            say::LEAD
        };
        let body = column![
            lead(line).style(tone::soft),
            people,
            good_to_know(ctx.width())
        ]
        .spacing(space::S24);
        let other = if self.alone {
            say::TOGETHER
        } else {
            say::ALONE
        };
        let forward = if busy {
            primary(say::SETTING_UP)
        } else {
            primary(say::CONTINUE).on_press(Message::Continue)
        };
        Sheet::new(say::TITLE, body)
            .back(
                quiet(other)
                    .flush()
                    .on_press_maybe((!busy).then_some(Message::AloneOrTogether)),
            )
            .forward(forward)
    }

    fn person<'a>(
        &'a self,
        which: usize,
        title: &'static str,
        label: &'static str,
        on_submit: Message,
    ) -> Element<'a, Message> {
        let mark = [Mark::First, Mark::Second][which];
        let name = &self.typed[which];
        let head = row![
            person::mark(mark, name, size::MARK),
            heading(2, Type::H3, title)
        ]
        .spacing(space::S12)
        .align_y(Center);
        let field = field(label, name)
            .placeholder(say::EXAMPLE)
            .error(self.wrong[which])
            .on_input(move |typed| Message::Typed(which, typed.into()))
            .on_submit(on_submit)
            .id(FIELDS[which]);
        column![head, field].spacing(space::S8).width(Fill).into()
    }
}

/// What leaving does and does not do, and what a passphrase can and cannot do: said before anything is written.
fn good_to_know<'a>(width: Width) -> Element<'a, Message> {
    let notes = [
        (Icon::LogOut, say::LEAVING),
        (Icon::Lock, say::PROTECTS),
        (Icon::TriangleAlert, say::CANNOT),
    ];
    let notes = notes.map(|(picture, (title, words))| {
        row![
            icon(picture, size::ICON).style(tone::soft),
            column![
                heading(2, Type::Label, title),
                small(words).style(tone::soft)
            ]
            .spacing(space::S4)
        ]
        .spacing(space::S12)
        .width(Fill)
        .into()
    });
    well(match width {
        Width::Narrow | Width::Compact => {
            Element::from(Column::with_children(notes).spacing(space::S16))
        }
        Width::Wide | Width::Large => Row::with_children(notes).spacing(space::S24).into(),
    })
    .width(Fill)
    .into()
}
