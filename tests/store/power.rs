//! The power goes, or the process is killed, between any two steps of a write.

use crate::doubles::{Crashing, Survives};
use crate::world::*;
use chrono::NaiveDate;
use goldseam::domain::{RecordId, Words};
use goldseam::store::{Found, Keys, LoadedRoom, Passphrase, SaveError, Store};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

const HOME: &str = "/home/maya/goldseam";

fn start(disk: &Crashing) -> Store {
    open_on(Path::new(HOME), Arc::new(disk.clone()))
}

/// A disk on which Maya and Jon have moved in and Maya has written one page.
fn lived_in() -> (Crashing, Keys) {
    let disk = Crashing::default();
    let store = start(&disk);
    let (maya, _) = move_in(&store);
    write(&store, &maya.private, 1, "2026-11-14", "the first");
    (disk, maya)
}

const OUTCOMES: [Survives; 6] = [
    Survives::Everything,
    Survives::Nothing,
    Survives::Some(1),
    Survives::Some(2),
    Survives::Some(3),
    Survives::Some(4),
];

/// Lets `act` run into a power cut at every one of its steps, and `judge` look at what the next start finds.
/// `judge` is told whether the act was reported done.
fn at_every_step<T>(
    disk: &Crashing,
    act: impl Fn(&Store) -> Result<T, SaveError>,
    judge: impl Fn(&Store, &Crashing, bool),
) {
    for step in 0.. {
        let cut = disk.fork(step);
        let done = Store::open(Path::new(HOME), Arc::new(cut.clone()), QUICK)
            .is_ok_and(|store| act(&store).is_ok());
        for survives in OUTCOMES {
            let found = cut.after(survives);
            judge(&start(&found), &found, done);
        }
        if !cut.power_is_off() {
            assert!(done, "it fails without a power cut");
            assert!(step > 3, "nothing was written");
            return;
        }
    }
}

fn whole(store: &Store, keys: &Keys) -> LoadedRoom {
    let room = store.load(&keys.private).unwrap();
    assert_eq!(room.problems, []);
    assert!(!room.read_only);
    room
}

#[test]
fn maya_writes_the_power_goes_maya_finds_her_words() {
    let (disk, maya) = lived_in();
    at_every_step(
        &disk,
        |store| {
            let second = page(maya.person, 2, "2026-11-15", "the second");
            store.append(&maya.private, vec![second])
        },
        |store, _, done| {
            let found = texts(&whole(store, &maya));
            let both = found == ["the first", "the second"];
            assert!(
                both || (!done && found == ["the first"]),
                "{done} {found:?}"
            );
            // And writing goes on.
            write(store, &maya.private, 3, "2026-11-16", "the third");
            assert_eq!(whole(store, &maya).records.len(), found.len() + 1);
        },
    );
}

#[test]
fn a_draft_is_the_old_or_the_new_one() {
    let (disk, maya) = lived_in();
    let draft = |text: &str| BTreeMap::from([("journal".to_owned(), Words::from(text))]);
    start(&disk)
        .save_drafts(&maya.private, &draft("Dear"))
        .unwrap();
    at_every_step(
        &disk,
        |store| store.save_drafts(&maya.private, &draft("Dear diary")),
        |store, _, done| {
            let found = whole(store, &maya).drafts;
            assert!(found == draft("Dear diary") || (!done && found == draft("Dear")));
        },
    );
}

#[test]
fn what_was_deleted_stays_deleted_and_the_rest_stays() {
    let (disk, maya) = lived_in();
    {
        let store = start(&disk);
        write(&store, &maya.private, 2, "2026-11-15", "regretted");
        store.backup_if_due(day("2026-11-15")).unwrap();
        write(&store, &maya.private, 3, "2026-11-16", "kept");
    }
    at_every_step(
        &disk,
        |store| store.delete(&maya.private, &[RecordId::from_random(2)]),
        |store, disk, done| {
            let found = texts(&whole(store, &maya));
            let gone = found == ["the first", "kept"];
            assert!(gone || (!done && found == ["the first", "regretted", "kept"]));
            if gone {
                let identity: age::x25519::Identity =
                    maya.private.export().as_str().parse().unwrap();
                for (path, bytes) in disk.all() {
                    let text = age::decrypt(&identity, &bytes).unwrap_or_default();
                    let text = String::from_utf8_lossy(&text).into_owned();
                    assert!(!text.contains("regretted"), "{}", path.display());
                }
            }
        },
    );
}

#[test]
fn what_lay_in_the_inbox_is_in_the_room_once() {
    let (disk, maya) = lived_in();
    let words = Words::from("half a sentence");
    {
        let store = start(&disk);
        let keys = maya.write_only();
        let told = page(maya.person, 2, "2026-11-15", "while Jon sat here");
        store.drop_into_inbox(&keys, &told).unwrap();
        store.save_inbox_draft(&keys, "journal", &words).unwrap();
    }
    at_every_step(
        &disk,
        |store| Ok(store.load(&maya.private)?),
        |store, _, _| {
            let room = whole(store, &maya);
            assert_eq!(texts(&room), ["the first", "while Jon sat here"]);
            assert_eq!(room.drafts.get("journal"), Some(&words));
        },
    );
}

#[test]
fn a_record_for_the_inbox_is_there_once_reported_saved() {
    let (disk, maya) = lived_in();
    let told = page(maya.person, 2, "2026-11-15", "told");
    at_every_step(
        &disk,
        |store| store.drop_into_inbox(&maya.write_only(), &told),
        |store, _, done| {
            let found = texts(&whole(store, &maya));
            assert!(found == ["the first", "told"] || (!done && found == ["the first"]));
        },
    );
}

