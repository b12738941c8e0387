//! Ends in a commitment of the one who writes it: if this happens, then I will do that.

use super::ask::joined;
use super::{
    Block, Effect, Scene, Touch, choosing, group, line, prompted, question, remark, slot_id,
};
use crate::content::Library;
use crate::domain::record::{AnswerValue, Cadence, Commitment, More};
use crate::domain::{Kind, PersonId, Record, RecordId, Room, Words, commitments};
use crate::screen::Place;
use crate::text::{dates, guide as text};
use crate::ui::access::{Live, Role, access};
use crate::ui::controls::{field, link};
use crate::ui::scale::space;
use crate::ui::text::{across, italic, read};
use crate::ui::{Element, Fill, card, column};
use chrono::{Datelike, Weekday};

const WHEN: usize = 0;
const THEN: usize = 1;
const OBSTACLE: usize = 2;

pub(super) struct Commit {
    prompt: String,
    words: [Words; 3],
    cadence: Option<Cadence>,
    /// What it said when the page was opened: that one may be changed while three are active.
    before: Option<[Words; 2]>,
}

impl Commit {
    pub(super) fn new(prompt: String) -> Self {
        Self {
            prompt,
            words: Default::default(),
            cadence: None,
            before: None,
        }
    }

    /// The commitment made here before, if it is still active.
    fn standing(&self, scene: &Scene<'_>) -> Option<RecordId> {
        let [when, then] = self.before.as_ref()?;
        commitments::fold(scene.records(), scene.ctx.today())
            .into_iter()
            .find(|c| c.by == scene.by && c.active && c.when == *when && c.then == *then)
            .map(|c| c.id)
    }

    fn is_room(&self, scene: &Scene<'_>) -> bool {
        self.standing(scene).is_some()
            || commitments::may_add(scene.records(), scene.by, scene.ctx.today()).is_ok()
    }
}

fn in_words(cadence: Cadence) -> String {
    match cadence {
        Cadence::WheneverItHappens => text::WHENEVER.to_owned(),
        Cadence::EveryDay => text::EVERY_DAY.to_owned(),
        Cadence::EveryWeekday => text::EVERY_WEEKDAY.to_owned(),
        Cadence::OnceAWeek(day) => text::once_a_week(dates::weekday(day)),
        Cadence::Once => text::ONCE.to_owned(),
    }
}

/// The choices, with this day of the week for a thing done once a week.
fn cadences(today: Weekday) -> [(Cadence, String); 5] {
    [
        Cadence::WheneverItHappens,
        Cadence::EveryDay,
        Cadence::EveryWeekday,
        Cadence::OnceAWeek(today),
        Cadence::Once,
    ]
    .map(|cadence| (cadence, in_words(cadence)))
}

