//! Whole evenings, from the first key to the last file, as two people would live them.
#![allow(clippy::unwrap_used, unreachable_pub)]

#[path = "support/app.rs"]
mod app;
#[path = "journeys/evening.rs"]
mod evening;
#[path = "journeys/leaving.rs"]
mod leaving;
#[path = "support/promises.rs"]
mod promises;
#[path = "journeys/screens.rs"]
mod screens;
