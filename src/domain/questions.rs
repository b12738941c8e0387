//! Questions one asks the other: parked, answered, or not yet.
//!
//! A question never runs out. "Not yet" is for the one who was asked; either can park it or say it was answered.

use super::amend::Current;
use super::record::QuestionState;
use super::{Kind, PersonId, Record, RecordId, Words};
use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq)]
pub struct QuestionView {
    pub id: RecordId,
    pub by: PersonId,
    pub on: NaiveDate,
    pub words: Words,
    /// What was said to it last; nothing while it is only asked.
    pub reply: Option<QuestionReplyView>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct QuestionReplyView {
    pub id: RecordId,
    pub by: PersonId,
    pub on: NaiveDate,
    pub state: QuestionState,
    pub words: Words,
}

impl QuestionView {
    pub fn state(&self) -> Option<QuestionState> {
        self.reply.as_ref().map(|r| r.state)
    }

    pub fn is_answered(&self) -> bool {
        self.state() == Some(QuestionState::Answered)
    }
}

/// Every question in the order asked.
pub fn fold<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<QuestionView> {
    let current = Current::of(
        records
            .into_iter()
            .filter(|r| matches!(r.what, Kind::Question(_) | Kind::QuestionReply(_))),
    );
    current
        .iter()
        .filter_map(|s| match s.what() {
            Kind::Question(q) => Some((s, q)),
            _ => None,
        })
        .map(|(s, question)| {
            let reply = current.iter().rev().find_map(|r| match r.what() {
                Kind::QuestionReply(reply)
                    if current.origin(reply.question) == s.id()
                        && (reply.state != QuestionState::NotYet || r.by() != s.by()) =>
                {
                    Some(QuestionReplyView {
                        id: r.id(),
                        by: r.by(),
                        on: r.now.at.date_naive(),
                        state: reply.state,
                        words: reply.words.clone(),
                    })
                }
                _ => None,
            });
            QuestionView {
                id: s.id(),
                by: s.by(),
                on: s.day(),
                words: question.words.clone(),
                reply,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::{More, Question, QuestionReply};
    use super::super::testing::*;
    use super::*;

    fn question() -> Record {
        let what = Kind::Question(Question {
            words: "Who else knew?".into(),
            more: More::default(),
        });
        record(1, 9, MAYA, what)
    }

    fn reply(n: u128, day: u32, by: PersonId, state: QuestionState) -> Record {
        let what = Kind::QuestionReply(QuestionReply {
            question: id(1),
            state,
            words: "".into(),
            more: More::default(),
        });
        record(n, day, by, what)
    }

    #[test]
    fn a_question_can_wait_and_then_be_answered() {
        let mut records = vec![question()];
        assert_eq!(fold(&records)[0].state(), None);
        for (n, by, state) in [
            (2, MAYA, QuestionState::Parked),
            (3, JON, QuestionState::NotYet),
            (4, JON, QuestionState::Answered),
        ] {
            records.push(reply(n, 8 + n as u32, by, state));
            assert_eq!(fold(&records)[0].state(), Some(state));
        }
        assert!(fold(&records)[0].is_answered());
    }

    #[test]
    fn only_the_one_who_was_asked_says_not_yet() {
        let records = [question(), reply(2, 10, MAYA, QuestionState::NotYet)];
        assert_eq!(fold(&records)[0].state(), None);
    }
}
