//! The words of one screen: what each said they would do.

use super::common::left_to_right;
use super::dates;
use chrono::{Datelike, NaiveDate, Weekday};

pub const TITLE: &str = "Commitments";
pub const LEAD: &str = "Each one belongs to the person who made it. Only they can mark it.";
pub const MY_TITLE: &str = "My commitments";
pub const MY_LEAD: &str = "Each one is about what you do yourself. Only you can mark yours.";

pub const NEW: &str = "New";

pub fn new_for(name: &str) -> String {
    format!("New for {name}")
}

pub fn three_are_enough(name: &str) -> String {
    left_to_right(format!(
        "{name} has three, and three at a time are enough. Set one down to make room."
    ))
}

pub const YOU_HAVE_THREE: &str =
    "You have three, and three at a time are enough. Set one down to make room.";

pub fn none_yet(name: &str) -> String {
    left_to_right(format!("{name} has taken nothing on yet."))
}

pub const NONE_OF_MINE: &str = "You have taken nothing on yet. One small thing is plenty.";

pub const DAY: &str = "The day you are marking";

pub fn day(day: NaiveDate, today: NaiveDate) -> String {
    let name = dates::weekday(day.weekday());
    if day == today {
        format!("Today, {name}")
    } else {
        name.to_owned()
    }
}

pub const IF: &str = "If ";
pub const THEN: &str = ", then ";
pub const NOW_READS: &str = "Now reads: ";

/// A half sentence without the full stop somebody may have put at its end.
pub fn clause(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',']).trim_end()
}

/// The half sentence that ends the whole one.
pub fn ending(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '。', '！', '？', '؟']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

pub fn whole(when: &str, then: &str) -> String {
    format!("{IF}{}{THEN}{}", clause(when), ending(then))
}

pub const WHENEVER: &str = "Whenever it happens";
pub const EVERY_DAY: &str = "Every day";
pub const EVERY_WEEKDAY: &str = "Every weekday";
pub const ONCE_A_WEEK: &str = "Once a week, on one day";
pub const ONCE: &str = "Once";

pub fn once_a_week(on: Weekday) -> String {
    format!("Once a week, on {}", dates::weekday(on))
}

pub fn until(cadence: &str, last: NaiveDate) -> String {
    format!("{cadence}, until {}", dates::day_of_month(last))
}

pub fn obstacle(text: &str) -> String {
    format!("What you thought might get in the way: {text}")
}

pub const KEPT: &str = "Kept";
pub const ADJUSTED: &str = "Adjusted";
pub const MISSED: &str = "Missed";

/// Names the three answers for who hears them: which commitment, and of which day.
pub fn how_it_went(day: NaiveDate, today: NaiveDate, then: &str) -> String {
    if day == today {
        format!("How it went today: {then}")
    } else {
        format!("How it went on {}: {then}", dates::weekday(day.weekday()))
    }
}

pub fn kept_on(day: NaiveDate) -> String {
    format!("Kept {}", dates::weekday(day.weekday()))
}

pub const KEPT_ALL_WEEK: &str = "Kept all week";
pub const SET_DOWN_THIS_WEEK: &str = "Set down this week";

pub fn adjusted_on(day: NaiveDate) -> String {
    format!("Adjusted {}", dates::weekday(day.weekday()))
}

pub fn missed_on(day: NaiveDate) -> String {
    format!("Missed {}", dates::weekday(day.weekday()))
}

pub fn repair_begun(day: NaiveDate) -> String {
    format!("Missed {}, repair begun", dates::weekday(day.weekday()))
}

pub fn repaired(day: NaiveDate) -> String {
    format!("Missed {}, repaired", dates::weekday(day.weekday()))
}

pub fn repair_of(name: &str) -> String {
    format!("Repair, in {name}’s words")
}

pub const MY_REPAIR: &str = "Repair, in my words";
pub const REPAIR_EXAMPLE: &str = "What happened, and what I will change.";
pub const WRITE_REPAIR: &str = "Write the repair";
pub const CHANGE_REPAIR: &str = "Change these words";
pub const KEEP_REPAIR: &str = "Save the repair";
pub const REPAIR_LATER: &str = "Later";
pub const REPAIR_WAITS: &str = "The repair can begin whenever there are words for it.";

pub const ADJUST: &str = "It now reads";
pub const KEEP_ADJUSTED: &str = "Save what it now reads";
pub const LEAVE_ADJUSTED: &str = "Leave it as it was";

pub const PRIVATE: &str = "Private";

pub const SET_DOWN: &str = "Set this down";

pub fn set_down_named(then: &str) -> String {
    format!("Set this down: {then}")
}

pub const SET_DOWN_TITLE: &str = "Set this down?";
pub const SET_DOWN_BODY: &str = "Setting a thing down is no failure. It may have done its work, or ask too much for now. \
     What was marked stays readable, and there is room for another.";
pub const KEEP_IT: &str = "Keep it";
pub const YES_SET_DOWN: &str = "Set it down";

// The form

pub const FORM_IF: &str = "If";
pub const FORM_IF_EXAMPLE: &str = "I will be later than six";
pub const FORM_THEN: &str = "then";
pub const FORM_THEN_EXAMPLE: &str = "I will call before half past five";
pub const FORM_THEN_HINT: &str = "Something you do yourself. Small ones are kept more often.";
pub const FORM_OBSTACLE: &str = "What may get in the way, if you know";
pub const FORM_OBSTACLE_EXAMPLE: &str = "I think five more minutes will not matter";
pub const FORM_HOW_OFTEN: &str = "How often";
pub const FORM_WHICH_DAY: &str = "Which day";
pub const FORM_UNTIL: &str = "For how long";
pub const NO_LAST_DAY: &str = "No last day";
pub const IF_MISSING: &str = "Say when it begins.";
pub const THEN_MISSING: &str = "Say what you will do.";

pub fn weeks(weeks: u8, last: NaiveDate) -> String {
    let last = dates::day_of_month(last);
    match weeks {
        1 => format!("One week, until {last}"),
        2 => format!("Two weeks, until {last}"),
        4 => format!("Four weeks, until {last}"),
        n => format!("{n} weeks, until {last}"),
    }
}

pub const SAY_IT: &str = "Say it aloud once before you save it.";
pub const KEEP: &str = "Save this commitment";
