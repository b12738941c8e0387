//! What is on the weekly page.
//!
//! Promises (CARE.md, safety rules 11 and 13): a person's own lines are off until they put them on, and only they can;
//! raw ratings, journals, answers to guides and everything else private have no way onto the page; each person approves the
//! page as it stands, and a page that changed is not approved. Facts of the two together (the path, the ritual) are on
//! until one of them takes them off. Of the guides there is one page alone that can be printed: what the two wrote together
//! at the end of the path, which is off until one of them puts it on, and off again once either takes it off.

use super::chapter::{self, Chapter};
use super::commitments::{self, WeekStatus};
use super::path::{self, PathView};
use super::record::Ritual;
use super::{Household, Kind, PersonId, Record, RecordId, Week, Words, checkins, jar};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// One week of a household, or of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekSummary {
    pub week: Week,
    /// Whose page it is, in the order of the household.
    pub people: Vec<PersonId>,
    /// As it was at the end of the week.
    pub path: PathView,
    /// The steps, 1 to 10, that were finished in this week.
    pub finished: Vec<u8>,
    /// Every line that could stand on the page, in its order; see [`SummaryLine::shown`].
    pub lines: Vec<SummaryLine>,
    /// The day each person approved the page as it stands, or nothing.
    pub approvals: Vec<(PersonId, Option<NaiveDate>)>,
    /// Names the page as it stands: what an approval approves.
    pub fingerprint: String,
}

/// Something that can stand on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryLine {
    pub key: LineKey,
    /// The one who decides about it; nothing for what is both's.
    pub owner: Option<PersonId>,
    pub shown: bool,
    /// Who took it off, where it would otherwise stand there.
    pub left_out_by: Option<PersonId>,
    pub what: LineKind,
}

/// Names a line for good, whatever it comes to say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineKey(String);

impl LineKey {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(kind: &str, id: RecordId) -> Self {
        Self(format!("{kind}/{id}"))
    }

    fn joint(kind: &str) -> Self {
        Self(kind.to_owned())
    }
}

impl fmt::Display for LineKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum LineKind {
    /// Where they are on the path: what is done and next of [`WeekSummary::path`], and [`WeekSummary::finished`].
    Path,
    Commitment {
        when: Words,
        then: Words,
        status: WeekStatus,
    },
    /// What was done about a miss, in the words of the one who missed.
    Repair {
        on: NaiveDate,
        words: Words,
    },
    /// The note of an offered check-in.
    Felt {
        on: NaiveDate,
        words: Words,
    },
    /// A note from the jar that was written or read this week.
    Note {
        on: NaiveDate,
        words: Words,
        from_both: bool,
        /// It was drawn and read aloud this week.
        read: bool,
    },
    RitualHeld {
        name: Words,
        on: NaiveDate,
    },
    /// The ritual of the week to come.
    RitualNext {
        name: Words,
        about: Words,
        on: Option<NaiveDate>,
        time: Option<NaiveTime>,
    },
    /// What was left, kept and begun, where it was written this week.
    Chapter(Chapter),
}

impl LineKind {
    /// What is both's and yet waits until somebody puts it on the page.
    fn waits(&self) -> bool {
        matches!(self, Self::Chapter(_))
    }
}

impl WeekSummary {
    /// The lines that stand on the page.
    pub fn shown(&self) -> impl Iterator<Item = &SummaryLine> {
        self.lines.iter().filter(|l| l.shown)
    }

    /// Whether everyone whose page it is approved it as it stands.
    pub fn is_approved(&self) -> bool {
        !self.approvals.is_empty() && self.approvals.iter().all(|(_, on)| on.is_some())
    }

    pub fn approved_on(&self, person: PersonId) -> Option<NaiveDate> {
        self.approvals
            .iter()
            .find(|(who, _)| *who == person)
            .and_then(|(_, on)| *on)
    }
}

/// The page that is made here: that of the two once both have joined, until then that of the one who is here, with what only
/// they can read.
pub fn of_week(
    (shared, own_room): (&[Record], &[Record]),
    household: &Household,
    here: Option<PersonId>,
    week: Week,
    steps: &[String; 10],
) -> WeekSummary {
    match here {
        Some(person) if household.joined().count() < 2 => own(
            shared.iter().chain(own_room),
            household,
            person,
            week,
            steps,
        ),
        _ => fold(shared, household, week, steps),
    }
}

