use super::{Label, pressable};
use crate::ui::access::{Ring, Role, access};
use crate::ui::direction::begins_at_the_right;
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, radius, size, space};
use crate::ui::text::{label as label_text, small, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Column, Element, Fill, Id, Length, fonts};
use iced::Padding;
use iced::widget::text::LineHeight;
use iced::widget::{container, row, stack, text_input};

struct Eye<M> {
    shown: bool,
    name: String,
    on_toggle: M,
}

/// A line to fill in: label above, hint or error below. Made by [`field`].
pub struct Field<'a, M> {
    label: Label<'a>,
    value: &'a str,
    placeholder: Label<'a>,
    hint: Option<Label<'a>>,
    error: Option<Label<'a>>,
    description: Option<String>,
    unavailable: bool,
    eye: Option<Eye<M>>,
    secret: bool,
    id: Option<Id>,
    width: Length,
    bare: bool,
    labelled: bool,
    focused: bool,
    on_input: Option<Box<dyn Fn(String) -> M + 'a>>,
    on_submit: Option<M>,
}

impl<M> std::fmt::Debug for Field<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Field")
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}

/// A field holding `value`. It can be typed into once [`Field::on_input`] is set.
pub fn field<'a, M>(label: impl Into<Label<'a>>, value: &'a str) -> Field<'a, M> {
    Field {
        label: label.into(),
        value,
        placeholder: Label::Borrowed(""),
        hint: None,
        error: None,
        description: None,
        unavailable: false,
        eye: None,
        secret: false,
        id: None,
        width: Fill,
        bare: false,
        labelled: true,
        focused: false,
        on_input: None,
        on_submit: None,
    }
}

impl<'a, M: Clone + 'a> Field<'a, M> {
    /// An example, in italics while nothing is written; never the label itself.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<Label<'a>>) -> Self {
        self.placeholder = text.into();
        self
    }

    #[must_use]
    pub fn hint(mut self, text: impl Into<Label<'a>>) -> Self {
        self.hint = Some(text.into());
        self
    }

    /// What is wrong and what to do; takes the place of the hint.
    #[must_use]
    pub fn error(mut self, text: Option<impl Into<Label<'a>>>) -> Self {
        self.error = text.map(Into::into);
        self
    }

    /// Dots instead of letters, and an eye to look at them: `name` says what pressing the eye will do.
    #[must_use]
    pub fn secure(mut self, shown: bool, name: impl Into<String>, on_toggle: M) -> Self {
        self.secret = true;
        self.eye = Some(Eye {
            shown,
            name: name.into(),
            on_toggle,
        });
        self
    }

    #[must_use]
    pub fn on_input(mut self, f: impl Fn(String) -> M + 'a) -> Self {
        self.on_input = Some(Box::new(f));
        self
    }

    #[must_use]
    pub fn on_submit(mut self, message: M) -> Self {
        self.on_submit = Some(message);
        self
    }

    #[must_use]
    pub fn on_submit_maybe(mut self, message: Option<M>) -> Self {
        self.on_submit = message;
        self
    }

    /// Cannot be typed into now, because of `reason`.
    #[must_use]
    pub fn unavailable(mut self, reason: impl Into<Label<'a>>) -> Self {
        self.unavailable = true;
        self.hint(reason)
    }

    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// As large as a page's title and without an edge, for the title of a page one writes. The label is only read out; let
    /// the placeholder say it.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// The label is only read out: the page shows it itself, beside the field or as the question over it.
    #[must_use]
    pub fn unlabelled(mut self) -> Self {
        self.labelled = false;
        self
    }

    /// Read out with the label; the page shows it itself.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Draws the focus ring whether or not it is here: for the gallery.
    #[must_use]
    pub fn shown_focused(mut self) -> Self {
        self.focused = true;
        self
    }
}

