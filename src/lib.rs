//! Goldseam: a private desktop companion for two people rebuilding trust. This page is the map of the house.
//!
//! ```text
//! main.rs        arguments, hardening, run
//! cli            the commands without a window
//! app            who is here, which screen is shown, what becomes of what a screen wants
//! screen         one room a screen: state, messages, what it asks for, how it looks
//! ui             the kit: theme, scale, access (names, focus, keys), controls, drawings
//! content        the guides: RON types, loading, checking, who sees which page
//! domain         records and the pure rules over them
//! store          sealed files on disk, and everything that can go wrong with them
//! summary        the weekly page: composed, laid out, written as PDF, drawn for the preview
//! text           every sentence of the interface
//! demo           Maya and Jon, made up
//! assets         the typefaces, once for the interface and for what is printed
//! ```
//!
//! A room may only open the doors listed here, and a test holds it to that:
//! `domain`, `text`, `assets` ← nothing · `content`, `store`, `demo` ← domain · `summary` ← domain, text,
//! assets · `ui` ← iced and assets ·
//! `screen` ← ui, text, domain, content · `app`, `cli` ← everything. The toolkit is named only under `app`, `screen`, `ui`.
//!
//! One thing happens like this. A person presses a control; its message reaches the screen, which answers with an
//! [`screen::Action`]; [`app::App`] carries it out, mostly by asking the store on its own thread; the answer comes back as a
//! message, the new record stands in the [`screen::Ctx`], and every screen derives what it shows from there.

#![forbid(unsafe_code)]

pub mod app;
pub mod assets;
pub mod cli;
pub mod content;
pub mod demo;
pub mod domain;
pub mod screen;
pub mod store;
pub mod summary;
pub mod text;
pub mod ui;
