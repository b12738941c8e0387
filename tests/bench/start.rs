//! From starting the program to its first pixels, its memory and its rest, beside an empty window of the same toolkit.
//! `cargo bench --bench start`. To reach: 1.5 × the empty window; 60 MB with ten years open; no tick and no frame while idle.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "support/home.rs"]
mod home;
#[path = "support/table.rs"]
mod table;
#[path = "support/window.rs"]
mod window;
#[path = "support/x.rs"]
mod x;

use goldseam::store::Kdf;
use std::thread::sleep;
use std::time::{Duration, Instant};
use table::{heading, line, paired, ratio, verdict};
use window::Running;
use x::{Screen, Server};

const ROUNDS: usize = 15;

fn main() {
    window::play_role();
    let Some(server) = Server::start() else {
        println!("skipped: Xvfb is not installed");
        return;
    };
    let mut screen = Screen::connect(&server).unwrap();
    let decade = home::of_months(120, Kdf::default());
    let nobody = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();

    heading("start to first frame");
    let _warm = first_frame(&mut screen, || window::goldseam(&server, decade.path()));
    let [empty, door, setup] = paired(
        ROUNDS,
        [
            &mut || first_frame(&mut screen_of(&server), || window::empty(&server)),
            &mut || {
                first_frame(&mut screen_of(&server), || {
                    window::goldseam(&server, decade.path())
                })
            },
            &mut || {
                first_frame(&mut screen_of(&server), || {
                    window::goldseam(&server, nobody.path())
                })
            },
        ],
    );
    line("an empty window", &empty);
    line("the door, ten years behind it", &door);
    line("setting up, nobody here yet", &setup);
    ratio("the door over empty", &door, &empty, 1.5);
    ratio("setting up over empty", &setup, &empty, 1.5);

    println!(
        "\n{:<46} {:>10} {:>10} {:>10}",
        "memory, MiB", "resident", "its own", "at most"
    );
    let empty = window::empty(&server);
    settle(&mut screen, &empty);
    memory("an empty window", &empty);
    drop(empty);
    let door = window::goldseam(&server, decade.path());
    settle(&mut screen, &door);
    memory("the door", &door);
    drop(door);
    let home = window::at(&server, &decade, "home");
    settle(&mut screen, &home);
    memory("home, ten years open", &home);
    let reached = home.memory().0 * 1.048_576 <= 60.0;
    println!("{:<46} to reach 60 MB · {}", "", verdict(reached));

    println!("\nidle for ten seconds");
    idle("home, ten years open", &mut screen, &home);
    drop(home);
    let door = window::goldseam(&server, decade.path());
    settle(&mut screen, &door);
    idle("the door", &mut screen, &door);
}

fn screen_of(server: &Server) -> Screen {
    Screen::connect(server).unwrap()
}

/// Until anything stands on a row in the middle of where the window opens.
fn first_frame(screen: &mut Screen, start: impl FnOnce() -> Running) -> Duration {
    until(screen, false);
    let began = Instant::now();
    let running = start();
    until(screen, true);
    let time = began.elapsed();
    drop(running);
    time
}

fn until(screen: &mut Screen, drawn: bool) {
    let start = Instant::now();
    while screen.anything_on_row(400, 1280).unwrap() != drawn {
        assert!(start.elapsed() < Duration::from_secs(20), "no window came");
        sleep(Duration::from_micros(300));
    }
}

fn settle(screen: &mut Screen, _running: &Running) {
    until(screen, true);
    sleep(Duration::from_secs(3));
}

fn memory(name: &str, running: &Running) {
    let (resident, most) = running.memory();
    println!(
        "{name:<46} {resident:>10.1} {:>10.1} {most:>10.1}",
        running.own_memory()
    );
}

fn idle(name: &str, screen: &mut Screen, running: &Running) {
    let window = screen.window().unwrap().unwrap();
    screen.watch(window).unwrap();
    // What stands there already is told as drawn.
    let moment = Duration::from_millis(200);
    screen.drawn(moment, moment).unwrap();
    let before = running.ticks();
    let ten = Duration::from_secs(10);
    let start = Instant::now();
    let mut frames = 0;
    while start.elapsed() < ten {
        let left = ten.saturating_sub(start.elapsed());
        frames += screen.drawn(left, left).unwrap().len();
    }
    let ticks = running.ticks() - before;
    println!(
        "{name:<46} {ticks} ticks, {frames} frames · {}",
        verdict(ticks == 0 && frames == 0)
    );
}
