//! Where the seams of a threshold run in a window of a given size, and what room they leave for words.

use super::{Arrangement, BAND, Places};
use crate::ui::geometry;
use crate::ui::seam::nearest;
use iced::{Point, Rectangle, Size};

/// How wide the window is, after the text scale. The steps are those of every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Narrow,
    Compact,
    Wide,
}

impl Fit {
    fn of(size: Size) -> Self {
        match size.width {
            width if width < 820.0 => Self::Narrow,
            width if width < 1120.0 => Self::Compact,
            _ => Self::Wide,
        }
    }
}

/// How far a seam runs past the window, so that no end of it is seen.
pub(super) const BEYOND: f32 = 12.0;

/// The turning points of each seam.
#[derive(Debug)]
pub(super) struct Courses {
    pub(super) arrangement: Arrangement,
    pub(super) fit: Fit,
    /// Between glaze and paper; on the hand-over, across the window.
    main: Vec<Point>,
    /// Between the upper and the lower shard, ending on `main`.
    branch: Vec<Point>,
    /// A second one: the edge of the ground at the door, the lower branch of the hand-over.
    second: Vec<Point>,
}

/// (px from the seam's own x, share of the height)
const DOOR: [(f32, f32); 11] = [
    (0.0, 0.0),
    (-29.0, 0.12),
    (-21.0, 0.206),
    (-64.0, 0.403),
    (-42.0, 0.50),
    (-48.0, 0.59),
    (-19.0, 0.675),
    (15.0, 0.738),
    (7.0, 0.806),
    (37.0, 0.894),
    (28.0, 1.0),
];
const SETUP: [(f32, f32); 10] = [
    (-18.0, 0.0),
    (-6.0, 0.0875),
    (-17.0, 0.175),
    (-18.0, 0.25),
    (16.0, 0.3875),
    (4.0, 0.494),
    (-25.0, 0.65),
    (-13.0, 0.7375),
    (4.0, 0.8625),
    (-1.0, 1.0),
];
/// (share of the way to the junction, px from the junction's y)
const DOOR_BRANCH: [(f32, f32); 8] = [
    (0.0, 128.0),
    (0.115, 132.0),
    (0.307, 84.0),
    (0.444, 94.0),
    (0.573, 73.0),
    (0.73, 28.0),
    (0.835, 35.0),
    (1.0, 0.0),
];
const SETUP_BRANCH: [(f32, f32); 6] = [
    (0.0, -102.0),
    (0.166, -82.0),
    (0.33, -88.0),
    (0.69, -38.0),
    (0.787, -36.0),
    (1.0, 0.0),
];
/// (share of the way from the junction to the right edge, px from the junction's y)
const GROUND: [(f32, f32); 9] = [
    (0.0, 0.0),
    (0.12, 9.0),
    (0.20, 22.0),
    (0.315, 15.0),
    (0.43, 33.0),
    (0.565, 43.0),
    (0.655, 45.0),
    (0.74, 40.0),
    (1.0, 66.0),
];
/// (share of the width, share of the height)
const ACROSS: [(f32, f32); 14] = [
    (0.0, 0.64),
    (0.072, 0.6075),
    (0.166, 0.621),
    (0.234, 0.5725),
    (0.29, 0.54),
    (0.353, 0.556),
    (0.414, 0.525),
    (0.483, 0.4975),
    (0.547, 0.5125),
    (0.66, 0.439),
    (0.73, 0.456),
    (0.848, 0.369),
    (0.914, 0.3775),
    (1.0, 0.321),
];
const ABOVE: [(f32, f32); 6] = [
    (0.258, 0.0),
    (0.266, 0.075),
    (0.259, 0.15),
    (0.290, 0.325),
    (0.276, 0.4125),
    (0.29, 0.54),
];
const BELOW: [(f32, f32); 6] = [
    (0.73, 0.456),
    (0.752, 0.5625),
    (0.742, 0.65),
    (0.788, 0.80),
    (0.784, 0.875),
    (0.802, 1.0),
];
/// (share of the width, px from the lower edge of the band)
const BAND_EDGE: [(f32, f32); 8] = [
    (0.0, -5.0),
    (0.11, 1.0),
    (0.27, -7.0),
    (0.40, -2.0),
    (0.57, -9.0),
    (0.70, 0.0),
    (0.88, -6.0),
    (1.0, 2.0),
];

