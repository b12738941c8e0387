//! A moment one noticed in the other, for one pillar. Words only: nobody rates the other.

use super::ask::{insert, written};
use super::look::pillar;
use super::{Block, Effect, Scene, Touch, prompted};
use crate::domain::record::{AnswerValue, More, Noticed};
use crate::domain::{Kind, PersonId, Record, RecordId, Week, Words};
use crate::screen::names;
use crate::text::pillars as text;
use crate::ui::controls::{WritingContent, writing};
use crate::ui::layout::writing as measures;
use crate::ui::{self, Element};

pub(super) struct Notice {
    pillar: String,
    content: WritingContent,
    /// What was kept in an earlier week; a new week begins with an empty page.
    earlier: Option<AnswerValue>,
}

impl Notice {
    pub(super) fn new(pillar: &str) -> Self {
        Self {
            pillar: pillar.to_owned(),
            content: WritingContent::new(),
            earlier: None,
        }
    }

    fn is_this(&self, record: &Record, by: PersonId, words: &Words) -> bool {
        record.by == by
            && matches!(&record.what, Kind::Noticed(n) if n.pillar == self.pillar && n.words == *words)
    }
}

/// Nobody else is in the household, so there is nobody to tell.
fn is_alone(scene: &Scene<'_>) -> bool {
    scene.ctx.household.other(scene.by).is_none()
}

impl Block for Notice {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let Some(pillar) = pillar(scene, &self.pillar) else {
            return ui::space().into();
        };
        let people = names::outside_pages(scene.guide, scene.by, &scene.ctx);
        let question = names::filled(&pillar.noticed, &people);
        let hint = if is_alone(scene) {
            text::NOTICED_STAYS
        } else {
            text::NOTICED_HINT
        };
        let area = writing(question.clone(), &self.content)
            .description(hint)
            .on_edit(Touch::Write)
            .height(scene.lowest(), measures::HIGHEST)
            .id(scene.field_id());
        prompted(question, hint, area).into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Write(edit) = touch {
            self.content.apply(edit);
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        written(&self.content.text()).or_else(|| self.earlier.clone())
    }

    fn restore(&mut self, value: &AnswerValue, scene: &Scene<'_>) {
        let AnswerValue::Text(words) = value else {
            return;
        };
        let week = Week::of(scene.ctx.today());
        let mut kept = scene
            .records()
            .filter(|r| self.is_this(r, scene.by, words))
            .peekable();
        if kept.peek().is_some() && !kept.any(|r| week.contains(r.at.date_naive())) {
            self.earlier = Some(value.clone());
        } else {
            self.content = WritingContent::with_text(words);
        }
    }

    fn record(&self, _scene: &Scene<'_>) -> Option<Kind> {
        let words = Words::from(self.content.text());
        (!words.is_blank()).then(|| {
            Kind::Noticed(Noticed {
                pillar: self.pillar.clone(),
                words,
                more: More::default(),
            })
        })
    }

    fn amends(&self, before: &AnswerValue, records: &[&Record], by: PersonId) -> Option<RecordId> {
        let AnswerValue::Text(before) = before else {
            return None;
        };
        // Another week's moment stays as it is; this is a new one.
        if self.earlier.is_some() {
            return None;
        }
        let found = records.iter().rev().find(|r| self.is_this(r, by, before));
        found.map(|r| r.id)
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        insert(&mut self.content, phrase);
        true
    }

    fn never_shown(&self, scene: &Scene<'_>) -> bool {
        is_alone(scene)
    }
}
