//! Guides that are no steps: where they are left to, how they end, and pages for whoever is here or for a choice.

use super::sitting::*;
use goldseam::domain::record;
use goldseam::screen::guide::State;
use goldseam::ui::access::Role;
use iced::time::{Duration, Instant};

/// A guide of one kind with a page for whoever is here.
fn guide(kind: &str, rest: &str) -> String {
    format!(
        r#"Guide(id: "made-up", kind: {kind}, title: "A guide", summary: "A page.", minutes: 5,
            evidence: SmallStudy, sources: ["003"], {rest}
            pages: [Page(id: "one", title: "One page", whose: Whoever, keep: Private, blocks: [
                Say(text: "Something to read before the question comes, in a sentence or two, so that there is something here."),
                Ask(id: "q", prompt: "What stays with you?", long: true),
            ])])"#
    )
}

fn opened(kind: &str, here: Here) -> View {
    open_in(with(&guide(kind, "")), World::new(here), "made-up")
}

#[test]
fn each_kind_says_what_it_is_and_leaves_to_where_it_is_found() {
    for (kind, says, to) in [
        ("Pillar", "One of the three pillars", Place::Pillars),
        ("Read", "To read, with one question", Place::Library),
        ("Practice", "A practice", Place::Library),
        ("Track", "To work through, page by page", Place::Library),
    ] {
        let mut screen = opened(kind, Here::One(MAYA));
        let shown = page(&mut screen);
        assert!(shown.contains("One page"), "{kind}");
        assert!(page(&mut screen).contains(says), "{kind}");
        screen.press("Back");
        assert_eq!(screen.page.gone, [to], "{kind}");
    }
    let own = with(&guide("Track", "own_space: true,"));
    let mut screen = open_in(own, World::new(Here::One(MAYA)), "made-up");
    assert!(page(&mut screen).contains("For yourself"));
}

#[test]
fn who_said_it_and_how_well_it_is_tested_stands_where_it_begins_and_ends() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let evidence = "Common in therapists’ practice. Drawn from";
    assert!(page(&mut screen).contains(evidence));
    go_on(&mut screen);
    assert!(!page(&mut screen).contains(evidence));
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    assert!(page(&mut screen).contains(evidence));
}

#[test]
fn a_read_ends_quietly_and_is_gone_through() {
    for kind in ["Read", "Track", "Pillar"] {
        let mut screen = opened(kind, Here::One(MAYA));
        write_in(&mut screen, "What stays with you?", "the second part");
        screen.press("To the end");
        assert_eq!(title(&mut screen), "That was the last page", "{kind}");
        assert!(!page(&mut screen).contains("gold"), "{kind}");
        assert!(
            matches!(
                kinds(&screen)[..],
                [
                    Kind::Answer(_),
                    Kind::Place(record::Place { finished: true, .. })
                ]
            ),
            "{kind}"
        );
        // From Sunday to Tuesday: it is another week, in which a pillar is looked at anew.
        screen.come_back(2, Here::One(MAYA));
        let offered = has(&mut screen, "Read what you wrote");
        assert_eq!(offered, kind != "Pillar", "{kind}");
        assert_ne!(title(&mut screen), "That was the last page", "{kind}");
    }
}

#[test]
fn a_practice_counts_as_done_only_where_somebody_says_so_and_once_each_time() {
    let mut screen = opened("Practice", Here::One(MAYA));
    screen.press("To the end");
    assert!(kinds(&screen).is_empty(), "reading it is not doing it");
    assert!(has(&mut screen, "Finish for now"));
    screen.press("I did this today");
    let done = |screen: &View| {
        let done = |k: &&Kind| matches!(k, Kind::Practice(p) if p.guide == "made-up");
        kinds(screen).into_iter().filter(done).count()
    };
    assert_eq!(done(&screen), 1);
    assert_eq!(screen.kept().last().unwrap().room, Room::Private(MAYA));
    assert!(!has(&mut screen, "I did this today"));
    assert!(!page(&mut screen).contains("gold"));
    screen.press("Back to the library");
    assert_eq!(screen.page.gone, [Place::Library]);

    screen.come_back(1, Here::One(MAYA));
    screen.press("Read what you wrote");
    screen.press("To the end");
    assert_eq!(done(&screen), 0, "nothing was done by reading");
    screen.come_back(1, Here::One(MAYA));
    screen.press("Go through it again");
    screen.press("To the end");
    screen.press("I did this today");
    assert_eq!(done(&screen), 1);
}

#[test]
fn two_who_did_a_practice_say_so_once_for_both() {
    let mut screen = opened("Practice", Here::Both);
    screen.press("To the end");
    screen.press("We did this today");
    let shared: Vec<Room> = screen.kept().map(|e| e.room).collect();
    assert_eq!(shared, [Room::Shared, Room::Shared]);
    screen.come_back(1, Here::Both);
    assert!(has(&mut screen, "Go through it again"));
}

#[test]
fn a_page_for_whoever_is_here_is_shared_by_two_and_kept_by_one() {
    let mut screen = opened("Read", Here::Both);
    assert!(screen.page.asked.is_empty(), "nobody passes the laptop");
    assert!(page(&mut screen).contains("Both of you can read"));
    write_in(&mut screen, "What stays with you?", "ours");
    screen.press("To the end");
    assert!(screen.page.world.written_in(Room::Shared).contains("ours"));
    drop(screen);

    let mut screen = opened("Read", Here::One(JON));
    write_in(&mut screen, "What stays with you?", "mine");
    screen.press("To the end");
    assert!(!screen.page.world.written_in(Room::Shared).contains("mine"));
    assert!(
        screen
            .page
            .world
            .written_in(Room::Private(JON))
            .contains("mine")
    );
}

