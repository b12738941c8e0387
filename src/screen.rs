//! One file a screen: its `State`, `Message`, `Action`, `update` and `view`.
//!
//! Every screen is a [`Screen`]. It never touches the store, another screen or the clock. What it may see comes in as [`Ctx`]; what it wants done
//! goes out as an [`Action`], which only the app interprets. A screen that takes words lists them in `drafts`, so that the
//! app can seal them while they are being typed; it keeps them on screen until it is told that they were saved.

pub mod alone;
pub mod check_in;
pub mod commitments;
pub mod door;
pub mod guide;
pub mod hand_over;
pub mod help;
pub mod jar;
pub mod journal;
pub mod library;
mod names;
mod phrase;
pub(crate) mod pieces;
pub mod pillars;
pub mod reflection;
mod sent;
pub mod settings;
pub mod setup;
pub mod steps;
#[cfg(test)]
mod testing;
mod threshold;
pub mod together;
pub mod trouble;
pub mod weekly;

use crate::content::Bookcase;
use crate::domain::settings::{Motion, Settings};
use crate::domain::{Household, Kind, PersonId, Record, RecordId, Room, Words};
use crate::ui::scale::Width;
use crate::ui::{Element, Theme};
use chrono::{DateTime, FixedOffset, NaiveDate};
use iced::{Size, Task};
use std::collections::{BTreeMap, BTreeSet};

/// What a screen may see while it updates or is drawn.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub now: DateTime<FixedOffset>,
    pub household: &'a Household,
    pub here: Here,
    /// Who has shown with their passphrase that they are at this sitting.
    pub proved: &'a BTreeSet<PersonId>,
    /// The records of the shared room, oldest first.
    pub shared: &'a [Record],
    /// The private records of the one who is here alone, oldest first; empty while both are here.
    pub own: &'a [Record],
    /// What was being typed in the rooms that are open, under the keys of [`Draft`].
    pub drafts: &'a BTreeMap<String, Words>,
    /// What was written for a private room at this joint sitting, under the same keys: its owner alone can read it again.
    pub sealed: &'a BTreeSet<(Room, String)>,
    pub library: &'a Bookcase,
    pub settings: &'a Settings,
    pub theme: &'a Theme,
    /// The window over the text size.
    pub size: Size,
    pub saving: &'a Saving,
    /// How many times Shift was tapped by itself just now; three leave quickly.
    pub shift_taps: usize,
    pub trouble: Option<RoomTrouble>,
    /// The passphrase of the made-up household, which the door says aloud; nothing for a real one.
    pub made_up: Option<&'a str>,
}

impl std::fmt::Debug for Ctx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ctx")
            .field("here", &self.here)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

impl Ctx<'_> {
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    pub fn width(&self) -> Width {
        Width::of(self.size.width, 1.0)
    }

    pub fn still(&self) -> bool {
        self.settings.motion == Motion::Still
    }

    /// The one who is here alone.
    pub fn me(&self) -> Option<PersonId> {
        match self.here {
            Here::One(person) => Some(person),
            Here::Nobody | Here::Both => None,
        }
    }

    pub fn name(&self, person: PersonId) -> &str {
        self.household.name(person)
    }
}

/// What a screen wants done.
#[derive(Debug)]
#[must_use]
pub enum Action<M, I = Never> {
    None,
    Run(Task<M>),
    /// Keep these; the answer is the screen's `saved` or `not_saved` message.
    Save(Vec<Entry>),
    Go(Place),
    LeaveQuickly,
    /// Something only this screen asks for.
    Ask(I),
}

/// The intent of a screen that has none of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}

/// One page of the app.
pub trait Screen {
    type Message: Clone + std::fmt::Debug + Send + 'static;
    /// What this screen alone can ask of the app.
    type Intent;

    fn update(
        &mut self,
        message: Self::Message,
        ctx: &Ctx<'_>,
    ) -> Action<Self::Message, Self::Intent>;

    /// The page. Working screens leave sidebar and top bar to the app.
    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Self::Message>;

    /// A question laid over the whole window. The app keeps the focus in it, and gives it back.
    fn dialog<'a>(&'a self, _ctx: &Ctx<'a>) -> Option<Element<'a, Self::Message>> {
        None
    }

    /// Every field being written in, also blank ones: a blank one is forgotten.
    fn drafts(&self) -> Vec<Draft> {
        Vec::new()
    }

    /// What Escape does here.
    fn escape(&self) -> Option<Self::Message> {
        None
    }

    /// What Ctrl+F does here: to the field in which one looks for something.
    fn find(&self) -> Option<Self::Message> {
        None
    }

    /// What has to run once it is shown, and again where one comes back to it from help: a clock, say.
    fn opened(&mut self, _ctx: &Ctx<'_>) -> Task<Self::Message> {
        Task::none()
    }

    /// Until when somebody is surely here although no key is pressed, as in a talk: the idle lock counts from then.
    fn here_until(&self, _ctx: &Ctx<'_>) -> Option<DateTime<FixedOffset>> {
        None
    }

    /// The message that says the last `Save` is on disk; the records are in the [`Ctx`] already.
    fn saved(&self) -> Option<Self::Message> {
        None
    }

    /// The message that says the last `Save` failed; the app shows why and tries again.
    fn not_saved(&self) -> Option<Self::Message> {
        None
    }
}

/// Who sits before the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    Nobody,
    One(PersonId),
    /// Only the shared room is open.
    Both,
}

/// A record to be; the app gives it an id and the time.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub room: Room,
    pub by: PersonId,
    pub what: Kind,
    pub amends: Option<RecordId>,
    /// It was sent before and changed since: what still waits to be saved of it gives way.
    pub again: bool,
}

impl Entry {
    pub fn new(room: Room, by: PersonId, what: Kind) -> Self {
        Self {
            room,
            by,
            what,
            amends: None,
            again: false,
        }
    }
}

/// Something being typed. A blank draft is forgotten.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub room: Room,
    /// Such as `journal/new` or `step-01-accountability/say/what-i-did`.
    pub key: String,
    pub words: Words,
}

/// What became of the last thing that was to be saved.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Saving {
    #[default]
    Idle,
    Busy,
    Saved(DateTime<FixedOffset>),
    /// The words are still on screen, and the app tries again by itself. Title and what to do.
    Failed(String, String),
}

/// Why an open room can only be read for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomTrouble {
    /// Something was damaged, missing or put back; an earlier copy is shown until the person goes on with it.
    Restored,
    /// A newer version wrote here.
    TooNew,
}

/// Where one can go.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The home of the two together, or of the one who is here alone.
    Home,
    Steps,
    /// A guide, by its id.
    Guide(String),
    Library,
    Pillars,
    /// Only for one who is here alone.
    Reflection,
    CheckIn,
    Commitments,
    Jar,
    WeeklyPage,
    Journal,
    Settings,
    Help,
}
