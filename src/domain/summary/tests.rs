#![allow(clippy::unwrap_used)]

use super::super::record::{
    Answer, AnswerValue, Appreciation, Approval, Cadence, CheckIn, Journal, Level, More, Outcome,
    PillarLook, Pulse, Reading, Reflection,
};
use super::super::testing::*;
use super::*;
use chrono::Weekday;

fn steps() -> [String; 10] {
    std::array::from_fn(|n| format!("step-{}", n + 1))
}

fn summary(records: &[Record]) -> WeekSummary {
    fold(records, &household(), week(), &steps())
}

fn ritual(held: Option<u32>) -> Kind {
    Kind::Ritual(Ritual {
        name: "Tea before talking".into(),
        about: "Phones in the hall".into(),
        on: Some(Weekday::Wed),
        time: None,
        held: held.map(november),
        more: More::default(),
    })
}

fn note(words: &str) -> Kind {
    Kind::Appreciation(Appreciation {
        words: words.into(),
        from_both: false,
        more: More::default(),
    })
}

fn reading(of: u128) -> Kind {
    Kind::Reading(Reading {
        appreciation: id(of),
        more: More::default(),
    })
}

fn approval(page: &str) -> Kind {
    Kind::Approval(Approval {
        week: week(),
        page: page.to_owned(),
        more: More::default(),
    })
}

/// A week with one of each line.
fn a_week() -> Vec<Record> {
    let repair = Outcome::Missed {
        repair: "I told her that night".into(),
    };
    let call = commitment("I will be late", "I will call", Cadence::EveryWeekday);
    vec![
        record(1, 2, JON, call),
        record(2, 12, JON, report(1, 12, repair)),
        record(3, 13, MAYA, check_in("Thursday took me back")),
        record(4, 11, MAYA, note("You said it with your coat still on")),
        record(5, 2, MAYA, note("An older one")),
        record(6, 11, JON, reading(5)),
        record(7, 2, MAYA, ritual(None)),
        record(8, 11, JON, ritual(Some(11))),
        record(9, 2, MAYA, place("step-1", "close", true)),
        record(10, 10, JON, place("step-1", "close", true)),
    ]
}

fn put_on(records: &mut Vec<Record>, by: PersonId, key: &str, shown: bool) {
    let n = 1000 + records.len() as u128;
    records.push(record(n, 15, by, line(key, shown)));
}

fn shown(summary: &WeekSummary) -> Vec<&str> {
    summary.shown().map(|l| l.key.as_str()).collect()
}

fn key(kind: &str, n: u128) -> String {
    format!("{kind}/{}", id(n))
}

#[test]
fn only_what_is_both_s_stands_on_the_page_by_itself() {
    let summary = summary(&a_week());
    assert_eq!(
        shown(&summary),
        ["path", key("ritual-held", 8).as_str(), "ritual-next"]
    );
    assert_eq!(summary.lines.len(), 8);
    assert_eq!((summary.finished, summary.path.next), (vec![1], Some(2)));
}

#[test]
fn an_owner_puts_their_own_line_on_and_takes_it_off() {
    let mut records = a_week();
    let felt = key("felt", 3);
    put_on(&mut records, MAYA, &felt, true);
    assert!(shown(&summary(&records)).contains(&felt.as_str()));
    put_on(&mut records, MAYA, &felt, false);
    let summary = summary(&records);
    let line = summary
        .lines
        .iter()
        .find(|l| l.key.as_str() == felt)
        .unwrap();
    assert_eq!((line.shown, line.left_out_by), (false, Some(MAYA)));
}

#[test]
fn the_other_person_cannot_switch_on_my_line_nor_switch_it_off() {
    let mut records = a_week();
    for (kind, n) in [("felt", 3), ("note", 4), ("note", 5)] {
        put_on(&mut records, JON, &key(kind, n), true);
    }
    put_on(&mut records, MAYA, &key("repair", 2), true);
    put_on(&mut records, MAYA, &key("commitment", 1), true);
    assert_eq!(shown(&summary(&records)).len(), 3);

    put_on(&mut records, MAYA, &key("felt", 3), true);
    put_on(&mut records, JON, &key("felt", 3), false);
    assert!(shown(&summary(&records)).contains(&key("felt", 3).as_str()));
}

#[test]
fn either_takes_off_what_is_both_s_and_only_they_put_it_back() {
    let mut records = a_week();
    put_on(&mut records, MAYA, "path", false);
    put_on(&mut records, JON, "path", true);
    let page = summary(&records);
    assert!(!shown(&page).contains(&"path"));
    assert_eq!(page.lines[0].left_out_by, Some(MAYA));
    put_on(&mut records, MAYA, "path", true);
    assert!(shown(&summary(&records)).contains(&"path"));
}

