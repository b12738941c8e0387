//! A ritual is taken, a card is turned.

use super::*;
use chrono::Weekday;

fn rituals(world: &World) -> Vec<(String, Option<Weekday>, Option<String>)> {
    let current = goldseam::domain::amend::Current::of(&world.shared);
    let found = current.iter().filter_map(|s| match s.what() {
        Kind::Ritual(r) => {
            let time = r.time.map(|t| t.format("%H:%M").to_string());
            Some((r.name.to_string(), r.on, time))
        }
        _ => None,
    });
    found.collect()
}

#[test]
fn with_the_keyboard_alone_they_take_a_ritual_and_give_it_a_day() {
    let mut screen = open(World::new(Here::Both), RITUAL);
    tab_to(&mut screen, "Tea before talking", Named::ArrowRight);
    let second = screen.focus().unwrap();
    screen.key(Named::Enter);
    tab_to(&mut screen, "Monday", Named::ArrowRight);
    screen.key(Named::Space);
    tab_to(&mut screen, "Next page", Named::Enter);
    let tuesday = Some(Weekday::Tue);
    assert_eq!(
        rituals(&screen.page.world),
        [(second.clone(), tuesday, None)]
    );

    let mut screen = again(screen, RITUAL);
    assert_eq!(screen.find(&second).info.toggled, Some(true));
    assert_eq!(screen.find("Tuesday").info.toggled, Some(true));
    write_in(&mut screen, "Time, if you like", "20:30");
    screen.press("Next page");
    let at = Some("20:30".to_owned());
    assert_eq!(
        rituals(&screen.page.world),
        [(second, tuesday, at)],
        "it is the same one"
    );
}

#[test]
fn a_ritual_of_their_own_is_kept_with_how_it_goes() {
    let mut screen = open(World::new(Here::Both), RITUAL);
    screen.press("One of our own");
    write_in(&mut screen, "What you call it", "The back step");
    write_in(
        &mut screen,
        "How it goes, in a sentence",
        "Ten minutes, no phones",
    );
    screen.press("Next page");
    assert_eq!(
        rituals(&screen.page.world),
        [("The back step".to_owned(), None, None)]
    );
    let mut screen = again(screen, RITUAL);
    assert_eq!(screen.find("One of our own").info.toggled, Some(true));
    assert!(page(&mut screen).contains("Ten minutes, no phones"));
}

#[test]
fn with_the_keyboard_alone_a_card_is_turned_and_kept() {
    let mut screen = open(World::new(Here::Both), CARDS);
    for key in [Named::Enter, Named::Space] {
        let before = screen.find("Calm down.").info.toggled;
        tab_to(&mut screen, "Calm down.", key);
        assert_eq!(screen.find("Calm down.").info.toggled, before.map(|on| !on));
    }
    let card = screen.find("Calm down.").info;
    assert!(
        card.description.unwrap().contains("I am staying."),
        "both sides can be heard"
    );
    let keep = "Keep this one: I can see how much this is. I am staying.";
    tab_to(&mut screen, keep, Named::Space);
    tab_to(&mut screen, "Next page", Named::Enter);
    let kept = AnswerValue::Chosen {
        options: vec!["calm".into()],
        own: Vec::new(),
    };
    assert!(answer(&screen, "cards") == Some(kept));
    let mut screen = again(screen, CARDS);
    assert_eq!(screen.find(keep).info.toggled, Some(true));
    assert_eq!(screen.find("Calm down.").info.toggled, Some(true));
    assert_eq!(
        screen.find("You never listen to me.").info.toggled,
        Some(false)
    );
}

#[test]
fn turning_a_card_moves_nothing_else() {
    let mut screen = open(World::new(Here::Both), CARDS);
    let places = |screen: &mut View| {
        let snapshot = screen.snapshot();
        let places: Vec<_> = snapshot.focusables().map(|n| n.bounds).collect();
        places
    };
    let before = places(&mut screen);
    screen.press("You never listen to me.");
    assert!(page(&mut screen).contains("You never listen to me."));
    assert_eq!(places(&mut screen), before);
    let (first, second) = (before[0], before[1]);
    assert_eq!(
        (first.y, first.height),
        (second.y, second.height),
        "a row is even"
    );
}
