//! What somebody answered, as words to read, whatever the block.

use crate::content::Library;
use crate::content::schema::Block as B;
use crate::domain::Words;
use crate::domain::record::{AnswerValue, Cadence, Level};
use crate::text::{common, dates, guide as text};
use chrono::NaiveDate;

/// An answer as words, with this page's names in what the content says; nothing where an exercise was only done.
pub(super) fn in_words(
    block: &B,
    value: &AnswerValue,
    library: &Library,
    fill: &dyn Fn(&str) -> String,
) -> Option<String> {
    let said = match value {
        AnswerValue::Text(words) => words.to_string(),
        AnswerValue::Chosen { options, own } => {
            let chosen = options.iter().filter_map(|id| option(block, id)).map(fill);
            let own = own.iter().map(|words| words.trim().to_owned());
            text::listed(&chosen.chain(own).collect::<Vec<_>>())
        }
        AnswerValue::Rated(level) => level_word(block, *level, library)?,
        AnswerValue::Slots(words) => slots(block, words, library, fill)?,
        AnswerValue::Done => return None,
    };
    (!said.trim().is_empty()).then_some(said)
}

/// What a block asks, where it asks anything that is answered.
pub(super) fn prompt<'b>(block: &'b B, library: &'b Library) -> &'b str {
    let pillar = |id: &str| library.pillars.iter().find(|p| p.id == *id);
    match block {
        B::Ask { prompt, .. }
        | B::Choose { prompt, .. }
        | B::ChooseMany { prompt, .. }
        | B::Rate { prompt, .. }
        | B::Compose { prompt, .. }
        | B::Timer { prompt, .. }
        | B::Breathe { prompt, .. }
        | B::TakeTurns { prompt, .. }
        | B::SayBack { prompt, .. }
        | B::Commit { prompt, .. }
        | B::Appreciate { prompt, .. }
        | B::Boundary { prompt, .. }
        | B::Question { prompt, .. }
        | B::Questions { prompt }
        | B::Ritual { prompt, .. }
        | B::TimeOut { prompt, .. }
        | B::Swap { prompt, .. } => prompt,
        B::Look { pillar: id, .. } => pillar(id).map_or("", |p| p.look.as_str()),
        B::Notice { pillar: id, .. } => pillar(id).map_or("", |p| p.noticed.as_str()),
        B::Say { .. }
        | B::Examples { .. }
        | B::Avoid { .. }
        | B::Flag { .. }
        | B::OpenHelp { .. } => "",
    }
}

/// What the content says of an option. One that it no longer has says nothing.
fn option<'b>(block: &'b B, id: &str) -> Option<&'b str> {
    match block {
        B::Choose { options, .. } | B::ChooseMany { options, .. } => options
            .iter()
            .find(|option| option.id == id)
            .map(|option| option.text.as_str()),
        B::Swap { cards, .. } => cards
            .iter()
            .find(|card| card.id == id)
            .map(|card| card.attempt.as_str()),
        _ => None,
    }
}

fn level_word(block: &B, level: Level, library: &Library) -> Option<String> {
    let Some(at) = Level::FIVE.iter().position(|known| *known == level) else {
        return Some(common::RATHER_NOT_SAY.to_owned());
    };
    let words = match block {
        B::Rate { words, .. } => words,
        B::Look { pillar, .. } => &library.pillars.iter().find(|p| p.id == *pillar)?.words,
        _ => return None,
    };
    words.get(at).cloned()
}

fn slots(
    block: &B,
    words: &[Words],
    library: &Library,
    fill: &dyn Fn(&str) -> String,
) -> Option<String> {
    let at = |i: usize| words.get(i).map_or("", |w| w.as_str());
    Some(match block {
        B::Compose {
            sentence, slots, ..
        } => {
            if words.iter().all(Words::is_blank) {
                return None;
            }
            let sentence = fill(sentence);
            let mut whole = String::new();
            let mut rest = sentence.as_str();
            for (i, slot) in slots.iter().enumerate() {
                let mark = format!("[{}]", slot.id);
                let (before, after) = rest.split_once(mark.as_str()).unwrap_or((rest, ""));
                whole.push_str(before);
                match at(i).trim() {
                    "" => whole.push_str(&text::open_slot(&fill(&slot.hint))),
                    filled => whole.push_str(filled),
                }
                rest = after;
            }
            whole.push_str(rest);
            whole
        }
        B::Boundary { .. } => {
            let what = text::boundary(at(0), at(1));
            match at(2).parse::<NaiveDate>() {
                Ok(review) => format!("{what}\n{}", text::look_again_on(&text::day(review))),
                Err(_) => what,
            }
        }
        B::Commit { .. } => {
            let mut lines = vec![text::commitment(at(0), at(1))];
            if !at(2).trim().is_empty() {
                lines.push(format!("{}: {}", text::OBSTACLE, at(2).trim()));
            }
            lines.extend(serde_json::from_str(at(3)).ok().map(cadence));
            lines.join("\n")
        }
        // The name, how it is done, and then the day and the time in codes.
        B::Ritual { .. } => [at(0).trim(), at(1).trim()].join("\n").trim().to_owned(),
        B::Look { .. } => look_at_oneself(block, [at(0), at(1)], library),
        // What a talk was about, and the sentence it was to begin with.
        B::TakeTurns { .. } => [at(0).trim(), at(1).trim()].join("\n").trim().to_owned(),
        // Until when a pause lasted is of that evening alone.
        B::TimeOut { .. } => return None,
        _ => at(0).to_owned(),
    })
}

