//! Who is here?

use crate::threshold::*;
use goldseam::screen::{Place, Screen, door};

#[test]
fn the_door_stands_at_every_size() {
    everywhere(&BOTH, |world, size| {
        let mut door = Desk::bare(world, door::State::new);
        look(&mut door, &format!("door-{size}"));
        door.press("Both of us The shared space. Private pages stay shut.");
        look(&mut door, &format!("door-both-{size}"));
        door.press("Maya").write("clover marbling").enter();
        door.tell(door::Message::Refused(REFUSED));
        look(&mut door, &format!("door-refused-{size}"));
    });
    let strange = [(LONG, true), ("美玲 👩‍🚀", true)];
    for (size, window) in sizes() {
        let mut door = Desk::bare(at(&strange, window), door::State::new);
        look(&mut door, &format!("door-names-{size}"));
    }
}

const MAYA_ROW: &str = "Maya Your own space, opened with your passphrase";
const BOTH_ROW: &str = "Both of us The shared space. Private pages stay shut.";

#[test]
fn maya_opens_her_space_by_keyboard() {
    let mut door = Desk::bare(wide(&BOTH), door::State::new);
    door.press(MAYA_ROW);
    assert_eq!(door.0.focus().as_deref(), Some("Your passphrase"));
    door.write("clover marbling").enter();
    assert_eq!(
        door.wanted(),
        Some(Wanted::Ask(door::Intent::Unlock {
            person: MAYA,
            passphrase: "clover marbling".into(),
            both: false,
        }))
    );
    assert!(door.shows("Opening, one moment"));
    door.enter();
    assert_eq!(
        door.wanted(),
        None,
        "asked twice while the key was being made"
    );
}

#[test]
fn both_open_the_shared_space_with_jons_passphrase() {
    let mut door = Desk::bare(wide(&BOTH), door::State::new);
    door.press(BOTH_ROW);
    assert_eq!(door.0.focus().as_deref(), Some("Maya"));
    door.press("Jon");
    assert_eq!(door.0.focus().as_deref(), Some("Jon’s passphrase"));
    door.write("duckbill").enter();
    assert_eq!(
        door.wanted(),
        Some(Wanted::Ask(door::Intent::Unlock {
            person: JON,
            passphrase: "duckbill".into(),
            both: true,
        }))
    );
}

#[test]
fn one_who_has_not_joined_has_no_row_and_there_is_no_both() {
    let mut door = Desk::bare(wide(&[("Maya", true), ("Jon", false)]), door::State::new);
    assert!(door.shows("Maya"));
    assert!(!door.shows("Jon") && !door.shows("Both of us"));
}

#[test]
fn a_refused_passphrase_stays_in_its_field() {
    for people in [&BOTH[..], &BOTH[..1]] {
        let mut door = Desk::bare(wide(people), door::State::new);
        door.press(MAYA_ROW).write("clover").enter().wanted();
        door.tell(door::Message::Refused(REFUSED));
        assert!(door.shows(REFUSED.0) && door.shows(REFUSED.1));
        assert_eq!(door.0.focus().as_deref(), Some("Your passphrase"));
        door.write("s").enter();
        let Some(Wanted::Ask(door::Intent::Unlock { passphrase, .. })) = door.wanted() else {
            panic!("nothing was tried");
        };
        assert_eq!(passphrase.as_str(), "clovers");
    }
}

#[test]
fn the_way_back_from_a_passphrase_forgets_it() {
    let mut door = Desk::bare(wide(&BOTH), door::State::new);
    door.press(MAYA_ROW).write("clover").press("Back");
    door.press(MAYA_ROW).enter();
    assert_eq!(door.wanted(), None, "there is nothing to try");
    assert!(door.0.page.screen.escape().is_some());
}

#[test]
fn help_and_leaving_need_no_passphrase() {
    let mut door = Desk::bare(wide(&BOTH), door::State::new);
    door.press("Help and safety");
    assert_eq!(door.wanted(), Some(Wanted::Go(Place::Help)));
    door.press("Leave quickly");
    assert_eq!(door.wanted(), Some(Wanted::Leave));
    door.0.page.world.shift_taps = 2;
    assert!(door.shows("Shift once more, or"));
}
