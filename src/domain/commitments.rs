//! What each said they would do, and how it went in their own account.
//!
//! Promises (CARE.md, safety rule 4 and the row on if-then plans): a commitment concerns one's own behaviour, so only the
//! one who made it can report on it, adjust it or set it down; each has at most [`MOST_ACTIVE`]. Nothing here counts kept
//! days, runs of them, or one person against the other.

use super::amend::{Current, Standing};
use super::record::{Cadence, Commitment, Outcome};
use super::{Kind, PersonId, Record, RecordId, Week, Words};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Weekday};
use std::collections::{BTreeMap, HashMap};

/// Small and few: people who promise more keep no more (CARE.md).
pub const MOST_ACTIVE: usize = 3;

/// A commitment as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitmentView {
    pub id: RecordId,
    /// The one who made it, and whose it stays.
    pub by: PersonId,
    pub made: NaiveDate,
    pub when: Words,
    /// What it says now, after any adjustment.
    pub then: Words,
    /// What it said before the newest adjustment.
    pub was: Option<Words>,
    pub obstacle: Words,
    pub cadence: Cadence,
    /// The last day on which it applies.
    pub until: Option<NaiveDate>,
    /// Not set down, not past its last day, and not a thing to do once that was done.
    pub active: bool,
    /// One a day, in the order of the days.
    pub reports: Vec<ReportView>,
}

/// How a commitment went on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportView {
    pub id: RecordId,
    pub on: NaiveDate,
    pub at: DateTime<FixedOffset>,
    pub outcome: Outcome,
    /// For an adjustment, what the commitment said until then.
    pub was: Option<Words>,
}

impl ReportView {
    /// What was done about a miss, once something was.
    pub fn repair(&self) -> Option<&Words> {
        match &self.outcome {
            Outcome::Missed { repair } if !repair.is_blank() => Some(repair),
            _ => None,
        }
    }

    pub fn is_repaired(&self) -> bool {
        self.repair().is_some()
    }
}

/// How a week of a commitment reads, in words.
#[derive(Debug, Clone, PartialEq)]
pub enum WeekStatus {
    /// Nothing was said about it.
    Open,
    Kept,
    /// Kept on every day on which it applied.
    KeptAllWeek,
    Adjusted {
        was: Option<Words>,
    },
    Missed {
        on: NaiveDate,
        repaired: bool,
    },
    SetDown,
}

impl CommitmentView {
    pub fn reports_in(&self, week: Week) -> impl DoubleEndedIterator<Item = &ReportView> {
        self.reports.iter().filter(move |r| week.contains(r.on))
    }

    /// The report of the latest day of a week.
    pub fn latest_in(&self, week: Week) -> Option<&ReportView> {
        self.reports_in(week).next_back()
    }

    pub fn report_on(&self, day: NaiveDate) -> Option<&ReportView> {
        self.reports.iter().find(|r| r.on == day)
    }

    /// A week in one status: its latest miss, adjustment or setting down, and otherwise whether it was kept.
    pub fn status_in(&self, week: Week) -> WeekStatus {
        let told = self
            .reports_in(week)
            .rev()
            .find(|r| r.outcome != Outcome::Kept);
        match told.map(|r| (r, &r.outcome)) {
            Some((r, Outcome::Missed { .. })) => WeekStatus::Missed {
                on: r.on,
                repaired: r.is_repaired(),
            },
            Some((r, Outcome::Adjusted { .. })) => WeekStatus::Adjusted { was: r.was.clone() },
            Some((_, Outcome::SetDown)) => WeekStatus::SetDown,
            Some((_, Outcome::Kept)) | None if self.kept_all(week) => WeekStatus::KeptAllWeek,
            Some((_, Outcome::Kept)) | None => match self.latest_in(week) {
                Some(_) => WeekStatus::Kept,
                None => WeekStatus::Open,
            },
        }
    }

    fn kept_all(&self, week: Week) -> bool {
        let applies = |day: &NaiveDate| match self.cadence {
            Cadence::EveryDay => true,
            Cadence::EveryWeekday => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
            Cadence::WheneverItHappens | Cadence::OnceAWeek(_) | Cadence::Once => false,
        };
        let mut days = week.monday().iter_days().take(7).filter(applies).peekable();
        days.peek().is_some()
            && days.all(|day| {
                self.report_on(day)
                    .is_some_and(|r| r.outcome == Outcome::Kept)
            })
    }
}

/// Every commitment in the order they were made, with the reports of their owners.
///
/// `today` decides only which are past their last day.
pub fn fold<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    today: NaiveDate,
) -> Vec<CommitmentView> {
    fold_days(records, today, |_| true)
}

