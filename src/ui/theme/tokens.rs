//! Every colour of the interface, by what it is for. Figures and reasons: the design language.

use iced::Color;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// The window behind everything.
    pub ground: Color,
    /// A page.
    pub paper: Color,
    /// Something held: a card, a field.
    pub sheet: Color,
    /// A control that cannot be used.
    pub sunk: Color,
    /// Hairlines; decoration only, never the edge of a control.
    pub line: Color,
    /// The border of a control.
    pub edge: Color,
    /// Text.
    pub ink: Color,
    /// Text that may wait.
    pub ink_soft: Color,
    /// The primary colour.
    pub glaze: Color,
    pub glaze_hover: Color,
    pub glaze_pressed: Color,
    /// A label on glaze.
    pub on_glaze: Color,
    /// What is chosen.
    pub tint: Color,
    pub on_tint: Color,
    /// The first person.
    pub first: Color,
    pub first_tint: Color,
    /// The second person.
    pub second: Color,
    pub second_tint: Color,
    /// Gold in a drawing. Only ever repair.
    pub gold: Color,
    /// Gold in words.
    pub gold_text: Color,
    pub gold_tint: Color,
    pub error: Color,
    pub error_ground: Color,
    pub warning: Color,
    pub warning_ground: Color,
    pub saved: Color,
    pub saved_ground: Color,
    /// The ring around what the keyboard is on.
    pub focus: Color,
    /// Width of the edge of a control, in pixels.
    pub edge_width: f32,
    /// How dark the shadow of a held thing is; nothing throws a shadow in high contrast.
    pub shadow: f32,
}

const fn hex(rgb: u32) -> Color {
    Color::from_rgb8((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

pub(super) const LIGHT: Tokens = Tokens {
    ground: hex(0xeceae3),
    paper: hex(0xf8f7f3),
    sheet: hex(0xffffff),
    sunk: hex(0xf2f0ea),
    line: hex(0xdad6cb),
    edge: hex(0x807b6f),
    ink: hex(0x1e2624),
    ink_soft: hex(0x474c48),
    glaze: hex(0x1e4742),
    glaze_hover: hex(0x173935),
    glaze_pressed: hex(0x102c29),
    on_glaze: hex(0xffffff),
    tint: hex(0xe2ebe6),
    on_tint: hex(0x183b36),
    first: hex(0x2b4470),
    first_tint: hex(0xe7ebf3),
    second: hex(0x78361b),
    second_tint: hex(0xf5e9e1),
    gold: hex(0x96701f),
    gold_text: hex(0x654608),
    gold_tint: hex(0xf7efd9),
    error: hex(0x8a1c3b),
    error_ground: hex(0xfae9ed),
    warning: hex(0x654608),
    warning_ground: hex(0xfaf0d8),
    saved: hex(0x23503f),
    saved_ground: hex(0xe3efe8),
    focus: hex(0x1257a6),
    edge_width: 1.0,
    shadow: 0.11,
};

pub(super) const DARK: Tokens = Tokens {
    ground: hex(0x111615),
    paper: hex(0x171d1c),
    sheet: hex(0x1e2524),
    sunk: hex(0x131817),
    line: hex(0x303937),
    edge: hex(0x7d8985),
    ink: hex(0xece8de),
    ink_soft: hex(0xbfbcb2),
    glaze: hex(0xb4d4cb),
    glaze_hover: hex(0xc8e2da),
    glaze_pressed: hex(0x9cc2b8),
    on_glaze: hex(0x10201d),
    tint: hex(0x212e2b),
    on_tint: hex(0xcfe5dd),
    first: hex(0xb0c3ea),
    first_tint: hex(0x232b3b),
    second: hex(0xebbba2),
    second_tint: hex(0x382a22),
    gold: hex(0xd9b35a),
    gold_text: hex(0xe9cd8a),
    gold_tint: hex(0x2f2919),
    error: hex(0xf4b3c2),
    error_ground: hex(0x3a2128),
    warning: hex(0xebcb86),
    warning_ground: hex(0x332b18),
    saved: hex(0xa9d6bf),
    saved_ground: hex(0x1e332a),
    focus: hex(0x8fc1ff),
    edge_width: 1.0,
    shadow: 0.16,
};

pub(super) const HIGH_CONTRAST: Tokens = Tokens {
    ground: hex(0xffffff),
    paper: hex(0xffffff),
    sheet: hex(0xffffff),
    sunk: hex(0xffffff),
    line: hex(0x000000),
    edge: hex(0x000000),
    ink: hex(0x000000),
    ink_soft: hex(0x1a1a1a),
    glaze: hex(0x00302b),
    glaze_hover: hex(0x001f1c),
    glaze_pressed: hex(0x000000),
    on_glaze: hex(0xffffff),
    tint: hex(0xddefe9),
    on_tint: hex(0x00211e),
    first: hex(0x10295c),
    first_tint: hex(0xffffff),
    second: hex(0x5a1e06),
    second_tint: hex(0xffffff),
    gold: hex(0x6b4b00),
    gold_text: hex(0x4a3300),
    gold_tint: hex(0xffffff),
    error: hex(0x6e0020),
    error_ground: hex(0xffffff),
    warning: hex(0x4a3300),
    warning_ground: hex(0xffffff),
    saved: hex(0x003a26),
    saved_ground: hex(0xffffff),
    focus: hex(0x0033b0),
    edge_width: 2.0,
    shadow: 0.0,
};

/// The threshold surfaces (door, setup, hand-over, practice) look alike in light and dark.
pub mod threshold {
    use super::{Color, hex};

    pub const UPPER: (Color, Color) = (hex(0x265049), hex(0x1a3d37));
    pub const LOWER: (Color, Color) = (hex(0x193b36), hex(0x0e2623));
    pub const TEXT: Color = hex(0xf2efe6);
    pub const BORDER: Color = hex(0xa9c0b9);
    pub const FOCUS: Color = hex(0x8fc1ff);
    /// A pale button under the pointer, and while it is pressed.
    pub const PALE_HOVERED: Color = hex(0xffffff);
    pub const PALE_PRESSED: Color = hex(0xd9d5c8);
}
