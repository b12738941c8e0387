//! Guides of one's own: added from the settings, kept as a copy, shown from then on; in two languages that are written
//! differently from the interface.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../support/mod.rs"]
mod support;

mod adding;
mod languages;
mod late;

use goldseam::app::{Message, frame};
use goldseam::domain::record::{More, PartTaken};
use goldseam::domain::settings::TextSize;
use goldseam::domain::{Kind, Part, Record, RecordId};
use goldseam::screen::Place;
use goldseam::store::files::Disk;
use goldseam::store::{Passphrase, Store, settings_at};
use iced::Size;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::app::folder::MADE_UP;
use support::app::{self, QUICK, Sitting};

const SMALL: Size = Size::new(900.0, 640.0);
const CHECK: &str = "Check the folder";
const BACK: &str = "Go back to the built-in guides";
const STEP: &str = "step-01-accountability";

fn ours(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/packs")
        .join(name)
}

/// A pack to be written wherever it is wanted: one practice, beside what is built in.
fn write_evening(folder: &Path) {
    fs::create_dir_all(folder.join("guides")).unwrap();
    let about = r#"(title: "Evening", language: "en", adds: true, by: "A. Therapist")"#;
    fs::write(folder.join("pack.ron"), about).unwrap();
    let practice = r#"(
        id: "evening", kind: Practice, title: "One line in the evening", summary: "A line each.", minutes: 5,
        evidence: SourceAuthor, sources: ["003"], pages: [(
            id: "line", title: "A line", whose: Whoever, keep: Shared,
            blocks: [Ask(id: "line", prompt: "What stayed with you?")],
        )],
    )"#;
    fs::write(folder.join("guides/evening.ron"), practice).unwrap();
}

/// Maya was hurt and Jon broke trust; each has a room. Nothing is written yet.
fn house(home: &Path) {
    let store = Store::open(home, Arc::new(Disk), QUICK).unwrap();
    let shared = store
        .create_household(&["Maya".into(), "Jon".into()])
        .unwrap();
    let found = store.household();
    let parts = [Part::WasHurt, Part::BrokeTrust];
    let people = found.household().unwrap().people.iter();
    for (person, (part, id)) in people.zip(parts.into_iter().zip(1..)) {
        let keys = store
            .join(&shared, person.id, &Passphrase::from(MADE_UP))
            .unwrap();
        let more = More::new();
        let part = Record {
            id: RecordId::from_random(id),
            at: chrono::DateTime::parse_from_rfc3339(app::EVENING).unwrap(),
            by: person.id,
            what: Kind::Part(PartTaken { part, more }),
            amends: None,
            more: More::new(),
        };
        store.append(&keys.shared, vec![part]).unwrap();
    }
}

fn come_in(sitting: &mut Sitting, name: &str) {
    sitting.press(name);
    sitting.type_into("Your passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
}

fn go(sitting: &mut Sitting, place: Place) {
    sitting.send(Message::Frame(frame::Message::Go(place)));
    sitting.settle();
}

/// Jon, alone, before the settings of a new household.
fn settings(home: &Path) -> Sitting {
    house(home);
    let mut sitting = Sitting::begin(home);
    come_in(&mut sitting, "Jon");
    go(&mut sitting, Place::Settings);
    sitting
}

fn check_folder(sitting: &mut Sitting, folder: &Path) {
    sitting.fill("Folder", folder.to_str().unwrap());
    sitting.press(CHECK);
}

fn add(sitting: &mut Sitting, folder: &Path) {
    check_folder(sitting, folder);
    sitting.press("Use it");
    sitting.sees("These guides are in use from now on.");
}

fn kept(home: &Path) -> Option<PathBuf> {
    settings_at(&Disk, home)
        .pack
        .map(|name| home.join("packs").join(name))
}

fn shows_guide(sitting: &Sitting, id: &str) -> bool {
    sitting.app.world.library.guide(id).is_some()
}

/// Pictures of every page, where somebody asks for them.
fn look(sitting: &mut Sitting, name: &str) {
    let Some(folder) = std::env::var_os("GOLDSEAM_PICTURES") else {
        return;
    };
    let folder = PathBuf::from(folder);
    sitting.picture(folder.join(format!("{name}.ppm")));
    sitting.text_size(TextSize::Larger);
    sitting.resize(SMALL);
    sitting.picture(folder.join(format!("{name}-small.ppm")));
    sitting.text_size(TextSize::Normal);
    sitting.resize(app::WIDE);
}
