//! The one kind of stored thing.
//!
//! Fields that this version does not know are kept in `more` and written back, so that an older copy of the
//! app never loses what a newer one wrote.

use super::{Part, PersonId, RecordId, Week, Words};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Weekday};
use serde::de::{DeserializeSeed, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::fmt;
use zeroize::Zeroizing;

/// Fields written by a newer version, kept as they came.
pub type More = Map<String, Value>;

/// Structs with the fields named and, in `more`, any others.
///
/// Read by hand, for `#[serde(flatten)]` would read each value twice, and unlocking reads ten years of them.
macro_rules! open {
    ($($(#[$doc:meta])* $name:ident {
        $($(#[$($about:tt)*])* $field:ident: $type:ty),* $(,)?
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub struct $name {
            $($(#[$($about)*])* pub $field: $type,)*
            #[serde(flatten)]
            pub more: More,
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;

                impl<'de> Visitor<'de> for Fields {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(stringify!($name))
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut more = More::new();
                        $(let mut $field: Option<$type> = None;)*
                        while let Some(key) = map.next_key_seed(Names(&[$(stringify!($field)),*]))? {
                            match key {
                                $(Key::Known(stringify!($field)) => {
                                    if $field.replace(map.next_value()?).is_some() {
                                        return Err(A::Error::duplicate_field(stringify!($field)));
                                    }
                                })*
                                Key::Known(name) => return Err(A::Error::unknown_field(name, &[])),
                                Key::Other(name) => drop(more.insert(name, map.next_value()?)),
                            }
                        }
                        Ok($name {
                            $($field: match $field {
                                Some(value) => value,
                                None => where_absent!($field $([$($about)*])*),
                            },)*
                            more,
                        })
                    }
                }

                deserializer.deserialize_map(Fields)
            }
        }
    )*};
}

/// What a field holds where none was written: `#[serde(default)]` is looked for among its attributes.
macro_rules! where_absent {
    ($field:ident [serde(default $($_more:tt)*)] $($_rest:tt)*) => {
        Default::default()
    };
    ($field:ident [$($_other:tt)*] $($rest:tt)*) => {
        where_absent!($field $($rest)*)
    };
    ($field:ident) => {
        return Err(A::Error::missing_field(stringify!($field)))
    };
}

/// The names of a struct's fields, as Rust writes them; JSON has `-` where they have `_`.
struct Names(&'static [&'static str]);

enum Key {
    Known(&'static str),
    Other(String),
}

impl<'de> DeserializeSeed<'de> for Names {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Names {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        let in_json = |byte| if byte == b'_' { b'-' } else { byte };
        let known = self
            .0
            .iter()
            .find(|name| name.len() == key.len() && name.bytes().map(in_json).eq(key.bytes()));
        Ok(known.map_or_else(|| Key::Other(key.to_owned()), |name| Key::Known(name)))
    }
}

open! {
    /// Something one person did, said or wrote, at one moment.
    Record {
        id: RecordId,
        at: DateTime<FixedOffset>,
        by: PersonId,
        what: Kind,
        /// The record that this one takes the place of. In the shared room both stay readable.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amends: Option<RecordId>,
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The kinds this version knows, for writing and for reading.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($body:ty),)*) => {
        /// What a record says. `Unknown` is what a newer version wrote; it is kept, and shown to nobody.
        #[derive(Clone, PartialEq, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Kind {
            $($(#[$doc])* $name($body),)*
            #[serde(untagged)]
            Unknown(Value),
        }

        #[derive(Deserialize)]
        #[serde(remote = "Kind", rename_all = "kebab-case")]
        enum Known {
            $($name($body),)*
        }
    };
}

kinds! {
    /// The part a person says they had; the latest counts. Shared, for it decides which pages are whose.
    Part(PartTaken),
    CheckIn(CheckIn),
    Commitment(Commitment),
    Report(Report),
    Appreciation(Appreciation),
    /// An appreciation was drawn from the jar and read aloud.
    Reading(Reading),
    Boundary(Boundary),
    BoundaryReply(BoundaryReply),
    Answer(Answer),
    /// A page of a guide was reached, or a guide was finished by one whose part it is.
    Place(Place),
    PillarLook(PillarLook),
    Noticed(Noticed),
    Journal(Journal),
    Reflection(Reflection),
    Question(Question),
    QuestionReply(QuestionReply),
    Talk(Talk),
    Practice(Practice),
    Ritual(Ritual),
    /// Whether a person's own line stands on the weekly page.
    Line(Line),
    Approval(Approval),
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json: Zeroizing<Box<str>> =
            Zeroizing::new(Box::<RawValue>::deserialize(deserializer)?.into());
        // A kind we do not know, and one we know with something in it that we do not, are both a newer version's.
        Known::deserialize(&mut serde_json::Deserializer::from_str(&json))
            .or_else(|_| serde_json::from_str(&json).map(Self::Unknown))
            .map_err(D::Error::custom)
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kind(..)")
    }
}

/// Structs of this macro print only their name: their fields are what somebody wrote or chose.
macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident { $($fields:tt)* })*) => {
        open! { $($(#[$doc])* $name { $($fields)* })* }

        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        })*
    };
}

bodies! {
    PartTaken { part: Part }

    /// The app's own short pulse (not a validated test), feelings, and a note.
    CheckIn {
        #[serde(default)] pulse: Pulse,
        /// The person's own words or words they picked.
        #[serde(default)] feelings: Vec<Words>,
        #[serde(default)] note: Words,
    }

    /// If this happens, then I will do that. Concerns only the one who made it.
    Commitment {
        when: Words,
        then: Words,
        #[serde(default)] obstacle: Words,
        cadence: Cadence,
        #[serde(default)] until: Option<NaiveDate>,
    }

    /// How a commitment went on a day, by the one who made it.
    Report { commitment: RecordId, on: NaiveDate, outcome: Outcome }

    Appreciation {
        words: Words,
        /// Both wrote it together; otherwise it is from `by` to the other.
        #[serde(default)] from_both: bool,
    }

    Reading { appreciation: RecordId }

    Boundary { what: Words, #[serde(default)] because: Words, #[serde(default)] review: Option<NaiveDate> }
    BoundaryReply { boundary: RecordId, agreed: Agreed, #[serde(default)] words: Words }

    /// What was written or chosen at `guide/page/block`. The latest by the same person counts.
    Answer { guide: String, page: String, block: String, value: AnswerValue }

    /// `again`: it is gone through once more from here; answers given before are the earlier ones.
    Place {
        guide: String,
        page: String,
        #[serde(default)] finished: bool,
        #[serde(default)] again: bool,
    }

    PillarLook { pillar: String, level: Level, #[serde(default)] moment: Words }
    Noticed { pillar: String, words: Words }
    Journal { #[serde(default)] title: Words, text: Words }
    Reflection { #[serde(default)] stay: Words, #[serde(default)] pause: Words, #[serde(default)] leave: Words }
    Question { words: Words }
    QuestionReply { question: RecordId, state: QuestionState, #[serde(default)] words: Words }
    Talk { topic: Words, #[serde(default)] turns: u16, #[serde(default)] agreed: Words }
    Practice { guide: String }

    /// Something the two do each week; `held` once it was done on a day.
    Ritual {
        name: Words,
        #[serde(default)] about: Words,
        #[serde(default)] on: Option<Weekday>,
        #[serde(default)] time: Option<NaiveTime>,
        #[serde(default)] held: Option<NaiveDate>,
    }

    Line { week: Week, line: String, shown: bool }

    /// `page` is the fingerprint of the lines as they stood: a changed page is not approved.
    Approval { week: Week, page: String }
}

/// Five questions, each answered in words or left alone.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Pulse {
    pub felt_safety: Option<Level>,
    pub closeness: Option<Level>,
    pub honesty_given: Option<Level>,
    pub honesty_felt: Option<Level>,
    pub hope: Option<Level>,
}

impl fmt::Debug for Pulse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pulse(..)")
    }
}

/// One of five words, from the hardest to the easiest. Never averaged, never shown as a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Lowest,
    Lower,
    Middle,
    Higher,
    Highest,
    RatherNotSay,
}

impl Level {
    /// The five words in order; `RatherNotSay` stands apart.
    pub const FIVE: [Self; 5] = [
        Self::Lowest,
        Self::Lower,
        Self::Middle,
        Self::Higher,
        Self::Highest,
    ];
}

impl fmt::Debug for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Level(..)")
    }
}

/// When a commitment applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cadence {
    WheneverItHappens,
    EveryDay,
    EveryWeekday,
    OnceAWeek(Weekday),
    Once,
}

/// How it went, in the words of the one who made the commitment.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Kept,
    /// The commitment now reads so.
    Adjusted {
        then: Words,
    },
    /// `repair` is what was done about it; blank until it was begun.
    Missed {
        #[serde(default)]
        repair: Words,
    },
    /// Set down for good; it is no longer active.
    SetDown,
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outcome(..)")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreed {
    Agreed,
    NotYet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionState {
    Parked,
    Answered,
    NotYet,
}

/// What a block of a guide stores.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerValue {
    Text(Words),
    /// The option ids chosen, and words of one's own.
    Chosen {
        #[serde(default)]
        options: Vec<String>,
        #[serde(default)]
        own: Vec<Words>,
    },
    Rated(Level),
    /// One entry a slot, in the order of the sentence.
    Slots(Vec<Words>),
    /// The exercise was done; nothing was written.
    Done,
}

