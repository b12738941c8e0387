//! What has to hold between guides.

use super::{Checker, spot};
use crate::content::REFLECTION;
use crate::content::draft::{Draft, File, Home};
use crate::content::fault::{Fault, listed};
use crate::content::schema::GuideKind;
use crate::content::search::HELP;
use std::collections::HashMap;

impl<'a> Checker<'a> {
    /// What holds between guides: ids differ, and each of the ten steps is there once.
    pub(super) fn across_guides(&mut self, draft: &'a Draft) {
        let mut ids: HashMap<&str, &str> = HashMap::new();
        let mut steps: HashMap<u8, (Option<&File>, &str)> = HashMap::new();
        for one in &draft.guides {
            let file = draft.files.get(one.file);
            self.file = file;
            let shown = file.map_or("", |file| file.shown.as_str());
            let at = one.spot(spot(file));
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
            let reserved = match guide.id.as_str() {
                REFLECTION => Some("the reflection of `walk-away.ron`"),
                HELP => Some("the help page"),
                _ => None,
            };
            if let Some(reserved) = reserved {
                self.fault(
                    at.field("id"),
                    format!("the id `{}` stands for {reserved}", guide.id),
                    "an id that no other guide has",
                );
            }
            match guide.kind {
                GuideKind::Pillar if matches!(one.home, Home::Pillars(_)) => {}
                GuideKind::Pillar | GuideKind::WalkAway if one.home != Home::Path => self.fault(
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
                    } else if let Some((first, id)) = steps.insert(number, (file, &guide.id)) {
                        let mut allowed = "each of `Step(1)` to `Step(10)` once".to_owned();
                        if first.is_some_and(|file| file.built_in) {
                            allowed += &format!("; with the id `{id}` it takes that one's place");
                        }
                        let first = first.map_or("", |file| file.shown.as_str());
                        self.fault(
                            at.field("kind"),
                            format!("step {number} is there already, in {first}"),
                            allowed,
                        );
                    }
                    if one.home != Home::Path {
                        self.fault(
                            at.field("kind"),
                            "a step does not belong in this file",
                            "steps in `path/*.ron`",
                        );
                    }
                }
                _ if one.home == Home::Path => {
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
