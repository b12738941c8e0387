//! The page that is open: its blocks, what they held when it was opened, and what of it has to be kept.

use super::block::{self, Block, Effect, Scene, Touch};
use crate::content::schema::{self, Guide, Keep, Page, Softener, Whose};
use crate::content::walk::{Sitting, Turn};
use crate::domain::answers::{self, At, Rounds};
use crate::domain::record::{Answer, AnswerValue, More};
use crate::domain::{Kind, Part, PersonId, Record, Room, Words};
use crate::screen::names;
use crate::screen::{Ctx, Draft, Entry};
use crate::ui::Task;
use chrono::NaiveDate;

/// Marks a draft that is not plain words.
const STRUCTURED: char = '\u{1f}';

pub(super) struct Sheet {
    /// Tells this opening of the page from another one, for clocks set on it.
    pub(super) serial: u32,
    pub(super) writer: Option<PersonId>,
    pub(super) keep: Keep,
    /// Whether the writer chose to show an `OfferToShare` page.
    pub(super) shown: bool,
    /// It was shown before, and that cannot be taken back.
    pub(super) was_shown: bool,
    pub(super) title: String,
    pub(super) lead: String,
    /// The page is written for one part, and its writer did not say that theirs is that one alone.
    pub(super) may_not_fit: Option<Part>,
    page: usize,
    blocks: Vec<Placed>,
    /// The field one is writing in, or last was.
    writing: Option<usize>,
}

struct Placed {
    /// Under which it is stored; blank where it stores nothing.
    id: String,
    /// Under which it is drafted, `guide/page/block`; blank where nothing is typed in it.
    key: String,
    /// What it asks, with the names in it.
    prompt: String,
    block: Box<dyn Block>,
    /// It stays with the writer, however the page is kept.
    stays: bool,
    was: Option<Was>,
    /// What is on its way to the store.
    sent: Option<Was>,
    /// Answers of earlier rounds, newest first.
    earlier: Vec<Earlier>,
    all_earlier: bool,
}

/// What was answered here when the guide was gone through before.
pub(super) struct Earlier {
    pub(super) on: NaiveDate,
    pub(super) words: String,
}

/// The earlier answers of one block, as far as they are to be seen.
pub(super) struct Before<'a> {
    pub(super) index: usize,
    pub(super) shown: &'a [Earlier],
    pub(super) has_more: bool,
}

/// How many earlier answers stand beside a block before anyone asks for more.
const FEW: usize = 3;

#[derive(Clone, PartialEq)]
struct Was {
    room: Room,
    value: AnswerValue,
}

impl Sheet {
    pub(super) fn open(
        guide: &Guide,
        turn: Turn,
        sitting: Sitting,
        serial: u32,
        ctx: &Ctx<'_>,
    ) -> Option<Self> {
        let page = guide.pages.get(turn.page)?;
        let names = names::of_turn(guide, turn, sitting, ctx.household);
        let fill = |text: &str| names::filled(text, &names);
        let mut blocks: Vec<Placed> = page
            .blocks
            .iter()
            .filter_map(|b| {
                let mut placed = Placed::new(block::of(b, page, &fill)?);
                let id = b.id().unwrap_or_default();
                let draft = if id.is_empty() {
                    placed.block.draft_key()
                } else {
                    id
                };
                if !draft.is_empty() {
                    placed.key = format!("{}/{}/{draft}", guide.id, page.id);
                }
                placed.id = id.to_owned();
                placed.prompt = ctx.library.prompt(b).map(&fill).unwrap_or_default();
                Some(placed)
            })
            .collect();
        watch(page, &mut blocks, &fill);
        if turn.writer.is_none()
            && let Some(replies) = block::Replies::of(guide, page)
        {
            blocks.push(Placed::new(Box::new(replies)));
        }
        let mut sheet = Self {
            serial,
            writer: turn.writer,
            keep: page.keep,
            shown: false,
            was_shown: false,
            title: fill(&page.title),
            lead: fill(&page.lead),
            may_not_fit: turn.writer.and_then(|who| may_not_fit(page, who, sitting)),
            page: turn.page,
            blocks,
            writing: None,
        };
        sheet.restore(guide, page, ctx);
        Some(sheet)
    }

