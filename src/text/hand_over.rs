//! The words of one screen: the laptop is passed on.

/// An English sentence that begins with a name in Arabic or Hebrew would otherwise be laid out from right to left.
pub(super) fn english(sentence: String) -> String {
    let is_from_the_right = |c: char| {
        matches!(
            c,
            '\u{590}'..='\u{8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{fefe}'
                | '\u{10800}'..='\u{10fff}'
                | '\u{1e800}'..='\u{1efff}'
        )
    };
    match sentence.chars().find(|c| c.is_alphabetic()) {
        Some(first) if is_from_the_right(first) => format!("\u{200e}{sentence}"),
        _ => sentence,
    }
}

/// "Maya’s page is shut."
pub fn page_is_shut(name: &str) -> String {
    english(format!("{name}’s page is shut."))
}

/// "Pass the laptop to Jon".
pub fn pass_to(name: &str) -> String {
    format!("Pass the laptop to {name}")
}

/// Said where the other one was writing before.
pub fn nothing_behind(to: &str, from: &str) -> String {
    english(format!(
        "{to}, nothing {from} wrote is on this screen or behind it."
    ))
}

/// Said where nobody wrote before.
pub fn for_you_alone(to: &str) -> String {
    english(format!("{to}, what comes next is for you alone."))
}
pub const TAKE_TIME: &str = "Take the time you need before you begin.";

/// "I am Jon".
pub fn i_am(name: &str) -> String {
    format!("I am {name}")
}

/// "Jon’s passphrase".
pub fn passphrase_of(name: &str) -> String {
    english(format!("{name}’s passphrase"))
}
pub const SHOW: &str = "Show the passphrase";
pub const HIDE: &str = "Hide the passphrase";
pub const ONCE: &str = "Asked once at this sitting.";
pub const OPEN_MY_PAGE: &str = "Open my page";
pub const OPENING: &str = "Opening, one moment";
pub const NOTHING_TYPED: &str = "Type the passphrase first.";
pub const NOT_NOW: &str = "Not now, lock it";

#[cfg(test)]
mod tests {
    use super::page_is_shut;

    #[test]
    fn a_name_from_the_right_leaves_the_sentence_english() {
        assert_eq!(page_is_shut("Maya"), "Maya’s page is shut.");
        assert!(page_is_shut("مريم").starts_with('\u{200e}'));
        assert!(page_is_shut("👩‍🚀 שרה").starts_with('\u{200e}'));
    }
}
