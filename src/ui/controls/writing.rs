use super::Label;
use super::caret::{self, Letters};
use crate::ui::access::{Ring, Role, access};
use crate::ui::scale::{Type, space};
use crate::ui::text::{label as label_text, read};
use crate::ui::theme::style;
use crate::ui::{Column, Element, Fill, Id, Padding, fonts};
use iced::keyboard::{Key, key::Named};
use iced::widget::text::LineHeight;
use iced::widget::text_editor::{self, Action, Binding, Content, Cursor, KeyPress, Motion, Status};
use std::cell::Cell;
use std::rc::Rc;

/// How far back Ctrl+Z goes.
const HISTORY: usize = 200;

/// What a person is writing, with its own undo. iced's editor has none.
#[derive(Default)]
pub struct WritingContent {
    content: Content,
    undo: Vec<(String, Cursor)>,
    redo: Vec<(String, Cursor)>,
    typing: bool,
}

/// Prints nothing of what was written.
impl std::fmt::Debug for WritingContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WritingContent").finish_non_exhaustive()
    }
}

impl Clone for WritingContent {
    /// The words and the caret, not the history.
    fn clone(&self) -> Self {
        let mut copy = Self::with_text(&self.text());
        copy.content.move_to(self.content.cursor());
        copy
    }
}

/// One thing done to a piece of writing; hand it to [`WritingContent::apply`].
#[derive(Clone)]
pub struct Edit(Kind);

#[derive(Clone)]
enum Kind {
    Act(Action),
    Undo,
    Redo,
}

/// Prints nothing of what was typed.
impl std::fmt::Debug for Edit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Edit")
    }
}

impl WritingContent {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With the caret behind the last word, where one goes on writing.
    #[must_use]
    pub fn with_text(text: &str) -> Self {
        let mut content = Content::with_text(text);
        content.perform(Action::Move(Motion::DocumentEnd));
        Self {
            content,
            ..Self::default()
        }
    }

    #[must_use]
    pub fn text(&self) -> String {
        self.content.text()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// Carries out an edit and says whether the words changed.
    pub fn apply(&mut self, edit: Edit) -> bool {
        match edit.0 {
            Kind::Undo => Self::travel(
                &mut self.content,
                &mut self.undo,
                &mut self.redo,
                &mut self.typing,
            ),
            Kind::Redo => Self::travel(
                &mut self.content,
                &mut self.redo,
                &mut self.undo,
                &mut self.typing,
            ),
            Kind::Act(Action::Edit(edit)) => {
                // One run of typing up to a space is one step back.
                let run = matches!(&edit, text_editor::Edit::Insert(c) if !c.is_whitespace());
                if !(run && self.typing) {
                    self.remember();
                }
                self.typing = run;
                self.content.perform(Action::Edit(edit));
                true
            }
            Kind::Act(action) => {
                if !matches!(action, Action::Scroll { .. }) {
                    self.typing = false;
                }
                self.content.perform(action);
                false
            }
        }
    }

    /// Puts `text` where the caret is, as when a way to begin is chosen.
    pub fn insert(&mut self, text: &str) {
        self.remember();
        self.typing = false;
        let paste = text_editor::Edit::Paste(text.to_owned().into());
        self.content.perform(Action::Edit(paste));
    }

    fn remember(&mut self) {
        self.redo.clear();
        if self.undo.len() == HISTORY {
            self.undo.remove(0);
        }
        self.undo.push((self.content.text(), self.content.cursor()));
    }

    fn travel(
        content: &mut Content,
        from: &mut Vec<(String, Cursor)>,
        to: &mut Vec<(String, Cursor)>,
        typing: &mut bool,
    ) -> bool {
        let Some((text, cursor)) = from.pop() else {
            return false;
        };
        to.push((content.text(), content.cursor()));
        *content = Content::with_text(&text);
        content.move_to(cursor);
        *typing = false;
        true
    }
}

/// A large area to write in. Made by [`writing`].
pub struct Writing<'a, M> {
    label: Label<'a>,
    content: &'a WritingContent,
    placeholder: Label<'a>,
    description: Option<String>,
    labelled: bool,
    bare: bool,
    min: f32,
    max: f32,
    id: Option<Id>,
    on_edit: Option<Box<dyn Fn(Edit) -> M + 'a>>,
}

impl<M> std::fmt::Debug for Writing<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writing")
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}

/// An area for `content`, which can be written in once [`Writing::on_edit`] is set. `label` is read out, and shown above only after [`Writing::labelled`]: often the heading over
/// it already says the same.
pub fn writing<'a, M>(label: impl Into<Label<'a>>, content: &'a WritingContent) -> Writing<'a, M> {
    Writing {
        label: label.into(),
        content,
        placeholder: Label::Borrowed(""),
        description: None,
        labelled: false,
        bare: false,
        min: 160.0,
        max: 520.0,
        id: None,
        on_edit: None,
    }
}

