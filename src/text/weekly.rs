//! The words of one screen: the weekly page.

use super::common::left_to_right;
use super::dates;
use chrono::NaiveDate;

/// What the saved file is called at first; it names nobody.
pub const FILE_NAME: &str = "week.pdf";
pub const PDF: &str = "PDF";

pub const TITLE: &str = "The weekly page";
pub const LEAD: &str = "One page for the two of you to keep. It prints exactly as shown.";
pub const MY_LEAD: &str = "One page for you to keep. It prints exactly as shown.";

pub const WEEK_BEFORE: &str = "The week before";
pub const WEEK_AFTER: &str = "The week after";
pub const THIS_WEEK: &str = "This week";

pub const WHAT_IS_ON_IT: &str = "What is on it";
pub const OFF_AT_FIRST: &str =
    "What is one person’s own is off until they put it on. Nothing private is ever on this page.";
pub const MINE_OFF_AT_FIRST: &str =
    "What is your own is off until you put it on. Nothing from your journal is ever on this page.";

pub fn nothing_of(name: &str) -> String {
    left_to_right(format!("{name} has nothing to put on it from this week."))
}

pub fn nothing_on(name: &str) -> String {
    format!("Nothing of {name}’s is on the page.")
}

pub const PATH: &str = "Where we are on the path";
pub const MY_PATH: &str = "Where I am on the path";

pub fn ritual_held(name: &str) -> String {
    format!("Our ritual: {}", start(name))
}

pub fn ritual_next(name: &str) -> String {
    format!("Next week: {}", start(name))
}

pub fn commitment(then: &str) -> String {
    format!("Commitment: {}", start(then))
}

pub fn repair(words: &str) -> String {
    format!("Repair: {}", start(words))
}

pub fn felt(on: NaiveDate, words: &str) -> String {
    format!("How it felt, {}: {}", weekday(on), start(words))
}

pub fn note(words: &str) -> String {
    format!("From the jar: {}", start(words))
}

pub fn left_out(line: &str, by: &str) -> String {
    left_to_right(format!("{line}. Left out by {by}."))
}

fn weekday(on: NaiveDate) -> &'static str {
    dates::weekday(chrono::Datelike::weekday(&on))
}

/// The first words of a longer text, whole words where the writing parts them.
pub fn start(text: &str) -> String {
    const MOST: usize = 48;
    let text = text.trim().replace('\n', " ");
    if text.chars().count() <= MOST {
        return text.trim_end_matches('.').to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = match cut.rfind(' ') {
        Some(space) if space > cut.len() / 2 => &cut[..space],
        _ => &cut,
    };
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':', ' ']))
}

pub const BOTH_APPROVE: &str = "Both of you approve it";
pub const I_APPROVE: &str = "You approve it";
pub const APPROVE: &str = "Approve";

pub fn approve_as(name: &str) -> String {
    format!("Approve the page as {name}")
}

pub fn approved_on(on: NaiveDate) -> String {
    format!("Approved on {}", dates::day_of_month(on))
}

pub const NOT_APPROVED: &str = "Not approved yet";
pub const TAKE_BACK: &str = "Take it back";

pub fn take_back_as(name: &str) -> String {
    format!("Take back the approval of {name}")
}

pub const APPROVALS_CLEAR: &str = "Change anything and both approvals clear.";
pub const MY_APPROVAL_CLEARS: &str = "Change anything and your approval clears.";

pub const SAVE_PDF: &str = "Save PDF";
pub const WAITS_FOR_PAGE: &str = "The page is being drawn.";
pub const PAGE_MISSING: &str = "The page could not be drawn.";
pub const WAITS_FOR_BOTH: &str = "It waits until both of you have approved the page.";
pub const WAITS_FOR_ME: &str = "It waits until you have approved the page.";

pub fn waits_for(name: &str) -> String {
    left_to_right(format!("{name} has not approved this page yet."))
}

pub const PAPER: &str = "Paper";
pub const A4: &str = "A4";
pub const LETTER: &str = "Letter";

pub const DRAWING: &str = "Drawing the page…";
pub const SEE_LARGER: &str = "See it larger";
pub const LARGER_TITLE: &str = "The page, full size";
pub const CLOSE: &str = "Close";
pub const UP: &str = "Up";
pub const DOWN: &str = "Down";
pub const SCROLL_UP: &str = "Scroll up";
pub const SCROLL_DOWN: &str = "Scroll down";

pub fn page_shown(page: usize, of: usize) -> String {
    if of == 1 {
        "The weekly page as it will print. Its lines are listed under What is on it.".to_owned()
    } else {
        format!("Page {page} of {of} as it will print. Its lines are listed under What is on it.")
    }
}

pub const FAILED: &str = "The page could not be drawn.";

pub fn failed_todo(detail: &str) -> String {
    format!("Nothing was changed and nothing is lost. Try again in a moment. ({detail})")
}

pub const MISSING_TODO: &str =
    "Install a font that has them and open this page again, or save it as it is.";

pub const PANEL_TITLE: &str = "Save the page as a PDF";
pub const PANEL_BODY: &str =
    "Anyone who can open the file can read it. It is not sealed as your rooms are.";
pub const PANEL_FIELD: &str = "File";
pub const PANEL_HINT: &str = "Choose a place, or write the whole path of the file.";
pub const CHOOSE: &str = "Choose a place…";
pub const SAVE_HERE: &str = "Save here";

pub fn saved_to(path: &str) -> String {
    format!("Saved to {path}")
}

pub const SAVED_STAYS: &str =
    "PDF files stay there until you delete them; print queues and paper remain too.";
pub const NOT_WRITTEN: &str = "The file could not be written.";

pub fn not_written_todo(detail: &str) -> String {
    format!("Choose another folder, or make room there, and save again. ({detail})")
}
