//! A guide before people, and an app that passes the laptop and keeps what it is given.

use crate::support::desk::{Desk, Sitting};
use crate::support::headless::Headless;
pub(crate) use crate::support::headless::Page;
pub(crate) use crate::support::library;
pub(crate) use crate::support::world::{JON, MAYA, World};
use goldseam::content::Library;
use goldseam::content::schema::ron;
pub(crate) use goldseam::domain::{Kind, PersonId, Room};
use goldseam::screen::guide::{self, Intent, Message};
pub(crate) use goldseam::screen::{Entry, Here, Place, Saving, Screen};
use goldseam::ui::access::{Node, Role, nav};
use iced::Event;
use std::ops::{Deref, DerefMut};

pub(crate) struct View {
    guide: String,
    desk: Headless<Sitting<guide::State>>,
}

impl Deref for View {
    type Target = Headless<Sitting<guide::State>>;

    fn deref(&self) -> &Self::Target {
        &self.desk
    }
}

impl DerefMut for View {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.desk
    }
}

impl View {
    /// Everything that was kept, in all rooms, in the order in which it was kept.
    pub(crate) fn kept(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.page.saved.iter().flatten()
    }

    /// The guide is left as it is and opened again some days later.
    pub(crate) fn come_back(&mut self, days: i64, here: Here) {
        let sitting = &mut self.desk.page;
        sitting.world.now += chrono::TimeDelta::days(days);
        sitting.world.here = here;
        sitting.world.saving = Saving::Idle;
        sitting.gone.clear();
        sitting.saved.clear();
        sitting.screen = guide::State::new(&sitting.world.ctx(), &self.guide).unwrap();
    }
}

/// The laptop goes to whoever the page is for.
pub(crate) fn pass(intent: &Intent, world: &mut World) -> Option<Message> {
    let Intent::HandTo(person) = intent;
    world.proved.insert(*person);
    Some(Message::Handed(*person))
}

pub(crate) fn open(world: World, guide: &str) -> View {
    let mut desk = Desk::new(world, |ctx| guide::State::new(ctx, guide).unwrap()).0;
    desk.page.answer = pass;
    let guide = guide.to_owned();
    View { guide, desk }
}

pub(crate) fn open_in(library: Library, world: World, guide: &str) -> View {
    open(world.reading(library), guide)
}

pub(crate) fn step(number: u8) -> &'static str {
    &library().step(number).unwrap().id
}

/// What the page says and holds, in reading order.
pub(crate) fn page(screen: &mut View) -> String {
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

pub(crate) fn title(screen: &mut View) -> String {
    let snapshot = screen.snapshot();
    let mut headings = snapshot
        .of(Role::Heading)
        .filter(|h| h.info.level == Some(2));
    headings.next().unwrap().info.name.clone().unwrap()
}

pub(crate) fn has(screen: &mut View, control: &str) -> bool {
    let snapshot = screen.snapshot();
    snapshot
        .focusables()
        .any(|node| node.info.name.as_deref() == Some(control))
}

/// Types into a field in one go, as an input method does.
pub(crate) fn write(screen: &mut View, node: u64, words: &str) {
    screen.operate(nav::focus_node(node));
    screen.events(&[Event::InputMethod(
        iced::advanced::input_method::Event::Commit(words.to_owned()),
    )]);
}

pub(crate) fn write_in(screen: &mut View, field: &str, words: &str) {
    let node = screen.find(field).id;
    write(screen, node, words);
}

/// Writes a word of its own into every field of the page, and picks the first of whatever is to pick.
pub(crate) fn fill(screen: &mut View, words: &mut Vec<String>) {
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

pub(crate) fn go_on(screen: &mut View) {
    let button = if has(screen, "Next page") {
        "Next page"
    } else {
        "To the end"
    };
    assert!(screen.press(button) > 0);
}

pub(crate) fn at_the_end(screen: &mut View) -> bool {
    has(screen, "Finish for now")
        || has(screen, "Back to the library")
        || has(screen, "Back to the three pillars")
}

/// Every page of a guide to its end, with everything filled in; gives back what was written.
pub(crate) fn walk(screen: &mut View) -> Vec<String> {
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

/// Turns the pages until this title, or to the end.
pub(crate) fn turn_to(screen: &mut View, wanted: &str) {
    for _ in 0..40 {
        if title(screen) == wanted {
            return;
        }
        go_on(screen);
    }
    panic!("no page is called {wanted}");
}

/// Whatever is kept, in all rooms, in the order in which it was kept.
pub(crate) fn kinds(screen: &View) -> Vec<&Kind> {
    screen.kept().map(|entry| &entry.what).collect()
}

/// A guide made up for a test, beside those of the app.
pub(crate) fn with(guide: &str) -> Library {
    let mut library = Library::clone(library());
    library.guides.push(ron().from_str(guide).unwrap());
    library
}
