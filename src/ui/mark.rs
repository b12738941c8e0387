//! The mark of the app: a disc of glaze with a seam of gold.

use super::art::{Look, Pen, Picture, rgb, shade};
use super::geometry;
use super::seam::{Gold, Ground};
use iced::widget::canvas::Frame;
use iced::{Color, Element, Point, Renderer};

/// The mark, `size` px across. The word beside it is the caller's.
pub fn mark<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    size: f32,
) -> Element<'a, Message, Theme, Renderer> {
    Picture::new(look, |&look, frame| draw(look, frame)).element(size, size)
}

fn draw(look: Look, frame: &mut Frame) {
    const MIDDLE: Point = Point::new(20.0, 20.0);
    let mut pen = Pen::spanning(frame, 40.0);
    let p = Point::new;
    if look.high_contrast {
        pen.dot(MIDDLE, 19.0, Color::BLACK);
        pen.dot(MIDDLE, 17.8, rgb(0x00302B));
    } else {
        let glaze = if look.dark {
            (0x3C6A62, 0x193330)
        } else {
            (0x2A564F, 0x102725)
        };
        pen.dot(MIDDLE, 19.0, rgb(0xC79B40));
        pen.dot(
            MIDDLE,
            17.7,
            shade(
                p(8.0, 4.0),
                p(32.0, 36.0),
                &[(0.0, rgb(glaze.0)), (1.0, rgb(glaze.1))],
            ),
        );
    }
    let disc: Vec<Point> = (0..60)
        .map(|i| {
            let a = i as f32 / 60.0 * std::f32::consts::TAU;
            p(MIDDLE.x + 18.4 * a.cos(), MIDDLE.y + 18.4 * a.sin())
        })
        .collect();
    let line = geometry::resample(&[
        p(1.0, 15.5),
        p(11.0, 14.5),
        p(16.0, 18.5),
        p(21.0, 17.5),
        p(27.0, 23.5),
        p(32.0, 22.5),
        p(39.0, 27.0),
    ]);
    Gold::new(look, Ground::Glaze, 3.4, 4)
        .inside(&disc)
        .sweep(p(2.0, 12.0), p(38.0, 28.0))
        .draw(&mut pen, &line);
}