/// The same as it stood at the end of `day`: without what was made or reported for later days.
pub fn as_of<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    day: NaiveDate,
) -> Vec<CommitmentView> {
    fold_days(records, day, |of| of <= day)
}

fn fold_days<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    today: NaiveDate,
    counts: impl Fn(NaiveDate) -> bool,
) -> Vec<CommitmentView> {
    let current = Current::of(
        records
            .into_iter()
            .filter(|r| matches!(r.what, Kind::Commitment(_) | Kind::Report(_))),
    );
    let mut reports = reports(&current, &counts);
    current
        .iter()
        .filter(|s| counts(s.day()))
        .filter_map(|s| match s.what() {
            Kind::Commitment(commitment) => {
                let days = reports.remove(&(s.id(), s.by())).unwrap_or_default();
                Some(view(s, commitment, days.into_values(), today))
            }
            _ => None,
        })
        .collect()
}

/// Reports by commitment and reporter. One for a day that already has one takes its place.
fn reports<'a>(
    current: &Current<'a>,
    counts: impl Fn(NaiveDate) -> bool,
) -> HashMap<(RecordId, PersonId), BTreeMap<NaiveDate, ReportView>> {
    let mut found: HashMap<_, BTreeMap<NaiveDate, ReportView>> = HashMap::new();
    for s in current.iter() {
        if let Kind::Report(report) = s.what()
            && counts(report.on)
        {
            let days = found
                .entry((current.origin(report.commitment), s.by()))
                .or_default();
            let view = ReportView {
                id: s.id(),
                on: report.on,
                at: s.now.at,
                outcome: report.outcome.clone(),
                was: None,
            };
            if days.get(&view.on).is_none_or(|other| other.at <= view.at) {
                days.insert(view.on, view);
            }
        }
    }
    found
}

fn view(
    standing: &Standing<'_>,
    commitment: &Commitment,
    reports: impl Iterator<Item = ReportView>,
    today: NaiveDate,
) -> CommitmentView {
    let mut view = CommitmentView {
        id: standing.id(),
        by: standing.by(),
        made: standing.day(),
        when: commitment.when.clone(),
        then: commitment.then.clone(),
        was: None,
        obstacle: commitment.obstacle.clone(),
        cadence: commitment.cadence,
        until: commitment.until,
        active: commitment.until.is_none_or(|last| today <= last),
        reports: Vec::new(),
    };
    for mut report in reports {
        match &report.outcome {
            Outcome::Adjusted { then } if !then.is_blank() && *then != view.then => {
                let was = std::mem::replace(&mut view.then, then.clone());
                report.was = Some(was.clone());
                view.was = Some(was);
            }
            Outcome::SetDown => view.active = false,
            Outcome::Kept if commitment.cadence == Cadence::Once => view.active = false,
            Outcome::Adjusted { .. } | Outcome::Missed { .. } | Outcome::Kept => {}
        }
        view.reports.push(report);
    }
    view
}

/// There are already [`MOST_ACTIVE`] active ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a person has at most {MOST_ACTIVE} active commitments")]
pub struct TooMany;

