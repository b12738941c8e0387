//! Lays a sheet out: where every run and rule stands, and which page it falls on.

use super::flow::{Flow, Strip};
use super::fonts::{Block, Face, Style, Typesetter};
use super::ink::{INK, Ink, Kind, Node, Paint, Path, Plan, Rgb, Role, SOFT, WHITE};
use super::rows::{self, Leaves};
use super::seam;
use super::sheet::{Mark, Name, Paper, Sheet, isolate};

pub(super) const TITLE: Style = Style::new(Face::Title, 38.0, 46.0, INK);
const DATES: Style = Style::new(Face::Read, 17.0, 26.0, SOFT);
pub(super) const READ: Style = Style::new(Face::Read, 15.0, 23.0, INK);
pub(super) const READ_ITALIC: Style = Style::new(Face::ReadItalic, 15.0, 23.0, INK);
pub(super) const SMALL: Style = Style::new(Face::Sans, 13.0, 20.0, SOFT);
pub(super) const LABEL: Style = Style::new(Face::SansSemibold, 13.0, 20.0, INK);
const LETTER: Style = Style::new(Face::SansBold, 11.0, 20.0, WHITE);

const INDIGO: Rgb = [0x2b, 0x44, 0x70];
const IRON: Rgb = [0x78, 0x36, 0x1b];

const MARGIN: f32 = 72.0;
/// From the top edge to the title's line.
const HEAD: f32 = 60.0;
/// From the bottom edge to the footer's last line.
const FOOT: f32 = 54.0;
/// The first page's words below the path line start under a rule; later pages start here.
const LATER_HEAD: f32 = 60.0;
/// Room to sign above the line.
const SIGNING: f32 = 52.0;
const GUTTER: f32 = 48.0;
const MARK: f32 = 20.0;

/// Where things may stand on this paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) paper: Paper,
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Frame {
    fn of(paper: Paper) -> Self {
        let (width, height) = paper.size();
        Self {
            paper,
            left: MARGIN,
            width: width - 2.0 * MARGIN,
            height,
        }
    }

    fn right(self) -> f32 {
        self.left + self.width
    }
}

pub(super) fn lay_out(sheet: &Sheet, paper: Paper, type_: &mut Typesetter) -> Plan {
    type_.begin(&sheet.language);
    let frame = Frame::of(paper);
    let mut leaves = Leaves::default();
    let mut nodes = Vec::new();

    let footer = type_.set_within(&sheet.footer, SMALL, frame.width - 132.0, 3);
    let footer_top = frame.height - FOOT - footer.height.max(SMALL.line);
    let close = Closing::new(sheet, frame, footer_top, type_);

    let mut flow = Flow::new(LATER_HEAD + SMALL.line + 12.0, footer_top - 22.0, close.top);
    head(sheet, frame, type_, &mut leaves, &mut nodes, &mut flow);

    let sections: Vec<_> = sheet
        .sections
        .iter()
        .map(|section| rows::section(section, frame, type_, &mut leaves))
        .filter(|section| !section.is_empty())
        .collect();
    let count = sections.len();
    let mut outline = Vec::new();
    for (i, section) in sections.into_iter().enumerate() {
        nodes.push(section.node);
        let at = flow.section(frame, section.label, section.rows, i + 1 == count);
        outline.push((section.words, at.0, at.1));
    }
    flow.make_room_to_close();
    close.draw(frame, &mut leaves, &mut nodes, &mut flow);
    running(
        sheet,
        frame,
        type_,
        &footer,
        footer_top,
        &mut leaves,
        &mut nodes,
        &mut flow,
    );

    Plan {
        size: (paper.size().0, paper.size().1),
        pages: flow.pages,
        nodes,
        leaves: leaves.count(),
        outline,
        missing: type_.missing(),
    }
}

