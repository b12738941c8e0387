//! What has to hold between guides.

use super::lists::REFLECTION;
use super::{Checker, spot};
use crate::content::fault::{Fault, listed};
use crate::content::load::Draft;
use crate::content::schema::GuideKind;
use std::collections::HashMap;

impl<'a> Checker<'a> {
    /// What holds between guides: ids differ, and each of the ten steps is there once.
    pub(super) fn across_guides(&mut self, draft: &'a Draft) {
        let mut ids: HashMap<&str, &str> = HashMap::new();
        let mut steps: HashMap<u8, &str> = HashMap::new();
        for one in &draft.guides {
            let file = draft.files.get(one.file);
            self.file = file;
            let shown = file.map_or("", |file| file.shown.as_str());
            let at = one.item.map_or(spot(file), |item| spot(file).item(item));
            let guide = &one.guide;
            if let Some(first) = ids.insert(&guide.id, shown) {
                self.fault(
                    at.field("id"),
                    format!(
                        "the id `{}` is taken by another guide, in {first}",
                        guide.id
                    ),
                    "an id that no other guide has",
                );
            }
            if guide.id == REFLECTION {
                self.fault(
                    at.field("id"),
                    format!("the id `{REFLECTION}` stands for the reflection of `walk-away.ron`"),
                    "an id that no other guide has",
                );
            }
            let in_pillars = draft.pillars.as_ref().is_some_and(|(f, _)| *f == one.file);
            match guide.kind {
                GuideKind::Pillar if in_pillars => {}
                GuideKind::Pillar | GuideKind::WalkAway if one.item.is_some() => self.fault(
                    at.field("kind"),
                    "a guide of this kind has a file of its own, `pillars.ron` or `walk-away.ron`",
                    listed(&["Track", "Read", "Practice"]),
                ),
                GuideKind::Step(number) => {
                    if !(1..=10).contains(&number) {
                        self.fault(
                            at.field("kind"),
                            format!("there is no step {number}"),
                            "`Step(1)` to `Step(10)`",
                        );
                    } else if let Some(first) = steps.insert(number, shown) {
                        self.fault(
                            at.field("kind"),
                            format!("step {number} is there already, in {first}"),
                            "each of `Step(1)` to `Step(10)` once",
                        );
                    }
                    if one.item.is_some() {
                        self.fault(
                            at.field("kind"),
                            "a step does not belong in this file",
                            "steps in `path/*.ron`",
                        );
                    }
                }
                _ if one.item.is_none() => {
                    self.fault(
                        at.field("kind"),
                        "this guide is not a step",
                        "`Step(1)` to `Step(10)` in `path/*.ron`",
                    );
                }
                _ => {}
            }
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
}
