//! What the pages share that have the window to themselves: who stands before them, and what holds of each of them.

pub(crate) use crate::support::desk::{Desk, Disk, Wanted};
use crate::support::promises::broken;
pub(crate) use crate::support::world::{BOTH, JON, MAYA, World};
use goldseam::screen::Screen;
use goldseam::text;
use goldseam::ui::theme::Theme;

pub(crate) const REFUSED: (&str, &str) = text::notices::WRONG_PASSPHRASE;

/// Holds the page to what every page promises, and leaves its picture where `GOLDSEAM_PICTURES` names a folder.
pub(crate) fn look<S: Screen<Intent: Clone>>(desk: &mut Desk<S>, name: &str) {
    let faults = broken(&desk.0.snapshot());
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    if let Ok(folder) = std::env::var("GOLDSEAM_PICTURES") {
        desk.0.picture(format!("{folder}/{name}.ppm"));
    }
}

pub(crate) fn sizes() -> [(&'static str, (f32, f32)); 4] {
    [
        ("wide", (1280.0, 800.0)),
        ("compact", (900.0, 640.0)),
        ("narrow", (600.0, 427.0)),
        ("large", (1920.0, 1080.0)),
    ]
}

/// Runs `scene` at every size and in every look that matters.
pub(crate) fn everywhere(people: &[(&str, bool)], scene: impl Fn(World, &str)) {
    for (size, window) in sizes() {
        scene(at(people, window), size);
    }
    for (name, theme) in [("dark", Theme::Dark), ("contrast", Theme::HighContrast)] {
        scene(wide(people).themed(theme), name);
    }
}

pub(crate) const NEW: [(&str, bool); 2] = [("Maya", false), ("Jon", false)];
pub(crate) const LONG: &str =
    "Wilhelmina Konstantinopolska-Featherstonehaugh of the Upper Meadows and Beyond";

pub(crate) fn wide(people: &[(&str, bool)]) -> World {
    World::of(people)
}

pub(crate) fn at(people: &[(&str, bool)], (width, height): (f32, f32)) -> World {
    World::of(people).sized(width, height)
}
