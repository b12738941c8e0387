//! Every block in which two people ask, pause, choose and turn cards, on pages of their own.
#![allow(clippy::unwrap_used)]

#[path = "support/headless.rs"]
mod headless;
#[path = "support/maya_and_jon.rs"]
mod maya_and_jon;

use goldseam::content::Library;
use goldseam::domain::questions;
use goldseam::domain::record::{AnswerValue, More, Question};
use goldseam::domain::{Kind, PersonId, Room};
use goldseam::screen::guide::{self, Intent, Message};
use goldseam::screen::{Action, Ctx, Entry, Here, Screen};
use goldseam::ui::access::{Role, nav};
use goldseam::ui::theme::Theme;
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
        (id: "ask", title: "A question that keeps coming back", whose: Each, keep: OfferToShare,
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
        (id: "pause", title: "A pause, with a time to come back", whose: Whoever, keep: Shared, blocks: [
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
    open_in(world, page, size)
}

fn open_in(world: World, page: &str, size: Size) -> View {
    let state = guide::State::new(&seen(&world), "all-blocks").unwrap();
    let theme = world.theme;
    let sitting = Sitting {
        world,
        state,
        kept: Vec::new(),
        left: false,
    };
    let mut screen = Headless::new(sitting, size);
    screen.theme = theme;
    for _ in 0..12 {
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

/// Closes the guide and opens it again at this page, as on another evening.
fn again(screen: View, page: &str) -> View {
    let Headless { page: sitting, .. } = screen;
    let mut world = sitting.world;
    world.shared.retain(|r| !matches!(r.what, Kind::Place(_)));
    world
        .private
        .values_mut()
        .for_each(|room| room.retain(|r| !matches!(r.what, Kind::Place(_))));
    open(world, page)
}

const ASK: &str = "A question that keeps coming back";
const OPEN: &str = "What is still open";
const RITUAL: &str = "Something for the week";
const PAUSE: &str = "A pause, with a time to come back";
const CARDS: &str = "Another way to say it";
const BREATH: &str = "A few slow breaths";
const QUESTION: &str = "What would you like to ask?";

fn asked(world: &World) -> Vec<questions::QuestionView> {
    questions::fold(&world.shared)
}

#[test]
fn pictures() {
    let Ok(folder) = std::env::var("PICTURES") else {
        return;
    };
    let only = std::env::var("ONLY").unwrap_or_default();
    for (look, theme) in [
        ("light", Theme::Light),
        ("dark", Theme::Dark),
        ("hc", Theme::HighContrast),
    ] {
        for (size, window) in [
            ("1280", Size::new(1280.0, 800.0)),
            ("900", Size::new(600.0, 640.0 / 1.5)),
        ] {
            for (n, name) in [
                ASK,
                OPEN,
                RITUAL,
                PAUSE,
                CARDS,
                BREATH,
                "What was there before",
            ]
            .into_iter()
            .enumerate()
            {
                if !only.is_empty() && !only.contains(&n.to_string()) {
                    continue;
                }
                let mut world = World::new(Here::Both);
                world.theme = theme;
                world.size = window;
                if n == 1 {
                    for words in [
                        "Who else knew about it?",
                        "Did you ever bring her to our flat, on any of the evenings on which I was at my mother’s?",
                    ] {
                        ask(&mut world, if words.len() > 40 { MAYA } else { JON }, words);
                    }
                }
                // Tall enough to see the whole page at once.
                let area = world.area();
                let tall = Size::new(
                    area.width,
                    area.height.max(if n == 5 { 0.0 } else { 1400.0 }),
                );
                let mut screen = open_in(world, name, tall);
                match n {
                    0 => write_in(&mut screen, QUESTION, "How was the sex with her?"),
                    1 => {
                        screen.press("Parked");
                    }
                    2 => {
                        screen.press("One of our own");
                        screen.press("Thursday");
                    }
                    3 => {
                        screen.picture(format!("{folder}/{look}-{size}-{n}-before.ppm"));
                        screen.press("Start the pause");
                    }
                    4 => {
                        screen.press("Calm down.");
                        screen.press("Keep this one: I can see how much this is. I am staying.");
                    }
                    5 => {
                        screen.picture(format!("{folder}/{look}-{size}-{n}-before.ppm"));
                        screen.press("Start");
                    }
                    _ => {
                        write_in(&mut screen, "Say it plainly", "I was there, but only once");
                        screen.press("Relief");
                        screen.press("Tea");
                        screen.press("light");
                    }
                }
                screen.picture(format!("{folder}/{look}-{size}-{n}.ppm"));
            }
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
