//! The one room that knows all others: which screen is shown, who is here, and what becomes of what a screen wants.
//!
//! `update` here only routes. What is done stands in the rooms below: [`founding`] sets up, [`session`] unlocks and locks and
//! keeps the settings, [`passing`] hands the laptop over, [`keep`] saves records and drafts, [`mending`] goes on after damage and
//! deletes, [`mine`] changes one's own name and keys, [`page`] makes the weekly page, [`packs`] takes in guides from elsewhere,
//! [`frame`] draws what surrounds a working screen.

pub mod focus;
mod founding;
pub mod frame;
mod keep;
mod mending;
mod mine;
pub(crate) mod notices;
pub mod packs;
mod page;
mod passing;
pub mod run;
mod session;
pub mod shortcuts;
pub mod shown;
pub mod worker;
pub mod world;

use crate::domain::{PersonId, Words};
use crate::screen::{Action, Here, Place, Screen as _, hand_over, pieces};
use crate::store::Store;
use crate::ui::access::keyed;
use crate::ui::{self, Element};
use chrono::{DateTime, FixedOffset};
use iced::{Subscription, Task, event};
use keep::Keeping;
pub(crate) use page::write_whole;
use passing::{HandingOver, Then};
use shortcuts::{QuickLeave, Shortcut};
use shown::{Intent, Shown};
use std::time::Instant;
use worker::Worker;
use world::World;

/// Everything that can happen.
#[derive(Debug, Clone)]
pub enum Message {
    Screen(shown::Message),
    HandOver(hand_over::Message),
    Frame(frame::Message),
    Shortcut(Shortcut),
    Keep(keep::Message),
    Session(session::Message),
    Founding(founding::Message),
    Proved(passing::Proved),
    Mending(mending::Message),
    Mine(mine::Message),
    Page(page::Message),
    Packs(packs::Message),
    Focus(focus::Message),
    System(iced::theme::Mode),
    ShiftForgotten,
    LockDue,
    /// Nothing has scrolled since this was the number of [`App::scrolled`].
    Settled(u32),
    Left,
}

/// The whole state of the window.
#[derive(Debug)]
pub struct App {
    pub world: World,
    pub shown: Shown,
    pub place: Place,
    worker: Option<Worker<Store>>,
    over: Option<HandingOver>,
    /// The library as it was left at this sitting.
    library: Option<crate::screen::library::State>,
    /// Grows whenever one comes to another place. To the toolkit each is a page of its own: neither scrolling nor focus
    /// carries over from the one before.
    arrivals: u64,
    /// Where help was asked for.
    behind: Option<(Place, Shown)>,
    keeping: Keeping,
    quick: QuickLeave,
    menu_open: bool,
    focus: focus::Memory,
    /// When somebody last did something, by the app's own clock.
    last_activity: DateTime<FixedOffset>,
    lock_armed: bool,
    leaving: bool,
    /// How far the seam was gold when a home was last shown, and to whom.
    gold: Option<(Here, usize)>,
    /// Turns whenever more than a word may look different; see [`App::style`].
    turn: u8,
    /// Grows whenever something may have scrolled.
    scrolled: u32,
    /// A message is on its way that says whether it has come to rest.
    settling: bool,
    page: page::Desk,
    packs: packs::Shelf,
    /// Whose passphrase opens the shared room without being asked for: only in the made-up household.
    opened_by: Option<(PersonId, Words)>,
}

impl App {
    pub fn update(&mut self, message: Message) -> Task<Message> {
        if let Message::Settled(scrolled) = message {
            if scrolled != self.scrolled {
                return self.wait_until_settled();
            }
            self.settling = false;
        }
        self.world.tick();
        if self.leaving && !matches!(message, Message::Left) {
            return Task::none();
        }
        let dialog_before = self.has_dialog();
        let may_change_much = changes_much(&message);
        // Words that go out of a draft because they are kept are not typed, and the page they stood on is left.
        let may_be_typing = matches!(message, Message::Screen(_));
        let task = match message {
            Message::Screen(message) => self.screen(message),
            Message::HandOver(message) => self.hand_over(message),
            Message::Frame(message) => self.frame(message),
            Message::Shortcut(shortcut) => self.shortcut(shortcut),
            Message::Keep(message) => self.kept(message),
            Message::Session(message) => self.session(message),
            Message::Founding(message) => self.founding(message),
            Message::Proved(proved) => self.proved(proved),
            Message::Mending(message) => self.mending(message),
            Message::Mine(message) => self.mine(message),
            Message::Page(message) => self.page(message),
            Message::Packs(message) => self.packs(message),
            // A dialog that closed again meanwhile takes nothing.
            Message::Focus(_) if !dialog_before => Task::none(),
            Message::Focus(message) => self.focus.update(message),
            Message::System(mode) => {
                self.world.system = mode;
                self.world.retheme();
                Task::none()
            }
            Message::ShiftForgotten => {
                self.quick.forget_old(Instant::now());
                self.world.shift_taps = self.quick.count();
                Task::none()
            }
            Message::LockDue => self.lock_if_idle(),
            Message::Settled(_) => Task::none(),
            Message::Left => iced::exit(),
        };
        let drafts = self.watch_drafts();
        if may_change_much && !(may_be_typing && self.keeping.typed()) {
            self.turn = self.turn.wrapping_add(1);
        }
        let focus = self.focus.after(dialog_before, self.has_dialog());
        // Where the screen itself sends the focus somewhere, that is where it ends.
        Task::batch([focus, task, drafts])
    }

