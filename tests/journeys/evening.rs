//! The first evening, and the morning after it.

use crate::app::Sitting;
use crate::app::folder::{MADE_UP, bytes_under, files_with, furnish};
use goldseam::screen::Saving;
use std::path::Path;
use std::process::Command;

pub(crate) const MAYAS: &str = "lantern copper willow tandem orbit";
pub(crate) const JONS: &str = "marble thicket saddle noon ribbon";

/// What nobody but its writer may ever find, in any file.
const PRIVATE: [&str; 4] = [
    "I met her eleven times last spring",
    "the night of the broken vase",
    "I looked up the price of a flat",
    "I counted the exits again",
];
/// What both can read, sealed.
const SHOWN: &str = "You lie awake until the first tram";
const OFFERED: &str = "Tuesday was almost easy";
const PROMISED: &str = "I will call before half past five";
const NOTICED: &str = "You told me about the phone before I asked";

/// Names, then each alone, then home.
pub(crate) fn set_up(home: &Path) -> Sitting {
    let mut sitting = Sitting::begin(home);
    sitting.sees("Who will be using this?");
    sitting.type_into("First person’s name", "Maya");
    sitting.type_into("Second person’s name", "Jon");
    sitting.press("Continue");
    alone(&mut sitting, "Maya", "Jon", "I was hurt", MAYAS);
    alone(&mut sitting, "Jon", "Maya", "I broke trust", JONS);
    sitting.sees("Your pages are ready");
    sitting.press("Begin");
    sitting
}

/// One person alone with the laptop: their part, the questions, their passphrase.
fn alone(sitting: &mut Sitting, name: &str, other: &str, part: &str, passphrase: &str) {
    sitting.sees(&format!("Pass the laptop to {name}"));
    sitting.press(&format!("I am {name}"));
    sitting.press(part);
    sitting.press("Continue");
    sitting.press_in(&format!("Are you sometimes afraid of {other}?"), "Yes");
    sitting.press("Continue");
    sitting.press(&format!("Go on with {other}"));
    sitting.press("Use my own words");
    sitting.type_into("Your passphrase", passphrase);
    sitting.type_into("The same once more", passphrase);
    sitting.press("Use this passphrase");
}

/// At the door, by oneself.
pub(crate) fn come_in(sitting: &mut Sitting, name: &str, passphrase: &str) {
    sitting.press(name);
    sitting.type_into("Your passphrase", passphrase);
    sitting.press("Open");
}

/// At the door, both, with the passphrase of one.
pub(crate) fn come_in_together(sitting: &mut Sitting, whose: &str, passphrase: &str) {
    sitting.press("Both of us");
    sitting.press_in("Whose passphrase will you use?", whose);
    sitting.type_into(&format!("{whose}’s passphrase"), passphrase);
    sitting.press("Open");
    sitting.sees("This week, together");
}

/// The made-up household, and one of the two alone in it.
pub(crate) fn alone_at_home(home: &Path, name: &str) -> Sitting {
    furnish(home);
    let mut sitting = Sitting::begin(home);
    come_in(&mut sitting, name, MADE_UP);
    sitting.sees("Alone, door locked");
    sitting
}

/// The same, and both in it, with the passphrase of one.
pub(crate) fn both_at_home(home: &Path, whose: &str) -> Sitting {
    furnish(home);
    let mut sitting = Sitting::begin(home);
    come_in_together(&mut sitting, whose, MADE_UP);
    sitting
}

fn step_one(sitting: &mut Sitting) {
    sitting.press("Open step 1");
    sitting.press("Pass the laptop to Jon");
    sitting.press("I am Jon");
    sitting.type_into("What did you do, and what did you keep hidden?", PRIVATE[0]);
    sitting.press("Next page");
    sitting.sees("Page 2 of 5");
    let question = "What has this done to Maya’s days, nights and sense of what was real?";
    sitting.type_into(question, SHOWN);
    sitting.press_in("Who can read this page", "Show Maya");
    sitting.sees("Maya will be able to read everything you wrote on this page.");
    sitting.press("Next page");
    sitting.sees("Page 3 of 5");
    sitting.press("Next page");

    sitting.press("I am Maya");
    sitting.never_sees(PRIVATE[0]);
    let question = "What would have to be named before you felt understood?";
    sitting.type_into(question, PRIVATE[1]);
    sitting.press("Next page");
    sitting.sees("Page 5 of 5");
    sitting.never_sees(PRIVATE[0]);
    sitting.never_sees(PRIVATE[1]);
    sitting.sees(SHOWN);
    sitting.press("Jon: I have finished");
    sitting.press("To the end");
    sitting.press("Maya: my part is done");
    sitting.sees("Maya has said that this part is done.");
    sitting.press("Jon: my part is done");
    sitting.sees("Set in gold.");
    sitting.press("This week");
}

