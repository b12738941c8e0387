//! The whole app without a window: the real store on a real folder, the real view, every task run to its end.
//!
//! Keys go the way they go in the window: to what has the focus first, then through `app::shortcuts`. Whatever is asked for
//! by name is waited for, since the store works on a thread of its own.
//!
//! Use it with `#[path = "support/app.rs"] mod app;`.
#![allow(
    dead_code,
    unreachable_pub,
    missing_debug_implementations,
    clippy::unwrap_used
)]

use chrono::{DateTime, Duration as Span, FixedOffset};
use goldseam::app::shortcuts::{Shortcut, meaning};
use goldseam::app::{App, Message};
use goldseam::content::Library;
use goldseam::demo;
use goldseam::domain::settings::{TextSize, ThemeChoice};
use goldseam::domain::{PersonId, Words};
use goldseam::store::files::Disk;
use goldseam::store::{Kdf, Passphrase, Store};
use goldseam::ui::access::{Collector, Node, Role, Snapshot, nav};
use goldseam::ui::theme::Theme;
use goldseam::ui::{Renderer, fonts};
use iced::advanced::renderer;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, mouse};
use iced::futures::StreamExt;
use iced::futures::stream::BoxStream;
use iced::futures::task::noop_waker_ref;
use iced::keyboard::{self, Key, Modifiers, key, key::Named};
use iced::{Event, Point, Rectangle, Size, Task, event, window};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, Once, OnceLock, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

/// A passphrase that costs nothing to try.
pub const QUICK: Kdf = Kdf { log_n: 2 };
pub const WIDE: Size = Size::new(1280.0, 800.0);
/// A Thursday evening.
pub const EVENING: &str = "2026-11-19T20:14:00+01:00";
/// The passphrase of both people of the made-up household.
pub const MADE_UP: &str = "a made-up passphrase for both";

/// Longer than any honest job of the store takes on a busy computer.
const PATIENCE: Duration = Duration::from_secs(30);
/// When nothing came for so long, what is still waited for is a timer.
const QUIET: Duration = Duration::from_millis(40);

static LOCK: Mutex<()> = Mutex::new(());
static FONTS: Once = Once::new();
static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();

pub fn library() -> Arc<Library> {
    let read = || Arc::new(Library::embedded().unwrap());
    Arc::clone(LIBRARY.get_or_init(read))
}

/// The app on a folder, and somebody sitting before it.
pub struct Sitting {
    pub app: App,
    home: PathBuf,
    now: Arc<Mutex<DateTime<FixedOffset>>>,
    window: Size,
    id: window::Id,
    cursor: mouse::Cursor,
    cache: Option<Cache>,
    renderer: Renderer,
    waiting: Vec<BoxStream<'static, Action<Message>>>,
    /// The app closed its window.
    pub closed: bool,
    /// What was put on the clipboard or asked of the system, by kind; the app asks for next to nothing.
    pub asked: Vec<String>,
    /// How many messages came from the view since this was last set to nought.
    pub messages: usize,
    // Drawing from several threads at once has crashed.
    _alone: MutexGuard<'static, ()>,
}

impl Sitting {
    /// Starts the app on a folder; an empty one is set up first.
    pub fn begin(home: &Path) -> Self {
        Self::begin_with(home, |app| app)
    }

