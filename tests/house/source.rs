//! A Rust file as tokens: comments and white space are gone, and what stands in a string is never taken for code.

use std::path::{Path, PathBuf};
use std::{fs, iter};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    Word(String),
    Number(String),
    /// What stands between the quotes, escapes as they were written.
    Text(String),
    Sign(char),
}

#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) token: Token,
    pub(crate) line: usize,
}

impl Placed {
    pub(crate) fn is(&self, sign: char) -> bool {
        self.token == Token::Sign(sign)
    }

    pub(crate) fn word(&self) -> Option<&str> {
        match &self.token {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// One file under `src`, without its attributes and without what is compiled only for tests.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the top of the repository, such as `src/screen/door.rs`.
    pub(crate) path: String,
    pub(crate) tokens: Vec<Placed>,
    pub(crate) lines: usize,
    /// Modules of this file that stand in files of their own and are compiled only for tests.
    test_modules: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (tokens, test_modules) = shipped(tokens(text));
        Self {
            path: path.to_owned(),
            tokens,
            lines: text.lines().count(),
            test_modules,
        }
    }

    /// `src/screen/guide/page.rs` is `["screen", "guide", "page"]`; the two roots are no module at all.
    pub(crate) fn module(&self) -> Vec<String> {
        let path = self
            .path
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .trim_end_matches("/mod");
        match path {
            "lib" | "main" => Vec::new(),
            path => path.split('/').map(str::to_owned).collect(),
        }
    }

    /// The room of the house this file belongs to.
    pub(crate) fn room(&self) -> String {
        self.module().first().cloned().unwrap_or_default()
    }

    pub(crate) fn under(&self, place: &str) -> bool {
        self.path == format!("{place}.rs") || self.path.starts_with(&format!("{place}/"))
    }

    pub(crate) fn fault(&self, line: usize, what: impl std::fmt::Display) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// The tokens between the bracket at `open` and the one that closes it.
    pub(crate) fn inside(&self, open: usize) -> &[Placed] {
        let end = closing(&self.tokens, open);
        &self.tokens[open + 1..end]
    }

    /// Whether `words` stand one after the other from `at` on; a sign is given as a word of one character.
    pub(crate) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, wanted)| {
            self.tokens
                .get(at + i)
                .is_some_and(|placed| match &placed.token {
                    Token::Word(word) | Token::Number(word) => word == wanted,
                    Token::Sign(sign) => {
                        wanted.len() == sign.len_utf8() && wanted.starts_with(*sign)
                    }
                    Token::Text(_) => false,
                })
        })
    }
}

/// Every shipped file under `src`.
pub(crate) fn sources(root: &Path) -> Vec<Source> {
    let mut all: Vec<Source> = files(&root.join("src"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| Source::new(&shown(root, &path), &fs::read_to_string(&path).unwrap()))
        .collect();
    let only_tests: Vec<String> = all
        .iter()
        .flat_map(|source| {
            let folder = iter::once("src".to_owned()).chain(source.module());
            let folder: Vec<String> = folder.collect();
            source
                .test_modules
                .iter()
                .map(move |module| format!("{}/{module}.rs", folder.join("/")))
        })
        .collect();
    all.retain(|source| !only_tests.contains(&source.path));
    all
}

/// Every file under a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

pub(crate) fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap().display().to_string()
}

