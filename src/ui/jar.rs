//! The jar: one marble for each small thing one of two people noticed.

use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::geometry::Random;
use iced::widget::canvas::{Frame, Path, path};
use iced::{Color, Element, Point, Renderer, Vector};
use std::sync::LazyLock;

/// The jar is drawn in these units and scaled to the width it is given.
const WIDTH: f32 = 320.0;
const HEIGHT: f32 = 440.0;

/// How many marbles the jar holds; older notes are kept on a shelf, which is not drawn here.
pub const HOLDS: usize = 60;

/// Whose note a marble is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    First,
    Second,
    Both,
}

/// One note as it is seen in the jar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Marble {
    pub hue: Hue,
    /// The note followed a repair.
    pub gold_line: bool,
}

/// How high a jar of `width` is.
#[must_use]
pub fn height(width: f32) -> f32 {
    width * HEIGHT / WIDTH
}

/// The jar with `marbles`, oldest first; of more than [`HOLDS`] only the newest are in it.
#[must_use]
pub fn jar(look: Look, marbles: &[Marble]) -> Jar {
    let shelved = marbles.len().saturating_sub(HOLDS);
    Jar {
        shows: Shows {
            look,
            marbles: marbles[shelved..].to_vec(),
            lifted: None,
        },
        shelved,
        width: WIDTH,
    }
}

/// See [`jar`].
#[derive(Debug)]
pub struct Jar {
    shows: Shows,
    shelved: usize,
    width: f32,
}

#[derive(Debug, Clone, PartialEq)]
struct Shows {
    look: Look,
    marbles: Vec<Marble>,
    lifted: Option<(usize, f32)>,
}

impl Jar {
    /// 320 px where nothing is said.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width.max(1.0);
        self
    }

    /// Takes out the marble at `index` of the slice given: at `rise` 0 it lies in its place, at 1 it has left the jar.
    /// The caller turns 600 ms into `rise`; a reader who wants no motion is given 1 at once.
    #[must_use]
    pub fn lifted(mut self, index: Option<usize>, rise: f32) -> Self {
        let index = index.and_then(|index| index.checked_sub(self.shelved));
        self.shows.lifted = index.map(|index| (index, rise.clamp(0.0, 1.0)));
        self
    }

    #[must_use]
    pub fn view<'a, Message: Clone + 'a, Theme: 'a>(self) -> Element<'a, Message, Theme, Renderer> {
        Picture::new(self.shows, draw).element(self.width, height(self.width))
    }
}

impl<'a, Message: Clone + 'a, Theme: 'a> From<Jar> for Element<'a, Message, Theme, Renderer> {
    fn from(jar: Jar) -> Self {
        jar.view()
    }
}

/// A single marble, `size` px across, as on a note that was drawn from the jar or in a legend.
pub fn marble<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    marble: Marble,
    size: f32,
) -> Element<'a, Message, Theme, Renderer> {
    Picture::new((look, marble), |&(look, marble), frame: &mut Frame| {
        let size = frame.width().min(frame.height());
        let resting = Resting {
            at: frame.center(),
            radius: size / 2.0 - 0.5,
            turn: -12.0,
            tint: 0.5,
        };
        ball(&mut Pen::plain(frame), look, marble, resting);
    })
    .element(size, size)
}

/// Where one marble came to lie.
#[derive(Debug, Clone, Copy)]
struct Resting {
    at: Point,
    radius: f32,
    /// In degrees.
    turn: f32,
    /// Which of its person's shades it has, from 0 to 1.
    tint: f32,
}

/// The inside of the glass a pile may lie in.
struct Hollow {
    left: f32,
    right: f32,
    floor: f32,
    corner: f32,
}

