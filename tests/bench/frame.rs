//! From a key to what it changes on the screen, at 2560×1600, and what the drawings cost.
//! `cargo bench --bench frame`. To reach: 16 ms.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../support/headless.rs"]
mod headless;
#[path = "support/home.rs"]
mod home;
#[path = "support/table.rs"]
mod table;
#[path = "support/window.rs"]
mod window;
#[path = "support/x.rs"]
mod x;

use goldseam::app::{self, App};
use goldseam::store::Kdf;
use goldseam::ui::access::Role;
use goldseam::ui::art::Look;
use goldseam::ui::jar::{self, Hue, Marble};
use goldseam::ui::shard::{self, Arrangement};
use goldseam::ui::{self, Element, Renderer, bowl, theme::Theme};
use headless::{Headless, Page};
use iced::advanced::renderer::{self, Headless as _};
use iced::advanced::{clipboard, mouse};
use iced::{Color, Event, Font, Point, Size, keyboard};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use std::thread::sleep;
use std::time::{Duration, Instant};
use table::{heading, line, timed, within};
use x::{Screen, Server};

const LARGE: Size = Size::new(2560.0, 1600.0);
const KEYS: usize = 24;
const KDF: Kdf = Kdf { log_n: 4 };

fn main() {
    window::play_role();
    let decade = home::of_months(120, KDF);
    for name in ["guide", "check-in", "home", "journal"] {
        apart(&decade, name, field(&decade, name));
    }
    match Server::start() {
        Some(server) => {
            for name in ["guide", "check-in", "home", "journal"] {
                whole(&server, &decade, name);
            }
        }
        None => println!("\nkey to pixels skipped: Xvfb is not installed"),
    }
    drawings();
}

struct Window(App);

impl Page for Window {
    type Message = app::Message;
    fn view(&self) -> Element<'_, app::Message> {
        self.0.view()
    }
    fn update(&mut self, message: app::Message) {
        drop(self.0.update(message));
    }
}

/// Where on the page the first place to write in is.
fn field(decade: &home::Home, name: &str) -> Option<Point> {
    let mut app = window::app(decade.path(), window::place(name));
    app.world.window = LARGE;
    let mut page = Headless::new(Window(app), LARGE);
    page.redraw();
    let snapshot = page.snapshot();
    snapshot
        .focusables()
        .find(|node| matches!(node.info.role, Role::TextInput | Role::MultilineTextInput))
        .map(|node| node.bounds.center())
}

/// The steps that a frame is made of, without a window.
fn apart(decade: &home::Home, name: &str, field: Option<Point>) {
    let mut app = window::app(decade.path(), window::place(name));
    app.world.window = LARGE;
    let mut headless = Headless::new(Window(app), LARGE);
    headless.redraw();
    match field {
        Some(at) => drop(headless.click_at(at)),
        None => headless.tab(),
    }
    heading(&format!(
        "{name}: one key, by steps{}",
        if field.is_some() {
            ""
        } else {
            " (no field to write in)"
        }
    ));
    let mut event = Vec::new();
    let mut build = Vec::new();
    let mut frame = Vec::new();
    for n in 0..KEYS {
        let key = ["a", "e", " ", "t"][n % 4];
        event.push(timed(|| headless.key(keyboard::Key::Character(key.into()))));
        build.push(timed(|| {
            headless.operate(ui::access::nav::focus_id("nothing"))
        }));
        frame.push(timed(|| headless.pixels()));
    }
    line("view, layout, key, update", &event);
    line("view and layout again", &build);
    line("view, layout, draw, whole picture", &frame);
}

