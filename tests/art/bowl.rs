//! The bowl: gold where a step is done, and nowhere else.

use crate::picture::{DARK, LIGHT, LOOKS, PAPER, View, headless, render};
use goldseam::ui::bowl;
use iced::advanced::{clipboard, mouse};
use iced::{Event, Point, Rectangle, Size};
use iced_test::runtime::user_interface::{Cache, UserInterface};

const BOWL: Size = Size::new(600.0, 420.0);

#[test]
fn a_bowl_is_the_same_bowl_every_time() {
    for (name, look) in LOOKS {
        let first = render(bowl::bowl(look, 3, Some(4)), BOWL, look);
        let second = render(bowl::bowl(look, 3, Some(4)), BOWL, look);
        first.save(&format!("bowl-{name}"));
        assert!(
            first.rgba == second.rgba,
            "{name}: two drawings of one bowl differ"
        );
    }
}

#[test]
fn gold_ends_at_the_step_that_is_next() {
    let picture = render(bowl::bowl(LIGHT, 3, None), BOWL, LIGHT);
    let next = bowl::node_position(4, 600.0);
    // Below the rim: its lip is bare clay, which is not gold but near it.
    let left = Rectangle {
        x: 60.0,
        y: 145.0,
        width: next.x - 60.0,
        height: 180.0,
    };
    let right = Rectangle {
        x: next.x + 8.0,
        y: 145.0,
        width: 260.0,
        height: 180.0,
    };
    assert!(
        picture.gold(left) > 300,
        "three filled breaks hold {} px of gold",
        picture.gold(left)
    );
    assert_eq!(picture.gold(right), 0, "gold beyond the step that is next");
}

#[test]
fn every_step_adds_gold_and_none_takes_it_away() {
    let wall = Rectangle {
        x: 0.0,
        y: 145.0,
        width: 600.0,
        height: 186.0,
    };
    let golds: Vec<usize> = (0..=10)
        .map(|done| render(bowl::bowl(LIGHT, done, None).without_nodes(), BOWL, LIGHT).gold(wall))
        .collect();
    assert_eq!(golds[0], 0, "nothing is repaired yet");
    assert!(golds.windows(2).all(|pair| pair[0] < pair[1]), "{golds:?}");

    let flow = [0.0, 0.25, 0.5, 0.75, 1.0].map(|flow| {
        render(
            bowl::bowl(LIGHT, 4, None).without_nodes().flow(flow),
            BOWL,
            LIGHT,
        )
        .gold(wall)
    });
    assert_eq!(flow[0], golds[3], "before it flows, the bowl is as it was");
    assert_eq!(flow[4], golds[4]);
    assert!(flow.is_sorted(), "gold recedes while it flows: {flow:?}");

    render(bowl::bowl(LIGHT, 10, None).without_nodes(), BOWL, LIGHT).save("bowl-full");
    render(bowl::bowl(LIGHT, 0, Some(1)), BOWL, LIGHT).save("bowl-empty");
    render(bowl::bowl(DARK, 7, Some(8)), BOWL, DARK).save("bowl-seven-dark");
}

#[test]
fn a_step_done_before_its_turn_stands_in_gold_beyond_the_seam() {
    let mut done = [false; 10];
    for step in [1, 2, 6] {
        done[step - 1] = true;
    }
    let seam = render(bowl::bowl(LIGHT, 2, Some(3)), BOWL, LIGHT);
    let both = render(bowl::bowl(LIGHT, 2, Some(3)).with_done(done), BOWL, LIGHT);
    let around = |step| {
        let node = bowl::node_position(step, 600.0);
        Rectangle {
            x: node.x - 6.0,
            y: node.y - 6.0,
            width: 12.0,
            height: 12.0,
        }
    };
    assert_eq!(seam.gold(around(6)), 0);
    assert!(both.gold(around(6)) > 0, "gold never recedes");
    assert_eq!(both.gold(around(5)), 0, "the fifth is still to come");
}

#[test]
fn the_bowl_keeps_within_its_outline() {
    let full = render(bowl::bowl(LIGHT, 10, None), BOWL, LIGHT);
    for y in 0..330 {
        for x in (0..34).chain(567..600) {
            assert_eq!(full.at(x, y), PAPER, "something pokes out at {x}, {y}");
        }
    }
}

#[test]
fn a_pressed_node_tells_its_step() {
    let mut renderer = headless();
    let view: View = bowl::bowl(LIGHT, 3, Some(4))
        .width(440.0)
        .on_pick(|step| step)
        .into();
    let mut interface = UserInterface::build(
        view,
        Size::new(440.0, 308.0),
        Cache::default(),
        &mut renderer,
    );
    let mut press = |at: Point| {
        let mut messages = Vec::new();
        let event = Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
        let cursor = mouse::Cursor::Available(at);
        let _ = interface.update(
            &[event],
            cursor,
            &mut renderer,
            &mut clipboard::Null,
            &mut messages,
        );
        messages
    };
    for step in 1..=10 {
        assert_eq!(press(bowl::node_position(step, 440.0)), [step]);
    }
    assert!(
        press(Point::new(20.0, 290.0)).is_empty(),
        "the table is no step"
    );
}
