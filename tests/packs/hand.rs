//! Where the caret stands, and what is marked, in the fields somebody writes in from the right.

use crate::support::headless::{Headless, Page};
use goldseam::ui::controls::{Edit, WritingContent, field, writing};
use goldseam::ui::{Element, column, container};
use iced::advanced::{InputMethod, clipboard, mouse};
use iced::keyboard::{Modifiers, key::Named};
use iced::{Event, Rectangle, window};
use iced_test::runtime::user_interface::State;
use std::time::Instant;

const LINE: &str = "سطر";
const AREA: &str = "كتابة";
const PADDING: f32 = 24.0;

#[derive(Default)]
struct Sheet {
    line: String,
    area: WritingContent,
}

#[derive(Clone)]
enum Message {
    Line(String),
    Area(Edit),
}

impl Page for Sheet {
    type Message = Message;

    fn update(&mut self, message: Message) {
        match message {
            Message::Line(line) => self.line = line,
            Message::Area(edit) => {
                self.area.apply(edit);
            }
        }
    }

    fn view(&self) -> Element<'_, Message> {
        let line = field(LINE, &self.line).on_input(Message::Line);
        let area = writing(AREA, &self.area).on_edit(Message::Area);
        let page = column![Element::from(line), Element::from(area)];
        container(page.spacing(PADDING)).padding(PADDING).into()
    }
}

fn sheet(words: &str) -> Headless<Sheet> {
    let page = Sheet {
        line: words.into(),
        area: WritingContent::with_text(words),
    };
    Headless::new(page, [600.0, 400.0])
}

/// Where the caret is told to be, and where it is drawn.
fn caret(ui: &mut Headless<Sheet>) -> Rectangle {
    let event = Event::Window(window::Event::RedrawRequested(Instant::now()));
    let state = ui.with(|ui, renderer| {
        let (clipboard, none) = (&mut clipboard::Null, &mut Vec::new());
        let nowhere = mouse::Cursor::Unavailable;
        ui.update(&[event], nowhere, renderer, clipboard, none).0
    });
    match state {
        State::Updated {
            input_method: InputMethod::Enabled { cursor, .. },
            ..
        } => cursor,
        _ => panic!("nobody writes"),
    }
}

/// The columns in which something is drawn on the height of the caret inside a field, without the caret itself.
fn inked(ui: &mut Headless<Sheet>, name: &str, caret: Rectangle) -> (f32, f32) {
    let inside = ui.find(name).bounds.shrink(4.0);
    // Between two beats of the caret.
    let later = Instant::now() + std::time::Duration::from_millis(600);
    let pixels = ui.pixels_at(later);
    let width = ui.size().width as usize;
    let dark = |x: &usize| {
        (caret.y as usize..(caret.y + caret.height) as usize)
            .any(|y| pixels[(y * width + x) * 4] < 140)
    };
    let columns = inside.x.ceil() as usize..(inside.x + inside.width) as usize;
    let mut inked = columns.filter(dark);
    let first = inked.next().unwrap();
    (first as f32, inked.next_back().unwrap() as f32 + 1.0)
}

/// To the field, and to the beginning of what stands in it.
fn begin(ui: &mut Headless<Sheet>, name: &str) {
    while ui.focus().as_deref() != Some(name) {
        ui.tab();
    }
    ui.key(Named::Home);
}

#[test]
fn the_caret_stands_where_the_next_letter_would() {
    let near = |a: f32, b: f32| (a - b).abs() < 4.0;
    let words = "كذبت عليك";
    for name in [LINE, AREA] {
        let mut ui = sheet(words);
        begin(&mut ui, name);
        let first = caret(&mut ui);
        let (left, right) = inked(&mut ui, name, first);
        let field = ui.find(name).bounds;
        assert!(
            right > field.x + field.width - 40.0,
            "it begins at the right"
        );
        assert!(near(first.x, right), "{name}: {first:?} {right}");
        let mut before = first.x;
        for letter in words.chars() {
            // The way the arrow points.
            ui.key(Named::ArrowLeft);
            let now = caret(&mut ui);
            assert!(now.x < before, "{name}: before {letter} {now:?} {before}");
            before = now.x;
        }
        assert!(near(before, left), "{name}: {before} {left}");
        ui.key(Named::ArrowRight);
        assert!(caret(&mut ui).x > before);
        ui.key(Named::End);
        assert!(near(caret(&mut ui).x, left));
    }
}

#[test]
fn an_empty_field_that_asks_from_the_right_waits_there() {
    for name in [LINE, AREA] {
        let mut ui = sheet("");
        begin(&mut ui, name);
        let field = ui.find(name).bounds;
        let caret = caret(&mut ui);
        assert!(caret.x > field.x + field.width - 40.0, "{name}: {caret:?}");
        ui.type_text("نعم");
        assert_eq!(ui.page.line.is_empty(), name == AREA);
    }
}

#[test]
fn a_number_or_a_name_before_the_first_word_can_be_gone_back_to() {
    // Asked for its caret here, the toolkit's own editor fails: the line begins with the last figure.
    for words in ["12 يوما", "«Maya» قالت 3", "يوما\n12 يوما"] {
        for name in [LINE, AREA] {
            let mut ui = sheet(words);
            begin(&mut ui, name);
            for _ in 0..words.chars().count() {
                caret(&mut ui);
                ui.pixels();
                ui.key(Named::ArrowLeft);
            }
            ui.chord(Named::Home, Modifiers::COMMAND);
            caret(&mut ui);
        }
    }
}

#[test]
fn words_from_the_left_keep_the_caret_of_the_toolkit() {
    for name in [LINE, AREA] {
        let mut ui = sheet("said");
        begin(&mut ui, name);
        let start = caret(&mut ui).x;
        ui.key(Named::ArrowRight);
        assert!(caret(&mut ui).x > start);
    }
}
