use super::{Label, pressable};
use crate::ui::access::{Ring, Role};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{small, text, tone};
use crate::ui::theme::{Tokens, style};
use crate::ui::{Element, Fill, Space, column, container, row};
use iced::Color;

const BOX: f32 = 20.0;
const KNOB: f32 = 16.0;
const TRACK: f32 = 44.0;

/// A square to tick, with a second line where the first does not say enough.
pub fn checkbox<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    note: Option<&'a str>,
    on: bool,
    on_toggle: impl FnOnce(bool) -> M,
) -> Element<'a, M> {
    let face: Element<'a, M> = if on {
        container(icon(Icon::Check, size::ICON_SMALL).style(tone::on_glaze))
            .center(BOX)
            .style(style::shape(|t| t.glaze, |t| t.glaze, radius::CHECKBOX))
            .into()
    } else {
        container(Space::new())
            .center(BOX)
            .style(style::shape(|t| t.sheet, |t| t.edge, radius::CHECKBOX))
            .into()
    };
    labelled(Role::CheckBox, face, label, note, on, on_toggle(!on))
}

/// A switch: what it says takes effect at once.
pub fn toggle<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    note: Option<&'a str>,
    on: bool,
    on_toggle: impl FnOnce(bool) -> M,
) -> Element<'a, M> {
    type Pick = fn(&Tokens) -> Color;
    let (fill, line, dot): (Pick, Pick, Pick) = if on {
        (|t| t.glaze, |t| t.glaze, |t| t.on_glaze)
    } else {
        (|t| t.sheet, |t| t.edge, |t| t.edge)
    };
    let knob = container(Space::new())
        .center(KNOB)
        .style(style::shape(dot, dot, KNOB / 2.0));
    let track = container(knob)
        .width(TRACK)
        .padding(space::S4)
        .style(style::shape(fill, line, radius::CARD));
    let track = if on { track.align_right(TRACK) } else { track };
    labelled(Role::Switch, track.into(), label, note, on, on_toggle(!on))
}

fn labelled<'a, M: Clone + 'a>(
    role: Role,
    face: Element<'a, M>,
    label: impl Into<Label<'a>>,
    note: Option<&'a str>,
    on: bool,
    message: M,
) -> Element<'a, M> {
    let mut words = column![text(Type::Interface, label)];
    if let Some(note) = note {
        words = words.push(small(note).style(tone::soft));
    }
    let face = container(face).center_y(Type::Interface.line());
    let content = container(row![face, words].spacing(space::S12)).padding([space::S8, 0.0]);
    pressable(role, content, style::still, Some(message))
        .toggled(on)
        .ring(Ring::Around(radius::SEGMENT))
        .into()
}

/// A disc with a dot, for radio buttons.
pub(super) fn disc<'a, M: 'a>(chosen: bool) -> Element<'a, M> {
    const DOT: f32 = 10.0;
    let half = BOX / 2.0;
    if chosen {
        let dot = container(Space::new()).center(DOT).style(style::shape(
            |t| t.glaze,
            |t| t.glaze,
            DOT / 2.0,
        ));
        container(dot)
            .center(BOX)
            .style(style::ringed(|t| t.sheet, |t| t.glaze, half))
            .into()
    } else {
        container(Space::new().width(Fill))
            .center(BOX)
            .style(style::shape(|t| t.sheet, |t| t.edge, half))
            .into()
    }
}
