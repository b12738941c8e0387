//! Content as its writers meet it: what is read, and what they are told where something is wrong.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod adds;
mod guides;
mod pack;
mod readme;
mod ron;
mod rules;

use goldseam::content::schema::{GuideKind, Whose};
use goldseam::content::walk::{Sitting, turns};
use goldseam::content::{Fault, Library, check};
use goldseam::domain::{Part, PersonId};
use pack::{Pack, READS, SOURCES, told};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

#[test]
fn a_whole_pack_is_read() {
    let library = Pack::good().load().unwrap();
    assert_eq!(library.guides.len(), 16);
    let steps: Vec<GuideKind> = library.guides[..10].iter().map(|g| g.kind).collect();
    assert_eq!(steps, (1..=10).map(GuideKind::Step).collect::<Vec<_>>());
    let kinds: Vec<GuideKind> = library.guides[10..].iter().map(|g| g.kind).collect();
    assert_eq!(
        kinds,
        [
            GuideKind::Pillar,
            GuideKind::Pillar,
            GuideKind::Pillar,
            GuideKind::Track,
            GuideKind::Practice,
            GuideKind::Read,
        ]
    );
    assert_eq!(library.step(7).unwrap().id, "step-7");
    assert_eq!(library.step(11), None);
    assert_eq!(
        library.guide("what-trust-is").unwrap().kind,
        GuideKind::Read
    );
    assert_eq!(
        library.page("step-3", "aloud").unwrap().whose,
        Whose::Together
    );
    assert_eq!(library.page("step-3", "nowhere"), None);
    assert!(library.block("step-3", "alone", "act").is_some());
    let pillar = library.guide("two").unwrap();
    assert_eq!((pillar.title.as_str(), pillar.pages.len()), ("Two", 1));
    assert_eq!(library.needs[0].guides, ["repair", "three", "step-2"]);
    assert_eq!(library.source("002").unwrap().author, "An Author");
    assert!(library.walk_away.signs[0].help);
}

#[test]
fn a_folder_is_read_like_the_files_in_it() {
    let dir = tempfile::tempdir().unwrap();
    Pack::good().write(&dir.path().join("en"));
    fs::write(dir.path().join("en/README.md"), "for people").unwrap();
    fs::write(dir.path().join("en/.draft.ron"), "(").unwrap();
    let expected = Pack::good().load().unwrap();
    assert_eq!(Library::from_dir(&dir.path().join("en")).unwrap(), expected);
    assert_eq!(
        Library::from_dir(dir.path()).unwrap(),
        expected,
        "or the folder above it"
    );
    let summary = check::report(dir.path()).unwrap();
    assert_eq!(
        (summary.guides, summary.pages, summary.blocks),
        (16, 50, 184)
    );
}

#[test]
fn the_guide_lists_may_be_absent() {
    assert_eq!(
        Pack::good()
            .without("reads.ron")
            .load()
            .unwrap()
            .guides
            .len(),
        15
    );
}

#[test]
fn every_fault_of_every_file_is_told_in_order() {
    let pack = Pack::good();
    let two = pack
        .text("path/02.ron")
        .replace("minutes: 30", "minutes: 0")
        .replace("\"Sad\"", "\" \"");
    let reads = READS.replace("Read,", "Poem,");
    let faults = pack
        .put("path/02.ron", two)
        .put("reads.ron", reads)
        .put("path/03.ron", "(")
        .faults();
    let places: Vec<&str> = faults
        .iter()
        .map(|f| f.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        places,
        [
            "pack/path/02.ron:7:14",
            "pack/path/02.ron:29:99",
            "pack/path/03.ron:1:2",
            "pack/reads.ron:2:33",
        ]
    );
}

#[test]
fn files_in_the_wrong_form() {
    let bom = format!("\u{feff}{SOURCES}");
    assert_eq!(
        Pack::good().put("sources.ron", bom).faults(),
        [
            "pack/sources.ron:1:1: the file begins with a byte order mark; allowed: UTF-8 without a mark before it"
        ]
    );
    told(
        "sources.ron",
        "[\n    (id: \"002\", author: \"An Author\", about: \"The steps.\"),",
        "[\n    (id: \"002\", author: \"An Author\", about: \"The steps.\"),‸\r",
        "a line ends in a carriage return, as Windows writes it; allowed: lines that end in a line feed alone",
    );
    assert_eq!(
        Pack::good()
            .put("sources.ron", b"[\n // \xc3\xa9 \xff".to_vec())
            .faults(),
        ["pack/sources.ron:2:7: this is not UTF-8; allowed: text saved as UTF-8"]
    );
    assert_eq!(
        Pack::good().put("read.ron", READS).faults(),
        [
            "pack/read.ron:1:1: no content is looked for in a file of this name; allowed: `pack.ron`, `path/*.ron`, `guides/*.ron`, `pillars.ron`, \
          `walk-away.ron`, `healing.ron`, `self-trust.ron`, `practices.ron`, `reads.ron`, `needs.ron`, `prompts.ron`, `support.ron` \
          and `sources.ron`"
        ]
    );
    assert_eq!(
        Pack::good().without("support.ron").faults(),
        [
            "pack/support.ron:1:1: this file is not there; allowed: a file of this name, or a `pack.ron` with `adds: true`"
        ]
    );
}

