//! The words of one screen: the library.

use super::common::left_to_right;
use super::dates;
use super::numbers::{capital, in_words};
use chrono::{Datelike, NaiveDate};

pub const LEAD: &str =
    "Nothing here has to be done in order. Open what fits today; it all stays open.";

pub const STOPPED: &str = "Where you stopped";
pub const GO_ON: &str = "Go on";
pub const SHOW_ALL: &str = "Show all";
pub const SHOW_FEWER: &str = "Show the latest";

/// "At the page “What would help”."
pub fn at_page(title: &str) -> String {
    format!("At the page “{title}”.")
}

pub const AT_A_PAGE: &str = "Some of it is still to come.";

/// "Jon’s part is done."
pub fn part_done(name: &str) -> String {
    left_to_right(format!("{name}’s part is done."))
}

/// Read out for the button.
pub fn go_on_with(title: &str) -> String {
    format!("Go on with {title}")
}

pub const SUGGESTED: &str = "For now, perhaps";
pub const OPEN_IT: &str = "Open it";
pub const NOT_NOW: &str = "Not now";

/// Read out for the button.
pub fn open_named(title: &str) -> String {
    format!("Open {title}")
}

/// Read out for the button.
pub fn not_now_named(title: &str) -> String {
    format!("Not now: put {title} away for this sitting")
}

pub fn at_step(step: u8) -> String {
    format!("You are at step {step}. This goes with it.")
}

pub fn next_step(step: u8) -> String {
    match step {
        1 => "The first step is still before you. This goes with it.".to_owned(),
        step => format!("Step {step} comes next. This goes with it."),
    }
}

pub const THIS_WEEK: &str = "This week’s look at it is still open. A few words are enough.";

pub fn step_done(step: u8) -> String {
    format!("You have been through step {step}. This stays useful after it.")
}

pub const WAYS: &str = "How to look";
pub const BY_NEED: &str = "By need";
pub const BY_KIND: &str = "By kind";
pub const SEARCH: &str = "Search";

pub const NEED_TITLE: &str = "What is it today?";
pub const NEED_NOTE: &str = "Open the line that sounds most like you.";
pub const NEED_OTHER: &str = "And more";
pub const NO_NEEDS: &str = "There are no needs in this content. Look by kind instead.";

pub const STEPS: &str = "The ten steps";
pub const STEPS_NOTE: &str = "The way through, in the order that fits you.";
/// Under the name of a kind, for one who is here alone.
pub const WAITS_FOR_BOTH: &str = "Pages for two wait until you are both here.";
/// The same, where nobody else has joined.
pub const ALONE_TOO: &str = "Your own pages can be done alone.";

/// A note with another sentence after it.
pub fn noted(note: &str, more: &str) -> String {
    format!("{note} {more}")
}

pub const PILLARS: &str = "The three pillars";
pub const PILLARS_NOTE: &str = "What trust stands on, and a short look at oneself each week.";
pub const PILLARS_WEEK: &str = "All three, week by week";
pub const REFLECTION: &str = "A private look";
pub const REFLECTION_NOTE: &str = "For one person alone. Each of the three weighs the same.";
pub const FOR_YOURSELF: &str = "For yourself";
pub const FOR_YOURSELF_NOTE: &str =
    "Longer work in your own space, in as many sittings as it takes.";
pub const FOR_TWO: &str = "For the two of you";
pub const FOR_TWO_NOTE: &str = "Longer work side by side.";
pub const PRACTICES: &str = "Practices";
pub const PRACTICES_NOTE: &str = "Something to do, and to do again.";
pub const READS: &str = "Short reads";
pub const READS_NOTE: &str = "A page or two, and one question to answer.";

pub const FIELD: &str = "Search the library";
pub const FIELD_HINT: &str = "sleep, sorry, phone";
pub const SEARCH_NOTE: &str =
    "Titles and every page inside. What you have written is not searched.";
pub const FIELD_NOTE: &str = "One word is enough. Ctrl and F bring you here.";
pub const NOTHING_FOUND: &str = "No page here has that word. A shorter or plainer one may find something. Or look for \
     the line that sounds most like you.";
pub const LOOK_BY_NEED: &str = "Look by need";
pub const LOOK_BY_KIND: &str = "Look by kind";
pub const FOUND_PARTLY: &str = "No page has all of these words. Some of them are here.";
pub const SHOW_NEAREST: &str = "Show the nearest";

/// "Four things found."
pub fn found(things: usize) -> String {
    match things {
        0 => NOTHING_FOUND.to_owned(),
        1 => "One thing found.".to_owned(),
        n => match in_words(n) {
            Some(words) => format!("{} things found.", capital(&words)),
            None => "Many things found.".to_owned(),
        },
    }
}

/// Under a sentence that was found: "On the page “What would help”."
pub fn on_page(title: Option<&str>) -> String {
    match title {
        Some(title) => format!("On the page “{title}”."),
        None => "On one of its pages.".to_owned(),
    }
}

/// "On page three, “What would help”."
pub fn on_page_number(number: usize, title: Option<&str>) -> String {
    let number = in_words(number).unwrap_or_else(|| number.to_string());
    let page = format!("On page {number}");
    match title {
        Some(title) => format!("{page}, “{title}”."),
        None => format!("{page}."),
    }
}

