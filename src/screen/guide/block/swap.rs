//! Cards to turn over: what one is about to say, and behind it what may help more.

use super::{Block, Effect, Scene, Touch, group, question};
use crate::content::Library;
use crate::content::schema::SwapCard;
use crate::domain::record::AnswerValue;
use crate::text::guide::{blocks as text, listed};
use crate::ui::access::{Ring, Role, access};
use crate::ui::controls::chip;
use crate::ui::faces::faces;
use crate::ui::held::{NOTE, held};
use crate::ui::icon::{Icon, icon};
use crate::ui::level::level;
use crate::ui::scale::{Type, Width, radius, size, space};
use crate::ui::text::{across, read, small, tone};
use crate::ui::theme::style;
use crate::ui::{Center, Column, Element, Fill, Row, Space, Stack, column, container, row};

struct Card {
    id: String,
    instead: String,
    attempt: String,
    turned: bool,
    kept: bool,
}

pub(super) struct Swap {
    prompt: String,
    cards: Vec<Card>,
}

impl Swap {
    pub(super) fn new(prompt: String, cards: &[SwapCard], fill: &dyn Fn(&str) -> String) -> Self {
        let cards = cards.iter().map(|card| Card {
            id: card.id.clone(),
            instead: fill(&card.instead),
            attempt: fill(&card.attempt),
            turned: false,
            kept: false,
        });
        Self {
            prompt,
            cards: cards.collect(),
        }
    }
}

impl Card {
    fn look<'a>(&'a self, i: usize) -> Element<'a, Touch> {
        let side = |over: &'static str, words: &'a str, turn: &'static str| {
            let sign = row![
                icon(Icon::RotateCw, size::ICON_SMALL).style(tone::soft),
                small(turn).style(tone::soft)
            ]
            .spacing(space::S8)
            .align_y(Center);
            let above =
                column![small(over).style(tone::soft), across(read(words))].spacing(space::S8);
            let room_for_sign = Space::new().height(space::S16 + Type::Small.line());
            let face = container(column![above, room_for_sign])
                .padding(space::S24)
                .width(Fill);
            let sign = container(sign).padding(space::S24).align_bottom(Fill);
            (face, sign)
        };
        // The sign is laid over the foot of the card, which is higher than its words where its neighbour's are longer.
        let (front, sign) = side(text::INSTEAD_OF, &self.instead, text::TURN_OVER);
        let front = Stack::new().push(front.style(style::card)).push(sign);
        let (back, sign) = side(text::TRY, &self.attempt, text::TURN_BACK);
        let look = style::shape(|t| t.tint, |t| t.glaze, radius::CARD);
        let back = Stack::new().push(back.style(look)).push(sign);
        let card = access(Role::Button, faces(front, back, self.turned))
            .name(self.instead.as_str())
            .description(text::behind(&self.attempt))
            .toggled(self.turned)
            .ring(Ring::Around(radius::CARD))
            .on_press(Touch::Pick(i));
        held(NOTE, card)
    }

    fn keep<'a>(&self, i: usize) -> Element<'a, Touch> {
        let keep = chip(text::KEEP_CARD, self.kept, |on| Touch::Toggle(i, on));
        container(keep.name(text::keep_card(&self.attempt)))
            .width(Fill)
            .into()
    }
}

impl Block for Swap {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let columns = if scene.ctx.width() == Width::Narrow {
            1
        } else {
            2
        };
        let cards: Vec<(usize, &Card)> = self.cards.iter().enumerate().collect();
        let rows = cards.chunks(columns).map(|some| {
            let looks = some.iter().map(|(i, card)| card.look(*i));
            let mut keeps = Row::new().spacing(space::S24);
            for at in 0..columns {
                keeps = match some.get(at) {
                    Some((i, card)) => keeps.push(card.keep(*i)),
                    None => keeps.push(Space::new().width(Fill)),
                };
            }
            column![level(columns, space::S24, looks), keeps]
                .spacing(space::S16)
                .into()
        });
        let deck = Column::with_children(rows).spacing(space::S32);
        let block = column![question(self.prompt.as_str()), deck].spacing(space::S16);
        group(&self.prompt, block)
    }

    fn touch(&mut self, touch: Touch, _scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Pick(i) => {
                if let Some(card) = self.cards.get_mut(i) {
                    card.turned = !card.turned;
                }
            }
            Touch::Toggle(i, on) => {
                if let Some(card) = self.cards.get_mut(i) {
                    card.kept = on;
                }
            }
            _ => {}
        }
        Effect::None
    }

    fn stores(&self) -> Option<AnswerValue> {
        let kept = self.cards.iter().filter(|card| card.kept);
        let options: Vec<String> = kept.map(|card| card.id.clone()).collect();
        (!options.is_empty()).then(|| AnswerValue::Chosen {
            options,
            own: Vec::new(),
        })
    }

    /// What was kept lies with its better side up.
    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        if let AnswerValue::Chosen { options, .. } = value {
            for card in &mut self.cards {
                card.kept = options.contains(&card.id);
                card.turned |= card.kept;
            }
        }
    }

    fn in_words(&self, value: &AnswerValue, _library: &Library) -> Option<String> {
        let AnswerValue::Chosen { options, .. } = value else {
            return None;
        };
        let kept = self.cards.iter().filter(|card| options.contains(&card.id));
        let kept: Vec<String> = kept.map(|card| card.attempt.clone()).collect();
        Some(listed(&kept))
    }
}
