//! Maya and Jon for the tests of the rules: 2026-11-09 is the Monday of 2026-W46.

use super::record::{Cadence, CheckIn, Commitment, Line, More, Outcome, Place, Pulse, Report};
use super::{Household, Kind, Mark, Person, PersonId, Record, RecordId, Week};
use chrono::{DateTime, FixedOffset, NaiveDate};

pub(crate) const MAYA: PersonId = PersonId::from_random(0xa);
pub(crate) const JON: PersonId = PersonId::from_random(0xb);

pub(crate) fn household() -> Household {
    let person = |id, name: &str, mark| Person {
        id,
        name: name.into(),
        mark,
        joined: true,
    };
    Household {
        people: vec![
            person(MAYA, "Maya", Mark::First),
            person(JON, "Jon", Mark::Second),
        ],
    }
}

pub(crate) fn id(n: u128) -> RecordId {
    RecordId::from_random(n)
}

/// A day of November 2026.
pub(crate) fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default()
}

pub(crate) fn week() -> Week {
    Week::of(november(9))
}

/// Eight in the evening of a day of November 2026.
pub(crate) fn evening(day: u32) -> DateTime<FixedOffset> {
    format!("2026-11-{day:02}T20:00:00+01:00")
        .parse()
        .unwrap_or_default()
}

pub(crate) fn record(n: u128, day: u32, by: PersonId, what: Kind) -> Record {
    Record {
        id: id(n),
        at: evening(day),
        by,
        what,
        amends: None,
        more: More::default(),
    }
}

pub(crate) fn amending(of: u128, record: Record) -> Record {
    Record {
        amends: Some(id(of)),
        ..record
    }
}

pub(crate) fn commitment(when: &str, then: &str, cadence: Cadence) -> Kind {
    Kind::Commitment(Commitment {
        when: when.into(),
        then: then.into(),
        obstacle: "".into(),
        cadence,
        until: None,
        more: More::default(),
    })
}

pub(crate) fn report(of: u128, on: u32, outcome: Outcome) -> Kind {
    Kind::Report(Report {
        commitment: id(of),
        on: november(on),
        outcome,
        more: More::default(),
    })
}

pub(crate) fn check_in(note: &str) -> Kind {
    Kind::CheckIn(CheckIn {
        pulse: Pulse::default(),
        feelings: Vec::new(),
        note: note.into(),
        more: More::default(),
    })
}

pub(crate) fn place(guide: &str, page: &str, finished: bool) -> Kind {
    Kind::Place(Place {
        guide: guide.to_owned(),
        page: page.to_owned(),
        finished,
        again: false,
        more: More::default(),
    })
}

pub(crate) fn line(key: &str, shown: bool) -> Kind {
    Kind::Line(Line {
        week: week(),
        line: key.to_owned(),
        shown,
        more: More::default(),
    })
}
