//! Every part in every state, on one page: to look at, and for the tests to walk through.
//!
//! Its words are samples and not part of the interface, so they stand here.

use super::controls::{
    Answer, Button, Edit, Segment, Shown, Status, WritingContent, checkbox, chips, choice, danger,
    field, link, list_row, nav_item, phrase_row, primary, quiet, radio, secondary, segments,
    status, tabs, toggle, unavailable, word_scale, writing,
};
use super::icon::Icon;
use super::person::{Mark, mark, pair};
use super::scale::{Type, Width, radius, size, space};
use super::text::{
    display, h1, h2, h3, interface, italic, label, lead, read, small, strong, text, tone,
};
use super::theme::{Theme, Tokens, style};
use super::{
    Center, Column, Element, Fill, Row, Space, card, chart, column, container, dialog, notice, row,
};
use iced::Color;

/// What the page holds while it is tried out.
#[derive(Debug, Default)]
pub struct State {
    pub name: String,
    pub writing: WritingContent,
    pub answer: Option<Answer>,
    pub ticked: bool,
    pub open: bool,
    /// Drawings are made for one theme.
    pub theme: Theme,
    /// The week chosen on the chart.
    pub week: usize,
    pub presses: u32,
}

#[derive(Debug, Clone)]
pub enum Message {
    Pressed,
    Name(String),
    Wrote(Edit),
    Answered(Answer),
    Ticked(bool),
    Opened,
    Week(usize),
}

impl State {
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Pressed => self.presses += 1,
            Message::Name(name) => self.name = name,
            Message::Wrote(edit) => {
                self.writing.apply(edit);
            }
            Message::Answered(answer) => self.answer = Some(answer),
            Message::Ticked(on) => self.ticked = on,
            Message::Opened => self.open = !self.open,
            Message::Week(week) => self.week = week,
        }
    }
}

type Part<'a> = Element<'a, Message>;

fn section<'a>(title: &'static str, content: impl Into<Part<'a>>) -> Column<'a, Message> {
    column![card::rule(), h3(title), content.into()]
        .spacing(space::S16)
        .width(Fill)
}

/// The whole sheet, 1184 wide and as high as it needs.
pub fn view(state: &State) -> Part<'_> {
    column![
        h1("Goldseam parts"),
        section("Materials", materials()),
        section("Type", type_styles()),
        section("Buttons", buttons()),
        section("Fields", fields(state)),
        row![
            section("Choices", choices(state)),
            section("Segments", commitments())
        ]
        .spacing(space::S48),
        section("How did this week feel?", scale(state)),
        section("Weeks", weeks(state)),
        row![section("Tabs", views()), section("Chips", signs())].spacing(space::S48),
        section("Banners", banners()),
        row![
            column![section("Card", note()), section("People", people())].spacing(space::S32),
            section("Dialog", question())
        ]
        .spacing(space::S48),
        row![
            section("Writing", prose(state)),
            section("Places", places(state))
        ]
        .spacing(space::S48),
    ]
    .spacing(space::S32)
    .padding([space::S48, space::S48])
    .into()
}

