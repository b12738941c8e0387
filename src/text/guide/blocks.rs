//! The words of the blocks in which two people ask, pause, turn cards and choose a ritual.

use super::super::common::left_to_right;
use super::super::dates;
use super::{minutes, number};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// Words after which a question may be asking for sexual detail. It is never forbidden, only remarked on.
pub const SEXUAL_DETAIL: [&str; 30] = [
    "blow job",
    "breasts",
    "condom",
    "condoms",
    "have sex",
    "having sex",
    "her body",
    "his body",
    "in bed",
    "intercourse",
    "lingerie",
    "made love",
    "make love",
    "making love",
    "naked",
    "nude",
    "nudes",
    "oral",
    "orgasm",
    "orgasms",
    "penis",
    "sex",
    "sexting",
    "sexts",
    "sexual",
    "sexually",
    "their body",
    "underwear",
    "undressed",
    "vagina",
];

/// The remark under such a question (CARE.md: a gentle warning before asking for sexual detail).
pub const DETAIL_STAYS: &str = "Whether, when and for how long can often be told and then rest. How it was in bed tends to stay as a picture, for years. You may ask it. You may also let it lie here a day first.";

pub fn question_hint(name: &str) -> String {
    left_to_right(format!(
        "{name} answers in their own time: now, at a time you both choose, or not yet. It does not run out."
    ))
}

pub const QUESTION_ALONE: &str = "It waits in the shared room until there is somebody to ask.";
pub const QUESTION_STAYS: &str =
    "While this page is private, nobody is asked. Show the page, and the question is put.";
pub const ASKED_BEFORE: &str = "You have asked this here";
pub const KEPT_BEFORE: &str = "You have written this here, and not put it yet";
pub const NEW_OR_CHANGED: &str = "What you write now";
pub const ANOTHER_QUESTION: &str = "Is another question";
pub const IN_ITS_PLACE: &str = "Takes its place";

pub const OPEN_QUESTIONS_NONE: &str = "No question is open between you. When one comes up it can be written down and wait for a good moment, instead of a bad one.";

/// "Maya asks Jon · Sunday 15 November".
pub fn asks(asker: &str, asked: &str, day: &str) -> String {
    left_to_right(format!("{asker} asks {asked} · {day}"))
}

/// Read out over the choices of one question.
pub fn how_it_stands(name: &str, question: &str) -> String {
    left_to_right(format!("{name}, how does this stand: {}", question.trim()))
}

pub fn name_decides(name: &str) -> String {
    left_to_right(format!("{name}, how does this stand?"))
}

pub const ANSWERED: &str = "Talked about";
pub const PARKED: &str = "Parked";
pub const NOT_YET: &str = "Not yet";

pub const WHEN_PARKED: &str = "When would be good";
pub const WHEN_EXAMPLE: &str = "Saturday after lunch";
pub const NOT_YET_WORDS: &str = "What would help first";
pub const NOT_YET_EXAMPLE: &str = "a calm evening, or somebody to sit with us";

/// Under a question that the one who asked sees alone.
pub fn only_name_answers(name: &str) -> String {
    format!("It is {name} who says when. You can say that it has been talked about, or park it.")
}

pub const RITUAL_CARDS: &str = "Some to choose from";
pub const RITUAL_OWN: &str = "One of our own";
pub const RITUAL_OWN_ABOUT: &str = "Name it, and say how it goes.";
pub const RITUAL_NAME: &str = "What you call it";
pub const RITUAL_HOW: &str = "How it goes, in a sentence";
pub const RITUAL_HOW_EXAMPLE: &str = "Ten minutes on the back step, whatever the weather";
pub const RITUAL_STAYS: &str =
    "It stays on this page. Chosen together, it goes to the first page of your week.";

pub const HOW_LONG: &str = "How long";
pub const UNTIL_TOMORROW: &str = "Until tomorrow";
pub const TOMORROW_AT: &str = "At what time tomorrow";
pub const TIME_EXAMPLE: &str = "18:30";
pub const TIME_WRONG: &str = "Write the time like 18:30.";
pub const START_PAUSE: &str = "Start the pause";
pub const A_NEW_TIME: &str = "Name a new time";
pub const WE_ARE_BACK: &str = "We are back";
pub const LEAVE_IT_SO: &str = "Leave it as it is";
pub const ANYONE_CALLS_IT: &str =
    "Either of you can call it, without a reason. Nobody writes down who did.";
pub const MEANWHILE: &str = "Until then";
pub const MEANWHILE_HELPS: [&str; 3] = [
    "Something for the body: walk, wash up, breathe slowly, stand in the doorway.",
    "Leave the quarrel where it is. Going over what to say next keeps the heart going as if you were still in it.",
    "Coming back is the other half of the pause.",
];

/// "20 minutes", "An hour".
pub fn length(of: u16) -> String {
    match of {
        60 => "An hour".to_owned(),
        n => format!("{n} minutes"),
    }
}

/// "20:40", or with the day where that is another one.
pub(super) fn at(time: DateTime<FixedOffset>, today: NaiveDate) -> String {
    let clock = dates::time(time.naive_local());
    let day = time.date_naive();
    if day == today {
        clock
    } else if Some(day) == today.succ_opt() {
        format!("tomorrow at {clock}")
    } else {
        format!("on {} at {clock}", dates::day(day))
    }
}

/// "Back at 20:40".
pub fn back_at(time: DateTime<FixedOffset>, today: NaiveDate) -> String {
    let at = at(time, today);
    if time.date_naive() == today {
        format!("Back at {at}")
    } else {
        format!("Back {at}")
    }
}

