//! The words of one screen: one person's own page.

use super::dates;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};

/// "Good evening, Maya".
pub fn greeting(now: DateTime<FixedOffset>, name: &str) -> String {
    let greeting = match now.hour() {
        5..12 => "Good morning",
        12..18 => "Good afternoon",
        _ => "Good evening",
    };
    format!("{greeting}, {name}")
}

/// "It is Sunday. This page is yours, and so is its pace."
pub fn day(today: NaiveDate) -> String {
    format!(
        "It is {}. This page is yours, and so is its pace.",
        dates::weekday(today.weekday())
    )
}

pub fn next_step(step: u8) -> String {
    format!("Yours to do on the path: step {step} of ten")
}

pub const STEP_ALONE: &str = "Only your own pages of it stand here.";
pub const ALL_DONE_LABEL: &str = "The path";
pub const ALL_DONE_TITLE: &str = "Your pages are written";
pub const ALL_DONE: &str = "Any step can be opened again, to read or to go on.";

pub const WRITE: &str = "Write";
pub const BEGIN: &str = "Open the journal";
pub const GO_ON: &str = "Go on writing";
pub const WAITING: &str = "A page you began is waiting. Only you can open it.";

pub const REFLECTION_WAITS: &str = "A reflection you began is waiting.";
pub const TO_REFLECTION: &str = "Go on with it";

pub const CHECK_IN: &str = "How it is";
pub const NO_CHECK_IN: &str = "A few words about now, for yourself. You may leave any of them out.";
pub const DO_CHECK_IN: &str = "Check in";

/// "Your last words are from Friday 13 November."
pub fn last_check_in(on: NaiveDate) -> String {
    format!("Your last words are from {}.", dates::day(on))
}

pub const PROMISES: &str = "What you said you would do";
pub const NO_PROMISES: &str = "Nothing just now. Small things you take on for yourself stand here.";
pub const MY_COMMITMENTS: &str = "My commitments";

pub fn shared_with(name: &str) -> String {
    format!("What you share with {name}")
}

pub const SHARED: &str = "More";
pub const JAR: &str = "The jar";
pub const STEPS: &str = "The ten steps";
pub const WEEKLY: &str = "Weekly page";

pub const HONEST: &str = "What you do here by yourself can steady you. In studies it helped the person who did it, and did not reliably change things between the two.";

/// "Your pages: What you did, Say it plainly."
pub fn pages(titles: &[&str]) -> String {
    match titles {
        [] => STEP_ALONE.to_owned(),
        titles => format!("Your own pages: {}.", titles.join(", ")),
    }
}
