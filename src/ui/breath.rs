//! A form that widens for four seconds and narrows for six, to breathe with.

use super::{Element, Fill, Renderer, Theme};
use iced::time::{Duration, Instant};
use iced::widget::canvas::{self, Frame, Geometry, Path, Program, Stroke};
use iced::{Color, Event, Point, Rectangle, mouse, window};

/// How high the form stands, widest.
pub const HEIGHT: f32 = 168.0;
pub const WIDENING: Duration = Duration::from_secs(4);
pub const NARROWING: Duration = Duration::from_secs(6);

/// Slow enough to be smooth at this speed, and easy on an old computer.
const FRAME: Duration = Duration::from_millis(40);
const NARROWEST: f32 = 0.42;

/// The form. It moves, and draws frames, only while `moving`; otherwise it stands half wide.
pub fn breath<'a, M: 'a>(moving: bool) -> Element<'a, M> {
    canvas::Canvas::new(Breath { moving })
        .width(Fill)
        .height(HEIGHT)
        .into()
}

/// How wide the form is, 0 to 1, so long after the first breath began.
#[must_use]
pub fn width_after(elapsed: Duration) -> f32 {
    let (widening, narrowing) = (WIDENING.as_secs_f32(), NARROWING.as_secs_f32());
    let at = elapsed.as_secs_f32() % (widening + narrowing);
    let turn = if at < widening {
        at / widening
    } else {
        1.0 - (at - widening) / narrowing
    };
    (1.0 - (turn * std::f32::consts::PI).cos()) / 2.0
}

struct Breath {
    moving: bool,
}

#[derive(Debug, Default)]
struct Began {
    first: Option<Instant>,
    now: Option<Instant>,
}

impl<M> Program<M, Theme, Renderer> for Breath {
    type State = Began;

    fn update(
        &self,
        state: &mut Began,
        event: &Event,
        _bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Option<canvas::Action<M>> {
        if !self.moving {
            *state = Began::default();
            return None;
        }
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            // The first frame after the start has to be asked for.
            return state.first.is_none().then(canvas::Action::request_redraw);
        };
        state.first.get_or_insert(*now);
        state.now = Some(*now);
        Some(canvas::Action::request_redraw_at(*now + FRAME))
    }

    fn draw(
        &self,
        state: &Began,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let tokens = theme.tokens();
        let wide = match (self.moving, state.first, state.now) {
            (true, Some(first), Some(now)) => width_after(now.saturating_duration_since(first)),
            (true, ..) => 0.0,
            (false, ..) => 0.5,
        };
        let mut frame = Frame::new(renderer, bounds.size());
        let centre = Point::new(bounds.width / 2.0, bounds.height / 2.0);
        let outer = (bounds.height.min(bounds.width) / 2.0 - 2.0).max(1.0);
        let radius = outer * (NARROWEST + (1.0 - NARROWEST) * wide);
        frame.fill(&Path::circle(centre, radius), tokens.tint);
        let inner = Color {
            a: 0.16,
            ..tokens.glaze
        };
        frame.fill(&Path::circle(centre, radius * 0.66), inner);
        let rim = Stroke::default().with_width(1.5).with_color(tokens.glaze);
        frame.stroke(&Path::circle(centre, radius), rim);
        vec![frame.into_geometry()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_widens_for_four_seconds_and_narrows_for_six() {
        let wide = |tenths: u64| width_after(Duration::from_millis(tenths * 100));
        assert!(wide(0) < 0.001 && wide(40) > 0.999 && wide(100) < 0.001);
        assert!(wide(10) < wide(20) && wide(20) < wide(39));
        assert!(wide(50) > wide(70) && wide(70) > wide(99));
        assert!((wide(20) - 0.5).abs() < 0.001 && (wide(70) - 0.5).abs() < 0.001);
    }
}
