//! What stands beside the jar: the note that was drawn, the note that is being written, or an invitation.

use super::{Adding, Message, Shown, State, Whose, marble, reader};
use crate::domain::jar::{Jar, Note};
use crate::screen::{Ctx, pieces};
use crate::text::{common, dates, jar as text};
use crate::ui::card::{card, note, rule};
use crate::ui::controls::{Segment, primary, quiet, radio, secondary, segments, writing};
use crate::ui::icon::Icon;
use crate::ui::jar::{Hue, marble as ball};
use crate::ui::layout;
use crate::ui::notice;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{heading, interface, label, lead, small, text as words, tone};
use crate::ui::{Center, Column, Element, Fill, Row, column, container, fonts, row};
use iced::widget::text::LineHeight;

pub(super) const WRITING: &str = "jar-writing";
/// Longer names stand below each other.
const LONGEST_SIDE_BY_SIDE: usize = 14;

fn sheet<'a>(ctx: &Ctx<'a>, content: Column<'a, Message>) -> Element<'a, Message> {
    let roomy = ctx.width() >= Width::Wide;
    let (apart, margin) = if roomy {
        (space::S24, space::S32)
    } else {
        (space::S16, space::S24)
    };
    let content = content.spacing(apart).width(Fill);
    if roomy {
        note(margin, content)
    } else {
        card(content).padding(margin).width(Fill).into()
    }
}

/// "From Maya, to Jon".
pub(super) fn address(ctx: &Ctx<'_>, note: &Note) -> String {
    let from = ctx.name(note.by);
    let other = ctx.household.other(note.by).filter(|p| p.joined);
    match other {
        _ if note.gold => text::repair_by(from),
        Some(other) if note.from_both => {
            // In the order of the household, whoever signed it.
            let mut both = [note.by, other.id];
            both.sort_by_key(|id| ctx.household.people.iter().position(|p| p.id == *id));
            let [first, second] = both.map(|id| ctx.name(id));
            text::from_both(first, second)
        }
        Some(other) => text::from_to(from, &other.name),
        None => text::from(from),
    }
}

pub(super) fn drawn<'a>(ctx: &Ctx<'a>, note: &Note) -> Element<'a, Message> {
    let from = row![
        ball(ctx.theme.into(), marble(ctx, note), layout::jar::BALL),
        column![
            label(address(ctx, note)),
            small(dates::day(note.on)).style(tone::soft)
        ]
        .width(Fill)
    ]
    .spacing(space::S16)
    .align_y(Center);
    let said = words(Type::H2, note.words.as_str().to_owned())
        .font(fonts::for_words(fonts::BOOK_ITALIC, &note.words))
        .line_height(LineHeight::Absolute(layout::jar::NOTE_LINE.into()))
        .width(Fill);
    let content = column![
        from,
        said,
        rule(),
        interface(how_to_read(ctx, note)).style(tone::soft)
    ];
    sheet(ctx, content)
}

fn how_to_read(ctx: &Ctx<'_>, note: &Note) -> String {
    match (ctx.me(), reader(ctx, note)) {
        (Some(_), _) if note.from_both => text::BY_YOU_BOTH.to_owned(),
        (Some(me), _) if note.by == me => text::BY_YOU.to_owned(),
        (Some(_), _) => text::FOR_YOU.to_owned(),
        (None, Some(reader)) if !note.from_both => {
            text::read_aloud(ctx.name(reader), ctx.name(note.by))
        }
        (None, _) => text::READ_TOGETHER.to_owned(),
    }
}

