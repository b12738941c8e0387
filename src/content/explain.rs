//! What the reader of RON found wrong, in plain words.

use super::fault::{Fault, listed};
use super::schema::{
    self, Block, Choice, Chosen, Country, FeelingGroup, Guide, HelpLine, Need, Pack, Page, Pillar,
    Prompts, RitualIdea, Sign, Slot, Softener, Source, Support, SwapCard, WalkAway,
};
use super::tree::Spot;
use ron::error::{Error, SpannedError};
use serde::de::DeserializeOwned;

/// The fault of a file that could not be read as RON of the expected type. `root` is the shape of its text, where it has one.
pub(super) fn explain(file: &str, error: &SpannedError, root: Spot<'_>) -> Fault {
    let start = root.past_space(error.span.start.line, error.span.start.col);
    let mut place = start.unwrap_or_else(|| root.end_of_text());
    let code = match &error.code {
        missing @ Error::MissingStructField { .. } => missing,
        // What is expected after the last character is of no help: something was not closed.
        _ if start.is_none() => &Error::Eof,
        code => code,
    };
    if *code == Error::Eof {
        place = root.end_of_text();
    }
    let (what, allowed) = match code {
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => {
            let inside = within(outer.as_deref());
            (
                format!("there is no field `{found}`{inside}"),
                listed(expected),
            )
        }
        Error::MissingStructField { field, outer } => {
            place = root.around(error.span.end.line, error.span.end.col).place();
            let inside = within(outer.as_deref());
            let fields = outer.as_deref().map(fields_of).unwrap_or_default();
            let allowed = match fields.as_slice() {
                [] => format!("`{field}`, which has to be there"),
                fields => listed(fields),
            };
            (format!("the field `{field}` is missing{inside}"), allowed)
        }
        Error::DuplicateStructField { field, outer } => (
            format!(
                "the field `{field}` is there twice{}",
                within(outer.as_deref())
            ),
            "each field once".into(),
        ),
        Error::NoSuchEnumVariant {
            expected,
            found,
            outer,
        } => {
            let what = match outer.as_deref() {
                Some("Block") => format!("there is no block named `{found}`"),
                outer => format!("there is no `{found}`{}", within(outer)),
            };
            (what, listed(expected))
        }
        Error::InvalidValueForType { expected, found } => {
            (format!("{found} cannot stand here"), expected.clone())
        }
        Error::ExpectedDifferentLength { expected, found } => {
            (format!("{found} values stand here"), expected.clone())
        }
        Error::ExpectedDifferentStructName { expected, found } => (
            format!("`{found}` cannot stand here"),
            format!("`{expected}`, or no name before the bracket"),
        ),
        Error::ExpectedNamedStructLike(name) => (
            "something else stands where fields in round brackets belong".into(),
            format!("`{name}(…)` or `(…)`"),
        ),
        Error::ExpectedStructLike => (
            "something else stands where a round bracket opens".into(),
            "values or fields in round brackets `(…)`".into(),
        ),
        Error::ExpectedString => (
            "this is not a text".into(),
            "a text in double quotes".into(),
        ),
        Error::ExpectedStringEnd => (
            "a text is not closed".into(),
            "a closing double quote; a double quote inside a text is written \\\"".into(),
        ),
        Error::ExpectedArray => (
            "this is not a list".into(),
            "values in square brackets `[…]`".into(),
        ),
        Error::ExpectedInteger => ("this is not a whole number".into(), "a whole number".into()),
        Error::IntegerOutOfBounds => (
            "this number is too large or too small".into(),
            "a whole number from 0 to 255 for a step, to 65535 for minutes".into(),
        ),
        Error::ExpectedBoolean => (
            "this is neither true nor false".into(),
            "`true` and `false`".into(),
        ),
        Error::Eof => (
            "the file ends in the middle of something".into(),
            "every bracket and every text closed".into(),
        ),
        Error::TrailingCharacters => (
            "something stands after the end of the content".into(),
            "one value in a file, and comments".into(),
        ),
        Error::ExpectedComma => (
            "a comma is missing, or the wrong bracket closes here".into(),
            "a comma between fields and between values".into(),
        ),
        Error::ExpectedMapColon => (
            "a colon is missing after the name of a field".into(),
            "`name: value`".into(),
        ),
        Error::ExpectedArrayEnd => ("a list is not closed".into(), "`]`".into()),
        Error::ExpectedStructLikeEnd => ("a round bracket is not closed".into(), "`)`".into()),
        Error::ExpectedIdentifier => (
            "a name is missing here".into(),
            "the name of a field or of a block".into(),
        ),
        other => (
            format!("this is not RON ({other})"),
            "the RON of the other content files".into(),
        ),
    };
    Fault {
        file: file.to_owned(),
        line: place.0.max(1),
        column: place.1.max(1),
        what,
        allowed,
    }
}

fn within(outer: Option<&str>) -> String {
    outer.map_or_else(String::new, |name| format!(" in `{name}`"))
}

/// The fields of a struct or of a block, as the types themselves tell them when asked for one that cannot be.
fn fields_of(name: &str) -> Vec<&'static str> {
    const NO_FIELD: &str = "(no_such_field: 0)";
    match name {
        "Guide" => asked::<Guide>(NO_FIELD),
        "Page" => asked::<Page>(NO_FIELD),
        "Choice" => asked::<Choice>(NO_FIELD),
        "Chosen" => asked::<Chosen>(NO_FIELD),
        "Slot" => asked::<Slot>(NO_FIELD),
        "SwapCard" => asked::<SwapCard>(NO_FIELD),
        "Softener" => asked::<Softener>(NO_FIELD),
        "Pillar" => asked::<Pillar>(NO_FIELD),
        "Pack" => asked::<Pack>(NO_FIELD),
        "Need" => asked::<Need>(NO_FIELD),
        "WalkAway" => asked::<WalkAway>(NO_FIELD),
        "Sign" => asked::<Sign>(NO_FIELD),
        "Source" => asked::<Source>(NO_FIELD),
        "Support" => asked::<Support>(NO_FIELD),
        "Country" => asked::<Country>(NO_FIELD),
        "HelpLine" => asked::<HelpLine>(NO_FIELD),
        "Prompts" => asked::<Prompts>(NO_FIELD),
        "FeelingGroup" => asked::<FeelingGroup>(NO_FIELD),
        "RitualIdea" => asked::<RitualIdea>(NO_FIELD),
        block => asked::<Block>(&format!("{block}{NO_FIELD}")),
    }
}

fn asked<T: DeserializeOwned>(text: &str) -> Vec<&'static str> {
    match schema::ron().from_str::<T>(text) {
        Err(SpannedError {
            code: Error::NoSuchStructField { expected, .. },
            ..
        }) => expected.to_vec(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_struct_and_block_tells_its_fields() {
        for name in [
            "Guide",
            "Page",
            "Choice",
            "Chosen",
            "Need",
            "Pack",
            "SwapCard",
            "Slot",
            "Softener",
            "Pillar",
            "WalkAway",
            "Sign",
            "Source",
            "Support",
            "Country",
            "HelpLine",
            "Prompts",
            "FeelingGroup",
            "RitualIdea",
            "Ask",
            "OpenHelp",
            "TimeOut",
            "Swap",
        ] {
            assert!(!fields_of(name).is_empty(), "{name}");
        }
        assert_eq!(
            fields_of("Choice"),
            ["id", "text"],
            "in the order of the type"
        );
        assert!(fields_of("Nothing").is_empty());
    }
}
