//! The rows of a section: how each kind is set, and what it is in the structure.

use super::flow::{RowStrips, Strip};
use super::fonts::{Block, Style, Typesetter};
use super::ink::{Kind, Node, Role};
use super::page::{Frame, LABEL, READ, READ_ITALIC, SMALL, strip};
use super::sheet::{Row, Section, Span, isolate};

/// Labels stand in a column of their own.
const LABEL_WIDTH: f32 = 132.0;
const BODY: f32 = 152.0;
const COLUMN_GAP: f32 = 28.0;
/// Names before what they hold to.
const NAME_LEAST: f32 = 40.0;
const NAME_MOST: f32 = 128.0;
const NAME_GAP: f32 = 16.0;

/// Hands out the places in the structure.
#[derive(Debug, Default)]
pub(super) struct Leaves(usize);

#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf(usize);

impl Leaves {
    pub(super) fn next(&mut self) -> Leaf {
        self.0 += 1;
        Leaf(self.0 - 1)
    }

    pub(super) fn count(&self) -> usize {
        self.0
    }
}

impl Leaf {
    pub(super) fn role(self) -> Role {
        Role::Leaf(self.0)
    }

    pub(super) fn node(self, kind: Kind) -> Node {
        Node::Branch(kind, vec![Node::Leaf(self.0)])
    }
}

pub(super) struct SetSection {
    pub(super) words: String,
    pub(super) label: Vec<Strip>,
    pub(super) rows: Vec<RowStrips>,
    pub(super) node: Node,
}

impl SetSection {
    pub(super) fn is_empty(&self) -> bool {
        self.label.is_empty() && self.rows.is_empty()
    }
}

pub(super) fn section(
    section: &Section,
    frame: Frame,
    setter: &mut Typesetter,
    leaves: &mut Leaves,
) -> SetSection {
    let words = section.label.replace('\n', " ");
    let mut nodes = Vec::new();
    let label = setter.set_within(&section.label, LABEL, LABEL_WIDTH, 12);
    // All words of a row stand on one baseline, whatever their size.
    let label_y = READ.baseline() - label.baseline();
    let label = if label.is_empty() {
        Vec::new()
    } else {
        let leaf = leaves.next();
        nodes.push(leaf.node(Kind::Heading(2, words.clone())));
        strip(&label, frame.left, label_y.max(0.0), leaf.role())
    };

    let mut body = Body {
        x: frame.left + BODY,
        width: frame.width - BODY,
        names: 0.0,
        setter,
        leaves,
    };
    body.names = body.name_column(&section.rows);
    let mut rows = Vec::new();
    let mut items = Vec::new();
    for row in &section.rows {
        if let Row::Owned { name, text, note } = row {
            if let Some((set, item)) = body.owned(name, text, note) {
                rows.push(set);
                items.push(item);
            }
            continue;
        }
        close_list(&mut items, &mut nodes);
        match row {
            Row::Paragraph(spans) => rows.extend(body.paragraph(spans, &mut nodes)),
            Row::Columns(columns) => {
                for pair in columns.chunks(2) {
                    rows.extend(body.columns(pair, &mut nodes));
                }
            }
            Row::Quote { text, from } => rows.extend(body.quote(text, from, &mut nodes)),
            Row::Owned { .. } => {}
        }
    }
    close_list(&mut items, &mut nodes);
    SetSection {
        words,
        label,
        rows,
        node: Node::Branch(Kind::Section, nodes),
    }
}

fn close_list(items: &mut Vec<Node>, nodes: &mut Vec<Node>) {
    if !items.is_empty() {
        nodes.push(Node::Branch(Kind::List, std::mem::take(items)));
    }
}

struct Body<'a> {
    x: f32,
    width: f32,
    names: f32,
    setter: &'a mut Typesetter,
    leaves: &'a mut Leaves,
}

