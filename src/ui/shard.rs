//! The backdrops of the threshold screens: shards of glaze joined by gold, drawn anew for every window.
//!
//! The renderer lays every canvas of a layer above every box of it, so a backdrop belongs at the bottom of a
//! `stack!`, whose upper children have layers of their own.

use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::geometry::{self, Random, STEP, Width};
use super::seam::{Gold, Ground, nearest};
use iced::widget::canvas::{Fill, Frame};
use iced::{Element, Length, Point, Rectangle, Renderer, Size, Vector};

/// Which threshold is stood on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// Two shards on the left, paper on the right, a piece of ground below it.
    Door,
    /// Two narrower shards on the left, paper on the right.
    Setup,
    /// Glaze all over, with the seam across the middle.
    HandOver,
}

/// Where text can stand on a backdrop without touching gold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Places {
    /// The free area: the paper, or on the hand-over the glaze above the seam.
    pub content: Rectangle,
    /// On the upper shard, or on the band where the window is narrow.
    pub upper: Rectangle,
    /// On the darker shard below the seam. None where the window is narrow and the shards are a band.
    pub lower: Option<Rectangle>,
    /// On the piece of ground at the foot of the door.
    pub footer: Option<Rectangle>,
}

/// The backdrop; fills the window.
pub fn threshold<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    arrangement: Arrangement,
) -> Element<'a, Message, Theme, Renderer> {
    Picture::new((look, arrangement), |&(look, arrangement), frame| {
        draw(look, arrangement, frame)
    })
    .element(Length::Fill, Length::Fill)
}

/// Where text belongs on the backdrop of a window of `size`.
#[must_use]
pub fn places(arrangement: Arrangement, size: Size) -> Places {
    Courses::new(arrangement, size).places(size)
}

/// The area left free for controls. See [`Places::content`].
#[must_use]
pub fn content_bounds(arrangement: Arrangement, size: Size) -> Rectangle {
    places(arrangement, size).content
}

/// How wide the window is, after the text scale. The steps are those of every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
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

/// How high the band is that takes the place of the shards in a narrow window.
pub const BAND: f32 = 120.0;

/// How far a seam runs past the window, so that no end of it is seen.
const BEYOND: f32 = 12.0;

