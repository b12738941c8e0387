//! The whole app without a window: the real store on a real folder, the real view, every task run to its end.
//!
//! Keys go the way they go in the window: to what has the focus first, then through `app::shortcuts`. Whatever is asked for
//! by name is waited for, since the store works on a thread of its own.

pub mod folder;
mod hands;
mod sight;

use super::headless::{alone, renderer};
use super::library;
use chrono::{DateTime, Duration as Span, FixedOffset};
use goldseam::app::shortcuts::{Shortcut, meaning};
use goldseam::app::{App, Message};
use goldseam::domain::settings::{TextSize, ThemeChoice};
use goldseam::store::files::Disk;
use goldseam::store::{Kdf, Store};
use goldseam::ui::Renderer;
use goldseam::ui::access::nav;
use goldseam::ui::theme::Theme;
use hands::pressed;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, mouse};
use iced::futures::StreamExt;
use iced::futures::stream::BoxStream;
use iced::futures::task::noop_waker_ref;
use iced::keyboard::{Key, Modifiers, key, key::Named};
use iced::{Event, Size, Task, event, window};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

/// A passphrase that costs nothing to try.
pub const QUICK: Kdf = Kdf { log_n: 2 };
pub const WIDE: Size = Size::new(1280.0, 800.0);
/// A Thursday evening.
pub const EVENING: &str = "2026-11-19T20:14:00+01:00";

/// Longer than any honest job of the store takes on a busy computer.
const PATIENCE: Duration = Duration::from_secs(30);
/// When nothing came for so long, what is still waited for is a timer.
const QUIET: Duration = Duration::from_millis(40);

/// The app on a folder, and somebody sitting before it.
pub struct Sitting {
    pub app: App,
    home: PathBuf,
    now: Arc<Mutex<DateTime<FixedOffset>>>,
    window: Size,
    id: window::Id,
    cache: Option<Cache>,
    renderer: Renderer,
    waiting: Vec<BoxStream<'static, Action<Message>>>,
    /// The app closed its window.
    pub closed: bool,
    /// What was put on the clipboard or asked of the system, by kind; the app asks for next to nothing.
    pub asked: Vec<String>,
    /// How many messages came from the view since this was last set to nought.
    pub messages: usize,
    _alone: MutexGuard<'static, ()>,
}

impl Sitting {
    /// Starts the app on a folder; an empty one is set up first.
    pub fn begin(home: &Path) -> Self {
        Self::begin_with(home, |app| app)
    }

    /// The same, with something told to the app first.
    pub fn begin_with(home: &Path, tell: impl FnOnce(App) -> App) -> Self {
        let (alone, renderer) = (alone(), renderer());
        let now = Arc::new(Mutex::new(DateTime::parse_from_rfc3339(EVENING).unwrap()));
        let app = tell(start_app(home, &now));
        let mut sitting = Self {
            app,
            home: home.to_owned(),
            now,
            window: WIDE,
            id: window::Id::unique(),
            cache: Some(Cache::default()),
            renderer,
            waiting: Vec::new(),
            closed: false,
            asked: Vec::new(),
            messages: 0,
            _alone: alone,
        };
        sitting.resize(WIDE);
        sitting
    }

    /// Closes the window for good and starts the app on the same folder again. Nothing that waited is done first, so this
    /// is also what a power cut leaves behind.
    pub fn start_again(self) -> Self {
        let (home, now, window) = (self.home.clone(), Arc::clone(&self.now), self.window);
        // Its app, its store and its lock on the renderer go before the next begins.
        drop(self);
        let mut sitting = Self::begin(&home);
        let then = *now.lock().unwrap();
        *sitting.now.lock().unwrap() = then;
        sitting.resize(window);
        sitting
    }

    pub fn home(&self) -> &Path {
        &self.home
    }

    pub fn later(&mut self, by: Span) {
        *self.now.lock().unwrap() += by;
    }

    /// How many answers and timers are still to come; once all is settled, only timers.
    pub fn timers(&mut self) -> usize {
        self.settle();
        self.waiting.len()
    }

    /// The window over the text size, as the toolkit lays it out.
    fn size(&self) -> Size {
        self.app.world.size()
    }

    pub fn resize(&mut self, window: Size) {
        self.window = window;
        let factor = self.app.world.settings.text_size.factor();
        let logical = Size::new(window.width / factor, window.height / factor);
        self.send(Message::Shortcut(Shortcut::Resized(logical)));
        self.redraw();
    }

    /// As if one had just come to this page: nothing has the focus, nothing is scrolled.
    pub fn look_afresh(&mut self) {
        self.cache = Some(Cache::default());
        self.redraw();
    }

    pub fn text_size(&mut self, size: TextSize) {
        self.app.world.settings.text_size = size;
        self.resize(self.window);
    }

    pub fn theme(&mut self, theme: ThemeChoice) {
        self.app.world.settings.theme = theme;
        self.app.world.retheme();
        self.redraw();
    }

