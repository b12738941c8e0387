//! Two people, or one, make this theirs.

use crate::threshold::*;
use goldseam::domain::{Part, PersonId, Words};
use goldseam::screen::{Place, setup};
use goldseam::text;
use goldseam::ui::access::Role;

#[test]
fn setting_up_stands_at_every_size() {
    everywhere(&NEW, |mut world, size| {
        let people = std::mem::take(&mut world.household.people);
        let mut setup = Desk::bare(world, setup::State::new);
        look(&mut setup, &format!("setup-names-{size}"));
        setup.go_to("First person’s name").enter().enter();
        look(&mut setup, &format!("setup-names-missing-{size}"));
        setup.0.page.world.household.people = people;
        setup.tell(setup::Message::Handed(MAYA));
        look(&mut setup, &format!("setup-part-{size}"));
        setup.press("I was hurt").press("Continue");
        look(&mut setup, &format!("setup-asked-{size}"));
        setup.press("Continue");
        look(&mut setup, &format!("setup-next-{size}"));
        setup.press(
            "Use this alone for now Your own pages, steps and journal. Nobody else needs to join.",
        );
        look(&mut setup, &format!("setup-words-{size}"));
        setup.press("Use my own words").write("maya and jon 2019");
        look(&mut setup, &format!("setup-own-{size}"));
        setup.tell(setup::Message::Failed(
            "The disk is full.".into(),
            "Free some space.".into(),
        ));
        look(&mut setup, &format!("setup-failed-{size}"));
        setup.joined(MAYA);
        look(&mut setup, &format!("setup-closing-{size}"));
        assert!(!setup.shows("The disk is full."));
    });
}

/// Names in other scripts and long ones, on every page one answers alone.
#[test]
fn no_name_pushes_anything_out_of_place() {
    let strange = [
        ("long", LONG, "美玲 👩‍🚀"),
        ("arabic", "مريم عبد الرحمن", LONG),
    ];
    for (size, window) in sizes() {
        for (whose, first, second) in strange {
            let people = [(first, false), (second, false)];
            let look =
                |setup: &mut Setup, page| look(setup, &format!("setup-{whose}-{page}-{size}"));
            let mut setup = Desk::bare(at(&people, window), setup::State::new);
            look(&mut setup, "names");
            setup.tell(setup::Message::Handed(MAYA));
            look(&mut setup, "part");
            setup.press("I was hurt").press("Continue");
            look(&mut setup, "asked");
            setup.press("Continue");
            look(&mut setup, "next");
            setup.press(ALONE);
            look(&mut setup, "words");
            setup.joined(MAYA);
            look(&mut setup, "closing");
        }
    }
}

#[test]
fn what_leads_on_stands_under_the_way_out_and_the_other_way_under_the_words() {
    for (size, window) in sizes() {
        let mut setup = Desk::bare(at(&[], window), setup::State::new);
        let right = |node: goldseam::ui::access::Node| node.bounds.x + node.bounds.width;
        let leave = right(setup.0.find("Leave quickly"));
        let on = right(setup.0.find("Continue"));
        assert!((leave - on).abs() < 1.0, "{size}: {leave} and {on}");
        let other = setup.0.find("I will be using this alone").bounds.x;
        let field = setup.0.find("First person’s name").bounds.x;
        assert!((other - field).abs() < 1.0, "{size}: {other} and {field}");
    }
}

type Setup = Desk<setup::State>;

impl Setup {
    /// The app founds the household and passes the laptop to the first person.
    fn founded(&mut self, people: &[(&str, bool)]) {
        let Some(Wanted::Ask(setup::Intent::Begin { names })) = self.wanted() else {
            panic!("the household is not begun");
        };
        let expected: Vec<Words> = people.iter().map(|(name, _)| Words::from(*name)).collect();
        assert_eq!(names, expected);
        self.0.page.world.household = wide(people).household;
        self.tell(setup::Message::Founded);
        self.handed(MAYA);
    }

    fn handed(&mut self, person: PersonId) {
        assert_eq!(
            self.wanted(),
            Some(Wanted::Ask(setup::Intent::HandTo(person)))
        );
        self.tell(setup::Message::Handed(person));
    }

    fn joined(&mut self, person: PersonId) {
        for one in &mut self.0.page.world.household.people {
            one.joined |= one.id == person;
        }
        self.tell(setup::Message::Joined(person));
    }

    /// From the part one had to the passphrase page.
    fn answers(&mut self, part: &str, go_on: &str) {
        self.press(part).press("Continue");
        assert!(!self.shows("you are safe"));
        self.press("Continue");
        assert!(!self.shows("you are safe"));
        self.press(go_on);
    }
}

