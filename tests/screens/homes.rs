//! The two homes, together and alone: what comes next, and no more than that.

use crate::support::app::Sitting;
use crate::support::app::folder::{MADE_UP, furnish};
use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::app::{Message, frame, shown};
use goldseam::domain::settings::Motion;
use goldseam::domain::{Kind, PersonId, Record, RecordId, Room, record};
use goldseam::screen::{Place, alone, together};
use goldseam::text::{alone as alone_words, common, together as words};
use std::time::{Duration, Instant};

#[test]
fn the_next_step_comes_first_and_opens() {
    let mut desk = Desk::new(World::demo().both(), together::State::new);
    assert_eq!(
        desk.tab_order()[..2],
        [words::open_step(4), words::SEE_ALL_TEN.to_owned()]
    );
    desk.press(&words::open_step(4));
    let step = desk.page().world.library.step(4).unwrap().id.clone();
    assert_eq!(desk.page().gone, [Place::Guide(step)]);
}

/// The rows in which a column of the picture is gold, between two heights.
fn gold_rows(pixels: &[u8], width: usize, x: usize, band: std::ops::Range<usize>) -> Vec<usize> {
    band.filter(|y| {
        let at = 4 * (y * width + x);
        let [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]].map(i32::from);
        r - b > 60 && r - g > 10
    })
    .collect()
}

#[test]
fn one_straight_line_leads_from_the_step_to_its_place_on_the_bowl() {
    for (width, height) in [(1280.0, 800.0), (1180.0, 700.0), (1920.0, 1080.0)] {
        let mut desk = Desk::new(
            World::demo().both().sized(width, height),
            together::State::new,
        );
        let title = desk.page().world.library.step(4).unwrap().title.clone();
        let snapshot = desk.0.snapshot();
        let title = snapshot.named(&title).unwrap().bounds;
        let pixels = desk.0.pixels();
        let from = (title.x + title.width) as usize + 30;
        let band = title.y as usize..(title.y + title.height) as usize;
        let rows = |x| gold_rows(&pixels, width as usize, x, band.clone());
        let first = rows(from);
        assert!(!first.is_empty(), "no line at {width}");
        // Two bowl widths out of five are always reached, wherever the step is.
        for x in from..from + 240 {
            assert_eq!(rows(x), first, "the line steps at {x} of {width}");
        }
    }
}

#[test]
fn two_commitments_are_enough_for_one_glance() {
    let mut desk = Desk::new(World::demo().both(), together::State::new);
    let told = desk.0.snapshot();
    let promises = |name: &str| {
        told.nodes
            .iter()
            .any(|n| n.info.name.as_deref() == Some(name))
    };
    assert!(promises(words::REST_OF_PROMISES));
    desk.press(words::REST_OF_PROMISES);
    assert_eq!(desk.page().gone, [Place::Commitments]);
}

#[test]
fn the_first_evening_asks_for_no_thanks() {
    let mut desk = Desk::new(World::first_evening().both(), together::State::new);
    let names = desk.tab_order();
    assert!(names.contains(&words::open_step(1)));
    assert!(
        !names
            .iter()
            .any(|n| n == words::WRITE_NOTE || n == words::DRAW_ONE),
        "{names:?}"
    );
}

#[test]
fn a_ritual_is_chosen_for_a_day_and_later_held() {
    let mut desk = Desk::new(World::first_evening().both(), together::State::new);
    desk.press(words::CHOOSE_RITUAL);
    desk.press(words::ANOTHER_IDEA);
    desk.press("Wednesday");
    desk.go_to(words::RITUAL_TIME);
    desk.write("8 pm");
    desk.press(common::SAVE);
    assert!(
        desk.page().saved.is_empty(),
        "a time it cannot read is not dropped"
    );
    for _ in 0..4 {
        desk.go_to(words::RITUAL_TIME);
        desk.0.key(iced::keyboard::Key::Named(
            iced::keyboard::key::Named::Backspace,
        ));
    }
    desk.write("20:30");
    desk.press(common::SAVE);
    let entry = desk.page().saved[0][0].clone();
    assert_eq!(entry.room, Room::Shared);
    let Kind::Ritual(ritual) = entry.what else {
        panic!("not a ritual");
    };
    assert_eq!(ritual.name.as_str(), "Tea before talking");
    assert_eq!(
        words::ritual_when(ritual.on, ritual.time).unwrap(),
        "Wednesday, 20:30"
    );
    assert_eq!(ritual.held, None);

    desk.press(words::WE_DID_IT);
    let today = desk.page().world.now.date_naive();
    assert!(matches!(&desk.page().saved[1][0].what, Kind::Ritual(r) if r.held == Some(today)));
    assert!(!desk.tab_order().iter().any(|n| n == words::WE_DID_IT));
}

#[test]
fn alone_the_path_the_journal_and_the_check_in_are_in_reach() {
    let mut desk = Desk::new(World::demo().alone(0), alone::State::new);
    desk.press(alone_words::BEGIN);
    desk.press(alone_words::DO_CHECK_IN);
    desk.press(alone_words::MY_COMMITMENTS);
    assert_eq!(
        desk.page().gone,
        [Place::Journal, Place::CheckIn, Place::Commitments]
    );
}

