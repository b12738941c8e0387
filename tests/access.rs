//! What the keyboard and a screen reader are promised, on a page with one of everything.
#![allow(clippy::unwrap_used)]

#[path = "support/headless.rs"]
mod headless;

use goldseam::ui::access::{Role, nav};
use goldseam::ui::controls::{
    Answer, Edit, Segment, WritingContent, checkbox, choice, danger, field, primary, radio,
    secondary, segments, unavailable, word_scale, writing,
};
use goldseam::ui::faces::faces;
use goldseam::ui::scale::{Type, Width};
use goldseam::ui::text::{h1, text};
use goldseam::ui::theme::Theme;
use goldseam::ui::{Column, Element, Fill, column, dialog, gallery};
use headless::{Headless, Page};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::scrollable;

#[derive(Default)]
struct Sample {
    name: String,
    words: WritingContent,
    presses: u32,
    ticked: bool,
    kept: Option<u8>,
    felt: Option<Answer>,
    part: Option<u8>,
    shown: bool,
    open: bool,
    asking: bool,
    deleted: bool,
    rows: usize,
}

#[derive(Debug, Clone)]
enum Message {
    Name(String),
    Wrote(Edit),
    Press,
    Tick(bool),
    Mark(u8),
    Felt(Answer),
    Part(u8),
    Show,
    Open,
    Ask,
    Close,
    Delete,
}

impl Page for Sample {
    type Message = Message;

    fn update(&mut self, message: Message) {
        match message {
            Message::Name(name) => self.name = name,
            Message::Wrote(edit) => {
                self.words.apply(edit);
            }
            Message::Press => self.presses += 1,
            Message::Tick(on) => self.ticked = on,
            Message::Mark(kept) => self.kept = Some(kept),
            Message::Felt(answer) => self.felt = Some(answer),
            Message::Part(part) => self.part = Some(part),
            Message::Show => self.shown = !self.shown,
            Message::Open => self.open = !self.open,
            Message::Ask => self.asking = true,
            Message::Close => self.asking = false,
            Message::Delete => self.deleted = true,
        }
    }

    fn view(&self) -> Element<'_, Message> {
        let rows = (0..self.rows).map(|i| {
            secondary(format!("Row {i}"))
                .on_press(Message::Press)
                .into()
        });
        let inner = scrollable(Column::with_children(rows)).height(200);
        let page = scrollable(
            column![
                h1("A page"),
                field("Name", &self.name).on_input(Message::Name),
                field("Passphrase", "made up")
                    .secure(self.shown, "Show the passphrase", Message::Show)
                    .on_input(Message::Name),
                field("Second name", "Jon").unavailable("Only Jon can change this."),
                writing("What happened", &self.words).on_edit(Message::Wrote),
                segments(
                    "How did it go?",
                    [Segment::new(0, "Kept"), Segment::new(1, "Missed")],
                    self.kept,
                    Message::Mark
                ),
                radio(
                    "My part",
                    [(0, "I was hurt".into()), (1, "Both".into())],
                    self.part,
                    Message::Part
                ),
                word_scale(
                    "How did it feel?",
                    ["Hard", "Unsteady", "Mixed", "Steadier", "Steady"],
                    "Rather not say",
                    self.felt,
                    Width::Wide,
                    Message::Felt
                ),
                checkbox(
                    "The line chart",
                    Some("Left out by Maya"),
                    self.ticked,
                    Message::Tick
                ),
                choice(
                    "Paper",
                    [(0, "A4".into()), (1, "Letter".into())],
                    Some(0),
                    self.open,
                    Message::Open,
                    |_| { Message::Press }
                ),
                unavailable("Print", "Jon has not approved this page yet."),
                danger("Delete…").on_press(Message::Ask),
                primary("Next page").on_press(Message::Press),
                inner,
                text(Type::Read, "The end")
            ]
            .width(Fill),
        );
        let question = self.asking.then(|| {
            dialog::dialog(
                "Delete this?",
                "It cannot be brought back.",
                [
                    secondary("Keep it").on_press(Message::Close).into(),
                    danger("Delete").on_press(Message::Delete).into(),
                ],
            )
        });
        dialog::over(page, question)
    }
}

