//! The words of one screen: what each said they would do.
