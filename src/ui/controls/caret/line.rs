//! One line to write in.

use super::{
    Beat, Letters, Paragraph, WIDTH, byte_of, fill, kept, pass_on, place, stretches, unfocused,
};
use crate::ui::direction::has_from_the_right;
use crate::ui::{Element, Renderer, Theme};
use iced::advanced::layout::{Limits, Node};
use iced::advanced::text::{Paragraph as _, Renderer as _};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, InputMethod, Layout, Shell, Widget, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::text_input::{self, Value, cursor};
use iced::{Event, Rectangle, Vector, window};

/// So much of a line that is longer than its field stays in sight behind the caret.
const AFTER: f32 = 5.0;

/// One line, and the caret in it.
pub(in crate::ui::controls) struct Line<'a, M> {
    pub(in crate::ui::controls) input: Element<'a, M>,
    pub(in crate::ui::controls) value: &'a str,
    pub(in crate::ui::controls) placeholder: String,
    pub(in crate::ui::controls) letters: Letters,
    /// Its letters are shown, and the line begins at the right.
    pub(in crate::ui::controls) from_the_right: bool,
    pub(in crate::ui::controls) hidden: bool,
    pub(in crate::ui::controls) style: fn(&Theme, text_input::Status) -> text_input::Style,
}

#[derive(Default)]
struct LineKept {
    beat: Beat,
    paragraph: Paragraph,
    drawn: Option<(String, Letters)>,
}

impl<M> Line<'_, M> {
    fn is_mine(&self) -> bool {
        !self.hidden && (self.from_the_right || has_from_the_right(self.value))
    }

    /// Where the line stands in its field, and the caret in the line.
    fn stands(&self, paragraph: &Paragraph, room: f32, index: Option<usize>) -> (f32, f32) {
        let width = paragraph.min_bounds().width;
        let start = if self.from_the_right { width } else { 0.0 };
        let run = paragraph.buffer().layout_runs().next();
        let caret = match (run, index) {
            (Some(run), Some(index)) if !self.value.is_empty() => place(&run, index, start),
            _ => start,
        };
        let offset = if width <= room {
            if self.from_the_right {
                room - width
            } else {
                0.0
            }
        } else if index.is_some() {
            -(caret + AFTER - room).max(0.0)
        } else if self.from_the_right {
            room - width
        } else {
            0.0
        };
        (offset, caret)
    }
}

impl<M: Clone> Widget<M, Theme, Renderer> for Line<'_, M> {
    stands_for!(input, LineKept);

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &Limits) -> Node {
        if self.is_mine() {
            let words = match self.value {
                "" => &*self.placeholder,
                value => value,
            };
            let kept = tree.children[0].state.downcast_mut::<LineKept>();
            let known = kept.drawn.as_ref();
            if known.is_none_or(|(w, l)| w != words || *l != self.letters) {
                kept.paragraph = self.letters.paragraph(words);
                kept.drawn = Some((words.to_owned(), self.letters));
            }
        }
        self.input.as_widget_mut().layout(tree, renderer, limits)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let mine = self.is_mine();
        let turned = (mine && self.from_the_right)
            .then(|| arrows_turned(event))
            .flatten();
        let event = turned.as_ref().unwrap_or(event);
        self.input.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        let focused = is_focused_line(tree);
        let index = focused.map(|cursor| match cursor.state(&Value::new(self.value)) {
            cursor::State::Index(at) => at,
            cursor::State::Selection { end, .. } => end,
        });
        let kept = tree.children[0].state.downcast_mut::<LineKept>();
        kept.beat.hear(event);
        if let (true, Some(index), Event::Window(window::Event::RedrawRequested(_))) =
            (mine, index, event)
        {
            shell.request_redraw_at(kept.beat.next());
            let field = layout
                .children()
                .next()
                .map_or(layout.bounds(), |l| l.bounds());
            let index = byte_of(self.value, index);
            let (offset, caret) = self.stands(&kept.paragraph, field.width, Some(index));
            if let InputMethod::Enabled { cursor, .. } = shell.input_method_mut() {
                cursor.x = field.x + offset + caret;
            }
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let input = self.input.as_widget();
        let Some(field) = layout
            .children()
            .next()
            .map(|l| l.bounds())
            .filter(|_| self.is_mine())
        else {
            return input.draw(tree, renderer, theme, style, layout, cursor, viewport);
        };
        let bare = unfocused(&self.input);
        input.draw(&bare, renderer, theme, style, layout, cursor, viewport);
        let kept = tree.children[0].state.downcast_ref::<LineKept>();
        let focused = is_focused_line(tree);
        let look = (self.style)(theme, text_input::Status::Active);
        let (selected, index) = match focused.map(|c| c.state(&Value::new(self.value))) {
            None => (None, None),
            Some(cursor::State::Index(at)) => (None, Some(byte_of(self.value, at))),
            Some(cursor::State::Selection { start, end }) => {
                let [start, end] = [start, end].map(|at| byte_of(self.value, at));
                (Some(start.min(end)..start.max(end)), Some(end))
            }
        };
        let (offset, caret) = self.stands(&kept.paragraph, field.width, index);
        let at = |from: f32, width: f32| Rectangle {
            x: field.x + offset + from,
            width,
            ..field
        };
        let inside = field.expand(WIDTH);
        if let Some(bytes) = selected {
            let run = kept.paragraph.buffer().layout_runs().next();
            for (from, to) in run.iter().flat_map(|run| stretches(run, &bytes)) {
                fill(renderer, at(from, to - from), inside, look.selection);
            }
        } else if index.is_some() && kept.beat.shows() {
            fill(renderer, at(caret.floor(), WIDTH), inside, look.value);
        }
        let anchor = field.anchor(
            kept.paragraph.min_bounds(),
            iced::Alignment::Start,
            iced::Alignment::Center,
        );
        let colour = if self.value.is_empty() {
            look.placeholder
        } else {
            look.value
        };
        let clip = field.intersection(viewport).unwrap_or_default();
        renderer.fill_paragraph(
            &kept.paragraph,
            anchor + Vector::new(offset, 0.0),
            colour,
            clip,
        );
    }
}

impl<'a, M: Clone + 'a> From<Line<'a, M>> for Element<'a, M> {
    fn from(line: Line<'a, M>) -> Self {
        Element::new(line)
    }
}

fn is_focused_line(tree: &Tree) -> Option<text_input::Cursor> {
    let state = tree.state.downcast_ref::<text_input::State<Paragraph>>();
    state.is_focused().then(|| state.cursor())
}

/// An arrow key moves the caret the way it points.
fn arrows_turned(event: &Event) -> Option<Event> {
    let turn = |key: &Key| match key {
        Key::Named(Named::ArrowLeft) => Some(Key::Named(Named::ArrowRight)),
        Key::Named(Named::ArrowRight) => Some(Key::Named(Named::ArrowLeft)),
        _ => None,
    };
    let mut event = event.clone();
    if let Event::Keyboard(keyboard::Event::KeyPressed {
        key, modified_key, ..
    }) = &mut event
    {
        *key = turn(key)?;
        *modified_key = turn(modified_key)?;
        return Some(event);
    }
    None
}