    /// What was stored, and over it what was being typed when the page was last left.
    fn restore(&mut self, guide: &Guide, page: &Page, ctx: &Ctx<'_>) {
        let mut shown: Vec<bool> = Vec::new();
        for i in 0..self.blocks.len() {
            let scene = self.scene(guide, ctx, i);
            let Some(placed) = self.blocks.get_mut(i).filter(|p| !p.key.is_empty()) else {
                continue;
            };
            placed.stays = placed.block.never_shown(&scene);
            let at = At {
                guide: &guide.id,
                page: &page.id,
                block: &placed.id,
            };
            let Rounds { current, earlier } = stored(ctx, scene.writer, at);
            let earlier = earlier.into_iter().filter_map(|answer| {
                Some(Earlier {
                    on: answer.at.date_naive(),
                    words: block::read_back(placed.block.as_ref(), &answer.value, ctx.library)?,
                })
            });
            placed.earlier = earlier.collect();
            if let Some(found) = current {
                let is_shared = ctx.shared.iter().any(|r| r.id == found.id);
                let room = if is_shared {
                    Room::Shared
                } else {
                    Room::Private(found.by)
                };
                placed.block.restore(&found.value, &scene);
                shown.extend(if placed.stays {
                    placed.block.was_shown(&scene)
                } else {
                    Some(is_shared)
                });
                placed.was = Some(Was {
                    room,
                    value: found.value,
                });
            }
            if let Some(draft) = ctx.drafts.get(&placed.key)
                && let Some(value) = unpack(draft)
            {
                placed.block.restore(&value, &scene);
            }
        }
        if self.keep == Keep::OfferToShare {
            self.shown = !shown.is_empty() && shown.into_iter().all(|is_shown| is_shown);
            self.was_shown = self.shown;
        }
    }

