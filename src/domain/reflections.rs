//! Stay, pause or leave: what one person wrote and answered about it, each time they sat down to it.
//!
//! It is kept as one [`Reflection`] and one answer for each sign, all written at the same moment; that moment is what holds
//! them together. They stand in a private room only. Nothing here counts, weighs or compares the answers.

use super::record::{Answer, AnswerValue, More, Reflection};
use super::{Kind, PersonId, Record, RecordId, Words};
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;

/// Where the answers stand, among those of the guides.
pub const GUIDE: &str = "walk-away";
pub const SIGNS: &str = "signs";
pub const CONDITIONS: &str = "conditions";
/// Among the conditions: how it is now, in one's own words.
pub const AS_IT_IS_NOW: &str = "as-it-is-now";

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    Yes,
    NotSure,
    No,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reply(..)")
    }
}

impl Reply {
    pub const ALL: [Self; 3] = [Self::Yes, Self::NotSure, Self::No];

    /// As it is kept.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::NotSure => "not-sure",
            Self::No => "no",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reply| reply.id() == id)
    }
}

/// Answers by the id of the sign; one that is not here was left open.
pub type Replies = BTreeMap<String, Reply>;

/// What somebody answered and wrote at one sitting. Its `Debug` does not even say which signs were answered.
#[derive(Clone, Default, PartialEq)]
pub struct Look {
    pub signs: Replies,
    pub conditions: Replies,
    pub as_it_is_now: Words,
    pub stay: Words,
    pub pause: Words,
    pub leave: Words,
}

impl std::fmt::Debug for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Look(..)")
    }
}

impl Look {
    pub fn is_blank(&self) -> bool {
        let words = [&self.as_it_is_now, &self.stay, &self.pause, &self.leave];
        self.signs.is_empty()
            && self.conditions.is_empty()
            && words.into_iter().all(Words::is_blank)
    }

    /// What is to be kept of it, in one's private room, all at one moment.
    pub fn kinds(&self) -> Vec<Kind> {
        let trimmed = |words: &Words| Words::from(words.trim_end());
        let reflection = Kind::Reflection(Reflection {
            stay: trimmed(&self.stay),
            pause: trimmed(&self.pause),
            leave: trimmed(&self.leave),
            more: More::default(),
        });
        let chosen = |reply: Reply| AnswerValue::Chosen {
            options: vec![reply.id().to_owned()],
            own: Vec::new(),
        };
        let signs = self.signs.iter().map(|(id, reply)| (SIGNS, id, *reply));
        let conditions = self.conditions.iter();
        let conditions = conditions.map(|(id, reply)| (CONDITIONS, id, *reply));
        let now = (!self.as_it_is_now.is_blank()).then(|| {
            let words = AnswerValue::Text(trimmed(&self.as_it_is_now));
            answer(CONDITIONS, AS_IT_IS_NOW, words)
        });
        std::iter::once(reflection)
            .chain(
                signs
                    .chain(conditions)
                    .map(|(page, id, reply)| answer(page, id, chosen(reply))),
            )
            .chain(now)
            .collect()
    }
}

fn answer(page: &str, block: &str, value: AnswerValue) -> Kind {
    Kind::Answer(Answer {
        guide: GUIDE.to_owned(),
        page: page.to_owned(),
        block: block.to_owned(),
        value,
        more: More::default(),
    })
}

/// A [`Look`] that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub at: DateTime<FixedOffset>,
    /// All that has to go for it to be gone.
    pub ids: Vec<RecordId>,
    pub look: Look,
}

/// Everything a person kept, newest first.
pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>, person: PersonId) -> Vec<Kept> {
    let mut found: BTreeMap<DateTime<FixedOffset>, Kept> = BTreeMap::new();
    for record in records.into_iter().filter(|record| record.by == person) {
        if !is_of_it(&record.what) {
            continue;
        }
        let kept = found.entry(record.at).or_insert_with(|| Kept {
            at: record.at,
            ids: Vec::new(),
            look: Look::default(),
        });
        kept.ids.push(record.id);
        take_up(&mut kept.look, &record.what);
    }
    found.into_values().rev().collect()
}

