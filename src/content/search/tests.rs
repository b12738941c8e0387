use super::*;
use crate::content::schema::{Block, Compose, Evidence, Guide, Keep, Page, Say, Whose};
use crate::content::schema::{GuideKind, Need};
use crate::domain::{Part, PersonId};
use std::collections::BTreeMap;

fn guide(id: &str, title: &str, summary: &str, says: &[&str]) -> Guide {
    let say = |text: &&str| {
        Block::Say(Say {
            text: (*text).into(),
        })
    };
    Guide {
        id: id.into(),
        kind: GuideKind::Read,
        title: title.into(),
        summary: summary.into(),
        minutes: 3,
        evidence: Evidence::SourceAuthor,
        sources: vec![],
        own_space: false,
        goes_with: vec![],
        pages: vec![Page {
            id: "page".into(),
            title: "A page".into(),
            whose: Whose::Each,
            keep: Keep::Private,
            when: None,
            lead: String::new(),
            blocks: says.iter().map(say).collect(),
        }],
    }
}

fn library(guides: Vec<Guide>) -> Library {
    let mut library = Library::embedded().unwrap();
    library.needs = vec![Need {
        id: "sleep".into(),
        words: "I lie awake".into(),
        help: false,
        under: String::new(),
        guides: vec!["nights".into()],
        why: BTreeMap::new(),
    }];
    Library { guides, ..library }
}

fn ids(library: &Library, query: &str) -> Vec<String> {
    let hits = find(library, query, None).hits.into_iter();
    hits.filter(|hit| hit.rank != Rank::Partly)
        .map(|hit| hit.guide)
        .filter(|id| id != REFLECTION && id != HELP)
        .collect()
}

#[test]
fn titles_come_before_summaries_and_these_before_texts() {
    let library = library(vec![
        guide(
            "apart",
            "Days",
            "Plain.",
            &["Zebra here.", "A stripe there."],
        ),
        guide(
            "text",
            "Nights",
            "Plain.",
            &["One. A zebra with a stripe. Two."],
        ),
        guide("summary", "Zebra", "About a stripe.", &[]),
        guide("title", "The stripe of a zebra", "Plain.", &[]),
        guide("neither", "Stripes", "Plain.", &["A bra."]),
    ]);
    assert_eq!(
        ids(&library, "zebra stripe"),
        ["title", "summary", "text", "apart"]
    );
    let hits = find(&library, "STRIPE zebra", None).hits;
    assert_eq!(hits[0].excerpt, "", "nothing but the title");
    assert_eq!(hits[1].excerpt, "About a stripe.");
    assert_eq!(hits[2].excerpt, "A zebra with a stripe.");
    assert_eq!(hits[2].page, Some(0));
    assert_eq!(hits[3].excerpt, "Zebra here.");
    let ranks: Vec<Rank> = hits.iter().map(|hit| hit.rank).collect();
    assert_eq!(ranks, [Rank::Title, Rank::Summary, Rank::Text, Rank::Apart]);
}

#[test]
fn words_match_where_a_word_begins() {
    let library = library(vec![guide(
        "one",
        "Forgiveness",
        "Doubt.",
        &["A re-start."],
    )]);
    assert_eq!(ids(&library, "forg"), ["one"]);
    assert_eq!(ids(&library, "  doubt!? "), ["one"]);
    assert_eq!(ids(&library, "start"), ["one"]);
    assert!(ids(&library, "giveness").is_empty());
    assert!(ids(&library, "forg nothing").is_empty());
    assert!(find(&library, " – ? ", None).hits.is_empty());
}

#[test]
fn case_and_accents_make_no_difference() {
    let library = library(vec![guide(
        "one",
        "Größe",
        "I can’t, naïvely; cafe\u{0301}.",
        &["Łódź, ÉCOUTER, Ελληνική"],
    )]);
    for query in [
        "grosse",
        "GRÖSSE",
        "can't",
        "cant’ naive",
        "café",
        "lodz",
        "ecouter",
        "ελληνικη",
    ] {
        let expected = !query.starts_with("cant");
        assert_eq!(!ids(&library, query).is_empty(), expected, "{query}");
    }
}

