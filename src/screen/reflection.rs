//! Stay, pause or leave: a private look at the signs and at each of the three, with the same weight for each.
//!
//! It exists only for one who is here alone, and everything it keeps goes to their private room. No answer changes anything on
//! the page but the way to help beside a sign of abuse or fear: there is no verdict, no count and no colour.

mod earlier;
mod write;

use super::{Action, Ctx, Draft, Entry, Place, Screen, pieces};
use crate::domain::reflections::{self, Look, Replies, Reply};
use crate::domain::{PersonId, RecordId, Room, Words};
use crate::text::reflection as words;
use crate::ui::access::nav;
use crate::ui::controls::{Edit, WritingContent};
use crate::ui::{Element, Task};

/// What is answered and written is sealed under these until it is kept.
const SIGNS: &str = "reflection/signs";
const CONDITIONS: &str = "reflection/conditions";
const AS_IT_IS_NOW: &str = "reflection/as-it-is-now";

/// How many earlier ones are shown at first, and each time more are asked for.
const AT_A_TIME: usize = 5;

pub struct State {
    /// Whose reflection it is.
    writer: Option<PersonId>,
    signs: Replies,
    conditions: Replies,
    as_it_is_now: WritingContent,
    /// Stay, pause and leave.
    ways: [WritingContent; 3],
    /// What is on its way to be kept.
    sent: Option<Sent>,
    /// How many of the earlier ones are shown in place of the page.
    reading: Option<usize>,
    /// What is to be deleted, once that is confirmed.
    deleting: Option<Vec<RecordId>>,
}

/// Prints nothing of what was answered.
impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State").finish_non_exhaustive()
    }
}

struct Sent {
    look: Look,
    failed: bool,
}

/// One of the three, in the order in which they always stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Stay,
    Pause,
    Leave,
}

impl Way {
    const ALL: [Self; 3] = [Self::Stay, Self::Pause, Self::Leave];

    fn draft(self) -> &'static str {
        match self {
            Self::Stay => "reflection/stay",
            Self::Pause => "reflection/pause",
            Self::Leave => "reflection/leave",
        }
    }
}

/// Which of the two lists a sign stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Signs,
    Conditions,
}

