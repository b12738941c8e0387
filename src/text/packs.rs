//! The words of one part of the settings: guides that somebody adds.

pub const TITLE: &str = "Guides of your own";
pub const NOTE: &str = "A folder of exercises that a therapist or you have written, or the guides in another language. Goldseam’s content/README.md tells how to write one.";
pub const FOR_BOTH: &str = "What you choose here holds for both of you, together and each alone.";

pub const BUILT_IN: &str = "The built-in guides are in use.";
pub const IN_USE: &str = "In use";
pub const FOR_THIS_RUN: &str = "For now the guides come from a folder that was named when Goldseam was started. This can be changed once it is started without one.";

pub const UNTITLED: &str = "Guides without a title";
/// Names may be of another script than the sentence around them.
fn apart(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

/// "By A. Therapist. Arabic."
pub fn about(by: &str, language: &str) -> String {
    let language = language_name(language);
    match by.trim() {
        "" => format!("{language}."),
        by => format!("By {}. {language}.", apart(by)),
    }
}

/// What a language tag stands for, as far as it is one of the common ones.
fn language_name(tag: &str) -> String {
    let known = match tag.split('-').next().unwrap_or_default() {
        "ar" => "Arabic",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" | "nb" | "nn" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return format!("Language: {tag}"),
    };
    known.to_owned()
}

/// Of a pack that adds: how many guides are new, how many take the place of built-in ones.
pub fn adds(new: usize, in_place: usize) -> String {
    match (new, in_place) {
        (0, 0) => "It adds no guides; it changes some of what stands around them.".to_owned(),
        (new, 0) => format!("It adds {}.", guides(new)),
        (0, 1) => "1 guide takes the place of a built-in one.".to_owned(),
        (0, some) => format!("{some} guides take the place of built-in ones."),
        (new, 1) => format!(
            "It adds {}, and 1 takes the place of a built-in one.",
            guides(new)
        ),
        (new, some) => format!(
            "It adds {}, and {some} take the place of built-in ones.",
            guides(new)
        ),
    }
}

/// Of a folder that stands by itself.
pub fn stands_alone(count: usize) -> String {
    format!(
        "It holds {} and stands in place of everything built in.",
        guides(count)
    )
}

fn guides(count: usize) -> String {
    match count {
        1 => "1 guide".to_owned(),
        count => format!("{count} guides"),
    }
}

pub const ADD: &str = "Add a folder of guides";
pub const FIELD: &str = "Folder";
pub const FIELD_HINT: &str =
    "Choose it, or write its whole path. It is checked before anything changes.";
pub const CHOOSE: &str = "Choose a folder…";
pub const CHECK: &str = "Check the folder";
pub const CHECKING: &str = "Checking the folder…";
pub const NO_PATH: &str = "Write the path of a folder first.";

pub const FAULTS: &str = "This folder cannot be used as it is.";
pub const NOTHING_CHANGED: &str =
    "Nothing was changed. Whoever wrote it can put right what stands below.";
pub const FAULTS_NAME: &str = "What is wrong in the folder";
/// "path/01.ron, line 4, column 9".
pub fn place(file: &str, line: usize, column: usize) -> String {
    format!("{}:{line}:{column}", apart(file))
}
pub fn allowed(words: &str) -> String {
    format!("Allowed: {words}")
}
pub fn more_faults(count: usize) -> String {
    match count {
        1 => "And 1 more. goldseam check-content names them all.".to_owned(),
        count => format!("And {count} more. goldseam check-content names them all."),
    }
}

pub const FITS: &str = "Nothing is wrong with this folder.";
pub const USE_NOTE: &str = "A copy is kept in the data folder, so the folder itself may go. The copy is not sealed; what you write in the guides is.";
pub const IN_PLACE_OF_KEPT: &str =
    "It takes the place of the guides that are in use now. One folder is used at a time.";
pub const USE: &str = "Use it";
pub const USING: &str = "Making a copy…";
pub const NOT_NOW: &str = "Not now";
pub const USED: &str = "These guides are in use from now on.";
pub const USED_NOTE: &str = "The folder they came from is no longer needed here.";

pub const GO_BACK: &str = "Go back to the built-in guides";
pub const GO_BACK_NOTE: &str = "The copy kept here is removed. What you wrote in these guides stays stored, sealed, and is there again when you add them again.";
pub const GO_BACK_YES: &str = "Go back";
pub const KEEP_THEM: &str = "Keep these guides";
pub const WENT_BACK: &str = "The built-in guides are in use again.";
pub const WENT_BACK_NOTE: &str = "What you wrote in the others stays stored.";

pub const LOST: &str = "The guides that you added could not be opened.";
pub const LOST_NOTE: &str = "The built-in ones are shown. Nothing of what you wrote is lost.";
pub const LOST_COPY: &str = "The copy kept here is missing or damaged, so the built-in guides are shown. Add the folder again, or go back to the built-in guides. Nothing of what you wrote is lost.";
pub const LOST_FIT: &str = "They do not fit this version of Goldseam, so the built-in guides are shown. Ask whoever wrote them for a version that fits, or open them with the version in which you added them. Nothing of what you wrote is lost.";
pub const SEE_SETTINGS: &str = "See settings";
