//! The words of one screen: the jar.