#[test]
fn nothing_private_or_rated_can_appear() {
    let secret = "only for me";
    let words = || Words::from(secret);
    let kinds = [
        Kind::Journal(Journal {
            title: words(),
            text: words(),
            more: More::default(),
        }),
        Kind::Reflection(Reflection {
            stay: words(),
            pause: words(),
            leave: words(),
            more: More::default(),
        }),
        Kind::Answer(Answer {
            guide: "step-1".to_owned(),
            page: "p".to_owned(),
            block: "b".to_owned(),
            value: AnswerValue::Text(words()),
            more: More::default(),
        }),
        Kind::PillarLook(PillarLook {
            pillar: "integrity".to_owned(),
            level: Level::Lowest,
            moment: words(),
            more: More::default(),
        }),
        Kind::CheckIn(CheckIn {
            pulse: Pulse {
                hope: Some(Level::Lowest),
                ..Pulse::default()
            },
            feelings: vec![words()],
            note: "".into(),
            more: More::default(),
        }),
    ];
    let mut records: Vec<Record> = (100..)
        .zip(kinds)
        .map(|(n, what)| record(n, 11, MAYA, what))
        .collect();
    let bare = summary(&[]);
    assert_eq!(summary(&records).lines, bare.lines);
    for n in 100..105 {
        for kind in ["felt", "note", "repair", "commitment", "journal", "answer"] {
            put_on(&mut records, MAYA, &key(kind, n), true);
        }
    }
    assert_eq!(summary(&records).lines, bare.lines);
    assert_eq!(summary(&records).fingerprint, bare.fingerprint);
}

#[test]
fn a_rating_changes_nothing_on_the_page() {
    let with = |hope| {
        let what = Kind::CheckIn(CheckIn {
            pulse: Pulse {
                hope,
                ..Pulse::default()
            },
            feelings: Vec::new(),
            note: "A long day".into(),
            more: More::default(),
        });
        let mut records = vec![record(1, 11, MAYA, what)];
        put_on(&mut records, MAYA, &key("felt", 1), true);
        summary(&records)
    };
    assert_eq!(with(Some(Level::Lowest)), with(Some(Level::Highest)));
}

#[test]
fn both_approve_the_page_as_it_stands() {
    let mut records = a_week();
    let page = summary(&records).fingerprint;
    records.push(record(50, 15, MAYA, approval(&page)));
    assert!(!summary(&records).is_approved());
    records.push(record(51, 16, JON, approval(&page)));
    let approved = summary(&records);
    assert!(approved.is_approved());
    assert_eq!(approved.approved_on(JON), Some(november(16)));
}

#[test]
fn change_anything_and_both_approvals_clear() {
    let mut records = a_week();
    put_on(&mut records, JON, &key("repair", 2), true);
    let page = summary(&records).fingerprint;
    records.push(record(50, 15, MAYA, approval(&page)));
    records.push(record(51, 15, JON, approval(&page)));
    assert!(summary(&records).is_approved());

    let mut more = records.clone();
    put_on(&mut more, MAYA, &key("felt", 3), true);
    let mut less = records.clone();
    put_on(&mut less, JON, "ritual-next", false);
    let mut reworded = records.clone();
    let repair = Outcome::Missed {
        repair: "I told her, late".into(),
    };
    reworded.push(amending(2, record(60, 15, JON, report(1, 12, repair))));
    let mut further = records.clone();
    further.push(record(61, 15, MAYA, place("step-2", "close", true)));
    further.push(record(62, 15, JON, place("step-2", "close", true)));
    for changed in [more, less, reworded, further] {
        let none = [(MAYA, None), (JON, None)];
        assert_eq!(summary(&changed).approvals, none);
    }
    let mut renamed = household();
    renamed.people[0].name = "Maja".into();
    assert!(!fold(&records, &renamed, week(), &steps()).is_approved());
}

#[test]
fn what_is_not_on_the_page_clears_no_approval() {
    let mut records = a_week();
    let page = summary(&records).fingerprint;
    records.push(record(50, 15, MAYA, approval(&page)));
    records.push(record(51, 15, JON, approval(&page)));
    records.push(record(52, 15, JON, place("step-2", "hear", false)));
    records.push(record(53, 15, JON, check_in("Not put on the page")));
    assert!(summary(&records).is_approved());
}

#[test]
fn an_approval_can_be_taken_back_and_holds_for_one_week() {
    let mut records = a_week();
    let page = summary(&records).fingerprint;
    records.push(record(50, 15, MAYA, approval(&page)));
    let next = fold(&records, &household(), week().next(), &steps());
    assert_eq!(next.approved_on(MAYA), None);
    records.push(record(51, 16, MAYA, approval("")));
    assert_eq!(summary(&records).approved_on(MAYA), None);
}

#[test]
fn one_cannot_approve_for_the_other() {
    let mut records = a_week();
    let page = summary(&records).fingerprint;
    records.push(record(50, 15, JON, approval(&page)));
    records.push(record(51, 16, JON, approval(&page)));
    assert_eq!(summary(&records).approved_on(MAYA), None);
}

