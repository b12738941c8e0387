//! A seam along which gold flows once.

use super::{Ground, RULE_HEIGHT, crack, gold_rule, rule_line};
use crate::ui::art::{Look, Pen};
use crate::ui::{Element, Fill, Renderer, flow};
use iced::widget::canvas::Frame;
use iced::{Rectangle, Size};

/// A [`super::rule`] into which the gold flows from its left end, over the crack that was there. `arrived` is published
/// once when it has come to the right end: the caller puts the rule itself in its place, which draws no more frames. Where
/// nothing is to move, show the rule from the start.
pub fn flowing<'a, M: Clone + 'a>(look: Look, seed: u32, arrived: M) -> Element<'a, M> {
    let draw = move |reach: f32, renderer: &Renderer, bounds: Rectangle| {
        let mut waits = Frame::new(renderer, bounds.size());
        let (line, ..) = rule_line(seed, bounds.width);
        crack(&mut Pen::plain(&mut waits), look, Ground::Paper, &line);
        // The whole seam each time, cut off where the gold has come to: its grain and light stand still while it grows.
        let come = Size::new(bounds.width * reach, bounds.height);
        let mut gold = Frame::with_bounds(renderer, Rectangle::with_size(come));
        gold_rule(look, seed, bounds.width, &mut gold);
        vec![waits.into_geometry(), gold.into_geometry()]
    };
    flow::flowing(draw, (Fill, RULE_HEIGHT.into()), arrived)
}
