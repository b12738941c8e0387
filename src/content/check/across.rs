//! What has to hold between guides.

use super::{Checker, spot};
use crate::content::REFLECTION;
use crate::content::draft::{Draft, File, GuideDraft, Home};
use crate::content::fault::{Fault, listed};
use crate::content::schema::GuideKind;
use crate::content::search::HELP;
use crate::content::tree::Spot;
use std::collections::HashMap;

/// Each step's guide so far: the file it stands in, and its id.
type Steps<'a> = HashMap<u8, (Option<&'a File>, &'a str)>;

impl<'a> Checker<'a> {
    /// What holds between guides: ids differ, and each of the ten steps is there once.
    pub(super) fn across_guides(&mut self, draft: &'a Draft) {
        let mut ids = HashMap::new();
        let mut steps = Steps::new();
        for one in &draft.guides {
            self.file = draft.files.get(one.file);
            let at = one.spot(spot(self.file));
            self.id_of_its_own(one, at.field("id"), &mut ids);
            self.kind_in_its_place(one, at.field("kind"), &mut steps);
        }
        if draft.steps_uncertain {
            return;
        }
        for number in (1..=10).filter(|n| !steps.contains_key(n)) {
            self.faults.push(Fault::whole(
                format!("{}/path", draft.root),
                format!("step {number} is not there"),
                "each of `Step(1)` to `Step(10)` once",
            ));
        }
    }

    fn id_of_its_own(
        &mut self,
        one: &'a GuideDraft,
        at: Spot<'_>,
        ids: &mut HashMap<&'a str, &'a str>,
    ) {
        const ALLOWED: &str = "an id that no other guide has";
        let id = one.guide.id.as_str();
        let shown = self.file.map_or("", |file| file.shown.as_str());
        if let Some(first) = ids.insert(id, shown) {
            let what = format!("the id `{id}` is taken by another guide, in {first}");
            self.fault(at, what, ALLOWED);
        }
        let reserved = match id {
            REFLECTION => "the reflection of `walk-away.ron`",
            HELP => "the help page",
            _ => return,
        };
        let what = format!("the id `{id}` stands for {reserved}");
        self.fault(at, what, ALLOWED);
    }

    fn kind_in_its_place(&mut self, one: &'a GuideDraft, at: Spot<'_>, steps: &mut Steps<'a>) {
        match one.guide.kind {
            GuideKind::Pillar if matches!(one.home, Home::Pillars(_)) => {}
            GuideKind::Pillar | GuideKind::WalkAway if one.home != Home::Path => self.fault(
                at,
                "a guide of this kind has a file of its own, `pillars.ron` or `walk-away.ron`",
                listed(&["Track", "Read", "Practice"]),
            ),
            GuideKind::Step(number) => {
                self.step_of_its_own(number, &one.guide.id, at, steps);
                if one.home != Home::Path {
                    let what = "a step does not belong in this file";
                    self.fault(at, what, "steps in `path/*.ron`");
                }
            }
            _ if one.home == Home::Path => self.fault(
                at,
                "this guide is not a step",
                "`Step(1)` to `Step(10)` in `path/*.ron`",
            ),
            _ => {}
        }
    }

    fn step_of_its_own(&mut self, number: u8, id: &'a str, at: Spot<'_>, steps: &mut Steps<'a>) {
        if !(1..=10).contains(&number) {
            let what = format!("there is no step {number}");
            return self.fault(at, what, "`Step(1)` to `Step(10)`");
        }
        let Some((first, id)) = steps.insert(number, (self.file, id)) else {
            return;
        };
        let mut allowed = "each of `Step(1)` to `Step(10)` once".to_owned();
        if first.is_some_and(|file| file.built_in) {
            allowed += &format!("; with the id `{id}` it takes that one's place");
        }
        let first = first.map_or("", |file| file.shown.as_str());
        let what = format!("step {number} is there already, in {first}");
        self.fault(at, what, allowed);
    }
}
