//! A group in which the arrow keys go from one control to the next.

use super::pass_on::pass_on;
use crate::ui::{Element, Renderer, Theme};
use iced::advanced::widget::{Tree, Widget};
use iced::advanced::{Clipboard, Layout, Shell, mouse};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Rectangle};

/// A group inside which the arrow keys move the focus. Made by [`arrows`].
pub struct Arrows<'a, M> {
    content: Element<'a, M>,
}

impl<M> std::fmt::Debug for Arrows<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Arrows").finish_non_exhaustive()
    }
}

/// Arrow keys move the focus among the controls in `content`, round and round, without choosing any.
///
/// Every option stays a Tab stop of its own as well. The usual pattern, where the arrows also choose, would answer a
/// painful question by the way; here only Enter, Space or a press answers.
pub fn arrows<'a, M>(content: impl Into<Element<'a, M>>) -> Arrows<'a, M> {
    Arrows {
        content: content.into(),
    }
}

impl<M> Widget<M, Theme, Renderer> for Arrows<'_, M> {
    pass_on! { content: children diff size layout operate draw mouse_interaction overlay }

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
        if shell.is_event_captured() {
            return;
        }
        let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else {
            return;
        };
        let forward = match key.as_ref() {
            Key::Named(Named::ArrowRight | Named::ArrowDown) => true,
            Key::Named(Named::ArrowLeft | Named::ArrowUp) => false,
            _ => return,
        };
        if !modifiers.is_empty() {
            return;
        }
        let mut walk = super::nav::focus_step(forward);
        self.content
            .as_widget_mut()
            .operate(child, layout, renderer, &mut walk);
        if let Some(mut apply) = walk.next_inside() {
            self.content
                .as_widget_mut()
                .operate(child, layout, renderer, &mut apply);
            shell.capture_event();
            shell.request_redraw();
        }
    }
}

impl<'a, M: 'a> From<Arrows<'a, M>> for Element<'a, M> {
    fn from(arrows: Arrows<'a, M>) -> Self {
        Self::new(arrows)
    }
}
