#![forbid(unsafe_code)]

pub mod ui;
