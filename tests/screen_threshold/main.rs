//! Door, setting up, hand-over, help, settings, trouble: used as people use them, by keyboard, with a stand-in for the app.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/headless.rs"]
mod headless;

mod door;
mod hand_over;
mod rest;
mod setup;
mod world;
