//! One of several, or as many as fit.

use super::{Block, Effect, Scene, Touch, line, prompted};
use crate::content::Library;
use crate::content::schema::Choice;
use crate::domain::Words;
use crate::domain::record::AnswerValue;
use crate::text::guide as text;
use crate::ui::controls::{answers, chips, field};
use crate::ui::scale::{Width, space};
use crate::ui::{Element, Fill, column};

/// From so many short answers on they stand in two columns.
const MANY: usize = 4;
/// So many letters are sure to stand on one line of half a page.
const SHORT: usize = 28;

struct Item {
    id: String,
    text: String,
}

fn options(options: &[Choice], fill: &dyn Fn(&str) -> String) -> Vec<Item> {
    options
        .iter()
        .map(|o| Item {
            id: o.id.clone(),
            text: fill(&o.text),
        })
        .collect()
}

/// The words of what was chosen, and one's own after them. An option that the content no longer has says nothing.
fn chosen(options: &[Item], value: &AnswerValue) -> Option<String> {
    let AnswerValue::Chosen {
        options: chosen,
        own,
    } = value
    else {
        return None;
    };
    let known = options.iter().filter(|option| chosen.contains(&option.id));
    let own = own.iter().map(|words| words.trim().to_owned());
    let all: Vec<String> = known.map(|option| option.text.clone()).chain(own).collect();
    Some(text::listed(&all))
}

pub(super) struct One {
    prompt: String,
    options: Vec<Item>,
    picked: Option<usize>,
}

impl One {
    pub(super) fn new(prompt: String, choices: &[Choice], fill: &dyn Fn(&str) -> String) -> Self {
        Self {
            prompt,
            options: options(choices, fill),
            picked: None,
        }
    }
}

impl Block for One {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let short = |o: &Item| o.text.chars().count() <= SHORT;
        let in_two = scene.ctx.width() > Width::Narrow
            && self.options.len() >= MANY
            && self.options.iter().all(short);
        let options = self.options.iter().enumerate();
        let list = answers(
            self.prompt.as_str(),
            options.map(|(i, o)| (i, o.text.as_str().into())),
            self.picked,
            if in_two { 2 } else { 1 },
            Touch::Pick,
        );
        prompted(&self.prompt, "", list).spacing(space::S4).into()
    }

    /// Choosing again what is chosen takes the choice back.
    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Pick(i) = touch {
            self.picked = (self.picked != Some(i)).then_some(i);
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let picked = self.options.get(self.picked?)?;
        Some(AnswerValue::Chosen {
            options: vec![picked.id.clone()],
            own: Vec::new(),
        })
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Chosen { options, .. } = value {
            self.picked = self.options.iter().position(|o| options.contains(&o.id));
        }
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        chosen(&self.options, value)
    }
}

pub(super) struct Many {
    prompt: String,
    options: Vec<Item>,
    picked: Vec<usize>,
    /// A word of one's own, where the block offers one.
    own: Option<Words>,
}

impl Many {
    pub(super) fn new(
        prompt: String,
        choices: &[Choice],
        own: bool,
        fill: &dyn Fn(&str) -> String,
    ) -> Self {
        Self {
            prompt,
            options: options(choices, fill),
            picked: Vec::new(),
            own: own.then(Words::default),
        }
    }
}

impl Block for Many {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let options = self.options.iter().enumerate();
        let chips = chips(
            self.prompt.as_str(),
            options.map(|(i, o)| (i, o.text.as_str().into())),
            &self.picked,
            Touch::Toggle,
        );
        let mut answer = column![chips].spacing(space::S12).width(Fill);
        if let Some(own) = &self.own {
            let own = field(text::OWN_WORD, own.as_str())
                .on_input(|words| Touch::Type(0, words.into()))
                .id(scene.field_id());
            answer = answer.push(line(text::OWN_WORD, own, scene));
        }
        prompted(&self.prompt, "", answer).into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Toggle(i, true) if !self.picked.contains(&i) => {
                self.picked.push(i);
                self.picked.sort_unstable();
            }
            Touch::Toggle(i, false) => self.picked.retain(|other| *other != i),
            Touch::Type(_, words) if self.own.is_some() => self.own = Some(words),
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let options: Vec<String> = self
            .picked
            .iter()
            .filter_map(|i| self.options.get(*i))
            .map(|o| o.id.clone())
            .collect();
        let own: Vec<Words> = self
            .own
            .iter()
            .filter(|words| !words.is_blank())
            .cloned()
            .collect();
        (!options.is_empty() || !own.is_empty()).then_some(AnswerValue::Chosen { options, own })
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Chosen { options, own } = value {
            self.picked = (0..self.options.len())
                .filter(|i| {
                    self.options
                        .get(*i)
                        .is_some_and(|o| options.contains(&o.id))
                })
                .collect();
            if self.own.is_some() {
                self.own = Some(own.first().cloned().unwrap_or_default());
            }
        }
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        chosen(&self.options, value)
    }
}
