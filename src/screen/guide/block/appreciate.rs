//! Ends in a note for the jar.

use super::ask::{insert, written};
use super::{Block, Effect, Scene, Touch, prompted};
use crate::domain::record::{AnswerValue, Appreciation, More};
use crate::domain::{Kind, PersonId, Record, RecordId, Room, Words};
use crate::text::guide as text;
use crate::ui::Element;
use crate::ui::controls::{WritingContent, writing};
use crate::ui::layout::writing as measures;

pub(super) struct Appreciate {
    prompt: String,
    content: WritingContent,
}

impl Appreciate {
    pub(super) fn new(prompt: String) -> Self {
        Self {
            prompt,
            content: WritingContent::new(),
        }
    }
}

impl Block for Appreciate {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let hint = match scene.room {
            Room::Shared => text::INTO_THE_JAR,
            Room::Private(_) => text::NOTE_STAYS,
        };
        let area = writing(self.prompt.as_str(), &self.content)
            .description(hint)
            .on_edit(Touch::Write)
            .height(scene.lowest(), measures::HIGHEST)
            .id(scene.field_id());
        prompted(&self.prompt, hint, area).into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Write(edit) = touch {
            self.content.apply(edit);
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        written(&self.content.text())
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Text(words) = value {
            self.content = WritingContent::with_text(words);
        }
    }

    fn record(&self, _scene: &Scene<'_>) -> Option<Kind> {
        let words = Words::from(self.content.text());
        (!words.is_blank()).then(|| {
            Kind::Appreciation(Appreciation {
                words,
                from_both: false,
                more: More::default(),
            })
        })
    }

    fn amends(&self, before: &AnswerValue, records: &[&Record], by: PersonId) -> Option<RecordId> {
        let AnswerValue::Text(before) = before else {
            return None;
        };
        records.iter().rev().find_map(|r| match &r.what {
            Kind::Appreciation(a) if r.by == by && a.words == *before => Some(r.id),
            _ => None,
        })
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        insert(&mut self.content, phrase);
        true
    }
}
