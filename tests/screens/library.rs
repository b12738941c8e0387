//! The library, by the keyboard: everything is found, nothing is locked without a word, and nothing private is told to two.

use crate::support::desk::Desk;
use crate::support::promises::broken;
use crate::support::world::World;
use goldseam::content::REFLECTION;
use goldseam::content::schema::{Guide, GuideKind, Whose};
use goldseam::content::walk::{self, Sitting};
use goldseam::domain::record::{More, Place as Reached};
use goldseam::domain::{Kind, Part, PersonId, Record, RecordId};
use goldseam::screen::library::{Message, State, Way};
use goldseam::screen::{Place, Screen as _, alone, together};
use goldseam::text::{common, library as text};
use goldseam::ui::access::Role;
use goldseam::ui::theme::Theme;
use iced::keyboard::{Key, key::Named};

fn open(world: World) -> Desk<State> {
    Desk::new(world, State::new)
}

fn reached(
    world: &World,
    n: u128,
    by: PersonId,
    guide: &str,
    page: usize,
    finished: bool,
) -> Record {
    let guide = world.library.guide(guide).unwrap();
    Record {
        id: RecordId::from_random(0x1_0000 + n),
        at: world.now - chrono::TimeDelta::days(9) + chrono::TimeDelta::hours(n as i64),
        by,
        what: Kind::Place(Reached {
            guide: guide.id.clone(),
            page: guide.pages[page].id.clone(),
            finished,
            again: false,
            more: More::default(),
        }),
        amends: None,
        more: More::default(),
    }
}

fn gone(desk: &mut Desk<State>) -> Vec<Place> {
    std::mem::take(&mut desk.page().gone)
}

fn sittings() -> [(World, Sitting); 3] {
    let demo = World::demo();
    let (maya, jon) = ((demo.id(0), Part::WasHurt), (demo.id(1), Part::BrokeTrust));
    let alone = |(person, part)| Sitting::Alone { person, part };
    let both = Sitting::Together {
        first: maya,
        second: jon,
    };
    [
        (demo.clone().both(), both),
        (demo.clone().alone(0), alone(maya)),
        (demo.alone(1), alone(jon)),
    ]
}

fn opens(guide: &Guide, sitting: Sitting) -> bool {
    let both = matches!(sitting, Sitting::Together { .. });
    !(walk::turns(guide, sitting).is_empty() || guide.own_space && both)
}

#[test]
fn every_guide_is_at_most_three_presses_from_home() {
    for (world, sitting) in sittings() {
        let to_library = match sitting {
            Sitting::Together { .. } => {
                let mut home = Desk::new(world.clone(), together::State::new);
                home.0.press(text::FROM_HOME);
                home.page().gone.clone()
            }
            Sitting::Alone { .. } => {
                let mut home = Desk::new(world.clone(), alone::State::new);
                home.0.press(text::FROM_HOME);
                home.page().gone.clone()
            }
        };
        assert_eq!(to_library, [Place::Library], "the first press");
        let mut desk = open(world);
        desk.0.press(text::BY_KIND);
        let guides = desk.page().world.library.guides.clone();
        assert!(guides.len() >= 40, "{} guides", guides.len());
        for guide in guides.iter().filter(|guide| opens(guide, sitting)) {
            desk.0.press(&guide.title);
            assert_eq!(gone(&mut desk), [Place::Guide(guide.id.clone())]);
        }
    }
}

#[test]
fn what_does_not_open_for_who_is_here_is_there_and_says_why() {
    for (world, sitting) in sittings() {
        let both = matches!(sitting, Sitting::Together { .. });
        let mut desk = open(world);
        desk.0.press(text::BY_KIND);
        let told = desk.told();
        let guides = desk.page().world.library.guides.clone();
        for guide in guides.iter().filter(|guide| !opens(guide, sitting)) {
            assert!(told.contains(&guide.title), "{} is missing", guide.id);
            assert!(!desk.has(&guide.title), "{} can be pressed", guide.id);
        }
        let own_space = "Opens in Maya’s or Jon’s own space";
        // The reflection too.
        let own = 1 + guides.iter().filter(|guide| guide.own_space).count();
        let said = told.matches(own_space).count();
        assert_eq!(said, if both { own } else { 0 });
        assert!(!told.contains(text::FOR_TWO_TOGETHER));
        let reflection = desk.page().world.library.walk_away.title.clone();
        assert_eq!(desk.has(&reflection), !both);
        if !both {
            desk.0.press(&reflection);
            assert_eq!(gone(&mut desk), [Place::Reflection]);
        }
    }
}

