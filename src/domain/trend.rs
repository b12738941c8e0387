//! How it has felt: for each person one word a week, side by side.
//!
//! Promises: words are never averaged, added up or carried on; a week without an answer stays a gap; "rather not say" is a
//! gap too, and nothing shows which of the two it was; nobody is set against the other (CARE.md, the row on scores).

use super::record::{Level, Pulse};
use super::{PersonId, Record, Week, Words, checkins};
use chrono::NaiveDate;

/// One of the five questions of the pulse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    FeltSafety,
    Closeness,
    HonestyGiven,
    HonestyFelt,
    Hope,
}

impl Question {
    pub const ALL: [Self; 5] = [
        Self::FeltSafety,
        Self::Closeness,
        Self::HonestyGiven,
        Self::HonestyFelt,
        Self::Hope,
    ];

    /// What a pulse answers to it; nothing where it was left out or better not said.
    pub fn answer(self, pulse: &Pulse) -> Option<Level> {
        let level = match self {
            Self::FeltSafety => pulse.felt_safety,
            Self::Closeness => pulse.closeness,
            Self::HonestyGiven => pulse.honesty_given,
            Self::HonestyFelt => pulse.honesty_felt,
            Self::Hope => pulse.hope,
        };
        level.filter(|level| *level != Level::RatherNotSay)
    }
}

/// A week on the line of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub week: Week,
    /// The last word of the week, or a gap.
    pub level: Option<Level>,
    /// What they wrote beside that word, or else their last note of the week.
    pub note: Option<Words>,
}

/// The `weeks` weeks that end with `last`, oldest first.
pub fn line<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    question: Question,
    last: Week,
    weeks: usize,
) -> Vec<Point> {
    let check_ins = checkins::of(records, person);
    let told: Vec<Told<'_>> = check_ins
        .iter()
        .map(|c| Told {
            on: c.on,
            level: question.answer(&c.check_in.pulse),
            note: &c.check_in.note,
        })
        .collect();
    points(&told, last, weeks)
}

/// One word a person gave on a day, or the day without it, and what they wrote beside it.
pub(super) struct Told<'a> {
    pub(super) on: NaiveDate,
    pub(super) level: Option<Level>,
    pub(super) note: &'a Words,
}

/// A week a point, oldest first. `told` comes in the order of its days.
pub(super) fn points(told: &[Told<'_>], last: Week, weeks: usize) -> Vec<Point> {
    let mut week = last;
    let mut points = Vec::with_capacity(weeks);
    for _ in 0..weeks {
        let from = told.partition_point(|t| t.on < week.monday());
        let to = told.partition_point(|t| t.on <= week.sunday());
        let of_week = told.get(from..to).unwrap_or_default();
        let answered = of_week.iter().rev().find(|t| t.level.is_some());
        let note = answered
            .into_iter()
            .chain(of_week.iter().rev())
            .map(|t| t.note)
            .find(|note| !note.is_blank());
        points.push(Point {
            week,
            level: answered.and_then(|t| t.level),
            note: note.cloned(),
        });
        week = week.previous();
    }
    points.reverse();
    points
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::record::{CheckIn, More};
    use super::super::testing::{JON, MAYA, record, week};
    use super::*;

    fn felt(n: u128, day: u32, hope: Option<Level>, note: &str) -> Record {
        let what = Kind::CheckIn(CheckIn {
            pulse: Pulse {
                hope,
                ..Pulse::default()
            },
            feelings: Vec::new(),
            note: note.into(),
            more: More::default(),
        });
        record(n, day, MAYA, what)
    }

    fn levels(records: &[Record]) -> Vec<Option<Level>> {
        line(records, MAYA, Question::Hope, week(), 2)
            .into_iter()
            .map(|p| p.level)
            .collect()
    }

    #[test]
    fn the_last_word_of_a_week_stands_and_none_is_made_up() {
        let records = [
            felt(1, 9, Some(Level::Lowest), ""),
            felt(2, 14, Some(Level::Highest), "Better"),
            felt(3, 15, None, "Only a note"),
        ];
        assert_eq!(levels(&records), [None, Some(Level::Highest)]);
        let points = line(&records, MAYA, Question::Hope, week(), 1);
        assert_eq!(points[0].note.as_deref(), Some("Better"));
    }

    #[test]
    fn a_gap_looks_the_same_whether_left_out_or_better_not_said() {
        let unsaid = [felt(1, 9, Some(Level::RatherNotSay), "")];
        let left_out = [felt(1, 9, None, "")];
        let points = |records: &[Record]| line(records, MAYA, Question::Hope, week(), 3);
        assert_eq!(points(&unsaid), points(&left_out));
        assert_eq!(points(&unsaid), points(&[]));
    }

    #[test]
    fn a_line_is_one_person_s_and_one_question_s() {
        let records = [felt(1, 9, Some(Level::Middle), "")];
        let of = |person, question| line(&records, person, question, week(), 1)[0].level;
        assert_eq!(of(MAYA, Question::Hope), Some(Level::Middle));
        assert_eq!(of(JON, Question::Hope), None);
        assert_eq!(of(MAYA, Question::Closeness), None);
    }
}
