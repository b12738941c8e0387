//! What each said they would do.
//!
//! Promises (CARE.md, safety rule 4): nobody can assign a commitment to the other or mark the other's. Where one person is
//! here alone, the other's can only be read; where both are, each control acts for the one whose commitment it is, and the
//! app asks that person for their passphrase.

mod card;
mod form;

pub use form::{Change, List, Pace};

use super::sent::Sent;
use super::{Action, Ctx, Draft, Entry, Here, Never, Screen, pieces};
use crate::domain::commitments::{self, CommitmentView, may_add};
use crate::domain::record::{Outcome, Report};
use crate::domain::{Kind, Person, PersonId, RecordId, Room, Week, Words};
use crate::text::commitments as text;
use crate::ui::access::nav;
use crate::ui::controls::{Edit, WritingContent, choice, danger, quiet, secondary};
use crate::ui::dialog;
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::scale::{Width, size, space};
use crate::ui::text::{h1, heading, lead, read, small, tone};
use crate::ui::{Center, Column, Element, Fill, Row, card::rule, column, container, person, row};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A longer name would push the button out of its column; then it is only read out.
const LONGEST_ON_BUTTON: usize = 14;

#[derive(Debug)]
pub struct State {
    /// A day of this week other than today.
    day: Option<NaiveDate>,
    choosing_day: bool,
    form: Option<form::Form>,
    telling: Option<Telling>,
    setting_down: Option<RecordId>,
    /// Drafts that are done with, to be forgotten.
    over: BTreeSet<(Room, String)>,
}

/// What is being written about one day of one commitment.
#[derive(Debug)]
struct Telling {
    of: RecordId,
    room: Room,
    on: NaiveDate,
    what: About,
    words: WritingContent,
    sent: Sent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Repair,
    Adjusted,
}

/// How it went, as far as a press can say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Kept,
    Adjusted,
    Missed,
}

#[derive(Debug, Clone)]
pub enum Message {
    ChooseDay,
    Day(NaiveDate),
    New(PersonId),
    Form(Change),
    KeepForm,
    LeaveForm,
    Mark(RecordId, Mark),
    /// Write, or change, what was done about the miss of a day.
    Repair(RecordId, NaiveDate),
    Wrote(Edit),
    KeepTelling,
    LeaveTelling,
    SetDown(RecordId),
    SetItDown,
    KeepIt,
    Saved,
    NotSaved,
}

/// A commitment and where it lives.
struct Held {
    view: CommitmentView,
    room: Room,
}

impl Held {
    /// Whether the controls that speak for its owner are here.
    fn is_in_hand(&self, ctx: &Ctx<'_>) -> bool {
        speaks(ctx, self.view.by)
    }

    fn report(&self, on: NaiveDate, outcome: Outcome) -> Entry {
        let report = Report {
            commitment: self.view.id,
            on,
            outcome,
            more: Default::default(),
        };
        Entry::new(self.room, self.view.by, Kind::Report(report))
    }
}

/// Whether this person can act here.
fn speaks(ctx: &Ctx<'_>, person: PersonId) -> bool {
    match ctx.here {
        Here::Both => true,
        Here::One(me) => me == person,
        Here::Nobody => false,
    }
}

/// Those that are active, and those of which something was told this week.
fn held(ctx: &Ctx<'_>) -> Vec<Held> {
    let week = Week::of(ctx.today());
    let fold = |records, room: fn(PersonId) -> Room| {
        commitments::fold(records, ctx.today())
            .into_iter()
            .filter(move |c| c.active || c.reports_in(week).next().is_some())
            .map(move |view| Held {
                room: room(view.by),
                view,
            })
    };
    fold(ctx.shared, |_| Room::Shared)
        .chain(fold(ctx.own, Room::Private))
        .collect()
}

fn find(ctx: &Ctx<'_>, id: RecordId) -> Option<Held> {
    held(ctx).into_iter().find(|held| held.view.id == id)
}

fn drafted(ctx: &Ctx<'_>, key: &str) -> Words {
    ctx.drafts.get(key).cloned().unwrap_or_default()
}

impl Telling {
    fn key(&self) -> String {
        format!("{}{}/{}", self.what.prefix(), self.of, self.on)
    }

