//! Packs that add to what is built in.

use crate::pack::{Pack, STEP, STILLNESS};
use goldseam::content::schema::GuideKind;
use goldseam::content::{Library, check};

fn built_in() -> Library {
    Library::embedded().unwrap()
}

#[test]
fn one_practice_in_one_file_joins_what_is_built_in() {
    let library = Pack::adding().load().unwrap();
    let built_in = built_in();
    assert_eq!(library.guides.len(), built_in.guides.len() + 1);
    assert_eq!(library.guides.last().unwrap().id, "stillness");
    assert_eq!(library.from_pack, ["stillness"]);
    let pack = library.pack.unwrap();
    assert_eq!(
        (pack.title.as_str(), pack.by.as_str()),
        ("Stillness", "A. Therapist")
    );
    assert_eq!(library.walk_away, built_in.walk_away);
    assert_eq!(library.pillars, built_in.pillars);
    assert_eq!(library.sources, built_in.sources);
}

#[test]
fn a_guide_takes_the_place_of_the_one_with_its_id() {
    let built_in = built_in();
    let third = built_in.step(3).unwrap();
    let step = STEP
        .replace("step-NUMBER", &third.id)
        .replace("NUMBER", "3")
        .replace("Own it", "Offen reden");
    let library = Pack::adding().put("path/03.ron", step).load().unwrap();
    assert_eq!(library.step(3).unwrap().title, "Offen reden");
    assert_eq!(library.step_ids(), built_in.step_ids());
    assert_eq!(library.guides.len(), built_in.guides.len() + 1);
}

#[test]
fn needs_and_sources_are_joined_by_id_and_other_files_take_the_place_of_theirs() {
    let built_in = built_in();
    let first = &built_in.sources[0].id;
    let library = Pack::adding()
        .put(
            "sources.ron",
            format!("[(id: \"{first}\", author: \"Anew\", about: \"x\"), (id: \"own\", author: \"Me\", about: \"x\")]"),
        )
        .put(
            "needs.ron",
            "[(id: \"quiet\", words: \"I need quiet\", guides: [\"stillness\", \"walk-away\"])]",
        )
        .put("guides/stillness.ron", STILLNESS.replace("\"002\"", "\"own\", \"002\""))
        .put("walk-away.ron", crate::pack::WALK_AWAY)
        .load()
        .unwrap();
    assert_eq!(library.sources.len(), built_in.sources.len() + 1);
    assert_eq!(library.sources[0].author, "Anew");
    assert_eq!(library.sources.last().unwrap().id, "own");
    assert_eq!(library.needs.len(), built_in.needs.len() + 1);
    assert_eq!(library.needs.last().unwrap().id, "quiet");
    assert_eq!(library.walk_away.title, "Stay, pause, leave");
}

#[test]
fn a_folder_of_its_own_has_a_name_and_a_language_too() {
    let whole = Pack::good().put("pack.ron", "(title: \"ثقة\", language: \"ar\")");
    let library = whole.load().unwrap();
    assert_eq!(library.guides.len(), 16, "nothing of what is built in");
    let pack = library.pack.unwrap();
    assert!(pack.right_to_left());
    assert_eq!(library.from_pack, [""; 0]);
    for (language, right_to_left) in [("he-IL", true), ("az-Arab", true), ("zh-Hans", false)] {
        let pack = goldseam::content::schema::Pack {
            language: language.into(),
            ..pack.clone()
        };
        assert_eq!(pack.right_to_left(), right_to_left, "{language}");
    }
}

#[test]
fn what_a_pack_adds_is_counted() {
    let dir = tempfile::tempdir().unwrap();
    let third = built_in().step(3).unwrap().id.clone();
    let step = STEP.replace("step-NUMBER", &third).replace("NUMBER", "3");
    Pack::adding()
        .put("path/03.ron", step)
        .write(&dir.path().join("mine"));
    let summary = check::report(&dir.path().join("mine")).unwrap();
    assert_eq!((summary.guides, summary.pages, summary.blocks), (2, 5, 18));
    let adds = summary.adds.unwrap();
    assert_eq!((adds.new, adds.in_place), (1, 1));
    let whole = dir.path().join("whole");
    Pack::good().write(&whole);
    assert_eq!(check::report(&whole).unwrap().adds, None);
}

