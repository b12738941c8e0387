//! The questions on one page, with Save always in reach.

use super::{Message, Reader, Stage, State};
use crate::domain::PersonId;
use crate::screen::{Ctx, pieces};
use crate::text::{check_in as words, common};
use crate::ui::access::{Live, Role, access};
use crate::ui::card::{card, rule};
use crate::ui::controls::{
    Answer, Segment, chips, field, primary, segments, unavailable, word_scale, writing,
};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::notice::aside;
use crate::ui::person;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{h_label, h1, h2, heading, interface, italic, lead, small, strong, tone};
use crate::ui::{Center, Column, Element, Fill, FillPortion, Row, column, container, row};

/// How much of a name one half of a row of two has room for.
const FITS: usize = 18;
const NOTE_HEIGHT: (f32, f32) = (120.0, 360.0);

/// One question: its short name, how it is asked, its five words.
type Question = (&'static str, fn(Option<&str>) -> String, words::Five);

const QUESTIONS: [Question; 5] = [
    (
        words::FELT_SAFETY,
        words::felt_safety,
        words::FELT_SAFETY_WORDS,
    ),
    (words::CLOSENESS, words::closeness, words::CLOSENESS_WORDS),
    (
        words::HONESTY_GIVEN,
        words::honesty_given,
        words::HONESTY_GIVEN_WORDS,
    ),
    (
        words::HONESTY_FELT,
        words::honesty_felt,
        words::HONESTY_FELT_WORDS,
    ),
    (words::HOPE, words::hope, words::HOPE_WORDS),
];

pub(super) fn questions<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    who: PersonId,
) -> Element<'a, Message> {
    let page = column![
        head(ctx, who),
        pulse(state, ctx, who),
        rule(),
        feelings(state, ctx),
        rule(),
        note(state),
        rule(),
        readers(state, ctx, who)
    ]
    .spacing(space::S32)
    .max_width(layout::check_in::SCALES);
    let save: Element<'a, Message> = match state.stage {
        _ if state.is_blank() => unavailable(common::SAVE, words::NOTHING_YET),
        Stage::Asking => match (state.room, ctx.household.other(who)) {
            (Reader::Other, Some(_)) => primary(words::SAVE_AND_OFFER),
            _ => primary(common::SAVE),
        }
        .on_press(Message::Keep)
        .into(),
        Stage::Saving | Stage::Closed => unavailable(common::SAVE, common::SAVING),
    };
    // It stands in a line with the button, however long the name is.
    let short = |name| person::short(name, FITS);
    let reader = match (state.room, ctx.household.other(who)) {
        (Reader::Other, Some(other)) => {
            aside(Icon::Users, words::offered_means(&short(&other.name)))
        }
        _ => aside(Icon::Lock, words::private_means(&short(ctx.name(who)))),
    };
    let footer = row![save, container(reader).width(Fill)]
        .spacing(space::S16)
        .align_y(Center);
    pieces::with_footer(ctx, pieces::sheet(ctx, page), footer)
}

fn head<'a>(ctx: &Ctx<'a>, who: PersonId) -> Element<'a, Message> {
    let mut head = Column::new().spacing(space::S4);
    if let (None, Some(p)) = (ctx.me(), ctx.household.person(who)) {
        let sign = person::mark(pieces::mark(p.mark), &p.name, size::MARK_SMALL);
        let name = interface(p.name.as_str()).width(Fill);
        head = head.push(row![sign, name].spacing(space::S12).align_y(Center));
    }
    head.push(h1(words::TITLE))
        .push(lead(words::LEAD).style(tone::soft).width(Fill))
        .push(small(words::OUR_OWN).style(tone::soft))
        .into()
}

fn other<'a>(ctx: &Ctx<'a>, who: PersonId) -> Option<&'a str> {
    ctx.household.other(who).map(|p| p.name.as_str())
}

fn pulse<'a>(state: &'a State, ctx: &Ctx<'a>, who: PersonId) -> Element<'a, Message> {
    let asked = QUESTIONS.into_iter().enumerate().map(|(at, question)| {
        let (_, ask, five) = question;
        let asks = ask(other(ctx, who));
        let chosen = state.pulse.get(at).copied().flatten();
        let scale = word_scale(
            asks.clone(),
            five,
            common::RATHER_NOT_SAY,
            chosen,
            ctx.width(),
            move |answer| Message::Rated(at, answer),
        );
        column![heading(2, Type::H3, asks), scale]
            .spacing(space::S8)
            .into()
    });
    Column::with_children(asked).spacing(space::S32).into()
}

