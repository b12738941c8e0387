//! Who sees which page of a guide, in what order, and which names stand in it.

use super::schema::{Chosen, Guide, Page, Whose};
use crate::domain::{Household, Part, PersonId};

/// Who does a guide, with the part each says they had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitting {
    /// Both, in the order of their household.
    Together {
        first: (PersonId, Part),
        second: (PersonId, Part),
    },
    Alone {
        person: PersonId,
        part: Part,
    },
}

/// One page before one person, or before both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Index into [`Guide::pages`].
    pub page: usize,
    /// Nobody for a page that both do at once.
    pub writer: Option<PersonId>,
}

/// The turns of a sitting, in the order of the pages.
///
/// A page for the one who was hurt goes to whoever says they were hurt, did both, or would rather not say; a page for the one
/// who broke trust likewise. Where two are at it and neither fits, it goes to each of them, so that no page is lost. A page
/// that goes to two is done in the order of the household, whatever part they had. Alone, what is for the other part or for
/// both at once is left out, and the pages written for one person take its place; a guide that has none for this person
/// gives no turns. Nor does a guide for one's own space while both are here.
///
/// Pages that hang on a choice are all there; [`turns_chosen`] leaves out those that were not chosen.
pub fn turns(guide: &Guide, sitting: Sitting) -> Vec<Turn> {
    turns_of(guide, sitting, |_, _| true)
}

/// The turns of a sitting, without the pages for a choice that was not made. `chosen` says whether an option is chosen now,
/// in what is stored or on the page before the person. An answer on a page that is itself left out chooses nothing.
pub fn turns_chosen(
    guide: &Guide,
    sitting: Sitting,
    chosen: impl Fn(&Chosen) -> bool,
) -> Vec<Turn> {
    turns_of(guide, sitting, |page, before| match &page.when {
        None => true,
        Some(when) => before.contains(&when.page.as_str()) && chosen(when),
    })
}

/// `shown` is told a page and the ids of the pages shown before it.
fn turns_of(guide: &Guide, sitting: Sitting, shown: impl Fn(&Page, &[&str]) -> bool) -> Vec<Turn> {
    if guide.own_space && matches!(sitting, Sitting::Together { .. }) {
        return Vec::new();
    }
    let mut before: Vec<&str> = Vec::new();
    let mut turns = Vec::new();
    for (index, page) in guide.pages.iter().enumerate() {
        let writers = writers(page.whose, sitting);
        if writers.is_empty() || !shown(page, &before) {
            continue;
        }
        before.push(&page.id);
        let of_page = |writer| Turn {
            page: index,
            writer,
        };
        turns.extend(writers.into_iter().map(of_page));
    }
    turns
}

fn writers(whose: Whose, sitting: Sitting) -> Vec<Option<PersonId>> {
    match sitting {
        Sitting::Together { first, second } => {
            let both = [first, second];
            let fitting: Vec<_> = both.iter().filter(|(_, part)| fits(whose, *part)).collect();
            match whose {
                Whose::Together | Whose::Whoever => vec![None],
                Whose::Alone => Vec::new(),
                _ if fitting.is_empty() => both.iter().map(|(id, _)| Some(*id)).collect(),
                _ => fitting.into_iter().map(|(id, _)| Some(*id)).collect(),
            }
        }
        Sitting::Alone { person, part } => match whose {
            Whose::Together => Vec::new(),
            Whose::Alone | Whose::Whoever => vec![Some(person)],
            _ if fits(whose, part) => vec![Some(person)],
            _ => Vec::new(),
        },
    }
}

fn fits(whose: Whose, part: Part) -> bool {
    match whose {
        Whose::Hurt => part != Part::BrokeTrust,
        Whose::BrokeTrust => part != Part::WasHurt,
        Whose::Each | Whose::Together | Whose::Alone | Whose::Whoever => true,
    }
}

/// The names that stand in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    pub hurt: String,
    pub broke: String,
    pub you: String,
    pub other: String,
    /// The words that may stand for a name, and take a capital as any word does.
    pub neutral: [String; 3],
}

/// Words for a person who has no name here, such as "your partner".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neutral<'a> {
    /// For the other one, where only one person has set up.
    pub other: &'a str,
    /// For the one who was hurt, where the parts do not say who that is.
    pub hurt: &'a str,
    pub broke: &'a str,
}

