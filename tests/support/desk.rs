//! One screen before people, and a stand-in for the app that keeps what the screen asks for.

use super::headless::{Headless, Page};
use super::world::World;
use goldseam::screen::{Action, Ctx, Entry, Place, Screen};
use goldseam::ui::access::Node;
use goldseam::ui::{Element, Fill, Task, column, container, dialog, row, scale, space};
use iced::futures::StreamExt;
use iced::futures::task::noop_waker_ref;
use iced::keyboard::key::Named;
use iced_test::runtime;
use std::collections::VecDeque;
use std::task::{Context, Poll};

/// One thing a screen wanted of the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted<I> {
    Go(Place),
    Save(Vec<Entry>),
    Leave,
    Ask(I),
}

/// What becomes of what is to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    Keeps,
    Fails,
    /// It is still being written; the test says what came of it.
    Busy,
}

/// What the app answers to something only this screen asks for.
pub type Answer<S> = fn(&<S as Screen>::Intent, &mut World) -> Option<<S as Screen>::Message>;

/// A screen, and everything it asked for.
pub struct Sitting<S: Screen> {
    pub world: World,
    pub screen: S,
    /// What it was told, by people and by the app.
    pub heard: Vec<S::Message>,
    pub saved: Vec<Vec<Entry>>,
    pub gone: Vec<Place>,
    pub asked: Vec<S::Intent>,
    pub left: bool,
    /// All of the above in the order in which it came, as far as nobody has looked at it.
    pub wanted: VecDeque<Wanted<S::Intent>>,
    pub disk: Disk,
    pub answer: Answer<S>,
    tasks: VecDeque<Task<S::Message>>,
    /// It stands beside the sidebar and under the top bar.
    framed: bool,
}

impl<S: Screen<Intent: Clone>> Page for Sitting<S> {
    type Message = S::Message;

    fn view(&self) -> Element<'_, S::Message> {
        let ctx = self.world.ctx();
        let (page, dialog) = (self.screen.view(&ctx), self.screen.dialog(&ctx));
        if !self.framed {
            return dialog::over(page, dialog);
        }
        let side = ctx.width().sidebar().unwrap_or_default();
        let page = column![
            space().height(scale::size::TOP_BAR),
            container(page).height(Fill)
        ];
        dialog::over(row![space().width(side), page], dialog)
    }

    fn update(&mut self, message: S::Message) {
        self.heard.push(message.clone());
        let action = self.screen.update(message, &self.world.ctx());
        self.world.take(self.screen.drafts());
        let answer = match action {
            Action::None => None,
            Action::Run(task) => {
                self.tasks.push_back(task);
                None
            }
            Action::Save(entries) => {
                self.saved.push(entries.clone());
                self.wanted.push_back(Wanted::Save(entries.clone()));
                match self.disk {
                    Disk::Keeps => {
                        self.world.keep(entries);
                        self.screen.saved()
                    }
                    Disk::Fails => self.screen.not_saved(),
                    Disk::Busy => None,
                }
            }
            Action::Go(place) => {
                self.gone.push(place.clone());
                self.wanted.push_back(Wanted::Go(place));
                None
            }
            Action::LeaveQuickly => {
                self.left = true;
                self.wanted.push_back(Wanted::Leave);
                None
            }
            Action::Ask(intent) => {
                self.asked.push(intent.clone());
                let answer = (self.answer)(&intent, &mut self.world);
                self.wanted.push_back(Wanted::Ask(intent));
                answer
            }
        };
        if let Some(answer) = answer {
            self.update(answer);
        }
    }
}

/// A screen at the keyboard. There is one keyboard: drop a desk before the next is set up.
pub struct Desk<S: Screen>(pub Headless<Sitting<S>>);

