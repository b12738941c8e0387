//! What concerns only the one who is here alone: their name, their passphrase, and words that open their room without it.
//!
//! The passphrase is asked for before either is touched: an open laptop alone must not be enough to take a room over.

use crate::domain::{PersonId, Words, passphrase};
use crate::screen::phrase::{self, Phrase};
use crate::screen::threshold::fault_of_name;
use crate::screen::{Ctx, pieces};
use crate::text::{settings as say, setup};
use crate::ui::access::{Live, Role, access};
use crate::ui::card::card;
use crate::ui::controls::{field, primary, secondary};
use crate::ui::icon::Icon;
use crate::ui::notice::{self, banner};
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{h1, heading, lead, read, text, tone};
use crate::ui::{Column, Element, Fill, Row, column, container, dialog};

pub(super) const NAME: &str = "settings/my-name";
const CURRENT: &str = "settings/current-passphrase";
const BACK: &str = "settings/back";
const TO_PASSPHRASE: &str = "settings/to-passphrase";
const TO_RECOVERY: &str = "settings/to-recovery";

/// Title, then what to do.
type Notice = (String, String);

#[derive(Debug, Default)]
pub(super) struct Mine {
    /// The name being typed; otherwise it is the one that stands.
    name: Option<Words>,
    wrong_name: Option<&'static str>,
    page: Option<Page>,
    /// The button that led to the page that was open last.
    from: &'static str,
    changed: bool,
}

#[derive(Debug)]
enum Page {
    Passphrase { asked: Asked, new: Box<Phrase> },
    Recovery { asked: Asked, words: Made },
}

#[derive(Debug)]
enum Made {
    NotYet,
    Drawn(Words),
    /// They open the room from now on, and are shown this once.
    Ready(Words),
}

/// The passphrase in use, asked for.
#[derive(Debug, Default)]
struct Asked {
    typed: Words,
    shown: bool,
    wrong: Option<&'static str>,
    busy: bool,
    failed: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Name(Words),
    Rename,
    Renamed,
    ToPassphrase,
    ToRecovery,
    Back,
    Current(Words),
    ShowOrHide,
    New(phrase::Message),
    /// Makes the words.
    Make,
    Changed,
    Made,
    /// It was another passphrase.
    NotYours,
    Failed(String, String),
}

/// What the app is to do.
pub(super) enum Next {
    Stay,
    Focus(&'static str),
    Turned,
    Rename(Words),
    Change { current: Words, new: Words },
    Recovery { current: Words, words: Words },
}

impl Mine {
    pub(super) fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Next {
        match message {
            Message::Name(name) => {
                self.name = Some(name);
                self.wrong_name = None;
            }
            Message::Rename => return self.rename(ctx),
            Message::Renamed => self.name = None,
            Message::ToPassphrase => {
                self.changed = false;
                self.from = TO_PASSPHRASE;
                let new = Box::new(Phrase::new());
                let asked = Asked::default();
                self.page = Some(Page::Passphrase { asked, new });
                return Next::Turned;
            }
            Message::ToRecovery => {
                self.from = TO_RECOVERY;
                let (asked, words) = (Asked::default(), Made::NotYet);
                self.page = Some(Page::Recovery { asked, words });
                return Next::Turned;
            }
            Message::Back => {
                if !self.is_busy() {
                    self.page = None;
                    return Next::Turned;
                }
            }
            Message::Changed => {
                self.page = None;
                self.changed = true;
                return Next::Turned;
            }
            _ => return self.within(message, ctx),
        }
        Next::Stay
    }