/// The page of the two. **Give it the records of the shared room and nothing else.** `steps` are the guide ids of the ten.
pub fn fold<'a>(
    shared: impl IntoIterator<Item = &'a Record>,
    household: &Household,
    week: Week,
    steps: &[String; 10],
) -> WeekSummary {
    let records: Vec<&Record> = shared.into_iter().collect();
    let people: Vec<PersonId> = household.joined().map(|p| p.id).collect();
    let path_on = |day| path::fold(until(&records, day), household, steps);
    let paths = (path_on(week.previous().sunday()), path_on(week.sunday()));
    let chapter = chapter_on(&records, &people, week, steps);
    page("both", &records, household, people, week, paths, chapter)
}

/// One person's own page: only what is theirs, only their steps, approved by them alone.
///
/// It may be given what that person can read: the shared room, and for one who does this alone their own.
pub fn own<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    household: &Household,
    person: PersonId,
    week: Week,
    steps: &[String; 10],
) -> WeekSummary {
    let records: Vec<&Record> = records.into_iter().filter(|r| r.by == person).collect();
    let path_on = |day| path::alone(until(&records, day), person, steps);
    let paths = (path_on(week.previous().sunday()), path_on(week.sunday()));
    let people = vec![person];
    let chapter = chapter_on(&records, &people, week, steps);
    page("own", &records, household, people, week, paths, chapter)
}

fn until<'a>(records: &[&'a Record], day: NaiveDate) -> impl Iterator<Item = &'a Record> {
    records
        .iter()
        .copied()
        .filter(move |r| r.at.date_naive() <= day)
}

/// The page written together, as it stood at the end of the week in which it was written.
fn chapter_on(
    records: &[&Record],
    people: &[PersonId],
    week: Week,
    [.., last]: &[String; 10],
) -> Option<Chapter> {
    let records: Vec<&Record> = until(records, week.sunday()).collect();
    chapter::fold(&records, people, last).filter(|chapter| week.contains(chapter.on))
}

fn page(
    version: &str,
    records: &[&Record],
    household: &Household,
    people: Vec<PersonId>,
    week: Week,
    (before, path): (PathView, PathView),
    chapter: Option<Chapter>,
) -> WeekSummary {
    let finished: Vec<u8> = (1..=10u8)
        .zip(before.done.iter().zip(path.done))
        .filter_map(|(step, (before, after))| (after && !before).then_some(step))
        .collect();

    let choices = Choices::of(records, week);
    let mut lines = vec![choices.line(LineKey::joint("path"), None, LineKind::Path)];
    let mut add = |key, owner, what| lines.push(choices.line(key, owner, what));
    commitment_lines(records, &people, week, &mut add);
    felt_lines(records, &people, week, &mut add);
    note_lines(records, &people, week, &mut add);
    ritual_lines(records, week, &mut add);
    if let Some(chapter) = chapter {
        add(LineKey::joint("chapter"), None, LineKind::Chapter(chapter));
    }

    let mut summary = WeekSummary {
        week,
        people,
        path,
        finished,
        lines,
        approvals: Vec::new(),
        fingerprint: String::new(),
    };
    summary.fingerprint = fingerprint(version, &summary, household);
    summary.approvals = approvals(records, &summary);
    summary
}

/// What orders two records of one moment too.
type Moment = (DateTime<FixedOffset>, RecordId);
type Add<'f> = &'f mut dyn FnMut(LineKey, Option<PersonId>, LineKind);

fn commitment_lines(records: &[&Record], people: &[PersonId], week: Week, add: Add<'_>) {
    let commitments = commitments::as_of(records.iter().copied(), week.sunday());
    let theirs = |person: PersonId| {
        commitments
            .iter()
            .filter(move |c| c.by == person)
            .filter(|c| c.active || c.reports_in(week).next().is_some())
    };
    for &person in people {
        for c in theirs(person) {
            let what = LineKind::Commitment {
                when: c.when.clone(),
                then: c.then.clone(),
                status: c.status_in(week),
            };
            add(LineKey::of("commitment", c.id), Some(person), what);
        }
    }
    for &person in people {
        for report in theirs(person).flat_map(|c| c.reports_in(week)) {
            if let Some(repair) = report.repair() {
                let what = LineKind::Repair {
                    on: report.on,
                    words: repair.clone(),
                };
                add(LineKey::of("repair", report.id), Some(person), what);
            }
        }
    }
}

