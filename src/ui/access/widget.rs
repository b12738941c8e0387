//! The wrapper that gives a control its role, its name, the focus and its ring, and the keys that press it.

use super::pass_on::pass_on;
use super::{Info, Live, Request, Role};
use crate::ui::scale::radius;
use crate::ui::{Element, Renderer, Theme};
use iced::advanced::Layout;
use iced::advanced::text::highlighter::PlainText;
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{Id, text_editor, text_input};
use iced::{Color, Event, Rectangle, border, touch, window};
use std::sync::atomic::{AtomicU64, Ordering};

type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

/// Node 1 is the window.
static NEXT_NODE: AtomicU64 = AtomicU64::new(2);

const RING: f32 = 3.0;
const GAP: f32 = 2.0;
/// The line of [`Ring::Beside`], and how far before the words it stands.
const LINE: f32 = 2.0;
const BEFORE: f32 = 12.0;

/// Where the focus ring is drawn, and the corner radius of what it goes round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ring {
    /// After a 2 px gap.
    Around(f32),
    /// On the edge itself, for controls that touch their neighbours.
    On(f32),
    /// A line before the words, for what is written straight on the page.
    Beside,
    /// The control shows its focus in another way.
    Own,
}

#[derive(Debug)]
struct State {
    node: u64,
    key: Option<u64>,
    focused: bool,
    /// The focus came by keyboard, so the ring is shown.
    visible: bool,
    pressed: bool,
    pending: Vec<Request>,
}

impl State {
    fn new(key: Option<u64>) -> Self {
        Self {
            node: NEXT_NODE.fetch_add(1, Ordering::Relaxed),
            key,
            focused: false,
            visible: false,
            pressed: false,
            pending: Vec::new(),
        }
    }
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
        self.visible = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
        self.visible = false;
        self.pressed = false;
    }
}

/// An element with a role, a name, and, where it can be pressed, focus and keys. Made by [`access`].
pub struct Access<'a, M> {
    content: Element<'a, M>,
    info: Info,
    id: Option<Id>,
    key: Option<u64>,
    ring: Ring,
    always_ringed: bool,
    keeps_pointer_focus: bool,
    takes_pointer: bool,
    on_press: Option<M>,
    on_step: Option<Box<dyn Fn(i32) -> M + 'a>>,
}

impl<M> std::fmt::Debug for Access<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Access")
            .field("info", &self.info)
            .finish_non_exhaustive()
    }
}

/// Gives `content` a role. Headings, groups and pictures need no more than this and a name.
pub fn access<'a, M>(role: Role, content: impl Into<Element<'a, M>>) -> Access<'a, M> {
    Access {
        content: content.into(),
        info: Info {
            role,
            ..Info::default()
        },
        id: None,
        key: None,
        ring: Ring::Around(radius::CONTROL),
        always_ringed: false,
        keeps_pointer_focus: true,
        takes_pointer: false,
        on_press: None,
        on_step: None,
    }
}

