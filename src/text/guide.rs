//! The words of one screen: a guide, page by page.
