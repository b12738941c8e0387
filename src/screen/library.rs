//! The library: everything there is to do and to read, by need, by kind and by search.
//!
//! What was begun, and the one suggestion, stand in [`now`]; how one item looks and whether it opens for who is here in
//! [`item`]; the three ways to look in [`shelves`]; what was found for a word in [`passage`].

mod item;
mod now;
mod passage;
mod shelves;

use super::{Action, Ctx, Never, Place, Screen, names, pieces};
use crate::content::search::{self, Found};
use crate::domain::{PersonId, Words, guides};
use crate::text::{common, library as text};
use crate::ui::access::nav;
use crate::ui::controls::tabs;
use crate::ui::scale::{size, space};
use crate::ui::text::{h1, lead, tone};
use crate::ui::{Column, Element, Fill, Padding, Renderer, Task, Theme, column, container};

#[derive(Debug)]
pub struct State {
    way: Way,
    /// The need whose guides are shown, by its id.
    need: Option<String>,
    query: Words,
    /// What the words find, for who is here; sought anew when either changes, and on coming back.
    found: Found,
    all_found: bool,
    /// All that was begun is shown, and not only the latest.
    all_begun: bool,
    /// Nothing more is suggested at this sitting.
    put_away: bool,
}

/// How one looks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Need,
    Kind,
    Search,
}

#[derive(Debug, Clone)]
pub enum Message {
    Go(Place),
    Look(Way),
    /// Opens the need with this id, or shuts it.
    Need(String),
    Query(Words),
    /// Out of the field, to the first of what was found.
    ToFound,
    AllFound(bool),
    /// Nothing is looked for any more.
    Clear,
    AllBegun(bool),
    NotNow,
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let way = if ctx.library.needs.is_empty() {
            Way::Kind
        } else {
            Way::Need
        };
        Self {
            way,
            need: None,
            query: Words::default(),
            found: Found::default(),
            all_found: false,
            all_begun: false,
            put_away: false,
        }
    }

    fn seek(&mut self, query: Words, ctx: &Ctx<'_>) {
        self.found = search::find(ctx.library, query.as_str(), names::sitting(ctx));
        self.query = query;
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::Go(place) => return Action::Go(place),
            Message::Look(way) => {
                self.way = way;
                if way == Way::Search {
                    return Action::Run(nav::to(shelves::FIELD));
                }
            }
            Message::Need(need) => {
                self.need = (self.need.as_ref() != Some(&need)).then_some(need);
            }
            Message::Query(query) => {
                self.all_found = false;
                self.seek(query, ctx);
            }
            Message::ToFound if self.found.hits.is_empty() => {}
            Message::ToFound => return Action::Run(nav::step(true)),
            Message::AllFound(all) => self.all_found = all,
            Message::Clear => {
                self.seek(Words::default(), ctx);
                return Action::Run(nav::to(shelves::FIELD));
            }
            Message::AllBegun(all) => self.all_begun = all,
            Message::NotNow => self.put_away = true,
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let steps = ctx.library.step_ids();
        let records = ctx.own.iter().chain(ctx.shared);
        let is_step = |id: &str| steps.iter().any(|step| step == id);
        let known = guides::fold(records, &who_is_here(ctx), is_step);
        // One part with the head, so that the tabs keep their place, and with it the focus, where it comes and goes.
        let head = column![column![
            h1(common::THE_LIBRARY),
            lead(text::LEAD).style(tone::soft).width(Fill)
        ]];
        let ways = tabs(
            text::WAYS,
            [
                (Way::Need, text::BY_NEED.into()),
                (Way::Kind, text::BY_KIND.into()),
                (Way::Search, text::SEARCH.into()),
            ],
            self.way,
            Message::Look,
        );
        let shelf = match self.way {
            Way::Need => shelves::by_need(self.need.as_deref(), &known, ctx),
            Way::Kind => shelves::by_kind(&known, ctx),
            Way::Search => shelves::search(self, &known, ctx),
        };
        // Whoever searches is after something else, and wants to see what is found.
        let now = (self.way != Way::Search).then(|| now::now(self, &known, ctx));
        let (above, below) = now.map_or((None, None), |now| (now.above, now.below));
        // Rows reach out beside the text, so that their wash and ring stay clear of it, and all text begins on one line.
        let within = |part| container::<_, Theme, Renderer>(part).padding([0.0, space::S12]);
        let page = Column::<Message>::new()
            .push(within(head.push(above).spacing(space::S24).into()))
            .push(within(ways))
            .push(shelf)
            .push(below.map(within))
            .spacing(space::S24);
        let page = container(page)
            .width(Fill)
            .max_width(size::PAGE + space::S24);
        let margin = ctx.width().margin() - space::S12;
        let page = container(page)
            .center_x(Fill)
            .padding(Padding::from([space::S8, margin]).bottom(space::S48));
        pieces::scrolled(ctx, page).into()
    }

    /// Other guides may be shown by now, or another one be here.
    fn opened(&mut self, ctx: &Ctx<'_>) -> Task<Message> {
        self.seek(self.query.clone(), ctx);
        Task::none()
    }

    fn escape(&self) -> Option<Message> {
        (self.way == Way::Search && !self.query.is_empty()).then_some(Message::Clear)
    }

    fn find(&self) -> Option<Message> {
        Some(Message::Look(Way::Search))
    }
}

/// Whose progress is told: of the one who is here alone, or of the two.
fn who_is_here(ctx: &Ctx<'_>) -> Vec<PersonId> {
    match ctx.me() {
        Some(me) => vec![me],
        None => ctx.household.joined().map(|person| person.id).collect(),
    }
}

/// The ink of the theme for a sign.
type Tone = fn(&Theme) -> iced::widget::text::Style;
