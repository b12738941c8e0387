//! The typefaces, embedded so that the app looks the same on every machine.
//!
//! Scripts these do not cover (Arabic, Chinese, emoji) fall back to the system's fonts.

use crate::assets::FACES;
use cosmic_text::fontdb::Source;
use iced::Font;
use iced::advanced::graphics::text::font_system;
use iced::font::{Style, Weight};
use std::sync::{Arc, Once};

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

/// The font for these words where `font` would be asked for. Other scripts come from the system's fonts, which are upright and
/// of two weights at most: one that is asked for in another style is not found, and boxes stand in its place.
#[must_use]
pub fn for_words(font: Font, words: &str) -> Font {
    if !words.chars().any(is_of_another_face) {
        return font;
    }
    match font {
        BOOK | BOOK_ITALIC | TITLE_ITALIC => TITLE,
        SANS_MEDIUM => SANS,
        SANS_SEMIBOLD => SANS_BOLD,
        other => other,
    }
}

/// Beyond Latin, Greek, Cyrillic, their marks and their punctuation, which the embedded fonts have.
fn is_of_another_face(c: char) -> bool {
    !matches!(
        c,
        '\0'..='\u{52f}'
            | '\u{1d00}'..='\u{218f}'
            | '\u{2c60}'..='\u{2c7f}'
            | '\u{a640}'..='\u{a69f}'
            | '\u{a720}'..='\u{a7ff}'
            | '\u{ab30}'..='\u{ab6f}'
            | '\u{fb00}'..='\u{fb06}'
    )
}

/// Makes the fonts known to the toolkit, once; to be done before anything is drawn. Whoever comes while it is done waits.
///
/// They are read where they stand in the program: what is handed over through `Application::font` is copied, seven
/// megabytes at every start.
pub fn load() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
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
    });
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

    #[test]
    fn words_of_another_script_are_asked_for_as_the_system_has_them() {
        for words in [
            "Maya",
            "Žofie",
            "Ελένη",
            "Марія",
            "“naïve” … –",
            "\u{2068}Jon\u{2069}",
        ] {
            assert_eq!(for_words(BOOK_ITALIC, words), BOOK_ITALIC, "{words}");
        }
        for words in ["مريم", "小林 reads", "שרה", "so 🙂", "ปุ๊ก"] {
            assert_eq!(for_words(BOOK_ITALIC, words), TITLE, "{words}");
            assert_eq!(for_words(SANS_SEMIBOLD, words), SANS_BOLD, "{words}");
        }
    }

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
