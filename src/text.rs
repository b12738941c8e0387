//! Every sentence of the interface, one room a screen. What the guides say is content and stands under `content/`.
//!
//! Lato's "ti" ligature is avoided by the fonts module, so texts here are plain.

pub mod alone;
pub mod check_in;
pub mod cli;
pub mod commitments;
pub mod common;
pub mod dates;
pub mod door;
pub mod evidence;
pub mod guide;
pub mod hand_over;
pub mod help;
pub mod jar;
pub mod journal;
pub mod library;
pub mod notices;
mod numbers;
pub mod packs;
pub mod pillars;
pub mod printed;
pub mod reflection;
pub mod settings;
pub mod setup;
pub mod steps;
pub mod together;
pub mod trouble;
pub mod weekly;
