//! The jar: one marble for each small thing one of the two noticed, and one with a gold line for each repair after a miss.
//!
//! Promises: no quota and no figure (CARE.md, the rows on gratitude and on scores); not suggested while steps 1 and 2 are
//! open, for gratitude can sting where the hurt has not been heard; nothing is thrown away, older notes go to a shelf.

use super::amend::Current;
use super::path::PathView;
use super::{Household, Kind, Mark, PersonId, Record, RecordId, Words, commitments};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::HashMap;

/// What the glass holds; more would hide each other.
const ROOM_IN_JAR: usize = 60;

/// One marble.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The appreciation, or the report of the miss that was repaired.
    pub id: RecordId,
    /// Who wrote it down.
    pub by: PersonId,
    pub from_both: bool,
    pub at: DateTime<FixedOffset>,
    pub on: NaiveDate,
    pub words: Words,
    /// A repair after a miss: the marble bears a gold line.
    pub gold: bool,
}

/// Whose colour a marble has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum From {
    One(Mark),
    Both,
}

impl Note {
    /// Whose marble it is; nothing for someone who is not of this household.
    pub fn from(&self, household: &Household) -> Option<From> {
        if self.from_both {
            return Some(From::Both);
        }
        household.person(self.by).map(|p| From::One(p.mark))
    }
}

/// Oldest first, in both.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Jar {
    /// The newest sixty.
    pub marbles: Vec<Note>,
    /// All before those.
    pub shelf: Vec<Note>,
}

/// The jar as it is now, from the records of the shared room.
pub fn fold<'a>(records: impl IntoIterator<Item = &'a Record>) -> Jar {
    let records: Vec<&Record> = records.into_iter().collect();
    let mut notes = appreciations(&records);
    notes.extend(repairs(&records));
    notes.sort_by_key(|n| (n.at, n.id));
    let marbles = notes.split_off(notes.len().saturating_sub(ROOM_IN_JAR));
    Jar {
        marbles,
        shelf: notes,
    }
}

fn appreciations(records: &[&Record]) -> Vec<Note> {
    let written = records
        .iter()
        .copied()
        .filter(|r| matches!(r.what, Kind::Appreciation(_)));
    Current::of(written)
        .iter()
        .filter_map(|s| match s.what() {
            Kind::Appreciation(a) if !a.words.is_blank() => Some(Note {
                id: s.id(),
                by: s.by(),
                from_both: a.from_both,
                at: s.at(),
                on: s.day(),
                words: a.words.clone(),
                gold: false,
            }),
            _ => None,
        })
        .collect()
}

fn repairs(records: &[&Record]) -> Vec<Note> {
    // Repairs stand whether or not their commitment is still active, so the day does not matter.
    let mut notes = Vec::new();
    for commitment in commitments::fold(records.iter().copied(), NaiveDate::MIN) {
        for report in &commitment.reports {
            if let Some(repair) = report.repair() {
                notes.push(Note {
                    id: report.id,
                    by: commitment.by,
                    from_both: false,
                    at: report.at,
                    on: report.on,
                    words: repair.clone(),
                    gold: true,
                });
            }
        }
    }
    notes
}

/// A note to read aloud, chosen from the jar by `roll`: any random number; the same one draws the same note.
///
/// Notes that were never read come first, then the half that was read longest ago. A repair is never drawn: its marble
/// may be looked at, but nobody is surprised by a hard evening.
pub fn draw<'a>(records: impl IntoIterator<Item = &'a Record>, roll: u64) -> Option<Note> {
    let records: Vec<&Record> = records.into_iter().collect();
    let mut notes = fold(records.iter().copied()).marbles;
    notes.retain(|n| !n.gold);
    let read = last_read(&records);
    notes.sort_by_key(|n| (read.get(&n.id).copied(), n.at, n.id));
    let unread = notes.iter().filter(|n| !read.contains_key(&n.id)).count();
    let among = if unread > 0 {
        unread
    } else {
        notes.len().div_ceil(2)
    };
    let index = roll.checked_rem(among as u64)?;
    Some(notes.swap_remove(usize::try_from(index).ok()?))
}

/// When each appreciation was last read aloud.
fn last_read(records: &[&Record]) -> HashMap<RecordId, DateTime<FixedOffset>> {
    let mut read: HashMap<RecordId, DateTime<FixedOffset>> = HashMap::new();
    for (note, record) in readings(records) {
        let last = read.entry(note).or_insert(record.at);
        *last = record.at.max(*last);
    }
    read
}

