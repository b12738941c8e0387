//! Who may import whom.

use crate::source::{Placed, Source};

const DOMAIN: &[&str] = &["domain"];
const SUMMARY: &[&str] = &["domain", "text", "assets"];
const UI: &[&str] = &["assets"];
const SCREEN: &[&str] = &["ui", "text", "domain", "content"];

/// The rooms that may name each room's neighbours; `None` for those that may name all.
///
/// `summary` reads the words that are printed from `text`: a printed sentence is a sentence of the interface.
fn neighbours(room: &str) -> Option<&'static [&'static str]> {
    match room {
        "domain" | "text" | "assets" => Some(&[]),
        "ui" => Some(UI),
        "content" | "store" | "demo" => Some(DOMAIN),
        "summary" => Some(SUMMARY),
        "screen" => Some(SCREEN),
        // The app and the commands put the rooms together; `lib.rs` and `main.rs` are no room.
        "app" | "cli" | "" => None,
        _ => Some(&[]),
    }
}

/// Paths into rooms that this file's room may not know.
///
/// `screens` are the modules of `screen` that are a page of the app; what stands beside them is there to be shared.
pub(crate) fn forbidden_imports(
    source: &Source,
    rooms: &[&str],
    screens: &[String],
) -> Vec<String> {
    let module = source.module();
    let room = source.room();
    let Some(allowed) = neighbours(&room) else {
        return Vec::new();
    };
    paths(source)
        .into_iter()
        .filter_map(|(line, path)| {
            let to = path.first()?.as_str();
            if to != room && rooms.contains(&to) && !allowed.contains(&to) {
                return Some(source.fault(line, format_args!("`{room}` may not know `{to}`")));
            }
            let other = path.get(1).filter(|_| to == "screen" && room == "screen")?;
            let own = module.get(1)?;
            (screens.contains(other) && other != own).then(|| {
                source.fault(
                    line,
                    format_args!("one screen may not know another: `{other}`"),
                )
            })
        })
        .collect()
}

/// The module of `screen` that this file is, if it is a page of the app.
pub(crate) fn screen(source: &Source) -> Option<String> {
    let is_page = (0..source.tokens.len()).any(|i| source.reads(i, &["impl", "Screen", "for"]));
    match source.module().as_slice() {
        [room, screen] if room == "screen" && is_page => Some(screen.clone()),
        _ => None,
    }
}

/// The toolkit named where there is nothing to draw.
pub(crate) fn toolkit_outside(source: &Source) -> Vec<String> {
    if matches!(source.room().as_str(), "app" | "screen" | "ui") {
        return Vec::new();
    }
    source
        .tokens
        .iter()
        .filter(|placed| {
            placed
                .word()
                .is_some_and(|word| word == "iced" || word.starts_with("iced_"))
        })
        .map(|placed| {
            source.fault(
                placed.line,
                "the toolkit is named outside app, screen and ui",
            )
        })
        .collect()
}

/// Every path that starts at the root of the crate or above this module, from the root on.
fn paths(source: &Source) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut inline: Vec<usize> = Vec::new();
    let mut depth = 0;
    let tokens = &source.tokens;
    for (i, placed) in tokens.iter().enumerate() {
        if placed.is('{') {
            if i >= 2 && tokens[i - 2].word() == Some("mod") {
                inline.push(depth);
            }
            depth += 1;
        } else if placed.is('}') {
            depth -= 1;
            if inline.last() == Some(&depth) {
                inline.pop();
            }
        }
        let starts = matches!(placed.word(), Some("crate" | "super" | "self" | "goldseam"))
            && source.reads(i + 1, &[":", ":"])
            && !(i > 0 && tokens[i - 1].is(':'));
        if starts {
            let mut here = source.module();
            here.extend(inline.iter().map(|_| "inline".to_owned()));
            walk(tokens, i, &here, &mut found);
        }
    }
    found
}

/// Follows a path, and each branch of a `use` tree, adding what it ends at; gives back where the path ended.
fn walk(
    tokens: &[Placed],
    mut at: usize,
    from: &[String],
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let mut path = from.to_vec();
    let Some(line) = tokens.get(at).map(|placed| placed.line) else {
        return at;
    };
    loop {
        match tokens.get(at).and_then(Placed::word) {
            Some("crate" | "goldseam") => path.clear(),
            Some("super") => drop(path.pop()),
            Some("self") => {}
            Some(word) => path.push(word.to_owned()),
            None if tokens.get(at).is_some_and(|placed| placed.is('{')) => {
                at += 1;
                while tokens.get(at).is_some_and(|placed| !placed.is('}')) {
                    at = walk(tokens, at, &path, found);
                    while tokens
                        .get(at)
                        .is_some_and(|placed| !placed.is(',') && !placed.is('}'))
                    {
                        at += 1;
                    }
                    if tokens.get(at).is_some_and(|placed| placed.is(',')) {
                        at += 1;
                    }
                }
                return at + 1;
            }
            None => break,
        }
        let goes_on = tokens.get(at + 1).is_some_and(|placed| placed.is(':'))
            && tokens.get(at + 2).is_some_and(|placed| placed.is(':'));
        if !goes_on {
            break;
        }
        at += 3;
    }
    found.push((line, path));
    at + 1
}