fn materials<'a>() -> Part<'a> {
    type Swatch = (&'static str, fn(&Tokens) -> Color);
    let all: [Swatch; 12] = [
        ("Ground", |t| t.ground),
        ("Paper", |t| t.paper),
        ("Sheet", |t| t.sheet),
        ("Line", |t| t.line),
        ("Edge", |t| t.edge),
        ("Ink, soft", |t| t.ink_soft),
        ("Ink", |t| t.ink),
        ("Tint", |t| t.tint),
        ("Glaze", |t| t.glaze),
        ("Indigo", |t| t.first),
        ("Iron", |t| t.second),
        ("Gold", |t| t.gold),
    ];
    Row::with_children(all.map(|(name, colour)| {
        let swatch = container(Space::new())
            .width(Fill)
            .height(size::CONVERSATION)
            .style(style::shape(colour, |t| t.line, radius::CONTROL));
        column![swatch, label(name).size(Type::Small.size())]
            .spacing(space::S8)
            .width(Fill)
            .into()
    }))
    .spacing(space::S16)
    .into()
}

fn type_styles<'a>() -> Part<'a> {
    row![
        column![
            display("Who is here?"),
            h1("Take full accountability"),
            h2("Say what happened"),
            h3("Tea before talking")
        ]
        .width(Fill),
        column![
            lead("A repaired bowl does not hide its break."),
            read("I said neither, and asked about the soup."),
            italic("What I heard you say is ___."),
            label("Only you can open this"),
            interface("Your own space, opened with your passphrase"),
            interface("It’s a title: activities, “attention”, native"),
            small("Saved on this computer, 21:14").style(tone::soft),
            interface("مريم · 美玲 · 👋 · Ελένη")
        ]
        .width(Fill)
    ]
    .spacing(space::S48)
    .into()
}

fn buttons<'a>() -> Part<'a> {
    type Make<'a> = fn(&'static str) -> Button<'a, Message>;
    let kinds: [(&str, Make<'a>); 4] = [
        ("Primary", |l| primary(l)),
        ("Secondary", |l| secondary(l)),
        ("Quiet", |l| quiet(l)),
        ("Danger", |l| danger(l)),
    ];
    let states = [
        ("At rest", None),
        ("Pointer over", Some(Shown::Hovered)),
        ("Pressed", Some(Shown::Pressed)),
        ("Keyboard focus", Some(Shown::Focused)),
    ];
    const COLUMN: f32 = 136.0;
    let head = Row::with_children(
        std::iter::once(Space::new().width(COLUMN - space::S32).into())
            .chain(states.map(|(name, _)| small(name).style(tone::soft).width(COLUMN).into()))
            .chain([small("Not available").style(tone::soft).into()]),
    )
    .spacing(space::S16);
    let rows = kinds.map(|(name, make)| {
        let shown = states.map(|(_, shown)| {
            let button = make("Continue").wide().on_press(Message::Pressed);
            let button = match shown {
                Some(shown) => button.shown(shown),
                None => button,
            };
            container(button).width(COLUMN).into()
        });
        Row::with_children(
            std::iter::once(interface(name).width(COLUMN - space::S32).into())
                .chain(shown)
                .chain([container(make("Continue").wide()).width(COLUMN).into()]),
        )
        .spacing(space::S16)
        .align_y(Center)
        .into()
    });
    column![
        head,
        Column::with_children(rows).spacing(space::S12),
        row![
            secondary("Leave quickly")
                .icon(Icon::LogOut)
                .compact()
                .on_press(Message::Pressed),
            primary("Print…")
                .icon(Icon::Printer)
                .on_press(Message::Pressed),
            quiet("New for Jon")
                .icon(Icon::Plus)
                .on_press(Message::Pressed),
            unavailable("Print", "Jon has not approved this page yet."),
        ]
        .spacing(space::S16)
        .align_y(Center)
    ]
    .spacing(space::S12)
    .into()
}

fn fields(state: &State) -> Part<'_> {
    row![
        field("At rest", &state.name)
            .placeholder("A name you both use")
            .hint("You can change this later.")
            .on_input(Message::Name),
        field("Keyboard focus", "Maya")
            .on_input(Message::Name)
            .shown_focused(),
        field("Needs attention", "Two words")
            .error(Some("Use four or more words."))
            .on_input(Message::Name),
        field("Passphrase", "four made up words")
            .secure(false, "Show the passphrase", Message::Opened)
            .on_input(Message::Name),
        field("Not available", "Jon").unavailable("Only Jon can change this."),
    ]
    .spacing(space::S24)
    .into()
}

fn choices(state: &State) -> Part<'_> {
    row![
        radio(
            "My part in this",
            [
                (0, "I was hurt".into()),
                (1, "I broke trust".into()),
                (2, "Both, in different ways".into())
            ],
            Some(0),
            |_| Message::Pressed
        ),
        column![
            checkbox("Two notes from the jar", None, true, Message::Ticked),
            checkbox(
                "The line chart",
                Some("Left out by Maya"),
                state.ticked,
                Message::Ticked
            )
        ],
        column![
            toggle("Hold still", None, true, Message::Ticked),
            toggle("Hide the time", None, false, Message::Ticked)
        ]
    ]
    .spacing(space::S32)
    .into()
}

fn commitments<'a>() -> Part<'a> {
    let options = |chosen| {
        segments(
            "How did it go?",
            [
                Segment::new(0, "Kept").icon(Icon::Check),
                Segment::new(1, "Adjusted").icon(Icon::SlidersHorizontal),
                Segment::new(2, "Missed").icon(Icon::CircleDashed),
            ],
            chosen,
            |_| Message::Pressed,
        )
    };
    column![options(Some(0)), options(None)]
        .spacing(space::S16)
        .into()
}

fn scale(state: &State) -> Part<'_> {
    let words = ["Hard", "Unsteady", "Mixed", "Steadier", "Steady"];
    let chosen = state.answer.or(Some(Answer::Word(2)));
    word_scale(
        "How did this week feel?",
        words,
        "Rather not say",
        chosen,
        Width::Wide,
        Message::Answered,
    )
}

fn weeks<'a>(state: &State) -> Part<'a> {
    let line = |mark, name: &'static str, levels: [Option<u8>; 12]| chart::Line {
        mark,
        name: name.into(),
        points: levels
            .map(|level| chart::Point { level, note: None })
            .to_vec(),
    };
    let (a, b, c, d) = (Some(0), Some(1), Some(2), Some(3));
    let week = |n: u8| chart::Week {
        short: format!("Week {n}"),
        name: format!("Week {n}"),
    };
    let all = chart::Chart {
        name: "How it has felt".into(),
        about: "Two lines side by side, over twelve weeks".into(),
        words: ["Hard", "Unsteady", "Mixed", "Steadier", "Steady"],
        gap: "No word",
        weeks: (1..=12).map(week).collect(),
        lines: vec![
            line(
                Mark::First,
                "Maya",
                [a, a, b, None, None, b, c, b, c, d, d, c],
            ),
            line(Mark::Second, "Jon", [c, b, c, c, b, None, c, c, d, d, d, d]),
        ],
    };
    column![
        all.drawn(state.theme, Width::Wide, state.week, Message::Week),
        all.week("Chosen week", state.week, Width::Wide)
    ]
    .spacing(space::S16)
    .into()
}

