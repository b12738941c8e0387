use super::{Label, pressable};
use crate::ui::access::{Access, Ring, Role, access, arrows};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{small, text};
use crate::ui::theme::style;
use crate::ui::{Center, Element, Row, Shrink, container, fonts, row};

/// A word to pick, one of several at once.
pub fn chip<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    on: bool,
    on_toggle: impl FnOnce(bool) -> M,
) -> Access<'a, M> {
    let word = text(Type::Interface, label);
    let word = if on {
        word.font(fonts::SANS_BOLD)
    } else {
        word
    };
    // A long word takes two lines; a short one is as high as a compact control.
    let above = (size::COMPACT - Type::Interface.line()) / 2.0;
    let face = container(word).padding([above, space::S16]).width(Shrink);
    pressable(
        Role::CheckBox,
        face,
        style::option(on, true, radius::CHIP),
        Some(on_toggle(!on)),
    )
    .toggled(on)
    .ring(Ring::Around(radius::CHIP))
}

/// Chips in as many lines as they need.
pub fn chips<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = (T, Label<'a>)>,
    picked: &[T],
    on_toggle: impl Fn(T, bool) -> M,
) -> Element<'a, M> {
    let row = Row::with_children(options.into_iter().map(|(value, name)| {
        chip(name, picked.contains(&value), |on| on_toggle(value, on)).into()
    }))
    .spacing(space::S8)
    .wrap()
    .vertical_spacing(space::S8);
    access(Role::Group, arrows(row))
        .name(label.into().into_owned())
        .into()
}

/// How something stands: a shape and a word, then a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Kept,
    Adjusted,
    Missed,
    Repaired,
    Private,
    Shared,
}

impl Status {
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Kept => Icon::Check,
            Self::Adjusted => Icon::SlidersHorizontal,
            Self::Missed => Icon::CircleDashed,
            Self::Repaired => Icon::Link2,
            Self::Private => Icon::Lock,
            Self::Shared => Icon::Users,
        }
    }
}

/// A small sign of how something stands; not to be pressed.
pub fn status<'a, M: 'a>(status: Status, label: impl Into<Label<'a>>) -> Element<'a, M> {
    let word = small(label).font(fonts::SANS_SEMIBOLD);
    let face = row![icon(status.icon(), size::ICON_SMALL), word]
        .spacing(space::S8)
        .align_y(Center);
    container(face)
        .padding([space::S4, space::S12])
        .style(style::status(status))
        .into()
}
