//! Whole evenings, from the first key to the last file, as two people would live them.
#![allow(clippy::unwrap_used, unreachable_pub)]

#[path = "support/app.rs"]
mod app;

use app::Sitting;

#[test]
fn names_come_first() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::begin(home.path());
    sitting.sees("Who will be using this?");
    sitting.type_into("First person’s name", "Maya");
    sitting.type_into("Second person’s name", "Jon");
    sitting.press("Continue");
    sitting.sees("Pass the laptop to Maya");
    sitting.press("I am Maya");
    println!("{}", sitting.told());
    sitting.press("I was hurt");
    sitting.press("Continue");
    println!("{}", sitting.told());
    sitting.picture("/tmp/a.ppm");
}
