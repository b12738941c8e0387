//! A guide, page by page. What stands on a page is in [`block`], the page that is open in [`sheet`], its looks in [`view`];
//! which pages there are and where one left off in [`way`], what is said at the end in [`end`]. Here is the way from one
//! page to the next, and to whom the laptop goes.

mod block;
mod earlier;
mod end;
mod sheet;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod view;
mod way;

use super::{Action, Ctx, Draft, Entry, Here, Place as GoTo, Saving, Screen, names};
use crate::content::schema::{Guide, GuideKind, Keep};
use crate::content::walk::{Sitting, Turn};
use crate::domain::record::{More, Place, Practice};
use crate::domain::{Kind, PersonId, Room, Words};
use crate::ui::access::nav;
use crate::ui::{self, Element, Task};
use block::Effect;
pub use block::Touch;
use chrono::{DateTime, FixedOffset, NaiveDate};
use sheet::Sheet;
use std::collections::BTreeMap;

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
    sealed: Vec<Turn>,
    leaving: Option<Leaving>,
    /// Keys of drafts whose page was saved.
    struck: BTreeMap<String, Room>,
    opened: u32,
    /// A finished guide is read once more: it stays finished, wherever one turns to.
    reading: bool,
    /// The gold at the end is on its way along its seam.
    flows: bool,
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
    /// The guide was gone through on this day, and nobody has said yet how it is to be opened.
    Been(NaiveDate),
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
    /// The next page, or the end.
    Turn(Option<Turn>),
    /// Where guides of this kind are found.
    List,
    /// Nowhere: somebody said that their part is done. It may have been all gold before.
    Stay { gold: bool },
}