/// Only the note is ever taken from a check-in: its pulse and its feelings have no line that could hold them.
fn felt_lines(records: &[&Record], people: &[PersonId], week: Week, add: Add<'_>) {
    for &person in people {
        for c in checkins::in_week(records.iter().copied(), person, week) {
            if !c.check_in.note.is_blank() {
                let what = LineKind::Felt {
                    on: c.on,
                    words: c.check_in.note.clone(),
                };
                add(LineKey::of("felt", c.id), Some(person), what);
            }
        }
    }
}

fn note_lines(records: &[&Record], people: &[PersonId], week: Week, add: Add<'_>) {
    let read: HashSet<RecordId> = jar::readings(records)
        .filter(|(_, r)| week.contains(r.at.date_naive()))
        .map(|(note, _)| note)
        .collect();
    let jar = jar::fold(records.iter().copied());
    for note in jar.shelf.iter().chain(&jar.marbles) {
        let read = read.contains(&note.id);
        if !note.gold && people.contains(&note.by) && (read || week.contains(note.on)) {
            let what = LineKind::Note {
                on: note.on,
                words: note.words.clone(),
                from_both: note.from_both,
                read,
            };
            add(LineKey::of("note", note.id), Some(note.by), what);
        }
    }
}

fn ritual_lines(records: &[&Record], week: Week, add: Add<'_>) {
    let mut arranged: Option<(Moment, &Ritual)> = None;
    let rituals = super::amend::Current::of(
        records
            .iter()
            .copied()
            .filter(|r| matches!(r.what, Kind::Ritual(_))),
    );
    for s in rituals.iter() {
        let Kind::Ritual(ritual) = s.what() else {
            continue;
        };
        match ritual.held {
            Some(on) if week.contains(on) => {
                let name = ritual.name.clone();
                let what = LineKind::RitualHeld { name, on };
                add(LineKey::of("ritual-held", s.id()), None, what);
            }
            None if s.now.at.date_naive() <= week.sunday() => {
                let said = ((s.now.at, s.now.id), ritual);
                if arranged.is_none_or(|(order, _)| order < said.0) {
                    arranged = Some(said);
                }
            }
            Some(_) | None => {}
        }
    }
    if let Some((_, ritual)) = arranged.filter(|(_, ritual)| !ritual.name.is_blank()) {
        let on = ritual.on.and_then(|weekday| {
            let mut days = week.next().monday().iter_days().take(7);
            days.find(|day| chrono::Datelike::weekday(day) == weekday)
        });
        let what = LineKind::RitualNext {
            name: ritual.name.clone(),
            about: ritual.about.clone(),
            on,
            time: ritual.time,
        };
        add(LineKey::joint("ritual-next"), None, what);
    }
}

/// What each person last chose for each line of the week.
struct Choices<'a>(HashMap<(&'a str, PersonId), (Moment, bool)>);

