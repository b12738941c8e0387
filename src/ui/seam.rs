//! Gold: the seam that stands for repair, and the crack that waits for it.

mod flow;

pub use flow::flowing;

use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::geometry::{self, Random, Width};
use iced::widget::canvas::{Frame, Path, gradient};
use iced::{Color, Element, Length, Point, Renderer, Vector};

/// The space between two nodes of [`rail`] where the caller has no reason for another, in px.
pub const RAIL_SPACING: f32 = 68.0;
/// The same where there are many: room for a title of two lines.
pub const RAIL_SPACING_CLOSE: f32 = 52.0;
/// How wide [`rail`] is; its nodes stand in the middle.
pub const RAIL_WIDTH: f32 = 24.0;
/// How far the first node of [`rail`] stands below its top, and the last above its bottom.
pub const RAIL_INSET: f32 = 12.0;
/// How high [`path_line`] is; its nodes stand in the middle.
pub const PATH_LINE_HEIGHT: f32 = 24.0;
/// How high [`rule`] is, shade and sway included.
pub const RULE_HEIGHT: f32 = 14.0;

/// Where a page or a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeState {
    Done,
    Current,
    Later,
}

/// What lies under a seam; it decides how gold and crack keep apart from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Ground {
    Glaze,
    Paper,
}

/// A horizontal line of gold that stands above a repair. Fills the width it is given.
pub fn rule<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    seed: u32,
) -> Element<'a, Message, Theme, Renderer> {
    Picture::new((look, seed), |&(look, seed), frame| {
        gold_rule(look, seed, frame.width(), frame);
    })
    .element(Length::Fill, RULE_HEIGHT)
}

/// The course of a [`rule`] and, of that, the two ends.
fn rule_line(seed: u32, width: f32) -> (Vec<Point>, Point, Point) {
    let middle = RULE_HEIGHT / 2.0;
    let mut random = Random::new(seed);
    let turns = (width / 64.0).ceil().clamp(2.0, 24.0) as usize;
    let points: Vec<Point> = (0..=turns)
        .map(|i| {
            let sway = if i == 0 || i == turns {
                0.0
            } else {
                random.between(-2.6, 2.6)
            };
            Point::new(width * i as f32 / turns as f32, middle + sway)
        })
        .collect();
    let line = geometry::crack(&points, seed, 0.04, 26.0);
    (line, points[0], points[turns])
}

fn gold_rule(look: Look, seed: u32, width: f32, frame: &mut Frame) {
    let (line, first, last) = rule_line(seed, width);
    let gold = Gold::new(look, Ground::Paper, 4.0, seed + 1)
        .tapering(10.0, 10.0)
        .sweep(first, last);
    gold.draw(&mut Pen::plain(frame), &line);
}

/// The pages of a step as a vertical line: gold as far as they are done, a crack for those still to come.
///
/// Node `i` stands `RAIL_INSET + i * spacing` below the top; the labels beside it are the caller's.
pub fn rail<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    nodes: &[NodeState],
    spacing: f32,
    seed: u32,
) -> Element<'a, Message, Theme, Renderer> {
    let height = RAIL_INSET * 2.0 + spacing * nodes.len().saturating_sub(1) as f32;
    Picture::new(
        (look, nodes.to_vec(), spacing, seed),
        |(look, nodes, spacing, seed), frame| {
            let along: Vec<Point> = (0..nodes.len())
                .map(|i| Point::new(RAIL_WIDTH / 2.0, RAIL_INSET + spacing * i as f32))
                .collect();
            beads(
                &mut Pen::plain(frame),
                *look,
                &along,
                &along,
                nodes,
                Vector::new(1.0, 0.0),
                *seed,
            );
        },
    )
    .element(RAIL_WIDTH, height)
}

/// The ten steps, or any number of them, as a horizontal line. Fills the width it is given; node `i` of `n` stands at
/// [`path_line_node`].
pub fn path_line<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    nodes: &[NodeState],
    seed: u32,
) -> Element<'a, Message, Theme, Renderer> {
    Picture::new(
        (look, nodes.to_vec(), seed),
        |(look, nodes, seed), frame| {
            let (width, middle) = (frame.width(), PATH_LINE_HEIGHT / 2.0);
            let stops: Vec<Point> = (0..nodes.len())
                .map(|i| Point::new(path_line_node(i, nodes.len(), width), middle))
                .collect();
            let mut along = stops.clone();
            along.insert(0, Point::new(1.0, middle + 1.5));
            along.push(Point::new(width - 1.0, middle - 1.5));
            beads(
                &mut Pen::plain(frame),
                *look,
                &along,
                &stops,
                nodes,
                Vector::new(0.0, 1.0),
                *seed,
            );
        },
    )
    .element(Length::Fill, PATH_LINE_HEIGHT)
}

/// How far from the left the node `index` of `count` stands on a [`path_line`] of `width`.
#[must_use]
pub fn path_line_node(index: usize, count: usize, width: f32) -> f32 {
    const ENDS: f32 = 14.0;
    let gaps = count.saturating_sub(1).max(1) as f32;
    ENDS + (width - 2.0 * ENDS).max(0.0) * index as f32 / gaps
}

