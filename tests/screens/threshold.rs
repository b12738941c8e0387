//! What the pages share that have the window to themselves: who stands before them, and what holds of each of them.

pub(crate) use crate::support::desk::{Desk, Disk, Wanted};
pub(crate) use crate::support::world::{BOTH, JON, MAYA, World};
use goldseam::screen::Screen;
use goldseam::text;
use goldseam::ui::access::{Role, Snapshot};
use goldseam::ui::theme::Theme;
use iced::{Rectangle, Size};
use std::collections::BTreeSet;

pub(crate) const REFUSED: (&str, &str) = text::notices::WRONG_PASSPHRASE;

/// Looks the page over, and leaves its picture where `GOLDSEAM_PICTURES` names a folder.
pub(crate) fn look<S: Screen<Intent: Clone>>(desk: &mut Desk<S>, name: &str) {
    let snapshot = desk.0.snapshot();
    check(&snapshot, desk.page().world.size, name);
    if let Ok(folder) = std::env::var("GOLDSEAM_PICTURES") {
        desk.0.picture(format!("{folder}/{name}.ppm"));
    }
}

/// What holds of every page: each control says what it is, none is pushed out at a side or lies on another, and Tab goes
/// down the page.
pub(crate) fn check(snapshot: &Snapshot, size: Size, page: &str) {
    let window = Rectangle::with_size(size);
    let stops: Vec<_> = snapshot.focusables().collect();
    assert!(!stops.is_empty(), "{page}: nothing to press");
    for node in &stops {
        let name = node.info.name.as_deref().unwrap_or_default();
        assert!(!name.trim().is_empty(), "{page}: a control has no name");
        let bounds = node.bounds;
        assert!(
            bounds.x >= 0.0 && bounds.x + bounds.width <= window.width,
            "{page}: {name:?} is pushed out: {bounds:?}"
        );
        assert!(
            bounds.height >= 30.0 && bounds.width >= 30.0,
            "{page}: {name:?} is squeezed: {bounds:?}"
        );
    }
    let scrolled = inside(snapshot, Role::ScrollView);
    for pair in stops.windows(2) {
        let (a, b) = (&pair[0].bounds, &pair[1].bounds);
        // What scrolls may stand below the foot of the page, and the eye lies in its field.
        if scrolled.contains(&pair[0].id) != scrolled.contains(&pair[1].id)
            || pair[0].info.role == Role::PasswordInput
        {
            continue;
        }
        let (below, right) = (b.y >= a.y + a.height - 1.0, b.x >= a.x + a.width - 1.0);
        assert!(
            below || right,
            "{page}: Tab goes from {:?} back to {:?}",
            pair[0].info.name,
            pair[1].info.name
        );
    }
}

/// The ids of all nodes that stand in one of this role.
pub(crate) fn inside(snapshot: &Snapshot, role: Role) -> BTreeSet<u64> {
    let mut found: BTreeSet<u64> = snapshot.of(role).map(|node| node.id).collect();
    // Parents come before their children.
    for node in &snapshot.nodes {
        if found.contains(&node.id) {
            found.extend(&node.children);
        }
    }
    found
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
