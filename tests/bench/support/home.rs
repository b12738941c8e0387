//! A household of so many months, written as the app writes it, in a folder on the disk (not in memory) that goes away.
#![allow(dead_code, unreachable_pub, missing_debug_implementations)]

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate};
use goldseam::demo::{self, ten_years};
use goldseam::domain::{Household, PersonId, Record, Words};
use goldseam::store::files::Disk;
use goldseam::store::{Kdf, Keys, Passphrase, Store};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "made up and no secret";

pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T20:30:00+01:00").unwrap()
}

pub struct Home {
    pub folder: TempDir,
    pub person: PersonId,
}

impl Home {
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn open(&self, kdf: Kdf) -> (Store, Keys) {
        let store = Store::open(self.path(), Arc::new(Disk), kdf).unwrap();
        let keys = store
            .unlock(self.person, &Passphrase::from(PASSPHRASE))
            .unwrap();
        (store, keys)
    }
}

/// So many months up to [`now`], both rooms.
pub fn of_months(months: u32, kdf: Kdf) -> Home {
    let folder = tempfile::Builder::new()
        .prefix("household-")
        .tempdir_in(env!("CARGO_TARGET_TMPDIR"))
        .unwrap();
    let store = Store::open(folder.path(), Arc::new(Disk), kdf).unwrap();
    let names: Vec<Words> = demo::household()
        .people
        .iter()
        .map(|person| person.name.clone())
        .collect();
    let shared = store.create_household(&names).unwrap();
    let household = store.household().household().cloned().unwrap();
    let joined: Vec<Keys> = household
        .people
        .iter()
        .map(|person| {
            store
                .join(&shared, person.id, &Passphrase::from(PASSPHRASE))
                .unwrap()
        })
        .collect();
    let (own, shared) = records(&household, months);
    store.append(&joined[0].private, own).unwrap();
    store.append(&joined[0].shared, shared).unwrap();
    let person = joined[0].person;
    drop(store);
    Home { folder, person }
}

/// The first person's own records and the shared ones.
fn records(household: &Household, months: u32) -> (Vec<Record>, Vec<Record>) {
    let end = now();
    let first_month = first_of_month(end) - Months::new(months - 1);
    let decades = (0..months.div_ceil(120)).rev();
    let (mut own, mut shared) = (Vec::new(), Vec::new());
    for decade in decades {
        let end = end - Months::new(120 * decade);
        let told = ten_years::records(household, end, 1 + u64::from(decade));
        own.extend(told.first);
        shared.extend(told.shared);
    }
    for list in [&mut own, &mut shared] {
        list.retain(|record| record.at.date_naive() >= first_month);
    }
    (own, shared)
}

fn first_of_month(at: DateTime<FixedOffset>) -> NaiveDate {
    at.date_naive().with_day(1).unwrap()
}
