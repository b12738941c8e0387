//! After a check-in: that it is saved and who can read it. No praise, and nothing to reach next.

use super::{Message, Reader};
use crate::domain::PersonId;
use crate::screen::{Ctx, Place, pieces};
use crate::text::check_in as words;
use crate::ui::controls::{primary, secondary};
use crate::ui::scale::{size, space};
use crate::ui::text::{h1, lead, tone};
use crate::ui::{Element, Fill, Row, column};

pub(super) fn closed<'a>(ctx: &Ctx<'a>, who: PersonId, reader: Reader) -> Element<'a, Message> {
    let other = ctx.household.other(who).filter(|p| p.joined);
    let read_by = match (reader, ctx.household.other(who)) {
        (Reader::Other, Some(other)) => words::kept_offered(&other.name),
        _ => words::kept_private(ctx.name(who)),
    };
    let home = Message::Go(Place::Home);
    let actions = match (ctx.me(), other) {
        (None, Some(other)) => Row::new()
            .push(primary(words::BACK_HOME).on_press(home))
            .push(secondary(words::next_check_in(&other.name)).on_press(Message::Whose(other.id))),
        (None, None) => Row::new().push(primary(words::BACK_HOME).on_press(home)),
        (Some(_), _) => Row::new().push(primary(words::BACK_TO_MY_PAGE).on_press(home)),
    };
    let page = column![
        column![
            h1(words::SAVED),
            lead(read_by).style(tone::soft).width(Fill)
        ]
        .spacing(space::S4),
        actions
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S12)
    ]
    .spacing(space::S32)
    .max_width(size::MEASURE);
    pieces::sheet(ctx, page)
}
