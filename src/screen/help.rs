//! Help and safety.
//!
//! One step from anywhere, and open to anyone: it knows nothing of the people but where they came from.

use super::threshold::bar;
use super::{Action, Ctx, Here, Screen, pieces};
use crate::content::schema::{Country, HelpLine};
use crate::text::help as say;
use crate::ui::access::{Ring, Role, access};
use crate::ui::card::{card, rule, well};
use crate::ui::controls::{choice, primary};
use crate::ui::icon::{Icon, icon};
use crate::ui::notice::{Kind, banner};
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h1, heading, lead, read, small, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Column, Element, Fill, Row, Theme, column, container, fonts, row};
use iced::Border;
use iced::widget::text::LineHeight;
use iced::widget::text_input;

#[derive(Debug)]
pub struct State {
    /// The list of countries is open.
    open: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    OpenOrShut,
    /// A place in the list of countries, or all of them.
    Country(Option<usize>),
    Close,
    LeaveQuickly,
}

/// What only the help page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Back to where one came from.
    Close,
    ChooseCountry(Option<String>),
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self { open: false }
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::OpenOrShut => {
                self.open = !self.open;
                Action::None
            }
            Message::Country(which) => {
                self.open = false;
                let country = which.and_then(|at| ctx.library.support.countries.get(at));
                Action::Ask(Intent::ChooseCountry(country.map(|c| c.id.clone())))
            }
            Message::Close => Action::Ask(Intent::Close),
            Message::LeaveQuickly => Action::LeaveQuickly,
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let width = ctx.width();
        let support = &ctx.library.support;
        let chosen = chosen(ctx);
        let mut page = column![
            row![
                container(h1(say::TITLE)).width(Fill),
                primary(say::CLOSE).on_press(Message::Close)
            ]
            .spacing(space::S16)
            .align_y(Center),
            banner(Kind::Warning, support.first.as_str(), "", None),
            lead(say::CALLING),
            self.countries(ctx, chosen)
        ]
        .spacing(space::S16);
        let listed: Vec<&Country> = match chosen.and_then(|at| support.countries.get(at)) {
            Some(country) => vec![country],
            None => support.countries.iter().collect(),
        };
        // What helps anywhere stands first where no country is chosen, and is found without scrolling past all of them.
        let anywhere = group(say::ANYWHERE, &support.anywhere, width);
        page = if chosen.is_some() {
            listed
                .iter()
                .fold(page, |page, c| page.push(group(&c.name, &c.lines, width)))
                .push(anywhere)
        } else {
            listed.iter().fold(page.push(anywhere), |page, c| {
                page.push(group(&c.name, &c.lines, width))
            })
        };
        page = page
            .push(
                small(format!(
                    "{} {}",
                    say::checked(&support.checked),
                    support.note
                ))
                .style(tone::soft),
            )
            .push(rule())
            .push(safety(&support.limits, width));
        let page = container(page).padding(space::S8).max_width(size::PAGE);
        let page = container(page)
            .center_x(Fill)
            .padding([space::S16, width.margin() - space::S8]);
        let page = pieces::scrolled(ctx, page);
        if ctx.here != Here::Nobody {
            return page.into();
        }
        container(column![bar(ctx, Message::LeaveQuickly), rule(), page])
            .width(Fill)
            .height(Fill)
            .style(style::paper)
            .into()
    }

    fn escape(&self) -> Option<Message> {
        Some(if self.open {
            Message::OpenOrShut
        } else {
            Message::Close
        })
    }
}

impl State {
    fn countries<'a>(&self, ctx: &Ctx<'a>, chosen: Option<usize>) -> Element<'a, Message> {
        let all = [(None, say::ALL_COUNTRIES.into())];
        let countries = ctx.library.support.countries.iter().enumerate();
        let list = choice(
            say::COUNTRY,
            all.into_iter()
                .chain(countries.map(|(at, country)| (Some(at), country.name.as_str().into()))),
            Some(chosen),
            self.open,
            Message::OpenOrShut,
            Message::Country,
        );
        column![
            container(list).max_width(size::MEASURE / 2.0),
            small(say::REMEMBERED).style(tone::soft)
        ]
        .spacing(space::S4)
        .into()
    }
}

