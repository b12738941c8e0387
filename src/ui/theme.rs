//! Three looks of one design: light, dark, high contrast.

mod catalog;
pub mod style;
mod tokens;

pub use tokens::{Tokens, threshold};

use iced::theme::{Base, Mode, Palette, Style};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    HighContrast,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    #[must_use]
    pub const fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &tokens::LIGHT,
            Self::Dark => &tokens::DARK,
            Self::HighContrast => &tokens::HIGH_CONTRAST,
        }
    }
}

/// An app that chooses no theme gets the one the system prefers.
impl Base for Theme {
    fn default(preference: Mode) -> Self {
        match preference {
            Mode::Dark => Self::Dark,
            Mode::Light | Mode::None => Self::Light,
        }
    }

    fn mode(&self) -> Mode {
        match self {
            Self::Dark => Mode::Dark,
            Self::Light | Self::HighContrast => Mode::Light,
        }
    }

    fn base(&self) -> Style {
        Style {
            background_color: self.tokens().paper,
            text_color: self.tokens().ink,
        }
    }

    fn palette(&self) -> Option<Palette> {
        let t = self.tokens();
        Some(Palette {
            background: t.paper,
            text: t.ink,
            primary: t.glaze,
            success: t.saved,
            warning: t.warning,
            danger: t.error,
        })
    }

    fn name(&self) -> &str {
        match self {
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::HighContrast => "HighContrast",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::Color;

    fn contrast(a: Color, b: Color) -> f32 {
        let (a, b) = (a.relative_luminance(), b.relative_luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    type Pair = (
        &'static str,
        fn(&Tokens) -> Color,
        &'static str,
        fn(&Tokens) -> Color,
    );

    macro_rules! pairs {
        ($($front:ident on $($back:ident),+;)+) => {
            [$($((stringify!($front), (|t: &Tokens| t.$front) as fn(&Tokens) -> Color,
                  stringify!($back), (|t: &Tokens| t.$back) as fn(&Tokens) -> Color)),+),+]
        };
    }

    fn check(pairs: &[Pair], least: f32) {
        for theme in Theme::ALL {
            let t = theme.tokens();
            for (front, f, back, b) in pairs {
                let found = contrast(f(t), b(t));
                assert!(
                    found >= least,
                    "{theme:?}: {front} on {back} is {found:.2}, not {least}"
                );
            }
        }
    }

    #[test]
    fn every_text_can_be_read() {
        check(
            &pairs! {
                ink on ground, paper, sheet, sunk, tint, first_tint, second_tint, gold_tint,
                    error_ground, warning_ground, saved_ground;
                ink_soft on ground, paper, sheet, sunk, tint, first_tint, second_tint;
                glaze on ground, paper, sheet, tint;
                on_glaze on glaze, glaze_hover, glaze_pressed;
                on_tint on tint;
                first on paper, sheet, first_tint;
                second on paper, sheet, second_tint;
                sheet on first, second;
                gold_text on ground, paper, sheet, gold_tint;
                error on paper, sheet, error_ground;
                warning on paper, sheet, warning_ground;
                saved on paper, sheet, saved_ground;
            },
            4.5,
        );
        for (top, bottom) in [threshold::UPPER, threshold::LOWER] {
            assert!(
                contrast(threshold::TEXT, top) >= 4.5 && contrast(threshold::TEXT, bottom) >= 4.5
            );
        }
    }

    #[test]
    fn every_edge_ring_and_drawing_can_be_made_out() {
        check(
            &pairs! {
                edge on ground, paper, sheet, sunk;
                focus on ground, paper, sheet, sunk, tint;
                gold on paper, sheet, ground;
                glaze on tint, sheet;
                error on error_ground, paper;
                warning on warning_ground, paper;
                saved on saved_ground, paper;
            },
            3.0,
        );
        // On the threshold surfaces the controls are those of the dark theme.
        let ring = Theme::Dark.tokens().focus;
        assert!(contrast(ring, threshold::UPPER.0) >= 3.0);
        assert!(contrast(threshold::BORDER, threshold::UPPER.0) >= 3.0);
    }

    #[test]
    fn without_a_choice_the_system_decides() {
        assert_eq!(<Theme as Base>::default(Mode::Dark), Theme::Dark);
        assert_eq!(<Theme as Base>::default(Mode::Light), Theme::Light);
        assert_eq!(<Theme as Base>::default(Mode::None), Theme::Light);
    }
}
