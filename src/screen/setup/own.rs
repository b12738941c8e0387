//! What one person answers alone: their part, four questions that nobody keeps, how to go on, their passphrase.

use super::frame::Sheet;
use crate::domain::{Part, PersonId, Words};
use crate::screen::Ctx;
use crate::screen::phrase::{self, Phrase};
use crate::screen::threshold::{parts, short};
use crate::text::{common, setup as say};
use crate::ui::column;
use crate::ui::controls::{Segment, list_row, primary, secondary, segments};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{size, space};
use crate::ui::text::{label, lead, small, tone};

#[derive(Debug)]
pub(super) struct Own {
    pub(super) person: PersonId,
    step: Step,
    part: Option<Part>,
    asked: Asked,
    /// They chose to use the app alone for now.
    pub(super) alone: bool,
    phrase: Phrase,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Part,
    Asked,
    Next,
    Phrase,
}

/// What was answered of fear, injury, forced sex and control. It lives only while its page is open, decides nothing, and
/// prints nothing.
#[derive(Default, Clone, PartialEq)]
struct Asked([Option<Answer>; QUESTIONS]);

const QUESTIONS: usize = 4;

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked(..)")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    RatherNotSay,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(..)")
    }
}

#[derive(Debug, Clone)]
pub enum Message {
    Part(Part),
    Answered(usize, Answer),
    Continue,
    Help,
    Alone,
    GoOn,
    Phrase(phrase::Message),
    Back,
}

pub(super) enum Next {
    Stay,
    Focus(&'static str),
    /// Another page is shown.
    Turned,
    Help,
    Join {
        part: Part,
        passphrase: Words,
    },
}

impl Own {
    pub(super) fn new(person: PersonId) -> Self {
        Self {
            person,
            step: Step::Part,
            part: None,
            asked: Asked::default(),
            alone: false,
            phrase: Phrase::new(),
        }
    }

    #[cfg(test)]
    pub(super) fn holds_answers(&self) -> bool {
        self.asked != Asked::default()
    }

    #[cfg(test)]
    pub(super) fn holds_words(&self) -> bool {
        self.phrase.holds_words()
    }

    /// What goes back a page, where there is one.
    pub(super) fn back(&self) -> Option<Message> {
        (self.step != Step::Part).then_some(Message::Back)
    }

    fn turn(&mut self, to: Step) -> Next {
        // Whichever way the page is left, nothing of it goes along.
        self.asked = Asked::default();
        self.step = to;
        Next::Turned
    }

    pub(super) fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Next {
        match message {
            Message::Part(part) => {
                self.part = Some(part);
                Next::Stay
            }
            Message::Answered(which, answer) => {
                if let Some(asked) = self.asked.0.get_mut(which) {
                    *asked = Some(answer);
                }
                Next::Stay
            }
            Message::Continue => match (self.step, self.part) {
                (Step::Part, Some(_)) => self.turn(Step::Asked),
                (Step::Asked, _) => self.turn(Step::Next),
                _ => Next::Stay,
            },
            Message::Help => Next::Help,
            Message::Alone => {
                self.alone = true;
                self.turn(Step::Phrase)
            }
            Message::GoOn => {
                self.alone = false;
                self.turn(Step::Phrase)
            }
            Message::Back => match self.step {
                Step::Part => Next::Stay,
                Step::Asked => self.turn(Step::Part),
                Step::Next => self.turn(Step::Asked),
                Step::Phrase => {
                    self.phrase = Phrase::new();
                    self.turn(Step::Next)
                }
            },
            Message::Phrase(message) => match self.phrase.update(message, ctx) {
                phrase::Next::Stay => Next::Stay,
                phrase::Next::Focus(id) => Next::Focus(id),
                phrase::Next::Use(passphrase) => match self.part {
                    Some(part) => Next::Join { part, passphrase },
                    None => self.turn(Step::Part),
                },
            },
        }
    }

