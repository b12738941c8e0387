//! The words of one screen: the app cannot go on, and says why.