impl fmt::Debug for AnswerValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnswerValue(..)")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(json: &str) -> Record {
        serde_json::from_str(json).unwrap()
    }

    const JOURNAL: &str = r#"{"id":"000000000000000000000000000000aa","at":"2026-11-14T21:06:00+01:00","by":"00000000000000bb","what":{"journal":{"title":"t","text":"body","colour":"blue"}},"pinned":true}"#;

    #[test]
    fn fields_of_a_newer_version_are_kept_and_written_back() {
        let record = read(JOURNAL);
        let again: Value = serde_json::from_str(&serde_json::to_string(&record).unwrap()).unwrap();
        assert_eq!(again, serde_json::from_str::<Value>(JOURNAL).unwrap());
    }

    #[test]
    fn a_kind_of_a_newer_version_is_kept_and_written_back() {
        let json = JOURNAL.replace("journal", "dream");
        let record = read(&json);
        assert!(matches!(record.what, Kind::Unknown(_)));
        let again: Value = serde_json::to_value(&record).unwrap();
        assert_eq!(again, serde_json::from_str::<Value>(&json).unwrap());
    }

    #[test]
    fn a_known_kind_with_a_newer_body_is_kept_and_written_back() {
        for what in [
            r#"{"pillar-look":{"pillar":"honesty","level":"beyond-words"}}"#,
            r#"{"journal":{"title":"the text is gone"}}"#,
            r#"{"journal":{"text":["in","lines"]}}"#,
            r#"{"journal":{"text":"two kinds in one"},"question":{"words":"?"}}"#,
            r#"{}"#,
            r#""journal""#,
            "null",
        ] {
            let json = JOURNAL.replace(
                r#"{"journal":{"title":"t","text":"body","colour":"blue"}}"#,
                what,
            );
            let record = read(&json);
            assert!(matches!(record.what, Kind::Unknown(_)), "{what}");
            let again: Value = serde_json::to_value(&record).unwrap();
            assert_eq!(again, serde_json::from_str::<Value>(&json).unwrap());
        }
    }

    #[test]
    fn a_record_reads_the_same_from_a_json_value() {
        let value: Value = serde_json::from_str(JOURNAL).unwrap();
        assert!(serde_json::from_value::<Record>(value).unwrap() == read(JOURNAL));
    }

    #[test]
    fn fields_that_were_not_written_are_empty_and_names_have_hyphens() {
        let read = |words: &str| {
            let what = format!(r#"{{"appreciation":{{{words}}}}}"#);
            serde_json::from_str::<Kind>(&what).unwrap()
        };
        let Kind::Appreciation(one) = read(r#""words":"tea""#) else {
            panic!("not known")
        };
        assert!(!one.from_both && one.more.is_empty());
        let Kind::Appreciation(both) = read(r#""words":"tea","from-both":true,"from_both":1"#)
        else {
            panic!("not known")
        };
        assert!(both.from_both);
        assert_eq!(both.more.get("from_both"), Some(&Value::from(1)));
        assert!(matches!(
            read(r#""words":"tea","words":"cake""#),
            Kind::Unknown(_)
        ));
    }

    #[test]
    fn debug_shows_nothing_that_was_written() {
        let shown = format!("{:?} {:?}", read(JOURNAL), read(JOURNAL).what);
        assert!(
            !shown.contains("body") && !shown.contains("blue"),
            "{shown}"
        );
    }
}
