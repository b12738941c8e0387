//! Maya and Jon go through the ten steps, together and each alone.
#![allow(clippy::unwrap_used)]

#[path = "support/headless.rs"]
mod headless;
#[path = "support/maya_and_jon.rs"]
mod maya_and_jon;

use goldseam::content::schema::{Keep, Whose};
use goldseam::domain::record::AnswerValue;
use goldseam::domain::{Kind, PersonId, Room};
use goldseam::screen::guide::{self, Intent, Message};
use goldseam::screen::{Action, Entry, Here, Place, Saving, Screen};
use goldseam::ui::Element;
use goldseam::ui::access::{Node, Role, nav};
use headless::{Headless, Page};
use iced::Event;
use iced::keyboard::key::Named;
use maya_and_jon::{JON, MAYA, World, library};

/// A guide before people, and an app that passes the laptop and keeps what it is given.
struct Sitting {
    world: World,
    state: guide::State,
    asked: Vec<PersonId>,
    went: Vec<Place>,
    kept: Vec<Entry>,
    passes: bool,
    saves: bool,
}

impl Sitting {
    fn open(world: World, guide: &str) -> Self {
        let state = guide::State::new(&world.ctx(), guide).unwrap();
        Self {
            world,
            state,
            asked: Vec::new(),
            went: Vec::new(),
            kept: Vec::new(),
            passes: true,
            saves: true,
        }
    }
}

impl Page for Sitting {
    type Message = Message;

    fn view(&self) -> Element<'_, Message> {
        let ctx = self.world.ctx();
        goldseam::ui::dialog::over(self.state.view(&ctx), self.state.dialog(&ctx))
    }

    fn update(&mut self, message: Message) {
        let action = self.state.update(message, &self.world.ctx());
        self.world.take(self.state.drafts());
        match action {
            Action::Save(entries) if self.saves => {
                self.kept.extend(entries.clone());
                self.world.keep(entries);
                self.update(Message::Saved);
            }
            Action::Save(_) => self.update(Message::NotSaved),
            Action::Ask(Intent::HandTo(person)) => {
                self.asked.push(person);
                if self.passes {
                    self.world.proved.insert(person);
                    self.update(Message::Handed(person));
                }
            }
            Action::Go(place) => self.went.push(place),
            Action::None | Action::Run(_) => {}
            Action::LeaveQuickly => panic!("nothing here leaves"),
        }
    }
}

type View = Headless<Sitting>;

fn open(world: World, guide: &str) -> View {
    let size = world.area();
    Headless::new(Sitting::open(world, guide), size)
}

fn step(number: u8) -> &'static str {
    &library().step(number).unwrap().id
}

/// What the page says and holds, in reading order.
fn page(screen: &mut View) -> String {
    let snapshot = screen.snapshot();
    let of = |node: &Node| {
        let info = &node.info;
        [
            info.name.clone(),
            info.value.clone(),
            info.description.clone(),
        ]
    };
    let words: Vec<String> = snapshot.nodes.iter().flat_map(of).flatten().collect();
    words.join("\n")
}

fn title(screen: &mut View) -> String {
    let snapshot = screen.snapshot();
    let mut headings = snapshot
        .of(Role::Heading)
        .filter(|h| h.info.level == Some(2));
    headings.next().unwrap().info.name.clone().unwrap()
}

fn has(screen: &mut View, control: &str) -> bool {
    let snapshot = screen.snapshot();
    snapshot
        .focusables()
        .any(|node| node.info.name.as_deref() == Some(control))
}

/// Types into a field in one go, as an input method does.
fn write(screen: &mut View, node: u64, words: &str) {
    screen.operate(nav::focus_node(node));
    screen.events(&[Event::InputMethod(
        iced::advanced::input_method::Event::Commit(words.to_owned()),
    )]);
}

fn write_in(screen: &mut View, field: &str, words: &str) {
    let node = screen.find(field).id;
    write(screen, node, words);
}

