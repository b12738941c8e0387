//! A guide before people, and an app that passes the laptop and keeps what it is given.

use crate::headless::{Headless, Page};
pub(crate) use crate::maya_and_jon::{JON, MAYA, World, library};
use goldseam::content::Library;
pub(crate) use goldseam::domain::{Kind, PersonId, Room};
use goldseam::screen::guide::{self, Intent, Message};
pub(crate) use goldseam::screen::{Action, Ctx, Entry, Here, Place, Saving, Screen};
use goldseam::ui::Element;
use goldseam::ui::access::{Node, Role, nav};
use iced::Event;

/// A guide before people, and an app that passes the laptop and keeps what it is given.
pub(crate) struct Sitting {
    pub(crate) world: World,
    /// The content: the app's own, and perhaps a guide made up for the test.
    pub(crate) library: Library,
    guide: String,
    pub(crate) state: guide::State,
    pub(crate) asked: Vec<PersonId>,
    pub(crate) went: Vec<Place>,
    pub(crate) kept: Vec<Entry>,
    pub(crate) passes: bool,
    pub(crate) saves: bool,
}

impl Sitting {
    pub(crate) fn open(world: World, guide: &str) -> Self {
        Self::open_in(library().clone(), world, guide).unwrap()
    }

    /// Nothing where the guide does not open for who is here.
    pub(crate) fn open_in(library: Library, world: World, guide: &str) -> Option<Self> {
        let ctx = Ctx {
            library: &library,
            ..world.ctx()
        };
        let state = guide::State::new(&ctx, guide)?;
        Some(Self {
            world,
            library,
            guide: guide.to_owned(),
            state,
            asked: Vec::new(),
            went: Vec::new(),
            kept: Vec::new(),
            passes: true,
            saves: true,
        })
    }

    /// The guide is left as it is and opened again some days later.
    pub(crate) fn come_back(&mut self, days: i64, here: Here) {
        self.world.now += chrono::TimeDelta::days(days);
        self.world.here = here;
        self.world.saving = Saving::Idle;
        self.went.clear();
        self.kept.clear();
        self.state = guide::State::new(&self.ctx(), &self.guide).unwrap();
    }

    fn ctx(&self) -> Ctx<'_> {
        Ctx {
            library: &self.library,
            ..self.world.ctx()
        }
    }
}

impl Page for Sitting {
    type Message = Message;

    fn view(&self) -> Element<'_, Message> {
        let ctx = self.ctx();
        goldseam::ui::dialog::over(self.state.view(&ctx), self.state.dialog(&ctx))
    }

    fn update(&mut self, message: Message) {
        let ctx = Ctx {
            library: &self.library,
            ..self.world.ctx()
        };
        let action = self.state.update(message, &ctx);
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

pub(crate) type View = Headless<Sitting>;

pub(crate) fn open(world: World, guide: &str) -> View {
    let size = world.area();
    Headless::new(Sitting::open(world, guide), size)
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
    screen.page.kept.iter().map(|entry| &entry.what).collect()
}

/// A guide made up for a test, beside those of the app.
pub(crate) fn with(guide: &str) -> Library {
    let mut library = library().clone();
    library.guides.push(ron::from_str(guide).unwrap());
    library
}

pub(crate) fn open_in(library: Library, world: World, guide: &str) -> View {
    let size = world.area();
    Headless::new(Sitting::open_in(library, world, guide).unwrap(), size)
}