    /// What somebody was writing when the page was left.
    fn restored(ctx: &Ctx<'_>) -> Option<Self> {
        ctx.drafts.iter().find_map(|(key, words)| {
            let (what, rest) = [About::Repair, About::Adjusted]
                .into_iter()
                .find_map(|what| Some((what, key.strip_prefix(what.prefix())?)))?;
            let (of, on) = rest.split_once('/')?;
            let held = find(ctx, of.parse().ok()?).filter(|held| held.is_in_hand(ctx))?;
            Some(Self {
                of: held.view.id,
                room: held.room,
                on: on.parse().ok()?,
                what,
                words: WritingContent::with_text(words),
                sent: Sent::No,
            })
        })
    }

    fn is_blank(&self) -> bool {
        self.words.text().trim().is_empty()
    }
}

impl About {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Repair => "commitments/repair/",
            Self::Adjusted => "commitments/now-reads/",
        }
    }
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let mut writers = ctx.household.joined().filter(|p| speaks(ctx, p.id));
        Self {
            day: None,
            choosing_day: false,
            form: writers.find_map(|p| form::Form::restored(ctx, p.id)),
            telling: Telling::restored(ctx),
            setting_down: None,
            over: BTreeSet::new(),
        }
    }

    /// The day that is marked: one of this week, and today unless another was chosen.
    fn marked_day(&self, ctx: &Ctx<'_>) -> NaiveDate {
        let today = ctx.today();
        self.day
            .filter(|day| Week::of(today).contains(*day) && *day <= today)
            .unwrap_or(today)
    }

    fn close_form(&mut self) {
        if let Some(form) = self.form.take() {
            self.over.extend(form.drafts().map(|d| (d.room, d.key)));
        }
    }

    fn close_telling(&mut self) {
        if let Some(telling) = self.telling.take() {
            self.over.insert((telling.room, telling.key()));
        }
    }

    fn tell(&mut self, held: &Held, on: NaiveDate, what: About, words: &str) {
        let same = |t: &Telling| (t.of, t.on, t.what) == (held.view.id, on, what);
        if !self.telling.as_ref().is_some_and(same) {
            self.close_telling();
            self.telling = Some(Telling {
                of: held.view.id,
                room: held.room,
                on,
                what,
                words: WritingContent::with_text(words),
                sent: Sent::No,
            });
        }
    }

    fn mark(&mut self, id: RecordId, mark: Mark, ctx: &Ctx<'_>) -> Action<Message, Never> {
        let Some(held) = find(ctx, id).filter(|held| held.is_in_hand(ctx)) else {
            return Action::None;
        };
        let on = self.marked_day(ctx);
        let told = held.view.report_on(on);
        match mark {
            Mark::Kept => {
                // Words that are being written about this day are not thrown away by a press.
                if self
                    .telling
                    .as_ref()
                    .is_some_and(|t| t.of == id && t.is_blank())
                {
                    self.close_telling();
                }
                match told.map(|r| &r.outcome) {
                    Some(Outcome::Kept) => Action::None,
                    _ => Action::Save(vec![held.report(on, Outcome::Kept)]),
                }
            }
            Mark::Adjusted => {
                let then = held.view.then.clone();
                self.tell(&held, on, About::Adjusted, &then);
                Action::Run(nav::to(card::WRITING))
            }
            Mark::Missed => {
                let repair = told.and_then(|r| r.repair()).cloned().unwrap_or_default();
                self.tell(&held, on, About::Repair, &repair);
                match told.map(|r| &r.outcome) {
                    Some(Outcome::Missed { .. }) => Action::Run(nav::to(card::WRITING)),
                    // The miss is told at once; the words about it may come later.
                    _ => Action::Save(vec![held.report(on, Outcome::Missed { repair })]),
                }
            }
        }
    }

    fn keep_telling(&mut self, ctx: &Ctx<'_>) -> Action<Message, Never> {
        let Some(telling) = self
            .telling
            .as_mut()
            .filter(|t| !t.is_blank() && !t.sent.is_under_way())
        else {
            return Action::None;
        };
        let Some(held) = find(ctx, telling.of).filter(|held| held.is_in_hand(ctx)) else {
            return Action::None;
        };
        let words: Words = telling.words.text().trim().into();
        telling.sent = Sent::UnderWay;
        let outcome = match telling.what {
            About::Repair => Outcome::Missed { repair: words },
            About::Adjusted => Outcome::Adjusted { then: words },
        };
        Action::Save(vec![held.report(telling.on, outcome)])
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::ChooseDay => self.choosing_day = !self.choosing_day,
            Message::Day(day) => (self.day, self.choosing_day) = (Some(day), false),
            Message::New(person) if speaks(ctx, person) => {
                if self.form.as_ref().is_none_or(|form| form.person != person) {
                    self.close_form();
                    self.form = Some(form::Form::new(person));
                }
                return Action::Run(nav::to(form::FIRST));
            }
            Message::New(_) => {}
            Message::Form(change) => {
                if let Some(form) = &mut self.form {
                    form.update(change);
                }
            }
            Message::KeepForm => {
                if let Some(form) = &mut self.form
                    && let Some(kind) = form.finish(ctx.today())
                {
                    return Action::Save(vec![Entry::new(Room::Shared, form.person, kind)]);
                }
            }
            Message::LeaveForm => self.close_form(),
            Message::Mark(id, mark) => return self.mark(id, mark, ctx),
            Message::Repair(id, on) => {
                if let Some(held) = find(ctx, id).filter(|held| held.is_in_hand(ctx)) {
                    let repair = held.view.report_on(on).and_then(|r| r.repair());
                    self.tell(&held, on, About::Repair, repair.map_or("", Words::as_str));
                    return Action::Run(nav::to(card::WRITING));
                }
            }
            Message::Wrote(edit) => {
                if let Some(telling) = &mut self.telling
                    && telling.words.apply(edit)
                {
                    telling.sent.changed();
                }
            }
            Message::KeepTelling => return self.keep_telling(ctx),
            Message::LeaveTelling => self.close_telling(),
            Message::SetDown(id) => self.setting_down = Some(id),
            Message::KeepIt => self.setting_down = None,
            Message::SetItDown => {
                let held = self.setting_down.take().and_then(|id| find(ctx, id));
                if let Some(held) = held.filter(|held| held.is_in_hand(ctx)) {
                    return Action::Save(vec![held.report(ctx.today(), Outcome::SetDown)]);
                }
            }
            Message::Saved => {
                if self.form.as_mut().is_some_and(|form| form.sent.arrived()) {
                    self.close_form();
                }
                if self
                    .telling
                    .as_mut()
                    .is_some_and(|telling| telling.sent.arrived())
                {
                    self.close_telling();
                } else if self.telling.as_ref().is_some_and(Telling::is_blank) {
                    return Action::Run(nav::to(card::WRITING));
                }
            }
            Message::NotSaved => {
                if let Some(form) = &mut self.form {
                    form.sent.failed();
                }
                if let Some(telling) = &mut self.telling {
                    telling.sent.failed();
                }
            }
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let mut people: Vec<&Person> = ctx.household.joined().collect();
        // Whoever is here alone reads their own first.
        people.sort_by_key(|p| ctx.me().is_some_and(|me| me != p.id));
        let all = held(ctx);
        let columns = people.iter().map(|p| {
            let theirs = all.iter().filter(|held| held.view.by == p.id);
            container(self.column(ctx, p, theirs)).width(Fill).into()
        });
        let wide = ctx.width() >= Width::Wide;
        let columns: Element<'a, Message> = if people.len() < 2 {
            container(Column::with_children(columns))
                .max_width(size::PAGE / 2.0)
                .into()
        } else if ctx.width() == Width::Narrow {
            Column::with_children(columns).spacing(space::S48).into()
        } else {
            Row::with_children(columns)
                .spacing(if wide { space::S64 } else { space::S32 })
                .into()
        };
        pieces::sheet(
            ctx,
            column![self.head(ctx, &all), columns].spacing(space::S32),
        )
    }

    fn dialog<'a>(&'a self, _ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        self.setting_down.map(|_| {
            dialog::dialog(
                text::SET_DOWN_TITLE,
                text::SET_DOWN_BODY,
                [
                    secondary(text::KEEP_IT).on_press(Message::KeepIt).into(),
                    danger(text::YES_SET_DOWN)
                        .on_press(Message::SetItDown)
                        .into(),
                ],
            )
        })
    }

    fn drafts(&self) -> Vec<Draft> {
        let blank = |(room, key): &(Room, String)| Draft {
            room: *room,
            key: key.clone(),
            words: Words::default(),
        };
        let telling = self.telling.iter().map(|t| Draft {
            room: t.room,
            key: t.key(),
            words: t.words.text().into(),
        });
        // What is open again comes after what is over, and so stays.
        let over = self.over.iter().map(blank);
        let form = self.form.iter().flat_map(form::Form::drafts);
        over.chain(form).chain(telling).collect()
    }

    fn escape(&self) -> Option<Message> {
        if self.setting_down.is_some() {
            return Some(Message::KeepIt);
        }
        self.choosing_day.then_some(Message::ChooseDay)
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

impl State {
    fn head<'a>(&self, ctx: &Ctx<'a>, all: &[Held]) -> Element<'a, Message> {
        let (title, leads) = if ctx.me().is_some() {
            (text::MY_TITLE, text::MY_LEAD)
        } else {
            (text::TITLE, text::LEAD)
        };
        let words = column![h1(title), lead(leads).style(tone::soft)].width(Fill);
        let today = ctx.today();
        let days: Vec<NaiveDate> = Week::of(today)
            .monday()
            .iter_days()
            .take_while(|day| *day <= today)
            .collect();
        if days.len() < 2 || !all.iter().any(|held| held.is_in_hand(ctx)) {
            return words.into();
        }
        let days = days
            .into_iter()
            .rev()
            .map(|day| (day, text::day(day, today).into()));
        let chooser = choice(
            text::DAY,
            days,
            Some(self.marked_day(ctx)),
            self.choosing_day,
            Message::ChooseDay,
            Message::Day,
        );
        let chooser = container(chooser).width(layout::commitments::DAYS);
        if ctx.width() == Width::Narrow {
            column![words, chooser].spacing(space::S16).into()
        } else {
            row![words, chooser].spacing(space::S32).into()
        }
    }

    fn column<'a, 'h>(
        &'a self,
        ctx: &Ctx<'a>,
        who: &'a Person,
        theirs: impl Iterator<Item = &'h Held>,
    ) -> Element<'a, Message> {
        let mine = ctx.me() == Some(who.id);
        let name = who.name.as_str();
        let mut head = row![
            // As high as the button may be that stands in this line, so that both columns begin on one line.
            container(person::mark(pieces::mark(who.mark), name, size::MARK))
                .center_y(size::COMPACT),
            container(heading(2, crate::ui::scale::Type::H3, name.to_owned())).width(Fill)
        ]
        .spacing(space::S12)
        .align_y(Center);
        let records = ctx.shared.iter().chain(ctx.own);
        let full = may_add(records, who.id, ctx.today()).is_err();
        let why = if mine {
            text::YOU_HAVE_THREE.to_owned()
        } else {
            text::three_are_enough(name)
        };
        let form = self.form.as_ref().filter(|form| form.person == who.id);
        let writing = form.is_some();
        let mut theirs = theirs.peekable();
        // Where there is nothing yet, the way to begin stands under the words that say so.
        let none = theirs.peek().is_none() && !writing;
        let said = text::new_for(name);
        if speaks(ctx, who.id) && !none {
            let short = name.chars().count() <= LONGEST_ON_BUTTON;
            let label = if short {
                said.clone()
            } else {
                text::NEW.to_owned()
            };
            let mut new = quiet(label)
                .icon(Icon::Plus)
                .flush()
                .compact()
                .name(said.clone());
            new = if full {
                new.description(why.clone())
            } else {
                new.on_press(Message::New(who.id))
            };
            head = head.push(new);
        }
        let mut list = column![head, rule()].spacing(space::S16).width(Fill);
        if full && speaks(ctx, who.id) {
            list = list.push(small(why).style(tone::soft));
        }
        if let Some(form) = form {
            list = list.push(form.view(ctx));
        }
        let mut some = false;
        for held in theirs {
            if some {
                list = list.push(container(rule()).padding([space::S8, 0.0]));
            }
            some = true;
            list = list.push(card::card(self, ctx, who, held));
        }
        if none {
            let says = if mine {
                text::NONE_OF_MINE.to_owned()
            } else {
                text::none_yet(name)
            };
            list = list.push(read(says).style(tone::soft));
            if speaks(ctx, who.id) {
                let short = person::short(name, LONGEST_ON_BUTTON);
                let begin = secondary(text::new_for(&short)).icon(Icon::Plus).name(said);
                list = list.push(Element::from(begin.on_press(Message::New(who.id))));
            }
        }
        list.into()
    }
}
