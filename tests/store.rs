//! The promises of the store, told as use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/damage.rs"]
mod damage;
#[path = "store/disk.rs"]
mod disk;
#[path = "store/doubles.rs"]
mod doubles;
#[path = "store/everyday.rs"]
mod everyday;
#[path = "store/power.rs"]
mod power;
#[path = "store/rooms.rs"]
mod rooms;
#[path = "store/world.rs"]
mod world;