impl Hollow {
    /// The lowest a marble can lie at `x`, were it alone.
    fn bottom(&self, x: f32, radius: f32) -> Option<f32> {
        let (low, high) = (self.left + radius, self.right - radius);
        if x < low || x > high {
            return None;
        }
        let bend = (self.corner - radius).max(0.0);
        let off = (low + bend - x).max(x - (high - bend)).max(0.0);
        Some(self.floor - radius - (bend - (bend * bend - off * off).max(0.0).sqrt()))
    }

    /// Drops marbles one after the other: each tries 420 places and keeps the lowest, leaning to a place of its own.
    /// A marble's place depends only on those before it, so a new note never moves an old one.
    fn pile(&self, count: usize, radii: (f32, f32), seed: u32) -> Vec<Resting> {
        const PLACES: usize = 420;
        let mut random = Random::new(seed);
        let mut turns = Random::new(seed + 100);
        let mut pile: Vec<Resting> = Vec::with_capacity(count);
        for _ in 0..count {
            let radius = random.between(radii.0, radii.1);
            let leaning = random.between(self.left, self.right);
            let lowest = (0..PLACES)
                .filter_map(|k| {
                    let x = self.left + (self.right - self.left) * k as f32 / (PLACES - 1) as f32;
                    let mut y = self.bottom(x, radius)?;
                    for other in &pile {
                        let (apart, reach) = ((other.at.x - x).abs(), other.radius + radius);
                        if apart < reach {
                            y = y.min(other.at.y - (reach * reach - apart * apart).sqrt());
                        }
                    }
                    Some((y - (x - leaning).abs() * 0.012, Point::new(x, y)))
                })
                .max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((_, at)) = lowest {
                pile.push(Resting {
                    at,
                    radius,
                    tint: random.unit(),
                    turn: turns.between(-70.0, 70.0),
                });
            }
        }
        pile
    }
}

static FRONT: LazyLock<Vec<Resting>> = LazyLock::new(|| {
    Hollow {
        left: 44.0,
        right: 276.0,
        floor: 388.0,
        corner: 46.0,
    }
    .pile(HOLDS, (14.0, 17.0), 12)
});

/// A flat, dark pile behind, which gives the jar its depth.
static BACK: LazyLock<Vec<Resting>> = LazyLock::new(|| {
    Hollow {
        left: 50.0,
        right: 270.0,
        floor: 382.0,
        corner: 46.0,
    }
    .pile(HOLDS * 4 / 5, (13.5, 15.5), 17)
});

/// Base, light and dark of a marble.
fn colours(hue: Hue, tint: f32) -> (u32, u32, u32) {
    let paler = tint < 0.36;
    match (hue, paler) {
        (Hue::First, false) => (0x34507F, 0x8EA8D4, 0x192A4E),
        (Hue::First, true) => (0x6C84AE, 0xB3C3E0, 0x3A4F7A),
        (Hue::Second, false) => (0x8A4A2E, 0xCF9C80, 0x54240F),
        (Hue::Second, true) => (0xB98A6D, 0xE3C6B1, 0x7A4D33),
        (Hue::Both, _) => (0x4B7A6F, 0x9FC7BC, 0x22453E),
    }
}

fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

fn draw(shows: &Shows, frame: &mut Frame) {
    let mut pen = Pen::spanning(frame, WIDTH);
    let glass = if shows.look.high_contrast {
        Color::BLACK
    } else if shows.look.dark {
        rgb(0xDCEBE6)
    } else {
        rgb(0x3F5C57)
    };
    if !shows.look.high_contrast {
        shadow(&mut pen, shows.look);
        back_wall(&mut pen, shows.look, glass);
        behind(&mut pen, shows);
    }
    for (index, (&marble, &resting)) in shows.marbles.iter().zip(FRONT.iter()).enumerate() {
        if shows.lifted.is_none_or(|(lifted, _)| lifted != index) {
            grounded(&mut pen, shows.look, marble, resting);
        }
    }
    if let Some((index, rise)) = shows.lifted
        && let (Some(&marble), Some(&resting)) = (shows.marbles.get(index), FRONT.get(index))
    {
        rising(&mut pen, shows.look, marble, resting, rise);
    }
    front_wall(&mut pen, shows.look, glass);
}

