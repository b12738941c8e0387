//! The words of one screen: the jar.

use super::common::left_to_right;

pub const TITLE: &str = "The jar";
pub const LEAD: &str = "One marble for each small thing one of you noticed.";

pub const INVITE_TITLE: &str = "When you are both ready";
pub const INVITE_TITLE_ALONE: &str = "Something one of you noticed";
pub const INVITE: &str =
    "Take one out of the jar and read it aloud. The one who wrote it can just listen.";
pub const INVITE_ALONE: &str = "Take one out of the jar and read it for yourself.";
pub const DRAW: &str = "Draw one out";
pub const DRAW_ANOTHER: &str = "Draw another";
pub const PUT_BACK: &str = "Put it back";
pub const ADD: &str = "Add a note";

pub const EMPTY_TITLE: &str = "The jar is empty for now";
/// Steps 1 and 2 come first: gratitude can sting before the hurt has been heard.
pub const EMPTY_WAITS: &str =
    "It stands here until there is something to put in. It can wait as long as you like.";
pub const EMPTY_INVITES: &str = "When one of you notices something small the other did, it can go in here, in a sentence or two.";

pub fn from_to(from: &str, to: &str) -> String {
    format!("From {from}, to {to}")
}

pub fn from(name: &str) -> String {
    format!("From {name}")
}

pub fn from_both(first: &str, second: &str) -> String {
    format!("From {first} and {second}")
}

pub fn repair_by(name: &str) -> String {
    format!("A repair, in {name}’s words")
}

pub fn read_aloud(reader: &str, writer: &str) -> String {
    left_to_right(format!(
        "{reader} reads it aloud. {writer}, you can just listen."
    ))
}

pub const READ_TOGETHER: &str = "Either of you reads it aloud.";
pub const FOR_YOU: &str = "This one was written to you.";
pub const BY_YOU: &str = "You wrote this one.";
pub const BY_YOU_BOTH: &str = "You wrote this one together.";

pub const WHOSE: &str = "Whose note is it?";
pub const BOTH_OF_US: &str = "From both";
pub const WHAT: &str = "What you noticed";
pub const WHAT_EXAMPLE: &str =
    "Something small and particular, as you would say it across the table.";
pub const PUT_IN: &str = "Put it in the jar";
pub const WHOSE_MISSING: &str = "Say whose note it is.";
pub const WORDS_MISSING: &str = "Write a sentence first.";
pub const SHARED_NOTE: &str = "Both of you can read what is in the jar.";
pub const IT_IS_IN: &str = "It is in the jar.";

pub const OLDER: &str = "Older notes";
pub const REPAIRS: &str = "Repairs";
pub const OLDER_AND_REPAIRS: &str = "Older notes and repairs";
pub const OLDER_LEAD: &str =
    "Nothing is thrown away. Older notes move to this shelf, newest first.";
pub const REPAIRS_LEAD: &str =
    "A marble with a gold line is a repair after a miss. These are the words.";
pub const BACK: &str = "Back to the jar";
pub const MORE: &str = "Show earlier ones";

pub fn legend_first(name: &str) -> String {
    format!("Blue is from {name}")
}

pub fn legend_second(name: &str) -> String {
    format!("Rust is from {name}")
}

pub const LEGEND_BOTH: &str = "Green is from both of you";

pub fn legend_line(name: &str) -> String {
    format!("A line is from {name}")
}

pub fn legend_broken_line(name: &str) -> String {
    format!("A broken line is from {name}")
}

pub const LEGEND_RING: &str = "A ring is from both of you";
pub const LEGEND_GOLD: &str = "A gold line is a repair after a miss";

pub const SHOWN_EMPTY: &str = "An empty glass jar.";
pub const SHOWN: &str = "A glass jar with marbles in it";
pub const SHOWN_OUT: &str = "One marble has been taken out.";

/// What the drawing shows, for who does not see it. Who wrote how many is said to nobody.
pub fn shown(writers: &[&str], both: bool, gold: bool, out: bool) -> String {
    let mut text = SHOWN.to_owned();
    let mut from: Vec<String> = writers.iter().map(|name| format!("from {name}")).collect();
    if both {
        from.push("from both of you".to_owned());
    }
    if let [first @ .., last] = from.as_slice() {
        text.push_str(", ");
        if !first.is_empty() {
            text.push_str(&first.join(", "));
            text.push_str(" and ");
        }
        text.push_str(last);
    }
    text.push('.');
    if gold {
        text.push_str(" A gold line marks a repair.");
    }
    if out {
        text.push(' ');
        text.push_str(SHOWN_OUT);
    }
    text
}
