//! Guides of one's own: which are in use, a folder to add, what was found in it, and the way back.

use super::{beside, say_packs as say};
use crate::content::check::Summary;
use crate::content::schema::Pack;
use crate::content::{Fault, Folder, Library};
use crate::screen::{Action, Ctx};
use crate::ui::access::{Role, access, nav};
use crate::ui::card::card;
use crate::ui::controls::{field, primary, secondary, unavailable};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{heading, label, read, small, strong, tone};
use crate::ui::{Column, Element, Fill, column, container, notice, row};
use std::sync::Arc;

const FIELD: &str = "settings/packs/folder";
const USE: &str = "settings/packs/use";
const BACK: &str = "settings/packs/back";
const KEEP: &str = "settings/packs/keep";

/// So many faults are shown; who puts them right has the command for the rest.
const MOST_FAULTS: usize = 12;

/// Where the guides on the screens come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    BuiltIn,
    /// A copy in the data folder.
    Kept,
    /// A folder that was named when the app was started.
    ThisRun,
    /// A copy was to be shown and cannot be: the built-in guides stand in for it.
    Lost(Lost),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// It is missing, damaged or cannot be read.
    Copy,
    /// It is whole, and this version does not understand it.
    Fit(Vec<Fault>),
}

/// A folder without a fault: its files as they were checked.
#[derive(Debug)]
pub struct Checked {
    pub folder: Folder,
    pub library: Arc<Library>,
    pub summary: Summary,
}

#[derive(Debug)]
pub(super) struct Packs {
    stand: Stand,
    path: String,
    wrong: bool,
    outcome: Outcome,
}

impl Default for Packs {
    fn default() -> Self {
        Self {
            stand: Stand::BuiltIn,
            path: String::new(),
            wrong: false,
            outcome: Outcome::None,
        }
    }
}

#[derive(Debug, Default)]
enum Outcome {
    #[default]
    None,
    /// The path that is being checked.
    Checking(String),
    Faults(Vec<Fault>),
    Fits(Arc<Checked>),
    Using,
    /// Whether to go back is being asked.
    Leaving,
    /// What happened, and what to know about it.
    Done(&'static str, &'static str),
    /// What went wrong, and what to do.
    Failed(String, String),
}

#[derive(Debug, Clone)]
pub enum Message {
    Stands(Stand),
    Path(String),
    Choose,
    Chosen(String),
    Check,
    Checked(String, Result<Arc<Checked>, Vec<Fault>>),
    Use,
    NotNow,
    /// Asks whether to go back.
    GoBack,
    Back,
    Used,
    WentBack,
    Failed(String, String),
}

#[derive(Debug, Clone)]
pub enum Intent {
    /// Show the system's dialog; a folder comes back as `Chosen`.
    Choose,
    /// Read this folder; what is found comes back as `Checked`.
    Check(String),
    /// Keep a copy and show it.
    Use(Arc<Checked>),
    GoBack,
}

