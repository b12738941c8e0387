//! Finding softening words in what a person writes, so that they can be noticed.

use super::schema::Softener;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Where softeners stand in a text: the bytes of each, and which softener it is. Whole words only, whatever their case; a
/// curly apostrophe equals a straight one and any white space any other. Where two begin at the same place the longer wins.
pub fn find(text: &str, softeners: &[Softener]) -> Vec<(Range<usize>, usize)> {
    let phrases: Vec<Vec<Piece>> = softeners.iter().map(|s| pieces(&s.word)).collect();
    let text = pieces(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let here = phrases
            .iter()
            .enumerate()
            .filter(|(_, phrase)| begins_with(rest, phrase))
            .max_by_key(|(index, phrase)| (phrase.len(), std::cmp::Reverse(*index)));
        let taken = here.map_or(0, |(_, phrase)| phrase.len());
        if let (Some((softener, _)), Some(first), Some(last)) = (
            here,
            rest.first(),
            taken.checked_sub(1).and_then(|i| rest.get(i)),
        ) {
            found.push((first.bytes.start..last.bytes.end, softener));
        }
        at += taken.max(1);
    }
    found
}

/// A word, or what stands between two, in the form in which two are compared.
struct Piece {
    form: String,
    bytes: Range<usize>,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, word) in text.split_word_bound_indices() {
        let bytes = start..start + word.len();
        if word.chars().all(char::is_whitespace) {
            match pieces.last_mut() {
                // One space is as good as a line break and an indent.
                Some(last) if last.form == " " => last.bytes.end = bytes.end,
                _ => pieces.push(Piece {
                    form: " ".into(),
                    bytes,
                }),
            }
        } else {
            let form = word
                .replace(['\u{2019}', '\u{2018}', '\u{02bc}'], "'")
                .to_lowercase();
            pieces.push(Piece { form, bytes });
        }
    }
    while pieces.last().is_some_and(|piece| piece.form == " ") {
        pieces.pop();
    }
    if pieces.first().is_some_and(|piece| piece.form == " ") {
        pieces.remove(0);
    }
    pieces
}

fn begins_with(text: &[Piece], phrase: &[Piece]) -> bool {
    !phrase.is_empty()
        && text.len() >= phrase.len()
        && text.iter().zip(phrase).all(|(a, b)| a.form == b.form)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, words: &[&str]) -> Vec<(&'t str, usize)> {
        let softeners: Vec<Softener> = words
            .iter()
            .map(|word| Softener {
                word: (*word).into(),
                why: "because".into(),
            })
            .collect();
        find(text, &softeners)
            .into_iter()
            .map(|(bytes, i)| (&text[bytes], i))
            .collect()
    }

    #[test]
    fn finds_whole_words_in_any_case() {
        assert_eq!(
            found(
                "But I only lied once, BUT button rebut but.",
                &["but", "only"]
            ),
            [("But", 0), ("only", 1), ("BUT", 0), ("but", 0)]
        );
        assert_eq!(found("", &["but"]), []);
        assert_eq!(found("no softeners", &[]), []);
    }

    #[test]
    fn finds_phrases_over_line_breaks_and_not_over_commas() {
        assert_eq!(
            found("If you had, if  \n you; if, you", &["if you"]),
            [("If you", 0), ("if  \n you", 0)]
        );
    }

    #[test]
    fn the_longer_of_two_wins() {
        assert_eq!(
            found("if only you", &["only", "if", "if only"]),
            [("if only", 2)]
        );
    }

    #[test]
    fn apostrophes_are_alike() {
        assert_eq!(
            found("I didn’t mean to; didn't mean; didn", &["didn't mean"]),
            [("didn’t mean", 0), ("didn't mean", 0)]
        );
        assert_eq!(found("didn't", &["didn’t", "didn"]), [("didn't", 0)]);
    }

    #[test]
    fn other_scripts_and_hyphens() {
        assert_eq!(found("NÄMLICH nämlichkeit", &["nämlich"]), [("NÄMLICH", 0)]);
        assert_eq!(
            found("the so-called lie, so called", &["so-called"]),
            [("so-called", 0)]
        );
        assert_eq!(
            found("“Just” — just🙂", &["just"]),
            [("Just", 0), ("just", 0)]
        );
    }
}
