//! Lines that look broken rather than drawn: seeded randomness, cracks, and the uneven ribbons that fill them.
//!
//! Everything here is a pure function of its arguments, so the same seed always gives the same picture.

use iced::widget::canvas::Path;
use iced::widget::canvas::path::Builder;
use iced::{Point, Rectangle, Vector};

/// The distance between two points of a resampled line, in px.
pub const STEP: f32 = 3.0;

/// A small seeded generator (mulberry32). The platform's randomness would draw a different bowl each time.
#[derive(Debug, Clone)]
pub struct Random(u32);

impl Random {
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// The next number in `0.0..1.0`.
    pub fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut t = self.0;
        t = (t ^ (t >> 15)).wrapping_mul(t | 1);
        t ^= t.wrapping_add((t ^ (t >> 7)).wrapping_mul(t | 61));
        // 24 bits are all an f32 can hold; more would round up to 1.0.
        ((t ^ (t >> 14)) >> 8) as f32 / 16_777_216.0
    }

    /// The next number in `low..high`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }
}

/// Smooth value noise in `-1.0..=1.0`, one random value per whole number.
#[derive(Debug)]
struct Noise(Vec<f32>);

impl Noise {
    fn new(random: &mut Random) -> Self {
        Self((0..68).map(|_| random.between(-1.0, 1.0)).collect())
    }

    fn at(&self, x: f32) -> f32 {
        let index = x.max(0.0).floor();
        let t = x - index;
        let t = t * t * (3.0 - 2.0 * t);
        let index = index as usize;
        let value = |i: usize| self.0[i % self.0.len()];
        value(index) * (1.0 - t) + value(index + 1) * t
    }
}

#[must_use]
pub fn mix(a: Point, b: Point, t: f32) -> Point {
    Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
}

/// Breaks each run of `points` in two at an uneven place, off the straight by up to `amount` of its length, again and
/// again until the pieces are shorter than `shortest`.
#[must_use]
pub fn roughen(points: &[Point], random: &mut Random, amount: f32, shortest: f32) -> Vec<Point> {
    fn split(
        a: Point,
        b: Point,
        random: &mut Random,
        amount: f32,
        shortest: f32,
        out: &mut Vec<Point>,
    ) {
        let length = a.distance(b);
        if length < shortest {
            out.push(b);
            return;
        }
        let at = mix(a, b, random.between(0.40, 0.60));
        let off = random.between(-1.0, 1.0) * amount;
        let middle = Point::new(at.x - (b.y - a.y) * off, at.y + (b.x - a.x) * off);
        split(a, middle, random, amount, shortest, out);
        split(middle, b, random, amount, shortest, out);
    }

    // Splitting stops by length alone, so a length of nothing would never stop.
    let shortest = shortest.max(1.0);
    let mut out: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        split(pair[0], pair[1], random, amount, shortest, &mut out);
    }
    out
}

/// Rounds every corner with a quadratic beginning 30 % along its shorter side, then samples the line every [`STEP`].
#[must_use]
pub fn resample(points: &[Point]) -> Vec<Point> {
    const CUT: f32 = 0.30;
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Vec::new();
    };

    let mut fine = vec![first];
    for corner in points.windows(3) {
        let (a, p, b) = (corner[0], corner[1], corner[2]);
        let (before, after) = (a.distance(p), p.distance(b));
        let reach = CUT * before.min(after);
        let from = mix(p, a, reach / before.max(f32::EPSILON));
        let to = mix(p, b, reach / after.max(f32::EPSILON));
        fine.push(from);
        for k in 1..=8 {
            let t = k as f32 / 8.0;
            fine.push(mix(mix(from, p, t), mix(p, to, t), t));
        }
    }
    fine.push(last);

    let mut out = vec![first];
    let mut walked = 0.0;
    for pair in fine.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut left = from.distance(to);
        while left > 0.0 && walked + left >= STEP {
            from = mix(from, to, (STEP - walked) / left);
            out.push(from);
            left = from.distance(to);
            walked = 0.0;
        }
        walked += left;
    }
    if out.last().is_some_and(|end| end.distance(last) > 0.5) {
        out.push(last);
    }
    out
}

