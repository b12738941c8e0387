use super::{Label, pressable};
use crate::ui::access::{Ring, Role};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{across, small, text, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Element, Fill, Row, column, container, fonts, row};

/// A place in the sidebar: icon and word, tinted while one is there.
pub fn nav_item<'a, M: Clone + 'a>(
    picture: Icon,
    label: impl Into<Label<'a>>,
    here: bool,
    message: M,
) -> Element<'a, M> {
    noted_item((picture, label, None), here, message)
}

/// The same, with a word at the end that says how things stand there.
pub fn noted_item<'a, M: Clone + 'a>(
    (picture, label, note): (Icon, impl Into<Label<'a>>, Option<&'a str>),
    here: bool,
    message: M,
) -> Element<'a, M> {
    let word = text(Type::Interface, label);
    let word = if here {
        word.font(fonts::SANS_BOLD)
    } else {
        word
    };
    let note = note.map(|note| container(small(note).style(tone::soft)).align_right(Fill));
    let face = Row::new()
        .push(icon(picture, size::ICON))
        .push(word)
        .push(note)
        .spacing(space::S12)
        .align_y(Center);
    let face = container(face)
        .padding([0.0, space::S12])
        .width(Fill)
        .center_y(size::PLACE);
    pressable(Role::Link, face, style::place(here), Some(message))
        .selected(here)
        .ring(Ring::On(radius::CONTROL))
        .into()
}

/// A line that leads on, with an arrow after it.
pub fn link<'a, M: Clone + 'a>(label: impl Into<Label<'a>>, message: M) -> Element<'a, M> {
    let face = row![
        text(Type::Small, label).font(fonts::SANS_SEMIBOLD),
        icon(Icon::ArrowRight, size::ICON_SMALL)
    ]
    .spacing(space::S8)
    .align_y(Center);
    let face = container(face).center_y(size::COMPACT);
    pressable(Role::Link, face, style::link, Some(message))
        .ring(Ring::Around(radius::CHECKBOX))
        .into()
}

/// A large row to press, with whatever stands for it at the left, as on the door.
pub fn list_row<'a, M: Clone + 'a>(
    leading: Option<Element<'a, M>>,
    title: impl Into<Label<'a>>,
    note: Option<&'a str>,
    message: M,
) -> Element<'a, M> {
    let mut words = column![text(Type::H3, title)].width(Fill);
    if let Some(note) = note {
        words = words.push(small(note).style(tone::soft));
    }
    let mut face = row![].spacing(space::S24).align_y(Center);
    if let Some(leading) = leading {
        face = face.push(leading);
    }
    face = face
        .push(words)
        .push(icon(Icon::ChevronRight, size::ICON_LARGE).style(tone::soft));
    let face = container(face)
        .padding([space::S16, space::S24])
        .width(Fill);
    pressable(Role::Button, face, style::row, Some(message))
        .ring(Ring::Around(radius::CARD))
        .into()
}

/// A phrase to begin with; pressing it puts it where the caret is. `name` says so aloud.
pub fn phrase_row<'a, M: Clone + 'a>(
    phrase: impl Into<Label<'a>>,
    name: impl Into<String>,
    message: M,
) -> Element<'a, M> {
    let words = text(Type::Note, phrase);
    let face = row![
        across(words),
        icon(Icon::Plus, size::ICON).style(tone::glaze)
    ]
    .spacing(space::S12)
    .align_y(Center);
    let face = container(face).padding([space::S8, 0.0]).width(Fill);
    column![
        pressable(Role::Button, face, style::still, Some(message))
            .name(name)
            .ring(Ring::Around(radius::CHECKBOX)),
        crate::ui::card::rule()
    ]
    .into()
}
