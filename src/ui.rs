//! The kit every screen is built from: one theme, one scale, one way for a control to be named, focused and pressed.
//!
//! Screens take their colours from [`theme`], their sizes from [`scale`] and their words from `crate::text`;
//! they name iced itself only for what this module re-exports.

pub mod access;
pub mod art;
pub mod bowl;
pub mod breath;
pub mod card;
pub mod chart;
pub mod clock;
pub mod controls;
pub mod dialog;
pub mod direction;
pub mod faces;
pub mod flow;
pub mod fonts;
pub mod gallery;
pub mod geometry;
pub mod held;
pub mod icon;
pub mod jar;
pub mod layout;
pub mod level;
pub mod mark;
pub mod notice;
pub mod person;
pub mod scale;
pub mod scroll;
pub mod seam;
pub mod shard;
pub mod text;
pub mod theme;

pub use direction::Text;
pub use iced::widget::{Id, Space, Stack, column, container, row, space, stack};
pub use iced::{Alignment, Center, Fill, FillPortion, Length, Padding, Shrink, Task};
pub use scroll::scrolled;
pub use theme::Theme;

/// The one renderer: software by default, as iced was built.
pub type Renderer = iced::Renderer;
pub type Element<'a, M> = iced::Element<'a, M, Theme, Renderer>;
pub type Column<'a, M> = iced::widget::Column<'a, M, Theme, Renderer>;
pub type Row<'a, M> = iced::widget::Row<'a, M, Theme, Renderer>;
pub type Container<'a, M> = iced::widget::Container<'a, M, Theme, Renderer>;
pub type Scrollable<'a, M> = iced::widget::Scrollable<'a, M, Theme, Renderer>;

/// A drawn picture, ready for the screen.
#[derive(Debug, Clone)]
pub struct Picture {
    pub handle: iced::widget::image::Handle,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// Nothing at all, as large as there is room: what is shown while leaving.
pub fn blank<'a, M: 'a>() -> Element<'a, M> {
    container(space())
        .width(Fill)
        .height(Fill)
        .style(theme::style::paper)
        .into()
}
