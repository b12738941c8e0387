//! Words this app does not say, from the voice table of the design language and the safety rules.

use crate::source::{Source, Token, tokens};

/// Each with why it is not said. Matched as whole words, whatever their case.
const NEVER: &[(&str, &str)] = &[
    ("streak", "nothing here is counted"),
    ("streaks", "nothing here is counted"),
    ("trust score", "trust is not measured"),
    ("your score", "nothing here is scored"),
    ("points earned", "nothing here is scored"),
    ("level up", "nothing here is won"),
    ("congratulations", "plain and kind, never applause"),
    ("well done", "plain and kind, never applause"),
    ("great job", "plain and kind, never applause"),
    ("good job", "plain and kind, never applause"),
    ("great listening", "nobody is marked for how they listen"),
    ("want to give up", "leaving is weighed as staying is"),
    ("partner's fault", "nobody is blamed"),
    ("your fault", "nobody is blamed"),
    ("unbreakable", "no promise that cannot be kept"),
    ("military-grade", "no promise that cannot be kept"),
    ("100 % secure", "no promise that cannot be kept"),
    ("completely secure", "no promise that cannot be kept"),
    ("you are safe", "nobody can know that from here"),
    ("you're safe", "nobody can know that from here"),
    ("keep it up", "never pushes"),
    ("don't give up", "never pushes"),
    ("% complete", "words, not numbers"),
    ("oops", "plain"),
    ("whoops", "plain"),
];

/// Said of ourselves, to say that it is not so.
const EXCEPT: &[&str] = &["whether you are safe", "not your fault", "nobody's fault"];

/// What the strings of a text file or a content file say that they should not.
pub(crate) fn unkind(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    // What stands in the unit tests of a text is shown to nobody.
    let said = if path.ends_with(".rs") {
        Source::new(path, text).tokens
    } else {
        tokens(text)
    };
    for placed in said {
        let Token::Text(said) = placed.token else {
            continue;
        };
        let mut words = format!(" {} ", plain(&said));
        for excepted in EXCEPT {
            words = words.replace(&format!(" {excepted} "), " ");
        }
        for (phrase, why) in NEVER {
            if words.contains(&format!(" {phrase} ")) {
                faults.push(format!("{path}:{}: says \"{phrase}\": {why}", placed.line));
            }
        }
        if let Some(c) = said.chars().find(|c| is_picture(*c)) {
            faults.push(format!(
                "{path}:{}: holds a picture character: {c}",
                placed.line
            ));
        }
    }
    faults
}

/// Lower case, one kind of apostrophe, one space between words and none of the punctuation around them.
fn plain(said: &str) -> String {
    let said = said
        .to_lowercase()
        .replace('\u{2019}', "'")
        .replace("\\n", " ")
        .replace('%', " % ");
    let words = said
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%'));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Emoji and dingbats. Arrows and typographic signs are none.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}' | '\u{FE0F}')
}