/// Writes a word of its own into every field of the page, and picks the first of whatever is to pick.
fn fill(screen: &mut View, words: &mut Vec<String>) {
    let fields: Vec<u64> = screen
        .snapshot()
        .focusables()
        .filter(|n| matches!(n.info.role, Role::TextInput | Role::MultilineTextInput))
        .map(|n| n.id)
        .collect();
    for node in fields {
        let word = format!("zeta{}q", words.len());
        write(screen, node, &word);
        words.push(word);
    }
    let mut group = None;
    let mut picks = Vec::new();
    for node in &screen.snapshot().nodes {
        match node.info.role {
            Role::RadioGroup | Role::Group => group = node.info.name.clone(),
            Role::RadioButton | Role::CheckBox if group.take().is_some() => {
                let is_keep = ["Private to Maya", "Private to Jon"]
                    .contains(&node.info.name.as_deref().unwrap_or_default());
                if !is_keep && node.info.toggled != Some(true) {
                    picks.push(node.id);
                }
            }
            _ => {}
        }
    }
    for node in picks {
        screen.operate(nav::press(node, goldseam::ui::access::Request::Press));
        screen.redraw();
    }
}

fn go_on(screen: &mut View) {
    let button = if has(screen, "Next page") {
        "Next page"
    } else {
        "To the end"
    };
    assert!(screen.press(button) > 0);
}

fn at_the_end(screen: &mut View) -> bool {
    has(screen, "Finish for now")
}

/// Every page of a guide to its end, with everything filled in; gives back what was written.
fn walk(screen: &mut View) -> Vec<String> {
    let mut words = Vec::new();
    for _ in 0..40 {
        if at_the_end(screen) {
            return words;
        }
        if has(screen, "Pass the laptop to Jon") || has(screen, "Pass the laptop to Maya") {
            screen.page.update(Message::PassOver);
        }
        let title = title(screen);
        assert!(!title.is_empty());
        assert!(has(screen, "Back"), "{title} can be left");
        assert!(
            page(screen).len() > title.len() + 80,
            "{title} says something"
        );
        let snapshot = screen.snapshot();
        for node in snapshot.focusables() {
            let name = node.info.name.as_deref().unwrap_or_default();
            assert!(!name.trim().is_empty(), "{title}: a control has no name");
        }
        fill(screen, &mut words);
        go_on(screen);
    }
    panic!("the guide has no end");
}

#[test]
fn together_every_step_has_a_way_to_its_end_and_nothing_written_is_lost() {
    for number in 1..=10 {
        let mut screen = open(World::new(Here::Both), step(number));
        let words = walk(&mut screen);
        assert!(words.len() > 4, "step {number}");
        let world = &screen.page.world;
        let rooms = [Room::Shared, Room::Private(MAYA), Room::Private(JON)];
        for word in &words {
            let found = rooms
                .iter()
                .any(|room| world.written_in(*room).contains(word.as_str()));
            assert!(found, "step {number}: {word} was not kept");
        }
        assert!(
            world.drafts.is_empty(),
            "step {number}: a saved draft stays behind"
        );
    }
}

#[test]
fn what_is_private_is_never_shared_and_what_is_only_offered_is_not_either() {
    for number in 1..=10 {
        let guide = library().step(number).unwrap();
        let mut screen = open(World::new(Here::Both), &guide.id);
        walk(&mut screen);
        for entry in &screen.page.kept {
            let keep = |page: &str| guide.pages.iter().find(|p| p.id == page).unwrap().keep;
            match &entry.what {
                Kind::Answer(answer) => assert_eq!(
                    entry.room == Room::Shared,
                    keep(&answer.page) == Keep::Shared,
                    "step {number}, {}/{}",
                    answer.page,
                    answer.block
                ),
                Kind::Commitment(_) | Kind::Boundary(_) | Kind::Appreciation(_) => {
                    assert_eq!(entry.room, Room::Private(entry.by), "step {number}");
                }
                _ => assert_eq!(entry.room, Room::Shared),
            }
        }
    }
}

#[test]
fn each_alone_finds_every_word_again() {
    for (me, other) in [(MAYA, JON), (JON, MAYA)] {
        for number in 1..=10 {
            let mut screen = open(World::new(Here::One(me)), step(number));
            let words = walk(&mut screen);
            assert!(screen.page.asked.is_empty(), "nobody to pass the laptop to");
            assert!(screen.page.kept.iter().all(|entry| entry.by == me));
            assert!(!screen.page.world.private.contains_key(&other));

            while !screen.page.went.contains(&Place::Steps) {
                let page = page(&mut screen);
                screen.page.world.drafts.clear();
                if let Some(last) = words.last()
                    && page.contains(last.as_str())
                {
                    break;
                }
                screen.press("Back");
            }
            let mut seen = String::new();
            while !screen.page.went.contains(&Place::Steps) {
                seen.push_str(&page(&mut screen));
                screen.press("Back");
            }
            for word in &words {
                assert!(
                    seen.contains(word.as_str()),
                    "step {number}: {word} is not there again"
                );
            }
        }
    }
}

