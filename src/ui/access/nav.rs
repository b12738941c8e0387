//! Moving the focus: in reading order, round and round, inside the topmost dialog, and always into view.
//!
//! Run these with `iced::advanced::widget::operate`, or through [`focus`], [`focused`] and their kin as tasks.

use super::{Info, Request};
use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task, Vector};
use std::any::Any;

/// Kept free above and below a control that was scrolled into view, so that its ring shows whole.
const CLEARANCE: f32 = 16.0;

#[derive(Debug, Clone, PartialEq)]
enum Target {
    Next,
    Previous,
    First,
    Node(u64),
    Id(Id),
}

/// As a task: Tab (`true`) or Shift+Tab.
pub fn step<M: Send + 'static>(forward: bool) -> Task<M> {
    operate::<M>(focus_step(forward))
}

/// As a task: the first control of the page or dialog.
pub fn first<M: Send + 'static>() -> Task<M> {
    operate::<M>(focus_first())
}

/// As a task: the control with this id.
pub fn to<M: Send + 'static>(id: impl Into<Id>) -> Task<M> {
    operate::<M>(focus_id(id))
}

/// As a task: back to a control that [`focused`] named before.
pub fn back_to<M: Send + 'static>(node: u64) -> Task<M> {
    operate::<M>(focus_node(node))
}

/// As a task: which control has the focus, to give it back after a dialog.
pub fn focused() -> Task<Option<u64>> {
    operate(focused_node())
}

#[must_use]
pub fn focus_step(forward: bool) -> Focus {
    Focus::new(if forward {
        Target::Next
    } else {
        Target::Previous
    })
}

#[must_use]
pub fn focus_first() -> Focus {
    Focus::new(Target::First)
}

#[must_use]
pub fn focus_node(node: u64) -> Focus {
    Focus::new(Target::Node(node))
}

#[must_use]
pub fn focus_id(id: impl Into<Id>) -> Focus {
    Focus::new(Target::Id(id.into()))
}

#[derive(Debug, Clone, Default)]
struct Frame {
    scope: usize,
    node: Option<u64>,
    scrolls: Vec<usize>,
}

#[derive(Debug)]
struct Stop {
    frame: Frame,
    id: Option<Id>,
    focused: bool,
    bounds: Rectangle,
}

#[derive(Debug)]
struct Port {
    bounds: Rectangle,
    content: Rectangle,
    translation: Vector,
}

/// First walk: lists the stops. What it chains to focuses one of them.
#[derive(Debug)]
pub struct Focus {
    target: Target,
    frame: Frame,
    pending: Option<Frame>,
    scopes: usize,
    stops: Vec<Stop>,
    ports: Vec<Port>,
}

impl Focus {
    fn new(target: Target) -> Self {
        Self {
            target,
            frame: Frame::default(),
            pending: None,
            scopes: 0,
            stops: Vec::new(),
            ports: Vec::new(),
        }
    }

    /// The last dialog opened is the last in the tree; nothing outside it can be reached.
    fn chosen(&self) -> Option<usize> {
        let inside: Vec<usize> = (0..self.stops.len())
            .filter(|i| self.stops[*i].frame.scope == self.scopes)
            .collect();
        let count = inside.len();
        if count == 0 {
            return None;
        }
        let at = inside.iter().position(|i| self.stops[*i].focused);
        match &self.target {
            Target::Next => Some(inside[at.map_or(0, |i| (i + 1) % count)]),
            Target::Previous => Some(inside[at.map_or(count - 1, |i| (i + count - 1) % count)]),
            Target::First => Some(inside[0]),
            Target::Node(node) => inside
                .into_iter()
                .find(|i| self.stops[*i].frame.node == Some(*node)),
            Target::Id(id) => inside
                .into_iter()
                .find(|i| self.stops[*i].id.as_ref() == Some(id)),
        }
    }

