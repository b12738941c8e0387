//! The library: everything there is to do and to read, by need, by kind and by search.
//!
//! What was begun, and the one suggestion, stand in [`now`]; how one item looks and whether it opens for who is here in
//! [`item`]; the three ways to look in [`shelves`].

mod item;
mod now;
mod shelves;

use super::{Action, Ctx, Never, Place, Screen, pieces};
use crate::domain::{PersonId, Words, guides};
use crate::text::{common, library as text};
use crate::ui::access::nav;
use crate::ui::controls::tabs;
use crate::ui::scale::{size, space};
use crate::ui::text::{h1, lead, tone};
use crate::ui::{Element, Fill, Padding, Theme, column, container};

#[derive(Debug)]
pub struct State {
    way: Way,
    /// The need whose guides are shown, by its id.
    need: Option<String>,
    query: Words,
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
            all_begun: false,
            put_away: false,
        }
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Never> {
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
            Message::Query(query) => self.query = query,
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
        let head = column![
            h1(common::THE_LIBRARY),
            lead(text::LEAD).style(tone::soft).width(Fill)
        ];
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
            Way::Search => shelves::search(&self.query, &known, ctx),
        };
        // Whoever searches is after something else, and wants to see what is found.
        let now = (self.way != Way::Search)
            .then(|| now::now(self, &known, ctx))
            .flatten();
        let page = column![head]
            .push(now)
            .push(ways)
            .push(shelf)
            .spacing(space::S24);
        let page = container(page).width(Fill).max_width(size::PAGE);
        let page = container(page)
            .center_x(Fill)
            .padding(Padding::from([space::S8, ctx.width().margin()]).bottom(space::S48));
        pieces::scrolled(ctx, page).into()
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