const READING_ORDER: [&str; 18] = [
    "Name",
    "Passphrase",
    "Show the passphrase",
    "What happened",
    "Kept",
    "Missed",
    "I was hurt",
    "Both",
    "Hard",
    "Unsteady",
    "Mixed",
    "Steadier",
    "Steady",
    "Rather not say",
    "The line chart Left out by Maya",
    "Paper: A4",
    "Delete…",
    "Next page",
];

fn open() -> Headless<Sample> {
    Headless::new(Sample::default(), (900.0, 640.0))
}

#[test]
fn tab_visits_every_control_in_reading_order_and_comes_round() {
    let mut page = open();
    for expected in READING_ORDER.into_iter().chain([READING_ORDER[0]]) {
        page.tab();
        assert_eq!(page.focus().as_deref(), Some(expected));
    }
    page.shift_tab();
    assert_eq!(page.focus().as_deref(), Some("Next page"));
}

#[test]
fn tab_and_escape_are_left_to_the_app_by_a_field_and_a_writing_area() {
    let mut page = open();
    for name in ["Name", "What happened"] {
        let node = page.find(name).id;
        page.operate(nav::focus_node(node));
        assert!(page.leaves_to_the_app(Named::Tab), "{name}");
        assert!(page.leaves_to_the_app(Named::Escape), "{name}");
        assert_eq!(page.focus().as_deref(), Some(name));
    }
    assert_eq!(page.page.words.text().trim(), "");
}

#[test]
fn everything_in_the_gallery_has_a_name_and_a_role() {
    struct Gallery(gallery::State);
    impl Page for Gallery {
        type Message = gallery::Message;
        fn view(&self) -> Element<'_, gallery::Message> {
            gallery::view(&self.0)
        }
        fn update(&mut self, message: gallery::Message) {
            self.0.update(message);
        }
    }
    let mut page = Headless::new(
        Gallery(gallery::State {
            open: true,
            ..Default::default()
        }),
        (1280.0, 3600.0),
    );
    let snapshot = page.snapshot();
    assert!(snapshot.focusables().count() > 60);
    for node in snapshot.focusables() {
        assert!(
            node.info
                .name
                .as_deref()
                .is_some_and(|name| !name.is_empty()),
            "{node:?}"
        );
        assert!(node.info.role != Role::Group, "{node:?}");
        assert!(
            node.bounds.height >= 35.5,
            "too small to hit: {:?} {:?}",
            node.info.name,
            node.bounds
        );
    }
}

#[test]
fn enter_and_space_press_once_and_a_held_key_presses_no_more() {
    let mut page = open();
    let node = page.find("Next page").id;
    page.operate(nav::focus_node(node));
    for key in [
        Key::Named(Named::Enter),
        Key::Named(Named::Space),
        Key::Character(" ".into()),
    ] {
        let before = page.page.presses;
        assert_eq!(page.key(key.clone()), 1);
        assert_eq!(page.held(key), 0);
        assert_eq!(page.page.presses, before + 1);
    }
    assert_eq!(page.chord(Named::Enter, Modifiers::CTRL), 0);
}

/// How many pixels are drawn in the colour of the focus ring.
fn ring(page: &mut Headless<Sample>) -> usize {
    let focus = page.theme.tokens().focus.into_rgba8();
    let pixels = page.pixels();
    pixels
        .chunks_exact(4)
        .filter(|pixel| **pixel == focus)
        .count()
}

#[test]
fn the_keyboard_sees_where_it_is_in_every_theme_and_the_pointer_is_not_followed() {
    let mut page = Headless::new(Sample::default(), (900.0, 1600.0));
    for theme in Theme::ALL {
        page.theme = theme;
        let all = theme == Theme::Light;
        for name in READING_ORDER
            .into_iter()
            .filter(|name| all || name.len() == 4)
        {
            let node = page.find(name).id;
            page.operate(nav::focus_node(node));
            assert!(ring(&mut page) > 100, "{theme:?}: {name}");
        }
        page.click("Next page");
        assert_eq!(ring(&mut page), 0, "{theme:?}");
    }
}