#[test]
fn other_scripts_are_found_inside_a_run() {
    let library = library(vec![
        guide(
            "zh",
            "重建信任",
            "两个人一起做。",
            &["先听。再说你听到了什么。"],
        ),
        guide("ar", "بناء الثقة", "خطوة وَاحِدة.", &["قل الحقيقة؟ نعم."]),
    ]);
    assert_eq!(ids(&library, "信任"), ["zh"]);
    assert_eq!(ids(&library, "听到 一起"), ["zh"]);
    assert_eq!(
        find(&library, "听到", None).hits[0].excerpt,
        "再说你听到了什么。"
    );
    assert_eq!(ids(&library, "ثقة"), ["ar"], "without the article");
    assert_eq!(ids(&library, "واحدة"), ["ar"], "without the vowel marks");
    assert_eq!(find(&library, "حقيقه", None).hits[0].excerpt, "قل الحقيقة؟");
}

#[test]
fn names_and_slots_are_no_words() {
    let mut one = guide("one", "Ask {hurt}", "Plain.", &[]);
    one.pages[0].blocks = vec![Block::Compose(Compose {
        id: "own".into(),
        prompt: "Say it".into(),
        sentence: "I [what] and it [effect].".into(),
        slots: vec![],
    })];
    let library = library(vec![one]);
    assert!(ids(&library, "hurt").is_empty());
    assert!(ids(&library, "effect").is_empty());
    assert_eq!(
        find(&library, "and it", None).hits[0].excerpt,
        "I ___ and it ___."
    );
}

#[test]
fn a_long_sentence_is_cut_around_what_was_found() {
    let long = format!(
        "{}the zebra {}",
        "some words ".repeat(40),
        "and more ".repeat(40)
    );
    let library = library(vec![guide("one", "Days", "Plain.", &[&long])]);
    let excerpt = &find(&library, "zebra", None).hits[0].excerpt;
    assert!(excerpt.contains("the zebra and more"), "{excerpt}");
    assert!(
        excerpt.starts_with("… ") && excerpt.ends_with(" …"),
        "{excerpt}"
    );
    assert!(excerpt.chars().count() <= LONGEST + 4, "{excerpt}");
}

#[test]
fn a_whole_sentence_finds_what_holds_its_telling_words() {
    let many = |n: usize| {
        let says = match n {
            3 => "They said that the zebra keeps it.",
            7 => "They said that they keep the zebra and a stripe.",
            _ => "They said that it keeps.",
        };
        guide(&format!("guide-{n}"), "Days", "Plain.", &[says])
    };
    let library = library((0..12).map(many).collect());
    let hits = find(
        &library,
        "They said that stripes or a zebra are nowhere",
        None,
    )
    .hits;
    let found = hits.iter().map(|hit| hit.guide.as_str());
    let found: Vec<&str> = found.filter(|id| id.starts_with("guide-")).collect();
    assert_eq!(
        found,
        ["guide-3", "guide-7"],
        "and not the twelve that say they said that"
    );
    assert!(hits.iter().all(|hit| hit.rank == Rank::Partly));
    assert_eq!(
        ids(&library, "zebra stripe"),
        ["guide-7"],
        "all the words, where there are all"
    );
    assert!(find(&library, "nowhere neither", None).hits.is_empty());
}

/// The marked words of a text, apart from each other by a bar.
fn marked(text: &str, query: &str) -> String {
    let marks = marks(text, &words(query)).into_iter();
    marks.map(|at| &text[at]).collect::<Vec<_>>().join("|")
}

