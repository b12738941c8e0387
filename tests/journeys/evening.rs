//! The first evening, and the morning after it.

use crate::app::{Sitting, bytes_under, files_with};
use std::path::Path;
use std::process::Command;

pub(crate) const MAYAS: &str = "lantern copper willow tandem orbit";
pub(crate) const JONS: &str = "marble thicket saddle noon ribbon";

/// Names, then each alone, then home.
pub(crate) fn set_up(home: &Path) -> Sitting {
    let mut sitting = Sitting::begin(home);
    sitting.sees("Who will be using this?");
    sitting.type_into("First person’s name", "Maya");
    sitting.type_into("Second person’s name", "Jon");
    sitting.press("Continue");
    alone(&mut sitting, "Maya", "Jon", "I was hurt", MAYAS);
    alone(&mut sitting, "Jon", "Maya", "I broke trust", JONS);
    sitting.sees("Your pages are ready");
    sitting.press("To the door");
    sitting
}

/// One person alone with the laptop: their part, the questions, their passphrase.
fn alone(sitting: &mut Sitting, name: &str, other: &str, part: &str, passphrase: &str) {
    sitting.sees(&format!("Pass the laptop to {name}"));
    sitting.press(&format!("I am {name}"));
    sitting.press(part);
    sitting.press("Continue");
    sitting.press_in(&format!("Are you sometimes afraid of {other}?"), "Yes");
    sitting.press("Continue");
    sitting.press(&format!("Go on with {other}"));
    sitting.press("Use my own words");
    sitting.type_into("Your passphrase", passphrase);
    sitting.type_into("The same once more", passphrase);
    sitting.press("Use this passphrase");
}

#[test]
fn the_first_evening() {
    let folder = tempfile::tempdir().unwrap();
    let mut sitting = set_up(&folder.path().join("data"));
    println!("{}", sitting.told());
    sitting.press("Open step 1");
    println!("{}", sitting.told());
}
