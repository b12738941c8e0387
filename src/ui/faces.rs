//! Two sides of one thing. Both are laid out and only one is drawn, so that turning it over moves nothing else.

use super::access::pass_on::pass_on;
use super::{Element, Length, Renderer, Theme};
use iced::advanced::layout;
use iced::advanced::widget::{Tree, Widget};
use iced::{Point, Size};

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
    pass_on! { sides[up]: children diff operate update draw mouse_interaction }

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
}
