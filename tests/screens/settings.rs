//! The settings: what is changed is asked for once, and one's part in this is one's own.

use crate::threshold::*;
use goldseam::domain::record::{More, PartTaken};
use goldseam::domain::{Kind, Part, PersonId, Room, Settings};
use goldseam::screen::{Entry, Here, Saving, settings as preferences};
use goldseam::text;
use goldseam::ui::access::Role;

#[test]
fn settings_stand_at_every_size() {
    let households: [(&str, &[(&str, bool)]); 3] = [
        ("joining", &[("Maya", true), (LONG, false)]),
        ("alone", &[("Maya", true)]),
        ("both", &BOTH),
    ];
    for (whose, people) in households {
        everywhere(people, |mut world, size| {
            world.here = if whose == "both" {
                Here::Both
            } else {
                Here::One(MAYA)
            };
            let mut page = Desk::bare(world, preferences::State::new);
            look(&mut page, &format!("settings-{whose}-{size}"));
        });
    }
}

#[test]
fn each_setting_asks_for_its_change_at_once() {
    use goldseam::domain::settings::{LockDelay, Motion, TextSize, ThemeChoice};
    let mut page = Desk::bare(wide(&BOTH), preferences::State::new);
    let mut expect = |name: &str, change: fn(&mut Settings)| {
        let mut wanted = Settings::default();
        change(&mut wanted);
        page.press(name);
        assert_eq!(
            page.wanted(),
            Some(Wanted::Ask(preferences::Intent::Change(wanted)))
        );
    };
    expect("High contrast", |s| s.theme = ThemeChoice::HighContrast);
    expect("Larger", |s| s.text_size = TextSize::Larger);
    expect("Hold things still", |s| s.motion = Motion::Still);
    expect("Two minutes", |s| s.lock = LockDelay::TwoMinutes);
    page.press("System");
    assert_eq!(page.wanted(), None, "nothing changed");
}

fn part(by: PersonId, part: Part) -> Entry {
    let more = More::default();
    let what = Kind::Part(PartTaken { part, more });
    Entry::new(Room::Shared, by, what)
}

#[test]
fn maya_changes_her_part_and_is_told_that_jon_can_see_it() {
    let mut world = wide(&BOTH);
    world.here = Here::One(MAYA);
    world.keep(vec![part(MAYA, Part::WasHurt)]);
    world.keep(vec![part(JON, Part::BrokeTrust)]);
    let mut page = Desk::bare(world, preferences::State::new);
    page.page().disk = Disk::Busy;
    let chosen = |page: &mut Desk<preferences::State>| {
        let options = page.0.snapshot();
        let groups = options.of(Role::RadioGroup);
        let group = groups
            .into_iter()
            .find(|g| g.info.name.as_deref() == Some("My part in this"));
        let children = group.unwrap().children.clone();
        let mut chosen = options
            .of(Role::RadioButton)
            .filter(|o| children.contains(&o.id) && o.info.toggled == Some(true))
            .map(|o| o.info.name.clone().unwrap());
        let first = chosen.next();
        assert_eq!(chosen.next(), None);
        first.unwrap_or_default()
    };
    assert_eq!(chosen(&mut page), "I was hurt");
    page.press("I was hurt");
    assert_eq!(page.wanted(), None, "nothing changed");

    page.press("Both, in different ways");
    let both = part(MAYA, Part::Both);
    assert_eq!(page.wanted(), Some(Wanted::Save(vec![both.clone()])));
    assert_eq!(chosen(&mut page), "Both, in different ways");
    page.enter();
    assert_eq!(page.wanted(), None, "kept twice");
    page.page().world.keep(vec![both]);
    page.tell(preferences::Message::Saved);
    assert_eq!(chosen(&mut page), "Both, in different ways");

    page.press("I would rather not say").wanted();
    page.tell(preferences::Message::NotSaved);
    assert_eq!(
        chosen(&mut page),
        "I would rather not say",
        "the app tries again"
    );
}

#[test]
fn while_both_are_here_neither_part_is_shown_to_be_changed() {
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    let mut page = Desk::bare(world, preferences::State::new);
    assert!(!page.shows("My part in this"));
}

#[test]
fn one_who_began_alone_makes_a_place_for_a_second_person() {
    let mut world = wide(&[("Maya", true)]);
    world.here = Here::One(MAYA);
    let mut page = Desk::bare(world, preferences::State::new);
    page.press("Make a place for them");
    assert!(page.shows("Write a name"));
    assert_eq!(page.0.focus().as_deref(), Some("Name"));
    page.write(" maya").enter();
    assert!(page.shows("Use two different names"));
    assert_eq!(page.wanted(), None);
    page.write("nne ").enter();
    let invite = || Wanted::Ask(preferences::Intent::Invite("mayanne".into()));
    assert_eq!(page.wanted(), Some(invite()));
    page.press("Make a place for them");
    assert_eq!(page.wanted(), None, "two places for one person");

    let (title, to_do) = text::notices::DISK_FULL;
    page.0.page.world.saving = Saving::Failed(title.into(), to_do.into());
    page.press("Make a place for them");
    assert_eq!(
        page.wanted(),
        Some(invite()),
        "after a failure it can be tried again"
    );
    drop(page);

    for people in [&BOTH[..], &[("Maya", true), ("Jon", false)]] {
        let mut world = wide(people);
        world.here = Here::One(MAYA);
        let mut page = Desk::bare(world, preferences::State::new);
        assert!(
            !page.shows("Make a place for them"),
            "there are two already"
        );
    }
}

#[test]
fn jon_is_let_in_under_settings_while_he_has_not_joined() {
    let mut page = Desk::bare(
        wide(&[("Maya", true), ("Jon", false)]),
        preferences::State::new,
    );
    page.press("Let Jon join");
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(preferences::Intent::LetJoin(JON)))
    );
    drop(page);
    let mut both = Desk::bare(wide(&BOTH), preferences::State::new);
    assert!(!both.shows("Let Jon join"));
}
