//! Lays a sheet out: where every run and rule stands, and which page it falls on.

use super::flow::{Flow, Strip};
use super::fonts::{Block, Face, Style, Typesetter};
use super::ink::{INK, Ink, Kind, Node, Paint, Path, Plan, Rgb, Role, SOFT, WHITE};
use super::rows::{self, Leaves};
use super::seam;
use super::sheet::{Mark, Name, Sheet, isolate};
use crate::domain::settings::Paper;
use unicode_segmentation::UnicodeSegmentation;

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
/// The same on later pages, which begin with a small line instead of the title.
const LATER_HEAD: f32 = 54.0;
/// Between the last words of a page and its foot.
const CLEAR: f32 = 22.0;
const PAGE_NUMBER: f32 = 120.0;
/// Room to sign above the line.
const SIGNING: f32 = 52.0;
const UNDER_LINE: f32 = 6.0;
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

pub(super) fn lay_out(sheet: &Sheet, paper: Paper, setter: &mut Typesetter) -> Plan {
    setter.begin(&sheet.language);
    let frame = Frame::of(paper);
    let footer = setter.set_within(&sheet.footer, SMALL, frame.width - PAGE_NUMBER - 12.0, 3);
    let footer_top = frame.height - FOOT - footer.height.max(SMALL.line);
    let closing = Closing::new(sheet, frame, footer_top, setter);

    let mut desk = Desk {
        sheet,
        frame,
        setter,
        leaves: Leaves::default(),
        nodes: Vec::new(),
        flow: Flow::new(
            LATER_HEAD + SMALL.line + 18.0,
            footer_top - CLEAR,
            closing.top,
        ),
    };
    desk.head();
    let outline = desk.sections();
    desk.flow.make_room_to_close();
    desk.close(&closing);
    desk.running(&footer, footer_top);

    Plan {
        paper,
        missing: desk.setter.missing(),
        pages: desk.flow.pages,
        nodes: desk.nodes,
        leaves: desk.leaves.count(),
        outline,
    }
}

/// A document being laid out.
struct Desk<'a> {
    sheet: &'a Sheet,
    frame: Frame,
    setter: &'a mut Typesetter,
    leaves: Leaves,
    nodes: Vec<Node>,
    flow: Flow,
}

