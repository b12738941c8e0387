//! The bowl into which the gold of its newest step flows once.

use super::{Bowl, Shows, draw, height};
use crate::ui::flow::Course;
use crate::ui::{Element, Renderer, Theme};
use iced::widget::canvas::{self, Frame, Geometry, Program};
use iced::{Event, Rectangle, mouse};

impl<M: Clone> Bowl<M> {
    /// The bowl while gold flows along its seam to the newest step. `arrived` is published once when it is there: the caller
    /// shows the bowl itself again, which draws no more frames. Where nothing is to move, show that from the start.
    #[must_use]
    pub fn flowing<'a>(self, arrived: M) -> Element<'a, M>
    where
        M: 'a,
    {
        let (width, shows) = (self.width, self.shows);
        canvas::Canvas::new(Flowing { shows, arrived })
            .width(width)
            .height(height(width))
            .into()
    }
}

struct Flowing<M> {
    shows: Shows,
    arrived: M,
}

impl<M: Clone> Program<M, Theme, Renderer> for Flowing<M> {
    type State = Course;

    fn update(
        &self,
        course: &mut Course,
        event: &Event,
        _bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Option<canvas::Action<M>> {
        course.turn(event, &self.arrived)
    }

    fn draw(
        &self,
        course: &Course,
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let shows = Shows {
            flow: course.reach(),
            ..self.shows.clone()
        };
        let mut frame = Frame::new(renderer, bounds.size());
        draw(&shows, &mut frame);
        vec![frame.into_geometry()]
    }
}
