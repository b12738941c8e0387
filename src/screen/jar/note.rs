//! What stands beside the jar: the note that was drawn, the note that is being written, or an invitation.

use super::{Adding, Message, Shown, State, Whose, marble, reader};
use crate::domain::jar::{Jar, Note};
use crate::screen::{Ctx, pieces};
use crate::text::{common, dates, jar as text};
use crate::ui::card::{note as card, rule};
use crate::ui::controls::{Segment, primary, quiet, secondary, segments, writing};
use crate::ui::icon::Icon;
use crate::ui::jar::{Hue, marble as ball};
use crate::ui::notice;
use crate::ui::scale::{Type, space};
use crate::ui::text::{heading, interface, label, lead, small, text as words, tone};
use crate::ui::{Center, Column, Element, Fill, Row, column, container, fonts, row};
use iced::widget::text::LineHeight;

pub(super) const WRITING: &str = "jar-writing";
/// The marble on a note.
const BALL: f32 = 52.0;
/// A note is set wider than other words of its size: it is read aloud.
const NOTE_LINE: f32 = 40.0;
/// The heights between which the field grows.
const LOWEST: f32 = 128.0;
const HIGHEST: f32 = 320.0;

fn sheet<'a>(content: Column<'a, Message>) -> Element<'a, Message> {
    card(content.spacing(space::S24).width(Fill))
        .padding(space::S32)
        .width(Fill)
        .into()
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
        ball(pieces::look(ctx.theme), marble(ctx, note), BALL),
        column![
            label(address(ctx, note)),
            small(dates::day(note.on)).style(tone::soft)
        ]
        .width(Fill)
    ]
    .spacing(space::S16)
    .align_y(Center);
    let said = words(Type::H2, note.words.as_str().to_owned())
        .font(fonts::BOOK_ITALIC)
        .line_height(LineHeight::Absolute(NOTE_LINE.into()))
        .width(Fill);
    let content = column![
        from,
        said,
        rule(),
        interface(how_to_read(ctx, note)).style(tone::soft)
    ];
    sheet(content)
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
        .height(LOWEST, HIGHEST)
        .id(WRITING)
        .on_edit(Message::Wrote);
    let mut content = Column::new();
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
    content = content.push(area);
    content = match missing.filter(|_| adding.tried) {
        Some(missing) => content.push(notice::aside(Icon::CircleAlert, missing)),
        None => content.push(small(text::SHARED_NOTE).style(tone::soft)),
    };
    sheet(content)
}

fn whose<'a>(ctx: &Ctx<'a>, adding: &Adding) -> Element<'a, Message> {
    let people = ctx
        .household
        .joined()
        .map(|p| Segment::new(Whose::One(p.id), p.name.as_str()));
    let both = Segment::new(Whose::Both, text::BOTH_OF_US);
    column![
        label(text::WHOSE),
        segments(
            text::WHOSE,
            people.chain([both]),
            adding.whose,
            Message::Whose
        )
    ]
    .spacing(space::S4)
    .into()
}

/// What the one who comes to the jar is told before anything is drawn.
pub(super) fn resting<'a>(ctx: &Ctx<'a>, jar: &Jar, suggest: bool) -> Element<'a, Message> {
    let has_notes = jar.marbles.iter().any(|note| !note.gold);
    let (title, says) = match (has_notes, suggest, ctx.me()) {
        (true, _, None) => (text::INVITE_TITLE, text::INVITE),
        (true, _, Some(_)) => (text::INVITE_TITLE, text::INVITE_ALONE),
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
