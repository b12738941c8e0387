//! A private page: writing it, keeping it, reading an old one, deleting it for good.
//!
//! It exists only for one who is here alone. What is typed is sealed as a draft; keeping a page makes an entry of it.

mod calendar;
mod months;
mod page;
mod pages;

use super::sent::Sent;
use super::{Action, Ctx, Draft, Entry, Saving, Screen, pieces};
use crate::domain::record::{self, More};
use crate::domain::{Kind, PersonId, RecordId, Room, Words};
use crate::text::journal as words;
use crate::ui::Element;
use crate::ui::controls::{Edit, WritingContent};
use crate::ui::scale::Width;
use chrono::{Datelike, NaiveDate};
use months::{Month, Shelf, Shown};

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
    /// The month one turned to; otherwise the list is at the page that is open, or at the newest.
    month: Option<Month>,
    shelf: Shelf,
    /// Where there is no room for both, the list takes the place of the page.
    listed: bool,
    deleting: bool,
    sent: Sent,
    after: After,
    /// How the page read when it was last sent, or was found as a draft: on disk it may stand like this by now.
    stood: Option<record::Journal>,
    /// The entry that holds the page as it stood before it was changed. Kept again, the page takes its place.
    kept_as: Option<RecordId>,
}

/// What comes once the page that was sent is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
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
    /// Another month of the list, by its first day.
    Month(NaiveDate),
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

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let draft = |key: &str| ctx.drafts.get(key).cloned().unwrap_or_default();
        let mut state = Self {
            writer: ctx.me(),
            title: draft(TITLE),
            text: WritingContent::with_text(&draft(TEXT)),
            // Another question each day, the same all day.
            prompt: usize::try_from(ctx.today().num_days_from_ce()).unwrap_or_default(),
            reading: None,
            month: None,
            shelf: Shelf::default(),
            listed: false,
            deleting: false,
            sent: Sent::No,
            after: After::Read,
            stood: None,
            kept_as: None,
        };
        state.stood = (!state.is_blank()).then(|| state.page());
        if state.on_disk(ctx).is_some() {
            // It was kept after one had left the page.
            state.clear();
        }
        state
    }

    fn is_blank(&self) -> bool {
        self.title.is_blank() && self.text.text().trim().is_empty()
    }

    fn clear(&mut self) {
        self.title = Words::default();
        self.text = WritingContent::new();
        (self.stood, self.kept_as) = (None, None);
    }

    fn changed(&mut self) {
        self.sent.changed();
        if self.is_blank() {
            // What is written now is another page.
            (self.stood, self.kept_as) = (None, None);
        }
    }

    /// The page as it would be kept.
    fn page(&self) -> record::Journal {
        record::Journal {
            title: self.title.trim().into(),
            text: self.text.text().trim_end().into(),
            more: More::default(),
        }
    }

    /// The entry that holds the page as it stood, where that was the last one kept.
    fn on_disk(&self, ctx: &Ctx<'_>) -> Option<RecordId> {
        let me = self.writer?;
        let stood = self.stood.as_ref()?;
        let (last, journal) = ctx.own.iter().rev().find_map(|r| match &r.what {
            Kind::Journal(journal) if r.by == me => Some((r, journal)),
            _ => None,
        })?;
        (journal == stood).then(|| last.amends.unwrap_or(last.id))
    }

    fn keep(&mut self, after: After, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let Some(me) = self.writer else {
            return Action::None;
        };
        if self.is_blank() || self.sent.is_under_way() || *ctx.saving == Saving::Busy {
            return Action::None;
        }
        (self.sent, self.after) = (Sent::UnderWay, after);
        let page = self.page();
        let mut entry = Entry::new(Room::Private(me), me, Kind::Journal(page.clone()));
        entry.again = self.stood.replace(page).is_some();
        // One that was deleted meanwhile is not brought back.
        entry.amends = self.kept_as.filter(|id| self.shelf.holds(ctx, *id));
        Action::Save(vec![entry])
    }

    fn shown<'a>(&self, ctx: &Ctx<'a>) -> Shown<'a> {
        self.shelf.shown(ctx, self.month, self.reading)
    }

    fn turn(&mut self, month: Month, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        let from = self.shown(ctx).month;
        self.month = Some(month);
        let shown = self.shown(ctx);
        // An arrow that has no further month to go to loses the focus, which would begin anew at the sidebar.
        let other = match from {
            Some(from) if month < from && shown.earlier.is_none() => Some(pages::LATER),
            Some(from) if month > from && shown.later.is_none() => Some(pages::EARLIER),
            _ => None,
        };
        Action::Run(pages::at_the_top(other))
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Title(title) => {
                self.title = title;
                self.changed();
            }
            Message::Text(edit) => {
                if self.text.apply(edit) {
                    self.changed();
                }
            }
            Message::Another => self.prompt = self.prompt.wrapping_add(1),
            Message::Keep => return self.keep(After::Read, ctx),
            Message::New => {
                (self.listed, self.month) = (false, None);
                if self.reading.take().is_none() {
                    return self.keep(After::Blank, ctx);
                }
            }
            Message::Read(id) => {
                self.reading = Some(id);
                self.listed = false;
            }
            Message::Month(month) => return self.turn(month, ctx),
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
                let sent = self.sent.arrived();
                let kept = self.on_disk(ctx);
                if kept.is_some() && self.stood.as_ref() == Some(&self.page()) {
                    if sent && self.after == After::Read {
                        self.reading = kept;
                    }
                    self.month = None;
                    self.clear();
                } else {
                    self.kept_as = kept.or(self.kept_as);
                }
            }
            Message::NotSaved => self.sent.failed(),
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let shown = self.shown(ctx);
        if ctx.width() >= Width::Wide {
            let page = page::page(self, ctx, shown.open);
            pages::beside(self, ctx, &shown, page)
        } else if self.listed {
            pages::alone(self, ctx, &shown)
        } else {
            page::page(self, ctx, shown.open)
        }
    }

    fn dialog<'a>(&'a self, _ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        self.deleting.then(|| {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Record;
    use crate::domain::testing::{MAYA, evening, id};
    use crate::screen::Here;
    use crate::screen::testing::Sitting;

    /// The app has saved what it was given: the records stand in the room.
    fn on_disk(sitting: &mut Sitting, action: Action<Message, Intent>) {
        let Action::Save(entries) = action else {
            panic!("{action:?}");
        };
        sitting.own.extend(entries.into_iter().map(|entry| Record {
            id: id(1),
            at: evening(18),
            by: entry.by,
            what: entry.what,
            amends: entry.amends,
            more: More::default(),
        }));
    }

    #[test]
    fn a_page_that_is_saved_at_the_second_try_leaves_the_desk_and_cannot_be_kept_twice() {
        let mut sitting = Sitting::of(Here::One(MAYA));
        let mut journal = State::new(&sitting.ctx());
        let _ = journal.update(Message::Title("Rain".into()), &sitting.ctx());
        let kept = journal.update(Message::Keep, &sitting.ctx());
        let _ = journal.update(Message::NotSaved, &sitting.ctx());
        assert!(!journal.is_blank());
        on_disk(&mut sitting, kept);
        let _ = journal.update(Message::Saved, &sitting.ctx());
        assert!(journal.is_blank());
        assert_eq!(journal.reading, Some(id(1)));
        let again = journal.update(Message::Keep, &sitting.ctx());
        assert!(matches!(again, Action::None));
    }

    #[test]
    fn words_added_while_the_page_waits_to_be_saved_stay_on_it() {
        let mut sitting = Sitting::of(Here::One(MAYA));
        let mut journal = State::new(&sitting.ctx());
        let _ = journal.update(Message::Title("Rain".into()), &sitting.ctx());
        let kept = journal.update(Message::Keep, &sitting.ctx());
        let _ = journal.update(Message::NotSaved, &sitting.ctx());
        let _ = journal.update(Message::Title("Rain, then sun".into()), &sitting.ctx());
        on_disk(&mut sitting, kept);
        let _ = journal.update(Message::Saved, &sitting.ctx());
        assert_eq!(journal.title.as_str(), "Rain, then sun");
    }
}
