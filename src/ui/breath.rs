//! A form that widens for four seconds and narrows for six, to breathe with.

use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::layout::breathe as room;
use super::seam::{Gold, Ground};
use super::{Element, Fill, Renderer, Stack, Theme, container, geometry};
use iced::time::{Duration, Instant};
use iced::widget::canvas::{self, Frame, Geometry, Path, Program, Stroke};
use iced::{Color, Event, Point, Rectangle, Size, mouse, window};

/// How high the form stands, widest.
pub const HEIGHT: f32 = 168.0;
pub const WIDENING: Duration = Duration::from_secs(4);
pub const NARROWING: Duration = Duration::from_secs(6);

/// Slow enough to be smooth at this speed, and easy on an old computer.
const FRAME: Duration = Duration::from_millis(40);
const NARROWEST: f32 = 0.42;

/// The form. It moves, and draws frames, only while `moving`; otherwise it stands half wide.
pub fn breath<'a, M: 'a>(moving: bool) -> Element<'a, M> {
    canvas::Canvas::new(Breath {
        moving,
        of: Form::Disc,
    })
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

/// How wide the bowl of a practice is in a window of this size, so that words stand beside it.
#[must_use]
pub fn bowl_width(window: Size) -> f32 {
    (window.width * room::SHARE)
        .min(window.height - room::AROUND)
        .clamp(room::LEAST, room::MOST)
}

/// A bowl seen from above, mended with gold, and water in it that moves as [`breath`] does. `width` across.
pub fn water<'a, M: Clone + 'a>(look: Look, width: f32, moving: bool) -> Element<'a, M> {
    let bowl = Picture::new((look, "bowl from above"), |(look, _), frame| {
        bowl_from_above(*look, frame);
    })
    .element(width, width);
    let water = canvas::Canvas::new(Breath {
        moving,
        of: Form::Water(look),
    })
    .width(width * POOL)
    .height(width * POOL);
    // Only where the water is has to be painted again while it moves.
    Stack::new()
        .push(bowl)
        .push(container(water).center(width))
        .into()
}

/// How much of the bowl the water takes, widest.
const POOL: f32 = 0.7;
/// The bowl is drawn as if it were so wide.
const BOWL: f32 = 600.0;

fn bowl_from_above(look: Look, frame: &mut Frame) {
    let mut pen = Pen::spanning(frame, BOWL);
    let middle = Point::new(BOWL / 2.0, BOWL / 2.0);
    let (from, to) = (Point::new(90.0, 60.0), Point::new(520.0, 560.0));
    if look.high_contrast {
        pen.dot(middle, 299.0, rgb(0xFFFFFF));
        pen.dot(middle, 291.0, rgb(0x00302B));
        pen.dot(middle, 214.0, rgb(0x00211E));
    } else {
        pen.dot(
            middle,
            299.0,
            shade(from, to, &[(0.0, rgb(0xD3BE92)), (1.0, rgb(0x7C6A48))]),
        );
        pen.dot(
            middle,
            287.0,
            shade(from, to, &[(0.0, rgb(0x1D423C)), (1.0, rgb(0x3C7168))]),
        );
        pen.dot(
            middle,
            238.0,
            shade(
                from,
                to,
                &[(0.0, rgba(0x0E2623, 0.42)), (1.0, rgba(0x0E2623, 0.26))],
            ),
        );
        pen.dot(
            middle,
            216.0,
            shade(from, to, &[(0.0, rgb(0x23504A)), (1.0, rgb(0x33655D))]),
        );
        let glazed = |at: Point| at.distance(middle) < 282.0;
        let all = Rectangle::with_size(Size::new(BOWL, BOWL));
        for row in geometry::crackle(all, 170, 14, glazed) {
            pen.line(&row, 0.8, rgba(0xDFF2EA, 0.07));
        }
    }
    let joint = Point::new(339.0, 331.0);
    let seams: [(&[Point], u32); 3] = [
        (
            &[
                Point::new(76.0, 107.0),
                Point::new(131.0, 158.0),
                Point::new(158.0, 206.0),
                Point::new(176.0, 254.0),
                Point::new(222.0, 292.0),
                Point::new(270.0, 323.0),
                joint,
            ],
            21,
        ),
        (
            &[
                joint,
                Point::new(386.0, 287.0),
                Point::new(412.0, 208.0),
                Point::new(488.0, 153.0),
                Point::new(520.0, 100.0),
            ],
            22,
        ),
        (
            &[
                joint,
                Point::new(388.0, 398.0),
                Point::new(462.0, 436.0),
                Point::new(526.0, 494.0),
            ],
            23,
        ),
    ];
    for (points, seed) in seams {
        let line = geometry::crack(points, seed, 0.05, 24.0);
        let ends = [0.0, geometry::length(&line)];
        Gold::new(look, Ground::Glaze, 8.6, seed)
            .gathering(if seed == 21 { &ends[1..] } else { &ends[..1] })
            .draw(&mut pen, &line);
    }
}

#[derive(Clone, Copy)]
enum Form {
    /// A disc on paper.
    Disc,
    /// Water on glaze.
    Water(Look),
}

struct Breath {
    moving: bool,
    of: Form,
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
        let wide = match (self.moving, state.first, state.now) {
            (true, Some(first), Some(now)) => width_after(now.saturating_duration_since(first)),
            (true, ..) => 0.0,
            (false, ..) => 0.5,
        };
        let mut frame = Frame::new(renderer, bounds.size());
        let centre = Point::new(bounds.width / 2.0, bounds.height / 2.0);
        let outer = (bounds.height.min(bounds.width) / 2.0 - 2.0).max(1.0);
        let radius = outer * (NARROWEST + (1.0 - NARROWEST) * wide);
        match self.of {
            Form::Disc => disc(&mut frame, theme, centre, radius),
            Form::Water(look) => pool(&mut frame, look, centre, radius),
        }
        vec![frame.into_geometry()]
    }
}

fn disc(frame: &mut Frame, theme: &Theme, centre: Point, radius: f32) {
    let tokens = theme.tokens();
    frame.fill(&Path::circle(centre, radius), tokens.tint);
    let inner = Color {
        a: 0.16,
        ..tokens.glaze
    };
    frame.fill(&Path::circle(centre, radius * 0.66), inner);
    let rim = Stroke::default().with_width(1.5).with_color(tokens.glaze);
    frame.stroke(&Path::circle(centre, radius), rim);
}

/// Thin water: what lies under it, gold too, is seen through it.
fn pool(frame: &mut Frame, look: Look, centre: Point, radius: f32) {
    let (body, rim, width) = if look.high_contrast {
        (rgba(0xFFFFFF, 0.30), rgb(0xFFFFFF), 2.5)
    } else {
        (rgba(0xE3F1EB, 0.26), rgba(0xE3F1EB, 0.72), 1.5)
    };
    let edge = Path::circle(centre, radius);
    frame.fill(&edge, body);
    frame.stroke(&edge, Stroke::default().with_width(width).with_color(rim));
    if !look.high_contrast {
        let glint = Path::new(|path| {
            path.arc(canvas::path::Arc {
                center: centre,
                radius: radius * 0.83,
                start_angle: iced::Degrees(220.0).into(),
                end_angle: iced::Degrees(284.0).into(),
            });
        });
        let stroke = Stroke {
            line_cap: canvas::LineCap::Round,
            ..Stroke::default()
                .with_width(3.0)
                .with_color(rgba(0xF2F7F4, 0.42))
        };
        frame.stroke(&glint, stroke);
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