#[test]
fn half_a_backup_is_none() {
    let (disk, maya) = lived_in();
    at_every_step(
        &disk,
        |store| store.backup_if_due(day("2026-11-15")),
        |store, _, _| {
            assert_eq!(texts(&whole(store, &maya)), ["the first"]);
            store.backup_if_due(day("2026-11-15")).unwrap();
        },
    );
}

#[test]
fn setting_up_can_be_cut_short_and_done_again() {
    let disk = Crashing::default();
    let set_up = |store: &Store| {
        let shared = store.create_household(&[Words::from("Maya")])?;
        store.join(&shared, person(store, 0), &Passphrase::from(MAYAS))
    };
    at_every_step(&disk, set_up, |store, _, done| {
        let found = store.household();
        let joined = found.household().is_some_and(|home| home.people[0].joined);
        assert!(joined || !done);
        let keys = match joined {
            true => maya(store),
            false => {
                assert!(matches!(found, Found::Nothing | Found::Household(_)));
                set_up(store).unwrap()
            }
        };
        write(store, &keys.private, 1, "2026-11-14", "here");
        write(store, &keys.shared, 2, "2026-11-14", "for both");
        assert_eq!(texts(&whole(store, &keys)), ["here"]);
    });
}

#[test]
fn accepting_a_recovery_can_be_cut_short_and_done_again() {
    let (disk, maya) = lived_in();
    write(&start(&disk), &maya.private, 2, "2026-11-15", "the second");
    let path = folder(Path::new(HOME), &maya.private).join("2026-11.age");
    {
        use goldseam::store::files::Files;
        let mut file = disk.create(&path).unwrap();
        file.write_all(b"not a segment").unwrap();
        file.sync().unwrap();
        disk.sync_dir(path.parent().unwrap()).unwrap();
    }
    at_every_step(
        &disk,
        |store| store.accept_recovery(&maya.private),
        |store, _, done| {
            let room = store.load(&maya.private).unwrap();
            assert_eq!(texts(&room), ["the first"]);
            assert!(!(done && room.read_only));
            let room = store.accept_recovery(&maya.private).unwrap();
            assert_eq!(texts(&room), ["the first"]);
            assert!(!room.read_only);
        },
    );
}

#[test]
fn a_change_of_passphrase_is_done_or_not_begun() {
    let (disk, maya) = lived_in();
    start(&disk).backup_if_due(day("2026-11-14")).unwrap();
    let new = Passphrase::from("a new one");
    at_every_step(
        &disk,
        |store| store.change_passphrase(&maya, &new),
        |store, disk, done| {
            let keys = store.unlock(maya.person, &new);
            let changed = keys.is_ok();
            let keys = keys.or_else(|error| {
                assert!(!done, "{error}");
                store.unlock(maya.person, &Passphrase::from(MAYAS))
            });
            assert_eq!(texts(&whole(store, &keys.unwrap())), ["the first"]);
            if changed {
                let identity: age::x25519::Identity =
                    maya.private.export().as_str().parse().unwrap();
                for (path, bytes) in disk.all() {
                    let opened = age::decrypt(&identity, &bytes);
                    assert!(opened.is_err(), "{} opens still", path.display());
                }
            }
        },
    );
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[derive(Debug, Clone)]
enum Step {
    Append {
        month: u32,
        power_after: Option<usize>,
    },
    Delete {
        nth: usize,
        power_after: Option<usize>,
    },
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    let power = || proptest::option::weighted(0.4, 0..24_usize);
    prop_oneof![
        4 => (1..4_u32, power()).prop_map(|(month, power_after)| Step::Append { month, power_after }),
        1 => (0..8_usize, power()).prop_map(|(nth, power_after)| Step::Delete { nth, power_after }),
        1 => Just(Step::Restart),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_sequence_of_saves_and_power_cuts_every_acknowledged_record_is_there(
        steps in proptest::collection::vec(step(), 1..14),
        seed in any::<u64>(),
    ) {
        let (mut disk, maya) = lived_in();
        let mut kept = vec![1_u128];
        let mut perhaps: Vec<u128> = Vec::new();
        for (at, step) in steps.into_iter().enumerate() {
            let (power_after, id) = match &step {
                Step::Append { power_after, .. } | Step::Delete { power_after, .. } => (*power_after, 100 + at as u128),
                Step::Restart => (None, 0),
            };
            let cut = disk.fork(power_after.unwrap_or(usize::MAX - 1));
            if let Ok(store) = Store::open(Path::new(HOME), Arc::new(cut.clone()), QUICK) {
                match step {
                    Step::Append { month, .. } => {
                        let record = page(maya.person, id, &format!("2026-{month:02}-10"), "words");
                        match store.append(&maya.private, vec![record]) {
                            Ok(()) => kept.push(id),
                            Err(_) => perhaps.push(id),
                        }
                    }
                    Step::Delete { nth, .. } => {
                        let id = kept[nth % kept.len()];
                        if kept.len() > 1 {
                            kept.retain(|other| *other != id);
                            let gone = store.delete(&maya.private, &[RecordId::from_random(id)]);
                            if gone.is_err() {
                                perhaps.push(id);
                            }
                        }
                    }
                    Step::Restart => {}
                }
            }
            disk = cut.after(if power_after.is_some() { Survives::Some(seed ^ at as u64) } else { Survives::Everything });
            let room = start(&disk).load(&maya.private).unwrap();
            prop_assert_eq!(&room.problems, &[]);
            let found: Vec<RecordId> = room.records.iter().map(|record| record.id).collect();
            for id in &kept {
                prop_assert!(found.contains(&RecordId::from_random(*id)), "{} is lost", id);
            }
            for id in &found {
                let known = kept.iter().chain(&perhaps).any(|known| RecordId::from_random(*known) == *id);
                prop_assert!(known, "{} came back", id);
            }
        }
    }
}