#[test]
fn jon_reads_that_a_guide_is_written_for_the_one_who_was_hurt() {
    let [_, _, (world, _)] = sittings();
    let mut desk = open(world);
    desk.0.press(text::BY_KIND);
    assert!(desk.told().contains(text::FOR_HURT));
    assert!(!desk.has("When you were betrayed"));
}

#[test]
fn a_need_opens_to_what_helps_with_it_and_shuts_again() {
    for (world, _) in sittings() {
        let mut desk = open(world);
        let needs = desk.page().world.library.needs.clone();
        assert!(!needs.is_empty());
        for need in &needs {
            desk.0.press(&need.words);
            let told = desk.told();
            let library = desk.page().world.library.clone();
            for id in &need.guides {
                let title = match library.guide(id) {
                    Some(guide) => &guide.title,
                    None => {
                        assert_eq!(id, REFLECTION);
                        &library.walk_away.title
                    }
                };
                assert!(told.contains(title), "{title} under {}", need.words);
            }
        }
        let last = needs.last().unwrap();
        assert_eq!(desk.0.find(&last.words).info.expanded, Some(true));
        desk.0.press(&last.words);
        assert_eq!(desk.0.find(&last.words).info.expanded, Some(false));
    }
}

#[test]
fn where_one_stopped_comes_first_and_leads_back() {
    let mut world = World::first_evening().alone(0);
    let maya = world.id(0);
    let begun = ["small-moments", "self-trust", "how-long"];
    for (n, id) in (0u128..).zip(begun) {
        let record = reached(&world, n, maya, id, 0, false);
        world.rooms[0].push(record);
    }
    let done = reached(&world, 9, maya, "forgiveness", 0, true);
    world.rooms[0].push(done);
    let library = world.library.clone();
    let named = |id: &str| text::go_on_with(&library.guide(id).unwrap().title);
    let page = &library.guide("how-long").unwrap().pages[0].title;

    let mut desk = open(world);
    desk.0.tab();
    assert_eq!(desk.0.focus(), Some(named("how-long")));
    desk.0.key(Key::Named(Named::Enter));
    assert_eq!(gone(&mut desk), [Place::Guide("how-long".to_owned())]);
    assert!(desk.told().contains(&text::at_page(page)));
    assert!(desk.has(&named("self-trust")));
    assert!(!desk.has(&named("small-moments")), "two at most");
    desk.press(text::SHOW_ALL);
    assert!(desk.has(&named("small-moments")));
    assert!(!desk.has(&named("forgiveness")));

    desk.0.press(text::BY_KIND);
    let told = desk.told();
    assert!(told.contains("Finished on 7 November"), "{told}");
    assert!(told.contains(text::BEGUN));
    let forgiveness = library.guide("forgiveness").unwrap();
    desk.0.press(&forgiveness.title);
    assert_eq!(gone(&mut desk), [Place::Guide(forgiveness.id.clone())]);
}

#[test]
fn alone_one_is_not_sent_back_to_a_page_of_the_two() {
    let mut world = World::first_evening();
    let maya = world.id(0);
    let step = world.library.step(4).unwrap().clone();
    let joint = |page: &goldseam::content::schema::Page| page.whose == Whose::Together;
    let at = step.pages.iter().position(joint).unwrap();
    let record = reached(&world, 1, maya, &step.id, at, false);
    world.shared.push(record);
    let says = text::at_page(&step.pages[at].title);
    assert!(open(world.clone().both()).told().contains(&says));
    assert!(!open(world.alone(0)).told().contains(&says));
}

