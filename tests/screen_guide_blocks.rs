//! Every block in which two people ask, pause, choose and turn cards, on pages of their own.
#![allow(clippy::unwrap_used)]

#[path = "support/headless.rs"]
mod headless;
#[path = "support/maya_and_jon.rs"]
mod maya_and_jon;

use chrono::Weekday;
use goldseam::content::Library;
use goldseam::domain::questions;
use goldseam::domain::record::{AnswerValue, More, Question, QuestionState};
use goldseam::domain::{Kind, PersonId, Room};
use goldseam::screen::guide::{self, Intent, Message};
use goldseam::screen::{Action, Ctx, Entry, Here, Screen};
use goldseam::ui::access::{Role, nav};
use goldseam::ui::{Element, dialog};
use headless::{Headless, Page};
use iced::keyboard::key::Named;
use iced::{Event, Size};
use maya_and_jon::{JON, MAYA, World};
use std::path::Path;
use std::sync::OnceLock;

/// A practice with each of the blocks on a page of its own, in place of those built in.
const PRACTICES: &str = r#"[
Guide(
    id: "all-blocks", kind: Practice, title: "Small things that help", minutes: 20,
    summary: "Every block, one after the other.",
    evidence: ClinicalCustom, sources: ["002"],
    pages: [
        (id: "ask", title: "A question that comes back", whose: Each, keep: OfferToShare,
         lead: "One question at a time. It can be put today, and answered on another day.", blocks: [
            Question(id: "question", prompt: "What would you like to ask?"),
         ]),
        (id: "open", title: "What is still open", whose: Whoever, keep: Shared, blocks: [
            Questions(prompt: "Go through what is open between you"),
         ]),
        (id: "ritual", title: "Something for the week", whose: Whoever, keep: Shared,
         lead: "Small, and at a time you both know.", blocks: [
            Ritual(id: "ritual", prompt: "Which one is worth a try this week?"),
         ]),
        (id: "pause", title: "A pause with an end", whose: Whoever, keep: Shared, blocks: [
            TimeOut(id: "pause", prompt: "Stop here for a while", minutes: 20),
         ]),
        (id: "cards", title: "Another way to say it", whose: Whoever, keep: Shared,
         lead: "Turn a card over where you hear yourself in it.", blocks: [
            Swap(id: "cards", prompt: "Say it the other way round", cards: [
                (id: "always", instead: "You never listen to me.", attempt: "I would like ten minutes in which you only listen."),
                (id: "whatever", instead: "Fine. Whatever you want, you will do it anyway, whatever I say to you about it.", attempt: "I do not agree yet. Can we come back to it on Sunday?"),
                (id: "calm", instead: "Calm down.", attempt: "I can see how much this is. I am staying."),
            ]),
         ]),
        (id: "breath", title: "A few slow breaths", whose: Whoever, keep: Shared, blocks: [
            Breathe(id: "breath", prompt: "Sit side by side and breathe slowly.", minutes: 1),
         ]),
        (id: "heard", title: "Say it, and hear it", whose: Together, keep: Shared, blocks: [
            TakeTurns(id: "turns", prompt: "Each speaks for a while", minutes_each: 3),
            SayBack(id: "heard", prompt: "One says it, the other says it back"),
            Timer(id: "quiet", prompt: "Sit quietly", minutes: 2),
         ]),
        (id: "older", title: "What was there before", whose: Each, keep: Private, blocks: [
            Choose(id: "one", prompt: "What would help most this evening?", options: [
                (id: "walk", text: "A walk without talking"), (id: "rest", text: "An early night, each in their own room if need be, and no more talk today about any of it"),
                (id: "tea", text: "Tea")]),
            ChooseMany(id: "many", prompt: "What is in it for you?", own: true, options: [
                (id: "sad", text: "Sadness"), (id: "angry", text: "Anger"), (id: "relief", text: "Relief"), (id: "shame", text: "Shame"),
                (id: "numb", text: "Nothing at all for now")]),
            Rate(id: "rate", prompt: "How heavy is it?", words: ("very heavy", "heavy", "half and half", "light", "hardly there")),
            Ask(id: "long", prompt: "Say it plainly", long: true),
            Flag(on: ["long"], words: [(word: "but", why: "It takes back what stood before.")]),
            Compose(id: "say", prompt: "Put it together", sentence: "When I [what], I felt [how].", slots: [
                (id: "what", hint: "saw, heard, found"), (id: "how", hint: "one or two words")]),
         ]),
    ],
),
]"#;

