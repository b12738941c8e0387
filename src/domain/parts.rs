//! The part each person says they had; what they said last counts.

use super::{Kind, Part, PersonId, Record, RecordId};
use chrono::{DateTime, FixedOffset};
use std::collections::HashMap;

/// Everyone's part, for those who said one.
pub fn fold<'a>(records: impl IntoIterator<Item = &'a Record>) -> HashMap<PersonId, Part> {
    let mut latest: HashMap<PersonId, ((DateTime<FixedOffset>, RecordId), Part)> = HashMap::new();
    for record in records {
        if let Kind::Part(taken) = &record.what {
            let said = ((record.at, record.id), taken.part);
            let known = latest.entry(record.by).or_insert(said);
            if said.0 > known.0 {
                *known = said;
            }
        }
    }
    latest
        .into_iter()
        .map(|(who, (_, part))| (who, part))
        .collect()
}

/// One person's part.
pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>, person: PersonId) -> Option<Part> {
    fold(records.into_iter().filter(|r| r.by == person)).remove(&person)
}

#[cfg(test)]
mod tests {
    use super::super::record::{More, PartTaken};
    use super::super::testing::*;
    use super::*;

    fn part(part: Part) -> Kind {
        Kind::Part(PartTaken {
            part,
            more: More::default(),
        })
    }

    #[test]
    fn what_a_person_said_last_counts_and_only_for_them() {
        let records = [
            record(3, 10, JON, part(Part::Both)),
            record(1, 2, MAYA, part(Part::WasHurt)),
            record(2, 2, JON, part(Part::BrokeTrust)),
        ];
        assert_eq!(of(&records, JON), Some(Part::Both));
        assert_eq!(of(&records, MAYA), Some(Part::WasHurt));
        assert_eq!(of(&records[..1], MAYA), None);
    }
}
