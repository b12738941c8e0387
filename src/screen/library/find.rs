//! Looks through titles, summaries and texts.

use crate::content::Library;
use crate::content::schema::{Block, Guide};

/// Something found: the guide, and the sentence it was found in where that is not its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) guide: String,
    pub(super) sentence: String,
}

/// What holds every word of `query`, titles first.
pub(super) fn find(library: &Library, query: &str) -> Vec<Hit> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut hits: Vec<(u8, Hit)> = Vec::new();
    for guide in &library.guides {
        let texts = std::iter::once(guide.summary.as_str()).chain(inside(guide));
        let sentence = texts.flat_map(sentences).find(|text| holds(text));
        let rank = if holds(&guide.title) { 0 } else { 1 };
        if rank == 0 || sentence.is_some() {
            let sentence = sentence.unwrap_or_default().to_owned();
            let guide = guide.id.clone();
            hits.push((rank, Hit { guide, sentence }));
        }
    }
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

fn inside(guide: &Guide) -> impl Iterator<Item = &str> {
    guide.pages.iter().flat_map(|page| {
        let said = page.blocks.iter().flat_map(|block| match block {
            Block::Say { text } => vec![text.as_str()],
            Block::Examples { items, .. } => items.iter().map(String::as_str).collect(),
            Block::Ask { prompt, .. } => vec![prompt.as_str()],
            _ => Vec::new(),
        });
        [page.title.as_str(), page.lead.as_str()]
            .into_iter()
            .chain(said)
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!']).map(str::trim)
}
