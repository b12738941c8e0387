//! How well a thing is tested (the labels of CARE.md), and whose thoughts it draws on.

pub const TRIAL: &str = "Tested in trials";
pub const SMALL_STUDY: &str = "Small study";
pub const CUSTOM: &str = "Common in therapists’ practice";
pub const AUTHOR: &str = "Proposed by an author, not tested";

/// "Small study. Drawn from Jana, Sarah M."
pub fn line(label: &str, authors: &[&str]) -> String {
    if authors.is_empty() {
        return format!("{label}.");
    }
    let authors = authors.join(", ");
    // An initial brings its own full stop.
    format!("{label}. Drawn from {}.", authors.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_who_ends_in_an_initial_ends_the_sentence_once() {
        assert_eq!(
            line(AUTHOR, &["Jana", "Sarah M."]),
            "Proposed by an author, not tested. Drawn from Jana, Sarah M."
        );
        assert_eq!(line(TRIAL, &["Jana"]), "Tested in trials. Drawn from Jana.");
        assert_eq!(line(SMALL_STUDY, &[]), "Small study.");
    }
}