const CHOICES: &str = r#"Guide(id: "causes", kind: Track, title: "Causes", summary: "Pages.", minutes: 5,
    evidence: SourceAuthor, sources: ["000"], own_space: true,
    pages: [
        Page(id: "which", title: "Which comes close", whose: Each, keep: Private, blocks: [
            ChooseMany(id: "close", prompt: "What comes close?", options: [
                Choice(id: "desire", text: "Desire"), Choice(id: "overload", text: "Overload"),
            ]),
        ]),
        Page(id: "desire", title: "Desire", whose: Each, keep: Private,
            when: (page: "which", block: "close", option: "desire"),
            blocks: [Ask(id: "q", prompt: "What was wanted?")]),
        Page(id: "overload", title: "Overload", whose: Each, keep: Private,
            when: (page: "which", block: "close", option: "overload"),
            blocks: [Ask(id: "q", prompt: "What was too much?")]),
        Page(id: "close", title: "To close", whose: Each, keep: Private,
            blocks: [Ask(id: "q", prompt: "What now?")]),
    ])"#;

#[test]
fn a_page_for_a_choice_comes_once_it_is_chosen_and_goes_when_it_is_taken_back() {
    let mut screen = open_in(with(CHOICES), World::new(Here::One(JON)), "causes");
    assert!(page(&mut screen).contains("Page 1 of 2"));
    screen.press("Overload");
    go_on(&mut screen);
    assert_eq!(title(&mut screen), "Overload");
    assert!(page(&mut screen).contains("Page 2 of 3"));
    assert!(page(&mut screen).contains("Overload, you are here"));
    write_in(&mut screen, "What was too much?", "everything");

    screen.press("Back");
    screen.press("Desire");
    go_on(&mut screen);
    assert_eq!(title(&mut screen), "Desire");
    go_on(&mut screen);
    assert_eq!(title(&mut screen), "Overload");
    assert!(page(&mut screen).contains("everything"));
    screen.come_back(1, Here::One(JON));
    assert_eq!(title(&mut screen), "Overload", "where it was left");

    screen.press("Back");
    screen.press("Back");
    screen.press("Desire");
    screen.press("Overload");
    go_on(&mut screen);
    assert_eq!(title(&mut screen), "To close");
    screen.press("Back");
    assert_eq!(title(&mut screen), "Which comes close");
}

#[test]
fn a_round_begun_again_asks_for_the_choice_anew() {
    let mut screen = open_in(with(CHOICES), World::new(Here::One(JON)), "causes");
    screen.press("Overload");
    for _ in 0..3 {
        go_on(&mut screen);
    }
    screen.come_back(1, Here::One(JON));
    screen.press("Go through it again");
    assert!(page(&mut screen).contains("Page 1 of 2"));
    assert!(page(&mut screen).contains("What you wrote before"));
}

#[test]
fn what_is_for_ones_own_space_does_not_open_while_both_are_here() {
    let both = World::new(Here::Both).reading(with(CHOICES));
    assert!(State::new(&both.ctx(), "causes").is_none());
}

/// Both are at the end of a step, and Maya has said that her part is done.
fn jon_has_the_last_word(world: World) -> View {
    let mut screen = open(world, step(8));
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    screen.press("Maya: my part is done");
    assert!(!page(&mut screen).contains("Set in gold."));
    screen
}

#[test]
fn gold_flows_once_when_the_last_of_them_says_so_and_then_nothing_moves() {
    let mut screen = jon_has_the_last_word(World::new(Here::Both));
    let begun = Instant::now();
    assert!(!screen.asks_for_a_frame(begun), "nothing moves before");
    screen.press("Jon: my part is done");
    assert!(page(&mut screen).contains("Set in gold."));
    let at = |ms| begun + Duration::from_secs(60) + Duration::from_millis(ms);
    assert!(screen.asks_for_a_frame(at(0)));
    let early = screen.pixels_at(at(100));
    let later = screen.pixels_at(at(700));
    assert!(early != later, "it comes further");
    assert_eq!(
        screen.frame(at(1_250)),
        1,
        "it has arrived, and says so once"
    );
    for ms in [1_300, 2_000, 60_000] {
        assert!(!screen.asks_for_a_frame(at(ms)), "it stands still");
    }
    assert_eq!(screen.frame(at(90_000)), 0);

    let rests = screen.pixels_at(at(95_000));
    screen.come_back(1, Here::Both);
    screen.press("Read what you wrote");
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    assert!(!screen.asks_for_a_frame(at(99_000)), "never a second time");
    assert!(rests == screen.pixels_at(at(99_000)));
}

#[test]
fn with_stillness_the_gold_is_there_at_once() {
    let mut screen = jon_has_the_last_word(World::new(Here::Both).still());
    screen.press("Jon: my part is done");
    assert!(page(&mut screen).contains("Set in gold."));
    assert!(!screen.asks_for_a_frame(Instant::now()));
    let list = screen.snapshot();
    assert!(list.of(Role::Heading).count() > 0);
}
