//! What scrolls, with one bar for all: thin and soft, darker under the pointer, broader in high contrast, and never hidden.

use super::scale::{size, space};
use super::{Element, Fill, Scrollable, Theme};
use iced::widget::scrollable::{Direction, Scrollbar};

/// Scrolls down when there is more than there is room for; the bar stands over the right edge, unless `.spacing` gives it
/// a place of its own.
pub fn scrolled<'a, M: 'a>(theme: &Theme, content: impl Into<Element<'a, M>>) -> Scrollable<'a, M> {
    let broad = if *theme == Theme::HighContrast {
        size::SCROLLER_BROAD
    } else {
        size::SCROLLER
    };
    with_bar(broad, content)
}

/// The same for what is small, such as a list that drops down.
pub(crate) fn small<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scrollable<'a, M> {
    with_bar(size::SCROLLER, content)
}

fn with_bar<'a, M: 'a>(broad: f32, content: impl Into<Element<'a, M>>) -> Scrollable<'a, M> {
    let bar = Scrollbar::new()
        .width(broad)
        .scroller_width(broad)
        .margin(space::S4);
    iced::widget::scrollable(content)
        .direction(Direction::Vertical(bar))
        .width(Fill)
}