#[test]
fn a_click_presses_once_and_takes_the_focus() {
    let mut page = Headless::new(Sample::default(), (900.0, 1600.0));
    assert_eq!(page.click("Next page"), 1);
    assert_eq!(page.page.presses, 1);
    assert_eq!(page.focus().as_deref(), Some("Next page"));
    page.click("Name");
    assert_eq!(page.focus().as_deref(), Some("Name"));
    assert_eq!(page.key(Named::Enter), 0);
}

#[test]
fn looking_at_a_passphrase_leaves_the_caret_where_it_was() {
    let mut page = open();
    page.click("Passphrase");
    page.click("Show the passphrase");
    assert!(page.page.shown);
    assert_eq!(page.focus().as_deref(), Some("Passphrase"));
}

#[test]
fn what_is_unavailable_is_skipped_and_says_why() {
    let mut page = open();
    let snapshot = page.snapshot();
    for (name, reason) in [
        ("Print", "Jon has not approved this page yet."),
        ("Second name", "Only Jon can change this."),
    ] {
        let node = snapshot
            .nodes
            .iter()
            .find(|node| node.info.disabled && node.info.name.as_deref() == Some(name))
            .unwrap();
        assert!(!node.focusable, "{name}");
        assert_eq!(node.info.description.as_deref(), Some(reason));
    }
}

#[test]
fn nothing_is_chosen_until_a_person_chooses_and_arrows_do_not_choose_for_them() {
    let mut page = open();
    let chosen = |page: &mut Headless<Sample>| {
        let snapshot = page.snapshot();
        snapshot
            .of(Role::RadioButton)
            .filter(|node| node.info.toggled == Some(true))
            .count()
    };
    assert_eq!(chosen(&mut page), 0);
    let node = page.find("Hard").id;
    page.operate(nav::focus_node(node));
    page.key(Named::ArrowLeft);
    assert_eq!(page.focus().as_deref(), Some("Rather not say"));
    assert_eq!(chosen(&mut page), 0);
    page.key(Named::Space);
    assert_eq!(page.page.felt, Some(Answer::RatherNotSay));
    assert_eq!(chosen(&mut page), 1);
}

#[test]
fn typing_goes_into_the_field_and_the_writing_area() {
    let mut page = open();
    page.tab();
    page.type_text("Zoe");
    assert_eq!(page.page.name, "Zoe");
    let node = page.find("What happened").id;
    page.operate(nav::focus_node(node));
    page.type_text("I was late.");
    page.key(Named::Enter);
    page.type_text("Again");
    assert_eq!(page.page.words.text().trim_end(), "I was late.\nAgain");
    assert_eq!(page.page.name, "Zoe");
}

/// Nothing but fields, one of each kind; what is typed goes into the first.
struct Fields(String);

impl Page for Fields {
    type Message = String;

    fn view(&self) -> Element<'_, String> {
        column![
            field("Title", &self.0)
                .placeholder("An example")
                .on_input(|typed| typed),
            field("Bare", "").bare().placeholder("Bare"),
            field("Fixed", "Jon").unavailable("Only Jon can change this."),
            field("Passphrase", "made up").secure(false, "Show", String::new()),
        ]
        .into()
    }

    fn update(&mut self, typed: String) {
        self.0 = typed;
    }
}

#[test]
fn an_empty_field_holds_nothing_and_not_its_example() {
    let mut page = Headless::new(Fields(String::new()), (900.0, 640.0));
    let told = |page: &mut Headless<Fields>, name: &str| {
        let snapshot = page.snapshot();
        let inputs = [Role::TextInput, Role::PasswordInput];
        let node = snapshot
            .nodes
            .iter()
            .find(|n| inputs.contains(&n.info.role) && n.info.name.as_deref() == Some(name));
        node.unwrap().info.value.clone()
    };
    assert_eq!(told(&mut page, "Title").as_deref(), Some(""));
    assert_eq!(told(&mut page, "Bare").as_deref(), Some(""));
    assert_eq!(told(&mut page, "Fixed").as_deref(), Some("Jon"));
    assert_eq!(told(&mut page, "Passphrase"), None);
    page.tab();
    page.type_text("Tonight");
    assert_eq!(told(&mut page, "Title").as_deref(), Some("Tonight"));
}

