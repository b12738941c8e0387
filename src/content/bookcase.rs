//! The library as the app holds it.

use super::Library;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A library that is read when somebody first looks into it. The door needs none of it, and reading it all takes half as long
/// as opening an empty window does. Clones share what was read.
#[derive(Debug, Clone)]
pub struct Bookcase(Arc<OnceLock<Arc<Library>>>);

impl Bookcase {
    /// The content built into the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self(Arc::default())
    }

    /// Whether somebody has looked.
    #[cfg(test)]
    pub(crate) fn is_open(&self) -> bool {
        self.0.get().is_some()
    }

    pub fn library(&self) -> &Library {
        // A test holds what is built in free of faults, so there is always something to show.
        self.0
            .get_or_init(|| Arc::new(Library::embedded().unwrap_or_default()))
    }
}

impl From<Arc<Library>> for Bookcase {
    fn from(library: Arc<Library>) -> Self {
        Self(Arc::new(OnceLock::from(library)))
    }
}

impl From<Library> for Bookcase {
    fn from(library: Library) -> Self {
        Self::from(Arc::new(library))
    }
}

impl Deref for Bookcase {
    type Target = Library;

    fn deref(&self) -> &Library {
        self.library()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_before_somebody_looks_and_then_once_for_all() {
        let bookcase = Bookcase::built_in();
        let clone = bookcase.clone();
        assert!(!bookcase.is_open());
        assert_eq!(*clone, Library::embedded().unwrap());
        assert!(Arc::ptr_eq(
            bookcase.0.get().unwrap(),
            clone.0.get().unwrap()
        ));
    }
}
