//! What was written when a guide was gone through before, beside the new field, quietly.

use super::Message;
use super::sheet::Before;
use crate::text::guide as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::quiet;
use crate::ui::scale::space;
use crate::ui::text::{h_label, italic, small, tone};
use crate::ui::{Column, Element, Fill, card, column};

/// The earlier answers of one block, each under its day, newest first.
pub(super) fn look<'a>(
    before: Before<'a>,
    prompt: &'a str,
    serial: u32,
    names_the_question: bool,
) -> Element<'a, Message> {
    let mut head = column![h_label(text::BEFORE)].width(Fill);
    if names_the_question && !prompt.is_empty() {
        head = head.push(small(prompt).style(tone::soft));
    }
    let answers = before.shown.iter().map(|earlier| {
        let words = column![
            small(text::day(earlier.on)).style(tone::soft),
            italic(earlier.words.as_str()).style(tone::soft).width(Fill)
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