impl Courses {
    pub(super) fn new(arrangement: Arrangement, size: Size) -> Self {
        let fit = Fit::of(size);
        // Bends keep their proportion to the window, within what still reads as a break.
        let bend = (size.width / 1280.0)
            .min(size.height / 800.0)
            .clamp(0.4, 1.8);
        let shares = |course: &[(f32, f32)]| -> Vec<Point> {
            course
                .iter()
                .map(|&(x, y)| Point::new(x * size.width, y * size.height))
                .collect()
        };

        if arrangement == Arrangement::HandOver {
            let mut across = shares(&ACROSS);
            if fit == Fit::Narrow {
                // Drawn on a tall window the slope would leave no text room on either side.
                for point in &mut across {
                    point.y += (0.5 * size.height - point.y) * 0.6;
                }
            }
            let (branch, second) = if fit == Fit::Narrow {
                (Vec::new(), Vec::new())
            } else {
                (shares(&ABOVE), shares(&BELOW))
            };
            return Self {
                arrangement,
                fit,
                main: across,
                branch,
                second,
            };
        }
        if fit == Fit::Narrow {
            let main = BAND_EDGE
                .iter()
                .map(|&(x, y)| Point::new(x * size.width, BAND + y))
                .collect();
            let branch = [(0.80, 0.0), (0.785, 0.34), (0.815, 0.62), (0.79, 0.82)]
                .map(|(x, y)| Point::new(x * size.width, y * BAND))
                .into_iter()
                .chain([Point::new(0.80 * size.width, BAND - 4.0)])
                .collect();
            let second = if arrangement == Arrangement::Door {
                let from = Point::new(0.0, size.height - 84.0);
                GROUND
                    .map(|(x, y)| Point::new(x * size.width, from.y + y * 0.3))
                    .to_vec()
            } else {
                Vec::new()
            };
            return Self {
                arrangement,
                fit,
                main,
                branch,
                second,
            };
        }

        let (course, joining, junction, share) = match (arrangement, fit) {
            (Arrangement::Door, Fit::Compact) => (&DOOR[..], &DOOR_BRANCH[..], 5, 0.36),
            (Arrangement::Door, _) => (&DOOR[..], &DOOR_BRANCH[..], 5, 0.46),
            (_, Fit::Compact) => (&SETUP[..], &SETUP_BRANCH[..], 5, 0.24),
            _ => (&SETUP[..], &SETUP_BRANCH[..], 5, 0.28),
        };
        let main: Vec<Point> = course
            .iter()
            .map(|&(x, y)| Point::new(share * size.width + x * bend, y * size.height))
            .collect();
        let at: Point = main[junction];
        let branch = joining
            .iter()
            .map(|&(x, y)| Point::new(x * at.x, at.y + y * bend))
            .collect();
        let second = if arrangement == Arrangement::Door {
            let from = main[8];
            GROUND
                .map(|(x, y)| Point::new(from.x + x * (size.width - from.x), from.y + y * bend))
                .to_vec()
        } else {
            Vec::new()
        };
        Self {
            arrangement,
            fit,
            main,
            branch,
            second,
        }
    }

