//! A sitting for the tests of the screens: Wednesday 18 November 2026, 20:14.

#![allow(clippy::unwrap_used)]

use super::{Ctx, Here, Saving};
use crate::content::Bookcase;
use crate::domain::testing::{JON, MAYA, household};
use crate::domain::{Household, PersonId, Record, Room, Settings, Words};
use crate::ui::Theme;
use chrono::{DateTime, FixedOffset};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) struct Sitting {
    pub(crate) now: DateTime<FixedOffset>,
    pub(crate) household: Household,
    pub(crate) here: Here,
    pub(crate) proved: BTreeSet<PersonId>,
    pub(crate) shared: Vec<Record>,
    pub(crate) own: Vec<Record>,
    pub(crate) drafts: BTreeMap<String, Words>,
    pub(crate) sealed: BTreeSet<(Room, String)>,
    pub(crate) library: Bookcase,
    pub(crate) settings: Settings,
    pub(crate) saving: Saving,
}

impl Sitting {
    pub(crate) fn of(here: Here) -> Self {
        Self {
            now: "2026-11-18T20:14:00+01:00".parse().unwrap_or_default(),
            household: household(),
            here,
            proved: [MAYA, JON].into(),
            shared: Vec::new(),
            own: Vec::new(),
            drafts: BTreeMap::new(),
            sealed: BTreeSet::new(),
            library: Bookcase::built_in(),
            settings: Settings::default(),
            saving: Saving::Idle,
        }
    }

    pub(crate) fn ctx(&self) -> Ctx<'_> {
        Ctx {
            now: self.now,
            household: &self.household,
            here: self.here,
            proved: &self.proved,
            shared: &self.shared,
            own: &self.own,
            drafts: &self.drafts,
            sealed: &self.sealed,
            library: &self.library,
            settings: &self.settings,
            theme: &Theme::Light,
            size: iced::Size::new(1280.0, 800.0),
            saving: &self.saving,
            shift_taps: 0,
            made_up: None,
            trouble: None,
        }
    }
}
