//! What the commands say on the terminal.

pub const ABOUT: &str = "A private companion for two people rebuilding trust. Opens its window when no command is given.";
pub const HOME: &str = "Keep the data in this folder instead of the usual one";
pub const CONTENT: &str = "Show the guides of this folder instead of the built-in ones";
pub const DEMO: &str = "Open a made-up household in a temporary folder that is removed at the end";
pub const SUMMARY: &str = "Write the weekly page as a PDF, without a window";
pub const WEEK: &str = "Which week, such as 2026-W47";
pub const OUT: &str = "The PDF file to write";
pub const PAPER: &str = "Paper size; what the settings say where it is left out";
pub const CHECK_CONTENT: &str = "Check a folder of guides and name every fault in it";
pub const EXPORT_KEY: &str = "Print the age identities that open your own room and the shared room";
pub const DOCTOR: &str = "Look at every file and say how it is; changes nothing";
pub const PERSON: &str =
    "Whose passphrase it will be; may be left out where only one person has a room";
pub const PASSPHRASE_FD: &str =
    "Read the passphrase from this file descriptor instead of the terminal";

pub fn passphrase_of(name: &str) -> String {
    format!("{name}'s passphrase: ")
}

pub fn no_terminal(detail: &str) -> String {
    format!(
        "The passphrase could not be asked for here ({detail}). Use --passphrase-fd to hand it over."
    )
}

pub fn descriptor_unreadable(fd: u32, detail: &str) -> String {
    format!("File descriptor {fd} could not be read ({detail}). Nothing was opened.")
}

/// Of both people of the made-up household; it protects nothing.
pub const DEMO_PASSPHRASE: &str = "demo";

pub fn no_demo_folder(detail: &str) -> String {
    format!("The made-up household could not be written to a temporary folder ({detail}).")
}

pub fn demo_left_behind(detail: &str) -> String {
    format!(
        "The temporary folder of the made-up household could not be removed ({detail}). Nothing in it is real."
    )
}

pub const NO_DATA_FOLDER: &str = "This account has no folder for data. Name one with --home.";

pub const NO_DISPLAY: &str = "Goldseam found no display to open its window on. Start it from a desktop session; \
     for a page without a window there is goldseam summary.";

pub fn window_failed(detail: &str) -> String {
    format!("The window could not be opened ({detail}). Nothing was changed.")
}

pub fn no_household(home: &str) -> String {
    format!(
        "There is no household in {home} yet. Open the window once to set one up, or name another folder with --home."
    )
}

pub fn which_person(names: &[&str]) -> String {
    format!(
        "Say whose passphrase it will be with --person: {}.",
        names.join(" or ")
    )
}

pub fn no_such_person(name: &str, names: &[&str]) -> String {
    format!(
        "Nobody here is called {name}. There is {}.",
        names.join(" and ")
    )
}

pub fn wrote(path: &str) -> String {
    format!("Written to {path}. The file stays there until you delete it.")
}

pub fn wrote_with_missing_glyphs(path: &str) -> String {
    format!(
        "Written to {path}. Some characters have no font on this computer and show as boxes; install one that has them and write it again."
    )
}

pub fn could_not_write(path: &str, detail: &str) -> String {
    format!("{path} could not be written ({detail}). Nothing else was changed.")
}

pub const ROOM_IN_DOUBT: &str = "A file of the shared room is damaged or missing, so the page would not be whole. Open the window: \
     it shows what an earlier copy holds, and asks before it goes on with it.";

pub fn not_approved(name: &str) -> String {
    format!(
        "{name} has not approved the page for this week yet. Open the weekly page together, then try again."
    )
}

pub fn content_fine(guides: usize, pages: usize, blocks: usize) -> String {
    let (guides, pages) = (counted(guides, "guide"), counted(pages, "page"));
    let blocks = counted(blocks, "block");
    format!("Nothing wrong: {guides}, {pages}, {blocks}.")
}

/// After [`content_fine`], of a pack that adds to what is built in.
pub fn content_adds(new: usize, in_place: usize) -> String {
    let (new, in_place) = (counted(new, "guide"), counted(in_place, "guide"));
    format!("New: {new}. In place of built-in ones: {in_place}.")
}

fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    }
}

pub fn content_faults(count: usize) -> String {
    if count == 1 {
        "1 fault.".to_owned()
    } else {
        format!("{count} faults.")
    }
}

pub fn key_heading_own(name: &str) -> String {
    format!("# {name}'s own room. Whoever has this line can read it.")
}

pub const KEY_HEADING_SHARED: &str = "# The shared room.";

pub const FILE_OK: &str = "as it should be";
pub const FILE_SEALED: &str = "sealed for somebody else; its outside is as it should be";
pub const FILE_KEPT: &str = "set aside when an earlier copy took its place";
pub const FILE_LEFT_OVER: &str = "left by something that was cut short; it goes by itself";
pub const FILE_UNKNOWN: &str = "not one of this app's files";
pub const FILE_MISSING: &str = "missing";
pub const FILE_DAMAGED: &str = "damaged";
pub const FILE_FOREIGN: &str = "made for another place, or by somebody else";
pub const FILE_ROLLED_BACK: &str = "older than what was last saved here";
pub const FILE_TOO_NEW: &str = "written by a newer version";
pub const FILE_UNREADABLE: &str = "the system would not give it";
pub const DOCTOR_FOUND_NOTHING: &str = "Nothing wrong was found.";
pub const DOCTOR_FOUND_FAULTS: &str = "Some files are not as they should be. Nothing was changed. Open the app: it shows what \
     earlier copies still hold, and asks before it goes on with them.";
