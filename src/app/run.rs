//! The app before its first frame, as the tests begin with it too, and the window it is shown in.

use super::keep::Keeping;
use super::packs::{self, Guides, Shelf};
use super::session::threshold;
use super::shortcuts::QuickLeave;
use super::shown::Shown;
use super::worker::{Worker, aside};
use super::world::{Clock, World};
use super::{App, Message, focus, notices, page};
use crate::content::Bookcase;
use crate::domain::settings::TextSize;
use crate::domain::{PersonId, Settings, Words};
use crate::screen::settings::packs::Stand;
use crate::screen::{Place, trouble};
use crate::store::{Found, OpenError, Store};
use crate::text::common;
use crate::ui;
use iced::{Size, Task, window};
use std::thread;

/// The smallest window in which everything still fits, text at 150 % included.
const SMALLEST: Size = Size::new(640.0, 480.0);
const FIRST: Size = Size::new(1280.0, 800.0);

impl App {
    /// The app before its first frame: at the door, setting up, or saying why it cannot go on. `library` is what is built in;
    /// a pack that is kept takes its place, see also [`App::showing`].
    pub fn new(
        store: Result<Store, OpenError>,
        library: impl Into<Bookcase>,
        clock: Clock,
    ) -> Self {
        let library = library.into();
        let found = store.as_ref().map_or(Found::Nothing, Store::household);
        let mut trouble = store
            .as_ref()
            .err()
            .map(notices::open)
            .or_else(|| notices::found(&found));
        let settings = store
            .as_ref()
            .map_or_else(|_| Settings::default(), Store::settings);
        let built_in = library.clone();
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
            arrivals: 0,
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
        // Tasks begin when the window is there: the first frame does not wait for the guides, nor somebody who unlocks.
        let library = self.world.library.clone();
        let read = Task::done(()).then(move |()| {
            let library = library.clone();
            aside(move || _ = library.library(), |()| ()).discard()
        });
        Task::batch([self.first_step(), read])
    }

    fn first_step(&mut self) -> Task<Message> {
        match self.opened_by.take() {
            Some((person, passphrase)) => self.unlock(person, passphrase, true),
            // The first name can be typed at once.
            None if matches!(self.shown, Shown::Setup(_)) => focus::second(),
            None => Task::none(),
        }
    }
}

fn view(app: &App) -> ui::Element<'_, Message> {
    ui::fonts::load();
    app.view()
}

/// Opens the window and returns when it is closed. The toolkit makes it larger by the text size, which would push it off
/// the screen.
///
/// # Errors
/// Where no window can be had.
pub fn window(text: TextSize, boot: impl Fn() -> App + 'static) -> iced::Result {
    // Looking through the fonts of the system takes as long as opening the window does. The first view waits for it, and does it
    // by itself where there is no thread to be had.
    drop(thread::Builder::new().spawn(ui::fonts::load));
    let boot = move || {
        let mut app = boot();
        let first = app.begin();
        (
            app,
            Task::batch([first, iced::system::theme().map(Message::System)]),
        )
    };
    iced::application(boot, App::update, view)
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::files::Disk;
    use crate::store::{Kdf, Passphrase};
    use std::sync::Arc;

    #[test]
    fn neither_setting_up_nor_the_door_reads_the_guides() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Store::open(folder.path(), Arc::new(Disk), Kdf { log_n: 1 });
        let reads = |store| {
            let guides = Bookcase::built_in();
            let clock = Arc::new(|| chrono::DateTime::UNIX_EPOCH.fixed_offset());
            let app = App::new(store, guides.clone(), clock);
            drop(app.view());
            guides.is_open()
        };
        assert!(!reads(open()));
        let store = settled(open).unwrap();
        let shared = store.create_household(&["Maya".into()]).unwrap();
        let person = store.household().household().unwrap().people[0].id;
        drop(
            store
                .join(&shared, person, &Passphrase::from("made up"))
                .unwrap(),
        );
        assert!(!reads(Ok(store)));
    }

    /// The thread of an app that was let go a moment ago may still hold the folder.
    fn settled(open: impl Fn() -> Result<Store, OpenError>) -> Option<Store> {
        (0..100).find_map(|_| {
            thread::sleep(std::time::Duration::from_millis(10));
            open().ok()
        })
    }
}
