//! One commitment: what it says, how often, how the day went, and the repair of a miss.

use super::{About, Held, Mark, Message, State, Telling};
use crate::domain::commitments::WeekStatus;
use crate::domain::record::{Cadence, Outcome};
use crate::domain::{Person, Week};
use crate::screen::{Ctx, pieces};
use crate::text::commitments as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::{Segment, Status, link, quiet, secondary, segments, status, writing};
use crate::ui::icon::{Icon, icon};
use crate::ui::layout;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::text::{label, read, small, tone};
use crate::ui::theme::Tokens;
use crate::ui::{
    Center, Column, Element, Fill, Renderer, Row, Theme, column, container, fonts, row, seam,
};
use chrono::NaiveDate;
use iced::widget::text::LineHeight;
use iced::widget::{rich_text, span};

/// The field that is open, to be focused.
pub(super) const WRITING: &str = "commitments-writing";

pub(super) fn card<'a>(
    state: &'a State,
    ctx: &Ctx<'a>,
    who: &'a Person,
    held: &Held,
) -> Element<'a, Message> {
    let week = Week::of(ctx.today());
    let on = state.marked_day(ctx);
    let how = held.view.status_in(week);
    let telling = state.telling.as_ref().filter(|t| t.of == held.view.id);
    let in_hand = held.is_in_hand(ctx);

    let mut parts = Column::new().spacing(space::S12).width(Fill);
    parts = parts.push(column![sentence(ctx, held, &how), when(held, in_hand)].spacing(space::S4));
    // Each part keeps its place whatever the others come to say: a field that moved would lose its caret.
    let mut week_so_far = Column::new().spacing(space::S12);
    if in_hand && how != WeekStatus::SetDown {
        week_so_far = week_so_far.push(marks(ctx, held, telling, on));
    }
    week_so_far = week_so_far.push(told(held, &how, telling, on, week, in_hand));
    parts = parts
        .push(week_so_far)
        .push(repair(ctx, who, held, telling, &how));
    if let Some(adjusted) = telling.filter(|t| t.what == About::Adjusted) {
        parts = parts.push(adjusting(held, adjusted));
    } else if let WeekStatus::Adjusted { was: Some(_) } = &how {
        parts = parts.push(now_reads(ctx, held));
    }
    parts.into()
}

/// "If … then …": what somebody wrote in ink, the words around it in soft ink, as one paragraph that wraps.
fn sentence<'a>(ctx: &Ctx<'a>, held: &Held, how: &WeekStatus) -> Element<'a, Message> {
    // In the week of an adjustment both stand there: what it said, and what it now reads.
    let then = match how {
        WeekStatus::Adjusted { was: Some(was) } => was,
        _ => &held.view.then,
    };
    let whole = text::whole(&held.view.when, then);
    paragraph(
        ctx,
        [
            (text::IF.to_owned(), true),
            (text::clause(&held.view.when).to_owned(), false),
            (text::THEN.to_owned(), true),
            (text::ending(then), false),
        ],
        whole,
    )
}

fn paragraph<'a>(
    ctx: &Ctx<'a>,
    runs: impl IntoIterator<Item = (String, bool)>,
    whole: String,
) -> Element<'a, Message> {
    let tokens: &Tokens = ctx.theme.tokens();
    let spans: Vec<_> = runs
        .into_iter()
        .map(|(words, soft)| {
            span::<(), _>(words).color(if soft { tokens.ink_soft } else { tokens.ink })
        })
        .collect();
    let paragraph = rich_text::<'a, (), Message, Theme, Renderer>(spans)
        .font(fonts::BOOK)
        .size(Type::Read.size())
        .line_height(LineHeight::Absolute(Type::Read.line().into()))
        .width(Fill);
    access(Role::Label, paragraph).name(whole).into()
}

