//! What a writer is told where a file is not the RON that is expected.

use crate::pack::{ONE, told};

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
         `Compose`, `Flag`, `Timer`, `Breathe`, `TakeTurns`, `SayBack`, `Commit`, `Appreciate`, `Boundary`, `Question`, \
         `Questions`, `Ritual`, `TimeOut`, `Swap`, `Look`, `Notice` and `OpenHelp`",
    );
    told(
        ONE,
        "whose: Hurt",
        "whose: ‸Betrayed",
        "there is no `Betrayed` in `Whose`; allowed: `Hurt`, `BrokeTrust`, `Each`, `Together`, `Alone` and `Whoever`",
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
        "practices.ron",
        "(id: \"fix\", instead: \"You could\", attempt: \"Tell me\")",
        "‸(id: \"fix\", attempt: \"Tell me\")",
        "the field `instead` is missing in `SwapCard`; allowed: `id`, `instead` and `attempt`",
    );
    told(
        "healing.ron",
        "(page: \"close\", block: \"which\", option: \"desire\")",
        "‸(page: \"close\", option: \"desire\")",
        "the field `block` is missing in `Chosen`; allowed: `page`, `block` and `option`",
    );
    told(
        "needs.ron",
        "(id: \"leave\", words:",
        "(id: \"leave\", ‸said:",
        "there is no field `said` in `Need`; allowed: `id`, `words`, `help`, `under`, `guides` and `why`",
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
