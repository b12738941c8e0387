//! The sentences of the pillars screen, and of the blocks with which one looks at a week.

use super::common::left_to_right;
use super::dates;
use chrono::{Datelike, NaiveDate};

pub const TITLE: &str = "Three pillars";
pub const LEAD: &str =
    "Each of you looks at your own week, in your own words. Neither says how the other is doing.";
pub const MY_LEAD: &str =
    "A look at your own week, in your own words. Nobody else says how you are doing.";

pub const ORDINARY_DAY: &str = "On an ordinary day";

/// Read out in place of the same words three times.
pub fn ordinary_day(pillar: &str) -> String {
    format!("{ORDINARY_DAY}: {pillar}")
}

pub const LOOK: &str = "Look at this week";

/// Read out in place of the same words three times.
pub fn look_named(pillar: &str) -> String {
    format!("{LOOK}: {pillar}")
}

pub const NOT_LOOKED: &str = "Not looked at this week";
pub const LOOKED: &str = "Looked at this week";

/// "This week: Mostly".
pub fn this_week(word: &str) -> String {
    format!("This week: {word}")
}

/// The same whether somebody looked and kept it, or did not look.
pub const NOTHING_SHOWN: &str = "Nothing shown this week";

pub fn shown_by(names: &[&str]) -> String {
    match names {
        [first, second] => format!("Shown this week by {first} and {second}"),
        [one] => format!("Shown this week by {one}"),
        _ => NOTHING_SHOWN.to_owned(),
    }
}

pub const WEEK_BY_WEEK: &str = "Week by week";
pub const WHICH_PILLAR: &str = "Which pillar";
pub const HOW_SHOWN: &str = "How the weeks are shown";
pub const LINES: &str = "Lines";
pub const WORDS_ONLY: &str = "Words only";
pub const CHOSEN_WEEK: &str = "Chosen week";

pub fn chart(pillar: &str) -> String {
    format!("{pillar}, week by week")
}

/// What is drawn, for whoever does not see it.
pub fn chart_about(names: &[&str], weeks: usize) -> String {
    let whose = match names {
        [first, second] => format!("Two lines side by side, {first}’s and {second}’s"),
        [one] => format!("{one}’s line"),
        _ => "No line".to_owned(),
    };
    left_to_right(format!(
        "{whose}, over {weeks} weeks through five words. Left and right choose a week; the same stands under “{WORDS_ONLY}”."
    ))
}

pub const MY_GAP: &str = "No word";
pub const GAP: &str = "No word shown";

pub const MY_GAPS: &str =
    "A gap is a week without a word. It stays a gap. Only you can open what you have not shown.";
pub const GAPS: &str = "Here stands only what each of you chose to show. A gap is a week of which no word was shown, and it says nothing more.";

pub fn no_words(pillar: &str) -> String {
    format!("No week has a word for {pillar} yet. The first one will stand here.")
}

pub fn none_shown(pillar: &str) -> String {
    format!(
        "No word for {pillar} was shown in these weeks. What is private stays in your own spaces."
    )
}

/// "24 Aug".
pub fn week_short(monday: NaiveDate) -> String {
    let month: String = dates::month(monday).chars().take(3).collect();
    format!("{} {month}", monday.day())
}

/// "12 to 18 October", with both months where they differ.
pub fn week_name(monday: NaiveDate, sunday: NaiveDate) -> String {
    let first = if monday.month() == sunday.month() {
        monday.day().to_string()
    } else {
        dates::day_of_month(monday)
    };
    format!("{first} to {}", dates::day_of_month(sunday))
}

pub const MOMENTS: &str = "Moments noticed";
pub const MOMENTS_LEAD: &str = "What one of you saw the other do.";
pub const MY_MOMENTS_LEAD: &str = "What was seen, by whom and in whom.";
pub const NO_MOMENTS: &str =
    "Nothing stands here yet. At the end of a look there is room for one small thing you saw.";
pub const ALL_MOMENTS: &str = "Show earlier moments";

pub fn noticed_in(by: &str, about: Option<&str>) -> String {
    left_to_right(match about {
        Some(about) => format!("{by} noticed in {about}"),
        None => format!("{by} noticed"),
    })
}

/// "Integrity, Wednesday 11 November".
pub fn noticed_when(pillar: &str, day: NaiveDate) -> String {
    format!("{pillar}, {}", dates::day(day))
}

// The blocks of the guides.

pub const ONE_MOMENT: &str = "One moment that shows it";
pub const MOMENT_HINT: &str = "A time, a place, what you said or did. A small one is enough.";
pub const WORD_TOO: &str = "Show the word too";
pub const WORD_TOO_NOTE: &str =
    "While this is off, only the moment is shown. The word stays with you.";

/// What of this week's look the other can read already.
pub fn shown_already(other: &str, moment: &str) -> String {
    if moment.trim().is_empty() {
        left_to_right(format!(
            "{other} can read this week’s word. What you change now stays with you."
        ))
    } else {
        left_to_right(format!(
            "{other} can read: “{}” What you change now stays with you.",
            moment.trim()
        ))
    }
}

pub const NOTICED_HINT: &str = "Something you saw or heard. You can leave this empty.";
pub const NOTICED_STAYS: &str =
    "Something you saw or heard. It stays in your own space. You can leave this empty.";

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_week_names_both_months_only_where_they_differ() {
        let date = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        assert_eq!(week_name(date(10, 12), date(10, 18)), "12 to 18 October");
        assert_eq!(
            week_name(date(9, 28), date(10, 4)),
            "28 September to 4 October"
        );
        assert_eq!(week_short(date(8, 24)), "24 Aug");
    }

    #[test]
    fn who_has_shown_something_is_said_by_name() {
        assert_eq!(shown_by(&[]), NOTHING_SHOWN);
        assert_eq!(shown_by(&["Maya"]), "Shown this week by Maya");
        assert_eq!(
            shown_by(&["Maya", "Jon"]),
            "Shown this week by Maya and Jon"
        );
    }
}
