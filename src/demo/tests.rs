#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::guides::{self, Stands};
use crate::domain::record::{Agreed, Outcome, QuestionState};
use crate::domain::{boundaries, commitments, jar, parts, path, pillars, questions};
use std::collections::HashSet;

/// A Sunday, a Monday just after midnight, a Saturday in a leap year.
fn moments() -> [DateTime<FixedOffset>; 3] {
    [
        "2026-11-15T20:00:00+01:00",
        "2026-11-16T00:05:00-08:00",
        "2028-03-04T12:00:00+00:00",
    ]
    .map(|at| at.parse().unwrap())
}

fn steps() -> [String; 10] {
    STEPS.map(str::to_owned)
}

#[test]
fn nothing_lies_after_now_and_no_id_stands_twice() {
    for now in moments() {
        let demo = records(&household(), now);
        let all: Vec<_> = [&demo.shared, &demo.first, &demo.second]
            .into_iter()
            .flatten()
            .collect();
        assert!(all.iter().all(|r| r.at <= now));
        let ids: HashSet<_> = all.iter().map(|r| r.id).collect();
        assert_eq!(ids.len(), all.len());
        let first = all.iter().map(|r| r.at).min().unwrap();
        assert!((now - first).num_weeks() >= 11);
    }
}

#[test]
fn the_same_moment_tells_the_same_story() {
    let tell = || records(&household(), moments()[0]).shared;
    assert!(tell() == tell());
}

#[test]
fn three_steps_are_done_and_the_fourth_is_under_way() {
    for now in moments() {
        let demo = records(&household(), now);
        let view = path::fold(&demo.shared, &household(), &steps());
        assert_eq!(view.done[..4], [true, true, true, false]);
        assert_eq!(view.next, Some(4));
        let at = guides::fold(&demo.shared, &[MAYA], |_| true);
        let left = Stands::Begun {
            page: "talk-it-over".to_owned(),
        };
        assert_eq!(at.of(STEPS[3]), Some(&left));
        assert_eq!(parts::of(&demo.shared, JON), Some(Part::BrokeTrust));
    }
}

#[test]
fn promises_are_kept_missed_repaired_and_adjusted_and_nobody_has_too_many() {
    for now in moments() {
        let demo = records(&household(), now);
        let today = now.date_naive();
        let all = commitments::fold(&demo.shared, today);
        let outcomes = |wanted: fn(&commitments::ReportView) -> bool| {
            all.iter().flat_map(|c| &c.reports).any(wanted)
        };
        assert!(outcomes(|r| r.outcome == Outcome::Kept));
        assert!(outcomes(commitments::ReportView::is_repaired));
        assert!(outcomes(|r| r.was.is_some()));
        assert!(all.iter().any(|c| !c.active));
        for person in [MAYA, JON] {
            assert_eq!(commitments::may_add(&demo.shared, person, today), Ok(()));
        }
    }
}

#[test]
fn the_jar_holds_everything_they_noticed_and_two_repairs() {
    let demo = records(&household(), moments()[0]);
    let jar = jar::fold(&demo.shared);
    let gold = jar.marbles.iter().filter(|n| n.gold).count();
    assert_eq!((jar.marbles.len(), gold), (told::NOTES.len() + 2, 2));
    let words: HashSet<_> = told::NOTES.iter().map(|(_, _, words)| words).collect();
    assert_eq!(words.len(), told::NOTES.len());
    assert!(jar::draw(&demo.shared, 7).is_some());
}

#[test]
fn questions_boundaries_and_answers_are_there_to_be_seen() {
    let demo = records(&household(), moments()[0]);
    let states: Vec<_> = questions::fold(&demo.shared)
        .iter()
        .map(questions::QuestionView::state)
        .collect();
    assert_eq!(
        states,
        [
            Some(QuestionState::Answered),
            Some(QuestionState::NotYet),
            None
        ]
    );
    let reply = boundaries::fold(&demo.shared).remove(0).reply;
    assert_eq!(reply.map(|reply| reply.agreed), Some(Agreed::Agreed));
}

#[test]
fn last_week_s_page_is_approved_and_this_week_s_waits_for_jon() {
    let now = moments()[0];
    let demo = records(&household(), now);
    let this = Week::of(now.date_naive());
    let page = |week| summary::fold(&demo.shared, &household(), week, &steps());
    assert!(page(this.previous()).is_approved());
    let page = page(this);
    assert_eq!(page.approved_on(MAYA), Some(now.date_naive()));
    assert_eq!(page.approved_on(JON), None);
    assert!(page.shown().count() > 10);
}

#[test]
fn private_rooms_hold_only_their_owner_s_words() {
    let demo = records(&household(), moments()[0]);
    assert!(demo.first.iter().all(|r| r.by == MAYA));
    assert!(demo.second.iter().all(|r| r.by == JON));
    let is_private = |r: &Record| matches!(r.what, Kind::Journal(_) | Kind::Reflection(_));
    assert!(!demo.shared.iter().any(is_private));
}

#[test]
fn of_their_looks_some_are_shown_some_without_the_word_and_some_not_at_all() {
    let now = moments()[0];
    let demo = records(&household(), now);
    let week = Week::of(now.date_naive());
    let line = |own: &[Record], person, pillar| {
        let points = pillars::line(own, &demo.shared, person, pillar, week, 12);
        points.into_iter().map(|p| p.level).collect::<Vec<_>>()
    };
    for (own, person) in [(&demo.first, MAYA), (&demo.second, JON)] {
        let mut hidden = 0;
        for pillar in ["accountability", "congruence", "integrity"] {
            let (mine, shown) = (line(own, person, pillar), line(&[], person, pillar));
            // Nothing is shown that was not said, and every line has gaps.
            let pairs = || mine.iter().zip(&shown);
            assert!(pairs().all(|(mine, shown)| shown.is_none() || mine == shown));
            hidden += pairs().filter(|(mine, shown)| mine != shown).count();
            assert!(mine.contains(&None) && mine.iter().any(Option::is_some));
        }
        assert!(hidden > 0);
    }
    let noticed = pillars::noticed(&demo.shared, &household());
    assert!([MAYA, JON].map(|by| noticed.iter().any(|n| n.by == by)) == [true, true]);
}

#[test]
fn nobody_s_messages_are_shown_to_the_other_and_nobody_is_watched() {
    let demo = records(&household(), moments()[0]);
    let text = serde_json::to_string(&demo.shared).unwrap().to_lowercase();
    for word in [
        "dana", "password", "location", "has read", "seen at", "tracker",
    ] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn ten_years_are_as_long_as_they_say() {
    let now = moments()[0];
    let demo = ten_years::records(&household(), now, 1);
    let all = || demo.first.iter().chain(&demo.shared);
    let months: HashSet<_> = all().map(|r| (r.at.year(), r.at.month())).collect();
    assert_eq!(months.len(), 120);
    let check_ins = all().filter(|r| matches!(r.what, Kind::CheckIn(_)));
    assert_eq!(check_ins.count(), 7_300);
    let pages: Vec<usize> = all()
        .filter_map(|r| match &r.what {
            Kind::Journal(page) => Some(page.text.split_whitespace().count()),
            _ => None,
        })
        .collect();
    assert_eq!(pages.len(), 3_650);
    assert!(pages.iter().all(|words| *words == 200));
    assert!(all().all(|r| r.at <= now));
    let ids: HashSet<_> = all().map(|r| r.id).collect();
    assert_eq!(ids.len(), all().count());
    assert!(demo.shared == ten_years::records(&household(), now, 1).shared);
    assert!(demo.shared != ten_years::records(&household(), now, 2).shared);
}
