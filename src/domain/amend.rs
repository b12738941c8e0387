//! The current view of records, where some take the place of others.
//!
//! Promise (CARE.md, safety rule 10): a shared record is never silently rewritten. An edit adds an amendment, and
//! [`history`] reads both. Only the author can amend their record, and only with a record of the same kind; anything else
//! that claims to amend it stands on its own, beside what it could not replace.

use super::{Kind, PersonId, Record, RecordId};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::HashMap;
use std::mem::discriminant;

/// A record as it stands now.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// What was first written. Its id and its moment stay those of the record, however often it is amended.
    pub origin: &'a Record,
    /// The newest amendment, or the origin where there is none.
    pub now: &'a Record,
}

impl<'a> Standing<'a> {
    pub fn id(&self) -> RecordId {
        self.origin.id
    }

    pub fn by(&self) -> PersonId {
        self.origin.by
    }

    pub fn at(&self) -> DateTime<FixedOffset> {
        self.origin.at
    }

    /// The day it was first written, where it was written.
    pub fn day(&self) -> NaiveDate {
        self.origin.at.date_naive()
    }

    /// What it says now.
    pub fn what(&self) -> &'a Kind {
        &self.now.what
    }

    pub fn is_amended(&self) -> bool {
        self.origin.id != self.now.id
    }
}

/// Every record as it stands, ordered by when it was first written and then by id.
#[derive(Debug, Clone, Default)]
pub struct Current<'a> {
    standing: Vec<Standing<'a>>,
    origins: HashMap<RecordId, RecordId>,
}

impl<'a> Current<'a> {
    /// Folds amendments. Records may come in any order; one that comes twice counts once.
    pub fn of(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let by_id: HashMap<RecordId, &'a Record> = records.into_iter().map(|r| (r.id, r)).collect();
        let mut standing: HashMap<RecordId, Standing<'a>> = HashMap::with_capacity(by_id.len());
        let mut origins = HashMap::new();
        for &record in by_id.values() {
            let origin = origin(record, &by_id);
            if origin.id != record.id {
                origins.insert(record.id, origin.id);
            }
            let entry = standing.entry(origin.id).or_insert(Standing {
                origin,
                now: origin,
            });
            if record.id != origin.id && newer(record, entry) {
                entry.now = record;
            }
        }
        let mut standing: Vec<_> = standing.into_values().collect();
        standing.sort_unstable_by_key(|s| (s.origin.at, s.origin.id));
        Self { standing, origins }
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Standing<'a>> {
        self.standing.iter()
    }

    /// The id that a record goes by: that of what was first written. An id that is not known is given back as it is.
    pub fn origin(&self, id: RecordId) -> RecordId {
        self.origins.get(&id).copied().unwrap_or(id)
    }
}

/// An amendment stands over what it amends even where a clock was set back between the two.
fn newer(record: &Record, standing: &Standing<'_>) -> bool {
    standing.now.id == standing.origin.id
        || record.amends == Some(standing.now.id)
        || (standing.now.amends != Some(record.id)
            && (record.at, record.id) > (standing.now.at, standing.now.id))
}

/// What a record amends, followed to its beginning. A chain that bites its own tail, as only a damaged file could hold,
/// ends at its smallest id.
fn origin<'a>(record: &'a Record, by_id: &HashMap<RecordId, &'a Record>) -> &'a Record {
    let amended = |of: &Record| -> Option<&'a Record> {
        let earlier = *by_id.get(&of.amends?)?;
        let allowed = earlier.by == of.by && discriminant(&earlier.what) == discriminant(&of.what);
        (allowed && earlier.id != of.id).then_some(earlier)
    };
    let mut at = record;
    for _ in 0..by_id.len() {
        match amended(at) {
            Some(earlier) => at = earlier,
            None => return at,
        }
    }
    let mut smallest = at;
    let mut next = at;
    while let Some(earlier) = amended(next).filter(|earlier| earlier.id != at.id) {
        if earlier.id < smallest.id {
            smallest = earlier;
        }
        next = earlier;
    }
    smallest
}

