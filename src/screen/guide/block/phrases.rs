//! Phrases that help to begin, and phrases better left out.

use super::{Block, Effect, Scene, Side, Touch};
use crate::text::guide as text;
use crate::ui::access::{Role, access};
use crate::ui::controls::phrase_row;
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{across, h_label, italic, tone};
use crate::ui::{Column, Element, Fill, card, column, container, row};

pub(super) struct Examples {
    title: String,
    items: Vec<String>,
    /// Whether there is anything on the page to put them into.
    go_in: bool,
}

impl Examples {
    pub(super) fn new(
        title: &str,
        items: &[String],
        go_in: bool,
        fill: &dyn Fn(&str) -> String,
    ) -> Self {
        Self {
            go_in,
            title: fill(title),
            items: items.iter().map(|item| fill(item)).collect(),
        }
    }
}

impl Block for Examples {
    fn look<'a>(&'a self, _scene: &Scene<'a>) -> Element<'a, Touch> {
        let rows = self.items.iter().enumerate().map(|(i, phrase)| {
            if self.go_in {
                phrase_row(unbroken(phrase), text::put_in(phrase), Touch::Phrase(i))
            } else {
                let words = container(across(italic(unbroken(phrase)))).padding([space::S8, 0.0]);
                access(Role::ListItem, column![words, card::rule()]).into()
            }
        });
        column![h_label(self.title.as_str()), card::rule()]
            .spacing(space::S8)
            .push(access(Role::List, Column::with_children(rows)).name(self.title.clone()))
            .width(Fill)
            .into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Phrase(i) => self
                .items
                .get(i)
                .map_or(Effect::None, |phrase| Effect::Insert(phrase.clone())),
            _ => Effect::None,
        }
    }

    fn side(&self) -> Side {
        Side::Aside
    }
}

/// A blank to fill in stays with the word before it, so that none stands on a line by itself.
fn unbroken(phrase: &str) -> String {
    phrase.replace(" ___", "\u{a0}___")
}

pub(super) struct Avoid {
    title: String,
    items: Vec<String>,
}

impl Avoid {
    pub(super) fn new(title: &str, items: &[String], fill: &dyn Fn(&str) -> String) -> Self {
        Self {
            title: fill(title),
            items: items.iter().map(|item| fill(item)).collect(),
        }
    }
}

impl Block for Avoid {
    fn look<'a>(&'a self, _scene: &Scene<'a>) -> Element<'a, Touch> {
        let rows = self.items.iter().map(|phrase| {
            let cross = container(icon(Icon::X, size::ICON_SMALL).style(tone::soft))
                .center_y(Type::Note.line());
            let words = across(italic(unbroken(phrase)).style(tone::soft));
            access(Role::ListItem, row![cross, words].spacing(space::S8)).into()
        });
        let list = Column::with_children(rows).spacing(space::S4);
        column![
            h_label(self.title.as_str()),
            access(Role::List, list).name(self.title.clone())
        ]
        .spacing(space::S8)
        .width(Fill)
        .into()
    }

    fn side(&self) -> Side {
        Side::Aside
    }
}