    /// The same, with something told to the app first.
    pub fn begin_with(home: &Path, tell: impl FnOnce(App) -> App) -> Self {
        let alone = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
        FONTS.call_once(|| {
            let mut system = iced_test::renderer::graphics::text::font_system()
                .write()
                .unwrap();
            for bytes in fonts::all() {
                system.load_font(bytes.into());
            }
        });
        let start =
            <Renderer as renderer::Headless>::new(fonts::SANS, 15.into(), Some("tiny-skia"));
        let renderer = iced::futures::executor::block_on(start).unwrap();
        let now = Arc::new(Mutex::new(DateTime::parse_from_rfc3339(EVENING).unwrap()));
        let app = tell(start_app(home, &now));
        let mut sitting = Self {
            app,
            home: home.to_owned(),
            now,
            window: WIDE,
            id: window::Id::unique(),
            cursor: mouse::Cursor::Unavailable,
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

    // ---- the window -------------------------------------------------------------------------------------------------

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

    // ---- events and tasks -------------------------------------------------------------------------------------------

    /// A message as if the app's own view or subscription had sent it.
    pub fn send(&mut self, message: Message) {
        let task = self.app.update(message);
        self.run(task);
    }

    fn run(&mut self, task: Task<Message>) {
        self.waiting.extend(task::into_stream(task));
    }

    pub fn event(&mut self, event: Event) {
        let cursor = self.cursor;
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
        let cursor = self.cursor;
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
        let cursor = self.cursor;
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

    // ---- what is there ----------------------------------------------------------------------------------------------

    pub fn snapshot(&mut self) -> Snapshot {
        let out = Arc::new(Mutex::new(Snapshot::default()));
        let sink = out.clone();
        let bounds = Rectangle::with_size(self.size());
        let collector = Collector::new("window", bounds, move |s| *sink.lock().unwrap() = s);
        self.operate(Box::new(collector));
        std::mem::take(&mut *out.lock().unwrap())
    }

    /// Everything a screen reader would be told, a line each.
    pub fn told(&mut self) -> String {
        let snapshot = self.snapshot();
        let line = |node: &Node| {
            let info = &node.info;
            let words = [&info.name, &info.description, &info.value];
            let words: Vec<&str> = words.into_iter().filter_map(Option::as_deref).collect();
            (!words.is_empty()).then(|| format!("{:?}: {}", info.role, words.join(" | ")))
        };
        let lines: Vec<String> = snapshot.nodes.iter().filter_map(line).collect();
        lines.join("\n")
    }

    /// Whether these words are shown now.
    pub fn shows(&mut self, words: &str) -> bool {
        self.told().contains(words)
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) {
        let what = format!("the words {words:?}");
        self.until(&what, |sitting| sitting.shows(words));
    }

    #[track_caller]
    pub fn never_sees(&mut self, words: &str) {
        self.settle();
        let told = self.told();
        assert!(!told.contains(words), "{words:?} is shown:\n{told}");
    }

    /// The control with this name that can be used now, waited for.
    #[track_caller]
    pub fn find(&mut self, name: &str) -> Node {
        self.find_in(None, name)
    }

    #[track_caller]
    fn find_in(&mut self, group: Option<&str>, name: &str) -> Node {
        let what = format!("a control named {name:?} in {group:?}");
        self.until(&what, |sitting| {
            usable(&sitting.snapshot(), group, name).is_some()
        });
        usable(&self.snapshot(), group, name).unwrap()
    }

    pub fn has(&mut self, name: &str) -> bool {
        usable(&self.snapshot(), None, name).is_some()
    }

    /// The name of what has the focus.
    pub fn focus(&mut self) -> Option<String> {
        self.snapshot()
            .focused()
            .and_then(|node| node.info.name.clone())
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&mut self, name: &str) -> String {
        self.find(name).info.value.unwrap_or_default()
    }

    // ---- what a person does -----------------------------------------------------------------------------------------

    /// Goes to the control and presses it by keyboard.
    #[track_caller]
    pub fn press(&mut self, name: &str) {
        let node = self.find(name);
        self.press_node(&node);
    }

    /// The same, for one of several of this name: the one inside the group or dialog called `group`.
    #[track_caller]
    pub fn press_in(&mut self, group: &str, name: &str) {
        let node = self.find_in(Some(group), name);
        self.press_node(&node);
    }

    fn press_node(&mut self, node: &Node) {
        self.operate(Box::new(nav::focus_node(node.id)));
        let choice = matches!(
            node.info.role,
            Role::CheckBox | Role::Switch | Role::RadioButton
        );
        self.key(if choice { Named::Space } else { Named::Enter });
        self.settle();
    }

    #[track_caller]
    pub fn click(&mut self, name: &str) {
        let node = self.find(name);
        self.operate(Box::new(nav::focus_node(node.id)));
        let at = self.find(name).bounds.center();
        self.click_at(at);
    }

    pub fn click_at(&mut self, position: Point) {
        self.cursor = mouse::Cursor::Available(position);
        let button = mouse::Button::Left;
        self.event(Event::Mouse(mouse::Event::CursorMoved { position }));
        self.event(Event::Mouse(mouse::Event::ButtonPressed(button)));
        self.event(Event::Mouse(mouse::Event::ButtonReleased(button)));
        self.settle();
    }

    /// Goes to the field and types, after what stands there already.
    #[track_caller]
    pub fn type_into(&mut self, name: &str, text: &str) {
        let node = self.find(name).id;
        self.operate(Box::new(nav::focus_node(node)));
        self.key(Named::End);
        for c in text.chars() {
            match c {
                '\n' => self.key(Named::Enter),
                c => self.key(Key::Character(c.to_string().into())),
            }
        }
        self.settle();
    }

    /// The same, in place of what stands there.
    #[track_caller]
    pub fn fill(&mut self, name: &str, text: &str) {
        let node = self.find(name);
        self.operate(Box::new(nav::focus_node(node.id)));
        // All that stands there is selected first.
        let held = |modifiers| Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers));
        let (a, code) = (Key::Character("a".into()), key::Code::KeyA);
        self.event(held(Modifiers::COMMAND));
        self.event(pressed(a, key::Physical::Code(code), Modifiers::COMMAND));
        self.event(held(Modifiers::empty()));
        self.key(Named::Backspace);
        self.type_into(name, text);
    }

    pub fn key(&mut self, key: impl Into<Key>) {
        self.chord(key, Modifiers::empty());
    }

    pub fn chord(&mut self, key: impl Into<Key>, modifiers: Modifiers) {
        let unknown = key::Physical::Unidentified(key::NativeCode::Unidentified);
        self.event(pressed(key.into(), unknown, modifiers));
    }

    pub fn tab(&mut self) {
        self.key(Named::Tab);
    }

    /// Shift goes down, Tab, Shift comes up, as a hand does it.
    pub fn shift_tab(&mut self) {
        self.shift(true);
        self.chord(Named::Tab, Modifiers::SHIFT);
        self.shift(false);
    }

    /// Shift by itself.
    pub fn tap_shift(&mut self) {
        self.shift(true);
        self.shift(false);
    }

    fn shift(&mut self, down: bool) {
        let key = Key::Named(Named::Shift);
        let location = keyboard::Location::Left;
        let physical_key = key::Physical::Code(key::Code::ShiftLeft);
        self.event(Event::Keyboard(if down {
            keyboard::Event::KeyPressed {
                modified_key: key.clone(),
                key,
                physical_key,
                location,
                modifiers: Modifiers::SHIFT,
                text: None,
                repeat: false,
            }
        } else {
            keyboard::Event::KeyReleased {
                modified_key: key.clone(),
                key,
                physical_key,
                location,
                modifiers: Modifiers::empty(),
            }
        }));
    }

    // ---- looking ----------------------------------------------------------------------------------------------------

    /// The window as it would stand on the screen, in RGBA.
    pub fn pixels(&mut self) -> (u32, u32, Vec<u8>) {
        self.redraw();
        let theme = self.app.world.theme;
        let base = iced::theme::Base::base(&theme);
        let (window, cursor) = (self.window, self.cursor);
        let factor = self.app.world.settings.text_size.factor();
        let pixels = Size::new(window.width as u32, window.height as u32);
        let rgba = self.with(|ui, renderer| {
            let event = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let null = &mut clipboard::Null;
            let _ = ui.update(&[event], cursor, renderer, null, &mut Vec::new());
            let style = renderer::Style {
                text_color: base.text_color,
            };
            ui.draw(renderer, &theme, &style, cursor);
            renderer::Headless::screenshot(renderer, pixels, factor, base.background_color)
        });
        (pixels.width, pixels.height, rgba)
    }

    /// Writes the window as a PPM file, for people to look at.
    pub fn picture(&mut self, path: impl AsRef<Path>) {
        let (width, height, rgba) = self.pixels();
        let mut out = format!("P6\n{width} {height}\n255\n").into_bytes();
        out.extend(rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]));
        fs::write(path, out).unwrap();
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
    App::new(store, library(), Arc::new(move || *now.lock().unwrap()))
}

