//! Numbers as they are said.

/// A number up to ninety-nine, as it is said.
pub(super) fn in_words(n: usize) -> Option<String> {
    const ONES: [&str; 20] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    if let Some(word) = ONES.get(n) {
        return Some((*word).to_owned());
    }
    let tens = TENS.get((n / 10).checked_sub(2)?)?;
    Some(match n % 10 {
        0 => (*tens).to_owned(),
        ones => format!("{tens}-{}", ONES.get(ones)?),
    })
}

/// With a capital at the beginning.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::{capital, in_words};

    #[test]
    fn numbers_are_said_as_far_as_ninety_nine() {
        let said = |n| in_words(n).map(|words| capital(&words));
        assert_eq!(said(0).as_deref(), Some("No"));
        assert_eq!(said(12).as_deref(), Some("Twelve"));
        assert_eq!(said(40).as_deref(), Some("Forty"));
        assert_eq!(said(99).as_deref(), Some("Ninety-nine"));
        assert_eq!(said(100), None);
    }
}
