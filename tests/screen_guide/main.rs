//! Maya and Jon go through guides, together and each alone.
#![allow(clippy::unwrap_used)]

#[path = "../support/headless.rs"]
mod headless;
mod kinds;
#[path = "../support/maya_and_jon.rs"]
mod maya_and_jon;
mod pages;
mod rounds;
mod walk;
mod world;
