//! The drawings, through the software renderer. Each test also leaves its pictures in the target's temporary folder, to be
//! looked at.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bowl;
mod jar;
mod picture;
mod threshold;

use goldseam::ui::jar::{Hue, Marble};
use goldseam::ui::seam::{self, NodeState};
use goldseam::ui::shard::{self, Arrangement};
use goldseam::ui::{self as kit, art::Look, mark};
use iced::widget::{center, column, container, row};
use iced::{Rectangle, Size};
use jar::pile;
use picture::{LIGHT, LOOKS, View, render};

#[test]
fn gold_on_a_rail_ends_at_the_page_that_is_open() {
    use NodeState::{Current, Done, Later};
    let nodes = [Done, Current, Later, Later, Later];
    let height = seam::RAIL_INSET * 2.0 + seam::RAIL_SPACING * 4.0;
    let picture = render(
        seam::rail(LIGHT, &nodes, seam::RAIL_SPACING, 3),
        Size::new(24.0, height),
        LIGHT,
    );
    let current = seam::RAIL_INSET + seam::RAIL_SPACING;
    let above = Rectangle {
        x: 0.0,
        y: 0.0,
        width: 24.0,
        height: current - 12.0,
    };
    let below = Rectangle {
        x: 0.0,
        y: current + 12.0,
        width: 24.0,
        height: height - current - 12.0,
    };
    assert!(picture.gold(above) > 80);
    assert_eq!(picture.gold(below), 0);
}

#[test]
fn no_size_is_too_small_or_too_large() {
    let sizes = [
        (1.0, 1.0),
        (2.0, 300.0),
        (300.0, 2.0),
        (37.0, 41.0),
        (900.0, 200.0),
        (2560.0, 1600.0),
    ];
    for (width, height) in sizes {
        let size = Size::new(width, height);
        for (_, look) in LOOKS {
            let nodes = [NodeState::Done, NodeState::Current, NodeState::Later];
            let noted = Marble {
                hue: Hue::Both,
                gold_line: true,
            };
            let mut views: Vec<View> = vec![
                kit::bowl::bowl(look, 5, Some(6)).width(width).into(),
                kit::jar::jar(look, &pile(5)).width(width).into(),
                mark::mark(look, width),
                seam::rule(look, 1),
                seam::path_line(look, &nodes, 1),
                seam::path_line(look, &[], 1),
                seam::rail(look, &nodes, height, 1),
                seam::rail(look, &[], height, 1),
                kit::jar::marble(look, noted, width),
            ];
            for arrangement in [Arrangement::Door, Arrangement::Setup, Arrangement::HandOver] {
                let _ = shard::places(arrangement, size);
                views.push(shard::threshold(look, arrangement));
            }
            for view in views {
                assert_eq!(
                    render(view, size, look).rgba.len(),
                    (width * height) as usize * 4
                );
            }
        }
    }
}

#[test]
fn sheets() {
    let size = Size::new(1280.0, 800.0);
    for (name, look) in LOOKS {
        for arrangement in [Arrangement::Door, Arrangement::Setup, Arrangement::HandOver] {
            let label = format!("{arrangement:?}").to_lowercase();
            let picture = render(shard::threshold(look, arrangement), size, look);
            assert!(picture.gold(Rectangle::with_size(size)) > 1_000);
            picture.save(&format!("{label}-{name}"));
            if look == LIGHT {
                for (width, height) in [(900.0, 640.0), (600.0, 800.0), (2560.0, 1600.0)] {
                    let size = Size::new(width, height);
                    render(shard::threshold(look, arrangement), size, look)
                        .save(&format!("{label}-{width}"));
                }
            }
        }
        render(sheet(look), Size::new(1000.0, 760.0), look).save(&format!("sheet-{name}"));
    }
}

fn sheet(look: Look) -> View {
    use NodeState::{Current, Done, Later};
    let steps = [
        Done, Done, Done, Current, Later, Later, Later, Later, Later, Later,
    ];
    let rails = row![
        seam::rail(
            look,
            &[Done, Current, Later, Later, Later],
            seam::RAIL_SPACING,
            3
        ),
        seam::rail(
            look,
            &[Done, Done, Done, Done, Current],
            seam::RAIL_SPACING,
            8
        ),
        kit::jar::jar(look, &pile(46)).width(90.0)
    ];
    let marbles = [Hue::First, Hue::Second, Hue::Both].map(|hue| {
        kit::jar::marble(
            look,
            Marble {
                hue,
                gold_line: hue == Hue::Second,
            },
            52.0,
        )
    });
    let left = column![
        row![
            mark::mark(look, 28.0),
            mark::mark(look, 40.0),
            mark::mark(look, 96.0)
        ]
        .spacing(16),
        container(seam::rule(look, 5)).width(448),
        container(seam::rule(look, 9)).width(448),
        container(seam::path_line(look, &steps, 2)).width(448),
        rails.spacing(24),
        row(marbles)
            .push(kit::jar::marble(
                look,
                Marble {
                    hue: Hue::First,
                    gold_line: false
                },
                14.0
            ))
            .spacing(16),
    ];
    let right = column![
        kit::bowl::bowl(look, 6, Some(7)).width(440.0).leader(true),
        kit::jar::jar(look, &pile(46)).width(270.0)
    ];
    center(row![left.spacing(24), right.spacing(12)].spacing(40)).into()
}
