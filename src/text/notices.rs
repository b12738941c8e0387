//! What the app says when something went wrong: what happened, that nothing is lost, what to do.

/// Title, then what to do.
pub type Notice = (&'static str, &'static str);

pub const DISK_FULL: Notice = (
    "The disk is full.",
    "Nothing is lost. Free some space, and this will save itself.",
);
pub const NOT_ALLOWED: Notice = (
    "This computer does not let Goldseam write here.",
    "Your words are still on the screen. Make the data folder writable, then try again, or copy them somewhere safe.",
);
pub const NOT_SAVED: Notice = (
    "This could not be saved.",
    "Your words are still on the screen, and Goldseam keeps trying. You can also copy them somewhere safe.",
);
pub const AWAITS_RECOVERY: Notice = (
    "This room can only be read for now.",
    "A file was damaged and an earlier copy is shown. Look at what is there, then choose to go on with it.",
);
pub const TOO_NEW: Notice = (
    "A newer Goldseam wrote here.",
    "This one can read it and will not change it. Open it with the newer version to write.",
);

pub const PACK_DISK_FULL: Notice = (
    "The disk is full, so no copy could be made.",
    "Nothing was changed. Free some space, then check the folder again.",
);
pub const PACK_NOT_ALLOWED: Notice = (
    "This computer does not let Goldseam write here.",
    "Nothing was changed. Make the data folder writable, then check the folder again.",
);
pub const PACK_NOT_KEPT: Notice = (
    "The guides could not be changed.",
    "Nothing was changed. Check the folder again, or try once more later.",
);

pub const SETUP_INTERRUPTED: Notice = (
    "Setting up was interrupted.",
    "Nothing is lost. Close this window, open it again, and go on from the names.",
);

pub const WRONG_PASSPHRASE: Notice = (
    "That passphrase does not open this space.",
    "Check for capital letters and spaces, and try again. There is no limit to trying.",
);
pub const NO_KEY: Notice = (
    "There is no key for this space yet.",
    "Set it up first: the other person opens their space and lets them join under Settings.",
);
pub const KEY_DAMAGED: Notice = (
    "The key file is damaged.",
    "Nothing was changed. Put back a copy of the data folder from a backup, then open it again.",
);
pub const KEY_UNREADABLE: Notice = (
    "The key file could not be read.",
    "Nothing was changed. Check that the disk is there and can be read, then try again.",
);
pub const ALREADY_JOINED: Notice = (
    "This person has a space already.",
    "Close this and open it with their passphrase.",
);

pub const IN_USE: Notice = (
    "Goldseam is open already.",
    "This data folder is in use by another window. Go back to that window, or close it first.",
);
pub const FOLDER_UNREADABLE: Notice = (
    "The data folder could not be opened.",
    "Nothing was changed. Check that the disk is there and that you may write to it, then start again.",
);
pub const HOUSEHOLD_DAMAGED: Notice = (
    "The household file is damaged.",
    "Nothing was changed, and your sealed pages are untouched. Put household.json back from a backup, then start again.",
);
pub const HOUSEHOLD_FOREIGN: Notice = (
    "This folder belongs to something else.",
    "Goldseam found a household.json it did not write and leaves it alone. Start with another folder.",
);
pub const NO_THREAD: Notice = (
    "Goldseam could not start its writing thread.",
    "Nothing was changed. Close some programs and start again.",
);

pub const GO_ON: &str = "Go on with this copy";

pub fn household_schema(schema: u32) -> String {
    format!("household.json, schema {schema}")
}

pub const CLOSE: &str = "Close Goldseam";
