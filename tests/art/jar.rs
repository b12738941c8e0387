//! The jar and its marbles.

use crate::picture::{CONTRAST, LIGHT, PAPER, Picture, render};
use goldseam::ui::jar::{self, Hue, Marble};
use iced::Size;

const JAR: Size = Size::new(320.0, 440.0);

pub(crate) fn pile(count: usize) -> Vec<Marble> {
    (0..count)
        .map(|i| Marble {
            hue: [Hue::First, Hue::Second, Hue::First, Hue::Both, Hue::Second]
                [(i * 7 + i / 5 * 3) % 5],
            gold_line: [6, 23, 33].contains(&i),
        })
        .collect()
}

#[test]
fn notes_fill_the_jar_and_older_ones_leave_it() {
    let draw = |marbles: &[Marble]| render(jar::jar(LIGHT, marbles), JAR, LIGHT);
    let inside = |picture: &Picture| {
        let coloured = |[r, g, b]: [u8; 3]| r.abs_diff(b) > 40 || g.abs_diff(b) > 40;
        (100..390)
            .flat_map(|y| (40..280).map(move |x| (x, y)))
            .filter(|&(x, y)| coloured(picture.at(x, y)))
            .count()
    };
    let counts = [0, 10, 46, 60].map(|n| inside(&draw(&pile(n))));
    assert_eq!(counts[0], 0, "an empty jar holds nothing");
    assert!(
        counts.windows(2).all(|pair| pair[0] < pair[1]),
        "{counts:?}"
    );
    assert!(draw(&[]).ink(PAPER) > 2_000, "an empty jar is still a jar");

    let old = [Marble {
        hue: Hue::Both,
        gold_line: true,
    }; 15];
    let many: Vec<Marble> = old.into_iter().chain(pile(60)).collect();
    assert!(
        draw(&many).rgba == draw(&pile(60)).rgba,
        "only the newest sixty are in the jar"
    );
    draw(&pile(60)).save("jar-sixty");
    draw(&[]).save("jar-empty");
}

#[test]
fn a_new_note_moves_no_other() {
    let before = render(jar::jar(CONTRAST, &pile(12)), JAR, CONTRAST);
    let after = render(jar::jar(CONTRAST, &pile(13)), JAR, CONTRAST);
    let changed = before
        .rgba
        .chunks_exact(4)
        .zip(after.rgba.chunks_exact(4))
        .filter(|(a, b)| a != b)
        .count();
    assert!(
        (300..1_400).contains(&changed),
        "one marble covers about 700 px, {changed} changed"
    );
}

#[test]
fn a_lifted_marble_leaves_its_place() {
    let lift = |rise| {
        render(
            jar::jar(LIGHT, &pile(30)).lifted(Some(28), rise),
            JAR,
            LIGHT,
        )
    };
    let still = render(jar::jar(LIGHT, &pile(30)), JAR, LIGHT);
    lift(0.6).save("jar-lifting");
    assert!(lift(0.6).rgba != still.rgba);
    assert!(
        lift(1.0).rgba != lift(0.6).rgba,
        "at the end it has left the jar"
    );
}

#[test]
fn without_colour_it_is_still_seen_whose_marble_it_is() {
    let size = Size::new(40.0, 40.0);
    let white = |hue| {
        let drawn = jar::marble(
            CONTRAST,
            Marble {
                hue,
                gold_line: false,
            },
            40.0,
        );
        let picture = render(drawn, size, CONTRAST);
        let within = (8..32).flat_map(|y| (8..32).map(move |x| (x, y)));
        within
            .map(|(x, y)| picture.at(x, y).iter().all(|&channel| channel > 200))
            .collect::<Vec<bool>>()
    };
    let (first, second, both) = (white(Hue::First), white(Hue::Second), white(Hue::Both));
    assert!(first != second && second != both && first != both);
}