/// "It is 20:40."
pub fn it_is(time: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    let today = now.date_naive();
    let clock = at(time, today);
    if time.date_naive() != today {
        format!("The pause ended {clock}.")
    } else if (now - time).num_minutes() < 1 {
        format!("It is {clock}.")
    } else {
        format!("It was to be {clock}.")
    }
}

pub const COME_BACK: &str = "Come back, or name a new time.";

pub const INSTEAD_OF: &str = "Instead of";
pub const TRY: &str = "Try";
pub const TURN_OVER: &str = "Turn over";
pub const TURN_BACK: &str = "Turn back";
pub const KEEP_CARD: &str = "Keep this one";

/// What is read out with the front of a card.
pub fn behind(attempt: &str) -> String {
    format!("{TRY}: {attempt}")
}

/// Which card is kept.
pub fn keep_card(attempt: &str) -> String {
    format!("{KEEP_CARD}: {attempt}")
}

/// "Quiet practice, four minutes".
pub fn quiet_practice(of: u16) -> String {
    format!("Quiet practice, {}", minutes(of.into()).to_lowercase())
}

pub const AS_THE_WATER: &str = "In as the water widens, out as it draws in. There is nothing to get right. Eyes open or closed.";
pub const AS_THE_WORDS: &str =
    "In and out with the words. There is nothing to get right. Eyes open or closed.";
pub const BREATH_PAUSED: &str = "Resting";
pub const BREATH_PAUSED_LEAD: &str = "Go on when you like, or end here. Neither is better.";
pub const BREATH_OVER: &str = "That was the last one";
pub const BREATH_OVER_LEAD: &str = "Let the breath go its own way, and sit as long as you like.";
pub const END_HERE: &str = "End here";
pub const HOLD_STILL: &str = "Hold the water still";
pub const LET_IT_MOVE: &str = "Let the water move";
pub const BACK_TO_PAGE: &str = "Back to the page";
pub const BREATHE_AGAIN: &str = "Breathe again";
pub const WATER: &str = "A bowl mended with gold, and water in it that slowly widens and narrows";
pub const STILL_WATER: &str = "A bowl mended with gold, and still water in it";

/// "About two and a half minutes left".
pub fn about_left_in_halves(seconds: u64) -> String {
    let halves = seconds.div_ceil(30);
    match (halves / 2, halves % 2) {
        (0, _) => "About half a minute left".to_owned(),
        (1, 0) => "About a minute left".to_owned(),
        (1, _) => "About a minute and a half left".to_owned(),
        (whole, 0) => format!("About {} minutes left", number(whole)),
        (whole, _) => format!("About {} and a half minutes left", number(whole)),
    }
}

pub const READS: &str = "reads or speaks";
pub const SAYS_BACK: &str = "says it back";
pub const DECIDES: &str = "decides whether it fits";
pub const WAITS: &str = "waits";
pub const WAS_HEARD: &str = "said it back";

/// What one does in a say-back, and the sentence under it.
pub const READ_IT: (&str, &str) = (
    "Read it, or say it.",
    "Slowly, and not more than can be held in one go.",
);
pub const ONLY_LISTEN: (&str, &str) = (
    "Only listen.",
    "Nothing to answer and nothing to put right yet.",
);
pub const SAY_IT_BACK: (&str, &str) = (
    "Say back what you heard.",
    "The meaning, in your own words. Leave explaining and fixing for later.",
);
pub const WAIT: (&str, &str) = (
    "Wait for the answer.",
    "Whatever it is, it is about the words and not about you.",
);
pub const HEARD: (&str, &str) = ("You heard it.", "Nothing more is needed for now.");
pub const SAY_BACK_STARTS: [&str; 3] = [
    "What I heard you say is …",
    "It sounded as if that left you …",
    "Have I missed anything?",
];

pub fn listen_for_it(name: &str) -> (&'static str, String) {
    (
        "Listen for whether it fits.",
        left_to_right(format!(
            "{name} is saying back what was heard, and is not answering yet."
        )),
    )
}

pub fn does_it_fit(name: &str) -> (&'static str, String) {
    (
        "Is that what you meant?",
        format!("You decide when {name} has it."),
    )
}

pub fn has_finished(name: &str) -> String {
    left_to_right(format!("{name}: I have finished"))
}

pub fn is_what_i_heard(name: &str) -> String {
    left_to_right(format!("{name}: that is what I heard"))
}

pub const YES_THAT_IS_IT: &str = "Yes, that is what I meant";
pub const NOT_QUITE: &str = "Not quite, I will say it again";
pub const AS_OFTEN_AS_NEEDED: &str = "You can try as many times as you need.";

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_in_halves() {
        assert_eq!(
            about_left_in_halves(150),
            "About two and a half minutes left"
        );
        assert_eq!(about_left_in_halves(120), "About two minutes left");
        assert_eq!(about_left_in_halves(80), "About a minute and a half left");
        assert_eq!(about_left_in_halves(10), "About half a minute left");
    }

    #[test]
    fn a_return_time_names_the_day_where_it_is_another_one() {
        let time = |t: &str| t.parse::<DateTime<FixedOffset>>().unwrap();
        let evening = time("2026-11-15T20:40:00+01:00");
        assert_eq!(back_at(evening, evening.date_naive()), "Back at 20:40");
        let morning = time("2026-11-16T09:00:00+01:00");
        assert_eq!(
            back_at(morning, evening.date_naive()),
            "Back tomorrow at 09:00"
        );
        assert_eq!(it_is(evening, evening), "It is 20:40.");
        assert_eq!(
            it_is(evening, time("2026-11-18T09:00:00+01:00")),
            "The pause ended on Sunday 15 November at 20:40."
        );
    }
}
