//! Taking turns: who has the floor is plain to see, and only they pass it on.

use super::timer::Minutes;
use super::{Block, Effect, Scene, Touch, group, shown, slot_id};
use crate::domain::PersonId;
use crate::domain::record::AnswerValue;
use crate::screen::names;
use crate::text::guide as text;
use crate::ui::access::{Live, Role, access};
use crate::ui::controls::{quiet, secondary};
use crate::ui::icon::Icon;
use crate::ui::scale::{size, space};
use crate::ui::text::{interface, label, small, strong, tone};
use crate::ui::{Center, Element, Fill, Row, column, container, person, row};

pub(super) struct TakeTurns {
    prompt: String,
    of: Vec<String>,
    minutes: Minutes,
    floor: Option<PersonId>,
    /// Who has had it.
    spoke: Vec<PersonId>,
    done: bool,
}

impl TakeTurns {
    pub(super) fn new(prompt: String, minutes_each: u16, of: &[String]) -> Self {
        Self {
            prompt,
            of: of.to_vec(),
            minutes: Minutes::new(minutes_each),
            floor: None,
            spoke: Vec::new(),
            done: false,
        }
    }
}

impl Block for TakeTurns {
    fn look<'a>(&'a self, scene: &Scene<'a>) -> Element<'a, Touch> {
        let people = &scene.ctx.household.people;
        let seats = Row::with_children(people.iter().map(|p| {
            let name = p.name.as_str();
            let has_it = self.floor == Some(p.id);
            let says = match self.floor {
                None => "",
                Some(_) if has_it => text::HAS_THE_FLOOR,
                Some(_) => text::IS_LISTENING,
            };
            let mark = names::mark(scene.ctx.household, p.id);
            let mut words = column![strong(name)].width(Fill);
            if !says.is_empty() {
                words = words.push(small(says).style(tone::soft));
            }
            let seat = row![person::mark(mark, name, size::MARK), words]
                .spacing(space::S12)
                .align_y(Center);
            let seat = container(seat).padding(space::S12).width(Fill);
            if has_it {
                seat.style(person::tinted(mark)).into()
            } else {
                seat.into()
            }
        }))
        .spacing(space::S12);
        let seats = access(Role::Status, seats).live(Live::Polite);
        let mut block = column![label(self.prompt.as_str()), seats].spacing(space::S12);
        if let Some(shown) = shown::look(scene, &self.of) {
            block = block.push(shown);
        }
        let other = |id| scene.ctx.household.other(id);
        let controls = match self.floor {
            None => Row::with_children(people.iter().enumerate().map(|(i, p)| {
                secondary(text::begins(&names::short(&p.name)))
                    .id(slot_id(scene, i))
                    .on_press(Touch::Speaks(p.id))
                    .into()
            })),
            Some(speaker) => {
                let pass: Option<Element<'a, Touch>> = other(speaker).map(|p| {
                    secondary(text::pass_the_floor(&names::short(&p.name)))
                        .icon(Icon::ArrowLeftRight)
                        .on_press(Touch::Speaks(p.id))
                        .into()
                });
                let pause = if self.minutes.is_running() {
                    quiet(text::PAUSE).icon(Icon::Pause).on_press(Touch::Pause)
                } else {
                    quiet(text::GO_ON).icon(Icon::Play).on_press(Touch::Start)
                };
                Row::new()
                    .push(pass)
                    .push((!self.minutes.is_over()).then_some(pause))
                    .push(quiet(text::BOTH_HAVE_SPOKEN).on_press(Touch::Done))
            }
        };
        let controls = controls
            .spacing(space::S12)
            .wrap()
            .vertical_spacing(space::S12);
        block = block.push(controls);
        if self.floor.is_some() {
            let left = interface(self.minutes.words()).style(tone::soft);
            let left = column![
                left,
                self.minutes.bar(),
                small(text::ONLY_A_GUIDE).style(tone::soft)
            ]
            .spacing(space::S8);
            block = block.push(access(Role::Status, left).live(Live::Polite));
        }
        group(&self.prompt, block)
    }

    fn touch(&mut self, touch: Touch, scene: &Scene<'_>) -> Effect {
        match touch {
            Touch::Speaks(person) => {
                self.floor = Some(person);
                if !self.spoke.contains(&person) {
                    self.spoke.push(person);
                }
                self.done |= self.spoke.len() > 1;
                self.minutes.again();
                self.minutes.begin(scene.ctx.now)
            }
            Touch::Done => {
                self.floor = None;
                self.done = true;
                self.minutes.again();
                // What was pressed is gone with the turn.
                Effect::None.and_to(scene)
            }
            Touch::Pause => {
                self.minutes.rest(scene.ctx.now);
                Effect::None
            }
            Touch::Start if self.floor.is_some() => self.minutes.begin(scene.ctx.now),
            Touch::Tick(start) => self.minutes.tick(start, scene.ctx.now),
            _ => Effect::None,
        }
    }

    fn stores(&self) -> Option<AnswerValue> {
        self.done.then_some(AnswerValue::Done)
    }

    fn restore(&mut self, value: &AnswerValue, _scene: &Scene<'_>) {
        self.done = *value == AnswerValue::Done;
    }

    fn speaker(&self) -> Option<PersonId> {
        self.spoke.first().copied()
    }
}