/// A crack through `points`: roughened, rounded and evenly sampled.
#[must_use]
pub fn crack(points: &[Point], seed: u32, amount: f32, shortest: f32) -> Vec<Point> {
    resample(&roughen(points, &mut Random::new(seed), amount, shortest))
}

/// The length of a line sampled every [`STEP`].
#[must_use]
pub fn length(line: &[Point]) -> f32 {
    line.len().saturating_sub(1) as f32 * STEP
}

/// The sideways unit vector at each point of `line`.
#[must_use]
pub fn normals(line: &[Point]) -> Vec<Vector> {
    (0..line.len())
        .map(|i| {
            let (a, b) = (line[i.saturating_sub(1)], line[(i + 1).min(line.len() - 1)]);
            let along = b - a;
            let length = along.x.hypot(along.y).max(f32::EPSILON);
            Vector::new(-along.y / length, along.x / length)
        })
        .collect()
}

/// How wide a seam is along its way.
#[derive(Debug, Clone, Copy, Default)]
pub struct Width<'a> {
    /// The full width of the body, in px.
    pub body: f32,
    /// Distances along the line where gold has gathered, as it does where two seams meet.
    pub pools: &'a [f32],
    /// Over how many px the beginning and the end thin out.
    pub taper: (f32, f32),
}

/// Half the width of the seam at each point of `line`, never less than a visible hair.
#[must_use]
pub fn half_widths(line: &[Point], width: Width<'_>, random: &mut Random) -> Vec<f32> {
    let (slow, quick) = (Noise::new(random), Noise::new(random));
    let (w, total) = (width.body, length(line));
    let thin = |distance: f32, over: f32| {
        if distance < over {
            (distance.max(0.0) / over).powf(0.6)
        } else {
            1.0
        }
    };
    (0..line.len())
        .map(|i| {
            let s = i as f32 * STEP;
            let uneven = 0.30 * slow.at(s / (w * 4.2)) + 0.135 * quick.at(s / (w * 1.3));
            let gathered: f32 = width
                .pools
                .iter()
                .map(|pool| 0.34 * w * (-((s - pool) / (0.95 * w)).powi(2)).exp())
                .sum();
            let half = w / 2.0 * (1.0 + uneven) + gathered;
            (half * thin(s, width.taper.0) * thin(total - s, width.taper.1)).max(0.28)
        })
        .collect()
}

/// The outline of a line `halves` wide to each side, `grow` px wider still.
#[must_use]
pub fn ribbon(line: &[Point], halves: &[f32], grow: f32) -> Vec<Point> {
    let sideways = normals(line);
    let side = |sign: f32| {
        let sideways = &sideways;
        move |i: usize| line[i] + sideways[i] * ((halves[i] + grow) * sign)
    };
    (0..line.len())
        .map(side(1.0))
        .chain((0..line.len()).rev().map(side(-1.0)))
        .collect()
}

/// A cubic curve as points, its beginning left out.
pub fn curve(from: Point, a: Point, b: Point, to: Point) -> impl Iterator<Item = Point> {
    const PIECES: usize = 32;
    (1..=PIECES).map(move |k| {
        let t = k as f32 / PIECES as f32;
        let (p, q, r) = (mix(from, a, t), mix(a, b, t), mix(b, to, t));
        mix(mix(p, q, t), mix(q, r, t), t)
    })
}

/// What of `shape` lies inside the convex `window`, whose corners run clockwise on the screen.
///
/// The canvas clips to rectangles at best, so anything meant to stop at an edge is cut here.
#[must_use]
pub fn cut(shape: &[Point], window: &[Point]) -> Vec<Point> {
    let mut shape = shape.to_vec();
    for (i, &from) in window.iter().enumerate() {
        let edge = window[(i + 1) % window.len()] - from;
        let depth = |p: Point| edge.x * (p.y - from.y) - edge.y * (p.x - from.x);
        let mut kept = Vec::with_capacity(shape.len() + 8);
        for (j, &p) in shape.iter().enumerate() {
            let q = shape[(j + 1) % shape.len()];
            let (at_p, at_q) = (depth(p), depth(q));
            if at_p >= 0.0 {
                kept.push(p);
            }
            if (at_p >= 0.0) != (at_q >= 0.0) {
                kept.push(mix(p, q, at_p / (at_p - at_q)));
            }
        }
        shape = kept;
    }
    shape
}