#[test]
fn alone_nobody_else_learns_where_one_is() {
    let mut screen = open(World::new(Here::One(MAYA)), step(1));
    let shared = screen.page.world.shared.len();
    walk(&mut screen);
    screen.press("Finish this step");
    assert_eq!(screen.page.world.shared.len(), shared);
}

#[test]
fn jon_leaves_in_the_middle_and_comes_back_to_the_same_page_and_words() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    go_on(&mut screen);
    let before = title(&mut screen);
    let area = "What has this done to Maya’s days, nights and sense of what was real?";
    write_in(&mut screen, area, "You stopped sleeping");
    let world = std::mem::replace(&mut screen.page.world, World::new(Here::Nobody));
    drop(screen);

    let mut screen = open(world, step(1));
    assert_eq!(title(&mut screen), before);
    assert!(page(&mut screen).contains("You stopped sleeping"));
}

#[test]
fn a_page_of_one_is_passed_to_them_and_keeps_nothing_once_it_is_left() {
    let mut sitting = Sitting::open(World::new(Here::Both), step(1));
    sitting.passes = false;
    let size = sitting.world.area();
    let mut screen = Headless::new(sitting, size);
    assert!(has(&mut screen, "Pass the laptop to Jon"));
    assert!(
        !page(&mut screen).contains("What did you do"),
        "nothing of it shows before"
    );
    screen.press("Pass the laptop to Jon");
    assert_eq!(screen.page.asked, [JON]);

    screen.page.passes = true;
    screen.press("Pass the laptop to Jon");
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I was with Dana");
    assert!(page(&mut screen).contains("I was with Dana"));
    go_on(&mut screen);
    assert_eq!(screen.page.asked, [JON, JON], "the next page is his too");

    assert!(!page(&mut screen).contains("Dana"));
    screen.press("Back");
    let shown = page(&mut screen);
    assert!(shown.contains("Written and sealed") && !shown.contains("Dana"));
    assert!(
        screen
            .page
            .state
            .drafts()
            .iter()
            .all(|d| d.words.is_blank())
    );
    assert!(!screen.page.world.written_in(Room::Shared).contains("Dana"));
    screen.press("Write here again");
    assert!(has(&mut screen, area) && !page(&mut screen).contains("Dana"));
}

#[test]
fn what_jon_chooses_to_show_maya_can_be_read_on_the_page_for_both() {
    let mut screen = open(World::new(Here::Both), step(1));
    screen.page.update(Message::PassOver);
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I was with Dana");
    screen.press("Show Maya");
    assert!(page(&mut screen).contains("Maya will be able to read everything"));
    for _ in 0..10 {
        if title(&mut screen) == "Read it aloud" {
            break;
        }
        go_on(&mut screen);
    }
    assert!(screen.page.world.written_in(Room::Shared).contains("Dana"));
    assert_eq!(title(&mut screen), "Read it aloud");
}

#[test]
fn only_the_speaker_confirms_and_only_once_the_listener_is_done() {
    let mut screen = open(World::new(Here::Both), step(1));
    while title(&mut screen) != "Read it aloud" {
        go_on(&mut screen);
    }
    assert!(!has(&mut screen, "Yes, that is what I meant"));
    screen.press("Jon: I have finished");
    assert!(!has(&mut screen, "Yes, that is what I meant"));
    screen.press("Maya: that is what I heard");
    screen.press("Not quite, I will say it again");
    screen.press("Jon: I have finished");
    screen.press("Maya: that is what I heard");
    screen.press("Yes, that is what I meant");
    go_on(&mut screen);
    let confirmed = |entry: &Entry| {
        entry.by == JON
            && matches!(&entry.what, Kind::Answer(a) if a.block == "heard" && a.value == AnswerValue::Done)
    };
    assert!(screen.page.kept.iter().any(confirmed));
}

