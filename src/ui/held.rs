//! The shadow under things one could hold: a note, a page, a dialog.
//!
//! The toolkit's own shadows are painted past what is being redrawn, over whatever lies there, so that a dialog grows
//! darker with every key typed into it. This one is a few faint boxes, which are kept within it.

use super::scale::radius;
use super::{Element, Fill, Length, Renderer, Stack, Theme};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad, Renderer as _};
use iced::advanced::widget::{Tree, Widget};
use iced::{Color, Rectangle, Size, Vector, border, mouse};

/// How high a thing lies over the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Height {
    /// How far below the thing its shadow falls.
    drop: f32,
    /// How far it reaches.
    reach: f32,
    /// The corners of the thing.
    radius: f32,
}

pub const NOTE: Height = Height {
    drop: 6.0,
    reach: 24.0,
    radius: radius::CARD,
};
/// A sheet of paper, with its square corners.
pub const PAPER: Height = Height {
    radius: 0.0,
    ..NOTE
};
pub const DIALOG: Height = Height {
    drop: 12.0,
    reach: 40.0,
    radius: radius::DIALOG,
};

/// `content` with its shadow under it.
pub fn held<'a, M: 'a>(height: Height, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Stack::new()
        .push(content)
        .push_under(Element::new(Shadow(height)))
        .into()
}

struct Shadow(Height);

impl Shadow {
    /// Boxes that together darken towards the thing as a soft shadow does, from the outermost inwards.
    fn boxes(&self, thing: Rectangle) -> impl Iterator<Item = (Rectangle, f32, f32)> {
        const BOXES: u8 = 10;
        let Height {
            drop,
            reach,
            radius,
        } = self.0;
        // The smooth step of a blurred edge: a half of it at the edge, nothing where the shadow ends.
        let dark = move |outside: f32| {
            let t = (0.5 - outside / (2.0 * reach)).clamp(0.0, 1.0);
            t * t * (3.0 - 2.0 * t)
        };
        (0..BOXES).map(move |at| {
            let step = reach / f32::from(BOXES);
            let outside = reach - step * (f32::from(at) + 1.0);
            let bounds = thing.expand(outside) + Vector::new(0.0, drop);
            (
                bounds,
                radius + outside,
                dark(outside) - dark(outside + step),
            )
        })
    }
}

impl<M> Widget<M, Theme, Renderer> for Shadow {
    fn size(&self) -> Size<Length> {
        Size::new(Fill, Fill)
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Fill, Fill)
    }

    fn draw(
        &self,
        _: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let darkest = theme.tokens().shadow;
        if darkest <= 0.0 {
            return;
        }
        for (bounds, radius, dark) in self.boxes(layout.bounds()) {
            let quad = Quad {
                bounds,
                border: border::rounded(radius),
                ..Quad::default()
            };
            let shade = Color {
                a: darkest * dark,
                ..Color::BLACK
            };
            renderer.fill_quad(quad, shade);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shadow_is_half_as_dark_as_it_gets_at_the_edge_and_ends_where_it_reaches() {
        let thing = Rectangle::new(iced::Point::new(100.0, 100.0), Size::new(200.0, 100.0));
        let boxes: Vec<_> = Shadow(NOTE).boxes(thing).collect();
        let whole: f32 = boxes.iter().map(|(_, _, dark)| dark).sum();
        assert!((whole - 0.5).abs() < 0.001, "{whole}");
        assert!(boxes.iter().all(|(_, _, dark)| *dark > 0.0));
        let widest = boxes
            .iter()
            .map(|(bounds, ..)| bounds.width)
            .fold(0.0, f32::max);
        assert!(widest < 200.0 + 2.0 * 24.0);
    }
}