    /// What happens on the page that is open.
    fn within(&mut self, message: Message, ctx: &Ctx<'_>) -> Next {
        let Some(page) = &mut self.page else {
            return Next::Stay;
        };
        match (message, page) {
            (
                Message::Current(typed),
                Page::Passphrase { asked, .. } | Page::Recovery { asked, .. },
            ) => {
                asked.typed = typed;
                asked.wrong = None;
            }
            (
                Message::ShowOrHide,
                Page::Passphrase { asked, .. } | Page::Recovery { asked, .. },
            ) => asked.shown = !asked.shown,
            (Message::NotYours, Page::Passphrase { asked, .. } | Page::Recovery { asked, .. }) => {
                asked.busy = false;
                asked.wrong = Some(say::NOT_YOURS);
                return Next::Focus(CURRENT);
            }
            (
                Message::Failed(what, to_do),
                Page::Passphrase { asked, .. } | Page::Recovery { asked, .. },
            ) => {
                asked.busy = false;
                asked.failed = Some((what, to_do));
            }
            (Message::New(message), Page::Passphrase { asked, new }) => {
                match new.update(message, ctx) {
                    phrase::Next::Stay => {}
                    phrase::Next::Focus(id) => return Next::Focus(id),
                    phrase::Next::Use(new) => {
                        return asked
                            .go()
                            .map_or(Next::Focus(CURRENT), |current| Next::Change {
                                current,
                                new,
                            });
                    }
                }
            }
            (Message::Make, Page::Recovery { asked, words }) => {
                let Ok(drawn) = passphrase::five_words(getrandom::fill) else {
                    asked.wrong = Some(say::NO_CHANCE);
                    return Next::Focus(CURRENT);
                };
                let Some(current) = asked.go() else {
                    return Next::Focus(CURRENT);
                };
                *words = Made::Drawn(drawn.clone());
                return Next::Recovery {
                    current,
                    words: drawn,
                };
            }
            (Message::Made, Page::Recovery { asked, words }) => {
                if let Made::Drawn(drawn) = words {
                    *words = Made::Ready(std::mem::take(drawn));
                    *asked = Asked::default();
                    return Next::Turned;
                }
            }
            _ => {}
        }
        Next::Stay
    }

    fn rename(&mut self, ctx: &Ctx<'_>) -> Next {
        let (Some(me), Some(name)) = (ctx.me(), &self.name) else {
            return Next::Stay;
        };
        let other = ctx.household.other(me).map(|other| other.name.as_str());
        self.wrong_name = fault_of_name(name, other);
        if self.wrong_name.is_some() {
            return Next::Focus(NAME);
        }
        Next::Rename(name.trim().into())
    }

    fn is_busy(&self) -> bool {
        match &self.page {
            Some(Page::Passphrase { asked, .. } | Page::Recovery { asked, .. }) => asked.busy,
            None => false,
        }
    }

    /// Whether a page of its own takes the place of the settings.
    pub(super) fn is_open(&self) -> bool {
        self.page.is_some()
    }

    pub(super) fn page<'a>(&'a self, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
        let me = ctx.me()?;
        let (page, forward) = match self.page.as_ref()? {
            Page::Passphrase { asked, new } => {
                let forward = Element::from(new.forward(asked.busy)).map(Message::New);
                (passphrase_page(ctx, me, asked, new), forward)
            }
            Page::Recovery {
                words: Made::Ready(words),
                ..
            } => {
                let done = primary(say::WRITTEN_DOWN).on_press(Message::Back);
                (ready(words), done.into())
            }
            Page::Recovery { asked, .. } => {
                let make = if asked.busy {
                    primary(say::CHECKING)
                } else {
                    primary(say::MAKE_RECOVERY).on_press(Message::Make)
                };
                (recovery_page(asked), make.into())
            }
        };
        let back = secondary(say::BACK_TO_SETTINGS)
            .icon(Icon::ArrowLeft)
            .compact()
            .id(BACK)
            .on_press(Message::Back);
        let page = column![Element::from(back), page]
            .spacing(space::S24)
            .max_width(size::MEASURE);
        Some(pieces::with_footer(ctx, pieces::sheet(ctx, page), forward))
    }

    /// While everything is sealed anew nothing else can be begun.
    pub(super) fn dialog<'a>(&self) -> Option<Element<'a, Message>> {
        let sealing = matches!(&self.page, Some(Page::Passphrase { asked, .. }) if asked.busy);
        sealing.then(|| dialog::dialog(say::SEALING, say::SEALING_NOTE, []))
    }

    pub(super) fn name<'a>(&'a self, ctx: &Ctx<'a>, me: PersonId) -> Element<'a, Message> {
        let household = ctx.household;
        let stands = household.name(me);
        let typed = self.name.as_ref().map_or(stands, Words::as_str);
        let ready = typed.trim() != stands;
        let name = field(say::YOUR_NAME, typed)
            .error(self.wrong_name)
            .on_input(|typed| Message::Name(typed.into()))
            .on_submit_maybe(ready.then_some(Message::Rename))
            .id(NAME);
        let save = secondary(say::SAVE_NAME).on_press_maybe(ready.then_some(Message::Rename));
        let save = if ready {
            save
        } else {
            save.description(say::THE_SAME_NAME)
        };
        column![container(name).max_width(size::DIALOG), save]
            .spacing(space::S12)
            .into()
    }

