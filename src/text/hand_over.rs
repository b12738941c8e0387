//! The words of one screen: the laptop is passed on.

use super::common::left_to_right;

/// "Maya’s page is shut."
pub fn page_is_shut(name: &str) -> String {
    left_to_right(format!("{name}’s page is shut."))
}

/// "Pass the laptop to Jon".
pub fn pass_to(name: &str) -> String {
    format!("Pass the laptop to {name}")
}

/// Said where the other one was writing before.
pub fn nothing_behind(to: &str, from: &str) -> String {
    left_to_right(format!(
        "{to}, nothing {from} wrote is on this screen or behind it."
    ))
}

/// Said where nobody wrote before.
pub fn for_you_alone(to: &str) -> String {
    left_to_right(format!("{to}, what comes next is for you alone."))
}
pub const TAKE_TIME: &str = "Take the time you need before you begin.";

/// Said where something on a page both read waits to be kept as theirs.
pub fn in_your_name(to: &str) -> String {
    left_to_right(format!("{to}, this will be kept in your name."))
}
pub const SAY_YOU_ARE_HERE: &str =
    "Your passphrase says that it is you. Until then, nothing is kept.";
pub const NOT_BEFORE: &str = "Until you say that it is you, nothing is kept.";
pub const KEEP_IT: &str = "Keep it in my name";
pub const KEEPING: &str = "One moment";
pub const BACK_TO_PAGE: &str = "Back to the page";

/// "I am Jon".
pub fn i_am(name: &str) -> String {
    format!("I am {name}")
}

/// "Jon’s passphrase".
pub fn passphrase_of(name: &str) -> String {
    left_to_right(format!("{name}’s passphrase"))
}
pub const SHOW: &str = "Show the passphrase";
pub const HIDE: &str = "Hide the passphrase";
pub const ONCE: &str = "Asked once at this sitting. Recovery words open it too.";
pub const OPEN_MY_PAGE: &str = "Open my page";
pub const OPENING: &str = "Opening, one moment";
pub const NOTHING_TYPED: &str = "Type the passphrase first.";
pub const NOT_NOW: &str = "Not now, lock it";
