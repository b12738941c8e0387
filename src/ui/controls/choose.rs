use super::toggle::disc;
use super::{Label, pressable};
use crate::ui::access::{Access, Ring, Role, access, arrows};
use crate::ui::icon::{Icon, icon};
use crate::ui::level::level;
use crate::ui::scale::{Type, Width, radius, size, space};
use crate::ui::text::{label as label_text, text, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Column, Element, Fill, Padding, Row, Shrink, column, container, fonts, row,
};

/// One of a few to choose from.
#[derive(Debug, Clone)]
pub struct Segment<'a, T> {
    pub value: T,
    pub label: Label<'a>,
    pub icon: Option<Icon>,
}

impl<'a, T> Segment<'a, T> {
    pub fn new(value: T, label: impl Into<Label<'a>>) -> Self {
        Self {
            value,
            label: label.into(),
            icon: None,
        }
    }

    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
}

fn group<'a, M: Clone + 'a>(
    role: Role,
    label: impl Into<Label<'a>>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    access(role, arrows(content))
        .name(label.into().into_owned())
        .into()
}

/// A label in the weight of what is chosen or not.
fn word<'a>(kind: Type, label: Label<'a>, chosen: bool) -> crate::ui::Text<'a> {
    let word = text(kind, label);
    if chosen {
        word.font(fonts::SANS_BOLD)
    } else {
        word
    }
}

/// Two to four short answers side by side, equally wide. Nothing is chosen until `selected` says so.
///
/// `label` is read out for the whole group; show it above with [`crate::ui::text::label`] where the page does not.
pub fn segments<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = Segment<'a, T>>,
    selected: Option<T>,
    on_pick: impl Fn(T) -> M,
) -> Element<'a, M> {
    let row = Row::with_children(options.into_iter().map(|option| {
        let chosen = selected == Some(option.value);
        let mut face = Row::new().spacing(space::S8).align_y(Center);
        if let Some(i) = option.icon {
            face = face.push(icon(i, size::ICON_SMALL));
        }
        face = face.push(word(Type::Interface, option.label, chosen));
        let face = container(face).center_x(Fill).center_y(size::COMPACT);
        pressable(
            Role::RadioButton,
            face,
            style::option(chosen, false, radius::SEGMENT),
            Some(on_pick(option.value)),
        )
        .toggled(chosen)
        .ring(Ring::On(radius::SEGMENT))
        .into()
    }))
    .spacing(space::S4);
    let frame = container(row)
        .padding(space::S4)
        .width(Fill)
        .style(style::frame);
    group(Role::RadioGroup, label, frame)
}

/// Longer answers below each other.
pub fn radio<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = (T, Label<'a>)>,
    selected: Option<T>,
    on_pick: impl Fn(T) -> M,
) -> Element<'a, M> {
    let label = label.into();
    let list = answers(label.clone(), options, selected, 1, on_pick);
    column![label_text(label), list].spacing(space::S4).into()
}

/// The same under a question that the page shows itself, in one or more columns; each is read to its end.
pub fn answers<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = (T, Label<'a>)>,
    selected: Option<T>,
    columns: usize,
    on_pick: impl Fn(T) -> M,
) -> Element<'a, M> {
    let options: Vec<Element<'a, M>> = options
        .into_iter()
        .map(|(value, name)| {
            let chosen = selected == Some(value);
            let sign = container(disc(chosen)).center_y(Type::Interface.line());
            let face = row![sign, word(Type::Interface, name, chosen)].spacing(space::S12);
            // A long answer takes two lines and more; a short one is as high as a compact control.
            let above = (size::COMPACT - Type::Interface.line()) / 2.0;
            pressable(
                Role::RadioButton,
                container(face).padding(Padding::from([above, 0.0]).right(space::S4)),
                style::still,
                Some(on_pick(value)),
            )
            .toggled(chosen)
            .ring(Ring::Around(radius::SEGMENT))
            .into()
        })
        .collect();
    let high = options.len().div_ceil(columns.max(1));
    let mut list = Row::new().spacing(space::S24);
    let mut options = options.into_iter().peekable();
    while options.peek().is_some() {
        let column = Column::with_children(options.by_ref().take(high));
        list = list.push(column.width(Fill));
    }
    group(Role::RadioGroup, label, list)
}

/// Answers that need a sentence each, as cards: a title and what it means.
pub fn cards<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = (T, Label<'a>, Label<'a>)>,
    selected: Option<T>,
    width: Width,
    on_pick: impl Fn(T) -> M,
) -> Element<'a, M> {
    let columns = if width == Width::Narrow { 1 } else { 2 };
    let cards = options.into_iter().map(|(value, title, about)| {
        let chosen = selected == Some(value);
        let name = title.clone().into_owned();
        let description = about.clone().into_owned();
        let face = column![
            word(Type::Label, title, chosen),
            text(Type::Small, about).style(if chosen { tone::on_tint } else { tone::soft })
        ]
        .spacing(space::S4);
        let face = container(face).padding(space::S16).width(Fill);
        let look = style::option(chosen, true, radius::CARD);
        pressable(Role::RadioButton, face, look, Some(on_pick(value)))
            .toggled(chosen)
            .name(name)
            .description(description)
            .ring(Ring::Around(radius::CARD))
            .into()
    });
    group(Role::RadioGroup, label, level(columns, space::S12, cards))
}

/// An answer on a scale of five words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// From the hardest (0) to the easiest (4). A place among the words, never shown as a number.
    Word(u8),
    RatherNotSay,
}

/// Five words and "Rather not say". Nothing is filled in for anyone.
pub fn word_scale<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    words: [&'a str; 5],
    rather_not_say: &'a str,
    selected: Option<Answer>,
    width: Width,
    on_pick: impl Fn(Answer) -> M,
) -> Element<'a, M> {
    let in_a_line = if width == Width::Narrow { 3 } else { 6 };
    scale_of(label, words, rather_not_say, selected, in_a_line, on_pick)
}

