//! The words of one screen: how the app looks and behaves.

pub const TITLE: &str = "Settings";
pub const LEAD: &str = "These hold for this computer, whoever is here. Each takes effect at once.";

pub const THEME: &str = "Colours";
pub const SYSTEM: &str = "As the computer";
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
    format!("{name} has not joined yet")
}
/// "Pass the laptop to Jon when you are both ready. …"
pub fn not_joined_note(name: &str) -> String {
    format!(
        "{name} answers alone and chooses their own passphrase. What is private to you stays shut."
    )
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