const TOGETHER: &str = "Your own private pages, and a space you share.";
const ALONE: &str =
    "Use this alone for now Your own pages, steps and journal. Nobody else needs to join.";
const STRONG: &str = "unzip clover marbling duckbill stoneware";

#[test]
fn two_people_set_up_by_keyboard() {
    let mut setup = Desk::bare(wide(&[]), setup::State::new);
    setup
        .go_to("First person’s name")
        .write(" Maya ")
        .enter()
        .write("Jon")
        .enter();
    setup.founded(&NEW);

    setup.answers("I was hurt", &format!("Go on with Jon {TOGETHER}"));
    setup.press("Use these");
    let Some(Wanted::Ask(setup::Intent::Join {
        person: MAYA,
        part: Part::WasHurt,
        passphrase: mayas,
        alone: false,
    })) = setup.wanted()
    else {
        panic!("Maya does not join");
    };
    assert_eq!(mayas.split(' ').count(), 5);
    assert!(setup.shows("Making your key, one moment"));
    setup.joined(MAYA);

    setup.handed(JON);
    assert!(!setup.shows(&mayas));
    setup.answers("I broke trust", &format!("Go on with Maya {TOGETHER}"));
    assert!(!setup.shows(&mayas), "Jon is offered Maya's words");
    setup.press("Use my own words");
    assert_eq!(setup.0.focus().as_deref(), Some("Your passphrase"));
    setup.write(STRONG).enter().write(STRONG).enter();
    assert_eq!(
        setup.wanted(),
        Some(Wanted::Ask(setup::Intent::Join {
            person: JON,
            part: Part::BrokeTrust,
            passphrase: STRONG.into(),
            alone: false,
        }))
    );
    setup.joined(JON);
    setup.press("Begin");
    assert_eq!(setup.wanted(), Some(Wanted::Ask(setup::Intent::Done)));
}

#[test]
fn one_person_sets_up_by_keyboard() {
    let mut setup = Desk::bare(wide(&[]), setup::State::new);
    setup
        .press("I will be using this alone")
        .write("مريم")
        .enter();
    setup.founded(&[("مريم", false)]);
    let go_on = "Go on Your own pages, steps and journal.";
    setup.answers("I would rather not say", go_on);
    setup.press("Other words").press("Use these");
    assert!(matches!(
        setup.wanted(),
        Some(Wanted::Ask(setup::Intent::Join {
            person: MAYA,
            part: Part::RatherNotSay,
            alone: true,
            ..
        }))
    ));
    setup.joined(MAYA);
    setup.press("Begin");
    assert_eq!(setup.wanted(), Some(Wanted::Ask(setup::Intent::Done)));
}

