//! Lucide icons. An icon never stands alone: the control that holds it says the word.

use super::{Text, fonts};
use iced::widget::text::{LineHeight, Shaping};
pub use lucide_icons::Icon;

/// One icon, `size` pixels square, in the colour of the text around it.
#[must_use]
pub fn icon<'a>(icon: Icon, size: f32) -> Text<'a> {
    let picture = iced::widget::text(char::from(icon).to_string())
        .font(fonts::ICONS)
        .size(size)
        .line_height(LineHeight::Relative(1.0))
        .shaping(Shaping::Basic);
    Text::of(picture, false)
}

/// True for the private-use characters icons are made of, which nobody should hear read out.
pub(crate) fn is_icon(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}
