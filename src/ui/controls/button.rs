use super::{Label, pressable};
use crate::ui::access::{Ring, Role};
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{small, text, tone};
use crate::ui::theme::{Theme, style};
use crate::ui::{Center, Element, Fill, Id, Length, Shrink, fonts};
use iced::widget::{button, container, row, themer};

/// How a button looks without anyone touching it, for the gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Hovered,
    Pressed,
    Focused,
}

type Look = fn(&Theme, button::Status) -> button::Style;

/// A button with a word, and perhaps an icon before it.
pub struct Button<'a, M> {
    label: Label<'a>,
    icon: Option<Icon>,
    look: Look,
    compact: bool,
    tall: bool,
    flush: bool,
    on_glaze: bool,
    width: Length,
    name: Option<String>,
    description: Option<String>,
    id: Option<Id>,
    shown: Option<Shown>,
    message: Option<M>,
}

impl<M> std::fmt::Debug for Button<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Button")
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}

fn new<'a, M>(look: Look, label: impl Into<Label<'a>>) -> Button<'a, M> {
    Button {
        label: label.into(),
        icon: None,
        look,
        compact: false,
        tall: false,
        flush: false,
        on_glaze: false,
        width: Shrink,
        name: None,
        description: None,
        id: None,
        shown: None,
        message: None,
    }
}

/// The one thing to do next; one in a view.
pub fn primary<'a, M>(label: impl Into<Label<'a>>) -> Button<'a, M> {
    new(style::primary, label)
}

pub fn secondary<'a, M>(label: impl Into<Label<'a>>) -> Button<'a, M> {
    new(style::secondary, label)
}

/// For what is seldom needed, or stands in a row of its kind.
pub fn quiet<'a, M>(label: impl Into<Label<'a>>) -> Button<'a, M> {
    new(style::quiet, label)
}

/// For what cannot be brought back.
pub fn danger<'a, M>(label: impl Into<Label<'a>>) -> Button<'a, M> {
    new(style::danger, label)
}

/// [`primary`] on a threshold surface: pale, whatever the theme of the rest.
pub fn primary_on_glaze<'a, M>(label: impl Into<Label<'a>>) -> Button<'a, M> {
    Button {
        on_glaze: true,
        ..new(style::primary_on_glaze, label)
    }
}

/// [`secondary`] on a threshold surface: an edge and the glaze behind it.
pub fn secondary_on_glaze<'a, M>(label: impl Into<Label<'a>>) -> Button<'a, M> {
    Button {
        on_glaze: true,
        ..new(style::secondary_on_glaze, label)
    }
}

impl<'a, M: Clone + 'a> Button<'a, M> {
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Without a message the button is unavailable; say why beside it, as [`unavailable`] does.
    #[must_use]
    pub fn on_press(mut self, message: M) -> Self {
        self.message = Some(message);
        self
    }

    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.message = message;
        self
    }

    /// 36 high instead of 44.
    #[must_use]
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// 52 high, for what is pressed in the middle of a talk.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.tall = true;
        self
    }

    /// Without room at its sides, so that it lines up with the text it belongs to; it looks as a link does.
    #[must_use]
    pub fn flush(mut self) -> Self {
        self.flush = true;
        self.look = style::link;
        self
    }

    /// As wide as there is room.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.width = Fill;
        self
    }

    /// What is read out, where the label alone would not say enough ("Remove" → "Remove the line about tea").
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    #[must_use]
    pub fn shown(mut self, shown: Shown) -> Self {
        self.shown = Some(shown);
        self
    }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(b: Button<'a, M>) -> Self {
        let (height, side, kind) = if b.compact {
            (size::COMPACT, space::S16, Type::Small)
        } else if b.tall {
            (size::CONVERSATION, 20.0, Type::Label)
        } else {
            (size::CONTROL, 20.0, Type::Label)
        };
        let side = if b.flush { 0.0 } else { side };
        let word = text(kind, b.label).font(fonts::SANS_BOLD);
        let content = match b.icon {
            Some(i) => row![icon(i, size::ICON), word]
                .spacing(space::S8)
                .align_y(Center),
            None => row![word],
        };
        let content = container(content)
            // Where the words need two lines, it grows.
            .padding([(height - kind.line()) / 2.0, side])
            .width(b.width)
            .align_x(Center)
            .align_y(Center);
        let (look, shown) = (b.look, b.shown);
        let style = move |theme: &Theme, status| {
            let status = match shown {
                Some(Shown::Hovered) => button::Status::Hovered,
                Some(Shown::Pressed) => button::Status::Pressed,
                _ => status,
            };
            look(theme, status)
        };
        let mut access = pressable(Role::Button, content, style, b.message)
            .ring(Ring::Around(radius::CONTROL))
            .description_maybe(b.description)
            .id_maybe(b.id);
        if let Some(name) = b.name {
            access = access.name(name);
        }
        if shown == Some(Shown::Focused) {
            access = access.always_ringed();
        }
        if b.on_glaze {
            // The ring, too, has to stand out from glaze.
            themer(Some(Theme::Dark), access).into()
        } else {
            access.into()
        }
    }
}

/// A button that cannot be pressed now, and the sentence that says why.
pub fn unavailable<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    reason: impl Into<Label<'a>>,
) -> Element<'a, M> {
    let reason = reason.into();
    let button = secondary(label).description(reason.clone().into_owned());
    row![button, small(reason).style(tone::soft)]
        .spacing(space::S12)
        .align_y(Center)
        .into()
}
