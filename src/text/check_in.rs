//! The words of one screen: a check-in.
