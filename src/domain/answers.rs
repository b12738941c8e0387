//! What a person wrote or chose in a guide. The latest counts; the earlier ones stay readable.
//!
//! A guide that was finished can be gone through once more. What was answered before such a round began is an earlier
//! answer in it, and only what is answered within it counts.

use super::record::{Answer, AnswerValue};
use super::{Kind, PersonId, Record, RecordId, path};
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
    pub value: AnswerValue,
}

/// What was answered at one place, told apart by the rounds in which the guide was gone through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rounds {
    /// The answer that counts in the round that is under way.
    pub current: Option<AnswerView>,
    /// What counted at the end of each round before it, newest first. What was taken back then is left out.
    pub earlier: Vec<AnswerView>,
}

/// The answers of `people` at one place: of one person, or, where several answer as one, of whichever of them was last.
pub fn rounds<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    people: &[PersonId],
    at: At<'_>,
) -> Rounds {
    let records: Vec<&Record> = records.into_iter().collect();
    let starts = path::begun_again(records.iter().copied(), at.guide);
    let round = |answer: &AnswerView| starts.partition_point(|start| *start <= answer.at);
    let mut rounds = Rounds::default();
    let mut last = None;
    for answer in newest_first(&records, people, at) {
        let of = round(&answer);
        if last.replace(of) == Some(of) {
            continue;
        }
        if of == starts.len() {
            rounds.current = Some(answer);
        } else if !is_taken_back(&answer.value) {
            rounds.earlier.push(answer);
        }
    }
    rounds
}

fn is_taken_back(value: &AnswerValue) -> bool {
    matches!(value, AnswerValue::Text(words) if words.is_blank())
}

/// The answer that counts.
pub fn latest<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    at: At<'_>,
) -> Option<AnswerView> {
    rounds(records, &[person], at).current
}

/// All that `people` answered at one place. Answering again and amending come to the same here.
fn newest_first(records: &[&Record], people: &[PersonId], at: At<'_>) -> Vec<AnswerView> {
    let theirs = records.iter().filter(|r| people.contains(&r.by));
    let mut found: Vec<AnswerView> = theirs
        .filter_map(|r| match &r.what {
            Kind::Answer(answer) if at.is_of(answer) => Some(AnswerView {
                id: r.id,
                by: r.by,
                at: r.at,
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
    use super::super::record::{More, Place};
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

    fn again(guide: &str) -> Kind {
        Kind::Place(Place {
            guide: guide.to_owned(),
            page: "need".to_owned(),
            finished: false,
            again: true,
            more: More::default(),
        })
    }

    const TIME: At<'_> = At {
        guide: "boundaries",
        page: "need",
        block: "time",
    };

    fn ids(found: &[AnswerView]) -> Vec<RecordId> {
        found.iter().map(|a| a.id).collect()
    }

    #[test]
    fn the_latest_answer_counts_for_the_one_who_gave_it() {
        let records = [
            record(1, 2, MAYA, answer("need", "time", "An hour")),
            record(2, 9, MAYA, answer("need", "time", "An evening")),
            record(3, 10, JON, answer("need", "time", "None")),
            record(4, 10, MAYA, answer("need", "space", "The kitchen")),
        ];
        assert_eq!(latest(&records, MAYA, TIME).unwrap().id, id(2));
        let earlier = rounds(&records, &[MAYA], TIME).earlier;
        assert_eq!(earlier, [], "changed within one round");
    }

    #[test]
    fn a_new_round_begins_empty_and_keeps_one_answer_of_each_before_it() {
        let mut records = vec![
            record(1, 1, MAYA, answer("need", "time", "An hour")),
            record(2, 2, MAYA, answer("need", "time", "An evening")),
            record(3, 3, MAYA, again("boundaries")),
        ];
        assert_eq!(latest(&records, MAYA, TIME), None);
        assert_eq!(ids(&rounds(&records, &[MAYA], TIME).earlier), [id(2)]);

        records.push(record(4, 4, MAYA, answer("need", "time", "A day")));
        records.push(record(5, 5, MAYA, again("boundaries")));
        records.push(record(6, 6, MAYA, answer("need", "time", "A week")));
        let found = rounds(&records, &[MAYA], TIME);
        assert_eq!(found.current.unwrap().id, id(6));
        assert_eq!(ids(&found.earlier), [id(4), id(2)], "newest first");
    }

    #[test]
    fn another_guide_begun_again_changes_nothing_here() {
        let records = [
            record(1, 1, MAYA, answer("need", "time", "An hour")),
            record(2, 2, MAYA, again("repair")),
        ];
        assert_eq!(latest(&records, MAYA, TIME).unwrap().id, id(1));
    }

    #[test]
    fn what_was_taken_back_is_no_earlier_answer() {
        let records = [
            record(1, 1, MAYA, answer("need", "time", "An hour")),
            record(2, 2, MAYA, answer("need", "time", "")),
            record(3, 3, MAYA, again("boundaries")),
        ];
        assert_eq!(rounds(&records, &[MAYA], TIME), Rounds::default());
    }

    #[test]
    fn where_two_answer_as_one_the_last_of_either_counts() {
        let records = [
            record(1, 1, JON, answer("need", "time", "An hour")),
            record(2, 2, MAYA, answer("need", "time", "An evening")),
            record(3, 3, JON, again("boundaries")),
            record(4, 4, JON, answer("need", "time", "A day")),
        ];
        let found = rounds(&records, &[MAYA, JON], TIME);
        assert_eq!(found.current.unwrap().id, id(4));
        assert_eq!(ids(&found.earlier), [id(2)]);
    }
}
