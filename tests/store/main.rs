//! The promises of the store, told as use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod damage;
mod disk;
mod doubles;
mod everyday;
mod power;
mod rooms;
mod world;
