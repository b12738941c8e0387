//! The words of one screen: a check-in.

use super::common::left_to_right;

pub const TITLE: &str = "How is it just now?";
pub const LEAD: &str = "Answer what you like and leave the rest. Nothing is filled in for you.";
pub const OUR_OWN: &str = "This is our own short list, not a validated test.";

pub const WHOSE: &str = "Whose check-in?";
pub const WHOSE_LEAD: &str = "One at a time. The other one looks away, or makes the tea.";

/// Five words, from the hardest to the easiest.
pub type Five = [&'static str; 5];

pub const FELT_SAFETY: &str = "Felt safety";
pub const CLOSENESS: &str = "Closeness";
pub const HONESTY_GIVEN: &str = "Honesty given";
pub const HONESTY_FELT: &str = "Honesty felt";
pub const HOPE: &str = "Hope";

pub const FELT_SAFETY_WORDS: Five = ["Unsafe", "On guard", "Mixed", "Safer", "Safe"];
pub const CLOSENESS_WORDS: Five = ["Far apart", "Distant", "In between", "Nearer", "Close"];
pub const HONESTY_GIVEN_WORDS: Five = ["Hid a lot", "Held back", "In part", "Mostly", "Openly"];
pub const HONESTY_FELT_WORDS: Five = ["Hidden", "Guarded", "In part", "Mostly open", "Open"];
pub const HOPE_WORDS: Five = ["None now", "Faint", "Some", "Growing", "Strong"];

/// The questions; `other` is nobody where one person has set up alone.
pub fn felt_safety(other: Option<&str>) -> String {
    match other {
        Some(other) => format!("How safe does it feel to be with {other}?"),
        None => "How safe does it feel between the two of you?".to_owned(),
    }
}

pub fn closeness(other: Option<&str>) -> String {
    match other {
        Some(other) => format!("How close to {other} do you feel?"),
        None => "How close do you feel to the other?".to_owned(),
    }
}

pub fn honesty_given(other: Option<&str>) -> String {
    match other {
        Some(other) => format!("How openly have you spoken with {other} lately?"),
        None => "How openly have you spoken lately?".to_owned(),
    }
}

pub fn honesty_felt(other: Option<&str>) -> String {
    match other {
        Some(other) => format!("How open does {other} seem to you?"),
        None => "How open does the other seem to you?".to_owned(),
    }
}

pub fn hope(_: Option<&str>) -> String {
    "How much hope is there today?".to_owned()
}

pub const FEELINGS: &str = "What is there, if you want to name it";
pub const FEELINGS_LEAD: &str = "Any number of words, or none.";
pub const OWN_WORD: &str = "A word of your own";
pub const NOTE: &str = "A note";
pub const NOTE_EXAMPLE: &str = "Anything you want to remember about today";

pub const WHO_READS: &str = "Who can read this";

pub fn private_to(name: &str) -> String {
    format!("Private to {name}")
}

pub fn offer_to(name: &str) -> String {
    format!("Offer it to {name}")
}

pub fn private_means(name: &str) -> String {
    format!("Only {name} can open it.")
}

pub const SAVE_AND_OFFER: &str = "Save and offer";

pub fn offered_means(name: &str) -> String {
    left_to_right(format!("{name} will be able to read it, as shown above."))
}

/// Over the preview of an offered check-in.
pub fn sees(name: &str) -> String {
    format!("This is what {name} will be able to read, all of it")
}

pub const SEES_NOTHING: &str = "Nothing is written yet.";
pub const NEVER_PRINTED: &str = "A rating never goes on the printed page.";

pub fn from(name: &str) -> String {
    format!("From {name}")
}

/// "Felt safety: Mixed".
pub fn rated(what: &str, word: &str) -> String {
    format!("{what}: {word}")
}

pub const SAVED: &str = "Saved on this computer";

pub fn kept_private(name: &str) -> String {
    format!("Only {name} can open it. Nothing needs to be done about it now.")
}

pub fn kept_offered(name: &str) -> String {
    left_to_right(format!(
        "{name} can read it in the shared space. Nobody has to talk about it now."
    ))
}

pub fn next_check_in(name: &str) -> String {
    left_to_right(format!("{name}’s check-in"))
}

pub const BACK_HOME: &str = "Back to this week";
pub const BACK_TO_MY_PAGE: &str = "Back to my page";
pub const NOTHING_YET: &str = "There is nothing to save yet.";
