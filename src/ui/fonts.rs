//! The typefaces, embedded so that the app looks the same on every machine.
//!
//! Scripts these do not cover (Arabic, Chinese, emoji) fall back to the system's fonts.

use crate::assets::FACES;
use cosmic_text::fontdb::Source;
use iced::Font;
use iced::advanced::graphics::text::font_system;
use iced::font::{Style, Weight};
use std::sync::Arc;

/// Titles.
pub const TITLE: Font = Font::with_name("Gentium Plus");
pub const TITLE_ITALIC: Font = Font {
    style: Style::Italic,
    ..TITLE
};
/// Anything read or written at length. Its files call themselves medium, and a face of another weight is not found.
pub const BOOK: Font = Font {
    weight: Weight::Medium,
    ..Font::with_name("Gentium Book Plus")
};
pub const BOOK_ITALIC: Font = Font {
    style: Style::Italic,
    ..BOOK
};
/// Controls and short labels.
pub const SANS: Font = Font::with_name("Lato");
pub const SANS_MEDIUM: Font = Font {
    weight: Weight::Medium,
    ..SANS
};
pub const SANS_SEMIBOLD: Font = Font {
    weight: Weight::Semibold,
    ..SANS
};
pub const SANS_BOLD: Font = Font {
    weight: Weight::Bold,
    ..SANS
};
pub(crate) const ICONS: Font = Font::with_name("lucide");

/// Makes the fonts known to the toolkit; to be done before the first frame.
///
/// They are read where they stand in the program: what is handed over through `Application::font` is copied, seven
/// megabytes at every start.
pub fn load() {
    // Poisoned only where drawing has failed already.
    let Ok(mut system) = font_system().write() else {
        return;
    };
    for bytes in all() {
        system
            .raw()
            .db_mut()
            .load_font_source(Source::Binary(Arc::new(bytes)));
    }
}

/// Every font file the interface draws with.
#[must_use]
pub fn all() -> Vec<&'static [u8]> {
    let icons = std::iter::once(lucide_icons::LUCIDE_FONT_BYTES);
    FACES.into_iter().chain(icons).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use cosmic_text::fontdb;

    /// A face that is missing would be replaced silently, and the weights would look alike.
    #[test]
    fn every_named_font_is_one_of_the_embedded_files() {
        let mut db = fontdb::Database::new();
        for bytes in all() {
            db.load_font_data(bytes.to_vec());
        }
        assert_eq!(db.len(), all().len());
        for font in [
            TITLE,
            TITLE_ITALIC,
            BOOK,
            BOOK_ITALIC,
            SANS,
            SANS_MEDIUM,
            SANS_SEMIBOLD,
            SANS_BOLD,
            ICONS,
        ] {
            let iced::font::Family::Name(family) = font.family else {
                panic!("{font:?} has no name")
            };
            let weight = match font.weight {
                Weight::Medium => 500,
                Weight::Semibold => 600,
                Weight::Bold => 700,
                _ => 400,
            };
            let style = match font.style {
                Style::Italic => fontdb::Style::Italic,
                _ => fontdb::Style::Normal,
            };
            let found = db.faces().any(|face| {
                face.families.iter().any(|(name, _)| name == family)
                    && face.weight.0 == weight
                    && face.style == style
            });
            assert!(found, "{font:?}");
        }
    }
}
