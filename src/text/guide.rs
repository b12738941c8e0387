//! The words of one screen: a guide, page by page.

pub mod blocks;
pub mod talk;

use super::common::left_to_right;
use super::dates;
use super::numbers::{capital, in_words};
use chrono::{Datelike, NaiveDate};

pub const YOUR_PARTNER: &str = "your partner";
pub const THE_ONE_HURT: &str = "the one who was hurt";
pub const THE_ONE_WHO_BROKE_TRUST: &str = "the one who broke trust";

/// "The ten steps, step 1".
pub fn step(number: u8) -> String {
    format!("The ten steps, step {number}")
}

/// What a guide that is no step calls itself.
pub const PILLAR: &str = "One of the three pillars";
pub const TRACK: &str = "To work through, page by page";
pub const FOR_YOURSELF: &str = "For yourself";
pub const READ: &str = "To read, with one question";
pub const PRACTICE: &str = "A practice";

pub const PAGES: &str = "The pages";

/// "Page 2 of 5".
pub fn page_of(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}

/// A page in the rail: what it is called, and how far one is.
pub fn rail_name(title: &str, state: RailState) -> String {
    match state {
        RailState::Behind => format!("{title}, gone through"),
        RailState::Here => format!("{title}, you are here"),
        RailState::Ahead => title.to_owned(),
    }
}