/// Everything that one record has said, oldest first: what was first written and each amendment. `id` may be any of them.
pub fn history<'a>(records: impl IntoIterator<Item = &'a Record>, id: RecordId) -> Vec<&'a Record> {
    let by_id: HashMap<RecordId, &'a Record> = records.into_iter().map(|r| (r.id, r)).collect();
    let Some(wanted) = by_id.get(&id).map(|record| origin(record, &by_id).id) else {
        return Vec::new();
    };
    let mut found: Vec<&'a Record> = by_id
        .values()
        .copied()
        .filter(|record| origin(record, &by_id).id == wanted)
        .collect();
    found.sort_unstable_by_key(|r| (r.id != wanted, r.at, r.id));
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use proptest::prelude::*;

    fn notes(records: &[Record]) -> Vec<String> {
        Current::of(records)
            .iter()
            .filter_map(|s| match s.what() {
                Kind::CheckIn(c) => Some(c.note.to_string()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn an_amendment_replaces_the_words_and_keeps_the_day() {
        let records = [
            record(1, 9, MAYA, check_in("Hard")),
            record(2, 10, JON, check_in("Steady")),
            amending(1, record(3, 12, MAYA, check_in("Hard, then better"))),
        ];
        assert_eq!(notes(&records), ["Hard, then better", "Steady"]);
        let current = Current::of(&records);
        let first = current.iter().next().unwrap();
        assert!(first.is_amended());
        assert_eq!(
            (first.id(), first.by(), first.day()),
            (id(1), MAYA, november(9))
        );
    }

    #[test]
    fn both_wordings_stay_readable() {
        let records = [
            record(1, 9, MAYA, check_in("Hard")),
            amending(1, record(2, 10, MAYA, check_in("Harder"))),
            amending(2, record(3, 11, MAYA, check_in("Hard"))),
            record(4, 11, MAYA, check_in("Another day")),
        ];
        for any in [1, 2, 3] {
            let ids: Vec<_> = history(&records, id(any)).iter().map(|r| r.id).collect();
            assert_eq!(ids, [id(1), id(2), id(3)]);
        }
        assert!(history(&records, id(9)).is_empty());
    }

    #[test]
    fn nobody_can_rewrite_what_the_other_wrote() {
        let records = [
            record(1, 9, MAYA, check_in("I was afraid")),
            amending(1, record(2, 10, JON, check_in("I was fine"))),
        ];
        assert_eq!(notes(&records), ["I was afraid", "I was fine"]);
        assert_eq!(history(&records, id(1)).len(), 1);
    }

    #[test]
    fn a_record_cannot_turn_into_another_kind() {
        let records = [
            record(1, 9, MAYA, check_in("Hard")),
            amending(1, record(2, 10, MAYA, place("g", "p", true))),
        ];
        assert_eq!(Current::of(&records).iter().count(), 2);
    }

    #[test]
    fn an_amendment_whose_beginning_is_gone_stands_on_its_own() {
        let records = [amending(1, record(2, 10, MAYA, check_in("Kept")))];
        assert_eq!(notes(&records), ["Kept"]);
    }

    #[test]
    fn an_amendment_stands_though_the_clock_was_set_back() {
        let records = [
            record(1, 12, MAYA, check_in("Before")),
            amending(1, record(2, 9, MAYA, check_in("After"))),
        ];
        assert_eq!(notes(&records), ["After"]);
    }

    #[test]
    fn amendments_that_go_in_a_circle_are_still_read_once() {
        let records = [
            amending(2, record(1, 9, MAYA, check_in("a"))),
            amending(1, record(2, 10, MAYA, check_in("b"))),
            amending(2, record(3, 11, MAYA, check_in("c"))),
        ];
        assert_eq!(notes(&records).len(), 1);
    }

    proptest! {
        #[test]
        fn the_order_in_which_records_are_read_changes_nothing(
            amends in proptest::collection::vec(proptest::option::of(0..8u128), 8),
            order in Just((0..8usize).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let records: Vec<Record> = (0..8u128).map(|n| Record {
                amends: amends[n as usize].filter(|of| *of < n).map(id),
                ..record(n, 1 + n as u32, MAYA, check_in(&n.to_string()))
            }).collect();
            let shuffled: Vec<Record> = order.iter().map(|i| records[*i].clone()).collect();
            prop_assert_eq!(notes(&records), notes(&shuffled));
        }
    }
}