/// The window itself, a key pressed on the server, and the moment the server has new pixels.
fn whole(server: &Server, decade: &home::Home, name: &str) {
    let field = field(decade, name);
    let running = window::at(server, decade, name);
    let mut screen = Screen::connect(server).unwrap();
    let start = Instant::now();
    while !screen.anything_on_row(400, 1280).unwrap() && start.elapsed().as_secs() < 20 {
        sleep(Duration::from_millis(5));
    }
    let window = screen.window().unwrap().unwrap();
    screen.resize(window, 2560, 1600).unwrap();
    screen.focus(window).unwrap();
    screen.move_pointer(2000, 1590).unwrap();
    sleep(Duration::from_millis(1_500));
    const TAB: u8 = 23;
    match field {
        Some(at) => screen.click(at.x as u16, at.y as u16).unwrap(),
        None => screen.key(TAB).unwrap(),
    }
    sleep(Duration::from_millis(1_500));
    screen.watch(window).unwrap();
    let quiet = Duration::from_millis(60);
    screen.drawn(quiet, quiet).unwrap();
    let (mut times, mut lost) = (Vec::new(), 0);
    // A, E, Space, T.
    for n in 0..KEYS {
        let key = if field.is_some() {
            [38, 26, 65, 28][n % 4]
        } else {
            TAB
        };
        let pressed = Instant::now();
        screen.key(key).unwrap();
        let drawn = screen.drawn(Duration::from_millis(500), quiet).unwrap();
        match drawn.first() {
            Some(first) => times.push(*first - pressed),
            None => lost += 1,
        }
    }
    drop(running);
    let what = if field.is_some() { "a letter" } else { "Tab" };
    heading(&format!("{name}: {what} pressed to pixels on the server"));
    within("2560×1600", &times, Duration::from_millis(16));
    if lost > 0 {
        println!("{lost} of {KEYS} keys changed nothing");
    }
}

fn drawings() {
    let look = Look::default();
    heading("drawings: first time, and again from what is kept");
    drawing(
        "nothing, 1280×800 (subtract)",
        Size::new(1280.0, 800.0),
        || ui::space().into(),
    );
    drawing("door, 1280×800", Size::new(1280.0, 800.0), || {
        shard::threshold(look, Arrangement::Door)
    });
    drawing("nothing, 2560×1600 (subtract)", LARGE, || {
        ui::space().into()
    });
    drawing("door, 2560×1600", LARGE, || {
        shard::threshold(look, Arrangement::Door)
    });
    drawing("hand-over, 2560×1600", LARGE, || {
        shard::threshold(look, Arrangement::HandOver)
    });
    drawing(
        "bowl, 760 wide",
        Size::new(760.0, bowl::height(760.0)),
        || bowl::bowl(look, 4, Some(4)).width(760.0).view(),
    );
    let marbles: Vec<Marble> = (0..60)
        .map(|n| Marble {
            hue: [Hue::First, Hue::Second, Hue::Both][n % 3],
            gold_line: n % 9 == 0,
        })
        .collect();
    drawing(
        "jar of 60, 520 wide",
        Size::new(520.0, jar::height(520.0)),
        || jar::jar(look, &marbles).width(520.0).view(),
    );
}

fn drawing<'a>(name: &str, size: Size, view: impl Fn() -> Element<'a, ()>) {
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        let start =
            <Renderer as renderer::Headless>::new(Font::DEFAULT, 16.into(), Some("tiny-skia"));
        let mut renderer = iced::futures::executor::block_on(start).unwrap();
        let mut cache = Some(Cache::default());
        for times in [&mut first, &mut again] {
            times.push(timed(|| {
                let mut ui =
                    UserInterface::build(view(), size, cache.take().unwrap(), &mut renderer);
                let _ = ui.update(
                    &[Event::Window(iced::window::Event::RedrawRequested(
                        Instant::now(),
                    ))],
                    mouse::Cursor::Unavailable,
                    &mut renderer,
                    &mut clipboard::Null,
                    &mut Vec::new(),
                );
                let style = renderer::Style {
                    text_color: Color::BLACK,
                };
                ui.draw(
                    &mut renderer,
                    &Theme::Light,
                    &style,
                    mouse::Cursor::Unavailable,
                );
                cache = Some(ui.into_cache());
                let size = Size::new(size.width as u32, size.height as u32);
                renderer.screenshot(size, 1.0, Color::WHITE)
            }));
        }
    }
    line(&format!("{name}, first"), &first);
    line(&format!("{name}, again"), &again);
}