    fn with<T>(
        &mut self,
        f: impl FnOnce(&mut UserInterface<'_, Message, Theme, Renderer>, &mut Renderer) -> T,
    ) -> T {
        let (cache, size) = (self.cache.take().unwrap(), self.size());
        let mut ui = UserInterface::build(self.app.view(), size, cache, &mut self.renderer);
        let result = f(&mut ui, &mut self.renderer);
        self.cache = Some(ui.into_cache());
        result
    }

    /// A message as if the app's own view or subscription had sent it.
    pub fn send(&mut self, message: Message) {
        let task = self.app.update(message);
        self.run(task);
    }

    fn run(&mut self, task: Task<Message>) {
        self.waiting.extend(task::into_stream(task));
    }

    pub fn event(&mut self, event: Event) {
        let cursor = mouse::Cursor::Unavailable;
        let mut messages = Vec::new();
        let taken = self.with(|ui, renderer| {
            let null = &mut clipboard::Null;
            ui.update(
                std::slice::from_ref(&event),
                cursor,
                renderer,
                null,
                &mut messages,
            )
            .1
        });
        self.messages += messages.len();
        for message in messages {
            self.send(message);
        }
        let status = taken.first().copied().unwrap_or(event::Status::Ignored);
        if let Some(shortcut) = meaning(&event, status, self.id) {
            self.send(Message::Shortcut(shortcut));
        }
        self.poll();
        self.redraw();
    }

    /// How many messages a key would send from the control with this id. Nothing is done about them.
    pub fn would_send(&mut self, node: u64, key: Named) -> usize {
        self.operate(Box::new(nav::focus_node(node)));
        let unknown = key::Physical::Unidentified(key::NativeCode::Unidentified);
        let press = pressed(Key::Named(key), unknown, Modifiers::empty());
        let frame = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let cursor = mouse::Cursor::Unavailable;
        let mut messages = Vec::new();
        for event in [press, frame] {
            self.with(|ui, renderer| {
                let null = &mut clipboard::Null;
                let _ = ui.update(&[event], cursor, renderer, null, &mut messages);
            });
        }
        messages.len()
    }

    /// One frame. What a control puts off to the next frame happens here.
    pub fn redraw(&mut self) {
        let cursor = mouse::Cursor::Unavailable;
        let event = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let mut messages = Vec::new();
        self.with(|ui, renderer| {
            let null = &mut clipboard::Null;
            let _ = ui.update(&[event], cursor, renderer, null, &mut messages);
        });
        for message in messages {
            self.send(message);
        }
    }

    /// Takes what the tasks have ready, again and again until there is nothing more; whether there was anything.
    pub fn poll(&mut self) -> bool {
        let mut any = false;
        loop {
            let mut ready = Vec::new();
            let mut context = Context::from_waker(noop_waker_ref());
            self.waiting.retain_mut(|stream| {
                loop {
                    match stream.poll_next_unpin(&mut context) {
                        Poll::Ready(Some(action)) => ready.push(action),
                        Poll::Ready(None) => return false,
                        Poll::Pending => return true,
                    }
                }
            });
            if ready.is_empty() {
                return any;
            }
            any = true;
            for action in ready {
                self.act(action);
            }
        }
    }

    fn act(&mut self, action: Action<Message>) {
        match action {
            Action::Output(message) => self.send(message),
            Action::Widget(operation) => self.operate(operation),
            Action::Exit => self.closed = true,
            other => self.asked.push(format!("{other:?}")),
        }
    }

    fn operate(&mut self, operation: Box<dyn Operation<()>>) {
        self.with(|ui, renderer| {
            let mut current = Some(operation);
            while let Some(mut operation) = current.take() {
                ui.operate(renderer, operation.as_mut());
                if let Outcome::Chain(next) = operation.finish() {
                    current = Some(next);
                }
            }
        });
    }

    /// Lets everything happen that is under way, except what waits for a timer.
    pub fn settle(&mut self) {
        let mut last = Instant::now();
        while last.elapsed() < QUIET {
            if self.poll() {
                last = Instant::now();
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        self.redraw();
    }

    /// Waits until something is so, timers included; fails with `what` when it never is.
    #[track_caller]
    pub fn until(&mut self, what: &str, so: impl Fn(&mut Self) -> bool) {
        let start = Instant::now();
        loop {
            self.poll();
            self.redraw();
            if so(self) {
                return;
            }
            if start.elapsed() > PATIENCE {
                panic!("waited in vain: {what}\n{}", self.told());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn start_app(home: &Path, now: &Arc<Mutex<DateTime<FixedOffset>>>) -> App {
    let start = Instant::now();
    // The thread of an app that was just closed may hold the folder a moment longer.
    let store = loop {
        match Store::open(home, Arc::new(Disk), QUICK) {
            Err(_) if start.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(5)),
            store => break store,
        }
    };
    let now = Arc::clone(now);
    App::new(
        store,
        Arc::clone(library()),
        Arc::new(move || *now.lock().unwrap()),
    )
}
