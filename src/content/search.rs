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
mod tests {
    use super::*;
    use crate::content::schema::{Block, Evidence, Guide, Keep, Page, Whose};
    use crate::content::schema::{GuideKind, Need};
    use crate::domain::{Part, PersonId};
    use std::collections::BTreeMap;

    fn guide(id: &str, title: &str, summary: &str, says: &[&str]) -> Guide {
        let say = |text: &&str| Block::Say {
            text: (*text).into(),
        };
        Guide {
            id: id.into(),
            kind: GuideKind::Read,
            title: title.into(),
            summary: summary.into(),
            minutes: 3,
            evidence: Evidence::SourceAuthor,
            sources: vec![],
            own_space: false,
            goes_with: vec![],
            pages: vec![Page {
                id: "page".into(),
                title: "A page".into(),
                whose: Whose::Each,
                keep: Keep::Private,
                when: None,
                lead: String::new(),
                blocks: says.iter().map(say).collect(),
            }],
        }
    }

    fn library(guides: Vec<Guide>) -> Library {
        let mut library = Library::embedded().unwrap();
        library.needs = vec![Need {
            id: "sleep".into(),
            words: "I lie awake".into(),
            help: false,
            under: String::new(),
            guides: vec!["nights".into()],
            why: BTreeMap::new(),
        }];
        Library { guides, ..library }
    }

    fn ids(library: &Library, query: &str) -> Vec<String> {
        let hits = find(library, query, None).hits.into_iter();
        hits.filter(|hit| hit.rank != Rank::Partly)
            .map(|hit| hit.guide)
            .filter(|id| id != REFLECTION && id != HELP)
            .collect()
    }

    #[test]
    fn titles_come_before_summaries_and_these_before_texts() {
        let library = library(vec![
            guide(
                "apart",
                "Days",
                "Plain.",
                &["Zebra here.", "A stripe there."],
            ),
            guide(
                "text",
                "Nights",
                "Plain.",
                &["One. A zebra with a stripe. Two."],
            ),
            guide("summary", "Zebra", "About a stripe.", &[]),
            guide("title", "The stripe of a zebra", "Plain.", &[]),
            guide("neither", "Stripes", "Plain.", &["A bra."]),
        ]);
        assert_eq!(
            ids(&library, "zebra stripe"),
            ["title", "summary", "text", "apart"]
        );
        let hits = find(&library, "STRIPE zebra", None).hits;
        assert_eq!(hits[0].excerpt, "", "nothing but the title");
        assert_eq!(hits[1].excerpt, "About a stripe.");
        assert_eq!(hits[2].excerpt, "A zebra with a stripe.");
        assert_eq!(hits[2].page, Some(0));
        assert_eq!(hits[3].excerpt, "Zebra here.");
        let ranks: Vec<Rank> = hits.iter().map(|hit| hit.rank).collect();
        assert_eq!(ranks, [Rank::Title, Rank::Summary, Rank::Text, Rank::Apart]);
    }

    #[test]
    fn words_match_where_a_word_begins() {
        let library = library(vec![guide(
            "one",
            "Forgiveness",
            "Doubt.",
            &["A re-start."],
        )]);
        assert_eq!(ids(&library, "forg"), ["one"]);
        assert_eq!(ids(&library, "  doubt!? "), ["one"]);
        assert_eq!(ids(&library, "start"), ["one"]);
        assert!(ids(&library, "giveness").is_empty());
        assert!(ids(&library, "forg nothing").is_empty());
        assert!(find(&library, " – ? ", None).hits.is_empty());
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        let library = library(vec![guide(
            "one",
            "Größe",
            "I can’t, naïvely; cafe\u{0301}.",
            &["Łódź, ÉCOUTER, Ελληνική"],
        )]);
        for query in [
            "grosse",
            "GRÖSSE",
            "can't",
            "cant’ naive",
            "café",
            "lodz",
            "ecouter",
            "ελληνικη",
        ] {
            let expected = !query.starts_with("cant");
            assert_eq!(!ids(&library, query).is_empty(), expected, "{query}");
        }
    }

