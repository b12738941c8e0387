//! Looks, each a plain function from the theme (and a widget's status) to what iced draws.

mod small;

pub use small::{link, notice, ringed, status, still};

use super::{Theme, Tokens};
use crate::ui::scale::radius;
use iced::border::{self, Border};
use iced::widget::{button, container, rule, scrollable, text, text_editor, text_input};
use iced::{Background, Color, Shadow};

fn edge(t: &Tokens, color: Color, radius: f32) -> Border {
    border::rounded(radius).color(color).width(t.edge_width)
}

// Text

macro_rules! tones {
    ($($(#[$doc:meta])* $name:ident = $token:ident;)+) => {
        /// Colours text may take: `text.style(tone::soft)`.
        pub mod tone {
            use super::{Theme, text};
            $($(#[$doc])* #[must_use] pub fn $name(theme: &Theme) -> text::Style {
                text::Style { color: Some(theme.tokens().$token) }
            })+
        }
    };
}

tones! {
    soft = ink_soft;
    glaze = glaze;
    on_glaze = on_glaze;
    on_tint = on_tint;
    /// Only for words about a repair.
    gold = gold_text;
    error = error;
    warning = warning;
    saved = saved;
}

/// Words on a threshold surface.
#[must_use]
pub fn threshold_text(_: &Theme) -> text::Style {
    text::Style {
        color: Some(super::threshold::TEXT),
    }
}

// Buttons

fn base_button(t: &Tokens) -> button::Style {
    button::Style {
        background: None,
        text_color: t.ink,
        border: border::rounded(radius::CONTROL),
        shadow: Shadow::default(),
        snap: true,
    }
}

fn unavailable(t: &Tokens) -> button::Style {
    button::Style {
        background: Some(t.ground.into()),
        text_color: t.ink_soft,
        border: border::rounded(radius::CONTROL).color(t.line).width(1.0),
        ..base_button(t)
    }
}

#[must_use]
pub fn primary(theme: &Theme, status: button::Status) -> button::Style {
    let t = theme.tokens();
    let fill = match status {
        button::Status::Active => t.glaze,
        button::Status::Hovered => t.glaze_hover,
        button::Status::Pressed => t.glaze_pressed,
        button::Status::Disabled => return unavailable(t),
    };
    button::Style {
        background: Some(fill.into()),
        text_color: t.on_glaze,
        ..base_button(t)
    }
}

#[must_use]
pub fn secondary(theme: &Theme, status: button::Status) -> button::Style {
    let t = theme.tokens();
    let (fill, line) = match status {
        button::Status::Active => (t.sheet, t.edge),
        button::Status::Hovered => (t.sunk, t.edge),
        button::Status::Pressed => (t.ground, t.ink),
        button::Status::Disabled => return unavailable(t),
    };
    button::Style {
        background: Some(fill.into()),
        border: edge(t, line, radius::CONTROL),
        ..base_button(t)
    }
}

#[must_use]
pub fn quiet(theme: &Theme, status: button::Status) -> button::Style {
    let t = theme.tokens();
    let (fill, ink) = match status {
        button::Status::Active => (None, t.glaze),
        button::Status::Hovered => (Some(t.tint.into()), t.on_tint),
        button::Status::Pressed => (Some(t.tint.into()), t.ink),
        button::Status::Disabled => return unavailable(t),
    };
    button::Style {
        background: fill,
        text_color: ink,
        ..base_button(t)
    }
}

#[must_use]
pub fn danger(theme: &Theme, status: button::Status) -> button::Style {
    let t = theme.tokens();
    let fill = match status {
        button::Status::Active => t.sheet,
        button::Status::Hovered | button::Status::Pressed => t.error_ground,
        button::Status::Disabled => return unavailable(t),
    };
    button::Style {
        background: Some(fill.into()),
        text_color: t.error,
        border: edge(t, t.error, radius::CONTROL),
        ..base_button(t)
    }
}

/// Threshold surfaces are the same in every theme, and so are the buttons on them.
#[must_use]
pub fn primary_on_glaze(theme: &Theme, status: button::Status) -> button::Style {
    use super::threshold::{PALE_HOVERED, PALE_PRESSED, TEXT, UPPER};
    let fill = match status {
        button::Status::Active => TEXT,
        button::Status::Hovered => PALE_HOVERED,
        button::Status::Pressed => PALE_PRESSED,
        button::Status::Disabled => return off_on_glaze(theme),
    };
    button::Style {
        background: Some(fill.into()),
        text_color: UPPER.1,
        ..base_button(theme.tokens())
    }
}

#[must_use]
pub fn secondary_on_glaze(theme: &Theme, status: button::Status) -> button::Style {
    use super::threshold::{BORDER, TEXT};
    let (fill, line) = match status {
        button::Status::Active => (None, BORDER),
        button::Status::Hovered => (Some(TEXT.scale_alpha(0.08).into()), TEXT),
        button::Status::Pressed => (Some(TEXT.scale_alpha(0.16).into()), TEXT),
        button::Status::Disabled => return off_on_glaze(theme),
    };
    button::Style {
        background: fill,
        text_color: TEXT,
        border: edge(theme.tokens(), line, radius::CONTROL),
        ..base_button(theme.tokens())
    }
}

fn off_on_glaze(theme: &Theme) -> button::Style {
    use super::threshold::{BORDER, LOWER};
    button::Style {
        background: Some(LOWER.1.into()),
        text_color: BORDER,
        ..base_button(theme.tokens())
    }
}

/// Something pressable that shows it only when the pointer is over it.
#[must_use]
pub fn bare(theme: &Theme, status: button::Status) -> button::Style {
    let t = theme.tokens();
    button::Style {
        text_color: match status {
            button::Status::Disabled => t.ink_soft,
            _ => t.ink,
        },
        background: match status {
            button::Status::Hovered | button::Status::Pressed => {
                Some(t.tint.scale_alpha(0.5).into())
            }
            _ => None,
        },
        ..base_button(t)
    }
}

/// A big row to press, as on the door.
#[must_use]
pub fn row(theme: &Theme, status: button::Status) -> button::Style {
    let style = secondary(theme, status);
    button::Style {
        border: style.border.rounded(radius::CARD),
        ..style
    }
}

/// A place in the sidebar.
pub fn place(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let t = theme.tokens();
        let style = base_button(t);
        match (chosen, status) {
            (true, _) => button::Style {
                background: Some(t.tint.into()),
                text_color: t.on_tint,
                border: picked_in_high_contrast(theme, style.border),
                ..style
            },
            (false, button::Status::Hovered | button::Status::Pressed) => button::Style {
                background: Some(t.sunk.into()),
                ..style
            },
            (false, _) => button::Style {
                text_color: t.ink_soft,
                ..style
            },
        }
    }
}

/// One of a list on [`sunk`] ground, tinted while it is open.
pub fn listed(open: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let t = theme.tokens();
        let over = matches!(status, button::Status::Hovered | button::Status::Pressed);
        let style = place(open)(theme, status);
        if open {
            return style;
        }
        button::Style {
            background: over.then(|| t.ground.into()),
            text_color: t.ink,
            ..style
        }
    }
}