#[test]
fn maya_goes_on_alone_and_jon_is_not_asked() {
    let mut setup = Desk::bare(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup.answers("I was hurt", ALONE);
    setup.press("Use these");
    assert!(matches!(
        setup.wanted(),
        Some(Wanted::Ask(setup::Intent::Join { alone: true, .. }))
    ));
    setup.joined(MAYA);
    assert!(setup.shows("Jon can join later"));
    assert_eq!(setup.wanted(), None);
}

#[test]
fn jon_joins_later_from_his_part_on() {
    let world = wide(&[("Maya", true), ("Jon", false)]);
    let mut setup = Desk::bare(world, |ctx| setup::State::joining(ctx, JON));
    setup.answers(
        "Both, in different ways",
        &format!("Go on with Maya {TOGETHER}"),
    );
    setup.press("Use these").wanted();
    setup.joined(JON);
    setup.press("Begin");
    assert_eq!(setup.wanted(), Some(Wanted::Ask(setup::Intent::Done)));
}

/// CARE.md, safety rule 1.
#[test]
fn whatever_is_answered_the_next_page_is_the_same_to_the_pixel() {
    let next_page = |answer: Option<&str>| {
        let mut setup = Desk::bare(wide(&NEW), setup::State::new);
        setup.tell(setup::Message::Handed(MAYA));
        setup.press("I was hurt").press("Continue");
        let choices = setup.0.snapshot();
        let chosen: Vec<u64> = choices
            .of(Role::RadioButton)
            .filter(|node| node.info.name.as_deref() == answer)
            .map(|node| node.id)
            .collect();
        assert_eq!(chosen.len(), if answer.is_some() { 4 } else { 0 });
        for node in chosen {
            setup.0.operate(goldseam::ui::access::nav::focus_node(node));
            setup.enter();
        }
        let said = setup.0.snapshot();
        let marked = said
            .of(Role::RadioButton)
            .filter(|n| n.info.toggled == Some(true));
        assert_eq!(marked.count(), if answer.is_some() { 4 } else { 0 });
        setup.press("Continue");
        let words: Vec<_> = setup
            .0
            .snapshot()
            .nodes
            .into_iter()
            .map(|n| n.info.name)
            .collect();
        let pixels = setup.0.pixels();
        setup.press("Back");
        let back = setup.0.snapshot();
        assert!(
            back.of(Role::RadioButton)
                .all(|n| n.info.toggled == Some(false))
        );
        (words, pixels)
    };
    let unanswered = next_page(None);
    for answer in ["Yes", "No", "Rather not say"] {
        let (words, pixels) = next_page(Some(answer));
        assert_eq!(words, unanswered.0, "after {answer}");
        assert!(
            pixels == unanswered.1,
            "after {answer} the page looks different"
        );
    }
}

#[test]
fn help_is_offered_beside_the_other_ways_and_looked_at_without_losing_the_place() {
    let mut setup = Desk::bare(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup
        .press("I was hurt")
        .press("Continue")
        .press("Continue");
    let snapshot = setup.0.snapshot();
    let ways: Vec<_> = snapshot
        .focusables()
        .filter(|node| node.info.role == Role::Button && node.bounds.width > 300.0)
        .map(|node| (node.bounds.width, node.bounds.height))
        .collect();
    assert_eq!(ways.len(), 3);
    assert!(ways.iter().all(|way| *way == ways[0]), "one way is larger");
    setup.press("Help and safety People you can call or write to, and what this app does not protect you from.");
    assert_eq!(setup.wanted(), Some(Wanted::Go(Place::Help)));
    assert!(setup.shows("How would you like to go on?"));
}

#[test]
fn names_that_cannot_be_told_apart_are_asked_for_again() {
    let mut setup = Desk::bare(wide(&[]), setup::State::new);
    setup.go_to("First person’s name").write("Sam").enter();
    setup.write("sam ").enter();
    assert!(setup.shows("Use two different names"));
    assert_eq!(setup.wanted(), None);
    assert_eq!(setup.0.focus().as_deref(), Some("Second person’s name"));
    setup.write("antha").enter();
    assert!(!setup.shows("Use two different names"));
    assert!(setup.wanted().is_some());
}

#[test]
fn names_that_were_kept_before_the_power_went_are_filled_in() {
    let mut setup = Desk::bare(wide(&NEW), setup::State::new);
    setup.press("Continue");
    setup.founded(&NEW);
    drop(setup);
    let mut alone = Desk::bare(wide(&NEW[..1]), setup::State::new);
    alone.press("Continue");
    alone.founded(&NEW[..1]);
}

#[test]
fn a_passphrase_of_ones_own_is_typed_twice_or_looked_at() {
    let mut setup = Desk::bare(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup.answers("I was hurt", ALONE);
    setup.press("Use my own words").write("abc").enter().enter();
    assert!(setup.shows("There is too little in it yet."));
    assert_eq!(setup.wanted(), None);
    setup.write(" maya and jon").enter();
    assert!(setup.shows("it leans on a name"));
    setup.write("something else").enter();
    assert!(setup.shows("These two are not the same."));
    assert_eq!(setup.wanted(), None);
    // The first eye belongs to the first field.
    setup.press("Show the passphrase");
    setup.go_to("Your passphrase").enter();
    let Some(Wanted::Ask(setup::Intent::Join { passphrase, .. })) = setup.wanted() else {
        panic!("what can be read over need not be typed twice");
    };
    assert_eq!(passphrase.as_str(), "abc maya and jon");
}

#[test]
fn when_joining_fails_the_passphrase_is_still_there() {
    let mut setup = Desk::bare(wide(&NEW), setup::State::new);
    setup.tell(setup::Message::Handed(MAYA));
    setup.answers("I was hurt", ALONE);
    setup
        .press("Use my own words")
        .write(STRONG)
        .enter()
        .write(STRONG)
        .enter();
    let first = setup.wanted();
    let (title, to_do) = text::notices::DISK_FULL;
    setup.tell(setup::Message::Failed(title.into(), to_do.into()));
    assert!(setup.shows(title) && setup.shows(to_do));
    setup.press("Use this passphrase");
    assert!(first.is_some());
    assert_eq!(setup.wanted(), first);
}