impl Names {
    /// The names for one turn of a guide.
    ///
    /// On a page for one part its writer has that part. Elsewhere the parts decide; where they leave it open, because both
    /// were hurt or somebody would rather not say, nobody is given a part by name. A page for both at once has neither
    /// `{you}` nor `{other}` (checked content holds neither there); they fill as first and second of the sitting.
    pub fn of_turn(
        guide: &Guide,
        turn: Turn,
        sitting: Sitting,
        household: &Household,
        neutral: Neutral<'_>,
    ) -> Self {
        let (you, your_part, their_part) = match sitting {
            Sitting::Together { first, second } if turn.writer == Some(second.0) => {
                (second.0, second.1, Some(first.1))
            }
            Sitting::Together { first, second } => (first.0, first.1, Some(second.1)),
            Sitting::Alone { person, part } => (person, part, None),
        };
        let name = household.name(you).to_owned();
        let other = household
            .other(you)
            .map_or(neutral.other, |person| person.name.as_str())
            .to_owned();
        let whose = guide.pages.get(turn.page).map(|page| page.whose);
        let hurt_you = match whose {
            Some(Whose::Hurt) => Some(true),
            Some(Whose::BrokeTrust) => Some(false),
            _ => was_hurt(your_part, their_part),
        };
        let (hurt, broke) = match hurt_you {
            Some(true) => (name.clone(), other.clone()),
            Some(false) => (other.clone(), name.clone()),
            None => (neutral.hurt.to_owned(), neutral.broke.to_owned()),
        };
        Self {
            hurt,
            broke,
            you: name,
            other,
            neutral: [neutral.other, neutral.hurt, neutral.broke].map(str::to_owned),
        }
    }

    /// The words on a page that is for nobody who is here: nobody is named on it.
    pub fn of_nobody(whose: Whose, neutral: Neutral<'_>) -> Self {
        let (you, other) = match whose {
            Whose::Hurt => (neutral.hurt, neutral.broke),
            Whose::BrokeTrust => (neutral.broke, neutral.hurt),
            Whose::Each | Whose::Together | Whose::Alone | Whose::Whoever => {
                (neutral.other, neutral.other)
            }
        };
        Self {
            hurt: neutral.hurt.to_owned(),
            broke: neutral.broke.to_owned(),
            you: you.to_owned(),
            other: other.to_owned(),
            neutral: [neutral.other, neutral.hurt, neutral.broke].map(str::to_owned),
        }
    }
}

/// Whether this one of two was the one hurt, where their parts say so. One who was hurt, beside one who did both or would
/// rather not say, leaves it open.
fn was_hurt(mine: Part, theirs: Option<Part>) -> Option<bool> {
    match (mine, theirs) {
        (Part::WasHurt, None | Some(Part::BrokeTrust)) => Some(true),
        (Part::BrokeTrust, None | Some(Part::WasHurt)) => Some(false),
        _ => None,
    }
}

