//! Which guides were begun and which are finished, for whoever is here.

use super::{Kind, PersonId, Record, RecordId};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// How far a guide has come. One that nobody who is here has opened is in no [`Guides`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// Left at the page with this id, perhaps after it had been finished before.
    Begun { page: String },
    /// One of two has said that their part is done.
    FinishedBy(PersonId),
    /// Said so on this day: of a guide that each has to finish, by the last of them.
    Finished { on: NaiveDate },
}

/// What was begun or finished, the latest touched first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guides(Vec<(String, Stands)>);

impl Guides {
    pub fn of(&self, guide: &str) -> Option<&Stands> {
        let found = self.0.iter().find(|(id, _)| id == guide);
        found.map(|(_, stands)| stands)
    }

    /// Begun and not finished, the latest touched first.
    pub fn open(&self) -> impl Iterator<Item = (&str, &Stands)> {
        self.iter()
            .filter(|(_, stands)| !matches!(stands, Stands::Finished { .. }))
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Stands)> {
        self.0.iter().map(|(id, stands)| (id.as_str(), stands))
    }
}

/// Folds the places of `people`; another's are left aside. `records` are what may be read by whoever is here.
///
/// `needs_each` says of a guide whether everyone has to say that their part is done, as for the ten steps; for the rest the
/// word of one is enough.
pub fn fold<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    people: &[PersonId],
    needs_each: impl Fn(&str) -> bool,
) -> Guides {
    let mut seen: BTreeMap<&str, Seen<'a>> = BTreeMap::new();
    for record in records {
        let Kind::Place(place) = &record.what else {
            continue;
        };
        if !people.contains(&record.by) {
            continue;
        }
        let order = (record.at, record.id);
        let guide = seen.entry(&place.guide).or_insert_with(|| Seen {
            order,
            page: &place.page,
            finished: place.finished,
            by: BTreeSet::new(),
        });
        if order >= guide.order {
            guide.order = order;
            guide.page = &place.page;
            guide.finished = place.finished;
        }
        if place.finished {
            guide.by.insert(record.by);
        }
    }
    let mut seen: Vec<(&str, Seen<'a>)> = seen.into_iter().collect();
    seen.sort_by_key(|(_, guide)| std::cmp::Reverse(guide.order));
    let stands = |id: &str, guide: &Seen<'_>| match guide.by.first() {
        Some(one) if guide.finished && needs_each(id) && guide.by.len() < people.len() => {
            Stands::FinishedBy(*one)
        }
        Some(_) if guide.finished => Stands::Finished {
            on: guide.order.0.date_naive(),
        },
        _ => Stands::Begun {
            page: guide.page.to_owned(),
        },
    };
    let stand = |(id, guide): &(&str, Seen<'_>)| ((*id).to_owned(), stands(id, guide));
    Guides(seen.iter().map(stand).collect())
}

struct Seen<'a> {
    order: (DateTime<FixedOffset>, RecordId),
    page: &'a str,
    finished: bool,
    by: BTreeSet<PersonId>,
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn each(guide: &str) -> bool {
        guide.starts_with("step")
    }

    fn open(guides: &Guides) -> Vec<&str> {
        guides.open().map(|(id, _)| id).collect()
    }

    #[test]
    fn what_was_begun_and_not_finished_is_open_and_the_latest_comes_first() {
        let records = [
            record(1, 2, MAYA, place("small-moments", "one", false)),
            record(2, 3, MAYA, place("self-trust", "one", false)),
            record(3, 4, MAYA, place("small-moments", "two", false)),
            record(4, 5, MAYA, place("forgiveness", "end", true)),
            record(5, 6, JON, place("how-long", "one", false)),
        ];
        let guides = fold(&records, &[MAYA], each);
        assert_eq!(open(&guides), ["small-moments", "self-trust"]);
        assert_eq!(
            guides.of("small-moments"),
            Some(&Stands::Begun {
                page: "two".to_owned()
            })
        );
        assert_eq!(
            guides.of("forgiveness"),
            Some(&Stands::Finished { on: november(5) })
        );
        assert_eq!(guides.of("how-long"), None, "that is Jon's");
    }

    #[test]
    fn a_step_is_finished_when_both_say_so_and_the_rest_when_one_does() {
        let mut records = vec![
            record(0, 2, JON, place("talking-safely", "close", true)),
            record(1, 2, MAYA, place("step-1", "say-back", false)),
            record(2, 3, JON, place("step-1", "close", true)),
        ];
        let both = [MAYA, JON];
        assert_eq!(
            fold(&records, &both, each).of("step-1"),
            Some(&Stands::FinishedBy(JON))
        );
        assert_eq!(
            fold(&records, &both, each).of("talking-safely"),
            Some(&Stands::Finished { on: november(2) })
        );
        records.push(record(3, 9, MAYA, place("step-1", "close", true)));
        assert_eq!(
            fold(&records, &both, each).of("step-1"),
            Some(&Stands::Finished { on: november(9) })
        );
    }

    #[test]
    fn one_who_goes_through_it_again_finds_the_page_they_came_back_to() {
        let records = [
            record(2, 9, MAYA, place("self-trust", "two", false)),
            record(1, 3, MAYA, place("self-trust", "end", true)),
        ];
        assert_eq!(open(&fold(&records, &[MAYA], each)), ["self-trust"]);
    }
}
