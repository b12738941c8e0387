//! The laptop is passed on.

use crate::threshold::*;
use goldseam::screen::Here;
use goldseam::screen::hand_over::{Intent, Message, Purpose, State};
use goldseam::ui::access::Role;
use goldseam::ui::theme::Theme;

#[test]
fn the_hand_over_stands_at_every_size() {
    everywhere(&BOTH, |mut world, size| {
        world.here = Here::One(MAYA);
        let mut plain = Desk::bare(world, |ctx| State::new(ctx, JON, false, Purpose::Page));
        look(&mut plain, &format!("hand-over-{size}"));
    });
    everywhere(&BOTH, |mut world, size| {
        world.here = Here::Both;
        world.proved.insert(MAYA);
        let mut asks = Desk::bare(world, |ctx| State::new(ctx, JON, true, Purpose::Page));
        asks.go_to("Jon’s passphrase").write("clover").enter();
        asks.tell(Message::Refused(REFUSED));
        look(&mut asks, &format!("hand-over-refused-{size}"));
    });
    everywhere(&BOTH, |mut world, size| {
        world.here = Here::Both;
        let mut sign = Desk::bare(world, |ctx| State::new(ctx, JON, true, Purpose::Sign));
        look(&mut sign, &format!("hand-over-sign-{size}"));
    });
    let strange = [(LONG, true), ("مريم عبد الرحمن", true)];
    for (size, window) in sizes() {
        for (whose, to) in [("long", MAYA), ("arabic", JON)] {
            let mut world = at(&strange, window);
            world.here = Here::Both;
            world.proved.extend([MAYA, JON]);
            let mut asks = Desk::bare(world, |ctx| State::new(ctx, to, true, Purpose::Page));
            look(&mut asks, &format!("hand-over-{whose}-{size}"));
        }
    }
}

#[test]
fn a_page_is_called_shut_only_where_somebody_wrote_on_it() {
    let says = |world: World, to| {
        let mut page = Desk::bare(world, |ctx| State::new(ctx, to, false, Purpose::Page));
        page.shows("is shut.")
    };
    assert!(!says(wide(&NEW), MAYA), "nobody has written yet");
    assert!(says(wide(&[("Maya", true), ("Jon", false)]), JON));
    let mut world = wide(&BOTH);
    world.here = Here::One(MAYA);
    assert!(says(world, JON));
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    assert!(!says(world, JON), "only the shared space was open");
}

#[test]
fn a_refused_passphrase_stays_in_its_field() {
    let mut asks = Desk::bare(wide(&BOTH), |ctx| State::new(ctx, JON, true, Purpose::Page));
    asks.go_to("Jon’s passphrase").write("duck").enter();
    assert_eq!(
        asks.wanted(),
        Some(Wanted::Ask(Intent::Prove("duck".into())))
    );
    asks.tell(Message::Refused(REFUSED));
    assert_eq!(asks.0.focus().as_deref(), Some("Jon’s passphrase"));
    asks.write("bill").enter();
    assert_eq!(
        asks.wanted(),
        Some(Wanted::Ask(Intent::Prove("duckbill".into())))
    );
}

