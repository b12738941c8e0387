//! Commitments, the jar and the weekly page, used by the keyboard.

#[path = "support/headless.rs"]
mod headless;
#[path = "screen_ledger/world.rs"]
mod world;

mod look {
    use crate::world::*;
    use goldseam::screen::{commitments, jar};
    use goldseam::ui::theme::Theme;

    #[test]
    #[ignore = "draws pictures into the folder named by LOOK, to be looked at"]
    fn draw() {
        let folder = std::env::var("LOOK").unwrap();
        let only = std::env::var("ONLY").unwrap_or_default();
        for (name, world) in [
            ("demo", World::demo()),
            ("first", World::first_evening()),
            ("names", World::long_names()),
            ("one", World::one_person()),
        ] {
            for (w, h) in [
                (1280.0, 800.0),
                (900.0, 640.0),
                (600.0, 427.0),
                (1920.0, 1080.0),
            ] {
                for theme in Theme::ALL {
                    if theme != Theme::Light && (w < 1000.0 || w > 1500.0 || name != "demo") {
                        continue;
                    }
                    let world = || world.clone().sized(w, h).themed(theme);
                    let path = |what: &str| format!("{folder}/{what}-{name}-{w}-{theme:?}.ppm");
                    let here = || {
                        if name == "one" {
                            world().alone(0)
                        } else {
                            world().both()
                        }
                    };
                    if only.contains('c') {
                        Desk::new(here(), commitments::State::new).picture(&path("commit"));
                        Desk::new(world().alone(0), commitments::State::new)
                            .picture(&path("commit-alone"));
                    }
                    if only.contains('j') {
                        Desk::new(here(), jar::State::new).picture(&path("jar"));
                        if name == "demo" || name == "names" {
                            let mut desk = Desk::new(here(), jar::State::new);
                            desk.0.press("Draw one out");
                            desk.picture(&path("jar-drawn"));
                            let mut desk = Desk::new(here(), jar::State::new);
                            desk.0.press("Add a note");
                            desk.picture(&path("jar-adding"));
                        }
                    }
                }
            }
        }
    }
}
