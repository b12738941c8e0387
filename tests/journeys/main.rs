//! Whole evenings, from the first key to the last file, as two people would live them.
#![allow(clippy::unwrap_used, unreachable_pub)]

#[path = "../support/mod.rs"]
mod support;

mod again;
mod evening;
mod leaving;
mod screens;

use support::{app, promises};
