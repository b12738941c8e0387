//! Every sentence of the interface, one room a screen. What the guides say is content and stands under `content/`.
//!
//! Lato's "ti" ligature is avoided by the fonts module, so texts here are plain.

pub mod common;
pub mod dates;
