//! Beside the page: which week, what stands on it, who approved it, and where to save it.

use super::{Message, Pages, Panel, State, speaks, switcher};
use crate::domain::settings::Paper;
use crate::domain::summary::{LineKind, SummaryLine, WeekSummary};
use crate::domain::{Person, Week};
use crate::screen::{Ctx, pieces};
use crate::text::{common, dates, printed, weekly as text};
use crate::ui::card::rule;
use crate::ui::controls::{
    Segment, checkbox, field, primary, quiet, secondary, segments, unavailable,
};
use crate::ui::icon::Icon;
use crate::ui::layout;
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{h1, heading, label, lead, read, small, tone};
use crate::ui::{
    Center, Column, Element, Fill, Row, column, container, dialog, notice, person, row,
};

impl State {
    pub(super) fn controls<'a>(
        &'a self,
        ctx: &Ctx<'a>,
        page: &WeekSummary,
    ) -> Element<'a, Message> {
        let leads = if page.people.len() > 1 {
            text::LEAD
        } else {
            text::MY_LEAD
        };
        let mut body = Column::new().spacing(space::S24);
        if let Some(banner) = self.banner() {
            body = body.push(banner);
        }
        body.push(column![h1(text::TITLE), lead(leads).style(tone::soft)])
            .push(self.weeks(ctx))
            .push(lines(ctx, page))
            .push(rule())
            .push(self.approvals(ctx, page))
            .into()
    }

    fn banner(&self) -> Option<Element<'_, Message>> {
        if let Pages::Failed(detail) = &self.pages {
            let again = secondary(common::TRY_AGAIN)
                .compact()
                .on_press(Message::Retry);
            let todo = text::failed_todo(detail);
            let kind = notice::Kind::Error;
            return Some(notice::banner(kind, text::FAILED, todo, Some(again.into())));
        }
        if let Some(path) = &self.saved_to {
            let kind = notice::Kind::Saved;
            let told = text::saved_to(path);
            return Some(notice::banner(kind, told, text::SAVED_STAYS, None));
        }
        let kind = notice::Kind::Warning;
        self.missing
            .then(|| notice::banner(kind, printed::MISSING, text::MISSING_TODO, None))
    }

    fn weeks<'a>(&self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let this = Week::of(ctx.today());
        let past = self.week < this;
        let step = |icon, name, message: Option<Message>| {
            secondary(name).icon(icon).compact().on_press_maybe(message)
        };
        let shown = dates::week(self.week.monday(), self.week.sunday());
        let mut steps = Row::new()
            .push(step(
                Icon::ChevronLeft,
                text::WEEK_BEFORE,
                Some(Message::Before),
            ))
            .spacing(space::S8)
            .align_y(Center);
        if past {
            steps = steps
                .push(step(
                    Icon::ChevronRight,
                    text::WEEK_AFTER,
                    Some(Message::After),
                ))
                .push(step(
                    Icon::Calendar,
                    text::THIS_WEEK,
                    Some(Message::ThisWeek),
                ));
        }
        column![label(shown), steps.wrap().vertical_spacing(space::S8)]
            .spacing(space::S8)
            .into()
    }

    fn approvals<'a>(&self, ctx: &Ctx<'a>, page: &WeekSummary) -> Element<'a, Message> {
        let two = page.people.len() > 1;
        let (title, clears) = if two {
            (text::BOTH_APPROVE, text::APPROVALS_CLEAR)
        } else {
            (text::I_APPROVE, text::MY_APPROVAL_CLEARS)
        };
        let mut list = column![heading(2, Type::Label, title)].spacing(space::S12);
        for who in people(ctx, page) {
            list = list.push(self.approval(ctx, page, who));
        }
        list.push(small(clears).style(tone::soft)).into()
    }

    fn approval<'a>(
        &self,
        ctx: &Ctx<'a>,
        page: &WeekSummary,
        who: &'a Person,
    ) -> Element<'a, Message> {
        let name = who.name.as_str();
        let approved = page.approved_on(who.id);
        let told = match approved {
            Some(on) => pieces::sign(Icon::Check, text::approved_on(on), tone::saved),
            None => small(text::NOT_APPROVED).style(tone::soft).into(),
        };
        let words = column![label(name.to_owned()), told].width(Fill);
        let mut line = row![
            person::mark(pieces::mark(who.mark), name, size::MARK),
            words
        ]
        .spacing(space::S12)
        .align_y(Center);
        if speaks(ctx, who.id) {
            let button = if approved.is_some() {
                quiet(text::TAKE_BACK)
                    .name(text::take_back_as(name))
                    .on_press(Message::TakeBack(who.id))
            } else {
                let drawn = !self.pictures().is_empty();
                let button = secondary(text::APPROVE).name(text::approve_as(name));
                if drawn {
                    button.on_press(Message::Approve(who.id))
                } else {
                    button.description(text::WAITS_FOR_PAGE)
                }
            };
            line = line.push(button.compact());
        }
        line.into()
    }

    /// What to do with the page; it stays in reach however far one has scrolled.
    pub(super) fn actions<'a>(&self, ctx: &Ctx<'a>, page: &WeekSummary) -> Element<'a, Message> {
        let papers = segments(
            text::PAPER,
            [
                Segment::new(Paper::A4, text::A4),
                Segment::new(Paper::Letter, text::LETTER),
            ],
            Some(ctx.settings.paper),
            Message::Paper,
        );
        let papers = container(papers).width(layout::weekly::PAPERS);
        let gap = || crate::ui::space().width(Fill);
        match self.waits(ctx, page) {
            None => {
                let save = primary(text::SAVE_PDF)
                    .icon(Icon::Download)
                    .on_press(Message::Panel);
                row![save, gap(), papers].align_y(Center).into()
            }
            Some(why) => {
                let reason = small(why.clone()).style(tone::soft);
                let save = secondary(text::SAVE_PDF)
                    .icon(Icon::Download)
                    .description(why);
                column![reason, row![save, gap(), papers].align_y(Center)]
                    .spacing(space::S8)
                    .into()
            }
        }
    }
}

