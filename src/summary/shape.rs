//! The steps between words and glyphs: cleaning, shaping by cosmic-text, finding what has no glyph, and taking the result
//! apart into runs.

use super::fonts::{Block, FontKey, Glyph, Line, Run, Style};
use cosmic_text::fontdb;
use cosmic_text::{Attrs, Buffer, FontFeatures, FontSystem, Metrics, Shaping, Weight, Wrap};
use std::ops::Range;
use std::sync::Arc;

/// One text with the styles' ranges in it, free of what has no place on paper.
pub(super) fn joined(spans: &[(&str, Style)]) -> (String, Vec<(Range<usize>, Style)>) {
    let mut text = String::new();
    let mut styles = Vec::new();
    for (words, style) in spans {
        let start = text.len();
        let touching = text.chars().next_back().is_some_and(|c| !c.is_whitespace())
            && words.chars().next().is_some_and(|c| !c.is_whitespace());
        // cosmic-text shapes an ASCII word in one face even where the style changes inside it; a word joiner makes it look.
        if touching {
            text.push('\u{2060}');
        }
        let words = words.replace("\r\n", "\n");
        text.extend(words.chars().filter_map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
            c if c.is_control() => Some(' '),
            c => Some(c),
        }));
        styles.push((start..text.len(), *style));
    }
    (text, styles)
}

pub(super) fn shape(
    fonts: &mut FontSystem,
    text: &str,
    attrs: &[(Range<usize>, Attrs<'static>)],
    first: Style,
    width: f32,
) -> Buffer {
    let mut buffer = Buffer::new_empty(Metrics::new(first.size, first.line));
    buffer.set_wrap(fonts, Wrap::WordOrGlyph);
    buffer.set_size(fonts, Some(width), None);
    let default = first.face.attrs();
    buffer.set_rich_text(
        fonts,
        attrs
            .iter()
            .map(|(range, attrs)| (&text[range.clone()], attrs.clone())),
        &default,
        Shaping::Advanced,
        None,
    );
    buffer.shape_until_scroll(fonts, false);
    buffer
}

/// Characters that only steer: they are drawn by nothing and need no glyph.
fn steers(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ad}'
            | '\u{61c}'
    )
}

pub(super) fn missing_in<'b>(
    shaped: &'b Buffer,
    text: &'b str,
) -> impl Iterator<Item = Range<usize>> + 'b {
    shaped.layout_runs().flat_map(move |line| {
        line.glyphs
            .iter()
            .filter(|glyph| glyph.glyph_id == 0)
            .map(|glyph| glyph.start..glyph.end)
            .filter(|range| !text[range.clone()].chars().all(steers))
    })
}

/// A right-to-left word keeps to one face: cosmic-text puts the pieces of a word that changes face into the wrong order.
pub(super) fn whole_word(text: &str, range: Range<usize>) -> Range<usize> {
    let leftward = |c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if !text[range.clone()].chars().any(leftward) {
        return range;
    }
    let from = text[..range.start]
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(at, c)| at + c.len_utf8());
    let to = text[range.end..]
        .find(char::is_whitespace)
        .map_or(text.len(), |at| range.end + at);
    from..to
}

/// The same styles, but upright and in a common weight where characters were missing: fallback faces are looked for only
/// among those of the same slant and weight, and few scripts have italics.
pub(super) fn upright(
    attrs: &[(Range<usize>, Attrs<'static>)],
    missing: &[Range<usize>],
    heavy: bool,
) -> Vec<(Range<usize>, Attrs<'static>)> {
    let mut missing: Vec<Range<usize>> = missing.to_vec();
    missing.sort_by_key(|range| range.start);
    let mut out = Vec::new();
    for (range, attrs) in attrs {
        let weight = if heavy && attrs.weight.0 >= 600 {
            Weight::BOLD
        } else {
            Weight::NORMAL
        };
        let plain = attrs
            .clone()
            .style(fontdb::Style::Normal)
            .weight(weight)
            .font_features(FontFeatures::new());
        let mut at = range.start;
        for hole in &missing {
            let (from, to) = (hole.start.max(at), hole.end.min(range.end));
            if from >= to {
                continue;
            }
            if from > at {
                out.push((at..from, attrs.clone()));
            }
            out.push((from..to, plain.clone()));
            at = to;
        }
        if at < range.end {
            out.push((at..range.end, attrs.clone()));
        }
    }
    out
}

pub(super) fn place(
    shaped: &Buffer,
    text: &str,
    styles: &[(Range<usize>, Style)],
    first: Style,
    system: bool,
    block: &mut Block,
) {
    let text: Arc<str> = Arc::from(text);
    for line in shaped.layout_runs() {
        let mut runs: Vec<(f32, Run)> = Vec::new();
        let mut level = None;
        let mut after_space = false;
        // In a right-to-left line the glyphs come from the right; marks of no width must stay before their letter.
        let mut glyphs: Vec<_> = line.glyphs.iter().collect();
        if line.rtl {
            glyphs.reverse();
        }
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        for glyph in glyphs {
            let range = glyph.start..glyph.end;
            if text[range.clone()].chars().all(steers) && glyph.w.abs() < 0.01 {
                continue;
            }
            let font = FontKey {
                system,
                id: glyph.font_id,
                weight: glyph.font_weight.0,
            };
            let colour = styles
                .get(glyph.metadata)
                .map_or(first.colour, |(_, style)| style.colour);
            let space = text[range.clone()].chars().all(char::is_whitespace);
            // Right-to-left words stand alone, so that they can be written in the order they are read.
            let apart = glyph.level.is_rtl() && (space || after_space);
            after_space = space;
            let same = !apart
                && runs.last().is_some_and(|(_, run)| {
                    run.font == font && run.colour == colour && level == Some(glyph.level)
                });
            if !same {
                let run = Run {
                    font,
                    size: glyph.font_size,
                    colour,
                    text: Arc::clone(&text),
                    glyphs: Vec::new(),
                };
                runs.push((glyph.x, run));
                level = Some(glyph.level);
            }
            if let Some((_, run)) = runs.last_mut() {
                run.glyphs.push(Glyph {
                    id: glyph.glyph_id,
                    advance: glyph.w / glyph.font_size,
                    offset: (glyph.x_offset, glyph.y_offset),
                    range,
                });
            }
        }
        runs.sort_by_key(|(_, run)| run.glyphs.iter().map(|glyph| glyph.range.start).min());
        block.lines.push(Line {
            top: block.height,
            height: first.line,
            baseline: block.height + first.baseline(),
            runs,
        });
        block.width = block.width.max(line.line_w);
        block.height += first.line;
    }
}
