//! The words of one screen: the app cannot go on, and says why.

pub const SHOW_DETAIL: &str = "Show the technical detail";
pub const HIDE_DETAIL: &str = "Hide the technical detail";
