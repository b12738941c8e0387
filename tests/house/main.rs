//! The promises of the sources themselves: who may import whom, and what no file may hold.
//!
//! Each rule is a small function over tokens; beside the test that holds the house to it stands one that breaks it.
#![allow(clippy::unwrap_used, unreachable_pub)]

mod rooms;
mod source;
mod style;
mod voice;

use source::{Source, files, shown, sources};
use std::fs;
use std::path::Path;

const ROOMS: &[&str] = &[
    "app", "assets", "cli", "content", "demo", "domain", "screen", "store", "summary", "text", "ui",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn everywhere(rule: impl Fn(&Source) -> Vec<String>) {
    let sources = sources(root());
    assert!(sources.len() > 50, "the sources were not found");
    none(sources.iter().flat_map(rule).collect());
}

/// How many faults a rule finds in a planted file.
fn planted(path: &str, text: &str, rule: impl Fn(&Source) -> Vec<String>) -> usize {
    rule(&Source::new(path, text)).len()
}

#[test]
fn every_room_knows_only_its_neighbours() {
    let screens: Vec<String> = sources(root()).iter().filter_map(rooms::screen).collect();
    assert!(screens.len() > 10, "{screens:?}");
    everywhere(|source| rooms::forbidden_imports(source, ROOMS, &screens));
}

/// The rule as it stands in a house with two screens and something they share.
fn imports(source: &Source) -> Vec<String> {
    rooms::forbidden_imports(source, ROOMS, &["jar".into(), "journal".into()])
}

#[test]
fn a_screen_is_known_by_what_it_promises() {
    let page = Source::new("src/screen/jar.rs", "impl Screen for State {}");
    assert_eq!(rooms::screen(&page), Some("jar".to_owned()));
    let shared = Source::new("src/screen/pieces.rs", "// impl Screen for State {}");
    assert_eq!(rooms::screen(&shared), None);
}

#[test]
fn a_forbidden_import_is_seen() {
    let broken = [
        ("src/domain/week.rs", "use crate::store::Store;"),
        ("src/content.rs", "use crate::{domain::Words, ui::Element};"),
        ("src/screen/door.rs", "fn f() { crate::app::run::window() }"),
        ("src/screen/door.rs", "use super::super::store::{Keys};"),
        ("src/screen/door.rs", "use super::{Ctx, jar::State};"),
        ("src/screen/guide/page.rs", "use super::super::{journal};"),
        (
            "src/screen/guide/page.rs",
            "use crate::screen::{Ctx, journal};",
        ),
        ("src/text/door.rs", "use crate::domain::Words;"),
        ("src/ui/jar.rs", "use crate::domain::jar;"),
        (
            "src/store/load.rs",
            "mod inner { use super::super::super::screen; }",
        ),
    ];
    for (path, text) in broken {
        assert_eq!(planted(path, text, imports), 1, "{path}: {text}");
    }
    let whole = [
        (
            "src/screen/door.rs",
            "use super::{Ctx, pieces}; use crate::ui::Element; // crate::store",
        ),
        (
            "src/screen/guide/page.rs",
            "use super::State; use crate::screen::guide::Message;",
        ),
        (
            "src/screen.rs",
            "use crate::domain; pub mod door; use self::door::State;",
        ),
        (
            "src/summary/page.rs",
            r#"use crate::text::printed; const A: &str = "crate::app::x";"#,
        ),
        (
            "src/app/run.rs",
            "use crate::store::Store; use crate::screen::door;",
        ),
        (
            "src/domain/week.rs",
            "#[cfg(test)] mod tests { use crate::store::Store; }",
        ),
    ];
    for (path, text) in whole {
        assert_eq!(planted(path, text, imports), 0, "{path}: {text}");
    }
}

#[test]
fn the_toolkit_is_named_only_where_something_is_drawn() {
    everywhere(rooms::toolkit_outside);
}

#[test]
fn the_toolkit_in_a_command_is_seen() {
    let rule = rooms::toolkit_outside;
    assert_eq!(planted("src/cli.rs", "use iced::Task;", rule), 1);
    assert_eq!(
        planted("src/domain/week.rs", "fn f(s: iced_core::Size) {}", rule),
        1
    );
    assert_eq!(planted("src/ui/card.rs", "use iced::Task;", rule), 0);
    assert_eq!(
        planted("src/cli.rs", "// iced\nconst A: &str = \"iced\";", rule),
        0
    );
}

#[test]
fn screens_take_their_measures_from_the_scale() {
    everywhere(style::literal_measures);
}

#[test]
fn a_literal_measure_is_seen() {
    let rule = style::literal_measures;
    let broken = [
        "row![].padding([space::S8, 12.0])",
        "row![].spacing(4)",
        "text(a).size(15)",
        "container(a).width(300)",
        "container(a).height(Length::Fixed(12.5))",
        "container(a).padding(space::S8 * 1.5)",
        "container(a).max_width(size::DIALOG + 1.5)",
        "let p = Padding { top: 3.0, ..Padding::ZERO };",
        "padding::left(8)",
    ];
    for text in broken {
        assert!(planted("src/screen/door.rs", text, rule) > 0, "{text}");
        assert_eq!(planted("src/ui/card.rs", text, rule), 0, "{text}");
    }
    assert!(planted("src/app/frame.rs", "row![].spacing(4)", rule) > 0);
    for text in [
        "row![].padding([0.0, space::S12]).spacing(0)",
        "a.width(Fill).height(Length::FillPortion(2))",
        "a.size(Type::H1) // .size(3)",
        "container(a).max_width(size::DIALOG / 2.0)",
    ] {
        assert_eq!(planted("src/screen/door.rs", text, rule), 0, "{text}");
    }
}

#[test]
fn screens_name_no_measures_of_their_own() {
    everywhere(style::own_measures);
}

#[test]
fn a_measure_of_a_screen_s_own_is_seen() {
    let rule = style::own_measures;
    assert_eq!(
        planted("src/screen/jar.rs", "const GAP: f32 = 13.0;", rule),
        1
    );
    assert_eq!(
        planted("src/screen/jar.rs", "const GAP: f32 = size::PAGE;", rule),
        0
    );
    assert_eq!(
        planted("src/screen/jar.rs", "const MOST: usize = 60;", rule),
        0
    );
}

#[test]
fn screens_take_their_colours_from_the_theme() {
    everywhere(style::literal_colours);
}

#[test]
fn a_literal_colour_is_seen() {
    let rule = style::literal_colours;
    for text in [
        "let c = Color::from_rgb(1.0, 0.0, 0.0);",
        "let c = color!(0xff0000);",
        "let c = iced::Color { r: 1.0, g: 1.0, b: 1.0, a: 1.0 };",
    ] {
        assert_eq!(planted("src/screen/jar.rs", text, rule), 1, "{text}");
    }
    for text in [
        "fn ink(theme: &Theme) -> Color { theme.tokens().ink }",
        "use iced::Color;",
    ] {
        assert_eq!(planted("src/screen/jar.rs", text, rule), 0, "{text}");
    }
}

#[test]
fn every_sentence_stands_in_the_texts_or_the_content() {
    everywhere(style::sentences);
}

#[test]
fn a_sentence_in_a_screen_is_seen() {
    let rule = style::sentences;
    let broken = [
        ("src/screen/door.rs", r#"label("Who is here?")"#),
        ("src/screen/door.rs", r#"label("Save")"#),
        ("src/screen/door.rs", r#"field("Name", &self.name)"#),
        ("src/screen/door.rs", r##"label(r#"who "is" here"#)"##),
        ("src/cli/commands.rs", r#"format!("{name} is not here")"#),
        ("src/ui/card.rs", "const A: &str = \"one \\\n  two\";"),
        ("src/main.rs", r#"eprintln!("no display");"#),
    ];
    for (path, text) in broken {
        assert_eq!(planted(path, text, rule), 1, "{path}: {text}");
    }
    let whole = [
        ("src/text/door.rs", r#"pub const A: &str = "Who is here?";"#),
        (
            "src/screen/door.rs",
            r#"debug_assert!(a, "it is so"); f.debug_struct("State").field("Who", &1)"#,
        ),
        (
            "src/screen/door.rs",
            r#"/* "a b" */ key("journal/new"); format!("{a} {b_c}")"#,
        ),
        (
            "src/app/keep.rs",
            r#"#[error("could not {doing} it")] enum E {}"#,
        ),
        (
            "src/app/keep.rs",
            r#"#[cfg(test)] mod tests { const A: &str = "so it is"; }"#,
        ),
    ];
    for (path, text) in whole {
        assert_eq!(planted(path, text, rule), 0, "{path}: {text}");
    }
}

#[test]
fn nothing_that_ships_can_fall_over() {
    everywhere(style::ways_to_fall);
}

#[test]
fn a_way_to_fall_is_seen() {
    let rule = style::ways_to_fall;
    for text in [
        "fn f() { g().unwrap() }",
        "fn f() { g().expect(\"it\") }",
        "fn f() { panic!() }",
        "fn f() { a.map(Option::unwrap) ; x::unwrap(y) }",
        "fn f() { unsafe { g() } }",
        "fn f() { todo!() }",
    ] {
        assert_eq!(planted("src/store/load.rs", text, rule), 1, "{text}");
    }
    for text in [
        "fn f() { g().unwrap_or_default(); h().unwrap_or_else(|_| 1) }",
        "#![forbid(unsafe_code)] // panic!()",
        "#[cfg(test)] #[allow(x)] mod tests { fn f() { g().unwrap() } }",
        "fn expect(a: u8) {} const A: &str = \"panic!()\";",
        "fn f(a: char) -> bool { a == '\"' || a == '\\'' } // '\"' .unwrap()",
    ] {
        assert_eq!(planted("src/store/load.rs", text, rule), 0, "{text}");
    }
}

#[test]
fn there_is_no_network_code() {
    everywhere(style::network);
    let rule = style::network;
    assert!(planted("src/app/run.rs", "use std::net::TcpStream;", rule) > 0);
    assert_eq!(planted("src/app/run.rs", "use std::path::Path;", rule), 0);
}

#[test]
fn no_file_is_longer_than_one_room() {
    everywhere(style::too_long);
    let rule = style::too_long;
    assert_eq!(
        planted("src/ui/card.rs", &"\n".repeat(style::LONGEST + 1), rule),
        1
    );
    assert_eq!(
        planted("src/ui/card.rs", &"\n".repeat(style::LONGEST), rule),
        0
    );
}

#[test]
fn the_words_are_kind_and_promise_nothing_they_cannot_keep() {
    let texts = files(&root().join("src/text")).into_iter();
    let content = files(&root().join("content")).into_iter();
    let all = texts.chain(content).chain([root().join("src/text.rs")]);
    let faults = all.flat_map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        voice::unkind(&shown(root(), &path), &text)
    });
    none(faults.collect());
}

#[test]
fn an_unkind_word_is_seen() {
    for text in [
        r#"pub const A: &str = "You broke your streak!";"#,
        r#"Say("Well\ndone.")"#,
        r#"Say("It is your partner’s fault")"#,
        "Say(\"A heart \u{2764}\")",
        r##"Say(r#"30% complete"#)"##,
        r#"Say("You are safe.")"#,
    ] {
        assert_eq!(voice::unkind("content/en/a.ron", text).len(), 1, "{text}");
    }
    for text in [
        r#"Say("It is not your fault.") // streak"#,
        r#"Say("Missed Thursday, repair begun")"#,
        r#"Say("A streaky bacon sandwich → kept")"#,
    ] {
        assert!(voice::unkind("content/en/a.ron", text).is_empty(), "{text}");
    }
    let tested = "#[cfg(test)] mod tests { const A: &str = \"\u{2764}\"; }";
    assert!(voice::unkind("src/text/door.rs", tested).is_empty());
    assert!(voice::unkind("content/en/a.ron", r#"Say("Nobody’s fault")"#).is_empty());
}

/// A licence covers its folder; one called `OFL-Name` or `LICENCE-Name` covers the files whose names start so.
fn unlicensed(names: &[&str]) -> Vec<String> {
    let (licences, rest): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| {
        let name = name.to_uppercase();
        ["LICEN", "OFL", "COPYING"]
            .iter()
            .any(|word| name.starts_with(word))
    });
    let covered = |name: &str| {
        licences.iter().any(|licence| {
            let stem = licence.rsplit_once('.').map_or(*licence, |(stem, _)| stem);
            stem.split_once('-')
                .is_none_or(|(_, of)| name.starts_with(of))
        })
    };
    rest.into_iter()
        .filter(|name| !covered(name))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_asset_has_its_licence_beside_it() {
    let assets = root().join("assets");
    let mut faults = Vec::new();
    let all = files(&assets);
    assert!(!all.is_empty());
    let mut folders: Vec<_> = all.iter().filter_map(|path| path.parent()).collect();
    folders.dedup();
    for folder in folders {
        let here = all.iter().filter(|path| path.parent() == Some(folder));
        let names: Vec<&str> = here.filter_map(|path| path.file_name()?.to_str()).collect();
        let bare = unlicensed(&names).into_iter();
        faults.extend(bare.map(|name| format!("{}/{name}: no licence", shown(root(), folder))));
    }
    none(faults);
}

#[test]
fn an_asset_without_licence_is_seen() {
    assert_eq!(
        unlicensed(&["Lato-Bold.ttf", "OFL-Gentium.txt"]),
        ["Lato-Bold.ttf"]
    );
    assert_eq!(unlicensed(&["words.txt"]), ["words.txt"]);
    assert!(unlicensed(&["words.txt", "LICENCE.md"]).is_empty());
    assert!(unlicensed(&["GentiumPlus.ttf", "OFL-Gentium.txt"]).is_empty());
}

const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "assets",
    "content",
    "tests",
    "README.md",
    "LICENSE",
    ".ci",
    ".gitignore",
];

/// What is not the repository's own: git's folder, and what a build leaves.
const NOT_OURS: &[&str] = &[".git", "target"];

fn strangers<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let known = |name: &str| TOP.contains(&name) || NOT_OURS.contains(&name);
    names.iter().copied().filter(|name| !known(name)).collect()
}

#[test]
fn the_top_level_holds_what_the_design_lists() {
    let entries = fs::read_dir(root()).unwrap();
    let names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(strangers(&names), Vec::<&str>::new());
    let missing: Vec<_> = TOP.iter().filter(|name| !names.contains(name)).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    assert_eq!(strangers(&["src", "notes.md", ".git"]), ["notes.md"]);
}
