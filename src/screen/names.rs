//! The names that stand in a guide's texts, and the marks beside them.

use super::{Ctx, Here, pieces};
use crate::content::Library;
use crate::content::schema::Guide;
use crate::content::walk::{self, Names, Neutral, Sitting, Turn};
use crate::domain::{Household, Mark, Part, PersonId, parts};
use crate::text::guide as text;
use crate::ui::direction::begins_from_the_right;
use crate::ui::person;

const NEUTRAL: Neutral<'_> = Neutral {
    other: text::YOUR_PARTNER,
    hurt: text::THE_ONE_HURT,
    broke: text::THE_ONE_WHO_BROKE_TRUST,
};

/// The neutral words of a guide: those of the pack it is of, where that has its own.
fn neutral<'a>(guide: &Guide, library: &'a Library) -> Neutral<'a> {
    let Some(pack) = library.pack_of(&guide.id) else {
        return NEUTRAL;
    };
    let own = |words: &'a str, ours: &'a str| {
        if words.trim().is_empty() { ours } else { words }
    };
    Neutral {
        other: own(&pack.nameless.other, NEUTRAL.other),
        hurt: own(&pack.nameless.hurt, NEUTRAL.hurt),
        broke: own(&pack.nameless.broke, NEUTRAL.broke),
    }
}

/// The most letters of a name that stand on a button or in a rail.
const SHORT: usize = 16;

/// Who is doing the guide.
pub(super) fn sitting(ctx: &Ctx<'_>) -> Option<Sitting> {
    let part = |person| parts::of(ctx.own.iter().chain(ctx.shared), person);
    let part = |person| (person, part(person).unwrap_or(Part::RatherNotSay));
    match ctx.here {
        Here::Nobody => None,
        Here::One(person) => Some(Sitting::Alone {
            person,
            part: part(person).1,
        }),
        Here::Both => {
            let mut people = ctx.household.people.iter().map(|p| part(p.id));
            Some(Sitting::Together {
                first: people.next()?,
                second: people.next()?,
            })
        }
    }
}

pub(super) fn of_turn(guide: &Guide, turn: Turn, sitting: Sitting, ctx: &Ctx<'_>) -> Names {
    let neutral = neutral(guide, ctx.library);
    Names::of_turn(guide, turn, sitting, ctx.household, neutral)
}

/// The names on a page, as whoever here it is for reads them; where it is for nobody here, nobody is named.
pub(super) fn of_page(guide: &Guide, page: usize, ctx: &Ctx<'_>) -> Option<Names> {
    let whose = guide.pages.get(page)?.whose;
    let sitting = sitting(ctx)?;
    let turns = walk::turns(guide, sitting);
    Some(match turns.into_iter().find(|turn| turn.page == page) {
        Some(turn) => of_turn(guide, turn, sitting, ctx),
        None => Names::of_nobody(whose, neutral(guide, ctx.library)),
    })
}

/// The names as this person reads them outside any page: the parts alone decide who is named for one.
pub(super) fn outside_pages(guide: &Guide, you: PersonId, ctx: &Ctx<'_>) -> Names {
    let sitting = sitting(ctx).unwrap_or(Sitting::Alone {
        person: you,
        part: Part::RatherNotSay,
    });
    let nowhere = Turn {
        page: usize::MAX,
        writer: Some(you),
    };
    of_turn(guide, nowhere, sitting, ctx)
}

/// What a guide says of itself, for whoever is here.
pub(super) fn summary(guide: &Guide, ctx: &Ctx<'_>) -> String {
    let first = ctx.household.people.first().map(|p| p.id);
    match ctx.me().or(first) {
        Some(you) => filled(&guide.summary, &outside_pages(guide, you, ctx)),
        None => guide.summary.clone(),
    }
}

/// The one who was hurt and the one who broke trust, where their parts say so.
pub(super) fn by_part(ctx: &Ctx<'_>) -> Option<(PersonId, PersonId)> {
    match sitting(ctx)? {
        Sitting::Together { first, second } => match (first.1, second.1) {
            (Part::WasHurt, Part::BrokeTrust) => Some((first.0, second.0)),
            (Part::BrokeTrust, Part::WasHurt) => Some((second.0, first.0)),
            _ => None,
        },
        Sitting::Alone { .. } => None,
    }
}

