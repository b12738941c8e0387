//! The words of one screen: how the app looks and behaves.
