//! The one room that knows all others: which screen is shown, who is here, and what becomes of what a screen wants.

pub mod shortcuts;
pub mod worker;
