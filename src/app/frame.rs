//! What surrounds a working screen.

use crate::screen::{Ctx, Place};
use crate::ui::Element;

#[derive(Debug, Clone)]
pub enum Message {
    Go(Place),
    Menu(bool),
    Leave,
    Lock,
    TryAgain,
}

pub fn view<'a, M: 'a>(
    _ctx: &Ctx<'a>,
    _place: &Place,
    _menu_open: bool,
    body: Element<'a, M>,
    _message: fn(Message) -> M,
) -> Element<'a, M> {
    body
}
