//! What is kept and the rules over it. Pure: no toolkit, no files, no clock.
//!
//! Everything kept is a [`Record`]; current state is folded from records each time it is asked for. A fold takes records in
//! any order and from wherever the caller may read: the shared room, one's own, or one chained to the other.

pub mod amend;
pub mod answers;
pub mod boundaries;
pub mod chapter;
pub mod checkins;
pub mod commitments;
pub mod guides;
pub mod ids;
pub mod jar;
pub mod parts;
pub mod passphrase;
pub mod path;
pub mod people;
pub mod pillars;
pub mod questions;
pub mod record;
pub mod reflections;
pub mod settings;
pub mod summary;
pub mod trend;
pub mod week;
pub mod words;

#[cfg(test)]
pub(crate) mod testing;

pub use ids::{PersonId, RecordId};
pub use people::{Household, Mark, Part, Person, Room};
pub use record::{Kind, Record};
pub use settings::Settings;
pub use week::Week;
pub use words::Words;
