//! The page written at the end of the path: what is left behind, what is kept, what begins.

use super::answers::{self, At};
use super::record::AnswerValue;
use super::{PersonId, Record, Words};
use chrono::NaiveDate;

/// The page of step 10 that two people write together, and what one person writes in its place; each asks the three below.
pub const TOGETHER: &str = "leave-keep-begin";
pub const ALONE: &str = "alone";
pub const BLOCKS: [&str; 3] = ["leave", "keep", "begin"];

/// As it stands; any of the three may be blank, never all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    pub leave: Words,
    pub keep: Words,
    pub begin: Words,
    /// The day something of it was last written.
    pub on: NaiveDate,
}

/// What these people wrote: two of them together, one alone. `step` is the guide id of the tenth step.
pub fn fold(records: &[&Record], people: &[PersonId], step: &str) -> Option<Chapter> {
    let page = if people.len() > 1 { TOGETHER } else { ALONE };
    let written = BLOCKS.map(|block| {
        let at = At {
            guide: step,
            page,
            block,
        };
        let answer = answers::rounds(records.iter().copied(), people, at).current?;
        match answer.value {
            AnswerValue::Text(words) if !words.is_blank() => Some((answer.at.date_naive(), words)),
            _ => None,
        }
    });
    let on = written.iter().flatten().map(|(on, _)| *on).max()?;
    let [leave, keep, begin] = written.map(|w| w.map(|(_, words)| words).unwrap_or_default());
    Some(Chapter {
        leave,
        keep,
        begin,
        on,
    })
}