impl Desk<'_> {
    /// Draws a block that is a thing of its own to a reader.
    fn block(&mut self, kind: Kind, block: &Block, x: f32, y: f32) {
        if !block.is_empty() {
            let leaf = self.leaves.next();
            self.nodes.push(leaf.node(kind));
            self.flow.draw(leaf.role(), |ink| block.draw(x, y, ink));
        }
    }

    /// Title, dates, names and the path line.
    fn head(&mut self) {
        let Self { sheet, frame, .. } = *self;
        let title = self.setter.set_within(&sheet.title, TITLE, frame.width, 6);
        let kind = Kind::Heading(1, sheet.title.clone());
        self.block(kind, &title, frame.left, HEAD);
        let mut y = HEAD + title.height + 1.0;

        let dates = self.setter.set_within(&sheet.dates, DATES, frame.width, 2);
        self.block(Kind::Paragraph, &dates, frame.left, y);
        y = self.names(&dates, y);

        if let Some(path) = &sheet.path {
            y += 44.0;
            let leaf = self.leaves.next();
            self.nodes
                .push(leaf.node(Kind::Figure(path.described.clone())));
            let ink = seam::path_line(self.setter, path, frame.left, y, frame.width);
            self.flow.draw(leaf.role(), |all| all.extend(ink));
            y += seam::BELOW;
        }
        self.flow.y = y + 17.0;
    }

    /// At the right of the dates where they fit, else one under the other. Returns where the head ends.
    fn names(&mut self, dates: &Block, y: f32) -> f32 {
        const AFTER_MARK: f32 = 9.0;
        const BETWEEN: f32 = 22.0;
        let Self { sheet, frame, .. } = *self;
        let room = frame.width - MARK - AFTER_MARK;
        let names: Vec<(&Name, Block)> = sheet
            .names
            .iter()
            .map(|name| {
                (
                    name,
                    self.setter.set_within(&isolate(&name.text), DATES, room, 4),
                )
            })
            .filter(|(_, block)| !block.is_empty())
            .collect();
        if names.is_empty() {
            return y + dates.height;
        }
        let total = names
            .iter()
            .map(|(_, block)| block.width + MARK + AFTER_MARK)
            .sum::<f32>()
            + BETWEEN * (names.len() - 1) as f32;
        let beside = total + dates.width + 40.0 <= frame.width
            && dates.height <= DATES.line
            && names.iter().all(|(_, block)| block.height <= DATES.line);
        let (mut x, mut top) = if beside {
            (frame.right() - total, y)
        } else {
            (frame.left, y + dates.height + 6.0)
        };
        for (name, block) in names {
            let mut ink = Vec::new();
            mark(
                &mut ink,
                name,
                x,
                top + (DATES.line - MARK) / 2.0,
                self.setter,
            );
            self.flow.draw(Role::Decoration, |all| all.extend(ink));
            self.block(Kind::Paragraph, &block, x + MARK + AFTER_MARK, top);
            if beside {
                x += block.width + MARK + AFTER_MARK + BETWEEN;
            } else {
                top += block.height + 4.0;
            }
        }
        if beside { y + dates.height } else { top }
    }

    /// Returns each label with where it stands.
    fn sections(&mut self) -> Vec<(String, usize, f32)> {
        let Self { sheet, frame, .. } = *self;
        let sections: Vec<_> = sheet
            .sections
            .iter()
            .map(|section| rows::section(section, frame, self.setter, &mut self.leaves))
            .filter(|section| !section.is_empty())
            .collect();
        let count = sections.len();
        let mut outline = Vec::new();
        for (i, section) in sections.into_iter().enumerate() {
            self.nodes.push(section.node);
            let (page, y) = self
                .flow
                .section(frame, section.label, section.rows, i + 1 == count);
            outline.push((section.words, page, y));
        }
        outline
    }

    fn close(&mut self, closing: &Closing) {
        let mut y = closing.top;
        for pair in closing.signatures.chunks(2) {
            for (i, block) in pair.iter().enumerate() {
                let x = self.frame.left + (closing.column + GUTTER) * i as f32;
                let line = y + SIGNING;
                self.flow.draw(Role::Decoration, |ink| {
                    ink.push(Ink::rule(x, line, closing.column, INK));
                });
                self.block(Kind::Paragraph, block, x, line + UNDER_LINE);
            }
            y += Closing::height(pair);
        }
        self.block(
            Kind::Paragraph,
            &closing.note,
            self.frame.left,
            closing.note_top,
        );
    }

    /// What repeats: the title and dates at the head of later pages, the footer and page number at the foot of all.
    /// A reader who listens hears the footer once, at the end.
    fn running(&mut self, footer: &Block, footer_top: f32) {
        let Self { sheet, frame, .. } = *self;
        let half = frame.width / 2.0 - 10.0;
        let title = self.setter.set_within(&sheet.title, SMALL, half, 1);
        let dates = self.setter.set_within(&sheet.dates, SMALL, half, 1);
        let count = self.flow.pages.len();
        for page in 0..count {
            if page > 0 {
                self.flow.draw_on(page, Role::Header, |ink| {
                    title.draw(frame.left, LATER_HEAD, ink);
                    dates.draw(frame.right() - dates.width, LATER_HEAD, ink);
                });
            }
            if page + 1 == count {
                self.block(Kind::Paragraph, footer, frame.left, footer_top);
            } else {
                self.flow.draw_on(page, Role::Footer, |ink| {
                    footer.draw(frame.left, footer_top, ink)
                });
            }
            let words = (sheet.page_label)(page + 1, count);
            let label = self.setter.set_within(&words, SMALL, PAGE_NUMBER, 1);
            self.flow.draw_on(page, Role::PageNumber, |ink| {
                label.draw(frame.right() - label.width, footer_top, ink);
            });
        }
    }
}

fn mark(ink: &mut Vec<Ink>, name: &Name, x: f32, y: f32, setter: &mut Typesetter) {
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
    let letter = setter.set(&[(&isolate(&initial(&name.text)), LETTER)], 2.0 * MARK);
    letter.draw(x + (MARK - letter.width) / 2.0, y, ink);
}

/// The first letter of a name, past the marks that only steer its direction.
fn initial(name: &str) -> String {
    let first = name
        .graphemes(true)
        .find(|part| part.chars().any(char::is_alphanumeric));
    first.unwrap_or_default().to_uppercase()
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
    fn new(sheet: &Sheet, frame: Frame, footer_top: f32, setter: &mut Typesetter) -> Self {
        let note = sheet
            .note
            .as_ref()
            .map(|note| setter.set_within(note, SMALL, frame.width, 6))
            .unwrap_or_default();
        let column = (frame.width - GUTTER) / 2.0;
        let signatures: Vec<Block> = sheet
            .signatures
            .iter()
            .map(|words| setter.set_within(words, SMALL, column, 8))
            .filter(|block| !block.is_empty())
            .collect();
        let note_top = if note.is_empty() {
            footer_top
        } else {
            footer_top - note.height - 6.0
        };
        let mut top = note_top - CLEAR;
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
        SIGNING + UNDER_LINE + words
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_bears_the_letter_of_the_name_however_it_is_wrapped() {
        assert_eq!(initial(&isolate("maya")), "M");
        assert_eq!(initial(" “Élodie”"), "É");
        assert_eq!(initial("مريم"), "م");
        assert_eq!(initial("🙂"), "");
    }
}
