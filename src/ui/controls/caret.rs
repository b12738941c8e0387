//! The caret, and the marking of what is selected, among letters that run from the right.
//!
//! The toolkit's fields place both by adding up widths from the left, or by a letter's right edge, and their arrow keys follow
//! the order of the letters. As long as somebody writes from the left that is right, and nothing here does anything. Otherwise
//! the field is drawn without its own caret, and these are drawn over it, from where the letters really stand.

use crate::ui::access::pass_on::pass_on;
use crate::ui::direction::{begins_at_the_right, has_from_the_right};
use crate::ui::{Element, Renderer, Theme};
use cosmic_text::{Buffer, LayoutRun, Metrics, Shaping as CosmicShaping, Wrap};
use iced::advanced::graphics::text::{font_system, to_attributes};
use iced::advanced::layout::{Limits, Node};
use iced::advanced::text::highlighter::PlainText;
use iced::advanced::text::{
    Alignment, LineHeight, Paragraph as _, Renderer as _, Shaping, Text, Wrapping,
};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{
    Clipboard, InputMethod, Layout, Renderer as _, Shell, Widget, input_method, mouse, renderer,
};
use iced::alignment::Vertical;
use iced::keyboard::{self, Key, key::Named};
use iced::time::{Duration, Instant};
use iced::widget::text_input::{self, cursor};
use iced::widget::{text_editor, text_input::Value};
use iced::{Color, Event, Font, Padding, Pixels, Point, Rectangle, Size, Vector, touch, window};
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;

type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

/// As the toolkit's own caret.
const BLINK: Duration = Duration::from_millis(500);
const WIDTH: f32 = 1.0;
/// So much of a line that is longer than its field stays in sight behind the caret.
const AFTER: f32 = 5.0;

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

        pass_on!(@size $content);

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

/// One line, and the caret in it.
pub(super) struct Line<'a, M> {
    pub(super) input: Element<'a, M>,
    pub(super) value: &'a str,
    pub(super) placeholder: String,
    pub(super) letters: Letters,
    /// Its letters are shown, and the line begins at the right.
    pub(super) from_the_right: bool,
    pub(super) hidden: bool,
    pub(super) style: fn(&Theme, text_input::Status) -> text_input::Style,
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

/// Several lines, and the caret in them.
pub(super) struct Lines<'a, M> {
    pub(super) editor: Element<'a, M>,
    pub(super) words: String,
    pub(super) cursor: text_editor::Cursor,
    pub(super) placeholder: String,
    pub(super) letters: Letters,
    pub(super) padding: Padding,
    /// While nothing is written, writing would begin at the right.
    pub(super) from_the_right: bool,
    /// Tells the look of the editor that it has the focus.
    pub(super) focused: Rc<Cell<bool>>,
    pub(super) style: fn(&Theme, text_editor::Status) -> text_editor::Style,
}

#[derive(Default)]
struct LinesKept {
    beat: Beat,
    buffer: Option<Buffer>,
    drawn: Option<(String, Letters, f32)>,
    hint: Paragraph,
    /// How far the lines are scrolled up.
    scrolled: f32,
}

impl<M> Lines<'_, M> {
    fn is_mine(&self) -> bool {
        if self.words.is_empty() {
            self.from_the_right
        } else {
            has_from_the_right(&self.words)
        }
    }

    fn inside(&self, bounds: Rectangle) -> Rectangle {
        bounds.shrink(self.padding)
    }

    /// The caret, over all lines from the first.
    fn caret(&self, buffer: &Buffer, room: f32) -> Point {
        let at = self.cursor.position;
        let starts = |rtl: bool| if rtl { room } else { 0.0 };
        if self.words.is_empty() {
            return Point::new(starts(self.from_the_right), 0.0);
        }
        let mut here = None;
        let mut runs = buffer
            .layout_runs()
            .filter(|run| run.line_i == at.line)
            .peekable();
        while let Some(run) = runs.next() {
            let end = run.glyphs.iter().map(|g| g.end).max().unwrap_or_default();
            let next = runs
                .peek()
                .and_then(|run| run.glyphs.iter().map(|g| g.start).min());
            let is_here = next.is_none_or(|next| at.column < end || at.column < next);
            if is_here {
                let x = place(&run, at.column, starts(run.rtl));
                here = Some(Point::new(x, run.line_top));
                break;
            }
        }
        here.unwrap_or(Point::ORIGIN)
    }

    /// On which of the lines the toolkit believes the caret to be, or nothing where it fails to find out: it takes the first
    /// and the last letter in the order of drawing for the first and the last in the order of reading.
    fn believed(&self, buffer: &Buffer) -> Option<usize> {
        let at = self.cursor.position;
        let before: usize = (buffer.lines.iter().take(at.line))
            .map(|line| line.layout_opt().map_or(0, |layout| layout.len()))
            .sum();
        let layout = buffer.lines.get(at.line)?.layout_opt()?;
        for (i, line) in layout.iter().enumerate() {
            let start = line.glyphs.first().map_or(0, |g| g.start);
            let end = line.glyphs.last().map_or(0, |g| g.end);
            if start > at.column {
                return i.checked_sub(1).map(|i| before + i);
            }
            if at.column <= end {
                return Some(before + i);
            }
        }
        Some(before + layout.len().saturating_sub(1))
    }
}

