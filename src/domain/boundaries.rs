//! Boundaries: what one person asks for to be safe, and whether the other agrees or not yet.

use super::amend::Current;
use super::record::Agreed;
use super::{Kind, PersonId, Record, RecordId, Words};
use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq)]
pub struct BoundaryView {
    pub id: RecordId,
    pub by: PersonId,
    pub on: NaiveDate,
    pub what: Words,
    pub because: Words,
    /// When the two mean to look at it again.
    pub review: Option<NaiveDate>,
    /// What the other said last to these words; nothing while they have not answered.
    pub reply: Option<ReplyView>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ReplyView {
    pub id: RecordId,
    pub by: PersonId,
    pub on: NaiveDate,
    pub agreed: Agreed,
    pub words: Words,
}

/// Every boundary in the order written.
///
/// A reply holds for the words it was given to: when the boundary is amended, it waits for a new one. Nobody agrees for
/// the other.
pub fn fold<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<BoundaryView> {
    let current = Current::of(
        records
            .into_iter()
            .filter(|r| matches!(r.what, Kind::Boundary(_) | Kind::BoundaryReply(_))),
    );
    current
        .iter()
        .filter_map(|s| match s.what() {
            Kind::Boundary(b) => Some((s, b)),
            _ => None,
        })
        .map(|(s, boundary)| {
            let reply = current.iter().rev().find_map(|r| match r.what() {
                Kind::BoundaryReply(reply)
                    if r.by() != s.by()
                        && current.origin(reply.boundary) == s.id()
                        && r.now.at >= s.now.at =>
                {
                    Some(ReplyView {
                        id: r.id(),
                        by: r.by(),
                        on: r.now.at.date_naive(),
                        agreed: reply.agreed,
                        words: reply.words.clone(),
                    })
                }
                _ => None,
            });
            BoundaryView {
                id: s.id(),
                by: s.by(),
                on: s.day(),
                what: boundary.what.clone(),
                because: boundary.because.clone(),
                review: boundary.review,
                reply,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::{Boundary, BoundaryReply, More};
    use super::super::testing::*;
    use super::*;

    fn boundary(what: &str) -> Kind {
        Kind::Boundary(Boundary {
            what: what.into(),
            because: "".into(),
            review: Some(november(30)),
            more: More::default(),
        })
    }

    fn reply(agreed: Agreed) -> Kind {
        Kind::BoundaryReply(BoundaryReply {
            boundary: id(1),
            agreed,
            words: "".into(),
            more: More::default(),
        })
    }

    /// What the other said to the first boundary.
    fn said(records: &[Record]) -> Option<Agreed> {
        fold(records)[0].reply.as_ref().map(|reply| reply.agreed)
    }

    #[test]
    fn the_other_may_say_not_yet_and_later_agree() {
        let mut records = vec![record(1, 9, MAYA, boundary("We sleep apart for now"))];
        assert_eq!(said(&records), None);
        records.push(record(2, 10, JON, reply(Agreed::NotYet)));
        assert_eq!(said(&records), Some(Agreed::NotYet));
        records.push(record(3, 12, JON, reply(Agreed::Agreed)));
        assert_eq!(said(&records), Some(Agreed::Agreed));
    }

    #[test]
    fn nobody_agrees_for_the_other() {
        let records = [
            record(1, 9, JON, boundary("You tell me where you are")),
            record(2, 10, JON, reply(Agreed::Agreed)),
        ];
        assert_eq!(fold(&records)[0].reply, None);
    }

    #[test]
    fn an_agreement_does_not_carry_over_to_other_words() {
        let records = [
            record(1, 9, MAYA, boundary("No calls after ten")),
            record(2, 10, JON, reply(Agreed::Agreed)),
            amending(1, record(3, 12, MAYA, boundary("No calls after six"))),
        ];
        assert_eq!(fold(&records)[0].reply, None);
    }
}