impl<'a, M> Access<'a, M> {
    /// The name read out, in place of the text inside.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.info.name = Some(name.into());
        self
    }

    /// A second sentence: a hint, or why something is unavailable.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.info.description = Some(text.into());
        self
    }

    #[must_use]
    pub fn description_maybe(mut self, text: Option<String>) -> Self {
        self.info.description = text;
        self
    }

    #[must_use]
    pub fn value(mut self, text: impl Into<String>) -> Self {
        self.info.value = Some(text.into());
        self
    }

    #[must_use]
    pub fn level(mut self, level: u8) -> Self {
        self.info.level = Some(level);
        self
    }

    #[must_use]
    pub fn toggled(mut self, on: bool) -> Self {
        self.info.toggled = Some(on);
        self
    }

    #[must_use]
    pub fn selected(mut self, selected: bool) -> Self {
        self.info.selected = Some(selected);
        self
    }

    #[must_use]
    pub fn expanded(mut self, open: bool) -> Self {
        self.info.expanded = Some(open);
        self
    }

    #[must_use]
    pub fn invalid(mut self, invalid: bool) -> Self {
        self.info.invalid = invalid;
        self
    }

    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.info.disabled = disabled;
        self
    }

    #[must_use]
    pub fn live(mut self, live: Live) -> Self {
        self.info.live = Some(live);
        self
    }

    /// Keeps the keyboard inside: see [`super::nav`].
    #[must_use]
    pub fn modal(mut self) -> Self {
        self.info.modal = true;
        self
    }

    /// By which [`super::nav::focus_id`] finds it.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    #[must_use]
    pub fn id_maybe(mut self, id: Option<Id>) -> Self {
        self.id = id;
        self
    }

    /// What the control stands for; when it changes, the focus does not carry over to the newcomer.
    #[must_use]
    pub fn key(mut self, key: u64) -> Self {
        self.key = Some(key);
        self
    }

    #[must_use]
    pub fn ring(mut self, ring: Ring) -> Self {
        self.ring = ring;
        self
    }

    /// Draws the ring whether or not the focus is here: for the gallery.
    #[must_use]
    pub fn always_ringed(mut self) -> Self {
        self.always_ringed = true;
        self
    }

    /// A press by pointer leaves the focus where it was, as for the eye inside a passphrase field.
    #[must_use]
    pub fn leaves_focus(mut self) -> Self {
        self.keeps_pointer_focus = false;
        self
    }

    /// Enter and Space send `message`; the wrapped widget goes on handling the pointer.
    #[must_use]
    pub fn on_activate(mut self, message: M) -> Self {
        self.on_press = Some(message);
        self
    }

    #[must_use]
    pub fn on_activate_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// As [`Self::on_activate`], and a pointer press sends it too: for content that handles none itself.
    #[must_use]
    pub fn on_press(mut self, message: M) -> Self {
        self.takes_pointer = true;
        self.on_activate(message)
    }

    /// Arrow right and up send `f(1)`, left and down `f(-1)`.
    #[must_use]
    pub fn on_step(mut self, f: impl Fn(i32) -> M + 'a) -> Self {
        self.on_step = Some(Box::new(f));
        self
    }

    fn focusable(&self) -> bool {
        !self.info.disabled && (self.on_press.is_some() || self.on_step.is_some())
    }

    fn ringed(&self, tree: &Tree) -> bool {
        let state = tree.state.downcast_ref::<State>();
        // A text field shows the ring however it got the focus: typing goes there.
        let typing = tree.children.first().is_some_and(|child| {
            if child.tag == tree::Tag::of::<text_input::State<Paragraph>>() {
                let state: &text_input::State<Paragraph> = child.state.downcast_ref();
                state.is_focused()
            } else if child.tag == tree::Tag::of::<text_editor::State<PlainText>>() {
                let state: &text_editor::State<PlainText> = child.state.downcast_ref();
                state.is_focused()
            } else {
                false
            }
        });
        self.always_ringed || typing || (state.focused && state.visible)
    }
}

/// What the control does when it is used.
impl<M: Clone> Access<'_, M> {
    fn answer(&self, request: Request, shell: &mut Shell<'_, M>) {
        match request {
            Request::Press => self.on_press.iter().for_each(|m| shell.publish(m.clone())),
            Request::Step(by) => self.on_step.iter().for_each(|f| shell.publish(f(by))),
        }
    }

    fn pointer_down(&self, state: &mut State, over: bool, shell: &mut Shell<'_, M>) {
        let focused = over && self.keeps_pointer_focus;
        if state.focused != focused || state.visible {
            shell.request_redraw();
        }
        state.focused = focused;
        state.visible = false;
        if over && self.takes_pointer && !shell.is_event_captured() {
            state.pressed = true;
            shell.capture_event();
        }
    }

    fn pointer_up(&self, state: &mut State, over: bool, shell: &mut Shell<'_, M>) {
        if std::mem::take(&mut state.pressed)
            && over
            && let Some(message) = &self.on_press
        {
            shell.publish(message.clone());
            shell.capture_event();
        }
    }

    fn key_down(&self, key: &Key, repeat: bool, shell: &mut Shell<'_, M>) {
        if presses(key)
            && let Some(message) = &self.on_press
        {
            // A held key is taken too, so that it does not scroll or type elsewhere, but sends nothing.
            if !repeat {
                shell.publish(message.clone());
            }
            shell.capture_event();
        } else if let (Some(by), Some(f)) = (step(key), &self.on_step) {
            shell.publish(f(by));
            shell.capture_event();
        }
    }
}