impl<M> Widget<M, Theme, Renderer> for Lines<'_, M> {
    stands_for!(editor, LinesKept);

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &Limits) -> Node {
        let node = self.editor.as_widget_mut().layout(tree, renderer, limits);
        if self.is_mine() {
            let room = self.inside(node.bounds()).width;
            let kept = tree.children[0].state.downcast_mut::<LinesKept>();
            let same = |(w, l, r): &(String, Letters, f32)| {
                *w == self.words && *l == self.letters && (*r - room).abs() < 0.01
            };
            if !kept.drawn.as_ref().is_some_and(same) {
                kept.buffer = self.letters.lines(&self.words, room);
                kept.drawn = Some((self.words.clone(), self.letters, room));
                kept.hint = Paragraph::with_text(Text {
                    content: &self.placeholder,
                    bounds: Size::new(room, f32::INFINITY),
                    size: Pixels(self.letters.size),
                    line_height: LineHeight::Absolute(Pixels(self.letters.line)),
                    font: self.letters.font,
                    align_x: Alignment::Right,
                    align_y: Vertical::Top,
                    shaping: Shaping::Advanced,
                    wrapping: Wrapping::default(),
                });
            }
        }
        node
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
        let redraw = matches!(event, Event::Window(window::Event::RedrawRequested(_)));
        let focused = is_focused_editor(tree);
        self.focused.set(mine && focused);
        let kept = tree.children[0].state.downcast_ref::<LinesKept>();
        let believed = kept.buffer.as_ref().map(|buffer| self.believed(buffer));
        // Asked where its caret is, the toolkit would not survive looking for it here.
        if mine && redraw && believed == Some(None) {
            let mut bare = unfocused(&self.editor);
            self.editor.as_widget_mut().update(
                &mut bare, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        } else {
            self.editor.as_widget_mut().update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
        let focused = is_focused_editor(tree);
        let kept = tree.children[0].state.downcast_mut::<LinesKept>();
        kept.beat.hear(event);
        if !(mine && redraw && focused) {
            return;
        }
        shell.request_redraw_at(kept.beat.next());
        let Some(buffer) = &kept.buffer else { return };
        let inside = self.inside(layout.bounds());
        let caret = self.caret(buffer, inside.width);
        let height = buffer.layout_runs().count() as f32 * self.letters.line;
        if height <= inside.height {
            kept.scrolled = 0.0;
        }
        if believed == Some(None) {
            shell.request_input_method(&InputMethod::<String>::Enabled {
                cursor: Rectangle::new(Point::ORIGIN, Size::new(WIDTH, self.letters.line)),
                purpose: input_method::Purpose::Normal,
                preedit: None,
            });
        }
        if let InputMethod::Enabled { cursor, .. } = shell.input_method_mut() {
            if let (Some(Some(line)), None) = (believed, self.cursor.selection)
                && height > inside.height
            {
                kept.scrolled = line as f32 * self.letters.line - (cursor.y - inside.y);
            }
            cursor.x = inside.x + caret.x;
            cursor.y = inside.y + caret.y - kept.scrolled;
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
        let editor = self.editor.as_widget();
        if !self.is_mine() {
            return editor.draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
        let bare = unfocused(&self.editor);
        editor.draw(&bare, renderer, theme, style, layout, cursor, viewport);
        let kept = tree.children[0].state.downcast_ref::<LinesKept>();
        let inside = self.inside(layout.bounds());
        let look = (self.style)(theme, text_editor::Status::Active);
        if self.words.is_empty() {
            let at = inside.anchor(
                kept.hint.min_bounds(),
                iced::Alignment::End,
                iced::Alignment::Start,
            );
            renderer.fill_paragraph(&kept.hint, at, look.placeholder, inside);
        }
        let (true, Some(buffer)) = (is_focused_editor(tree), &kept.buffer) else {
            return;
        };
        let line = |x: f32, y: f32, width: f32| Rectangle {
            x: inside.x + x,
            y: inside.y + y - kept.scrolled,
            width,
            height: self.letters.line,
        };
        let room = inside.expand([0.0, WIDTH]);
        let at = self.cursor.position;
        if let Some(other) = self.cursor.selection
            && other != at
        {
            let (from, to) = if (other.line, other.column) < (at.line, at.column) {
                (other, at)
            } else {
                (at, other)
            };
            for run in buffer.layout_runs() {
                if run.line_i < from.line || run.line_i > to.line {
                    continue;
                }
                let begin = if run.line_i == from.line {
                    from.column
                } else {
                    0
                };
                let end = if run.line_i == to.line {
                    to.column
                } else {
                    usize::MAX
                };
                for (left, right) in stretches(&run, &(begin..end)) {
                    let area = line(left, run.line_top, right - left);
                    fill(renderer, area, room, look.selection);
                }
            }
        } else if kept.beat.shows() {
            let caret = self.caret(buffer, inside.width);
            fill(
                renderer,
                line(caret.x.floor(), caret.y, WIDTH),
                room,
                look.value,
            );
        }
    }
}

impl<'a, M: 'a> From<Lines<'a, M>> for Element<'a, M> {
    fn from(lines: Lines<'a, M>) -> Self {
        Element::new(lines)
    }
}

fn is_focused_editor(tree: &Tree) -> bool {
    let state = tree.state.downcast_ref::<text_editor::State<PlainText>>();
    state.is_focused()
}

/// Whether what is written, or else what is asked for, begins at the right.
pub(super) fn begins(written: &str, asked: &str) -> bool {
    begins_at_the_right(if written.is_empty() { asked } else { written })
}
