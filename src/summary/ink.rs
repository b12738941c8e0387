//! What a laid-out page consists of: text runs and shapes at fixed places, and the structure a screen reader walks.

use super::fonts::Run;
use crate::domain::settings::Paper;

pub(super) type Rgb = [u8; 3];

/// #1E2624
pub(super) const INK: Rgb = [0x1e, 0x26, 0x24];
/// #474C48
pub(super) const SOFT: Rgb = [0x47, 0x4c, 0x48];
/// Hairlines between rows.
pub(super) const RULE: Rgb = [0xc2, 0xbf, 0xb6];
pub(super) const WHITE: Rgb = [0xff; 3];

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Cubic([f32; 6]),
    Close,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Path(pub(super) Vec<Step>);

/// How far the handles of a cubic stand off so that four of them make a circle.
const ROUND: f32 = 0.552_284_8;

impl Path {
    pub(super) fn rect(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self::rounded(x, y, w, h, 0.0)
    }

    pub(super) fn rounded(x: f32, y: f32, w: f32, h: f32, r: f32) -> Self {
        use Step::{Close, Cubic, Line, Move};
        if r <= 0.0 {
            return Self(vec![
                Move(x, y),
                Line(x + w, y),
                Line(x + w, y + h),
                Line(x, y + h),
                Close,
            ]);
        }
        let (x2, y2, k) = (x + w, y + h, r * (1.0 - ROUND));
        Self(vec![
            Move(x + r, y),
            Line(x2 - r, y),
            Cubic([x2 - k, y, x2, y + k, x2, y + r]),
            Line(x2, y2 - r),
            Cubic([x2, y2 - k, x2 - k, y2, x2 - r, y2]),
            Line(x + r, y2),
            Cubic([x + k, y2, x, y2 - k, x, y2 - r]),
            Line(x, y + r),
            Cubic([x, y + k, x + k, y, x + r, y]),
            Close,
        ])
    }

    pub(super) fn circle(x: f32, y: f32, r: f32) -> Self {
        Self::rounded(x - r, y - r, 2.0 * r, 2.0 * r, r)
    }

    pub(super) fn lines(points: impl IntoIterator<Item = (f32, f32)>, close: bool) -> Self {
        let mut steps: Vec<Step> = points.into_iter().map(|(x, y)| Step::Line(x, y)).collect();
        if let Some(Step::Line(x, y)) = steps.first().copied() {
            steps[0] = Step::Move(x, y);
            if close {
                steps.push(Step::Close);
            }
        }
        Self(steps)
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Paint {
    Flat(Rgb, f32),
    /// The seam's gradient, from one x to another.
    Gold(f32, f32),
}

#[derive(Debug, Clone)]
pub(super) enum Ink {
    Fill(Path, Paint),
    Stroke {
        path: Path,
        colour: Rgb,
        alpha: f32,
        width: f32,
    },
    /// `y` is the baseline.
    Text {
        x: f32,
        y: f32,
        run: Run,
    },
}

impl Ink {
    pub(super) fn rule(x: f32, y: f32, width: f32, colour: Rgb) -> Self {
        Self::Fill(Path::rect(x, y, width, 1.0), Paint::Flat(colour, 1.0))
    }
}

/// Something drawn, and what it is to a reader who does not see it.
#[derive(Debug, Clone)]
pub(super) struct Marked {
    pub(super) role: Role,
    pub(super) ink: Vec<Ink>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Belongs to this leaf of the structure.
    Leaf(usize),
    Decoration,
    Header,
    Footer,
    PageNumber,
}

/// One page with everything in its place, in CSS pixels.
#[derive(Debug, Clone, Default)]
pub(super) struct PlacedPage {
    pub(super) marks: Vec<Marked>,
}

#[derive(Debug, Clone)]
pub(super) enum Node {
    Branch(Kind, Vec<Node>),
    Leaf(usize),
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// Level and words.
    Heading(u16, String),
    Paragraph,
    Section,
    List,
    Item,
    Label,
    Body,
    Quote,
    /// With the words that stand for it.
    Figure(String),
}

/// A whole document, laid out.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) paper: Paper,
    pub(super) pages: Vec<PlacedPage>,
    pub(super) nodes: Vec<Node>,
    pub(super) leaves: usize,
    /// Section labels with the page (from 0) and height they stand at.
    pub(super) outline: Vec<(String, usize, f32)>,
    /// Some character has no glyph in any font at hand.
    pub(super) missing: bool,
}
