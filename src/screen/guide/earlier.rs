//! What was written when a guide was gone through before, beside the new field, quietly.

use super::Message;
use super::sheet::Before;
use crate::text::guide as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::quiet;
use crate::ui::scale::space;
use crate::ui::text::{across, h_label, italic, small, tone};
use crate::ui::{Column, Element, Fill, card, column, fonts};

/// What stands over the earlier answers of a block: that they are earlier, and, where several blocks have some, to what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) title: bool,
    pub(super) question: bool,
}

/// The earlier answers of one block, each under its day, newest first.
pub(super) fn look<'a>(
    before: Before<'a>,
    prompt: &'a str,
    serial: u32,
    shows: Head,
) -> Element<'a, Message> {
    let mut head = Column::new().spacing(space::S4).width(Fill);
    if shows.title {
        head = head.push(h_label(text::BEFORE));
    }
    if shows.question && !prompt.is_empty() {
        head = head.push(small(prompt).font(fonts::SANS_SEMIBOLD).style(tone::soft));
    }
    let answers = before.shown.iter().map(|earlier| {
        let words = column![
            small(text::day(earlier.on)).style(tone::soft),
            across(italic(earlier.words.as_str()).style(tone::soft))
        ];
        access(Role::ListItem, words).into()
    });
    let list = Column::with_children(answers).spacing(space::S12);
    let list = access(Role::List, list).name(text::before_to(prompt));
    let mut body = column![head, card::rule(), list]
        .spacing(space::S8)
        .width(Fill);
    if before.has_more {
        body = body.push(
            quiet(text::SHOW_ALL)
                .compact()
                .flush()
                .name(text::show_all_to(prompt))
                .on_press(Message::AllEarlier(serial, before.index)),
        );
    }
    body.into()
}
