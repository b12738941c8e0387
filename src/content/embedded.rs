//! The content built into the program. A new file is one more line here; a test compares the list with the folder.

/// The folder as it is named in a fault.
pub(super) const ROOT: &str = "content/en";

macro_rules! files {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/", $name)))),*]
    };
}

/// Path below [`ROOT`], and text.
pub(super) const FILES: &[(&str, &str)] = files![];
