//! A column whose widget state follows the row, not the position: removing one row must not hand its focus to the next.

use crate::ui::{Column, Element, Renderer, Theme};
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Layout, Shell, layout, mouse, overlay, renderer};
use iced::{Event, Length, Rectangle, Size, Vector};
use std::collections::HashMap;

/// Made by [`keyed`].
pub struct Keyed<'a, M> {
    keys: Vec<u64>,
    column: Element<'a, M>,
}

impl<M> std::fmt::Debug for Keyed<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyed")
            .field("keys", &self.keys)
            .finish_non_exhaustive()
    }
}

/// A column of rows, each with a key of its own.
pub fn keyed<'a, M: 'a>(
    rows: impl IntoIterator<Item = (u64, Element<'a, M>)>,
    spacing: f32,
) -> Keyed<'a, M> {
    let (keys, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    Keyed {
        keys,
        column: Column::with_children(rows).spacing(spacing).into(),
    }
}

struct Keys(Vec<u64>);

impl<M> Widget<M, Theme, Renderer> for Keyed<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Keys>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Keys(self.keys.clone()))
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.column)]
    }

    fn diff(&self, tree: &mut Tree) {
        let old = tree.state.downcast_mut::<Keys>();
        if old.0 != self.keys
            && let Some(column) = tree.children.first_mut()
            && column.children.len() == old.0.len()
        {
            let mut kept: HashMap<u64, Tree> =
                old.0.drain(..).zip(column.children.drain(..)).collect();
            column.children = self
                .keys
                .iter()
                .map(|key| kept.remove(key).unwrap_or_else(Tree::empty))
                .collect();
        }
        old.0.clone_from(&self.keys);
        tree.diff_children(std::slice::from_ref(&self.column));
    }

    fn size(&self) -> Size<Length> {
        self.column.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.column
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        self.column
            .as_widget_mut()
            .operate(&mut tree.children[0], layout, renderer, operation);
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
        self.column.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
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
        self.column.as_widget().draw(
            &tree.children[0],
            renderer,
            theme,
            style,
            layout,
            cursor,
            viewport,
        );
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.column.as_widget().mouse_interaction(
            &tree.children[0],
            layout,
            cursor,
            viewport,
            renderer,
        )
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        self.column.as_widget_mut().overlay(
            &mut tree.children[0],
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}

impl<'a, M: 'a> From<Keyed<'a, M>> for Element<'a, M> {
    fn from(keyed: Keyed<'a, M>) -> Self {
        Self::new(keyed)
    }
}