fn when<'a>(held: &Held, in_hand: bool) -> Element<'a, Message> {
    let view = &held.view;
    let cadence = match view.cadence {
        Cadence::WheneverItHappens => text::WHENEVER.to_owned(),
        Cadence::EveryDay => text::EVERY_DAY.to_owned(),
        Cadence::EveryWeekday => text::EVERY_WEEKDAY.to_owned(),
        Cadence::OnceAWeek(day) => text::once_a_week(day),
        Cadence::Once => text::ONCE.to_owned(),
    };
    let cadence = match view.until {
        Some(last) => text::until(&cadence, last),
        None => cadence,
    };
    let told = row![
        icon(Icon::Calendar, size::ICON_SMALL).style(tone::soft),
        small(cadence).style(tone::soft).width(Fill)
    ]
    .spacing(space::S8)
    .align_y(Center);
    let mut line = row![told].spacing(space::S8).align_y(Center).width(Fill);
    if held.room != crate::domain::Room::Shared {
        line = line.push(status(Status::Private, text::PRIVATE));
    }
    if in_hand && view.active {
        line = line.push(
            quiet(text::SET_DOWN)
                .flush()
                .compact()
                .name(text::set_down_named(&view.then))
                .on_press(Message::SetDown(view.id)),
        );
    }
    line.into()
}

fn marks<'a>(
    ctx: &Ctx<'a>,
    held: &Held,
    telling: Option<&Telling>,
    on: NaiveDate,
) -> Element<'a, Message> {
    let kept = held.view.report_on(on).and_then(|r| match r.outcome {
        Outcome::Kept => Some(Mark::Kept),
        Outcome::Adjusted { .. } => Some(Mark::Adjusted),
        Outcome::Missed { .. } => Some(Mark::Missed),
        Outcome::SetDown => None,
    });
    let being_told = telling.filter(|t| t.on == on).map(|t| match t.what {
        About::Repair => Mark::Missed,
        About::Adjusted => Mark::Adjusted,
    });
    let id = held.view.id;
    // Side by side on a narrow page the icons would leave no room for the words.
    let picture = |segment: Segment<'a, Mark>, icon| {
        if ctx.width() == Width::Compact {
            segment
        } else {
            segment.icon(icon)
        }
    };
    segments(
        text::how_it_went(on, ctx.today(), &held.view.then),
        [
            picture(Segment::new(Mark::Kept, text::KEPT), Icon::Check),
            picture(
                Segment::new(Mark::Adjusted, text::ADJUSTED),
                Icon::SlidersHorizontal,
            ),
            picture(Segment::new(Mark::Missed, text::MISSED), Icon::CircleDashed),
        ],
        being_told.or(kept),
        move |mark| Message::Mark(id, mark),
    )
}

/// How the week stands, where the three answers above do not say it already.
fn told<'a>(
    held: &Held,
    how: &WeekStatus,
    telling: Option<&Telling>,
    on: NaiveDate,
    week: Week,
    in_hand: bool,
) -> Option<Element<'a, Message>> {
    let latest = held.view.latest_in(week);
    let says_it = |day| in_hand && day == on;
    match how {
        WeekStatus::Open => None,
        WeekStatus::KeptAllWeek => {
            Some(pieces::sign(Icon::Check, text::KEPT_ALL_WEEK, tone::saved))
        }
        WeekStatus::Kept => {
            let day = latest.map(|r| r.on).filter(|day| !says_it(*day))?;
            Some(pieces::sign(Icon::Check, text::kept_on(day), tone::saved))
        }
        WeekStatus::Adjusted { .. } => {
            let day = held
                .view
                .reports_in(week)
                .rev()
                .find(|r| matches!(r.outcome, Outcome::Adjusted { .. }))
                .map(|r| r.on)
                .filter(|day| !says_it(*day))?;
            Some(pieces::sign(
                Icon::SlidersHorizontal,
                text::adjusted_on(day),
                tone::glaze,
            ))
        }
        WeekStatus::Missed { on: day, repaired } => {
            let begun = telling.is_some_and(|t| t.on == *day && !t.is_blank());
            if says_it(*day) && !repaired {
                return None;
            }
            let (says, tone): (_, fn(&Theme) -> _) = match (repaired, begun) {
                (true, _) => (text::repaired(*day), tone::gold),
                (false, true) => (text::repair_begun(*day), tone::gold),
                (false, false) => (text::missed_on(*day), tone::soft),
            };
            Some(pieces::sign(Icon::CircleDashed, says, tone))
        }
        WeekStatus::SetDown => Some(pieces::sign(
            Icon::CircleDashed,
            text::SET_DOWN_THIS_WEEK,
            tone::soft,
        )),
    }
}