/// A line through `along` with a node at each of `stops`, gold up to the first node that is not done.
fn beads(
    pen: &mut Pen<'_>,
    look: Look,
    along: &[Point],
    stops: &[Point],
    nodes: &[NodeState],
    sideways: Vector,
    seed: u32,
) {
    let (Some(&first), Some(&last)) = (along.first(), along.last()) else {
        return;
    };
    let mut random = Random::new(seed);
    let mut swaying = vec![first];
    for pair in along.windows(2) {
        // Unequal bends between two nodes; at the nodes themselves the line is where its label expects it.
        if pair[0].distance(pair[1]) > 24.0 {
            for at in [0.3, 0.68] {
                let bend = sideways * random.between(-3.4, 3.4);
                swaying.push(geometry::mix(pair[0], pair[1], at) + bend);
            }
        }
        swaying.push(pair[1]);
    }
    let line = geometry::crack(&swaying, seed, 0.05, 20.0);

    let reached = nodes
        .iter()
        .take_while(|&&node| node == NodeState::Done)
        .count();
    let split = match reached {
        0 => 0,
        n if n == nodes.len() => line.len() - 1,
        n => nearest(&line, stops[n]),
    };
    if split + 1 < line.len() {
        crack(pen, look, Ground::Paper, &line[split..]);
    }
    if split > 1 {
        let gold = Gold::new(look, Ground::Paper, 5.2, seed + 1)
            .tapering(5.0, 7.0)
            .sweep(first, last);
        gold.draw(pen, &line[..=split]);
    }
    for (&stop, &state) in stops.iter().zip(nodes) {
        node(pen, look, Ground::Paper, stop, state);
    }
}

/// The index of the point of `line` that lies nearest to `to`.
pub(crate) fn nearest(line: &[Point], to: Point) -> usize {
    (0..line.len())
        .min_by(|&a, &b| line[a].distance(to).total_cmp(&line[b].distance(to)))
        .unwrap_or(0)
}

/// A node on a seam: a dot of gold, a ring where one is now, a hollow dot for what can wait.
pub(crate) fn node(pen: &mut Pen<'_>, look: Look, ground: Ground, at: Point, state: NodeState) {
    match (ground, state) {
        (Ground::Glaze, NodeState::Done) => {
            pen.dot(
                at,
                5.4,
                rgb(if look.high_contrast {
                    0x000000
                } else {
                    0x6B4E14
                }),
            );
            pen.dot(at, 4.6, rgb(0xF0DCA0));
        }
        (Ground::Glaze, NodeState::Current) => {
            let gold = rgb(0xEBD08A);
            pen.dot(at, 10.5, gold);
            pen.dot(
                at,
                8.5,
                rgb(if look.high_contrast {
                    0x001512
                } else {
                    0x12302C
                }),
            );
            pen.dot(at, 3.6, gold);
        }
        (Ground::Glaze, NodeState::Later) => {
            let edge = if look.high_contrast {
                Color::WHITE
            } else {
                rgba(0xB9CFC8, 0.9)
            };
            pen.dot(at, 4.0, edge);
            pen.dot(
                at,
                2.8,
                rgb(if look.high_contrast {
                    0x00211E
                } else {
                    0x173C38
                }),
            );
        }
        (Ground::Paper, _) => {
            let (ring, dot, paper, quiet) = if look.high_contrast {
                (rgb(0x6B4B00), rgb(0x6B4B00), Color::WHITE, Color::BLACK)
            } else if look.dark {
                (rgb(0xD9B35A), rgb(0xF0DCA0), rgb(0x171D1C), rgb(0x8C928D))
            } else {
                (rgb(0x96701F), rgb(0xF0DCA0), rgb(0xF8F7F3), rgb(0x7A766B))
            };
            match state {
                // A dot within dark gold would not be told from it; the whole bead stands out instead.
                NodeState::Done if look.high_contrast => pen.dot(at, 6.2, ring),
                NodeState::Done => {
                    pen.dot(at, 5.2, rgb(0x6B4E14));
                    pen.dot(at, 4.0, dot);
                }
                NodeState::Current => {
                    pen.dot(at, 9.5, ring);
                    pen.dot(at, 7.5, paper);
                    pen.dot(at, 4.0, ring);
                }
                NodeState::Later => {
                    pen.dot(at, 5.0, quiet);
                    pen.dot(at, 3.6, paper);
                }
            }
        }
    }
}

/// A break nobody has filled yet.
pub(crate) fn crack(pen: &mut Pen<'_>, look: Look, ground: Ground, line: &[Point]) {
    let path = geometry::open(line);
    match ground {
        Ground::Glaze if look.high_contrast => pen.line(&path, 1.6, rgb(0xBFDCD3)),
        Ground::Glaze => {
            pen.shifted(Vector::new(0.9, 1.1), |pen| {
                pen.line(&path, 1.4, rgba(0xD5E8E1, 0.42))
            });
            pen.line(&path, 1.4, rgba(0x061210, 0.95));
        }
        Ground::Paper if look.high_contrast => pen.line(&path, 1.6, Color::BLACK),
        Ground::Paper => pen.line(&path, 1.3, rgb(if look.dark { 0x8C928D } else { 0x7A766B })),
    }
}