/// Title, dates, names and the path line.
fn head(
    sheet: &Sheet,
    frame: Frame,
    type_: &mut Typesetter,
    leaves: &mut Leaves,
    nodes: &mut Vec<Node>,
    flow: &mut Flow,
) {
    let mut y = HEAD;
    let title = type_.set_within(&sheet.title, TITLE, frame.width, 6);
    if !title.is_empty() {
        let leaf = leaves.next();
        nodes.push(leaf.node(Kind::Heading(1, sheet.title.clone())));
        flow.draw(leaf.role(), |ink| title.draw(frame.left, y, ink));
    }
    y += title.height + 1.0;

    let dates = type_.set_within(&sheet.dates, DATES, frame.width, 2);
    if !dates.is_empty() {
        let leaf = leaves.next();
        nodes.push(leaf.node(Kind::Paragraph));
        flow.draw(leaf.role(), |ink| dates.draw(frame.left, y, ink));
    }
    y = names(sheet, frame, &dates, y, type_, leaves, nodes, flow);

    if let Some(path) = &sheet.path {
        y += 44.0;
        let leaf = leaves.next();
        nodes.push(leaf.node(Kind::Figure(path.described.clone())));
        let ink = seam::path_line(type_, path, frame.left, y, frame.width);
        flow.draw(leaf.role(), |all| all.extend(ink));
        y += 15.0 + 20.0;
    }
    flow.y = y + 17.0;
}

/// At the right of the dates where they fit, else one under the other. Returns where the head ends.
#[allow(clippy::too_many_arguments)]
fn names(
    sheet: &Sheet,
    frame: Frame,
    dates: &Block,
    y: f32,
    type_: &mut Typesetter,
    leaves: &mut Leaves,
    nodes: &mut Vec<Node>,
    flow: &mut Flow,
) -> f32 {
    const AFTER_MARK: f32 = 9.0;
    const BETWEEN: f32 = 22.0;
    let set: Vec<(&Name, Block)> = sheet
        .names
        .iter()
        .map(|name| {
            let words = isolate(&name.text);
            (
                name,
                type_.set_within(&words, DATES, frame.width - MARK - AFTER_MARK, 4),
            )
        })
        .filter(|(_, block)| !block.is_empty())
        .collect();
    let total: f32 = set
        .iter()
        .map(|(_, b)| b.width + MARK + AFTER_MARK)
        .sum::<f32>()
        + BETWEEN * set.len().saturating_sub(1) as f32;
    let beside = total + dates.width + 40.0 <= frame.width
        && dates.height <= DATES.line
        && set.iter().all(|(_, block)| block.height <= DATES.line);
    let mut below = y + dates.height;
    let mut x = if beside {
        frame.right() - total
    } else {
        frame.left
    };
    if !beside && !set.is_empty() {
        below += 6.0;
    }
    for (name, block) in set {
        let top = if beside { y } else { below };
        flow.draw(Role::Decoration, |ink| {
            mark(ink, name, x, top + DATES.line / 2.0 - MARK / 2.0, type_);
        });
        let leaf = leaves.next();
        nodes.push(leaf.node(Kind::Paragraph));
        flow.draw(leaf.role(), |ink| {
            block.draw(x + MARK + AFTER_MARK, top, ink);
        });
        if beside {
            x += block.width + MARK + AFTER_MARK + BETWEEN;
        } else {
            below += block.height + 4.0;
        }
    }
    below
}

fn mark(ink: &mut Vec<Ink>, name: &Name, x: f32, y: f32, type_: &mut Typesetter) {
    let (path, colour) = match name.mark {
        Mark::Both => {
            seam::mended_disc(ink, x + MARK / 2.0, y + MARK / 2.0, MARK / 2.0);
            return;
        }
        Mark::First => (
            Path::circle(x + MARK / 2.0, y + MARK / 2.0, MARK / 2.0),
            INDIGO,
        ),
        Mark::Second => (Path::rounded(x, y, MARK, MARK, 5.0), IRON),
    };
    ink.push(Ink::Fill(path, Paint::Flat(colour, 1.0)));
    let first: String =
        unicode_segmentation::UnicodeSegmentation::graphemes(name.text.trim(), true)
            .take(1)
            .flat_map(str::chars)
            .flat_map(char::to_uppercase)
            .collect();
    let letter = type_.set(&[(&isolate(&first), LETTER)], 2.0 * MARK);
    letter.draw(x + (MARK - letter.width) / 2.0, y, ink);
}

