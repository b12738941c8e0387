//! The guides, and everything else that is content rather than interface: types, loading, checking.

pub mod schema;