pub(super) fn adding<'a>(ctx: &Ctx<'a>, adding: &'a Adding) -> Element<'a, Message> {
    let area = writing(text::WHAT, &adding.words)
        .labelled()
        .placeholder(text::WHAT_EXAMPLE)
        .height(layout::writing::LOWEST, layout::writing::HIGHEST)
        .id(WRITING)
        .on_edit(Message::Wrote);
    let mut content = column![area];
    if ctx.me().is_none() {
        content = content.push(whose(ctx, adding));
    }
    let missing = if ctx.me().is_none() && adding.whose.is_none() {
        Some(text::WHOSE_MISSING)
    } else if adding.words.text().trim().is_empty() {
        Some(text::WORDS_MISSING)
    } else {
        None
    };
    content = match missing.filter(|_| adding.tried) {
        Some(missing) => content.push(notice::aside(Icon::CircleAlert, missing)),
        None => content.push(small(text::SHARED_NOTE).style(tone::soft)),
    };
    sheet(ctx, content)
}

fn whose<'a>(ctx: &Ctx<'a>, adding: &Adding) -> Element<'a, Message> {
    let people = || {
        ctx.household
            .joined()
            .map(|p| (Whose::One(p.id), p.name.as_str()))
    };
    let options = people().chain([(Whose::Both, text::BOTH_OF_US)]);
    let long = |(_, name): (Whose, &str)| name.chars().count() > LONGEST_SIDE_BY_SIDE;
    if people().any(long) {
        let options = options.map(|(whose, name)| (whose, name.into()));
        return radio(text::WHOSE, options, adding.whose, Message::Whose);
    }
    let options = options.map(|(whose, name)| Segment::new(whose, name));
    column![
        label(text::WHOSE),
        segments(text::WHOSE, options, adding.whose, Message::Whose)
    ]
    .spacing(space::S4)
    .into()
}

/// What the one who comes to the jar is told before anything is drawn.
pub(super) fn resting<'a>(ctx: &Ctx<'a>, jar: &Jar, suggest: bool) -> Element<'a, Message> {
    let has_notes = jar.marbles.iter().any(|note| !note.gold);
    let (title, says) = match (has_notes, suggest, ctx.me()) {
        (true, _, None) => (text::INVITE_TITLE, text::INVITE),
        (true, _, Some(_)) => (text::INVITE_TITLE_ALONE, text::INVITE_ALONE),
        (false, true, _) => (text::EMPTY_TITLE, text::EMPTY_INVITES),
        (false, false, _) => (text::EMPTY_TITLE, text::EMPTY_WAITS),
    };
    column![heading(2, Type::H2, title), lead(says).style(tone::soft)]
        .spacing(space::S8)
        .padding([space::S32, 0.0])
        .width(Fill)
        .into()
}

impl State {
    pub(super) fn actions<'a>(&self, jar: &Jar) -> Element<'a, Message> {
        let mut row = Row::new().spacing(space::S12).align_y(Center);
        if self.shown == Shown::Adding {
            row = row
                .push(primary(text::PUT_IN).on_press(Message::PutIn))
                .push(secondary(common::CANCEL).on_press(Message::LeaveAdding));
            return row.wrap().vertical_spacing(space::S12).into();
        }
        let more = jar.marbles.iter().filter(|note| !note.gold).count();
        let add = quiet(text::ADD).icon(Icon::Plus).on_press(Message::Add);
        if let Shown::Drawn(_) = self.shown {
            row = row.push(
                primary(text::PUT_BACK)
                    .icon(Icon::Undo2)
                    .on_press(Message::PutBack),
            );
            if more > 1 {
                row = row.push(secondary(text::DRAW_ANOTHER).on_press(Message::Draw));
            }
            row = row.push(add);
        } else if more > 0 {
            row = row
                .push(primary(text::DRAW).on_press(Message::Draw))
                .push(add);
        } else {
            row = row.push(secondary(text::ADD).icon(Icon::Plus).on_press(Message::Add));
        }
        let row = row.wrap().vertical_spacing(space::S12);
        if self.shown == Shown::PutIn {
            let told = pieces::sign(Icon::Check, text::IT_IS_IN, tone::saved);
            return column![told, row].spacing(space::S12).into();
        }
        container(row).width(Fill).into()
    }
}

/// The order in which the legend names whose marbles there are.
pub(super) const HUES: [Hue; 3] = [Hue::First, Hue::Second, Hue::Both];
