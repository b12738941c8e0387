//! The words of one screen: a private page.
