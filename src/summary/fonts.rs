//! Words into placed glyphs. Our own faces first; the system's are opened only when a character is not in ours.

use super::ink::{Ink, Rgb};
use super::shape::{joined, missing_in, place, shape, upright, whole_word};
use crate::assets::FACES;
use cosmic_text::fontdb::{self, Source};
use cosmic_text::skrifa::raw::TableProvider;
use cosmic_text::skrifa::{FontRef, MetadataProvider, Tag};
use cosmic_text::{Attrs, FeatureTag, FontFeatures, FontSystem, Weight};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Face {
    Title,
    Read,
    ReadItalic,
    Sans,
    SansSemibold,
    SansBold,
}

impl Face {
    pub(super) fn attrs(self) -> Attrs<'static> {
        let family = match self {
            Self::Title => "Gentium Plus",
            Self::Read | Self::ReadItalic => "Gentium Book Plus",
            Self::Sans | Self::SansSemibold | Self::SansBold => "Lato",
        };
        let attrs = Attrs::new().family(fontdb::Family::Name(family));
        match self {
            Self::Title => attrs,
            // Gentium Book calls itself medium.
            Self::Read => attrs.weight(Weight(500)),
            Self::ReadItalic => attrs.weight(Weight(500)).style(fontdb::Style::Italic),
            Self::Sans => attrs.font_features(unligated()),
            Self::SansSemibold => attrs.weight(Weight(600)).font_features(unligated()),
            Self::SansBold => attrs.weight(Weight(700)).font_features(unligated()),
        }
    }

    /// How far above and below the baseline the face reaches, in em: what a browser centres in a line.
    fn reach(self) -> (f32, f32) {
        match self {
            Self::Title | Self::Read | Self::ReadItalic => (1.0986, 0.3662),
            Self::Sans | Self::SansSemibold | Self::SansBold => (0.987, 0.213),
        }
    }
}

/// Lato joins t and i into one shape that reads as a smudge in small sizes.
fn unligated() -> FontFeatures {
    let mut features = FontFeatures::new();
    features.disable(FeatureTag::STANDARD_LIGATURES);
    features
}

/// Sizes in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) line: f32,
    pub(super) colour: Rgb,
}

impl Style {
    pub(super) const fn new(face: Face, size: f32, line: f32, colour: Rgb) -> Self {
        Self {
            face,
            size,
            line,
            colour,
        }
    }

    pub(super) fn baseline(self) -> f32 {
        let (up, down) = self.face.reach();
        (self.line - (up + down) * self.size) / 2.0 + up * self.size
    }
}

/// Which face of which collection, at which weight (a variable face is cut at it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct FontKey {
    pub(super) system: bool,
    pub(super) id: fontdb::ID,
    pub(super) weight: u16,
}

#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) id: u16,
    /// In em.
    pub(super) advance: f32,
    pub(super) offset: (f32, f32),
    /// The bytes of the run's text it stands for.
    pub(super) range: Range<usize>,
}

/// Glyphs of one face, size, colour and direction, from left to right. Runs follow each other as they are read.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) font: FontKey,
    pub(super) size: f32,
    pub(super) colour: Rgb,
    pub(super) text: Arc<str>,
    pub(super) glyphs: Vec<Glyph>,
}

#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) top: f32,
    pub(super) height: f32,
    pub(super) baseline: f32,
    /// Where each run begins.
    pub(super) runs: Vec<(f32, Run)>,
}

/// Text broken into lines, from its own top left corner.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    pub(super) lines: Vec<Line>,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Block {
    /// The first line's.
    pub(super) fn baseline(&self) -> f32 {
        self.lines.first().map_or(0.0, |line| line.baseline)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many the first lines hold, about.
    fn graphemes(&self, lines: usize) -> usize {
        let runs = self.lines.iter().take(lines).flat_map(|line| &line.runs);
        runs.map(|(_, run)| run.glyphs.len()).sum::<usize>() + lines
    }

    pub(super) fn draw(&self, x: f32, y: f32, ink: &mut Vec<Ink>) {
        for line in &self.lines {
            line.draw(x, y, ink);
        }
    }
}

fn text_between(line: &Line, from: usize, to: usize) -> bool {
    line.runs.last().is_some_and(|(_, run)| {
        run.text
            .get(from..to)
            .is_some_and(|gap| gap.chars().any(char::is_whitespace))
    })
}

