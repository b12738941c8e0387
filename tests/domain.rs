//! Journeys over records: what two people do over days, and what stands at the end.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, FixedOffset, NaiveDate};
use goldseam::content::Library;
use goldseam::demo;
use goldseam::domain::chapter;
use goldseam::domain::record::{
    Appreciation, Approval, Cadence, CheckIn, Commitment, Level, Line, More, Outcome, Place, Pulse,
    Report,
};
use goldseam::domain::summary::{self, LineKind, WeekSummary};
use goldseam::domain::{
    Household, Kind, PersonId, Record, RecordId, Week, amend, commitments, jar, path,
};

/// A shared room in November 2026, whose records are written and read back as the store would.
struct Home {
    household: Household,
    records: Vec<Record>,
}

impl Home {
    fn new() -> Self {
        Self {
            household: demo::household(),
            records: Vec::new(),
        }
    }

    fn maya(&self) -> PersonId {
        self.household.people[0].id
    }

    fn jon(&self) -> PersonId {
        self.household.people[1].id
    }

    fn write(&mut self, by: PersonId, day: u32, what: Kind) -> RecordId {
        self.put(by, day, what, None)
    }

    fn put(&mut self, by: PersonId, day: u32, what: Kind, amends: Option<RecordId>) -> RecordId {
        let id = RecordId::from_random(1 + self.records.len() as u128);
        let record = Record {
            id,
            at: evening(day),
            by,
            what,
            amends,
            more: More::default(),
        };
        let json = serde_json::to_string(&record).unwrap();
        self.records.push(serde_json::from_str(&json).unwrap());
        id
    }

    fn report(&mut self, by: PersonId, of: RecordId, day: u32, outcome: Outcome) -> RecordId {
        let what = Kind::Report(Report {
            commitment: of,
            on: november(day),
            outcome,
            more: More::default(),
        });
        self.write(by, day, what)
    }

    fn page(&self) -> WeekSummary {
        summary::fold(&self.records, &self.household, week(), &steps())
    }

    fn show(&mut self, by: PersonId, wanted: impl Fn(&LineKind) -> bool) {
        let keys: Vec<String> = self
            .page()
            .lines
            .iter()
            .filter(|l| wanted(&l.what))
            .map(|l| l.key.to_string())
            .collect();
        for line in keys {
            let what = Kind::Line(Line {
                week: week(),
                line,
                shown: true,
                more: More::default(),
            });
            self.write(by, 15, what);
        }
    }

    fn approve(&mut self, by: PersonId) {
        let what = Kind::Approval(Approval {
            week: week(),
            page: self.page().fingerprint,
            more: More::default(),
        });
        self.write(by, 15, what);
    }
}

fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn evening(day: u32) -> DateTime<FixedOffset> {
    format!("2026-11-{day:02}T20:00:00+01:00").parse().unwrap()
}

fn week() -> Week {
    "2026-W46".parse().unwrap()
}

fn steps() -> [String; 10] {
    demo::STEPS.map(str::to_owned)
}

fn promise(when: &str, then: &str) -> Kind {
    Kind::Commitment(Commitment {
        when: when.into(),
        then: then.into(),
        obstacle: "".into(),
        cadence: Cadence::EveryWeekday,
        until: None,
        more: More::default(),
    })
}

fn missed(repair: &str) -> Outcome {
    Outcome::Missed {
        repair: repair.into(),
    }
}

#[test]
fn jon_misses_a_day_repairs_it_and_decides_what_the_page_says_of_it() {
    let mut home = Home::new();
    let (maya, jon) = (home.maya(), home.jon());
    let call = home.write(jon, 2, promise("I will be late", "I will call"));
    let miss = home.report(jon, call, 12, missed(""));
    let repair = Kind::Report(Report {
        commitment: call,
        on: november(12),
        outcome: missed("I told her before she asked"),
        more: More::default(),
    });
    home.put(jon, 13, repair, Some(miss));

    // One gold marble; the bare miss stays readable beside the repair.
    assert!(jar::fold(&home.records).marbles.iter().all(|n| n.gold));
    assert_eq!(amend::history(&home.records, miss).len(), 2);

    let about_it =
        |what: &LineKind| matches!(what, LineKind::Commitment { .. } | LineKind::Repair { .. });
    home.show(maya, about_it);
    assert!(!home.page().shown().any(|l| about_it(&l.what)));
    home.show(jon, about_it);
    assert_eq!(home.page().shown().filter(|l| about_it(&l.what)).count(), 2);
}

#[test]
fn the_page_is_approved_by_both_until_one_of_them_changes_their_mind() {
    let mut home = Home::new();
    let (maya, jon) = (home.maya(), home.jon());
    let note = Kind::Appreciation(Appreciation {
        words: "You said it with your coat still on".into(),
        from_both: false,
        more: More::default(),
    });
    let note = home.write(maya, 11, note);
    home.show(maya, |what| matches!(what, LineKind::Note { .. }));
    home.approve(maya);
    home.approve(jon);
    assert!(home.page().is_approved());

    let reworded = Kind::Appreciation(Appreciation {
        words: "You said it before I asked".into(),
        from_both: false,
        more: More::default(),
    });
    home.put(maya, 15, reworded, Some(note));
    assert!(home.page().approvals.iter().all(|(_, on)| on.is_none()));
    home.approve(maya);
    home.approve(jon);
    assert!(home.page().is_approved());
}

