//! A sentence with slots. What is written in them is shown as the sentence it makes.

use super::{Block, Effect, Scene, Touch, line, prompted, slot_id};
use crate::content::Library;
use crate::content::schema::Slot;
use crate::domain::Words;
use crate::domain::record::AnswerValue;
use crate::text::guide as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::controls::field;
use crate::ui::scale::space;
use crate::ui::text::{across, italic};
use crate::ui::{Column, Element, Fill, card, column};

/// An example of so many letters is sure to be seen whole in a field that stands beside its words.
const BESIDE: usize = 40;

pub(super) struct Compose {
    prompt: String,
    /// What stands before each slot, and after the last.
    between: Vec<String>,
    slots: Vec<Filled>,
}

struct Filled {
    label: String,
    hint: String,
    words: Words,
}

impl Compose {
    pub(super) fn new(
        prompt: String,
        sentence: &str,
        slots: &[Slot],
        fill: &dyn Fn(&str) -> String,
    ) -> Self {
        let between = split(sentence, slots);
        let slots = slots
            .iter()
            .zip(&between)
            .map(|(slot, before)| Filled {
                label: text::slot_label(before, &slot.id),
                hint: fill(&slot.hint),
                words: Words::default(),
            })
            .collect();
        Self {
            prompt,
            between,
            slots,
        }
    }

    /// The sentence with these words in it, as far as there are any; a slot still empty shows its hint in brackets.
    fn sentence<'w>(&self, words: impl IntoIterator<Item = &'w Words>) -> String {
        let mut sentence = String::new();
        let mut words = words.into_iter();
        let mut slots = self.slots.iter();
        for before in &self.between {
            sentence.push_str(before);
            if let Some(slot) = slots.next() {
                match words.next().filter(|words| !words.is_blank()) {
                    Some(words) => sentence.push_str(words.trim()),
                    None => sentence.push_str(&text::open_slot(&slot.hint)),
                }
            }
        }
        sentence
    }
}

/// The pieces of a sentence around its `[slots]`.
fn split(sentence: &str, slots: &[Slot]) -> Vec<String> {
    let mut rest = sentence;
    let mut pieces = Vec::with_capacity(slots.len() + 1);
    for slot in slots {
        let mark = format!("[{}]", slot.id);
        let (before, after) = rest.split_once(mark.as_str()).unwrap_or((rest, ""));
        pieces.push(before.to_owned());
        rest = after;
    }
    pieces.push(rest.to_owned());
    pieces
}

impl Block for Compose {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let beside = self
            .slots
            .iter()
            .all(|slot| slot.hint.chars().count() <= BESIDE);
        let fields = self.slots.iter().enumerate().map(|(i, slot)| {
            let field = field(slot.label.as_str(), slot.words.as_str())
                .placeholder(slot.hint.as_str())
                .on_input(move |words| Touch::Type(i, words.into()))
                .id(slot_id(scene, i));
            if beside {
                line(&slot.label, field, scene)
            } else {
                field.into()
            }
        });
        let sentence = self.sentence(self.slots.iter().map(|slot| &slot.words));
        let sentence = access(Role::Status, across(italic(sentence))).live(Live::Polite);
        let answer = column![
            Column::with_children(fields).spacing(space::S12),
            card::well(sentence)
                .padding([space::S12, space::S16])
                .width(Fill)
        ]
        .spacing(space::S12);
        prompted(&self.prompt, "", answer).into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Type(i, words) = touch
            && let Some(slot) = self.slots.get_mut(i)
        {
            slot.words = words;
        }
        Effect::None
    }

    /// Into the first slot that is still empty.
    fn begin_with(&mut self, phrase: &str) -> bool {
        let mut open = self.slots.iter_mut().filter(|slot| slot.words.is_blank());
        match open.next() {
            Some(slot) => {
                slot.words = phrase.into();
                true
            }
            None => false,
        }
    }

    fn is_line(&self) -> bool {
        true
    }

    fn stores(&self) -> Option<AnswerValue> {
        let words: Vec<Words> = self.slots.iter().map(|slot| slot.words.clone()).collect();
        words
            .iter()
            .any(|w| !w.is_blank())
            .then_some(AnswerValue::Slots(words))
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Slots(words) = value {
            for (slot, words) in self.slots.iter_mut().zip(words) {
                slot.words = words.clone();
            }
        }
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        match value {
            AnswerValue::Slots(words) if words.iter().any(|w| !w.is_blank()) => {
                Some(self.sentence(words))
            }
            _ => None,
        }
    }
}
