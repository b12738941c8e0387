//! The words of one screen: help and safety.

use super::common::left_to_right;

pub const TITLE: &str = "Help and safety";
pub const CLOSE: &str = "Close";

pub const COUNTRY: &str = "Country";
pub const ALL_COUNTRIES: &str = "All countries";
pub const REMEMBERED: &str =
    "Your choice is kept on this computer, where anyone can read it. All countries keeps nothing.";
pub const ANYWHERE: &str = "Anywhere";

/// "Samaritans, call".
pub fn call_of(line: &str) -> String {
    left_to_right(format!("{line}, call"))
}
/// "Samaritans, text".
pub fn text_of(line: &str) -> String {
    left_to_right(format!("{line}, text"))
}
/// "Find a Helpline, web".
pub fn web_of(line: &str) -> String {
    left_to_right(format!("{line}, web"))
}
pub const CALL: &str = "Call";
pub const TEXT: &str = "Text";
pub const WEB: &str = "Web";
pub const CAN_BE_COPIED: &str = "Can be selected and copied, not changed.";

/// "Last checked by us 2026-11."
pub fn checked(month: &str) -> String {
    format!("Last checked by us {month}.")
}

pub const CALLING: &str = "Calling is not a decision to leave. You can ask, listen and hang up.";

pub const LEAVING: &str = "Leaving quickly";
pub const LEAVING_HOW: [&str; 2] = [
    "The button at the top of every page, or Shift three times within five seconds, empties the window at once. What you were writing is sealed, and Goldseam locks and closes.",
    "When it is opened again it starts at the door, not on your page.",
];
pub const NOT_ERASED: &str = "What that does not erase";
pub const NOT_ERASED_ITEMS: [&str; 4] = [
    "Goldseam and its sealed files are still on this computer, with your names in one of them.",
    "The list of recent programs, the task bar and the history of searches and pages.",
    "Pages you saved as PDF, print queues, and paper.",
    "What somebody saw before, or what a program that records the screen or keys has kept.",
];

pub const PROTECTS: &str = "What Goldseam protects, and what it does not";
pub const PROTECTS_ITEMS: [&str; 4] = [
    "Your private pages are encrypted with your passphrase. Without it, someone at this keyboard cannot read them.",
    "They can see that Goldseam is used here, and when its files last changed.",
    "They can delete the files, or watch you type. Change a passphrase that somebody may have seen.",
    "Goldseam sends nothing anywhere, and it cannot call anyone for you.",
];
pub const LIMITS: &str = "What Goldseam is not";
