//! Content as its writers meet it: what is read, and what they are told where something is wrong.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use goldseam::content::schema::{GuideKind, Whose};
use goldseam::content::walk::{Sitting, turns};
use goldseam::content::{Fault, Library, check};
use goldseam::domain::{Part, PersonId};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A step with every block there is.
const STEP: &str = r#"// Comments may stand (anywhere.
Guide(
    id: "step-NUMBER",
    kind: Step(NUMBER),
    title: "Own it",
    summary: "One writes, the other says back what they heard.",
    minutes: 30,
    evidence: ClinicalCustom,
    sources: ["002"],
    pages: [
        (
            id: "statement", title: "A statement in parts", whose: BrokeTrust, keep: OfferToShare,
            lead: "For {hurt} to hear, {broke}.",
            blocks: [
                Say(text: "Take your time."),
                Examples(title: "To begin", items: ["What I did was"]),
                Avoid(title: "Better left out", items: ["Anyone would have"]),
                Ask(id: "did", prompt: "What I did", hint: "Plainly", long: true),
                Compose(id: "own", prompt: "What I own", sentence: "I [what] and it [effect].", slots: [
                    (id: "what", hint: "an act"),
                    (id: "effect", hint: "what it did"),
                ]),
                Flag(on: ["did", "own"], words: [(word: "but", why: "It takes back what stood before.")]),
            ],
        ),
        (
            id: "feelings", title: "What it is like", whose: Hurt, keep: Private,
            blocks: [
                ChooseMany(id: "now", prompt: "Right now", own: true, options: [(id: "sad", text: "Sad")]),
                Choose(id: "help", prompt: "What would help", options: [(id: "rest", text: "Rest"), (id: "walk", text: "A walk")]),
                Rate(id: "heavy", prompt: "How heavy", words: ("very", "quite", "some", "little", "not")),
                Breathe(id: "breath", prompt: "Slowly", minutes: 2),
                OpenHelp(text: "If you are afraid"),
            ],
        ),
        (
            id: "aloud", title: "Read aloud", whose: Together, keep: Shared,
            blocks: [
                TakeTurns(id: "turns", prompt: "Each speaks", minutes_each: 5, of: ["statement/did"]),
                SayBack(id: "back", prompt: "{hurt} says back", of: ["statement/own"]),
                Timer(id: "pause", prompt: "A quiet minute", minutes: 1),
            ],
        ),
        (
            id: "alone", title: "On your own", whose: Alone, keep: Private,
            blocks: [
                Commit(id: "act", prompt: "One act, {you}"),
                Appreciate(id: "thanks", prompt: "A thing {other} did"),
                Boundary(id: "limit", prompt: "A limit"),
            ],
        ),
    ],
)
"#;

const PILLARS: &str = r#"[
    (id: "one", name: "One", meaning: "It means.", ordinary_day: ["A day."], look: "How was it?",
     words: ("a", "b", "c", "d", "e"), noticed: "A moment", evidence: SourceAuthor, sources: ["002"]),
    (id: "two", name: "Two", meaning: "It means.", ordinary_day: ["A day."], look: "How was it?",
     words: ("a", "b", "c", "d", "e"), noticed: "A moment", evidence: SourceAuthor, sources: ["002"]),
    (id: "three", name: "Three", meaning: "It means.", ordinary_day: ["A day."], look: "How was it?",
     words: ("a", "b", "c", "d", "e"), noticed: "A moment", evidence: SourceAuthor, sources: ["002"]),
]"#;

const WALK_AWAY: &str = r#"(
    title: "Stay, pause, leave", lead: "Each is as good.",
    signs: [(id: "fear", title: "Fear", text: "You are afraid.", help: true)],
    conditions: [(id: "time", title: "Time", text: "There is time.")],
    stay: "Stay.", pause: "Pause.", leave: "Leave.", closing: ["Whatever you choose."],
    evidence: SourceAuthor, sources: ["002"],
)"#;

