//! Maya and Jon go through guides, together and each alone.

mod sitting;

mod blocks;
mod kinds;
mod pages;
mod rounds;
mod walk;

pub(crate) use sitting::pass;
