//! The weekly look at oneself for one pillar: one of five words, and a moment that shows it.
//!
//! Promise (CARE.md, safety rule 11): the look is kept in the writer's own room, always. Where the page is shown, a record of
//! its own in the shared room holds the moment; the word is in it only where the writer switched that on.

use super::rate::level_in;
use super::{Block, Effect, Scene, Touch, prompted, remark};
use crate::content::Library;
use crate::content::schema::Pillar;
use crate::domain::pillars::{self, LookView};
use crate::domain::record::{AnswerValue, Level, More, PillarLook};
use crate::domain::{Kind, Room, Week, Words};
use crate::screen::{Entry, names};
use crate::text::{common, pillars as text};
use crate::ui::controls::{Answer, WritingContent, toggle, word_scale_in_column, writing};
use crate::ui::layout::writing as measures;
use crate::ui::scale::space;
use crate::ui::{self, Element, column};

pub(super) struct Look {
    pillar: String,
    picked: Option<Answer>,
    moment: WritingContent,
    /// The word is shown along with the moment. Off for every new look.
    word_too: bool,
    /// The week it is a look at. The same word as last week's is another answer.
    week: Option<Week>,
    /// What was kept in an earlier week; a new week begins with an empty page.
    earlier: Option<AnswerValue>,
}

impl Look {
    pub(super) fn new(pillar: &str) -> Self {
        Self {
            pillar: pillar.to_owned(),
            picked: None,
            moment: WritingContent::new(),
            word_too: false,
            week: None,
            earlier: None,
        }
    }

    fn words(&self) -> Words {
        self.moment.text().into()
    }

    fn level(&self) -> Level {
        match self.picked {
            Some(Answer::Word(at)) => Level::FIVE.get(usize::from(at)).copied(),
            Some(Answer::RatherNotSay) | None => None,
        }
        .unwrap_or(Level::RatherNotSay)
    }

    fn record_of(&self, level: Level) -> Kind {
        Kind::PillarLook(PillarLook {
            pillar: self.pillar.clone(),
            level,
            moment: self.words(),
            more: More::default(),
        })
    }

    /// The word as the other may read it.
    fn shown_level(&self) -> Level {
        if self.word_too {
            self.level()
        } else {
            Level::RatherNotSay
        }
    }

    fn is_shown_as(&self, shown: &LookView) -> bool {
        shown.level.unwrap_or(Level::RatherNotSay) == self.shown_level()
            && shown.moment == self.words()
    }

    /// What the other can read of this week's look.
    fn shown(&self, scene: &Scene<'_>) -> Option<LookView> {
        let week = Week::of(scene.ctx.today());
        pillars::look_in(&[], scene.ctx.shared, scene.writer?, &self.pillar, week)
    }

    /// Whether what was stored was kept before this week. What was only being typed was never kept.
    fn is_earlier(&self, answer: &Stored, scene: &Scene<'_>) -> bool {
        let week = Week::of(scene.ctx.today());
        let mut kept = scene
            .ctx
            .own
            .iter()
            .filter(|r| {
                r.by == scene.by
                    && matches!(&r.what, Kind::PillarLook(look) if look.pillar == self.pillar
                        && look.level == answer.level() && look.moment == answer.moment)
            })
            .peekable();
        kept.peek().is_some() && !kept.any(|r| week.contains(r.at.date_naive()))
    }
}

/// The pillar of this name in the content.
pub(super) fn pillar<'a>(scene: &Scene<'a>, id: &str) -> Option<&'a Pillar> {
    scene.ctx.library.pillars.iter().find(|p| p.id == id)
}

/// A look as an answer holds it. The moment comes first, for it alone is words to read; then which word, as a code,
/// whether the word is shown too, and the week.
struct Stored {
    picked: Option<Answer>,
    moment: Words,
    word_too: bool,
    week: Option<Week>,
}

const UNSAID: &str = "unsaid";
const WORD_TOO: &str = "word-too";

impl Stored {
    fn of(value: &AnswerValue) -> Option<Self> {
        let AnswerValue::Slots(slots) = value else {
            return None;
        };
        let [moment, word, word_too, week] = slots.as_slice() else {
            return None;
        };
        Some(Self {
            picked: match word.as_str() {
                UNSAID => Some(Answer::RatherNotSay),
                at => at.parse().ok().filter(|at| *at < 5).map(Answer::Word),
            },
            moment: moment.clone(),
            word_too: word_too.as_str() == WORD_TOO,
            week: week.parse().ok(),
        })
    }

    fn level(&self) -> Level {
        match self.picked {
            Some(Answer::Word(at)) => Level::FIVE.get(usize::from(at)).copied(),
            Some(Answer::RatherNotSay) | None => None,
        }
        .unwrap_or(Level::RatherNotSay)
    }
}

