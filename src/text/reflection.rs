//! The sentences of the reflection screen.