impl<'a, M: Clone + 'a> From<Field<'a, M>> for Element<'a, M> {
    fn from(f: Field<'a, M>) -> Self {
        let hidden = f.secret && !f.eye.as_ref().is_some_and(|eye| eye.shown);
        let invalid = f.error.is_some();
        let font = match (f.value.is_empty(), hidden) {
            (true, _) => fonts::for_words(fonts::BOOK_ITALIC, &f.placeholder),
            // The dots of a passphrase are Lato's: Gentium's are too small to count.
            (false, true) => fonts::SANS_BOLD,
            (false, false) => fonts::for_words(fonts::BOOK, f.value),
        };
        let right = if f.eye.is_some() {
            size::CONTROL
        } else {
            space::S12
        };
        let (kind, font, padding) = if f.bare {
            let font = if f.value.is_empty() {
                fonts::TITLE_ITALIC
            } else {
                fonts::TITLE
            };
            (Type::H1, font, Padding::ZERO)
        } else {
            let padding = Padding::from([space::S8, space::S12]).right(right);
            (Type::Read, font, padding)
        };
        let mut input = text_input(&f.placeholder, f.value)
            .secure(hidden)
            .font(font)
            .size(kind.size())
            .line_height(LineHeight::Absolute(kind.line().into()))
            .padding(padding)
            .style(match (invalid, f.bare) {
                (true, _) => style::field_in_error,
                (false, true) => style::bare_field,
                (false, false) => style::field,
            })
            .on_submit_maybe(f.on_submit);
        if let Some(id) = f.id {
            input = input.id(id);
        }
        // What is written from the right begins there; an empty field waits as its label is read.
        let read_as = if f.value.is_empty() {
            &*f.label
        } else {
            f.value
        };
        if !hidden && begins_at_the_right(read_as) {
            input = input.align_x(crate::ui::Alignment::End);
        }
        if let Some(on_input) = f.on_input
            && !f.unavailable
        {
            input = input.on_input(on_input);
        }
        let below = f.error.as_ref().or(f.hint.as_ref()).cloned();
        let role = if f.secret {
            Role::PasswordInput
        } else {
            Role::TextInput
        };
        let mut input = access(role, input)
            .name(f.label.clone().into_owned())
            .description_maybe(below.clone().map(Label::into_owned).or(f.description))
            .invalid(invalid)
            .disabled(f.unavailable)
            .ring(if f.bare {
                Ring::Beside
            } else {
                Ring::Around(radius::CONTROL)
            });
        // An upstream field that is empty gives its placeholder as what it holds. A passphrase is told to nobody.
        if !f.secret {
            input = input.value(f.value);
        }
        if f.focused {
            input = input.always_ringed();
        }
        let input: Element<'a, M> = match f.eye {
            None => input.into(),
            Some(eye) => {
                let picture = if eye.shown { Icon::EyeOff } else { Icon::Eye };
                let face =
                    container(icon(picture, size::ICON).style(tone::soft)).center(size::COMPACT);
                let eye = pressable(Role::Button, face, style::bare, Some(eye.on_toggle))
                    .name(eye.name)
                    .toggled(eye.shown)
                    .leaves_focus();
                stack![
                    input,
                    container(eye)
                        .align_right(Fill)
                        .center_y(Fill)
                        .padding([0.0, space::S4])
                ]
                .into()
            }
        };
        let mut parts = Column::new().spacing(space::S8).width(f.width);
        if f.labelled && !f.bare {
            parts = parts.push(label_text(f.label));
        }
        parts = parts.push(input);
        if let Some(below) = below {
            parts = parts.push(match invalid {
                true => Element::from(
                    access(
                        Role::Status,
                        row![
                            icon(Icon::CircleAlert, size::ICON_SMALL).style(tone::error),
                            small(below).font(fonts::SANS_MEDIUM).style(tone::error)
                        ]
                        .spacing(space::S8)
                        .align_y(Center),
                    )
                    .live(crate::ui::access::Live::Polite),
                ),
                false => small(below).style(tone::soft).into(),
            });
        }
        parts.into()
    }
}
