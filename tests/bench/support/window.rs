//! Windows in a process of their own: the bench starts itself again, and a word in the environment says what to open.
#![allow(dead_code, unreachable_pub, missing_debug_implementations)]

use crate::home::{self, Home};
use crate::x::Server;
use goldseam::app::world::{Clock, Open};
use goldseam::app::{self, App, frame};
use goldseam::content::Library;
use goldseam::domain::record::PartTaken;
use goldseam::domain::{Kind, Part, Record, RecordId};
use goldseam::screen::Place;
use goldseam::store::files::Disk;
use goldseam::store::{Kdf, Keys, Passphrase, Store};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

const ROLE: &str = "BENCH_WINDOW";
const HOME: &str = "BENCH_HOME";

pub fn clock() -> Clock {
    Arc::new(home::now)
}

/// The app with both of the first person's rooms open, at a place.
pub fn app(path: &Path, place: Place) -> App {
    // The thread of an app that was let go a moment ago may still hold the folder.
    let store = (0..100)
        .find_map(|_| {
            let opened = Store::open(path, Arc::new(Disk), Kdf::default()).ok();
            if opened.is_none() {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            opened
        })
        .unwrap();
    let person = store.household().household().unwrap().people[0].id;
    let keys: Keys = store
        .unlock(person, &Passphrase::from(home::PASSPHRASE))
        .unwrap();
    let own = store.load(&keys.private).unwrap().records;
    let shared = store.load(&keys.shared).unwrap().records;
    let library = Arc::new(Library::embedded().unwrap());
    let mut app = App::new(Ok(store), library, clock());
    let mut open = Open::alone(keys);
    let part = PartTaken {
        // The first page of the first step is theirs, and has somewhere to write.
        part: Part::BrokeTrust,
        more: Default::default(),
    };
    (open.own, open.shared) = (own, shared);
    open.shared.push(Record {
        id: RecordId::from_random(1),
        at: home::now(),
        by: person,
        what: Kind::Part(part),
        amends: None,
        more: Default::default(),
    });
    app.world.open = Some(open);
    drop(app.update(app::Message::Frame(frame::Message::Go(place))));
    app
}

pub fn place(name: &str) -> Place {
    match name {
        "journal" => Place::Journal,
        "guide" => Place::Guide(goldseam::demo::STEPS[0].to_owned()),
        "jar" => Place::Jar,
        "steps" => Place::Steps,
        "check-in" => Place::CheckIn,
        "commitments" => Place::Commitments,
        _ => Place::Home,
    }
}

fn nothing((): &()) -> iced::Element<'_, ()> {
    iced::widget::space().into()
}

/// Opens the window this process was started for, if it was, and ends with it.
pub fn play_role() {
    let Ok(role) = std::env::var(ROLE) else {
        return;
    };
    if role == "empty" {
        // What every window of this toolkit costs: the same size and renderer, with nothing in it.
        iced::application(|| (), |_: &mut (), (): ()| (), nothing)
            .window_size((1280.0, 800.0))
            .run()
            .unwrap();
    } else {
        let path = std::env::var(HOME).unwrap();
        app::run::window(goldseam::domain::settings::TextSize::Normal, move || {
            app(Path::new(&path), place(&role))
        })
        .unwrap();
    }
    std::process::exit(0);
}

fn on(server: &Server, command: &mut Command) -> Running {
    command
        .env("DISPLAY", server.display())
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Running(command.spawn().unwrap())
}

pub fn empty(server: &Server) -> Running {
    on(
        server,
        Command::new(std::env::current_exe().unwrap()).env(ROLE, "empty"),
    )
}

/// The app's window as `app` arranges it.
pub fn at(server: &Server, home: &Home, place: &str) -> Running {
    on(
        server,
        Command::new(std::env::current_exe().unwrap())
            .env(ROLE, place)
            .env(HOME, home.path()),
    )
}

/// The program itself.
pub fn goldseam(server: &Server, home: &Path) -> Running {
    on(
        server,
        Command::new(env!("CARGO_BIN_EXE_goldseam"))
            .arg("--home")
            .arg(home),
    )
}

pub struct Running(Child);

impl Running {
    /// Of the memory now, and at most so far, in MiB.
    pub fn memory(&self) -> (f64, f64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let field = |name: &str| {
            status
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
                .map_or(f64::NAN, |kib| kib / 1024.0)
        };
        (field("VmRSS:"), field("VmHWM:"))
    }

    /// What of the memory is this process's own, in MiB: not pages of the program file.
    pub fn own_memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        status
            .lines()
            .find_map(|line| line.strip_prefix("RssAnon:"))
            .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
            .map_or(f64::NAN, |kib| kib / 1024.0)
    }

    /// Clock ticks of all its threads so far.
    pub fn ticks(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.0.id())).unwrap();
        let after_name = stat.rsplit(')').next().unwrap();
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
