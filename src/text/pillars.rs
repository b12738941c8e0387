//! The sentences of the pillars screen.
