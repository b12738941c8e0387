//! Check-ins, each as it stands now. A day left out is only a day left out: nothing fills gaps or counts days.

use super::amend::Current;
use super::record::CheckIn;
use super::{Kind, PersonId, Record, RecordId, Week};
use chrono::{DateTime, FixedOffset, NaiveDate};

#[derive(Debug, Clone, PartialEq)]
pub struct CheckInView {
    pub id: RecordId,
    pub by: PersonId,
    /// When it was first written.
    pub at: DateTime<FixedOffset>,
    /// The day it was first written, where it was written.
    pub on: NaiveDate,
    pub check_in: CheckIn,
    pub amended: bool,
}

/// Every check-in of a person, oldest first.
pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>, person: PersonId) -> Vec<CheckInView> {
    let theirs = records
        .into_iter()
        .filter(|r| r.by == person && matches!(r.what, Kind::CheckIn(_)));
    Current::of(theirs)
        .iter()
        .filter_map(|s| match s.what() {
            Kind::CheckIn(check_in) => Some(CheckInView {
                id: s.id(),
                by: s.by(),
                at: s.at(),
                on: s.day(),
                check_in: check_in.clone(),
                amended: s.is_amended(),
            }),
            _ => None,
        })
        .collect()
}

/// The newest check-in of a person.
pub fn latest<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
) -> Option<CheckInView> {
    of(records, person).pop()
}

/// The check-ins of a person in a week, oldest first.
pub fn in_week<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    week: Week,
) -> Vec<CheckInView> {
    let mut found = of(records, person);
    found.retain(|c| week.contains(c.on));
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_week_holds_its_own_days_and_one_person() {
        let records = [
            record(1, 8, MAYA, check_in("Sunday before")),
            record(2, 9, MAYA, check_in("Monday")),
            record(3, 10, JON, check_in("His")),
            record(4, 15, MAYA, check_in("Sunday")),
            amending(2, record(5, 16, MAYA, check_in("Monday, again"))),
        ];
        let notes: Vec<_> = in_week(&records, MAYA, week())
            .into_iter()
            .map(|c| (c.check_in.note.to_string(), c.amended))
            .collect();
        assert_eq!(
            notes,
            [
                ("Monday, again".to_owned(), true),
                ("Sunday".to_owned(), false)
            ]
        );
        assert_eq!(latest(&records, MAYA).map(|c| c.id), Some(id(4)));
        assert_eq!(latest(&records[..2], JON), None);
    }

    #[test]
    fn a_check_in_late_at_night_belongs_to_the_day_where_it_was_written() {
        let mut late = record(1, 15, MAYA, check_in("Nearly midnight"));
        late.at = "2026-11-15T23:50:00-08:00".parse().unwrap_or_default();
        assert_eq!(in_week(&[late], MAYA, week()).len(), 1);
    }
}
