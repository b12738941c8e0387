//! The sentences of the library screen.
