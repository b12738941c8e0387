//! A list that Tab enters once, at the row that is open or the first; the arrow keys go on from there.
//!
//! A month can have a page for every day. Without this they would all stand between the sidebar and the page one came to
//! write.

use crate::ui::access::{Info, arrows};
use crate::ui::{Element, Renderer, Theme};
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, TextInput};
use iced::advanced::widget::{Tree, Widget};
use iced::advanced::{Clipboard, Layout, Shell, layout, mouse, renderer};
use iced::widget::Id;
use iced::{Event, Length, Rectangle, Size, Vector};
use std::any::Any;

struct OneStop<'a, M> {
    content: Element<'a, M>,
}

/// Everything in `content` that can be pressed is one stop of the Tab key.
pub(super) fn one_stop<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
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
    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let child = &mut tree.children[0];
        self.content.as_widget_mut().layout(child, renderer, limits)
    }

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

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let child = &mut tree.children[0];
        self.content.as_widget_mut().update(
            child, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let child = &tree.children[0];
        self.content
            .as_widget()
            .draw(child, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let child = &tree.children[0];
        self.content
            .as_widget()
            .mouse_interaction(child, layout, cursor, viewport, renderer)
    }
}
