#![forbid(unsafe_code)]

pub mod content;
pub mod demo;
pub mod domain;
