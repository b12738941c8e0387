//! Ten years of two people, for benches and tests of size: 120 months, 7,300 check-ins and 3,650 journal pages of 200 words.
//!
//! All of it can be opened by the first person: their check-ins and pages stand in their own room, and the other's check-ins
//! were offered to the shared one. The same seed gives the same records.

use super::{Demo, JON, MAYA, check_in};
use crate::domain::record::{
    Appreciation, Cadence, Commitment, Journal, Level, More, Outcome, Pulse, Report,
};
use crate::domain::{Household, Kind, PersonId, Record, RecordId, Words};
use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, TimeDelta};

const MONTHS: u32 = 120;
const DAYS: u64 = 3_650;
const WORDS_A_PAGE: usize = 200;

/// The 120 months that end with the month of `end`.
pub fn records(household: &Household, end: DateTime<FixedOffset>, seed: u64) -> Demo {
    let id = |at: usize, otherwise| household.people.get(at).map_or(otherwise, |p| p.id);
    let (first, second) = (id(0, MAYA), id(1, JON));
    let mut writer = Writer {
        chance: Chance(seed),
        seed,
        written: 0,
    };
    let mut demo = Demo::default();
    for at in days(end) {
        let felt = writer.felt();
        demo.first.push(writer.record(first, at, felt));
        let page = writer.page();
        demo.first
            .push(writer.record(first, at + TimeDelta::minutes(20), page));
        let felt = writer.felt();
        demo.shared
            .push(writer.record(second, at + TimeDelta::minutes(40), felt));
        if at.day() % 7 == 0 {
            let note = writer.note();
            demo.shared.push(writer.record(first, at, note));
        }
        if at.day() == 1 {
            demo.shared.extend(writer.promise(second, at));
        }
    }
    demo
}

/// 3,650 evenings spread over 120 months, so that each month has one, the last not after `end`.
fn days(end: DateTime<FixedOffset>) -> impl Iterator<Item = DateTime<FixedOffset>> {
    let start = end
        .date_naive()
        .with_day(1)
        .and_then(|day| day.checked_sub_months(Months::new(MONTHS - 1)))
        .unwrap_or(NaiveDate::MIN);
    let span = u64::try_from((end.date_naive() - start).num_days()).unwrap_or(DAYS);
    (1..=DAYS).filter_map(move |n| {
        let back = span * (DAYS - n) / (DAYS - 1);
        // The hour before `end` leaves room for the rest of that evening.
        (end - TimeDelta::hours(1)).checked_sub_days(Days::new(back))
    })
}

struct Writer {
    chance: Chance,
    seed: u64,
    written: u64,
}

impl Writer {
    fn record(&mut self, by: PersonId, at: DateTime<FixedOffset>, what: Kind) -> Record {
        self.written += 1;
        Record {
            id: RecordId::from_random(id_bits(self.seed, self.written)),
            at,
            by,
            what,
            amends: None,
            more: More::default(),
        }
    }

    fn felt(&mut self) -> Kind {
        let mut word = || Some(Level::FIVE[self.chance.below(5)]);
        let pulse = Pulse {
            felt_safety: word(),
            closeness: word(),
            honesty_given: word(),
            honesty_felt: word(),
            hope: word(),
        };
        let note = self.sentence(12);
        check_in(pulse, &["tired", "hopeful"], &note)
    }

    fn page(&mut self) -> Kind {
        Kind::Journal(Journal {
            title: Words::from(self.sentence(4)),
            text: Words::from(self.sentence(WORDS_A_PAGE)),
            more: More::default(),
        })
    }

    fn note(&mut self) -> Kind {
        Kind::Appreciation(Appreciation {
            words: Words::from(self.sentence(14)),
            from_both: false,
            more: More::default(),
        })
    }

    /// A commitment for one month, and how it went on some of its days.
    fn promise(&mut self, by: PersonId, at: DateTime<FixedOffset>) -> Vec<Record> {
        let made = self.sentence(6);
        let what = Kind::Commitment(Commitment {
            when: Words::from(made),
            then: Words::from(self.sentence(8)),
            obstacle: Words::from(self.sentence(8)),
            cadence: Cadence::EveryDay,
            until: at.date_naive().checked_add_days(Days::new(27)),
            more: More::default(),
        });
        let commitment = self.record(by, at, what);
        let mut records = Vec::new();
        for day in [0, 4, 9] {
            let what = Kind::Report(Report {
                commitment: commitment.id,
                on: at.date_naive(),
                outcome: Outcome::Kept,
                more: More::default(),
            });
            records.push(self.record(by, at + TimeDelta::minutes(day), what));
        }
        records.insert(0, commitment);
        records
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text = String::with_capacity(words * 6);
        for n in 0..words {
            if n > 0 {
                text.push_str(if n % 40 == 0 { "\n\n" } else { " " });
            }
            text.push_str(PLAIN[self.chance.below(PLAIN.len())]);
        }
        text
    }
}

/// Bits for the nth id of a seed: far apart, and the same each time.
pub(super) fn id_bits(seed: u64, nth: u64) -> u128 {
    let mut chance = Chance(seed ^ nth.rotate_left(32));
    (u128::from(chance.next()) << 64) | u128::from(chance.next() ^ nth)
}

/// SplitMix64, by Sebastiano Vigna: enough for made-up text, and the same everywhere. Not for keys.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or_default()
    }
}

const PLAIN: [&str; 72] = [
    "I", "you", "we", "the", "a", "and", "then", "when", "said", "asked", "heard", "told", "went",
    "came", "stayed", "waited", "kitchen", "table", "stairs", "garden", "window", "street", "rain",
    "bread", "tea", "evening", "morning", "Sunday", "week", "year", "hour", "question", "answer",
    "word", "voice", "hand", "shoulder", "coat", "door", "light", "radio", "letter", "sister",
    "mother", "quiet", "slow", "late", "early", "tired", "angry", "calm", "afraid", "steady",
    "plain", "true", "small", "again", "still", "before", "after", "almost", "never", "once",
    "without", "because", "about", "under", "beside", "home", "work", "sleep", "enough",
];