    fn page<'g>(&self, guide: &'g Guide) -> Option<&'g Page> {
        guide.pages.get(self.page)
    }

    /// Where what is written on this page goes.
    pub(super) fn room(&self) -> Room {
        match (self.writer, self.keep) {
            (None, _) | (_, Keep::Shared) => Room::Shared,
            (Some(_), Keep::OfferToShare) if self.shown => Room::Shared,
            (Some(writer), _) => Room::Private(writer),
        }
    }

    /// Where it is kept while it is being written, whatever will be chosen.
    fn draft_room(&self, placed: &Placed) -> Room {
        match (self.writer, self.keep) {
            (Some(writer), _) if placed.stays => Room::Private(writer),
            (None, _) | (_, Keep::Shared) => Room::Shared,
            (Some(writer), _) => Room::Private(writer),
        }
    }

    pub(super) fn scene<'a>(&self, guide: &'a Guide, ctx: &Ctx<'a>, index: usize) -> Scene<'a> {
        Scene {
            ctx: *ctx,
            guide,
            writer: self.writer,
            by: self.writer.unwrap_or_else(|| author(ctx)),
            room: self.room(),
            index,
            is_only: self.kept().count() == 1,
        }
    }

    pub(super) fn blocks(&self) -> impl Iterator<Item = (usize, &dyn Block)> {
        self.blocks
            .iter()
            .map(|placed| placed.block.as_ref())
            .enumerate()
    }

    /// Whether anything that is written or chosen on the page is kept.
    pub(super) fn keeps_anything(&self, guide: &Guide) -> bool {
        let page = self.page(guide);
        page.is_some_and(|page| page.blocks.iter().any(schema::Block::keeps_an_answer))
    }

    /// Whether all of it stays with its writer, however the page is kept.
    pub(super) fn stays_private(&self) -> bool {
        self.kept().all(|placed| placed.stays)
    }

    /// Whether some of it stays with its writer where the page is shown.
    pub(super) fn keeps_some_back(&self) -> bool {
        self.kept().any(|placed| placed.stays)
    }

    fn kept(&self) -> impl Iterator<Item = &Placed> {
        self.blocks.iter().filter(|placed| !placed.key.is_empty())
    }

    /// Sets the clocks of the page; each comes back as what is done to a block.
    pub(super) fn opened(&mut self, guide: &Guide, ctx: &Ctx<'_>) -> Vec<(usize, Task<Touch>)> {
        let mut clocks = Vec::new();
        for i in 0..self.blocks.len() {
            let scene = self.scene(guide, ctx, i);
            if let Some(placed) = self.blocks.get_mut(i)
                && let Effect::Run(task) = placed.block.opened(&scene)
            {
                clocks.push((i, task));
            }
        }
        clocks
    }

    /// What this block was answered with in earlier rounds, if anything.
    pub(super) fn before(&self, index: usize) -> Option<Before<'_>> {
        let placed = self.blocks.get(index)?;
        let all = placed.earlier.as_slice();
        let few = all.get(..FEW).filter(|_| !placed.all_earlier);
        let shown = few.unwrap_or(all);
        (!shown.is_empty()).then_some(Before {
            index,
            shown,
            has_more: shown.len() < all.len(),
        })
    }

    /// The question of a block, where it asks one.
    pub(super) fn prompt(&self, index: usize) -> &str {
        self.blocks.get(index).map_or("", |p| p.prompt.as_str())
    }

    pub(super) fn show_all_earlier(&mut self, index: usize) {
        if let Some(placed) = self.blocks.get_mut(index) {
            placed.all_earlier = true;
        }
    }

    pub(super) fn touch(
        &mut self,
        index: usize,
        touch: Touch,
        guide: &Guide,
        ctx: &Ctx<'_>,
    ) -> Effect {
        if matches!(touch, Touch::Write(_) | Touch::Type(..)) {
            self.writing = Some(index);
        }
        let scene = self.scene(guide, ctx, index);
        match self.blocks.get_mut(index) {
            Some(placed) => placed.block.touch(touch, &scene),
            None => Effect::None,
        }
    }

    /// Puts a phrase into the field one is writing in, or the first there is. Says which that is.
    pub(super) fn insert(&mut self, phrase: &str) -> Option<usize> {
        // The marks that hold a name apart from the sentence are for reading: nothing unseen goes into what one writes.
        let phrase = &phrase.replace(names::ISOLATES, "");
        let (lines, areas): (Vec<usize>, Vec<usize>) = (0..self.blocks.len())
            .partition(|i| self.blocks.get(*i).is_some_and(|p| p.block.is_line()));
        let order = self.writing.into_iter().chain(areas).chain(lines);
        let mut found = None;
        for i in order {
            if let Some(placed) = self.blocks.get_mut(i)
                && placed.block.begin_with(phrase)
            {
                found = Some(i);
                break;
            }
        }
        self.writing = found.or(self.writing);
        found
    }

    /// Everything on the page that differs from what is stored.
    pub(super) fn entries(&mut self, guide: &Guide, ctx: &Ctx<'_>) -> Vec<Entry> {
        let Some(page) = self.page(guide) else {
            return Vec::new();
        };
        let records: Vec<&Record> = ctx.own.iter().chain(ctx.shared).collect();
        let mut entries = Vec::new();
        for i in 0..self.blocks.len() {
            let scene = self.scene(guide, ctx, i);
            let Some(placed) = self.blocks.get_mut(i) else {
                continue;
            };
            entries.extend(placed.block.entries(&scene));
            let room = match self.writer {
                Some(writer) if placed.stays => Room::Private(writer),
                _ => scene.room,
            };
            let Some(now) = placed.change(room) else {
                continue;
            };
            let by = placed.block.speaker().unwrap_or(scene.by);
            let by = self.writer.unwrap_or(by);
            if now.value != withdrawn()
                && let Some(record) = placed.block.record(&scene)
            {
                let amends = placed
                    .was
                    .as_ref()
                    .filter(|was| was.room == room)
                    .and_then(|was| placed.block.amends(&was.value, &records, by));
                entries.push(Entry {
                    amends,
                    ..Entry::new(room, by, record)
                });
            }
            let answer = Kind::Answer(Answer {
                guide: guide.id.clone(),
                page: page.id.clone(),
                block: placed.id.clone(),
                value: now.value.clone(),
                more: More::default(),
            });
            entries.push(Entry::new(room, by, answer));
            placed.sent = Some(now);
        }
        entries
    }

    /// What was on its way is on disk. Says whether any of it went into a private room.
    pub(super) fn arrived(&mut self) -> bool {
        let mut private = false;
        for placed in &mut self.blocks {
            if let Some(sent) = placed.sent.take() {
                private |= sent.room != Room::Shared;
                placed.was = Some(sent);
            }
        }
        private
    }

    /// Every field, blank where it says what is stored already.
    pub(super) fn drafts(&self) -> Vec<Draft> {
        self.kept()
            .map(|placed| {
                let value = placed.block.stores();
                let was = placed.was.as_ref().map(|was| &was.value);
                let words = match &value {
                    Some(value) if Some(value) != was => pack(value),
                    _ => Words::default(),
                };
                Draft {
                    room: self.draft_room(placed),
                    key: placed.key.clone(),
                    words,
                }
            })
            .collect()
    }
}

