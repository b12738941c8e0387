//! Everything a person presses, picks or types into. Each passes through [`super::access`], is at least 36 px high, and
//! reads its label aloud.

mod button;
mod chips;
mod choose;
mod field;
mod place;
mod toggle;
mod writing;

pub use button::{
    Button, Shown, danger, primary, primary_on_glaze, quiet, secondary, secondary_on_glaze,
    unavailable,
};
pub use chips::{Status, chip, chips, status};
pub use choose::{
    Answer, Segment, answers, cards, choice, radio, segments, tabs, word_scale,
    word_scale_in_column,
};
pub use field::{Field, field};
pub use place::{link, list_row, nav_item, phrase_row};
pub use toggle::{checkbox, toggle};
pub use writing::{Edit, Writing, WritingContent, writing};

use super::Element;
use super::access::{Access, Role, access};
use super::theme::Theme;
use iced::widget::button as upstream;

type Label<'a> = std::borrow::Cow<'a, str>;

/// The one way any of these becomes pressable: an upstream button for the pointer, the wrapper for the rest.
fn pressable<'a, M: Clone + 'a>(
    role: Role,
    content: impl Into<Element<'a, M>>,
    style: impl Fn(&Theme, upstream::Status) -> upstream::Style + 'a,
    message: Option<M>,
) -> Access<'a, M> {
    let button = iced::widget::button(content)
        .padding(0)
        .style(style)
        .on_press_maybe(message.clone());
    access(role, button)
        .disabled(message.is_none())
        .on_activate_maybe(message)
}
