//! The gold line of the ten steps: a seam where the path has been walked, an open crack where it has not.
//! Geometry as in the design language, "Drawing the seam".

use super::fonts::{Face, Style, Typesetter};
use super::ink::{INK, Ink, Paint, Path, Rgb, WHITE};
use super::sheet::PathLine;

type Point = (f32, f32);

/// Between samples of the centre line.
const STEP: f32 = 3.0;
const WIDTH: f32 = 5.0;
const CRACK: Rgb = [0x7a, 0x76, 0x6b];
const SHADE: Rgb = [0x3a, 0x2a, 0x08];
const HIGHLIGHT: Rgb = [0xff, 0xf6, 0xda];
const GOLD_LINE: Rgb = [0x8b, 0x66, 0x18];
const GOLD_LIGHT: Rgb = [0xf3, 0xe2, 0xac];
const GLAZE: Rgb = [0x1e, 0x47, 0x42];
/// From the first step to the edge of the text.
const INSET: f32 = 14.0;
const STEPS: usize = 10;
const SEED: u32 = 41;
/// From the middle of the line to the numbers, and to the end of them.
const TO_NUMBERS: f32 = 15.0;
pub(super) const BELOW: f32 = TO_NUMBERS + 20.0;

/// Along the seam: where, and which colour.
pub(super) const STOPS: [(f32, Rgb); 8] = [
    (0.0, [0x8f, 0x6a, 0x1c]),
    (0.16, [0xc7, 0x9b, 0x40]),
    (0.30, [0xeb, 0xd0, 0x8a]),
    (0.44, [0xb9, 0x8b, 0x30]),
    (0.60, [0xd9, 0xb3, 0x5a]),
    (0.74, [0xf3, 0xe2, 0xac]),
    (0.87, [0xbe, 0x91, 0x36]),
    (1.0, [0x8b, 0x66, 0x18]),
];

/// Mulberry32: the same line on every machine and every run.
struct Random(u32);

impl Random {
    fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let mut t = self.0;
        t = (t ^ (t >> 15)).wrapping_mul(t | 1);
        t ^= t.wrapping_add((t ^ (t >> 7)).wrapping_mul(t | 61));
        // 24 bits: what an f32 holds exactly.
        ((t ^ (t >> 14)) >> 8) as f32 / 16_777_216.0
    }

    fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }
}

struct Noise(Vec<f32>);

impl Noise {
    fn new(random: &mut Random) -> Self {
        Self((0..68).map(|_| random.between(-1.0, 1.0)).collect())
    }

    fn at(&self, x: f32) -> f32 {
        let i = x.floor() as usize;
        let t = x - x.floor();
        let t = t * t * (3.0 - 2.0 * t);
        let n = self.0.len();
        self.0[i % n] * (1.0 - t) + self.0[(i + 1) % n] * t
    }
}

/// Draws the line with its ten steps and their numbers. `y` is the middle of the line.
pub(super) fn path_line(
    setter: &mut Typesetter,
    line: &PathLine,
    x: f32,
    y: f32,
    width: f32,
) -> Vec<Ink> {
    let node_x = |k: usize| x + INSET + (width - 2.0 * INSET) * k as f32 / (STEPS - 1) as f32;
    let current = line
        .current
        .map(usize::from)
        .filter(|step| (1..=STEPS).contains(step))
        .map(|step| step - 1);
    let centre = centre_line(x, y, width, node_x);

    let mut ink = Vec::new();
    for (golden, from, to) in stretches(line.done, current) {
        let from = if from == 0 { x } else { node_x(from - 1) };
        let to = if to > STEPS - 1 {
            x + width
        } else {
            node_x(to)
        };
        let part: Vec<Point> = centre
            .iter()
            .copied()
            .filter(|p| p.0 >= from - STEP * 0.5 && p.0 <= to + STEP * 0.5)
            .collect();
        if golden {
            let pools: Vec<f32> = (0..STEPS)
                .filter_map(|k| part.iter().position(|p| p.0 >= node_x(k)))
                .map(|i| i as f32 * STEP)
                .collect();
            gold(&mut ink, &part, &pools, (from > x, to < x + width));
        } else {
            ink.push(Ink::Stroke {
                path: Path::lines(part, false),
                colour: CRACK,
                alpha: 1.0,
                width: 1.3,
            });
        }
    }
    for k in 0..STEPS {
        let (cx, cy) = (node_x(k), y);
        let here = current == Some(k);
        if here {
            dot(&mut ink, cx, cy, 8.0, WHITE, GOLD_LINE, 2.0);
            ink.push(Ink::Fill(
                Path::circle(cx, cy, 3.7),
                Paint::Flat(GOLD_LINE, 1.0),
            ));
        } else if line.done[k] {
            dot(&mut ink, cx, cy, 4.6, GOLD_LIGHT, GOLD_LINE, 1.4);
        } else {
            dot(&mut ink, cx, cy, 4.1, WHITE, CRACK, 1.2);
        }
        let face = if here { Face::SansBold } else { Face::Sans };
        let number = setter.set(
            &[(&(k + 1).to_string(), Style::new(face, 14.0, 20.0, INK))],
            60.0,
        );
        number.draw(cx - number.width / 2.0, y + TO_NUMBERS, &mut ink);
    }
    ink
}

