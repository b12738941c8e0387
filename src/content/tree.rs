//! Where each thing stands in a RON text.
//!
//! The reader of `ron` gives values without places. This reads the same text a second time for its shape only, so that a
//! fault found in a value can point at the very string it is about.

/// One value of the text and the bytes it takes.
#[derive(Debug)]
pub(super) struct Node {
    from: usize,
    to: usize,
    parts: Parts,
}

#[derive(Debug)]
enum Parts {
    /// Field name, and value.
    Fields(Vec<(String, Node)>),
    Items(Vec<Node>),
    /// A string, a number, a name.
    Leaf,
}

/// A place in a text; looking for something that is not there stays at what surrounds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    text: &'a str,
    node: Option<&'a Node>,
}

impl<'a> Spot<'a> {
    pub(super) fn root(text: &'a str, node: Option<&'a Node>) -> Self {
        Self { text, node }
    }

    pub(super) fn field(self, name: &str) -> Self {
        let found = match self.node.map(|node| &node.parts) {
            Some(Parts::Fields(fields)) => {
                fields.iter().find(|(n, _)| n == name).map(|(_, node)| node)
            }
            _ => None,
        };
        Self {
            node: found.or(self.node),
            ..self
        }
    }

    pub(super) fn item(self, index: usize) -> Self {
        let found = match self.node.map(|node| &node.parts) {
            Some(Parts::Items(items)) => items.get(index),
            _ => None,
        };
        Self {
            node: found.or(self.node),
            ..self
        }
    }

    /// Line and column, from 1, of where this begins.
    pub(super) fn place(self) -> (usize, usize) {
        place(self.text, self.node.map_or(0, |node| node.from))
    }

    /// Line and column of the `nth` (from 0) occurrence of a word inside this, or of where this begins.
    pub(super) fn place_of(self, word: &str, nth: usize) -> (usize, usize) {
        let Some(node) = self.node else {
            return self.place();
        };
        let own = self.text.get(node.from..node.to).unwrap_or_default();
        match own.match_indices(word).nth(nth) {
            Some((offset, _)) => place(self.text, node.from + offset),
            None => self.place(),
        }
    }

    /// A place as `ron` counts it, without the white space it may begin with; nothing where only that follows.
    pub(super) fn past_space(self, line: usize, column: usize) -> Option<(usize, usize)> {
        let from = offset(self.text, line, column)?;
        let rest = self.text.get(from..)?;
        let space = rest.find(|c: char| !c.is_whitespace())?;
        Some(place(self.text, from + space))
    }

    /// Line and column after the last character of the text.
    pub(super) fn end_of_text(self) -> (usize, usize) {
        place(self.text, self.text.len())
    }

    /// The innermost struct or named block around a place, as `ron` counts it.
    pub(super) fn around(self, line: usize, column: usize) -> Self {
        let Some(offset) = offset(self.text, line, column) else {
            return self;
        };
        let mut here = self.node;
        let mut inside = here;
        while let Some(node) = inside {
            if matches!(node.parts, Parts::Fields(_)) {
                here = inside;
            }
            let within = |n: &&Node| n.from <= offset && offset < n.to;
            inside = match &node.parts {
                Parts::Fields(fields) => fields.iter().map(|(_, n)| n).find(within),
                Parts::Items(items) => items.iter().find(within),
                Parts::Leaf => None,
            };
        }
        Self { node: here, ..self }
    }
}

fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line, column)
}

fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let rest = text.get(start..)?;
    let within = rest
        .char_indices()
        .nth(column.checked_sub(1)?)
        .map_or(rest.len(), |(i, _)| i);
    Some(start + within)
}

/// The shape of a text, or nothing where it is not RON; never fails on odd input.
pub(super) fn read(text: &str) -> Option<Node> {
    let mut reader = Reader { text, at: 0 };
    reader.skip();
    while reader.eat("#!") {
        reader.value(0)?;
        reader.skip();
    }
    reader.value(0)
}