fn is_of_it(what: &Kind) -> bool {
    match what {
        Kind::Reflection(_) => true,
        Kind::Answer(answer) => answer.guide == GUIDE,
        _ => false,
    }
}

fn take_up(look: &mut Look, what: &Kind) {
    match what {
        Kind::Reflection(said) => {
            (look.stay, look.pause, look.leave) =
                (said.stay.clone(), said.pause.clone(), said.leave.clone());
        }
        Kind::Answer(answer) => match &answer.value {
            AnswerValue::Text(words) if answer.block == AS_IT_IS_NOW => {
                look.as_it_is_now = words.clone();
            }
            AnswerValue::Chosen { options, .. } => {
                let replies = match answer.page.as_str() {
                    SIGNS => &mut look.signs,
                    CONDITIONS => &mut look.conditions,
                    _ => return,
                };
                if let Some(reply) = options.first().and_then(|id| Reply::from_id(id)) {
                    replies.insert(answer.block.clone(), reply);
                }
            }
            _ => {}
        },
        _ => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn look(stay: &str, leave: &str) -> Look {
        Look {
            signs: Replies::from([
                ("not-safe".to_owned(), Reply::NotSure),
                ("wearing-away".to_owned(), Reply::No),
            ]),
            conditions: Replies::from([("openness".to_owned(), Reply::Yes)]),
            as_it_is_now: "We talk on Sundays".into(),
            stay: stay.into(),
            pause: Words::default(),
            leave: leave.into(),
        }
    }

    /// As the app keeps it: everything of one look at one moment.
    fn keep(from: u128, day: u32, by: PersonId, look: &Look) -> Vec<Record> {
        let kinds = look.kinds().into_iter().zip(from..);
        kinds.map(|(what, n)| record(n, day, by, what)).collect()
    }

    #[test]
    fn what_was_kept_is_read_again_as_it_was_newest_first() {
        let (first, second) = (look("If he asks", ""), look("", "My sister knows"));
        let mut records = keep(10, 9, MAYA, &first);
        records.extend(keep(20, 11, MAYA, &second));
        records.extend(keep(30, 12, JON, &look("His", "")));
        records.push(record(40, 11, MAYA, check_in("At the same moment")));
        records.reverse();
        let found = of(&records, MAYA);
        let looks: Vec<&Look> = found.iter().map(|kept| &kept.look).collect();
        assert_eq!(looks, [&second, &first]);
    }

    #[test]
    fn deleting_one_takes_its_answers_and_nothing_else() {
        let mut records = keep(10, 9, MAYA, &look("If he asks", ""));
        records.extend(keep(20, 11, MAYA, &look("", "My sister knows")));
        records.push(record(40, 11, MAYA, check_in("At the same moment")));
        let newest = of(&records, MAYA).remove(0);
        records.retain(|record| !newest.ids.contains(&record.id));
        let left: Vec<RecordId> = records.iter().map(|record| record.id).collect();
        assert_eq!(left, [10, 11, 12, 13, 14, 40].map(id));
    }

    #[test]
    fn debug_shows_neither_words_nor_answers() {
        let records = keep(10, 9, MAYA, &look("If he asks", ""));
        let printed = format!("{:?}", of(&records, MAYA));
        for private in ["not-safe", "NotSure", "If he asks", "Sundays"] {
            assert!(!printed.contains(private), "{printed}");
        }
    }

    #[test]
    fn an_answer_alone_is_enough_and_so_is_a_word() {
        assert!(Look::default().is_blank());
        let answered = Look {
            signs: Replies::from([("not-safe".to_owned(), Reply::No)]),
            ..Look::default()
        };
        let written = Look {
            pause: "A week".into(),
            ..Look::default()
        };
        for look in [answered, written] {
            assert!(!look.is_blank());
            assert_eq!(of(&keep(1, 9, MAYA, &look), MAYA)[0].look, look);
        }
    }
}
