//! The words of one screen: the laptop is passed on.
