//! A seam along which gold flows once.

use super::{Ground, RULE_HEIGHT, crack, gold_rule, rule_line};
use crate::ui::art::{Look, Pen};
use crate::ui::flow::Course;
use crate::ui::{Element, Fill, Renderer, Theme};
use iced::widget::canvas::{self, Frame, Geometry, Program};
use iced::{Event, Rectangle, Size, mouse};

/// A [`super::rule`] into which the gold flows from its left end, over the crack that was there. `arrived` is published
/// once when it has come to the right end: the caller puts the rule itself in its place, which draws no more frames. Where
/// nothing is to move, show the rule from the start.
pub fn flowing<'a, M: Clone + 'a>(look: Look, seed: u32, arrived: M) -> Element<'a, M> {
    let flowing = Flowing {
        look,
        seed,
        arrived,
    };
    canvas::Canvas::new(flowing)
        .width(Fill)
        .height(RULE_HEIGHT)
        .into()
}

struct Flowing<M> {
    look: Look,
    seed: u32,
    arrived: M,
}

impl<M: Clone> Program<M, Theme, Renderer> for Flowing<M> {
    type State = Course;

    fn update(
        &self,
        course: &mut Course,
        event: &Event,
        _bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Option<canvas::Action<M>> {
        course.turn(event, &self.arrived)
    }

    fn draw(
        &self,
        course: &Course,
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut waits = Frame::new(renderer, bounds.size());
        let (line, ..) = rule_line(self.seed, bounds.width);
        crack(&mut Pen::plain(&mut waits), self.look, Ground::Paper, &line);
        // The whole seam each time, cut off where the gold has come to: its grain and light stand still while it grows.
        let come = Size::new(bounds.width * course.reach(), bounds.height);
        let mut gold = Frame::with_bounds(renderer, Rectangle::with_size(come));
        gold_rule(self.look, self.seed, bounds.width, &mut gold);
        vec![waits.into_geometry(), gold.into_geometry()]
    }
}
