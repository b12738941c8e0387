//! The words of one screen: the ten steps.

use super::common::left_to_right;

pub const LEAD: &str =
    "Take them in the order that fits you. No step is locked, and each can be opened again.";
pub const NEEDS_BOTH: &str =
    "Pages for the two of you open when you are both here. Your own pages you can do alone.";
pub const LIST: &str = "The ten steps";

/// Read out for the picture of the line.
pub const LINE: &str = "A line with ten places; those set in gold are done";

pub const SET_IN_GOLD: &str = "Set in gold";
pub const NEXT: &str = "Next";
pub const WHENEVER: &str = "Whenever you like";
pub const BEGUN: &str = "Begun";

pub fn begun_by(name: &str) -> String {
    format!("Begun by {name}")
}

pub fn part_done(name: &str) -> String {
    left_to_right(format!("{name}’s part is done"))
}

/// "Allow 25 minutes."
pub fn allow(minutes: u16) -> String {
    format!("Allow {minutes} minutes.")
}

pub fn go_on(number: u8) -> String {
    format!("Go on with step {number}")
}

/// Read out for the button.
pub fn go_on_named(number: u8, title: &str) -> String {
    format!("Go on with step {number}, {title}")
}

/// Read out for the button.
pub fn open_named(number: u8, title: &str) -> String {
    format!("Open step {number}, {title}")
}
