//! What several pages show alike: a person's mark, what they said they would do, a page that scrolls.

use super::{Ctx, Here, Place};
use crate::content::Library;
use crate::content::schema::{Evidence, Guide};
use crate::domain::commitments::{CommitmentView, WeekStatus};
use crate::domain::path::{self, PathView};
use crate::domain::{self, Week};
use crate::text::{evidence as said, together as words};
use crate::ui::access::{Role, access};
use crate::ui::bowl::Bowl;
use crate::ui::controls::{danger, primary, secondary};
use crate::ui::dialog;
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{read, small, tone};
use crate::ui::{Element, Fill, Scrollable, Task, Theme, column, container, fonts, person, row};
use iced::widget::scrollable::RelativeOffset;
use iced::widget::text;

/// The mark somebody chose, as it is drawn.
pub(crate) fn mark(mark: domain::Mark) -> person::Mark {
    match mark {
        domain::Mark::First => person::Mark::First,
        domain::Mark::Second => person::Mark::Second,
    }
}

/// The path of the one who is here alone, or of the two.
pub(crate) fn path(ctx: &Ctx<'_>) -> PathView {
    let ids = ctx.library.step_ids();
    match ctx.here {
        Here::One(person) => path::alone(ctx.own.iter().chain(ctx.shared), person, &ids),
        Here::Both | Here::Nobody => path::fold(ctx.shared, ctx.household, &ids),
    }
}

/// How far the seam is gold: to the first step that is not done.
pub(crate) fn seam(path: &PathView) -> usize {
    path.done.iter().take_while(|done| **done).count()
}

/// The bowl of a path: its seam as far as the steps are done without a gap, and gold on every one that is.
pub(super) fn bowl<M: Clone>(theme: &Theme, path: &PathView, next: Option<usize>) -> Bowl<M> {
    crate::ui::bowl::bowl(theme.into(), seam(path), next).with_done(path.done)
}

/// The bowl as it stands, or as the gold of the step just finished comes to it.
pub(super) fn at_rest_or_flowing<'a, M: Clone + 'a>(
    bowl: Bowl<M>,
    flows: bool,
    arrived: M,
) -> Element<'a, M> {
    if flows {
        bowl.flowing(arrived)
    } else {
        bowl.view()
    }
}

/// Asks before something is deleted for good, with what that means. The safe choice comes first.
pub(super) fn really_delete<'a, M: Clone + 'a>(
    (title, means): (&'static str, &'static str),
    (keep, do_not): (&'static str, M),
    (delete, for_good): (&'static str, M),
) -> Element<'a, M> {
    let choices = [
        secondary(keep).on_press(do_not).into(),
        danger(delete).on_press(for_good).into(),
    ];
    dialog::dialog(title, means, choices)
}

/// Under what the drafts of a private page begin.
pub(crate) const JOURNAL: &str = "journal/";
pub(crate) const REFLECTION: &str = "reflection/";

/// Whether something waits there of the one who is here alone.
pub(crate) fn is_begun(ctx: &Ctx<'_>, under: &str) -> bool {
    let of_place =
        |(key, words): (&String, &domain::Words)| key.starts_with(under) && !words.is_blank();
    ctx.me().is_some() && ctx.drafts.iter().any(of_place)
}

/// A drawing, and in words what it shows.
pub(super) fn picture<'a, M: Clone + 'a>(
    shows: impl Into<String>,
    drawing: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    access(Role::Image, drawing).name(shows).into()
}

/// A page of its own that scrolls.
pub(super) fn scrolled<'a, M: 'a>(
    ctx: &Ctx<'_>,
    content: impl Into<Element<'a, M>>,
) -> Scrollable<'a, M> {
    crate::ui::scrolled(ctx.theme, content).height(Fill)
}

const SHEET: &str = "sheet";

/// Scrolls the page that is shown to its beginning.
pub(super) fn to_the_top<M: Send + 'static>() -> Task<M> {
    iced::widget::operation::snap_to(SHEET, RelativeOffset::START)
}

/// Scrolls the page that is shown to its end.
pub(super) fn to_the_end<M: Send + 'static>() -> Task<M> {
    iced::widget::operation::snap_to_end(SHEET)
}

/// A page that scrolls, with the margins of its width, and centred where there is more room than it needs.
pub(super) fn sheet<'a, M: 'a>(
    ctx: &Ctx<'_>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let margin = ctx.width().margin();
    let content = container(content).width(Fill).max_width(size::PAGE);
    let centred = container(content)
        .center_x(Fill)
        .padding([space::S16, margin]);
    scrolled(ctx, centred).id(SHEET).into()
}

