//! The seam between two people who talk: a crack from one end of the window to the other, gold as far as they have come.

use super::{Gold, Ground, NodeState, crack, nearest, node};
use crate::ui::art::{Look, Pen, Picture, rgb};
use crate::ui::geometry::{self, Random};
use crate::ui::theme::Theme;
use crate::ui::{Element, Fill, Renderer, flow};
use iced::widget::canvas::Frame;
use iced::{Color, Length, Point, Rectangle, Size, Vector};

/// How high the seam is where it runs across.
pub const ACROSS: f32 = 44.0;
/// How wide the gold is where it runs down, and where it runs across.
const BROAD: f32 = 9.5;
const SLIM: f32 = 6.4;
/// Between stops that are nearer to each other the line bends less.
const FAR: f32 = 100.0;
/// Room for a node at either end of the seam that runs across.
const ENDS: f32 = 18.0;

/// Which way the seam runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the top to the bottom, between a left and a right half.
    Down,
    /// From the left to the right, between an upper and a lower half.
    Across,
    /// The same from the right to the left.
    AcrossFromRight,
}

/// How far a talk has come: its parts are nodes at equal distances, each in the middle of its share of the seam.
#[derive(Debug, Clone, PartialEq)]
pub struct Talk {
    look: Look,
    /// What lies left of the seam or above it, and on its other side.
    sides: (Color, Color),
    way: Way,
    parts: usize,
    at: usize,
    reached: usize,
    seed: u32,
}

impl Talk {
    /// A talk of so many parts, where it is now, and how far it has been: gold that was laid stays. Past the last part the
    /// whole seam is gold.
    #[must_use]
    pub fn new(
        theme: &Theme,
        way: Way,
        parts: usize,
        (at, reached): (usize, usize),
        seed: u32,
    ) -> Self {
        let tokens = theme.tokens();
        Self {
            look: theme.into(),
            sides: (tokens.ground, tokens.sheet),
            way,
            parts,
            at,
            reached: reached.max(at),
            seed,
        }
    }

    fn space(&self) -> (Length, Length) {
        match self.way {
            Way::Down => (Fill, Fill),
            Way::Across | Way::AcrossFromRight => (Fill, ACROSS.into()),
        }
    }

