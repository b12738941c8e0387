//! Looking through all content for words.
//!
//! Case and accents make no difference. A word is found at the start of a word; inside one too where a script sets no
//! spaces, or joins small words to the next. All words have to be there, in any order, anywhere in the guide; where no guide
//! holds them all, as with a whole sentence that somebody types, what holds the telling ones among them is found instead.

use super::schema::Guide;
use super::texts::Text;
use super::walk::{self, Sitting};
use super::{Library, REFLECTION};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

pub use super::texts::Role;

/// The help page among the ids of guides in a [`Hit`].
pub const HELP: &str = "help";

/// A guide that holds all that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its id; [`REFLECTION`] for the reflection, and [`HELP`] for the help page.
    pub guide: String,
    /// Which page of the guide the excerpt stands on; nothing for what stands above all pages.
    pub page: Option<usize>,
    /// The sentence that holds most of the words; nothing where only the title does. Names have still to be filled in.
    pub excerpt: String,
    /// What kind of text the excerpt is out of.
    pub role: Role,
    pub rank: Rank,
}

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Best first.
    pub hits: Vec<Hit>,
    /// The words to mark, for [`marks`].
    pub words: Vec<String>,
}

/// How near what was found is, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Title,
    Summary,
    /// In one text.
    Text,
    /// Here and there.
    Apart,
    /// Not all of the words; no guide has them all.
    Partly,
}

/// The guides that hold every word of a query, best first, in the order of the library where they are alike. None for a query
/// without a word. What is said on several pages is told from one that opens for who is here, if there is one.
pub fn find(library: &Library, query: &str, sitting: Option<Sitting>) -> Found {
    let words = words(query);
    if words.is_empty() {
        return Found::default();
    }
    let mut hits: Vec<Hit> = all(library, &words, sitting)
        .filter(|(held, _)| *held == every(&words))
        .map(|(_, hit)| hit)
        .collect();
    if hits.is_empty() {
        return partly(library, &words, sitting);
    }
    // Nobody who is afraid has to look further down.
    let sought = |hit: &Hit| hit.guide == HELP && hit.rank == Rank::Title;
    hits.sort_by_key(|hit| (hit.rank, !sought(hit)));
    Found { hits, words }
}

/// The most that is shown of what holds some of the words.
const SOME: usize = 6;

/// What holds those of the words that tell one guide from another, most telling first.
fn partly(library: &Library, words: &[String], sitting: Option<Sitting>) -> Found {
    let held: Vec<Held> = all(library, words, sitting).map(|(held, _)| held).collect();
    let holding = |i: usize| held.iter().filter(|held| *held & (1 << i) != 0).count();
    let (telling, weights): (Vec<String>, Vec<usize>) = words
        .iter()
        .enumerate()
        .map(|(i, word)| (word, holding(i)))
        // What nearly everything holds, such as "the", tells nothing.
        .filter(|(_, holding)| (1..=held.len() / 3).contains(holding))
        .map(|(word, holding)| (word.clone(), held.len() / holding))
        .unzip();
    let weight = |held: Held| -> usize {
        let weights = weights.iter().enumerate();
        weights
            .filter(|(i, _)| held & (1 << i) != 0)
            .map(|(_, weight)| weight)
            .sum()
    };
    let mut hits: Vec<(usize, Hit)> = all(library, &telling, sitting)
        .filter(|(held, _)| *held != 0)
        .map(|(held, hit)| (weight(held), hit))
        .collect();
    let afraid = is_fear(library, &telling);
    hits.sort_by_key(|(weight, hit)| {
        let first = afraid && hit.guide == HELP;
        (!first, std::cmp::Reverse(*weight), hit.rank)
    });
    let hits = hits.into_iter().take(SOME).map(|(_, hit)| Hit {
        rank: Rank::Partly,
        ..hit
    });
    Found {
        hits: hits.collect(),
        words: telling,
    }
}

/// Whether one of the words is among those for which somebody seeks the help page.
fn is_fear(library: &Library, words: &[String]) -> bool {
    let mut folded = String::new();
    let mut sought = library
        .texts_of_help()
        .filter(|text| text.role == Role::Title);
    sought.any(|text| {
        folded.clear();
        fold(text.text, &mut folded);
        words.iter().any(|word| holds(&folded, word))
    })
}

