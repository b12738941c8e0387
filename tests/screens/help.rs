//! Help: every line is there, and none is a country's until a country is chosen.

use crate::support::library;
use crate::threshold::*;
use goldseam::screen::{Here, help};
use goldseam::ui::access::{Node, Role};

#[test]
fn help_stands_at_every_size() {
    everywhere(&BOTH, |world, size| {
        let mut page = Desk::bare(world, help::State::new);
        look(&mut page, &format!("help-{size}"));
        page.0.page.world.settings.country = Some("united-states".into());
        look(&mut page, &format!("help-country-{size}"));
    });
}

#[test]
fn every_line_of_help_is_listed_until_a_country_is_chosen() {
    let mut page = Desk::bare(wide(&BOTH), help::State::new);
    assert!(page.shows("Samaritans") && page.shows("1-800-799-7233"));
    let first = &library().support.first;
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
    let mut outside = Desk::bare(wide(&BOTH), help::State::new);
    outside.press("Leave quickly");
    assert_eq!(outside.wanted(), Some(Wanted::Leave));
    drop(outside);
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    let mut inside = Desk::bare(world, help::State::new);
    assert!(!inside.names().contains(&"Leave quickly".to_owned()));
}

#[test]
fn the_country_is_chosen_before_any_number_and_every_number_can_be_copied() {
    for here in [Here::Nobody, Here::Both] {
        let mut world = wide(&BOTH);
        world.here = here;
        let mut page = Desk::bare(world, help::State::new);
        let snapshot = page.0.snapshot();
        let stops: Vec<&Node> = snapshot.focusables().collect();
        let country = stops
            .iter()
            .position(|node| node.info.name.as_deref() == Some("Country: All countries"));
        let number = stops
            .iter()
            .position(|node| node.info.role == Role::TextInput);
        assert!(country.is_some() && country < number, "{here:?}");
        let support = &library().support;
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
