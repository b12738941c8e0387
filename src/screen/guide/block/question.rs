//! Ends in a question to the other one, who answers it in their own time.

use super::ask::{insert, written};
use super::{Block, Effect, Scene, Touch, prompted, remark};
use crate::content::schema::Softener;
use crate::content::soften;
use crate::domain::record::{self, AnswerValue, More};
use crate::domain::{Kind, PersonId, Record, RecordId, Room, Words};
use crate::text::guide::blocks as text;
use crate::ui::controls::{Segment, WritingContent, segments, writing};
use crate::ui::layout::writing as measures;
use crate::ui::scale::space;
use crate::ui::text::{across, italic, small, tone};
use crate::ui::{Column, Element, Fill, card, column};

pub(super) struct Question {
    prompt: String,
    content: WritingContent,
    /// What was asked here before. It stands, whatever is written now.
    before: Option<Words>,
    /// What is written now takes its place, in place of being a second question.
    amends: bool,
    detail: Vec<Softener>,
}

impl Question {
    pub(super) fn new(prompt: String) -> Self {
        let detail = text::SEXUAL_DETAIL.map(|word| Softener {
            word: word.to_owned(),
            why: String::new(),
        });
        Self {
            prompt,
            content: WritingContent::new(),
            before: None,
            amends: false,
            detail: detail.into(),
        }
    }

    fn words(&self) -> Option<Words> {
        let words = Words::from(self.content.text());
        if words.is_blank() {
            self.before.clone()
        } else {
            Some(words)
        }
    }
}

impl Block for Question {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let other = scene.ctx.household.other(scene.by);
        let hint = match other {
            Some(other) => text::question_hint(&other.name),
            None => text::QUESTION_ALONE.to_owned(),
        };
        let area = writing(self.prompt.as_str(), &self.content)
            .description(hint.as_str())
            .on_edit(Touch::Write)
            .height(scene.lowest(), measures::HIGHEST)
            .id(scene.field_id());
        let mut below = Column::new().spacing(space::S8);
        let detail = !soften::find(&self.content.text(), &self.detail).is_empty();
        below = below.push(detail.then(|| remark(text::DETAIL_STAYS)));
        if let Room::Private(_) = scene.room {
            below = below.push(remark(text::QUESTION_STAYS));
        }
        // The area comes first and stays there, so that no remark takes the caret away.
        let mut block = column![prompted(&self.prompt, hint, area), below].spacing(space::S8);
        if let Some(before) = &self.before {
            let head = match scene.room {
                Room::Shared => text::ASKED_BEFORE,
                Room::Private(_) => text::KEPT_BEFORE,
            };
            let words = column![
                small(head).style(tone::soft),
                across(italic(before.as_str()))
            ]
            .spacing(space::S4);
            block = block.push(card::well(words).width(Fill));
            if !self.content.is_empty() {
                block = block.push(segments(
                    text::NEW_OR_CHANGED,
                    [
                        Segment::new(0, text::ANOTHER_QUESTION),
                        Segment::new(1, text::IN_ITS_PLACE),
                    ],
                    Some(usize::from(self.amends)),
                    Touch::Pick,
                ));
            }
        }
        block.into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Write(edit) => {
                self.content.apply(edit);
            }
            Touch::Pick(which) => self.amends = which == 1,
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        self.words().and_then(|words| written(words.as_str()))
    }

    /// What was stored stands above an empty area; what was being typed goes back into it.
    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Text(words) = value
            && !words.is_blank()
        {
            if self.before.is_none() {
                self.before = Some(words.clone());
            } else {
                self.content = WritingContent::with_text(words);
            }
        }
    }

    /// Nobody is asked before the page is shown.
    fn record(&self, scene: &Scene<'_>) -> Option<Kind> {
        let words = self.words().filter(|_| scene.room == Room::Shared)?;
        Some(Kind::Question(record::Question {
            words,
            more: More::default(),
        }))
    }

    fn amends(&self, before: &AnswerValue, records: &[&Record], by: PersonId) -> Option<RecordId> {
        let AnswerValue::Text(before) = before else {
            return None;
        };
        if !self.amends {
            return None;
        }
        records.iter().rev().find_map(|r| match &r.what {
            Kind::Question(q) if r.by == by && q.words == *before => Some(r.id),
            _ => None,
        })
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        insert(&mut self.content, phrase);
        true
    }
}