#[test]
fn jon_cannot_act_in_maya_s_name_anywhere() {
    let mut home = Home::new();
    let (maya, jon) = (home.maya(), home.jon());
    let hers = home.write(maya, 2, promise("I want to check", "I will say so first"));
    let felt = Kind::CheckIn(CheckIn {
        pulse: Pulse {
            hope: Some(Level::Lowest),
            ..Pulse::default()
        },
        feelings: Vec::new(),
        note: "It took me back".into(),
        more: More::default(),
    });
    home.write(maya, 12, felt);
    let before = home.page();

    home.report(jon, hers, 12, missed(""));
    home.report(jon, hers, 13, Outcome::SetDown);
    home.put(
        jon,
        13,
        promise("I want to check", "I will not"),
        Some(hers),
    );
    home.show(jon, |_| true);
    home.write(
        jon,
        14,
        Kind::Place(Place {
            guide: steps()[0].clone(),
            page: "read-it-aloud".to_owned(),
            finished: true,
            again: false,
            more: More::default(),
        }),
    );

    let theirs = |page: &WeekSummary| -> Vec<_> {
        page.lines
            .iter()
            .filter(|l| l.owner == Some(maya))
            .cloned()
            .collect()
    };
    assert_eq!(theirs(&home.page()), theirs(&before));
    let view = commitments::fold(&home.records, november(15));
    assert!(
        view.iter()
            .any(|c| c.id == hers && c.active && c.reports.is_empty())
    );
    assert_eq!(
        path::fold(&home.records, &home.household, &steps()).states[0],
        path::StepState::FinishedBy(jon)
    );
}

#[test]
fn one_who_is_alone_has_a_path_a_jar_and_a_page_of_their_own() {
    let mut home = Home::new();
    home.household.people.truncate(1);
    let maya = home.maya();
    for step in steps().into_iter().take(2) {
        let what = Kind::Place(Place {
            guide: step,
            page: "alone".to_owned(),
            finished: true,
            again: false,
            more: More::default(),
        });
        home.write(maya, 10, what);
    }
    let view = path::fold(&home.records, &home.household, &steps());
    assert_eq!(view.next, Some(3));
    assert!(jar::may_suggest(&view));

    let page = home.page();
    assert_eq!(
        (page.people.as_slice(), page.finished.as_slice()),
        (&[maya][..], &[1, 2][..])
    );
    home.approve(maya);
    assert!(home.page().is_approved());
}

#[test]
fn the_order_in_which_rooms_are_read_changes_no_page() {
    let now = "2026-11-15T20:00:00+01:00".parse().unwrap();
    let household = demo::household();
    let mut shared = demo::records(&household, now).shared;
    let page = |records: &[Record]| summary::fold(records, &household, week(), &steps());
    let straight = page(&shared);
    shared.reverse();
    assert_eq!(page(&shared), straight);
}

#[test]
fn no_page_of_the_demo_holds_a_private_word_or_a_rating() {
    let now = "2026-11-15T20:00:00+01:00".parse().unwrap();
    let household = demo::household();
    let story = demo::records(&household, now);
    let page = summary::fold(&story.shared, &household, week(), &steps());
    let mut told = String::new();
    for line in &page.lines {
        match &line.what {
            LineKind::Path => {}
            LineKind::Commitment { when, then, .. } => told.extend([&**when, &**then]),
            LineKind::Repair { words, .. }
            | LineKind::Felt { words, .. }
            | LineKind::Note { words, .. } => told.push_str(words),
            LineKind::RitualHeld { name, .. } => told.push_str(name),
            LineKind::RitualNext { name, about, .. } => told.extend([&**name, &**about]),
            LineKind::Chapter(chapter) => {
                told.extend([&*chapter.leave, &*chapter.keep, &*chapter.begin]);
            }
        }
    }
    assert!(told.contains("coat still on"));
    for record in story.first.iter().chain(&story.second) {
        if let Kind::Journal(journal) = &record.what {
            let paragraphs = journal.text.split("\n\n");
            assert!(paragraphs.into_iter().all(|text| !told.contains(text)));
        }
    }
}

#[test]
fn the_demo_stands_on_the_content_that_is_built_in() {
    let content = Library::embedded().unwrap();
    assert_eq!(content.step_ids(), steps());
    for page in [chapter::TOGETHER, chapter::ALONE] {
        let last = &content.step(10).unwrap().id;
        let written = |block: &&str| content.block(last, page, block).is_some();
        assert!(chapter::BLOCKS.iter().all(written), "{page}");
    }
    let now = "2026-11-15T20:00:00+01:00".parse().unwrap();
    let story = demo::records(&demo::household(), now);
    for record in [story.shared, story.first, story.second].iter().flatten() {
        match &record.what {
            Kind::Place(at) => assert!(content.page(&at.guide, &at.page).is_some(), "{}", at.page),
            Kind::Answer(at) => assert!(
                content.block(&at.guide, &at.page, &at.block).is_some(),
                "{}/{}",
                at.page,
                at.block
            ),
            Kind::Noticed(at) => assert!(content.pillars.iter().any(|p| p.id == at.pillar)),
            Kind::PillarLook(at) => assert!(content.pillars.iter().any(|p| p.id == at.pillar)),
            _ => {}
        }
    }
}
