//! The words of one screen: two people, or one, make this theirs.

use super::common;
use super::common::left_to_right;

pub const TWO_PEOPLE: &str = "Two people,\none table.";
pub const ONE_PERSON: &str = "One person,\na quiet table.";
pub const STAYS_HERE: &str = "Everything you write stays on this computer. There is no account, and nothing is sent anywhere.";

/// "Maya, part 2 of 4".
pub fn place(name: &str, page: usize, of: usize) -> String {
    left_to_right(format!("{name}, part {page} of {of}"))
}

pub mod names {
    pub const TITLE: &str = "Who will be using this?";
    pub const LEAD: &str = "Sit side by side for this page. After it, each of you answers alone.";
    pub const LEAD_ALONE: &str = "Everything here can be done by one person.";
    pub const FIRST: &str = "First person";
    pub const SECOND: &str = "Second person";
    pub const YOU: &str = "You";
    pub const FIRST_NAME: &str = "First person’s name";
    pub const SECOND_NAME: &str = "Second person’s name";
    pub const YOUR_NAME: &str = "Your name";
    pub const EXAMPLE: &str = "What you like to be called";
    pub const ALONE: &str = "I will be using this alone";
    pub const TOGETHER: &str = "Two of us will be using this";
    pub const CONTINUE: &str = super::common::CONTINUE;
    pub const SETTING_UP: &str = "Setting up, one moment";

    pub const MISSING: &str = "Write a name, or what you like to be called.";
    pub const TOO_LONG: &str = "Use a shorter name, at most 80 letters.";
    pub const THE_SAME: &str = "Use two different names, so that you can tell your pages apart.";

    pub const LEAVING: (&str, &str) = (
        "Leaving quickly",
        "The button at the top, or Shift three times, empties the window at once, locks and closes. It does not erase your files, the list of recent programs, or what somebody saw before.",
    );
    pub const PROTECTS: (&str, &str) = (
        "What a passphrase protects",
        "Your private pages are encrypted with it. Without it no one can read them on this computer, not even the other person.",
    );
    pub const CANNOT: (&str, &str) = (
        "What it cannot do",
        "It cannot stop someone who watches you type, or a program that records keys. If you forget it, no one can reset it.",
    );
}

pub mod part {
    use super::left_to_right;

    /// "Maya, what was your part in this?"
    pub fn title(name: &str) -> String {
        left_to_right(format!("{name}, what was your part?"))
    }
    /// "Jon will see this choice, …"
    pub fn lead(other: &str) -> String {
        left_to_right(format!(
            "{other} will see this choice, because it decides whose pages are whose. You can change it later."
        ))
    }
    pub const LEAD_ALONE: &str = "It decides which pages are yours. You can change it later.";
    pub const QUESTION: &str = "My part in this";
    pub const WAS_HURT: &str = "I was hurt";
    pub const BROKE_TRUST: &str = "I broke trust";
    pub const BOTH: &str = "Both, in different ways";
    pub const RATHER_NOT_SAY: &str = "I would rather not say";
    pub const CHOOSE_ONE: &str = "Choose one to go on. Any of them will do.";
}

pub mod asked {
    pub const TITLE: &str = "Four questions, only for you";
    pub const LEAD: &str = "Nothing you answer here is kept or shown to anyone, and you may leave any of them open. They are for you to notice.";

    /// The one these questions are about, where there is no name for them.
    pub const SOMEONE: &str = "your partner";

    pub fn fear(other: &str) -> String {
        format!("Are you sometimes afraid of {other}?")
    }
    pub fn injury(other: &str) -> String {
        format!("Has {other} ever injured you, or threatened to?")
    }
    pub fn forced_sex(other: &str) -> String {
        format!("Has {other} ever made you do something sexual that you did not want?")
    }
    pub fn control(other: &str) -> String {
        format!("Does {other} control whom you see, where you go, or what you spend?")
    }
    pub const YES: &str = "Yes";
    pub const NO: &str = "No";
    pub const FORGOTTEN: &str = "Your answers are forgotten as soon as you go on.";
}

