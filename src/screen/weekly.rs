//! The weekly page: what stands on it, who approved it, and the page itself exactly as it will print.
//!
//! Promises (CARE.md, safety rules 11 and 13): each person puts on their own lines and nobody else's; what is saved is what
//! is shown, and only once everyone whose page it is has approved it as it stands.

mod controls;
mod preview;

use super::{Action, Ctx, Entry, Here, Screen, pieces};
use crate::domain::record::{Approval, Line};
use crate::domain::settings::Paper;
use crate::domain::summary::{self, SummaryLine, WeekSummary};
use crate::domain::{Kind, PersonId, Room, Week};
use crate::text::weekly as text;
use crate::ui::layout;
use crate::ui::scale::{Width, size, space};
use crate::ui::theme::style;
use crate::ui::{Element, Fill, Id, Padding, Picture, card::rule_down, column, container, row};
use iced::widget::operation;
use iced::widget::scrollable::AbsoluteOffset;
use std::path::Path;

const LARGER: &str = "weekly-larger";

#[derive(Debug)]
pub struct State {
    week: Week,
    pages: Pages,
    /// Some characters of the page have no font here.
    missing: bool,
    larger: bool,
    panel: Option<Panel>,
    /// Where the page was last saved.
    saved_to: Option<String>,
}

/// The page as it would print.
#[derive(Debug)]
enum Pages {
    /// Being drawn; what was there before is no longer what would print.
    Awaited,
    Drawn(Vec<Page>),
    Failed(String),
}

/// Where to save the file.
struct Panel {
    path: String,
    busy: bool,
    failed: Option<String>,
}

/// A path can name people, so it is not printed.
impl std::fmt::Debug for Panel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Panel").finish_non_exhaustive()
    }
}

impl Panel {
    fn new() -> Self {
        Self {
            path: text::FILE_NAME.to_owned(),
            busy: false,
            failed: None,
        }
    }

    /// A bare name would end up wherever the app was started from.
    fn is_whole(&self) -> bool {
        let path = Path::new(self.path.trim());
        path.is_absolute() && path.file_name().is_some()
    }
}

#[derive(Debug, Clone)]
pub enum Message {
    Before,
    After,
    ThisWeek,
    /// Put a line on the page, or take it off, in the name of a person.
    Line(PersonId, String, bool),
    Approve(PersonId),
    TakeBack(PersonId),
    Paper(Paper),
    Larger(bool),
    Scroll(bool),
    Panel,
    Path(String),
    Choose,
    SavePdf,
    LeavePanel,
    Retry,
    Preview(Vec<Page>),
    /// Some characters of the page that was drawn last have no font here.
    GlyphsMissing,
    PageFailed(String),
    FileChosen(String),
    PdfSaved(Result<String, String>),
    Saved,
    NotSaved,
}

/// One page as it was drawn, in the two sizes of [`State::widths`].
#[derive(Debug, Clone)]
pub struct Page {
    pub beside: Picture,
    pub whole: Picture,
}

/// What only the weekly page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Draw the page again; the answer is `Preview` or `PageFailed`.
    Refresh,
    SavePdf {
        path: String,
    },
    /// Name a file to begin with; the answer is `FileChosen`.
    SuggestFile,
    /// Let the system's own file window name the file; the answer is `FileChosen`.
    ChooseFile,
    /// Keep this as the paper to print on, and draw the page again.
    ChangePaper(Paper),
}

impl State {
    pub fn new(ctx: &Ctx<'_>) -> Self {
        Self {
            week: Week::of(ctx.today()),
            pages: Pages::Awaited,
            missing: false,
            larger: false,
            panel: None,
            saved_to: None,
        }
    }

    /// The week that is shown.
    pub fn week(&self) -> Week {
        self.week
    }

    /// How wide a page stands beside the controls, and at its own size, so that it is drawn in just these sizes: letters and
    /// hairlines fall apart where a picture is shrunk.
    pub fn widths(&self, ctx: &Ctx<'_>) -> (f32, f32) {
        (beside(ctx), ctx.settings.paper.size().0)
    }

    fn show(&mut self, week: Week) -> Action<Message, Intent> {
        self.week = week;
        self.saved_to = None;
        self.redraw()
    }

    fn redraw(&mut self) -> Action<Message, Intent> {
        self.pages = Pages::Awaited;
        Action::Ask(Intent::Refresh)
    }

