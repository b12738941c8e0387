//! The words of one screen: who is here.