#[test]
fn nothing_private_is_told_while_both_are_here() {
    let mut world = World::first_evening();
    let maya = world.id(0);
    let record = reached(&world, 1, maya, "self-trust", 0, false);
    world.rooms[0].push(record);
    let mut alone = open(world.clone().alone(0));
    assert!(alone.told().contains(text::STOPPED));
    drop(alone);
    let mut both = open(world.both());
    both.0.press(text::BY_KIND);
    let told = both.told();
    assert!(!told.contains(text::STOPPED));
    assert!(!told.contains(text::BEGUN));
}

#[test]
fn the_suggestion_says_why_and_stays_away_once_it_is_put_away() {
    let mut desk = open(World::first_evening().both());
    assert!(desk.told().contains(text::SUGGESTED));
    let snapshot = desk.0.snapshot();
    let not_now = snapshot
        .focusables()
        .find_map(|node| node.info.name.clone().filter(|n| n.starts_with("Not now")));
    drop(snapshot);
    desk.press(&not_now.unwrap());
    for way in [Way::Kind, Way::Need] {
        desk.tell(Message::Look(way));
        assert!(!desk.told().contains(text::SUGGESTED));
    }
}

#[test]
fn searching_by_keyboard_keeps_the_focus_and_tells_in_words_what_is_found() {
    let mut desk = open(World::demo().alone(0));
    desk.press(text::SEARCH);
    desk.go_to(text::FIELD);
    desk.write("forgiveness");
    assert_eq!(desk.0.focus().as_deref(), Some(text::FIELD));
    let said = desk.told();
    assert!(said.contains("things found."), "{said}");
    assert!(!said.contains('{'), "a name is not filled in");
    let found = desk.0.snapshot();
    let status = found.of(Role::Status).next().unwrap();
    assert!(status.info.live.is_some());
    drop(found);
    let title = desk
        .page()
        .world
        .library
        .guide("forgiveness")
        .unwrap()
        .title
        .clone();
    desk.press(&title);
    assert_eq!(gone(&mut desk), [Place::Guide("forgiveness".to_owned())]);

    desk.go_to(text::FIELD);
    desk.write("zzz");
    assert!(desk.told().contains(text::NOTHING_FOUND));
}

/// Those that start with `beginning`.
fn named(desk: &mut Desk<State>, beginning: &str) -> Vec<String> {
    let mut names = desk.names();
    names.retain(|name| name.starts_with(beginning));
    names
}

fn searching(world: World, words: &str) -> Desk<State> {
    let mut desk = open(world);
    desk.tell(Message::Look(Way::Search));
    desk.tell(Message::Query(words.into()));
    desk
}

#[test]
fn what_was_found_is_told_by_its_sentence_and_by_the_page_it_stands_on() {
    let mut maya = searching(World::demo().alone(0), "message tone");
    let told = maya.told();
    assert!(told.contains("jump at a message tone."), "{told}");
    let page = "On page four, “When it comes back at night”.";
    assert!(told.contains(page), "{told}");
    assert!(!told.contains("For you alone, in your own space."));
    drop(maya);
    // He cannot open it, and is told so, and not on which page of his it would be.
    let mut jon = searching(World::demo().alone(1), "message tone");
    let told = jon.told();
    assert!(told.contains("On the page “When it comes back at night”."));
    assert!(told.contains(text::FOR_HURT));
    drop(jon);
    let mut jon = searching(World::demo().alone(1), "tight jaw sick stomach");
    let told = jon.told();
    assert!(told.contains("for the one who was hurt."), "{told}");
    assert!(jon.has("Let the hurt be felt"));
}

#[test]
fn a_page_that_was_found_names_the_two_as_whoever_it_is_for_reads_it() {
    let found = |world| searching(world, "sense of what was real").told();
    // Jon broke trust, and it is his page: what it asks about are her days.
    for told in [found(World::demo()), found(World::demo().alone(1))] {
        assert!(told.contains("to Maya’s days, nights"), "{told}");
        assert!(!told.contains("to Jon’s days"));
    }
    // It is none of hers, and nobody is named for the other.
    let told = found(World::demo().alone(0));
    assert!(told.contains("to the one who was hurt’s days"), "{told}");
}

