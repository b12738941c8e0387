//! What every drawing shares: how it should look, a pen that keeps lines in proportion, and a canvas that remembers.

use super::theme::Theme;
use iced::widget::canvas::{
    self, Cache, Fill, Frame, Geometry, LineCap, LineJoin, Path, Stroke, gradient,
};
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Vector, mouse};
use std::cell::RefCell;

/// For which eyes a drawing is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Look {
    pub dark: bool,
    /// Flat fills and strong outlines; no shadow, crackle or gradient. It is drawn for a white ground and wins over
    /// `dark`.
    pub high_contrast: bool,
}

impl From<&Theme> for Look {
    fn from(theme: &Theme) -> Self {
        Self {
            dark: *theme == Theme::Dark,
            high_contrast: *theme == Theme::HighContrast,
        }
    }
}

/// The colour `0xRRGGBB`, `alpha` opaque.
pub(crate) const fn rgba(hex: u32, alpha: f32) -> Color {
    Color {
        r: ((hex >> 16) & 0xFF) as f32 / 255.0,
        g: ((hex >> 8) & 0xFF) as f32 / 255.0,
        b: (hex & 0xFF) as f32 / 255.0,
        a: alpha,
    }
}

/// The opaque colour `0xRRGGBB`.
pub(crate) const fn rgb(hex: u32) -> Color {
    rgba(hex, 1.0)
}

/// A gradient from one point to another.
pub(crate) fn shade(from: Point, to: Point, stops: &[(f32, Color)]) -> gradient::Linear {
    // tiny-skia panics on a gradient without any length.
    let to = if from.distance(to) < 0.01 {
        to + Vector::new(0.01, 0.0)
    } else {
        to
    };
    stops.iter().fold(
        gradient::Linear::new(from, to),
        |gradient, &(offset, color)| gradient.add_stop(offset, color),
    )
}

/// A frame drawn in its picture's own units. The software renderer scales paths but not the width of lines.
pub(crate) struct Pen<'f> {
    pub(crate) frame: &'f mut Frame,
    scale: f32,
}

impl<'f> Pen<'f> {
    /// A pen for which `width` units fill the whole width of `frame`.
    pub(crate) fn spanning(frame: &'f mut Frame, width: f32) -> Self {
        let scale = frame.width() / width;
        frame.scale(scale);
        Self { frame, scale }
    }

    pub(crate) fn plain(frame: &'f mut Frame) -> Self {
        Self { frame, scale: 1.0 }
    }

    /// How many px of the window one unit is.
    pub(crate) fn scale(&self) -> f32 {
        self.scale
    }

    pub(crate) fn fill(&mut self, path: &Path, fill: impl Into<Fill>) {
        self.frame.fill(path, fill);
    }

    pub(crate) fn dot(&mut self, centre: Point, radius: f32, fill: impl Into<Fill>) {
        self.frame.fill(&Path::circle(centre, radius), fill);
    }

    pub(crate) fn line(&mut self, path: &Path, width: f32, color: Color) {
        let stroke = Stroke {
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
                .with_width(width * self.scale)
                .with_color(color)
        };
        self.frame.stroke(path, stroke);
    }

    /// The same marks a little to the right and below.
    pub(crate) fn shifted(&mut self, by: Vector, draw: impl FnOnce(&mut Pen<'_>)) {
        let scale = self.scale;
        self.frame.with_save(|frame| {
            frame.translate(by);
            draw(&mut Pen { frame, scale });
        });
    }
}

/// A drawing that is worked out again only when what it shows, or its size, has changed.
///
/// `Shows` is everything the picture depends on; the strokes are kept in the widget tree and handed to the renderer as
/// the same allocation every frame, so a window that redraws for another reason finds nothing damaged here. Two kinds of
/// picture must not share a type for `Shows`: it is what tells them apart when one takes the other's place.
pub(crate) struct Picture<Shows, Message> {
    shows: Shows,
    paint: fn(&Shows, &mut Frame),
    spots: Vec<(Point, f32, Message)>,
}

impl<Shows, Message> std::fmt::Debug for Picture<Shows, Message> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picture")
            .field("spots", &self.spots.len())
            .finish_non_exhaustive()
    }
}

