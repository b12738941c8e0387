//! The words of a talk in turns: before it begins, while it has the window, and while it rests.

use super::super::common::left_to_right;
use super::{blocks, number};
use chrono::{DateTime, FixedOffset, NaiveDate};

pub const TOPIC: &str = "What this talk is about";
pub const TOPIC_EXAMPLE: &str = "One thing, such as the missing hour on Sunday";
pub const FIRST_SENTENCE: &str = "The first sentence";
pub const FIRST_SENTENCE_EXAMPLE: &str = "What you saw, what you felt, what you would like";
pub const WHO_BEGINS: &str = "Who speaks first";
pub const COME_BACK_AFTER: &str = "If either of you pauses, you are both back after";

/// What will happen, in one sentence.
pub fn course(speaker: &str, listener: &str) -> String {
    left_to_right(format!(
        "{speaker} speaks, {listener} says it back, and {speaker} says whether that is it."
    ))
}

/// The same for a talk in which both speak.
pub fn course_of_both(first: &str, second: &str) -> String {
    let one = course(first, second);
    left_to_right(format!("{one} Then {second} speaks."))
}

pub const HAS_THE_WINDOW: &str = "It takes the whole window. Either of you can pause or end it at any time, without a reason, and nobody writes that down.";
pub const BEGIN: &str = "Begin the talk";
pub const BEGIN_SAY_BACK: &str = "Begin with the first words";
pub const GO_ON: &str = "Go on with the talk";
pub const ANOTHER_ROUND: &str = "Begin another round";
/// On the stage, after the last part.
pub const ONCE_MORE: &str = "Once more";
pub const BEGIN_ANEW: &str = "Begin anew";

/// On the page, while a talk was left in the middle.
pub fn you_are_here(part: &str) -> String {
    left_to_right(format!("You are here: {part}."))
}

pub const BOTH_WERE_HEARD: &str = "You have both been heard.";
pub const IT_WAS_HEARD: &str = "It was said, and it was heard.";

/// What the dialog is called.
pub fn stage(part: &str) -> String {
    left_to_right(format!("The talk: {part}"))
}

pub const STAGE_OVER: &str = "The talk: said, and heard";
pub const STAGE_PAUSED: &str = "The talk rests";

pub const END_TOGETHER: &str = "End together";
pub const TALKING_ABOUT: &str = "Talking about";
pub const BACK_TO_PAGE: &str = blocks::BACK_TO_PAGE;

pub fn speaks(name: &str) -> String {
    left_to_right(format!("{name} speaks"))
}

pub fn says_it_back(name: &str) -> String {
    left_to_right(format!("{name} says it back"))
}

pub fn confirms(name: &str) -> String {
    left_to_right(format!("{name} confirms"))
}

/// Read out for the seam: its parts, and which of them is now.
pub fn seam(parts: &[String], at: usize) -> String {
    let told = parts.iter().enumerate().map(|(i, part)| match i.cmp(&at) {
        std::cmp::Ordering::Less => format!("{part}, done"),
        std::cmp::Ordering::Equal => format!("{part}, now"),
        std::cmp::Ordering::Greater => part.clone(),
    });
    format!(
        "The course of the talk: {}",
        told.collect::<Vec<_>>().join("; ")
    )
}

/// Read out for one half: "Maya, has the floor".
pub fn half(name: &str, does: &str) -> String {
    left_to_right(format!("{name}, {does}"))
}

/// What the one who speaks does, in a talk of both.
pub const SPEAK: (&str, &str) = (
    "Speak for yourself.",
    "A few sentences, then a stop, so that it can be said back.",
);

/// After the last confirmation, beside a name and under it.
pub const WAS_HEARD: &str = "was heard";

pub fn were_heard(by: &str) -> (&'static str, String) {
    (
        "You were heard.",
        left_to_right(format!("{by} said it back, and it was what you meant.")),
    )
}

/// "About three minutes left for this part".
pub fn left_for_this_part(minutes: u64) -> String {
    match minutes {
        0 | 1 => "About a minute left for this part".to_owned(),
        n => format!("About {} minutes left for this part", number(n)),
    }
}

pub const HIDE: &str = "Hide";
pub const HIDE_THE_TIME: &str = "Hide the time";
pub const SHOW_THE_TIME: &str = "Show the time";
pub const AS_LONG_AS_NEEDED: &str = "Take as long as you need.";

/// "If either of you pauses, come back at 20:40".
pub fn come_back(time: DateTime<FixedOffset>, today: NaiveDate) -> String {
    let at = blocks::at(time, today);
    if time.date_naive() == today {
        format!("If either of you pauses, come back at {at}")
    } else {
        format!("If either of you pauses, come back {at}")
    }
}

pub const AGREED_BEFORE: &str = "You both agreed this before you began. Pausing is not leaving.";
pub const BODY_NEEDS_IT: &str = "A body needs about so long to calm down. Pausing is not leaving.";
pub const NOT_LEAVING: &str = "Pausing is not leaving.";
pub const RESTS: &str = "The talk rests";
pub const RESTS_LEAD: &str =
    "It waits where you left it. Whoever asked for the pause needs no reason.";
