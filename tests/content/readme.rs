//! The guide for those who write a pack.

use crate::pack::{ONE, Pack};
use goldseam::content::Library;
use std::collections::BTreeMap;

const README: &str = include_str!("../../content/README.md");

/// The RON of the guide, by the file name in its first line.
fn example() -> Pack {
    let blocks = README.split("```ron\n").skip(1).map(|after| {
        let text = after.split_once("```").unwrap().0;
        let name = text.lines().next().unwrap().trim_start_matches("// ");
        (name.to_owned(), text.as_bytes().to_vec())
    });
    Pack(blocks.collect::<BTreeMap<_, _>>())
}

#[test]
fn its_example_is_a_pack_without_a_fault() {
    let pack = example();
    let names: Vec<&String> = pack.0.keys().collect();
    assert_eq!(names, ["guides/evening-question.ron", "pack.ron"]);
    let library = pack.load().unwrap();
    assert_eq!(library.from_pack, ["evening-question"]);
    let built_in = Library::embedded().unwrap();
    assert_eq!(library.guides.len(), built_in.guides.len() + 1);
}

#[test]
fn it_names_every_block_and_file_there_is() {
    let broken = Pack::good()
        .text(ONE)
        .replace("Say(text: \"Take", "Shout(text: \"Take");
    let blocks = Pack::good().put(ONE, broken).faults();
    let files = Pack::good().put("poem.ron", "[]").faults();
    for fault in [&blocks[0], &files[0]] {
        let allowed = fault.split_once("; allowed: ").unwrap().1;
        let names: Vec<&str> = allowed.split('`').skip(1).step_by(2).collect();
        assert!(names.len() > 10, "{fault}");
        for name in names {
            assert!(README.contains(&format!("`{name}`")), "{name}");
        }
    }
}
