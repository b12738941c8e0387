//! What a writer is told where a file can be read and says something that cannot be.

use crate::pack::{ONE, Pack, READS, STEP, told};

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
        "reads.ron",
        "id: \"what-trust-is\"",
        "id: ‸\"one\"",
        "the id `one` is taken by another guide, in pack/pillars.ron; allowed: an id that no other guide has",
    );
    told(
        "prompts.ron",
        "id: \"glad\"",
        "id: ‸\"sad\"",
        "the id `sad` is taken by a feeling of another group; allowed: an id that no other feeling has",
    );
}

const FOR_TWO: &str =
    "this takes two, and the page may be for one; allowed: on pages that are `Together`";

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
    assert_eq!(
        Pack::good().put(ONE, one).faults(),
        [
            format!("pack/{ONE}:10:12: no page of this step is `Together`; allowed: {whose}"),
            format!("pack/{ONE}:39:17: {FOR_TWO}"),
            format!("pack/{ONE}:40:17: {FOR_TWO}"),
        ]
    );
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