pub(crate) fn tokens(text: &str) -> Vec<Placed> {
    let mut reader = Reader {
        chars: text.chars().collect(),
        at: 0,
        line: 1,
    };
    iter::from_fn(|| reader.next_token()).collect()
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn step(&mut self) -> char {
        let c = self.peek(0);
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        c
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while self.at < self.chars.len() && wanted(self.peek(0)) {
            taken.push(self.step());
        }
        taken
    }

    fn next_token(&mut self) -> Option<Placed> {
        self.skip_blanks();
        if self.at >= self.chars.len() {
            return None;
        }
        let line = self.line;
        let token = self.token();
        Some(Placed { token, line })
    }

    fn skip_blanks(&mut self) {
        loop {
            self.take_while(char::is_whitespace);
            match (self.peek(0), self.peek(1)) {
                ('/', '/') => drop(self.take_while(|c| c != '\n')),
                ('/', '*') => self.skip_block(),
                _ => return,
            }
        }
    }

    fn skip_block(&mut self) {
        let mut depth = 0;
        while self.at < self.chars.len() {
            match (self.step(), self.peek(0)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => continue,
            }
            self.step();
            if depth == 0 {
                return;
            }
        }
    }

    fn token(&mut self) -> Token {
        if let Some(hashes) = self.raw_string() {
            return self.raw(hashes);
        }
        match self.peek(0) {
            '"' => self.quoted(),
            'b' | 'c' if self.peek(1) == '"' => {
                self.step();
                self.quoted()
            }
            '\'' => self.tick(),
            c if c.is_ascii_digit() => self.number(),
            c if c.is_alphabetic() || c == '_' => {
                Token::Word(self.take_while(|c| c.is_alphanumeric() || c == '_'))
            }
            _ => Token::Sign(self.step()),
        }
    }

    /// How many `#` a raw string starting here is fenced with.
    fn raw_string(&self) -> Option<usize> {
        let prefix = match (self.peek(0), self.peek(1)) {
            ('r', _) => 1,
            ('b' | 'c', 'r') => 2,
            _ => return None,
        };
        let hashes = (0..).take_while(|i| self.peek(prefix + i) == '#').count();
        (self.peek(prefix + hashes) == '"').then_some(hashes)
    }

    fn raw(&mut self, hashes: usize) -> Token {
        self.take_while(|c| c != '"');
        self.step();
        let mut text = String::new();
        while self.at < self.chars.len() {
            if self.peek(0) == '"' && (1..=hashes).all(|i| self.peek(i) == '#') {
                self.at += 1 + hashes;
                break;
            }
            text.push(self.step());
        }
        Token::Text(text)
    }

    fn quoted(&mut self) -> Token {
        self.step();
        let mut text = String::new();
        while self.at < self.chars.len() {
            match self.step() {
                '"' => break,
                '\\' if self.peek(0) == '\n' => drop(self.take_while(char::is_whitespace)),
                '\\' => {
                    text.push('\\');
                    text.push(self.step());
                }
                c => text.push(c),
            }
        }
        Token::Text(text)
    }

    /// A character or a lifetime; neither matters to any rule.
    fn tick(&mut self) -> Token {
        self.step();
        if self.peek(0) == '\\' {
            self.step();
            self.step();
            self.take_while(|c| c != '\'');
            self.step();
        } else if self.peek(1) == '\'' {
            self.step();
            self.step();
        } else {
            self.take_while(|c| c.is_alphanumeric() || c == '_');
        }
        Token::Sign('\'')
    }

    fn number(&mut self) -> Token {
        let mut number = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
        if self.peek(0) == '.' && self.peek(1).is_ascii_digit() {
            number.push(self.step());
            number.push_str(&self.take_while(|c| c.is_ascii_alphanumeric() || c == '_'));
        } else if self.peek(0) == '.' && !self.peek(1).is_alphabetic() && self.peek(1) != '.' {
            number.push(self.step());
        }
        Token::Number(number)
    }
}

/// The index of the bracket that closes the one at `open`.
fn closing(tokens: &[Placed], open: usize) -> usize {
    let mut depth = 0usize;
    for (i, placed) in tokens.iter().enumerate().skip(open) {
        match placed.token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => {
                depth -= 1;
                if depth == 0 {
                    return i;
                }
            }
            _ => {}
        }
    }
    tokens.len().saturating_sub(1)
}

/// Leaves out attributes, and every item under `#[cfg(test)]`; names the modules among these that have a file of their own.
fn shipped(tokens: Vec<Placed>) -> (Vec<Placed>, Vec<String>) {
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let Some(end) = attribute(&tokens, at) else {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let words: Vec<&str> = tokens[at..end].iter().filter_map(Placed::word).collect();
        let only_tests = words == ["cfg", "test"];
        at = end;
        if only_tests {
            while let Some(end) = attribute(&tokens, at) {
                at = end;
            }
            let end = item(&tokens, at);
            let head: Vec<&str> = tokens[at..end].iter().filter_map(Placed::word).collect();
            if tokens[end - 1].is(';')
                && let Some(i) = head.iter().position(|word| *word == "mod")
            {
                modules.push(head[i + 1].to_owned());
            }
            at = end;
        }
    }
    (kept, modules)
}

/// Where the attribute that starts at `at` ends.
fn attribute(tokens: &[Placed], at: usize) -> Option<usize> {
    if !tokens.get(at)?.is('#') {
        return None;
    }
    let open = if tokens.get(at + 1)?.is('!') {
        at + 2
    } else {
        at + 1
    };
    tokens.get(open)?.is('[').then(|| closing(tokens, open) + 1)
}

/// Where the item that starts at `at` ends: after its block or its semicolon.
fn item(tokens: &[Placed], at: usize) -> usize {
    let mut i = at;
    while i < tokens.len() {
        match tokens[i].token {
            Token::Sign(';') => return i + 1,
            Token::Sign('{') => return closing(tokens, i) + 1,
            Token::Sign('(' | '[') => i = closing(tokens, i) + 1,
            _ => i += 1,
        }
    }
    tokens.len()
}
