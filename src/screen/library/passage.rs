//! A passage that was found, with the words that were looked for marked in it.

use super::Message;
use crate::content::schema::{Guide, Whose};
use crate::content::search::{self, Hit, Rank, Role};
use crate::content::walk;
use crate::screen::library::item;
use crate::screen::{Ctx, names};
use crate::text::library as text;
use crate::ui::access::{Role as Is, access};
use crate::ui::direction::begins_at_the_right;
use crate::ui::scale::{Type, radius, space};
use crate::ui::{Alignment, Element, Fill, Padding, Renderer, Theme, container, fonts};
use iced::widget::text::LineHeight;
use iced::widget::{rich_text, span};

/// What is told of a guide that was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Passage {
    /// What it is about; the words stand in it or in the title.
    Summary,
    Said {
        words: String,
        /// On which page, or under which need.
        stands: Option<String>,
    },
}

pub(super) fn passage(hit: &Hit, ctx: &Ctx<'_>) -> Passage {
    let guide = ctx.library.guide(&hit.guide);
    let words = match guide {
        Some(guide) => match hit.page {
            Some(page) => on_page(guide, page, &hit.excerpt, ctx),
            None => item::filled(guide, &hit.excerpt, ctx),
        },
        None => hit.excerpt.clone(),
    };
    let stands = match hit.role {
        Role::Need if hit.guide != search::HELP => Some(text::HELPS_WITH.to_owned()),
        Role::Page | Role::Text => guide.zip(hit.page).map(|(guide, page)| {
            let named = hit.role != Role::Page;
            where_it_stands(guide, page, named, ctx)
        }),
        Role::Title | Role::Summary | Role::Need => None,
    };
    let in_title = hit.rank == Rank::Title || hit.role == Role::Title;
    if in_title || hit.role == Role::Summary || hit.excerpt.is_empty() {
        return Passage::Summary;
    }
    Passage::Said {
        words: match hit.role {
            Role::Need => text::quoted(&words),
            _ => words,
        },
        stands,
    }
}

/// Words of a page with the names in them.
fn on_page(guide: &Guide, page: usize, words: &str, ctx: &Ctx<'_>) -> String {
    match names::of_page(guide, page, ctx) {
        Some(names) => names::filled(words, &names),
        None => words.to_owned(),
    }
}

/// "On page three, “What would help”", or for whom the page is where it is not one of who is here.
fn where_it_stands(guide: &Guide, index: usize, named: bool, ctx: &Ctx<'_>) -> String {
    let Some(page) = guide.pages.get(index) else {
        return String::new();
    };
    let title = on_page(guide, index, &page.title, ctx);
    let title = named.then_some(title.as_str());
    let turns = names::sitting(ctx).map_or(Vec::new(), |s| walk::turns(guide, s));
    let Some(at) = turns.iter().position(|turn| turn.page == index) else {
        return match page.whose {
            // The row says already that the whole of it opens for somebody else.
            _ if turns.is_empty() => text::on_page(title),
            Whose::Hurt => text::on_page_for_hurt(title),
            Whose::BrokeTrust => text::on_page_for_broke(title),
            Whose::Together => text::on_page_for_two(title),
            Whose::Alone => text::on_page_for_one(title),
            Whose::Each | Whose::Whoever => text::on_page(title),
        };
    };
    // Where a page before it hangs on a choice, nobody can say which page it will be.
    let before = guide.pages.get(..=index).unwrap_or_default();
    if before.iter().any(|page| page.when.is_some()) {
        text::on_page(title)
    } else {
        text::on_page_number(at + 1, title)
    }
}

/// Words with those that were `sought` in them marked: in full ink on a wash, with a line below, so that no colour has to be told.
pub(super) fn marked<'a>(
    style: Type,
    soft: bool,
    says: &str,
    sought: &[String],
    ctx: &Ctx<'a>,
) -> Element<'a, Message> {
    let tokens = ctx.theme.tokens();
    let around = if soft { tokens.ink_soft } else { tokens.ink };
    let plain = |at: std::ops::Range<usize>| {
        let words = says.get(at).unwrap_or_default().to_owned();
        span::<(), _>(words).color(around)
    };
    let mut spans = Vec::new();
    let mut end = 0;
    for mark in search::marks(says, sought) {
        spans.push(plain(end..mark.start));
        end = mark.end;
        spans.push(
            plain(mark)
                .color(tokens.ink)
                .underline(true)
                .background(tokens.tint)
                .border(iced::border::rounded(radius::CHECKBOX))
                // Only about the letters, and not the whole height of the line.
                .padding(Padding::from([-space::S4, 0.0])),
        );
    }
    spans.push(plain(end..says.len()));
    spans.retain(|span| !span.text.is_empty());
    let words = rich_text::<'a, (), Message, Theme, Renderer>(spans)
        .font(fonts::for_words(style.font(), says))
        .size(style.size())
        .line_height(LineHeight::Absolute(style.line().into()));
    let mut room = container(words).width(Fill);
    if begins_at_the_right(says) {
        room = room.align_x(Alignment::End);
    }
    access(Is::Label, room).name(says).into()
}
