//! Gold that flows once after somebody confirmed, and then stands still.

use super::{Element, Renderer, Theme};
use iced::time::{Duration, Instant};
use iced::widget::canvas::{self, Geometry, Program};
use iced::{Event, Length, Rectangle, mouse, window};

/// How long the gold takes (DESIGN-LANGUAGE.md, motion).
const FLOW: Duration = Duration::from_millis(1_200);
/// Often enough to be smooth, and easy on an old computer.
const FRAME: Duration = Duration::from_millis(25);

/// Draws what shows how far the gold has come, 0 to 1, until it is there, and publishes `arrived` then.
pub(crate) fn flowing<'a, M: Clone + 'a>(
    draw: impl Fn(f32, &Renderer, Rectangle) -> Vec<Geometry> + 'a,
    size: (Length, Length),
    arrived: M,
) -> Element<'a, M> {
    canvas::Canvas::new(Flowing { draw, arrived })
        .width(size.0)
        .height(size.1)
        .into()
}

struct Flowing<D, M> {
    draw: D,
    arrived: M,
}

impl<D, M> Program<M, Theme, Renderer> for Flowing<D, M>
where
    D: Fn(f32, &Renderer, Rectangle) -> Vec<Geometry>,
    M: Clone,
{
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
        (self.draw)(course.reach(), renderer, bounds)
    }
}

/// Where one flow is. It asks for frames only until the gold has come to rest.
#[derive(Debug, Default)]
struct Course {
    first: Option<Instant>,
    now: Option<Instant>,
    told: bool,
}

impl Course {
    /// Goes on by a frame. Publishes `arrived` once, when the gold is there: the caller then shows what is at rest, which
    /// draws no more frames.
    fn turn<M: Clone>(&mut self, event: &Event, arrived: &M) -> Option<canvas::Action<M>> {
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            // The first frame has to be asked for.
            return self.first.is_none().then(canvas::Action::request_redraw);
        };
        let first = *self.first.get_or_insert(*now);
        self.now = Some(*now);
        if now.saturating_duration_since(first) < FLOW {
            return Some(canvas::Action::request_redraw_at(*now + FRAME));
        }
        let tells = !std::mem::replace(&mut self.told, true);
        tells.then(|| canvas::Action::publish(arrived.clone()))
    }

    /// How far the gold is, 0 to 1.
    fn reach(&self) -> f32 {
        match (self.first, self.now) {
            (Some(first), Some(now)) => reach(now.saturating_duration_since(first)),
            _ => 0.0,
        }
    }
}

fn reach(elapsed: Duration) -> f32 {
    let left = 1.0 - (elapsed.as_secs_f32() / FLOW.as_secs_f32()).min(1.0);
    1.0 - left * left * left
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

    #[test]
    fn it_draws_frames_until_the_gold_is_there_says_so_once_and_draws_no_more() {
        let begin = Instant::now();
        let mut course = Course::default();
        let mut frame = |ms| {
            let now = begin + Duration::from_millis(ms);
            let event = Event::Window(window::Event::RedrawRequested(now));
            let (told, next, _) = course.turn(&event, &"there")?.into_inner();
            Some((told, next != window::RedrawRequest::Wait))
        };
        for ms in [0, 600, 1_199] {
            assert_eq!(frame(ms), Some((None, true)), "{ms}");
        }
        assert_eq!(frame(1_200).map(|(told, _)| told), Some(Some("there")));
        assert_eq!(frame(1_300), None);
        assert_eq!(course.reach(), 1.0);
    }
}
