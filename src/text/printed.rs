//! What is printed around people's own words on the weekly page.

use super::dates;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

/// In the file's own description, which other programs show: it says nothing.
pub const DOCUMENT_TITLE: &str = "Our week";
pub const LANGUAGE: &str = "en-GB";
pub const TITLE: &str = "Our week";
pub const MY_TITLE: &str = "My week";

pub const ON_THE_PATH: &str = "On the path";
pub const WHAT_WE_SAID: &str = "What we said\nwe would do";
pub const WHAT_I_SAID: &str = "What I said\nI would do";
pub const REPAIRS: &str = "Repairs, in our\nown words";
pub const HOW_IT_FELT: &str = "How it felt";
pub const FROM_THE_JAR: &str = "From the jar";
pub const THIS_WEEKS_RITUAL: &str = "Our ritual";
pub const NEXT_WEEK: &str = "Next week";
pub const NEW_CHAPTER: &str = "A new chapter";
pub const LEAVE_KEEP_BEGIN: [&str; 3] = ["Leave", "Keep", "Begin"];
pub const FOOTER: &str = "Printed at home. Nothing on this page was sent anywhere.";
pub const EMPTY: &str = "Nothing was put on this page for the week.";
pub const MISSING: &str = "Some characters have no font on this computer and show as boxes.";

pub fn the_repair(name: &str) -> String {
    format!("The repair,\nin {name}’s words")
}

pub fn page(number: usize, of: usize) -> String {
    format!("Page {number} of {of}")
}

/// "Steps 1, 2 and 3 are done."
pub fn steps_done(done: &[usize]) -> String {
    match done {
        [] => "No step is finished yet, and none has to be.".to_owned(),
        [one] => format!("Step {one} is done."),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(ToString::to_string).collect();
            format!("Steps {} and {last} are done.", first.join(", "))
        }
    }
}

/// Before the title of the step.
pub fn on_step(step: u8, alone: bool) -> String {
    if alone {
        format!(" I am on step {step}, ")
    } else {
        format!(" We are on step {step}, ")
    }
}

pub const ALL_TEN: &str = "All ten steps are done. What was learned stays.";

pub fn path_described(done: usize, current: Option<u8>) -> String {
    match current {
        Some(step) => {
            format!("A line of ten steps. {done} are set in gold, and step {step} is next.")
        }
        None => format!("A line of ten steps. {done} are set in gold."),
    }
}

pub fn commitment(when: &str, then: &str) -> String {
    format!("If {}, then {}.", clause(when), clause(then))
}

/// Without the full stop somebody may have put at the end of a half sentence.
fn clause(text: &str) -> &str {
    text.trim().trim_end_matches('.').trim_end()
}

pub const KEPT: &str = "Kept";
pub const KEPT_ALL_WEEK: &str = "Kept all week";
pub const SET_DOWN: &str = "Set down this week";
pub const ADJUSTED: &str = "Adjusted";

pub fn adjusted(was: &str) -> String {
    format!("Adjusted: it used to say {}", clause(was))
}

pub fn missed(on: Weekday, repaired: bool) -> String {
    let day = dates::weekday(on);
    if repaired {
        format!("Missed on {day}, then repaired")
    } else {
        format!("Missed on {day}")
    }
}

pub fn ritual_held(name: &str, on: NaiveDate) -> String {
    format!(
        "{}, held on {}.",
        clause(name),
        dates::weekday(on.weekday())
    )
}

pub fn ritual_next(
    name: &str,
    about: &str,
    on: Option<NaiveDate>,
    time: Option<NaiveTime>,
) -> String {
    let mut text = clause(name).to_owned();
    if let Some(on) = on {
        text.push_str(&format!(", {}", dates::weekday(on.weekday())));
        if let Some(time) = time {
            text.push_str(&format!(" {}", time.format("%H:%M")));
        }
    }
    text.push('.');
    if !clause(about).is_empty() {
        text.push_str(&format!(" {}.", clause(about)));
    }
    text
}

pub fn approved(name: &str, on: NaiveDate) -> String {
    format!(
        "{name}, who approved this page on {}",
        dates::day_of_month(on)
    )
}

pub fn not_approved(name: &str) -> String {
    format!("{name}, not approved yet")
}
