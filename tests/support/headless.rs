//! Drives a view without a window: events in, messages out, the tree described, the picture drawn.
//!
//! Use it with `#[path = "support/headless.rs"] mod headless;`.
#![allow(
    dead_code,
    unreachable_pub,
    missing_debug_implementations,
    clippy::unwrap_used
)]

use goldseam::ui::access::{Collector, Node, Request, Snapshot, nav};
use goldseam::ui::theme::Theme;
use goldseam::ui::{Element, Renderer, fonts};
use iced::advanced::renderer;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Key, Modifiers, key};
use iced::{Event, Point, Rectangle, Size, window};
use iced_test::runtime::user_interface::{Cache, State, UserInterface};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};

/// Held by whoever draws: the fonts are shared by the whole process, and drawing from several threads at once has crashed.
pub fn alone() -> MutexGuard<'static, ()> {
    static LOCK: Mutex<()> = Mutex::new(());
    LOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The renderer of the window, with its fonts. Take [`alone`] first.
pub fn renderer() -> Renderer {
    static FONTS: Once = Once::new();
    FONTS.call_once(|| {
        let mut system = iced_test::renderer::graphics::text::font_system()
            .write()
            .unwrap();
        for bytes in fonts::all() {
            system.load_font(bytes.into());
        }
    });
    let start = <Renderer as renderer::Headless>::new(fonts::SANS, 15.into(), Some("tiny-skia"));
    iced::futures::executor::block_on(start).unwrap()
}

/// Something with a state, a view of it, and messages that change it.
pub trait Page {
    type Message: Clone + 'static;
    fn view(&self) -> Element<'_, Self::Message>;
    fn update(&mut self, message: Self::Message);
}

pub struct Headless<P> {
    pub page: P,
    pub theme: Theme,
    size: Size,
    cursor: mouse::Cursor,
    cache: Option<Cache>,
    renderer: Renderer,
    _alone: MutexGuard<'static, ()>,
}

impl<P: Page> Headless<P> {
    pub fn new(page: P, size: impl Into<Size>) -> Self {
        let (alone, renderer) = (alone(), renderer());
        Self {
            page,
            theme: Theme::Light,
            size: size.into(),
            cursor: mouse::Cursor::Unavailable,
            cache: Some(Cache::default()),
            renderer,
            _alone: alone,
        }
    }

