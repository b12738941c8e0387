//! The words of one screen: help and safety.
