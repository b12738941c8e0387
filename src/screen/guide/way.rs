//! Which pages there are for who is here, what comes before and after each, and where one left off.

use super::end;
use crate::content::schema::{Chosen, Guide};
use crate::content::walk::{self, Sitting, Turn};
use crate::domain::answers::{self, At};
use crate::domain::record::AnswerValue;
use crate::domain::{Kind, PersonId};
use crate::screen::{Ctx, Entry};

/// The pages of a sitting. What is about to be saved counts before what is stored.
pub(super) fn turns(guide: &Guide, sitting: Sitting, ctx: &Ctx<'_>, fresh: &[Entry]) -> Vec<Turn> {
    walk::turns_chosen(guide, sitting, |chosen| match sitting {
        Sitting::Alone { person, .. } => is_chosen(guide, chosen, person, ctx, fresh),
        // Only guides for one's own space have pages that hang on a choice.
        Sitting::Together { .. } => false,
    })
}

fn is_chosen(
    guide: &Guide,
    chosen: &Chosen,
    person: PersonId,
    ctx: &Ctx<'_>,
    fresh: &[Entry],
) -> bool {
    let now = fresh.iter().find_map(|entry| match &entry.what {
        Kind::Answer(a)
            if a.guide == guide.id && a.page == chosen.page && a.block == chosen.block =>
        {
            Some(a.value.clone())
        }
        _ => None,
    });
    let stored = || {
        let at = At {
            guide: &guide.id,
            page: &chosen.page,
            block: &chosen.block,
        };
        let records = ctx.own.iter().chain(ctx.shared);
        answers::latest(records, person, at).map(|answer| answer.value)
    };
    match now.or_else(stored) {
        Some(AnswerValue::Chosen { options, .. }) => options.contains(&chosen.option),
        _ => false,
    }
}

/// The page after this one; none where the end comes next.
pub(super) fn after(turns: &[Turn], here: Option<Turn>) -> Option<Turn> {
    let at = position(turns, here?)?;
    turns.get(at + 1).copied()
}

/// The page before this one, or before the end.
pub(super) fn before(turns: &[Turn], here: Option<Turn>) -> Option<Turn> {
    let at = match here {
        Some(here) => position(turns, here)?,
        None => turns.len(),
    };
    turns.get(at.checked_sub(1)?).copied()
}

fn position(turns: &[Turn], here: Turn) -> Option<usize> {
    turns.iter().position(|turn| *turn == here)
}

/// The turn at which this guide was last left by whoever is here: past the last where one of two has finished it.
pub(super) fn left_off(ctx: &Ctx<'_>, guide: &Guide, turns: &[Turn]) -> usize {
    let people = end::people(ctx);
    let records = ctx.own.iter().chain(ctx.shared);
    let last = records
        .filter(|r| people.contains(&r.by))
        .filter_map(|r| match &r.what {
            Kind::Place(place) if place.guide == guide.id => Some(((r.at, r.id), place)),
            _ => None,
        })
        .max_by_key(|(order, _)| *order)
        .map(|(_, place)| place);
    let Some(place) = last else {
        return 0;
    };
    if place.finished {
        return turns.len();
    }
    let is_there = |turn: &Turn| {
        guide
            .pages
            .get(turn.page)
            .is_some_and(|p| p.id == place.page)
    };
    turns.iter().position(is_there).unwrap_or(0)
}
