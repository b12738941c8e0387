//! Passphrases: five words by chance, and an honest hint about one of a person's own.
//!
//! The threat is the partner at the keyboard, who knows every name, date and pet (CARE.md, safety rule 2), and has the files
//! and time to guess. So the hint knows both names and looks for dates, and it never promises a number: it sorts what it
//! reads into four bands, on the careful side. Five words drawn by chance are worth about 64 bits; the same five chosen by
//! a person are worth less, which no hint can see.

use super::Words;
use std::collections::HashSet;
use std::sync::OnceLock;
use zeroize::Zeroizing;

/// 7,776 words, as many as five dice have throws. See `assets/words/LICENCE.md`.
const LIST: &str = include_str!("../../assets/words/eff-large.txt");
const SUGGESTED: usize = 5;

/// The words that a suggestion is made of, in order.
fn list() -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| LIST.lines().collect())
}

/// Five words with a space between them, each of the 7,776 equally likely.
///
/// `fill` fills a buffer with random bytes; a draw that would favour some words is thrown away and drawn again.
///
/// # Errors
/// Whatever `fill` fails with.
pub fn five_words<E>(mut fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Words, E> {
    let words = list();
    // Long enough for five of the longest, so that growing leaves no copy behind.
    let mut phrase = String::with_capacity(64);
    for n in 0..SUGGESTED {
        let index = below(words.len(), &mut fill)?;
        if n > 0 {
            phrase.push(' ');
        }
        phrase.push_str(words.get(index).copied().unwrap_or_default());
    }
    Ok(phrase.into())
}

/// A number below `end`, each equally likely: as many bits as `end` needs, drawn again while they are too many.
fn below<E>(end: usize, fill: &mut impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<usize, E> {
    let mask = end.next_power_of_two() - 1;
    loop {
        let mut bytes = Zeroizing::new([0; 2]);
        fill(bytes.as_mut_slice())?;
        let drawn = usize::from(u16::from_le_bytes(*bytes)) & mask;
        if drawn < end {
            return Ok(drawn);
        }
    }
}

/// How hard a passphrase is to guess for somebody who knows the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// There is too little in it.
    TooShort,
    /// What is in it can be guessed.
    Guessable(Reason),
    Fair,
    /// About as hard as five words by chance.
    Strong,
}

/// Why it can be guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It leans on one of the names.
    Name,
    Date,
    /// It leans on words that everybody tries.
    CommonWord,
    /// It repeats itself, or runs along the alphabet, the figures or the keyboard.
    Pattern,
}

const FEWEST_CHARACTERS: usize = 12;
const FAIR: f32 = 45.0;
const STRONG: f32 = 60.0;

// What each kind of thing is worth to a guesser who knows the person, in bits. Rough by nature; only bands are shown.
const LISTED_WORD: f32 = 12.9;
const UNLISTED_LETTER: f32 = 2.5;
const UNLISTED_WORD_AT_MOST: f32 = 20.0;
const DIGIT: f32 = 3.3;
const SYMBOL: f32 = 1.5;
const EXPECTED: f32 = 4.0;
const WHOLE_DATE: f32 = 10.0;

/// A hint about a passphrase. `names` are the names of both people, and any other name the person gave.
pub fn hint(text: &str, names: &[&str]) -> Hint {
    let text = Zeroizing::new(text.trim().to_lowercase());
    if text.chars().filter(|c| !c.is_whitespace()).count() < FEWEST_CHARACTERS {
        return Hint::TooShort;
    }
    let names: Vec<String> = names
        .iter()
        .flat_map(|name| name.split_whitespace())
        .map(str::to_lowercase)
        .collect();
    let mut weighing = Weighing {
        names: &names,
        bits: 0.0,
        reasons: Vec::new(),
        seen: HashSet::new(),
    };
    for piece in text.split_whitespace() {
        weighing.piece(piece);
    }
    match (weighing.bits, weighing.reasons.iter().min()) {
        (bits, _) if bits >= STRONG => Hint::Strong,
        (bits, _) if bits >= FAIR => Hint::Fair,
        (_, Some(reason)) => Hint::Guessable(*reason),
        (_, None) => Hint::TooShort,
    }
}

struct Weighing<'a> {
    names: &'a [String],
    bits: f32,
    reasons: Vec<Reason>,
    seen: HashSet<&'a str>,
}

impl<'a> Weighing<'a> {
    fn guessed(&mut self, reason: Reason, bits: f32) {
        self.reasons.push(reason);
        self.bits += bits;
    }