    pub(super) fn places(&self, size: Size) -> Places {
        let (width, height) = (size.width, size.height);
        let between = |left: f32, top: f32, right: f32, bottom: f32| Rectangle {
            x: left,
            y: top,
            width: (right - left).max(0.0),
            height: (bottom - top).max(0.0),
        };
        // What keeps a line of text clear of gold: half a seam, its sway, and air.
        let (margin, clear) = match self.fit {
            Fit::Narrow => (24.0, 24.0),
            Fit::Compact => (32.0, 22.0),
            Fit::Wide => (48.0, 28.0),
        };
        let lowest = |course: &[Point]| course.iter().map(|p| p.y).fold(f32::MIN, f32::max);
        let highest = |course: &[Point]| course.iter().map(|p| p.y).fold(f32::MAX, f32::min);

        if self.arrangement == Arrangement::HandOver {
            let (left, right) = if self.fit == Fit::Narrow {
                (margin, width - margin)
            } else {
                (0.35 * width, 0.97 * width)
            };
            // Text runs as far as the widest measure, not to the end of the window where the seam has climbed.
            let right = right.min(left + 600.0);
            let over: Vec<Point> = self
                .main
                .iter()
                .copied()
                .filter(|p| p.x > left - 40.0 && p.x < right + 40.0)
                .collect();
            let upper = between(left, 0.16 * height, right, highest(&over) - clear);
            let edge = self.second.iter().map(|p| p.x).fold(f32::MAX, f32::min) - clear;
            let lower = between(
                left,
                lowest(&over) + clear * 2.0,
                right.min(edge),
                height - margin,
            );
            return Places {
                content: upper,
                upper,
                lower: Some(lower),
                footer: None,
            };
        }

        if self.fit == Fit::Narrow {
            let ground = if self.second.is_empty() {
                height
            } else {
                highest(&self.second) - clear
            };
            return Places {
                content: between(margin, BAND + clear, width - margin, ground),
                upper: between(margin, 16.0, 0.78 * width - clear, BAND - 24.0),
                lower: None,
                footer: (!self.second.is_empty()).then(|| {
                    between(
                        margin,
                        lowest(&self.second) + 12.0,
                        width - margin,
                        height - 12.0,
                    )
                }),
            };
        }

        let inset = match (self.arrangement, self.fit) {
            (Arrangement::Door, Fit::Wide) => 64.0,
            (Arrangement::Door, _) => 32.0,
            (_, Fit::Wide) => 40.0,
            _ => 24.0,
        };
        let inner = |from: f32, to: f32| {
            let near = self
                .main
                .iter()
                .filter(|p| p.y >= from - 60.0 && p.y <= to + 60.0);
            near.map(|p| p.x).fold(width, f32::min) - clear
        };
        let paper = self.main.iter().map(|p| p.x).fold(f32::MIN, f32::max) + clear + 18.0;
        // The seam between the shards slopes; its ends at the window's edge and at the junction are its extremes.
        let (above, below) = (highest(&self.branch) - clear, lowest(&self.branch) + clear);
        let foot = if self.second.is_empty() {
            height
        } else {
            highest(&self.second) - clear
        };
        Places {
            content: between(paper, 0.0, width - margin, foot),
            upper: between(inset, 32.0, inner(32.0, above), above),
            lower: Some(between(inset, below, inner(below, height), height - margin)),
            footer: (!self.second.is_empty()).then(|| {
                between(
                    paper,
                    lowest(&self.second) + 12.0,
                    width - margin,
                    height - 12.0,
                )
            }),
        }
    }

    /// The seams as they are drawn: roughened, reaching past the window, meeting exactly.
    pub(super) fn seams(&self) -> Seams {
        let main = geometry::crack(&overrun(&self.main), 31, 0.05, 30.0);
        let meet = |mut course: Vec<Point>, at: Option<usize>| {
            if let Some(at) = at
                && let Some(junction) = course.get_mut(at)
            {
                *junction = main[nearest(&main, *junction)];
            }
            course
        };
        let narrow = self.fit == Fit::Narrow;
        let branch_end = self.branch.len().checked_sub(1);
        let branch = geometry::crack(
            &overrun_start(&meet(self.branch.clone(), branch_end)),
            47,
            0.05,
            26.0,
        );
        let second = meet(self.second.clone(), if narrow { None } else { Some(0) });
        let second = if narrow {
            overrun(&second)
        } else {
            overrun_end(&second)
        };
        let second = geometry::crack(&second, 59, 0.05, 26.0);
        Seams {
            main,
            branch,
            second,
        }
    }
}

#[derive(Debug)]
pub(super) struct Seams {
    pub(super) main: Vec<Point>,
    pub(super) branch: Vec<Point>,
    pub(super) second: Vec<Point>,
}

/// A little past the end, straight on.
fn past(before: Point, end: Point) -> Point {
    let way = end - before;
    end + way * (BEYOND / way.x.hypot(way.y).max(1.0))
}

fn overrun_end(course: &[Point]) -> Vec<Point> {
    let mut course = course.to_vec();
    if let [.., before, end] = course[..] {
        course.push(past(before, end));
    }
    course
}

fn overrun_start(course: &[Point]) -> Vec<Point> {
    let mut course = course.to_vec();
    if let [end, before, ..] = course[..] {
        course.insert(0, past(before, end));
    }
    course
}

fn overrun(course: &[Point]) -> Vec<Point> {
    overrun_start(&overrun_end(course))
}
