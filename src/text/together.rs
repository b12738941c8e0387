//! The words of one screen: the week of the two, together.