impl Block for Commit {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        if !self.is_room(scene) {
            let full = column![
                question(self.prompt.as_str()),
                read(text::THREE_ARE_ENOUGH).width(Fill),
                link(text::SEE_COMMITMENTS, Touch::Go(Place::Commitments))
            ]
            .spacing(space::S8);
            return card::well(full).width(Fill).into();
        }
        let line = |i: usize, name: &'static str, hint: &'static str| {
            let words = self.words.get(i).map_or("", |w| w.as_str());
            let field = field(name, words)
                .placeholder(hint)
                .on_input(move |words| Touch::Type(i, words.into()))
                .id(slot_id(scene, i));
            line(name, field, scene)
        };
        let options = cadences(scene.ctx.today().weekday());
        let same = |a: Cadence, b: Cadence| match (a, b) {
            (Cadence::OnceAWeek(_), Cadence::OnceAWeek(_)) => true,
            _ => a == b,
        };
        let picked = self
            .cadence
            .and_then(|c| options.iter().position(|(other, _)| same(*other, c)));
        let cadence = choosing(
            text::HOW_OFTEN,
            options
                .into_iter()
                .enumerate()
                .map(|(i, (known, words))| match self.cadence {
                    Some(Cadence::OnceAWeek(day)) if matches!(known, Cadence::OnceAWeek(_)) => {
                        (i, text::once_a_week(dates::weekday(day)).into())
                    }
                    _ => (i, words.into()),
                }),
            picked,
            Touch::Pick,
            scene,
        );
        let [when, then, _] = &self.words;
        let begun = !when.is_blank() || !then.is_blank();
        let sentence = across(italic(text::commitment(when, then)));
        let mut fields = column![
            line(WHEN, text::IF, text::IF_HINT),
            line(THEN, text::THEN, text::THEN_HINT),
            line(OBSTACLE, text::OBSTACLE, text::OBSTACLE_HINT),
            cadence,
        ]
        .spacing(space::S12)
        .push(begun.then(|| {
            card::well(access(Role::Status, sentence).live(Live::Polite))
                .padding([space::S12, space::S16])
                .width(Fill)
        }));
        if let Room::Private(_) = scene.room {
            fields = fields.push(remark(text::COMMITMENT_STAYS));
        }
        group(&self.prompt, prompted(&self.prompt, "", fields.width(Fill)))
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Type(i, words) => {
                if let Some(slot) = self.words.get_mut(i) {
                    *slot = words;
                }
            }
            Touch::Pick(i) => {
                self.cadence = cadences(scene.ctx.today().weekday())
                    .into_iter()
                    .nth(i)
                    .map(|(cadence, _)| cadence);
            }
            Touch::Go(place) => return Effect::Go(place),
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        if self.words.iter().all(Words::is_blank) {
            return None;
        }
        let mut slots = self.words.to_vec();
        slots.push(self.cadence.map(code).unwrap_or_default().into());
        Some(AnswerValue::Slots(slots))
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Slots(words) = value
            && let [when, then, obstacle, cadence] = words.as_slice()
        {
            self.words = [when.clone(), then.clone(), obstacle.clone()];
            self.before
                .get_or_insert_with(|| [when.clone(), then.clone()]);
            self.cadence = serde_json::from_str(cadence).ok();
        }
    }

    /// Both halves are needed; without a cadence it holds whenever the occasion comes.
    fn record(&self, scene: &Scene<'_>) -> Option<Kind> {
        let [when, then, obstacle] = &self.words;
        if when.is_blank() || then.is_blank() || !self.is_room(scene) {
            return None;
        }
        Some(Kind::Commitment(Commitment {
            when: when.clone(),
            then: then.clone(),
            obstacle: obstacle.clone(),
            cadence: self.cadence.unwrap_or(Cadence::WheneverItHappens),
            until: None,
            more: More::default(),
        }))
    }

    /// "If …, then …" goes into both fields; any other phrase is what one will do.
    fn begin_with(&mut self, phrase: &str) -> bool {
        let [when, then, _] = &mut self.words;
        let halves = phrase
            .strip_prefix(text::IF)
            .and_then(|rest| rest.split_once(text::COMMA_THEN));
        let (first, second) = halves.unwrap_or(("", phrase));
        if when.is_blank() {
            *when = first.trim().into();
        }
        let second = second.trim();
        *then = joined(then, second.strip_prefix(text::I_WILL).unwrap_or(second));
        true
    }

    fn is_line(&self) -> bool {
        true
    }

    fn amends(&self, before: &AnswerValue, records: &[&Record], by: PersonId) -> Option<RecordId> {
        let AnswerValue::Slots(before) = before else {
            return None;
        };
        records.iter().rev().find_map(|r| match &r.what {
            Kind::Commitment(c)
                if r.by == by
                    && before.first() == Some(&c.when)
                    && before.get(1) == Some(&c.then) =>
            {
                Some(r.id)
            }
            _ => None,
        })
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        let AnswerValue::Slots(words) = value else {
            return None;
        };
        let [when, then, obstacle, cadence] = words.as_slice() else {
            return None;
        };
        let mut lines = vec![text::commitment(when, then)];
        if !obstacle.is_blank() {
            lines.push(format!("{}: {}", text::OBSTACLE, obstacle.trim()));
        }
        lines.extend(serde_json::from_str(cadence).ok().map(in_words));
        Some(lines.join("\n"))
    }
}

fn code(cadence: Cadence) -> String {
    serde_json::to_string(&cadence).unwrap_or_default()
}