#[test]
fn a_note_read_this_week_is_its_writer_s_to_show() {
    let summary = summary(&a_week());
    let line = summary
        .lines
        .iter()
        .find(|l| l.key.as_str() == key("note", 5))
        .unwrap();
    assert_eq!(line.owner, Some(MAYA));
    assert!(matches!(line.what, LineKind::Note { read: true, .. }));
}

#[test]
fn the_ritual_of_next_week_has_its_day() {
    let summary = summary(&a_week());
    let next = summary.lines.last().unwrap();
    assert!(matches!(
        next.what,
        LineKind::RitualNext { on: Some(day), .. } if day == november(18)
    ));
}

#[test]
fn her_own_page_holds_only_what_is_hers() {
    let mut records = a_week();
    put_on(&mut records, MAYA, &key("felt", 3), true);
    put_on(&mut records, JON, &key("repair", 2), true);
    let own = own(&records, &household(), MAYA, week(), &steps());
    assert_eq!(own.people, [MAYA]);
    assert!(
        own.lines
            .iter()
            .all(|l| l.owner.is_none_or(|who| who == MAYA))
    );
    assert!(shown(&own).contains(&key("felt", 3).as_str()));
    assert!(!own.lines.iter().any(|l| l.key.as_str() == key("repair", 2)));
    // Her part of step 1 was finished the week before this one, whenever he finished his.
    assert_eq!((own.path.done[0], own.finished), (true, vec![]));

    let page = own.fingerprint;
    records.push(record(50, 15, MAYA, approval(&page)));
    assert!(super::own(&records, &household(), MAYA, week(), &steps()).is_approved());
    assert_eq!(summary(&records).approved_on(MAYA), None);
}

fn wrote(n: u128, day: u32, page: &str, block: &str, words: &str) -> Record {
    let answer = Answer {
        guide: "step-10".into(),
        page: page.into(),
        block: block.into(),
        value: AnswerValue::Text(words.into()),
        more: More::default(),
    };
    record(n, day, MAYA, Kind::Answer(answer))
}

fn chapter(summary: &WeekSummary) -> Option<(bool, &Chapter)> {
    summary.lines.iter().find_map(|line| match &line.what {
        LineKind::Chapter(chapter) => Some((line.shown, chapter)),
        _ => None,
    })
}

#[test]
fn what_they_wrote_at_the_end_of_the_path_is_printed_only_where_both_wish_it() {
    let mut records = a_week();
    assert_eq!(chapter(&summary(&records)), None);
    records.push(wrote(50, 12, "leave-keep-begin", "leave", "Silences"));
    records.push(wrote(51, 13, "leave-keep-begin", "begin", "Sundays"));
    let (on, written) = chapter(&summary(&records))
        .map(|(on, c)| (on, c.clone()))
        .unwrap();
    assert!(!on, "it is on before anyone put it there");
    let words = [&written.leave, &written.keep, &written.begin];
    assert_eq!(words.map(|w| w.as_str()), ["Silences", "", "Sundays"]);
    assert_eq!(written.on, november(13));

    put_on(&mut records, MAYA, "chapter", true);
    assert!(chapter(&summary(&records)).unwrap().0);
    let page = summary(&records).fingerprint;
    put_on(&mut records, JON, "chapter", false);
    assert!(!chapter(&summary(&records)).unwrap().0);
    put_on(&mut records, MAYA, "chapter", true);
    let left_out = summary(&records);
    let line = left_out.lines.iter().find(|l| l.key.as_str() == "chapter");
    assert_eq!(
        line.map(|l| (l.shown, l.left_out_by)),
        Some((false, Some(JON)))
    );
    assert_ne!(
        left_out.fingerprint, page,
        "an approval holds for another page"
    );
}

#[test]
fn a_page_of_the_path_stands_in_the_week_in_which_it_was_written_and_as_it_was_then() {
    let mut records = a_week();
    records.push(wrote(50, 12, "leave-keep-begin", "leave", "Silences"));
    records.push(wrote(51, 17, "leave-keep-begin", "leave", "Old silences"));
    let of = |week| fold(&records, &household(), week, &steps());
    let leave = |summary: &WeekSummary| chapter(summary).map(|(_, c)| c.leave.to_string());
    assert_eq!(leave(&of(week())).as_deref(), Some("Silences"));
    assert_eq!(leave(&of(week().next())).as_deref(), Some("Old silences"));
    assert_eq!(leave(&of(week().next().next())), None);
}

#[test]
fn what_one_writes_alone_at_the_end_of_the_path_is_on_no_page_of_two() {
    let records = [wrote(50, 12, "alone", "keep", "My garden")];
    assert_eq!(chapter(&summary(&records)), None);
    let own = own(&records, &household(), MAYA, week(), &steps());
    let (on, written) = chapter(&own).unwrap();
    assert_eq!((on, written.keep.as_str()), (false, "My garden"));
}