/// The corners of `rectangle`, clockwise on the screen.
#[must_use]
pub fn corners(rectangle: Rectangle) -> [Point; 4] {
    let (x, y) = (rectangle.x, rectangle.y);
    let (right, bottom) = (x + rectangle.width, y + rectangle.height);
    [
        Point::new(x, y),
        Point::new(right, y),
        Point::new(right, bottom),
        Point::new(x, bottom),
    ]
}

/// Whether `point` lies within the closed `shape`.
#[must_use]
pub fn inside(shape: &[Point], point: Point) -> bool {
    let crossings = (0..shape.len()).filter(|&i| {
        let (a, b) = (shape[i], shape[(i + 1) % shape.len()]);
        (a.y > point.y) != (b.y > point.y)
            && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
    });
    crossings.count() % 2 == 1
}

/// The points of `shape` joined by straight lines and closed.
#[must_use]
pub fn closed(shape: &[Point]) -> Path {
    Path::new(|path| {
        trace(path, shape);
        if !shape.is_empty() {
            path.close();
        }
    })
}

/// The points of `line` joined by straight lines.
#[must_use]
pub fn open(line: &[Point]) -> Path {
    Path::new(|path| trace(path, line))
}

fn trace(path: &mut Builder, points: &[Point]) {
    if let Some((&first, rest)) = points.split_first() {
        path.move_to(first);
        for &point in rest {
            path.line_to(point);
        }
    }
}

/// The fine net of hair cracks in a glaze: about `count` cells over `area`, only where `within` says there is glaze.
///
/// One path for each row of cells, so that a small repair of the window need not draw them all.
#[must_use]
pub fn crackle(
    area: Rectangle,
    count: usize,
    seed: u32,
    within: impl Fn(Point) -> bool,
) -> Vec<Path> {
    let mut random = Random::new(seed);
    let columns = ((count as f32 * area.width / area.height.max(1.0)).sqrt() as usize).clamp(2, 60);
    let rows = (count / columns).clamp(2, 60);
    let (cell_width, cell_height) = (area.width / columns as f32, area.height / rows as f32);
    let grid: Vec<Vec<Point>> = (0..rows + 2)
        .map(|y| {
            (0..columns + 2)
                .map(|x| {
                    let (jitter_x, jitter_y) = (random.between(0.1, 0.9), random.between(0.1, 0.9));
                    Point::new(
                        area.x + (x as f32 - 1.0 + jitter_x) * cell_width,
                        area.y + (y as f32 - 1.0 + jitter_y) * cell_height,
                    )
                })
                .collect()
        })
        .collect();

    let mut rows = Vec::with_capacity(grid.len());
    for y in 0..grid.len() {
        let mut path = Builder::new();
        let mut any = false;
        for x in 0..grid[y].len() {
            for (dx, dy) in [(1, 0), (0, 1)] {
                let Some(&to) = grid.get(y + dy).and_then(|row| row.get(x + dx)) else {
                    continue;
                };
                if random.unit() <= 0.22 {
                    continue;
                }
                let from = grid[y][x];
                let bend = Vector::new(random.between(-6.0, 6.0), random.between(-6.0, 6.0));
                any |= hair(&mut path, from, mix(from, to, 0.5) + bend, to, &within);
            }
        }
        if any {
            rows.push(path.build());
        }
    }
    rows
}

/// One hair of a crackle, cut where it would leave the glaze. Says whether any of it is left.
fn hair(
    path: &mut Builder,
    from: Point,
    bend: Point,
    to: Point,
    within: impl Fn(Point) -> bool,
) -> bool {
    const PIECES: usize = 8;
    let (mut drawing, mut any) = (false, false);
    for k in 0..=PIECES {
        let t = k as f32 / PIECES as f32;
        let point = mix(mix(from, bend, t), mix(bend, to, t), t);
        let here = within(point);
        match (drawing, here) {
            (true, true) => {
                path.line_to(point);
                any = true;
            }
            (false, true) => path.move_to(point),
            _ => {}
        }
        drawing = here;
    }
    any
}