fn now_reads<'a>(ctx: &Ctx<'a>, held: &Held) -> Element<'a, Message> {
    let then = text::ending(&held.view.then);
    let whole = format!("{}{then}", text::NOW_READS);
    row![
        container(icon(Icon::CornerDownRight, size::ICON_SMALL).style(tone::soft))
            .center_y(Type::Read.line()),
        paragraph(
            ctx,
            [(text::NOW_READS.to_owned(), true), (then, false)],
            whole
        )
    ]
    .spacing(space::S12)
    .into()
}

/// What its owner thought might get in the way: worth reading again while a miss or a change is put into words.
fn obstacle<'a>(held: &Held) -> Option<Element<'a, Message>> {
    let obstacle = &held.view.obstacle;
    let told = || small(text::obstacle(obstacle)).style(tone::soft).into();
    (!obstacle.is_blank()).then(told)
}

fn adjusting<'a>(held: &Held, telling: &'a Telling) -> Element<'a, Message> {
    let area = writing(text::ADJUST, &telling.words)
        .labelled()
        .height(layout::writing::LOWEST, layout::writing::HIGHEST)
        .id(WRITING)
        .on_edit(Message::Wrote);
    Column::new()
        .push(area)
        .push(obstacle(held))
        .push(actions(telling, text::KEEP_ADJUSTED, text::LEAVE_ADJUSTED))
        .spacing(space::S12)
        .into()
}

fn actions<'a>(telling: &Telling, keep: &'static str, leave: &'static str) -> Element<'a, Message> {
    let keep = secondary(keep)
        .compact()
        .on_press_maybe((!telling.is_blank()).then_some(Message::KeepTelling));
    Row::new()
        .push(keep)
        .push(quiet(leave).compact().on_press(Message::LeaveTelling))
        .spacing(space::S12)
        .wrap()
        .vertical_spacing(space::S8)
        .into()
}

/// Under a line of gold: what was done about a miss, or the field to say it in.
fn repair<'a>(
    ctx: &Ctx<'a>,
    who: &'a Person,
    held: &Held,
    telling: Option<&'a Telling>,
    how: &WeekStatus,
) -> Option<Element<'a, Message>> {
    let open = telling.filter(|t| t.what == About::Repair);
    let day = match (open, how) {
        (Some(telling), _) => telling.on,
        (None, WeekStatus::Missed { on, .. }) => *on,
        _ => return None,
    };
    let title = if ctx.me() == Some(who.id) {
        text::MY_REPAIR.to_owned()
    } else {
        text::repair_of(&who.name)
    };
    // Each seam is its own, and stays the same from one evening to the next.
    let seed = u32::from_str_radix(&held.view.id.to_string()[..7], 16).unwrap_or_default();
    let mut parts = Column::new()
        .push(seam::rule(ctx.theme.into(), seed))
        .push(label(title.clone()).style(tone::gold))
        .spacing(space::S8);
    if let Some(telling) = open {
        let area = writing(title, &telling.words)
            .placeholder(text::REPAIR_EXAMPLE)
            .height(layout::writing::LOWEST, layout::writing::HIGHEST)
            .id(WRITING)
            .on_edit(Message::Wrote);
        return Some(
            parts
                .push(area)
                .push(obstacle(held))
                .push(actions(telling, text::KEEP_REPAIR, text::REPAIR_LATER))
                .into(),
        );
    }
    let (id, in_hand) = (held.view.id, held.is_in_hand(ctx));
    let words = held.view.report_on(day).and_then(|r| r.repair()).cloned();
    let leads = if words.is_some() {
        text::CHANGE_REPAIR
    } else {
        text::WRITE_REPAIR
    };
    parts = match words {
        Some(words) => parts.push(read(words.as_str().to_owned()).width(Fill)),
        None => parts.push(read(text::REPAIR_WAITS).style(tone::soft).width(Fill)),
    };
    if in_hand {
        parts = parts.push(link(leads, Message::Repair(id, day)));
    }
    Some(parts.into())
}