/// Whose page it is; whoever is here alone comes first.
fn people<'a>(ctx: &Ctx<'a>, page: &WeekSummary) -> Vec<&'a Person> {
    let household = ctx.household;
    let mut people: Vec<_> = household
        .joined()
        .filter(|p| page.people.contains(&p.id))
        .collect();
    people.sort_by_key(|p| ctx.me().is_some_and(|me| me != p.id));
    people
}

/// Every line that could stand on the page: first what is both's, then each person's own.
fn lines<'a>(ctx: &Ctx<'a>, page: &WeekSummary) -> Element<'a, Message> {
    let two = page.people.len() > 1;
    let explains = if two {
        text::OFF_AT_FIRST
    } else {
        text::MINE_OFF_AT_FIRST
    };
    let mut list = column![
        heading(2, Type::Label, text::WHAT_IS_ON_IT),
        small(explains).style(tone::soft)
    ]
    .spacing(space::S4);
    for line in page.lines.iter().filter(|l| l.owner.is_none()) {
        list = list.push(joint(ctx, line, two));
    }
    let mut groups = column![list].spacing(space::S16);
    for who in people(ctx, page) {
        let own = page.lines.iter().filter(|l| l.owner == Some(who.id));
        groups = groups.push(persons(ctx, who, own, two));
    }
    groups.into()
}

fn joint<'a>(ctx: &Ctx<'a>, line: &SummaryLine, two: bool) -> Element<'a, Message> {
    let mut says = says(&line.what, two);
    if let Some(by) = line.left_out_by.filter(|_| two) {
        says = text::left_out(&says, ctx.name(by));
    }
    match switcher(ctx, line) {
        Some(by) => switch(line, by, says),
        None => small(says).style(tone::soft).into(),
    }
}

fn persons<'a, 's>(
    ctx: &Ctx<'a>,
    who: &'a Person,
    own: impl Iterator<Item = &'s SummaryLine>,
    two: bool,
) -> Element<'a, Message> {
    let name = who.name.as_str();
    let head = row![
        person::mark(pieces::mark(who.mark), name, size::MARK_SMALL),
        container(heading(3, Type::Label, name.to_owned())).width(Fill)
    ]
    .spacing(space::S12)
    .align_y(Center);
    let mut list = column![].spacing(space::S4);
    if two {
        list = list.push(head);
    }
    let mut some = false;
    let in_hand = speaks(ctx, who.id);
    for line in own {
        // What somebody has not put on the page is nobody else's to look at here.
        match switcher(ctx, line) {
            Some(by) => list = list.push(switch(line, by, says(&line.what, two))),
            None if line.shown => {
                list = list.push(pieces::sign(Icon::Check, says(&line.what, two), tone::soft));
            }
            None => continue,
        }
        some = true;
    }
    if !some {
        let none = if in_hand {
            text::nothing_of(name)
        } else {
            text::nothing_on(name)
        };
        list = list.push(small(none).style(tone::soft));
    }
    list.into()
}

fn switch<'a>(
    line: &SummaryLine,
    by: crate::domain::PersonId,
    says: String,
) -> Element<'a, Message> {
    let key = line.key.as_str().to_owned();
    checkbox(says, None, line.shown, move |on| Message::Line(by, key, on))
}

fn says(what: &LineKind, two: bool) -> String {
    match what {
        LineKind::Path if two => text::PATH.to_owned(),
        LineKind::Path => text::MY_PATH.to_owned(),
        LineKind::Commitment { then, .. } => text::commitment(then),
        LineKind::Repair { words, .. } => text::repair(words),
        LineKind::Felt { on, words } => text::felt(*on, words),
        LineKind::Note { words, .. } => text::note(words),
        LineKind::RitualHeld { name, .. } => text::ritual_held(name),
        LineKind::RitualNext { name, .. } => text::ritual_next(name),
        LineKind::Chapter(_) if two => text::CHAPTER.to_owned(),
        LineKind::Chapter(_) => text::MY_CHAPTER.to_owned(),
    }
}

/// Where to save the file.
pub(super) fn panel(panel: &Panel) -> Element<'_, Message> {
    let ready = panel.is_whole() && !panel.busy;
    let path = field(text::PANEL_FIELD, &panel.path)
        .hint(text::PANEL_HINT)
        .on_input(Message::Path)
        .on_submit_maybe(ready.then_some(Message::SavePdf));
    let choose = secondary(text::CHOOSE)
        .icon(Icon::FolderOpen)
        .compact()
        .on_press(Message::Choose);
    let mut body =
        column![read(text::PANEL_BODY).style(tone::soft), path, choose].spacing(space::S16);
    if let Some(detail) = &panel.failed {
        body = body.push(notice::banner(
            notice::Kind::Error,
            text::NOT_WRITTEN,
            text::not_written_todo(detail),
            None,
        ));
    }
    let save: Element<'_, Message> = if panel.busy {
        unavailable(text::SAVE_HERE, common::SAVING)
    } else {
        primary(text::SAVE_HERE)
            .on_press_maybe(ready.then_some(Message::SavePdf))
            .description(text::PANEL_HINT)
            .into()
    };
    let cancel = secondary(common::CANCEL).on_press(Message::LeavePanel);
    dialog::holding(text::PANEL_TITLE, body, [cancel.into(), save])
}
