//! The words of one screen: one person's own page.