/// Each reading with the note that was read, whichever wording of it the reading names.
pub(super) fn readings<'a>(records: &[&'a Record]) -> impl Iterator<Item = (RecordId, &'a Record)> {
    let notes = Current::of(
        records
            .iter()
            .copied()
            .filter(|r| matches!(r.what, Kind::Appreciation(_))),
    );
    records.iter().filter_map(move |record| match &record.what {
        Kind::Reading(reading) => Some((notes.origin(reading.appreciation), *record)),
        _ => None,
    })
}

/// Whether the app may suggest a note for the jar: once steps 1 and 2 are done. One can always be written.
pub fn may_suggest(path: &PathView) -> bool {
    path.done[0] && path.done[1]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::record::{Appreciation, Cadence, More, Outcome, Reading};
    use super::super::testing::*;
    use super::*;

    fn note(n: u128, day: u32, by: PersonId) -> Record {
        let what = Kind::Appreciation(Appreciation {
            words: format!("note {n}").into(),
            from_both: n == 7,
            more: More::default(),
        });
        record(n, day, by, what)
    }

    fn reading(n: u128, day: u32, of: u128) -> Record {
        let what = Kind::Reading(Reading {
            appreciation: id(of),
            more: More::default(),
        });
        record(n, day, MAYA, what)
    }

    #[test]
    fn a_repair_lies_in_the_jar_with_a_gold_line_and_a_bare_miss_does_not() {
        let miss = |repair: &str| Outcome::Missed {
            repair: repair.into(),
        };
        let records = [
            note(1, 9, MAYA),
            record(2, 2, JON, commitment("a", "b", Cadence::EveryDay)),
            record(3, 11, JON, report(2, 11, miss("I said so first"))),
            record(4, 12, JON, report(2, 12, miss(""))),
            note(7, 13, MAYA),
        ];
        let jar = fold(&records);
        let seen: Vec<_> = jar
            .marbles
            .iter()
            .map(|n| (n.gold, n.from(&household()).unwrap()))
            .collect();
        assert_eq!(
            seen,
            [
                (false, From::One(Mark::First)),
                (true, From::One(Mark::Second)),
                (false, From::Both)
            ]
        );
    }

    #[test]
    fn the_newest_sixty_are_in_the_jar_and_the_rest_on_the_shelf() {
        let records: Vec<_> = (1..=65).map(|n| note(n, 9, JON)).collect();
        let jar = fold(&records);
        assert_eq!((jar.marbles.len(), jar.shelf.len()), (60, 5));
        assert_eq!(jar.shelf[0].words.as_str(), "note 1");
        assert_eq!(jar.marbles[59].words.as_str(), "note 65");
    }

    #[test]
    fn unread_notes_are_drawn_first_then_those_read_longest_ago() {
        let mut records: Vec<_> = (1..=4).map(|n| note(n, 2, JON)).collect();
        records.extend([reading(11, 3, 1), reading(12, 4, 2), reading(13, 5, 3)]);
        for roll in 0..20 {
            assert_eq!(draw(&records, roll).unwrap().id, id(4));
        }
        records.extend([reading(14, 6, 4), reading(15, 7, 1)]);
        let drawn: Vec<_> = (0..4)
            .map(|roll| draw(&records, roll).unwrap().id)
            .collect();
        assert_eq!(drawn, [id(2), id(3), id(2), id(3)]);
    }

    #[test]
    fn an_empty_jar_gives_nothing_and_a_repair_is_never_drawn() {
        assert_eq!(draw(&[], 3), None);
        let repair = Outcome::Missed {
            repair: "I came back and said so".into(),
        };
        let records = [
            record(2, 2, JON, commitment("a", "b", Cadence::EveryDay)),
            record(3, 11, JON, report(2, 11, repair)),
        ];
        assert_eq!(draw(&records, 0), None);
    }

    #[test]
    fn thanks_are_not_asked_for_before_the_hurt_was_heard() {
        let mut path = PathView::default();
        assert!(!may_suggest(&path));
        path.done[0] = true;
        assert!(!may_suggest(&path));
        path.done[1] = true;
        assert!(may_suggest(&path));
    }
}
