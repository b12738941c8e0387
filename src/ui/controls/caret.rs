//! The caret, and the marking of what is selected, among letters that run from the right.
//!
//! The toolkit's fields place both by adding up widths from the left, or by a letter's right edge, and their arrow keys follow
//! the order of the letters. As long as somebody writes from the left that is right, and nothing here does anything. Otherwise
//! the field is drawn without its own caret, and these are drawn over it, from where the letters really stand.

use crate::ui::access::pass_on::pass_on;
use crate::ui::direction::begins_at_the_right;
use crate::ui::{Element, Renderer};
use cosmic_text::{Buffer, LayoutRun, Metrics, Shaping as CosmicShaping, Wrap};
use iced::advanced::graphics::text::{font_system, to_attributes};
use iced::advanced::text::{Alignment, LineHeight, Paragraph as _, Shaping, Text, Wrapping};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Renderer as _, mouse, renderer};
use iced::alignment::Vertical;
use iced::keyboard;
use iced::time::{Duration, Instant};
use iced::{Color, Event, Font, Pixels, Rectangle, Size, touch, window};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

/// As the toolkit's own caret.
const BLINK: Duration = Duration::from_millis(500);
const WIDTH: f32 = 1.0;

/// The look of the words in a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letters {
    pub(super) font: Font,
    pub(super) size: f32,
    pub(super) line: f32,
}

impl Letters {
    fn paragraph(self, words: &str) -> Paragraph {
        Paragraph::with_text(Text {
            content: words,
            bounds: Size::new(f32::INFINITY, self.line),
            size: Pixels(self.size),
            line_height: LineHeight::Absolute(Pixels(self.line)),
            font: self.font,
            align_x: Alignment::Default,
            align_y: Vertical::Center,
            shaping: Shaping::Advanced,
            wrapping: Wrapping::default(),
        })
    }

    /// The lines as the toolkit's editor breaks them; nothing where the fonts cannot be had.
    fn lines(self, words: &str, width: f32) -> Option<Buffer> {
        let mut system = font_system().write().ok()?;
        let mut buffer = Buffer::new(system.raw(), Metrics::new(self.size, self.line));
        buffer.set_wrap(system.raw(), Wrap::Word);
        buffer.set_size(system.raw(), Some(width), None);
        let attributes = to_attributes(self.font);
        buffer.set_text(
            system.raw(),
            words,
            &attributes,
            CosmicShaping::Advanced,
            None,
        );
        Some(buffer)
    }
}

/// When the caret shows.
#[derive(Debug, Clone, Copy)]
struct Beat {
    now: Instant,
    since: Instant,
    window: bool,
}

impl Default for Beat {
    fn default() -> Self {
        let now = Instant::now();
        Self {
            now,
            since: now,
            window: true,
        }
    }
}

impl Beat {
    fn hear(&mut self, event: &Event) {
        match event {
            Event::Window(window::Event::RedrawRequested(now)) => self.now = *now,
            Event::Window(window::Event::Focused) => self.window = true,
            Event::Window(window::Event::Unfocused) => self.window = false,
            Event::Keyboard(keyboard::Event::KeyPressed { .. })
            | Event::InputMethod(_)
            | Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. }) => self.since = Instant::now(),
            _ => {}
        }
    }

    fn shows(&self) -> bool {
        let past = self.now.saturating_duration_since(self.since);
        self.window && (past.as_millis() / BLINK.as_millis()).is_multiple_of(2)
    }

    fn next(&self) -> Instant {
        let past = self.now.saturating_duration_since(self.since);
        let into = past.as_millis() % BLINK.as_millis();
        let left = BLINK.as_millis().saturating_sub(into);
        self.now + Duration::from_millis(u64::try_from(left).unwrap_or(500))
    }
}

