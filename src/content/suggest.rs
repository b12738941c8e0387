//! The one thing the library suggests, and why.

use super::Library;
use super::schema::{Block, Guide, GuideKind};
use super::walk::{self, Sitting};
use crate::domain::guides::{self, Guides};
use crate::domain::path::{self, PathView};
use crate::domain::{Household, Kind, PersonId, Record, Week, jar};

/// Why something is suggested; the screen says it in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It goes with the step, 1 to 10, that they are in the middle of.
    AtStep(u8),
    /// It goes with the step that comes next.
    NextStep(u8),
    /// A pillar that the one who is here has not looked at this week.
    ThisWeek,
    /// It goes with a step that is done.
    StepDone(u8),
}

/// What may help whoever is here now: the id of a guide, and the reason.
///
/// `records` are all that may be read at this sitting. What was begun or finished is not suggested again, except a pillar in
/// a new week, nor what has no page for who is here. Steps and the reflection are never suggested. Thanks are not asked for
/// before steps 1 and 2 are done, nor while one of these two is gone through again (CARE.md).
pub fn suggest<'a>(
    records: impl IntoIterator<Item = &'a Record> + Clone,
    household: &Household,
    library: &Library,
    sitting: Sitting,
    week: Week,
) -> Option<(String, Reason)> {
    let steps = library.step_ids();
    let (here, path) = match sitting {
        Sitting::Alone { person, .. } => {
            let path = path::alone(records.clone(), person, &steps);
            (vec![person], path)
        }
        Sitting::Together { first, second } => {
            let path = path::fold(records.clone(), household, &steps);
            (vec![first.0, second.0], path)
        }
    };
    let known = guides::fold(records.clone(), &here, |id| steps.iter().any(|s| s == id));
    let at = at_step(&known, &steps, &path);
    let early = !jar::may_suggest(&path) || matches!(at, Some(1 | 2));
    let fits = |guide: &Guide| {
        let other_way = matches!(guide.kind, GuideKind::Step(_) | GuideKind::WalkAway);
        let too_early = early && asks_for_thanks(guide);
        !other_way && !too_early && !walk::turns(guide, sitting).is_empty()
    };
    let beside = |step: u8| {
        let goes = |guide: &&Guide| {
            guide.goes_with.contains(&step) && known.of(&guide.id).is_none() && fits(guide)
        };
        library.guides.iter().find(goes)
    };
    let now = at.or(path.next).and_then(|step| {
        let reason = match at {
            Some(step) => Reason::AtStep(step),
            None => Reason::NextStep(step),
        };
        Some((beside(step)?, reason))
    });
    let pillar = || match sitting {
        // While both are here nobody's looks at themselves are in memory, so nothing can be said of them.
        Sitting::Together { .. } => None,
        Sitting::Alone { person, .. } => {
            let looked = looked_at(records, person, week);
            let waits = |pillar: &&str| !looked.contains(pillar);
            let ids = library.pillars.iter().map(|pillar| pillar.id.as_str());
            let open = |guide: &&Guide| !known.open().any(|(id, _)| id == guide.id);
            ids.filter(waits)
                .filter_map(|id| library.guide(id))
                .find(|guide| open(guide) && fits(guide))
                .map(|guide| (guide, Reason::ThisWeek))
        }
    };
    let behind = || {
        let done = (1..=10u8).rev().filter(|n| is_done(&path, *n));
        let mut found = done.filter_map(|n| Some((beside(n)?, Reason::StepDone(n))));
        found.next()
    };
    let (guide, reason) = now.or_else(pillar).or_else(behind)?;
    Some((guide.id.clone(), reason))
}

fn is_done(path: &PathView, step: u8) -> bool {
    let index = usize::from(step.saturating_sub(1));
    path.done.get(index) == Some(&true)
}

/// The step that was left last, and not at its end.
fn at_step(known: &Guides, steps: &[String; 10], path: &PathView) -> Option<u8> {
    let numbered = |id: &str| (1..=10u8).zip(steps).find(|(_, step)| *step == id);
    let mut open = known.open().filter_map(|(id, _)| Some(numbered(id)?.0));
    let first = open.next()?;
    // One that was done and is only looked at again does not hold back what comes next, unless it is all there is.
    let undone = std::iter::once(first)
        .chain(open)
        .find(|n| !is_done(path, *n));
    Some(undone.unwrap_or(first))
}

