//! The app cannot go on, and says why.

use super::threshold::bar;
use super::{Action, Ctx, Screen};
use crate::text::{notices, trouble as say};
use crate::ui::access::{Live, Role, access};
use crate::ui::card::well;
use crate::ui::controls::{primary, quiet};
use crate::ui::icon::Icon;
use crate::ui::scale::{size, space};
use crate::ui::text::{h1, lead, small, tone};
use crate::ui::theme::style;
use crate::ui::{Element, Fill, column, container, scrolled};

#[derive(Debug)]
pub struct State {
    title: String,
    to_do: String,
    detail: String,
    open: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    ShowOrHide,
    Close,
    LeaveQuickly,
}

/// What only this page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Close,
}

impl State {
    /// Title, what to do, technical detail.
    pub fn new((title, to_do, detail): (String, String, String)) -> Self {
        Self {
            title,
            to_do,
            detail,
            open: false,
        }
    }
}

impl Screen for State {
    type Message = Message;
    type Intent = Intent;

    fn update(&mut self, message: Message, _ctx: &Ctx<'_>) -> Action<Message, Intent> {
        match message {
            Message::ShowOrHide => {
                self.open = !self.open;
                Action::None
            }
            Message::Close => Action::Ask(Intent::Close),
            Message::LeaveQuickly => Action::LeaveQuickly,
        }
    }

    fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let said = column![
            h1(self.title.as_str()),
            lead(self.to_do.as_str()).style(tone::soft)
        ]
        .spacing(space::S8);
        let mut page = column![access(Role::Group, said).live(Live::Assertive)].spacing(space::S24);
        if !self.detail.is_empty() {
            let name = if self.open {
                say::HIDE_DETAIL
            } else {
                say::SHOW_DETAIL
            };
            let picture = if self.open {
                Icon::ChevronUp
            } else {
                Icon::ChevronDown
            };
            page = page.push(
                quiet(name)
                    .flush()
                    .icon(picture)
                    .on_press(Message::ShowOrHide),
            );
            if self.open {
                page = page.push(well(small(self.detail.as_str())).width(Fill));
            }
        }
        page = page.push(primary(notices::CLOSE).on_press(Message::Close));
        let page = container(page).padding(space::S8).max_width(size::MEASURE);
        let page = scrolled(ctx.theme, container(page).center_x(Fill)).spacing(space::S4);
        let page = container(page)
            .center_y(Fill)
            .padding([space::S16, ctx.width().margin()]);
        let page = column![bar(ctx, Message::LeaveQuickly), page];
        container(page)
            .width(Fill)
            .height(Fill)
            .style(style::paper)
            .into()
    }

    fn escape(&self) -> Option<Message> {
        self.open.then_some(Message::ShowOrHide)
    }
}
