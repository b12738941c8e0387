#![forbid(unsafe_code)]

pub mod app;
pub mod content;
pub mod domain;
pub mod screen;
pub mod store;
pub mod summary;
pub mod text;
pub mod ui;
