//! A talk on its page: what it is about, what will happen, and its beginning.

use super::super::{Scene, Touch, group, question, shown};
use super::Talk;
use crate::domain::Person;
use crate::screen::names;
use crate::text::guide::{blocks, talk as text};
use crate::ui::access::{Role, access};
use crate::ui::controls::{Segment, field, quiet, secondary, segments};
use crate::ui::icon::Icon;
use crate::ui::scale::space;
use crate::ui::text::{h_label, interface, small, strong, tone};
use crate::ui::{Column, Element, column, row};

pub(super) fn look<'a>(talk: &'a Talk, scene: &Scene<'a>) -> Element<'a, Touch> {
    let mut block = column![question(talk.prompt.as_str())].spacing(space::S16);
    if let Some(shown) = shown::look(scene, &talk.of) {
        block = block.push(shown);
    }
    let Some(pair) = talk.pair(scene) else {
        return group(&talk.prompt, block);
    };
    let rest = if talk.is_under_way() {
        left(talk, pair, scene)
    } else {
        ahead(talk, pair, scene)
    };
    group(&talk.prompt, block.push(scene.own_way(rest)))
}

/// Before it begins.
fn ahead<'a>(
    talk: &'a Talk,
    pair: (&'a Person, &'a Person),
    scene: &Scene<'a>,
) -> Column<'a, Touch> {
    let (first, second) = pair;
    let short = |person: &Person| names::short(&person.name);
    let mut prepares = Column::new().spacing(space::S16);
    if talk.is_of_both() {
        prepares = prepares.push(
            field(text::TOPIC, talk.topic.as_str())
                .placeholder(text::TOPIC_EXAMPLE)
                .on_input(|words| Touch::Type(0, words.into())),
        );
        // Whoever begins may have prepared it on an earlier page; it stands above.
        let prepared = shown::shown(scene, &talk.of);
        if !prepared.iter().any(|shown| shown.by == first.id) || !talk.sentence.is_blank() {
            prepares = prepares.push(
                field(text::FIRST_SENTENCE, talk.sentence.as_str())
                    .placeholder(text::FIRST_SENTENCE_EXAMPLE)
                    .on_input(|words| Touch::Type(1, words.into())),
            );
        }
    }
    let people = scene.ctx.household.people.iter();
    let who = people.map(|person| Segment::new(person.id, short(person)));
    let who = segments(text::WHO_BEGINS, who, Some(first.id), Touch::Speaks);
    prepares = prepares.push(column![h_label(text::WHO_BEGINS), who].spacing(space::S8));
    if talk.is_of_both() {
        let after = talk.pause.lasting(text::COME_BACK_AFTER, scene.ctx.now);
        prepares = prepares.push(column![h_label(text::COME_BACK_AFTER), after].spacing(space::S8));
    }
    let course = if talk.is_of_both() {
        text::course_of_both(&short(first), &short(second))
    } else {
        text::course(&short(first), &short(second))
    };
    let word = match (
        talk.course.is_over() && talk.course.is_begun(),
        talk.is_of_both(),
    ) {
        (true, _) => text::ANOTHER_ROUND,
        (false, true) => text::BEGIN,
        (false, false) => text::BEGIN_SAY_BACK,
    };
    let begin = secondary(word)
        .icon(Icon::Play)
        .id(scene.field_id())
        .on_press_maybe(talk.pause.due(scene.ctx.now).map(|_| Touch::Start));
    let mut block = prepares.push(interface(course));
    if talk.course.is_over() {
        block = block.push(strong(heard(talk)));
    }
    block
        .push(begin)
        .push(small(text::HAS_THE_WINDOW).style(tone::soft))
}

/// What is said of a talk that came to its end.
fn heard(talk: &Talk) -> &'static str {
    if talk.is_of_both() {
        text::BOTH_WERE_HEARD
    } else {
        text::IT_WAS_HEARD
    }
}

/// Left in the middle: what was reached stays.
fn left<'a>(
    talk: &'a Talk,
    pair: (&'a Person, &'a Person),
    scene: &Scene<'a>,
) -> Column<'a, Touch> {
    let part = talk.part_now(pair).unwrap_or_default();
    let mut says = column![strong(text::you_are_here(&part))].spacing(space::S4);
    if let Some(until) = talk.pause.stands_until() {
        says = says.push(interface(blocks::back_at(until, scene.ctx.today())));
    }
    let on = secondary(text::GO_ON)
        .icon(Icon::Play)
        .id(scene.field_id())
        .on_press(Touch::Start);
    let anew = quiet(text::BEGIN_ANEW).on_press(Touch::Again);
    column![
        access(Role::Status, says),
        row![on, anew]
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S12)
    ]
    .spacing(space::S12)
}
