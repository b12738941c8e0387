//! An answer in one's own words: a line, or an area to write in.

use super::{Block, Effect, Scene, Touch, prompted, remark};
use crate::content::schema::Softener;
use crate::content::soften;
use crate::domain::Words;
use crate::domain::record::AnswerValue;
use crate::text::guide as text;
use crate::ui::controls::{WritingContent, field, writing};
use crate::ui::layout::writing as measures;
use crate::ui::scale::space;
use crate::ui::{Column, Element};

/// How many softening words are pointed out at once; more would be nagging.
const MOST_REMARKS: usize = 3;

pub(super) struct Short {
    prompt: String,
    hint: String,
    words: Words,
    watched: Vec<Softener>,
}

impl Short {
    pub(super) fn new(prompt: String, hint: String) -> Self {
        Self {
            prompt,
            hint,
            words: Words::default(),
            watched: Vec::new(),
        }
    }
}

impl Block for Short {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let line = field(self.prompt.as_str(), self.words.as_str())
            .unlabelled()
            .description(self.hint.as_str())
            .on_input(|words| Touch::Type(0, words.into()))
            .id(scene.field_id());
        let line = prompted(&self.prompt, &self.hint, line);
        with_remarks(line.into(), &self.words, &self.watched)
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        if let Touch::Type(_, words) = touch {
            self.words = words;
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        written(self.words.as_str())
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Text(words) = value {
            self.words = words.clone();
        }
    }

    fn watch(&mut self, words: &[Softener]) {
        self.watched.extend_from_slice(words);
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        self.words = joined(&self.words, phrase);
        true
    }

    fn is_line(&self) -> bool {
        true
    }
}

pub(super) struct Long {
    prompt: String,
    hint: String,
    content: WritingContent,
    watched: Vec<Softener>,
}

impl Long {
    pub(super) fn new(prompt: String, hint: String) -> Self {
        Self {
            prompt,
            hint,
            content: WritingContent::new(),
            watched: Vec::new(),
        }
    }
}

impl Block for Long {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let area = writing(self.prompt.as_str(), &self.content)
            .description(self.hint.as_str())
            .on_edit(Touch::Write)
            .height(scene.lowest(), measures::HIGHEST)
            .id(scene.field_id());
        let area = prompted(&self.prompt, &self.hint, area);
        with_remarks(area.into(), &self.content.text(), &self.watched)
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

    fn watch(&mut self, words: &[Softener]) {
        self.watched.extend_from_slice(words);
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        insert(&mut self.content, phrase);
        true
    }
}

/// Puts a phrase where the caret is, apart from the word before it.
pub(super) fn insert(content: &mut WritingContent, phrase: &str) {
    let apart = !content.is_empty() && !content.text().ends_with(char::is_whitespace);
    if apart {
        content.insert(&format!(" {phrase}"));
    } else {
        content.insert(phrase);
    }
}

/// A phrase after what stands in a line.
pub(super) fn joined(words: &str, phrase: &str) -> Words {
    match words.trim_end() {
        "" => phrase.into(),
        before => format!("{before} {phrase}").into(),
    }
}

pub(super) fn written(words: &str) -> Option<AnswerValue> {
    (!words.trim().is_empty()).then(|| AnswerValue::Text(words.into()))
}

/// Points out softening words under a field: what each may do to the one who hears it. Nothing is forbidden.
fn with_remarks<'a>(
    field: Element<'a, Touch>,
    words: &str,
    watched: &'a [Softener],
) -> Element<'a, Touch> {
    let mut found: Vec<usize> = Vec::new();
    for (_, softener) in soften::find(words, watched) {
        if !found.contains(&softener) && found.len() < MOST_REMARKS {
            found.push(softener);
        }
    }
    let remarks = found
        .into_iter()
        .filter_map(|i| watched.get(i))
        .map(|softener| remark(text::softener(&softener.word, &softener.why)));
    // Always a column of two, so that the first remark does not take the caret away.
    let remarks = Column::with_children(remarks).spacing(space::S4);
    Column::new()
        .push(field)
        .push(remarks)
        .spacing(space::S8)
        .into()
}
