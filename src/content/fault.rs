//! What is wrong with a content file, where, and what would be right.

use std::fmt;

/// One fault in the content, in words for the person who writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file or folder as it was named to us.
    pub file: String,
    /// From 1; a fault of a whole file or folder stands at 1:1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub what: String,
    pub allowed: String,
}

impl Fault {
    /// A fault of a whole file or folder.
    pub(super) fn whole(
        file: impl Into<String>,
        what: impl Into<String>,
        allowed: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            line: 1,
            column: 1,
            what: what.into(),
            allowed: allowed.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            what,
            allowed,
        } = self;
        write!(f, "{file}:{line}:{column}: {what}; allowed: {allowed}")
    }
}

/// `a`, `b` and `c`, each in backquotes.
pub(super) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    match quoted.as_slice() {
        [] => "none".into(),
        [one] => one.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_reads_as_place_wrong_and_right() {
        let fault = Fault {
            file: "en/reads.ron".into(),
            line: 4,
            column: 9,
            what: "the id `Trust` is not well formed".into(),
            allowed: "small letters".into(),
        };
        assert_eq!(
            fault.to_string(),
            "en/reads.ron:4:9: the id `Trust` is not well formed; allowed: small letters"
        );
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        assert_eq!(listed::<&str>(&[]), "none");
        assert_eq!(listed(&["a"]), "`a`");
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
    }
}
