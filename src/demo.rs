//! A made-up household for a first look, for tests and for pictures: Maya, who was hurt, and Jon, who broke trust, twelve
//! weeks in. Three steps are done and the fourth is under way. Nobody here is real.

mod pillars;
mod promises;
mod talks;
pub mod ten_years;
mod told;

use crate::domain::record::{
    Appreciation, Approval, CheckIn, Journal, Level, Line, More, PartTaken, Place, Pulse, Reading,
    Ritual,
};
use crate::domain::{
    Household, Kind, Mark, Part, Person, PersonId, Record, RecordId, Week, Words, summary,
};
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Weekday};

/// What each room of the demo holds.
#[derive(Debug, Clone, Default)]
pub struct Demo {
    pub shared: Vec<Record>,
    /// The private room of the first person.
    pub first: Vec<Record>,
    /// The private room of the second.
    pub second: Vec<Record>,
}

/// The guides of the ten steps, as the content names them.
pub const STEPS: [&str; 10] = [
    "step-01-accountability",
    "step-02-hurt",
    "step-03-honesty",
    "step-04-boundaries",
    "step-05-consistency",
    "step-06-apology",
    "step-07-connection",
    "step-08-support",
    "step-09-self-trust",
    "step-10-new-chapter",
];

const MAYA: PersonId = PersonId::from_random(0x6d61_7961);
const JON: PersonId = PersonId::from_random(0x6a6f_6e00);