#[test]
fn softening_words_are_pointed_out_and_never_forbidden() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I only lied once");
    assert!(page(&mut screen).contains("“only”: It makes the thing smaller"));
    go_on(&mut screen);
    assert!(
        screen
            .page
            .world
            .written_in(Room::Private(JON))
            .contains("I only lied once")
    );
}

#[test]
fn a_phrase_goes_into_the_field_one_was_writing_in() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "On Sunday.");
    screen.press("Put in: I chose to ___.");
    assert!(page(&mut screen).contains("On Sunday. I chose to ___."));
}

#[test]
fn a_boundary_that_is_shown_is_one_and_the_other_answers_it() {
    let mut screen = open(World::new(Here::Both), step(4));
    while title(&mut screen) != "Write the boundary" {
        if has(&mut screen, "Pass the laptop to Maya") {
            screen.page.update(Message::PassOver);
        }
        go_on(&mut screen);
    }
    let area = "Now write it as it should stand, with a day to look at it again.";
    write_in(&mut screen, area, "I sleep in the study");
    screen.press("Show Jon");
    while title(&mut screen) != "Talk it over" {
        go_on(&mut screen);
    }
    assert!(page(&mut screen).contains("Jon, what do you say to Maya’s boundary?"));
    screen.press("Not yet");
    go_on(&mut screen);
    let views = goldseam::domain::boundaries::fold(&screen.page.world.shared);
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].by, MAYA);
    assert_eq!(views[0].reply.as_ref().map(|r| r.by), Some(JON));
    assert!(!views[0].is_agreed());
}

#[test]
fn three_commitments_are_enough_and_a_fourth_is_kindly_left() {
    let mut world = World::new(Here::One(JON));
    for n in 0..3 {
        let kind = Kind::Commitment(goldseam::domain::record::Commitment {
            when: format!("a{n}").as_str().into(),
            then: "b".into(),
            obstacle: "".into(),
            cadence: goldseam::domain::record::Cadence::EveryDay,
            until: None,
            more: Default::default(),
        });
        world.keep(vec![Entry::new(Room::Private(JON), JON, kind)]);
    }
    let mut screen = open(world, step(5));
    while !page(&mut screen).contains("three are enough") {
        assert!(!at_the_end(&mut screen));
        go_on(&mut screen);
    }
    screen.press("See your commitments");
    assert_eq!(screen.page.went, [Place::Commitments]);
}

#[test]
fn a_save_that_fails_leaves_every_word_and_the_page_where_they_were() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let area = "What did you do, and what did you keep hidden?";
    write_in(&mut screen, area, "I lied");
    let before = title(&mut screen);
    screen.page.saves = false;
    go_on(&mut screen);
    assert_eq!(title(&mut screen), before);
    assert!(page(&mut screen).contains("I lied"));
    // Words added meanwhile are not in what the app saves when it tries again.
    screen.page.world.saving = Saving::Failed(String::new(), String::new());
    write_in(&mut screen, area, " twice");
    screen.page.update(Message::Saved);
    assert_eq!(title(&mut screen), before);
    assert!(page(&mut screen).contains("twice"));
    screen.page.saves = true;
    go_on(&mut screen);
    assert_ne!(title(&mut screen), before);
    let kept = screen.page.world.written_in(Room::Private(JON));
    assert!(kept.contains("I lied twice"));
}

#[test]
fn both_say_for_themselves_that_their_part_is_done() {
    let mut screen = open(World::new(Here::Both), step(8));
    while !at_the_end(&mut screen) {
        go_on(&mut screen);
    }
    screen.press("Maya: my part is done");
    assert!(page(&mut screen).contains("Jon: my part is done"));
    screen.press("Jon: my part is done");
    let finished: Vec<PersonId> = screen
        .page
        .world
        .shared
        .iter()
        .filter(|r| matches!(&r.what, Kind::Place(p) if p.finished))
        .map(|r| r.by)
        .collect();
    assert_eq!(finished, [MAYA, JON]);
    screen.press("Finish for now");
    assert_eq!(screen.page.went, [Place::Steps]);
}

