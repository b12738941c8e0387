//! The words of one screen: two people, or one, make this theirs.