/// Where the caret stands before the byte `index` of a line.
fn place(run: &LayoutRun<'_>, index: usize, start: f32) -> f32 {
    let holds = |g: &&cosmic_text::LayoutGlyph| g.start <= index && index < g.end;
    // A letter and its marks are of the same bytes; the letter is the widest.
    let letter = run.glyphs.iter().filter(holds);
    if let Some(letter) = letter.max_by(|a, b| a.w.total_cmp(&b.w)) {
        let cluster = run.text.get(letter.start..letter.end).unwrap_or_default();
        let parts = cluster.grapheme_indices(true);
        let before = parts.filter(|(at, _)| letter.start + at < index).count();
        let all = cluster.graphemes(true).count().max(1);
        let along = letter.w * before as f32 / all as f32;
        return if letter.level.is_rtl() {
            letter.x + letter.w - along
        } else {
            letter.x + along
        };
    }
    match run.glyphs.iter().max_by_key(|g| g.end) {
        Some(last) if last.level.is_rtl() => last.x,
        Some(last) => last.x + last.w,
        None => start,
    }
}

/// The stretches of a line that hold these bytes, from left to right. One choice of words may stand in several.
fn stretches(run: &LayoutRun<'_>, bytes: &Range<usize>) -> Vec<(f32, f32)> {
    let inside = |g: &&cosmic_text::LayoutGlyph| g.start < bytes.end && bytes.start < g.end;
    let mut spans: Vec<(f32, f32)> = (run.glyphs.iter().filter(inside))
        .map(|g| {
            let from = place(run, bytes.start.max(g.start), g.x);
            let edge = |at: usize| {
                if at < g.end {
                    place(run, at, g.x)
                } else if g.level.is_rtl() {
                    g.x
                } else {
                    g.x + g.w
                }
            };
            let to = edge(bytes.end.min(g.end));
            (from.min(to), from.max(to))
        })
        .collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut joined: Vec<(f32, f32)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 + 0.5 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

fn byte_of(words: &str, grapheme: usize) -> usize {
    let mut starts = words.grapheme_indices(true).map(|(at, _)| at);
    starts.nth(grapheme).unwrap_or(words.len())
}

fn fill(renderer: &mut Renderer, area: Rectangle, inside: Rectangle, colour: Color) {
    if let Some(bounds) = inside.intersection(&area) {
        let quad = renderer::Quad {
            bounds,
            ..renderer::Quad::default()
        };
        renderer.fill_quad(quad, colour);
    }
}

/// The field as it is when nobody writes in it: without its caret.
fn unfocused<M>(content: &Element<'_, M>) -> Tree {
    Tree {
        tag: content.as_widget().tag(),
        state: content.as_widget().state(),
        children: Vec::new(),
    }
}

/// What is kept of a field from frame to frame, below the toolkit's own state of it.
fn kept<T: Default + 'static>() -> Tree {
    Tree {
        tag: tree::Tag::of::<T>(),
        state: tree::State::new(T::default()),
        children: Vec::new(),
    }
}

/// The toolkit's field keeps its state as if nothing stood around it: what asks for a field by its state still finds one.
macro_rules! stands_for {
    ($content:ident, $kept:ty) => {
        fn tag(&self) -> tree::Tag {
            self.$content.as_widget().tag()
        }

        fn state(&self) -> tree::State {
            self.$content.as_widget().state()
        }

        fn children(&self) -> Vec<Tree> {
            vec![kept::<$kept>()]
        }

        fn diff(&self, tree: &mut Tree) {
            let kept = std::mem::take(&mut tree.children);
            self.$content.as_widget().diff(tree);
            tree.children = kept;
        }

        pass_on!($content: size);

        fn operate(
            &mut self,
            tree: &mut Tree,
            layout: Layout<'_>,
            renderer: &Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            let content = self.$content.as_widget_mut();
            content.operate(tree, layout, renderer, operation);
        }

        fn mouse_interaction(
            &self,
            tree: &Tree,
            layout: Layout<'_>,
            cursor: mouse::Cursor,
            viewport: &Rectangle,
            renderer: &Renderer,
        ) -> mouse::Interaction {
            let content = self.$content.as_widget();
            content.mouse_interaction(tree, layout, cursor, viewport, renderer)
        }
    };
}

// Below the macro they are written with.
mod line;
mod lines;

pub(super) use line::Line;
pub(super) use lines::Lines;

/// Whether what is written, or else what is asked for, begins at the right.
pub(super) fn begins(written: &str, asked: &str) -> bool {
    begins_at_the_right(if written.is_empty() { asked } else { written })
}
