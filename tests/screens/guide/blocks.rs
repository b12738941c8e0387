//! Every block in which two people ask, pause, choose and turn cards, on pages of their own.

mod asking;
mod choosing;
mod resting;
mod talking;

use super::sitting::*;
use goldseam::content::Library;
use goldseam::domain::record::{AnswerValue, More, Question};
use iced::Size;
use iced::keyboard::key::Named;
use std::path::Path;
use std::sync::OnceLock;

pub(crate) const ASK: &str = "A question that comes back";
pub(crate) const OPEN: &str = "What is still open";
pub(crate) const RITUAL: &str = "Something for the week";
pub(crate) const PAUSE: &str = "A pause with an end";
pub(crate) const CARDS: &str = "Another way to say it";
pub(crate) const OLDER: &str = "What was there before";
pub(crate) const HEARD: &str = "Say it, and hear it";
pub(crate) const BREATH: &str = "A few slow breaths";
pub(crate) const QUESTION: &str = "What would you like to ask?";

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
fn practices() -> &'static Library {
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

/// Opens the practice at the page with this title.
fn open(world: World, page: &str) -> View {
    let mut screen = open_in(practices().clone(), world, "all-blocks");
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
    let mut values = screen.kept().rev().filter_map(|entry| match &entry.what {
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
    for room in &mut world.rooms {
        room.retain(|r| !matches!(r.what, Kind::Place(_)));
    }
    open(world, page)
}

fn ask(world: &mut World, by: PersonId, words: &str) {
    let question = Kind::Question(Question {
        words: words.into(),
        more: More::default(),
    });
    world.keep(vec![Entry::new(Room::Shared, by, question)]);
}

#[test]
fn in_a_narrow_window_with_large_text_nothing_is_wider_than_the_page() {
    for name in [ASK, OPEN, RITUAL, PAUSE, CARDS, BREATH, OLDER, HEARD] {
        let mut world = World::new(Here::Both);
        world.size = Size::new(600.0, 426.0);
        ask(&mut world, MAYA, "Did you ever bring her to our flat?");
        let mut screen = open(world, name);
        for press in [
            "One of our own",
            "Start",
            "Begin the talk",
            "Start the pause",
        ] {
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
