//! A guide, page by page. What stands on a page is in [`block`], the page that is open in [`sheet`], its looks in [`view`];
//! here is the way from one page to the next, and to whom the laptop goes.

mod block;
mod sheet;
mod view;

use super::{Action, Ctx, Draft, Entry, Here, Place as GoTo, Saving, Screen, names};
use crate::content::schema::{Guide, Keep};
use crate::content::walk::{self, Sitting, Turn};
use crate::domain::record::{More, Place};
use crate::domain::{Kind, PersonId, Room, Words};
use crate::ui::access::nav;
use crate::ui::{self, Element};
use block::Effect;
pub use block::Touch;
use sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// A guide being done.
pub struct State {
    guide: String,
    sitting: Sitting,
    turns: Vec<Turn>,
    /// Index into `turns`; past the last is the end.
    at: usize,
    face: Face,
    /// Who the laptop was handed to, for as long as the pages are theirs.
    holder: Option<PersonId>,
    /// Turns that were written privately in this joint sitting: their words are gone from memory.
    sealed: BTreeSet<usize>,
    leaving: Option<Leaving>,
    /// Keys of drafts whose page was saved.
    struck: BTreeMap<String, Room>,
    opened: u32,
}

/// Prints nothing of what was written.
impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State")
            .field("guide", &self.guide)
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

enum Face {
    /// The page is this person's, and the laptop has not been passed to them.
    Waiting(PersonId),
    /// This person wrote here, and it can be read only in their own space.
    Sealed(PersonId),
    Page(Sheet),
    End,
}

/// Where one goes once what was written is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    Turn(usize),
    Steps,
    /// Nowhere: somebody said that their part is done.
    Stay,
}

#[derive(Debug, Clone)]
pub enum Message {
    /// Something was done to a block: which opening of the page, which block, what.
    Touch(u32, usize, Touch),
    /// Show this page to the other one, or not.
    Show(bool),
    Back,
    Next,
    /// Pass the laptop to whoever the page is for.
    PassOver,
    WriteAgain,
    /// This person says that their part is done.
    Finish(PersonId),
    LeaveOpen,
    Handed(PersonId),
    Saved,
    NotSaved,
}

/// What only a guide asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// The next page is this person's: pass the laptop, then send `Handed`.
    HandTo(PersonId),
}

impl State {
    /// The guide at the page where it was left, or nothing where there is no such guide or no page of it for who is here.
    pub fn new(ctx: &Ctx<'_>, id: &str) -> Option<Self> {
        let guide = ctx.library.guide(id)?;
        let sitting = names::sitting(ctx)?;
        let turns = walk::turns(guide, sitting);
        if turns.is_empty() {
            return None;
        }
        let mut state = Self {
            guide: id.to_owned(),
            sitting,
            at: left_off(ctx, guide, &turns),
            turns,
            face: Face::End,
            holder: None,
            sealed: BTreeSet::new(),
            leaving: None,
            struck: BTreeMap::new(),
            opened: 0,
        };
        let _ = state.arrive(ctx);
        Some(state)
    }

    fn guide<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a Guide> {
        ctx.library.guide(&self.guide)
    }

    /// Who has to be the one before the screen to see this turn: its writer, while both are here and it is not for both to read.
    fn private_to(&self, turn: Turn, ctx: &Ctx<'_>) -> Option<PersonId> {
        let keep = self.guide(ctx)?.pages.get(turn.page)?.keep;
        turn.writer
            .filter(|_| ctx.here == Here::Both && keep != Keep::Shared)
    }

    /// Shows the turn one is at now; says whom the laptop has to be passed to first.
    fn arrive(&mut self, ctx: &Ctx<'_>) -> Option<PersonId> {
        let (Some(turn), Some(guide)) = (self.turns.get(self.at).copied(), self.guide(ctx)) else {
            self.holder = None;
            self.face = Face::End;
            return None;
        };
        let owner = self.private_to(turn, ctx);
        if owner.is_none() || owner != self.holder {
            self.holder = None;
        }
        match owner {
            Some(owner) if self.sealed.contains(&self.at) => {
                self.face = Face::Sealed(owner);
                None
            }
            Some(owner) if self.holder != Some(owner) => {
                self.face = Face::Waiting(owner);
                Some(owner)
            }
            _ => {
                self.opened = self.opened.wrapping_add(1);
                self.face = Sheet::open(guide, turn, self.sitting, self.opened, ctx)
                    .map_or(Face::End, Face::Page);
                None
            }
        }
    }

