#![forbid(unsafe_code)]

pub mod app;
pub mod content;
pub mod domain;
pub mod text;
