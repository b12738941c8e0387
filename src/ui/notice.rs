//! What the app has to say between the lines: saved, full, failed, good to know.

use super::access::{Live, Role, access};
use super::icon::{Icon, icon};
use super::scale::{Type, size, space};
use super::text::{strong, text, tone};
use super::theme::style;
use super::{Center, Element, Fill, column, container, row};
use std::borrow::Cow;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Error,
    Warning,
    Saved,
    Info,
}

/// A banner: a bold sentence saying what is so, a plain one saying what to do, and perhaps a button that does it.
///
/// An error is read out at once, the rest when the reader pauses.
pub fn banner<'a, M: Clone + 'a>(
    kind: Kind,
    what: impl Into<Cow<'a, str>>,
    to_do: impl Into<Cow<'a, str>>,
    action: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let (picture, tone) = match kind {
        Kind::Error => (Icon::CircleAlert, tone::error as fn(&_) -> _),
        Kind::Warning => (Icon::TriangleAlert, tone::warning as fn(&_) -> _),
        Kind::Saved => (Icon::Check, tone::saved as fn(&_) -> _),
        Kind::Info => (Icon::Info, tone::glaze as fn(&_) -> _),
    };
    let to_do = to_do.into();
    let mut words = column![strong(what).style(tone)].width(Fill);
    if !to_do.is_empty() {
        words = words.push(text(Type::Interface, to_do));
    }
    let live = if kind == Kind::Error {
        Live::Assertive
    } else {
        Live::Polite
    };
    let words = access(Role::Status, words).live(live);
    let face = container(icon(picture, size::ICON).style(tone)).center_y(Type::Interface.line());
    let mut content = row![row![face, words].spacing(space::S12)].spacing(space::S16);
    if let Some(action) = action {
        content = content.push(action).align_y(Center);
    }
    container(content)
        .padding([space::S12, space::S16])
        .width(Fill)
        .style(style::notice(kind))
        .into()
}

/// The line under a writing area: a tick and when it was saved.
pub fn saved<'a, M: Clone + 'a>(sentence: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    aside(Icon::Check, sentence)
}

/// A small line with an icon before it.
pub fn aside<'a, M: Clone + 'a>(
    picture: Icon,
    sentence: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    let line = row![
        container(icon(picture, size::ICON_SMALL).style(tone::soft)).center_y(Type::Small.line()),
        text(Type::Small, sentence).style(tone::soft)
    ]
    .spacing(space::S8);
    access(Role::Status, line).live(Live::Polite).into()
}