/// Which way to turn the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    On,
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
    /// Open a finished guide as it stands.
    Read,
    /// Go through a finished guide once more.
    Again,
    /// This person says that their part is done, or that it was done.
    Finish(PersonId),
    /// The gold has come to the end of its seam.
    Flowed,
    LeaveOpen,
    /// Show every earlier answer beside a block: which opening of the page, which block.
    AllEarlier(u32, usize),
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
    /// The guide at the page where it was left, or with the choice how to open it where it was gone through; nothing where
    /// there is no such guide or no page of it for who is here.
    pub fn new(ctx: &Ctx<'_>, id: &str) -> Option<Self> {
        let guide = ctx.library.guide(id)?;
        let sitting = names::sitting(ctx)?;
        let turns = way::turns(guide, sitting, ctx, &[]);
        if turns.is_empty() {
            return None;
        }
        let mut state = Self {
            guide: id.to_owned(),
            sitting,
            at: way::left_off(ctx, guide, &turns),
            turns,
            face: Face::End,
            holder: None,
            sealed: Vec::new(),
            leaving: None,
            struck: BTreeMap::new(),
            opened: 0,
            reading: false,
            flows: false,
        };
        let sealed = state.turns.iter().copied();
        state.sealed = sealed.filter(|t| state.was_sealed(*t, ctx)).collect();
        match end::gone_through(guide, ctx) {
            Some(day) => {
                state.at = state.turns.len();
                state.face = Face::Been(day);
            }
            None => {
                // Ended quietly in another week: it begins anew.
                if end::is_quiet(guide) && state.at >= state.turns.len() {
                    state.at = 0;
                }
                let _ = state.arrive(ctx);
            }
        }
        Some(state)
    }

    fn guide<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a Guide> {
        ctx.library.guide(&self.guide)
    }

    /// Where one goes from here: the list in which guides of this kind stand.
    fn list(&self, ctx: &Ctx<'_>) -> GoTo {
        match self.guide(ctx).map(|guide| guide.kind) {
            Some(GuideKind::Step(_)) => GoTo::Steps,
            Some(GuideKind::Pillar) => GoTo::Pillars,
            Some(_) | None => GoTo::Library,
        }
    }

    /// Who has to be the one before the screen to see this turn: its writer, while both are here and it is not for both to read.
    fn private_to(&self, turn: Turn, ctx: &Ctx<'_>) -> Option<PersonId> {
        let keep = self.guide(ctx)?.pages.get(turn.page)?.keep;
        turn.writer
            .filter(|_| ctx.here == Here::Both && keep != Keep::Shared)
    }

    /// Whether something was written privately here since both sat down, on an earlier visit to the guide.
    fn was_sealed(&self, turn: Turn, ctx: &Ctx<'_>) -> bool {
        let Some((owner, guide)) = self.private_to(turn, ctx).zip(self.guide(ctx)) else {
            return false;
        };
        let Some(page) = guide.pages.get(turn.page) else {
            return false;
        };
        let of_page = format!("{}/{}/", guide.id, page.id);
        let mut sealed = ctx.sealed.iter();
        sealed.any(|(room, key)| *room == Room::Private(owner) && key.starts_with(&of_page))
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
            Some(owner) if self.sealed.contains(&turn) => {
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

    /// To this turn, or to the end. What was chosen on the page that is left may have brought pages or taken some away.
    fn go(&mut self, turn: Option<Turn>, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        if let Some(guide) = self.guide(ctx) {
            self.turns = way::turns(guide, self.sitting, ctx, &[]);
        }
        self.at = turn
            .and_then(|turn| self.turns.iter().position(|t| *t == turn))
            .unwrap_or(self.turns.len());
        self.flows = false;
        match self.arrive(ctx) {
            Some(person) => Action::Ask(Intent::HandTo(person)),
            None => self.clocks(ctx).map_or(Action::None, Action::Run),
        }
    }

    /// Sets the clocks of the page that was opened.
    fn clocks(&mut self, ctx: &Ctx<'_>) -> Option<Task<Message>> {
        let guide = self.guide(ctx)?;
        let Face::Page(sheet) = &mut self.face else {
            return None;
        };
        let serial = sheet.serial;
        let clocks = sheet.opened(guide, ctx).into_iter();
        let tasks: Vec<_> = clocks
            .map(|(index, task)| task.map(move |touch| Message::Touch(serial, index, touch)))
            .collect();
        (!tasks.is_empty()).then(|| Task::batch(tasks))
    }

    /// Saves what is new on the page, and where one is, then leaves it.
    fn leave(&mut self, way: Way, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let Some(guide) = self.guide(ctx) else {
            return Action::Go(self.list(ctx));
        };
        if self.is_saving(ctx) {
            return Action::None;
        }
        let (mut entries, by) = match &mut self.face {
            Face::Page(sheet) => {
                let by = sheet.writer.unwrap_or_else(|| sheet::author(ctx));
                (sheet.entries(guide, ctx), by)
            }
            Face::Been(_) | Face::Waiting(_) | Face::Sealed(_) | Face::End => {
                (Vec::new(), sheet::author(ctx))
            }
        };
        let turns = way::turns(guide, self.sitting, ctx, &entries);
        let here = self.turns.get(self.at).copied();
        let to = match (way, &self.face) {
            (Way::Back, Face::Been(_)) => Leaving::List,
            (Way::Back, _) => match way::before(&turns, here) {
                Some(turn) => Leaving::Turn(Some(turn)),
                None => Leaving::List,
            },
            (Way::On, _) => Leaving::Turn(way::after(&turns, here)),
        };
        let page = |turn: Turn| guide.pages.get(turn.page);
        match to {
            Leaving::Turn(Some(turn)) if !self.reading => {
                entries.extend(page(turn).map(|p| self.place(guide, &p.id, false, by, ctx)));
            }
            // Where nothing is asked at the end, coming to it is being through.
            Leaving::Turn(None) if !self.reading && end::is_quiet(guide) => {
                let last = turns.last().copied().and_then(page);
                entries.extend(last.map(|p| self.place(guide, &p.id, true, by, ctx)));
            }
            _ => {}
        }
        self.leaving = Some(to);
        if entries.is_empty() {
            self.left(ctx)
        } else {
            Action::Save(entries)
        }
    }

    /// A new round from the first page: what was answered before stands beside empty fields.
    fn again(&mut self, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let guide = self.guide(ctx);
        let first = self.turns.first().copied();
        let page = guide
            .zip(first)
            .and_then(|(guide, turn)| Some((guide, guide.pages.get(turn.page)?)));
        match page {
            Some((guide, page)) if !self.is_saving(ctx) => {
                let mut entry = self.place(guide, &page.id, false, sheet::author(ctx), ctx);
                if let Kind::Place(place) = &mut entry.what {
                    place.again = true;
                }
                self.leaving = Some(Leaving::Turn(first));
                Action::Save(vec![entry])
            }
            _ => Action::None,
        }
    }

    fn finish(&mut self, person: PersonId, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let last = self.turns.last().copied();
        let guide = self.guide(ctx);
        let page = guide
            .zip(last)
            .and_then(|(g, t)| Some((g, g.pages.get(t.page)?)));
        let Some((guide, page)) = page.filter(|_| !self.is_saving(ctx)) else {
            return Action::None;
        };
        let gold = end::is_gold(guide, ctx);
        let mut entries = vec![self.place(guide, &page.id, true, person, ctx)];
        if guide.kind == GuideKind::Practice {
            let done = Practice {
                guide: guide.id.clone(),
                more: More::default(),
            };
            let room = ctx.me().map_or(Room::Shared, Room::Private);
            entries.push(Entry::new(room, person, Kind::Practice(done)));
        }
        self.leaving = Some(Leaving::Stay { gold });
        Action::Save(entries)
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
            if matches!(leaving, Some(Leaving::Turn(_) | Leaving::List)) {
                self.struck
                    .extend(drafts.into_iter().map(|draft| (draft.key, draft.room)));
                if private && sheet.room() != Room::Shared && ctx.here == Here::Both {
                    self.sealed.extend(self.turns.get(self.at));
                }
                // Nothing of the page stays behind, whatever comes next.
                self.face = Face::End;
            }
        }
        match leaving {
            Some(Leaving::Turn(turn)) => self.go(turn, ctx),
            Some(Leaving::List) => Action::Go(self.list(ctx)),
            Some(Leaving::Stay { gold }) => {
                let is_gold = self.guide(ctx).is_some_and(|g| end::is_gold(g, ctx));
                self.flows = is_gold && !gold && !ctx.still();
                Action::None
            }
            None => Action::None,
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
            Message::Back => self.leave(Way::Back, ctx),
            Message::Next => self.leave(Way::On, ctx),
            Message::Read => {
                self.reading = true;
                let first = self.turns.first().copied();
                self.go(first, ctx)
            }
            Message::Again => self.again(ctx),
            Message::PassOver => match self.face {
                Face::Waiting(person) => Action::Ask(Intent::HandTo(person)),
                _ => Action::None,
            },
            Message::WriteAgain => {
                let turn = self.turns.get(self.at).copied();
                self.sealed.retain(|sealed| Some(*sealed) != turn);
                self.go(turn, ctx)
            }
            Message::Finish(person) => self.finish(person, ctx),
            Message::Flowed => {
                self.flows = false;
                Action::None
            }
            Message::AllEarlier(serial, index) => {
                if let Face::Page(sheet) = &mut self.face
                    && sheet.serial == serial
                {
                    sheet.show_all_earlier(index);
                }
                Action::None
            }
            Message::LeaveOpen => Action::Go(self.list(ctx)),
            Message::Handed(person) => {
                self.holder = Some(person);
                match self.face {
                    Face::Waiting(_) => {
                        let turn = self.turns.get(self.at).copied();
                        self.go(turn, ctx)
                    }
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

    fn opened(&mut self, ctx: &Ctx<'_>) -> Task<Message> {
        self.clocks(ctx).unwrap_or_else(Task::none)
    }

    fn here_until(&self, _ctx: &Ctx<'_>) -> Option<DateTime<FixedOffset>> {
        let Face::Page(sheet) = &self.face else {
            return None;
        };
        sheet.blocks().filter_map(|(_, b)| b.here_until()).max()
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}