const SOURCES: &str = r#"[
    (id: "002", author: "An Author", about: "The steps."),
]"#;

const SUPPORT: &str = r#"(
    checked: "2026-11", first: "Use a safer device.", note: "Check a number yourself.",
    countries: [(id: "uk", name: "United Kingdom", lines: [(name: "A line", about: "any crisis", call: "116 123")])],
    anywhere: [(name: "Emergency", about: "danger now", text: "the local number")],
    limits: ["Not therapy."],
)"#;

const PROMPTS: &str = r#"(
    journal: [(id: "today", text: "Today I")],
    feelings: [
        (id: "low", name: "Low", words: [(id: "sad", text: "Sad")]),
        (id: "high", name: "High", words: [(id: "glad", text: "Glad")]),
    ],
    rituals: [(id: "coffee", name: "Coffee", about: "Without phones.")],
)"#;

const READS: &str = r#"[
    (id: "what-trust-is", kind: Read, title: "What trust is", summary: "A short read.", minutes: 3,
     evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "read", title: "Read", whose: Each, keep: Private, blocks: [Say(text: "Trust is…")]),
    ]),
]"#;

/// A whole pack, by path below its folder.
#[derive(Clone)]
struct Pack(BTreeMap<String, Vec<u8>>);

impl Pack {
    fn good() -> Self {
        let step = |n: u8| {
            let text = STEP.replace("NUMBER", &n.to_string());
            (format!("path/{n:02}.ron"), text.into_bytes())
        };
        let others = [
            ("pillars.ron", PILLARS),
            ("walk-away.ron", WALK_AWAY),
            ("sources.ron", SOURCES),
            ("support.ron", SUPPORT),
            ("prompts.ron", PROMPTS),
            ("reads.ron", READS),
        ];
        let others = others.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        Self((1..=10).map(step).chain(others).collect())
    }

    fn put(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.insert(name.into(), bytes.into());
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.0.remove(name).expect("a file of the pack");
        self
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.0[name].clone()).unwrap()
    }

    fn load(self) -> Result<Library, Vec<Fault>> {
        Library::from_files("pack", self.0.into_iter().collect())
    }

    fn faults(self) -> Vec<String> {
        let faults = self.load().expect_err("a fault");
        faults.iter().map(Fault::to_string).collect()
    }

    fn write(&self, dir: &Path) {
        fs::create_dir_all(dir.join("path")).unwrap();
        for (name, bytes) in &self.0 {
            fs::write(dir.join(name), bytes).unwrap();
        }
    }
}

/// Replaces `right` in one file by `wrong`, in which `‸` marks where the fault has to be found, and expects that fault alone.
#[track_caller]
fn told(file: &str, right: &str, wrong: &str, expected: &str) {
    let pack = Pack::good();
    let text = pack.text(file);
    assert_eq!(
        text.matches(right).count(),
        1,
        "`{right}` stands once in {file}"
    );
    let marked = text.replace(right, wrong);
    let before = marked.split_once('‸').expect("a mark").0;
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    let faults = pack.put(file, marked.replace('‸', "")).faults();
    assert_eq!(faults, [format!("pack/{file}:{line}:{column}: {expected}")]);
}

const ONE: &str = "path/01.ron";

