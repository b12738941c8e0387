#![forbid(unsafe_code)]

pub mod app;
pub mod cli;
pub mod content;
pub mod demo;
pub mod domain;
pub mod screen;
pub mod store;
pub mod summary;
pub mod text;
pub mod ui;
