//! Where people are on the ten steps.
//!
//! Promises: a step is done only when everyone whose part it is has said so; nothing is locked, any step can be opened and
//! opened again; and what was once done stays done, for gold never recedes (DESIGN-LANGUAGE.md).

use super::{Household, Kind, PersonId, Record};
use chrono::{DateTime, FixedOffset};
use std::collections::HashSet;

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepState {
    #[default]
    NotBegun,
    Begun,
    /// One of two has finished their part.
    FinishedBy(PersonId),
    Done,
}

/// The ten steps, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathView {
    pub done: [bool; 10],
    pub states: [StepState; 10],
    /// The first step that is not done, 1 to 10.
    pub next: Option<u8>,
}

/// The path of a household, from the records of the shared room.
///
/// A step is done when all who have joined finished it. `steps` are the guide ids of the ten, in order.
pub fn fold<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    household: &Household,
    steps: &[String; 10],
) -> PathView {
    let joined: Vec<PersonId> = household.joined().map(|p| p.id).collect();
    fold_for(records, &joined, steps)
}

/// The path of one person alone, from whatever records they can read. Another's are left aside.
pub fn alone<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    steps: &[String; 10],
) -> PathView {
    fold_for(records, &[person], steps)
}

fn fold_for<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    people: &[PersonId],
    steps: &[String; 10],
) -> PathView {
    let mut begun = [false; 10];
    let mut finished: [HashSet<PersonId>; 10] = Default::default();
    for record in records {
        if let Kind::Place(place) = &record.what
            && people.contains(&record.by)
            && let Some(step) = steps.iter().position(|id| *id == place.guide)
        {
            begun[step] = true;
            if place.finished {
                finished[step].insert(record.by);
            }
        }
    }
    let mut view = PathView::default();
    for step in 0..10 {
        let by: Vec<PersonId> = finished[step].iter().copied().collect();
        view.states[step] = match by[..] {
            [_, ..] if by.len() == people.len() => StepState::Done,
            [one, ..] => StepState::FinishedBy(one),
            [] if begun[step] => StepState::Begun,
            [] => StepState::NotBegun,
        };
        view.done[step] = view.states[step] == StepState::Done;
    }
    view.next = (1..=10u8)
        .zip(view.done)
        .find_map(|(number, done)| (!done).then_some(number));
    view
}

/// When a guide was begun once more, each time, oldest first.
///
/// Whoever began it counts: what can be read is one's own, or was begun by the two together.
pub fn begun_again<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    guide: &str,
) -> Vec<DateTime<FixedOffset>> {
    let mut starts: Vec<DateTime<FixedOffset>> = records
        .into_iter()
        .filter(|r| matches!(&r.what, Kind::Place(p) if p.guide == guide && p.again))
        .map(|r| r.at)
        .collect();
    starts.sort_unstable();
    starts
}

/// Whether this person has said, since a guide was last begun, that they are through it.
pub fn has_finished<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    guide: &str,
) -> bool {
    let records: Vec<&Record> = records.into_iter().collect();
    let start = begun_again(records.iter().copied(), guide).pop();
    records.into_iter().any(|r| {
        r.by == person
            && start.is_none_or(|start| start <= r.at)
            && matches!(&r.what, Kind::Place(p) if p.guide == guide && p.finished)
    })
}

/// Whose word it takes for a guide to be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Everyone's whose part it is.
    Each,
    /// That of any of them.
    Any,
}

/// When these people were through a guide; nothing while they are on the way, for the first time or again.
pub fn gone_through<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    people: &[PersonId],
    guide: &str,
    needs: Needs,
) -> Option<DateTime<FixedOffset>> {
    let records: Vec<&Record> = records.into_iter().collect();
    let mut finished = people
        .iter()
        .map(|person| has_finished(records.iter().copied(), *person, guide));
    let enough = match needs {
        Needs::Each => finished.all(|done| done),
        Needs::Any => finished.any(|done| done),
    };
    records
        .iter()
        .filter(|r| enough && people.contains(&r.by))
        .filter(|r| matches!(&r.what, Kind::Place(p) if p.guide == guide && p.finished))
        .map(|r| r.at)
        .max()
}

#[cfg(test)]
mod tests {
    use super::super::record as records;
    use super::super::testing::*;
    use super::*;