    fn pictures(&self) -> &[Page] {
        match &self.pages {
            Pages::Drawn(pages) => pages,
            Pages::Awaited | Pages::Failed(_) => &[],
        }
    }

    /// Why the page cannot be saved now.
    fn waits(&self, ctx: &Ctx<'_>, page: &WeekSummary) -> Option<String> {
        match self.pages {
            Pages::Awaited => return Some(text::WAITS_FOR_PAGE.to_owned()),
            Pages::Failed(_) => return Some(text::PAGE_MISSING.to_owned()),
            Pages::Drawn(_) => {}
        }
        let mut waiting = page.approvals.iter().filter(|(_, on)| on.is_none());
        match (waiting.next(), waiting.next()) {
            (None, _) if page.is_approved() => None,
            (Some((who, _)), None) if page.people.len() > 1 => {
                Some(text::waits_for(ctx.name(*who)))
            }
            (_, None) => Some(text::WAITS_FOR_ME.to_owned()),
            (_, Some(_)) => Some(text::WAITS_FOR_BOTH.to_owned()),
        }
    }

    fn approve(&mut self, ctx: &Ctx<'_>, who: PersonId, yes: bool) -> Action<Message, Intent> {
        // Only what stands on the screen can be approved.
        if !speaks(ctx, who) || (yes && self.pictures().is_empty()) {
            return Action::None;
        }
        let page = if yes {
            page(ctx, self.week).fingerprint
        } else {
            String::new()
        };
        let approval = Approval {
            week: self.week,
            page,
            more: Default::default(),
        };
        Action::Save(vec![Entry::new(
            Room::Shared,
            who,
            Kind::Approval(approval),
        )])
    }

    fn put(
        &self,
        ctx: &Ctx<'_>,
        by: PersonId,
        line: String,
        shown: bool,
    ) -> Action<Message, Intent> {
        let lines = page(ctx, self.week).lines;
        let its = lines.iter().find(|l| l.key.as_str() == line);
        if its.and_then(|l| switcher(ctx, l)) != Some(by) {
            return Action::None;
        }
        let line = Line {
            week: self.week,
            line,
            shown,
            more: Default::default(),
        };
        Action::Save(vec![Entry::new(Room::Shared, by, Kind::Line(line))])
    }
}

/// The page of the two, or of the one whose household this is.
fn page(ctx: &Ctx<'_>, week: Week) -> WeekSummary {
    let steps = ctx.library.step_ids();
    let records = (ctx.shared, ctx.own);
    summary::of_week(records, ctx.household, ctx.me(), week, &steps)
}

fn speaks(ctx: &Ctx<'_>, person: PersonId) -> bool {
    ctx.here == Here::Both || ctx.me() == Some(person)
}