    /// The seam at rest, with both its sides.
    pub fn element<'a, M: Clone + 'a>(self) -> Element<'a, M> {
        let (width, height) = self.space();
        Picture::new(self, |talk, frame| talk.draw(1.0, frame)).element(width, height)
    }

    /// The seam while gold flows to the part that was just reached. `arrived` is published once when it is there: show
    /// [`Talk::element`] then, which draws no more frames.
    pub fn flowing<'a, M: Clone + 'a>(self, arrived: M) -> Element<'a, M> {
        let space = self.space();
        let draw = move |reach: f32, renderer: &Renderer, bounds: Rectangle| {
            let mut frame = Frame::new(renderer, bounds.size());
            self.draw(reach, &mut frame);
            vec![frame.into_geometry()]
        };
        flow::flowing(draw, space, arrived)
    }

    fn stops(&self, size: Size) -> Vec<Point> {
        let share = |i: usize| (i as f32 + 0.5) / self.parts.max(1) as f32;
        let across = |share: f32| ENDS + (size.width - 2.0 * ENDS).max(0.0) * share;
        let stop = |i: usize| match self.way {
            Way::Down => Point::new(size.width / 2.0, size.height * share(i)),
            Way::Across => Point::new(across(share(i)), size.height / 2.0),
            Way::AcrossFromRight => Point::new(size.width - across(share(i)), size.height / 2.0),
        };
        (0..self.parts).map(stop).collect()
    }

    /// From edge to edge through every stop, with unequal bends between.
    fn line(&self, size: Size, stops: &[Point]) -> Vec<Point> {
        let (first, last, sideways, sway) = match self.way {
            Way::Down => (
                Point::new(size.width / 2.0 + 4.0, 0.0),
                Point::new(size.width / 2.0 - 2.0, size.height),
                Vector::new(1.0, 0.0),
                11.0,
            ),
            Way::Across | Way::AcrossFromRight => {
                let left = Point::new(0.0, size.height / 2.0 + 2.0);
                let right = Point::new(size.width, size.height / 2.0 - 3.0);
                let (first, last) = match self.way {
                    Way::AcrossFromRight => (right, left),
                    Way::Across | Way::Down => (left, right),
                };
                (first, last, Vector::new(0.0, 1.0), 7.0)
            }
        };
        let mut random = Random::new(self.seed);
        let mut along = vec![first];
        let ends = [last];
        let mut from = first;
        for (i, &to) in stops.iter().chain(&ends).enumerate() {
            // To one side of the straight line and to the other in turn: one long bend and a short one.
            let side = if i % 2 == 0 { -1.0 } else { 1.0 };
            if from.distance(to) > 24.0 {
                for (at, side) in [(random.between(0.26, 0.4), side), (0.72, -side * 0.5)] {
                    let sway = sway * (from.distance(to) / FAR).min(1.0);
                    let bend = sideways * (side * random.between(0.55, 1.0) * sway);
                    along.push(geometry::mix(from, to, at) + bend);
                }
            }
            along.push(to);
            from = to;
        }
        geometry::crack(&along, self.seed, 0.05, 22.0)
    }

    fn draw(&self, reach: f32, frame: &mut Frame) {
        let size = frame.size();
        let stops = self.stops(size);
        let line = self.line(size, &stops);
        let (Some(&first), Some(&last)) = (line.first(), line.last()) else {
            return;
        };
        let pen = &mut Pen::plain(frame);
        self.halves(pen, size, &line);
        // The index on the line up to which the gold comes for a part.
        let end = |part: Option<usize>| match part.map(|part| stops.get(part)) {
            Some(Some(&stop)) => nearest(&line, stop),
            Some(None) => line.len() - 1,
            None => 0,
        };
        let to = end(Some(self.reached));
        let from = end(self.reached.checked_sub(1)).min(to);
        let split = from + ((to - from) as f32 * reach) as usize;
        if let Some(waits) = line.get(split..).filter(|waits| waits.len() > 1) {
            crack(pen, self.look, Ground::Paper, waits);
        }
        if let Some(laid) = line.get(..=split).filter(|laid| laid.len() > 2) {
            let (body, end) = match self.way {
                Way::Down => (BROAD, 7.0),
                Way::Across | Way::AcrossFromRight => (SLIM, 6.0),
            };
            Gold::new(self.look, Ground::Paper, body, self.seed + 1)
                .tapering(0.5, end)
                .sweep(first, last)
                .draw(pen, laid);
        }
        for (part, &stop) in stops.iter().enumerate() {
            if part == self.at && !self.look.high_contrast {
                // The bead of the present part is set off from the gold that runs into it.
                pen.dot(
                    stop,
                    11.0,
                    rgb(if self.look.dark { 0x171D1C } else { 0xF8F7F3 }),
                );
            }
            node(pen, self.look, Ground::Paper, stop, self.state(part));
        }
    }

    fn state(&self, part: usize) -> NodeState {
        if part == self.at {
            NodeState::Current
        } else if part < self.reached {
            NodeState::Done
        } else {
            NodeState::Later
        }
    }

    fn halves(&self, pen: &mut Pen<'_>, size: Size, line: &[Point]) {
        let (first, second) = self.sides;
        // One half over the other would show as a hairline where the edge falls within a dot of the screen: the second is only
        // laid from where the seam may be.
        let from = match self.way {
            Way::Down => Point::new(lowest(line, |p| p.x), 0.0),
            Way::Across | Way::AcrossFromRight => Point::new(0.0, lowest(line, |p| p.y)),
        };
        let rest = Size::new(size.width - from.x, size.height - from.y);
        let rest = geometry::corners(Rectangle::new(from, rest));
        pen.fill(&geometry::closed(&rest), second);
        if first == second {
            return;
        }
        // From the end of the seam back to where it began, round the first half.
        let [top_left, top_right, _, bottom_left] = geometry::corners(Rectangle::with_size(size));
        let back = match self.way {
            Way::Down => [bottom_left, top_left],
            Way::Across => [top_right, top_left],
            Way::AcrossFromRight => [top_left, top_right],
        };
        let half: Vec<Point> = line.iter().copied().chain(back).collect();
        pen.fill(&geometry::closed(&half), first);
    }
}

fn lowest(line: &[Point], of: impl Fn(&Point) -> f32) -> f32 {
    line.iter().map(of).fold(f32::INFINITY, f32::min).max(0.0)
}