impl<Shows: PartialEq + Clone + 'static, Message> Picture<Shows, Message> {
    pub(crate) fn new(shows: Shows, paint: fn(&Shows, &mut Frame)) -> Self {
        Self {
            shows,
            paint,
            spots: Vec::new(),
        }
    }

    /// Publishes the message of the spot (centre, radius) that is pressed.
    pub(crate) fn with_spots(mut self, spots: Vec<(Point, f32, Message)>) -> Self {
        self.spots = spots;
        self
    }

    pub(crate) fn element<'a, Theme: 'a>(
        self,
        width: impl Into<Length>,
        height: impl Into<Length>,
    ) -> Element<'a, Message, Theme, Renderer>
    where
        Message: Clone + 'a,
    {
        canvas::Canvas::new(self).width(width).height(height).into()
    }

    fn spot_under(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<&Message> {
        let at = cursor.position_in(bounds)?;
        self.spots
            .iter()
            .filter(|(centre, radius, _)| centre.distance(at) <= *radius)
            .min_by(|a, b| a.0.distance(at).total_cmp(&b.0.distance(at)))
            .map(|(_, _, message)| message)
    }
}

#[derive(Debug)]
pub(crate) struct Memory<Shows> {
    shown: RefCell<Option<Shows>>,
    cache: Cache,
}

impl<Shows> Default for Memory<Shows> {
    fn default() -> Self {
        Self {
            shown: RefCell::new(None),
            cache: Cache::new(),
        }
    }
}

impl<Shows, Message, Theme> canvas::Program<Message, Theme, Renderer> for Picture<Shows, Message>
where
    Shows: PartialEq + Clone + 'static,
    Message: Clone,
{
    type State = Memory<Shows>;

    fn update(
        &self,
        _memory: &mut Memory<Shows>,
        event: &canvas::Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<canvas::Action<Message>> {
        let pressed = matches!(
            event,
            canvas::Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
        );
        let message = pressed.then(|| self.spot_under(bounds, cursor)).flatten()?;
        Some(canvas::Action::publish(message.clone()).and_capture())
    }

    fn draw(
        &self,
        memory: &Memory<Shows>,
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut shown = memory.shown.borrow_mut();
        if shown.as_ref() != Some(&self.shows) {
            memory.cache.clear();
            *shown = Some(self.shows.clone());
        }
        vec![memory.cache.draw(renderer, bounds.size(), |frame| {
            (self.paint)(&self.shows, frame)
        })]
    }

    fn mouse_interaction(
        &self,
        _memory: &Memory<Shows>,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        match self.spot_under(bounds, cursor) {
            Some(_) => mouse::Interaction::Pointer,
            None => mouse::Interaction::default(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use iced::advanced::renderer::{Headless, Style};
    use iced::{Font, Size, Theme};
    use iced_test::runtime::user_interface::{Cache, UserInterface};
    use std::cell::Cell;

    thread_local! {
        static WORKED_OUT: Cell<usize> = const { Cell::new(0) };
    }

    fn counted(shows: u8) -> Element<'static, (), Theme, Renderer> {
        let paint = |_: &u8, _: &mut Frame| WORKED_OUT.set(WORKED_OUT.get() + 1);
        Picture::new(shows, paint).element(Length::Fill, Length::Fill)
    }

    #[test]
    fn a_picture_is_worked_out_again_only_when_it_changes() {
        let mut renderer = iced::futures::executor::block_on(<Renderer as Headless>::new(
            Font::DEFAULT,
            16.into(),
            None,
        ))
        .expect("the software renderer needs no display");
        let mut cache = Cache::default();
        let mut show = |shows, width| {
            let size = Size::new(width, 50.0);
            let mut interface = UserInterface::build(
                counted(shows),
                size,
                std::mem::take(&mut cache),
                &mut renderer,
            );
            let style = Style {
                text_color: Color::BLACK,
            };
            interface.draw(
                &mut renderer,
                &Theme::Light,
                &style,
                mouse::Cursor::Unavailable,
            );
            cache = interface.into_cache();
            WORKED_OUT.get()
        };
        assert_eq!(show(1, 50.0), 1);
        assert_eq!(show(1, 50.0), 1, "nothing has changed");
        assert_eq!(show(2, 50.0), 2, "it shows something else");
        assert_eq!(show(2, 60.0), 3, "it has another size");
    }
}
