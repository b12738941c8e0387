//! People: a shape, a letter, then a colour. The first person is an indigo disc, the second a rounded iron square.

use super::access::{Role, access};
use super::scale::Type;
use super::text::text;
use super::theme::{Theme, Tokens, style, threshold};
use super::{Element, Stack, container, fonts};
use iced::widget::text::LineHeight;
use iced::{Color, Padding, border};
use unicode_segmentation::UnicodeSegmentation;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    First,
    Second,
}

impl Mark {
    fn colour(self) -> fn(&Tokens) -> Color {
        match self {
            Self::First => |t| t.first,
            Self::Second => |t| t.second,
        }
    }

    fn radius(self, size: f32) -> f32 {
        match self {
            Self::First => size / 2.0,
            Self::Second => size / 4.0,
        }
    }
}

/// The first letter of a name as its writer sees it, in any script.
#[must_use]
pub fn letter(name: &str) -> String {
    name.trim()
        .graphemes(true)
        .next()
        .unwrap_or_default()
        .to_uppercase()
}

/// A name cut to so much room, counted in Latin letters, as its writer sees it; signs beyond Arabic are about as wide as
/// two letters.
#[must_use]
pub fn short(name: &str, room: usize) -> String {
    const FIRST_WIDE: char = '\u{1100}';
    let mut left = room;
    let mut kept = String::new();
    for letter in name.trim().graphemes(true) {
        let wide = letter.chars().next().is_some_and(|c| c >= FIRST_WIDE);
        let takes = 1 + usize::from(wide);
        if takes > left {
            return format!("{}…", kept.trim_end());
        }
        left -= takes;
        kept.push_str(letter);
    }
    kept
}

/// A person's mark, `size` pixels across. `name` is read out.
pub fn mark<'a, M: Clone + 'a>(mark: Mark, name: &str, size: f32) -> Element<'a, M> {
    access(Role::Image, face(mark, name, size))
        .name(name.to_owned())
        .into()
}

fn face<'a, M: 'a>(mark: Mark, name: &str, size: f32) -> Element<'a, M> {
    let letter = text(Type::Label, letter(name))
        .font(fonts::SANS_BOLD)
        .size((size * 0.46).round())
        .line_height(LineHeight::Relative(1.0))
        .style(|theme: &Theme| iced::widget::text::Style {
            color: Some(theme.tokens().sheet),
        });
    container(letter)
        .center(size)
        .style(style::shape(
            mark.colour(),
            mark.colour(),
            mark.radius(size),
        ))
        .into()
}

/// Both marks, the second lapping over the first, apart by a rim in the colour they stand on.
pub fn pair<'a, M: Clone + 'a>(
    first: &str,
    second: &str,
    size: f32,
    ground: fn(&Tokens) -> Color,
) -> Element<'a, M> {
    const RIM: f32 = 2.0;
    let step = (size * 0.86).round();
    let rim = move |theme: &Theme| {
        let colour = ground(theme.tokens());
        container::Style {
            background: Some(colour.into()),
            border: border::rounded(Mark::Second.radius(size) + RIM),
            ..container::Style::default()
        }
    };
    let over = container(face(Mark::Second, second, size))
        .padding(RIM)
        .style(rim);
    let both = Stack::new()
        .push(
            container(face(Mark::First, first, size))
                .padding(RIM)
                .width(step + size + 2.0 * RIM),
        )
        .push(container(over).padding(Padding::ZERO.left(step)));
    access(Role::Image, both)
        .name(format!("{first}, {second}"))
        .into()
}

/// A line in a person's colour and, for those who do not see colour, in their pattern.
#[must_use]
pub fn is_dashed(mark: Mark) -> bool {
    mark == Mark::Second
}

/// A well in a person's tint, for what is theirs to do now.
pub fn tinted(mark: Mark) -> impl Fn(&Theme) -> container::Style {
    use super::scale::radius;
    move |theme| {
        let t = theme.tokens();
        let (fill, line) = match mark {
            Mark::First => (t.first_tint, t.first),
            Mark::Second => (t.second_tint, t.second),
        };
        let edge = if *theme == Theme::HighContrast {
            t.edge_width
        } else {
            0.0
        };
        container::Style {
            background: Some(fill.into()),
            border: border::rounded(radius::CONTROL).color(line).width(edge),
            ..container::Style::default()
        }
    }
}

/// The rim of a pair that stands on a threshold surface.
#[must_use]
pub fn on_threshold(_: &Tokens) -> Color {
    threshold::UPPER.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(short("Maya", 4), "Maya");
        assert_eq!(short("Maya Lind", 5), "Maya…");
        assert_eq!(short("欧阳美玲", 5), "欧阳…");
        assert_eq!(short("👩‍🚀👩‍🚀", 3), "👩‍🚀…");
    }

    #[test]
    fn a_letter_is_what_the_writer_sees_as_one() {
        assert_eq!(letter("maya"), "M");
        assert_eq!(letter(" Jon"), "J");
        assert_eq!(letter("مريم"), "م");
        assert_eq!(letter("美玲"), "美");
        assert_eq!(letter("👩‍🚀 Ana"), "👩‍🚀");
        assert_eq!(letter("e\u{301}lodie"), "E\u{301}");
        assert_eq!(letter(""), "");
    }
}
