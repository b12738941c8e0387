//! Words on the page. Each constructor picks a style of type; `.style(tone::soft)` picks a colour.

pub use super::theme::style::{threshold_text, tone};

use super::access::{Role, access};
use super::scale::Type;
use super::{Element, Text, fonts};
use iced::widget::text::{LineHeight, Shaping, Wrapping};
use std::borrow::Cow;

/// Any text in any style of type.
#[must_use]
pub fn text<'a>(style: Type, content: impl Into<Cow<'a, str>>) -> Text<'a> {
    let content = content.into();
    let sans = matches!(style, Type::Label | Type::Interface | Type::Small);
    let (content, shaping) = if sans {
        plain(content)
    } else {
        (content, Shaping::Advanced)
    };
    let font = fonts::for_words(style.font(), &content);
    iced::widget::text(content)
        .font(font)
        .size(style.size())
        .line_height(LineHeight::Absolute(style.line().into()))
        .shaping(shaping)
        .wrapping(Wrapping::WordOrGlyph)
}

/// Lato joins "ti" into a shape that reads as another letter. Plain shaping has no ligatures, but no fallback either,
/// so anything beyond ASCII keeps full shaping and has the two letters held apart by U+200C.
pub(crate) fn plain(content: Cow<'_, str>) -> (Cow<'_, str>, Shaping) {
    if content.is_ascii() {
        return (content, Shaping::Basic);
    }
    let apart = if content.contains("ti") {
        content.replace("ti", "t\u{200c}i").into()
    } else {
        content
    };
    (apart, Shaping::Advanced)
}

/// A text over the whole width, beginning at the side from which the page is read.
#[must_use]
pub fn across<'a, M: 'a>(text: Text<'a>) -> Element<'a, M> {
    // The text itself keeps its width: one that fills begins at the left, whatever it says.
    super::container(text).width(super::Fill).into()
}

macro_rules! styles {
    ($($(#[$doc:meta])* $name:ident = $style:ident;)+) => {
        $($(#[$doc])* #[must_use] pub fn $name<'a>(content: impl Into<Cow<'a, str>>) -> Text<'a> {
            text(Type::$style, content)
        })+
    };
}

styles! {
    /// The sentence under a title.
    lead = Lead;
    /// A paragraph to read.
    read = Read;
    /// Something a person wrote, in italics.
    italic = Note;
    /// What names a field or a group.
    label = Label;
    /// Words of the interface.
    interface = Interface;
    small = Small;
}

/// Interface words that carry weight, such as the first sentence of a banner.
#[must_use]
pub fn strong<'a>(content: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(Type::Interface, content).font(fonts::SANS_BOLD)
}

/// A heading of the given level (1 is the page's title), in any style.
pub fn heading<'a, M: Clone + 'a>(
    level: u8,
    style: Type,
    content: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    access(Role::Heading, text(style, content))
        .level(level)
        .into()
}

macro_rules! headings {
    ($($(#[$doc:meta])* $name:ident = $style:ident at $level:literal;)+) => {
        $($(#[$doc])* pub fn $name<'a, M: Clone + 'a>(content: impl Into<Cow<'a, str>>) -> Element<'a, M> {
            heading($level, Type::$style, content)
        })+
    };
}

headings! {
    display = Display at 1;
    h1 = H1 at 1;
    h2 = H2 at 2;
    h3 = H3 at 3;
    /// A small heading set in the label style.
    h_label = Label at 3;
}
