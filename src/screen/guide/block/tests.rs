//! An answer, read back as words.

use super::{of, read_back};
use crate::content::Library;
use crate::content::schema::{
    Block as B, Choice, ChooseMany, Commit, Compose, Look, Page, Rate, Slot, Timer,
};
use crate::domain::record::{AnswerValue, Level};

fn said(block: &B, value: AnswerValue) -> Option<String> {
    let library = Library::embedded().unwrap();
    let page: &Page = &library.guides[0].pages[0];
    let fill = |text: &str| text.replace("{other}", "Jon");
    let block = of(block, page, &fill).unwrap();
    read_back(block.as_ref(), &value, &library)
}

fn chosen(options: &[&str], own: &[&str]) -> AnswerValue {
    AnswerValue::Chosen {
        options: options.iter().map(|o| (*o).to_owned()).collect(),
        own: own.iter().map(|o| (*o).into()).collect(),
    }
}

fn slots(words: &[&str]) -> AnswerValue {
    AnswerValue::Slots(words.iter().map(|w| (*w).into()).collect())
}

#[test]
fn what_was_chosen_is_read_as_the_content_says_it_and_one_s_own_word_after_it() {
    let choice = |id: &str, text: &str| Choice {
        id: id.into(),
        text: text.into(),
    };
    let many = B::ChooseMany(ChooseMany {
        id: "how".into(),
        prompt: "How?".into(),
        options: vec![
            choice("by-other", "{other} reads"),
            choice("later", "Later"),
        ],
        own: true,
    });
    assert_eq!(
        said(&many, chosen(&["by-other", "gone"], &["on a walk"])).unwrap(),
        "Jon reads · on a walk"
    );
    assert_eq!(said(&many, chosen(&["gone"], &[])), None);
}

#[test]
fn a_rating_is_a_word_and_may_be_rather_not_say() {
    let rate = B::Rate(Rate {
        id: "hard".into(),
        prompt: "How hard?".into(),
        words: ["a", "b", "c", "d", "Easy"].map(str::to_owned),
    });
    let rated = |level| said(&rate, AnswerValue::Rated(level)).unwrap();
    assert_eq!(rated(Level::Highest), "Easy");
    assert_eq!(rated(Level::RatherNotSay), "Rather not say");
}

#[test]
fn a_sentence_is_whole_with_what_is_missing_in_brackets() {
    let slot = |id: &str, hint: &str| Slot {
        id: id.into(),
        hint: hint.into(),
    };
    let compose = B::Compose(Compose {
        id: "i-feel".into(),
        prompt: "Say it".into(),
        sentence: "I feel [what] when {other} [when].".into(),
        slots: vec![slot("what", "a feeling"), slot("when", "what happens")],
    });
    assert_eq!(
        said(&compose, slots(&["sad", ""])).unwrap(),
        "I feel sad when Jon [what happens]."
    );
    let commit = B::Commit(Commit {
        id: "one".into(),
        prompt: "One".into(),
    });
    assert_eq!(
        said(&commit, slots(&["I am late", "call", "pride", "\"once\""])).unwrap(),
        "If I am late, then I will call.\nWhat could get in the way: pride\nOnce"
    );
}

#[test]
fn a_look_at_a_pillar_is_its_word_and_its_moment() {
    let library = Library::embedded().unwrap();
    let pillar = library.pillars.first().unwrap();
    let look = B::Look(Look {
        id: "look".into(),
        pillar: pillar.id.clone(),
    });
    let word = &pillar.words[1];
    assert_eq!(
        said(&look, slots(&["I called", "1", "", "2026-W46"])).unwrap(),
        format!("{word}\nI called")
    );
    assert_eq!(said(&look, slots(&["", "1", "", ""])).unwrap(), *word);
    assert_eq!(
        said(&look, slots(&["I called", "unsaid", "", ""])).unwrap(),
        "Rather not say\nI called"
    );
    assert_eq!(
        said(&look, slots(&["I called", "", "", ""])).unwrap(),
        "I called"
    );
}

#[test]
fn what_was_only_done_or_taken_back_says_nothing() {
    let timer = B::Timer(Timer {
        id: "sit".into(),
        prompt: "Sit".into(),
        minutes: 3,
    });
    assert_eq!(said(&timer, AnswerValue::Done), None);
    assert_eq!(said(&timer, AnswerValue::Text(" ".into())), None);
}
