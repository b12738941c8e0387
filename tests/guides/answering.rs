//! Giving every block of a page an answer, with the keys a person would use.

use crate::closely;
use crate::headless::{Headless, key_press};
use crate::promises::within;
use crate::sitting::Sitting;
use goldseam::screen::Screen;
use goldseam::text::guide::{self as text, blocks, talk};
use goldseam::text::together;
use goldseam::ui::access::{Node, Role, Snapshot};
use iced::Event;
use iced::advanced::input_method;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

pub type View = Headless<Sitting>;

/// What was answered on a page, as it has to be found again.
#[derive(Debug, Default, Clone)]
pub struct Given {
    pub words: Vec<String>,
    /// Names of what was chosen.
    pub chosen: BTreeSet<String>,
    /// There was no room for one more commitment.
    pub three_are_enough: bool,
}

/// How somebody answers.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// Of several answers the first, the second, …
    pub option: usize,
    /// What may be shown is shown.
    pub shows: bool,
}

/// What a page asks between two rounds of answering: an answer may bring more questions.
const ROUNDS: usize = 30;

pub fn answer(view: &mut View, manner: Manner, number: &mut usize) -> Given {
    let mut given = Given::default();
    let mut done = BTreeSet::new();
    for _ in 0..ROUNDS {
        let snapshot = view.snapshot();
        let steps = steps(&snapshot, manner, &mut done);
        if steps.is_empty() {
            break;
        }
        for (node, step) in steps {
            match step {
                Step::Write => {
                    let word = format!("zeta{number}q");
                    *number += 1;
                    write(view, node, &word);
                    given.words.push(word);
                }
                Step::WriteTime => write(view, node, "19:30"),
                Step::Press(key) => {
                    press(view, node, key);
                }
            }
        }
    }
    let snapshot = view.snapshot();
    given.chosen = chosen(&snapshot);
    given.three_are_enough = snapshot.named(text::THREE_ARE_ENOUGH).is_some();
    given
}

/// Everything that is chosen on the page, but for what is chosen before anybody comes.
pub fn chosen(snapshot: &Snapshot) -> BTreeSet<String> {
    let preset = [
        text::WHO_SEES_IT,
        blocks::HOW_LONG,
        blocks::NEW_OR_CHANGED,
        talk::WHO_BEGINS,
        talk::COME_BACK_AFTER,
    ];
    let preset: BTreeSet<u64> = snapshot
        .of(Role::RadioGroup)
        .filter(|group| preset.contains(&group.info.name.as_deref().unwrap_or_default()))
        .flat_map(|group| within(snapshot, group.id))
        .collect();
    let chosen = snapshot.nodes.iter();
    let chosen = chosen.filter(|n| n.info.toggled == Some(true) && !preset.contains(&n.id));
    chosen.filter_map(|node| node.info.name.clone()).collect()
}

enum Step {
    Write,
    WriteTime,
    Press(Named),
}

/// Presses a control that has the focus.
pub fn press(view: &mut View, node: u64, key: Named) -> usize {
    let sent = closely::at(
        view,
        node,
        &[key_press(Key::Named(key), Modifiers::empty(), false)],
    );
    // What took the whole window is done to its end, and left again.
    while let Some(message) = view.page.state.escape() {
        for _ in 0..ROUNDS {
            let snapshot = view.snapshot();
            let next = snapshot
                .focusables()
                .find(|node| node.info.name.as_deref().is_some_and(is_said_in_a_talk));
            let Some(next) = next.map(|node| node.id) else {
                break;
            };
            let enter = key_press(Key::Named(Named::Enter), Modifiers::empty(), false);
            closely::at(view, next, &[enter]);
        }
        crate::headless::Page::update(&mut view.page, message);
    }
    sent
}

/// Types in one go, as an input method does.
fn write(view: &mut View, node: u64, words: &str) {
    let commit = input_method::Event::Commit(words.to_owned());
    closely::at(view, node, &[Event::InputMethod(commit)]);
}

/// What there is to answer now and was not answered yet. What leads from one thing to the next comes when nothing else is
/// left, one by one.
fn steps(snapshot: &Snapshot, manner: Manner, done: &mut BTreeSet<u64>) -> Vec<(u64, Step)> {
    let mut steps = Vec::new();
    for group in &snapshot.nodes {
        if group.info.role == Role::RadioGroup && done.insert(group.id) {
            steps.extend(
                pick(snapshot, group, manner).map(|node| (node, Step::Press(Named::Space))),
            );
        }
    }
    let days = snapshot.named(together::RITUAL_DAY);
    let days = days
        .map(|group| within(snapshot, group.id))
        .unwrap_or_default();
    let mut day = false;
    for node in snapshot.focusables() {
        let name = node.info.name.as_deref().unwrap_or_default();
        let step = match node.info.role {
            Role::TextInput if [together::RITUAL_TIME, blocks::TOMORROW_AT].contains(&name) => {
                Step::WriteTime
            }
            Role::TextInput | Role::MultilineTextInput => Step::Write,
            Role::CheckBox if node.info.toggled == Some(false) => Step::Press(Named::Space),
            Role::Button if node.info.toggled == Some(false) => Step::Press(Named::Enter),
            _ => continue,
        };
        // A ritual has one day.
        if days.contains(&node.id) && std::mem::replace(&mut day, true) {
            continue;
        }
        if done.insert(node.id) {
            steps.push((node.id, step));
        }
    }
    if steps.is_empty() {
        // One button may say one thing after another.
        let mut leads = snapshot.focusables().filter_map(|node| {
            let name = node.info.name.as_deref().unwrap_or_default();
            let leads = node.info.role == Role::Button && !node.info.disabled && leads_on(name);
            leads.then(|| (node.id, key_of(node.id, name)))
        });
        let next = leads.find(|(_, key)| done.insert(*key));
        steps.extend(next.map(|(node, _)| (node, Step::Press(Named::Enter))));
    }
    steps
}

fn key_of(node: u64, name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (node, name).hash(&mut hasher);
    hasher.finish()
}

/// Which answer of a group; none where one stands already.
fn pick(snapshot: &Snapshot, group: &Node, manner: Manner) -> Option<u64> {
    let inside = within(snapshot, group.id);
    let answers = snapshot.of(Role::RadioButton);
    let answers: Vec<&Node> = answers.filter(|n| inside.contains(&n.id)).collect();
    let name = |node: &&&Node, name: &str| node.info.name.as_deref() == Some(name);
    if group.info.name.as_deref() == Some(text::WHO_SEES_IT) {
        let show = answers.last()?;
        return (manner.shows && show.info.toggled == Some(false)).then_some(show.id);
    }
    if answers.iter().any(|node| node.info.toggled == Some(true)) {
        return None;
    }
    // A question that was talked about is on the page no more.
    let parked = answers.iter().find(|node| name(node, blocks::PARKED));
    let nth = answers.get(manner.option % answers.len().max(1));
    parked.or(nth).map(|node| node.id)
}

/// Whether pressing this is part of doing what a block asks.
fn leads_on(name: &str) -> bool {
    let fixed = [
        text::START,
        blocks::START_PAUSE,
        talk::BEGIN,
        talk::BEGIN_SAY_BACK,
    ];
    fixed.contains(&name)
}

/// Whether pressing this takes a talk to its next part.
fn is_said_in_a_talk(name: &str) -> bool {
    let of = |person: &str| {
        [
            blocks::has_finished(person),
            blocks::is_what_i_heard(person),
        ]
    };
    name == blocks::YES_THAT_IS_IT || ["Maya", "Jon"].into_iter().flat_map(of).any(|n| n == name)
}
