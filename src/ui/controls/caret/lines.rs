//! Several lines to write in.

use super::{Beat, Letters, Paragraph, WIDTH, fill, kept, pass_on, place, stretches, unfocused};
use crate::ui::direction::has_from_the_right;
use crate::ui::{Element, Renderer, Theme};
use cosmic_text::Buffer;
use iced::advanced::layout::{Limits, Node};
use iced::advanced::text::highlighter::PlainText;
use iced::advanced::text::{
    Alignment, LineHeight, Paragraph as _, Renderer as _, Shaping, Text, Wrapping,
};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{
    Clipboard, InputMethod, Layout, Shell, Widget, input_method, mouse, renderer,
};
use iced::alignment::Vertical;
use iced::widget::text_editor;
use iced::{Event, Padding, Pixels, Point, Rectangle, Size, window};
use std::cell::Cell;
use std::rc::Rc;

/// Several lines, and the caret in them.
pub(in crate::ui::controls) struct Lines<'a, M> {
    pub(in crate::ui::controls) editor: Element<'a, M>,
    pub(in crate::ui::controls) words: String,
    pub(in crate::ui::controls) cursor: text_editor::Cursor,
    pub(in crate::ui::controls) placeholder: String,
    pub(in crate::ui::controls) letters: Letters,
    pub(in crate::ui::controls) padding: Padding,
    /// While nothing is written, writing would begin at the right.
    pub(in crate::ui::controls) from_the_right: bool,
    /// Tells the look of the editor that it has the focus.
    pub(in crate::ui::controls) focused: Rc<Cell<bool>>,
    pub(in crate::ui::controls) style: fn(&Theme, text_editor::Status) -> text_editor::Style,
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
