//! The words of one screen: stay, pause or leave. The signs and what is asked stand in the content.

use super::{dates, journal};
use chrono::{DateTime, FixedOffset};

pub const SIGNS: &str = "Signs worth taking seriously";
pub const HOW_TO_ANSWER: &str =
    "Answer any of them, or none. Pressing an answer again takes it back.";
pub const CONDITIONS: &str = "What rebuilding needs";
pub const CONDITIONS_LEAD: &str =
    "Under these conditions it can work. How is it between you now, as you see it?";
pub const AS_IT_IS_NOW: &str = "As it is now, in your own words";

pub const YES: &str = "Yes";
pub const NOT_SURE: &str = "Not sure";
pub const NO: &str = "No";

pub const STAY: &str = "Stay";
pub const PAUSE: &str = "Pause";
pub const LEAVE: &str = "Leave";
pub const WRITE_HERE: &str = "Write here";

pub const HELP_LINES: &str = "Help lines";
/// Read out for the way to help beside a sign.
pub fn help_lines_beside(sign: &str) -> String {
    format!("Help lines, beside: {sign}")
}
pub const IF_AFRAID: &str = "If you are afraid of someone, you do not have to finish this page.";
pub const SHOW_HELP_LINES: &str = "Show help lines";

pub const KEEP: &str = "Keep this reflection";
pub const NOTHING_YET: &str = "Nothing is answered or written yet.";
pub const WAITS_HERE: &str = "Not kept yet; it waits here.";
pub const SEALED: &str = "What you answer and write is sealed as you go.";
pub const NEVER_SHARED: &str = "Only you can open this. It is never shared and never printed.";

pub const EARLIER: &str = "Earlier reflections";
pub const BACK_TO_THE_PAGE: &str = "Back to the page";
pub const NOTHING_WRITTEN: &str = "Nothing written.";
pub const SHOW_OLDER: &str = "Show older ones";

/// "It is never owned." and what was answered, read together.
pub fn replied(sign: &str, reply: &str) -> String {
    format!("{sign} {reply}.")
}

/// "Saturday 14 November, 21:06", with the year where it is another.
pub fn written(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    journal::written(at, now)
}

pub const DELETE: &str = "Delete";
/// Read out for the button.
pub fn delete_named(at: DateTime<FixedOffset>) -> String {
    let (day, time) = (dates::day_and_year(at.date_naive()), journal::time(at));
    format!("Delete the reflection of {day}, {time}")
}
pub const DELETE_TITLE: &str = "Delete this reflection?";
pub const DELETE_MEANS: &str = "What you wrote and answered then will be gone from this computer, and no one can bring it back.";
pub const KEEP_IT: &str = "Keep it";
