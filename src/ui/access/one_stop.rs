//! A list that Tab enters once, at the row that is open or the first; the arrow keys go on from there.
//!
//! A month can have a page for every day. Without this they would all stand between the sidebar and the page one came to
//! write.

use super::{Info, arrows, pass_on::pass_on};
use crate::ui::{Element, Renderer, Theme};
use iced::advanced::Layout;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, TextInput};
use iced::advanced::widget::{Tree, Widget};
use iced::widget::Id;
use iced::{Rectangle, Vector};
use std::any::Any;

struct OneStop<'a, M> {
    content: Element<'a, M>,
}

/// Everything in `content` that can be pressed is one stop of the Tab key.
pub fn one_stop<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    // Inside, so that its walk sees every row and not only the one that Tab sees.
    let content = arrows(content).into();
    Element::new(OneStop { content })
}

/// Which of the stops Tab should see: the one with the focus, the one that is selected, or the first.
#[derive(Default)]
struct Search {
    stops: usize,
    selected_next: bool,
    selected: Option<usize>,
    focused: Option<usize>,
}

impl Operation for Search {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        if let Some(info) = state.downcast_ref::<Info>() {
            self.selected_next = info.selected == Some(true);
        }
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        let at = self.stops;
        self.stops += 1;
        if std::mem::take(&mut self.selected_next) {
            self.selected = Some(at);
        }
        if state.is_focused() {
            self.focused = Some(at);
        }
    }
}

/// Passes everything on but the stops that Tab should not see.
struct Only<'a> {
    operation: &'a mut (dyn Operation + 'a),
    stop: usize,
    seen: &'a mut usize,
}

impl Operation for Only<'_> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let (stop, seen) = (self.stop, &mut *self.seen);
        self.operation.traverse(&mut |operation| {
            operate(&mut Only {
                operation,
                stop,
                seen,
            });
        });
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.operation.container(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        self.operation
            .scrollable(id, bounds, content, translation, state);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let at = *self.seen;
        *self.seen += 1;
        if at == self.stop {
            self.operation.focusable(id, bounds, state);
        }
    }

    fn text_input(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        self.operation.text_input(id, bounds, state);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.operation.text(id, bounds, text);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        self.operation.custom(id, bounds, state);
    }

    fn finish(&self) -> Outcome<()> {
        Outcome::None
    }
}

impl<M> Widget<M, Theme, Renderer> for OneStop<'_, M> {
    pass_on! { content: children diff size layout update draw mouse_interaction overlay }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let (content, child) = (self.content.as_widget_mut(), &mut tree.children[0]);
        let mut search = Search::default();
        content.operate(child, layout, renderer, &mut search);
        let mut only = Only {
            operation,
            stop: search.focused.or(search.selected).unwrap_or_default(),
            seen: &mut 0,
        };
        content.operate(child, layout, renderer, &mut only);
    }
}