fn tinted(color: Color, alpha: f32) -> Color {
    Color { a: alpha, ..color }
}

fn ellipse(centre: Point, radii: Vector, degrees: f32) -> Path {
    Path::new(|path| {
        path.ellipse(path::arc::Elliptical {
            center: centre,
            radii,
            rotation: degrees.to_radians().into(),
            start_angle: 0.0.into(),
            end_angle: std::f32::consts::TAU.into(),
        });
    })
}

fn shadow(pen: &mut Pen<'_>, look: Look) {
    let (color, faint) = if look.dark {
        (0x000000, 0.03)
    } else {
        (0x2A241A, 0.013)
    };
    for ring in 0..14 {
        let ring = ring as f32;
        let size = 1.0 - ring * 0.045;
        let shape = ellipse(p(166.0, 402.0), Vector::new(146.0 * size, 15.0 * size), 0.0);
        pen.fill(&shape, rgba(color, faint + ring * 0.0008));
    }
}

/// The glass from the left of the neck, around the base, to the right of the neck.
fn around(path: &mut path::Builder) {
    path.move_to(p(92.0, 58.0));
    path.line_to(p(92.0, 84.0));
    path.bezier_curve_to(p(92.0, 100.0), p(36.0, 108.0), p(36.0, 150.0));
    path.line_to(p(36.0, 352.0));
    path.bezier_curve_to(p(36.0, 384.0), p(52.0, 398.0), p(84.0, 400.0));
    path.bezier_curve_to(p(130.0, 404.0), p(190.0, 404.0), p(236.0, 400.0));
    path.bezier_curve_to(p(268.0, 398.0), p(284.0, 384.0), p(284.0, 352.0));
    path.line_to(p(284.0, 150.0));
    path.bezier_curve_to(p(284.0, 108.0), p(228.0, 100.0), p(228.0, 84.0));
    path.line_to(p(228.0, 58.0));
}

fn back_wall(pen: &mut Pen<'_>, look: Look, glass: Color) {
    let body = Path::new(|path| {
        around(path);
        path.bezier_curve_to(p(228.0, 70.0), p(92.0, 70.0), p(92.0, 58.0));
        path.close();
    });
    let middle = rgba(0xFFFFFF, if look.dark { 0.02 } else { 0.30 });
    let stops = [
        (0.0, tinted(glass, 0.20)),
        (0.10, tinted(glass, 0.05)),
        (0.5, middle),
        (0.90, tinted(glass, 0.06)),
        (1.0, tinted(glass, 0.24)),
    ];
    pen.fill(&body, shade(p(36.0, 0.0), p(284.0, 0.0), &stops));
    pen.line(
        &ellipse(p(160.0, 50.0), Vector::new(75.0, 12.5), 0.0),
        1.4,
        tinted(glass, 0.55),
    );
}

fn behind(pen: &mut Pen<'_>, shows: &Shows) {
    let count = shows.marbles.len() * 4 / 5;
    for (i, resting) in BACK.iter().take(count).enumerate() {
        // Its neighbours' colours, so the pile never shows a person who has put nothing in.
        let (_, _, dark) = colours(shows.marbles[i * 7 % shows.marbles.len()].hue, resting.tint);
        pen.dot(
            resting.at,
            resting.radius,
            rgba(dark, if shows.look.dark { 0.9 } else { 0.75 }),
        );
    }
}

fn grounded(pen: &mut Pen<'_>, look: Look, marble: Marble, resting: Resting) {
    if !look.high_contrast {
        pen.dot(
            resting.at + Vector::new(1.2, 2.0),
            resting.radius + 0.6,
            rgba(0x0A1412, 0.35),
        );
    }
    ball(pen, look, marble, resting);
}