/// Who can switch a line: its owner. What is both's can be taken off by either, and put back by the one who took it off.
fn switcher(ctx: &Ctx<'_>, line: &SummaryLine) -> Option<PersonId> {
    let joined = || ctx.household.joined().map(|p| p.id);
    line.owner
        .or(line.left_out_by)
        .or_else(|| ctx.me())
        .or_else(|| joined().find(|id| ctx.proved.contains(id)))
        .or_else(|| joined().next())
        .filter(|who| speaks(ctx, *who))
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::Before => return self.show(self.week.previous()),
            Message::After if self.week < Week::of(ctx.today()) => {
                return self.show(self.week.next());
            }
            Message::After => {}
            Message::ThisWeek => return self.show(Week::of(ctx.today())),
            Message::Line(by, line, shown) => return self.put(ctx, by, line, shown),
            Message::Approve(who) => return self.approve(ctx, who, true),
            Message::TakeBack(who) => return self.approve(ctx, who, false),
            Message::Paper(paper) if paper != ctx.settings.paper => {
                self.pages = Pages::Awaited;
                return Action::Ask(Intent::ChangePaper(paper));
            }
            Message::Paper(_) => {}
            Message::Larger(larger) => self.larger = larger && !self.pictures().is_empty(),
            Message::Scroll(down) => {
                let y = if down {
                    layout::weekly::STEP
                } else {
                    -layout::weekly::STEP
                };
                let offset = AbsoluteOffset { x: 0.0, y };
                return Action::Run(operation::scroll_by(Id::new(LARGER), offset));
            }
            Message::Panel => {
                if self.waits(ctx, &page(ctx, self.week)).is_none() {
                    self.panel = Some(Panel::new());
                    return Action::Ask(Intent::SuggestFile);
                }
            }
            Message::Path(path) => {
                if let Some(panel) = &mut self.panel {
                    (panel.path, panel.failed) = (path, None);
                }
            }
            Message::Choose => return Action::Ask(Intent::ChooseFile),
            Message::FileChosen(path) => {
                let panel = self.panel.get_or_insert_with(Panel::new);
                (panel.path, panel.failed) = (path, None);
            }
            Message::SavePdf => {
                let ready = self.waits(ctx, &page(ctx, self.week)).is_none();
                let panel = self.panel.as_mut().filter(|p| p.is_whole() && !p.busy);
                if let Some(panel) = panel.filter(|_| ready) {
                    panel.busy = true;
                    panel.failed = None;
                    let path = panel.path.trim().to_owned();
                    return Action::Ask(Intent::SavePdf { path });
                }
            }
            Message::LeavePanel => self.panel = None,
            Message::PdfSaved(Ok(path)) => (self.panel, self.saved_to) = (None, Some(path)),
            Message::PdfSaved(Err(detail)) => {
                let panel = self.panel.get_or_insert_with(Panel::new);
                (panel.busy, panel.failed) = (false, Some(detail));
            }
            Message::Preview(pages) => {
                self.missing = false;
                self.pages = Pages::Drawn(pages);
            }
            Message::GlyphsMissing => self.missing = true,
            Message::PageFailed(detail) => {
                self.larger = false;
                self.pages = Pages::Failed(detail);
            }
            Message::Saved => {
                self.saved_to = None;
                return self.redraw();
            }
            Message::Retry => return self.redraw(),
            Message::NotSaved => {}
        }
        Action::None
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let summary = page(ctx, self.week);
        let width = ctx.width();
        let margin = width.margin();
        let body = self.controls(ctx, &summary);
        let actions = self.actions(ctx, &summary);
        if width == Width::Narrow {
            let page = column![body, self.preview(ctx)].spacing(space::S32);
            return pieces::with_footer(ctx, pieces::sheet(ctx, page), actions);
        }
        let body = container(body).padding(Padding::from([space::S24, margin]));
        let footer = container(actions).padding([space::S12, margin]).width(Fill);
        let side = column![pieces::scrolled(ctx, body), crate::ui::card::rule(), footer];
        let shown = container(self.preview(ctx))
            .style(style::ground)
            .height(Fill);
        if width == Width::Compact {
            let shown = shown.width(layout::weekly::COMPACT + margin + margin);
            return row![shown, rule_down(), side.width(Fill)].into();
        }
        row![
            shown.width(Fill),
            rule_down(),
            side.width(layout::weekly::CONTROLS)
        ]
        .into()
    }

    fn dialog<'a>(&'a self, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        if let Some(panel) = &self.panel {
            return Some(controls::panel(panel));
        }
        self.larger.then(|| self.seen_larger(ctx))
    }

    fn escape(&self) -> Option<Message> {
        if self.panel.is_some() {
            return Some(Message::LeavePanel);
        }
        self.larger.then_some(Message::Larger(false))
    }

    fn saved(&self) -> Option<Message> {
        Some(Message::Saved)
    }

    fn not_saved(&self) -> Option<Message> {
        Some(Message::NotSaved)
    }
}

/// How wide the page may be beside its controls, so that it is seen whole where there is room.
fn beside(ctx: &Ctx<'_>) -> f32 {
    let width = ctx.width();
    let (natural_width, natural_height) = ctx.settings.paper.size();
    let pane = ctx.size.width
        - width.sidebar().unwrap_or_default()
        - layout::weekly::CONTROLS
        - space::S48 * 2.0;
    let margins = space::S24 + space::S12 + layout::weekly::EDGE;
    let under = size::TOP_BAR + size::COMPACT + margins * 2.0;
    let tall = (ctx.size.height - under) * natural_width / natural_height;
    match width {
        Width::Narrow | Width::Compact => layout::weekly::COMPACT,
        Width::Wide => pane
            .min(tall.max(layout::weekly::COMPACT))
            .min(natural_width),
        Width::Large => pane.min(natural_width),
    }
}
