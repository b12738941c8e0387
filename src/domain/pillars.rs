//! The three pillars: what each says of their own weeks, and the moments one noticed in the other.
//!
//! Promises (CARE.md, the row on scores and safety rule 11): a word is about oneself only and nobody rates the other; words
//! are never averaged or carried on; a week without a look, a week of "rather not say" and a week whose word was kept to
//! oneself are the same gap to whoever may not read more.

use super::amend::{Current, Standing};
use super::record::Level;
use super::trend::{self, Told};
use super::{Household, Kind, PersonId, Record, RecordId, Week, Words};
use chrono::NaiveDate;
use std::collections::HashMap;

pub use super::trend::Point;

/// A look at one's own week.
#[derive(Debug, Clone, PartialEq)]
pub struct LookView {
    pub id: RecordId,
    pub by: PersonId,
    pub on: NaiveDate,
    pub pillar: String,
    /// Nothing where it is better not said, or was not shown.
    pub level: Option<Level>,
    pub moment: Words,
}

/// A moment one noticed in the other; where one is alone, in oneself.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticedView {
    pub id: RecordId,
    pub by: PersonId,
    /// In whom; nobody where the writer had no other person here.
    pub about: Option<PersonId>,
    pub on: NaiveDate,
    pub pillar: String,
    pub words: Words,
}

/// What a person said of their own weeks, one look a week, oldest first.
///
/// The last look of a week counts. `own` is the private room of whoever is here alone, and empty otherwise: what stands there
/// goes before what was shown, which may leave the word out.
pub fn looks(own: &[Record], shared: &[Record], person: PersonId, pillar: &str) -> Vec<LookView> {
    let mut weeks: HashMap<Week, LookView> = HashMap::new();
    // Records of the private room come last, so that of one week they are what remains.
    for room in [shared, own] {
        for standing in Current::of(room).iter().filter(|s| s.by() == person) {
            if let Some(look) = look(standing).filter(|look| look.pillar == pillar) {
                weeks.insert(Week::of(look.on), look);
            }
        }
    }
    let mut looks: Vec<LookView> = weeks.into_values().collect();
    looks.sort_by_key(|look| look.on);
    looks
}

/// The look that counts in a week, if there was one.
pub fn look_in(
    own: &[Record],
    shared: &[Record],
    person: PersonId,
    pillar: &str,
    week: Week,
) -> Option<LookView> {
    let mut looks = looks(own, shared, person, pillar);
    looks.retain(|look| week.contains(look.on));
    looks.pop()
}

/// The `weeks` weeks that end with `last`, oldest first, each with its word or a gap.
pub fn line(
    own: &[Record],
    shared: &[Record],
    person: PersonId,
    pillar: &str,
    last: Week,
    weeks: usize,
) -> Vec<Point> {
    let looks = looks(own, shared, person, pillar);
    let told: Vec<Told<'_>> = looks
        .iter()
        .map(|look| Told {
            on: look.on,
            level: look.level,
            note: &look.moment,
        })
        .collect();
    trend::points(&told, last, weeks)
}

/// Every moment that was noticed, newest first.
pub fn noticed<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    household: &Household,
) -> Vec<NoticedView> {
    let current = Current::of(records);
    let found = current.iter().rev().filter_map(|s| match s.what() {
        Kind::Noticed(noticed) if !noticed.words.is_blank() => Some(NoticedView {
            id: s.id(),
            by: s.by(),
            about: household.other(s.by()).map(|other| other.id),
            on: s.day(),
            pillar: noticed.pillar.clone(),
            words: noticed.words.clone(),
        }),
        _ => None,
    });
    found.collect()
}

