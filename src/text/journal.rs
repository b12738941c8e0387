//! The words of one screen: a private page.

use super::dates;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

pub const ENTRIES: &str = "Your pages";
pub const NO_ENTRIES: &str = "Pages you keep stand here. There is no need to write every day.";
pub const SHOW_ENTRIES: &str = "Your pages";
pub const HIDE_ENTRIES: &str = "Back to the page";
pub const EARLIER: &str = "Earlier month";
pub const LATER: &str = "Later month";
pub const NEW_ENTRY: &str = "New entry";
pub const KEEP: &str = "Keep this page";
pub const TITLE_FIELD: &str = "Title, if you like";
pub const TEXT: &str = "Your page";
pub const TEXT_EXAMPLE: &str = "Write here";
pub const ANOTHER: &str = "Another";
pub const ANOTHER_NAME: &str = "Another question to begin with";
pub const UNTITLED: &str = "A page without a title";
pub const NOW_WRITING: &str = "Not kept yet";
pub const WAITS_HERE: &str = "Not kept yet; it waits here.";
pub const SEALED_AS_YOU_TYPE: &str = "What you type is sealed as you go.";

pub const DELETE: &str = "Delete";
pub const DELETE_TITLE: &str = "Delete this entry?";
pub const DELETE_MEANS: &str = "It will be gone from this computer, and no one can bring it back.";
pub const KEEP_IT: &str = "Keep it";

/// "Saturday 14 November, 21:06".
pub fn when(at: DateTime<FixedOffset>) -> String {
    format!(
        "{}, {}",
        dates::day(at.date_naive()),
        dates::time(at.naive_local())
    )
}

/// "Saturday 14 November, 21:06", with the year where it is another.
pub fn written(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    format!("{}, {}", full_day(at, now), time(at))
}

/// "21:14".
pub fn time(at: DateTime<FixedOffset>) -> String {
    dates::time(at.naive_local())
}

/// "November 2026".
pub fn month(day: NaiveDate) -> String {
    format!("{} {}", dates::month(day), day.year())
}

/// "Saturday 14", under the name of the month.
pub fn day(at: DateTime<FixedOffset>) -> String {
    format!("{} {}", dates::weekday(at.weekday()), at.day())
}

/// "Saturday 14 November", with the year where it is another.
pub fn full_day(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    if at.year() == now.year() {
        dates::day(at.date_naive())
    } else {
        dates::day_and_year(at.date_naive())
    }
}