    fn go(&mut self, turn: usize, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        self.at = turn;
        match self.arrive(ctx) {
            Some(person) => Action::Ask(Intent::HandTo(person)),
            None => Action::None,
        }
    }

    /// Saves what is new on the page, and where one is, then leaves it.
    fn leave(&mut self, to: Leaving, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let Some(guide) = self.guide(ctx) else {
            return Action::Go(GoTo::Steps);
        };
        if self.is_saving(ctx) {
            return Action::None;
        }
        let (mut entries, by) = match &mut self.face {
            Face::Page(sheet) => {
                let by = sheet.writer.unwrap_or_else(|| sheet::author(ctx));
                (sheet.entries(guide, ctx), by)
            }
            Face::Waiting(_) | Face::Sealed(_) | Face::End => (Vec::new(), sheet::author(ctx)),
        };
        let next = match to {
            Leaving::Turn(turn) => self.turns.get(turn),
            Leaving::Steps | Leaving::Stay => None,
        };
        if let Some(page) = next.and_then(|turn| guide.pages.get(turn.page)) {
            entries.push(self.place(guide, &page.id, false, by, ctx));
        }
        self.leaving = Some(to);
        if entries.is_empty() {
            self.left(ctx)
        } else {
            Action::Save(entries)
        }
    }

    /// A second save while one is under way would keep everything twice. One that failed is replaced by the next.
    fn is_saving(&self, ctx: &Ctx<'_>) -> bool {
        match ctx.saving {
            Saving::Busy => true,
            Saving::Failed(..) => false,
            Saving::Idle | Saving::Saved(_) => self.leaving.is_some(),
        }
    }

    /// Where someone is. Alone, that is nobody else's to see.
    fn place(
        &self,
        guide: &Guide,
        page: &str,
        finished: bool,
        by: PersonId,
        ctx: &Ctx<'_>,
    ) -> Entry {
        let room = ctx.me().map_or(Room::Shared, Room::Private);
        let place = Place {
            guide: guide.id.clone(),
            page: page.to_owned(),
            finished,
            again: false,
            more: More::default(),
        };
        Entry::new(room, by, Kind::Place(place))
    }

    /// What was on its way is on disk.
    fn left(&mut self, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let leaving = self.leaving.take();
        if let Face::Page(sheet) = &mut self.face {
            let private = sheet.arrived();
            let drafts = sheet.drafts();
            if matches!(leaving, Some(Leaving::Turn(_) | Leaving::Steps)) {
                self.struck
                    .extend(drafts.into_iter().map(|draft| (draft.key, draft.room)));
                if private && sheet.room() != Room::Shared && ctx.here == Here::Both {
                    self.sealed.insert(self.at);
                }
                // Nothing of the page stays behind, whatever comes next.
                self.face = Face::End;
            }
        }
        match leaving {
            Some(Leaving::Turn(turn)) => self.go(turn, ctx),
            Some(Leaving::Steps) => Action::Go(GoTo::Steps),
            Some(Leaving::Stay) | None => Action::None,
        }
    }

    fn touch(
        &mut self,
        serial: u32,
        index: usize,
        touch: Touch,
        ctx: &Ctx<'_>,
    ) -> Action<Message, Intent> {
        let guide = self.guide(ctx);
        let (Face::Page(sheet), Some(guide)) = (&mut self.face, guide) else {
            return Action::None;
        };
        if sheet.serial != serial {
            return Action::None;
        }
        // Words written while a save is under way are not in it: they must not be left behind with the page.
        if !matches!(touch, Touch::Tick(_)) {
            self.leaving = None;
        }
        match sheet.touch(index, touch, guide, ctx) {
            Effect::None => Action::None,
            Effect::Run(task) => {
                Action::Run(task.map(move |touch| Message::Touch(serial, index, touch)))
            }
            Effect::Insert(phrase) => match sheet.insert(&phrase) {
                Some(field) => Action::Run(nav::to(block::field_id(field))),
                None => Action::None,
            },
            Effect::Go(place) => Action::Go(place),
            Effect::LeaveQuickly => Action::LeaveQuickly,
        }
    }
}

