//! One person's own page, and the only home of a household of one.

mod week;

use super::{Action, Ctx, Never, Place, Screen, names, pieces};
use crate::content::schema::Guide;
use crate::content::walk::{self, Sitting};
use crate::domain::path::{PathView, StepState};
use crate::domain::{PersonId, Record};
use crate::text::{alone as words, together};
use crate::ui::card::{card, rule};
use crate::ui::controls::{link, secondary};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::scale::{Type, Width, space};
use crate::ui::text::{h_label, h2, heading, italic, lead, own_title, read, small, tone};
use crate::ui::{Element, Fill, FillPortion, Row, column, container, fonts, row};
use chrono::Datelike;

#[derive(Debug)]
pub struct State {
    /// The gold of a step that was just finished is on its way along the bowl.
    flows: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    Go(Place),
    /// The gold has come to its place.
    Flowed,
    Saved,
    NotSaved,
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self { flows: false }
    }

    /// Lets the gold of the step that was just finished flow once.
    pub fn let_gold_flow(&mut self) {
        self.flows = true;
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Never;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Never> {
        match message {
            Message::Go(place) => Action::Go(place),
            Message::Flowed => {
                self.flows = false;
                Action::None
            }
            Message::Saved | Message::NotSaved => Action::None,
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let Some(me) = ctx.me() else {
            return crate::ui::blank();
        };
        let path = pieces::path(ctx);
        let narrow = ctx.width() == Width::Narrow;

        let mut first = column![title(ctx, me), next(ctx, me, &path)].spacing(space::S16);
        if !narrow {
            let actions = container(pieces::to_the_steps(open_step(ctx, me, &path), Message::Go));
            first = first.push(actions.padding(crate::ui::Padding::ZERO.top(space::S8)));
        }
        let beside = if is_one(ctx) && !narrow {
            bowl_of_one(ctx, me, &path, self.flows)
        } else {
            write(ctx)
        };
        let top: Element<'a, Message> = if narrow {
            column![first, beside].spacing(space::S24).into()
        } else {
            Row::new()
                .push(container(first).width(FillPortion(7)))
                .push(container(beside).width(FillPortion(6)))
                .spacing(space::S48)
                .into()
        };
        let page = column![top, week::rows(ctx, me)].spacing(space::S32);
        let page = pieces::sheet(ctx, page);
        if narrow {
            pieces::with_footer(
                ctx,
                page,
                pieces::to_the_steps(open_step(ctx, me, &path), Message::Go),
            )
        } else {
            page
        }
    }
}

/// All that this person can read.
fn seen<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a Record> + Clone {
    ctx.shared.iter().chain(ctx.own)
}

/// Whether this person has set up alone.
fn is_one(ctx: &Ctx<'_>) -> bool {
    ctx.household.joined().count() < 2
}

fn title<'a>(ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
    let style = match ctx.width() {
        Width::Wide | Width::Large => Type::HomeTitle,
        Width::Compact | Width::Narrow => Type::H1,
    };
    column![
        heading(1, style, words::greeting(ctx.now, ctx.name(me))),
        lead(words::day(ctx.today())).style(tone::soft).width(Fill)
    ]
    .spacing(space::S4)
    .into()
}

/// The first step that holds pages this person can do by themselves and has not finished.
fn open_step<'a>(ctx: &Ctx<'a>, me: PersonId, path: &PathView) -> Option<(u8, &'a Guide)> {
    let sitting = names::sitting(ctx)?;
    (1..=10u8).zip(path.states).find_map(|(number, state)| {
        let open = !matches!(state, StepState::Done) && state != StepState::FinishedBy(me);
        let guide = ctx.library.step(number).filter(|_| open)?;
        (!walk::turns(guide, sitting).is_empty()).then_some((number, guide))
    })
}

fn next<'a>(ctx: &Ctx<'a>, me: PersonId, path: &PathView) -> Element<'a, Message> {
    let label = |text: String| {
        small(text)
            .font(fonts::SANS_SEMIBOLD)
            .style(tone::gold)
            .width(Fill)
    };
    let part = match open_step(ctx, me, path) {
        Some((number, guide)) => column![
            label(words::next_step(number)),
            own_title(2, Type::H2, guide.title.as_str()),
            read(own_pages(ctx, guide)).style(tone::soft).width(Fill)
        ],
        None => column![
            label(words::ALL_DONE_LABEL.to_owned()),
            h2(words::ALL_DONE_TITLE),
            read(words::ALL_DONE).style(tone::soft).width(Fill)
        ],
    };
    container(part.spacing(space::S4))
        .padding(crate::ui::Padding::ZERO.top(space::S16))
        .into()
}

/// What stands on this person's own pages, rather than what the two would do together.
fn own_pages(ctx: &Ctx<'_>, guide: &Guide) -> String {
    let Some(sitting @ Sitting::Alone { .. }) = names::sitting(ctx) else {
        return words::STEP_ALONE.to_owned();
    };
    let titles: Vec<&str> = walk::turns(guide, sitting)
        .iter()
        .filter_map(|turn| guide.pages.get(turn.page))
        .map(|page| page.title.as_str())
        .collect();
    words::pages(&titles)
}

fn bowl_of_one<'a>(
    ctx: &Ctx<'a>,
    me: PersonId,
    path: &PathView,
    flows: bool,
) -> Element<'a, Message> {
    let done = path.done.iter().filter(|done| **done).count();
    let next = open_step(ctx, me, path).map(|(number, _)| usize::from(number));
    let bowl = pieces::bowl(ctx.theme, path, next).width(layout::home::BOWL_OF_ONE);
    let bowl = pieces::at_rest_or_flowing(bowl, flows, Message::Flowed);
    container(pieces::picture(together::bowl(done), bowl))
        .center_x(Fill)
        .into()
}

/// The beginning of a page in the journal: today's question, or the page that is waiting.
fn write<'a>(ctx: &Ctx<'a>) -> Element<'a, Message> {
    let waiting = pieces::is_begun(ctx, pieces::JOURNAL);
    let prompts = &ctx.library.prompts.journal;
    let day = usize::try_from(ctx.today().num_days_from_ce()).unwrap_or_default();
    let question = day
        .checked_rem(prompts.len())
        .and_then(|at| prompts.get(at))
        .map_or("", |prompt| prompt.text.as_str());
    let (says, leads) = if waiting {
        (read(words::WAITING), words::GO_ON)
    } else {
        (italic(question), words::BEGIN)
    };
    let open = secondary(leads)
        .icon(Icon::NotebookPen)
        .on_press(Message::Go(Place::Journal));
    let mut content = column![
        h_label(words::WRITE),
        says.style(tone::soft).width(Fill),
        row![Element::from(open)]
    ]
    .spacing(space::S16);
    if pieces::is_begun(ctx, pieces::REFLECTION) {
        let go_on = link(words::TO_REFLECTION, Message::Go(Place::Reflection));
        let waits = column![read(words::REFLECTION_WAITS).style(tone::soft), go_on];
        content = content.push(rule()).push(waits);
    }
    container(card(content).width(Fill))
        .padding(crate::ui::Padding::ZERO.top(space::S16))
        .into()
}
