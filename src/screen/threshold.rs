//! What stands alike on the pages that draw their own window: the name of the app, the way out, words on a backdrop, and what is asked of
//! a person who comes in.

use super::Ctx;
use crate::domain::Part;
use crate::text::common;
use crate::text::setup::{names, part as say};
use crate::ui::access::nav;
use crate::ui::art::Look;
use crate::ui::controls::{Button, radio, secondary, secondary_on_glaze};
use crate::ui::icon::Icon;
use crate::ui::scale::{Type, size, space};
use crate::ui::text::{small, text, threshold_text, tone};
use crate::ui::{Center, Element, Fill, Padding, Row, Task, Theme, container, mark, row};
use iced::widget::scrollable::RelativeOffset;
use iced::widget::{operation, themer};
use iced::{Rectangle, Size};
use unicode_segmentation::UnicodeSegmentation;

/// The mark as it stands on glaze, which is dark in every theme.
const ON_GLAZE: Look = Look {
    dark: true,
    high_contrast: false,
};

/// The mark and the name of the app, on glaze.
pub(super) fn brand<'a, M: Clone + 'a>() -> Element<'a, M> {
    let name = text(Type::H3, common::APP_NAME).style(threshold_text);
    row![mark::mark(ON_GLAZE, size::MARK), name]
        .spacing(space::S12)
        .align_y(Center)
        .into()
}

/// How many taps of Shift are left, and the button that leaves at once; on paper, at the right edge.
pub(super) fn leave<'a, M: Clone + 'a>(ctx: &Ctx<'_>, message: M) -> Element<'a, M> {
    let taps = small(common::shift_left(ctx.shift_taps)).style(tone::soft);
    way_out(row![taps], secondary(common::LEAVE_QUICKLY), message)
}

/// [`leave`] on glaze.
pub(super) fn leave_on_glaze<'a, M: Clone + 'a>(ctx: &Ctx<'_>, message: M) -> Element<'a, M> {
    let taps = small(common::shift_left(ctx.shift_taps)).style(threshold_text);
    way_out(
        row![taps],
        secondary_on_glaze(common::LEAVE_QUICKLY),
        message,
    )
}

fn way_out<'a, M: Clone + 'a>(
    before: Row<'a, M>,
    button: Button<'a, M>,
    message: M,
) -> Element<'a, M> {
    let button = button.icon(Icon::LogOut).compact().on_press(message);
    container(before.push(button).spacing(space::S12).align_y(Center))
        .align_right(Fill)
        .into()
}

/// The name of the app and the way out on the band of a narrow window.
pub(super) fn band<'a, M: Clone + 'a>(ctx: &Ctx<'_>, message: M) -> Element<'a, M> {
    // Gold runs down the band behind the button, so this one is not to be seen through.
    let leave = themer(Some(Theme::Dark), leave(ctx, message));
    row![brand(), leave].align_y(Center).into()
}

/// The name of the app and the way out on paper, where the app draws no bar.
pub(super) fn bar<'a, M: Clone + 'a>(ctx: &Ctx<'_>, message: M) -> Element<'a, M> {
    let bar = row![
        mark::mark(ctx.theme.into(), size::MARK),
        text(Type::H3, common::APP_NAME),
        leave(ctx, message)
    ];
    container(bar.spacing(space::S12).align_y(Center))
        .padding([0.0, ctx.width().margin()])
        .center_y(size::TOP_BAR)
        .into()
}

/// Lays `content` over the window at `place`.
pub(super) fn at<'a, M: 'a>(
    window: Size,
    place: Rectangle,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let padding = Padding {
        top: place.y,
        left: place.x,
        right: window.width - place.x - place.width,
        bottom: window.height - place.y - place.height,
    };
    container(container(content).width(Fill).height(Fill))
        .padding(padding)
        .width(Fill)
        .height(Fill)
        .into()
}

/// To the first control after the button that leaves, which a stray Enter must not press; in a low window the title of what scrolls
/// under `page` stays in view.
pub(super) fn first_of<M: Send + 'static>(page: &'static str) -> Task<M> {
    let top = operation::snap_to(page, RelativeOffset::START);
    nav::first().chain(nav::step(true)).chain(top)
}

/// A name as it fits into a button or a line.
pub(super) fn short(name: &str) -> String {
    const FITS: usize = 24;
    within(name, FITS)
}

/// A name cut to so many letters as its writer sees them.
pub(super) fn within(name: &str, most: usize) -> String {
    let mut letters = name.graphemes(true);
    let kept: String = letters.by_ref().take(most).collect();
    if letters.next().is_none() {
        kept
    } else {
        format!("{}…", kept.trim_end())
    }
}

/// The part one had, in the words one chooses it by.
pub(super) fn parts<'a, M: Clone + 'a>(
    chosen: Option<Part>,
    message: impl Fn(Part) -> M,
) -> Element<'a, M> {
    let words = [
        (Part::WasHurt, say::WAS_HURT.into()),
        (Part::BrokeTrust, say::BROKE_TRUST.into()),
        (Part::Both, say::BOTH.into()),
        (Part::RatherNotSay, say::RATHER_NOT_SAY.into()),
    ];
    radio(say::QUESTION, words, chosen, message)
}

/// As many letters as the household keeps of a name.
const LONGEST: usize = 80;

/// What has to change before this can be a name; `other` is the name it must be told apart from.
pub(super) fn fault_of_name(name: &str, other: Option<&str>) -> Option<&'static str> {
    let name = name.trim();
    if !name.chars().any(is_visible) {
        Some(names::MISSING)
    } else if name.chars().count() > LONGEST {
        Some(names::TOO_LONG)
    } else if other.is_some_and(|other| other.trim().to_lowercase() == name.to_lowercase()) {
        Some(names::THE_SAME)
    } else {
        None
    }
}

/// Whether a letter leaves a mark on the screen: a name of joiners and fillers could not be told from none.
fn is_visible(c: char) -> bool {
    !(c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{e0000}'..='\u{e0fff}'
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_needs_a_letter_one_can_see_and_an_end() {
        let fault = |name: &str| fault_of_name(name, None);
        assert_eq!(fault("Maya"), None);
        assert_eq!(fault("美玲"), None);
        assert_eq!(fault("👩‍🚀"), None);
        assert_eq!(fault(""), Some(names::MISSING));
        assert_eq!(fault("\u{200b}\u{2060}"), Some(names::MISSING));
        assert_eq!(fault(&"a".repeat(80)), None);
        assert_eq!(fault(&"م".repeat(81)), Some(names::TOO_LONG));
    }

    #[test]
    fn two_names_can_be_told_apart() {
        assert_eq!(fault_of_name(" sam", Some("Sam ")), Some(names::THE_SAME));
        assert_eq!(fault_of_name("Samira", Some("Sam")), None);
    }
}
