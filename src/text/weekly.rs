//! The words of one screen: the weekly page.
