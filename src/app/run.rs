//! The app before its first frame, as the tests begin with it too, and the window it is shown in.

use super::keep::Keeping;
use super::packs::{self, Guides, Shelf};
use super::session::threshold;
use super::shortcuts::QuickLeave;
use super::shown::Shown;
use super::worker::Worker;
use super::world::{Clock, World};
use super::{App, Message, focus, notices, page};
use crate::content::Library;
use crate::domain::settings::TextSize;
use crate::domain::{PersonId, Settings, Words};
use crate::screen::settings::packs::Stand;
use crate::screen::{Place, trouble};
use crate::store::{Found, OpenError, Store};
use crate::text::common;
use crate::ui;
use iced::{Size, Task, window};
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

/// The smallest window in which everything still fits, text at 150 % included.
const SMALLEST: Size = Size::new(640.0, 480.0);
const FIRST: Size = Size::new(1280.0, 800.0);

impl App {
    /// The app before its first frame: at the door, setting up, or saying why it cannot go on. `library` is what is built in;
    /// a pack that is kept takes its place, see also [`App::showing`].
    pub fn new(store: Result<Store, OpenError>, library: Arc<Library>, clock: Clock) -> Self {
        let found = store.as_ref().map_or(Found::Nothing, Store::household);
        let mut trouble = store
            .as_ref()
            .err()
            .map(notices::open)
            .or_else(|| notices::found(&found));
        let settings = store
            .as_ref()
            .map_or_else(|_| Settings::default(), Store::settings);
        let built_in = Arc::clone(&library);
        let guides = match &store {
            Ok(store) => packs::kept(store, library),
            Err(_) => Guides {
                library,
                stand: Stand::BuiltIn,
            },
        };
        let worker = match store.map(Worker::start) {
            Ok(Ok(worker)) => Some(worker),
            Ok(Err(error)) => {
                trouble = Some(notices::no_thread(&error.to_string()));
                None
            }
            Err(_) => None,
        };
        let household = found.household().cloned().unwrap_or_default();
        let world = World::new(clock, guides.library, settings, household);
        let now = world.now;
        let shown = match trouble {
            Some(stop) => Shown::Trouble(trouble::State::new(stop)),
            None => threshold(&world),
        };
        Self {
            world,
            shown,
            place: Place::Home,
            worker,
            over: None,
            library: None,
            behind: None,
            keeping: Keeping::default(),
            quick: QuickLeave::default(),
            menu_open: false,
            focus: focus::Memory::default(),
            last_activity: now,
            lock_armed: false,
            leaving: false,
            gold: None,
            turn: 0,
            scrolled: 0,
            settling: false,
            page: page::Desk::default(),
            packs: Shelf {
                built_in,
                stand: guides.stand,
                told: false,
            },
            opened_by: None,
        }
    }

    /// A made-up household: its shared room opens by itself, and the door says the passphrase, which is no secret.
    #[must_use]
    pub fn made_up(mut self, person: PersonId, passphrase: Words) -> Self {
        self.world.made_up = Some(passphrase.clone());
        self.opened_by = Some((person, passphrase));
        self
    }

    fn begin(&mut self) -> Task<Message> {
        match self.opened_by.take() {
            Some((person, passphrase)) => self.unlock(person, passphrase, true),
            // The first name can be typed at once.
            None if matches!(self.shown, Shown::Setup(_)) => focus::second(),
            None => Task::none(),
        }
    }
}

/// Opens the window and returns when it is closed. The toolkit makes it larger by the text size, which would push it off
/// the screen.
///
/// # Errors
/// Where no window can be had.
pub fn window(text: TextSize, boot: impl Fn() -> App + 'static) -> iced::Result {
    // Looking through the fonts of the system takes as long as opening the window does.
    let fonts = RefCell::new(Some(thread::spawn(ui::fonts::load)));
    let boot = move || {
        let mut app = boot();
        if let Some(fonts) = fonts.take() {
            // A panic in there shows again, and better told, as soon as text is drawn.
            drop(fonts.join());
        }
        let first = app.begin();
        (
            app,
            Task::batch([first, iced::system::theme().map(Message::System)]),
        )
    };
    iced::application(boot, App::update, App::view)
        .title(common::WINDOW_TITLE)
        .subscription(App::subscription)
        .theme(|app: &App| app.world.theme)
        .style(App::style)
        .scale_factor(|app: &App| app.world.settings.text_size.factor())
        .default_font(ui::fonts::SANS)
        .window(window::Settings {
            size: FIRST * (1.0 / text.factor()),
            min_size: Some(SMALLEST),
            ..window::Settings::default()
        })
        .exit_on_close_request(false)
        .run()
}