/// The turning points of each seam.
#[derive(Debug)]
struct Courses {
    arrangement: Arrangement,
    fit: Fit,
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
    fn new(arrangement: Arrangement, size: Size) -> Self {
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
            let (branch, second) = if fit == Fit::Narrow {
                (Vec::new(), Vec::new())
            } else {
                (shares(&ABOVE), shares(&BELOW))
            };
            return Self {
                arrangement,
                fit,
                main: shares(&ACROSS),
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

    fn places(&self, size: Size) -> Places {
        let (width, height) = (size.width, size.height);
        let between = |left: f32, top: f32, right: f32, bottom: f32| Rectangle {
            x: left,
            y: top,
            width: (right - left).max(0.0),
            height: (bottom - top).max(0.0),
        };
        let margin = match self.fit {
            Fit::Narrow => 24.0,
            Fit::Compact => 32.0,
            Fit::Wide => 48.0,
        };
        /// What keeps a line of text clear of gold: half a seam, its sway, and air.
        const CLEAR: f32 = 28.0;
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
            let upper = between(left, 0.16 * height, right, highest(&over) - CLEAR);
            let edge = self.second.iter().map(|p| p.x).fold(f32::MAX, f32::min) - CLEAR;
            let lower = between(
                left,
                lowest(&over) + CLEAR * 2.0,
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
                highest(&self.second) - CLEAR
            };
            return Places {
                content: between(margin, BAND + CLEAR, width - margin, ground),
                upper: between(margin, 16.0, 0.78 * width - CLEAR, BAND - 24.0),
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
            (_, Fit::Wide) => 40.0,
            _ => 32.0,
        };
        let inner = |from: f32, to: f32| {
            let near = self
                .main
                .iter()
                .filter(|p| p.y >= from - 60.0 && p.y <= to + 60.0);
            near.map(|p| p.x).fold(width, f32::min) - CLEAR
        };
        let paper = self.main.iter().map(|p| p.x).fold(f32::MIN, f32::max) + CLEAR + 18.0;
        // The seam between the shards slopes; its ends at the window's edge and at the junction are its extremes.
        let (above, below) = (highest(&self.branch) - CLEAR, lowest(&self.branch) + CLEAR);
        let foot = if self.second.is_empty() {
            height
        } else {
            highest(&self.second) - CLEAR
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
    fn seams(&self) -> Seams {
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
struct Seams {
    main: Vec<Point>,
    branch: Vec<Point>,
    second: Vec<Point>,
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

/// The two colours of a shard, from its upper left to its lower right.
type Tone = (u32, u32);
const UPPER: Tone = (0x265049, 0x1A3D37);
const ASIDE: Tone = (0x234B44, 0x1D423C);
const LOWER: Tone = (0x193B36, 0x0E2623);
const DEEP: Tone = (0x132F2B, 0x0B1D1A);

fn draw(look: Look, arrangement: Arrangement, frame: &mut Frame) {
    let size = frame.size();
    let window = Rectangle::with_size(size);
    let courses = Courses::new(arrangement, size);
    let seams = courses.seams();
    let mut pen = Pen::plain(frame);

    let (paper, ground) = match (look.high_contrast, look.dark) {
        (true, _) => (0xFFFFFF, 0xFFFFFF),
        (_, true) => (0x171D1C, 0x111615),
        _ => (0xF8F7F3, 0xECEAE3),
    };
    if arrangement != Arrangement::HandOver {
        tiles(&mut pen, &geometry::corners(window), window, rgb(paper));
    }
    if arrangement == Arrangement::Door {
        let shape = below(&seams.second, window);
        tiles(&mut pen, &shape, window, rgb(ground));
        // Gold is repair; this edge is one of the joins, so it has its share, thinner than the rest.
        Gold::new(look, Ground::Paper, 4.6, 63).draw(&mut pen, &seams.second);
    }

    let (upper, lower) = shards(&courses, &seams, window);
    for (shape, tone) in &upper {
        glaze(&mut pen, look, shape, *tone, window);
    }
    for (shape, tone) in &lower {
        glaze(&mut pen, look, shape, *tone, window);
    }
    if !look.high_contrast {
        let all: Vec<&Vec<Point>> = upper.iter().chain(&lower).map(|(shape, _)| shape).collect();
        let cells = (size.width * size.height / 6_400.0) as usize;
        let net = geometry::crackle(window, cells.clamp(8, 700), 5, |at| {
            all.iter().any(|shape| geometry::inside(shape, at))
        });
        pen.line(&net, 0.8, rgba(0xDFF2EA, 0.05));
    }

    let edge_of_paper = arrangement != Arrangement::HandOver;
    join(
        &mut pen,
        look,
        &seams,
        edge_of_paper,
        courses.fit == Fit::Narrow,
    );
}

/// The gold along every seam, the main one last so that the others run into it.
fn join(pen: &mut Pen<'_>, look: Look, seams: &Seams, edge_of_paper: bool, narrow: bool) {
    let body = if narrow { 6.4 } else { 9.5 };
    let pools: Vec<f32> = [
        seams.branch.last(),
        if edge_of_paper && narrow {
            None
        } else {
            seams.second.first()
        },
    ]
    .into_iter()
    .flatten()
    .map(|&at| nearest(&seams.main, at) as f32 * STEP)
    .collect();
    if edge_of_paper && !look.high_contrast {
        resting_on_paper(pen, look, &seams.main, body, &pools);
    }
    Gold::new(look, Ground::Glaze, 6.0, 61).draw(pen, &seams.branch);
    if !edge_of_paper {
        Gold::new(look, Ground::Glaze, 5.6, 62).draw(pen, &seams.second);
    }
    Gold::new(look, Ground::Glaze, body, 60)
        .gathering(&pools)
        .draw(pen, &seams.main);
}

/// The glaze has a thickness: it darkens towards its edge and throws a narrow shadow on the paper.
fn resting_on_paper(pen: &mut Pen<'_>, look: Look, line: &[Point], body: f32, pools: &[f32]) {
    let width = Width {
        body,
        pools,
        ..Width::default()
    };
    let halves = geometry::half_widths(line, width, &mut Random::new(60));
    let strength = if look.dark { 2.2 } else { 1.0 };
    for (grow, by, alpha) in [
        (7.0, Vector::new(2.5, 3.5), 0.030),
        (4.5, Vector::new(2.0, 3.0), 0.045),
        (2.5, Vector::new(1.5, 2.0), 0.060),
    ] {
        let shape = geometry::closed(&geometry::ribbon(line, &halves, grow));
        pen.shifted(by, |pen| pen.fill(&shape, rgba(0x1A140A, alpha * strength)));
    }
}

type Shards = Vec<(Vec<Point>, Tone)>;

/// The shards above and below the seam between them.
fn shards(courses: &Courses, seams: &Seams, window: Rectangle) -> (Shards, Shards) {
    let (right, bottom) = (window.width + BEYOND, window.height + BEYOND);
    let (left, top) = (-BEYOND, -BEYOND);
    let corner = Point::new;
    let main = &seams.main;

    if courses.arrangement == Arrangement::HandOver {
        let mut whole = main.clone();
        whole.extend([corner(right, top), corner(left, top)]);
        let mut under = main.clone();
        under.extend([corner(right, bottom), corner(left, bottom)]);
        let (mut upper, mut lower) = (vec![(whole, UPPER)], vec![(under, LOWER)]);
        if let Some(&junction) = seams.branch.last() {
            let mut aside = seams.branch.clone();
            aside.extend(main[..=nearest(main, junction)].iter().rev());
            aside.extend([corner(left, top)]);
            upper.push((aside, ASIDE));
        }
        if let Some(&junction) = seams.second.first() {
            let mut deep = seams.second.clone();
            deep.push(corner(right, bottom));
            deep.extend(main[nearest(main, junction)..].iter().rev());
            lower.push((deep, DEEP));
        }
        return (upper, lower);
    }

    let junction = seams.branch.last().map_or(0, |&at| nearest(main, at));
    if courses.fit == Fit::Narrow {
        let mut first = main[..=junction].to_vec();
        first.extend(seams.branch.iter().rev());
        first.push(corner(left, top));
        let mut rest = main[junction..].to_vec();
        rest.push(corner(right, top));
        rest.extend(&seams.branch);
        return (vec![(first, UPPER)], vec![(rest, LOWER)]);
    }
    let mut above = main[..=junction].to_vec();
    above.extend(seams.branch.iter().rev());
    above.push(corner(left, top));
    let mut under = main[junction..].to_vec();
    under.push(corner(left, bottom));
    under.extend(&seams.branch);
    (vec![(above, UPPER)], vec![(under, LOWER)])
}

/// Everything below `line`, which runs from left to right.
fn below(line: &[Point], window: Rectangle) -> Vec<Point> {
    let bottom = window.height + BEYOND;
    let mut shape = line.to_vec();
    if let (Some(&first), Some(&last)) = (line.first(), line.last()) {
        shape.extend([Point::new(last.x, bottom), Point::new(first.x, bottom)]);
    }
    shape
}

fn glaze(pen: &mut Pen<'_>, look: Look, shape: &[Point], tone: Tone, window: Rectangle) {
    if look.high_contrast {
        let flat = if tone == UPPER || tone == ASIDE {
            0x00302B
        } else {
            0x001F1C
        };
        tiles(pen, shape, window, rgb(flat));
        return;
    }
    let shape = geometry::cut(shape, &geometry::corners(window));
    let (Some(from), Some(to)) = (
        shape.iter().copied().reduce(least),
        shape.iter().copied().reduce(most),
    ) else {
        return;
    };
    let light = shade(from, to, &[(0.0, rgb(tone.0)), (1.0, rgb(tone.1))]);
    tiles(pen, &shape, window, light);
}

fn least(a: Point, b: Point) -> Point {
    Point::new(a.x.min(b.x), a.y.min(b.y))
}

fn most(a: Point, b: Point) -> Point {
    Point::new(a.x.max(b.x), a.y.max(b.y))
}

/// Fills `shape` in pieces. The renderer paints the whole of whatever shape touches a damaged spot, so one piece for the
/// window would be painted at every keystroke of a passphrase.
fn tiles(pen: &mut Pen<'_>, shape: &[Point], window: Rectangle, fill: impl Into<Fill>) {
    const TILE: Size = Size::new(320.0, 200.0);
    let fill = fill.into();
    // Neighbours overlap, or their softened edges would let a line of what is below show through.
    const OVERLAP: f32 = 2.0;
    let columns = (window.width / TILE.width).ceil() as usize;
    let rows = (window.height / TILE.height).ceil() as usize;
    for row in 0..rows {
        for column in 0..columns {
            let tile = Rectangle {
                x: column as f32 * TILE.width,
                y: row as f32 * TILE.height,
                width: TILE.width + OVERLAP,
                height: TILE.height + OVERLAP,
            };
            let piece = geometry::cut(shape, &geometry::corners(tile));
            if piece.len() > 2 {
                pen.fill(&geometry::closed(&piece), fill);
            }
        }
    }
}