    /// What stands between two spaces.
    fn piece(&mut self, piece: &'a str) {
        if !self.seen.insert(piece) {
            return self.guessed(Reason::Pattern, 1.0);
        }
        let plain = Zeroizing::new(unmasked(piece));
        let expected = self.expected(piece).or_else(|| self.expected(&plain));
        let is_a_name = self.names.iter().any(|name| name == piece);
        if is_listed(piece) && !is_a_name {
            // Chance may well draw "april"; only where the rest is thin does it matter what kind of word it is.
            self.reasons
                .extend(expected.filter(|reason| *reason != Reason::Name));
            self.bits += LISTED_WORD;
        } else if let Some(reason) = expected {
            self.guessed(reason, EXPECTED);
        } else if is_date(piece) {
            self.guessed(Reason::Date, WHOLE_DATE);
        } else {
            for run in runs(piece) {
                self.run(run, piece.len());
            }
        }
    }

    /// Letters, figures or signs that stand together inside a piece.
    fn run(&mut self, run: &'a str, piece: usize) {
        let length = run.chars().count() as f32;
        if run.len() < piece && run.chars().count() > 1 && !self.seen.insert(run) {
            self.guessed(Reason::Pattern, 1.0);
        } else if let Some(reason) = self.expected(run) {
            self.guessed(reason, EXPECTED);
        } else if is_pattern(run) {
            self.guessed(Reason::Pattern, EXPECTED);
        } else if run.chars().all(|c| c.is_ascii_digit()) {
            if is_year(run) || is_date(run) {
                self.guessed(Reason::Date, EXPECTED);
            } else {
                self.bits += DIGIT * length;
            }
        } else if run.chars().any(char::is_alphabetic) {
            self.bits += if is_listed(run) {
                LISTED_WORD
            } else {
                (UNLISTED_LETTER * length).min(UNLISTED_WORD_AT_MOST)
            };
        } else {
            self.bits += SYMBOL * length;
        }
    }

    /// Why a guesser would try this word first.
    fn expected(&self, word: &str) -> Option<Reason> {
        let is_name = |name: &String| {
            word == name || (name.chars().count() > 2 && word.contains(name.as_str()))
        };
        if self.names.iter().any(is_name) {
            Some(Reason::Name)
        } else if MONTHS_AND_DAYS.contains(&word) {
            Some(Reason::Date)
        } else if COMMON.contains(&word) || TRIED_FIRST.iter().any(|w| word.contains(w)) {
            Some(Reason::CommonWord)
        } else {
            None
        }
    }
}

fn is_listed(word: &str) -> bool {
    static SET: OnceLock<HashSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| list().iter().copied().collect())
        .contains(word)
}

/// Figures and signs that stand for letters, put back: `p4ssw0rd`.
fn unmasked(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            other => other,
        })
        .collect()
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && matches!(digits.get(..2), Some("19" | "20"))
}

/// A day, month and year in any common order, with or without signs between them.
fn is_date(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    let rest_is_signs = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | '_'));
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let day_month = |at: usize| {
        let (a, b) = (two(at), two(at + 2));
        (1..=31).contains(&a) && (1..=12).contains(&b)
            || (1..=12).contains(&a) && (1..=31).contains(&b)
    };
    rest_is_signs
        && match digits.len() {
            6 => day_month(0) || day_month(2),
            8 => {
                let century = |at: usize| matches!(two(at), 19 | 20);
                (day_month(0) && century(4)) || (century(0) && day_month(4))
            }
            _ => false,
        }
}

/// One sign over and over, or three and more next to each other in a row.
fn is_pattern(run: &str) -> bool {
    const ROWS: [&str; 6] = [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "qwertzuiop",
        "asdfghjkl",
        "zxcvbnm",
    ];
    let mut signs = run.chars();
    let Some(first) = signs.next() else {
        return false;
    };
    let backwards: Zeroizing<String> = Zeroizing::new(run.chars().rev().collect());
    run.chars().count() > 2
        && (signs.all(|c| c == first)
            || ROWS
                .iter()
                .any(|row| row.contains(run) || row.contains(backwards.as_str())))
}

/// Splits a piece where letters, figures and other signs meet.
fn runs(piece: &str) -> Vec<&str> {
    let class = |c: char| (c.is_alphabetic(), c.is_ascii_digit());
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in piece.char_indices() {
        if before.is_some_and(|b| b != class(c)) {
            found.push(&piece[start..at]);
            start = at;
        }
        before = Some(class(c));
    }
    found.push(&piece[start..]);
    found
}