#[test]
fn folders_that_cannot_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let told = |path: &Path| {
        let faults = Library::from_dir(path).expect_err("a fault");
        let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
        faults
            .join("\n")
            .replace(&dir.path().display().to_string(), "DIR")
    };
    assert_eq!(
        told(&dir.path().join("nowhere")),
        "DIR/nowhere:1:1: this is not there; allowed: a folder and files that can be read"
    );
    assert!(told(dir.path()).starts_with(
        "DIR:1:1: there is no content in this folder; allowed: `pack.ron`, `path/*.ron`, "
    ));
    let pack = dir.path().join("pack");
    Pack::good().write(&pack);
    assert_eq!(
        told(&pack.join("reads.ron")),
        "DIR/pack/reads.ron:1:1: this is not a folder; allowed: a folder of content files"
    );
    fs::remove_file(pack.join("support.ron")).unwrap();
    fs::create_dir(pack.join("support.ron")).unwrap();
    assert_eq!(
        told(&pack),
        "DIR/pack/support.ron:1:1: this is a folder; allowed: a folder and files that can be read"
    );
    fs::remove_dir_all(pack.join("path")).unwrap();
    fs::write(pack.join("path"), "").unwrap();
    assert!(told(&pack).starts_with("DIR/pack/path:1:1: this is not a folder; allowed: "));
}

const PARTS: [Part; 4] = [
    Part::WasHurt,
    Part::BrokeTrust,
    Part::Both,
    Part::RatherNotSay,
];

#[test]
fn whatever_parts_two_had_every_page_of_every_guide_is_theirs() {
    let library = Library::embedded().unwrap();
    let (maya, jon) = (PersonId::from_random(1), PersonId::from_random(2));
    for guide in library.guides.iter().filter(|guide| !guide.own_space) {
        for (first, second) in PARTS.iter().flat_map(|a| PARTS.map(|b| (*a, b))) {
            let turns = turns(
                guide,
                Sitting::Together {
                    first: (maya, first),
                    second: (jon, second),
                },
            );
            for (i, page) in guide.pages.iter().enumerate() {
                let done = turns.iter().any(|turn| turn.page == i);
                assert_eq!(done, page.whose != Whose::Alone, "{} {}", guide.id, page.id);
            }
        }
    }
}

#[test]
fn every_guide_is_for_somebody_and_a_need_leads_to_it() {
    let library = Library::embedded().unwrap();
    let (maya, jon) = (PersonId::from_random(1), PersonId::from_random(2));
    let sittings = PARTS.iter().flat_map(|part| {
        let alone = Sitting::Alone {
            person: maya,
            part: *part,
        };
        let joint = PARTS.map(|other| Sitting::Together {
            first: (maya, *part),
            second: (jon, other),
        });
        joint.into_iter().chain([alone])
    });
    let sittings: Vec<Sitting> = sittings.collect();
    let mut unled = Vec::new();
    for guide in &library.guides {
        assert!(
            sittings.iter().any(|s| !turns(guide, *s).is_empty()),
            "{}",
            guide.id
        );
        let mut needs = library.needs.iter();
        if !needs.any(|need| need.guides.contains(&guide.id)) {
            unled.push(guide.id.as_str());
        }
    }
    assert_eq!(unled, [""; 0], "found by its name alone");
}

#[test]
fn every_step_can_be_done_alone_whatever_part_one_had() {
    let library = Library::embedded().unwrap();
    let maya = PersonId::from_random(1);
    for step in (1..=10).map(|n| library.step(n).unwrap()) {
        for part in PARTS {
            let turns = turns(step, Sitting::Alone { person: maya, part });
            assert!(turns.iter().all(|turn| turn.writer == Some(maya)));
            let has = |whose| {
                turns
                    .iter()
                    .any(|turn| step.pages[turn.page].whose == whose)
            };
            assert!(has(Whose::Alone), "{} {part:?}", step.id);
            assert!(!has(Whose::Together), "{} {part:?}", step.id);
        }
    }
}

/// Where in a file a mutation cuts, how much it takes out, and what it puts in.
fn mutation() -> impl Strategy<Value = (usize, usize, String)> {
    let bits = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\\",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "#",
        "r#\"",
        "b\"",
        "\\u{",
        "{hurt}",
        "[what]",
        "é",
        "\u{feff}",
        "\r\n",
        "\0",
        "0",
        "-1",
        "99999999999999999999",
        "Say",
        "Step(",
        "true",
        "id",
        "pages: []",
        "#![enable(implicit_some)]",
        "None",
        "\u{200f}",
    ];
    (
        any::<usize>(),
        0..24_usize,
        prop::sample::select(bits.to_vec()).prop_map(String::from),
    )
}

proptest! {
    #[test]
    fn nothing_a_writer_can_do_to_a_file_is_a_panic(
        file in any::<usize>(),
        mutations in prop::collection::vec(mutation(), 1..6),
        adding in prop::bool::weighted(0.1),
    ) {
        let mut pack = if adding { Pack::adding() } else { Pack::good() };
        let names: Vec<String> = pack.0.keys().cloned().collect();
        let name = &names[file % names.len()];
        let mut bytes = pack.0[name].clone();
        for (at, cut, put) in mutations {
            let from = at % (bytes.len() + 1);
            let to = (from + cut).min(bytes.len());
            bytes.splice(from..to, put.into_bytes());
        }
        let lines = bytes.iter().filter(|b| **b == b'\n').count() + 1;
        pack.0.insert(name.clone(), bytes);
        let shown = format!("pack/{name}");
        if let Err(faults) = pack.load() {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                prop_assert!(fault.line >= 1 && fault.column >= 1, "{fault}");
                prop_assert!(fault.file != shown || fault.line <= lines, "{fault}");
                prop_assert!(!fault.what.is_empty() && !fault.allowed.is_empty(), "{fault}");
            }
        }
    }
}
