//! The drawings, through the software renderer. Each test also leaves its pictures in the target's temporary folder, to be
//! looked at.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use goldseam::ui::art::Look;
use goldseam::ui::jar::{self, Hue, Marble};
use goldseam::ui::seam::{self, NodeState};
use goldseam::ui::shard::{self, Arrangement};
use goldseam::ui::{bowl, mark};
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::widget::{center, column, container, row, space};
use iced::{Color, Element, Event, Font, Point, Rectangle, Renderer, Size, Theme};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use std::path::PathBuf;
use std::time::Instant;

const LIGHT: Look = Look {
    dark: false,
    high_contrast: false,
};
const DARK: Look = Look {
    dark: true,
    high_contrast: false,
};
const CONTRAST: Look = Look {
    dark: false,
    high_contrast: true,
};
const LOOKS: [(&str, Look); 3] = [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)];

type View = Element<'static, usize, Theme, Renderer>;

struct Picture {
    size: Size<u32>,
    rgba: Vec<u8>,
}

impl Picture {
    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let i = ((y * self.size.width + x) * 4) as usize;
        [self.rgba[i], self.rgba[i + 1], self.rgba[i + 2]]
    }

    /// How many pixels within `area` are gold: clearly red over green over blue, and not the brown of bare clay.
    fn gold(&self, area: Rectangle) -> usize {
        let rows = area.y as u32..((area.y + area.height) as u32).min(self.size.height);
        let columns = area.x as u32..((area.x + area.width) as u32).min(self.size.width);
        rows.flat_map(|y| columns.clone().map(move |x| (x, y)))
            .filter(|&(x, y)| {
                let [r, g, b] = self.at(x, y).map(i32::from);
                r > 150 && r > g + 15 && g > b + 38
            })
            .count()
    }

    fn ink(&self, ground: [u8; 3]) -> usize {
        self.rgba
            .chunks_exact(4)
            .filter(|p| p[..3] != ground)
            .count()
    }

    fn save(&self, name: &str) {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        std::fs::write(path, png(self.size, &self.rgba)).expect("the picture can be written");
    }
}

fn ground(look: Look) -> Color {
    match (look.high_contrast, look.dark) {
        (true, _) => Color::WHITE,
        (_, true) => Color::from_rgb8(0x17, 0x1D, 0x1C),
        _ => Color::from_rgb8(0xF8, 0xF7, 0xF3),
    }
}

fn headless() -> Renderer {
    iced::futures::executor::block_on(<Renderer as Headless>::new(
        Font::DEFAULT,
        16.into(),
        Some("tiny-skia"),
    ))
    .expect("the software renderer needs no display")
}

/// The picture, and how many milliseconds painting it took.
fn painted(view: View, size: Size, look: Look) -> (Picture, f32) {
    let mut renderer = headless();
    let mut interface = UserInterface::build(view, size, Cache::default(), &mut renderer);
    let style = Style {
        text_color: Color::BLACK,
    };
    interface.draw(
        &mut renderer,
        &Theme::Light,
        &style,
        mouse::Cursor::Unavailable,
    );
    let size = Size::new(size.width as u32, size.height as u32);
    let start = Instant::now();
    let rgba = renderer.screenshot(size, 1.0, ground(look));
    (
        Picture { size, rgba },
        start.elapsed().as_secs_f32() * 1_000.0,
    )
}

fn render(view: impl Into<View>, size: Size, look: Look) -> Picture {
    painted(view.into(), size, look).0
}

fn pile(count: usize) -> Vec<Marble> {
    (0..count)
        .map(|i| Marble {
            hue: [Hue::First, Hue::Second, Hue::First, Hue::Both, Hue::Second]
                [(i * 7 + i / 5 * 3) % 5],
            gold_line: [6, 23, 33].contains(&i),
        })
        .collect()
}

