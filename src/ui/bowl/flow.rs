//! The bowl into which the gold of its newest step flows once.

use super::{Bowl, Shows, draw, height};
use crate::ui::{Element, Renderer, flow};
use iced::Rectangle;
use iced::widget::canvas::Frame;

impl<M: Clone> Bowl<M> {
    /// The bowl while gold flows along its seam to the newest step. `arrived` is published once when it is there: the caller
    /// shows the bowl itself again, which draws no more frames. Where nothing is to move, show that from the start.
    #[must_use]
    pub fn flowing<'a>(self, arrived: M) -> Element<'a, M>
    where
        M: 'a,
    {
        let (width, shows) = (self.width, self.shows);
        let draw = move |reach: f32, renderer: &Renderer, bounds: Rectangle| {
            let shows = Shows {
                flow: reach,
                ..shows.clone()
            };
            let mut frame = Frame::new(renderer, bounds.size());
            draw(&shows, &mut frame);
            vec![frame.into_geometry()]
        };
        flow::flowing(draw, (width.into(), height(width).into()), arrived)
    }
}
