//! What is written on the weekly page. Every string comes from the caller; nothing here knows the records it was made from.

/// One weekly page, in reading order.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Goes into the file's own description and into window titles of other programs: keep it neutral.
    pub document_title: String,
    /// BCP 47, as `en-GB`.
    pub language: String,
    pub title: String,
    pub dates: String,
    /// Whose page it is; drawn at the right of the dates when there is room.
    pub names: Vec<Name>,
    pub path: Option<PathLine>,
    pub sections: Vec<Section>,
    /// Said once, small, at the end of the last page.
    pub note: Option<String>,
    /// One line to sign on for each; only on the last page.
    pub signatures: Vec<String>,
    /// Runs along the foot of every page.
    pub footer: String,
    /// Takes the number of this page and how many there are.
    pub page_label: fn(usize, usize) -> String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub mark: Mark,
}

/// The shape in front of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Indigo disc with the first letter.
    First,
    /// Iron rounded square with the first letter.
    Second,
    /// The mended disc, for two people named together.
    Both,
}

/// The ten steps as one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathLine {
    pub done: [bool; 10],
    /// 1 to 10; anything else is drawn as no step.
    pub current: Option<u8>,
    /// Says in words what the line shows.
    pub described: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// A line break in it is kept.
    pub label: String,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Paragraph(Vec<Span>),
    /// Something one person holds to: their name, the words, and what became of it (may be empty).
    Owned {
        name: String,
        text: String,
        note: String,
    },
    /// Side by side, two at a time: a heading and what stands under it.
    Columns(Vec<(String, String)>),
    Quote {
        text: String,
        from: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub emphasis: bool,
}

impl Span {
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            emphasis: false,
        }
    }

    pub fn emphasis(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            emphasis: true,
        }
    }
}

impl Row {
    /// One paragraph in one voice.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Span::plain(text)])
    }
}

/// Wraps words that were put into a sentence, so that a name in another direction cannot reorder what stands around it.
pub fn isolate(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}
