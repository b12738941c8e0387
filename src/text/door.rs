//! The words of one screen: who is here?

use super::common::left_to_right;

pub const MOTTO: &str = "Mended in the open, one honest act at a time.";
pub const MOTTO_IN_LINES: &str = "Mended in the open,\none honest act\nat a time.";
pub const ABOUT_THE_BOWL: &str = "A repaired bowl does not hide its break. It is stronger at the seams, and anyone can see where.";

pub const WHO_IS_HERE: &str = "Who is here?";
pub const PRIVATE_STAYS_SHUT: &str = "What each of you keeps private stays shut to the other.";
pub const ONLY_YOURS: &str = "What you keep private stays shut to everyone else.";
pub const OWN_SPACE: &str = "Your own space, opened with your passphrase";
pub const BOTH_OF_US: &str = "Both of us";
pub const SHARED_SPACE: &str = "The shared space. Private pages stay shut.";

/// "Welcome, Maya".
pub fn welcome(name: &str) -> String {
    format!("Welcome, {name}")
}
pub const OPENS_YOURS: &str =
    "Your passphrase opens your private pages and the ones you both share.";
pub const WELCOME_BOTH: &str = "Welcome, both of you";
pub const EITHER_OPENS: &str =
    "Either passphrase opens the shared space. Nothing private is opened with it.";
pub const WHOSE: &str = "Whose passphrase will you use?";

/// "Maya’s passphrase".
pub fn passphrase_of(name: &str) -> String {
    left_to_right(format!("{name}’s passphrase"))
}
pub const YOUR_PASSPHRASE: &str = "Your passphrase";
pub const SHOW: &str = "Show the passphrase";
pub const HIDE: &str = "Hide the passphrase";
pub const OPEN: &str = "Open";
pub const OPENING: &str = "Opening, one moment";
pub const CHOOSE_WHOSE: &str = "Choose whose passphrase it is first.";
pub const NOTHING_TYPED: &str = "Type the passphrase first.";
pub const CANNOT_BE_RESET: &str = "Nobody can reset a forgotten passphrase. Recovery words, if you made some, open your space too.";

pub const NOT_SAFE: &str = "Not safe, or not sure? This opens without a passphrase.";

/// Said at the door of a household that nobody lives in.
pub fn made_up(passphrase: &str) -> String {
    format!("This household is made up. Either passphrase is: {passphrase}")
}