const MONTHS_AND_DAYS: [&str; 18] = [
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Found inside words as well.
const TRIED_FIRST: [&str; 14] = [
    "password",
    "passwort",
    "passphrase",
    "letmein",
    "iloveyou",
    "qwerty",
    "qwertz",
    "trustno",
    "goldseam",
    "sunshine",
    "princess",
    "dragon",
    "football",
    "anniversary",
];

/// Words that sentences are made of, and those a couple would try.
const COMMON: [&str; 84] = [
    "a", "about", "all", "always", "am", "an", "and", "are", "at", "baby", "be", "because", "but",
    "can", "cat", "darling", "dear", "do", "dog", "ever", "family", "for", "forever", "from", "go",
    "happy", "have", "he", "hello", "her", "him", "his", "home", "honey", "house", "husband", "i",
    "if", "in", "is", "it", "journal", "life", "like", "love", "me", "mine", "my", "never", "no",
    "not", "of", "on", "only", "or", "our", "private", "secret", "she", "so", "sorry", "that",
    "the", "them", "there", "they", "this", "to", "together", "trust", "us", "very", "was", "we",
    "welcome", "what", "wife", "will", "with", "yes", "you", "your", "diary", "admin",
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    const NAMES: [&str; 2] = ["Maya", "Jon"];

    fn from(draws: &[u16]) -> Words {
        let mut draws = draws.iter();
        five_words(|buffer| {
            let next = draws.next().ok_or("out of bytes")?;
            buffer.copy_from_slice(&next.to_le_bytes());
            Ok::<_, &str>(())
        })
        .unwrap()
    }

    #[test]
    fn the_list_is_whole_and_nothing_stands_in_it_twice() {
        assert_eq!(list().len(), 7776);
        assert_eq!(list().iter().collect::<HashSet<_>>().len(), 7776);
        assert!(list().iter().all(|w| !w.is_empty() && w.is_ascii()));
        let longest = list().iter().map(|w| w.len()).max().unwrap();
        assert!(SUGGESTED * (longest + 1) <= 64, "the buffer would grow");
    }

    #[test]
    fn a_draw_beyond_the_list_is_thrown_away_not_bent_back_onto_it() {
        let words = from(&[0, 7776, 8191, 7775, 1, 8192, 2]);
        assert_eq!(words.as_str(), "abacus zoom abdomen abacus abdominal");
    }

    #[test]
    fn every_word_can_be_drawn_and_none_more_than_another() {
        let mut next = 0u16;
        let mut drawn = vec![0; 7776];
        for _ in 0..7776 {
            let index = below(7776, &mut |buffer: &mut [u8]| {
                buffer.copy_from_slice(&next.to_le_bytes());
                next = next.wrapping_add(1);
                Ok::<_, Infallible>(())
            });
            drawn[index.unwrap()] += 1;
        }
        assert!(drawn.iter().all(|times| *times == 1));
    }

    #[test]
    fn without_randomness_there_is_no_phrase() {
        assert_eq!(five_words(|_| Err("no randomness")), Err("no randomness"));
    }

    #[test]
    fn what_is_suggested_is_strong() {
        for start in (0..7700).step_by(11) {
            let words = from(&[start, start + 9, start + 23, start + 41, start + 70]);
            assert_eq!(hint(&words, &NAMES), Hint::Strong, "{}", words.as_str());
        }
    }

    #[test]
    fn the_bands_follow_how_many_words_there_are() {
        assert_eq!(hint("abacus", &NAMES), Hint::TooShort);
        assert_eq!(hint("unzip clover marbling", &NAMES), Hint::TooShort);
        assert_eq!(hint("unzip clover marbling duckbill", &NAMES), Hint::Fair);
        assert_eq!(
            hint("unzip clover marbling duckbill stoneware", &NAMES),
            Hint::Strong
        );
        assert_eq!(hint("", &NAMES), Hint::TooShort);
    }

    #[test]
    fn what_the_other_would_try_first_is_guessable_and_says_why() {
        for (text, reason) in [
            ("MayaAndJon4ever", Reason::Name),
            ("maya loves jon", Reason::Name),
            ("m4y4 m4y4 m4y4 m4y4", Reason::Name),
            ("14.02.2019 14/06/2021", Reason::Date),
            ("20190214 20210614", Reason::Date),
            ("12 october 2019", Reason::Date),
            ("P4ssw0rd P4ssw0rd!", Reason::CommonWord),
            ("i will always love you", Reason::CommonWord),
            ("clover clover clover clover clover", Reason::Pattern),
            ("abcdefgh12345678", Reason::Pattern),
            ("aaaaaaaaaaaaaaaa", Reason::Pattern),
        ] {
            assert_eq!(hint(text, &NAMES), Hint::Guessable(reason), "{text}");
        }
    }

    #[test]
    fn a_name_beside_enough_else_takes_nothing_away() {
        let with_name = "maya unzip clover marbling duckbill stoneware";
        assert_eq!(hint(with_name, &NAMES), Hint::Strong);
        // The name itself adds next to nothing.
        assert_eq!(
            hint("maya unzip clover marbling", &NAMES),
            Hint::Guessable(Reason::Name)
        );
    }

    #[test]
    fn a_short_name_inside_a_longer_word_is_not_a_name() {
        assert_eq!(
            hint("stable unzip clover marbling duckbill", &["Al", "Bo"]),
            Hint::Strong
        );
    }

    #[test]
    fn letters_of_any_language_are_weighed_without_fault() {
        for text in [
            "Übermütige Söckchen tanzen",
            "привет мой друг",
            "🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱",
        ] {
            hint(text, &["Zoë"]);
        }
        assert_eq!(
            hint("Zoë und Zoë und Zoë", &["Zoë"]),
            Hint::Guessable(Reason::Name)
        );
    }
}