fn commitment(sitting: &mut Sitting) {
    sitting.press("Commitments");
    sitting.press("New for Jon");
    sitting.type_into("If", "I will be later than six");
    sitting.type_into("then", PROMISED);
    sitting.press("Save this commitment");
    sitting.sees("call before half past five");
}

fn appreciation(sitting: &mut Sitting) {
    sitting.press("The jar");
    sitting.press("Add a note");
    sitting.press_in("Whose note is it?", "Maya");
    sitting.type_into("What you noticed", NOTICED);
    sitting.press("Put it in the jar");
    sitting.sees("It is in the jar.");
}

fn check_ins(sitting: &mut Sitting) {
    sitting.press("Check in");
    sitting.sees("Whose check-in?");
    sitting.press("Maya");
    sitting.press("I am Maya");
    sitting.type_into("A note", PRIVATE[3]);
    sitting.press("Save");
    sitting.sees("Only Maya can open it.");
    sitting.press("Jon’s check-in");
    sitting.never_sees(PRIVATE[3]);
    sitting.press("I am Jon");
    sitting.type_into("A note", OFFERED);
    sitting.press("Offer it to Maya");
    sitting.sees("This is what Maya will be able to read, all of it");
    sitting.press("Save");
    sitting.sees("Maya can read it in the shared space.");
    sitting.never_sees(PRIVATE[3]);
}

fn weekly_page(sitting: &mut Sitting, pdf: &Path) {
    sitting.press("Weekly page");
    sitting.press("Commitment: I will call before half past five");
    // What is approved is what is kept: the line has to be on the page first.
    sitting.until("the line to be kept", |sitting| {
        !matches!(sitting.app.world.saving, Saving::Busy)
    });
    for name in ["Maya", "Jon"] {
        sitting.press(&format!("Approve the page as {name}"));
        sitting.find(&format!("Take back the approval of {name}"));
    }
    sitting.press("Save PDF");
    sitting.fill("File", pdf.to_str().unwrap());
    sitting.press("Save here");
    sitting.sees("Saved to ");
}

/// What the page says, with every run of white space as one space; nothing where there is no tool to read it.
fn printed(pdf: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_first_evening() {
    let folder = tempfile::tempdir().unwrap();
    let (data, pdf) = (folder.path().join("data"), folder.path().join("week.pdf"));
    let mut sitting = set_up(&data);
    step_one(&mut sitting);
    commitment(&mut sitting);
    appreciation(&mut sitting);
    check_ins(&mut sitting);
    weekly_page(&mut sitting, &pdf);

    // The page holds what was put on it, and of the rest nothing at all.
    if let Some(text) = printed(&pdf) {
        assert!(text.contains(PROMISED), "{text}");
        for words in PRIVATE.iter().chain(&[SHOWN, OFFERED, NOTICED]) {
            assert!(!text.contains(words), "{words:?} is printed: {text}");
        }
    }

    // A night later the door is shut to a guess and to the other one's passphrase.
    let mut sitting = sitting.start_again();
    sitting.sees("Who is here?");
    come_in(&mut sitting, "Maya", "lantern copper willow tandem");
    sitting.sees("does not open");
    sitting.fill("Your passphrase", JONS);
    sitting.press("Open");
    sitting.sees("does not open");
    sitting.never_sees("Journal");

    // Maya finds what is hers and what is shared, and nothing that is Jon's alone.
    sitting.fill("Your passphrase", MAYAS);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
    sitting.press("Journal");
    sitting.type_into("Your page", PRIVATE[2]);
    sitting.press("Keep this page");
    sitting.find("Delete");
    sitting.press("Close and lock");

    // Jon too, and what was done together is there for both.
    come_in(&mut sitting, "Jon", JONS);
    sitting.sees("Alone, door locked");
    sitting.press("My commitments");
    sitting.sees("call before half past five");
    sitting.press("Journal");
    sitting.never_sees(PRIVATE[2]);
    sitting.press("Close and lock");
    come_in_together(&mut sitting, "Maya", MAYAS);
    sitting.sees("One step is set in gold");
    sitting.press("The jar");
    sitting.press("Draw one out");
    sitting.sees(NOTICED);
    drop(sitting);

    for words in PRIVATE.iter().chain(&[SHOWN, OFFERED, PROMISED, NOTICED]) {
        let found = files_with(&data, words);
        assert!(
            found.is_empty(),
            "{words:?} stands in plain text in {found:?}"
        );
    }
    for passphrase in [MAYAS, JONS] {
        assert!(files_with(folder.path(), passphrase).is_empty());
    }
    let private = PRIVATE.iter().map(|words| files_with(folder.path(), words));
    assert_eq!(private.flatten().count(), 0);
    assert!(bytes_under(&data).len() > 10, "nothing was kept at all");
}
