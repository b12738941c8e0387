//! What a writer is told about guides for one's own space, pages by choice, and the blocks between two.

use crate::pack::{ONE, Pack, told};

const HEALING: &str = "healing.ron";
const PRACTICES: &str = "practices.ron";

#[test]
fn what_is_for_ones_own_space_stays_there() {
    told(
        HEALING,
        "title: \"Your part\", whose: Hurt, keep: Private",
        "title: \"Your part\", whose: Hurt, keep: ‸OfferToShare",
        "what is written in a guide for one's own space stays there; allowed: `Private`",
    );
    told(
        HEALING,
        "title: \"Your part\", whose: Hurt",
        "title: \"Your part\", whose: ‸Together",
        "this guide is done by one person in their own space, so a page for both is never seen; allowed: `Hurt`, \
         `BrokeTrust`, `Each`, `Alone` and `Whoever`",
    );
    let step = Pack::good()
        .text(ONE)
        .replace("minutes: 30,", "minutes: 30, own_space: true,");
    let faults = Pack::good().put(ONE, step).faults();
    let expected = "pack/path/01.ron:7:29: a step is for two, and this keeps it from them while both are here; allowed: \
                    `own_space: true` in a guide that is not a step";
    assert!(faults.iter().any(|fault| fault == expected), "{faults:?}");
}

#[test]
fn the_steps_a_guide_goes_with_are_steps_and_differ() {
    told(
        HEALING,
        "goes_with: [2, 3]",
        "goes_with: [2, ‸11]",
        "there is no step 11; allowed: steps 1 to 10",
    );
    told(
        HEALING,
        "goes_with: [2, 3]",
        "goes_with: [2, ‸2]",
        "step 2 is there twice; allowed: each step once",
    );
}

#[test]
fn a_page_by_choice_names_an_option_of_an_earlier_page() {
    let when = "(page: \"close\", block: \"which\", option: \"desire\")";
    told(
        HEALING,
        when,
        "(page: ‸\"hurt\", block: \"part\", option: \"still\")",
        "no earlier page `hurt` holds a choice; allowed: `close`",
    );
    told(
        HEALING,
        when,
        "(page: \"close\", block: ‸\"why\", option: \"desire\")",
        "`why` is no choice on the page `close`; allowed: `which`",
    );
    told(
        HEALING,
        when,
        "(page: \"close\", block: \"which\", option: ‸\"wish\")",
        "`wish` is no option of `which`; allowed: `desire` and `words`",
    );
    let closed = Pack::good()
        .text(HEALING)
        .replace("own_space: true, ", "")
        .to_owned();
    assert_eq!(
        Pack::good().put(HEALING, closed).faults(),
        [
            "pack/healing.ron:9:16: what one person chose cannot decide which pages two people see; allowed: `when` in a \
             guide with `own_space: true`"
        ]
    );
}

#[test]
fn whoever_sees_a_page_by_choice_could_choose() {
    let after_hurt = |whose: &str| {
        let more = format!(
            r#"]),
        (id: "further", title: "Further", whose: {whose}, keep: Private,
         when: (page: "hurt", block: "part", option: "loud"), blocks: [Say(text: "Read.")]),
    ]),
]"#
        );
        let text = Pack::good().text(HEALING);
        let (start, _) = text.rsplit_once("]),\n    ]),\n]").unwrap();
        Pack::good().put(HEALING, format!("{start}{more}")).load()
    };
    assert!(after_hurt("Hurt").is_ok());
    let faults = after_hurt("Each").unwrap_err();
    assert_eq!(
        faults[0].to_string(),
        "pack/healing.ron:14:23: the page `hurt` is not for everyone whom this page is for, and they could not choose; \
         allowed: a page that is `Each`, or for the same part as this one"
    );
}

#[test]
fn what_whoever_is_here_writes_is_for_both() {
    for keep in ["Private", "OfferToShare"] {
        told(
            PRACTICES,
            "whose: Whoever, keep: Shared",
            &format!("whose: Whoever, keep: ‸{keep}"),
            "while both are here, what is written on this page goes to the room of both; allowed: `Shared`; or \
             `whose: Each`, so that each writes on their own; or no block that keeps an answer",
        );
    }
    told(
        PRACTICES,
        "\"Turn them\"",
        "\"Turn ‸{you}\"",
        "`{you}` stands for nothing here; allowed: `{hurt}` and `{broke}`",
    );
}

#[test]
fn what_takes_two_stands_where_two_are() {
    for block in [
        "TakeTurns(id: \"turns\", prompt: \"Each speaks\", minutes_each: 5)",
        "SayBack(id: \"back\", prompt: \"Say it back\")",
    ] {
        told(
            PRACTICES,
            "Ritual(id: \"ritual\", prompt: \"This week\")",
            &format!("‸{block}"),
            "this takes two, and the page may be for one; allowed: on pages that are `Together`",
        );
    }
}

#[test]
fn what_comes_from_one_person_stands_on_their_page() {
    let on = "allowed: on pages that are `Hurt`, `BrokeTrust`, `Each` or `Alone`";
    let ritual = "Ritual(id: \"ritual\", prompt: \"This week\")";
    for (block, what) in [
        ("Question(id: \"q\", prompt: \"Ask\")", "a question"),
        ("Look(id: \"l\", pillar: \"one\")", "a look at oneself"),
        (
            "Notice(id: \"n\", pillar: \"one\")",
            "a moment noticed in the other",
        ),
    ] {
        told(
            PRACTICES,
            ritual,
            &format!("‸{block}"),
            &format!("{what} comes from one person, and this page may be for both at once; {on}"),
        );
    }
}

