//! Two sides of one thing. Both are laid out and only one is drawn, so that turning it over moves nothing else.

use super::{Element, Length, Renderer, Theme};
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Event, Point, Rectangle, Size};

/// The front, or where it is turned over the back; as high as the higher of the two.
pub fn faces<'a, M: 'a>(
    front: impl Into<Element<'a, M>>,
    back: impl Into<Element<'a, M>>,
    turned: bool,
) -> Element<'a, M> {
    Element::new(Faces {
        sides: [front.into(), back.into()],
        up: usize::from(turned),
    })
}

struct Faces<'a, M> {
    sides: [Element<'a, M>; 2],
    /// Which side is seen.
    up: usize,
}

impl<M> Widget<M, Theme, Renderer> for Faces<'_, M> {
    fn children(&self) -> Vec<Tree> {
        self.sides.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.sides);
    }

    fn size(&self) -> Size<Length> {
        self.sides[0].as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let highest = self
            .sides
            .iter_mut()
            .zip(&mut tree.children)
            .map(|(side, tree)| {
                let node = side.as_widget_mut().layout(tree, renderer, limits);
                node.size().height
            })
            .fold(0.0, f32::max);
        let limits = limits.min_height(highest);
        let nodes: Vec<layout::Node> = self
            .sides
            .iter_mut()
            .zip(&mut tree.children)
            .map(|(side, tree)| side.as_widget_mut().layout(tree, renderer, &limits))
            .collect();
        let size = nodes.get(self.up).map_or(Size::ZERO, layout::Node::size);
        layout::Node::with_children(size, nodes).move_to(Point::ORIGIN)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        if let (Some(layout), Some(tree)) = (
            layout.children().nth(self.up),
            tree.children.get_mut(self.up),
        ) {
            let side = self.sides[self.up].as_widget_mut();
            operation.traverse(&mut |operation| side.operate(tree, layout, renderer, operation));
        }
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
        if let (Some(layout), Some(tree)) = (
            layout.children().nth(self.up),
            tree.children.get_mut(self.up),
        ) {
            self.sides[self.up].as_widget_mut().update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
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
        if let (Some(layout), Some(tree)) =
            (layout.children().nth(self.up), tree.children.get(self.up))
        {
            self.sides[self.up]
                .as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }
}