impl PartialEq for Intent {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Choose, Self::Choose) | (Self::GoBack, Self::GoBack) => true,
            (Self::Check(one), Self::Check(other)) => one == other,
            (Self::Use(one), Self::Use(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl Packs {
    pub(super) fn update(&mut self, message: Message) -> Action<Message, Intent> {
        match message {
            Message::Stands(stand) => self.stand = stand,
            Message::Path(path) => {
                self.path = path;
                self.wrong = false;
                // What was found is of another folder.
                if !matches!(self.outcome, Outcome::Using) {
                    self.outcome = Outcome::None;
                }
            }
            Message::Choose if !self.is_busy() => return Action::Ask(Intent::Choose),
            Message::Chosen(path) if !self.is_busy() => {
                self.path = path;
                return self.check();
            }
            Message::Check if !self.is_busy() => return self.check(),
            Message::Checked(path, found) => {
                if !matches!(&self.outcome, Outcome::Checking(asked) if *asked == path) {
                    return Action::None;
                }
                let (outcome, focus) = match found {
                    Ok(checked) => (Outcome::Fits(checked), USE),
                    Err(faults) => (Outcome::Faults(faults), FIELD),
                };
                self.outcome = outcome;
                return Action::Run(nav::to(focus));
            }
            Message::Use => {
                if let Outcome::Fits(checked) = std::mem::take(&mut self.outcome) {
                    self.outcome = Outcome::Using;
                    return Action::Ask(Intent::Use(checked));
                }
            }
            Message::NotNow => {
                self.outcome = Outcome::None;
                let focus = if self.stand == Stand::Kept {
                    BACK
                } else {
                    FIELD
                };
                return Action::Run(nav::to(focus));
            }
            Message::GoBack if !self.is_busy() => {
                self.outcome = Outcome::Leaving;
                return Action::Run(nav::to(KEEP));
            }
            Message::Back if matches!(self.outcome, Outcome::Leaving) => {
                self.outcome = Outcome::Using;
                return Action::Ask(Intent::GoBack);
            }
            Message::Used => {
                self.outcome = Outcome::Done(say::USED, say::USED_NOTE);
                return Action::Run(nav::to(BACK));
            }
            Message::WentBack => {
                self.outcome = Outcome::Done(say::WENT_BACK, say::WENT_BACK_NOTE);
                return Action::Run(nav::to(FIELD));
            }
            Message::Failed(what, to_do) => self.outcome = Outcome::Failed(what, to_do),
            Message::Choose
            | Message::Chosen(_)
            | Message::Check
            | Message::GoBack
            | Message::Back => {}
        }
        Action::None
    }

    fn check(&mut self) -> Action<Message, Intent> {
        let path = self.path.trim().to_owned();
        self.wrong = path.is_empty();
        if self.wrong {
            return Action::Run(nav::to(FIELD));
        }
        self.outcome = Outcome::Checking(path.clone());
        Action::Ask(Intent::Check(path))
    }

    fn is_busy(&self) -> bool {
        matches!(self.outcome, Outcome::Checking(_) | Outcome::Using)
    }

    pub(super) fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let mut words = column![
            heading(2, Type::H3, say::TITLE),
            small(say::NOTE).style(tone::soft)
        ]
        .spacing(space::S4);
        if ctx.household.people.len() > 1 {
            words = words.push(small(say::FOR_BOTH).style(tone::soft));
        }
        let mut control = column![self.stands(ctx)].spacing(space::S16).width(Fill);
        // What was done to the guides in use stands with them; what was found in a folder stands below its field.
        let of_the_folder = !matches!(self.outcome, Outcome::Leaving | Outcome::Done(..));
        if !of_the_folder {
            control = control.push(self.outcome());
        }
        if self.stand != Stand::ThisRun {
            control = control.push(self.add());
        }
        if of_the_folder {
            control = control.push(self.outcome());
        }
        beside(words, control, ctx.width())
    }

    /// What is in use, and the way back from it.
    fn stands<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let way_back = || {
            secondary(say::GO_BACK)
                .compact()
                .on_press_maybe((!self.is_busy()).then_some(Message::GoBack))
                .id(BACK)
        };
        match &self.stand {
            Stand::BuiltIn => read(say::BUILT_IN).into(),
            Stand::ThisRun => {
                let mut stands = column![read(say::FOR_THIS_RUN)].spacing(space::S8);
                if let Some(pack) = &ctx.library.pack {
                    stands = stands.push(named(Some(pack)));
                }
                stands.into()
            }
            Stand::Kept => column![
                small(say::IN_USE).style(tone::soft),
                named(ctx.library.pack.as_ref()),
                container(way_back()).padding([space::S8, 0.0])
            ]
            .spacing(space::S4)
            .into(),
            Stand::Lost(lost) => {
                let (to_do, faults): (_, &[Fault]) = match lost {
                    Lost::Copy => (say::LOST_COPY, &[]),
                    Lost::Fit(faults) => (say::LOST_FIT, faults),
                };
                let kind = notice::Kind::Warning;
                let mut stands =
                    column![notice::banner(kind, say::LOST, to_do, None)].spacing(space::S12);
                if !faults.is_empty() {
                    stands = stands.push(list(faults));
                }
                stands.push(way_back()).into()
            }
        }
    }

    fn outcome(&self) -> Option<Element<'_, Message>> {
        Some(match &self.outcome {
            Outcome::None | Outcome::Checking(_) => return None,
            Outcome::Faults(faults) => {
                let kind = notice::Kind::Error;
                let banner = notice::banner(kind, say::FAULTS, say::NOTHING_CHANGED, None);
                column![banner, list(faults)].spacing(space::S12).into()
            }
            Outcome::Fits(checked) => self.preview(checked),
            Outcome::Using => unavailable(say::USE, say::USING),
            Outcome::Leaving => {
                let answers = row![
                    secondary(say::GO_BACK_YES).on_press(Message::Back),
                    secondary(say::KEEP_THEM).on_press(Message::NotNow).id(KEEP)
                ]
                .spacing(space::S12)
                .wrap()
                .vertical_spacing(space::S12);
                card(column![read(say::GO_BACK_NOTE), answers].spacing(space::S16))
                    .width(Fill)
                    .into()
            }
            Outcome::Done(what, note) => notice::banner(notice::Kind::Saved, *what, *note, None),
            Outcome::Failed(what, to_do) => {
                notice::banner(notice::Kind::Error, what.as_str(), to_do.as_str(), None)
            }
        })
    }

    /// What using the folder would do, in words.
    fn preview<'a>(&self, checked: &'a Checked) -> Element<'a, Message> {
        let summary = &checked.summary;
        let does = match summary.adds {
            Some(adds) => say::adds(adds.new, adds.in_place),
            None => say::stands_alone(summary.guides),
        };
        let mut words = column![
            small(say::FITS).style(tone::saved),
            named(checked.library.pack.as_ref()),
            read(does)
        ]
        .spacing(space::S8);
        if self.stand == Stand::Kept {
            words = words.push(read(say::IN_PLACE_OF_KEPT));
        }
        let words = words.push(small(say::USE_NOTE).style(tone::soft));
        let answers = row![
            primary(say::USE).on_press(Message::Use).id(USE),
            secondary(say::NOT_NOW).on_press(Message::NotNow)
        ]
        .spacing(space::S12)
        .wrap()
        .vertical_spacing(space::S12);
        card(column![access(Role::Status, words), answers].spacing(space::S16))
            .width(Fill)
            .into()
    }

    fn add(&self) -> Element<'_, Message> {
        let ready = !self.is_busy();
        let path = field(say::FIELD, &self.path)
            .hint(say::FIELD_HINT)
            .error(self.wrong.then_some(say::NO_PATH))
            .on_input(Message::Path)
            .on_submit_maybe(ready.then_some(Message::Check))
            .id(FIELD);
        let choose = secondary(say::CHOOSE)
            .icon(Icon::FolderOpen)
            .compact()
            .on_press_maybe(ready.then_some(Message::Choose));
        let check: Element<'_, Message> = match self.outcome {
            Outcome::Checking(_) => unavailable(say::CHECK, say::CHECKING),
            _ => secondary(say::CHECK)
                .compact()
                .on_press_maybe(ready.then_some(Message::Check))
                .into(),
        };
        let buttons = row![choose, check]
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S12);
        column![
            heading(3, Type::Label, say::ADD),
            container(path).max_width(size::MEASURE),
            buttons
        ]
        .spacing(space::S12)
        .into()
    }
}

/// Title, by whom, in which language.
fn named<'a>(pack: Option<&'a Pack>) -> Element<'a, Message> {
    match pack {
        Some(pack) => column![
            label(pack.title.as_str()).width(Fill),
            small(say::about(&pack.by, &pack.language)).style(tone::soft)
        ]
        .into(),
        None => label(say::UNTITLED).into(),
    }
}

fn list(faults: &[Fault]) -> Element<'_, Message> {
    let rows = faults.iter().take(MOST_FAULTS).map(|fault| {
        let words = column![
            strong(say::place(&fault.file, fault.line, fault.column)),
            small(fault.what.as_str()),
            small(say::allowed(&fault.allowed)).style(tone::soft)
        ]
        .spacing(space::S4)
        .width(Fill);
        access(Role::ListItem, words).into()
    });
    let rows = Column::with_children(rows).spacing(space::S12);
    let mut all = column![access(Role::List, rows).name(say::FAULTS_NAME)].spacing(space::S12);
    if let Some(more) = faults.len().checked_sub(MOST_FAULTS).filter(|n| *n > 0) {
        all = all.push(small(say::more_faults(more)).style(tone::soft));
    }
    all.into()
}
