//! The three pillars, looked at by two together and by each alone.

use crate::guide::pass;
use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::domain::record::Level;
use goldseam::domain::{Kind, Room};
use goldseam::screen::guide;
use goldseam::screen::{Place, pillars};
use goldseam::text::pillars::{WORD_TOO, WORD_TOO_NOTE};
use goldseam::ui::access::Role;
use iced::keyboard::key::Named;

const MOMENT: &str = "One moment that shows it";

fn guide(world: World, id: &str) -> Desk<guide::State> {
    let mut desk = Desk::new(world, |ctx| guide::State::new(ctx, id).unwrap());
    desk.page().answer = pass;
    desk
}

/// The world as it is once the guide is left. Only one window can be open at a time.
fn leave(mut desk: Desk<guide::State>) -> World {
    desk.page().world.clone()
}

/// What the pillars screen says.
fn read(world: World) -> String {
    Desk::new(world, pillars::State::new).told()
}

/// The looks in a room: the word's place among the five, and the moment.
fn looks(records: &[goldseam::domain::Record]) -> Vec<(Option<usize>, String)> {
    let look = |r: &goldseam::domain::Record| match &r.what {
        Kind::PillarLook(look) => Some((
            Level::FIVE.iter().position(|level| *level == look.level),
            look.moment.to_string(),
        )),
        _ => None,
    };
    records.iter().filter_map(look).collect()
}

#[test]
fn everything_has_a_name_and_tab_goes_as_one_reads() {
    for world in [World::demo().both(), World::demo().alone(1)] {
        let mut desk = Desk::new(world, pillars::State::new);
        let named = desk.names();
        assert!(named.iter().all(|name| !name.is_empty()), "{named:?}");
        assert_eq!(desk.tab_order(), named);
        assert_eq!(
            named[..3],
            ["Accountability", "Congruence", "Integrity"]
                .map(|pillar| format!("Look at this week: {pillar}"))
        );
        let at = |name: &str| named.iter().position(|other| other == name).unwrap();
        assert!(at("Integrity") < at("Lines") && at("Lines") < at("Words only"));
    }
}

#[test]
fn the_way_to_a_look_is_one_press() {
    let mut desk = Desk::new(World::first_evening().alone(0), pillars::State::new);
    assert!(desk.told().contains("Not looked at this week"));
    desk.press("Look at this week: Congruence");
    assert_eq!(desk.page().gone, [Place::Guide("congruence".into())]);
}

#[test]
fn arrow_keys_choose_a_week_and_words_only_say_the_same() {
    let mut desk = Desk::new(World::demo().alone(1), pillars::State::new);
    desk.press("Integrity");
    desk.go_to("Integrity, week by week");
    let value = |desk: &mut Desk<pillars::State>| {
        let snapshot = desk.0.snapshot();
        let slider = snapshot.of(Role::Slider).next().unwrap();
        slider.info.value.clone().unwrap()
    };
    let newest = value(&mut desk);
    assert_eq!(
        newest,
        "9 to 15 November; Jon: Some of it. I did not call before six on the one day it counted."
    );
    desk.0.key(Named::ArrowLeft);
    let before = value(&mut desk);
    assert!(
        before.starts_with("2 to 8 November; Jon: As I said."),
        "{before}"
    );
    for _ in 0..20 {
        desk.0.key(Named::ArrowLeft);
    }
    let oldest = value(&mut desk);
    assert_eq!(oldest, "24 to 30 August; Jon: No word");
    desk.press("Words only");
    let told = desk.told();
    for week in [newest, before, oldest] {
        assert!(told.contains(&week), "{week}");
    }
}

#[test]
fn a_look_left_half_way_in_another_week_goes_on_where_it_was() {
    let mut desk = guide(World::first_evening().alone(0), "accountability");
    while desk.has("Next page") {
        desk.press("Next page");
    }
    desk.press("To the end");
    let mut world = leave(desk);
    world.now += chrono::TimeDelta::days(7);
    let mut desk = guide(world, "accountability");
    assert!(desk.told().contains("What it means"), "it begins anew");
    desk.press("Next page");
    assert!(desk.has("Most times"));
    let mut desk = guide(leave(desk), "accountability");
    assert!(
        desk.has("Most times"),
        "the page of the look, not the first"
    );
}

#[test]
fn a_look_alone_is_kept_whole_and_nowhere_else() {
    let mut desk = guide(World::first_evening().alone(0), "accountability");
    desk.press("Next page");
    desk.press("Most times");
    desk.go_to(MOMENT).write("I said so at once.");
    desk.press("Next page");
    let world = leave(desk);
    assert_eq!(
        looks(&world.rooms[0]),
        [(Some(3), "I said so at once.".to_owned())]
    );
    assert!(looks(&world.shared).is_empty());
    let told = read(world);
    assert!(told.contains("This week: Most times"), "{told}");
    assert!(
        told.contains("Maya: Most times. I said so at once."),
        "{told}"
    );
}

