//! What the content says of a guide, as far as the walk has to know it.

use goldseam::content::Library;
use goldseam::content::schema::{Block, Choice, Chosen, Guide, Page, SwapCard};
use goldseam::domain::Kind;
use goldseam::domain::record::AnswerValue;

/// How often it has to be walked so that every page that hangs on one of several answers is seen.
pub fn rounds(guide: &Guide) -> usize {
    let hung = guide.pages.iter().filter_map(|page| page.when.as_ref());
    let many = hung
        .filter_map(|when| one_of(guide, when))
        .map(<[Choice]>::len);
    many.max().unwrap_or(1)
}

/// The options where only one can be chosen.
fn one_of<'g>(guide: &'g Guide, when: &Chosen) -> Option<&'g [Choice]> {
    let page = guide.pages.iter().find(|page| page.id == when.page)?;
    page.blocks.iter().find_map(|block| match block {
        Block::Choose(choose) if choose.id == when.block => Some(choose.options.as_slice()),
        _ => None,
    })
}

pub fn chooses(guide: &Guide, when: &Chosen, option: usize) -> bool {
    match one_of(guide, when) {
        Some(options) => options[option % options.len()].id == when.option,
        None => true,
    }
}

/// What a text says around names and line breaks.
pub fn fragments(text: &str) -> Vec<&str> {
    let pieces = text.split(['{', '}', '\n']);
    let names = ["hurt", "broke", "you", "other"];
    pieces
        .map(str::trim)
        .filter(|piece| piece.chars().any(char::is_alphabetic) && !names.contains(piece))
        .collect()
}

/// All that the content has to say in a block.
pub fn says_of<'b>(block: &'b Block, library: &'b Library) -> Vec<&'b str> {
    let pillar = |id: &str| library.pillars.iter().find(|pillar| pillar.id == id);
    let fronts = |cards: &'b [SwapCard]| cards.iter().map(|card| card.instead.as_str());
    match block {
        // What stands behind a card comes when it is turned, and a sentence is cut in pieces by its slots.
        Block::Swap(swap) => block
            .prompt()
            .into_iter()
            .chain(fronts(&swap.cards))
            .collect(),
        Block::Compose(_) => block.prompt().into_iter().collect(),
        Block::Look(look) => pillar(&look.pillar).map_or(Vec::new(), |p| {
            std::iter::once(&p.look)
                .chain(&p.words)
                .map(String::as_str)
                .collect()
        }),
        Block::Notice(notice) => {
            pillar(&notice.pillar).map_or(Vec::new(), |p| vec![p.noticed.as_str()])
        }
        other => other.texts(),
    }
}

pub fn rates(page: &Page) -> bool {
    let mut blocks = page.blocks.iter();
    blocks.any(|block| matches!(block, Block::Rate(_) | Block::Look(_)))
}

pub fn is_blank(value: &AnswerValue) -> bool {
    matches!(value, AnswerValue::Text(words) if words.is_blank())
}

/// The kind of a record, and nothing of what is in it.
pub fn kind(kind: &Kind) -> String {
    let value = serde_json::to_value(kind).unwrap();
    let name = value.as_object().and_then(|object| object.keys().next());
    name.cloned().unwrap_or_default()
}
