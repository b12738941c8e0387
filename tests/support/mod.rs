//! What the tests of the screens and of the whole app stand on.
//!
//! `headless` drives any view, `closely` measures what it draws · `world` is a household in memory · `desk` sets one screen
//! before it · `app` is the whole app on a folder · `promises` are rules over what any page tells. Whatever draws waits for
//! its turn, so all of it can live in one process.
//!
//! Use it with `#[path = "../support/mod.rs"] mod support;`, or take `headless` alone where nothing else is needed.
#![allow(
    dead_code,
    unreachable_pub,
    missing_debug_implementations,
    clippy::unwrap_used,
    clippy::panic
)]

pub mod app;
pub mod closely;
pub mod desk;
pub mod headless;
pub mod promises;
pub mod world;

use goldseam::content::Library;
use std::sync::{Arc, LazyLock};

/// The built-in guides, read once.
pub fn library() -> &'static Arc<Library> {
    static LIBRARY: LazyLock<Arc<Library>> =
        LazyLock::new(|| Arc::new(Library::embedded().unwrap()));
    &LIBRARY
}