/// Puts names in place of `{hurt}`, `{broke}`, `{you}` and `{other}`. A name that holds such a word is left as it is.
pub fn fill(text: &str, names: &Names) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
        filled.push_str(before);
        let known = [
            ("{hurt}", &names.hurt),
            ("{broke}", &names.broke),
            ("{you}", &names.you),
            ("{other}", &names.other),
        ];
        let found = known
            .iter()
            .find_map(|(word, name)| Some((*name, from.strip_prefix(word)?)));
        if let Some((name, after)) = found {
            filled.push_str(name);
            rest = after;
        } else {
            filled.push('{');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::content::schema::{Block, Evidence, GuideKind, Keep, Page, Say};
    use crate::domain::{Mark, Person, Words};

    const PARTS: [Part; 4] = [
        Part::WasHurt,
        Part::BrokeTrust,
        Part::Both,
        Part::RatherNotSay,
    ];

    fn maya() -> PersonId {
        PersonId::from_random(1)
    }

    fn jon() -> PersonId {
        PersonId::from_random(2)
    }

    fn guide() -> Guide {
        let order = [
            Whose::BrokeTrust,
            Whose::Hurt,
            Whose::Each,
            Whose::Together,
            Whose::Alone,
        ];
        let pages = order.iter().enumerate().map(|(i, whose)| Page {
            id: format!("page-{i}"),
            title: "A page".into(),
            whose: *whose,
            keep: Keep::Shared,
            when: None,
            lead: String::new(),
            blocks: vec![Block::Say(Say {
                text: "Read.".into(),
            })],
        });
        Guide {
            id: "own-it".into(),
            kind: GuideKind::Step(1),
            title: "Own it".into(),
            summary: "What happens.".into(),
            minutes: 20,
            evidence: Evidence::ClinicalCustom,
            sources: vec![],
            own_space: false,
            goes_with: vec![],
            pages: pages.collect(),
        }
    }

    /// `close` asks what was missing; two pages hang on an option each, and one of them on a choice of the other.
    fn guide_with_choices() -> Guide {
        let mut guide = guide();
        guide.own_space = true;
        let when = |page: &str, option: &str| {
            Some(Chosen {
                page: page.into(),
                block: "which".into(),
                option: option.into(),
            })
        };
        let order = [
            ("close", None),
            ("desire", when("close", "desire")),
            ("words", when("close", "words")),
            ("further", when("desire", "fear")),
        ];
        guide.pages = order
            .map(|(id, when)| Page {
                id: id.into(),
                whose: Whose::Each,
                when,
                ..guide.pages[0].clone()
            })
            .into();
        guide
    }

    #[test]
    fn a_guide_for_ones_own_space_has_no_turns_while_both_are_here() {
        let guide = guide_with_choices();
        let joint = both(Part::WasHurt, Part::BrokeTrust);
        assert_eq!(turns(&guide, joint), []);
        assert_eq!(turns_chosen(&guide, joint, |_| true), []);
        assert_eq!(turns(&guide, ALONE).len(), 4);
    }

    #[test]
    fn a_page_for_a_choice_is_shown_to_one_who_chose_it() {
        let guide = guide_with_choices();
        let shown = |chosen: &[(&str, &str)]| {
            let is = |c: &Chosen| chosen.contains(&(c.page.as_str(), c.option.as_str()));
            let turns = turns_chosen(&guide, ALONE, is);
            turns.iter().map(|turn| turn.page).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[]), [0]);
        assert_eq!(shown(&[("close", "words")]), [0, 2]);
        assert_eq!(
            shown(&[("close", "desire"), ("close", "words"), ("desire", "fear")]),
            [0, 1, 2, 3]
        );
        assert_eq!(
            shown(&[("close", "words"), ("desire", "fear")]),
            [0, 2],
            "what was chosen on a page that is left out now chooses nothing"
        );
    }

    const ALONE: Sitting = Sitting::Alone {
        person: PersonId::from_random(2),
        part: Part::WasHurt,
    };

    fn both(first: Part, second: Part) -> Sitting {
        Sitting::Together {
            first: (maya(), first),
            second: (jon(), second),
        }
    }

    fn written(sitting: Sitting) -> Vec<(Whose, Option<PersonId>)> {
        let guide = guide();
        let turns = turns(&guide, sitting);
        turns
            .iter()
            .map(|turn| (guide.pages[turn.page].whose, turn.writer))
            .collect()
    }

    #[test]
    fn one_was_hurt_and_one_broke_trust() {
        assert_eq!(
            written(both(Part::WasHurt, Part::BrokeTrust)),
            [
                (Whose::BrokeTrust, Some(jon())),
                (Whose::Hurt, Some(maya())),
                (Whose::Each, Some(maya())),
                (Whose::Each, Some(jon())),
                (Whose::Together, None),
            ]
        );
    }

    #[test]
    fn whoever_did_both_or_would_rather_not_say_gets_both_kinds() {
        for open in [Part::Both, Part::RatherNotSay] {
            let turns = written(both(Part::WasHurt, open));
            assert_eq!(
                turns[..3],
                [
                    (Whose::BrokeTrust, Some(jon())),
                    (Whose::Hurt, Some(maya())),
                    (Whose::Hurt, Some(jon())),
                ]
            );
        }
    }

    #[test]
    fn two_with_the_same_part_still_write_every_page() {
        let turns = written(both(Part::WasHurt, Part::WasHurt));
        assert!(turns.contains(&(Whose::BrokeTrust, Some(maya()))));
        assert!(turns.contains(&(Whose::BrokeTrust, Some(jon()))));
    }

    #[test]
    fn of_all_parts_two_can_have_nobody_is_without_a_page_and_no_page_without_a_writer() {
        for first in PARTS {
            for second in PARTS {
                let turns = written(both(first, second));
                for whose in [Whose::BrokeTrust, Whose::Hurt, Whose::Each, Whose::Together] {
                    assert!(
                        turns.iter().any(|t| t.0 == whose),
                        "{first:?} {second:?} {whose:?}"
                    );
                }
                assert!(turns.iter().all(|t| t.0 != Whose::Alone));
                for person in [maya(), jon()] {
                    let own = |t: &&(Whose, Option<PersonId>)| t.1 == Some(person);
                    let own: Vec<Whose> = turns.iter().filter(own).map(|t| t.0).collect();
                    assert!(
                        own.contains(&Whose::Hurt) || own.contains(&Whose::BrokeTrust),
                        "{first:?} {second:?}"
                    );
                    let mut once = own.clone();
                    once.dedup();
                    assert_eq!(own, once, "nobody gets a page twice");
                }
            }
        }
    }

    #[test]
    fn alone_a_person_gets_their_own_pages_and_those_for_one() {
        let alone = |part| {
            let turns = written(Sitting::Alone {
                person: jon(),
                part,
            });
            assert!(turns.iter().all(|t| t.1 == Some(jon())));
            turns.into_iter().map(|t| t.0).collect::<Vec<_>>()
        };
        assert_eq!(
            alone(Part::WasHurt),
            [Whose::Hurt, Whose::Each, Whose::Alone]
        );
        assert_eq!(
            alone(Part::BrokeTrust),
            [Whose::BrokeTrust, Whose::Each, Whose::Alone]
        );
        for open in [Part::Both, Part::RatherNotSay] {
            assert_eq!(
                alone(open),
                [Whose::BrokeTrust, Whose::Hurt, Whose::Each, Whose::Alone]
            );
        }
    }

    fn household(names: &[(PersonId, &str)]) -> Household {
        let person = |(id, name): &(PersonId, &str)| Person {
            id: *id,
            name: Words::from(*name),
            mark: Mark::First,
            joined: true,
        };
        Household {
            people: names.iter().map(person).collect(),
        }
    }

    const NEUTRAL: Neutral<'_> = Neutral {
        other: "your partner",
        hurt: "the one who was hurt",
        broke: "the one who broke trust",
    };

    /// What `{hurt} {broke} {you} {other}` says on each turn.
    fn said(sitting: Sitting, household: &Household) -> Vec<(Whose, String)> {
        let guide = guide();
        let fill = |turn: &Turn| {
            let names = Names::of_turn(&guide, *turn, sitting, household, NEUTRAL);
            let text = fill("{hurt}/{broke}/{you}/{other}", &names);
            (guide.pages[turn.page].whose, text)
        };
        turns(&guide, sitting).iter().map(fill).collect()
    }

    #[test]
    fn names_follow_the_parts() {
        let home = household(&[(maya(), "Maya"), (jon(), "Jon")]);
        assert_eq!(
            said(both(Part::WasHurt, Part::BrokeTrust), &home),
            [
                (Whose::BrokeTrust, "Maya/Jon/Jon/Maya".into()),
                (Whose::Hurt, "Maya/Jon/Maya/Jon".into()),
                (Whose::Each, "Maya/Jon/Maya/Jon".into()),
                (Whose::Each, "Maya/Jon/Jon/Maya".into()),
                (Whose::Together, "Maya/Jon/Maya/Jon".into()),
            ]
        );
    }

    #[test]
    fn where_parts_are_open_a_page_names_its_writer_and_a_joint_page_nobody() {
        let home = household(&[(maya(), "Maya"), (jon(), "Jon")]);
        let said = said(both(Part::RatherNotSay, Part::Both), &home);
        assert_eq!(said[0], (Whose::BrokeTrust, "Jon/Maya/Maya/Jon".into()));
        assert_eq!(said[1], (Whose::BrokeTrust, "Maya/Jon/Jon/Maya".into()));
        let (whose, joint) = said.last().unwrap();
        assert_eq!(*whose, Whose::Together);
        assert!(joint.starts_with("the one who was hurt/the one who broke trust/"));
    }

    #[test]
    fn one_person_alone_has_a_neutral_other() {
        let home = household(&[(maya(), "Maya")]);
        let sitting = Sitting::Alone {
            person: maya(),
            part: Part::WasHurt,
        };
        for (_, text) in said(sitting, &home) {
            assert_eq!(text, "Maya/your partner/Maya/your partner");
        }
    }

    #[test]
    fn filling_leaves_everything_else_as_it_is() {
        let names = Names {
            hurt: "{broke}".into(),
            broke: "Jon".into(),
            you: "Zoë".into(),
            other: "x".into(),
            neutral: [""; 3].map(str::to_owned),
        };
        assert_eq!(
            fill("{hurt}, {broke}: {{you} {nobody} [slot] }{", &names),
            "{broke}, Jon: {Zoë {nobody} [slot] }{"
        );
    }
}