    #[test]
    fn other_scripts_are_found_inside_a_run() {
        let library = library(vec![
            guide(
                "zh",
                "重建信任",
                "两个人一起做。",
                &["先听。再说你听到了什么。"],
            ),
            guide("ar", "بناء الثقة", "خطوة وَاحِدة.", &["قل الحقيقة؟ نعم."]),
        ]);
        assert_eq!(ids(&library, "信任"), ["zh"]);
        assert_eq!(ids(&library, "听到 一起"), ["zh"]);
        assert_eq!(
            find(&library, "听到", None).hits[0].excerpt,
            "再说你听到了什么。"
        );
        assert_eq!(ids(&library, "ثقة"), ["ar"], "without the article");
        assert_eq!(ids(&library, "واحدة"), ["ar"], "without the vowel marks");
        assert_eq!(find(&library, "حقيقه", None).hits[0].excerpt, "قل الحقيقة؟");
    }

    #[test]
    fn names_and_slots_are_no_words() {
        let mut one = guide("one", "Ask {hurt}", "Plain.", &[]);
        one.pages[0].blocks = vec![Block::Compose {
            id: "own".into(),
            prompt: "Say it".into(),
            sentence: "I [what] and it [effect].".into(),
            slots: vec![],
        }];
        let library = library(vec![one]);
        assert!(ids(&library, "hurt").is_empty());
        assert!(ids(&library, "effect").is_empty());
        assert_eq!(
            find(&library, "and it", None).hits[0].excerpt,
            "I ___ and it ___."
        );
    }

    #[test]
    fn a_long_sentence_is_cut_around_what_was_found() {
        let long = format!(
            "{}the zebra {}",
            "some words ".repeat(40),
            "and more ".repeat(40)
        );
        let library = library(vec![guide("one", "Days", "Plain.", &[&long])]);
        let excerpt = &find(&library, "zebra", None).hits[0].excerpt;
        assert!(excerpt.contains("the zebra and more"), "{excerpt}");
        assert!(
            excerpt.starts_with("… ") && excerpt.ends_with(" …"),
            "{excerpt}"
        );
        assert!(excerpt.chars().count() <= LONGEST + 4, "{excerpt}");
    }

    #[test]
    fn a_whole_sentence_finds_what_holds_its_telling_words() {
        let many = |n: usize| {
            let says = match n {
                3 => "They said that the zebra keeps it.",
                7 => "They said that they keep the zebra and a stripe.",
                _ => "They said that it keeps.",
            };
            guide(&format!("guide-{n}"), "Days", "Plain.", &[says])
        };
        let library = library((0..12).map(many).collect());
        let hits = find(
            &library,
            "They said that stripes or a zebra are nowhere",
            None,
        )
        .hits;
        let found = hits.iter().map(|hit| hit.guide.as_str());
        let found: Vec<&str> = found.filter(|id| id.starts_with("guide-")).collect();
        assert_eq!(
            found,
            ["guide-3", "guide-7"],
            "and not the twelve that say they said that"
        );
        assert!(hits.iter().all(|hit| hit.rank == Rank::Partly));
        assert_eq!(
            ids(&library, "zebra stripe"),
            ["guide-7"],
            "all the words, where there are all"
        );
        assert!(find(&library, "nowhere neither", None).hits.is_empty());
    }