/// The wash that marks a word, in any of its tints where letters stand on it.
fn marked_pixels(desk: &mut Desk<State>, sentence: &str) -> usize {
    let bounds = desk.0.snapshot().named(sentence).unwrap().bounds;
    let (size, theme) = (desk.0.size(), desk.page().world.theme);
    let tint = theme.tokens().tint.into_rgba8();
    let pixels = desk.0.pixels();
    let width = size.width as usize;
    let is_inside = |at: usize| {
        let at = iced::Point::new((at % width) as f32, (at / width) as f32);
        bounds.contains(at)
    };
    let pixels = pixels.chunks_exact(4).enumerate();
    let tinted = pixels.filter(|(at, pixel)| is_inside(*at) && pixel[..3] == tint[..3]);
    tinted.count()
}

#[test]
fn the_words_that_were_sought_are_marked_where_they_stand() {
    for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
        let world = World::demo().alone(0).themed(theme);
        let sentence = "The same ten minutes play again in your head, at four in the morning.";
        let mut desk = searching(world.clone(), "MORNING four head");
        let three = marked_pixels(&mut desk, sentence);
        drop(desk);
        let mut desk = searching(world, "same ten minutes play again four");
        let six = marked_pixels(&mut desk, sentence);
        assert!(three > 200, "{theme:?}: {three} pixels are marked");
        assert!(
            six > three,
            "{theme:?}: {six} pixels and not more than {three}"
        );
    }
}

#[test]
fn the_arrows_go_from_the_field_through_what_was_found_and_escape_clears_it() {
    let mut desk = open(World::demo().alone(0));
    desk.press(text::SEARCH);
    assert_eq!(desk.0.focus().as_deref(), Some(text::FIELD));
    desk.write("forgiv");
    desk.0.key(Key::Named(Named::ArrowDown));
    assert_eq!(desk.0.focus().as_deref(), Some("Forgiveness"));
    desk.0.key(Key::Named(Named::ArrowDown));
    let second = desk.0.focus().unwrap();
    assert_ne!(second, "Forgiveness");
    desk.0.key(Key::Named(Named::ArrowUp));
    desk.0.key(Key::Named(Named::ArrowUp));
    assert_eq!(desk.0.focus().as_deref(), Some(text::FIELD));
    desk.enter();
    assert_eq!(desk.0.focus().as_deref(), Some("Forgiveness"));
    desk.enter();
    assert_eq!(gone(&mut desk), [Place::Guide("forgiveness".to_owned())]);

    let clear = desk.page().screen.escape().unwrap();
    desk.tell(clear);
    assert_eq!(desk.0.find(text::FIELD).info.value.as_deref(), Some(""));
    assert_eq!(desk.0.focus().as_deref(), Some(text::FIELD));
    assert!(!desk.has("Forgiveness"));
    assert!(
        desk.page().screen.escape().is_none(),
        "nothing is left to clear"
    );
}

#[test]
fn of_much_that_was_found_the_nearest_is_shown_and_the_rest_a_press_away() {
    let mut desk = searching(World::demo().alone(0), "trust");
    let links = |desk: &mut Desk<State>| {
        let snapshot = desk.0.snapshot();
        snapshot.of(Role::Link).count()
    };
    let few = links(&mut desk);
    assert!(few <= 10, "{few}");
    desk.press(text::SHOW_ALL);
    assert!(links(&mut desk) > 20);
    desk.press(text::SHOW_NEAREST);
    assert_eq!(links(&mut desk), few);
}

#[test]
fn where_nothing_is_found_there_is_a_way_on() {
    let mut desk = searching(World::demo().alone(0), "zzz");
    assert!(desk.shows(text::NOTHING_FOUND));
    desk.press(common::HELP_AND_SAFETY);
    assert_eq!(gone(&mut desk), [Place::Help]);
    desk.press(text::LOOK_BY_NEED);
    assert!(desk.has("I am afraid"));
    desk.press(text::BY_KIND).go_to(text::SEARCH).enter();
    desk.press(text::BY_NEED);
    assert_eq!(desk.0.focus().as_deref(), Some(text::BY_NEED));
    drop(desk);
    let mut desk = searching(World::demo().alone(0), "what he did with the chair zzz");
    assert!(desk.shows(text::FOUND_PARTLY));
    assert!(desk.has("What trust is"), "{:?}", desk.names());
}