#[test]
fn a_pack_that_cannot_be_read_is_not_asked_for_the_rest() {
    let faults = Pack::adding().put("pack.ron", "(title: \"Mine\")").faults();
    assert_eq!(
        faults,
        [
            "pack/pack.ron:1:1: the field `language` is missing in `Pack`; allowed: `title`, `language`, `adds`, `by` and `nameless`"
        ]
    );
    let faults = Pack::adding()
        .put(
            "pack.ron",
            "(title: \"\", language: \"arabic language\", adds: true)",
        )
        .faults();
    assert_eq!(
        faults,
        [
            "pack/pack.ron:1:9: this text is empty; allowed: at least one visible character",
            "pack/pack.ron:1:23: `arabic language` is not a language tag; allowed: a tag such as `ar`, `pt-BR` or `zh-Hans`",
        ]
    );
}

#[test]
fn a_pack_may_have_words_for_a_person_without_a_name() {
    let about = |nameless: &str| {
        let pack = format!("(title: \"Mine\", language: \"de\", adds: true, nameless: {nameless})");
        Pack::adding().put("pack.ron", pack)
    };
    let library = about("(other: \"dein Mensch\")").load().unwrap();
    let pack = library.pack.unwrap();
    assert_eq!(pack.nameless.other, "dein Mensch");
    assert_eq!(pack.nameless.hurt, "", "said as the interface says it");
    assert_eq!(
        about("(you: \"du\")").faults(),
        [
            "pack/pack.ron:1:56: there is no field `you` in `Nameless`; allowed: `other`, `hurt` and `broke`"
        ]
    );
    assert_eq!(
        about("(broke: \"die Person, die {hurt} verletzte\")").faults(),
        [
            "pack/pack.ron:1:63: this stands in for a name, and no name can stand in it; allowed: plain words"
        ]
    );
}

#[test]
fn faults_of_a_pack_and_of_what_it_joins_are_told_at_once() {
    let third = built_in().step(3).unwrap().id.clone();
    let faults = Pack::adding()
        .put(
            "guides/stillness.ron",
            STILLNESS.replace("\"002\"", "\"999\""),
        )
        .put("guides/again.ron", STILLNESS)
        .put("guides/step.ron", STEP.replace("NUMBER", "3"))
        .faults();
    let begins = |start: &str| faults.iter().any(|fault| fault.starts_with(start));
    assert!(
        begins("pack/guides/stillness.ron:3:41: there is no source `999`; allowed: `000`, "),
        "{faults:#?}"
    );
    assert!(
        begins(
            "pack/guides/stillness.ron:2:9: the id `stillness` is taken by another guide, in pack/guides/again.ron"
        ),
        "{faults:#?}"
    );
    assert!(
        begins(
            "pack/guides/step.ron:4:11: a step does not belong in this file; allowed: steps in `path/*.ron`"
        ),
        "{faults:#?}"
    );
    let taken = format!(
        "pack/guides/step.ron:4:11: step 3 is there already, in content/en/path/03-communicate-openly-and-honestly.ron; \
         allowed: each of `Step(1)` to `Step(10)` once; with the id `{third}` it takes that one's place"
    );
    assert!(begins(&taken), "{faults:#?}");
    assert_eq!(faults.len(), 4, "{faults:#?}");
}

#[test]
fn what_no_longer_fits_below_a_pack_is_told_of_the_pack() {
    let second = built_in().step(2).unwrap().id.clone();
    let moved = STEP.replace("step-NUMBER", &second).replace("NUMBER", "3");
    assert_eq!(
        Pack::adding().put("path/02.ron", moved).faults(),
        [
            "pack/pack.ron:1:1: this does not fit what is built in: \
             content/en/path/03-communicate-openly-and-honestly.ron:3:11: step 3 is there already, in \
             pack/path/02.ron; allowed: each of `Step(1)` to `Step(10)` once",
            "pack/path:1:1: step 2 is not there; allowed: each of `Step(1)` to `Step(10)` once",
        ]
    );
}

#[test]
fn no_guide_takes_the_place_of_a_pillar() {
    let faults = Pack::adding()
        .put(
            "guides/stillness.ron",
            STILLNESS.replace("\"stillness\"", "\"integrity\""),
        )
        .faults();
    assert!(
        faults[0]
            .contains("the id `integrity` is taken by another guide, in content/en/pillars.ron"),
        "{faults:#?}"
    );
    let kinds = built_in().guides;
    assert_eq!(
        kinds.iter().filter(|g| g.kind == GuideKind::Pillar).count(),
        3
    );
}