#[test]
fn a_whole_pack_is_read() {
    let library = Pack::good().load().unwrap();
    assert_eq!(library.guides.len(), 11);
    let steps: Vec<GuideKind> = library.guides[..10].iter().map(|g| g.kind).collect();
    assert_eq!(steps, (1..=10).map(GuideKind::Step).collect::<Vec<_>>());
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
        (11, 41, 171)
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
        10
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
fn an_unknown_field_is_told_with_those_there_are() {
    told(
        ONE,
        "hint: \"Plainly\"",
        "‸hit: \"Plainly\"",
        "there is no field `hit` in `Ask`; allowed: `id`, `prompt`, `hint` and `long`",
    );
}

#[test]
fn an_unknown_block_is_told_with_those_there_are() {
    told(
        ONE,
        "Breathe(id: \"breath\"",
        "‸Breath(id: \"breath\"",
        "there is no block named `Breath`; allowed: `Say`, `Examples`, `Avoid`, `Ask`, `Choose`, `ChooseMany`, `Rate`, \
         `Compose`, `Flag`, `Timer`, `Breathe`, `TakeTurns`, `SayBack`, `Commit`, `Appreciate`, `Boundary` and `OpenHelp`",
    );
    told(
        ONE,
        "whose: Hurt",
        "whose: ‸Betrayed",
        "there is no `Betrayed` in `Whose`; allowed: `Hurt`, `BrokeTrust`, `Each`, `Together` and `Alone`",
    );
}

#[test]
fn a_missing_field_is_told_at_the_block_it_is_missing_in() {
    told(
        ONE,
        "Ask(id: \"did\", prompt: \"What I did\"",
        "‸Ask(id: \"did\"",
        "the field `prompt` is missing in `Ask`; allowed: `id`, `prompt`, `hint` and `long`",
    );
    told(
        ONE,
        "(id: \"rest\", text: \"Rest\")",
        "‸(id: \"rest\")",
        "the field `text` is missing in `Choice`; allowed: `id` and `text`",
    );
    told(
        "sources.ron",
        "(id: \"002\", author: \"An Author\",",
        "‸(id: \"002\",",
        "the field `author` is missing in `Source`; allowed: `id`, `author` and `about`",
    );
    told(
        "walk-away.ron",
        "(\n    title: \"Stay, pause, leave\", ",
        "‸(\n    ",
        "the field `title` is missing in `WalkAway`; allowed: `title`, `lead`, `signs`, `conditions`, `stay`, `pause`, \
         `leave`, `closing`, `evidence` and `sources`",
    );
}

#[test]
fn broken_ron_is_told_in_plain_words() {
    told(
        ONE,
        "hint: \"Plainly\", ",
        "hint: \"Plainly\", ‸hint: \"Twice\", ",
        "the field `hint` is there twice in `Ask`; allowed: each field once",
    );
    told(
        ONE,
        "minutes: 30",
        "minutes: ‸soon",
        "this is not a whole number; allowed: a whole number",
    );
    told(
        ONE,
        "minutes: 30",
        "minutes: ‸70000",
        "this number is too large or too small; allowed: a whole number from 0 to 255 for a step, to 65535 for minutes",
    );
    told(
        ONE,
        "long: true",
        "long: ‸\"yes\"",
        "this is neither true nor false; allowed: `true` and `false`",
    );
    told(
        ONE,
        "title: \"Own it\"",
        "title: ‸Own",
        "this is not a text; allowed: a text in double quotes",
    );
    told(
        "sources.ron",
        "The steps.\"),\n]",
        "The steps.\"),\n‸",
        "the file ends in the middle of something; allowed: every bracket and every text closed",
    );
    told(
        "sources.ron",
        "The steps.\"),\n]",
        "The steps.\"),\n] ‸more",
        "something stands after the end of the content; allowed: one value in a file, and comments",
    );
    told(
        ONE,
        "(\"very\", \"quite\", \"some\", \"little\", \"not\")",
        "‸[\"very\", \"quite\", \"some\", \"little\", \"not\"]",
        "something else stands where a round bracket opens; allowed: values or fields in round brackets `(…)`",
    );
}

#[test]
fn ids_are_well_formed_and_differ() {
    const FORM: &str = "is not well formed; allowed: small letters a to z and digits, in words joined by single hyphens";
    for bad in ["Did", "did it", "did_it", "-did", "did--it", "é", ""] {
        let wrong = format!("id: ‸\"{bad}\", prompt: \"A limit\"");
        told(
            ONE,
            "id: \"limit\", prompt: \"A limit\"",
            &wrong,
            &format!("the id `{bad}` {FORM}"),
        );
    }
    told(
        ONE,
        "id: \"thanks\"",
        "id: ‸\"act\"",
        "the id `act` is taken by another block of this page; allowed: an id that no other block of this page here has",
    );
    told(
        ONE,
        "id: \"alone\"",
        "id: ‸\"aloud\"",
        "the id `aloud` is taken by another page of this guide; allowed: an id that no other page of this guide here has",
    );
    told(
        ONE,
        "id: \"walk\"",
        "id: ‸\"rest\"",
        "the id `rest` is taken by another option; allowed: an id that no other option here has",
    );
    told(
        "path/04.ron",
        "id: \"step-4\"",
        "id: ‸\"step-1\"",
        "the id `step-1` is taken by another guide, in pack/path/01.ron; allowed: an id that no other guide has",
    );
    told(
        "pillars.ron",
        "id: \"three\"",
        "id: ‸\"one\"",
        "the id `one` is taken by another pillar; allowed: an id that no other pillar here has",
    );
    told(
        "prompts.ron",
        "id: \"glad\"",
        "id: ‸\"sad\"",
        "the id `sad` is taken by a feeling of another group; allowed: an id that no other feeling has",
    );
}

#[test]
fn each_of_the_ten_steps_is_there_once() {
    let missing =
        "pack/path:1:1: step 4 is not there; allowed: each of `Step(1)` to `Step(10)` once";
    assert_eq!(Pack::good().without("path/04.ron").faults(), [missing]);
    let twice = Pack::good()
        .text("path/04.ron")
        .replace("Step(4)", "Step(3)");
    assert_eq!(
        Pack::good().put("path/04.ron", twice).faults(),
        [
            missing,
            "pack/path/04.ron:4:11: step 3 is there already, in pack/path/03.ron; allowed: each of `Step(1)` to \
             `Step(10)` once",
        ]
    );
    let eleven = STEP.replace("NUMBER", "11");
    assert_eq!(
        Pack::good().put("path/11.ron", eleven).faults(),
        ["pack/path/11.ron:4:11: there is no step 11; allowed: `Step(1)` to `Step(10)`"]
    );
    let lost = READS.replace("kind: Read", "kind: Step(1)");
    let faults = Pack::good().put("reads.ron", lost).faults();
    let expected =
        "pack/reads.ron:2:33: a step does not belong in this file; allowed: steps in `path/*.ron`";
    assert!(faults.iter().any(|fault| fault == expected), "{faults:?}");
    let practice = STEP
        .replace("Step(NUMBER)", "Practice")
        .replace("NUMBER", "11");
    assert_eq!(
        Pack::good().put("path/11.ron", practice).faults(),
        [
            "pack/path/11.ron:4:11: this guide is not a step; allowed: `Step(1)` to `Step(10)` in `path/*.ron`"
        ]
    );
}

#[test]
fn a_step_is_for_both_parts_for_two_and_for_one() {
    let whose = "a step with at least one `Hurt`, one `BrokeTrust` and one `Together` page";
    for (name, from) in [("Hurt", "whose: Hurt"), ("BrokeTrust", "whose: BrokeTrust")] {
        let one = Pack::good().text(ONE).replace(from, "whose: Each");
        let expected =
            format!("pack/{ONE}:10:12: no page of this step is `{name}`; allowed: {whose}");
        assert_eq!(Pack::good().put(ONE, one).faults(), [expected]);
    }
    let one = Pack::good()
        .text(ONE)
        .replace("whose: Together", "whose: Each");
    let expected =
        format!("pack/{ONE}:10:12: no page of this step is `Together`; allowed: {whose}");
    assert_eq!(Pack::good().put(ONE, one).faults(), [expected]);
    let one = Pack::good()
        .text(ONE)
        .replace("whose: Alone", "whose: Each");
    assert_eq!(
        Pack::good().put(ONE, one).faults(),
        [
            "pack/path/01.ron:10:12: one person alone has nothing in place of what is done together; allowed: at least \
          one `Alone` page beside the `Together` pages"
        ]
    );
    let more: String = (0..4)
        .map(|i| format!("(id: \"more-{i}\", title: \"More\", whose: Each, keep: Private, blocks: [Say(text: \"x\")]),"))
        .collect();
    let wrong = format!("pages: ‸[{more}\n");
    told(
        ONE,
        "pages: [\n",
        &wrong,
        "this step has 8 pages; allowed: three to seven pages",
    );
}

#[test]
fn sources_exist() {
    told(
        ONE,
        "[\"002\"]",
        "[\"002\", ‸\"005\"]",
        "there is no source `005`; allowed: `002`",
    );
    told(
        "walk-away.ron",
        "[\"002\"]",
        "‸[]",
        "no source is named; allowed: `002`",
    );
    let faults = Pack::good().put("sources.ron", "[(").faults();
    assert_eq!(
        faults.len(),
        1,
        "what names a source is not blamed for sources that cannot be read: {faults:?}"
    );
}

#[test]
fn softening_words_are_sought_in_texts_of_the_same_page() {
    told(
        ONE,
        "on: [\"did\", \"own\"]",
        "on: [\"did\", ‸\"now\"]",
        "no block of this page holds a text under `now`; allowed: `did` and `own`",
    );
    told(
        ONE,
        "on: [\"did\", \"own\"]",
        "on: ‸[]",
        "no block is named; allowed: `did` and `own`",
    );
    told(
        ONE,
        "word: \"but\"",
        "word: ‸\"But\"",
        "`But` has capital letters; allowed: small letters",
    );
}

#[test]
fn what_is_in_view_is_an_answer_its_writer_can_show() {
    let allowed = "`statement/did` and `statement/own`";
    told(
        ONE,
        "\"statement/did\"",
        "‸\"statement/done\"",
        &format!(
            "`statement/done` is no answer of this guide that can be in view; allowed: {allowed}"
        ),
    );
    told(
        ONE,
        "\"statement/own\"",
        "\"statement/own\", ‸\"feelings/help\"",
        &format!("`feelings/help` is private and never in view; allowed: {allowed}"),
    );
    let shown = Pack::good()
        .text(ONE)
        .replace("Hurt, keep: Private", "Hurt, keep: OfferToShare");
    let rated = shown.replace("\"statement/did\"", "\"feelings/heavy\"");
    let faults = Pack::good().put(ONE, rated).faults();
    assert_eq!(faults.len(), 1, "a rating never reveals itself");
    assert!(
        faults[0].contains("`feelings/heavy` is no answer"),
        "{faults:?}"
    );
}

#[test]
fn slots_stand_in_the_sentence_in_order() {
    let allowed = "`[what]` and `[effect]`, each once and in this order";
    let sentence = "I [what] and it [effect].";
    told(
        ONE,
        sentence,
        "I ‸[effect] and it [what].",
        &format!("`[effect]` is not the slot that comes next; allowed: {allowed}"),
    );
    told(
        ONE,
        sentence,
        "I [what], ‸[what] and it [effect].",
        &format!("`[what]` is not the slot that comes next; allowed: {allowed}"),
    );
    told(
        ONE,
        "[effect].\", slots: [\n                    (id: \"what\", hint: \"an act\"),\n                    (id: \"effect\"",
        "that.\", slots: [\n                    (id: \"what\", hint: \"an act\"),\n                    (id: ‸\"effect\"",
        &format!("the slot `effect` is not in the sentence; allowed: {allowed}"),
    );
}

#[test]
fn only_the_four_names_stand_in_curly_brackets() {
    let allowed = "`{hurt}`, `{broke}`, `{you}` and `{other}`";
    told(
        ONE,
        "\"Take your time.\"",
        "\"{you} é {you}, ‸{partner}.\"",
        &format!("`{{partner}}` stands for nothing here; allowed: {allowed}"),
    );
    told(
        ONE,
        "\"Take your time.\"",
        "\"Take ‸{your time.\"",
        &format!("`{{` stands for nothing here; allowed: {allowed}"),
    );
    told(
        "prompts.ron",
        "Today I",
        "Today {you}‸}",
        &format!("`}}` stands for nothing here; allowed: {allowed}"),
    );
    told(
        ONE,
        "{hurt} says back",
        "‸{you} say back",
        "`{you}` stands for nothing here; allowed: `{hurt}` and `{broke}`",
    );
}

#[test]
fn no_text_is_empty_and_no_list() {
    let text = "this text is empty; allowed: at least one visible character";
    told(ONE, "\"Own it\"", "‸\"\"", text);
    told(ONE, "\"Anyone would have\"", "‸\"  \"", text);
    told("support.ron", "\"Not therapy.\"", "‸\"\"", text);
    told("walk-away.ron", "\"Pause.\"", "‸\"\"", text);
    told(
        ONE,
        "[\"Anyone would have\"]",
        "‸[]",
        "this list is empty; allowed: at least one text",
    );
    told(
        ONE,
        "[(id: \"rest\", text: \"Rest\"), (id: \"walk\", text: \"A walk\")]",
        "‸[(id: \"rest\", text: \"Rest\")]",
        "there are too few: 1; allowed: at least 2",
    );
}

#[test]
fn small_rules() {
    told(
        ONE,
        "minutes_each: 5",
        "minutes_each: ‸0",
        "this takes no time; allowed: one minute or more",
    );
    told(
        ONE,
        "minutes: 2",
        "minutes: ‸0",
        "this takes no time; allowed: one minute or more",
    );
    told(
        ONE,
        "keep: Shared",
        "keep: ‸Private",
        "what two people write together cannot be private; allowed: `OfferToShare` and `Shared`",
    );
    told(
        "reads.ron",
        "keep: Private",
        "keep: ‸OfferToShare",
        "nothing on this page is kept, so there is nothing to share; allowed: a block that keeps an answer, or another `keep`",
    );
    told(
        ONE,
        "\"some\", \"little\"",
        "\"some\", ‸\"Very\"",
        "the word `Very` is there twice; allowed: five different words",
    );
    told(
        ONE,
        "\"A statement in parts\"",
        "‸\"A statement in parts, some of them é\"",
        "this title has 36 characters; allowed: at most 32, so that it fits beside the page",
    );
    told(
        "support.ron",
        "\"2026-11\"",
        "‸\"2026-13\"",
        "`2026-13` is not a month; allowed: a year and a month such as `2026-11`",
    );
    told(
        "support.ron",
        "(name: \"Emergency\", about: \"danger now\", text: \"the local number\")",
        "‸(name: \"Emergency\", about: \"danger now\")",
        "there is no way to reach this line; allowed: `call`, `text` and `web`",
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
            "pack/read.ron:1:1: no content is looked for in a file of this name; allowed: `path/*.ron`, `pillars.ron`, \
          `walk-away.ron`, `healing.ron`, `self-trust.ron`, `practices.ron`, `reads.ron`, `prompts.ron`, `support.ron` \
          and `sources.ron`"
        ]
    );
    assert_eq!(
        Pack::good().without("support.ron").faults(),
        ["pack/support.ron:1:1: this file is not there; allowed: a file of this name"]
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
    assert!(
        told(dir.path())
            .starts_with("DIR:1:1: there is no content in this folder; allowed: `path/*.ron`, ")
    );
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
    for guide in &library.guides {
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
    ) {
        let mut pack = Pack::good();
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