/// Deeper than any content, and shallow enough for any stack.
const DEEPEST: usize = 64;

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, token: &str) -> bool {
        let here = self.rest().starts_with(token);
        if here {
            self.at += token.len();
        }
        here
    }

    fn eat_while(&mut self, keep: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !keep(c)).unwrap_or(rest.len());
    }

    /// White space and comments.
    fn skip(&mut self) {
        loop {
            self.eat_while(char::is_whitespace);
            if self.eat("//") {
                self.eat_while(|c| c != '\n');
            } else if self.eat("/*") {
                self.block_comment();
            } else {
                return;
            }
        }
    }

    /// Block comments nest in RON.
    fn block_comment(&mut self) {
        let mut open = 1;
        while open > 0 && !self.rest().is_empty() {
            if self.eat("*/") {
                open -= 1;
            } else if self.eat("/*") {
                open += 1;
            } else {
                self.one();
            }
        }
    }

    fn one(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        if depth > DEEPEST {
            return None;
        }
        self.skip();
        let from = self.at;
        let parts = match self.rest().chars().next()? {
            '"' => {
                self.string()?;
                Parts::Leaf
            }
            '\'' => {
                self.character()?;
                Parts::Leaf
            }
            '[' => Parts::Items(self.items("[", "]", depth)?),
            '{' => Parts::Items(self.items("{", "}", depth)?),
            '(' => self.body(depth)?,
            'r' if self.raw_string()? => Parts::Leaf,
            c if c.is_alphanumeric() || "_+-.".contains(c) => {
                self.name();
                let named = self.at;
                self.skip();
                if self.rest().starts_with('(') {
                    self.body(depth)?
                } else {
                    self.at = named;
                    Parts::Leaf
                }
            }
            _ => return None,
        };
        Some(Node {
            from,
            to: self.at,
            parts,
        })
    }

    /// A name, a number, or the name of a raw identifier.
    fn name(&mut self) -> &'a str {
        self.eat("r#");
        let from = self.at;
        self.eat_while(|c| c.is_alphanumeric() || "_+-.".contains(c));
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn string(&mut self) -> Option<()> {
        self.one();
        loop {
            match self.rest().chars().next()? {
                '"' => {
                    self.one();
                    return Some(());
                }
                '\\' => {
                    self.one();
                    self.one();
                }
                _ => self.one(),
            }
        }
    }

    fn character(&mut self) -> Option<()> {
        self.one();
        self.eat("\\");
        // At least one character, so that `'''` and `'\''` are the quote itself.
        self.one();
        self.eat_while(|c| c != '\'');
        self.eat("'").then_some(())
    }

    /// Whether a raw string stood here and was read; nothing where it does not end.
    fn raw_string(&mut self) -> Option<bool> {
        let after = self.rest().get(1..)?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        if !after.get(hashes..)?.starts_with('"') {
            return Some(false);
        }
        self.at += 1 + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        self.at += self.rest().find(&end)? + end.len();
        Some(true)
    }

    /// The values between two brackets; a key and its value count as two.
    fn items(&mut self, open: &str, close: &str, depth: usize) -> Option<Vec<Node>> {
        self.eat(open);
        let mut items = Vec::new();
        loop {
            self.skip();
            if self.eat(close) {
                return Some(items);
            }
            items.push(self.value(depth + 1)?);
            self.skip();
            if !self.eat(",") {
                self.eat(":");
            }
        }
    }

    /// What stands in round brackets: named fields, or values in order.
    fn body(&mut self, depth: usize) -> Option<Parts> {
        let open = self.at;
        self.eat("(");
        let mut fields = Vec::new();
        loop {
            self.skip();
            if self.eat(")") {
                return Some(Parts::Fields(fields));
            }
            let name = self.name();
            self.skip();
            if name.is_empty() || !self.eat(":") {
                if !fields.is_empty() {
                    return None;
                }
                self.at = open;
                return Some(Parts::Items(self.items("(", ")", depth)?));
            }
            fields.push((name.to_owned(), self.value(depth + 1)?));
            self.skip();
            self.eat(",");
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const SAMPLE: &str = r####"#![enable(implicit_some)]
// a comment with ( and "quote
Guide(
    id: "own-it", /* nested /* ( */ */ kind: Step(1),
    title: "a \" quote, (brackets] {hurt} and {hurt}",
    raw: r##"so "# { it"##, c: '\'', q: '"',
    map: { "ä": [1, -2.5] },
    pages: [(id: "first"), Say(text: "é {nobody}"), Unit],
)"####;

    fn at(spot: Spot<'_>) -> &str {
        let node = spot.node.unwrap();
        &spot.text[node.from..node.to]
    }

    #[test]
    fn finds_fields_and_items_past_comments_and_strings() {
        let tree = read(SAMPLE);
        let root = Spot::root(SAMPLE, tree.as_ref());
        assert_eq!(at(root.field("id")), "\"own-it\"");
        assert_eq!(root.field("id").place(), (4, 9));
        assert_eq!(at(root.field("kind")), "Step(1)");
        assert_eq!(at(root.field("raw")), "r##\"so \"# { it\"##");
        assert_eq!(at(root.field("c")), "'\\''");
        assert_eq!(at(root.field("q")), "'\"'");
        assert_eq!(at(root.field("map").item(1).item(1)), "-2.5");
        let pages = root.field("pages");
        assert_eq!(at(pages.item(0).field("id")), "\"first\"");
        assert_eq!(at(pages.item(2)), "Unit");
    }

    #[test]
    fn points_into_a_string_in_characters() {
        let tree = read(SAMPLE);
        let root = Spot::root(SAMPLE, tree.as_ref());
        let say = root.field("pages").item(1).field("text");
        assert_eq!(say.place(), (8, 38));
        assert_eq!(say.place_of("{nobody}", 0), (8, 41));
        let title = root.field("title");
        assert_eq!(title.place_of("{hurt}", 0), (5, 36));
        assert_eq!(title.place_of("{hurt}", 1), (5, 47));
        assert_eq!(title.place_of("absent", 0), title.place());
    }

    #[test]
    fn what_is_absent_is_placed_at_what_surrounds_it() {
        let tree = read(SAMPLE);
        let root = Spot::root(SAMPLE, tree.as_ref());
        assert_eq!(root.field("lead").place(), (3, 1));
        assert_eq!(root.field("pages").item(9).place(), (8, 12));
        assert_eq!(Spot::root("x", None).field("a").item(1).place(), (1, 1));
    }

    #[test]
    fn finds_the_struct_around_a_place() {
        let tree = read(SAMPLE);
        let root = Spot::root(SAMPLE, tree.as_ref());
        assert_eq!(at(root.around(8, 40)), "Say(text: \"é {nobody}\")");
        assert_eq!(root.around(4, 1).place(), (3, 1));
    }

    #[test]
    fn broken_text_has_no_shape() {
        for broken in [
            "",
            "(",
            "[1",
            "\"open",
            "r#\"open\"",
            "(a: 1, 2)",
            "'",
            "/*",
        ] {
            assert!(read(broken).is_none(), "{broken}");
        }
        assert!(read(&"[".repeat(10_000)).is_none());
    }
}
