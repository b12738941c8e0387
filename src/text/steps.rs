//! The words of one screen: the ten steps.
