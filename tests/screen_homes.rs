//! The two homes, the check-in and the journal, used by the keyboard.

#[path = "support/headless.rs"]
mod headless;
#[path = "screen_homes/world.rs"]
mod world;

mod look {
    use crate::world::*;
    use goldseam::screen::{alone, check_in, journal, together};
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
                    if name != "one" && only.contains('t') {
                        Desk::new(world().both(), together::State::new).picture(&path("together"));
                    }
                    if only.contains('a') {
                        Desk::new(world().alone(0), alone::State::new).picture(&path("alone"));
                    }
                    if only.contains('c') {
                        Desk::new(world().alone(0), check_in::State::new).picture(&path("checkin"));
                    }
                    if only.contains('j') {
                        Desk::new(world().alone(0), journal::State::new).picture(&path("journal"));
                    }
                }
            }
        }
    }
}
