//! A paragraph to read, and a plain way to the help page.

use super::{Block, Effect, Scene, Touch};
use crate::screen::Place;
use crate::text::common;
use crate::ui::controls::link;
use crate::ui::scale::space;
use crate::ui::text::{across, read};
use crate::ui::{Element, Fill, Padding, card, column};

pub(super) struct Say {
    text: String,
}

impl Say {
    pub(super) fn new(text: String) -> Self {
        Self { text }
    }
}

impl Block for Say {
    fn look<'a>(&'a self, _scene: &Scene<'a>) -> Element<'a, Touch> {
        across(read(self.text.as_str()))
    }
}

pub(super) struct OpenHelp {
    text: String,
}

impl OpenHelp {
    pub(super) fn new(text: String) -> Self {
        Self { text }
    }
}

impl Block for OpenHelp {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let row = column![
            across(read(self.text.as_str())),
            scene.own_way(link(common::HELP_AND_SAFETY, Touch::Go(Place::Help))),
        ]
        .spacing(space::S8);
        card::well(row)
            .padding(Padding::from([space::S16, space::S24]).bottom(space::S8))
            .width(Fill)
            .into()
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Go(place) => Effect::Go(place),
            _ => Effect::None,
        }
    }
}