#[test]
fn control_z_takes_back_and_brings_back_what_was_written() {
    let mut page = open();
    let node = page.find("What happened").id;
    page.operate(nav::focus_node(node));
    page.type_text("one two");
    let z = || Key::Character("z".into());
    page.chord(z(), Modifiers::CTRL);
    assert_eq!(page.page.words.text().trim_end(), "one");
    page.chord(z(), Modifiers::CTRL);
    page.chord(z(), Modifiers::CTRL);
    assert_eq!(page.page.words.text().trim_end(), "");
    for _ in 0..3 {
        page.chord(z(), Modifiers::CTRL | Modifiers::SHIFT);
    }
    assert_eq!(page.page.words.text().trim_end(), "one two");
}

#[test]
fn a_dialog_keeps_the_focus_starts_on_the_safe_choice_and_gives_it_back() {
    let mut page = open();
    page.press("Delete…");
    let opener = page.snapshot().focused().unwrap().id;
    page.operate(nav::focus_first());
    assert_eq!(page.focus().as_deref(), Some("Keep it"));
    page.tab();
    assert_eq!(page.focus().as_deref(), Some("Delete"));
    page.tab();
    assert_eq!(page.focus().as_deref(), Some("Keep it"));
    page.shift_tab();
    page.shift_tab();
    page.key(Named::Enter);
    assert!(!page.page.asking && !page.page.deleted);
    page.operate(nav::focus_node(opener));
    assert_eq!(page.focus().as_deref(), Some("Delete…"));
}

#[test]
fn what_gets_the_focus_is_scrolled_into_view_through_both_scrollables() {
    let mut page = Headless::new(
        Sample {
            rows: 30,
            ..Sample::default()
        },
        (900.0, 400.0),
    );
    for name in ["Row 0", "Row 17", "Row 29", "Row 3", "Name"] {
        let node = page.find(name).id;
        page.operate(nav::focus_node(node));
        let snapshot = page.snapshot();
        let found = snapshot.focused().unwrap();
        assert_eq!(found.info.name.as_deref(), Some(name));
        for view in snapshot
            .of(Role::ScrollView)
            .filter(|view| view.children.contains(&found.id))
        {
            assert!(
                found.bounds.y >= view.bounds.y - 0.5
                    && found.bounds.y + found.bounds.height
                        <= view.bounds.y + view.bounds.height + 0.5,
                "{name}: {:?} in {:?}",
                found.bounds,
                view.bounds
            );
        }
        assert!(
            found.bounds.y >= 0.0 && found.bounds.y + found.bounds.height <= 400.0,
            "{name}"
        );
    }
}

#[test]
fn what_a_person_wrote_is_not_printed_by_debug() {
    let words = WritingContent::with_text("a secret sentence");
    assert!(!format!("{words:?}").contains("secret"));
    let mut page = Headless::new(
        Sample {
            words,
            ..Sample::default()
        },
        (900.0, 640.0),
    );
    assert!(!format!("{:?}", page.snapshot()).contains("secret"));
}

/// A card with a button on each side; it tells which were pressed.
#[derive(Default)]
struct Card {
    turned: bool,
    pressed: Vec<&'static str>,
}

impl Page for Card {
    type Message = &'static str;

    fn update(&mut self, side: &'static str) {
        self.pressed.push(side);
    }

    fn view(&self) -> Element<'_, &'static str> {
        let side = |name: &'static str| primary(name).on_press(name);
        faces(side("Front"), side("Back"), self.turned)
    }
}

#[test]
fn of_two_sides_only_the_one_that_is_up_is_told_and_pressed() {
    let mut card = Headless::new(Card::default(), (300.0, 120.0));
    for (turned, side) in [(false, "Front"), (true, "Back")] {
        card.page.turned = turned;
        let snapshot = card.snapshot();
        let told: Vec<_> = snapshot.focusables().map(|n| n.info.name.clone()).collect();
        assert_eq!(told, [Some(side.to_owned())]);
        card.click(side);
        assert_eq!(std::mem::take(&mut card.page.pressed), [side]);
    }
}