fn look(standing: &Standing<'_>) -> Option<LookView> {
    match standing.what() {
        Kind::PillarLook(look) => Some(LookView {
            id: standing.id(),
            by: standing.by(),
            on: standing.day(),
            pillar: look.pillar.clone(),
            level: Some(look.level).filter(|level| *level != Level::RatherNotSay),
            moment: look.moment.clone(),
        }),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::record::{More, Noticed, PillarLook};
    use super::super::testing::{JON, MAYA, amending, household, november, record, week};
    use super::*;

    const PILLAR: &str = "integrity";

    fn looked(n: u128, day: u32, by: PersonId, level: Level, moment: &str) -> Record {
        let what = Kind::PillarLook(PillarLook {
            pillar: PILLAR.to_owned(),
            level,
            moment: moment.into(),
            more: More::default(),
        });
        record(n, day, by, what)
    }

    fn saw(n: u128, day: u32, by: PersonId, words: &str) -> Record {
        let what = Kind::Noticed(Noticed {
            pillar: PILLAR.to_owned(),
            words: words.into(),
            more: More::default(),
        });
        record(n, day, by, what)
    }

    fn levels(own: &[Record], shared: &[Record], person: PersonId) -> Vec<Option<Level>> {
        let points = line(own, shared, person, PILLAR, week(), 2);
        points.into_iter().map(|p| p.level).collect()
    }

    #[test]
    fn the_last_look_of_a_week_counts_and_a_week_without_stays_a_gap() {
        let own = [
            looked(1, 9, MAYA, Level::Lowest, "I said it late."),
            looked(2, 14, MAYA, Level::Higher, ""),
        ];
        assert_eq!(levels(&own, &[], MAYA), [None, Some(Level::Higher)]);
        let look = look_in(&own, &[], MAYA, PILLAR, week()).unwrap();
        assert_eq!((look.on, look.moment.as_str()), (november(14), ""));
        assert!(look_in(&own, &[], MAYA, PILLAR, week().next()).is_none());
    }

    #[test]
    fn whoever_takes_a_word_back_leaves_a_gap() {
        let own = [
            looked(1, 9, MAYA, Level::Highest, ""),
            looked(2, 11, MAYA, Level::RatherNotSay, ""),
        ];
        assert_eq!(levels(&own, &[], MAYA), [None, None]);
        let amended = [
            looked(1, 9, MAYA, Level::Highest, ""),
            amending(1, looked(2, 11, MAYA, Level::RatherNotSay, "")),
        ];
        assert_eq!(levels(&amended, &[], MAYA), [None, None]);
    }

    #[test]
    fn a_gap_looks_the_same_whether_left_out_not_said_or_not_shown() {
        let unsaid = [looked(1, 9, JON, Level::RatherNotSay, "")];
        let line = |shared: &[Record]| line(&[], shared, JON, PILLAR, week(), 3);
        assert_eq!(line(&unsaid), line(&[]));
    }

    #[test]
    fn one_s_own_room_says_more_than_what_was_shown() {
        let own = [looked(1, 9, JON, Level::Lower, "I booked it a day late.")];
        let shown = [
            looked(2, 9, JON, Level::RatherNotSay, "I booked it a day late."),
            looked(3, 9, MAYA, Level::Highest, ""),
        ];
        assert_eq!(levels(&own, &shown, JON), [None, Some(Level::Lower)]);
        assert_eq!(levels(&[], &shown, JON), [None, None]);
        let point = line(&[], &shown, JON, PILLAR, week(), 1).remove(0);
        assert_eq!(point.note.as_deref(), Some("I booked it a day late."));
    }

    #[test]
    fn a_line_is_one_person_s_and_one_pillar_s_and_never_added_up() {
        let shared = [
            looked(1, 9, MAYA, Level::Lowest, ""),
            looked(2, 9, JON, Level::Highest, ""),
        ];
        assert_eq!(levels(&[], &shared, MAYA), [None, Some(Level::Lowest)]);
        assert_eq!(levels(&[], &shared, JON), [None, Some(Level::Highest)]);
        assert!(looks(&[], &shared, JON, "congruence").is_empty());
    }

    #[test]
    fn moments_stand_newest_first_with_who_noticed_what_in_whom() {
        let records = [
            saw(1, 9, MAYA, "You rang before six."),
            saw(2, 11, JON, "You said no, and stayed."),
            saw(3, 12, JON, "  "),
            amending(1, saw(4, 12, MAYA, "You rang well before six.")),
        ];
        let told: Vec<_> = noticed(&records, &household())
            .into_iter()
            .map(|n| (n.by, n.about, n.words.to_string()))
            .collect();
        assert_eq!(
            told,
            [
                (JON, Some(MAYA), "You said no, and stayed.".to_owned()),
                (MAYA, Some(JON), "You rang well before six.".to_owned()),
            ]
        );
    }
}
