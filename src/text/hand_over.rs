//! The words of one screen: the laptop is passed on.

/// "Maya’s page is shut."
pub fn page_is_shut(name: &str) -> String {
    format!("{name}’s page is shut.")
}

/// "Pass the laptop to Jon".
pub fn pass_to(name: &str) -> String {
    format!("Pass the laptop to {name}")
}

/// Said where the other one was writing before.
pub fn nothing_behind(to: &str, from: &str) -> String {
    format!("{to}, nothing {from} wrote is on this screen or behind it.")
}

/// Said where nobody wrote before.
pub fn for_you_alone(to: &str) -> String {
    format!("{to}, what comes next is for you alone.")
}
pub const TAKE_TIME: &str = "Take the time you need before you begin.";

/// "I am Jon".
pub fn i_am(name: &str) -> String {
    format!("I am {name}")
}

/// "Jon’s passphrase".
pub fn passphrase_of(name: &str) -> String {
    format!("{name}’s passphrase")
}
pub const SHOW: &str = "Show the passphrase";
pub const HIDE: &str = "Hide the passphrase";
pub const ONCE: &str = "Asked once at this sitting.";
pub const OPEN_MY_PAGE: &str = "Open my page";
pub const OPENING: &str = "Opening, one moment";
pub const NOTHING_TYPED: &str = "Type the passphrase first.";
pub const NOT_NOW: &str = "Not now, lock it";
