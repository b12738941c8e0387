//! From what the domain says is on the page to the sheet that is laid out: headings, sentences, names.

use super::sheet::{Name, PathLine, Row, Section, Sheet, Span, isolate};
use crate::domain::commitments::WeekStatus;
use crate::domain::summary::{LineKind, SummaryLine, WeekSummary};
use crate::domain::{Household, Mark, PersonId};
use crate::text::{dates, printed as text};
use chrono::Datelike;

/// The sheet of a week. `titles` are the titles of the ten steps, in order.
pub fn compose(summary: &WeekSummary, household: &Household, titles: &[String]) -> Sheet {
    let composer = Composer {
        summary,
        household,
        titles,
    };
    let sections = [
        composer.path(),
        composer.commitments(),
        composer.repairs(),
        composer.felt(),
        composer.jar(),
        composer.rituals(false),
        composer.rituals(true),
        composer.chapter(),
    ];
    let mut sections: Vec<Section> = sections
        .into_iter()
        .flatten()
        .filter(|section| !section.rows.is_empty())
        .collect();
    if sections.is_empty() {
        sections.push(Section {
            label: String::new(),
            rows: vec![Row::paragraph(text::EMPTY)],
        });
    }
    let alone = composer.alone();
    Sheet {
        document_title: text::DOCUMENT_TITLE.to_owned(),
        language: text::LANGUAGE.to_owned(),
        title: if alone { text::MY_TITLE } else { text::TITLE }.to_owned(),
        dates: dates::week(summary.week.monday(), summary.week.sunday()),
        names: composer.names(),
        path: composer.shows_path().then(|| composer.path_line()),
        sections,
        note: None,
        signatures: composer.signatures(),
        footer: text::FOOTER.to_owned(),
        page_label: text::page,
    }
}

struct Composer<'a> {
    summary: &'a WeekSummary,
    household: &'a Household,
    titles: &'a [String],
}

impl<'a> Composer<'a> {
    fn alone(&self) -> bool {
        self.summary.people.len() < 2
    }

    fn name(&self, person: PersonId) -> String {
        isolate(self.household.name(person))
    }

    fn names(&self) -> Vec<Name> {
        let people: Vec<&str> = self
            .summary
            .people
            .iter()
            .map(|person| self.household.name(*person))
            .collect();
        match people.as_slice() {
            [first, second] => {
                let text = crate::text::common::both(&isolate(first), &isolate(second));
                vec![Name {
                    text,
                    mark: super::sheet::Mark::Both,
                }]
            }
            _ => self
                .summary
                .people
                .iter()
                .filter_map(|person| self.household.person(*person))
                .map(|person| Name {
                    text: isolate(&person.name),
                    mark: match person.mark {
                        Mark::First => super::sheet::Mark::First,
                        Mark::Second => super::sheet::Mark::Second,
                    },
                })
                .collect(),
        }
    }