/// Whether a person may take on another commitment today.
///
/// # Errors
/// [`TooMany`] while three of theirs are active.
pub fn may_add<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    today: NaiveDate,
) -> Result<(), TooMany> {
    let active = fold(records, today)
        .iter()
        .filter(|c| c.by == person && c.active)
        .count();
    if active < MOST_ACTIVE {
        Ok(())
    } else {
        Err(TooMany)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn missed(repair: &str) -> Outcome {
        Outcome::Missed {
            repair: repair.into(),
        }
    }

    fn adjusted(then: &str) -> Outcome {
        Outcome::Adjusted { then: then.into() }
    }

    fn call() -> Record {
        record(
            1,
            2,
            JON,
            commitment("I will be late", "I will call", Cadence::EveryWeekday),
        )
    }

    fn one(records: &[Record]) -> CommitmentView {
        fold(records, november(15)).into_iter().next().unwrap()
    }

    #[test]
    fn jon_misses_thursday_and_repairs_it_that_night() {
        let mut records = vec![
            call(),
            record(2, 11, JON, report(1, 11, Outcome::Kept)),
            record(3, 12, JON, report(1, 12, missed(" "))),
        ];
        assert_eq!(
            one(&records).status_in(week()),
            WeekStatus::Missed {
                on: november(12),
                repaired: false
            }
        );
        records.push(record(
            4,
            12,
            JON,
            report(1, 12, missed("I told her first")),
        ));
        records.push(record(5, 13, JON, report(1, 13, Outcome::Kept)));
        let view = one(&records);
        assert_eq!(view.reports.len(), 3);
        assert_eq!(
            view.report_on(november(12))
                .unwrap()
                .repair()
                .unwrap()
                .as_str(),
            "I told her first"
        );
        assert_eq!(view.latest_in(week()).unwrap().outcome, Outcome::Kept);
        assert_eq!(
            view.status_in(week()),
            WeekStatus::Missed {
                on: november(12),
                repaired: true
            }
        );
        assert_eq!(view.status_in(week().previous()), WeekStatus::Open);
    }

    #[test]
    fn nobody_marks_adjusts_or_sets_down_what_the_other_promised() {
        let records = [
            call(),
            record(2, 12, MAYA, report(1, 12, missed(""))),
            record(3, 12, MAYA, report(1, 12, adjusted("I will call twice"))),
            record(4, 13, MAYA, report(1, 13, Outcome::SetDown)),
        ];
        let view = one(&records);
        assert!(view.reports.is_empty() && view.active);
        assert_eq!(view.then.as_str(), "I will call");
    }

    #[test]
    fn an_adjustment_reads_as_it_does_now_and_says_what_it_was() {
        let records = [
            call(),
            record(2, 10, JON, report(1, 10, adjusted("I will write"))),
            record(
                3,
                12,
                JON,
                report(1, 12, adjusted("I will ring from the car")),
            ),
        ];
        let view = one(&records);
        assert_eq!(view.then.as_str(), "I will ring from the car");
        assert_eq!(view.was.as_deref(), Some("I will write"));
        assert_eq!(
            view.status_in(week()),
            WeekStatus::Adjusted {
                was: Some("I will write".into())
            }
        );
    }

    #[test]
    fn a_second_report_for_a_day_takes_back_an_adjustment_made_by_mistake() {
        let records = [
            call(),
            record(2, 10, JON, report(1, 10, adjusted("I will write"))),
            record(3, 11, JON, report(1, 10, Outcome::Kept)),
        ];
        let view = one(&records);
        assert_eq!(view.then.as_str(), "I will call");
        assert_eq!((view.was, view.reports.len()), (None, 1));
    }

    #[test]
    fn reports_follow_a_commitment_whose_wording_was_amended() {
        let new = commitment("I will be later than 18:30", "I will call", Cadence::Once);
        let records = [
            call(),
            amending(1, record(2, 3, JON, new)),
            record(3, 12, JON, report(2, 12, missed(""))),
        ];
        let view = one(&records);
        assert_eq!((view.id, view.reports.len()), (id(1), 1));
        assert_eq!(view.when.as_str(), "I will be later than 18:30");
    }

    #[test]
    fn three_at_a_time_are_enough_for_each() {
        let records: Vec<_> = (1..=3)
            .map(|n| record(n, 2, JON, commitment("a", "b", Cadence::EveryDay)))
            .collect();
        let today = november(15);
        assert_eq!(may_add(&records, JON, today), Err(TooMany));
        assert_eq!(may_add(&records, MAYA, today), Ok(()));
        let down = record(4, 10, JON, report(2, 10, Outcome::SetDown));
        assert_eq!(may_add(records.iter().chain([&down]), JON, today), Ok(()));
    }

    #[test]
    fn a_commitment_is_over_after_its_last_day_and_a_single_thing_once_done() {
        let until = Kind::Commitment(Commitment {
            until: Some(november(15)),
            ..match commitment("a", "b", Cadence::EveryDay) {
                Kind::Commitment(c) => c,
                _ => unreachable!(),
            }
        });
        let records = [record(1, 2, JON, until)];
        assert!(fold(&records, november(15))[0].active);
        assert!(!fold(&records, november(16))[0].active);

        let records = [
            record(1, 2, JON, commitment("a", "b", Cadence::Once)),
            record(2, 10, JON, report(1, 10, Outcome::Kept)),
        ];
        assert!(!one(&records).active);
    }

    #[test]
    fn kept_all_week_means_each_day_on_which_it_applied() {
        let kept = |n: u128, day| record(n, day, JON, report(1, day, Outcome::Kept));
        let mut records = vec![call()];
        records.extend((9..=12).map(|day| kept(u128::from(day), day)));
        assert_eq!(one(&records).status_in(week()), WeekStatus::Kept);
        records.push(kept(13, 13));
        assert_eq!(one(&records).status_in(week()), WeekStatus::KeptAllWeek);
    }

    #[test]
    fn a_page_of_last_week_does_not_know_this_week() {
        let records = [
            call(),
            record(2, 11, JON, report(1, 11, Outcome::Kept)),
            record(3, 17, JON, report(1, 17, adjusted("I will write"))),
            record(4, 17, MAYA, commitment("c", "d", Cadence::Once)),
        ];
        let then = as_of(&records, november(15));
        assert_eq!(then.len(), 1);
        assert_eq!(then[0].then.as_str(), "I will call");
    }
}
