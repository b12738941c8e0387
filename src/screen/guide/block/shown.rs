//! What was written on other pages and shown: only what stands in the shared room.

use super::{Scene, Touch, read_back};
use crate::content::schema::{self, Guide, Whose};
use crate::domain::PersonId;
use crate::domain::answers::{self, At};
use crate::domain::record::AnswerValue;
use crate::screen::names;
use crate::text::guide as text;
use crate::ui::scale::{size, space};
use crate::ui::text::{across, read, small, strong, tone};
use crate::ui::{Center, Column, Element, Fill, card, column, person, row};

/// One answer that was shown.
pub(super) struct Shown {
    pub(super) by: PersonId,
    /// The question it answers.
    pub(super) prompt: String,
    pub(super) text: String,
}

/// The block at `page/block` of a guide.
pub(super) fn at<'g>(
    guide: &'g Guide,
    path: &str,
) -> Option<(&'g schema::Page, &'g schema::Block)> {
    let (page, block) = path.split_once('/')?;
    let page = guide.pages.iter().find(|p| p.id == page)?;
    let block = page.blocks.iter().find(|b| b.id() == Some(block))?;
    Some((page, block))
}

/// What `of` names and somebody chose to show, in that order.
pub(super) fn shown(scene: &Scene<'_>, of: &[String]) -> Vec<Shown> {
    let fill = |by| {
        let names = names::outside_pages(scene.guide, by, &scene.ctx);
        move |text: &str| names::filled(text, &names)
    };
    of.iter()
        .filter_map(|path| at(scene.guide, path))
        .flat_map(|(page, block)| {
            let people = &scene.ctx.household.people;
            people.iter().filter_map(move |person| {
                let place = At {
                    guide: &scene.guide.id,
                    page: &page.id,
                    block: block.id()?,
                };
                let answer = answers::latest(scene.ctx.shared, person.id, place)?;
                let fill = fill(person.id);
                let text = said(block, page, &answer.value, scene, &fill)?;
                Some(Shown {
                    by: person.id,
                    prompt: block.prompt().map(fill).unwrap_or_default(),
                    text,
                })
            })
        })
        .collect()
}

/// An answer as words. A rating says nothing here: it never reveals itself (CARE.md, safety rule 11).
fn said(
    block: &schema::Block,
    page: &schema::Page,
    value: &AnswerValue,
    scene: &Scene<'_>,
    fill: &dyn Fn(&str) -> String,
) -> Option<String> {
    let block = super::of(block, page, fill)?;
    if block.never_shown(scene) {
        return None;
    }
    read_back(block.as_ref(), value, scene.ctx.library)
}

/// Who most of `of` was written by, where their pages are for one part and the parts are clear.
pub(super) fn writer(scene: &Scene<'_>, of: &[String]) -> Option<PersonId> {
    let count = |whose| {
        of.iter()
            .filter_map(|path| at(scene.guide, path))
            .filter(|(page, _)| page.whose == whose)
            .count()
    };
    let (hurt, broke) = (count(Whose::Hurt), count(Whose::BrokeTrust));
    let (was_hurt, broke_trust) = names::by_part(&scene.ctx)?;
    match hurt.cmp(&broke) {
        std::cmp::Ordering::Less => Some(broke_trust),
        std::cmp::Ordering::Greater => Some(was_hurt),
        std::cmp::Ordering::Equal => None,
    }
}

/// What was shown, each with the mark of who wrote it; or the sentence that says that there is nothing.
pub(super) fn look<'a>(scene: &Scene<'a>, of: &[String]) -> Option<Element<'a, Touch>> {
    if of.is_empty() {
        return None;
    }
    let shown = shown(scene, of);
    if shown.is_empty() {
        return Some(small(text::NOTHING_SHOWN).style(tone::soft).into());
    }
    let rows = shown.into_iter().map(|shown| {
        let name = scene.ctx.name(shown.by);
        let mark = names::mark(scene.ctx.household, shown.by);
        let head = row![
            person::mark(mark, name, size::MARK_SMALL),
            strong(text::shown_by(name)).width(Fill)
        ]
        .spacing(space::S12)
        .align_y(Center);
        let words = column![
            head,
            small(shown.prompt).style(tone::soft),
            across(read(shown.text))
        ]
        .spacing(space::S8);
        card::card(words).width(Fill).into()
    });
    Some(Column::with_children(rows).spacing(space::S12).into())
}
