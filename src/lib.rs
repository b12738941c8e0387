#![forbid(unsafe_code)]

pub mod content;
pub mod domain;
pub mod summary;