impl<S: Screen<Intent: Clone>> Desk<S> {
    /// A working screen, where the app would show it.
    pub fn new(world: World, screen: impl FnOnce(&Ctx<'_>) -> S) -> Self {
        Self::set_up(world, screen, true)
    }

    /// A screen that has the window to itself.
    pub fn bare(world: World, screen: impl FnOnce(&Ctx<'_>) -> S) -> Self {
        Self::set_up(world, screen, false)
    }

    fn set_up(world: World, screen: impl FnOnce(&Ctx<'_>) -> S, framed: bool) -> Self {
        let screen = screen(&world.ctx());
        let (theme, size) = (world.theme, world.size);
        let sitting = Sitting {
            world,
            screen,
            heard: Vec::new(),
            saved: Vec::new(),
            gone: Vec::new(),
            asked: Vec::new(),
            left: false,
            wanted: VecDeque::new(),
            disk: Disk::Keeps,
            answer: |_, _| None,
            tasks: VecDeque::new(),
            framed,
        };
        let mut headless = Headless::new(sitting, size);
        headless.theme = theme;
        Self(headless)
    }

    pub fn page(&mut self) -> &mut Sitting<S> {
        &mut self.0.page
    }

    /// The next thing it wanted that nobody has looked at.
    pub fn wanted(&mut self) -> Option<Wanted<S::Intent>> {
        self.page().wanted.pop_front()
    }

    /// Sends the screen a message from the app.
    pub fn tell(&mut self, message: S::Message) -> &mut Self {
        self.page().update(message);
        self.settle();
        self
    }

    /// Carries out what the screen asked the runtime for, such as moving the focus. Nothing waits for a timer.
    fn settle(&mut self) {
        let mut context = Context::from_waker(noop_waker_ref());
        while let Some(task) = self.page().tasks.pop_front() {
            let Some(mut actions) = runtime::task::into_stream(task) else {
                continue;
            };
            while let Poll::Ready(Some(action)) = actions.poll_next_unpin(&mut context) {
                match action {
                    runtime::Action::Widget(operation) => self.0.operate(operation),
                    runtime::Action::Output(message) => self.0.page.update(message),
                    _ => {}
                }
            }
        }
    }

    /// Goes by Tab alone to the control with this name.
    pub fn go_to(&mut self, name: &str) -> &mut Self {
        let stops = self.0.snapshot().focusables().count();
        for _ in 0..=stops {
            self.0.tab();
            if self.0.focus().as_deref() == Some(name) {
                return self;
            }
        }
        panic!("Tab does not reach {name:?}, only {:?}", self.names());
    }

    pub fn enter(&mut self) -> &mut Self {
        self.0.key(Named::Enter);
        self.settle();
        self
    }

    /// Goes by Tab to the control with this name, and presses Enter.
    pub fn press(&mut self, name: &str) -> &mut Self {
        self.go_to(name).enter()
    }

    /// Types where the focus is.
    pub fn write(&mut self, words: &str) -> &mut Self {
        self.0.type_text(words);
        self.settle();
        self
    }

    /// The names of what Tab reaches, in its order.
    pub fn tab_order(&mut self) -> Vec<String> {
        let stops = self.0.snapshot().focusables().count();
        let mut next = || {
            self.0.tab();
            self.0.focus().unwrap_or_default()
        };
        (0..stops).map(|_| next()).collect()
    }

    /// The names of all controls, in the order of reading.
    pub fn names(&mut self) -> Vec<String> {
        let snapshot = self.0.snapshot();
        let named = |node: &Node| node.info.name.clone().unwrap_or_default();
        snapshot.focusables().map(named).collect()
    }

    /// Whether there is a control with this name.
    pub fn has(&mut self, name: &str) -> bool {
        self.names().iter().any(|other| other == name)
    }

    /// All that can be read, in order.
    pub fn told(&mut self) -> String {
        let snapshot = self.0.snapshot();
        let says = snapshot.nodes.iter().flat_map(|node| {
            let info = &node.info;
            [&info.name, &info.value, &info.description]
        });
        let words: Vec<&str> = says.flatten().map(String::as_str).collect();
        words.join("\n")
    }

    pub fn shows(&mut self, words: &str) -> bool {
        self.told().contains(words)
    }
}