/// Which country's lines to show; one that is not in the list is as none.
fn chosen(ctx: &Ctx<'_>) -> Option<usize> {
    let id = ctx.settings.country.as_deref()?;
    let countries = &ctx.library.support.countries;
    countries.iter().position(|country| country.id == id)
}

fn group<'a>(name: &'a str, lines: &'a [HelpLine], width: Width) -> Element<'a, Message> {
    let cards: Element<'a, Message> = match width {
        Width::Narrow => Column::with_children(lines.iter().map(line))
            .spacing(space::S12)
            .into(),
        _ => {
            let rows = lines.chunks(2).map(|pair| {
                let mut cards = Row::with_children(pair.iter().map(line)).spacing(space::S16);
                if pair.len() == 1 {
                    cards = cards.push(crate::ui::Space::new().width(Fill));
                }
                cards.into()
            });
            Column::with_children(rows).spacing(space::S16).into()
        }
    };
    column![heading(2, Type::H3, name), cards]
        .spacing(space::S8)
        .into()
}

fn line(line: &HelpLine) -> Element<'_, Message> {
    let mut content = column![
        heading(3, Type::Label, line.name.as_str()),
        small(line.about.as_str()).style(tone::soft)
    ]
    .spacing(space::S4);
    let ways = [
        (Icon::Phone, say::CALL, say::call_of(&line.name), &line.call),
        (
            Icon::MessageSquare,
            say::TEXT,
            say::text_of(&line.name),
            &line.text,
        ),
        (Icon::Globe, say::WEB, say::web_of(&line.name), &line.web),
    ];
    for (picture, word, name, value) in ways {
        if !value.is_empty() {
            let face = row![
                icon(picture, size::ICON).style(tone::soft),
                small(word).style(tone::soft),
                copyable(name, value)
            ]
            .spacing(space::S8)
            .align_y(Center);
            content = content.push(face);
        }
    }
    if !line.hours.is_empty() {
        content = content.push(small(line.hours.as_str()).style(tone::soft));
    }
    card(content).width(Fill).into()
}

/// A number in large letters that can be selected and copied. iced's text cannot, so this is a field nobody can type into.
fn copyable<'a>(name: String, value: &'a str) -> Element<'a, Message> {
    let input = text_input("", value)
        .font(fonts::BOOK)
        .size(Type::H3.size())
        .line_height(LineHeight::Absolute(Type::H3.line().into()))
        .padding(space::S4)
        .style(|theme: &Theme, status| text_input::Style {
            background: theme.tokens().sheet.into(),
            border: Border::default(),
            value: theme.tokens().ink,
            ..style::field(theme, status)
        });
    access(Role::TextInput, input)
        .name(name)
        .description(say::CAN_BE_COPIED)
        .value(value)
        .ring(Ring::On(crate::ui::scale::radius::SEGMENT))
        .into()
}

fn safety<'a>(limits: &'a [String], width: Width) -> Element<'a, Message> {
    let leaving = column![
        notes(say::LEAVING, say::LEAVING_HOW),
        notes(say::NOT_ERASED, say::NOT_ERASED_ITEMS)
    ]
    .spacing(space::S16)
    .width(Fill);
    let protects = column![
        notes(say::PROTECTS, say::PROTECTS_ITEMS),
        notes(say::LIMITS, limits.iter().map(String::as_str))
    ]
    .spacing(space::S16)
    .width(Fill);
    let both: Element<'a, Message> = match width {
        Width::Narrow => column![leaving, protects].spacing(space::S16).into(),
        _ => row![leaving, protects].spacing(space::S48).into(),
    };
    well(both).width(Fill).into()
}

fn notes<'a>(title: &'a str, items: impl IntoIterator<Item = &'a str>) -> Element<'a, Message> {
    let items = items.into_iter().map(|item| read(item).into());
    column![
        heading(2, Type::H3, title),
        Column::with_children(items).spacing(space::S8)
    ]
    .spacing(space::S8)
    .into()
}