#[test]
fn whoever_is_here_alone_is_led_by_what_opens_and_told_why_it_helps() {
    for world in [
        World::one_person().alone(0),
        World::demo().alone(0),
        World::demo().alone(1),
        World::demo().both(),
    ] {
        let mut desk = open(world);
        let library = desk.page().world.library.clone();
        for need in &library.needs {
            assert!(!need.under.is_empty(), "{} stands under nothing", need.id);
            desk.tell(Message::Need(need.id.clone()));
            let told = desk.told();
            for id in &need.guides {
                let why = need.why.get(id);
                let why = why.unwrap_or_else(|| panic!("{} does not say why {id}", need.id));
                assert!(told.contains(why.as_str()), "{}: {why}", need.id);
            }
            let snapshot = desk.0.snapshot();
            let list = snapshot
                .of(Role::List)
                .find(|node| node.info.name.as_deref() == Some(&need.words))
                .unwrap();
            let rows = list.children.iter();
            let rows = rows.filter_map(|id| snapshot.nodes.iter().find(|node| node.id == *id));
            let rows = rows.filter(|node| matches!(node.info.role, Role::Link | Role::ListItem));
            let shut: Vec<bool> = rows.map(|row| row.info.role == Role::ListItem).collect();
            assert!(shut.is_sorted(), "{}: {shut:?}", need.id);
            assert!(!shut[0], "{} leads to nothing that opens", need.id);
            desk.tell(Message::Need(need.id.clone()));
        }
    }
}

#[test]
fn whoever_is_afraid_finds_the_help_page_first() {
    let mut desk = open(World::demo().alone(0));
    let names = desk.names();
    let needs = desk.page().world.library.needs.clone();
    let is_need = |name: &&String| needs.iter().any(|need| need.words == **name);
    assert_eq!(names.iter().find(is_need).unwrap(), "I am afraid");
    desk.press("I am afraid");
    desk.0.key(Key::Named(Named::ArrowDown));
    assert_eq!(desk.0.focus().as_deref(), Some(common::HELP_AND_SAFETY));
    desk.enter();
    assert_eq!(gone(&mut desk), [Place::Help]);
    assert_eq!(named(&mut desk, "Stay, pause").len(), 1);
}

#[test]
fn a_number_to_call_is_found_too() {
    let mut desk = open(World::demo().alone(0));
    desk.tell(Message::Look(Way::Search));
    desk.tell(Message::Query("helpline".into()));
    desk.press(common::HELP_AND_SAFETY);
    assert_eq!(gone(&mut desk), [Place::Help]);
}

#[test]
fn pillars_lead_to_their_page_too() {
    let mut desk = open(World::demo().alone(0));
    desk.0.press(text::BY_KIND);
    desk.0.press(text::PILLARS_WEEK);
    assert_eq!(gone(&mut desk), [Place::Pillars]);
    let library = &desk.page().world.library;
    let pillars = library
        .guides
        .iter()
        .filter(|g| g.kind == GuideKind::Pillar);
    assert_eq!(pillars.count(), 3);
}

#[test]
fn everything_has_a_name_is_reached_in_reading_order_and_stays_inside_the_window() {
    let worlds = [
        World::demo().both(),
        World::demo().alone(0),
        World::first_evening().both(),
        World::one_person().alone(0),
        World::long_names().both(),
        World::long_names().alone(1),
    ];
    let ways = [
        vec![Message::Look(Way::Need), Message::Need("afraid".to_owned())],
        vec![Message::Look(Way::Kind)],
        vec![
            Message::Look(Way::Search),
            Message::Query("trust".into()),
            Message::AllFound(true),
        ],
        vec![Message::Look(Way::Search), Message::Query("zzz".into())],
    ];
    for (width, height) in [(1280.0, 800.0), (900.0, 640.0), (600.0, 427.0)] {
        for world in &worlds {
            for way in &ways {
                let mut desk = open(world.clone().sized(width, height));
                for message in way {
                    desk.tell(message.clone());
                }
                let faults = broken(&desk.0.snapshot());
                assert!(faults.is_empty(), "{width}:\n{}", faults.join("\n"));
            }
        }
    }
}