    /// `single`: nobody else was named.
    pub(super) fn view<'a>(
        &'a self,
        ctx: &Ctx<'a>,
        single: bool,
        busy: bool,
    ) -> Sheet<'a, Message> {
        let other = ctx
            .household
            .other(self.person)
            .filter(|_| !single)
            .map(|other| other.name.as_str());
        let name = ctx.household.name(self.person);
        let (sheet, page) = match self.step {
            Step::Part => (self.part(name, other), 1),
            Step::Asked => (self.asked(other), 2),
            Step::Next => (next(other), 3),
            Step::Phrase => (
                Sheet::new(say::passphrase::title(name), self.phrase.view(ctx, other))
                    .forward(self.phrase.forward(busy))
                    .map(Message::Phrase),
                4,
            ),
        };
        let sheet = match self.back() {
            Some(back) => {
                sheet.back(secondary(common::BACK).on_press_maybe((!busy).then_some(back)))
            }
            None => sheet,
        };
        sheet.place(say::place(&short(name), page, 4))
    }

    fn part<'a>(&'a self, name: &'a str, other: Option<&'a str>) -> Sheet<'a, Message> {
        let line = match other {
            Some(other) => lead(say::part::lead(other)),
            None => lead(say::part::LEAD_ALONE),
        };
        let choices = parts(self.part, Message::Part);
        let mut body = column![line.style(tone::soft), choices].spacing(space::S24);
        if self.part.is_none() {
            body = body.push(small(say::part::CHOOSE_ONE).style(tone::soft));
        }
        Sheet::new(say::part::title(name), body).forward(
            primary(common::CONTINUE)
                .description(say::part::CHOOSE_ONE)
                .on_press_maybe(self.part.map(|_| Message::Continue)),
        )
    }

    fn asked<'a>(&'a self, other: Option<&'a str>) -> Sheet<'a, Message> {
        let other = other.unwrap_or(say::asked::SOMEONE);
        let questions = [
            say::asked::fear(other),
            say::asked::injury(other),
            say::asked::forced_sex(other),
            say::asked::control(other),
        ];
        let mut body = column![lead(say::asked::LEAD).style(tone::soft)].spacing(space::S16);
        for (which, (question, answer)) in questions.into_iter().zip(self.asked.0).enumerate() {
            body = body.push(
                column![
                    label(question.clone()),
                    segments(
                        question,
                        [
                            Segment::new(Answer::Yes, say::asked::YES),
                            Segment::new(Answer::No, say::asked::NO),
                            Segment::new(Answer::RatherNotSay, common::RATHER_NOT_SAY),
                        ],
                        answer,
                        move |answer| Message::Answered(which, answer),
                    )
                ]
                .spacing(space::S4),
            );
        }
        body = body.push(small(say::asked::FORGOTTEN).style(tone::soft));
        Sheet::new(say::asked::TITLE, body)
            .forward(primary(common::CONTINUE).on_press(Message::Continue))
    }
}

/// The same for everyone, whatever they answered: it is not told what that was.
fn next<'a>(other: Option<&'a str>) -> Sheet<'a, Message> {
    // Every way looks the same: none is the one to choose.
    let way = |picture, title: String, note, message| {
        let picture = icon(picture, size::ICON_LARGE).style(tone::soft);
        list_row(Some(picture.into()), title, Some(note), message)
    };
    let mut ways = column![way(
        Icon::LifeBuoy,
        say::next::HELP.into(),
        say::next::HELP_NOTE,
        Message::Help
    )]
    .spacing(space::S12);
    ways = match other {
        Some(other) => ways
            .push(way(
                Icon::User,
                say::next::ALONE.into(),
                say::next::ALONE_NOTE,
                Message::Alone,
            ))
            .push(way(
                Icon::Users,
                say::next::together(other),
                say::next::TOGETHER_NOTE,
                Message::GoOn,
            )),
        None => ways.push(way(
            Icon::User,
            say::next::GO_ON.into(),
            say::next::GO_ON_NOTE,
            Message::GoOn,
        )),
    };
    let body = column![lead(say::next::LEAD).style(tone::soft), ways].spacing(space::S24);
    Sheet::new(say::next::TITLE, body)
}