/// The same in a column of text, which is too narrow for six: the five words, and under them the way to say none.
pub fn word_scale_in_column<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    words: [&'a str; 5],
    rather_not_say: &'a str,
    selected: Option<Answer>,
    width: Width,
    on_pick: impl Fn(Answer) -> M,
) -> Element<'a, M> {
    let in_a_line = if width == Width::Narrow { 3 } else { 5 };
    scale_of(label, words, rather_not_say, selected, in_a_line, on_pick)
}

fn scale_of<'a, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    words: [&'a str; 5],
    rather_not_say: &'a str,
    selected: Option<Answer>,
    in_a_line: usize,
    on_pick: impl Fn(Answer) -> M,
) -> Element<'a, M> {
    let answers = (0u8..)
        .zip(words)
        .map(|(at, word)| (Answer::Word(at), word))
        .chain([(Answer::RatherNotSay, rather_not_say)]);
    let buttons = answers.map(|(answer, name)| {
        let chosen = selected == Some(answer);
        let mut face = word(Type::Interface, name.into(), chosen).align_x(Center);
        if answer == Answer::RatherNotSay && !chosen {
            face = face.style(tone::soft);
        }
        // Alone on a line it is as wide as its words.
        let apart = answer == Answer::RatherNotSay && in_a_line == words.len();
        let (wide, height) = if apart {
            (Shrink, size::COMPACT)
        } else {
            (Fill, size::CONVERSATION)
        };
        let face = container(face)
            .padding([0.0, if apart { space::S16 } else { space::S4 }])
            .center_x(wide)
            .center_y(height);
        let button = pressable(
            Role::RadioButton,
            face,
            style::option(chosen, true, radius::CONTROL),
            Some(on_pick(answer)),
        )
        .toggled(chosen);
        Element::from(container(button).width(wide))
    });
    let mut lines: Vec<Row<'a, M>> = Vec::new();
    for (at, button) in buttons.enumerate() {
        let line = match lines.pop() {
            Some(line) if at % in_a_line != 0 => line,
            Some(full) => {
                lines.push(full);
                Row::new().spacing(space::S8)
            }
            None => Row::new().spacing(space::S8),
        };
        lines.push(line.push(button));
    }
    let list = Column::with_children(lines.into_iter().map(Into::into)).spacing(space::S8);
    group(Role::RadioGroup, label, list)
}

/// Views of the same thing, one at a time.
pub fn tabs<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = (T, Label<'a>)>,
    selected: T,
    on_pick: impl Fn(T) -> M,
) -> Element<'a, M> {
    let row = Row::with_children(options.into_iter().map(|(value, name)| {
        let chosen = selected == value;
        let face = word(Type::Interface, name, chosen).style(if chosen {
            tone::glaze
        } else {
            tone::soft
        });
        let face = container(face)
            .center_y(size::COMPACT)
            .padding([0.0, space::S4]);
        let underline = container(crate::ui::Space::new().height(2.0)).width(Fill);
        let underline = if chosen {
            underline.style(style::shape(|t| t.glaze, |t| t.glaze, 0.0))
        } else {
            underline
        };
        // The line is as wide as the word: a column takes its width from the widest that does not fill.
        let face = column![face, underline].width(Shrink);
        pressable(Role::Tab, face, style::still, Some(on_pick(value)))
            .selected(chosen)
            .ring(Ring::Around(radius::SEGMENT))
            .into()
    }))
    .spacing(space::S24);
    column![group(Role::TabList, label, row), crate::ui::card::rule()].into()
}

/// One out of a longer list, which opens below. The screen keeps whether it is open.
pub fn choice<'a, T: Copy + PartialEq, M: Clone + 'a>(
    label: impl Into<Label<'a>>,
    options: impl IntoIterator<Item = (T, Label<'a>)>,
    selected: Option<T>,
    open: bool,
    on_open: M,
    on_pick: impl Fn(T) -> M,
) -> Element<'a, M> {
    let label = label.into();
    let options: Vec<_> = options.into_iter().collect();
    let shown = options
        .iter()
        .find(|(value, _)| selected == Some(*value))
        .map(|(_, name)| name.clone())
        .unwrap_or_default();
    let arrow = if open {
        Icon::ChevronUp
    } else {
        Icon::ChevronDown
    };
    let face = row![
        text(Type::Interface, shown.clone()).width(Fill),
        icon(arrow, size::ICON).style(tone::soft)
    ]
    .align_y(Center);
    let face = container(face)
        .padding([0.0, space::S12])
        .center_y(size::CONTROL);
    let head: Access<'a, M> = pressable(Role::Button, face, style::secondary, Some(on_open))
        .name(format!("{label}: {shown}"))
        .expanded(open);
    let mut parts = column![label_text(label.clone()), head].spacing(space::S4);
    if open {
        let list = Column::with_children(options.into_iter().map(|(value, name)| {
            let chosen = selected == Some(value);
            let face = container(word(Type::Interface, name, chosen))
                .padding([0.0, space::S12])
                .width(Fill)
                .center_y(size::COMPACT);
            pressable(
                Role::ListOption,
                face,
                style::option(chosen, false, radius::SEGMENT),
                Some(on_pick(value)),
            )
            .selected(chosen)
            .ring(Ring::On(radius::SEGMENT))
            .into()
        }));
        let list = crate::ui::scroll::small(list).spacing(0);
        let list = container(list)
            .padding(space::S4)
            .max_height(260.0)
            .style(style::frame);
        parts = parts.push(group(Role::ListBox, label, list));
    }
    parts.into()
}