/// Hold a name from the one side apart from a sentence from the other.
pub(super) const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A text without what stands in braces: its own script decides which way it runs.
fn around_names(text: &str) -> String {
    let mut around = String::new();
    let mut is_name = false;
    for c in text.chars() {
        match c {
            '{' => is_name = true,
            '}' => is_name = false,
            c if !is_name => around.push(c),
            _ => {}
        }
    }
    around
}

/// A text with the names in it. A neutral word such as "your partner" takes a capital where it begins a sentence.
pub(super) fn filled(text: &str, names: &Names) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let text_runs = begins_from_the_right(&around_names(text));
    while let Some((before, from)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let (token, after) = match from.split_once('}') {
            Some((token, after)) => (format!("{token}}}"), after),
            None => (from.to_owned(), ""),
        };
        let name = walk::fill(&token, names);
        let name = if begins_sentence(&out) && names.neutral.contains(&name) {
            with_a_capital(&name)
        } else {
            name
        };
        if name != token
            && let (Some(one), Some(other)) = (text_runs, begins_from_the_right(&name))
            && one != other
        {
            let [begin, end] = ISOLATES;
            out.extend([begin.to_string(), name, end.to_string()]);
        } else {
            out.push_str(&name);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn with_a_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

fn begins_sentence(before: &str) -> bool {
    let end = before.trim_end_matches(['“', '‘', '"', '(']);
    let words = end.trim_end();
    words.is_empty() || (words.len() < end.len() && words.ends_with(['.', '!', '?', '”']))
}

pub(super) fn mark(household: &Household, id: PersonId) -> person::Mark {
    let chosen = household.person(id).map(|p| p.mark);
    pieces::mark(chosen.unwrap_or(Mark::First))
}

/// A name as it fits on a button.
pub(super) fn short(name: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let letters: Vec<&str> = name.graphemes(true).collect();
    match letters.get(..SHORT) {
        Some(first) if letters.len() > SHORT => format!("{}…", first.concat().trim_end()),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(other: &str) -> Names {
        Names {
            hurt: "Maya".into(),
            broke: other.into(),
            you: "Maya".into(),
            other: other.into(),
            neutral: [NEUTRAL.other, "dein Mensch", "شريكك"].map(Into::into),
        }
    }

    #[test]
    fn a_neutral_word_takes_a_capital_at_the_beginning_of_a_sentence_and_nowhere_else() {
        let text = "{other} listens. {other} may ask. You and {other}, e.g. “{other} said so”.";
        assert_eq!(
            filled(text, &names("your partner")),
            "Your partner listens. Your partner may ask. You and your partner, e.g. “Your partner said so”."
        );
        assert_eq!(filled("{other} {x} {", &names("bell")), "bell {x} {");
        let german = names("dein Mensch");
        assert_eq!(
            filled("{other} hört zu. Du und {other}.", &german),
            "Dein Mensch hört zu. Du und dein Mensch."
        );
    }

    #[test]
    fn a_name_from_the_other_side_is_held_apart_and_no_other_is() {
        let apart = |name: &str| format!("\u{2068}{name}\u{2069}");
        let (maryam, text) = ("مريم", "{other} listens (2), then {you}.");
        assert_eq!(
            filled(text, &names(maryam)),
            format!("{} listens (2), then Maya.", apart(maryam))
        );
        assert_eq!(filled(text, &names("Jon")), "Jon listens (2), then Maya.");
        assert_eq!(
            filled("{other} تستمع إلى {you}.", &names(maryam)),
            format!("{maryam} تستمع إلى {}.", apart("Maya"))
        );
        assert_eq!(filled("{other}", &names(maryam)), maryam);
        assert_eq!(filled("A {slot} {", &names(maryam)), "A {slot} {");
    }

    #[test]
    fn a_long_name_is_cut_between_letters_as_its_writer_sees_them() {
        assert_eq!(short("Maya"), "Maya");
        assert_eq!(short("Maximiliana-Theodora"), "Maximiliana-Theo…");
        let space = "👩‍🚀".repeat(20);
        assert_eq!(short(&space), format!("{}…", "👩‍🚀".repeat(16)));
    }
}
