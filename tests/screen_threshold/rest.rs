//! Help, settings, trouble.

use crate::world::*;
use goldseam::domain::record::{More, PartTaken};
use goldseam::domain::{Kind, Part, PersonId, Record, RecordId, Room, Settings};
use goldseam::screen::{Entry, Here, Saving, help, settings as preferences, trouble};
use goldseam::text;
use goldseam::ui::access::{Node, Role};

#[test]
fn help_settings_and_trouble_stand_at_every_size() {
    everywhere(&BOTH, |world, size| {
        let mut page = Sitting::new(world, help::State::new);
        page.look(&format!("help-{size}"));
        page.0.page.world.settings.country = Some("united-states".into());
        page.look(&format!("help-country-{size}"));
    });
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
            let mut page = Sitting::new(world, preferences::State::new);
            page.look(&format!("settings-{whose}-{size}"));
        });
    }
    everywhere(&[], |world, size| {
        let (title, to_do) = text::notices::HOUSEHOLD_DAMAGED;
        let notice = (title.into(), to_do.into(), "household.json: line 3".into());
        let mut page = Sitting::new(world, |_| trouble::State::new(notice));
        page.press("Show the technical detail");
        page.look(&format!("trouble-{size}"));
    });
}

#[test]
fn every_line_of_help_is_listed_until_a_country_is_chosen() {
    let mut page = Sitting::new(wide(&BOTH), help::State::new);
    assert!(page.shows("Samaritans") && page.shows("1-800-799-7233"));
    let first = &LIBRARY.support.first;
    let snapshot = page.0.snapshot();
    let said: Vec<_> = snapshot
        .of(Role::Status)
        .map(|n| n.info.name.clone())
        .collect();
    assert_eq!(said[0].as_ref(), Some(first));
    for node in &snapshot.nodes {
        let name = node.info.name.as_deref().unwrap_or_default();
        assert!(!name.contains("day and night"), "no hours are known");
    }
    page.press("Country: All countries").press("United Kingdom");
    let country = Some("united-kingdom".to_owned());
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(help::Intent::ChooseCountry(country.clone())))
    );
    page.0.page.world.settings.country = country;
    assert!(page.shows("Samaritans") && !page.shows("1-800-799-7233"));
    assert!(page.shows("Find a Helpline"));
    page.press("Country: United Kingdom").press("All countries");
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(help::Intent::ChooseCountry(None)))
    );
    page.press("Close");
    assert_eq!(page.wanted(), Some(Wanted::Ask(help::Intent::Close)));
}

#[test]
fn at_the_door_help_brings_its_own_way_to_leave() {
    let mut outside = Sitting::new(wide(&BOTH), help::State::new);
    outside.press("Leave quickly");
    assert_eq!(outside.wanted(), Some(Wanted::Leave));
    drop(outside);
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    let mut inside = Sitting::new(world, help::State::new);
    assert!(!names(&inside.0.snapshot()).contains(&"Leave quickly".to_owned()));
}

#[test]
fn each_setting_asks_for_its_change_at_once() {
    use goldseam::domain::settings::{LockDelay, Motion, TextSize, ThemeChoice};
    let mut page = Sitting::new(wide(&BOTH), preferences::State::new);
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

/// What is on disk once the app has kept this entry.
fn kept(world: &mut World, entry: Entry) {
    let at = world.now + chrono::Duration::minutes(world.shared.len() as i64);
    let id = RecordId::from_random(world.shared.len() as u128 + 1);
    world.shared.push(Record {
        id,
        at,
        by: entry.by,
        what: entry.what,
        amends: None,
        more: More::default(),
    });
}

#[test]
fn maya_changes_her_part_and_is_told_that_jon_can_see_it() {
    let mut world = wide(&BOTH);
    world.here = Here::One(MAYA);
    kept(&mut world, part(MAYA, Part::WasHurt));
    kept(&mut world, part(JON, Part::BrokeTrust));
    let mut page = Sitting::new(world, preferences::State::new);
    let chosen = |page: &mut Sitting<preferences::State>| {
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
    kept(&mut page.0.page.world, both);
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
    let mut page = Sitting::new(world, preferences::State::new);
    assert!(!page.shows("My part in this"));
}

#[test]
fn one_who_began_alone_makes_a_place_for_a_second_person() {
    let mut world = wide(&[("Maya", true)]);
    world.here = Here::One(MAYA);
    let mut page = Sitting::new(world, preferences::State::new);
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
        let mut page = Sitting::new(world, preferences::State::new);
        assert!(
            !page.shows("Make a place for them"),
            "there are two already"
        );
    }
}

#[test]
fn the_country_is_chosen_before_any_number_and_every_number_can_be_copied() {
    for here in [Here::Nobody, Here::Both] {
        let mut world = wide(&BOTH);
        world.here = here;
        let mut page = Sitting::new(world, help::State::new);
        let snapshot = page.0.snapshot();
        let stops: Vec<&Node> = snapshot.focusables().collect();
        let country = stops
            .iter()
            .position(|node| node.info.name.as_deref() == Some("Country: All countries"));
        let number = stops
            .iter()
            .position(|node| node.info.role == Role::TextInput);
        assert!(country.is_some() && country < number, "{here:?}");
        let support = &LIBRARY.support;
        let lines = support.countries.iter().flat_map(|country| &country.lines);
        for line in lines
            .chain(&support.anywhere)
            .filter(|l| !l.call.is_empty())
        {
            let field = snapshot
                .of(Role::TextInput)
                .find(|node| node.info.value.as_deref() == Some(line.call.as_str()));
            assert!(field.is_some(), "{} cannot be selected", line.call);
        }
    }
}

#[test]
fn jon_is_let_in_under_settings_while_he_has_not_joined() {
    let mut page = Sitting::new(
        wide(&[("Maya", true), ("Jon", false)]),
        preferences::State::new,
    );
    page.press("Let Jon join");
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(preferences::Intent::LetJoin(JON)))
    );
    drop(page);
    let mut both = Sitting::new(wide(&BOTH), preferences::State::new);
    assert!(!both.shows("Let Jon join"));
}

#[test]
fn trouble_says_what_to_do_and_folds_the_detail_away() {
    let notice = ("A title.".into(), "What to do.".into(), "code 7".into());
    let mut page = Sitting::new(wide(&[]), |_| trouble::State::new(notice));
    assert!(page.shows("A title.") && page.shows("What to do.") && !page.shows("code 7"));
    page.press("Show the technical detail");
    assert!(page.shows("code 7"));
    page.press("Close Goldseam");
    assert_eq!(page.wanted(), Some(Wanted::Ask(trouble::Intent::Close)));
}
