//! The guides, and everything else that is content rather than interface: types, loading, checking.
//!
//! [`Library`] is all of it, read from the files built into the program or from a folder. Reading checks everything and
//! reports every [`Fault`] with its place. [`walk`] says who sees which page, [`soften`] finds softening words.

pub mod check;
mod embedded;
mod explain;
mod fault;
mod load;
pub mod schema;
pub mod soften;
pub mod suggest;
mod tree;
pub mod walk;

pub use fault::Fault;
pub use load::Library;