/// The turn at which this guide was last left by whoever is here.
fn left_off(ctx: &Ctx<'_>, guide: &Guide, turns: &[Turn]) -> usize {
    let records = ctx.own.iter().chain(ctx.shared);
    let last = records
        .filter(|r| ctx.me().is_none_or(|me| r.by == me))
        .filter_map(|r| match &r.what {
            Kind::Place(place) if place.guide == guide.id => Some(((r.at, r.id), place)),
            _ => None,
        })
        .max_by_key(|(order, _)| *order)
        .map(|(_, place)| place);
    let Some(place) = last.filter(|place| !place.finished) else {
        return 0;
    };
    let is_there = |turn: &Turn| {
        guide
            .pages
            .get(turn.page)
            .is_some_and(|p| p.id == place.page)
    };
    turns.iter().position(is_there).unwrap_or(0)
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Touch(serial, index, touch) => self.touch(serial, index, touch, ctx),
            Message::Show(shown) => {
                if let Face::Page(sheet) = &mut self.face {
                    sheet.shown = shown && sheet.keep == Keep::OfferToShare;
                    self.leaving = None;
                }
                Action::None
            }
            Message::Back => match self.at.checked_sub(1) {
                Some(turn) => self.leave(Leaving::Turn(turn), ctx),
                None => self.leave(Leaving::Steps, ctx),
            },
            Message::Next => {
                let next = (self.at + 1).min(self.turns.len());
                self.leave(Leaving::Turn(next), ctx)
            }
            Message::PassOver => match self.face {
                Face::Waiting(person) => Action::Ask(Intent::HandTo(person)),
                _ => Action::None,
            },
            Message::WriteAgain => {
                self.sealed.remove(&self.at);
                self.go(self.at, ctx)
            }
            Message::Finish(person) => {
                let last = self.turns.last().copied();
                let guide = self.guide(ctx);
                let page = guide
                    .zip(last)
                    .and_then(|(g, t)| Some((g, g.pages.get(t.page)?)));
                match page {
                    Some((guide, page)) if !self.is_saving(ctx) => {
                        self.leaving = Some(Leaving::Stay);
                        Action::Save(vec![self.place(guide, &page.id, true, person, ctx)])
                    }
                    _ => Action::None,
                }
            }
            Message::LeaveOpen => Action::Go(GoTo::Steps),
            Message::Handed(person) => {
                self.holder = Some(person);
                match self.face {
                    Face::Waiting(_) => self.go(self.at, ctx),
                    _ => Action::None,
                }
            }
            Message::Saved => self.left(ctx),
            // The words stay where they are, and the app tries again.
            Message::NotSaved => Action::None,
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        match self.guide(ctx) {
            Some(guide) => view::view(self, guide, ctx),
            None => ui::blank(),
        }
    }

    fn dialog<'a>(&'a self, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        view::stage(self, self.guide(ctx)?, ctx)
    }

    fn escape(&self) -> Option<Message> {
        let Face::Page(sheet) = &self.face else {
            return None;
        };
        let (index, _) = sheet.blocks().find(|(_, block)| block.is_on_stage())?;
        Some(Message::Touch(sheet.serial, index, Touch::Done))
    }

    fn drafts(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        if let Face::Page(sheet) = &self.face {
            drafts.extend(sheet.drafts());
        }
        let struck = self
            .struck
            .iter()
            .filter(|(key, _)| !drafts.iter().any(|d| d.key == **key));
        let struck: Vec<Draft> = struck
            .map(|(key, room)| Draft {
                room: *room,
                key: key.clone(),
                words: Words::default(),
            })
            .collect();
        drafts.extend(struck);
        drafts
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}