/// The word of a look at oneself, and its moment. The word is kept as its number, or as a code for "rather not say"; which
/// of the two comes first has changed.
fn look_at_oneself(block: &B, slots: [&str; 2], library: &Library) -> String {
    let level = |slot: &str| match slot {
        "unsaid" => Some(Level::RatherNotSay),
        number => Level::FIVE.get(number.parse::<usize>().ok()?).copied(),
    };
    let [first, second] = slots;
    let (level, moment) = match (level(first), level(second)) {
        (Some(level), _) => (Some(level), second),
        (None, Some(level)) => (Some(level), first),
        (None, None) if first.is_empty() => (None, second),
        (None, None) => (None, first),
    };
    let word = level.and_then(|level| level_word(block, level, library));
    let said = [word.as_deref().unwrap_or_default(), moment.trim()];
    said.join("\n").trim().to_owned()
}

fn cadence(cadence: Cadence) -> String {
    match cadence {
        Cadence::WheneverItHappens => text::WHENEVER.to_owned(),
        Cadence::EveryDay => text::EVERY_DAY.to_owned(),
        Cadence::EveryWeekday => text::EVERY_WEEKDAY.to_owned(),
        Cadence::OnceAWeek(day) => text::once_a_week(dates::weekday(day)),
        Cadence::Once => text::ONCE.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::content::schema::{Choice, Slot};

    fn said(block: &B, value: AnswerValue) -> Option<String> {
        let library = Library::embedded().unwrap();
        in_words(block, &value, &library, &|text| {
            text.replace("{other}", "Jon")
        })
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
        let many = B::ChooseMany {
            id: "how".into(),
            prompt: "How?".into(),
            options: vec![
                choice("by-other", "{other} reads"),
                choice("later", "Later"),
            ],
            own: true,
        };
        assert_eq!(
            said(&many, chosen(&["by-other", "gone"], &["on a walk"])).unwrap(),
            "Jon reads · on a walk"
        );
        assert_eq!(said(&many, chosen(&["gone"], &[])), None);
    }

    #[test]
    fn a_rating_is_a_word_and_may_be_rather_not_say() {
        let rate = B::Rate {
            id: "hard".into(),
            prompt: "How hard?".into(),
            words: ["a", "b", "c", "d", "Easy"].map(str::to_owned),
        };
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
        let compose = B::Compose {
            id: "i-feel".into(),
            prompt: "Say it".into(),
            sentence: "I feel [what] when {other} [when].".into(),
            slots: vec![slot("what", "a feeling"), slot("when", "what happens")],
        };
        assert_eq!(
            said(&compose, slots(&["sad", ""])).unwrap(),
            "I feel sad when Jon [what happens]."
        );
        let commit = B::Commit {
            id: "one".into(),
            prompt: "One".into(),
        };
        assert_eq!(
            said(&commit, slots(&["I am late", "call", "pride", "\"once\""])).unwrap(),
            "If I am late, then I will call.\nWhat could get in the way: pride\nOnce"
        );
    }

    #[test]
    fn a_look_at_a_pillar_is_its_word_and_its_moment() {
        let library = Library::embedded().unwrap();
        let pillar = library.pillars.first().unwrap();
        let look = B::Look {
            id: "look".into(),
            pillar: pillar.id.clone(),
        };
        let word = &pillar.words[1];
        assert_eq!(
            said(&look, slots(&["I called", "1", "", "2026-W46"])).unwrap(),
            format!("{word}\nI called")
        );
        assert_eq!(
            said(&look, slots(&["1", "I called", ""])).unwrap(),
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
        let timer = B::Timer {
            id: "sit".into(),
            prompt: "Sit".into(),
            minutes: 3,
        };
        assert_eq!(said(&timer, AnswerValue::Done), None);
        assert_eq!(said(&timer, AnswerValue::Text(" ".into())), None);
    }
}
