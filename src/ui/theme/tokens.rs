//! Every colour of the interface, by what it is for. Figures and reasons: the design language.

use crate::ui::art::rgb;
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

pub(super) const LIGHT: Tokens = Tokens {
    ground: rgb(0xeceae3),
    paper: rgb(0xf8f7f3),
    sheet: rgb(0xffffff),
    sunk: rgb(0xf2f0ea),
    line: rgb(0xdad6cb),
    edge: rgb(0x807b6f),
    ink: rgb(0x1e2624),
    ink_soft: rgb(0x474c48),
    glaze: rgb(0x1e4742),
    glaze_hover: rgb(0x173935),
    glaze_pressed: rgb(0x102c29),
    on_glaze: rgb(0xffffff),
    tint: rgb(0xe2ebe6),
    on_tint: rgb(0x183b36),
    first: rgb(0x2b4470),
    first_tint: rgb(0xe7ebf3),
    second: rgb(0x78361b),
    second_tint: rgb(0xf5e9e1),
    gold: rgb(0x96701f),
    gold_text: rgb(0x654608),
    gold_tint: rgb(0xf7efd9),
    error: rgb(0x8a1c3b),
    error_ground: rgb(0xfae9ed),
    warning: rgb(0x654608),
    warning_ground: rgb(0xfaf0d8),
    saved: rgb(0x23503f),
    saved_ground: rgb(0xe3efe8),
    focus: rgb(0x1257a6),
    edge_width: 1.0,
    shadow: 0.11,
};

pub(super) const DARK: Tokens = Tokens {
    ground: rgb(0x111615),
    paper: rgb(0x171d1c),
    sheet: rgb(0x1e2524),
    sunk: rgb(0x131817),
    line: rgb(0x303937),
    edge: rgb(0x7d8985),
    ink: rgb(0xece8de),
    ink_soft: rgb(0xbfbcb2),
    glaze: rgb(0xb4d4cb),
    glaze_hover: rgb(0xc8e2da),
    glaze_pressed: rgb(0x9cc2b8),
    on_glaze: rgb(0x10201d),
    tint: rgb(0x212e2b),
    on_tint: rgb(0xcfe5dd),
    first: rgb(0xb0c3ea),
    first_tint: rgb(0x232b3b),
    second: rgb(0xebbba2),
    second_tint: rgb(0x382a22),
    gold: rgb(0xd9b35a),
    gold_text: rgb(0xe9cd8a),
    gold_tint: rgb(0x2f2919),
    error: rgb(0xf4b3c2),
    error_ground: rgb(0x3a2128),
    warning: rgb(0xebcb86),
    warning_ground: rgb(0x332b18),
    saved: rgb(0xa9d6bf),
    saved_ground: rgb(0x1e332a),
    focus: rgb(0x8fc1ff),
    edge_width: 1.0,
    shadow: 0.16,
};

pub(super) const HIGH_CONTRAST: Tokens = Tokens {
    ground: rgb(0xffffff),
    paper: rgb(0xffffff),
    sheet: rgb(0xffffff),
    sunk: rgb(0xffffff),
    line: rgb(0x000000),
    edge: rgb(0x000000),
    ink: rgb(0x000000),
    ink_soft: rgb(0x1a1a1a),
    glaze: rgb(0x00302b),
    glaze_hover: rgb(0x001f1c),
    glaze_pressed: rgb(0x000000),
    on_glaze: rgb(0xffffff),
    tint: rgb(0xddefe9),
    on_tint: rgb(0x00211e),
    first: rgb(0x10295c),
    first_tint: rgb(0xffffff),
    second: rgb(0x5a1e06),
    second_tint: rgb(0xffffff),
    gold: rgb(0x6b4b00),
    gold_text: rgb(0x4a3300),
    gold_tint: rgb(0xffffff),
    error: rgb(0x6e0020),
    error_ground: rgb(0xffffff),
    warning: rgb(0x4a3300),
    warning_ground: rgb(0xffffff),
    saved: rgb(0x003a26),
    saved_ground: rgb(0xffffff),
    focus: rgb(0x0033b0),
    edge_width: 2.0,
    shadow: 0.0,
};

/// The threshold surfaces (door, setup, hand-over, practice) look alike in light and dark.
pub mod threshold {
    use super::{Color, rgb};

    pub const UPPER: (Color, Color) = (rgb(0x265049), rgb(0x1a3d37));
    pub const LOWER: (Color, Color) = (rgb(0x193b36), rgb(0x0e2623));
    pub const TEXT: Color = rgb(0xf2efe6);
    pub const BORDER: Color = rgb(0xa9c0b9);
    /// A pale button under the pointer, and while it is pressed.
    pub const PALE_HOVERED: Color = rgb(0xffffff);
    pub const PALE_PRESSED: Color = rgb(0xd9d5c8);
}