/// How one seam of gold is laid.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gold<'a> {
    look: Look,
    ground: Ground,
    seed: u32,
    width: Width<'a>,
    sweep: Option<(Point, Point)>,
    inside: Option<&'a [Point]>,
    highlight: f32,
    shade: f32,
}

impl<'a> Gold<'a> {
    pub(crate) fn new(look: Look, ground: Ground, body: f32, seed: u32) -> Self {
        Self {
            look,
            ground,
            seed,
            width: Width {
                body,
                ..Width::default()
            },
            sweep: None,
            inside: None,
            highlight: 0.85,
            shade: if ground == Ground::Glaze { 0.45 } else { 0.30 },
        }
    }

    /// Distances along the line where other seams join and gold has gathered.
    pub(crate) fn gathering(mut self, pools: &'a [f32]) -> Self {
        self.width.pools = pools;
        self
    }

    pub(crate) fn tapering(mut self, start: f32, end: f32) -> Self {
        self.width.taper = (start, end);
        self
    }

    /// The two points between which the light on the gold runs through its course.
    pub(crate) fn sweep(mut self, from: Point, to: Point) -> Self {
        self.sweep = Some((from, to));
        self
    }

    /// Nothing is drawn outside this convex shape.
    pub(crate) fn inside(mut self, shape: &'a [Point]) -> Self {
        self.inside = Some(shape);
        self
    }

    pub(crate) fn highlight(mut self, strength: f32) -> Self {
        self.highlight = strength;
        self
    }

    /// Lays the gold along `line`: a shade under it, the body, and light broken along its upper left.
    pub(crate) fn draw(self, pen: &mut Pen<'_>, line: &[Point]) {
        let (Some(&first), Some(&last)) = (line.first(), line.last()) else {
            return;
        };
        if line.len() < 2 {
            return;
        }
        let mut random = Random::new(self.seed);
        let halves = geometry::half_widths(line, self.width, &mut random);
        let w = self.width.body;

        if self.look.high_contrast {
            let flat = match self.ground {
                Ground::Glaze => {
                    pen.fill(
                        &self.outline(line, &halves, 1.0, Vector::ZERO),
                        Color::BLACK,
                    );
                    0xE3BF66
                }
                Ground::Paper => 0x6B4B00,
            };
            pen.fill(&self.outline(line, &halves, 0.0, Vector::ZERO), rgb(flat));
            return;
        }

        let below = Vector::new(w * 0.09, w * 0.13);
        pen.fill(
            &self.outline(line, &halves, 0.9, below),
            rgba(0x3A2A08, self.shade),
        );
        let (from, to) = self.sweep.unwrap_or((first, last));
        pen.fill(
            &self.outline(line, &halves, 0.0, Vector::ZERO),
            body(from, to),
        );
        self.light(pen, line, &halves, &mut random);
    }

    fn outline(&self, line: &[Point], halves: &[f32], grow: f32, by: Vector) -> Path {
        let mut shape = geometry::ribbon(line, halves, grow);
        for point in &mut shape {
            *point += by;
        }
        match self.inside {
            Some(edge) => geometry::closed(&geometry::cut(&shape, edge)),
            None => geometry::closed(&shape),
        }
    }

    fn light(&self, pen: &mut Pen<'_>, line: &[Point], halves: &[f32], random: &mut Random) {
        let ridge: Vec<Point> = geometry::normals(line)
            .into_iter()
            .zip(line.iter().zip(halves))
            .map(|(n, (&p, &half))| {
                let facing = (n.x + n.y) * std::f32::consts::FRAC_1_SQRT_2;
                p - n * (facing * half * 0.56)
            })
            .collect();
        let mut i = 2;
        while i + 4 < ridge.len() {
            let n = random.between(7.0, 34.0) as usize;
            let glint = &ridge[i..(i + n).min(ridge.len() - 1)];
            let (alpha, thick) = (random.between(0.25, 0.75), random.between(0.07, 0.13));
            if glint.len() > 2 {
                let width = (self.width.body * thick).max(0.45);
                pen.line(
                    &geometry::open(glint),
                    width,
                    rgba(0xFFF6DA, self.highlight * alpha),
                );
            }
            i += n + random.between(2.0, 26.0) as usize;
        }
    }
}

/// The light along a seam of gold.
fn body(from: Point, to: Point) -> gradient::Linear {
    const STOPS: [(f32, Color); 8] = [
        (0.0, rgb(0x8F6A1C)),
        (0.16, rgb(0xC79B40)),
        (0.30, rgb(0xEBD08A)),
        (0.44, rgb(0xB98B30)),
        (0.60, rgb(0xD9B35A)),
        (0.74, rgb(0xF3E2AC)),
        (0.87, rgb(0xBE9136)),
        (1.0, rgb(0x8B6618)),
    ];
    shade(from, to, &STOPS)
}