    fn shown(&self) -> impl Iterator<Item = &'a SummaryLine> {
        self.summary.shown()
    }

    fn shows_path(&self) -> bool {
        self.shown().any(|line| line.what == LineKind::Path)
    }

    fn path_line(&self) -> PathLine {
        let path = &self.summary.path;
        let done = path.done.iter().filter(|done| **done).count();
        PathLine {
            done: path.done,
            current: path.next,
            described: text::path_described(done, path.next),
        }
    }

    fn path(&self) -> Option<Section> {
        if !self.shows_path() {
            return None;
        }
        let path = &self.summary.path;
        let done: Vec<usize> = path
            .done
            .iter()
            .enumerate()
            .filter(|(_, done)| **done)
            .map(|(at, _)| at + 1)
            .collect();
        let spans = match path.next {
            None => vec![Span::plain(text::ALL_TEN)],
            Some(step) => {
                let title = self
                    .titles
                    .get(usize::from(step).wrapping_sub(1))
                    .map_or("", String::as_str);
                vec![
                    Span::plain(text::steps_done(&done)),
                    Span::plain(text::on_step(step, self.alone())),
                    Span::emphasis(title),
                    Span::plain("."),
                ]
            }
        };
        Some(Section {
            label: text::ON_THE_PATH.to_owned(),
            rows: vec![Row::Paragraph(spans)],
        })
    }

    fn commitments(&self) -> Option<Section> {
        let rows = self
            .shown()
            .filter_map(|line| match &line.what {
                LineKind::Commitment { when, then, status } => Some(Row::Owned {
                    name: line.owner.map(|owner| self.name(owner)).unwrap_or_default(),
                    text: text::commitment(when, then),
                    note: describe(status),
                }),
                _ => None,
            })
            .collect();
        let label = if self.alone() {
            text::WHAT_I_SAID
        } else {
            text::WHAT_WE_SAID
        };
        Some(Section {
            label: label.to_owned(),
            rows,
        })
    }

    /// One section a person: their name stands in its label.
    fn repairs(&self) -> Option<Section> {
        let repairs: Vec<(PersonId, Row)> = self
            .shown()
            .filter_map(|line| match (&line.what, line.owner) {
                (LineKind::Repair { words, .. }, Some(owner)) => {
                    Some((owner, Row::paragraph(words.as_str())))
                }
                _ => None,
            })
            .collect();
        let (first, _) = repairs.first()?;
        let same = repairs.iter().all(|(owner, _)| owner == first);
        Some(if same {
            let label = text::the_repair(&self.name(*first));
            Section {
                label,
                rows: repairs.into_iter().map(|(_, row)| row).collect(),
            }
        } else {
            let rows = self
                .shown()
                .filter_map(|line| match (&line.what, line.owner) {
                    (LineKind::Repair { words, .. }, Some(owner)) => Some(Row::Owned {
                        name: self.name(owner),
                        text: words.as_str().to_owned(),
                        note: String::new(),
                    }),
                    _ => None,
                })
                .collect();
            Section {
                label: text::REPAIRS.to_owned(),
                rows,
            }
        })
    }

    fn felt(&self) -> Option<Section> {
        let columns: Vec<(String, String)> = self
            .shown()
            .filter_map(|line| match (&line.what, line.owner) {
                (LineKind::Felt { words, .. }, Some(owner)) => {
                    Some((self.name(owner), words.as_str().to_owned()))
                }
                _ => None,
            })
            .collect();
        let rows = if columns.is_empty() {
            Vec::new()
        } else {
            vec![Row::Columns(columns)]
        };
        Some(Section {
            label: text::HOW_IT_FELT.to_owned(),
            rows,
        })
    }

    fn jar(&self) -> Option<Section> {
        let rows = self
            .shown()
            .filter_map(|line| match &line.what {
                LineKind::Note {
                    words, from_both, ..
                } => Some(Row::Quote {
                    text: words.as_str().to_owned(),
                    from: match line.owner {
                        Some(owner) if !from_both => self.name(owner),
                        _ => self
                            .names()
                            .first()
                            .map(|name| name.text.clone())
                            .unwrap_or_default(),
                    },
                }),
                _ => None,
            })
            .collect();
        Some(Section {
            label: text::FROM_THE_JAR.to_owned(),
            rows,
        })
    }

    fn rituals(&self, next: bool) -> Option<Section> {
        let rows = self
            .shown()
            .filter_map(|line| match &line.what {
                LineKind::RitualHeld { name, on } if !next => {
                    Some(Row::paragraph(text::ritual_held(name, *on)))
                }
                LineKind::RitualNext {
                    name,
                    about,
                    on,
                    time,
                } if next => Some(Row::paragraph(text::ritual_next(name, about, *on, *time))),
                _ => None,
            })
            .collect();
        let label = if next {
            text::NEXT_WEEK
        } else {
            text::THIS_WEEKS_RITUAL
        };
        Some(Section {
            label: label.to_owned(),
            rows,
        })
    }

    /// What was written at the end of the path, as far as it was.
    fn chapter(&self) -> Option<Section> {
        let chapter = self.shown().find_map(|line| match &line.what {
            LineKind::Chapter(chapter) => Some(chapter),
            _ => None,
        })?;
        let words = [&chapter.leave, &chapter.keep, &chapter.begin];
        let rows = text::LEAVE_KEEP_BEGIN.into_iter().zip(words);
        Some(Section {
            label: text::NEW_CHAPTER.to_owned(),
            rows: rows
                .filter(|(_, words)| !words.is_blank())
                .map(|(name, words)| Row::Owned {
                    name: name.to_owned(),
                    text: words.trim().to_owned(),
                    note: String::new(),
                })
                .collect(),
        })
    }

    fn signatures(&self) -> Vec<String> {
        self.summary
            .approvals
            .iter()
            .map(|(person, on)| match on {
                Some(on) => text::approved(&self.name(*person), *on),
                None => text::not_approved(&self.name(*person)),
            })
            .collect()
    }
}

fn describe(status: &WeekStatus) -> String {
    match status {
        WeekStatus::Open => String::new(),
        WeekStatus::Kept => text::KEPT.to_owned(),
        WeekStatus::KeptAllWeek => text::KEPT_ALL_WEEK.to_owned(),
        WeekStatus::Adjusted { was: Some(was) } => text::adjusted(was),
        WeekStatus::Adjusted { was: None } => text::ADJUSTED.to_owned(),
        WeekStatus::Missed { on, repaired } => text::missed(on.weekday(), *repaired),
        WeekStatus::SetDown => text::SET_DOWN.to_owned(),
    }
}
