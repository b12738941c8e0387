//! Ends in a boundary: what is needed, what it protects, and a day to look at it again.

use super::ask::insert;
use super::{Block, Effect, Scene, Touch, choosing, line, prompted, remark};
use crate::content::Library;
use crate::domain::record::{self, AnswerValue, More};
use crate::domain::{Kind, PersonId, Record, RecordId, Room, Words};
use crate::text::{dates, guide as text};
use crate::ui::controls::{WritingContent, field, writing};
use crate::ui::layout::writing as measures;
use crate::ui::scale::space;
use crate::ui::{Element, column};
use chrono::{Days, NaiveDate};

/// After how many days it may be looked at again.
const REVIEWS: [(u64, &str); 3] = [
    (7, text::IN_A_WEEK),
    (14, text::IN_TWO_WEEKS),
    (28, text::IN_FOUR_WEEKS),
];

pub(super) struct Boundary {
    prompt: String,
    what: WritingContent,
    because: Words,
    review: Option<NaiveDate>,
}

impl Boundary {
    pub(super) fn new(prompt: String) -> Self {
        Self {
            prompt,
            what: WritingContent::new(),
            because: Words::default(),
            review: None,
        }
    }
}

fn days(today: NaiveDate) -> impl Iterator<Item = (NaiveDate, &'static str)> {
    REVIEWS
        .into_iter()
        .filter_map(move |(days, words)| Some((today.checked_add_days(Days::new(days))?, words)))
}

impl Block for Boundary {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let what = writing(self.prompt.as_str(), &self.what)
            .description(text::BOUNDARY_HINT)
            .on_edit(Touch::Write)
            .height(measures::LOWEST, measures::HIGHEST)
            .id(scene.field_id());
        let because = field(text::WHAT_IT_PROTECTS, self.because.as_str())
            .on_input(|words| Touch::Type(1, words.into()));
        let known: Vec<(NaiveDate, &str)> = days(scene.ctx.today()).collect();
        // A day chosen on another evening stays in the list.
        let kept = self
            .review
            .filter(|day| !known.iter().any(|(other, _)| other == day));
        let options = known
            .iter()
            .map(|(day, words)| text::review_on(words, &dates::day(*day)))
            .chain(kept.map(dates::day));
        let picked = self.review.map(|day| {
            known
                .iter()
                .position(|(other, _)| *other == day)
                .unwrap_or(known.len())
        });
        let review = choosing(
            text::LOOK_AGAIN,
            options.enumerate().map(|(i, words)| (i, words.into())),
            picked,
            Touch::Pick,
            scene,
        );
        let mut block = column![
            prompted(&self.prompt, text::BOUNDARY_HINT, what),
            line(text::WHAT_IT_PROTECTS, because, scene),
            review
        ]
        .spacing(space::S16);
        if let Room::Private(_) = scene.room {
            block = block.push(remark(text::BOUNDARY_STAYS));
        }
        block.into()
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Write(edit) => {
                self.what.apply(edit);
            }
            Touch::Type(_, words) => self.because = words,
            Touch::Pick(i) => {
                let day = days(scene.ctx.today()).nth(i).map(|(day, _)| day);
                self.review = if day == self.review { None } else { day };
            }
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let what = Words::from(self.what.text());
        let empty = what.is_blank() && self.because.is_blank();
        (!empty).then(|| {
            let review = self.review.map(|day| day.to_string()).unwrap_or_default();
            AnswerValue::Slots(vec![what, self.because.clone(), review.into()])
        })
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Slots(words) = value
            && let [what, because, review] = words.as_slice()
        {
            self.what = WritingContent::with_text(what);
            self.because = because.clone();
            self.review = review.parse().ok();
        }
    }

    fn record(&self, _scene: &Scene<'_>) -> Option<Kind> {
        let what = Words::from(self.what.text());
        (!what.is_blank()).then(|| {
            Kind::Boundary(record::Boundary {
                what,
                because: self.because.clone(),
                review: self.review,
                more: More::default(),
            })
        })
    }

    fn amends(&self, before: &AnswerValue, records: &[&Record], by: PersonId) -> Option<RecordId> {
        let AnswerValue::Slots(before) = before else {
            return None;
        };
        records.iter().rev().find_map(|r| match &r.what {
            Kind::Boundary(b) if r.by == by && before.first() == Some(&b.what) => Some(r.id),
            _ => None,
        })
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        insert(&mut self.what, phrase);
        true
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        let AnswerValue::Slots(words) = value else {
            return None;
        };
        let [what, because, review] = words.as_slice() else {
            return None;
        };
        let said = text::boundary(what, because);
        Some(match review.parse() {
            Ok(review) => format!("{said}\n{}", text::look_again_on(&text::day(review))),
            Err(_) => said,
        })
    }
}
