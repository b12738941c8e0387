//! Each screen before people, used by keyboard, with a stand-in for the app: no file is written, and every press is looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../support/mod.rs"]
mod support;

mod threshold;

mod check_in;
mod commitments;
mod door;
mod everyone;
mod guide;
mod hand_over;
mod help;
mod homes;
mod jar;
mod journal;
mod library;
mod own_keys;
mod pillars;
mod reflection;
mod settings;
mod setup;
mod steps;
mod trouble;
mod weekly;
