//! The guides, and everything else that is content rather than interface: types, loading, checking.
//!
//! [`Library`] is all of it, read from the files built into the program or from a folder. Reading checks everything and
//! reports every [`Fault`] with its place. [`walk`] says who sees which page, [`soften`] finds softening words, [`search`]
//! finds guides by what stands in them.

mod block;
pub mod check;
mod draft;
mod embedded;
mod explain;
mod fault;
mod folder;
mod load;
pub mod schema;
pub mod search;
pub mod soften;
pub mod suggest;
pub mod texts;
mod tree;
pub mod walk;

pub use fault::Fault;
pub use folder::Folder;
pub use load::Library;

/// Among the ids of guides, the reflection of `walk-away.ron`.
pub const REFLECTION: &str = crate::domain::reflections::GUIDE;
