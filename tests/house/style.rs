//! What a file may not hold: sizes and colours in screens, sentences outside the texts, ways to fall over.

use crate::source::{Placed, Source, Token};

const MEASURES: &[&str] = &[
    "padding",
    "spacing",
    "size",
    "width",
    "height",
    "max_width",
    "max_height",
];
const SIDES: &[&str] = &[
    "top",
    "bottom",
    "left",
    "right",
    "horizontal",
    "vertical",
    "all",
];

fn drawn_from_scales(source: &Source) -> bool {
    source.under("src/screen") || source.path == "src/app/frame.rs"
}

/// Numbers where a measure of `ui::scale` belongs. Nought stands for "none", and portions are no measure.
pub(crate) fn literal_measures(source: &Source) -> Vec<String> {
    if !drawn_from_scales(source) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (i, placed) in source.tokens.iter().enumerate() {
        let Some(word) = placed.word() else { continue };
        let method = i > 0 && source.tokens[i - 1].is('.') && MEASURES.contains(&word);
        let side = SIDES.contains(&word);
        let made = matches!(word, "Fixed" | "Pixels" | "Padding");
        let opens = source
            .tokens
            .get(i + 1)
            .is_some_and(|next| next.is('(') || (word == "Padding" && next.is('{')));
        if (method || side || made) && opens {
            let inside = source.inside(i + 1);
            if let Some(number) = first_measure(inside) {
                let what = format!("a number in `{word}`: {number}");
                faults.push(source.fault(placed.line, what));
            }
        }
        let named = word == "const" && named_measure(source, i);
        if named {
            faults.push(source.fault(placed.line, "a measure named here and not in `ui::scale`"));
        }
    }
    faults
}

fn first_measure(inside: &[Placed]) -> Option<&str> {
    let mut i = 0;
    while i < inside.len() {
        match &inside[i].token {
            Token::Word(word) if word == "FillPortion" => i += 3,
            Token::Number(number) if !is_nought(number) => return Some(number),
            _ => {}
        }
        i += 1;
    }
    None
}

fn is_nought(number: &str) -> bool {
    let digits = number.split('_').next().unwrap_or(number);
    matches!(
        digits.trim_end_matches("f32").trim_end_matches("u16"),
        "0" | "0." | "0.0"
    )
}

/// `const GAP: f32 = 13.0;`
fn named_measure(source: &Source, at: usize) -> bool {
    source.reads(at + 2, &[":", "f32", "="])
        && matches!(
            source.tokens.get(at + 5).map(|t| &t.token),
            Some(Token::Number(_))
        )
}

pub(crate) fn literal_colours(source: &Source) -> Vec<String> {
    if !drawn_from_scales(source) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (i, placed) in source.tokens.iter().enumerate() {
        let mixed = (placed.word() == Some("Color")
            && (source.reads(i + 1, &["{"]) || source.reads(i + 1, &[":", ":"])))
            || (placed.word() == Some("color") && source.reads(i + 1, &["!"]));
        // `-> Color {` opens a function, not a colour.
        let returned = i > 0 && source.tokens[i - 1].is('>');
        if mixed && !returned {
            faults.push(source.fault(placed.line, "a colour that is not of the theme"));
        }
    }
    faults
}

/// Names of fonts: words with a space in them that nobody reads.
const NOT_SENTENCES: &[&str] = &["Gentium Book Plus", "Gentium Plus"];

/// Calls whose strings are for developers: a broken promise of the code, or its `Debug`.
const FOR_DEVELOPERS: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "debug_struct",
    "debug_tuple",
    "field",
    "concat",
    "stringify",
    "env",
    "include_str",
    "include_bytes",
];

/// Sentences that ought to stand in `text` or in the content.
pub(crate) fn sentences(source: &Source) -> Vec<String> {
    let shown = [
        "src/screen",
        "src/app",
        "src/ui",
        "src/summary",
        "src/cli",
        "src/main",
    ];
    let exempt = source.path == "src/ui/gallery.rs";
    if exempt || !shown.iter().any(|place| source.under(place)) {
        return Vec::new();
    }
    let on_screen = drawn_from_scales(source);
    let mut faults = Vec::new();
    let mut skip_to = 0;
    for (i, placed) in source.tokens.iter().enumerate() {
        if let Some(word) = placed.word()
            && FOR_DEVELOPERS.contains(&word)
        {
            let open = if source.reads(i + 1, &["!"]) {
                i + 2
            } else {
                i + 1
            };
            if source.reads(open, &["("]) {
                skip_to = skip_to.max(open + source.inside(open).len() + 1);
            }
        }
        let Token::Text(text) = &placed.token else {
            continue;
        };
        if i < skip_to || NOT_SENTENCES.contains(&text.as_str()) {
            continue;
        }
        if is_sentence(text) || (on_screen && is_label(text)) {
            faults.push(source.fault(placed.line, format_args!("words outside `text`: {text:?}")));
        }
    }
    faults
}

fn without_slots(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            depth += i32::from(*c == '{');
            let kept = depth == 0;
            depth -= i32::from(*c == '}');
            kept
        })
        .collect()
}

/// Two words with a space between them.
fn is_sentence(text: &str) -> bool {
    let words = without_slots(text);
    let words = words.split_whitespace();
    words
        .filter(|word| word.chars().any(char::is_alphabetic))
        .count()
        > 1
}

/// One word that starts as a label does: "Save".
fn is_label(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// Calls and macros that end the program, and `unsafe`.
pub(crate) fn ways_to_fall(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for (i, placed) in source.tokens.iter().enumerate() {
        let Some(word) = placed.word() else { continue };
        let falls = match word {
            "unwrap" | "expect" | "unwrap_err" | "expect_err" => {
                i > 0
                    && (source.tokens[i - 1].is('.') || source.tokens[i - 1].is(':'))
                    && source.reads(i + 1, &["("])
            }
            "panic" | "todo" | "unimplemented" | "unreachable" | "dbg" => {
                source.reads(i + 1, &["!"])
            }
            "unsafe" => true,
            _ => false,
        };
        if falls {
            faults.push(source.fault(placed.line, format_args!("`{word}` outside tests")));
        }
    }
    faults
}

/// The app has no network code, whatever for.
pub(crate) fn network(source: &Source) -> Vec<String> {
    let names = [
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "ToSocketAddrs",
        "reqwest",
        "ureq",
        "hyper",
    ];
    let mut faults = Vec::new();
    for (i, placed) in source.tokens.iter().enumerate() {
        let named = placed.word().is_some_and(|word| names.contains(&word));
        if named || source.reads(i, &["std", ":", ":", "net"]) {
            faults.push(source.fault(placed.line, "the app has no network code"));
        }
    }
    faults
}

pub(crate) const LONGEST: usize = 600;

pub(crate) fn too_long(source: &Source) -> Vec<String> {
    if source.lines <= LONGEST {
        return Vec::new();
    }
    vec![source.fault(source.lines, "too long: two rooms make two files")]
}