/// The built-in content, with [`PRACTICES`] in place of its practices.
fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en");
        let mut files = Vec::new();
        for folder in ["", "path"] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|e| e == "ron") {
                    let name = path.strip_prefix(&root).unwrap().display().to_string();
                    files.push((name, std::fs::read(&path).unwrap()));
                }
            }
        }
        files.retain(|(name, _)| name != "practices.ron" && name != "needs.ron");
        files.push(("practices.ron".into(), PRACTICES.into()));
        Library::from_files("content/en", files).unwrap()
    })
}

/// People before one page after the other, and an app that keeps what it is given.
struct Sitting {
    world: World,
    state: guide::State,
    kept: Vec<Entry>,
    left: bool,
    /// What was done to a block last.
    touch: Option<Message>,
}

fn seen(world: &World) -> Ctx<'_> {
    Ctx {
        library: library(),
        ..world.ctx()
    }
}

impl Page for Sitting {
    type Message = Message;

    fn view(&self) -> Element<'_, Message> {
        let ctx = seen(&self.world);
        dialog::over(self.state.view(&ctx), self.state.dialog(&ctx))
    }

    fn update(&mut self, message: Message) {
        if let Message::Touch(..) = message {
            self.touch = Some(message.clone());
        }
        let action = self.state.update(message, &seen(&self.world));
        self.world.take(self.state.drafts());
        match action {
            Action::Save(entries) => {
                self.kept.extend(entries.clone());
                self.world.keep(entries);
                self.update(Message::Saved);
            }
            Action::Ask(Intent::HandTo(person)) => {
                self.world.proved.insert(person);
                self.update(Message::Handed(person));
            }
            Action::LeaveQuickly => self.left = true,
            Action::None | Action::Run(_) | Action::Go(_) => {}
        }
    }
}

type View = Headless<Sitting>;

/// Opens the practice at the page with this title.
fn open(world: World, page: &str) -> View {
    let size = world.area();
    let state = guide::State::new(&seen(&world), "all-blocks").unwrap();
    let sitting = Sitting {
        world,
        state,
        kept: Vec::new(),
        left: false,
        touch: None,
    };
    let mut screen = Headless::new(sitting, size);
    for _ in 0..20 {
        for name in ["Maya", "Jon"] {
            let pass = format!("Pass the laptop to {name}");
            if has(&mut screen, &pass) {
                screen.press(&pass);
            }
        }
        if title(&mut screen) == page {
            return screen;
        }
        screen.press("Next page");
    }
    panic!("there is no page {page:?}");
}

fn title(screen: &mut View) -> String {
    let snapshot = screen.snapshot();
    let mut headings = snapshot
        .of(Role::Heading)
        .filter(|h| h.info.level == Some(2));
    headings.next().unwrap().info.name.clone().unwrap()
}

/// What the page says and holds, in reading order.
fn page(screen: &mut View) -> String {
    let snapshot = screen.snapshot();
    let words = snapshot.nodes.iter().flat_map(|node| {
        let info = &node.info;
        [&info.name, &info.value, &info.description]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
    });
    words.collect::<Vec<_>>().join("\n")
}

fn has(screen: &mut View, control: &str) -> bool {
    let snapshot = screen.snapshot();
    snapshot
        .focusables()
        .any(|node| node.info.name.as_deref() == Some(control))
}

fn write_in(screen: &mut View, field: &str, words: &str) {
    let node = screen.find(field).id;
    screen.operate(nav::focus_node(node));
    screen.events(&[Event::InputMethod(
        iced::advanced::input_method::Event::Commit(words.to_owned()),
    )]);
}

/// Goes with Tab to the control with this name, and presses it with a key.
fn tab_to(screen: &mut View, name: &str, key: Named) {
    for _ in 0..60 {
        screen.tab();
        if screen.focus().as_deref() == Some(name) {
            screen.key(key);
            return;
        }
    }
    panic!("Tab does not come to {name:?}");
}