impl Body<'_> {
    /// As wide as the widest name, within reason: longer names break.
    fn name_column(&mut self, rows: &[Row]) -> f32 {
        let mut widest = NAME_LEAST;
        for row in rows {
            if let Row::Owned { name, .. } = row {
                widest = widest.max(self.set(&isolate(name), LABEL, NAME_MOST).width.ceil());
            }
        }
        widest.min(NAME_MOST) + NAME_GAP
    }

    fn set(&mut self, words: &str, style: Style, width: f32) -> Block {
        self.setter.set(&[(words, style)], width)
    }

    fn paragraph(&mut self, spans: &[Span], nodes: &mut Vec<Node>) -> Option<RowStrips> {
        let spans: Vec<(&str, Style)> = spans
            .iter()
            .map(|span| {
                let style = if span.emphasis { READ_ITALIC } else { READ };
                (span.text.as_str(), style)
            })
            .collect();
        let block = self.setter.set(&spans, self.width);
        self.single(&block, 8.0, Kind::Paragraph, nodes)
    }

    fn quote(&mut self, text: &str, from: &str, nodes: &mut Vec<Node>) -> Option<RowStrips> {
        let from = if from.trim().is_empty() {
            String::new()
        } else {
            format!(" {}", isolate(from))
        };
        let block = self
            .setter
            .set(&[(text.trim_end(), READ_ITALIC), (&from, READ)], self.width);
        let mut inner = Vec::new();
        let row = self.single(&block, 7.0, Kind::Paragraph, &mut inner)?;
        nodes.push(Node::Branch(Kind::Quote, inner));
        Some(row)
    }

    fn single(
        &mut self,
        block: &Block,
        gap: f32,
        kind: Kind,
        nodes: &mut Vec<Node>,
    ) -> Option<RowStrips> {
        if block.is_empty() {
            return None;
        }
        let leaf = self.leaves.next();
        nodes.push(leaf.node(kind));
        Some(RowStrips {
            gap,
            height: block.height,
            strips: strip(block, self.x, 0.0, leaf.role()),
        })
    }

    fn owned(&mut self, name: &str, text: &str, note: &str) -> Option<(RowStrips, Node)> {
        let column = self.names;
        let name = self.set(&isolate(name), LABEL, column - NAME_GAP);
        let text = self.set(text, READ, self.width - column);
        let note = self.set(note, SMALL, self.width - column);
        if name.is_empty() && text.is_empty() && note.is_empty() {
            return None;
        }
        let name_y = READ.baseline() - name.baseline();
        let mut strips = Vec::new();
        let mut item = Vec::new();
        if !name.is_empty() {
            let leaf = self.leaves.next();
            item.push(leaf.node(Kind::Label));
            strips.extend(strip(&name, self.x, name_y, leaf.role()));
        }
        let mut body = Vec::new();
        for (block, y) in [(&text, 0.0), (&note, text.height)] {
            if !block.is_empty() {
                let leaf = self.leaves.next();
                body.push(leaf.node(Kind::Paragraph));
                strips.extend(strip(block, self.x + column, y, leaf.role()));
            }
        }
        item.push(Node::Branch(Kind::Body, body));
        let row = RowStrips {
            gap: 13.0,
            height: (text.height + note.height).max(name_y + name.height),
            strips,
        };
        Some((row, Node::Branch(Kind::Item, item)))
    }

    fn columns(&mut self, pair: &[(String, String)], nodes: &mut Vec<Node>) -> Option<RowStrips> {
        const UNDER_HEADING: f32 = 3.0;
        let width = (self.width - COLUMN_GAP) / 2.0;
        let headings: Vec<Block> = pair.iter().map(|p| self.set(&p.0, LABEL, width)).collect();
        let texts: Vec<Block> = pair.iter().map(|p| self.set(&p.1, READ, width)).collect();
        // On the label's baseline; the words of both columns start level even where one heading is longer.
        let top = READ.baseline() - LABEL.baseline();
        let tallest = headings.iter().map(|b| b.height).fold(0.0, f32::max);
        let under = if tallest > 0.0 {
            top + tallest + UNDER_HEADING
        } else {
            0.0
        };
        let mut strips = Vec::new();
        let mut height = 0.0_f32;
        for (i, (heading, text)) in headings.iter().zip(&texts).enumerate() {
            let x = self.x + (width + COLUMN_GAP) * i as f32;
            if !heading.is_empty() {
                let leaf = self.leaves.next();
                nodes.push(leaf.node(Kind::Heading(3, pair[i].0.clone())));
                strips.extend(strip(heading, x, top, leaf.role()));
                height = height.max(top + heading.height);
            }
            if !text.is_empty() {
                let leaf = self.leaves.next();
                nodes.push(leaf.node(Kind::Paragraph));
                strips.extend(strip(text, x, under, leaf.role()));
                height = height.max(under + text.height);
            }
        }
        (!strips.is_empty()).then_some(RowStrips {
            gap: 10.0,
            height,
            strips,
        })
    }
}
