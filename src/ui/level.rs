//! Things side by side in rows, each row as high as the highest in it.

use super::access::pass_on::pass_on;
use super::{Element, Fill, Length, Renderer, Shrink, Theme};
use iced::advanced::layout;
use iced::advanced::widget::{Tree, Widget};
use iced::{Point, Size};

/// `things` in so many equal columns, row by row.
pub fn level<'a, M: 'a>(
    columns: usize,
    spacing: f32,
    things: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    Element::new(Level {
        things: things.into_iter().collect(),
        columns: columns.max(1),
        spacing,
    })
}

struct Level<'a, M> {
    things: Vec<Element<'a, M>>,
    columns: usize,
    spacing: f32,
}

impl<M> Widget<M, Theme, Renderer> for Level<'_, M> {
    pass_on! { things[..]: children diff operate update draw mouse_interaction }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let gaps = self.spacing * (self.columns - 1) as f32;
        let whole = limits.max().width;
        let wide = ((whole - gaps) / self.columns as f32).max(0.0);
        let mut nodes = Vec::with_capacity(self.things.len());
        let mut y = 0.0;
        let rows = self.things.chunks_mut(self.columns);
        for (row, trees) in rows.zip(tree.children.chunks_mut(self.columns)) {
            let free = layout::Limits::new(Size::new(wide, 0.0), Size::new(wide, f32::INFINITY));
            let highest = row
                .iter_mut()
                .zip(trees.iter_mut())
                .map(|(thing, tree)| {
                    let node = thing.as_widget_mut().layout(tree, renderer, &free);
                    node.size().height
                })
                .fold(0.0, f32::max);
            let fixed = layout::Limits::new(Size::new(wide, highest), Size::new(wide, highest));
            for (at, (thing, tree)) in row.iter_mut().zip(trees).enumerate() {
                let x = (wide + self.spacing) * at as f32;
                let node = thing.as_widget_mut().layout(tree, renderer, &fixed);
                nodes.push(node.move_to(Point::new(x, y)));
            }
            y += highest + self.spacing;
        }
        let size = Size::new(whole, (y - self.spacing).max(0.0));
        layout::Node::with_children(size, nodes)
    }
}