    fn screen(&mut self, message: shown::Message) -> Task<Message> {
        let action = self.shown.update(message, &self.world.ctx());
        self.act(action)
    }

    fn act(&mut self, action: Action<shown::Message, Intent>) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Run(task) => task.map(Message::Screen),
            Action::Save(entries) => self.save(entries),
            Action::Go(place) => self.go(place),
            Action::LeaveQuickly => self.leave(),
            Action::Ask(intent) => self.intent(intent),
        }
    }

    fn frame(&mut self, message: frame::Message) -> Task<Message> {
        match message {
            frame::Message::Go(place) => self.go(place),
            frame::Message::Menu(open) => {
                self.menu_open = open;
                Task::none()
            }
            frame::Message::Leave => self.leave(),
            frame::Message::Lock => self.lock(),
            frame::Message::TryAgain => self.try_again(),
            frame::Message::GoOnWithCopy => self.go_on_with_copy(),
        }
    }

    fn shortcut(&mut self, shortcut: Shortcut) -> Task<Message> {
        let closing = matches!(shortcut, Shortcut::CloseRequested(_));
        if self.world.open.is_some() && self.until_lock().is_zero() && !closing {
            // The laptop slept, and the timer with it: whoever wakes it finds the door.
            self.last_activity = self.world.now;
            return self.lock();
        }
        self.last_activity = self.world.now;
        match shortcut {
            Shortcut::ShiftPressed => self.quick.pressed(),
            Shortcut::ShiftReleased => {
                if self.quick.released(Instant::now()) {
                    return self.leave();
                }
                self.world.shift_taps = self.quick.count();
                if self.world.shift_taps == 0 {
                    // It wrote a capital letter.
                    return Task::none();
                }
                return worker::after(QuickLeave::WITHIN, Message::ShiftForgotten);
            }
            Shortcut::Focus { forward } => {
                self.interrupt_leaving();
                // It may scroll what gets the focus into view.
                return Task::batch([focus::step(forward), self.settle()]);
            }
            Shortcut::Escape => {
                self.interrupt_leaving();
                if self.over.is_some() {
                    return self.hand_over(hand_over::Message::Back);
                } else if self.menu_open {
                    self.menu_open = false;
                } else if let Some(message) = self.shown.escape() {
                    return self.screen(message);
                }
            }
            Shortcut::Find => {
                self.interrupt_leaving();
                if self.over.is_none()
                    && !self.has_dialog()
                    && let Some(message) = self.shown.find()
                {
                    return self.screen(message);
                }
            }
            Shortcut::Activity => self.interrupt_leaving(),
            Shortcut::Scrolled => {
                self.interrupt_leaving();
                return self.settle();
            }
            Shortcut::Resized(size) => {
                self.world.window = size * self.world.settings.text_size.factor()
            }
            Shortcut::Rescaled(density) => self.world.density = density,
            Shortcut::CloseRequested(_) => return self.leave(),
        }
        Task::none()
    }

    /// Another key between the taps of Shift: they were not meant.
    fn interrupt_leaving(&mut self) {
        self.quick.interrupted();
        self.world.shift_taps = 0;
    }

    fn has_dialog(&self) -> bool {
        self.over.is_none() && (self.menu_open || self.shown.dialog(&self.world.ctx()).is_some())
    }

    /// Goes to a place, with a screen made afresh from what is kept. Help is laid over where one is.
    fn go(&mut self, place: Place) -> Task<Message> {
        self.menu_open = false;
        let seal = self.seal_drafts_now();
        self.world.refresh_drafts();
        let shown = self.screen_for(&place);
        self.arrivals += u64::from(place != self.place);
        let left = (
            std::mem::replace(&mut self.place, place),
            std::mem::replace(&mut self.shown, shown),
        );
        match (&self.place, &left.0) {
            (Place::Help, Place::Help) => {}
            (Place::Help, _) => self.behind = Some(left),
            _ => {
                let behind = self.behind.take().map(|(_, shown)| shown);
                for shown in std::iter::once(left.1).chain(behind) {
                    if let Shown::Library(library) = shown {
                        self.library = Some(library);
                    }
                }
            }
        }
        if let Shown::Library(fresh) = &mut self.shown
            && let Some(left) = self.library.take()
        {
            *fresh = left;
        }
        Task::batch([seal, self.after_arrival()])
    }

    /// Back from help to exactly where one was.
    fn close_help(&mut self) -> Task<Message> {
        match self.behind.take() {
            Some((place, shown)) => {
                self.arrivals += 1;
                self.place = place;
                self.shown = shown;
                self.after_arrival()
            }
            None => self.go(Place::Home),
        }
    }

    fn after_arrival(&mut self) -> Task<Message> {
        self.let_gold_flow();
        let opened = self.shown.opened(&self.world.ctx()).map(Message::Screen);
        match &self.shown {
            Shown::Weekly(_) => Task::batch([opened, self.refresh_page()]),
            Shown::Settings(_) => Task::batch([opened, self.tell_stand()]),
            _ => opened,
        }
    }

    /// Where one comes home from a step that all whose part it is have just finished, its gold flows along the bowl once.
    fn let_gold_flow(&mut self) {
        let ctx = self.world.ctx();
        if !matches!(self.shown, Shown::Together(_) | Shown::Alone(_)) {
            return;
        }
        let far = pieces::seam(&pieces::path(&ctx));
        let (here, still) = (ctx.here, ctx.still());
        let before = self.gold.replace((here, far));
        let grew = before.is_some_and(|(whose, before)| whose == here && before < far);
        match &mut self.shown {
            Shown::Together(home) if grew && !still => home.let_gold_flow(),
            Shown::Alone(home) if grew && !still => home.let_gold_flow(),
            _ => {}
        }
    }

    fn screen_for(&self, place: &Place) -> Shown {
        use crate::screen::*;
        let ctx = self.world.ctx();
        if ctx.here == Here::Nobody && *place != Place::Help {
            return session::threshold(&self.world);
        }
        match place {
            Place::Home => match ctx.here {
                Here::One(_) => Shown::Alone(alone::State::new(&ctx)),
                Here::Both | Here::Nobody => Shown::Together(together::State::new(&ctx)),
            },
            Place::Steps => Shown::Steps(steps::State::new(&ctx)),
            Place::Guide(id) => match guide::State::new(&ctx, id) {
                Some(guide) => Shown::Guide(guide),
                None => Shown::Library(library::State::new(&ctx)),
            },
            Place::Library => Shown::Library(library::State::new(&ctx)),
            Place::Pillars => Shown::Pillars(pillars::State::new(&ctx)),
            Place::Reflection => match ctx.here {
                Here::One(_) => Shown::Reflection(reflection::State::new(&ctx)),
                Here::Both | Here::Nobody => Shown::Library(library::State::new(&ctx)),
            },
            Place::CheckIn => Shown::CheckIn(check_in::State::new(&ctx)),
            Place::Commitments => Shown::Commitments(commitments::State::new(&ctx)),
            Place::Jar => Shown::Jar(jar::State::new(&ctx)),
            Place::WeeklyPage => Shown::Weekly(weekly::State::new(&ctx)),
            Place::Journal => Shown::Journal(journal::State::new(&ctx)),
            Place::Settings => Shown::Settings(settings::State::new(&ctx)),
            Place::Help => Shown::Help(help::State::new(&ctx)),
        }
    }

    fn intent(&mut self, intent: Intent) -> Task<Message> {
        use crate::screen::{
            check_in, door, guide, help, journal, reflection, settings, setup, trouble, weekly,
        };
        match intent {
            Intent::Door(door::Intent::Unlock {
                person,
                passphrase,
                both,
            }) => self.unlock(person, passphrase, both),
            Intent::Setup(setup::Intent::Begin { names }) => self.found(names),
            Intent::CheckIn(check_in::Intent::HandTo(person))
            | Intent::Setup(setup::Intent::HandTo(person))
            | Intent::Guide(guide::Intent::HandTo(person)) => self.hand_to(person, Then::GoOn),
            Intent::Setup(setup::Intent::Join {
                person,
                part,
                passphrase,
                alone,
            }) => self.join(person, part, passphrase, alone),
            Intent::Setup(setup::Intent::Done) => self.finish_setup(),
            Intent::Weekly(weekly::Intent::SavePdf { path }) => self.save_pdf(path),
            Intent::Weekly(weekly::Intent::ChooseFile) => self.choose_file(),
            Intent::Weekly(weekly::Intent::SuggestFile) => self.suggest_file(),
            Intent::Weekly(weekly::Intent::Refresh) => self.refresh_page(),
            Intent::Weekly(weekly::Intent::ChangePaper(paper)) => {
                let settings = crate::domain::Settings {
                    paper,
                    ..self.world.settings.clone()
                };
                let kept = self.change_settings(settings);
                Task::batch([kept, self.refresh_page()])
            }
            Intent::Settings(settings::Intent::Change(settings)) => self.change_settings(settings),
            Intent::Settings(settings::Intent::LetJoin(person)) => self.let_join(person),
            Intent::Settings(settings::Intent::Invite(name)) => self.invite(name),
            Intent::Settings(settings::Intent::Rename(name)) => self.rename(name),
            Intent::Settings(settings::Intent::ChangePassphrase { current, new }) => {
                self.change_passphrase(current, new)
            }
            Intent::Settings(settings::Intent::MakeRecovery { current, words }) => {
                self.make_recovery(current, words)
            }
            Intent::Settings(settings::Intent::Packs(intent)) => self.pack_intent(intent),
            Intent::Help(help::Intent::Close) => self.close_help(),
            Intent::Help(help::Intent::ChooseCountry(country)) => {
                let settings = crate::domain::Settings {
                    country,
                    ..self.world.settings.clone()
                };
                self.change_settings(settings)
            }
            Intent::Journal(journal::Intent::Delete(record)) => self.delete(vec![record]),
            Intent::Reflection(reflection::Intent::Delete(records)) => self.delete(records),
            Intent::Trouble(trouble::Intent::Close) => iced::exit(),
            Intent::Together(never)
            | Intent::Alone(never)
            | Intent::Steps(never)
            | Intent::Commitments(never)
            | Intent::Jar(never) => match never {},
        }
    }

    pub fn view(&self) -> Element<'_, Message> {
        let mut ctx = self.world.ctx();
        if self.leaving {
            return ui::blank();
        }
        if self.is_setting_up() {
            // Help then draws its own surroundings, as at the door.
            ctx.here = Here::Nobody;
        }
        if let Some(over) = &self.over {
            return over.screen.view(&ctx).map(Message::HandOver);
        }
        let screen = self.shown.view(&ctx).map(Message::Screen);
        let screen = keyed([(self.arrivals, screen)], NO_GAP).into();
        let whole = match &self.shown {
            Shown::Trouble(_) | Shown::Door(_) | Shown::Setup(_) => screen,
            Shown::Help(_) if ctx.here == Here::Nobody => screen,
            _ => {
                let lost = self.packs.should_tell();
                let about = (&self.place, self.menu_open, lost);
                frame::view(&ctx, about, screen, Message::Frame)
            }
        };
        let dialog = self
            .shown
            .dialog(&ctx)
            .map(|dialog| dialog.map(Message::Screen));
        ui::dialog::over(whole, dialog)
    }

    /// Whether help was asked for from a page of setting up, where there is nowhere else to go yet.
    fn is_setting_up(&self) -> bool {
        matches!(&self.behind, Some((_, Shown::Setup(_))))
    }

    /// Once nothing has scrolled for a moment, the whole is painted: ink that reaches out of its line was left behind.
    fn settle(&mut self) -> Task<Message> {
        self.scrolled = self.scrolled.wrapping_add(1);
        if std::mem::replace(&mut self.settling, true) {
            return Task::none();
        }
        self.wait_until_settled()
    }

    fn wait_until_settled(&self) -> Task<Message> {
        const MOMENT: std::time::Duration = std::time::Duration::from_millis(150);
        worker::after(MOMENT, Message::Settled(self.scrolled))
    }

    /// What lies under everything. The software renderer paints anew only what it finds changed, and misses words that are
    /// new where another page was and ink outside its line; a ground that is another one, by less than anybody sees, makes it
    /// paint the whole.
    pub fn style(&self, theme: &ui::Theme) -> iced::theme::Style {
        use iced::theme::Base as _;
        let mut style = theme.base();
        style.background_color.a = 1.0 - f32::from(self.turn) * f32::EPSILON;
        style
    }

    pub fn subscription(&self) -> Subscription<Message> {
        Subscription::batch([
            event::listen_with(|event, status, window| {
                shortcuts::meaning(&event, status, window).map(Message::Shortcut)
            }),
            iced::system::theme_changes().map(Message::System),
        ])
    }

    /// A store that could not be opened leaves no worker; then nothing is ever asked of it.
    fn worker(&self) -> Option<&Worker<Store>> {
        self.worker.as_ref()
    }
}

/// There is one page at a time.
const NO_GAP: f32 = 0.0;

/// Whether a message may change more than where the focus is.
fn changes_much(message: &Message) -> bool {
    !matches!(
        message,
        Message::Focus(_)
            | Message::Shortcut(
                Shortcut::Focus { .. }
                    | Shortcut::ShiftPressed
                    | Shortcut::Activity
                    | Shortcut::Scrolled
            )
    )
}