/// A marble on its way out through the mouth.
fn rising(pen: &mut Pen<'_>, look: Look, marble: Marble, resting: Resting, rise: f32) {
    if rise >= 1.0 {
        return;
    }
    let mouth = p(160.0, -resting.radius * 1.4);
    // To the middle first, so that it passes through the neck and not through the shoulder.
    let across = (rise * 2.0).min(1.0);
    let x = resting.at.x + (mouth.x - resting.at.x) * across * across * (3.0 - 2.0 * across);
    let y = resting.at.y + (mouth.y - resting.at.y) * rise;
    ball(
        pen,
        look,
        marble,
        Resting {
            at: p(x, y),
            turn: resting.turn + 40.0 * rise,
            ..resting
        },
    );
}

fn ball(pen: &mut Pen<'_>, look: Look, marble: Marble, resting: Resting) {
    let Resting {
        at,
        radius: r,
        turn,
        tint,
    } = resting;
    let (base, light, _) = colours(marble.hue, if look.high_contrast { 1.0 } else { tint });
    pen.dot(at, r, rgb(base));
    if look.high_contrast {
        pen.line(&Path::circle(at, r - 0.5), 1.2, Color::BLACK);
    }

    let angle = turn.to_radians();
    let turned = |x: f32, y: f32| {
        at + Vector::new(
            x * angle.cos() - y * angle.sin(),
            x * angle.sin() + y * angle.cos(),
        ) * r
    };
    if look.high_contrast {
        let sign = owner(marble.hue, turned);
        pen.line(&sign, r * 0.16, Color::WHITE);
    } else {
        let ribbon = Path::new(|path| {
            path.move_to(turned(-0.72, 0.22));
            path.bezier_curve_to(
                turned(-0.30, -0.62),
                turned(0.25, 0.55),
                turned(0.74, -0.18),
            );
            path.bezier_curve_to(
                turned(0.34, 0.86),
                turned(-0.34, -0.10),
                turned(-0.72, 0.22),
            );
            path.close();
        });
        pen.fill(&ribbon, rgba(light, 0.45));
    }
    if marble.gold_line {
        let line = Path::new(|path| {
            path.move_to(turned(-0.90, -0.36));
            path.bezier_curve_to(
                turned(-0.50, -0.10),
                turned(-0.20, -0.34),
                turned(0.02, -0.12),
            );
            path.bezier_curve_to(turned(0.30, 0.14), turned(0.55, -0.10), turned(0.94, 0.08));
        });
        pen.line(&line, r * 0.15, rgb(0xEBD08A));
    }
    if look.high_contrast {
        return;
    }

    let rounding = [
        (0.0, rgba(0xFFFFFF, 0.26)),
        (0.42, rgba(0xFFFFFF, 0.0)),
        (0.58, rgba(0, 0.0)),
        (1.0, rgba(0, 0.46)),
    ];
    pen.dot(
        at,
        r,
        shade(at - Vector::new(r, r), at + Vector::new(r, r), &rounding),
    );
    let glint = ellipse(
        at - Vector::new(r * 0.34, r * 0.42),
        Vector::new(r * 0.22, r * 0.13),
        -36.0,
    );
    pen.fill(&glint, rgba(0xFFFFFF, 0.62));
    let returned = Path::new(|path| {
        path.arc(path::Arc {
            center: at,
            radius: r * 0.8,
            start_angle: 26_f32.to_radians().into(),
            end_angle: 116_f32.to_radians().into(),
        });
    });
    pen.line(&returned, r * 0.10, rgba(0xFFFFFF, 0.30));
}

