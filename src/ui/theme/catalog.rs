//! What iced's widgets look up in a theme: each class is a function of the theme.

use super::{Theme, style};
use iced::widget::{button, container, rule, scrollable, text, text_editor, text_input};

/// `$plain` is the look a widget has when none was named.
macro_rules! catalog {
    ($($widget:ident: $function:ty = $plain:expr, ($($status:ident)?);)+) => {
        $(impl $widget::Catalog for Theme {
            type Class<'a> = Box<$function>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($plain)
            }

            fn style(&self, class: &Self::Class<'_>, $($status: $widget::Status)?) -> $widget::Style {
                class(self, $($status)?)
            }
        })+
    };
}

catalog! {
    text: dyn Fn(&Theme) -> text::Style + 'a = |_: &Theme| text::Style::default(), ();
    container: dyn Fn(&Theme) -> container::Style + 'a = |_: &Theme| container::Style::default(), ();
    rule: dyn Fn(&Theme) -> rule::Style + 'a = style::hairline, ();
    button: dyn Fn(&Theme, button::Status) -> button::Style + 'a = style::secondary, (status);
    text_input: dyn Fn(&Theme, text_input::Status) -> text_input::Style + 'a = style::field, (status);
    text_editor: dyn Fn(&Theme, text_editor::Status) -> text_editor::Style + 'a = style::writing, (status);
    scrollable: dyn Fn(&Theme, scrollable::Status) -> scrollable::Style + 'a = style::scroll, (status);
}
