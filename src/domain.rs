//! What is kept and the rules over it. Pure: no toolkit, no files, no clock.
//!
//! Everything kept is a [`Record`]; current state is folded from records each time it is asked for.

pub mod ids;
pub mod people;
pub mod record;
pub mod settings;
pub mod week;
pub mod words;

pub use ids::{PersonId, RecordId};
pub use people::{Household, Mark, Part, Person, Room};
pub use record::{Kind, Record};
pub use settings::Settings;
pub use week::Week;
pub use words::Words;