#[test]
fn with_the_keyboard_alone_jon_gets_from_the_first_page_to_the_end() {
    let mut screen = open(World::new(Here::One(JON)), step(1));
    let pages = library().step(1).unwrap().pages.iter();
    let mine = pages
        .filter(|p| matches!(p.whose, Whose::BrokeTrust | Whose::Each | Whose::Alone))
        .count();
    for n in 0..mine {
        let mut stops = Vec::new();
        for _ in 0..60 {
            screen.tab();
            let name = screen.focus().unwrap();
            let is_next = ["Next page", "To the end"].contains(&name.as_str());
            stops.push(name);
            if is_next {
                break;
            }
        }
        let last = stops.last().unwrap();
        assert!(
            ["Next page", "To the end"].contains(&last.as_str()),
            "page {n}: {stops:?}"
        );
        let back = stops.iter().position(|s| s == "Back").unwrap();
        assert!(back + 1 < stops.len(), "back comes before on: {stops:?}");
        screen.key(iced::keyboard::Key::Named(Named::Enter));
    }
    assert!(at_the_end(&mut screen));
}

#[test]
fn every_way_to_begin_has_a_field_to_go_into() {
    for here in [Here::Both, Here::One(MAYA), Here::One(JON)] {
        for number in 1..=10 {
            let mut screen = open(World::new(here), step(number));
            while !at_the_end(&mut screen) {
                for name in ["Maya", "Jon"] {
                    let pass = format!("Pass the laptop to {name}");
                    if has(&mut screen, &pass) {
                        screen.press(&pass);
                    }
                }
                let snapshot = screen.snapshot();
                let mut names = snapshot.focusables().filter_map(|n| n.info.name.clone());
                if let Some(phrase) = names.find(|name| name.starts_with("Put in: ")) {
                    let written = |screen: &View| {
                        let drafts = screen.page.state.drafts();
                        drafts.iter().filter(|d| !d.words.is_blank()).count()
                    };
                    assert_eq!(written(&screen), 0);
                    screen.press(&phrase);
                    assert_eq!(written(&screen), 1, "step {number}: {phrase}");
                }
                go_on(&mut screen);
            }
        }
    }
}

#[test]
fn a_rating_stays_with_the_one_who_gave_it_also_when_the_page_is_shown() {
    let mut screen = open(World::new(Here::Both), step(7));
    screen.press("Pass the laptop to Maya");
    screen.press("Mostly hard");
    screen.press("Being in the same room, quietly");
    screen.press("Show Jon");
    assert!(page(&mut screen).contains("This answer stays with you"));
    go_on(&mut screen);
    let shared = screen.page.world.written_in(Room::Shared);
    assert!(shared.contains("same-room") && !shared.contains("rated"));
    let hers = screen.page.world.written_in(Room::Private(MAYA));
    assert!(hers.contains("rated"));
}

#[test]
fn a_boundary_changed_on_another_evening_is_amended_and_not_doubled() {
    let mut screen = open(World::new(Here::One(MAYA)), step(4));
    while title(&mut screen) != "Write the boundary" {
        go_on(&mut screen);
    }
    let area = "Now write it as it should stand, with a day to look at it again.";
    write_in(&mut screen, area, "I sleep in the study");
    go_on(&mut screen);
    screen.press("Back");
    write_in(&mut screen, "What it protects", "my sleep");
    go_on(&mut screen);
    let views = goldseam::domain::boundaries::fold(&screen.page.world.private[&MAYA]);
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].because.as_str(), "my sleep");
}

#[test]
fn the_floor_is_plain_to_see_and_only_passed_on() {
    let mut screen = open(World::new(Here::Both), step(4));
    while title(&mut screen) != "Talk it over" {
        go_on(&mut screen);
    }
    screen.press("Maya begins");
    assert!(page(&mut screen).contains("has the floor"));
    assert!(page(&mut screen).contains("About four minutes left"));
    assert!(!has(&mut screen, "Pass the floor to Maya"));
    screen.press("Pass the floor to Jon");
    assert!(has(&mut screen, "Pass the floor to Maya"));
}

#[test]
fn breathing_starts_only_when_pressed_and_with_stillness_it_is_words() {
    let mut screen = open(World::new(Here::One(MAYA)).still(), step(2));
    while title(&mut screen) != "Where it sits" {
        go_on(&mut screen);
    }
    assert!(!page(&mut screen).contains("Breathe in"));
    screen.press("Start");
    assert!(page(&mut screen).contains("Breathe in"));
    screen.press("End here");
    assert!(!page(&mut screen).contains("Breathe in"));
}