fn views<'a>() -> Part<'a> {
    tabs(
        "Weeks",
        [
            (0, "This week".into()),
            (1, "Last week".into()),
            (2, "Earlier".into()),
        ],
        0,
        |_| Message::Pressed,
    )
}

fn signs<'a>() -> Part<'a> {
    let all = [
        (Status::Kept, "Kept"),
        (Status::Adjusted, "Adjusted"),
        (Status::Missed, "Missed"),
        (Status::Repaired, "Repaired"),
        (Status::Private, "Private"),
        (Status::Shared, "Shown to Jon"),
    ];
    column![
        Row::with_children(all.map(|(kind, word)| status(kind, word)))
            .spacing(space::S8)
            .wrap()
            .vertical_spacing(space::S8),
        chips(
            "Feelings",
            ["tired", "hopeful", "angry", "numb", "tender", "afraid"]
                .map(|word| (word, word.into())),
            &["hopeful", "afraid"],
            |_, on| Message::Ticked(on)
        )
    ]
    .spacing(space::S16)
    .into()
}

fn banners<'a>() -> Part<'a> {
    let again = secondary("Try again").compact().on_press(Message::Pressed);
    let copy = secondary("Copy the text")
        .compact()
        .on_press(Message::Pressed);
    column![
        row![
            notice::banner(
                notice::Kind::Error,
                "This page could not be saved.",
                "Your words are still here. Try again, or copy them somewhere safe.",
                Some(again.into())
            ),
            notice::banner(
                notice::Kind::Saved,
                "Saved on this computer.",
                "Saturday 14 November, 21:14.",
                None
            )
        ]
        .spacing(space::S16),
        row![
            notice::banner(
                notice::Kind::Warning,
                "The disk is full.",
                "Nothing is lost. Free some space, and this page will save itself.",
                Some(copy.into())
            ),
            notice::banner(
                notice::Kind::Info,
                "There is no internet, and none is needed.",
                "Only the help-line websites need it. The phone numbers are here.",
                None
            )
        ]
        .spacing(space::S16)
    ]
    .spacing(space::S16)
    .into()
}

fn note<'a>() -> Part<'a> {
    let from = row![
        mark(Mark::First, "Maya", size::MARK),
        column![
            label("From Maya, to Jon"),
            small("Wednesday 11 November").style(tone::soft)
        ]
    ]
    .spacing(space::S12)
    .align_y(Center);
    card::note(
        space::S24,
        column![
            from,
            italic("You asked before you opened the post. It is a small thing and I noticed it.")
        ]
        .spacing(space::S12),
    )
}

fn people<'a>() -> Part<'a> {
    let words = |name, what| column![strong(name), small(what).style(tone::soft)];
    row![
        mark(Mark::First, "Maya", size::MARK),
        words("Maya", "A disc"),
        mark(Mark::Second, "Jon", size::MARK),
        words("Jon", "A square"),
        pair("Maya", "Jon", size::MARK, |t| t.paper),
        words("Both", "Side by side"),
        mark(Mark::Second, "美玲", size::MARK),
        mark(Mark::First, "مريم", size::MARK),
    ]
    .spacing(space::S12)
    .align_y(Center)
    .into()
}

fn question<'a>() -> Part<'a> {
    dialog::sheet(
        "Delete this entry?",
        read("It will be gone from this computer, and no one can bring it back.").style(tone::soft),
        [
            secondary("Keep it").on_press(Message::Pressed).into(),
            danger("Delete").on_press(Message::Pressed).into(),
        ],
    )
}

fn prose(state: &State) -> Part<'_> {
    column![
        writing("Say what happened", &state.writing)
            .placeholder("Plain facts, in order, in your own words.")
            .on_edit(Message::Wrote)
            .labelled(),
        notice::saved("Saved on this computer, 20:14"),
        choice(
            "Paper",
            [(0, "A4".into()), (1, "US Letter".into())],
            Some(0),
            state.open,
            Message::Opened,
            |_| Message::Pressed
        ),
    ]
    .spacing(space::S12)
    .into()
}

fn places(state: &State) -> Part<'_> {
    column![
        nav_item(Icon::Calendar, "This week", true, Message::Pressed),
        nav_item(Icon::Lock, "Close and lock", false, Message::Pressed),
        link("Draw one out", Message::Pressed),
        phrase_row(
            "I told you ___. It was not true.",
            "Begin with: I told you, blank. It was not true.",
            Message::Pressed
        ),
        list_row(
            Some(mark(Mark::First, "Maya", size::MARK_LARGE)),
            "Maya",
            Some("Your own space, opened with your passphrase"),
            Message::Pressed
        ),
        text(Type::Small, if state.presses > 0 { "Pressed" } else { "" }),
    ]
    .spacing(space::S8)
    .into()
}