/// Everything there is, with which of the words it holds.
fn all(
    library: &Library,
    words: &[String],
    sitting: Option<Sitting>,
) -> impl Iterator<Item = (Held, Hit)> {
    let mut seeker = Seeker {
        words,
        folded: String::new(),
    };
    let mut found: Vec<(Held, Hit)> = Vec::new();
    for guide in &library.guides {
        let open = open_pages(guide, sitting);
        found.push(seeker.hit(&guide.id, library.texts(guide), &open));
    }
    found.push(seeker.hit(REFLECTION, library.texts_of_reflection(), &[]));
    found.push(seeker.hit(HELP, library.texts_of_help(), &[]));
    found.into_iter()
}

fn every(words: &[String]) -> Held {
    (1 << words.len()) - 1
}

fn open_pages(guide: &Guide, sitting: Option<Sitting>) -> Vec<usize> {
    let turns = sitting.map_or(Vec::new(), |sitting| walk::turns(guide, sitting));
    turns.into_iter().map(|turn| turn.page).collect()
}

/// Where the words that were found stand in a text as it is shown, in order and apart from each other: the whole of a word that
/// was found by how it begins. A word of one letter or two is only itself, or half of every text would be marked.
pub fn marks(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let (mut folded, mut from) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        fold_char(c, &mut folded);
        from.resize(folded.len(), at);
    }
    let place = |at: usize| from.get(at).copied().unwrap_or(text.len());
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        let whole = word.chars().count() <= SHORT && !word.chars().any(is_found_inside);
        let ends = |at: usize| {
            let after = folded.get(at..).and_then(|rest| rest.chars().next());
            !after.is_some_and(char::is_alphanumeric)
        };
        let places = places(&folded, word).map(|at| at..at + word.len());
        let places = places.filter(|place| !whole || ends(place.end));
        found.extend(places.map(|at| place(at.start)..place(at.end)));
    }
    let words = text.unicode_word_indices();
    let words = words.map(|(at, word)| at..at + word.len());
    let mut marked: Vec<Range<usize>> = Vec::new();
    for word in words {
        let holds = |place: &Range<usize>| place.start < word.end && word.start < place.end;
        if found.iter().any(holds) {
            match marked.last_mut() {
                // Where no space stands between words, what was looked for is more than one of them.
                Some(last) if last.end == word.start => last.end = word.end,
                _ => marked.push(word),
            }
        }
    }
    marked
}

/// Letters of a word that has to be found whole to be marked.
const SHORT: usize = 2;

/// As many words as anybody types; each is a bit of [`Held`].
const MOST_WORDS: usize = 16;

/// Which of the words a text holds.
type Held = u32;

fn words(query: &str) -> Vec<String> {
    let mut folded = String::new();
    fold(query, &mut folded);
    let edges = |c: char| !c.is_alphanumeric();
    folded
        .split_whitespace()
        .map(|word| word.trim_matches(edges).to_owned())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .collect()
}

struct Seeker<'w> {
    words: &'w [String],
    folded: String,
}

impl Seeker<'_> {
    /// `open` are the pages of it that open for who is here.
    fn hit<'a>(
        &mut self,
        guide: &str,
        texts: impl Iterator<Item = Text<'a>>,
        open: &[usize],
    ) -> (Held, Hit) {
        let all = every(self.words);
        let (mut title, mut above, mut anywhere): (Held, Held, Held) = (0, 0, 0);
        let mut best: Option<((u32, bool, bool), Text<'a>)> = None;
        for text in texts {
            let found = self.found(text.text);
            anywhere |= found;
            match text.role {
                Role::Title => title |= found,
                Role::Summary | Role::Need => above |= found,
                Role::Page | Role::Text => {}
            }
            if found == 0 || text.role == Role::Title {
                continue;
            }
            let opens = text.page.is_none_or(|page| open.contains(&page));
            // A need is the same for many guides, and a title says little of the page below it.
            let says = matches!(text.role, Role::Summary | Role::Text)
                && text.text.chars().count() >= TELLING;
            let tells = (found.count_ones(), opens, says);
            if best.is_none_or(|(most, _)| tells > most) {
                best = Some((tells, text));
            }
        }
        let whole = best.is_some_and(|((count, ..), _)| count == all.count_ones());
        let rank = if title == all {
            Rank::Title
        } else if title | above == all {
            Rank::Summary
        } else if whole {
            Rank::Text
        } else {
            Rank::Apart
        };
        let text = best.map(|(_, text)| text);
        let hit = Hit {
            guide: guide.to_owned(),
            page: text.and_then(|text| text.page),
            excerpt: text.map_or_else(String::new, |text| self.excerpt(text.text)),
            role: text.map_or(Role::Title, |text| text.role),
            rank,
        };
        (anywhere, hit)
    }

    fn found(&mut self, text: &str) -> Held {
        self.folded.clear();
        fold(text, &mut self.folded);
        let mut found = 0;
        for (i, word) in self.words.iter().enumerate() {
            found |= Held::from(holds(&self.folded, word)) << i;
        }
        found
    }

    /// The sentence that holds most of the words, the first of those; of a long one what surrounds the first word found.
    fn excerpt(&mut self, text: &str) -> String {
        let mut best = (0, "");
        for sentence in text.split_sentence_bounds() {
            let count = self.found(sentence).count_ones();
            if count > best.0 {
                best = (count, sentence.trim());
            }
        }
        without_slots(&self.shortened(best.1))
    }

    fn shortened(&mut self, sentence: &str) -> String {
        if sentence.chars().count() <= LONGEST {
            return sentence.to_owned();
        }
        // The last place from which on as much is found as from the beginning is that of the first word found.
        let bounds: Vec<usize> = sentence
            .split_word_bound_indices()
            .map(|(at, _)| at)
            .collect();
        let all = self.found(sentence);
        let at = bounds.partition_point(|at| {
            let rest = sentence.get(*at..).unwrap_or_default();
            self.found(rest) == all
        });
        let from = at.saturating_sub(BEFORE);
        let start = bounds.get(from).copied().unwrap_or_default();
        let long = |end: &&usize| {
            let cut = sentence.get(start..**end).unwrap_or_default();
            cut.chars().count() > LONGEST
        };
        let after = bounds.iter().skip(from);
        let end = after.clone().find(long).copied();
        let cut = sentence.get(start..end.unwrap_or(sentence.len()));
        let before = if start == 0 { "" } else { "… " };
        let after = if end.is_none() { "" } else { " …" };
        format!("{before}{}{after}", cut.unwrap_or_default().trim())
    }
}