/// Maya and Jon, both joined.
pub fn household() -> Household {
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

/// Their twelve weeks, the last of them ending at `now`; nothing lies after it.
///
/// The first person of the household is given Maya's part and the second Jon's. The same `now` gives the same records.
pub fn records(household: &Household, now: DateTime<FixedOffset>) -> Demo {
    let id = |at: usize, otherwise| household.people.get(at).map_or(otherwise, |p| p.id);
    let mut story = Story {
        maya: id(0, MAYA),
        jon: id(1, JON),
        now,
        written: 0,
        rooms: Demo::default(),
    };
    story.parts_and_path();
    story.answers();
    story.check_ins();
    story.commitments();
    story.jar_and_ritual();
    story.talks_and_questions();
    story.private_rooms();
    story.pillars();
    story.weekly_pages(household);
    story.rooms
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Maya,
    Jon,
    Both,
}

#[derive(Clone, Copy)]
enum Where {
    Shared,
    Own,
}

struct Story {
    maya: PersonId,
    jon: PersonId,
    now: DateTime<FixedOffset>,
    written: u64,
    rooms: Demo,
}

impl Story {
    fn day(&self, ago: u32) -> NaiveDate {
        let today = self.now.date_naive();
        today
            .checked_sub_days(Days::new(u64::from(ago)))
            .unwrap_or(today)
    }

    fn at(&self, ago: u32, hour: u32, minute: u32) -> DateTime<FixedOffset> {
        NaiveTime::from_hms_opt(hour, minute, 0)
            .map(|time| self.day(ago).and_time(time))
            .and_then(|local| local.and_local_timezone(*self.now.offset()).single())
            .map_or(self.now, |at| at.min(self.now))
    }

    fn put(
        &mut self,
        place: Where,
        who: Who,
        at: DateTime<FixedOffset>,
        what: Kind,
        amends: Option<RecordId>,
    ) -> RecordId {
        self.written += 1;
        let id = RecordId::from_random(ten_years::id_bits(0x6d61_6b65, self.written));
        let by = if who == Who::Jon { self.jon } else { self.maya };
        let room = match (place, who) {
            (Where::Shared, _) => &mut self.rooms.shared,
            (Where::Own, Who::Jon) => &mut self.rooms.second,
            (Where::Own, _) => &mut self.rooms.first,
        };
        room.push(Record {
            id,
            at,
            by,
            what,
            amends,
            more: More::default(),
        });
        id
    }

    fn share(&mut self, who: Who, ago: u32, hour: u32, minute: u32, what: Kind) -> RecordId {
        self.put(Where::Shared, who, self.at(ago, hour, minute), what, None)
    }

    fn keep(&mut self, who: Who, ago: u32, hour: u32, what: Kind) -> RecordId {
        self.put(Where::Own, who, self.at(ago, hour, 12), what, None)
    }

    /// So many days ago, or the Friday before where that was at a weekend.
    fn working_day(&self, ago: u32) -> u32 {
        match self.day(ago).weekday() {
            Weekday::Sat => ago + 1,
            Weekday::Sun => ago + 2,
            _ => ago,
        }
    }

    /// The day of the miss that the last week turns on.
    fn miss(&self) -> u32 {
        self.working_day(3)
    }

    fn parts_and_path(&mut self) {
        for (who, part) in [(Who::Maya, Part::WasHurt), (Who::Jon, Part::BrokeTrust)] {
            let more = More::default();
            self.share(who, 83, 19, 0, Kind::Part(PartTaken { part, more }));
        }
        for (step, page, ago) in [
            (0, "read-it-aloud", 66),
            (1, "ten-minutes", 48),
            (2, "speak-and-say-back", 22),
        ] {
            self.place(Who::Maya, ago, step, page, true);
            self.place(Who::Jon, ago, step, page, true);
        }
        self.place(Who::Maya, 8, 3, "write-the-boundary", false);
        self.place(Who::Jon, 7, 3, "before-you-answer", false);
        self.place(Who::Maya, 4, 3, "talk-it-over", false);
        self.place(Who::Jon, 4, 3, "talk-it-over", false);
    }

    fn place(&mut self, who: Who, ago: u32, step: usize, page: &str, finished: bool) {
        let what = Kind::Place(Place {
            guide: STEPS[step].to_owned(),
            page: page.to_owned(),
            finished,
            again: false,
            more: More::default(),
        });
        self.share(who, ago, 20, 55, what);
    }

    fn check_ins(&mut self) {
        let name = |ago| self.day(ago).format("%A").to_string();
        let (miss, good) = (name(self.miss()), name(self.miss() + 1));
        for (who, felt) in [(Who::Maya, told::MAYA_FELT), (Who::Jon, told::JON_FELT)] {
            for (ago, felt) in (0..12).map(|weeks| 7 * (11 - weeks) + 1).zip(felt) {
                if let Some((felt, note)) = felt {
                    let note = note.replace("{miss}", &miss).replace("{good}", &good);
                    let what = check_in(pulse(felt, who), &[], &note);
                    self.share(who, ago, 18, 40, what);
                }
            }
        }
    }

    fn jar_and_ritual(&mut self) {
        let mut notes = Vec::new();
        for (ago, who, words) in told::NOTES {
            let what = Kind::Appreciation(Appreciation {
                words: words.into(),
                from_both: who == Who::Both,
                more: More::default(),
            });
            notes.push((ago, self.share(who, ago, 21, 45, what)));
        }
        let tea = |held| {
            Kind::Ritual(Ritual {
                name: "Tea before talking".into(),
                about: "Ten minutes at the kitchen table with the phones left in the hall.".into(),
                on: Some(Weekday::Wed),
                time: NaiveTime::from_hms_opt(20, 30, 0),
                held,
                more: More::default(),
            })
        };
        self.share(Who::Maya, 47, 21, 0, tea(None));
        // Every Wednesday since, but for the one in the week of the anniversary; each time one note is read.
        let wednesdays: Vec<u32> = (1..46)
            .rev()
            .filter(|ago| self.day(*ago).weekday() == Weekday::Wed && !(28..35).contains(ago))
            .collect();
        for (turn, ago) in wednesdays.into_iter().enumerate() {
            let who = if turn % 2 == 0 { Who::Jon } else { Who::Maya };
            self.share(who, ago, 20, 50, tea(Some(self.day(ago))));
            let older: Vec<RecordId> = notes
                .iter()
                .filter(|(written, _)| *written > ago)
                .map(|(_, id)| *id)
                .collect();
            if let Some(appreciation) = older.get((turn * 7 + 3) % older.len().max(1)) {
                let what = Kind::Reading(Reading {
                    appreciation: *appreciation,
                    more: More::default(),
                });
                self.share(who, ago, 20, 52, what);
            }
        }
    }

    fn private_rooms(&mut self) {
        for (who, pages) in [
            (Who::Maya, &told::MAYA_JOURNAL[..]),
            (Who::Jon, &told::JON_JOURNAL[..]),
        ] {
            for (ago, hour, title, text) in pages {
                let what = Kind::Journal(Journal {
                    title: (*title).into(),
                    text: (*text).into(),
                    more: More::default(),
                });
                self.keep(who, *ago, *hour, what);
            }
        }
        for (who, ago, felt, feelings) in [
            (Who::Maya, 82, 0, &["numb", "on guard"][..]),
            (Who::Maya, 75, 0, &["angry"]),
            (Who::Maya, 53, 1, &["sad", "tired"]),
            (Who::Maya, 40, 1, &["wary"]),
            (Who::Maya, 19, 2, &["hopeful", "wary"]),
            (Who::Maya, 9, 3, &["calm"]),
            (Who::Maya, 3, 1, &["shaken", "angry"]),
            (Who::Jon, 72, 1, &["ashamed"]),
            (Who::Jon, 41, 2, &["guilty", "relieved"]),
            (Who::Jon, 3, 2, &["ashamed", "steady"]),
        ] {
            self.keep(who, ago, 22, check_in(pulse(felt, who), feelings, ""));
        }
    }

    /// Each puts their own lines on. Last week's page is approved by both; this week's waits for Jon.
    fn weekly_pages(&mut self, household: &Household) {
        let steps = STEPS.map(str::to_owned);
        let this = Week::of(self.now.date_naive());
        for (week, approving) in [
            (this.previous(), &[Who::Maya, Who::Jon][..]),
            (this, &[Who::Maya][..]),
        ] {
            let sunday = week
                .sunday()
                .and_time(NaiveTime::from_hms_opt(19, 30, 0).unwrap_or_default());
            let at = sunday
                .and_local_timezone(*self.now.offset())
                .single()
                .unwrap_or(self.now)
                .min(self.now);
            for line in summary::fold(&self.rooms.shared, household, week, &steps).lines {
                let Some(owner) = line.owner else { continue };
                let who = if owner == self.jon {
                    Who::Jon
                } else {
                    Who::Maya
                };
                let what = Kind::Line(Line {
                    week,
                    line: line.key.to_string(),
                    shown: true,
                    more: More::default(),
                });
                self.put(Where::Shared, who, at - TimeDelta::minutes(10), what, None);
            }
            let page = summary::fold(&self.rooms.shared, household, week, &steps).fingerprint;
            for who in approving {
                let what = Kind::Approval(Approval {
                    week,
                    page: page.clone(),
                    more: More::default(),
                });
                self.put(Where::Shared, *who, at, what, None);
            }
        }
    }
}

fn check_in(pulse: Pulse, feelings: &[&str], note: &str) -> Kind {
    Kind::CheckIn(CheckIn {
        pulse,
        feelings: feelings.iter().map(|word| Words::from(*word)).collect(),
        note: note.into(),
        more: More::default(),
    })
}

/// A pulse around how safe it felt; what Jon finds easiest to say is not what Maya does.
fn pulse(felt: usize, who: Who) -> Pulse {
    let word = |of: usize| Level::FIVE.get(of.min(4)).copied();
    let (given, found) = if who == Who::Jon {
        (felt + 1, felt + 1)
    } else {
        (felt + 2, felt)
    };
    Pulse {
        felt_safety: word(felt),
        closeness: word(felt.saturating_sub(1)),
        honesty_given: word(given),
        honesty_felt: word(found),
        hope: word(felt.max(1)),
    }
}

#[cfg(test)]
mod tests;
