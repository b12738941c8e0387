//! Looking through all content for words.
//!
//! Case and accents make no difference. A word is found at the start of a word; inside one too where a script sets no
//! spaces, or joins small words to the next. All words have to be there, in any order, anywhere in the guide.

use super::texts::{Role, Text};
use super::{Library, REFLECTION};
use unicode_segmentation::UnicodeSegmentation;

/// The help page among the ids of guides in a [`Hit`].
pub const HELP: &str = "help";

/// A guide that holds all that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its id; [`REFLECTION`] for the reflection, and [`HELP`] for the help page.
    pub guide: String,
    /// The title of the page on which the excerpt stands.
    pub page: Option<String>,
    /// The sentence that holds most of the words; nothing where only the title does. Names have still to be filled in.
    pub excerpt: String,
    pub rank: Rank,
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
}

/// The guides that hold every word of a query, best first, in the order of the library where they are alike. None for a query
/// without a word.
pub fn find(library: &Library, query: &str) -> Vec<Hit> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let mut seeker = Seeker {
        words: &words,
        folded: String::new(),
    };
    let guides = library.guides.iter();
    let mut hits: Vec<Hit> = guides
        .filter_map(|guide| seeker.hit(&guide.id, library.texts(guide)))
        .collect();
    hits.extend(seeker.hit(REFLECTION, library.texts_of_reflection()));
    hits.extend(seeker.hit(HELP, library.texts_of_help()));
    // Nobody who is afraid has to look further down.
    let sought = |hit: &Hit| hit.guide == HELP && hit.rank == Rank::Title;
    hits.sort_by_key(|hit| (hit.rank, !sought(hit)));
    hits
}

/// As many words as anybody types; each is a bit of [`Found`].
const MOST_WORDS: usize = 16;

/// Which of the words a text holds.
type Found = u32;

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
    fn hit<'a>(&mut self, guide: &str, texts: impl Iterator<Item = Text<'a>>) -> Option<Hit> {
        let all: Found = (1 << self.words.len()) - 1;
        let (mut title, mut above, mut anywhere): (Found, Found, Found) = (0, 0, 0);
        let mut best: Option<(u32, Text<'a>)> = None;
        for text in texts {
            let found = self.found(text.text);
            anywhere |= found;
            match text.role {
                Role::Title => title |= found,
                Role::Summary => above |= found,
                Role::Text => {}
            }
            let count = found.count_ones();
            if text.role != Role::Title && count > best.map_or(0, |(most, _)| most) {
                best = Some((count, text));
            }
        }
        if anywhere != all {
            return None;
        }
        let whole = best.is_some_and(|(count, _)| count == all.count_ones());
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
        Some(Hit {
            guide: guide.to_owned(),
            page: text.and_then(|text| text.page).map(str::to_owned),
            excerpt: text.map_or_else(String::new, |text| self.excerpt(text.text)),
            rank,
        })
    }

    fn found(&mut self, text: &str) -> Found {
        self.folded.clear();
        fold(text, &mut self.folded);
        let mut found = 0;
        for (i, word) in self.words.iter().enumerate() {
            found |= Found::from(holds(&self.folded, word)) << i;
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
    let anywhere = word.chars().next().is_some_and(is_found_inside);
    text.match_indices(word).any(|(at, _)| {
        anywhere
            || !text
                .get(..at)
                .and_then(|before| before.chars().next_back())
                .is_some_and(char::is_alphanumeric)
    })
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
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => fold_other(c, folded),
        }
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
    use crate::content::schema::{Block, Compose, Evidence, Guide, Keep, Page, Say, Whose};
    use crate::content::schema::{GuideKind, Need};

    fn guide(id: &str, title: &str, summary: &str, says: &[&str]) -> Guide {
        let say = |text: &&str| {
            Block::Say(Say {
                text: (*text).into(),
            })
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
            guides: vec!["nights".into()],
        }];
        Library { guides, ..library }
    }

    fn ids(library: &Library, query: &str) -> Vec<String> {
        let hits = find(library, query).into_iter();
        hits.map(|hit| hit.guide)
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
        let hits = find(&library, "STRIPE zebra");
        assert_eq!(hits[0].excerpt, "", "nothing but the title");
        assert_eq!(hits[1].excerpt, "About a stripe.");
        assert_eq!(hits[2].excerpt, "A zebra with a stripe.");
        assert_eq!(hits[2].page.as_deref(), Some("A page"));
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
        assert!(find(&library, " – ? ").is_empty());
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
        assert_eq!(find(&library, "听到")[0].excerpt, "再说你听到了什么。");
        assert_eq!(ids(&library, "ثقة"), ["ar"], "without the article");
        assert_eq!(ids(&library, "واحدة"), ["ar"], "without the vowel marks");
        assert_eq!(find(&library, "حقيقه")[0].excerpt, "قل الحقيقة؟");
    }

    #[test]
    fn names_and_slots_are_no_words() {
        let mut one = guide("one", "Ask {hurt}", "Plain.", &[]);
        one.pages[0].blocks = vec![Block::Compose(Compose {
            id: "own".into(),
            prompt: "Say it".into(),
            sentence: "I [what] and it [effect].".into(),
            slots: vec![],
        })];
        let library = library(vec![one]);
        assert!(ids(&library, "hurt").is_empty());
        assert!(ids(&library, "effect").is_empty());
        assert_eq!(find(&library, "and it")[0].excerpt, "I ___ and it ___.");
    }

    #[test]
    fn a_long_sentence_is_cut_around_what_was_found() {
        let long = format!(
            "{}the zebra {}",
            "some words ".repeat(40),
            "and more ".repeat(40)
        );
        let library = library(vec![guide("one", "Days", "Plain.", &[&long])]);
        let excerpt = &find(&library, "zebra")[0].excerpt;
        assert!(excerpt.contains("the zebra and more"), "{excerpt}");
        assert!(
            excerpt.starts_with("… ") && excerpt.ends_with(" …"),
            "{excerpt}"
        );
        assert!(excerpt.chars().count() <= LONGEST + 4, "{excerpt}");
    }

    #[test]
    fn needs_the_reflection_and_help_are_found_too() {
        let library = library(vec![guide("nights", "Days", "Plain.", &[])]);
        assert_eq!(ids(&library, "awake"), ["nights"]);
        let built_in = Library::embedded().unwrap();
        let found =
            |query: &str, id: &str| find(&built_in, query).iter().any(|hit| hit.guide == id);
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
            assert_eq!(find(&library, query)[0].guide, HELP, "{query}");
        }
        let about_trust = find(&library, "trust");
        assert_ne!(about_trust[0].guide, HELP);
    }

    #[test]
    fn every_guide_is_found_by_its_own_title() {
        let library = Library::embedded().unwrap();
        for guide in &library.guides {
            let hits = find(&library, &guide.title);
            assert!(hits.iter().any(|hit| hit.guide == guide.id), "{}", guide.id);
        }
    }
}
