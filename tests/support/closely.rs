//! Looking at a page more closely than [`super::headless`] does: what the letters take up, and where Tab goes.

use super::headless::{Headless, Page, operate, snapshot};
use goldseam::ui::access::nav;
use iced::advanced::text::Paragraph as _;
use iced::advanced::{clipboard, mouse, renderer};
use iced::{Event, Rectangle, Size, window};
use iced_test::renderer::graphics::text::Text;
use std::time::Instant;

/// Tab after Tab until it comes round, or until it comes to `last`: the controls in that order.
pub fn tabs<P: Page>(view: &mut Headless<P>, last: Option<u64>) -> Vec<u64> {
    let size = view.size();
    view.with(|ui, renderer| {
        let mut order = Vec::new();
        loop {
            operate(ui, renderer, nav::focus_step(true));
            let focused = snapshot(ui, renderer, size).focused().map(|node| node.id);
            match focused.filter(|node| !order.contains(node)) {
                Some(node) => order.push(node),
                None => return order,
            }
            if focused == last {
                return order;
            }
        }
    })
}

/// Focuses this control and feeds events to it; gives back how many messages came of it.
pub fn at<P: Page>(view: &mut Headless<P>, node: u64, events: &[Event]) -> usize {
    let mut messages = Vec::new();
    view.with(|ui, renderer| {
        operate(ui, renderer, nav::focus_node(node));
        let cursor = mouse::Cursor::Unavailable;
        let none = &mut clipboard::Null;
        let _ = ui.update(events, cursor, renderer, none, &mut messages);
    });
    let count = messages.len();
    for message in messages {
        view.page.update(message);
    }
    count
}

/// Every paragraph of the page.
pub fn drawn<P: Page>(view: &mut Headless<P>) -> Vec<Drawn> {
    let theme = view.theme;
    view.with(|ui, renderer| {
        let cursor = mouse::Cursor::Unavailable;
        let event = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let none = &mut Vec::new();
        let _ = ui.update(&[event], cursor, renderer, &mut clipboard::Null, none);
        ui.draw(renderer, &theme, &renderer::Style::default(), cursor);
        let mut drawn = Vec::new();
        for layer in renderer.layers() {
            for item in &layer.text {
                let around = layer.bounds.intersection(&item.clip_bounds());
                let texts = item.as_slice().iter();
                drawn.extend(texts.filter_map(|t| Drawn::of(t, around.unwrap_or_default())));
            }
        }
        drawn
    })
}

/// One paragraph of a page as it is drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub words: String,
    /// What its letters take up.
    pub takes: Rectangle,
    /// The room it was set in. Letters beyond it run over something else.
    pub room: Size,
    /// Outside of this nothing of it is to be seen.
    pub seen: Rectangle,
}

impl Drawn {
    fn of(text: &Text, around: Rectangle) -> Option<Self> {
        let Text::Paragraph {
            paragraph,
            position,
            clip_bounds,
            ..
        } = text
        else {
            return None;
        };
        let mut takes = Rectangle::new(*position, paragraph.min_bounds);
        let paragraph = paragraph.upgrade()?;
        let buffer = paragraph.buffer();
        // Lines for which there is no room are not laid out, and are not in the bounds.
        let lines = buffer.lines.iter();
        let lines: usize = lines
            .map(|line| line.layout_opt().map_or(1, Vec::len))
            .sum();
        takes.height = takes
            .height
            .max(lines as f32 * buffer.metrics().line_height);
        let words: Vec<&str> = buffer.lines.iter().map(|line| line.text()).collect();
        Some(Self {
            words: words.join(" "),
            takes,
            room: paragraph.bounds(),
            seen: clip_bounds.intersection(&around).unwrap_or_default(),
        })
    }

    /// How far what it takes up goes beyond what can be seen of it, or beyond the room it was set in.
    pub fn is_cut_by(&self) -> f32 {
        let (inner, outer) = (self.takes, self.seen);
        let left = outer.x - inner.x;
        let right = inner.x + inner.width - outer.x - outer.width;
        let above = outer.y - inner.y;
        let below = inner.y + inner.height - outer.y - outer.height;
        let over = (inner.width - self.room.width).max(inner.height - self.room.height);
        left.max(right).max(above).max(below).max(over)
    }
}