fn picked_in_high_contrast(theme: &Theme, border: Border) -> Border {
    if *theme == Theme::HighContrast {
        border
            .color(theme.tokens().glaze)
            .width(theme.tokens().edge_width)
    } else {
        border
    }
}

/// One of several to choose from. `outlined` ones have an edge while not chosen.
pub fn option(
    chosen: bool,
    outlined: bool,
    radius: f32,
) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let t = theme.tokens();
        let over = matches!(status, button::Status::Hovered | button::Status::Pressed);
        let style = base_button(t);
        if chosen {
            return button::Style {
                background: Some(t.tint.into()),
                text_color: t.on_tint,
                border: border::rounded(radius)
                    .color(t.glaze)
                    .width(t.edge_width.max(1.5)),
                ..style
            };
        }
        button::Style {
            background: match (over, outlined) {
                (true, _) => Some(t.sunk.into()),
                (false, true) => Some(t.sheet.into()),
                (false, false) => None,
            },
            border: if outlined {
                edge(t, t.edge, radius)
            } else {
                border::rounded(radius)
            },
            ..style
        }
    }
}

// Containers

fn filled(background: impl Into<Background>) -> container::Style {
    container::Style {
        background: Some(background.into()),
        ..container::Style::default()
    }
}

#[must_use]
pub fn ground(theme: &Theme) -> container::Style {
    filled(theme.tokens().ground)
}

#[must_use]
pub fn paper(theme: &Theme) -> container::Style {
    filled(theme.tokens().paper)
}

/// A list beside a page.
#[must_use]
pub fn sunk(theme: &Theme) -> container::Style {
    filled(theme.tokens().sunk)
}

/// Something that could be held.
#[must_use]
pub fn card(theme: &Theme) -> container::Style {
    let t = theme.tokens();
    container::Style {
        border: edge(t, t.line, radius::CARD),
        ..filled(t.sheet)
    }
}

/// A block set into the page, for what is good to know.
#[must_use]
pub fn well(theme: &Theme) -> container::Style {
    let t = theme.tokens();
    container::Style {
        border: picked_in_high_contrast(theme, border::rounded(radius::CONTROL)),
        ..filled(t.ground)
    }
}

#[must_use]
pub fn dialog(theme: &Theme) -> container::Style {
    let t = theme.tokens();
    container::Style {
        border: edge(t, t.line, radius::DIALOG),
        ..filled(t.sheet)
    }
}