/// The control of this name that can be used; nothing outside an open dialog can.
fn usable(snapshot: &Snapshot, group: Option<&str>, name: &str) -> Option<Node> {
    let dialog = snapshot.nodes.iter().rev().find(|node| node.info.modal);
    let group = group.and_then(|group| {
        let named = |node: &&Node| {
            node.info.role != Role::Label && node.info.name.as_deref() == Some(group)
        };
        snapshot
            .nodes
            .iter()
            .find(named)
            .map(|node| within(snapshot, node.id))
    });
    let inside = dialog.map(|dialog| within(snapshot, dialog.id));
    let reachable = |node: &&Node| {
        let of =
            |set: &Option<BTreeSet<u64>>| set.as_ref().is_none_or(|set| set.contains(&node.id));
        of(&inside) && of(&group)
    };
    let found: Vec<&Node> = snapshot
        .focusables()
        .filter(|node| !node.info.disabled)
        .filter(reachable)
        .collect();
    let exactly = |node: &&&Node| node.info.name.as_deref() == Some(name);
    // A row that can be pressed is called by its title and its note.
    let begins = |node: &&&Node| {
        let rest = node
            .info
            .name
            .as_deref()
            .and_then(|whole| whole.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let found = found
        .iter()
        .find(exactly)
        .or_else(|| found.iter().find(begins));
    found.map(|node| (*node).clone())
}

/// A node and everything in it.
pub fn within(snapshot: &Snapshot, root: u64) -> BTreeSet<u64> {
    let mut inside = BTreeSet::from([root]);
    // Children come after their parents.
    for node in &snapshot.nodes {
        if inside.contains(&node.id) {
            inside.extend(&node.children);
        }
    }
    inside
}

fn pressed(key: Key, physical_key: key::Physical, modifiers: Modifiers) -> Event {
    let text = match &key {
        Key::Character(c) if !modifiers.command() => Some(c.clone()),
        Key::Named(Named::Space) => Some(" ".into()),
        Key::Named(Named::Tab) => Some("\t".into()),
        Key::Named(Named::Enter) => Some("\r".into()),
        _ => None,
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key,
        location: keyboard::Location::Standard,
        modifiers,
        text,
        repeat: false,
    })
}

/// Moves the made-up household into an empty folder, as it stands on [`EVENING`]; gives the two people.
pub fn furnish(home: &Path) -> (PersonId, PersonId) {
    let store = Store::open(home, Arc::new(Disk), QUICK).unwrap();
    let names: Vec<Words> = demo::household()
        .people
        .into_iter()
        .map(|person| person.name)
        .collect();
    let shared = store.create_household(&names).unwrap();
    let found = store.household();
    let people: Vec<PersonId> = found
        .household()
        .unwrap()
        .people
        .iter()
        .map(|p| p.id)
        .collect();
    let passphrase = Passphrase::from(MADE_UP);
    let maya = store.join(&shared, people[0], &passphrase).unwrap();
    let jon = store.join(&shared, people[1], &passphrase).unwrap();
    let found = store.household();
    let now = DateTime::parse_from_rfc3339(EVENING).unwrap();
    let told = demo::records(found.household().unwrap(), now);
    store.append(&maya.shared, told.shared).unwrap();
    store.append(&maya.private, told.first).unwrap();
    store.append(&jon.private, told.second).unwrap();
    (people[0], people[1])
}

/// Every file under a folder, with its bytes.
pub fn bytes_under(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes_under(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found
}

/// The files in which `words` stand as plain text, in UTF-8 or UTF-16.
pub fn files_with(folder: &Path, words: &str) -> Vec<PathBuf> {
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|w| w == wanted);
    bytes_under(folder)
        .into_iter()
        .filter(|(_, bytes)| holds(bytes, words.as_bytes()) || holds(bytes, &utf16))
        .map(|(path, _)| path)
        .collect()
}