/// The page, and below it what stays in reach however far one has scrolled.
pub(super) fn with_footer<'a, M: 'a>(
    ctx: &Ctx<'_>,
    page: Element<'a, M>,
    footer: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let margin = ctx.width().margin();
    let footer = container(footer).width(Fill).max_width(size::PAGE);
    let footer = container(footer)
        .center_x(Fill)
        .padding([space::S12, margin]);
    column![page, crate::ui::card::rule(), footer].into()
}

/// The way to the next step, where there is one, and to all of them.
pub(super) fn to_the_steps<'a, M: Clone + 'a>(
    next: Option<(u8, &Guide)>,
    go: fn(Place) -> M,
) -> Element<'a, M> {
    let all = go(Place::Steps);
    let row = match next {
        Some((number, guide)) => row![
            primary(words::open_step(number)).on_press(go(Place::Guide(guide.id.clone()))),
            secondary(words::SEE_ALL_TEN).on_press(all)
        ],
        None => row![primary(words::SEE_ALL_TEN).on_press(all)],
    };
    row.spacing(space::S12)
        .wrap()
        .vertical_spacing(space::S12)
        .into()
}

/// What somebody said they would do, and how it went this week in their own account.
pub(super) fn promise<'a, M: Clone + 'a>(
    ctx: &Ctx<'_>,
    commitment: &CommitmentView,
    with_mark: bool,
) -> Element<'a, M> {
    let sentence = crate::text::printed::commitment(&commitment.when, &commitment.then);
    let mut said = column![read(sentence).width(Fill)]
        .spacing(space::S4)
        .width(Fill);
    if let Some(how) = status(commitment.status_in(Week::of(ctx.today()))) {
        said = said.push(how);
    }
    let Some(person) = ctx.household.person(commitment.by).filter(|_| with_mark) else {
        return said.into();
    };
    let sign = person::mark(mark(person.mark), &person.name, size::MARK_SMALL);
    row![sign, said].spacing(space::S12).into()
}

fn status<'a, M: 'a>(status: WeekStatus) -> Option<Element<'a, M>> {
    let (picture, tone): (Icon, fn(&Theme) -> text::Style) = match &status {
        WeekStatus::Open => return None,
        WeekStatus::Kept | WeekStatus::KeptAllWeek => (Icon::Check, tone::saved),
        WeekStatus::Adjusted { .. } => (Icon::SlidersHorizontal, tone::glaze),
        // Gold is for the repair; a bare miss is only told.
        WeekStatus::Missed { repaired: true, .. } => (Icon::CircleDashed, tone::gold),
        WeekStatus::Missed { .. } | WeekStatus::SetDown => (Icon::CircleDashed, tone::soft),
    };
    let told = match status {
        WeekStatus::Open => return None,
        WeekStatus::Kept => words::KEPT.to_owned(),
        WeekStatus::KeptAllWeek => words::KEPT_ALL_WEEK.to_owned(),
        WeekStatus::Adjusted { .. } => words::ADJUSTED.to_owned(),
        WeekStatus::Missed { on, repaired } => words::missed(on, repaired),
        WeekStatus::SetDown => words::SET_DOWN.to_owned(),
    };
    Some(sign(picture, told, tone))
}

/// A small line with an icon before it, both in one colour.
pub(super) fn sign<'a, M: 'a>(
    picture: Icon,
    told: impl Into<std::borrow::Cow<'a, str>>,
    tone: fn(&Theme) -> text::Style,
) -> Element<'a, M> {
    let face = container(icon(picture, size::ICON_SMALL).style(tone)).center_y(Type::Small.line());
    let told = small(told).font(fonts::SANS_SEMIBOLD).style(tone);
    row![face, told].spacing(space::S8).into()
}

/// How well something is tested, in words.
pub(super) fn tested(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Trial => said::TRIAL,
        Evidence::SmallStudy => said::SMALL_STUDY,
        Evidence::ClinicalCustom => said::CUSTOM,
        Evidence::SourceAuthor => said::AUTHOR,
    }
}

/// How well something is tested, and whose thoughts it draws on.
pub(super) fn evidence(evidence: Evidence, sources: &[String], library: &Library) -> String {
    let found = sources.iter().filter_map(|id| library.source(id));
    let authors: Vec<&str> = found.map(|source| source.author.as_str()).collect();
    said::line(tested(evidence), &authors)
}