    /// Builds the page and does something with it: several things at the cost of one.
    pub fn with<T>(&mut self, f: impl FnOnce(&mut Ui<'_, P::Message>, &mut Renderer) -> T) -> T {
        let cache = self.cache.take().unwrap();
        let mut ui = UserInterface::build(self.page.view(), self.size, cache, &mut self.renderer);
        let result = f(&mut ui, &mut self.renderer);
        self.cache = Some(ui.into_cache());
        result
    }

    /// Feeds events, carries out what they ask for, and gives back how many messages that was.
    pub fn events(&mut self, events: &[Event]) -> usize {
        let cursor = self.cursor;
        let mut messages = Vec::new();
        self.with(|ui, renderer| {
            let _ = ui.update(
                events,
                cursor,
                renderer,
                &mut clipboard::Null,
                &mut messages,
            );
        });
        let count = messages.len();
        for message in messages {
            self.page.update(message);
        }
        count
    }

    pub fn redraw(&mut self) -> usize {
        self.events(&[Event::Window(window::Event::RedrawRequested(
            std::time::Instant::now(),
        ))])
    }

    /// A frame at this moment; gives back how many messages came of it.
    pub fn frame(&mut self, at: std::time::Instant) -> usize {
        self.events(&[Event::Window(window::Event::RedrawRequested(at))])
    }

    /// Whether the page wants to be drawn again after a frame at this moment.
    pub fn asks_for_a_frame(&mut self, at: std::time::Instant) -> bool {
        let cursor = self.cursor;
        let event = Event::Window(window::Event::RedrawRequested(at));
        let none = &mut Vec::new();
        let (state, _) = self
            .with(|ui, renderer| ui.update(&[event], cursor, renderer, &mut clipboard::Null, none));
        match state {
            State::Outdated => true,
            State::Updated { redraw_request, .. } => redraw_request != window::RedrawRequest::Wait,
        }
    }

    pub fn operate(&mut self, operation: impl Operation<()> + 'static) {
        self.with(|ui, renderer| operate(ui, renderer, operation));
    }

    pub fn snapshot(&mut self) -> Snapshot {
        let size = self.size;
        self.with(|ui, renderer| snapshot(ui, renderer, size))
    }

    pub fn size(&self) -> Size {
        self.size
    }

    pub fn resize(&mut self, size: impl Into<Size>) {
        self.size = size.into();
    }

    pub fn tab(&mut self) {
        self.operate(nav::focus_step(true));
    }

    pub fn shift_tab(&mut self) {
        self.operate(nav::focus_step(false));
    }

    /// The name of what has the focus.
    pub fn focus(&mut self) -> Option<String> {
        self.snapshot()
            .focused()
            .and_then(|node| node.info.name.clone())
    }

    /// The control with this name.
    pub fn find(&mut self, name: &str) -> Node {
        let snapshot = self.snapshot();
        let found = snapshot
            .focusables()
            .find(|node| node.info.name.as_deref() == Some(name));
        let names: Vec<_> = snapshot
            .focusables()
            .filter_map(|node| node.info.name.as_deref())
            .collect();
        found
            .unwrap_or_else(|| panic!("no control is named {name:?}; there are {names:?}"))
            .clone()
    }

    /// Focuses the control with this name and presses it as a screen reader would.
    pub fn press(&mut self, name: &str) -> usize {
        let node = self.find(name).id;
        self.operate(nav::focus_node(node));
        self.operate(nav::press(node, Request::Press));
        self.redraw()
    }

    pub fn click(&mut self, name: &str) -> usize {
        let at = self.find(name).bounds.center();
        self.click_at(at)
    }

    pub fn click_at(&mut self, at: Point) -> usize {
        self.cursor = mouse::Cursor::Available(at);
        let button = mouse::Button::Left;
        self.events(&[Event::Mouse(iced::mouse::Event::CursorMoved {
            position: at,
        })]) + self.events(&[Event::Mouse(iced::mouse::Event::ButtonPressed(button))])
            + self.events(&[Event::Mouse(iced::mouse::Event::ButtonReleased(button))])
    }

    pub fn key(&mut self, key: impl Into<Key>) -> usize {
        self.chord(key, Modifiers::empty())
    }

    pub fn chord(&mut self, key: impl Into<Key>, modifiers: Modifiers) -> usize {
        let key = key.into();
        self.events(&[key_press(key, modifiers, false)])
    }

    pub fn held(&mut self, key: impl Into<Key>) -> usize {
        let key = key.into();
        self.events(&[key_press(key, Modifiers::empty(), true)])
    }

    /// Whether nothing on the page takes this key, so that the app's own shortcuts get it.
    pub fn leaves_to_the_app(&mut self, key: impl Into<Key>) -> bool {
        let (cursor, event) = (
            self.cursor,
            key_press(key.into(), Modifiers::empty(), false),
        );
        self.with(|ui, renderer| {
            let mut messages = Vec::new();
            let (_, taken) = ui.update(
                &[event],
                cursor,
                renderer,
                &mut clipboard::Null,
                &mut messages,
            );
            messages.is_empty() && taken == [iced::event::Status::Ignored]
        })
    }

    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.key(Key::Character(c.to_string().into()));
        }
    }

    /// The page as it would stand on the screen, in RGBA.
    pub fn pixels(&mut self) -> Vec<u8> {
        self.pixels_at(std::time::Instant::now())
    }

    pub fn pixels_at(&mut self, now: std::time::Instant) -> Vec<u8> {
        self.pixels_of(now, 1.0)
    }

    /// The same where a length on the page is so many dots of the screen.
    pub fn pixels_scaled(&mut self, scale: f32) -> Vec<u8> {
        self.pixels_of(std::time::Instant::now(), scale)
    }

    fn pixels_of(&mut self, now: std::time::Instant, scale: f32) -> Vec<u8> {
        let (theme, size, cursor) = (self.theme, self.size, self.cursor);
        let base = iced::theme::Base::base(&theme);
        self.with(|ui, renderer| {
            // Buttons learn how they stand from the event, and the tree is built anew each time.
            let event = Event::Window(window::Event::RedrawRequested(now));
            let _ = ui.update(
                &[event],
                cursor,
                renderer,
                &mut clipboard::Null,
                &mut Vec::new(),
            );
            let style = renderer::Style {
                text_color: base.text_color,
            };
            ui.draw(renderer, &theme, &style, cursor);
            let dots = |length: f32| (length * scale) as u32;
            let pixels = Size::new(dots(size.width), dots(size.height));
            renderer::Headless::screenshot(renderer, pixels, scale, base.background_color)
        })
    }

    /// Writes the page as a PPM file, for people to look at.
    pub fn picture(&mut self, path: impl AsRef<Path>) {
        let rgba = self.pixels();
        let mut out = format!(
            "P6\n{} {}\n255\n",
            self.size.width as u32, self.size.height as u32
        )
        .into_bytes();
        out.extend(rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]));
        std::fs::write(path, out).unwrap();
    }
}

pub type Ui<'a, M> = UserInterface<'a, M, Theme, Renderer>;

pub fn operate<M>(
    ui: &mut Ui<'_, M>,
    renderer: &Renderer,
    operation: impl Operation<()> + 'static,
) {
    let mut current: Option<Box<dyn Operation<()>>> = Some(Box::new(operation));
    while let Some(mut operation) = current.take() {
        ui.operate(renderer, operation.as_mut());
        if let Outcome::Chain(next) = operation.finish() {
            current = Some(next);
        }
    }
}

pub fn snapshot<M>(ui: &mut Ui<'_, M>, renderer: &Renderer, size: Size) -> Snapshot {
    let out = Arc::new(Mutex::new(Snapshot::default()));
    let sink = out.clone();
    let bounds = Rectangle::with_size(size);
    let collector = Collector::new("window", bounds, move |s| *sink.lock().unwrap() = s);
    operate(ui, renderer, collector);
    std::mem::take(&mut *out.lock().unwrap())
}

pub fn key_press(key: Key, modifiers: Modifiers, repeat: bool) -> Event {
    let text = match &key {
        Key::Character(c) if !modifiers.command() => Some(c.clone()),
        Key::Named(key::Named::Space) => Some(" ".into()),
        Key::Named(key::Named::Tab) => Some("\t".into()),
        _ => None,
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: key::Physical::Unidentified(key::NativeCode::Unidentified),
        location: keyboard::Location::Standard,
        modifiers,
        text,
        repeat,
    })
}
