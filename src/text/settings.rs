//! The words of one screen: how the app looks and behaves.

use super::common::left_to_right;

pub const TITLE: &str = "Settings";

pub const PART: &str = super::setup::part::QUESTION;
/// "Jon can see this choice, …"
pub fn part_seen_by(other: &str) -> String {
    left_to_right(format!(
        "{other} can see this choice, because it decides whose pages are whose. A change is kept at once."
    ))
}
pub const PART_ALONE: &str = "It decides which pages are yours. A change is kept at once.";

pub const SECOND: &str = "A second person";
pub const SECOND_NOTE: &str = "The laptop is then passed to them. They answer alone and choose their own passphrase. What is private to you stays shut.";
pub const NAME: &str = "Name";
pub const MAKE_A_PLACE: &str = "Make a place for them";

pub const COMPUTER: &str = "This computer";
pub const LEAD: &str = "What follows holds for whoever is here. Each change takes effect at once.";

pub const THEME: &str = "Colours";
pub const SYSTEM: &str = "System";
pub const LIGHT: &str = "Light";
pub const DARK: &str = "Dark";
pub const HIGH_CONTRAST: &str = "High contrast";

pub const TEXT_SIZE: &str = "Size of text";
pub const NORMAL: &str = "Normal";
pub const LARGE: &str = "Large";
pub const LARGER: &str = "Larger";

pub const MOTION: &str = "Movement";
pub const GENTLE: &str = "Gentle";
pub const STILL: &str = "Hold things still";

pub const LOCK: &str = "Lock when nobody is using it";
pub const LOCK_NOTE: &str = "What you were writing is kept, sealed.";
pub const TWO_MINUTES: &str = "Two minutes";
pub const FIVE_MINUTES: &str = "Five minutes";
pub const TEN_MINUTES: &str = "Ten minutes";
pub const HALF_AN_HOUR: &str = "Half an hour";

pub const PAPER: &str = "Paper for printing";
pub const A4: &str = "A4";
pub const LETTER: &str = "US Letter";

/// "Jon has not joined yet".
pub fn not_joined(name: &str) -> String {
    left_to_right(format!("{name} has not joined yet"))
}
/// "Pass the laptop to Jon when you are both ready. …"
pub fn not_joined_note(name: &str) -> String {
    left_to_right(format!(
        "{name} answers alone and chooses their own passphrase. What is private to you stays shut."
    ))
}
pub const LET_JOIN: &str = "Let them join";
/// "Let Jon join".
pub fn let_join(name: &str) -> String {
    format!("Let {name} join")
}

pub const WHERE: &str = "Where everything is kept";
pub const WHERE_WORDS: &str = "In this computer’s data folder; the README says where that is. Copy the whole folder to keep a copy: it stays encrypted.";
pub const NOT_PROTECTED: &str = "What is not protected";
pub const NOT_PROTECTED_WORDS: &str = "Your names, these settings and the times at which files changed can be read by anyone who uses this computer. Pages you save as PDF or print are not encrypted.";
