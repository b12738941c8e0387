use super::pressable;
use crate::ui::access::{Access, Ring, Role};
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{text, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Element, Fill, column, container, fonts};

/// How one day of a month looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Day {
    /// What belongs to it is shown now.
    pub open: bool,
    pub today: bool,
}

/// A day to which nothing belongs. It cannot be pressed.
pub fn bare_day<'a, M: 'a>(number: u32, day: Day) -> Element<'a, M> {
    let number = text(Type::Interface, number.to_string()).style(tone::soft);
    face(number, crate::ui::space().height(space::S4).into(), day)
}

/// A day to which something belongs: bold, with a dot below. Only that it is so is shown, never how much.
pub fn day<'a, M: Clone + 'a>(number: u32, day: Day, message: M) -> Access<'a, M> {
    let number = text(Type::Interface, number.to_string()).font(fonts::SANS_BOLD);
    let number = if day.open {
        number.style(tone::on_glaze)
    } else {
        number
    };
    let dot = container(crate::ui::space())
        .width(space::S4)
        .height(space::S4)
        .style(style::dot(day.open));
    pressable(
        Role::Button,
        face(number, dot.into(), day),
        style::bare,
        Some(message),
    )
    .selected(day.open)
    .ring(Ring::On(radius::SEGMENT))
}

/// As high as a compact control; the edge keeps away from that of its neighbours.
fn face<'a, M: 'a>(number: crate::ui::Text<'a>, below: Element<'a, M>, day: Day) -> Element<'a, M> {
    let inside = container(column![number, below].align_x(Center))
        .center(Fill)
        .style(style::day(day));
    container(inside)
        .padding(size::HAIRLINE)
        .width(Fill)
        .height(size::COMPACT)
        .into()
}