/// What is refused says so in two lines, and the buttons below it give nothing of their height.
#[test]
fn an_error_squeezes_no_button() {
    for purpose in [Purpose::Page, Purpose::Sign] {
        for height in (620..=1080).step_by(20) {
            for width in [900, 1280, 1366, 1920] {
                let mut world = at(&BOTH, (width as f32, height as f32));
                world.here = Here::Both;
                world.proved.insert(MAYA);
                let mut page = Desk::bare(world, |ctx| State::new(ctx, JON, true, purpose));
                for refused in [false, true] {
                    if refused {
                        page.go_to("Jon’s passphrase").write("clover").enter();
                        page.tell(Message::Refused(REFUSED));
                    }
                    for node in page.0.snapshot().of(Role::Button).filter(|n| n.focusable) {
                        let name = node.info.name.as_deref().unwrap_or_default();
                        let high = node.bounds.height;
                        let least = if name == "Leave quickly" { 36.0 } else { 44.0 };
                        assert!(
                            high >= least || name.contains("the passphrase"),
                            "{width}×{height}, {purpose:?}, {refused}: {name} is {high} high"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn jon_takes_the_laptop_or_locks_it() {
    let mut page = Desk::bare(wide(&BOTH), |ctx| {
        State::new(ctx, JON, false, Purpose::Page)
    });
    page.press("I am Jon");
    assert_eq!(page.wanted(), Some(Wanted::Ask(Intent::Arrived)));
    page.press("Not now, lock it");
    assert_eq!(page.wanted(), Some(Wanted::Ask(Intent::NotNow)));
    page.press("Leave quickly");
    assert_eq!(page.wanted(), Some(Wanted::Leave));
}

#[test]
fn the_laptop_can_stay_where_it_is_but_not_while_setting_up() {
    for needs_passphrase in [true, false] {
        let mut world = wide(&BOTH);
        world.here = Here::Both;
        let mut page = Desk::bare(world, |ctx| {
            State::new(ctx, JON, needs_passphrase, Purpose::Page)
        });
        page.press("Back");
        assert_eq!(page.wanted(), Some(Wanted::Ask(Intent::Back)));
    }
    let mut world = wide(&[("Maya", true), ("Jon", false)]);
    world.here = Here::Nobody;
    let mut page = Desk::bare(world, |ctx| State::new(ctx, JON, false, Purpose::Page));
    assert!(!page.names().contains(&"Back".to_owned()));
}

/// Something on a page both read waits for Jon's name.
fn sign(needs_passphrase: bool) -> Desk<State> {
    let mut world = wide(&BOTH);
    world.here = Here::Both;
    world.proved.insert(MAYA);
    Desk::bare(world, |ctx| {
        State::new(ctx, JON, needs_passphrase, Purpose::Sign)
    })
}

#[test]
fn jon_says_with_his_passphrase_that_a_commitment_is_his() {
    let mut page = sign(true);
    assert!(page.shows("Pass the laptop to Jon"));
    page.press("Jon’s passphrase")
        .write("duckbill")
        .press("Keep it in my name");
    assert_eq!(
        page.wanted(),
        Some(Wanted::Ask(Intent::Prove("duckbill".into())))
    );
}

#[test]
fn what_waits_to_be_kept_can_be_left_without_locking() {
    for needs_passphrase in [true, false] {
        let mut page = sign(needs_passphrase);
        let names = page.names();
        assert!(!names.contains(&"Not now, lock it".to_owned()));
        page.press("Back to the page");
        assert_eq!(page.wanted(), Some(Wanted::Ask(Intent::Back)));
    }
}

/// The page that was open stays open behind a signature, so nothing may say that it is shut.
#[test]
fn nobodys_page_is_called_shut_for_a_signature() {
    let words = |purpose| {
        let mut world = wide(&BOTH);
        world.proved.insert(MAYA);
        let mut page = Desk::bare(world, |ctx| State::new(ctx, JON, true, purpose));
        (page.shows("page is shut"), page.0.pixels())
    };
    let (shut, theirs) = words(Purpose::Page);
    assert!(shut);
    let (shut, signed) = words(Purpose::Sign);
    assert!(!shut);
    assert!(
        theirs != signed,
        "nothing says what the laptop is passed on for"
    );
}

#[test]
fn the_buttons_stand_out_from_glaze_in_every_theme() {
    for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
        let mut world = wide(&BOTH);
        world.theme = theme;
        let mut page = Desk::bare(world, |ctx| State::new(ctx, JON, false, Purpose::Page));
        let pixels = page.0.pixels();
        let mut inside = |name: &str| {
            let bounds = page.0.find(name).bounds;
            let (x, y) = (bounds.x as usize + 6, bounds.center_y() as usize);
            let at = 4 * (y * 1280 + x);
            pixels[at..at + 3].to_vec()
        };
        assert_eq!(inside("I am Jon"), [0xF2, 0xEF, 0xE6], "{theme:?}");
        for name in ["Not now, lock it", "Leave quickly"] {
            let glaze = inside(name);
            assert!(
                glaze.iter().all(|&part| part < 0x60),
                "{theme:?}: {name} {glaze:?}"
            );
        }
    }
}
