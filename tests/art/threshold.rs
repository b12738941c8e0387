//! The threshold: text has its place, and no gold runs through it.

use crate::picture::{LIGHT, render};
use goldseam::ui::shard::{self, Arrangement};
use iced::{Rectangle, Size};

#[test]
fn text_has_its_place_on_every_threshold() {
    for arrangement in [Arrangement::Door, Arrangement::Setup, Arrangement::HandOver] {
        for (width, height) in [
            (600.0, 640.0),
            (900.0, 640.0),
            (1280.0, 800.0),
            (1920.0, 1080.0),
            (2560.0, 1600.0),
        ] {
            let size = Size::new(width, height);
            let places = shard::places(arrangement, size);
            let picture = render(shard::threshold(LIGHT, arrangement), size, LIGHT);
            let all = [
                Some(places.content),
                Some(places.upper),
                places.lower,
                places.footer,
            ];
            for place in all.into_iter().flatten() {
                let told = format!("{arrangement:?} {width}×{height}: {place:?}");
                assert!(
                    place.is_within(&Rectangle::with_size(size)),
                    "{told} leaves the window"
                );
                assert_eq!(picture.gold(place), 0, "{told} has gold running through it");
                assert!(
                    place.width >= 150.0 && place.height >= 32.0,
                    "{told} is no room for text"
                );
            }
        }
    }
}
