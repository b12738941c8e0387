//! The words of one screen: the weekly page.

/// What the saved file is called at first; it names nobody.
pub const FILE_NAME: &str = "week.pdf";
pub const PDF: &str = "PDF";
