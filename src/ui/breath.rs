//! Water in a mended bowl that widens for four seconds and narrows for six, to breathe with.

use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::layout::breathe as room;
use super::seam::{Gold, Ground};
use super::{Element, Padding, Renderer, Stack, Theme, container, geometry};
use iced::time::{Duration, Instant};
use iced::widget::canvas::{self, Frame, Geometry, Path, Program, Stroke};
use iced::{Event, Point, Rectangle, Size, Vector, mouse, window};

pub const WIDENING: Duration = Duration::from_secs(4);
pub const NARROWING: Duration = Duration::from_secs(6);

/// Slow enough to be smooth at this speed, and easy on an old computer.
const FRAME: Duration = Duration::from_millis(40);
const NARROWEST: f32 = 0.42;

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

/// A bowl seen from above, mended with gold, and water in it. `width` across. The water moves, and draws frames, only while
/// `moving`; otherwise it stands half wide.
pub fn water<'a, M: Clone + 'a>(look: Look, width: f32, moving: bool) -> Element<'a, M> {
    let bowl = Picture::new(Bowl(look), |bowl, frame| bowl_from_above(bowl.0, frame))
        .element(width, width);
    let water = canvas::Canvas::new(Breath { moving, look })
        .width(width * POOL)
        .height(width * POOL);
    // Only where the water is has to be painted again while it moves.
    Stack::new()
        .push(bowl)
        .push(
            container(water)
                .center_x(width)
                .padding(Padding::ZERO.top(width * TOP)),
        )
        .into()
}

/// How much of the bowl the water takes, widest.
const POOL: f32 = 0.66;
/// Where the water begins below the top of the drawing, whose shadow falls down.
const TOP: f32 = (12.0 + ACROSS / 2.0) / WITH_SHADOW - POOL / 2.0;
/// The bowl is drawn as if it were so wide, its shadow around it included.
const WITH_SHADOW: f32 = 640.0;
const ACROSS: f32 = 600.0;
const RIM: f32 = 299.0;

/// What the drawing of the bowl depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bowl(Look);

fn bowl_from_above(look: Look, frame: &mut Frame) {
    let mut pen = Pen::spanning(frame, WITH_SHADOW);
    pen.shifted(Vector::new(20.0, 12.0), |pen| bowl(look, pen));
}

fn bowl(look: Look, pen: &mut Pen<'_>) {
    let middle = Point::new(ACROSS / 2.0, ACROSS / 2.0);
    let (from, to) = (Point::new(90.0, 60.0), Point::new(520.0, 560.0));
    if look.high_contrast {
        pen.dot(middle, RIM, rgb(0xFFFFFF));
        pen.dot(middle, 291.0, rgb(0x00302B));
        pen.dot(middle, 214.0, rgb(0x00211E));
    } else {
        for step in 0..8u8 {
            let reach = RIM + 16.0 - 2.0 * f32::from(step);
            pen.dot(middle + Vector::new(2.0, 10.0), reach, rgba(0x04100E, 0.05));
        }
        let glaze = |pen: &mut Pen<'_>, radius, light, dark| {
            pen.dot(
                middle,
                radius,
                shade(from, to, &[(0.0, light), (1.0, dark)]),
            );
        };
        glaze(pen, RIM, rgb(0xD3BE92), rgb(0x7C6A48));
        glaze(pen, 287.0, rgb(0x1D423C), rgb(0x3C7168));
        glaze(pen, 240.0, rgba(0x0E2623, 0.20), rgba(0x0E2623, 0.14));
        glaze(pen, 228.0, rgba(0x0E2623, 0.26), rgba(0x0E2623, 0.16));
        glaze(pen, 214.0, rgb(0x224D47), rgb(0x34675F));
        let glazed = |at: Point| at.distance(middle) < 282.0;
        let all = Rectangle::with_size(Size::new(ACROSS, ACROSS));
        for row in geometry::crackle(all, 170, 14, glazed) {
            pen.line(&row, 0.8, rgba(0xDFF2EA, 0.07));
        }
    }
    let rim: Vec<Point> = (0..72u8)
        .map(|at| {
            let turn = f32::from(at) / 72.0 * std::f32::consts::TAU;
            middle + Vector::new(turn.cos(), turn.sin()) * RIM
        })
        .collect();
    let joint = Point::new(339.0, 331.0);
    let seams: [(&[Point], u32); 3] = [
        (
            &[
                Point::new(72.0, 103.0),
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
                Point::new(522.0, 96.0),
            ],
            22,
        ),
        (
            &[
                joint,
                Point::new(388.0, 398.0),
                Point::new(462.0, 436.0),
                Point::new(528.0, 497.0),
            ],
            23,
        ),
    ];
    for (points, seed) in seams {
        let line = geometry::crack(points, seed, 0.05, 24.0);
        let ends = [0.0, geometry::length(&line)];
        Gold::new(look, Ground::Glaze, 8.6, seed)
            .gathering(if seed == 21 { &ends[1..] } else { &ends[..1] })
            .inside(&rim)
            .draw(pen, &line);
    }
}

struct Breath {
    moving: bool,
    look: Look,
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
        _theme: &Theme,
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
        let outer = (bounds.height.min(bounds.width) / 2.0 - 4.0).max(1.0);
        let radius = outer * (NARROWEST + (1.0 - NARROWEST) * wide);
        pool(&mut frame, self.look, centre, radius);
        vec![frame.into_geometry()]
    }
}

/// Thin water: what lies under it, gold too, is seen through it.
fn pool(frame: &mut Frame, look: Look, centre: Point, radius: f32) {
    let (faint, body, rim, width) = if look.high_contrast {
        (
            rgba(0xFFFFFF, 0.05),
            rgba(0xFFFFFF, 0.30),
            rgb(0xFFFFFF),
            2.5,
        )
    } else {
        (
            rgba(0xE3F1EB, 0.05),
            rgba(0xE3F1EB, 0.26),
            rgba(0xE3F1EB, 0.72),
            1.5,
        )
    };
    // The faint outermost ring is as wide as the line over it: what is painted anew each frame is measured by what is filled.
    frame.fill(&Path::circle(centre, radius + width), faint);
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