fn looked_at<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    person: PersonId,
    week: Week,
) -> Vec<&'a str> {
    let of_week = |r: &&Record| r.by == person && week.contains(r.at.date_naive());
    let looks = records.into_iter().filter(of_week);
    looks
        .filter_map(|record| match &record.what {
            Kind::PillarLook(look) => Some(look.pillar.as_str()),
            _ => None,
        })
        .collect()
}

fn asks_for_thanks(guide: &Guide) -> bool {
    let mut blocks = guide.pages.iter().flat_map(|page| &page.blocks);
    blocks.any(|block| matches!(block, Block::Appreciate(_) | Block::Notice(_)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::content::schema::{Appreciate, Evidence, Keep, Page, Whose};
    use crate::domain::record::{Level, More, PillarLook};
    use crate::domain::testing::*;
    use crate::domain::{Part, PersonId};

    fn page(id: &str, whose: Whose, blocks: Vec<Block>) -> Page {
        Page {
            id: id.to_owned(),
            title: id.to_owned(),
            whose,
            keep: Keep::Shared,
            when: None,
            lead: String::new(),
            blocks,
        }
    }

    fn guide(id: &str, kind: GuideKind, goes_with: &[u8], whose: Whose) -> Guide {
        Guide {
            id: id.to_owned(),
            kind,
            title: id.to_owned(),
            summary: String::new(),
            minutes: 10,
            evidence: Evidence::SourceAuthor,
            sources: Vec::new(),
            own_space: false,
            goes_with: goes_with.to_vec(),
            pages: vec![page("one", whose, Vec::new())],
        }
    }

    /// Steps `step-1` to `step-10`, and what each test brings.
    fn library(guides: Vec<Guide>) -> Library {
        let mut library = Library::embedded().unwrap();
        library.guides = (1..=10u8)
            .map(|n| guide(&format!("step-{n}"), GuideKind::Step(n), &[], Whose::Each))
            .chain(guides)
            .collect();
        library
    }

    const READ: GuideKind = GuideKind::Read;
    const ALONE: Sitting = Sitting::Alone {
        person: MAYA,
        part: Part::WasHurt,
    };
    const BOTH: Sitting = Sitting::Together {
        first: (MAYA, Part::WasHurt),
        second: (JON, Part::BrokeTrust),
    };

    fn suggested(
        records: &[Record],
        library: &Library,
        sitting: Sitting,
    ) -> Option<(String, Reason)> {
        suggest(records, &household(), library, sitting, week())
    }

    fn is(id: &str, reason: Reason) -> Option<(String, Reason)> {
        Some((id.to_owned(), reason))
    }

    /// Steps 1 to `n`, done by both.
    fn done(n: u128) -> Vec<Record> {
        let by = |who: PersonId, at: u128| {
            (1..=n).map(move |step| {
                let what = place(&format!("step-{step}"), "one", true);
                record(100 * at + step, 2, who, what)
            })
        };
        by(MAYA, 1).chain(by(JON, 2)).collect()
    }

    #[test]
    fn what_goes_with_the_step_one_is_at_comes_first() {
        let library = library(vec![
            guide("forgiveness", READ, &[6], Whose::Whoever),
            guide("how-long", READ, &[2, 3], Whose::Whoever),
        ]);
        let mut records = done(1);
        assert_eq!(
            suggested(&records, &library, BOTH),
            is("how-long", Reason::NextStep(2))
        );
        records.push(record(900, 10, JON, place("step-6", "one", false)));
        assert_eq!(
            suggested(&records, &library, BOTH),
            is("forgiveness", Reason::AtStep(6))
        );
    }

    #[test]
    fn on_the_first_evening_there_is_something_for_the_first_step() {
        let library = library(vec![guide("what-trust-is", READ, &[1], Whose::Whoever)]);
        let first = is("what-trust-is", Reason::NextStep(1));
        assert_eq!(suggested(&[], &library, BOTH), first);
        assert_eq!(suggested(&[], &library, ALONE), first);
    }

    #[test]
    fn what_was_begun_or_finished_is_not_suggested_again() {
        let mut library = library(vec![
            guide("one", READ, &[1], Whose::Whoever),
            guide("two", READ, &[1], Whose::Whoever),
        ]);
        library.pillars.clear();
        let mut records = vec![record(1, 3, MAYA, place("one", "one", false))];
        assert_eq!(
            suggested(&records, &library, ALONE),
            is("two", Reason::NextStep(1))
        );
        records.push(record(2, 4, MAYA, place("two", "one", true)));
        assert_eq!(suggested(&records, &library, ALONE), None);
    }

    #[test]
    fn nothing_is_suggested_that_has_no_page_for_who_is_here() {
        let mut own = guide("self-trust", GuideKind::Track, &[1], Whose::Each);
        own.own_space = true;
        let library = library(vec![
            own,
            guide("after", READ, &[1], Whose::BrokeTrust),
            guide("talk", GuideKind::Practice, &[1], Whose::Together),
        ]);
        assert_eq!(
            suggested(&[], &library, BOTH),
            is("after", Reason::NextStep(1))
        );
        assert_eq!(
            suggested(&[], &library, ALONE),
            is("self-trust", Reason::NextStep(1))
        );
        let jon = Sitting::Alone {
            person: JON,
            part: Part::BrokeTrust,
        };
        let begun = [record(1, 3, JON, place("self-trust", "one", false))];
        assert_eq!(
            suggested(&begun, &library, jon),
            is("after", Reason::NextStep(1))
        );
    }

    #[test]
    fn thanks_are_not_asked_for_during_steps_one_and_two() {
        let mut thanks = guide(
            "name-progress",
            GuideKind::Practice,
            &[1, 2, 3],
            Whose::Each,
        );
        thanks.pages.push(page(
            "thanks",
            Whose::Each,
            vec![Block::Appreciate(Appreciate {
                id: "note".to_owned(),
                prompt: String::new(),
            })],
        ));
        let library = library(vec![thanks]);
        assert_eq!(suggested(&[], &library, BOTH), None);
        assert_eq!(suggested(&done(1), &library, BOTH), None);
        let mut records = done(2);
        assert_eq!(
            suggested(&records, &library, BOTH),
            is("name-progress", Reason::NextStep(3))
        );
        // Back at the hurt once more.
        records.push(record(900, 10, MAYA, place("step-2", "one", false)));
        assert_eq!(suggested(&records, &library, BOTH), None);
    }

    #[test]
    fn a_pillar_not_looked_at_this_week_is_suggested_to_one_alone_and_never_to_both() {
        let pillars = Library::embedded().unwrap().pillars;
        let of = |id: &String| guide(id, GuideKind::Pillar, &[], Whose::Each);
        let ids: Vec<String> = pillars.iter().map(|pillar| pillar.id.clone()).collect();
        let library = library(ids.iter().map(of).collect());
        let look = |n, day, pillar: &str| {
            let what = Kind::PillarLook(PillarLook {
                pillar: pillar.to_owned(),
                level: Level::Middle,
                moment: "".into(),
                more: More::default(),
            });
            record(n, day, MAYA, what)
        };
        // The week begins on the ninth.
        let mut records = vec![look(1, 8, &ids[0])];
        assert_eq!(
            suggested(&records, &library, ALONE),
            is(&ids[0], Reason::ThisWeek)
        );
        assert_eq!(suggested(&records, &library, BOTH), None);
        records.push(look(2, 9, &ids[0]));
        assert_eq!(
            suggested(&records, &library, ALONE),
            is(&ids[1], Reason::ThisWeek)
        );
        records.extend([look(3, 10, &ids[1]), look(4, 11, &ids[2])]);
        assert_eq!(suggested(&records, &library, ALONE), None);
    }

    #[test]
    fn a_step_and_the_reflection_are_never_suggested() {
        let library = library(vec![guide(
            "walk-away",
            GuideKind::WalkAway,
            &[1, 2, 3],
            Whose::Alone,
        )]);
        assert_eq!(suggested(&[], &library, ALONE).map(|(id, _)| id), None);
    }

    #[test]
    fn with_nothing_for_what_is_next_a_done_step_still_has_something() {
        let library = library(vec![
            guide("small-moments", READ, &[1], Whose::Whoever),
            guide("forgiveness", READ, &[2], Whose::Whoever),
        ]);
        assert_eq!(
            suggested(&done(3), &library, BOTH),
            is("forgiveness", Reason::StepDone(2))
        );
    }
}
