//! Pours rows onto pages. A row moves to the next page whole where it can; a long one breaks between its lines.

use super::ink::{Ink, Marked, PlacedPage, RULE, Role};
use super::page::Frame;
use crate::domain::settings::Paper;

/// One line of a row, measured from the row's top.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) role: Role,
    pub(super) ink: Vec<Ink>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct RowStrips {
    /// Kept clear above it unless it opens its section or a page.
    pub(super) gap: f32,
    pub(super) height: f32,
    pub(super) strips: Vec<Strip>,
}

/// Rows up to this height are never broken.
const WHOLE: f32 = 184.0;
/// A broken row starts where it stands only if this much of it fits there.
const WORTH_STARTING: f32 = 80.0;

pub(super) struct Flow {
    pub(super) pages: Vec<PlacedPage>,
    pub(super) y: f32,
    head: f32,
    limit: f32,
    /// Where the last page's rows must end.
    last_limit: f32,
    fresh: bool,
    /// The label of the section being placed, and where it ends on this page.
    label: Vec<Strip>,
    label_end: f32,
}

impl Flow {
    /// `head` is where later pages begin, `limit` where rows end, `last_limit` where they end on the last page.
    pub(super) fn new(head: f32, limit: f32, last_limit: f32) -> Self {
        Self {
            pages: vec![PlacedPage::default()],
            y: head,
            head,
            limit,
            last_limit,
            fresh: false,
            label: Vec::new(),
            label_end: 0.0,
        }
    }

    pub(super) fn draw(&mut self, role: Role, ink: impl FnOnce(&mut Vec<Ink>)) {
        let page = self.pages.len() - 1;
        self.draw_on(page, role, ink);
    }

    /// Nothing is added where nothing was drawn.
    pub(super) fn draw_on(&mut self, page: usize, role: Role, ink: impl FnOnce(&mut Vec<Ink>)) {
        let Some(page) = self.pages.get_mut(page) else {
            return;
        };
        let mut drawn = Vec::new();
        ink(&mut drawn);
        if drawn.is_empty() {
            return;
        }
        match page.marks.last_mut() {
            Some(last) if last.role == role => last.ink.append(&mut drawn),
            _ => page.marks.push(Marked { role, ink: drawn }),
        }
    }

    fn turn(&mut self) {
        self.pages.push(PlacedPage::default());
        self.y = self.head;
        self.fresh = true;
    }

    /// Places a section under its rule; returns its page and height.
    pub(super) fn section(
        &mut self,
        frame: Frame,
        label: Vec<Strip>,
        rows: Vec<RowStrips>,
        last: bool,
    ) -> (usize, f32) {
        let padding = row_padding(frame.paper);
        let label_height = label.iter().map(|s| s.bottom).fold(0.0, f32::max);
        self.label = label;
        let count = rows.len();
        let mut at = None;
        for (i, row) in rows.into_iter().enumerate() {
            let limit = if last && i + 1 == count {
                self.last_limit
            } else {
                self.limit
            };
            let opens = i == 0;
            let above = if opens { 1.0 + padding } else { row.gap };
            let needed = row.height.max(if opens { label_height } else { 0.0 });
            let fits = self.y + above + needed <= limit;
            let breaks = row.height > WHOLE && self.y + above + WORTH_STARTING <= self.limit;
            if !fits && !breaks && !self.fresh {
                self.turn();
            }
            if opens {
                at = Some(self.open(frame, true));
            } else if self.fresh {
                self.open(frame, false);
            } else {
                self.y += row.gap;
            }
            self.row(frame, row);
        }
        let at = at.unwrap_or_else(|| {
            if !self.fresh && self.y + 1.0 + padding + label_height > self.limit {
                self.turn();
            }
            self.open(frame, true)
        });
        self.y = self.y.max(self.label_end) + padding + 1.0;
        at
    }

    /// Draws the rule and the label. Where a section goes on over the page, its label is repeated for the eye only.
    fn open(&mut self, frame: Frame, first: bool) -> (usize, f32) {
        let top = self.y;
        self.rule(frame, top);
        self.y += 1.0 + row_padding(frame.paper);
        self.fresh = false;
        self.label_end = self.y;
        for mut strip in self.label.clone() {
            self.label_end = self.label_end.max(self.y + strip.bottom);
            if !first {
                strip.role = Role::Decoration;
            }
            self.put(strip, self.y);
        }
        (self.pages.len() - 1, top)
    }

    fn rule(&mut self, frame: Frame, y: f32) {
        self.draw(Role::Decoration, |ink| {
            ink.push(Ink::rule(frame.left, y, frame.width, RULE));
        });
    }

    fn row(&mut self, frame: Frame, row: RowStrips) {
        let mut rest = row.strips;
        let mut start = 0.0;
        let mut turned = false;
        loop {
            let room = self.limit - self.y;
            let breaking = self.y + row.height - start > self.limit + 0.5;
            let (mut fit, mut later): (Vec<Strip>, Vec<Strip>) = rest
                .into_iter()
                .partition(|strip| !breaking || strip.bottom - start <= room);
            // Where the foot of the page leaves no room for a single line, one is placed all the same: this must end.
            if turned && fit.is_empty() && !later.is_empty() {
                fit.push(later.remove(0));
            }
            // Columns stand side by side: what comes after a cut starts below the highest line that was left.
            let next = later.iter().map(|s| s.top).fold(f32::INFINITY, f32::min);
            for strip in fit {
                self.put(strip, self.y - start);
            }
            if later.is_empty() {
                self.y += row.height - start;
                return;
            }
            start = next;
            rest = later;
            self.turn();
            self.open(frame, false);
            turned = true;
        }
    }

    fn put(&mut self, strip: Strip, y: f32) {
        let Strip { role, ink, .. } = strip;
        self.draw(role, |all| {
            all.extend(ink.into_iter().map(|ink| match ink {
                Ink::Text { x, y: at, run } => Ink::Text { x, y: at + y, run },
                shape => shape,
            }));
        });
    }

    /// Turns the page if what closes the document would stand on the last row.
    pub(super) fn make_room_to_close(&mut self) {
        if self.y > self.last_limit + 24.0 {
            self.turn();
        }
    }
}

/// Above and below the words of a row. Letter is shorter, so its rows stand closer.
fn row_padding(paper: Paper) -> f32 {
    match paper {
        Paper::A4 => 15.0,
        Paper::Letter => 11.0,
    }
}