/// What stands at the foot of the last page only: the lines to sign on and the note.
struct Closing {
    signatures: Vec<Block>,
    note: Block,
    note_top: f32,
    /// The topmost thing that must stay clear.
    top: f32,
    column: f32,
}

impl Closing {
    fn new(sheet: &Sheet, frame: Frame, footer_top: f32, type_: &mut Typesetter) -> Self {
        let note = sheet
            .note
            .as_ref()
            .map(|note| type_.set_within(note, SMALL, frame.width, 6))
            .unwrap_or_default();
        let column = (frame.width - GUTTER) / 2.0;
        let signatures: Vec<Block> = sheet
            .signatures
            .iter()
            .map(|words| type_.set_within(words, SMALL, column, 8))
            .filter(|block| !block.is_empty())
            .collect();
        let note_top = if note.is_empty() {
            footer_top
        } else {
            footer_top - note.height - 6.0
        };
        let mut top = note_top - 22.0;
        for pair in signatures.chunks(2) {
            top -= Self::height(pair);
        }
        Self {
            signatures,
            note,
            note_top,
            top,
            column,
        }
    }

    fn height(pair: &[Block]) -> f32 {
        let words = pair.iter().map(|block| block.height).fold(0.0, f32::max);
        SIGNING + 6.0 + words
    }

    fn draw(&self, frame: Frame, leaves: &mut Leaves, nodes: &mut Vec<Node>, flow: &mut Flow) {
        let mut y = self.top;
        for pair in self.signatures.chunks(2) {
            for (i, block) in pair.iter().enumerate() {
                let x = frame.left + (self.column + GUTTER) * i as f32;
                let line = y + SIGNING;
                flow.draw(Role::Decoration, |ink| {
                    ink.push(Ink::rule(x, line, self.column, INK));
                });
                let leaf = leaves.next();
                nodes.push(leaf.node(Kind::Paragraph));
                flow.draw(leaf.role(), |ink| block.draw(x, line + 6.0, ink));
            }
            y += Self::height(pair);
        }
        if !self.note.is_empty() {
            let leaf = leaves.next();
            nodes.push(leaf.node(Kind::Paragraph));
            flow.draw(leaf.role(), |ink| {
                self.note.draw(frame.left, self.note_top, ink)
            });
        }
    }
}

/// What repeats: the title and dates at the head of later pages, the footer and page number at the foot of all.
/// A reader who listens hears the footer once, at the end.
#[allow(clippy::too_many_arguments)]
fn running(
    sheet: &Sheet,
    frame: Frame,
    type_: &mut Typesetter,
    footer: &Block,
    footer_top: f32,
    leaves: &mut Leaves,
    nodes: &mut Vec<Node>,
    flow: &mut Flow,
) {
    let count = flow.pages.len();
    let title = type_.set(&[(&sheet.title, SMALL)], frame.width / 2.0);
    let dates = type_.set(&[(&sheet.dates, SMALL)], frame.width / 2.0 - 20.0);
    for page in 0..count {
        if page > 0 {
            flow.draw_on(page, Role::Header, |ink| {
                for (block, x) in [(&title, frame.left), (&dates, frame.right() - dates.width)] {
                    if let Some(line) = block.lines.first() {
                        line.draw(x, LATER_HEAD - 6.0, ink);
                    }
                }
            });
        }
        let role = if page + 1 == count && !footer.is_empty() {
            let leaf = leaves.next();
            nodes.push(leaf.node(Kind::Paragraph));
            leaf.role()
        } else {
            Role::Footer
        };
        flow.draw_on(page, role, |ink| footer.draw(frame.left, footer_top, ink));
        let label = type_.set(&[(&(sheet.page_label)(page + 1, count), SMALL)], 120.0);
        flow.draw_on(page, Role::PageNumber, |ink| {
            label.draw(frame.right() - label.width, footer_top, ink);
        });
    }
}

/// A strip of one block of text at `x`.
pub(super) fn strip(block: &Block, x: f32, y: f32, role: Role) -> Vec<Strip> {
    block
        .lines
        .iter()
        .map(|line| {
            let mut ink = Vec::new();
            line.draw(x, y, &mut ink);
            Strip {
                top: y + line.top,
                bottom: y + line.top + line.height,
                role,
                ink,
            }
        })
        .collect()
}