#[test]
fn a_shown_page_shows_the_moment_and_the_word_only_when_asked_to() {
    let mut desk = guide(World::first_evening().alone(0), "integrity");
    desk.press("Next page");
    desk.press("Here and there");
    desk.go_to(MOMENT).write("The plumber, a day late.");
    desk.press("Show Jon");
    desk.press("Next page");
    let world = &desk.page().world;
    let moment = || "The plumber, a day late.".to_owned();
    assert_eq!(looks(&world.rooms[0]), [(Some(1), moment())]);
    assert_eq!(looks(&world.shared), [(None, moment())]);

    desk.press("Back");
    let told = desk.told();
    assert!(
        told.contains("Jon will be able to read what you wrote on this page. A word you chose"),
        "it opens as it was shown: {told}"
    );
    desk.press("Private to Maya");
    assert!(
        desk.told()
            .contains("Jon can read: “The plumber, a day late.”")
    );
    desk.press("Show Jon");
    let word_too = format!("{WORD_TOO} {WORD_TOO_NOTE}");
    desk.press(&word_too);
    desk.press("Next page");
    let world = &desk.page().world;
    assert_eq!(
        looks(&world.shared),
        [(None, moment()), (Some(1), moment())]
    );
    let newest = world
        .shared
        .iter()
        .rfind(|r| matches!(r.what, Kind::PillarLook(_)));
    assert!(
        newest.unwrap().amends.is_some(),
        "one look a week is shown, as it stands now"
    );
}

#[test]
fn while_both_are_here_a_private_word_never_shows() {
    let look = |world: World, word: &str, shows: bool| {
        let mut desk = guide(world, "accountability");
        desk.press("Next page");
        desk.press(word);
        if shows {
            desk.go_to(MOMENT).write("I said so at once.");
            desk.press("Show Jon");
        }
        desk.press("Next page");
        leave(desk)
    };
    let shown = |world: &World| {
        let mut both = world.clone().both();
        // The app never gives a private room to two; here it would be seen if a screen looked.
        both.rooms = world.rooms.clone();
        read(both)
    };
    let nothing = shown(&World::first_evening());
    for word in ["Not this week", "Readily", "Rather not say"] {
        let kept = look(World::first_evening().both(), word, false);
        assert_eq!(looks(&kept.rooms[0]).len(), 1);
        assert_eq!(shown(&kept), nothing, "{word}");
    }
    let moments = ["Not this week", "Readily", "Rather not say"]
        .map(|word| shown(&look(World::first_evening().both(), word, true)));
    assert!(moments[0].contains("I said so at once."));
    assert!(moments[0].contains("Maya: No word shown. I said so at once."));
    assert!(moments.iter().all(|told| *told == moments[0]));
}

#[test]
fn a_new_week_begins_with_an_empty_look_and_leaves_the_last_as_it_was() {
    let mut desk = guide(World::first_evening().alone(0), "congruence");
    desk.press("Next page");
    desk.press("Partly");
    desk.go_to(MOMENT).write("I said yes.");
    desk.press("Next page");
    desk.go_to("When did Jon’s words and actions match this week?")
        .write("On Friday.");
    desk.press("Back");
    assert!(
        desk.told().contains("I said yes."),
        "the same week goes on with the same look"
    );

    let mut world = leave(desk);
    world.now += chrono::TimeDelta::days(7);
    let saved = world.rooms[0].len();
    let mut desk = guide(world, "congruence");
    while !desk.told().contains(MOMENT) {
        desk.press("Back");
    }
    assert!(!desk.told().contains("I said yes."));
    desk.press("Next page");
    assert_eq!(
        looks(&desk.page().world.rooms[0]).len(),
        1,
        "nothing was said this week"
    );
    assert!(!desk.told().contains("On Friday."));
    desk.press("Back");
    desk.press("Partly");
    desk.go_to(MOMENT).write("I said yes.");
    desk.press("Next page");
    let own = &desk.page().world.rooms[0];
    assert_eq!(
        looks(own),
        [
            (Some(2), "I said yes.".into()),
            (Some(2), "I said yes.".into())
        ]
    );
    assert!(own[saved..].iter().all(|r| r.amends.is_none()));
}

#[test]
fn a_noticed_moment_is_for_both_and_for_one_alone_it_stays_with_them() {
    let question =
        |other: &str| format!("When did {other} own something this week, large or small?");
    let noticed = |desk: &mut Desk<guide::State>| {
        let all = desk.page().saved.concat();
        all.into_iter()
            .filter(|entry| matches!(entry.what, Kind::Noticed(_)))
            .map(|entry| (entry.room, entry.by))
            .collect::<Vec<_>>()
    };
    let mut desk = guide(World::first_evening().alone(1), "accountability");
    desk.press("Next page");
    desk.press("Next page");
    desk.go_to(&question("Maya"))
        .write("You said it on the stairs.");
    desk.press("Next page");
    let jon = desk.page().world.id(1);
    assert_eq!(noticed(&mut desk), [(Room::Shared, jon)]);
    let told = read(leave(desk).both());
    assert!(told.contains("Jon noticed in Maya") && told.contains("You said it on the stairs."));

    let mut desk = guide(World::one_person().alone(0), "accountability");
    desk.press("Next page");
    desk.press("Next page");
    desk.go_to(&question("your partner"))
        .write("The call on Monday.");
    desk.press("Next page");
    let maya = desk.page().world.id(0);
    assert_eq!(noticed(&mut desk), [(Room::Private(maya), maya)]);
}