const BOWL: Size = Size::new(600.0, 420.0);
const JAR: Size = Size::new(320.0, 440.0);
const PAPER: [u8; 3] = [0xF8, 0xF7, 0xF3];

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
                bowl::bowl(look, 5, Some(6)).width(width).into(),
                jar::jar(look, &pile(5)).width(width).into(),
                mark::mark(look, width),
                seam::rule(look, 1),
                seam::path_line(look, &nodes, 1),
                seam::path_line(look, &[], 1),
                seam::rail(look, &nodes, height, 1),
                seam::rail(look, &[], height, 1),
                jar::marble(look, noted, width),
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

/// Pictures to look at; what painting took is printed with `--nocapture`.
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

    let report = |name: &str, view: fn() -> View, size: Size| {
        let best = (0..5)
            .map(|_| painted(view(), size, LIGHT).1)
            .fold(f32::MAX, f32::min);
        let empty = (0..5)
            .map(|_| painted(space().into(), size, LIGHT).1)
            .fold(f32::MAX, f32::min);
        eprintln!("{name}: {:.2} ms", best - empty);
    };
    report("bowl 600", || bowl::bowl(LIGHT, 3, Some(4)).into(), BOWL);
    report(
        "bowl 440",
        || bowl::bowl(LIGHT, 3, Some(4)).width(440.0).into(),
        Size::new(440.0, 308.0),
    );
    report("jar 320, 46", || jar::jar(LIGHT, &pile(46)).into(), JAR);
    report(
        "jar 90, 46",
        || jar::jar(LIGHT, &pile(46)).width(90.0).into(),
        Size::new(90.0, 124.0),
    );
    report(
        "door 1280",
        || shard::threshold(LIGHT, Arrangement::Door),
        size,
    );
    report(
        "door 2560",
        || shard::threshold(LIGHT, Arrangement::Door),
        Size::new(2560.0, 1600.0),
    );
    report(
        "hand-over 2560",
        || shard::threshold(LIGHT, Arrangement::HandOver),
        Size::new(2560.0, 1600.0),
    );
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
        jar::jar(look, &pile(46)).width(90.0)
    ];
    let marbles = [Hue::First, Hue::Second, Hue::Both].map(|hue| {
        jar::marble(
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
            .push(jar::marble(
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
        bowl::bowl(look, 6, Some(7)).width(440.0).leader(true),
        jar::jar(look, &pile(46)).width(270.0)
    ];
    center(row![left.spacing(24), right.spacing(12)].spacing(40)).into()
}

/// An uncompressed PNG: enough to be looked at, and no image crate for it.
fn png(size: Size<u32>, rgba: &[u8]) -> Vec<u8> {
    fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
        out.extend((data.len() as u32).to_be_bytes());
        let start = out.len();
        out.extend(kind);
        out.extend(data);
        let table: Vec<u32> = (0..256)
            .map(|byte| (0..8).fold(byte, |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1))))
            .collect();
        let crc = out[start..].iter().fold(!0_u32, |crc, &byte| {
            (crc >> 8) ^ table[((crc ^ u32::from(byte)) & 0xFF) as usize]
        });
        out.extend((!crc).to_be_bytes());
    }
    let mut raw = Vec::new();
    for line in rgba.chunks_exact(size.width as usize * 4) {
        raw.push(0);
        raw.extend(line);
    }
    let mut packed = vec![0x78, 0x01];
    let blocks = raw.chunks(65_535).count();
    for (i, block) in raw.chunks(65_535).enumerate() {
        packed.push(u8::from(i + 1 == blocks));
        packed.extend((block.len() as u16).to_le_bytes());
        packed.extend((!(block.len() as u16)).to_le_bytes());
        packed.extend(block);
    }
    let (a, b) = raw.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    packed.extend(((b << 16) | a).to_be_bytes());

    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(size.width.to_be_bytes());
    header.extend(size.height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    chunk(&mut out, b"IHDR", &header);
    chunk(&mut out, b"IDAT", &packed);
    chunk(&mut out, b"IEND", &[]);
    out
}