/// Runs of equal material as (golden, first stretch's left step, last stretch's right step), counted from the left edge 0.
fn stretches(done: [bool; STEPS], current: Option<usize>) -> Vec<(bool, usize, usize)> {
    let golden = |k: usize| {
        if k == STEPS {
            done[STEPS - 1]
        } else {
            done[k] || (current == Some(k) && (k == 0 || done[k - 1]))
        }
    };
    let mut out: Vec<(bool, usize, usize)> = Vec::new();
    for k in 0..=STEPS {
        match out.last_mut() {
            Some((same, _, to)) if *same == golden(k) => *to = k,
            _ => out.push((golden(k), k, k)),
        }
    }
    out
}

/// Passes exactly through every step, so that the nodes sit on the line, and wanders a little between them.
fn centre_line(x: f32, y: f32, width: f32, node_x: impl Fn(usize) -> f32) -> Vec<Point> {
    let mut random = Random(SEED);
    let mut points = vec![(x, y + 1.0)];
    for k in 0..STEPS {
        points.push((node_x(k), y));
        if k + 1 < STEPS {
            let gap = node_x(k + 1) - node_x(k);
            let at = node_x(k) + gap * random.between(0.42, 0.62);
            let side = if k % 2 == 0 { 1.0 } else { -1.0 };
            points.push((at, y + side * random.between(1.6, 4.6)));
        }
    }
    points.push((x + width, y - 1.5));
    resample(&roughen(&points, &mut random, 0.045, 26.0))
}

fn roughen(points: &[Point], random: &mut Random, amount: f32, shortest: f32) -> Vec<Point> {
    fn split(
        a: Point,
        b: Point,
        random: &mut Random,
        amount: f32,
        shortest: f32,
        out: &mut Vec<Point>,
    ) {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy);
        if length < shortest {
            out.push(b);
            return;
        }
        let t = random.between(0.40, 0.60);
        let d = random.between(-1.0, 1.0) * amount * length;
        let middle = (
            a.0 + dx * t - dy / length * d,
            a.1 + dy * t + dx / length * d,
        );
        split(a, middle, random, amount, shortest, out);
        split(middle, b, random, amount, shortest, out);
    }
    let mut out: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        split(pair[0], pair[1], random, amount, shortest, &mut out);
    }
    out
}

