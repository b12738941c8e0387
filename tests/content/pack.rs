//! A small whole pack to break in one place at a time.

use goldseam::content::{Fault, Library};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A step with every block there is.
pub(crate) const STEP: &str = r#"// Comments may stand (anywhere.
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

pub(crate) const PILLARS: &str = r#"[
    (id: "one", name: "One", meaning: "It means.", ordinary_day: ["A day."], look: "How was it?",
     words: ("a", "b", "c", "d", "e"), noticed: "A moment",
     summary: "A pillar.", minutes: 9, evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "look", title: "Your week", whose: Each, keep: Private, blocks: [Look(id: "look", pillar: "one")]),
    ]),
    (id: "two", name: "Two", meaning: "It means.", ordinary_day: ["A day."], look: "How was it?",
     words: ("a", "b", "c", "d", "e"), noticed: "A moment",
     summary: "A pillar.", minutes: 9, evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "look", title: "Your week", whose: Each, keep: Private, blocks: [Look(id: "look", pillar: "two")]),
    ]),
    (id: "three", name: "Three", meaning: "It means.", ordinary_day: ["A day."], look: "How was it?",
     words: ("a", "b", "c", "d", "e"), noticed: "A moment",
     summary: "A pillar.", minutes: 9, evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "look", title: "Your week", whose: Each, keep: Private, blocks: [Look(id: "look", pillar: "three")]),
    ]),
]"#;

pub(crate) const WALK_AWAY: &str = r#"(
    title: "Stay, pause, leave", lead: "Each is as good.",
    signs: [(id: "fear", title: "Fear", text: "You are afraid.", help: true)],
    conditions: [(id: "time", title: "Time", text: "There is time.")],
    stay: "Stay.", pause: "Pause.", leave: "Leave.", closing: ["Whatever you choose."],
    evidence: SourceAuthor, sources: ["002"],
)"#;

pub(crate) const SOURCES: &str = r#"[
    (id: "002", author: "An Author", about: "The steps."),
]"#;

pub(crate) const SUPPORT: &str = r#"(
    checked: "2026-11", first: "Use a safer device.", note: "Check a number yourself.",
    countries: [(id: "uk", name: "United Kingdom", lines: [(name: "A line", about: "any crisis", call: "116 123")])],
    anywhere: [(name: "Emergency", about: "danger now", text: "the local number")],
    limits: ["Not therapy."],
)"#;

pub(crate) const PROMPTS: &str = r#"(
    journal: [(id: "today", text: "Today I")],
    feelings: [
        (id: "low", name: "Low", words: [(id: "sad", text: "Sad")]),
        (id: "high", name: "High", words: [(id: "glad", text: "Glad")]),
    ],
    rituals: [(id: "coffee", name: "Coffee", about: "Without phones.")],
)"#;

/// A guide for one's own space, with every block that no step has.
pub(crate) const HEALING: &str = r#"[
    (id: "causes", kind: Track, title: "Causes", summary: "For you alone.", minutes: 20, own_space: true, goes_with: [2, 3],
     evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "close", title: "What was missing", whose: Each, keep: Private, blocks: [
            ChooseMany(id: "which", prompt: "Which?", options: [(id: "desire", text: "Desire"), (id: "words", text: "Words")]),
            Ask(id: "why", prompt: "Why?"),
        ]),
        (id: "desire", title: "Desire", whose: Each, keep: Private,
         when: (page: "close", block: "which", option: "desire"), blocks: [Ask(id: "more", prompt: "More")]),
        (id: "hurt", title: "Your part", whose: Hurt, keep: Private, blocks: [
            Choose(id: "part", prompt: "How?", options: [(id: "still", text: "Still"), (id: "loud", text: "Loud")]),
        ]),
    ]),
]"#;

pub(crate) const PRACTICES: &str = r#"[
    (id: "repair", kind: Practice, title: "Repair", summary: "A pause, and what may help more.", minutes: 20,
     evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "pause", title: "Pause", whose: Whoever, keep: Private, blocks: [
            TimeOut(id: "out", prompt: "Both come back", minutes: 20),
        ]),
        (id: "words", title: "Words", whose: Whoever, keep: Shared, blocks: [
            Swap(id: "swap", prompt: "Turn them", cards: [
                (id: "fix", instead: "You could", attempt: "Tell me"),
                (id: "play", instead: "It is nothing", attempt: "It is much"),
            ]),
            Ritual(id: "ritual", prompt: "This week"),
        ]),
        (id: "ask", title: "Ask", whose: Each, keep: OfferToShare, blocks: [
            Question(id: "question", prompt: "A question for {other}"),
            Questions(prompt: "Between you"),
            Notice(id: "noticed", pillar: "two"),
        ]),
    ]),
]"#;

pub(crate) const NEEDS: &str = r#"[
    (id: "checking", words: "I cannot stop checking", guides: ["repair", "three", "step-2"]),
    (id: "leave", words: "I do not know whether to stay", guides: ["walk-away"]),
]"#;

pub(crate) const READS: &str = r#"[
    (id: "what-trust-is", kind: Read, title: "What trust is", summary: "A short read.", minutes: 3,
     evidence: SourceAuthor, sources: ["002"], pages: [
        (id: "read", title: "Read", whose: Each, keep: Private, blocks: [Say(text: "Trust is…")]),
    ]),
]"#;

/// A practice that names a source of the built-in content.
pub(crate) const STILLNESS: &str = r#"(
    id: "stillness", kind: Practice, title: "Stillness", summary: "A minute.", minutes: 3,
    evidence: ClinicalCustom, sources: ["002"], pages: [
        (id: "minute", title: "A minute", whose: Whoever, keep: Private, blocks: [
            Breathe(id: "breath", prompt: "Slowly", minutes: 1),
        ]),
    ],
)"#;

/// A whole pack, by path below its folder.
#[derive(Clone)]
pub(crate) struct Pack(pub(crate) BTreeMap<String, Vec<u8>>);

impl Pack {
    pub(crate) fn good() -> Self {
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
            ("healing.ron", HEALING),
            ("practices.ron", PRACTICES),
            ("needs.ron", NEEDS),
        ];
        let others = others.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        Self((1..=10).map(step).chain(others).collect())
    }

    /// A pack that adds one practice to what is built in.
    pub(crate) fn adding() -> Self {
        Self(BTreeMap::new())
            .put(
                "pack.ron",
                "(title: \"Stillness\", language: \"en\", adds: true, by: \"A. Therapist\")",
            )
            .put("guides/stillness.ron", STILLNESS)
    }

    pub(crate) fn put(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.insert(name.into(), bytes.into());
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.remove(name).expect("a file of the pack");
        self
    }

    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.0[name].clone()).unwrap()
    }

    pub(crate) fn load(self) -> Result<Library, Vec<Fault>> {
        Library::from_files("pack", self.0.into_iter().collect())
    }

    pub(crate) fn faults(self) -> Vec<String> {
        let faults = self.load().expect_err("a fault");
        faults.iter().map(Fault::to_string).collect()
    }

    pub(crate) fn write(&self, dir: &Path) {
        for below in ["path", "guides"] {
            fs::create_dir_all(dir.join(below)).unwrap();
        }
        for (name, bytes) in &self.0 {
            fs::write(dir.join(name), bytes).unwrap();
        }
    }
}

/// Replaces `right` in one file by `wrong`, in which `‸` marks where the fault has to be found, and expects that fault alone.
#[track_caller]
pub(crate) fn told(file: &str, right: &str, wrong: &str, expected: &str) {
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

pub(crate) const ONE: &str = "path/01.ron";