    fn apply(&self) -> Option<Apply> {
        let target = self.chosen()?;
        let stop = &self.stops[target];
        let mut bounds = stop.bounds;
        let mut scrolls = Vec::new();
        // From the innermost outwards: what one scrollable moves, the next sees moved.
        for port in stop.frame.scrolls.iter().rev() {
            let Port {
                bounds: view,
                content,
                translation,
            } = &self.ports[*port];
            let top = bounds.y - view.y - CLEARANCE;
            let bottom = bounds.y + bounds.height - view.y + CLEARANCE;
            let now = translation.y;
            let wanted = if top < now || bottom - top > view.height {
                top
            } else if bottom > now + view.height {
                bottom - view.height
            } else {
                now
            };
            let y = wanted.clamp(0.0, (content.height - view.height).max(0.0));
            if (y - now).abs() > f32::EPSILON {
                scrolls.push((*port, y));
            }
            bounds.y -= y;
        }
        Some(Apply {
            target,
            scrolls,
            stop: 0,
            port: 0,
        })
    }

    /// For the arrow keys in a group: only if the focus is in it already.
    pub(super) fn next_inside(&self) -> Option<Apply> {
        self.stops
            .iter()
            .any(|stop| stop.focused)
            .then(|| self.apply())
            .flatten()
    }
}

impl<T: 'static> Operation<T> for Focus {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        let outer = self.frame.clone();
        if let Some(frame) = self.pending.take() {
            self.frame = frame;
        }
        operate(self);
        self.frame = outer;
        self.pending = None;
    }

    fn container(&mut self, _: Option<&Id>, _: Rectangle) {
        self.pending = None;
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        self.pending = None;
        if let Some(info) = state.downcast_ref::<Info>() {
            let mut frame = Frame {
                node: Some(info.node),
                ..self.frame.clone()
            };
            if info.modal {
                self.scopes += 1;
                frame.scope = self.scopes;
            }
            self.pending = Some(frame);
        }
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _: &mut dyn Scrollable,
    ) {
        self.ports.push(Port {
            bounds,
            content,
            translation,
        });
        let mut frame = self.frame.clone();
        frame.scrolls.push(self.ports.len() - 1);
        self.pending = Some(frame);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.stops.push(Stop {
            frame: self.frame.clone(),
            id: id.cloned(),
            focused: state.is_focused(),
            bounds,
        });
    }

    fn finish(&self) -> Outcome<T> {
        self.apply()
            .map_or(Outcome::None, |apply| Outcome::Chain(Box::new(apply)))
    }
}

/// Second walk: the same tree in the same order, so stops and scrollables are known by their place in it.
#[derive(Debug)]
pub(super) struct Apply {
    target: usize,
    scrolls: Vec<(usize, f32)>,
    stop: usize,
    port: usize,
}

impl<T> Operation<T> for Apply {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if self.stop == self.target {
            state.focus();
        } else {
            state.unfocus();
        }
        self.stop += 1;
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        _: Rectangle,
        _: Rectangle,
        _: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some((_, y)) = self.scrolls.iter().find(|(port, _)| *port == self.port) {
            state.scroll_to(AbsoluteOffset {
                x: None,
                y: Some(*y),
            });
        }
        self.port += 1;
    }
}

/// Presses the control with this node id, or steps it, at the next frame.
#[must_use]
pub fn press(node: u64, request: Request) -> Press {
    Press { node, request }
}

#[derive(Debug)]
pub struct Press {
    node: u64,
    request: Request,
}

impl<T> Operation<T> for Press {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        if let Some(info) = state.downcast_mut::<Info>()
            && info.node == self.node
        {
            info.request = Some(self.request);
        }
    }
}

/// Which control has the focus.
#[must_use]
pub fn focused_node() -> Focused {
    Focused::default()
}

#[derive(Debug, Default)]
pub struct Focused {
    inside: Vec<u64>,
    pending: Option<u64>,
    found: Option<u64>,
}

impl Operation<Option<u64>> for Focused {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<u64>>)) {
        match self.pending.take() {
            Some(node) => {
                self.inside.push(node);
                operate(self);
                self.inside.pop();
            }
            None => operate(self),
        }
    }

    fn container(&mut self, _: Option<&Id>, _: Rectangle) {
        self.pending = None;
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        self.pending = state.downcast_ref::<Info>().map(|info| info.node);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.found = self.inside.last().copied();
        }
    }

    fn finish(&self) -> Outcome<Option<u64>> {
        Outcome::Some(self.found)
    }
}
