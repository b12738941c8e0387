//! Every text of the content that a person reads, for those who look for something in it.

use super::Library;
use super::schema::{Block, Country, Guide, GuideKind, HelpLine, Page};

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    /// What it is about, in a sentence or two, or a need in plain words that it helps with.
    Summary,
    Text,
}

/// One text. `{hurt}` and the like stand in it as they are written, and `[slot]` in a sentence with slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    pub role: Role,
    /// The title of the page it stands on; nothing for what stands above all pages.
    pub page: Option<&'a str>,
    pub text: &'a str,
}

impl<'a> Text<'a> {
    fn new(role: Role, text: &'a str) -> Self {
        Self {
            role,
            page: None,
            text,
        }
    }
}

impl Library {
    /// The texts of a guide: its title, its summary and the needs it helps with, then page by page.
    pub fn texts<'a>(&'a self, guide: &'a Guide) -> impl Iterator<Item = Text<'a>> {
        let pillar = self
            .pillars
            .iter()
            .filter(|pillar| guide.kind == GuideKind::Pillar && pillar.id == guide.id);
        let of_pillar = pillar.flat_map(|pillar| {
            [&pillar.meaning, &pillar.look, &pillar.noticed]
                .into_iter()
                .chain(&pillar.ordinary_day)
                .map(|text| Text::new(Role::Text, text))
        });
        [
            Text::new(Role::Title, &guide.title),
            Text::new(Role::Summary, &guide.summary),
        ]
        .into_iter()
        .chain(self.needs_of(&guide.id))
        .chain(of_pillar)
        .chain(guide.pages.iter().flat_map(of_page))
    }

    /// The texts of the reflection on staying, pausing and leaving.
    pub fn texts_of_reflection(&self) -> impl Iterator<Item = Text<'_>> {
        let reflection = &self.walk_away;
        let signs = reflection.signs.iter().chain(&reflection.conditions);
        let texts = signs
            .flat_map(|sign| [&sign.title, &sign.text])
            .chain([&reflection.stay, &reflection.pause, &reflection.leave])
            .chain(&reflection.closing)
            .map(|text| Text::new(Role::Text, text));
        [
            Text::new(Role::Title, &reflection.title),
            Text::new(Role::Summary, &reflection.lead),
        ]
        .into_iter()
        .chain(self.needs_of(super::REFLECTION))
        .chain(texts)
    }

    /// The texts of the help page that come from content.
    pub fn texts_of_help(&self) -> impl Iterator<Item = Text<'_>> {
        let countries = self.support.countries.iter();
        let lines = countries
            .flat_map(|Country { name, lines, .. }| std::iter::once(name).chain(of_lines(lines)))
            .chain(of_lines(&self.support.anywhere))
            .chain(&self.support.limits);
        let needs = self.needs.iter().filter(|need| need.help);
        let sought = self.support.sought.iter();
        needs
            .map(|need| &need.words)
            .chain(sought)
            .map(|text| Text::new(Role::Title, text))
            .chain([Text::new(Role::Summary, &self.support.first)])
            .chain(lines.map(|text| Text::new(Role::Text, text)))
    }

    fn needs_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = Text<'a>> {
        let helped = move |guides: &Vec<String>| guides.iter().any(|guide| guide == id);
        self.needs
            .iter()
            .filter(move |need| helped(&need.guides))
            .map(|need| Text::new(Role::Summary, &need.words))
    }
}

fn of_lines(lines: &[HelpLine]) -> impl Iterator<Item = &String> {
    lines.iter().flat_map(|line| [&line.name, &line.about])
}

fn of_page(page: &Page) -> impl Iterator<Item = Text<'_>> {
    let lead = Some(page.lead.as_str()).filter(|lead| !lead.is_empty());
    std::iter::once(page.title.as_str())
        .chain(lead)
        .chain(page.blocks.iter().flat_map(Block::texts))
        .map(|text| Text {
            role: Role::Text,
            page: Some(&page.title),
            text,
        })
}