/// The last answer kept under this block.
fn answer(screen: &View, block: &str) -> Option<AnswerValue> {
    let kept = screen.page.kept.iter().rev();
    let mut values = kept.filter_map(|entry| match &entry.what {
        Kind::Answer(a) if a.block == block => Some(a.value.clone()),
        _ => None,
    });
    values.next()
}

/// What is left when the app is closed. The next screen waits for this one to be gone.
fn closed(mut screen: View) -> World {
    std::mem::replace(&mut screen.page.world, World::new(Here::Nobody))
}

/// Closes the guide and opens it again at this page, as on another evening.
fn again(screen: View, page: &str) -> View {
    let mut world = closed(screen);
    world.shared.retain(|r| !matches!(r.what, Kind::Place(_)));
    world
        .private
        .values_mut()
        .for_each(|room| room.retain(|r| !matches!(r.what, Kind::Place(_))));
    open(world, page)
}

const ASK: &str = "A question that comes back";
const OPEN: &str = "What is still open";
const RITUAL: &str = "Something for the week";
const PAUSE: &str = "A pause with an end";
const CARDS: &str = "Another way to say it";
const OLDER: &str = "What was there before";
const HEARD: &str = "Say it, and hear it";
const BREATH: &str = "A few slow breaths";
const QUESTION: &str = "What would you like to ask?";

fn asked(world: &World) -> Vec<questions::QuestionView> {
    questions::fold(&world.shared)
}

#[test]
fn a_question_is_put_once_its_page_is_shown_and_not_before() {
    let mut screen = open(World::new(Here::One(MAYA)), ASK);
    write_in(&mut screen, QUESTION, "Who else knew?");
    assert!(page(&mut screen).contains("nobody is asked"));
    screen.press("Next page");
    assert!(asked(&screen.page.world).is_empty());
    let hers = &screen.page.world.private[&MAYA];
    assert!(!hers.iter().any(|r| matches!(r.what, Kind::Question(_))));

    let mut screen = again(screen, ASK);
    assert!(page(&mut screen).contains("Who else knew?"));
    screen.press("Show Jon");
    screen.press("Next page");
    let asked = asked(&screen.page.world);
    assert_eq!(asked.len(), 1);
    assert_eq!(
        (asked[0].by, asked[0].words.as_str()),
        (MAYA, "Who else knew?")
    );
}