impl Placed {
    /// A block that stores nothing, as long as it has no id.
    fn new(block: Box<dyn Block>) -> Self {
        Self {
            id: String::new(),
            key: String::new(),
            prompt: String::new(),
            block,
            stays: false,
            was: None,
            sent: None,
            earlier: Vec::new(),
            all_earlier: false,
        }
    }

    /// What has to be stored, if anything. Showing what was private stores it again, in the shared room.
    fn change(&self, room: Room) -> Option<Was> {
        if self.id.is_empty() {
            return None;
        }
        let moved = |was: &Was| room == Room::Shared && was.room != Room::Shared;
        let value = match (self.block.stores(), &self.was) {
            (Some(value), Some(was)) if value == was.value && !moved(was) => return None,
            (Some(value), _) => value,
            (None, Some(was)) if was.value != withdrawn() => withdrawn(),
            (None, _) => return None,
        };
        Some(Was { room, value })
    }
}

/// The part a page is written for, where it came to somebody who did both or would rather not say, or to each of two with
/// one part between them.
fn may_not_fit(page: &Page, writer: PersonId, sitting: Sitting) -> Option<Part> {
    let written_for = match page.whose {
        Whose::Hurt => Part::WasHurt,
        Whose::BrokeTrust => Part::BrokeTrust,
        Whose::Each | Whose::Together | Whose::Alone | Whose::Whoever => return None,
    };
    let said = match sitting {
        Sitting::Together { second, .. } if second.0 == writer => second.1,
        Sitting::Together { first, .. } => first.1,
        Sitting::Alone { part, .. } => part,
    };
    (said != written_for).then_some(written_for)
}

/// An answer that was taken back.
fn withdrawn() -> AnswerValue {
    AnswerValue::Text(Words::default())
}

/// In whose name a page of both is kept: the first who showed that they are here.
pub(super) fn author(ctx: &Ctx<'_>) -> PersonId {
    let people = || ctx.household.people.iter().map(|p| p.id);
    ctx.me()
        .or_else(|| people().find(|id| ctx.proved.contains(id)))
        .or_else(|| people().next())
        .unwrap_or(PersonId::from_random(0))
}

/// What this person stored at a place, round by round, or, on a page of both, the last of either.
fn stored(ctx: &Ctx<'_>, writer: Option<PersonId>, at: At<'_>) -> Rounds {
    match writer {
        Some(writer) => answers::rounds(ctx.own.iter().chain(ctx.shared), &[writer], at),
        None => {
            let people: Vec<PersonId> = ctx.household.people.iter().map(|p| p.id).collect();
            answers::rounds(ctx.shared, &people, at)
        }
    }
}

fn watch(page: &Page, blocks: &mut [Placed], fill: &dyn Fn(&str) -> String) {
    for b in &page.blocks {
        if let schema::Block::Flag(flag) = b {
            let words: Vec<Softener> = flag
                .words
                .iter()
                .map(|s| Softener {
                    word: s.word.clone(),
                    why: fill(&s.why),
                })
                .collect();
            for placed in blocks.iter_mut().filter(|p| flag.on.contains(&p.id)) {
                placed.block.watch(&words);
            }
        }
    }
}

fn pack(value: &AnswerValue) -> Words {
    match value {
        AnswerValue::Text(words) => words.clone(),
        other => serde_json::to_string(other)
            .map(|json| format!("{STRUCTURED}{json}"))
            .unwrap_or_default()
            .into(),
    }
}

fn unpack(draft: &Words) -> Option<AnswerValue> {
    match draft.strip_prefix(STRUCTURED) {
        Some(json) => serde_json::from_str(json).ok(),
        None if draft.is_blank() => None,
        None => Some(AnswerValue::Text(draft.clone())),
    }
}
