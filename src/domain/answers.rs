//! What a person wrote or chose in a guide. The latest counts; the earlier ones stay readable.

use super::record::{Answer, AnswerValue};
use super::{Kind, PersonId, Record, RecordId};
use chrono::{DateTime, FixedOffset};

/// Where in the guides an answer belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct At<'a> {
    pub guide: &'a str,
    pub page: &'a str,
    pub block: &'a str,
}

impl At<'_> {
    fn is_of(&self, answer: &Answer) -> bool {
        self.guide == answer.guide && self.page == answer.page && self.block == answer.block
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct AnswerView {
    pub id: RecordId,
    pub by: PersonId,
    pub at: DateTime<FixedOffset>,
    pub page: String,
    pub block: String,
    pub value: AnswerValue,
}

/// All that a person answered at one place, newest first. Answering again and amending come to the same here.
pub fn all<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    at: At<'_>,
) -> Vec<AnswerView> {
    newest_first(records, person, |answer| at.is_of(answer))
}

/// The answer that counts.
pub fn latest<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    at: At<'_>,
) -> Option<AnswerView> {
    all(records, person, at).into_iter().next()
}

/// The answers before the one that counts, newest first.
pub fn earlier<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    at: At<'_>,
) -> Vec<AnswerView> {
    all(records, person, at).into_iter().skip(1).collect()
}

/// The answers that count in a whole guide, one for each page and block, newest first.
pub fn of_guide<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    guide: &str,
) -> Vec<AnswerView> {
    let mut seen = std::collections::HashSet::new();
    let mut found = newest_first(records, person, |answer| answer.guide == guide);
    found.retain(|a| seen.insert((a.page.clone(), a.block.clone())));
    found
}

fn newest_first<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    wanted: impl Fn(&Answer) -> bool,
) -> Vec<AnswerView> {
    let mut found: Vec<AnswerView> = records
        .into_iter()
        .filter(|r| r.by == person)
        .filter_map(|r| match &r.what {
            Kind::Answer(answer) if wanted(answer) => Some(AnswerView {
                id: r.id,
                by: r.by,
                at: r.at,
                page: answer.page.clone(),
                block: answer.block.clone(),
                value: answer.value.clone(),
            }),
            _ => None,
        })
        .collect();
    found.sort_by_key(|a| std::cmp::Reverse((a.at, a.id)));
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::record::More;
    use super::super::testing::*;
    use super::*;

    fn answer(page: &str, block: &str, text: &str) -> Kind {
        Kind::Answer(Answer {
            guide: "boundaries".to_owned(),
            page: page.to_owned(),
            block: block.to_owned(),
            value: AnswerValue::Text(text.into()),
            more: More::default(),
        })
    }

    #[test]
    fn the_latest_answer_counts_and_the_earlier_ones_stay() {
        let records = [
            record(1, 2, MAYA, answer("need", "time", "An hour")),
            record(2, 9, MAYA, answer("need", "time", "An evening")),
            record(3, 10, JON, answer("need", "time", "None")),
            record(4, 10, MAYA, answer("need", "space", "The kitchen")),
        ];
        let at = At {
            guide: "boundaries",
            page: "need",
            block: "time",
        };
        assert_eq!(latest(&records, MAYA, at).unwrap().id, id(2));
        let before: Vec<_> = earlier(&records, MAYA, at).iter().map(|a| a.id).collect();
        assert_eq!(before, [id(1)]);
        let whole: Vec<_> = of_guide(&records, MAYA, "boundaries")
            .iter()
            .map(|a| a.id)
            .collect();
        assert_eq!(whole, [id(4), id(2)]);
    }
}
