//! Five words from the hardest to the easiest.

use super::{Block, Effect, Scene, Touch, prompted, remark};
use crate::content::Library;
use crate::domain::Room;
use crate::domain::record::{AnswerValue, Level};
use crate::text::{common, guide as text};
use crate::ui::Element;
use crate::ui::controls::{Answer, word_scale_in_column};

pub(super) struct Rate {
    prompt: String,
    words: [String; 5],
    picked: Option<Answer>,
}

impl Rate {
    pub(super) fn new(prompt: String, words: [String; 5]) -> Self {
        Self {
            prompt,
            words,
            picked: None,
        }
    }
}

/// The word of five that stands for a level.
pub(super) fn level_in(words: &[String; 5], level: Level) -> Option<String> {
    match Level::FIVE.iter().position(|known| *known == level) {
        Some(at) => words.get(at).cloned(),
        None => Some(common::RATHER_NOT_SAY.to_owned()),
    }
}

impl Block for Rate {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let scale = word_scale_in_column(
            self.prompt.as_str(),
            self.words.each_ref().map(String::as_str),
            common::RATHER_NOT_SAY,
            self.picked,
            scene.ctx.width(),
            Touch::Rate,
        );
        let block = prompted(&self.prompt, "", scale);
        if scene.room == Room::Shared && scene.writer.is_some() {
            block.push(remark(text::RATING_STAYS)).into()
        } else {
            block.into()
        }
    }

    /// Choosing again what is chosen takes the choice back.
    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Rate(answer) = touch {
            self.picked = (self.picked != Some(answer)).then_some(answer);
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let level = match self.picked? {
            Answer::Word(at) => *Level::FIVE.get(usize::from(at))?,
            Answer::RatherNotSay => Level::RatherNotSay,
        };
        Some(AnswerValue::Rated(level))
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Rated(level) = value {
            self.picked = (0..5u8)
                .zip(Level::FIVE)
                .find_map(|(at, known)| (known == *level).then_some(Answer::Word(at)))
                .or(Some(Answer::RatherNotSay));
        }
    }

    fn never_shown(&self, _scene: &Scene<'_>) -> bool {
        true
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        let AnswerValue::Rated(level) = value else {
            return None;
        };
        level_in(&self.words, *level)
    }
}
