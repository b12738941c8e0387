//! What is written from right to left, among an interface that is not.

use super::access::pass_on::pass_on;
use super::{Element, Renderer, Theme};
use iced::advanced::layout::Node;
use iced::advanced::text::Alignment;
use iced::advanced::widget::{Tree, text};
use iced::advanced::{Layout, Widget, mouse, renderer};
use iced::widget::text::{LineHeight, Style, Wrapping};
use iced::{Font, Length, Point, Rectangle, Vector};

/// Content laid out as its language is read. Everything in it stands where a mirror would show it: a column begins at the
/// right, a mark stands right of its words. The drawings and the words themselves are not turned round.
pub fn toward<'a, M: 'a>(
    right_to_left: bool,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let content = content.into();
    if right_to_left {
        Element::new(Mirrored { content })
    } else {
        content
    }
}

type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

struct Mirrored<'a, M> {
    content: Element<'a, M>,
}

impl<M> Widget<M, Theme, Renderer> for Mirrored<'_, M> {
    pass_on!(content: children diff size operate update draw mouse_interaction overlay);

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &iced::advanced::layout::Limits,
    ) -> Node {
        let content = self.content.as_widget_mut();
        mirrored(&content.layout(&mut tree.children[0], renderer, limits))
    }
}

/// Words on the page. Those that are read from the right stand at the right of the room they take.
///
/// The toolkit would begin them at the left of it, and asked to align them, puts a single line outside.
pub struct Text<'a> {
    words: Words<'a>,
    from_the_right: bool,
}

type Words<'a> = iced::widget::Text<'a, Theme, Renderer>;

impl std::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").finish_non_exhaustive()
    }
}

impl<'a> Text<'a> {
    pub(super) fn of(words: Words<'a>, from_the_right: bool) -> Self {
        Self {
            words,
            from_the_right,
        }
    }

    fn with(self, f: impl FnOnce(Words<'a>) -> Words<'a>) -> Self {
        Self {
            words: f(self.words),
            ..self
        }
    }

    #[must_use]
    pub fn font(self, font: Font) -> Self {
        self.with(|words| words.font(font))
    }

    #[must_use]
    pub fn size(self, size: f32) -> Self {
        self.with(|words| words.size(size))
    }

    #[must_use]
    pub fn line_height(self, height: impl Into<LineHeight>) -> Self {
        self.with(|words| words.line_height(height))
    }

    #[must_use]
    pub fn width(self, width: impl Into<Length>) -> Self {
        self.with(|words| words.width(width))
    }

    #[must_use]
    pub fn wrapping(self, wrapping: Wrapping) -> Self {
        self.with(|words| words.wrapping(wrapping))
    }

    /// At one side or in the middle, where the toolkit can do it: of what runs from the right it puts a single line outside.
    #[must_use]
    pub fn align_x(self, side: impl Into<Alignment>) -> Self {
        if self.from_the_right {
            return self;
        }
        self.with(|words| words.align_x(side))
    }

    #[must_use]
    pub fn style(self, style: impl Fn(&Theme) -> Style + 'a) -> Self {
        self.with(|words| words.style(style))
    }
}

impl<'a, M: 'a> From<Text<'a>> for Element<'a, M> {
    fn from(text: Text<'a>) -> Self {
        if text.from_the_right {
            let content = text.words.into();
            Element::new(AtTheRight { content })
        } else {
            text.words.into()
        }
    }
}

/// A text as it is, drawn at the right of the room it takes.
struct AtTheRight<'a, M> {
    content: Element<'a, M>,
}

impl<M> Widget<M, Theme, Renderer> for AtTheRight<'_, M> {
    pass_on!(content: children diff size layout operate);

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
        let tree = &tree.children[0];
        let state = tree.state.downcast_ref::<text::State<Paragraph>>();
        let bounds = layout.bounds();
        let left = (bounds.width - state.min_width()).max(0.0);
        let node = Node::new(bounds.size());
        let moved = Layout::with_offset(Vector::new(bounds.x + left, bounds.y), &node);
        let content = self.content.as_widget();
        content.draw(tree, renderer, theme, style, moved, cursor, viewport);
    }
}

fn mirrored(node: &Node) -> Node {
    let size = node.size();
    let children = node.children().iter().map(|child| {
        let bounds = child.bounds();
        let x = size.width - bounds.x - bounds.width;
        mirrored(child).move_to(Point::new(x, bounds.y))
    });
    Node::with_children(size, children.collect()).move_to(node.bounds().position())
}

/// Whether a text begins in a script that is written from right to left, as the bidirectional algorithm finds out: by its first
/// letter that is not set apart.
#[must_use]
pub fn begins_at_the_right(text: &str) -> bool {
    begins_from_the_right(text).unwrap_or(false)
}

/// The direction of the first letter or mark that has one; true is from the right.
#[must_use]
pub fn begins_from_the_right(text: &str) -> Option<bool> {
    let mut apart = 0usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => apart += 1,
            '\u{2069}' => apart = apart.saturating_sub(1),
            _ if apart > 0 => {}
            '\u{200e}' => return Some(false),
            '\u{200f}' | '\u{61c}' => return Some(true),
            c if c.is_alphabetic() => return Some(is_from_the_right(c)),
            _ => {}
        }
    }
    None
}

/// Whether every paragraph of a text that has a direction begins from the right, and one does.
#[must_use]
pub fn runs_from_the_right(text: &str) -> bool {
    let mut found = text.lines().filter_map(begins_from_the_right).peekable();
    found.peek().is_some() && found.all(|right| right)
}

/// Whether something in a text runs from the right.
#[must_use]
pub fn has_from_the_right(text: &str) -> bool {
    text.chars().any(is_from_the_right)
}

fn is_from_the_right(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::Size;

    #[test]
    fn a_mirror_turns_places_round_and_keeps_sizes() {
        let icon = Node::new(Size::new(10.0, 8.0)).move_to(Point::new(4.0, 1.0));
        let word = Node::new(Size::new(30.0, 8.0)).move_to(Point::new(20.0, 1.0));
        let row = Node::with_children(Size::new(100.0, 10.0), vec![icon, word]);
        let row = row.move_to(Point::new(7.0, 3.0));
        let turned = mirrored(&row);
        assert_eq!(turned.bounds(), row.bounds());
        let x = |node: &Node, i: usize| node.children()[i].bounds().x;
        assert_eq!((x(&turned, 0), x(&turned, 1)), (86.0, 50.0));
        assert_eq!(
            mirrored(&turned).children()[0].bounds(),
            row.children()[0].bounds()
        );
    }

    #[test]
    fn a_text_of_several_paragraphs_runs_from_the_right_where_all_do() {
        assert!(runs_from_the_right("مريم\n\n12\nليلى"));
        for text in ["مريم\nMaya", "", "12", "Maya"] {
            assert!(!runs_from_the_right(text), "{text}");
        }
    }

    #[test]
    fn a_text_begins_where_its_first_letter_does() {
        assert!(begins_at_the_right("«يقرأ» Jon"));
        assert!(begins_at_the_right("\u{2068}Jon\u{2069} يقرأ"));
        assert!(begins_at_the_right("\u{200f}Jon"));
        for text in [
            "",
            "12 (…)",
            "Jon يقرأ",
            "\u{2068}مريم\u{2069} reads",
            "\u{200e}مريم",
            "念",
        ] {
            assert!(!begins_at_the_right(text), "{text}");
        }
    }
}
