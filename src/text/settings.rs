//! The words of one screen: how the app looks and behaves.

use super::common::left_to_right;

pub const TITLE: &str = "Settings";

pub const ABOUT_YOU: &str = "About you";
/// "Jon can see this choice, …"
pub fn part_seen_by(other: &str) -> String {
    left_to_right(format!(
        "{other} can see this choice, because it decides whose pages are whose. A change is kept at once."
    ))
}
pub const PART_ALONE: &str = "It decides which pages are yours. A change is kept at once.";

pub const YOUR_NAME: &str = "Your name";
pub const YOUR_NAME_NOTE: &str = "As it stands on every page, earlier ones too. Anyone who uses this computer can read it in one of the files.";
pub const SAVE_NAME: &str = "Save this name";
pub const THE_SAME_NAME: &str = "This is your name now.";

pub const PASSPHRASE: &str = "Your passphrase";
pub const PASSPHRASE_NOTE: &str = "Change it if somebody may have seen it, or may guess it.";
pub const CHANGE_PASSPHRASE: &str = "Change my passphrase";
pub const CHANGE_LEAD: &str = "Everything private to you is then sealed anew, and neither the passphrase you use now nor a backup made with it opens it any more. Recovery words you made before stop working too; until then they can be typed below in its place.";
pub const CURRENT: &str = "The passphrase you use now";
pub const NEW_ONE: &str = "The new one";
pub const NOT_YOURS: &str = "That is not the passphrase you use now.";
pub const CURRENT_FIRST: &str = "Type the passphrase you use now first.";
pub const SEALING: &str = "Sealing everything anew";
pub const SEALING_NOTE: &str = "This can take a minute or two. Nothing is lost if it is cut short: until it is done, the passphrase you use now goes on working.";
pub const CHANGED: &str = "Your passphrase is changed.";
pub const CHANGED_NOTE: &str = "From now on only the new one opens your pages.";

pub const RECOVERY: &str = "Recovery words";
pub const RECOVERY_NOTE: &str =
    "Five words on paper that open your pages if you forget the passphrase.";
pub const MAKE_RECOVERY: &str = "Make recovery words";
pub const RECOVERY_LEAD: &str = "They open everything that your passphrase opens, so keep the paper where only you look, away from this computer. They are shown once and are not kept anywhere in words: not in a file, and not in a print queue. New ones take the place of earlier ones.";
pub const RECOVERY_YOURS: &str =
    "Nobody else can make them for you, or open your pages without them.";
pub const CHECKING: &str = "One moment";
pub const YOUR_RECOVERY: &str = "Your recovery words";
pub const WRITE_DOWN: &str =
    "Write these down by hand. At the door, type them where your passphrase goes.";
pub const WRITTEN_DOWN: &str = "I have written them down";
pub const NO_CHANCE: &str =
    "This computer could not draw words by chance just now. Nothing was changed; try again later.";
pub const BACK_TO_SETTINGS: &str = "Back to settings";

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