#[test]
fn a_page_that_was_begun_is_offered_without_a_word_of_it() {
    let mut world = World::demo().alone(0);
    world.drafts.insert("journal/new".into(), "Secret".into());
    let mut desk = Desk::new(world, alone::State::new);
    assert!(desk.tab_order().iter().any(|n| n == alone_words::GO_ON));
    let told = format!(
        "{:?}",
        desk.0
            .snapshot()
            .nodes
            .iter()
            .map(|n| n.info.name.clone())
            .collect::<Vec<_>>()
    );
    assert!(!told.contains("Secret"));
}

/// Jon and Maya at home with three steps in gold; then the fourth is finished elsewhere by the two of them.
fn finish_the_fourth(sitting: &mut Sitting) {
    sitting.send(Message::Frame(frame::Message::Go(Place::Steps)));
    let (step, people) = {
        let ctx = sitting.app.world.ctx();
        let people: Vec<PersonId> = ctx.household.people.iter().map(|p| p.id).collect();
        (ctx.library.step(4).unwrap().id.clone(), people)
    };
    let at = sitting.app.world.now;
    let finished = people.into_iter().zip(1..).map(|(by, n)| Record {
        id: RecordId::from_random(n),
        at,
        by,
        what: Kind::Place(record::Place {
            guide: step.clone(),
            page: "end".to_owned(),
            finished: true,
            again: false,
            more: Default::default(),
        }),
        amends: None,
        more: Default::default(),
    });
    let finished: Vec<Record> = finished.collect();
    sitting.app.world.add(Room::Shared, &finished);
}

/// Whether the home looks different once it is told that the gold has come.
fn flows_at_home(sitting: &mut Sitting) -> bool {
    sitting.send(Message::Frame(frame::Message::Go(Place::Home)));
    let arriving = sitting.pixels();
    let flowed = shown::Message::Together(together::Message::Flowed);
    sitting.send(Message::Screen(flowed));
    arriving != sitting.pixels()
}

#[test]
fn gold_flows_along_the_bowl_once_when_one_comes_home_from_a_step_just_finished() {
    for motion in [Motion::Gentle, Motion::Still] {
        let home = tempfile::tempdir().unwrap();
        furnish(home.path());
        let mut sitting = Sitting::begin(home.path());
        sitting.press("Both of us");
        sitting.press_in("Whose passphrase will you use?", "Maya");
        sitting.type_into("Maya’s passphrase", MADE_UP);
        sitting.press("Open");
        sitting.sees(words::TITLE);
        sitting.app.world.settings.motion = motion;
        assert!(!flows_at_home(&mut sitting), "nothing was finished");
        finish_the_fourth(&mut sitting);
        assert_eq!(flows_at_home(&mut sitting), motion == Motion::Gentle);
        assert!(!flows_at_home(&mut sitting), "it flows once");
    }
}

#[test]
fn the_gold_on_the_bowl_comes_further_and_then_nothing_moves() {
    let mut desk = Desk::new(World::demo().both(), |ctx| {
        let mut home = together::State::new(ctx);
        home.let_gold_flow();
        home
    });
    let begun = Instant::now() + Duration::from_secs(60);
    let at = |ms| begun + Duration::from_millis(ms);
    assert!(desk.0.asks_for_a_frame(at(0)));
    let early = desk.0.pixels_at(at(100));
    assert!(early != desk.0.pixels_at(at(700)), "it comes further");
    assert_eq!(desk.0.frame(at(1_250)), 1, "it has arrived");
    for ms in [1_300, 60_000] {
        assert!(!desk.0.asks_for_a_frame(at(ms)), "it stands still");
    }
}

#[test]
fn what_was_begun_in_ones_own_space_is_found_again_there_and_nowhere_else() {
    let home = tempfile::tempdir().unwrap();
    furnish(home.path());
    let mut sitting = Sitting::begin(home.path());
    sitting.press("Maya");
    sitting.type_into("Your passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("Alone, door locked");
    sitting.never_sees(alone_words::REFLECTION_WAITS);
    sitting.never_sees(common::BEGUN);
    sitting.press("Reflection");
    sitting.type_into("As it is now, in your own words", "Tired");
    sitting.press("My page");
    sitting.sees(alone_words::REFLECTION_WAITS);
    assert!(sitting.has("Reflection begun"), "{}", sitting.told());
    assert!(!sitting.has("Journal begun"), "{}", sitting.told());
    sitting.press(alone_words::TO_REFLECTION);
    assert_eq!(sitting.value("As it is now, in your own words"), "Tired");

    sitting.press("Close and lock");
    sitting.press("Both of us");
    sitting.press_in("Whose passphrase will you use?", "Maya");
    sitting.type_into("Maya’s passphrase", MADE_UP);
    sitting.press("Open");
    sitting.sees("This week, together");
    sitting.never_sees("Reflection");
    sitting.never_sees(alone_words::REFLECTION_WAITS);
}
