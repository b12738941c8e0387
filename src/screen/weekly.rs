//! The weekly page.

use super::{Action, Ctx, Screen};
use crate::ui::{self, Element};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Preview(Vec<ui::Picture>),
    PageFailed(String),
    FileChosen(String),
    PdfSaved(Result<String, String>),
    Saved,
    NotSaved,
}

/// What only the weekly page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Draw the page again; the answer is `Preview` or `PageFailed`.
    Refresh,
    SavePdf {
        path: String,
    },
    /// Let the system's own file window name the file; the answer is `FileChosen`.
    ChooseFile,
}

impl State {
    pub fn new(_ctx: &Ctx<'_>) -> Self {
        Self
    }
}

impl State {
    /// The week that is shown.
    pub fn week(&self) -> crate::domain::Week {
        crate::domain::Week::of(chrono::NaiveDate::default())
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, _message: Message, _ctx: &Ctx<'_>) -> Action<Message, Intent> {
        Action::None
    }

    fn view<'a>(&'a self, _ctx: &Ctx<'a>) -> Element<'a, Message> {
        ui::blank()
    }
}
