//! Words used on many screens.

/// The window's title says nothing to someone who walks by.
pub const WINDOW_TITLE: &str = "Goldseam";
pub const APP_NAME: &str = "Goldseam";

pub const LEAVE_QUICKLY: &str = "Leave quickly";
pub const SHIFT_THREE_TIMES: &str = "Shift three times, or";

/// Beside the leave button while Shift is being tapped.
pub fn shift_left(taps: usize) -> &'static str {
    match taps {
        0 => SHIFT_THREE_TIMES,
        1 => "Shift twice more, or",
        _ => "Shift once more, or",
    }
}

pub const HELP_AND_SAFETY: &str = "Help and safety";
pub const CLOSE_AND_LOCK: &str = "Close and lock";
pub const SETTINGS: &str = "Settings";
pub const MENU: &str = "Menu";
/// Beside a place where something of one's own waits.
pub const BEGUN: &str = "begun";
pub const CLOSE_MENU: &str = "Close the menu";
pub const BACK: &str = "Back";
pub const CANCEL: &str = "Cancel";
pub const CONTINUE: &str = "Continue";
pub const SAVE: &str = "Save";
pub const TRY_AGAIN: &str = "Try again";
pub const SAVING: &str = "Saving";
pub const RATHER_NOT_SAY: &str = "Rather not say";

pub const THIS_WEEK: &str = "This week";
pub const MY_PAGE: &str = "My page";
pub const THE_TEN_STEPS: &str = "The ten steps";
pub const THE_LIBRARY: &str = "The library";
pub const THE_PILLARS: &str = "Three pillars";
pub const REFLECTION: &str = "Reflection";
pub const CHECK_IN: &str = "Check in";
pub const COMMITMENTS: &str = "Commitments";
pub const MY_COMMITMENTS: &str = "My commitments";
pub const THE_JAR: &str = "The jar";
pub const WEEKLY_PAGE: &str = "Weekly page";
pub const JOURNAL: &str = "Journal";

pub const BOTH_HERE: &str = "Both here";
pub const ALONE_DOOR_LOCKED: &str = "Alone, door locked";
pub const PRIVATE_SPACES_SHUT: &str = "Private spaces stay shut while you are both here.";
pub const ONLY_YOU_CAN_OPEN_THIS: &str = "Only you can open this";

/// "Maya and Jon".
pub fn both(first: &str, second: &str) -> String {
    format!("{first} and {second}")
}

/// "Saved on this computer, 20:14".
pub fn saved_at(time: &str) -> String {
    format!("Saved on this computer, {time}")
}

/// An English sentence that begins with a name in Arabic or Hebrew would otherwise be laid out from right to left.
pub fn left_to_right(sentence: String) -> String {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::left_to_right;
    use std::fs;
    use std::path::Path;

    #[test]
    fn a_name_from_the_right_leaves_the_sentence_english() {
        let shut = |name: &str| left_to_right(format!("{name}’s page is shut."));
        assert_eq!(shut("Maya"), "Maya’s page is shut.");
        assert!(shut("مريم").starts_with('\u{200e}'));
        assert!(shut("1. שרה").starts_with('\u{200e}'));
        assert!(shut("«מאיה»").starts_with('\u{200e}'));
    }

    /// What a sentence may begin with that is somebody's name, or their words.
    const NAMES: [&str; 9] = [
        "name", "other", "by", "reader", "asker", "to", "writer", "line", "person",
    ];

    #[test]
    fn no_sentence_of_the_screens_is_turned_round_by_the_name_it_begins_with() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text")];
        let mut sentences = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                // The terminal and the printed page lay their lines out themselves.
                let by_themselves = ["cli.rs", "printed.rs"].iter().any(|f| path.ends_with(f));
                if path.is_dir() {
                    folders.push(path);
                    continue;
                } else if by_themselves {
                    continue;
                }
                let source = fs::read_to_string(&path).unwrap();
                let source = source.split("mod tests").next().unwrap();
                for function in source.split("\npub fn ").skip(1) {
                    let function = function.split("\n}").next().unwrap();
                    let begins = |name: &&str| function.contains(&format!("\"{{{name}}}"));
                    if NAMES.iter().any(begins) {
                        sentences += 1;
                        let named = function.split('(').next().unwrap();
                        assert!(
                            function.contains("left_to_right("),
                            "{}: {named}",
                            path.display()
                        );
                    }
                }
            }
        }
        assert!(sentences > 30, "{sentences} sentences were found");
    }
}