impl Block for Look {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        // On a page of both there is no room of one's own to keep it in.
        let (Some(pillar), Some(writer)) = (pillar(scene, &self.pillar), scene.writer) else {
            return ui::space().into();
        };
        let scale = word_scale_in_column(
            pillar.look.as_str(),
            pillar.words.each_ref().map(String::as_str),
            common::RATHER_NOT_SAY,
            self.picked,
            scene.ctx.width(),
            Touch::Rate,
        );
        let other = scene.ctx.household.other(writer);
        // Beside the word it is about, and never in the way of the caret below.
        let mut word = prompted(&pillar.look, "", scale);
        if scene.room == Room::Shared && other.is_some() {
            word = word.push(toggle(
                text::WORD_TOO,
                Some(text::WORD_TOO_NOTE),
                self.word_too,
                |on| Touch::Toggle(0, on),
            ));
        }
        let area = writing(text::ONE_MOMENT, &self.moment)
            .description(text::MOMENT_HINT)
            .on_edit(Touch::Write)
            .height(measures::LOWEST, measures::HIGHEST)
            .id(scene.field_id());
        let moment = prompted(text::ONE_MOMENT, text::MOMENT_HINT, area);
        let mut block = column![word, moment].spacing(space::S24);
        if let Some(other) = other.filter(|_| scene.room != Room::Shared)
            && let Some(shown) = self.shown(scene)
        {
            let name = names::short(&other.name);
            block = block.push(remark(text::shown_already(&name, &shown.moment)));
        }
        block.into()
    }

    /// Choosing again what is chosen takes the choice back.
    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        self.week = Some(Week::of(scene.ctx.today()));
        match touch {
            Touch::Rate(answer) => {
                self.picked = (self.picked != Some(answer)).then_some(answer);
            }
            Touch::Write(edit) => {
                self.moment.apply(edit);
            }
            Touch::Toggle(_, on) => self.word_too = on,
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let moment = self.words();
        let word = match self.picked {
            Some(Answer::Word(at)) => at.to_string(),
            Some(Answer::RatherNotSay) => UNSAID.to_owned(),
            None if moment.is_blank() => return self.earlier.clone(),
            None => String::new(),
        };
        let word_too = if self.word_too { WORD_TOO } else { "" };
        let week = self.week.map(|week| week.to_string()).unwrap_or_default();
        Some(AnswerValue::Slots(vec![
            moment,
            word.into(),
            word_too.into(),
            week.into(),
        ]))
    }

    fn restore(&mut self, value: &AnswerValue, scene: &Scene<'_>) {
        let Some(stored) = Stored::of(value) else {
            return;
        };
        if self.is_earlier(&stored, scene) {
            self.earlier = Some(value.clone());
        } else {
            self.picked = stored.picked;
            self.moment = WritingContent::with_text(&stored.moment);
            self.word_too = stored.word_too;
            self.week = stored.week;
        }
    }

    /// The look itself, for the writer's own room.
    fn record(&self, _scene: &Scene<'_>) -> Option<Kind> {
        (self.stores() != self.earlier).then(|| self.record_of(self.level()))
    }

    /// What is shown of it, where the page is shown.
    fn entries(&self, scene: &Scene<'_>) -> Vec<Entry> {
        let Some(writer) = scene.writer.filter(|_| scene.room == Room::Shared) else {
            return Vec::new();
        };
        let level = self.shown_level();
        if level == Level::RatherNotSay && self.words().is_blank() {
            return Vec::new();
        }
        let before = self.shown(scene);
        if before.as_ref().is_some_and(|shown| self.is_shown_as(shown)) {
            return Vec::new();
        }
        vec![Entry {
            amends: before.map(|shown| shown.id),
            ..Entry::new(Room::Shared, writer, self.record_of(level))
        }]
    }

    fn begin_with(&mut self, phrase: &str) -> bool {
        super::ask::insert(&mut self.moment, phrase);
        true
    }

    fn never_shown(&self, _scene: &Scene<'_>) -> bool {
        true
    }

    fn was_shown(&self, scene: &Scene<'_>) -> Option<bool> {
        let shown = self.shown(scene);
        Some(shown.is_some_and(|shown| self.is_shown_as(&shown)))
    }

    fn in_words(&self, value: &AnswerValue, library: &Library) -> Option<String> {
        let stored = Stored::of(value)?;
        let pillar = library.pillars.iter().find(|p| p.id == self.pillar);
        let level = stored.picked.map(|_| stored.level());
        let word = level.and_then(|level| level_in(&pillar?.words, level));
        let lines = [word.as_deref().unwrap_or_default(), stored.moment.trim()];
        Some(lines.join("\n"))
    }
}