/// What lies behind a dialog.
#[must_use]
pub fn scrim(theme: &Theme) -> container::Style {
    let dim = match theme {
        Theme::Light => 0.32,
        Theme::Dark | Theme::HighContrast => 0.6,
    };
    filled(Color {
        a: dim,
        ..Color::BLACK
    })
}

/// Glaze over the whole window, dark in every theme; flat for those who chose high contrast.
pub fn threshold(flat: bool) -> impl Fn(&Theme) -> container::Style {
    move |_| {
        let (upper, lower) = super::threshold::LOWER;
        if flat {
            return filled(lower);
        }
        let shade = iced::gradient::Linear::new(iced::Degrees(150.0))
            .add_stop(0.0, upper)
            .add_stop(1.0, lower);
        filled(iced::Gradient::Linear(shade))
    }
}

/// The frame around a row of segments.
#[must_use]
pub fn frame(theme: &Theme) -> container::Style {
    let t = theme.tokens();
    container::Style {
        border: edge(t, t.edge, radius::CONTROL),
        ..filled(t.sheet)
    }
}

/// Any fill, edge and radius out of the tokens.
pub fn shape(
    fill: fn(&Tokens) -> Color,
    line: fn(&Tokens) -> Color,
    radius: f32,
) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let t = theme.tokens();
        container::Style {
            border: edge(t, line(t), radius),
            ..filled(fill(t))
        }
    }
}

// Lines, fields, scrolling

#[must_use]
pub fn hairline(theme: &Theme) -> rule::Style {
    rule::Style {
        color: theme.tokens().line,
        radius: 0.0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    }
}

fn field_look(
    theme: &Theme,
    line: Color,
    width: f32,
    status: text_input::Status,
) -> text_input::Style {
    let t = theme.tokens();
    let off = status == text_input::Status::Disabled;
    text_input::Style {
        background: if off { t.sunk } else { t.sheet }.into(),
        border: border::rounded(radius::CONTROL)
            .color(if off { t.line } else { line })
            .width(width),
        icon: t.ink_soft,
        placeholder: t.ink_soft,
        value: if off { t.ink_soft } else { t.ink },
        selection: t.focus.scale_alpha(0.28),
    }
}

#[must_use]
pub fn field(theme: &Theme, status: text_input::Status) -> text_input::Style {
    let t = theme.tokens();
    let line = match status {
        text_input::Status::Hovered => t.ink,
        _ => t.edge,
    };
    field_look(theme, line, t.edge_width, status)
}

#[must_use]
pub fn field_in_error(theme: &Theme, status: text_input::Status) -> text_input::Style {
    field_look(
        theme,
        theme.tokens().error,
        theme.tokens().edge_width.max(2.0),
        status,
    )
}

#[must_use]
pub fn writing(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    let t = theme.tokens();
    let (line, width) = match status {
        text_editor::Status::Focused { .. } => (t.focus, t.edge_width.max(2.0)),
        text_editor::Status::Hovered => (t.ink, t.edge_width),
        text_editor::Status::Active => (t.edge, t.edge_width),
        text_editor::Status::Disabled => (t.line, t.edge_width),
    };
    text_editor::Style {
        background: match status {
            text_editor::Status::Disabled => t.sunk,
            _ => t.sheet,
        }
        .into(),
        border: border::rounded(radius::CONTROL).color(line).width(width),
        placeholder: t.ink_soft,
        value: t.ink,
        selection: t.focus.scale_alpha(0.28),
    }
}

/// A field written straight on the page; [`crate::ui::access::Ring::Beside`] shows the focus.
#[must_use]
pub fn bare_field(theme: &Theme, status: text_input::Status) -> text_input::Style {
    text_input::Style {
        background: Color::TRANSPARENT.into(),
        border: Border::default(),
        ..field_look(theme, Color::TRANSPARENT, 0.0, status)
    }
}

/// As [`bare_field`], for more than a line.
#[must_use]
pub fn bare_writing(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    text_editor::Style {
        background: Color::TRANSPARENT.into(),
        border: Border::default(),
        ..writing(theme, status)
    }
}

/// A bar at rest does not draw the eye, and is seen by whoever looks for it.
const SOFT_BAR: f32 = 0.6;

#[must_use]
pub fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let t = theme.tokens();
    let over = !matches!(status, scrollable::Status::Active { .. });
    let rail = scrollable::Rail {
        background: None,
        border: border::rounded(radius::CHECKBOX),
        scroller: scrollable::Scroller {
            background: if over || *theme == Theme::HighContrast {
                t.ink_soft
            } else {
                t.edge.scale_alpha(SOFT_BAR)
            }
            .into(),
            border: border::rounded(radius::SEGMENT),
        },
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: t.sheet.into(),
            border: edge(t, t.edge, radius::CHIP),
            shadow: Shadow::default(),
            icon: t.ink,
        },
    }
}
