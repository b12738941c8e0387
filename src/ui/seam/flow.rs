//! Gold that flows along a seam once, after somebody confirmed, and then stands still.

use super::{Ground, RULE_HEIGHT, crack, gold_rule, rule_line};
use crate::ui::art::{Look, Pen};
use crate::ui::{Element, Fill, Renderer, Theme};
use iced::time::{Duration, Instant};
use iced::widget::canvas::{self, Frame, Geometry, Program};
use iced::{Event, Rectangle, Size, mouse, window};

/// How long the gold takes (DESIGN-LANGUAGE.md, motion).
pub const FLOW: Duration = Duration::from_millis(1_200);
/// Often enough to be smooth, and easy on an old computer.
const FRAME: Duration = Duration::from_millis(25);

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

#[derive(Debug, Default)]
struct Began {
    first: Option<Instant>,
    now: Option<Instant>,
    told: bool,
}

/// How far the gold is, 0 to 1, so long after it began.
fn reach(elapsed: Duration) -> f32 {
    let left = 1.0 - (elapsed.as_secs_f32() / FLOW.as_secs_f32()).min(1.0);
    1.0 - left * left * left
}

impl<M: Clone> Program<M, Theme, Renderer> for Flowing<M> {
    type State = Began;

    fn update(
        &self,
        state: &mut Began,
        event: &Event,
        _bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Option<canvas::Action<M>> {
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            // The first frame has to be asked for.
            return state.first.is_none().then(canvas::Action::request_redraw);
        };
        let first = *state.first.get_or_insert(*now);
        state.now = Some(*now);
        if now.saturating_duration_since(first) < FLOW {
            return Some(canvas::Action::request_redraw_at(*now + FRAME));
        }
        let tells = !std::mem::replace(&mut state.told, true);
        tells.then(|| canvas::Action::publish(self.arrived.clone()))
    }

    fn draw(
        &self,
        state: &Began,
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let elapsed = match (state.first, state.now) {
            (Some(first), Some(now)) => now.saturating_duration_since(first),
            _ => Duration::ZERO,
        };
        let mut waits = Frame::new(renderer, bounds.size());
        let (line, ..) = rule_line(self.seed, bounds.width);
        crack(&mut Pen::plain(&mut waits), self.look, Ground::Paper, &line);
        // The whole seam each time, cut off where the gold has come to: its grain and light stand still while it grows.
        let come = Size::new(bounds.width * reach(elapsed), bounds.height);
        let mut gold = Frame::with_bounds(renderer, Rectangle::with_size(come));
        gold_rule(self.look, self.seed, bounds.width, &mut gold);
        vec![waits.into_geometry(), gold.into_geometry()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gold_only_ever_comes_further_and_is_there_after_its_time() {
        let at = |ms| reach(Duration::from_millis(ms));
        assert_eq!(at(0), 0.0);
        assert!((1..=12).all(|n| at(n * 100) > at((n - 1) * 100)));
        assert_eq!((at(1_200), at(5_000)), (1.0, 1.0));
    }
}