    fn steps() -> [String; 10] {
        std::array::from_fn(|n| format!("step-{}", n + 1))
    }

    #[test]
    fn a_step_is_done_when_both_say_so_and_not_before() {
        let mut records = vec![
            record(1, 2, MAYA, place("step-1", "say-back", false)),
            record(2, 3, MAYA, place("step-1", "close", true)),
        ];
        let view = fold(&records, &household(), &steps());
        assert_eq!(view.states[0], StepState::FinishedBy(MAYA));
        assert_eq!((view.done[0], view.next), (false, Some(1)));

        records.push(record(3, 4, JON, place("step-1", "close", true)));
        let view = fold(&records, &household(), &steps());
        assert_eq!(view.states[0], StepState::Done);
        assert_eq!((view.done[0], view.next), (true, Some(2)));
    }

    #[test]
    fn nothing_is_locked_by_order_and_next_is_the_first_not_done() {
        let mut records = Vec::new();
        for (n, step) in ["step-1", "step-5"].iter().enumerate() {
            let n = n as u128;
            records.push(record(2 * n, 2, MAYA, place(step, "close", true)));
            records.push(record(2 * n + 1, 2, JON, place(step, "close", true)));
        }
        let view = fold(&records, &household(), &steps());
        assert!(view.done[4]);
        assert_eq!(view.next, Some(2));
    }

    #[test]
    fn going_back_to_a_step_takes_no_gold_away() {
        let records = [
            record(1, 2, MAYA, place("step-1", "close", true)),
            record(2, 2, JON, place("step-1", "close", true)),
            record(3, 9, JON, place("step-1", "what-i-did", false)),
        ];
        assert!(fold(&records, &household(), &steps()).done[0]);
    }

    #[test]
    fn one_whose_partner_never_joined_finishes_steps_alone() {
        let mut home = household();
        home.people[1].joined = false;
        let records: Vec<_> = (1..=10)
            .map(|n| record(n, 2, MAYA, place(&format!("step-{n}"), "close", true)))
            .collect();
        let view = fold(&records, &home, &steps());
        assert_eq!((view.done, view.next), ([true; 10], None));
    }

    #[test]
    fn a_person_alone_sees_only_their_own_steps() {
        let records = [
            record(1, 2, JON, place("step-1", "close", true)),
            record(2, 2, MAYA, place("step-2", "close", true)),
        ];
        let view = alone(&records, MAYA, &steps());
        assert_eq!(view.states[0], StepState::NotBegun);
        assert!(view.done[1]);
    }

    #[test]
    fn an_empty_household_has_done_nothing() {
        let view = fold(&[], &Household::default(), &steps());
        assert_eq!((view.done, view.next), ([false; 10], Some(1)));
    }

    fn again(guide: &str) -> Kind {
        match place(guide, "say-back", false) {
            Kind::Place(place) => Kind::Place(records::Place {
                again: true,
                ..place
            }),
            other => other,
        }
    }

    #[test]
    fn two_are_through_a_guide_once_both_have_said_so_or_where_it_asks_for_one_once_one_has() {
        let both = [MAYA, JON];
        let through = |records: &[Record], needs| gone_through(records, &both, "step-1", needs);
        let mut records = vec![record(1, 2, MAYA, place("step-1", "close", true))];
        assert_eq!(through(&records, Needs::Each), None);
        assert_eq!(through(&records, Needs::Any), Some(evening(2)));
        records.push(record(2, 4, JON, place("step-1", "close", true)));
        assert_eq!(through(&records, Needs::Each), Some(evening(4)));
    }

    #[test]
    fn begun_again_it_has_to_be_finished_again_and_its_gold_stays() {
        let mut records = vec![
            record(1, 2, MAYA, place("step-1", "close", true)),
            record(2, 3, MAYA, again("step-1")),
        ];
        assert!(!has_finished(&records, MAYA, "step-1"));
        assert_eq!(gone_through(&records, &[MAYA], "step-1", Needs::Each), None);
        assert!(alone(&records, MAYA, &steps()).done[0]);
        records.push(record(3, 4, MAYA, place("step-1", "close", true)));
        assert_eq!(
            gone_through(&records, &[MAYA], "step-1", Needs::Each),
            Some(evening(4))
        );
    }
}