/// Characters of a text that says something of itself, and is not one word to choose.
const TELLING: usize = 24;

/// Characters of an excerpt; about three lines.
const LONGEST: usize = 220;

/// Words and spaces before the first word found.
const BEFORE: usize = 12;

/// Puts a gap in place of each `[slot]`.
fn without_slots(text: &str) -> String {
    let mut pieces = text.split('[');
    let mut shown = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        shown.push_str("___");
        shown.push_str(piece.split_once(']').map_or(piece, |(_, after)| after));
    }
    shown
}

fn holds(text: &str, word: &str) -> bool {
    places(text, word).next().is_some()
}

fn places(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let anywhere = word.chars().next().is_some_and(is_found_inside);
    let begins = move |at: &usize| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        anywhere || !before.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(word).map(|(at, _)| at).filter(begins)
}

/// Scripts without spaces between words, and Hebrew and Arabic, which write "the" and "and" as part of the next word.
fn is_found_inside(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08ff}'
        | '\u{0e00}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Adds a text in the form in which two are compared, without what stands in curly or square brackets.
fn fold(text: &str, folded: &mut String) {
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '{' => skip_past(&mut chars, '}'),
            '[' => skip_past(&mut chars, ']'),
            c => fold_char(c, folded),
        }
    }
}

fn fold_char(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else {
        fold_other(c, folded);
    }
}

fn skip_past(chars: &mut std::str::Chars<'_>, end: char) {
    let rest = chars.as_str();
    if let Some((_, after)) = rest.split_once(end) {
        *chars = after.chars();
    }
}

fn fold_other(c: char, folded: &mut String) {
    for c in c.to_lowercase() {
        let plain = match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => "'",
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
            'æ' => "ae",
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
            'ĥ' | 'ħ' => "h",
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
            'ĵ' => "j",
            'ķ' => "k",
            'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
            'ñ' | 'ń' | 'ņ' | 'ň' => "n",
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
            'œ' => "oe",
            'ŕ' | 'ŗ' | 'ř' => "r",
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
            'ß' => "ss",
            'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
            'ŵ' => "w",
            'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            'ά' => "α",
            'έ' => "ε",
            'ή' => "η",
            'ί' | 'ϊ' | 'ΐ' => "ι",
            'ό' => "ο",
            'ύ' | 'ϋ' | 'ΰ' => "υ",
            'ώ' => "ω",
            'ς' => "σ",
            'ё' => "е",
            'й' => "и",
            'أ' | 'إ' | 'آ' | 'ٱ' => "ا",
            'ى' => "ي",
            'ة' => "ه",
            // Marks over and under letters, and the stroke that only widens an Arabic word.
            '\u{0300}'..='\u{036f}'
            | '\u{0591}'..='\u{05c7}'
            | '\u{0610}'..='\u{061a}'
            | '\u{0640}'
            | '\u{064b}'..='\u{065f}'
            | '\u{0670}' => "",
            c => {
                folded.push(c);
                continue;
            }
        };
        folded.push_str(plain);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
