//! The week of the two, together: the next step on the path, and what the week holds besides.

mod hero;
mod ritual;
mod week;

use super::{Action, Ctx, Draft, Entry, Never, Place, Screen, pieces};
use crate::domain::path::PathView;
use crate::domain::{PersonId, Room, Words};
use crate::ui::scale::{Width, size, space};
use crate::ui::{Element, Fill, column, container};
use chrono::Weekday;

#[derive(Debug)]
pub struct State {
    ritual: Option<ritual::Choosing>,
    /// The gold of a step that was just finished is on its way along the bowl.
    flows: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    Go(Place),
    ChooseRitual,
    RitualName(Words),
    RitualTime(Words),
    RitualDay(Weekday, bool),
    AnotherIdea,
    KeepRitual,
    LeaveRitual,
    WeDidIt,
    /// The gold has come to its place.
    Flowed,
    Saved,
    NotSaved,
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        Self {
            ritual: ritual::Choosing::restored(ctx),
            flows: false,
        }
    }

    /// Lets the gold of the step that was just finished flow once.
    pub fn let_gold_flow(&mut self) {
        self.flows = true;
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::Go(place) => return Action::Go(place),
            Message::ChooseRitual => self.ritual = Some(ritual::Choosing::begin(ctx)),
            Message::LeaveRitual => self.ritual = None,
            Message::Flowed => self.flows = false,
            Message::WeDidIt => {
                let held = ritual::arranged(ctx).map(|r| ritual::held_today(r, ctx.today()));
                if let (Some(held), Some(by)) = (held, writer(ctx)) {
                    return Action::Save(vec![Entry::new(Room::Shared, by, held)]);
                }
            }
            Message::KeepRitual => {
                let kept = self
                    .ritual
                    .as_mut()
                    .and_then(|choosing| choosing.finish(ctx));
                if let (Some(kept), Some(by)) = (kept, writer(ctx)) {
                    return Action::Save(vec![Entry::new(Room::Shared, by, kept)]);
                }
            }
            Message::Saved => {
                if self.ritual.as_mut().is_some_and(ritual::Choosing::arrived) {
                    self.ritual = None;
                }
            }
            Message::NotSaved => {
                if let Some(choosing) = &mut self.ritual {
                    choosing.not_saved();
                }
            }
            Message::RitualName(_)
            | Message::RitualTime(_)
            | Message::RitualDay(..)
            | Message::AnotherIdea => {
                if let Some(choosing) = &mut self.ritual {
                    choosing.update(message, ctx);
                }
            }
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let path = pieces::path(ctx);
        let width = ctx.width();
        let rest = container(week::rows(ctx, &path)).padding([0.0, width.margin()]);
        let page = column![hero::hero(ctx, &path, self.flows), rest].max_width(match width {
            Width::Large => size::PAGE + width.margin() + width.margin(),
            Width::Wide | Width::Compact | Width::Narrow => f32::INFINITY,
        });
        let page = container(page)
            .center_x(Fill)
            .padding(crate::ui::Padding::ZERO.bottom(space::S24));
        let page = pieces::scrolled(ctx, page);
        if width == Width::Narrow {
            pieces::with_footer(ctx, page.into(), hero::actions(&path, ctx))
        } else {
            page.into()
        }
    }

    fn dialog<'a>(&'a self, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        self.ritual.as_ref().map(|choosing| choosing.dialog(ctx))
    }

    fn drafts(&self) -> Vec<Draft> {
        let words = self.ritual.as_ref().map(ritual::Choosing::name);
        vec![Draft {
            room: Room::Shared,
            key: ritual::DRAFT.to_owned(),
            words: words.unwrap_or_default(),
        }]
    }

    fn escape(&self) -> Option<Message> {
        self.ritual.as_ref().map(|_| Message::LeaveRitual)
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

/// Who signs what both do: somebody who has shown their passphrase already, so that nobody is asked for one over tea.
fn writer(ctx: &Ctx<'_>) -> Option<PersonId> {
    let joined = || ctx.household.joined().map(|p| p.id);
    joined()
        .find(|id| ctx.proved.contains(id))
        .or_else(|| joined().next())
}

fn done(path: &PathView) -> usize {
    path.done.iter().filter(|done| **done).count()
}