#[derive(Debug, Clone)]
pub enum Message {
    /// A sign by its id. The same answer again takes it back.
    Replied(List, String, Reply),
    AsItIsNow(Edit),
    Write(Way, Edit),
    Keep,
    /// The earlier ones in place of the page, or the page again.
    Read(bool),
    Older,
    Delete(Vec<RecordId>),
    DoNotDelete,
    DeleteForGood,
    Go(Place),
    Saved,
    NotSaved,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Out of the private room, its earlier copies and the backups, for good.
    Delete(Vec<RecordId>),
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let draft = |key: &str| ctx.drafts.get(key).cloned().unwrap_or_default();
        let writing = |key: &str| WritingContent::with_text(&draft(key));
        Self {
            writer: ctx.me(),
            signs: replies(&draft(SIGNS)),
            conditions: replies(&draft(CONDITIONS)),
            as_it_is_now: writing(AS_IT_IS_NOW),
            ways: Way::ALL.map(|way| writing(way.draft())),
            sent: None,
            reading: None,
            deleting: None,
        }
    }

    /// What stands on the page now.
    fn look(&self) -> Look {
        let [stay, pause, leave] = self.ways.each_ref().map(|way| Words::from(way.text()));
        Look {
            signs: self.signs.clone(),
            conditions: self.conditions.clone(),
            as_it_is_now: self.as_it_is_now.text().into(),
            stay,
            pause,
            leave,
        }
    }

    fn is_saving(&self) -> bool {
        self.sent.as_ref().is_some_and(|sent| !sent.failed)
    }

    fn keep(&mut self) -> Action<Message, Intent> {
        let (Some(me), false) = (self.writer, self.is_saving()) else {
            return Action::None;
        };
        let look = self.look();
        if look.is_blank() {
            return Action::None;
        }
        let entry = |what| Entry::new(Room::Private(me), me, what);
        let entries = look.kinds().into_iter().map(entry).collect();
        self.sent = Some(Sent {
            look,
            failed: false,
        });
        Action::Save(entries)
    }

    /// Words that were added while the rest was being kept stay on the page.
    fn kept(&mut self) -> Action<Message, Intent> {
        let Some(sent) = self.sent.take() else {
            return Action::None;
        };
        if self.look() != sent.look {
            return Action::None;
        }
        *self = Self {
            writer: self.writer,
            signs: Replies::new(),
            conditions: Replies::new(),
            as_it_is_now: WritingContent::new(),
            ways: Default::default(),
            sent: None,
            reading: None,
            deleting: None,
        };
        self.read()
    }

    fn read(&mut self) -> Action<Message, Intent> {
        self.reading = Some(AT_A_TIME);
        Action::Run(Task::batch([
            pieces::to_the_top(),
            nav::to(earlier::BACK_TO_THE_PAGE),
        ]))
    }

    fn reply(&mut self, list: List, id: String, reply: Reply) {
        let replies = match list {
            List::Signs => &mut self.signs,
            List::Conditions => &mut self.conditions,
        };
        if replies.get(&id) == Some(&reply) {
            replies.remove(&id);
        } else {
            replies.insert(id, reply);
        }
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Replied(list, id, reply) => self.reply(list, id, reply),
            Message::AsItIsNow(edit) => {
                self.as_it_is_now.apply(edit);
            }
            Message::Write(way, edit) => {
                self.ways[way as usize].apply(edit);
            }
            Message::Keep => return self.keep(),
            Message::Read(true) => return self.read(),
            Message::Read(false) => {
                self.reading = None;
                return Action::Run(Task::batch([pieces::to_the_top(), nav::to(write::EARLIER)]));
            }
            Message::Older => {
                self.reading = self.reading.map(|shown| shown.saturating_add(AT_A_TIME));
            }
            Message::Delete(ids) => self.deleting = Some(ids),
            Message::DoNotDelete => self.deleting = None,
            Message::DeleteForGood => {
                if let Some(ids) = self.deleting.take() {
                    return Action::Ask(Intent::Delete(ids));
                }
            }
            Message::Go(place) => return Action::Go(place),
            Message::Saved => return self.kept(),
            Message::NotSaved => {
                if let Some(sent) = &mut self.sent {
                    sent.failed = true;
                }
            }
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let Some(me) = ctx.me() else {
            return crate::ui::blank();
        };
        let kept = reflections::of(ctx.own, me);
        match self.reading {
            Some(shown) if !kept.is_empty() => earlier::page(ctx, kept, shown),
            _ => write::page(self, ctx, !kept.is_empty()),
        }
    }

    fn dialog<'a>(&'a self, _ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        self.deleting.is_some().then(|| {
            pieces::really_delete(
                (words::DELETE_TITLE, words::DELETE_MEANS),
                (words::KEEP_IT, Message::DoNotDelete),
                (words::DELETE, Message::DeleteForGood),
            )
        })
    }

    fn drafts(&self) -> Vec<Draft> {
        let Some(writer) = self.writer else {
            return Vec::new();
        };
        let draft = |key: &str, words| Draft {
            room: Room::Private(writer),
            key: key.to_owned(),
            words,
        };
        let mut drafts = vec![
            draft(SIGNS, replied(&self.signs)),
            draft(CONDITIONS, replied(&self.conditions)),
            draft(AS_IT_IS_NOW, self.as_it_is_now.text().into()),
        ];
        let ways = Way::ALL.into_iter().zip(&self.ways);
        drafts.extend(ways.map(|(way, said)| draft(way.draft(), said.text().into())));
        drafts
    }

    fn escape(&self) -> Option<Message> {
        if self.deleting.is_some() {
            Some(Message::DoNotDelete)
        } else {
            self.reading.map(|_| Message::Read(false))
        }
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

/// Answers as a draft holds them: `not-safe:no openness:yes`.
fn replied(replies: &Replies) -> Words {
    let each = replies
        .iter()
        .map(|(id, reply)| format!("{id}:{}", reply.id()));
    each.collect::<Vec<_>>().join(" ").into()
}

fn replies(draft: &str) -> Replies {
    let each = draft.split_whitespace().filter_map(|each| {
        let (id, reply) = each.rsplit_once(':')?;
        Some((id.to_owned(), Reply::from_id(reply)?))
    });
    each.collect()
}

fn reply_word(reply: Reply) -> &'static str {
    match reply {
        Reply::Yes => words::YES,
        Reply::NotSure => words::NOT_SURE,
        Reply::No => words::NO,
    }
}
