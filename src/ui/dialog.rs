//! A question that has to be answered before going on.
//!
//! The screen puts it over the page with [`over`]. Before opening, ask [`super::access::nav::focused`] where the focus
//! is; after opening, run [`super::access::nav::first`], which lands on the safe choice; after closing, give the focus
//! back with [`super::access::nav::back_to`].

use super::access::{Role, access};
use super::held::{DIALOG, held};
use super::scale::{Type, size, space};
use super::text::{h2, text, tone};
use super::theme::style;
use super::{Element, Fill, Row, column, container, scroll, stack};
use iced::widget::opaque;
use std::borrow::Cow;

/// `actions` in the order they are read; the first is the safe choice.
pub fn dialog<'a, M: Clone + 'a>(
    title: impl Into<Cow<'a, str>>,
    body: impl Into<Cow<'a, str>>,
    actions: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    let title = title.into();
    let body = text(Type::Read, body).style(tone::soft).width(Fill);
    modal(title.clone(), laid(title, body, space::S4, actions))
}

/// A dialog with more in it than a sentence.
pub fn holding<'a, M: Clone + 'a>(
    title: impl Into<Cow<'a, str>>,
    body: impl Into<Element<'a, M>>,
    actions: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    let title = title.into();
    modal(title.clone(), sheet(title, body, actions))
}

fn modal<'a, M: Clone + 'a>(title: Cow<'a, str>, sheet: Element<'a, M>) -> Element<'a, M> {
    let sheet = access(Role::Dialog, sheet).name(title.into_owned()).modal();
    container(sheet).center(Fill).padding(space::S24).into()
}

/// Something that takes the whole window for a while, such as a practice; the focus is kept inside as in a dialog.
pub fn stage<'a, M: Clone + 'a>(
    title: impl Into<Cow<'a, str>>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    access(Role::Dialog, content)
        .name(title.into().into_owned())
        .modal()
        .into()
}

/// Only how a dialog looks; the focus is not kept inside.
pub fn sheet<'a, M: Clone + 'a>(
    title: impl Into<Cow<'a, str>>,
    body: impl Into<Element<'a, M>>,
    actions: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    laid(title, body, space::S16, actions)
}

/// A sentence stands close under its title, anything larger further down.
fn laid<'a, M: Clone + 'a>(
    title: impl Into<Cow<'a, str>>,
    body: impl Into<Element<'a, M>>,
    under: f32,
    actions: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    let actions = Row::with_children(actions)
        .spacing(space::S12)
        .wrap()
        .vertical_spacing(space::S12);
    let content = column![
        column![h2(title), body.into()].spacing(under),
        container(actions).align_right(Fill)
    ]
    .spacing(space::S24);
    // In a low window the dialog scrolls as a whole, so that its choices are never out of reach.
    let sheet =
        container(scroll::small(container(content).padding(space::S32))).style(style::dialog);
    container(held(DIALOG, sheet))
        .max_width(size::DIALOG)
        .into()
}

/// The page with the dialog over it; the page can be seen but not reached.
pub fn over<'a, M: 'a>(
    page: impl Into<Element<'a, M>>,
    dialog: Option<Element<'a, M>>,
) -> Element<'a, M> {
    // Always a stack, so that opening the dialog does not reset the page's scrolling and carets.
    let mut layers = stack![page.into()].width(Fill).height(Fill);
    if let Some(dialog) = dialog {
        layers = layers.push(opaque(
            container(dialog)
                .width(Fill)
                .height(Fill)
                .style(style::scrim),
        ));
    }
    layers.into()
}