impl<'a, M> Writing<'a, M> {
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<Label<'a>>) -> Self {
        self.placeholder = text.into();
        self
    }

    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    #[must_use]
    pub fn labelled(mut self) -> Self {
        self.labelled = true;
        self
    }

    /// Without an edge, for writing straight on the page; a line beside the words shows the focus.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    #[must_use]
    pub fn on_edit(mut self, f: impl Fn(Edit) -> M + 'a) -> Self {
        self.on_edit = Some(Box::new(f));
        self
    }

    /// Grows with the words between these two heights, then scrolls.
    #[must_use]
    pub fn height(mut self, min: f32, max: f32) -> Self {
        (self.min, self.max) = (min, max);
        self
    }

    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// iced's keys, with undo, deleting by words, and Tab and Escape left to the app.
fn keys(press: KeyPress) -> Option<Binding<Edit>> {
    if !matches!(press.status, Status::Focused { .. }) {
        return None;
    }
    let command = press.modifiers.command() && !press.modifiers.alt();
    match press.key.as_ref() {
        Key::Named(Named::Tab | Named::Escape) => return None,
        Key::Named(Named::Backspace) if command => {
            return Some(Binding::Sequence(vec![
                Binding::Select(Motion::WordLeft),
                Binding::Backspace,
            ]));
        }
        Key::Named(Named::Delete) if command => {
            return Some(Binding::Sequence(vec![
                Binding::Select(Motion::WordRight),
                Binding::Delete,
            ]));
        }
        _ => {}
    }
    match press.key.to_latin(press.physical_key) {
        Some('z') if command && press.modifiers.shift() => Some(Binding::Custom(Edit(Kind::Redo))),
        Some('z') if command => Some(Binding::Custom(Edit(Kind::Undo))),
        Some('y') if command => Some(Binding::Custom(Edit(Kind::Redo))),
        _ => Binding::from_key_press(press),
    }
}

impl<'a, M: Clone + 'a> From<Writing<'a, M>> for Element<'a, M> {
    fn from(w: Writing<'a, M>) -> Self {
        let Some(on_edit) = w.on_edit else {
            return Column::new()
                .push(label_text(w.label))
                .push(read(w.content.text()))
                .spacing(space::S4)
                .into();
        };
        let font = if w.content.is_empty() {
            fonts::for_words(fonts::BOOK_ITALIC, &w.placeholder)
        } else {
            fonts::BOOK
        };
        let words = w.content.text();
        let from_the_right = caret::begins(w.placeholder.trim(), &w.label);
        let look: fn(&_, _) -> _ = if w.bare {
            style::bare_writing
        } else {
            style::writing
        };
        let padding: Padding = if w.bare {
            Padding::ZERO
        } else {
            [space::S16, 20.0].into()
        };
        let focused = Rc::new(Cell::new(false));
        let is_focused = focused.clone();
        // One that is read from the right is put at the right by the caret's own drawing.
        let shown = if from_the_right { "" } else { &*w.placeholder };
        let mut editor = iced::widget::text_editor(&w.content.content)
            .placeholder(shown.to_owned())
            .font(font)
            .size(Type::Writing.size())
            .line_height(LineHeight::Absolute(Type::Writing.line().into()))
            .padding(padding)
            .style(move |theme, status| match is_focused.get() {
                true => look(theme, Status::Focused { is_hovered: false }),
                false => look(theme, status),
            })
            .min_height(w.min)
            .max_height(w.max)
            .key_binding(keys);
        if let Some(id) = w.id {
            editor = editor.id(id);
        }
        // Inside, the editor speaks in edits; outside, in the screen's messages.
        let editor: Element<'a, Edit> = editor.on_action(|action| Edit(Kind::Act(action))).into();
        let editor: Element<'a, Edit> = caret::Lines {
            editor,
            words: words.clone(),
            cursor: w.content.content.cursor(),
            placeholder: w.placeholder.into_owned(),
            letters: Letters {
                font,
                size: Type::Writing.size(),
                line: Type::Writing.line(),
            },
            padding,
            from_the_right,
            focused,
            style: look,
        }
        .into();
        let area = access(Role::MultilineTextInput, editor.map(on_edit))
            .name(w.label.clone().into_owned())
            .description_maybe(w.description)
            .value(words)
            .ring(if w.bare { Ring::Beside } else { Ring::Own });
        if w.labelled {
            Column::new()
                .push(label_text(w.label))
                .push(area)
                .spacing(space::S4)
                .width(Fill)
                .into()
        } else {
            area.into()
        }
    }
}