#[test]
fn another_evening_brings_another_question_unless_it_takes_the_place_of_the_first() {
    let mut screen = open(World::new(Here::One(MAYA)), ASK);
    write_in(&mut screen, QUESTION, "Who else knew?");
    screen.press("Show Jon");
    screen.press("Next page");

    let mut screen = again(screen, ASK);
    assert_eq!(screen.find(QUESTION).info.value.as_deref(), Some(""));
    write_in(&mut screen, QUESTION, "When did it end?");
    screen.press("Next page");
    let words = |screen: &View| {
        let all = asked(&screen.page.world).into_iter();
        all.map(|q| q.words.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(words(&screen), ["Who else knew?", "When did it end?"]);

    let mut screen = again(screen, ASK);
    write_in(&mut screen, QUESTION, "When did it end, to the day?");
    screen.press("Takes its place");
    screen.press("Next page");
    assert_eq!(
        words(&screen),
        ["Who else knew?", "When did it end, to the day?"]
    );

    let mut screen = again(screen, ASK);
    screen.press("Next page");
    assert_eq!(words(&screen).len(), 2, "reading it again asks nothing");
}

#[test]
fn a_question_for_sexual_detail_is_remarked_on_and_put_all_the_same() {
    let mut screen = open(World::new(Here::One(MAYA)), ASK);
    write_in(&mut screen, QUESTION, "Where were you on Sunday?");
    assert!(!page(&mut screen).contains("stay as a picture"));
    write_in(&mut screen, QUESTION, " And was she naked?");
    assert!(page(&mut screen).contains("stay as a picture"));
    screen.press("Show Jon");
    screen.press("Next page");
    assert!(asked(&screen.page.world)[0].words.contains("naked"));
}

#[test]
fn with_the_keyboard_alone_jon_parks_a_question_until_saturday() {
    let mut world = World::new(Here::Both);
    ask(&mut world, MAYA, "Who else knew?");
    let mut screen = open(world, OPEN);
    assert!(page(&mut screen).contains("Maya asks Jon"));
    // The arrow goes along the answers, Space picks one.
    tab_to(&mut screen, "Talked about", Named::ArrowRight);
    assert_eq!(screen.focus().as_deref(), Some("Parked"));
    screen.key(Named::Space);
    tab_to(&mut screen, "When would be good", Named::End);
    screen.type_text("Saturday");
    tab_to(&mut screen, "Next page", Named::Enter);
    let asked = asked(&screen.page.world);
    let reply = asked[0].reply.as_ref().unwrap();
    assert_eq!(
        (reply.by, reply.state, reply.words.as_str()),
        (JON, QuestionState::Parked, "Saturday")
    );

    // On Saturday they talk about it, and it is open no longer.
    let mut screen = again(screen, OPEN);
    assert!(page(&mut screen).contains("Saturday"));
    screen.press("Talked about");
    screen.press("Next page");
    let mut screen = again(screen, OPEN);
    assert!(page(&mut screen).contains("No question is open between you"));
    assert!(!page(&mut screen).contains("Who else knew?"));
}

#[test]
fn alone_maya_does_not_say_not_yet_for_jon() {
    let mut world = World::new(Here::One(MAYA));
    ask(&mut world, MAYA, "Who else knew?");
    let mut screen = open(world, OPEN);
    assert!(!has(&mut screen, "Not yet"));
    screen.press("Talked about");
    screen.press("Next page");
    let asked = asked(&screen.page.world);
    assert!(asked[0].is_answered());
    assert_eq!(asked[0].reply.as_ref().unwrap().by, MAYA);
}

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
fn a_pause_names_its_end_and_stands_until_they_are_back() {
    let mut screen = open(World::new(Here::Both), PAUSE);
    screen.page.world.now = "2026-11-15T20:19:30+01:00".parse().unwrap();
    tab_to(&mut screen, "Start the pause", Named::Enter);
    // Never shorter than twenty minutes: the clock on the wall shows no seconds.
    assert!(page(&mut screen).contains("Back at 20:40"));
    let snapshot = screen.snapshot();
    let mut controls = snapshot.focusables().filter_map(|n| n.info.name.clone());
    let is_asked = |name: String| name.contains("Maya") || name.contains("Jon");
    assert!(!controls.any(is_asked), "who called it is not asked");
    screen.press("Next page");

    let mut screen = again(screen, PAUSE);
    assert!(page(&mut screen).contains("Back at 20:40"));
    screen.page.world.now = "2026-11-15T20:40:00+01:00".parse().unwrap();
    assert!(page(&mut screen).contains("It is 20:40."));
    assert!(page(&mut screen).contains("Come back, or name a new time."));
    tab_to(&mut screen, "Name a new time", Named::Space);
    assert!(
        page(&mut screen).contains("It is 20:40."),
        "the old time stands until then"
    );
    screen.press("40 minutes");
    screen.press("Start the pause");
    assert!(page(&mut screen).contains("Back at 21:20"));
    screen.press("We are back");
    assert!(!page(&mut screen).contains("21:20"));
    screen.press("Next page");
    let mut screen = again(screen, PAUSE);
    assert!(has(&mut screen, "Start the pause") && !page(&mut screen).contains("21:20"));
}

#[test]
fn a_pause_until_tomorrow_waits_for_its_time() {
    let mut screen = open(World::new(Here::Both), PAUSE);
    screen.press("Until tomorrow");
    assert!(!has(&mut screen, "Start the pause"), "it needs a time");
    write_in(&mut screen, "At what time tomorrow", "09:30");
    screen.press("Start the pause");
    assert!(page(&mut screen).contains("Back tomorrow at 09:30"));
    // Closed in the middle of it: what is being done is kept as what is being typed is.
    let mut screen = open(closed(screen), PAUSE);
    assert!(page(&mut screen).contains("Back tomorrow at 09:30"));
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

/// The clock of this breath goes off.
fn tick(screen: &mut View, turn: u32) {
    let message = screen.page.touch.clone().unwrap();
    let Message::Touch(serial, block, _) = message else {
        panic!("nothing was touched")
    };
    screen
        .page
        .update(Message::Touch(serial, block, guide::Touch::Tick(turn)));
}

#[test]
fn breathing_has_the_window_until_it_ends_or_is_left() {
    let mut screen = open(World::new(Here::Both), BREATH);
    screen.press("Start");
    let stage = page(&mut screen);
    assert!(stage.contains("Breathe in") && stage.contains("About a minute left"));
    let snapshot = screen.snapshot();
    let dialog = snapshot.of(Role::Dialog).next().unwrap();
    assert!(dialog.info.modal);
    assert_eq!(dialog.bounds.size(), screen.page.world.area());
    for control in ["Pause", "End here", "Hold the water still", "Leave quickly"] {
        assert!(has(&mut screen, control), "{control}");
    }
    screen.tab();
    assert_eq!(
        screen.focus().as_deref(),
        Some("Pause"),
        "a stray Enter does not leave"
    );

    screen.press("Pause");
    assert!(page(&mut screen).contains("Resting") && has(&mut screen, "Go on"));
    screen.press("Go on");
    screen.press("Leave quickly");
    assert!(screen.page.left);
    let escape = screen.page.state.escape().unwrap();
    screen.page.update(escape);
    assert!(!has(&mut screen, "Pause") && has(&mut screen, "Breathe again"));
    assert!(screen.page.state.escape().is_none());
    screen.press("Next page");
    assert!(answer(&screen, "breath") == Some(AnswerValue::Done));
}

#[test]
fn the_breath_ends_after_its_minutes_with_a_whole_breath_out() {
    let mut screen = open(World::new(Here::Both).still(), BREATH);
    screen.press("Start");
    assert!(
        !has(&mut screen, "Hold the water still"),
        "it is still already"
    );
    for half in 1..12u32 {
        tick(&mut screen, half);
        let word = if half % 2 == 1 {
            "Breathe out"
        } else {
            "Breathe in"
        };
        assert!(page(&mut screen).contains(word), "{half}");
    }
    tick(&mut screen, 12);
    assert!(page(&mut screen).contains("That was the last one"));
    screen.press("Back to the page");
    assert!(has(&mut screen, "Breathe again"));
}

#[test]
fn the_turn_rests_while_they_pause_and_nothing_happens_when_it_runs_out() {
    let mut screen = open(World::new(Here::Both), HEARD);
    screen.press("Jon begins");
    assert!(page(&mut screen).contains("About three minutes left"));
    screen.page.world.now += chrono::TimeDelta::minutes(1);
    screen.press("Pause");
    assert!(page(&mut screen).contains("About two minutes left"));
    screen.page.world.now += chrono::TimeDelta::minutes(30);
    screen.press("Go on");
    assert!(page(&mut screen).contains("About two minutes left"));
    screen.page.world.now += chrono::TimeDelta::minutes(2);
    screen.press("Pause");
    assert!(page(&mut screen).contains("Take as long as you need"));
    assert!(has(&mut screen, "Pass the floor to Maya") && !has(&mut screen, "Go on"));
}

#[test]
fn in_a_narrow_window_with_large_text_nothing_is_wider_than_the_page() {
    for name in [ASK, OPEN, RITUAL, PAUSE, CARDS, BREATH, OLDER, HEARD] {
        let mut world = World::new(Here::Both);
        world.size = Size::new(600.0, 426.0);
        ask(&mut world, MAYA, "Did you ever bring her to our flat?");
        let mut screen = open(world, name);
        for press in ["One of our own", "Start", "Maya begins", "Start the pause"] {
            if has(&mut screen, press) {
                screen.press(press);
            }
        }
        let width = screen.page.world.area().width;
        let snapshot = screen.snapshot();
        assert!(snapshot.focusables().count() > 2, "{name}");
        for node in snapshot.focusables() {
            let called = node.info.name.as_deref().unwrap_or_default();
            assert!(!called.trim().is_empty(), "{name}: a control has no name");
            let (left, right) = (node.bounds.x, node.bounds.x + node.bounds.width);
            assert!(left >= 0.0 && right <= width, "{name}: {called} is cut off");
            assert!(
                node.bounds.height >= 35.0,
                "{name}: {called} is too low to press"
            );
        }
    }
}

fn ask(world: &mut World, by: PersonId, words: &str) {
    let question = Kind::Question(Question {
        words: words.into(),
        more: More::default(),
    });
    world.keep(vec![Entry::new(Room::Shared, by, question)]);
}
