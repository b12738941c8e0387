//! A description of the live widget tree: what a screen reader would be told, and what the tests look at.

use super::{Info, Role};
use crate::ui::icon::is_icon;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, TextInput};
use iced::widget::Id;
use iced::{Rectangle, Vector};
use std::any::Any;
use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub id: u64,
    pub info: Info,
    /// On screen, after scrolling.
    pub bounds: Rectangle,
    pub focusable: bool,
    pub focused: bool,
    pub children: Vec<u64>,
}

/// One window, in reading order. The first node is the window itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snapshot {
    pub nodes: Vec<Node>,
}

impl Snapshot {
    #[must_use]
    pub fn focused(&self) -> Option<&Node> {
        self.nodes.iter().find(|node| node.focused)
    }

    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Node> {
        self.nodes
            .iter()
            .find(|node| node.info.name.as_deref() == Some(name))
    }

    pub fn of(&self, role: Role) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |node| node.info.role == role)
    }

    pub fn focusables(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.focusable)
    }
}

/// Walks the tree and hands the snapshot to `sink`.
pub struct Collector<F> {
    nodes: RefCell<Vec<Node>>,
    inside: Vec<(usize, Vector)>,
    pending: Option<(usize, Vector)>,
    /// Nodes whose name is the text inside them.
    open: HashSet<usize>,
    sink: F,
}

impl<F> std::fmt::Debug for Collector<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Collector").finish_non_exhaustive()
    }
}

impl<F: Fn(Snapshot) + Send> Collector<F> {
    pub fn new(title: &str, bounds: Rectangle, sink: F) -> Self {
        let info = Info {
            node: 1,
            name: Some(title.into()),
            ..Info::default()
        };
        let window = Node {
            id: 1,
            info,
            bounds,
            focusable: false,
            focused: false,
            children: Vec::new(),
        };
        Self {
            nodes: RefCell::new(vec![window]),
            inside: Vec::new(),
            pending: None,
            open: HashSet::new(),
            sink,
        }
    }

    fn top(&self) -> (usize, Vector) {
        self.inside.last().copied().unwrap_or((0, Vector::ZERO))
    }

    fn push(&mut self, id: Option<u64>, info: Info, bounds: Rectangle) -> usize {
        let (parent, offset) = self.top();
        let nodes = self.nodes.get_mut();
        // Plain text has no state to keep an id in: it is known by its parent and its place there.
        let id = id.unwrap_or_else(|| {
            let mut hasher = DefaultHasher::new();
            (nodes[parent].id, nodes[parent].children.len()).hash(&mut hasher);
            hasher.finish() | (1 << 63)
        });
        nodes[parent].children.push(id);
        nodes.push(Node {
            id,
            info,
            bounds: bounds - offset,
            focusable: false,
            focused: false,
            children: Vec::new(),
        });
        nodes.len() - 1
    }
}

/// As it is said, without icons and the joiner that keeps Lato's letters apart.
fn spoken(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !is_icon(*c) && *c != '\u{200c}')
        .collect();
    text.trim().to_owned()
}

impl<T, F: Fn(Snapshot) + Send> Operation<T> for Collector<F> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        match self.pending.take() {
            Some(top) => {
                self.inside.push(top);
                operate(self);
                self.inside.pop();
            }
            None => operate(self),
        }
        self.pending = None;
    }

    fn container(&mut self, _: Option<&Id>, _: Rectangle) {
        self.pending = None;
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        _: Rectangle,
        translation: Vector,
        _: &mut dyn Scrollable,
    ) {
        let info = Info {
            role: Role::ScrollView,
            ..Info::default()
        };
        let index = self.push(None, info, bounds);
        self.pending = Some((index, self.top().1 + translation));
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let (top, _) = self.top();
        let role = self.nodes.get_mut()[top].info.role;
        // A field that no wrapper describes shows up without a name, for the tests to find.
        let index = if role.is_text() || role == Role::Slider || role.named_by_content() {
            top
        } else {
            self.push(
                None,
                Info {
                    role: Role::TextInput,
                    ..Info::default()
                },
                bounds,
            )
        };
        let node = &mut self.nodes.get_mut()[index];
        node.focusable = true;
        node.focused |= state.is_focused();
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn TextInput) {
        let (top, _) = self.top();
        let info = &mut self.nodes.get_mut()[top].info;
        // What the wrapper says wins: an empty field gives its placeholder here.
        if info.role == Role::TextInput && info.value.is_none() {
            info.value = Some(state.text().to_owned());
        }
    }

    fn text(&mut self, _: Option<&Id>, bounds: Rectangle, text: &str) {
        let text = spoken(text);
        if text.is_empty() {
            return;
        }
        let (top, _) = self.top();
        let info = &mut self.nodes.get_mut()[top].info;
        if self.open.contains(&top) {
            match &mut info.name {
                None => info.name = Some(text),
                Some(name) => {
                    name.push(' ');
                    name.push_str(&text);
                }
            }
            return;
        }
        if info.role.named_by_content() {
            return;
        }
        let info = Info {
            role: Role::Label,
            name: Some(text),
            ..Info::default()
        };
        self.push(None, info, bounds);
    }

    fn custom(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if let Some(info) = state.downcast_ref::<Info>() {
            let index = self.push(Some(info.node), info.clone(), bounds);
            if info.name.is_none() && info.role.named_by_content() {
                self.open.insert(index);
            }
            self.pending = Some((index, self.top().1));
        }
    }

    fn finish(&self) -> Outcome<T> {
        (self.sink)(Snapshot {
            nodes: self.nodes.take(),
        });
        Outcome::None
    }
}