pub mod next {
    pub const TITLE: &str = "How would you like to go on?";
    pub const LEAD: &str = "Everyone sees this page, whatever they answered. Goldseam cannot judge how things are between you. You know best, and you can change your mind at any time.";
    pub const HELP: &str = super::common::HELP_AND_SAFETY;
    pub const HELP_NOTE: &str =
        "People you can call or write to, and what this app does not protect you from.";
    pub const ALONE: &str = "Use this alone for now";
    pub const ALONE_NOTE: &str = "Your own pages, steps and journal. Nobody else needs to join.";
    pub fn together(other: &str) -> String {
        format!("Go on with {other}")
    }
    pub const TOGETHER_NOTE: &str = "Your own private pages, and a space you share.";
    pub const GO_ON: &str = "Go on";
    pub const GO_ON_NOTE: &str = "Your own pages, steps and journal.";
}

pub mod passphrase {
    use super::left_to_right;

    pub fn title(name: &str) -> String {
        left_to_right(format!("{name}, choose your passphrase"))
    }
    pub const LEAD: &str = "Here are five words drawn by chance. They are easier to keep in mind than they look, and hard to guess.";
    pub const LEAD_OWN: &str = "Choose words that nobody who knows you would think of.";
    pub const THE_WORDS: &str = "Five words drawn by chance";
    pub const USE_THESE: &str = "Use these";
    pub const OTHER_WORDS: &str = "Other words";
    pub const OWN_WORDS: &str = "Use my own words";
    pub const OFFER_AGAIN: &str = "Offer me five words";
    pub const USE_MINE: &str = "Use this passphrase";
    pub const MAKING: &str = "Making your key, one moment";
    pub const NO_CHANCE: &str =
        "This computer could not draw words by chance just now. Use words of your own.";

    pub const MINE: &str = "Your passphrase";
    pub const AGAIN: &str = "The same once more";
    pub const EXAMPLE: &str = "Four or more words";
    pub const SHOW: &str = "Show the passphrase";
    pub const HIDE: &str = "Hide the passphrase";
    pub const DIFFERENT: &str = "These two are not the same.";
    pub const NOTHING_TYPED: &str = "Write four or more words first.";
    pub const TOO_SHORT: &str = "There is too little in it yet. Use four or more words.";

    pub const LEANS_ON_A_NAME: &str = "Someone who knows you could guess this: it leans on a name.";
    pub const LEANS_ON_A_DATE: &str = "Someone who knows you could guess this: it leans on a date.";
    pub const COMMON_WORDS: &str = "This could be guessed: it leans on words that many people use.";
    pub const PATTERN: &str = "This could be guessed: it repeats itself or follows a pattern.";
    pub const FAIR: &str = "Fair. One more unusual word would make it stronger.";
    pub const STRONG: &str = "Hard to guess, if the words are not a saying or a song.";

    pub const IF_FORGOTTEN: &str = "If it is forgotten";
    pub fn forgotten_two(other: &str) -> String {
        format!(
            "Your private pages stay shut for good. Nobody can open them, and {other} cannot either. Write the words down and keep them where only you look."
        )
    }
    pub const FORGOTTEN_ALONE: &str = "Your pages stay shut for good. Nobody can open them for you. Write the words down and keep them where only you look.";
}

pub mod closing {
    use super::left_to_right;

    pub const TITLE: &str = "Your pages are ready";
    pub const BOTH: &str = "Each of you has a space of your own, and there is one you share. Whenever you open Goldseam, its door asks who is here.";
    pub const ONE: &str =
        "From now on the door asks for your passphrase whenever you open Goldseam.";
    pub fn later(other: &str) -> String {
        left_to_right(format!(
            "{other} can join later, under Settings, when you want that."
        ))
    }
    pub const BEGIN: &str = "Begin";
}