/// Whose marble it is without its colour: the solid line of the first person, the broken one of the second, or a ring.
fn owner(hue: Hue, turned: impl Fn(f32, f32) -> Point) -> Path {
    let lower = 0.34;
    Path::new(|path| match hue {
        Hue::First => {
            path.move_to(turned(-0.52, lower));
            path.line_to(turned(0.52, lower));
        }
        Hue::Second => {
            for (from, to) in [(-0.56, -0.22), (0.22, 0.56)] {
                path.move_to(turned(from, lower));
                path.line_to(turned(to, lower));
            }
        }
        Hue::Both => {
            for step in 0..=24 {
                let (sin, cos) = (step as f32 / 24.0 * std::f32::consts::TAU).sin_cos();
                let at = turned(0.30 * cos, lower + 0.30 * sin);
                if step == 0 {
                    path.move_to(at);
                } else {
                    path.line_to(at);
                }
            }
        }
    })
}

fn front_wall(pen: &mut Pen<'_>, look: Look, glass: Color) {
    // On the home screen the jar is a quarter of its size; thinner than this the glass would vanish.
    let at_least = |width: f32, scale: f32| width.max(0.9 / scale);
    let scale = pen.scale();
    let strong = if look.high_contrast { 1.0 } else { 0.85 };
    let heavy = if look.high_contrast { 2.4 } else { 1.8 };
    pen.line(
        &Path::new(around),
        at_least(heavy, scale),
        tinted(glass, strong),
    );

    let lip = Path::new(|path| {
        path.move_to(p(85.0, 50.0));
        path.bezier_curve_to(p(85.0, 60.0), p(90.0, 63.0), p(92.0, 64.0));
        path.bezier_curve_to(p(130.0, 74.0), p(190.0, 74.0), p(228.0, 64.0));
        path.bezier_curve_to(p(230.0, 63.0), p(235.0, 60.0), p(235.0, 50.0));
        path.bezier_curve_to(p(235.0, 43.0), p(201.0, 37.5), p(160.0, 37.5));
        path.bezier_curve_to(p(119.0, 37.5), p(85.0, 43.0), p(85.0, 50.0));
        path.close();
    });
    if !look.high_contrast {
        pen.fill(&lip, tinted(glass, 0.10));
    }
    pen.line(&lip, at_least(heavy - 0.2, scale), tinted(glass, strong));
    if look.high_contrast {
        return;
    }

    let base = Path::new(|path| {
        path.move_to(p(44.0, 352.0));
        path.bezier_curve_to(p(44.0, 378.0), p(58.0, 391.0), p(86.0, 392.0));
        path.bezier_curve_to(p(130.0, 396.0), p(190.0, 396.0), p(234.0, 392.0));
        path.bezier_curve_to(p(262.0, 391.0), p(276.0, 378.0), p(276.0, 352.0));
    });
    pen.line(&base, 1.2, tinted(glass, 0.28));
    let neck = Path::new(|path| {
        path.move_to(p(92.0, 84.0));
        path.bezier_curve_to(p(120.0, 92.0), p(200.0, 92.0), p(228.0, 84.0));
    });
    pen.line(&neck, 1.2, tinted(glass, 0.4));

    let window = Path::new(|path| {
        path.move_to(p(54.0, 168.0));
        path.bezier_curve_to(p(54.0, 146.0), p(72.0, 134.0), p(84.0, 126.0));
        path.line_to(p(92.0, 128.0));
        path.bezier_curve_to(p(80.0, 140.0), p(66.0, 150.0), p(66.0, 174.0));
        path.line_to(p(64.0, 330.0));
        path.bezier_curve_to(p(60.0, 330.0), p(54.0, 322.0), p(54.0, 312.0));
        path.close();
    });
    pen.fill(&window, rgba(0xFFFFFF, if look.dark { 0.10 } else { 0.42 }));
    let sliver = Path::new(|path| {
        path.move_to(p(262.0, 176.0));
        path.line_to(p(266.0, 176.0));
        path.line_to(p(266.0, 300.0));
        path.line_to(p(262.0, 296.0));
        path.close();
    });
    pen.fill(&sliver, rgba(0xFFFFFF, if look.dark { 0.08 } else { 0.35 }));
}
