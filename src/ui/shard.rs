//! The backdrops of the threshold screens: shards of glaze joined by gold, drawn anew for every window.
//!
//! The renderer lays every canvas of a layer above every box of it, so a backdrop belongs at the bottom of a
//! `stack!`, whose upper children have layers of their own.

mod course;

use self::course::{BEYOND, Courses, Fit, Seams};
use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::geometry::{self, Random, STEP, Width};
use super::seam::{Gold, Ground, nearest};
use super::theme::threshold;
use iced::widget::canvas::{Fill, Frame};
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Vector};

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

/// How high the band is that takes the place of the shards in a narrow window.
pub const BAND: f32 = 120.0;

/// The two colours of a shard, from its upper left to its lower right.
type Tone = (Color, Color);
const UPPER: Tone = threshold::UPPER;
const ASIDE: Tone = (rgb(0x234B44), rgb(0x1D423C));
const LOWER: Tone = threshold::LOWER;
const DEEP: Tone = (rgb(0x132F2B), rgb(0x0B1D1A));

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
        net(&mut pen, &courses, &seams.main, window);
    }

    let edge_of_paper = arrangement != Arrangement::HandOver;
    let body = match courses.fit {
        Fit::Narrow => 6.4,
        // On the largest windows the seam keeps its weight against the shards.
        Fit::Compact | Fit::Wide => 9.5 * (size.width / 1920.0).clamp(1.0, 1.35),
    };
    join(&mut pen, look, &seams, edge_of_paper, body);
}

/// The crackle of the glaze, faint enough to be read across.
fn net(pen: &mut Pen<'_>, courses: &Courses, main: &[Point], window: Rectangle) {
    let (Some(near), Some(far)) = (
        main.iter().copied().reduce(least),
        main.iter().copied().reduce(most),
    ) else {
        return;
    };
    // Only close to the edge of the paper is it worth asking on which side of the seam a hair lies.
    let glazed = |at: Point| match (courses.arrangement, courses.fit) {
        (Arrangement::HandOver, _) => true,
        (_, Fit::Narrow) if at.y <= near.y || at.y >= far.y => at.y <= near.y,
        (_, Fit::Narrow) => !geometry::inside(&below(main, window), at),
        _ if at.x <= near.x || at.x >= far.x => at.x <= near.x,
        _ => {
            let left = [Point::new(-BEYOND, far.y), Point::new(-BEYOND, near.y)];
            let shape: Vec<Point> = main.iter().copied().chain(left).collect();
            geometry::inside(&shape, at)
        }
    };
    let cells = (window.width * window.height / 6_400.0) as usize;
    for row in geometry::crackle(window, cells.clamp(8, 700), 5, glazed) {
        pen.line(&row, 0.8, rgba(0xDFF2EA, 0.038));
    }
}

/// The gold along every seam, the main one last so that the others run into it.
fn join(pen: &mut Pen<'_>, look: Look, seams: &Seams, edge_of_paper: bool, body: f32) {
    let touching = |end: Option<&Point>| {
        let end = *end?;
        let index = nearest(&seams.main, end);
        (seams.main[index].distance(end) < STEP).then_some(index as f32 * STEP)
    };
    let pools: Vec<f32> = [seams.branch.last(), seams.second.first()]
        .into_iter()
        .filter_map(touching)
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
        let part =
            |junction: Option<&Point>, none: usize| junction.map_or(none, |&at| nearest(main, at));
        let (split, deep_from) = (
            part(seams.branch.last(), 0),
            part(seams.second.first(), main.len() - 1),
        );

        let mut right_of = main[split..].to_vec();
        right_of.push(corner(right, top));
        if seams.branch.is_empty() {
            right_of.push(corner(left, top));
        }
        right_of.extend(&seams.branch);
        let mut aside = seams.branch.clone();
        aside.extend(main[..=split].iter().rev());
        aside.push(corner(left, top));

        let mut under = main[..=deep_from].to_vec();
        under.extend(&seams.second);
        if seams.second.is_empty() {
            under.push(corner(right, bottom));
        }
        under.push(corner(left, bottom));
        let mut deep = seams.second.clone();
        deep.push(corner(right, bottom));
        deep.extend(main[deep_from..].iter().rev());

        let upper = vec![(right_of, UPPER), (aside, ASIDE)];
        let lower = vec![(under, LOWER), (deep, DEEP)];
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
    let light = shade(from, to, &[(0.0, tone.0), (1.0, tone.1)]);
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