/// Enter and the space bar, which arrives as a character on some systems.
fn presses(key: &Key) -> bool {
    match key.as_ref() {
        Key::Named(Named::Enter | Named::Space) => true,
        Key::Character(c) => c == " ",
        _ => false,
    }
}

fn is_escape(event: &Event) -> bool {
    matches!(
        event,
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: Key::Named(Named::Escape),
            ..
        })
    )
}

fn step(key: &Key) -> Option<i32> {
    match key.as_ref() {
        Key::Named(Named::ArrowRight | Named::ArrowUp) => Some(1),
        Key::Named(Named::ArrowLeft | Named::ArrowDown) => Some(-1),
        _ => None,
    }
}

impl<M: Clone> Widget<M, Theme, Renderer> for Access<'_, M> {
    pass_on! { content: children size layout overlay }
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::new(self.key))
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        if state.key != self.key {
            *state = State::new(self.key);
        }
        if !self.focusable() {
            state.unfocus();
        }
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let focusable = self.focusable();
        let state = tree.state.downcast_mut::<State>();
        let child = &mut tree.children[0];
        let mut info = self.info.clone();
        info.node = state.node;
        operation.custom(self.id.as_ref(), layout.bounds(), &mut info);
        if let Some(request) = info.request.take() {
            state.pending.push(request);
        }
        // An unavailable field would still offer itself to the traversal.
        let hidden = self.info.disabled && self.info.role.is_text();
        let (content, id) = (&mut self.content, self.id.as_ref());
        operation.traverse(&mut |operation| {
            if focusable {
                operation.focusable(id, layout.bounds(), state);
            }
            if !hidden {
                content
                    .as_widget_mut()
                    .operate(child, layout, renderer, operation);
            }
        });
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
        // An upstream field takes Escape and drops the focus; here Escape closes what is open, which is the app's to do.
        if self.info.role.is_text() && is_escape(event) {
            return;
        }
        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
        let focusable = self.focusable();
        let state = tree.state.downcast_mut::<State>();
        match event {
            Event::Window(window::Event::RedrawRequested(_)) => {
                let asked = state.pending.drain(..).filter(|_| focusable);
                asked.for_each(|request| self.answer(request, shell));
            }
            _ if !focusable => {}
            // Pointer focus follows the press even where the wrapped widget has captured it.
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                self.pointer_down(state, cursor.is_over(layout.bounds()), shell);
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. }) => {
                self.pointer_up(state, cursor.is_over(layout.bounds()), shell);
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key,
                modifiers,
                repeat,
                ..
            }) if state.focused
                && !shell.is_event_captured()
                && !modifiers.command()
                && !modifiers.alt() =>
            {
                self.key_down(key, *repeat, shell);
            }
            _ => {}
        }
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
        self.content.as_widget().draw(
            &tree.children[0],
            renderer,
            theme,
            style,
            layout,
            cursor,
            viewport,
        );
        let focus = theme.tokens().focus;
        let bounds = layout.bounds();
        let round = |out: f32, radius: f32| {
            let ring = renderer::Quad {
                bounds: bounds.expand(out),
                border: border::rounded(radius + out).color(focus).width(RING),
                ..renderer::Quad::default()
            };
            (ring, Color::TRANSPARENT)
        };
        let (ring, fill) = match self.ring {
            Ring::Around(radius) => round(GAP + RING, radius),
            Ring::On(radius) => round(0.0, radius),
            Ring::Beside => {
                let line = renderer::Quad {
                    bounds: Rectangle {
                        x: bounds.x - BEFORE,
                        width: LINE,
                        ..bounds
                    },
                    ..renderer::Quad::default()
                };
                (line, focus)
            }
            Ring::Own => return,
        };
        if self.ringed(tree) {
            renderer.with_layer(*viewport, |renderer| renderer.fill_quad(ring, fill));
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        if self.takes_pointer && self.focusable() && cursor.is_over(layout.bounds()) {
            return mouse::Interaction::Pointer;
        }
        self.content.as_widget().mouse_interaction(
            &tree.children[0],
            layout,
            cursor,
            viewport,
            renderer,
        )
    }
}

impl<'a, M: Clone + 'a> From<Access<'a, M>> for Element<'a, M> {
    fn from(access: Access<'a, M>) -> Self {
        Self::new(access)
    }
}
