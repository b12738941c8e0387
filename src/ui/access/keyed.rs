//! A column whose widget state follows the row, not the position: removing one row must not hand its focus to the next.

use super::pass_on::pass_on;
use crate::ui::{Column, Element, Renderer, Theme};
use iced::advanced::widget::{Tree, Widget, tree};
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
    pass_on! { column: children size layout operate update draw mouse_interaction overlay }
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Keys>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Keys(self.keys.clone()))
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
}

impl<'a, M: 'a> From<Keyed<'a, M>> for Element<'a, M> {
    fn from(keyed: Keyed<'a, M>) -> Self {
        Self::new(keyed)
    }
}