fn feelings<'a>(state: &'a State, ctx: &Ctx<'a>) -> Element<'a, Message> {
    let groups = ctx.library.prompts.feelings.iter().map(|group| {
        let picked: Vec<&str> = state.feelings.iter().map(String::as_str).collect();
        let options = group
            .words
            .iter()
            .map(|word| (word.id.as_str(), word.text.as_str().into()));
        let options = chips(group.name.as_str(), options, &picked, |id, on| {
            Message::Feeling(id.to_owned(), on)
        });
        let name = container(h_label(group.name.as_str()));
        if ctx.width() == Width::Narrow {
            column![name, options].spacing(space::S8).into()
        } else {
            Row::new()
                .push(name.center_y(size::COMPACT).width(FillPortion(1)))
                .push(container(options).width(FillPortion(3)))
                .spacing(space::S16)
                .into()
        }
    });
    let own =
        field(words::OWN_WORD, &state.own_word).on_input(|text| Message::OwnWord(text.into()));
    column![
        column![
            h2(words::FEELINGS),
            small(words::FEELINGS_LEAD).style(tone::soft)
        ]
        .spacing(space::S4),
        Column::with_children(groups).spacing(space::S16),
        own
    ]
    .spacing(space::S24)
    .into()
}

fn note<'a>(state: &'a State) -> Element<'a, Message> {
    let (least, most) = NOTE_HEIGHT;
    let area = writing(words::NOTE, &state.note)
        .placeholder(words::NOTE_EXAMPLE)
        .height(least, most)
        .on_edit(Message::Note);
    column![h2(words::NOTE), Element::from(area)]
        .spacing(space::S12)
        .into()
}

fn readers<'a>(state: &'a State, ctx: &Ctx<'a>, who: PersonId) -> Element<'a, Message> {
    let Some(other) = ctx.household.other(who).filter(|p| p.joined) else {
        return aside(Icon::Lock, common::ONLY_YOU_CAN_OPEN_THIS);
    };
    let writer = person::short(ctx.name(who), FITS);
    let reader = person::short(&other.name, FITS);
    let options = [
        Segment::new(Reader::Writer, words::private_to(&writer)).icon(Icon::Lock),
        Segment::new(Reader::Other, words::offer_to(&reader)).icon(Icon::Users),
    ];
    let choose = segments(words::WHO_READS, options, Some(state.room), Message::For);
    let mut part = column![
        h2(words::WHO_READS),
        container(choose).max_width(size::MEASURE)
    ]
    .spacing(space::S12);
    if state.room == Reader::Other {
        part = part.push(preview(state, ctx, who, &other.name));
    }
    part.into()
}

/// Exactly what the other would read, in the order in which it stands.
fn preview<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    who: PersonId,
    other: &str,
) -> Element<'a, Message> {
    let mut seen = Column::new().spacing(space::S8);
    if let Some(p) = ctx.household.person(who) {
        let sign = person::mark(pieces::mark(p.mark), &p.name, size::MARK_SMALL);
        let from = strong(words::from(&p.name)).width(Fill);
        seen = seen.push(row![sign, from].spacing(space::S12).align_y(Center));
    }
    for (at, (name, _, five)) in QUESTIONS.into_iter().enumerate() {
        let word = match state.pulse.get(at).copied().flatten() {
            Some(Answer::Word(word)) => five.get(usize::from(word)).copied(),
            Some(Answer::RatherNotSay) => Some(common::RATHER_NOT_SAY),
            None => None,
        };
        if let Some(word) = word {
            seen = seen.push(interface(words::rated(name, word)).width(Fill));
        }
    }
    let named = state.named(ctx);
    if !named.is_empty() {
        seen = seen.push(interface(named.join(", ")).width(Fill));
    }
    let note = state.note.text();
    if !note.trim().is_empty() {
        seen = seen.push(italic(note.trim_end().to_owned()).width(Fill));
    }
    if state.is_blank() {
        seen = seen.push(interface(words::SEES_NOTHING).style(tone::soft));
    }
    let title = access(Role::Status, small(words::sees(other))).live(Live::Polite);
    column![
        title,
        card(seen).width(Fill).max_width(size::MEASURE),
        small(words::NEVER_PRINTED).style(tone::soft)
    ]
    .spacing(space::S8)
    .into()
}
