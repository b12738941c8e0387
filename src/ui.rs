//! The kit every screen is built from: one theme, one scale, one way for a control to be named, focused and pressed.
//!
//! Screens take their colours from [`theme`], their sizes from [`scale`] and their words from `crate::text`;
//! they name iced itself only for what this module re-exports.

pub mod access;
pub mod card;
pub mod controls;
pub mod dialog;
pub mod fonts;
pub mod gallery;
pub mod icon;
pub mod notice;
pub mod person;
pub mod scale;
pub mod text;
pub mod theme;

pub use iced::widget::{Id, Space, Stack, column, container, row, scrollable, space, stack};
pub use iced::{Alignment, Center, Fill, FillPortion, Length, Padding, Shrink, Task};
pub use theme::Theme;

/// The one renderer: software by default, as iced was built.
pub type Renderer = iced::Renderer;
pub type Element<'a, M> = iced::Element<'a, M, Theme, Renderer>;
pub type Column<'a, M> = iced::widget::Column<'a, M, Theme, Renderer>;
pub type Row<'a, M> = iced::widget::Row<'a, M, Theme, Renderer>;
pub type Container<'a, M> = iced::widget::Container<'a, M, Theme, Renderer>;
pub type Scrollable<'a, M> = iced::widget::Scrollable<'a, M, Theme, Renderer>;
pub type Text<'a> = iced::widget::Text<'a, Theme, Renderer>;