impl<'a> Choices<'a> {
    fn of(records: &[&'a Record], week: Week) -> Self {
        let mut latest = HashMap::new();
        for record in records {
            if let Kind::Line(line) = &record.what
                && line.week == week
            {
                let choice = ((record.at, record.id), line.shown);
                let known = latest
                    .entry((line.line.as_str(), record.by))
                    .or_insert(choice);
                if choice.0 > known.0 {
                    *known = choice;
                }
            }
        }
        Self(latest)
    }

    /// A person's line stands where they put it. What is both's stands until either takes it off, some of it once either puts
    /// it on, and whoever took it off is the one who can put it back: either may stop anything joint (CARE.md, safety rule 12).
    fn line(&self, key: LineKey, owner: Option<PersonId>, what: LineKind) -> SummaryLine {
        let (shown, left_out_by) = match owner {
            Some(owner) => {
                let choice = self.0.get(&(key.as_str(), owner)).map(|(_, shown)| *shown);
                let left_out = (choice == Some(false)).then_some(owner);
                (choice == Some(true), left_out)
            }
            None => {
                let left_out = self
                    .0
                    .iter()
                    .filter(|((line, _), (_, shown))| *line == key.as_str() && !shown)
                    .map(|((_, who), (order, _))| (*order, *who))
                    .min()
                    .map(|(_, who)| who);
                let put_on = || {
                    let mut choices = self.0.iter();
                    choices.any(|((line, _), (_, shown))| *line == key.as_str() && *shown)
                };
                let shown = left_out.is_none() && (!what.waits() || put_on());
                (shown, left_out)
            }
        };
        SummaryLine {
            key,
            owner,
            shown,
            left_out_by,
            what,
        }
    }
}

/// The latest approval of a person counts, and only for the page it was given to. One that names no page withdraws it.
fn approvals(records: &[&Record], summary: &WeekSummary) -> Vec<(PersonId, Option<NaiveDate>)> {
    let latest = |person: PersonId| {
        records
            .iter()
            .filter(|r| r.by == person)
            .filter_map(|r| match &r.what {
                Kind::Approval(a) if a.week == summary.week => Some((r, a)),
                _ => None,
            })
            .max_by_key(|(r, _)| (r.at, r.id))
    };
    summary
        .people
        .iter()
        .map(|&person| {
            let on = latest(person)
                .filter(|(_, approval)| approval.page == summary.fingerprint)
                .map(|(r, _)| r.at.date_naive());
            (person, on)
        })
        .collect()
}

/// SHA-256 over everything that the page says: the week, the people as they are called, and each shown line with its key.
/// Each part goes in with its length before it, so that no two pages can run together into the same bytes.
fn fingerprint(version: &str, summary: &WeekSummary, household: &Household) -> String {
    let mut parts = Parts(Sha256::new());
    parts.add("goldseam weekly page 1");
    parts.add(version);
    parts.add(&summary.week.to_string());
    for &person in &summary.people {
        parts.add(&person.to_string());
        parts.add(household.name(person));
    }
    for line in summary.shown() {
        parts.add(line.key.as_str());
        match &line.what {
            LineKind::Path => {
                // What the line may say of the path; having opened a step is not on the page and clears no approval.
                parts.add(&format!("{:?}", summary.path.done));
                parts.add(&format!("{:?}", summary.path.next));
                parts.add(&format!("{:?}", summary.finished));
            }
            LineKind::Commitment { when, then, status } => {
                parts.add(when);
                parts.add(then);
                parts.status(status);
            }
            LineKind::Repair { on, words } | LineKind::Felt { on, words } => {
                parts.day(Some(*on));
                parts.add(words);
            }
            LineKind::Note {
                on,
                words,
                from_both,
                read,
            } => {
                parts.day(Some(*on));
                parts.add(words);
                parts.add(if *from_both { "both" } else { "one" });
                parts.add(if *read { "read" } else { "written" });
            }
            LineKind::RitualHeld { name, on } => {
                parts.add(name);
                parts.day(Some(*on));
            }
            LineKind::RitualNext {
                name,
                about,
                on,
                time,
            } => {
                parts.add(name);
                parts.add(about);
                parts.day(*on);
                parts.add(&time.map(|t| t.to_string()).unwrap_or_default());
            }
            LineKind::Chapter(chapter) => {
                parts.add(&chapter.leave);
                parts.add(&chapter.keep);
                parts.add(&chapter.begin);
            }
        }
    }
    parts
        .0
        .finalize()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

struct Parts(Sha256);

impl Parts {
    fn add(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    fn day(&mut self, day: Option<NaiveDate>) {
        self.add(&day.map(|d| d.to_string()).unwrap_or_default());
    }

    fn status(&mut self, status: &WeekStatus) {
        match status {
            WeekStatus::Open => self.add("open"),
            WeekStatus::Kept => self.add("kept"),
            WeekStatus::KeptAllWeek => self.add("kept all week"),
            WeekStatus::SetDown => self.add("set down"),
            WeekStatus::Adjusted { was } => {
                self.add("adjusted");
                self.add(was.as_deref().unwrap_or_default());
            }
            WeekStatus::Missed { on, repaired } => {
                self.add(if *repaired {
                    "missed, repaired"
                } else {
                    "missed"
                });
                self.day(Some(*on));
            }
        }
    }
}

#[cfg(test)]
mod tests;