#[test]
fn each_word_is_marked_whole_and_as_it_is_written() {
    for (text, query, found) in [
        ("Trust grows; they trusted it.", "trust", "Trust|trusted"),
        ("Grow, and then trust.", "trust GROW", "Grow|trust"),
        ("Distrust is not found by it.", "trust", ""),
        (
            "Cafe\u{301} und Größe, naïvely.",
            "cafe grosse naive",
            "Cafe\u{301}|Größe|naïvely",
        ),
        ("I can’t say it.", "cant can't", "can’t"),
        ("It is in me. Am I?", "I am", "Am|I"),
        ("بناء الثقة خطوة وَاحِدة", "ثقه واحدة", "الثقة|وَاحِدة"),
        ("再说你听到了什么。", "听到", "听到"),
        ("先听，再听到。", "听", "听|听"),
        (
            "{names} [slots] are words once they are shown",
            "names slots",
            "names|slots",
        ),
        ("Nothing here.", " – ? ", ""),
    ] {
        assert_eq!(marked(text, query), found, "{query} in {text}");
    }
}

/// A page that shows nothing marked would leave somebody looking for the word.
#[test]
fn what_was_found_is_marked_in_its_excerpt() {
    let library = Library::embedded().unwrap();
    for query in [
        "sleep", "phone", "night", "sorry", "alone", "promise", "children",
    ] {
        let hits = find(&library, query, None).hits;
        assert!(!hits.is_empty(), "{query}");
        for hit in hits.iter().filter(|hit| hit.role != Role::Title) {
            assert_ne!(marked(&hit.excerpt, query), "", "{query}: {}", hit.excerpt);
        }
    }
}

#[test]
fn a_page_that_opens_for_who_is_here_is_told_before_one_that_does_not() {
    let mut one = guide(
        "one",
        "Days",
        "Plain.",
        &["This is a zebra for the other one."],
    );
    one.pages[0].whose = Whose::BrokeTrust;
    let mut mine = one.pages[0].clone();
    mine.id = "mine".into();
    mine.title = "Zebra".into();
    mine.whose = Whose::Hurt;
    mine.blocks = vec![Block::Say(Say {
        text: "This is a zebra for me only.".into(),
    })];
    one.pages.push(mine);
    let library = library(vec![one]);
    let told = |part| {
        let person = PersonId::from_random(1);
        let sitting = Sitting::Alone { person, part };
        let hits = find(&library, "zebra", Some(sitting)).hits;
        (hits[0].page, hits[0].excerpt.clone())
    };
    assert_eq!(
        told(Part::WasHurt),
        (Some(1), "This is a zebra for me only.".into())
    );
    let theirs = (Some(0), "This is a zebra for the other one.".into());
    assert_eq!(told(Part::BrokeTrust), theirs);
}

#[test]
fn needs_the_reflection_and_help_are_found_too() {
    let library = library(vec![guide("nights", "Days", "Plain.", &[])]);
    assert_eq!(ids(&library, "awake"), ["nights"]);
    let built_in = Library::embedded().unwrap();
    let found = |query: &str, id: &str| {
        find(&built_in, query, None)
            .hits
            .iter()
            .any(|hit| hit.guide == id)
    };
    assert!(found(&built_in.walk_away.title, REFLECTION));
    assert!(found(&built_in.support.countries[0].name, HELP));
    assert!(found(
        &built_in.pillars[2].ordinary_day[0],
        &built_in.pillars[2].id
    ));
}

#[test]
fn whoever_is_afraid_finds_help_before_all_else() {
    let library = Library::embedded().unwrap();
    for query in [
        "afraid",
        "I am afraid",
        "fear",
        "help",
        "scared",
        "hits",
        "unsafe",
    ] {
        assert_eq!(find(&library, query, None).hits[0].guide, HELP, "{query}");
    }
    let told = "I am scared that he will come home drunk";
    assert_eq!(find(&library, told, None).hits[0].guide, HELP);
    let about_trust = find(&library, "trust", None).hits;
    assert_ne!(about_trust[0].guide, HELP);
}

#[test]
fn every_guide_is_found_by_its_own_title() {
    let library = Library::embedded().unwrap();
    for guide in &library.guides {
        let hits = find(&library, &guide.title, None).hits;
        assert!(hits.iter().any(|hit| hit.guide == guide.id), "{}", guide.id);
    }
}