    pub(super) fn passphrase<'a>(&self) -> Element<'a, Message> {
        let change = secondary(say::CHANGE_PASSPHRASE)
            .id(TO_PASSPHRASE)
            .on_press(Message::ToPassphrase);
        let changed = self
            .changed
            .then(|| banner(notice::Kind::Saved, say::CHANGED, say::CHANGED_NOTE, None));
        Column::new()
            .push(changed)
            .push(Element::from(change))
            .spacing(space::S12)
            .into()
    }

    pub(super) fn recovery<'a>(&self) -> Element<'a, Message> {
        let make = secondary(say::MAKE_RECOVERY)
            .id(TO_RECOVERY)
            .on_press(Message::ToRecovery);
        Row::new().push(Element::from(make)).into()
    }
}

impl Asked {
    /// Takes what was typed on its way, where something was.
    fn go(&mut self) -> Option<Words> {
        if self.busy {
            return None;
        }
        self.failed = None;
        if self.typed.is_blank() {
            self.wrong = Some(say::CURRENT_FIRST);
            return None;
        }
        self.busy = true;
        Some(self.typed.clone())
    }

    fn view<'a>(&'a self, on_submit: Option<Message>) -> Element<'a, Message> {
        let eye = if self.shown {
            setup::passphrase::HIDE
        } else {
            setup::passphrase::SHOW
        };
        field(say::CURRENT, &self.typed)
            .secure(self.shown, eye, Message::ShowOrHide)
            .error(self.wrong)
            .on_input(|typed| Message::Current(typed.into()))
            .on_submit_maybe(on_submit)
            .id(CURRENT)
            .into()
    }

    fn failed<'a>(&'a self) -> Option<Element<'a, Message>> {
        let (what, to_do) = self.failed.as_ref()?;
        Some(banner(
            notice::Kind::Error,
            what.as_str(),
            to_do.as_str(),
            None,
        ))
    }
}

fn passphrase_page<'a>(
    ctx: &Ctx<'a>,
    me: PersonId,
    asked: &'a Asked,
    new: &'a Phrase,
) -> Element<'a, Message> {
    let other = ctx.household.other(me).map(|other| other.name.as_str());
    let head = column![
        h1(say::CHANGE_PASSPHRASE),
        read(say::CHANGE_LEAD).style(tone::soft)
    ]
    .spacing(space::S8);
    let new_one = column![
        heading(2, Type::H2, say::NEW_ONE),
        new.view(ctx, other).map(Message::New)
    ]
    .spacing(space::S12);
    Column::new()
        .push(head)
        .push(asked.failed())
        .push(asked.view(None))
        .push(new_one)
        .spacing(space::S24)
        .into()
}

fn recovery_page(asked: &Asked) -> Element<'_, Message> {
    let head = column![
        h1(say::RECOVERY),
        read(say::RECOVERY_LEAD).style(tone::soft),
        read(say::RECOVERY_YOURS).style(tone::soft)
    ]
    .spacing(space::S8);
    Column::new()
        .push(head)
        .push(asked.failed())
        .push(asked.view(Some(Message::Make)))
        .spacing(space::S24)
        .into()
}

fn ready(words: &Words) -> Element<'_, Message> {
    let shown = text(Type::H2, words.as_str()).width(Fill);
    let shown = access(Role::Status, shown)
        .name(format!("{}: {}", say::YOUR_RECOVERY, words.as_str()))
        .live(Live::Polite);
    column![
        column![
            h1(say::YOUR_RECOVERY),
            lead(say::WRITE_DOWN).style(tone::soft)
        ]
        .spacing(space::S8),
        card(shown).width(Fill)
    ]
    .spacing(space::S24)
    .into()
}

/// Where the focus goes when one of these pages opens or is left.
pub(super) fn focus(mine: &Mine) -> &'static str {
    match &mine.page {
        Some(Page::Recovery {
            words: Made::Ready(_),
            ..
        }) => BACK,
        Some(_) => CURRENT,
        None => mine.from,
    }
}