/// A page that each writes for themselves, while both are here.
pub fn rail_name_of(writer: &str, page: &str) -> String {
    left_to_right(format!("{writer}: {page}"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RailState {
    Behind,
    Here,
    Ahead,
}

/// On a page for one part, before somebody who did not say that theirs is that one alone.
pub const IF_YOU_WERE_HURT: &str =
    "Written for the one who was hurt. Take what fits you, and pass by what does not.";
pub const IF_YOU_BROKE_TRUST: &str =
    "Written for the one who broke trust. Take what fits you, and pass by what does not.";

pub const NEXT_PAGE: &str = "Next page";
pub const TO_THE_END: &str = "To the end";
pub const FINISH_STEP: &str = "Finish this step";
pub const FINISH_FOR_NOW: &str = "Finish for now";

pub fn turn_to_write(name: &str) -> String {
    format!("It is {name}’s turn to write.")
}

pub fn look_away(name: &str) -> String {
    left_to_right(format!("{name}, a good moment to look away."))
}

pub const WHO_SEES_IT: &str = "Who can read this page";

pub fn private_to(name: &str) -> String {
    format!("Private to {name}")
}

pub fn show(name: &str) -> String {
    format!("Show {name}")
}

pub fn only_can_open(name: &str) -> String {
    format!("Only {name} can open this page.")
}

pub const BOTH_CAN_READ: &str = "Both of you can read what is written here.";
/// Where only one person has set up.
pub const SHARED_ROOM: &str = "This is kept in the shared room.";

/// Under the choice, once it is to be shown.
pub fn will_be_shown(name: &str) -> String {
    left_to_right(format!(
        "{name} will be able to read everything you wrote on this page."
    ))
}

/// The same for a page on which a word can be chosen that stays with its writer.
pub fn words_will_be_shown(name: &str) -> String {
    left_to_right(format!(
        "{name} will be able to read what you wrote on this page. A word you chose stays with you, unless you show it too."
    ))
}

pub fn stays_shown(name: &str) -> String {
    format!("What {name} was shown before stays there. What you change now stays with you.")
}

pub fn waits_for(name: &str) -> String {
    format!("This page is for {name}")
}

pub fn pass_first(name: &str) -> String {
    format!(
        "It opens once the laptop is with {name}. You can also go on without it and come back another day."
    )
}

pub fn pass_to(name: &str) -> String {
    format!("Pass the laptop to {name}")
}

pub const SEALED: &str = "Written and sealed";

pub fn opens_in_own_space(name: &str) -> String {
    format!("It opens in {name}’s own space. Nothing of it is left here.")
}

pub const WRITE_AGAIN: &str = "Write here again";

/// "3 March 2026".
pub fn day(on: NaiveDate) -> String {
    format!("{} {}", dates::day_of_month(on), on.year())
}

/// "You went through this on 3 March 2026".
pub fn went_through(on: NaiveDate) -> String {
    format!("You went through this on {}", day(on))
}

pub fn went_through_together(on: NaiveDate) -> String {
    format!("The two of you went through this on {}", day(on))
}

pub const BOTH_WAYS: &str = "Every word stays, whichever you choose. If you go through it again, what you wrote stands beside the new fields.";
pub const READ_IT: &str = "Read what you wrote";
pub const GO_AGAIN: &str = "Go through it again";

pub const BEFORE: &str = "What you wrote before";

/// Read out before the earlier answers to a question.
pub fn before_to(prompt: &str) -> String {
    format!("{BEFORE}: {prompt}")
}

pub const SHOW_ALL: &str = "Show all";

/// Read out for the button.
pub fn show_all_to(prompt: &str) -> String {
    format!("{SHOW_ALL}: {prompt}")
}

pub const THE_END: &str = "The end of this step";
pub const END_TOGETHER: &str = "It is set in gold once each of you says that your own part is done. Either of you may leave it open, today or for good.";
pub const END_ALONE: &str =
    "You decide whether your part is done. You can come back to any page, whatever you choose.";
pub const IN_GOLD: &str = "Set in gold.";

pub fn my_part_is_done(name: &str) -> String {
    left_to_right(format!("{name}: my part is done"))
}

pub fn part_is_done(name: &str) -> String {
    left_to_right(format!("{name} has said that this part is done."))
}

pub const END_OF_PRACTICE: &str = "The end of this practice";
pub const IF_DONE: &str = "If you did it today, you can say so here. You can also leave it, and come back to it another day.";
pub const I_DID_IT: &str = "I did this today";
pub const WE_DID_IT: &str = "We did this today";
pub const DONE_TODAY: &str = "That is kept. You can come back to it whenever you like.";

pub const LAST_PAGE: &str = "That was the last page";
pub const WHENEVER_YOU_LIKE: &str = "You can come back to it whenever you like.";

pub const TO_THE_LIBRARY: &str = "Back to the library";
pub const TO_THE_PILLARS: &str = "Back to the three pillars";

/// Read out for a phrase that can be put into the field.
pub fn put_in(phrase: &str) -> String {
    format!("Put in: {phrase}")
}

/// A softening word and what it may do.
pub fn softener(word: &str, why: &str) -> String {
    format!("“{word}”: {why}")
}

pub const OWN_WORD: &str = "In a word of your own";
pub const RATING_STAYS: &str = "This answer stays with you, also when the page is shown.";

/// The label of a slot: what stands before it in the sentence.
pub fn slot_label(before: &str, id: &str) -> String {
    let words = before.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '“');
    let words = words.trim_end();
    let words = if words.is_empty() { id } else { words };
    format!("{} …", capital(words))
}

/// A slot nobody has filled yet, in the sentence.
pub fn open_slot(hint: &str) -> String {
    format!("[{hint}]")
}

pub const START: &str = "Start";
pub const PAUSE: &str = "Pause";
pub const GO_ON: &str = "Go on";
pub const TIME_PASSED: &str = "The minutes have passed. Take as long as you need.";
pub const ONLY_A_GUIDE: &str = "Nothing happens when it runs out. It is only a guide.";

/// As a word as far as twenty, then as a figure.
fn number(n: u64) -> String {
    let word = usize::try_from(n).ok().filter(|n| *n <= 20);
    word.and_then(in_words).unwrap_or_else(|| n.to_string())
}

/// "Ten minutes".
pub fn minutes(minutes: u64) -> String {
    if minutes == 1 {
        return "One minute".to_owned();
    }
    format!("{} minutes", capital(&number(minutes)))
}

/// "About three minutes left".
pub fn about_left(minutes: u64) -> String {
    match minutes {
        0 | 1 => "About a minute left".to_owned(),
        n => format!("About {} minutes left", number(n)),
    }
}

pub const BREATHE_IN: &str = "Breathe in";
pub const BREATHE_OUT: &str = "Breathe out";

pub const HAS_THE_FLOOR: &str = "has the floor";
pub const IS_LISTENING: &str = "is listening";
pub const NOTHING_SHOWN: &str =
    "Nothing from the earlier pages was shown. You can speak from memory, or leave this out.";

pub fn shown_by(name: &str) -> String {
    format!("Shown by {name}")
}

/// What was chosen, as a list in a sentence.
pub fn listed(items: &[String]) -> String {
    items.join(" · ")
}

pub const INTO_THE_JAR: &str = "It goes into the jar, where both of you can read it.";
pub const NOTE_STAYS: &str = "It stays in your own space unless you show this page.";

pub const BOUNDARY_HINT: &str =
    "Something both of you would notice. What you do if it is crossed can stand here too.";
pub const BOUNDARY_STAYS: &str =
    "While this page is private the boundary is yours alone. Show it, and it can be talked over.";
pub const WHAT_IT_PROTECTS: &str = "What it protects";
pub const LOOK_AGAIN: &str = "When to look at it again";
pub const IN_A_WEEK: &str = "In a week";
pub const IN_TWO_WEEKS: &str = "In two weeks";
pub const IN_FOUR_WEEKS: &str = "In four weeks";

/// "In a week, Sunday 22 November".
pub fn review_on(when: &str, day: &str) -> String {
    format!("{when}, {day}")
}

pub fn look_again_on(day: &str) -> String {
    format!("To be looked at again on {day}")
}

pub fn boundary(what: &str, because: &str) -> String {
    let what = what.trim();
    if because.trim().is_empty() {
        what.to_owned()
    } else {
        format!("{what}\n{WHAT_IT_PROTECTS}: {}", because.trim())
    }
}

pub fn replies_to(name: &str, writer: &str) -> String {
    left_to_right(format!("{name}, what do you say to {writer}’s boundary?"))
}

pub const AGREED: &str = "Agreed";
pub const NOT_YET: &str = "Not yet";

pub const IF: &str = "If";
pub const IF_HINT: &str = "the moment or the sign";
/// Between the two halves of such a sentence in the content.
pub const COMMA_THEN: &str = ", then ";
pub const THEN: &str = "Then I will";
/// Where [`THEN`] stands before the field, the words in it go on from there.
pub const I_WILL: &str = "I will ";
pub const THEN_HINT: &str = "one small thing you do yourself";
pub const OBSTACLE: &str = "What could get in the way";
pub const OBSTACLE_HINT: &str = "tiredness, a late train, pride";
pub const HOW_OFTEN: &str = "When it applies";
pub const WHENEVER: &str = "Whenever it happens";
pub const EVERY_DAY: &str = "Every day";
pub const EVERY_WEEKDAY: &str = "Monday to Friday";
pub const ONCE: &str = "Once";

pub fn once_a_week(day: &str) -> String {
    format!("Once a week, on {day}")
}

/// The commitment as one sentence. The second half may be written with or without "I will".
pub fn commitment(when: &str, then: &str) -> String {
    let or = |words: &str| {
        let words = words.trim().trim_end_matches('.');
        if words.is_empty() {
            "…".to_owned()
        } else {
            words.to_owned()
        }
    };
    let then = or(then);
    let then = if then.to_lowercase().starts_with("i ") {
        then
    } else {
        format!("I will {then}")
    };
    let stop = if then.ends_with('…') { "" } else { "." };
    format!("If {}, then {then}{stop}", or(when))
}

pub const COMMITMENT_STAYS: &str = "This commitment is kept where only you can open it.";
pub const THREE_ARE_ENOUGH: &str = "You have three commitments running, and three are enough. You can set one down or finish it first, and come back to this page.";
pub const SEE_COMMITMENTS: &str = "See your commitments";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_words() {
        assert_eq!(minutes(10), "Ten minutes");
        assert_eq!(about_left(3), "About three minutes left");
        assert_eq!(about_left(1), "About a minute left");
        assert_eq!(minutes(45), "45 minutes");
    }

    #[test]
    fn a_slot_is_named_by_what_stands_before_it() {
        assert_eq!(slot_label("Until ", "until"), "Until …");
        assert_eq!(slot_label(", so that I can ", "so-that"), "So that I can …");
        assert_eq!(slot_label(", ", "place"), "Place …");
    }

    #[test]
    fn a_commitment_reads_as_one_sentence() {
        assert_eq!(
            commitment("I am late", "I will call."),
            "If I am late, then I will call."
        );
        assert_eq!(
            commitment("I am late", "call"),
            "If I am late, then I will call."
        );
        assert_eq!(commitment("", ""), "If …, then I will …");
    }
}