pub fn on_page_for_hurt(title: Option<&str>) -> String {
    for_somebody(title, "the one who was hurt")
}

pub fn on_page_for_broke(title: Option<&str>) -> String {
    for_somebody(title, "the one who broke trust")
}

pub fn on_page_for_two(title: Option<&str>) -> String {
    for_somebody(title, "the two of you together")
}

pub fn on_page_for_one(title: Option<&str>) -> String {
    for_somebody(title, "one person alone")
}

fn for_somebody(title: Option<&str>, whom: &str) -> String {
    match title {
        Some(title) => format!("On the page “{title}”, for {whom}."),
        None => format!("On a page for {whom}."),
    }
}

/// Under the words of a need that were found.
pub const HELPS_WITH: &str = "This is one of the things it can help with.";

pub fn quoted(words: &str) -> String {
    format!("“{words}”")
}

pub fn step(number: u8) -> String {
    format!("Step {number}")
}

pub const HELP: &str = "People to talk to, country by country.";
pub const HELP_KIND: &str = "Always one press away.";
pub const PILLAR: &str = "Pillar";
pub const REFLECTION_KIND: &str = "Reflection";
pub const TRACK: &str = "Longer work";
pub const READ: &str = "Short read";
pub const PRACTICE: &str = "Practice";

/// "Practice, about ten minutes."
pub fn kind_and_time(kind: &str, minutes: u16) -> String {
    format!("{kind}, about {}.", time(minutes))
}

/// "About six minutes."
pub fn only_time(minutes: u16) -> String {
    format!("About {}.", time(minutes))
}

/// What it is and how well it is tested.
pub fn about(kind_and_time: &str, evidence: Option<&str>) -> String {
    match evidence {
        Some(evidence) => format!("{kind_and_time} {evidence}."),
        None => kind_and_time.to_owned(),
    }
}

/// Where a passage stands, then what it is out of.
pub fn stands_and_time(stands: &str, kind_and_time: &str) -> String {
    format!("{stands} {kind_and_time}")
}

/// "Reflection, as long as you like."
pub fn kind_and_no_time(kind: &str) -> String {
    format!("{kind}, as long as you like.")
}

fn time(minutes: u16) -> String {
    match minutes {
        0 | 1 => "a minute".to_owned(),
        15 => "a quarter of an hour".to_owned(),
        30 => "half an hour".to_owned(),
        45 => "three quarters of an hour".to_owned(),
        55..=65 => "an hour".to_owned(),
        66..=99 => "an hour and a half".to_owned(),
        n => match in_words(n.into()) {
            Some(words) => format!("{words} minutes"),
            None => "two hours or more".to_owned(),
        },
    }
}

pub const BEGUN: &str = "Begun";

/// "Finished on 3 March", with the year where it is another one.
pub fn finished(on: NaiveDate, today: NaiveDate) -> String {
    let day = dates::day_of_month(on);
    if on.year() == today.year() {
        format!("Finished on {day}")
    } else {
        format!("Finished on {day} {}", on.year())
    }
}

/// "Opens in Maya’s or Jon’s own space."
pub fn own_space(first: &str, second: &str) -> String {
    left_to_right(format!(
        "Opens in {first}’s or {second}’s own space, for what is written there is one person’s alone."
    ))
}

pub const FOR_TWO_TOGETHER: &str = "For the two of you together. It opens when you are both here.";
pub const PARTLY_FOR_TWO: &str = "For both of you. Your own pages can be done alone.";
pub const MEANT_FOR_TWO: &str = "Meant for two. It opens when a second person has joined.";
pub const PARTLY_MEANT_FOR_TWO: &str = "Meant for two. Your own pages can be done alone.";
pub const FOR_HURT: &str = "Written for the one who was hurt.";
pub const FOR_BROKE: &str = "Written for the one who broke trust.";
pub const NO_PAGE: &str = "There is no page in it for one person alone.";
pub const FOR_ONE: &str = "Written for one person alone.";

/// On the two homes.
pub const FROM_HOME: &str = "Find something that fits";

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_words_and_never_in_figures() {
        assert_eq!(kind_and_time(PRACTICE, 10), "Practice, about ten minutes.");
        assert_eq!(time(15), "a quarter of an hour");
        assert_eq!(time(35), "thirty-five minutes");
        assert_eq!(time(60), "an hour");
        for minutes in 0..=400 {
            assert!(!time(minutes).contains(|c: char| c.is_ascii_digit()));
        }
    }

    #[test]
    fn what_was_found_is_told_in_words() {
        assert_eq!(found(1), "One thing found.");
        assert_eq!(found(4), "Four things found.");
        assert_eq!(found(21), "Twenty-one things found.");
        assert_eq!(found(0), NOTHING_FOUND);
    }

    #[test]
    fn a_day_of_another_year_names_the_year() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let today = day(2026, 11, 15);
        assert_eq!(finished(day(2026, 3, 3), today), "Finished on 3 March");
        assert_eq!(
            finished(day(2025, 12, 30), today),
            "Finished on 30 December 2025"
        );
    }
}
