//! What stands in the window: as a screen reader is told it, and as it is drawn.

use super::Sitting;
use crate::support::promises::within;
use goldseam::ui::access::{Collector, Node, Role, Snapshot};
use iced::advanced::{clipboard, mouse, renderer};
use iced::{Event, Rectangle, Size, window};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;

impl Sitting {
    pub fn snapshot(&mut self) -> Snapshot {
        let out = Arc::new(Mutex::new(Snapshot::default()));
        let sink = out.clone();
        let bounds = Rectangle::with_size(self.size());
        let collector = Collector::new("window", bounds, move |s| *sink.lock().unwrap() = s);
        self.operate(Box::new(collector));
        std::mem::take(&mut *out.lock().unwrap())
    }

    /// Everything a screen reader would be told, a line each.
    pub fn told(&mut self) -> String {
        let snapshot = self.snapshot();
        let line = |node: &Node| {
            let info = &node.info;
            let words = [&info.name, &info.description, &info.value];
            let words: Vec<&str> = words.into_iter().filter_map(Option::as_deref).collect();
            (!words.is_empty()).then(|| format!("{:?}: {}", info.role, words.join(" | ")))
        };
        let lines: Vec<String> = snapshot.nodes.iter().filter_map(line).collect();
        lines.join("\n")
    }

    /// Whether these words are shown now.
    pub fn shows(&mut self, words: &str) -> bool {
        self.told().contains(words)
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) {
        let what = format!("the words {words:?}");
        self.until(&what, |sitting| sitting.shows(words));
    }

    #[track_caller]
    pub fn never_sees(&mut self, words: &str) {
        self.settle();
        let told = self.told();
        assert!(!told.contains(words), "{words:?} is shown:\n{told}");
    }

    /// The control with this name that can be used now, waited for.
    #[track_caller]
    pub fn find(&mut self, name: &str) -> Node {
        self.find_in(None, name)
    }

    #[track_caller]
    pub(super) fn find_in(&mut self, group: Option<&str>, name: &str) -> Node {
        let what = format!("a control named {name:?} in {group:?}");
        self.until(&what, |sitting| {
            usable(&sitting.snapshot(), group, name).is_some()
        });
        usable(&self.snapshot(), group, name).unwrap()
    }

    pub fn has(&mut self, name: &str) -> bool {
        usable(&self.snapshot(), None, name).is_some()
    }

    /// The name of what has the focus.
    pub fn focus(&mut self) -> Option<String> {
        self.snapshot()
            .focused()
            .and_then(|node| node.info.name.clone())
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&mut self, name: &str) -> String {
        self.find(name).info.value.unwrap_or_default()
    }

    /// The window as it would stand on the screen, in RGBA.
    pub fn pixels(&mut self) -> (u32, u32, Vec<u8>) {
        self.redraw();
        let theme = self.app.world.theme;
        let base = iced::theme::Base::base(&theme);
        let (window, cursor) = (self.window, mouse::Cursor::Unavailable);
        let factor = self.app.world.settings.text_size.factor();
        let pixels = Size::new(window.width as u32, window.height as u32);
        let rgba = self.with(|ui, renderer| {
            let event = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let null = &mut clipboard::Null;
            let _ = ui.update(&[event], cursor, renderer, null, &mut Vec::new());
            let style = renderer::Style {
                text_color: base.text_color,
            };
            ui.draw(renderer, &theme, &style, cursor);
            renderer::Headless::screenshot(renderer, pixels, factor, base.background_color)
        });
        (pixels.width, pixels.height, rgba)
    }

    /// Writes the window as a PPM file, for people to look at.
    pub fn picture(&mut self, path: impl AsRef<Path>) {
        let (width, height, rgba) = self.pixels();
        let mut out = format!("P6\n{width} {height}\n255\n").into_bytes();
        out.extend(rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]));
        fs::write(path, out).unwrap();
    }
}

/// The control of this name that can be used; nothing outside an open dialog can.
fn usable(snapshot: &Snapshot, group: Option<&str>, name: &str) -> Option<Node> {
    let dialog = snapshot.nodes.iter().rev().find(|node| node.info.modal);
    let group = group.and_then(|group| {
        let named = |node: &&Node| {
            node.info.role != Role::Label && node.info.name.as_deref() == Some(group)
        };
        snapshot
            .nodes
            .iter()
            .find(named)
            .map(|node| within(snapshot, node.id))
    });
    let inside = dialog.map(|dialog| within(snapshot, dialog.id));
    let reachable = |node: &&Node| {
        let of =
            |set: &Option<BTreeSet<u64>>| set.as_ref().is_none_or(|set| set.contains(&node.id));
        of(&inside) && of(&group)
    };
    let found: Vec<&Node> = snapshot
        .focusables()
        .filter(|node| !node.info.disabled)
        .filter(reachable)
        .collect();
    let exactly = |node: &&&Node| node.info.name.as_deref() == Some(name);
    // A row that can be pressed is called by its title and its note.
    let begins = |node: &&&Node| {
        let rest = node
            .info
            .name
            .as_deref()
            .and_then(|whole| whole.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let found = found
        .iter()
        .find(exactly)
        .or_else(|| found.iter().find(begins));
    found.map(|node| (*node).clone())
}