#[test]
fn questions_between_two_are_not_private() {
    let shared = "allowed: on pages with `keep: Shared` or `keep: OfferToShare`";
    told(
        HEALING,
        "Ask(id: \"why\", prompt: \"Why?\")",
        "‸Question(id: \"why\", prompt: \"Why?\")",
        &format!("a question to the other cannot stand on a private page; {shared}"),
    );
    told(
        HEALING,
        "Ask(id: \"why\", prompt: \"Why?\")",
        "‸Questions(prompt: \"Why?\")",
        &format!("the questions between two cannot stand on a private page; {shared}"),
    );
}

#[test]
fn a_time_out_is_long_enough_and_cards_are_whole() {
    told(
        PRACTICES,
        "prompt: \"Both come back\", minutes: 20",
        "prompt: \"Both come back\", minutes: ‸19",
        "19 minutes are too short for a body to calm down; allowed: 20 or more",
    );
    told(
        PRACTICES,
        "instead: \"It is nothing\"",
        "instead: ‸\"\"",
        "this text is empty; allowed: at least one visible character",
    );
    told(
        PRACTICES,
        "id: \"play\"",
        "id: ‸\"fix\"",
        "the id `fix` is taken by another card; allowed: an id that no other card here has",
    );
    told(
        PRACTICES,
        "prompt: \"Turn them\", cards: [\n",
        "prompt: \"Turn them\", cards: ‸[(id: \"one\", instead: \"This\", attempt: \"That\")]), Swap(id: \"other\", prompt: \"More\", cards: [\n",
        "there are too few: 1; allowed: at least 2",
    );
    for prompt in [
        "Turn them",
        "This week",
        "Both come back",
        "Between you",
        "A question for {other}",
    ] {
        told(
            PRACTICES,
            &format!("prompt: \"{prompt}\""),
            "prompt: ‸\" \"",
            "this text is empty; allowed: at least one visible character",
        );
    }
}

#[test]
fn pillars_are_guides_and_exist_where_they_are_named() {
    told(
        PRACTICES,
        "pillar: \"two\"",
        "pillar: ‸\"honesty\"",
        "there is no pillar `honesty`; allowed: `one`, `two` and `three`",
    );
    told(
        "pillars.ron",
        "pages: [\n        (id: \"look\", title: \"Your week\", whose: Each, keep: Private, blocks: [Look(id: \"look\", pillar: \"two\")]),\n    ]",
        "pages: ‸[]",
        "this guide has no page; allowed: at least one page",
    );
    told(
        "pillars.ron",
        "name: \"Two\"",
        "name: ‸\"\"",
        "this text is empty; allowed: at least one visible character",
    );
    told(
        "reads.ron",
        "kind: Read",
        "kind: ‸Pillar",
        "a guide of this kind has a file of its own, `pillars.ron` or `walk-away.ron`; allowed: `Track`, `Read` and \
         `Practice`",
    );
}

#[test]
fn a_need_leads_to_guides_there_are() {
    let guides = "allowed: `causes`, `step-1`, `step-2`, `step-3`, `step-4`, `step-5`, `step-6`, `step-7`, `step-8`, \
                  `step-9`, `step-10`, `one`, `two`, `three`, `repair`, `what-trust-is` and `walk-away`";
    told(
        "needs.ron",
        "\"step-2\"",
        "‸\"step-20\"",
        &format!("there is no guide `step-20`; {guides}"),
    );
    told(
        "needs.ron",
        "[\"walk-away\"]",
        "‸[]",
        &format!("no guide is named; {guides}"),
    );
    told(
        "needs.ron",
        "\"step-2\"",
        "‸\"repair\"",
        "`repair` is there twice; allowed: each guide once",
    );
    told(
        "needs.ron",
        "id: \"leave\"",
        "id: ‸\"checking\"",
        "the id `checking` is taken by another need; allowed: an id that no other need here has",
    );
    told(
        "needs.ron",
        "words: \"I cannot stop checking\"",
        "words: ‸\"\"",
        "this text is empty; allowed: at least one visible character",
    );
    let faults = Pack::good().put("practices.ron", "[(").faults();
    assert_eq!(
        faults.len(),
        1,
        "a need is not blamed for guides that cannot be read: {faults:?}"
    );
    told(
        "reads.ron",
        "id: \"what-trust-is\"",
        "id: ‸\"walk-away\"",
        "the id `walk-away` stands for the reflection of `walk-away.ron`; allowed: an id that no other guide has",
    );
    told(
        "reads.ron",
        "id: \"what-trust-is\"",
        "id: ‸\"help\"",
        "the id `help` stands for the help page; allowed: an id that no other guide has",
    );
}

#[test]
fn softening_words_are_sought_in_questions_and_moments_too() {
    let with = |on: &str| {
        let practices = Pack::good().text(PRACTICES).replace(
            "Questions(prompt: \"Between you\"),",
            &format!("Flag(on: [\"{on}\"], words: [(word: \"why\", why: \"It can sound like a charge.\")]),"),
        );
        Pack::good().put(PRACTICES, practices).load()
    };
    assert!(with("question").is_ok());
    assert!(with("noticed").is_ok());
    assert!(with("ritual").is_err());
}
