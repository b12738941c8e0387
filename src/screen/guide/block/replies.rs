//! Where two talk over a boundary, the one who did not write it says "agreed" or "not yet". Nobody answers for the other.

use super::{Block, Effect, Scene, Touch, shown};
use crate::content::schema;
use crate::domain::answers::{self, At};
use crate::domain::boundaries::{self, BoundaryView};
use crate::domain::record::{Agreed, AnswerValue, BoundaryReply, More};
use crate::domain::{Kind, RecordId, Room};
use crate::screen::Entry;
use crate::screen::names;
use crate::text::{dates, guide as text};
use crate::ui::controls::{Segment, segments};
use crate::ui::scale::{size, space};
use crate::ui::text::{across, label, read, small, tone};
use crate::ui::{Center, Column, Element, column, person, row};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub(in crate::screen::guide) struct Replies {
    given: BTreeMap<RecordId, Agreed>,
}

impl Replies {
    /// For a page on which a boundary of this guide is talked over.
    pub(in crate::screen::guide) fn of(guide: &schema::Guide, page: &schema::Page) -> Option<Self> {
        let of = page.blocks.iter().flat_map(schema::Block::in_view);
        of.filter_map(|path| shown::at(guide, path))
            .any(|(_, block)| matches!(block, schema::Block::Boundary(_)))
            .then(Self::default)
    }
}

/// The boundaries that were written in this guide and shown.
fn written_here(scene: &Scene<'_>) -> Vec<BoundaryView> {
    let places: Vec<(&str, &str)> = scene
        .guide
        .pages
        .iter()
        .flat_map(|page| page.blocks.iter().map(move |block| (page, block)))
        .filter_map(|(page, block)| match block {
            schema::Block::Boundary(boundary) => Some((page.id.as_str(), boundary.id.as_str())),
            _ => None,
        })
        .collect();
    let is_here = |view: &BoundaryView| {
        places.iter().any(|(page, block)| {
            let at = At {
                guide: &scene.guide.id,
                page,
                block,
            };
            answers::latest(scene.ctx.shared, view.by, at).is_some_and(|answer| {
                matches!(&answer.value, AnswerValue::Slots(words) if words.first() == Some(&view.what))
            })
        })
    };
    let mut found = boundaries::fold(scene.ctx.shared);
    found.retain(is_here);
    found
}

impl Block for Replies {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let rows = written_here(scene).into_iter().filter_map(|view| {
            let other = scene.ctx.household.other(view.by)?;
            let reply = view.reply.as_ref().filter(|r| r.by == other.id);
            let picked = self
                .given
                .get(&view.id)
                .copied()
                .or(reply.map(|r| r.agreed));
            let name = other.name.as_str();
            let mark = names::mark(scene.ctx.household, other.id);
            let question = text::replies_to(name, scene.ctx.name(view.by));
            let head = row![
                person::mark(mark, name, size::MARK_SMALL),
                across(label(question.clone()))
            ]
            .spacing(space::S12)
            .align_y(Center);
            let id = view.id;
            let answer = segments(
                question,
                [
                    Segment::new(true, text::AGREED),
                    Segment::new(false, text::NOT_YET),
                ],
                picked.map(|agreed| agreed == Agreed::Agreed),
                move |agreed| Touch::Agree(id, agreed),
            );
            let mut words = column![head, across(read(view.what.to_string()))].spacing(space::S8);
            if let Some(day) = view.review {
                words = words.push(small(text::look_again_on(&dates::day(day))).style(tone::soft));
            }
            Some(words.push(answer).into())
        });
        Column::with_children(rows).spacing(space::S24).into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Agree(id, agreed) = touch {
            let agreed = if agreed {
                Agreed::Agreed
            } else {
                Agreed::NotYet
            };
            self.given.insert(id, agreed);
        }
        Effect::None
    }

    fn entries(&self, scene: &Scene<'_>) -> Vec<Entry> {
        let views = written_here(scene);
        let fresh = self.given.iter().filter_map(|(id, agreed)| {
            let view = views.iter().find(|view| view.id == *id)?;
            let by = scene.ctx.household.other(view.by)?.id;
            let same = |r: &boundaries::ReplyView| r.by == by && r.agreed == *agreed;
            if view.reply.as_ref().is_some_and(same) {
                return None;
            }
            let reply = Kind::BoundaryReply(BoundaryReply {
                boundary: *id,
                agreed: *agreed,
                words: "".into(),
                more: More::default(),
            });
            Some(Entry::new(Room::Shared, by, reply))
        });
        fresh.collect()
    }
}
