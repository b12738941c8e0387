//! Blocks and lines. Cards are only for things one could hold; a page is ruled with hairlines.

use super::held::{NOTE, held};
use super::scale::{size, space};
use super::theme::style;
use super::{Container, Element, Fill, Theme, container};
use iced::widget::Rule;

/// A sheet with an edge.
pub fn card<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Container<'a, M> {
    container(content).padding(space::S24).style(style::card)
}

/// A card lifted off the page, such as a note from the jar.
pub fn note<'a, M: 'a>(padding: f32, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let sheet = container(content).padding(padding).width(Fill);
    held(NOTE, sheet.style(style::card))
}

/// A block set into the page, for what is good to know.
pub fn well<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Container<'a, M> {
    container(content).padding(space::S24).style(style::well)
}

/// A hairline across.
#[must_use]
pub fn rule<'a>() -> Rule<'a, Theme> {
    iced::widget::rule::horizontal(size::HAIRLINE)
}

/// A hairline down.
#[must_use]
pub fn rule_down<'a>() -> Rule<'a, Theme> {
    iced::widget::rule::vertical(size::HAIRLINE)
}