    /// The marked words of a text, apart from each other by a bar.
    fn marked(text: &str, query: &str) -> String {
        let marks = marks(text, &words(query)).into_iter();
        marks.map(|at| &text[at]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn each_word_is_marked_whole_and_as_it_is_written() {
        for (text, query, found) in [
            ("Trust grows; they trusted it.", "trust", "Trust|trusted"),
            ("Grow, and then trust.", "trust GROW", "Grow|trust"),
            ("Distrust is not found by it.", "trust", ""),
            (
                "Cafe\u{301} und Größe, naïvely.",
                "cafe grosse naive",
                "Cafe\u{301}|Größe|naïvely",
            ),
            ("I can’t say it.", "cant can't", "can’t"),
            ("It is in me. Am I?", "I am", "Am|I"),
            ("بناء الثقة خطوة وَاحِدة", "ثقه واحدة", "الثقة|وَاحِدة"),
            ("再说你听到了什么。", "听到", "听到"),
            ("先听，再听到。", "听", "听|听"),
            (
                "{names} [slots] are words once they are shown",
                "names slots",
                "names|slots",
            ),
            ("Nothing here.", " – ? ", ""),
        ] {
            assert_eq!(marked(text, query), found, "{query} in {text}");
        }
    }

    /// A page that shows nothing marked would leave somebody looking for the word.
    #[test]
    fn what_was_found_is_marked_in_its_excerpt() {
        let library = Library::embedded().unwrap();
        for query in [
            "sleep", "phone", "night", "sorry", "alone", "promise", "children",
        ] {
            let hits = find(&library, query, None).hits;
            assert!(!hits.is_empty(), "{query}");
            for hit in hits.iter().filter(|hit| hit.role != Role::Title) {
                assert_ne!(marked(&hit.excerpt, query), "", "{query}: {}", hit.excerpt);
            }
        }
    }

    #[test]
    fn a_page_that_opens_for_who_is_here_is_told_before_one_that_does_not() {
        let mut one = guide(
            "one",
            "Days",
            "Plain.",
            &["This is a zebra for the other one."],
        );
        one.pages[0].whose = Whose::BrokeTrust;
        let mut mine = one.pages[0].clone();
        mine.id = "mine".into();
        mine.title = "Zebra".into();
        mine.whose = Whose::Hurt;
        mine.blocks = vec![Block::Say {
            text: "This is a zebra for me only.".into(),
        }];
        one.pages.push(mine);
        let library = library(vec![one]);
        let told = |part| {
            let person = PersonId::from_random(1);
            let sitting = Sitting::Alone { person, part };
            let hits = find(&library, "zebra", Some(sitting)).hits;
            (hits[0].page, hits[0].excerpt.clone())
        };
        assert_eq!(
            told(Part::WasHurt),
            (Some(1), "This is a zebra for me only.".into())
        );
        let theirs = (Some(0), "This is a zebra for the other one.".into());
        assert_eq!(told(Part::BrokeTrust), theirs);
    }

    #[test]
    fn needs_the_reflection_and_help_are_found_too() {
        let library = library(vec![guide("nights", "Days", "Plain.", &[])]);
        assert_eq!(ids(&library, "awake"), ["nights"]);
        let built_in = Library::embedded().unwrap();
        let found = |query: &str, id: &str| {
            find(&built_in, query, None)
                .hits
                .iter()
                .any(|hit| hit.guide == id)
        };
        assert!(found(&built_in.walk_away.title, REFLECTION));
        assert!(found(&built_in.support.countries[0].name, HELP));
        assert!(found(
            &built_in.pillars[2].ordinary_day[0],
            &built_in.pillars[2].id
        ));
    }

    #[test]
    fn whoever_is_afraid_finds_help_before_all_else() {
        let library = Library::embedded().unwrap();
        for query in [
            "afraid",
            "I am afraid",
            "fear",
            "help",
            "scared",
            "hits",
            "unsafe",
        ] {
            assert_eq!(find(&library, query, None).hits[0].guide, HELP, "{query}");
        }
        let told = "I am scared that he will come home drunk";
        assert_eq!(find(&library, told, None).hits[0].guide, HELP);
        let about_trust = find(&library, "trust", None).hits;
        assert_ne!(about_trust[0].guide, HELP);
    }

    #[test]
    fn every_guide_is_found_by_its_own_title() {
        let library = Library::embedded().unwrap();
        for guide in &library.guides {
            let hits = find(&library, &guide.title, None).hits;
            assert!(hits.iter().any(|hit| hit.guide == guide.id), "{}", guide.id);
        }
    }
}