impl Line {
    /// Where in its paragraph's text it begins.
    fn start(&self) -> Option<usize> {
        let glyphs = self.runs.iter().flat_map(|(_, run)| &run.glyphs);
        glyphs.map(|glyph| glyph.range.start).min()
    }

    fn end(&self) -> Option<usize> {
        let glyphs = self.runs.iter().flat_map(|(_, run)| &run.glyphs);
        glyphs.map(|glyph| glyph.range.end).max()
    }

    pub(super) fn draw(&self, x: f32, y: f32, ink: &mut Vec<Ink>) {
        ink.extend(self.runs.iter().map(|(at, run)| Ink::Text {
            x: x + at,
            y: y + self.baseline,
            run: run.clone(),
        }));
    }
}

/// The fonts, opened once and kept. It keeps no text.
pub(super) struct Typesetter {
    own: FontSystem,
    system: Option<FontSystem>,
    language: String,
    /// Found in no font so far: not looked for again, because the search opens every font there is.
    hopeless: BTreeSet<char>,
    fonts: HashMap<FontKey, krilla::text::Font>,
    missing: bool,
}

impl fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typesetter")
            .field("system_fonts_open", &self.system.is_some())
            .finish_non_exhaustive()
    }
}

fn own_faces() -> fontdb::Database {
    let mut faces = fontdb::Database::new();
    for bytes in FACES {
        faces.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    faces
}

/// A font whose characters cannot be drawn would leave holes in the page; without it the next font that knows them is taken.
fn drawable(data: &[u8], index: u32) -> bool {
    FontRef::from_index(data, index).is_ok_and(|font| {
        [b"glyf", b"CFF ", b"CFF2", b"COLR", b"CBDT", b"sbix"]
            .into_iter()
            .any(|table| font.data_for_tag(Tag::new(table)).is_some())
    })
}

fn with_system_faces(language: &str) -> FontSystem {
    let mut faces = own_faces();
    faces.load_system_fonts();
    let undrawable: Vec<fontdb::ID> = faces
        .faces()
        .filter(|face| face.post_script_name.contains("Emoji"))
        .map(|face| face.id)
        .filter(|id| faces.with_face_data(*id, drawable) != Some(true))
        .collect();
    for id in undrawable {
        faces.remove_face(id);
    }
    FontSystem::new_with_locale_and_db(language.to_owned(), faces)
}

impl Typesetter {
    pub(super) fn new() -> Self {
        Self {
            own: FontSystem::new_with_locale_and_db("en-GB".to_owned(), own_faces()),
            system: None,
            language: String::new(),
            hopeless: BTreeSet::new(),
            fonts: HashMap::new(),
            missing: false,
        }
    }

    /// Begins a document: which language decides between regional shapes of the same Chinese character.
    pub(super) fn begin(&mut self, language: &str) {
        if self.language != language {
            language.clone_into(&mut self.language);
            self.system = None;
            self.hopeless.clear();
            self.fonts.retain(|key, _| !key.system);
        }
        self.missing = false;
    }

    /// Whether, since `begin`, some character had no glyph anywhere.
    pub(super) fn missing(&self) -> bool {
        self.missing
    }

    /// Breaks styled words into lines no wider than `width`; a word too long for a line is broken too.
    pub(super) fn set(&mut self, spans: &[(&str, Style)], width: f32) -> Block {
        let Some(&(_, first)) = spans.first() else {
            return Block::default();
        };
        let (text, styles) = joined(spans);
        if text.trim().is_empty() {
            return Block::default();
        }
        let mut block = Block::default();
        let mut at = 0;
        for paragraph in text.trim_end().split('\n') {
            let range = at..at + paragraph.len();
            at = range.end + 1;
            let part: Vec<(Range<usize>, Style)> = styles
                .iter()
                .filter(|(r, _)| r.start < range.end && r.end > range.start)
                .map(|(r, style)| {
                    let from = r.start.max(range.start) - range.start;
                    (from..r.end.min(range.end) - range.start, *style)
                })
                .collect();
            let from = block.lines.len();
            self.paragraph(paragraph, &part, first, width, &mut block);
            self.close_lines(&mut block, from);
        }
        block
    }

    /// As `set`, but of no more than so many lines; what was left out shows as an ellipsis. For words that must not break
    /// over pages.
    pub(super) fn set_within(
        &mut self,
        words: &str,
        style: Style,
        width: f32,
        lines: usize,
    ) -> Block {
        let mut block = self.set(&[(words, style)], width);
        let mut keep = block.graphemes(lines);
        while block.lines.len() > lines && keep > 0 {
            keep = keep.saturating_sub(3);
            let mut cut: String = words.trim().graphemes(true).take(keep).collect();
            cut.push('…');
            block = self.set(&[(&cut, style)], width);
        }
        block
    }

    fn paragraph(
        &mut self,
        text: &str,
        styles: &[(Range<usize>, Style)],
        first: Style,
        width: f32,
        block: &mut Block,
    ) {
        let mut attrs: Vec<(Range<usize>, Attrs<'static>)> = styles
            .iter()
            .enumerate()
            .map(|(i, (range, style))| (range.clone(), style.face.attrs().metadata(i)))
            .collect();
        let mut shaped = shape(&mut self.own, text, &attrs, first, width);
        let mut system = false;
        // First the nearest weight, then the plain one: many scripts come in no other.
        for heavy in [true, false] {
            let wanted: Vec<Range<usize>> = missing_in(&shaped, text)
                .filter(|range| {
                    text[range.clone()]
                        .chars()
                        .any(|c| !self.hopeless.contains(&c))
                })
                .collect();
            if wanted.is_empty() {
                break;
            }
            let wanted: Vec<Range<usize>> = wanted
                .into_iter()
                .map(|range| whole_word(text, range))
                .collect();
            attrs = upright(&attrs, &wanted, heavy);
            let fonts = self
                .system
                .get_or_insert_with(|| with_system_faces(&self.language));
            shaped = shape(fonts, text, &attrs, first, width);
            system = true;
        }
        let lost: Vec<Range<usize>> = missing_in(&shaped, text).collect();
        for range in lost {
            self.missing = true;
            self.hopeless.extend(text[range].chars());
        }
        place(&shaped, text, styles, first, system, block);
    }

    /// A line ends with the space it was broken at, which shaping leaves out: whoever listens would hear two words as one.
    fn close_lines(&mut self, block: &mut Block, from: usize) {
        // The paragraph before ended in a line break, which reads as a space too.
        for i in from.saturating_sub(1)..block.lines.len().saturating_sub(1) {
            let (Some(end), Some(start)) = (block.lines[i].end(), block.lines[i + 1].start())
            else {
                continue;
            };
            let same = i >= from;
            if same && (end >= start || !text_between(&block.lines[i], end, start)) {
                continue;
            }
            let Some((at, run)) = block.lines[i].runs.last() else {
                continue;
            };
            let Some(space) = self.space(run.font) else {
                continue;
            };
            let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
            let x = at + width * run.size;
            let run = Run {
                font: run.font,
                size: run.size,
                colour: run.colour,
                text: Arc::from(" "),
                glyphs: vec![Glyph {
                    id: space,
                    advance: 0.2,
                    offset: (0.0, 0.0),
                    range: 0..1,
                }],
            };
            block.lines[i].runs.push((x, run));
        }
    }

    fn space(&self, key: FontKey) -> Option<u16> {
        let fonts = if key.system {
            self.system.as_ref()?
        } else {
            &self.own
        };
        fonts
            .db()
            .with_face_data(key.id, |data, index| {
                let font = FontRef::from_index(data, index).ok()?;
                u16::try_from(font.charmap().map(' ')?.to_u32()).ok()
            })
            .flatten()
    }

    /// The face as the PDF writer wants it. `None` only for a system font whose file went away.
    pub(super) fn font(&mut self, key: FontKey) -> Option<krilla::text::Font> {
        if let Some(font) = self.fonts.get(&key) {
            return Some(font.clone());
        }
        let fonts = if key.system {
            self.system.as_ref()?
        } else {
            &self.own
        };
        let face = fonts.db().face(key.id)?;
        let data = match &face.source {
            Source::Binary(data) | Source::SharedFile(_, data) => Arc::clone(data),
            Source::File(path) => Arc::new(std::fs::read(path).ok()?),
        };
        let variable =
            FontRef::from_index((*data).as_ref(), face.index).is_ok_and(|font| font.fvar().is_ok());
        let axes = [(krilla::text::Tag::new(b"wght"), f32::from(key.weight))];
        let axes = if variable { &axes[..] } else { &[] };
        let font = krilla::text::Font::new_variable(data.into(), face.index, axes)?;
        self.fonts.insert(key, font.clone());
        Some(font)
    }
}
