//! Looks of the small controls: links, chips, banners.

use super::{base_button, edge, filled};
use crate::ui::controls::{Day, Status};
use crate::ui::notice::Kind;
use crate::ui::scale::radius;
use crate::ui::theme::{Theme, Tokens};
use iced::Color;
use iced::border;
use iced::widget::{button, container};

/// Pressable, and looking the same throughout: what it holds shows the state.
#[must_use]
pub fn still(theme: &Theme, _: button::Status) -> button::Style {
    base_button(theme.tokens())
}

#[must_use]
pub fn link(theme: &Theme, status: button::Status) -> button::Style {
    let t = theme.tokens();
    button::Style {
        text_color: match status {
            button::Status::Hovered | button::Status::Pressed => t.ink,
            button::Status::Disabled => t.ink_soft,
            button::Status::Active => t.glaze,
        },
        ..base_button(t)
    }
}

/// A day of a month: glaze where what belongs to it is shown, an edge where it is today.
pub fn day(day: Day) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let t = theme.tokens();
        let border = border::rounded(radius::SEGMENT);
        container::Style {
            background: day.open.then(|| t.glaze.into()),
            border: if day.today && !day.open {
                edge(t, t.edge, radius::SEGMENT)
            } else {
                border
            },
            ..container::Style::default()
        }
    }
}

/// The dot under a day.
pub fn dot(open: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let t = theme.tokens();
        let fill = if open { t.on_glaze } else { t.glaze };
        container::Style {
            border: border::rounded(radius::CHECKBOX),
            ..filled(fill)
        }
    }
}

/// As [`shape`], with an edge that shows it is chosen.
pub fn ringed(
    fill: fn(&Tokens) -> Color,
    line: fn(&Tokens) -> Color,
    radius: f32,
) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let t = theme.tokens();
        container::Style {
            border: border::rounded(radius).color(line(t)).width(2.0),
            ..filled(fill(t))
        }
    }
}

pub fn status(status: Status) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let t = theme.tokens();
        let (fill, line, ink) = match status {
            Status::Kept => (t.saved_ground, None, t.saved),
            Status::Adjusted | Status::Shared => (t.tint, None, t.on_tint),
            Status::Missed => (t.paper, Some(t.edge), t.ink),
            Status::Repaired => (t.gold_tint, None, t.gold_text),
            Status::Private => (t.ground, Some(t.edge), t.ink),
        };
        let line = match (line, theme) {
            (None, Theme::HighContrast) => Some(ink),
            (line, _) => line,
        };
        container::Style {
            text_color: Some(ink),
            border: match line {
                Some(line) => edge(t, line, radius::CHIP),
                None => border::rounded(radius::CHIP),
            },
            ..filled(fill)
        }
    }
}

pub fn notice(kind: Kind) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let t = theme.tokens();
        let (fill, line) = match kind {
            Kind::Error => (t.error_ground, t.error),
            Kind::Warning => (t.warning_ground, t.warning),
            Kind::Saved => (t.saved_ground, t.saved),
            Kind::Info => (t.tint, t.glaze),
        };
        container::Style {
            border: edge(t, line, radius::CONTROL),
            ..filled(fill)
        }
    }
}
