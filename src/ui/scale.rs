//! Closed scales: every distance, size and breakpoint of the interface is one of these.

use super::fonts;
use iced::Font;

/// Distances, in logical pixels.
pub mod space {
    pub const S4: f32 = 4.0;
    pub const S8: f32 = 8.0;
    pub const S12: f32 = 12.0;
    pub const S16: f32 = 16.0;
    pub const S24: f32 = 24.0;
    pub const S32: f32 = 32.0;
    pub const S48: f32 = 48.0;
    pub const S64: f32 = 64.0;
}

/// Corner radii.
pub mod radius {
    pub const CHECKBOX: f32 = 4.0;
    pub const SEGMENT: f32 = 6.0;
    pub const CONTROL: f32 = 8.0;
    pub const CARD: f32 = 12.0;
    pub const DIALOG: f32 = 16.0;
    /// Half of the tallest chip: fully round.
    pub const CHIP: f32 = 18.0;
}

/// Sizes of icons and person marks.
pub mod size {
    pub const ICON_SMALL: f32 = 16.0;
    pub const ICON: f32 = 18.0;
    pub const ICON_LARGE: f32 = 20.0;
    pub const MARK_SMALL: f32 = 24.0;
    pub const MARK: f32 = 32.0;
    pub const MARK_LARGE: f32 = 44.0;
    /// Height of a control, of a compact one, and of one used while talking.
    pub const CONTROL: f32 = 44.0;
    pub const COMPACT: f32 = 36.0;
    pub const CONVERSATION: f32 = 52.0;
    /// A place in the sidebar.
    pub const PLACE: f32 = 40.0;
    /// The widest a line of text may run.
    pub const MEASURE: f32 = 600.0;
    /// The widest the content of a page may be.
    pub const PAGE: f32 = 1200.0;
    /// The widest a practice or a talk may be that has the whole window.
    pub const STAGE: f32 = 1440.0;
    pub const TOP_BAR: f32 = 64.0;
    pub const DIALOG: f32 = 560.0;
    pub const HAIRLINE: f32 = 1.0;
    /// The app's mark in the sidebar.
    pub const LOGO: f32 = 28.0;
    /// How thick the bar of a page that scrolls is, and how thick in high contrast.
    pub const SCROLLER: f32 = 6.0;
    pub const SCROLLER_BROAD: f32 = 12.0;
    /// The list beside a private page.
    pub const LIST: f32 = 288.0;
    /// The menu sheet of a window without a sidebar.
    pub const MENU: f32 = 288.0;
}

/// A style of type: face, size and line height belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    Display,
    Threshold,
    HomeTitle,
    H1,
    H2,
    H3,
    Lead,
    Writing,
    Read,
    Note,
    Label,
    Interface,
    Small,
}

impl Type {
    /// Size in logical pixels at a text scale of 1.
    #[must_use]
    pub const fn size(self) -> f32 {
        match self {
            Self::Threshold => 52.0,
            Self::Display => 44.0,
            Self::HomeTitle => 40.0,
            Self::H1 => 36.0,
            Self::H2 => 27.0,
            Self::H3 => 22.0,
            Self::Lead => 20.0,
            Self::Writing => 19.0,
            Self::Read | Self::Note => 18.0,
            Self::Label | Self::Interface => 15.0,
            Self::Small => 14.0,
        }
    }

    /// Line height in logical pixels.
    #[must_use]
    pub const fn line(self) -> f32 {
        match self {
            Self::Threshold => 62.0,
            Self::Display => 52.0,
            Self::HomeTitle => 48.0,
            Self::H1 => 44.0,
            Self::H2 => 36.0,
            Self::H3 => 30.0,
            Self::Lead | Self::Writing => 32.0,
            Self::Read | Self::Note => 28.0,
            Self::Label | Self::Interface => 24.0,
            Self::Small => 20.0,
        }
    }

    #[must_use]
    pub const fn font(self) -> Font {
        match self {
            Self::Display | Self::Threshold | Self::HomeTitle | Self::H1 | Self::H2 | Self::H3 => {
                fonts::TITLE
            }
            Self::Lead | Self::Writing | Self::Read => fonts::BOOK,
            Self::Note => fonts::BOOK_ITALIC,
            Self::Label => fonts::SANS_SEMIBOLD,
            Self::Interface | Self::Small => fonts::SANS,
        }
    }
}

/// How much room a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Width {
    /// Under 820: one column.
    Narrow,
    /// 820 to 1119: the sidebar becomes a menu.
    Compact,
    /// 1120 to 1919.
    Wide,
    /// 1920 and over: the content is capped and centred.
    Large,
}

impl Width {
    /// From the window's width in logical pixels and the person's text scale: larger text leaves less room.
    #[must_use]
    pub fn of(window: f32, text_scale: f32) -> Self {
        match window / text_scale.max(f32::EPSILON) {
            w if w < 820.0 => Self::Narrow,
            w if w < 1120.0 => Self::Compact,
            w if w < 1920.0 => Self::Wide,
            _ => Self::Large,
        }
    }

    /// The margin on either side of a page.
    #[must_use]
    pub const fn margin(self) -> f32 {
        match self {
            Self::Narrow => space::S24,
            Self::Compact => space::S32,
            Self::Wide | Self::Large => space::S48,
        }
    }

    /// Where a page of one column begins beside a list as wide as [`size::LIST`], counted from the list: the column is
    /// centred in what is left of the window. Without room for the list it begins at the margin, or centred.
    #[must_use]
    pub fn beside_a_list(self, window: f32) -> f32 {
        let taken = self.sidebar().map_or(0.0, |sidebar| sidebar + size::LIST);
        ((window - taken - size::MEASURE) / 2.0).max(self.margin())
    }

    /// The width of the sidebar, where there is one.
    #[must_use]
    pub const fn sidebar(self) -> Option<f32> {
        match self {
            Self::Narrow | Self::Compact => None,
            Self::Wide => Some(224.0),
            Self::Large => Some(264.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_text_counts_as_a_smaller_window() {
        assert_eq!(Width::of(1280.0, 1.0), Width::Wide);
        assert_eq!(Width::of(1280.0, 1.5), Width::Compact);
        assert_eq!(Width::of(900.0, 1.0), Width::Compact);
        assert_eq!(Width::of(900.0, 1.5), Width::Narrow);
        assert_eq!(Width::of(2560.0, 1.0), Width::Large);
    }
}
