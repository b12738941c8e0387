//! The words of one screen: the week of the two, together.

use super::dates;
use super::numbers::{capital, in_words};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

pub const TITLE: &str = "This week, together";

/// One kind sentence about where the path stands.
pub fn path(done: usize) -> String {
    match done {
        0 => "You begin with one step, whenever you like.".to_owned(),
        1 => "One step is set in gold. The rest can wait.".to_owned(),
        10.. => "All ten steps are set in gold, and each stays open to you.".to_owned(),
        n => format!(
            "{} steps are set in gold. The rest can wait.",
            capital(&in_words(n).unwrap_or_default())
        ),
    }
}

/// What the bowl shows, for who does not see it.
pub fn bowl(done: usize) -> String {
    match done {
        0 => "A broken bowl. None of its ten breaks is set in gold yet.".to_owned(),
        1 => "A broken bowl. One of its ten breaks is set in gold.".to_owned(),
        10.. => "A bowl whose ten breaks are all set in gold.".to_owned(),
        n => format!(
            "A broken bowl. {} of its ten breaks are set in gold.",
            capital(&in_words(n).unwrap_or_default())
        ),
    }
}

pub fn next_step(step: u8) -> String {
    format!("Next on the path: step {step} of ten")
}

pub fn open_step(step: u8) -> String {
    format!("Open step {step}")
}

pub const SEE_ALL_TEN: &str = "See all ten";

pub const ALL_DONE_LABEL: &str = "The path";
pub const ALL_DONE_TITLE: &str = "What you made stays open";
pub const ALL_DONE: &str =
    "Go back to any step when something stirs again. A hard week takes nothing away.";

pub const RITUAL: &str = "This week’s ritual";
pub const NO_RITUAL: &str = "Something small you do together each week, at a time you both know.";
pub const CHOOSE_RITUAL: &str = "Choose one";
pub const CHANGE_RITUAL: &str = "Change the ritual";
pub const WE_DID_IT: &str = "We did it";

pub fn ritual_when(on: Option<Weekday>, time: Option<NaiveTime>) -> Option<String> {
    let time = time.map(|t| t.format("%H:%M").to_string());
    match (on, time) {
        (None, None) => None,
        (Some(on), None) => Some(dates::weekday(on).to_owned()),
        (None, Some(time)) => Some(time),
        (Some(on), Some(time)) => Some(format!("{}, {time}", dates::weekday(on))),
    }
}

pub fn held(on: NaiveDate) -> String {
    format!("Held on {}", dates::weekday(on.weekday()))
}

pub const RITUAL_DIALOG: &str = "A ritual for your week";
pub const RITUAL_FIELD: &str = "What you will do";
pub const RITUAL_EXAMPLE: &str = "Tea before talking";
pub const ANOTHER_IDEA: &str = "Another idea";
pub const RITUAL_DAY: &str = "Day, if you like";
pub const RITUAL_TIME: &str = "Time, if you like";
pub const TIME_EXAMPLE: &str = "20:30";
pub const TIME_WRONG: &str = "Write the time like 20:30.";
pub const NAME_MISSING: &str = "Write what you will do, or take an idea.";

pub const PROMISES: &str = "What each of you said you would do";
pub const NO_PROMISES: &str =
    "Nothing yet. Small things either of you takes on for yourself stand here.";
pub const ALL_PROMISES: &str = "Commitments";
pub const REST_OF_PROMISES: &str = "The rest of what you said";

pub const KEPT: &str = "Kept";
pub const KEPT_ALL_WEEK: &str = "Kept all week";
pub const ADJUSTED: &str = "Adjusted";
pub const SET_DOWN: &str = "Set down";

pub fn missed(on: NaiveDate, repaired: bool) -> String {
    let day = dates::weekday(on.weekday());
    if repaired {
        format!("Missed {day}, repair begun")
    } else {
        format!("Missed {day}")
    }
}

pub const JAR: &str = "The jar";
pub const DRAW_ONE: &str = "Draw one out";
pub const JAR_QUIET: &str = "Notes you have kept";
pub const JAR_EMPTY: &str = "For small things you notice in each other";
pub const JAR_WAITS: &str = "It can stand empty. It is for later.";
pub const WRITE_NOTE: &str = "Write a note";
pub const OPEN_JAR: &str = "Look inside";
pub const JAR_SHOWN: &str = "A glass jar with a marble for each note.";
pub const JAR_SHOWN_EMPTY: &str = "An empty glass jar.";

/// In words up to twelve, and beyond that without a figure.
pub fn notes(this_week: usize) -> String {
    match this_week {
        0 => JAR_QUIET.to_owned(),
        1 => "One note this week".to_owned(),
        n => match in_words(n).filter(|_| n <= 12) {
            Some(word) => format!("{} notes this week", capital(&word)),
            None => "Many notes this week".to_owned(),
        },
    }
}

pub const CHECK_IN: &str = "Check in, one at a time";
pub const MAKE_PAGE: &str = "Make this week’s page";
pub const SUNDAY: &str =
    "The week is nearly over. You can put it on one page, to keep or to print.";
