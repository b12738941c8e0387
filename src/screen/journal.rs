//! A private page: writing it, keeping it, reading an old one, deleting it for good.
//!
//! It exists only for one who is here alone. What is typed is sealed as a draft; keeping a page makes an entry of it.

mod page;
mod pages;

use super::{Action, Ctx, Draft, Entry, Screen};
use crate::domain::amend::Current;
use crate::domain::record::{self, More};
use crate::domain::{Kind, PersonId, RecordId, Room, Words};
use crate::text::journal as words;
use crate::ui::controls::{Edit, WritingContent, danger, secondary};
use crate::ui::scale::Width;
use crate::ui::{Element, dialog};
use chrono::{DateTime, Datelike, FixedOffset};

/// The page being written is sealed under these.
const TITLE: &str = "journal/new/title";
const TEXT: &str = "journal/new";

#[derive(Debug)]
pub struct State {
    /// Whose page it is.
    writer: Option<PersonId>,
    title: Words,
    text: WritingContent,
    /// Which of the questions to begin with is shown.
    prompt: usize,
    /// An old page; otherwise the one being written.
    reading: Option<RecordId>,
    /// Where there is no room for both, the list takes the place of the page.
    listed: bool,
    deleting: bool,
    after: After,
}

/// What a save that is under way was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    /// Show the page that was kept.
    Read,
    /// Go on with a blank one.
    Blank,
}

#[derive(Debug, Clone)]
pub enum Message {
    Title(Words),
    Text(Edit),
    Another,
    Keep,
    New,
    Read(RecordId),
    /// Back to the page that is being written.
    Write,
    List(bool),
    Delete,
    DoNotDelete,
    DeleteForGood,
    Saved,
    NotSaved,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Out of the private room, its earlier copies and the backups, for good.
    Delete(RecordId),
}

/// An entry as it stands.
#[derive(Debug, Clone, Copy)]
struct Kept<'a> {
    id: RecordId,
    at: DateTime<FixedOffset>,
    journal: &'a record::Journal,
}

impl Kept<'_> {
    /// Its title, or its first words.
    fn name(&self) -> String {
        let title = self.journal.title.trim();
        let text = self.journal.text.trim();
        let shown = if title.is_empty() { text } else { title };
        let line = shown.lines().next().unwrap_or_default();
        if line.is_empty() {
            words::UNTITLED.to_owned()
        } else {
            line.to_owned()
        }
    }
}

/// The pages of the one who is here, newest first.
fn kept<'a>(ctx: &Ctx<'a>) -> Vec<Kept<'a>> {
    let Some(me) = ctx.me() else {
        return Vec::new();
    };
    let own = ctx.own.iter();
    let current = Current::of(own.filter(|r| r.by == me && matches!(r.what, Kind::Journal(_))));
    let mut pages: Vec<Kept<'a>> = current
        .iter()
        .filter_map(|standing| match &standing.now.what {
            Kind::Journal(journal) => Some(Kept {
                id: standing.id(),
                at: standing.at(),
                journal,
            }),
            _ => None,
        })
        .collect();
    pages.sort_by_key(|page| std::cmp::Reverse((page.at, page.id)));
    pages
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let draft = |key: &str| ctx.drafts.get(key).cloned().unwrap_or_default();
        Self {
            writer: ctx.me(),
            title: draft(TITLE),
            text: WritingContent::with_text(&draft(TEXT)),
            // Another question each day, the same all day.
            prompt: usize::try_from(ctx.today().num_days_from_ce()).unwrap_or_default(),
            reading: None,
            listed: false,
            deleting: false,
            after: After::Nothing,
        }
    }

    fn is_blank(&self) -> bool {
        self.title.is_blank() && self.text.text().trim().is_empty()
    }

    fn clear(&mut self) {
        self.title = Words::default();
        self.text = WritingContent::new();
    }

    fn keep(&mut self, after: After) -> Action<Message, Intent> {
        let Some(me) = self.writer else {
            return Action::None;
        };
        if self.is_blank() || self.after != After::Nothing {
            return Action::None;
        }
        self.after = after;
        let journal = record::Journal {
            title: self.title.trim().into(),
            text: self.text.text().trim_end().into(),
            more: More::default(),
        };
        let entry = Entry::new(Room::Private(me), me, Kind::Journal(journal));
        Action::Save(vec![entry])
    }

    /// The old page that is open, as long as it exists.
    fn open<'a>(&self, pages: &[Kept<'a>]) -> Option<Kept<'a>> {
        let id = self.reading?;
        pages.iter().find(|page| page.id == id).copied()
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Title(title) => self.title = title,
            Message::Text(edit) => {
                self.text.apply(edit);
            }
            Message::Another => self.prompt = self.prompt.wrapping_add(1),
            Message::Keep => return self.keep(After::Read),
            Message::New => {
                self.listed = false;
                if self.reading.take().is_none() {
                    return self.keep(After::Blank);
                }
            }
            Message::Read(id) => {
                self.reading = Some(id);
                self.listed = false;
            }
            Message::Write => {
                self.reading = None;
                self.listed = false;
            }
            Message::List(open) => self.listed = open,
            Message::Delete => self.deleting = true,
            Message::DoNotDelete => self.deleting = false,
            Message::DeleteForGood => {
                self.deleting = false;
                if let Some(id) = self.reading.take() {
                    return Action::Ask(Intent::Delete(id));
                }
            }
            Message::Saved => {
                match std::mem::replace(&mut self.after, After::Nothing) {
                    After::Nothing => return Action::None,
                    After::Read => self.reading = kept(ctx).first().map(|page| page.id),
                    After::Blank => {}
                }
                self.clear();
            }
            Message::NotSaved => self.after = After::Nothing,
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let kept = kept(ctx);
        if ctx.width() >= Width::Wide {
            pages::beside(self, ctx, &kept, page::page(self, ctx, &kept))
        } else if self.listed {
            pages::alone(self, ctx, &kept)
        } else {
            page::page(self, ctx, &kept)
        }
    }

    fn dialog<'a>(&'a self, _ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        self.deleting.then(|| {
            dialog::dialog(
                words::DELETE_TITLE,
                words::DELETE_MEANS,
                [
                    secondary(words::KEEP_IT)
                        .on_press(Message::DoNotDelete)
                        .into(),
                    danger(words::DELETE)
                        .on_press(Message::DeleteForGood)
                        .into(),
                ],
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
        vec![
            draft(TITLE, self.title.clone()),
            draft(TEXT, self.text.text().into()),
        ]
    }

    fn escape(&self) -> Option<Message> {
        if self.deleting {
            Some(Message::DoNotDelete)
        } else if self.listed {
            Some(Message::List(false))
        } else {
            self.reading.map(|_| Message::Write)
        }
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}
