//! `household.json`: who lives here. The one file that anybody can read, so it holds nothing else.

use super::doctor::Verdict;
use super::error::{Doing, FileError, SaveError, While};
use super::files::Files;
use super::load::Fault;
use super::seal::{FORMAT, Hash, SCHEMA, folder};
use super::write::{Old, previous, replace};
use crate::domain::{Household, Mark, Person, PersonId, Room, Words};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io;
use std::path::Path;

pub(super) const NAME: &str = "household.json";

/// What stands in the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A new folder: nobody lives here yet.
    Nothing,
    Household(Household),
    /// The file was missing or damaged, and its previous version or a backup stands in for it.
    Restored(Household),
    /// Missing or damaged with nothing to stand in for it, in a folder that people have written in.
    Damaged,
    /// A file of something else.
    Foreign,
    /// Written by a newer version of the app, in this layout.
    TooNew(u32),
    /// The file is there and the system would not give it.
    Unreadable(FileError),
}

impl Found {
    pub fn household(&self) -> Option<&Household> {
        match self {
            Self::Household(household) | Self::Restored(household) => Some(household),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct HouseholdFile {
    format: String,
    schema: u32,
    pub(super) household: String,
    people: Vec<PersonEntry>,
    /// SHA-256 of the rest. It tells damage, not forgery: anybody can write this file, and nothing secret hangs on it.
    #[serde(default)]
    sum: String,
    #[serde(flatten)]
    more: Map<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct PersonEntry {
    id: PersonId,
    name: Words,
    mark: Mark,
    folder: String,
    #[serde(flatten)]
    more: Map<String, Value>,
}

impl HouseholdFile {
    pub(super) fn new(household: String, people: Vec<(PersonId, Words)>) -> Self {
        let people = people
            .into_iter()
            .zip([Mark::First, Mark::Second])
            .map(|((id, name), mark)| PersonEntry {
                id,
                name,
                mark,
                folder: folder(Room::Private(id)),
                more: Map::new(),
            })
            .collect();
        Self {
            format: FORMAT.to_owned(),
            schema: SCHEMA,
            household,
            people,
            sum: String::new(),
            more: Map::new(),
        }
    }

    /// The household as the rest of the app knows it.
    pub(super) fn view(&self, files: &dyn Files, home: &Path) -> Household {
        let people = self.people.iter().map(|entry| Person {
            id: entry.id,
            name: entry.name.clone(),
            mark: entry.mark,
            joined: has_key(files, home, entry.id),
        });
        Household {
            people: people.collect(),
        }
    }

    /// A second person takes the place that is left.
    pub(super) fn add(&mut self, id: PersonId, name: Words) -> bool {
        let free = self.people.len() == 1;
        if free {
            self.people.push(PersonEntry {
                id,
                name,
                mark: Mark::Second,
                folder: folder(Room::Private(id)),
                more: Map::new(),
            });
        }
        free
    }

    pub(super) fn rename(&mut self, id: PersonId, name: Words) -> bool {
        let entry = self.people.iter_mut().find(|entry| entry.id == id);
        entry.map(|entry| entry.name = name).is_some()
    }

    pub(super) fn has(&self, id: PersonId) -> bool {
        self.people.iter().any(|entry| entry.id == id)
    }

    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> {
        self.people.iter().map(|entry| entry.id)
    }

    pub(super) fn save(&self, files: &dyn Files, home: &Path) -> Result<(), SaveError> {
        let mut json = serde_json::to_value(self).map_err(|_| SaveError::NotSealed)?;
        json[SUM] = Value::from(sum_of(&json));
        let bytes = serde_json::to_vec_pretty(&json).map_err(|_| SaveError::NotSealed)?;
        replace(
            files,
            &home.join(NAME),
            &bytes,
            Old::KeptAsPrevious,
            |read| matches!(read_file(read), Read::Ok(_)),
        )
    }
}

pub(super) fn has_key(files: &dyn Files, home: &Path, person: PersonId) -> bool {
    let room = home.join(folder(Room::Private(person)));
    // A file that cannot be looked at is there: better to ask for a passphrase in vain than to set up anew.
    [super::KEY, super::KEY_COPY]
        .iter()
        .any(|name| files.exists(&room.join(name)).unwrap_or(true))
}

enum Read {
    Ok(HouseholdFile),
    Damaged,
    Foreign,
    TooNew(u32),
}

fn read_file(bytes: &[u8]) -> Read {
    let Ok(json) = serde_json::from_slice::<Value>(bytes) else {
        return Read::Damaged;
    };
    if json["format"] != FORMAT {
        return Read::Foreign;
    }
    if json[SUM] != sum_of(&json).as_str() {
        return Read::Damaged;
    }
    if let Some(schema) = json["schema"].as_u64().and_then(|n| u32::try_from(n).ok())
        && schema > SCHEMA
    {
        return Read::TooNew(schema);
    }
    match serde_json::from_value::<HouseholdFile>(json) {
        Ok(file) if (1..=2).contains(&file.people.len()) => Read::Ok(file),
        _ => Read::Damaged,
    }
}

/// For the doctor.
pub(super) fn verdict(bytes: &[u8]) -> Verdict {
    match read_file(bytes) {
        Read::Ok(_) => Verdict::Ok,
        Read::Damaged => Verdict::Fault(Fault::Damaged),
        Read::Foreign => Verdict::Fault(Fault::Foreign),
        Read::TooNew(_) => Verdict::Fault(Fault::TooNew),
    }
}

const SUM: &str = "sum";

/// The sum over everything but itself, however the file is laid out.
fn sum_of(json: &Value) -> String {
    let mut json = json.clone();
    if let Some(fields) = json.as_object_mut() {
        fields.remove(SUM);
    }
    Hash::of(json.to_string().as_bytes()).to_string()
}

/// Looks for the household, and what to say about it.
pub(super) fn find(
    files: &dyn Files,
    home: &Path,
) -> Result<(Found, Option<HouseholdFile>), FileError> {
    let path = home.join(NAME);
    let trouble = match files.read(&path) {
        Ok(bytes) => match read_file(&bytes) {
            Read::Ok(file) => return Ok((Found::Household(file.view(files, home)), Some(file))),
            Read::TooNew(schema) => return Ok((Found::TooNew(schema), None)),
            Read::Foreign => Found::Foreign,
            Read::Damaged => Found::Damaged,
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let names = files.list(home).doing(Doing::List, home)?;
            let lived_in = names
                .iter()
                .any(|name| name.starts_with("person-") || name == "shared" || name == "backups");
            if !lived_in {
                return Ok((Found::Nothing, None));
            }
            Found::Damaged
        }
        Err(error) => {
            return Ok((
                Found::Unreadable(FileError {
                    doing: Doing::Read,
                    path,
                    kind: error.kind(),
                }),
                None,
            ));
        }
    };
    for spare in spares(files, home) {
        if let Ok(bytes) = files.read(&spare)
            && let Read::Ok(file) = read_file(&bytes)
        {
            return Ok((Found::Restored(file.view(files, home)), Some(file)));
        }
    }
    Ok((trouble, None))
}

fn spares(files: &dyn Files, home: &Path) -> Vec<std::path::PathBuf> {
    let mut spares = vec![previous(&home.join(NAME))];
    let backups = super::backup::newest_first(files, home);
    spares.extend(backups.into_iter().map(|folder| folder.join(NAME)));
    spares
}