/// Rounds each corner with a quadratic that begins 30% along the shorter side, then samples evenly.
fn resample(points: &[Point]) -> Vec<Point> {
    let lerp = |a: Point, b: Point, t: f32| (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
    let far = |a: Point, b: Point| (b.0 - a.0).hypot(b.1 - a.1);
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let mut fine = vec![first];
    for corner in points.windows(3) {
        let (a, p, b) = (corner[0], corner[1], corner[2]);
        let (la, lb) = (far(a, p).max(0.01), far(p, b).max(0.01));
        let cut = 0.30 * la.min(lb);
        let (q0, q1) = (lerp(p, a, cut / la), lerp(p, b, cut / lb));
        for k in 0..=8 {
            let t = k as f32 / 8.0;
            fine.push(lerp(lerp(q0, p, t), lerp(p, q1, t), t));
        }
    }
    fine.push(last);

    let mut out = vec![first];
    let mut walked = 0.0;
    for pair in fine.windows(2) {
        let (mut a, b) = (pair[0], pair[1]);
        while walked + far(a, b) >= STEP {
            a = lerp(a, b, (STEP - walked) / far(a, b));
            out.push(a);
            walked = 0.0;
        }
        walked += far(a, b);
    }
    if out.last().is_some_and(|&p| far(p, last) > 0.5) {
        out.push(last);
    }
    out
}

fn normals(line: &[Point]) -> Vec<Point> {
    (0..line.len())
        .map(|i| {
            let a = line[i.saturating_sub(1)];
            let b = line[(i + 1).min(line.len() - 1)];
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let length = dx.hypot(dy).max(0.001);
            (-dy / length, dx / length)
        })
        .collect()
}

/// Half the width at each sample. Gold pools where a step is set; an end that meets a step is blunt, a free one runs out.
fn half_widths(n: usize, random: &mut Random, pools: &[f32], blunt: (bool, bool)) -> Vec<f32> {
    let (slow, fast) = (Noise::new(random), Noise::new(random));
    let length = n.saturating_sub(1) as f32 * STEP;
    let taper = |s: f32, blunt: bool| {
        let t = if blunt { 7.0 } else { 30.0 };
        (s / t).clamp(0.0, 1.0).powf(0.6)
    };
    (0..n)
        .map(|i| {
            let s = i as f32 * STEP;
            let swell =
                1.0 + 0.30 * slow.at(s / (WIDTH * 4.2)) + 0.135 * fast.at(s / (WIDTH * 1.3));
            let pooled: f32 = pools
                .iter()
                .map(|at| 0.34 * WIDTH * (-((s - at) / (WIDTH * 0.95)).powi(2)).exp())
                .sum();
            let h = (WIDTH / 2.0 * swell + pooled) * taper(s, blunt.0) * taper(length - s, blunt.1);
            h.max(0.28)
        })
        .collect()
}

fn ribbon(line: &[Point], normals: &[Point], half: &[f32], grow: f32, shift: Point) -> Path {
    let side = |sign: f32| {
        line.iter()
            .zip(normals)
            .zip(half)
            .map(move |((p, n), h)| {
                let h = sign * (h + grow);
                (p.0 + n.0 * h + shift.0, p.1 + n.1 * h + shift.1)
            })
            .collect::<Vec<_>>()
    };
    let back = side(-1.0);
    Path::lines(side(1.0).into_iter().chain(back.into_iter().rev()), true)
}

/// Shade, body, and broken highlights on the upper left of the ridge.
fn gold(ink: &mut Vec<Ink>, line: &[Point], pools: &[f32], blunt: (bool, bool)) {
    if line.len() < 2 {
        return;
    }
    let w = WIDTH;
    let mut random = Random(SEED + 9);
    let half = half_widths(line.len(), &mut random, pools, blunt);
    let normals = normals(line);
    ink.push(Ink::Fill(
        ribbon(line, &normals, &half, 0.7, (w * 0.09, w * 0.13)),
        Paint::Flat(SHADE, 0.30),
    ));
    ink.push(Ink::Fill(
        ribbon(line, &normals, &half, 0.0, (0.0, 0.0)),
        Paint::Gold(line[0].0, line[line.len() - 1].0),
    ));
    let ridge: Vec<Point> = line
        .iter()
        .zip(&normals)
        .zip(&half)
        .map(|((p, n), h)| {
            let side = if n.0 + n.1 > 0.0 { -1.0 } else { 1.0 };
            let lift = side * h * 0.56 * ((n.0 + n.1) * std::f32::consts::FRAC_1_SQRT_2).abs();
            (p.0 + n.0 * lift, p.1 + n.1 * lift)
        })
        .collect();
    let mut i = 2;
    while i + 4 < ridge.len() {
        let n = random.between(7.0, 34.0) as usize;
        let part = &ridge[i..(i + n).min(ridge.len() - 2)];
        if part.len() > 2 {
            ink.push(Ink::Stroke {
                path: Path::lines(part.iter().copied(), false),
                colour: HIGHLIGHT,
                alpha: 0.85 * random.between(0.35, 0.75),
                width: (w * random.between(0.07, 0.13)).max(0.45),
            });
        }
        i += n + random.between(2.0, 26.0) as usize;
    }
}

fn dot(ink: &mut Vec<Ink>, x: f32, y: f32, r: f32, fill: Rgb, line: Rgb, width: f32) {
    ink.push(Ink::Fill(Path::circle(x, y, r), Paint::Flat(fill, 1.0)));
    ink.push(Ink::Stroke {
        path: Path::circle(x, y, r),
        colour: line,
        alpha: 1.0,
        width,
    });
}

/// The mended disc that stands before two names said together.
pub(super) fn mended_disc(ink: &mut Vec<Ink>, x: f32, y: f32, r: f32) {
    ink.push(Ink::Fill(Path::circle(x, y, r), Paint::Flat(GLAZE, 1.0)));
    let at = |dx: f32, dy: f32| (x + r * dx, y + r * dy);
    let crack = resample(&[
        at(-0.97, -0.12),
        at(-0.52, -0.30),
        at(-0.16, 0.10),
        at(0.14, -0.06),
        at(0.48, 0.30),
        at(0.95, 0.14),
    ]);
    ink.push(Ink::Stroke {
        path: Path::lines(crack, false),
        colour: [0xeb, 0xd0, 0x8a],
        alpha: 1.0,
        width: r * 0.17,
    });
    ink.push(Ink::Stroke {
        path: Path::circle(x, y, r - 0.5),
        colour: GOLD_LINE,
        alpha: 0.55,
        width: 1.0,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gold_reaches_the_current_step_and_no_further() {
        let mut done = [false; STEPS];
        done[..3].fill(true);
        assert_eq!(stretches(done, Some(3)), [(true, 0, 3), (false, 4, STEPS)]);
    }

    #[test]
    fn a_step_taken_out_of_order_is_gold_by_itself() {
        let mut done = [false; STEPS];
        done[6] = true;
        assert_eq!(
            stretches(done, Some(0)),
            [(true, 0, 0), (false, 1, 5), (true, 6, 6), (false, 7, STEPS)]
        );
    }

    #[test]
    fn the_line_runs_through_every_step() {
        let node_x = |k: usize| 86.0 + 69.0 * k as f32;
        let line = centre_line(72.0, 176.0, 650.0, node_x);
        for k in 0..STEPS {
            let near = line
                .iter()
                .filter(|p| (p.0 - node_x(k)).abs() < STEP)
                .all(|p| (p.1 - 176.0).abs() < 2.0);
            assert!(near, "step {} is off the line", k + 1);
        }
    }
}
