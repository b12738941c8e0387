//! Where everything on the bowl is, in units of its own: the outlines a hand could have thrown, and the breaks.

use super::{STEPS, WIDTH};
use crate::ui::geometry::{self, STEP};
use crate::ui::seam::nearest;
use iced::widget::canvas::Path;
use iced::{Point, Rectangle, Vector};
use std::sync::LazyLock;

/// A break that leaves the main one, filled when the gold passes the place where it joins.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) line: Vec<Point>,
    pub(super) joins: f32,
    pub(super) body: f32,
    pub(super) taper: f32,
}

/// Every line and outline of the bowl, worked out once.
#[derive(Debug)]
pub(super) struct Breaks {
    pub(super) outer: Vec<Point>,
    pub(super) inner: Vec<Point>,
    /// A little within `inner`: where the lip may end unseen below the well.
    pub(super) under_well: Vec<Point>,
    /// The glaze without its running lower edge: convex, so seams can be cut to it.
    pub(super) body: Vec<Point>,
    pub(super) glaze: Vec<Point>,
    pub(super) crackle: Vec<Path>,
    pub(super) main: Vec<Point>,
    pub(super) branches: [Branch; 3],
    /// The same break on the inside of the wall.
    pub(super) within: Vec<Point>,
}

pub(super) static BREAKS: LazyLock<Breaks> = LazyLock::new(Breaks::new);

const CENTRE: Point = Point::new(300.0, 92.0);
const RIM: Vector = Vector::new(264.0, 47.0);

pub(super) fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

/// An ellipse a hand could have thrown.
fn rim(radii: Vector, lower: f32) -> Vec<Point> {
    (0..360)
        .step_by(3)
        .map(|degrees| {
            let a = (degrees as f32).to_radians();
            let sway = 1.0 + 0.006 * (2.0 * a + 0.7).sin() + 0.004 * (5.0 * a + 1.9).sin();
            p(
                CENTRE.x + radii.x * sway * a.cos(),
                CENTRE.y + lower + radii.y * sway * a.sin() + 1.8 * a.cos(),
            )
        })
        .collect()
}

/// How far down the front of the rim is at `x`.
fn front(x: f32) -> f32 {
    let across = (x - CENTRE.x) / RIM.x;
    CENTRE.y + RIM.y * (1.0 - across * across).max(0.0).sqrt() + 1.8 * across
}

impl Breaks {
    fn new() -> Self {
        let outer = rim(RIM, 0.0);
        let inner = rim(RIM - Vector::new(7.0, 5.2), 1.4);
        let under_well = rim(RIM - Vector::new(9.0, 7.2), 1.4);
        let (left, right) = (outer[60], outer[0]);

        let wall_left =
            |end: Point| geometry::curve(left, p(left.x + 3.0, left.y + 96.0), p(96.0, 276.0), end);
        let wall_right = |start: Point| {
            geometry::curve(
                start,
                p(508.0, 274.0),
                p(right.x - 2.0, right.y + 96.0),
                right,
            )
        };

        let mut glaze = vec![left];
        glaze.extend(wall_left(p(205.0, 328.0)));
        for (from, a, b, to) in DRIP {
            glaze.extend(geometry::curve(
                p(from.0, from.1),
                p(a.0, a.1),
                p(b.0, b.1),
                p(to.0, to.1),
            ));
        }
        glaze.extend(wall_right(p(396.0, 328.0)));
        // Up to the front of the well: the lip is laid over this edge, and what lies behind it is not painted.
        glaze.extend(&inner[..=60]);

        let mut body = vec![right];
        body.extend(
            wall_right(p(396.0, 328.0))
                .collect::<Vec<_>>()
                .into_iter()
                .rev(),
        );
        body.extend([p(396.0, 328.0), p(340.0, 343.0), p(270.0, 343.0)]);
        body.extend(
            wall_left(p(205.0, 328.0))
                .collect::<Vec<_>>()
                .into_iter()
                .rev(),
        );
        body.push(left);
        body.extend(outer[61..].iter().copied());

        let main = geometry::crack(
            &[
                p(112.0, front(112.0)),
                p(156.0, 178.0),
                p(206.0, 190.0),
                p(254.0, 226.0),
                p(318.0, 232.0),
                p(362.0, 264.0),
                p(420.0, 246.0),
                p(468.0, 204.0),
                p(541.0, 196.0),
            ],
            7,
            0.05,
            22.0,
        );
        let branch = |points: &[Point], seed, amount, shortest, body, taper| Branch {
            joins: nearest(&main, points[0]) as f32 * STEP,
            line: geometry::crack(points, seed, amount, shortest),
            body,
            taper,
        };
        let branches = [
            branch(
                &[
                    p(254.0, 226.0),
                    p(236.0, 268.0),
                    p(262.0, 304.0),
                    p(250.0, 331.0),
                ],
                8,
                0.06,
                16.0,
                4.8,
                14.0,
            ),
            branch(
                &[
                    p(362.0, 264.0),
                    p(378.0, 212.0),
                    p(420.0, 176.0),
                    p(430.0, front(430.0)),
                ],
                9,
                0.05,
                18.0,
                5.0,
                0.0,
            ),
            branch(
                &[p(468.0, 204.0), p(486.0, 172.0), p(478.0, front(478.0))],
                10,
                0.06,
                14.0,
                4.2,
                0.0,
            ),
        ];
        let within = geometry::crack(
            &[
                p(112.0, front(112.0) - 1.0),
                p(132.0, 104.0),
                p(176.0, 92.0),
                p(206.0, 70.0),
                p(214.0, 52.0),
            ],
            11,
            0.05,
            16.0,
        );
        let area = Rectangle {
            x: 0.0,
            y: 90.0,
            width: WIDTH,
            height: 260.0,
        };
        let crackle = geometry::crackle(area, 110, 5, |at| geometry::inside(&glaze, at));
        Self {
            outer,
            inner,
            under_well,
            body,
            glaze,
            crackle,
            main,
            branches,
            within,
        }
    }

    pub(super) fn total(&self) -> f32 {
        geometry::length(&self.main)
    }

    /// Step `k` sits in the middle of the `k`th tenth of the main break.
    pub(super) fn node(&self, step: usize) -> Point {
        let along = self.total() * (step as f32 - 0.5) / STEPS as f32;
        self.main[((along / STEP).round() as usize).min(self.main.len() - 1)]
    }

    /// How far along the main break the gold reaches after `done` steps: to just before the next node.
    pub(super) fn reached(&self, done: usize) -> f32 {
        let tenths = match done {
            0 => 0.0,
            STEPS.. => STEPS as f32,
            _ => done as f32 + 0.45,
        };
        self.total() * tenths / STEPS as f32
    }
}

pub(super) type Corner = (f32, f32);

/// The lower edge of the glaze, where it ran before it set.
pub(super) const DRIP: [(Corner, Corner, Corner, Corner); 5] = [
    (
        (205.0, 328.0),
        (222.0, 339.0),
        (232.0, 329.0),
        (246.0, 333.0),
    ),
    (
        (246.0, 333.0),
        (262.0, 338.0),
        (268.0, 345.0),
        (284.0, 344.0),
    ),
    (
        (284.0, 344.0),
        (300.0, 343.0),
        (304.0, 331.0),
        (322.0, 331.0),
    ),
    (
        (322.0, 331.0),
        (338.0, 331.0),
        (346.0, 341.0),
        (360.0, 339.0),
    ),
    (
        (360.0, 339.0),
        (374.0, 337.0),
        (380.0, 335.0),
        (396.0, 328.0),
    ),
];
