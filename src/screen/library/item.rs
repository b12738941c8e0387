//! One thing of the library: what it is, how it stands, and whether it opens for who is here.

use super::passage::{Passage, marked};
use super::{Message, Tone};
use crate::content::schema::{Guide, GuideKind, WalkAway, Whose};
use crate::content::{REFLECTION, walk};
use crate::domain::Part;
use crate::domain::guides::{Guides, Stands};
use crate::screen::{Ctx, Here, Place, names, pieces};
use crate::text::{common, library as text, steps};
use crate::ui::access::{Ring, Role, access};
use crate::ui::direction::begins_at_the_right;
use crate::ui::icon::{Icon, icon};
use crate::ui::scale::{Type, Width, radius, size, space};
use crate::ui::text::{read, small, text as words, tone};
use crate::ui::theme::style;
use crate::ui::{Alignment, Element, Fill, Padding, Row, column, container, fonts, row};
use iced::widget::button;
use unicode_segmentation::UnicodeSegmentation;

/// Whether something opens now, and what is to be said of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum WayIn {
    Open(Place),
    /// Some of it waits for the other one.
    Partly(Place, &'static str),
    Shut(Why),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Why {
    OwnSpace(String),
    ForTwo(&'static str),
    /// For the other part, or without a page for one person.
    NotYours(&'static str),
}

impl Why {
    fn says(&self) -> &str {
        match self {
            Self::OwnSpace(says) => says,
            Self::ForTwo(says) | Self::NotYours(says) => says,
        }
    }

    fn icon(&self) -> Icon {
        match self {
            Self::OwnSpace(_) => Icon::Lock,
            Self::ForTwo(_) => Icon::Users,
            Self::NotYours(_) => Icon::Info,
        }
    }
}

/// What stands in one row of the library.
pub(super) struct Item<'a> {
    title: &'a str,
    summary: String,
    kind_and_time: String,
    evidence: Option<&'static str>,
    /// In words, with a sign where it is done; nothing where it is new.
    stands: Option<(String, Option<Icon>, Tone)>,
    way_in: WayIn,
}

/// The guide with this id, or the reflection; nothing where the content has none such.
pub(super) fn item<'a>(id: &str, known: &Guides, ctx: &Ctx<'a>) -> Option<Item<'a>> {
    if id == REFLECTION {
        return Some(reflection(&ctx.library.walk_away, ctx));
    }
    let guide = ctx.library.guide(id)?;
    Some(Item {
        title: &guide.title,
        summary: names::summary(guide, ctx),
        kind_and_time: text::kind_and_time(&kind(guide.kind), guide.minutes),
        evidence: Some(pieces::tested(guide.evidence)),
        stands: known.of(id).map(|stands| in_words(stands, guide, ctx)),
        way_in: way_in(guide, ctx),
    })
}

fn reflection<'a>(walk_away: &'a WalkAway, ctx: &Ctx<'a>) -> Item<'a> {
    let way_in = match ctx.here {
        Here::One(_) => WayIn::Open(Place::Reflection),
        Here::Both | Here::Nobody => WayIn::Shut(own_space(ctx)),
    };
    Item {
        title: &walk_away.title,
        summary: walk_away.lead.clone(),
        kind_and_time: text::kind_and_no_time(text::REFLECTION_KIND),
        evidence: Some(pieces::tested(walk_away.evidence)),
        stands: None,
        way_in,
    }
}

/// The help page, as something found.
pub(super) fn help<'a>() -> Item<'a> {
    Item {
        title: common::HELP_AND_SAFETY,
        summary: text::HELP.to_owned(),
        kind_and_time: text::HELP_KIND.to_owned(),
        evidence: None,
        stands: None,
        way_in: WayIn::Open(Place::Help),
    }
}

fn own_space(ctx: &Ctx<'_>) -> Why {
    let mut people = ctx.household.people.iter().map(|p| names::short(&p.name));
    let (first, second) = (people.next(), people.next());
    Why::OwnSpace(match (first, second) {
        (Some(first), Some(second)) => text::own_space(&first, &second),
        _ => text::FOR_ONE.to_owned(),
    })
}

/// How a guide opens for who is here. Nothing is locked but for what the pages themselves ask for.
pub(super) fn way_in(guide: &Guide, ctx: &Ctx<'_>) -> WayIn {
    let open = || Place::Guide(guide.id.clone());
    let Some(sitting) = names::sitting(ctx) else {
        return WayIn::Shut(Why::NotYours(text::NO_PAGE));
    };
    let alone = ctx.me().is_some();
    if guide.own_space && !alone {
        return WayIn::Shut(own_space(ctx));
    }
    let has = |whose| guide.pages.iter().any(|page| page.whose == whose);
    let for_two = alone && has(Whose::Together);
    let two_joined = ctx.household.joined().count() > 1;
    if !walk::turns(guide, sitting).is_empty() {
        return match (for_two, two_joined) {
            (false, _) => WayIn::Open(open()),
            (true, true) => WayIn::Partly(open(), text::PARTLY_FOR_TWO),
            (true, false) => WayIn::Partly(open(), text::PARTLY_MEANT_FOR_TWO),
        };
    }
    WayIn::Shut(match (for_two, two_joined) {
        (true, true) => Why::ForTwo(text::FOR_TWO_TOGETHER),
        (true, false) => Why::ForTwo(text::MEANT_FOR_TWO),
        (false, _) if !alone => Why::NotYours(text::FOR_ONE),
        _ if has(Whose::BrokeTrust) && part(ctx) == Some(Part::WasHurt) => {
            Why::NotYours(text::FOR_BROKE)
        }
        _ if has(Whose::Hurt) => Why::NotYours(text::FOR_HURT),
        _ => Why::NotYours(text::NO_PAGE),
    })
}

fn part(ctx: &Ctx<'_>) -> Option<Part> {
    match names::sitting(ctx)? {
        walk::Sitting::Alone { part, .. } => Some(part),
        walk::Sitting::Together { .. } => None,
    }
}

pub(super) fn kind(kind: GuideKind) -> String {
    match kind {
        GuideKind::Step(number) => return text::step(number),
        GuideKind::Pillar => text::PILLAR,
        GuideKind::WalkAway => text::REFLECTION_KIND,
        GuideKind::Track => text::TRACK,
        GuideKind::Read => text::READ,
        GuideKind::Practice => text::PRACTICE,
    }
    .to_owned()
}

fn in_words(stands: &Stands, guide: &Guide, ctx: &Ctx<'_>) -> (String, Option<Icon>, Tone) {
    match stands {
        Stands::Begun { .. } => (text::BEGUN.to_owned(), None, tone::glaze),
        Stands::FinishedBy(person) => (
            steps::part_done(&names::short(ctx.name(*person))),
            None,
            tone::glaze,
        ),
        Stands::Finished { on } => {
            // Gold is for the steps, which are the repair.
            let tone = match guide.kind {
                GuideKind::Step(_) => tone::gold as Tone,
                _ => tone::saved,
            };
            (text::finished(*on, ctx.today()), Some(Icon::Check), tone)
        }
    }
}

/// Something out of a guide with the names in it, for whoever is here.
pub(super) fn filled(guide: &Guide, text: &str, ctx: &Ctx<'_>) -> String {
    let first = ctx.household.people.first().map(|person| person.id);
    match ctx.me().or(first) {
        Some(you) => names::filled(text, &names::outside_pages(guide, you, ctx)),
        None => text.to_owned(),
    }
}

impl<'a> Item<'a> {
    /// Without the word that some of it waits for the other one, where it is said once for all.
    pub(super) fn told_above(self) -> Self {
        let way_in = match self.way_in {
            WayIn::Partly(place, _) => WayIn::Open(place),
            way_in => way_in,
        };
        Self { way_in, ..self }
    }

    /// Told by how it helps with the need under which it stands.
    pub(super) fn because(self, why: Option<String>) -> Self {
        Self {
            summary: why.unwrap_or(self.summary),
            ..self
        }
    }

    pub(super) fn is_shut(&self) -> bool {
        matches!(self.way_in, WayIn::Shut(_))
    }

    /// Its title, the first sentence of what it is about and how long it takes, for a list in which all go on alike.
    pub(super) fn in_brief(self, guide: &Guide) -> Self {
        let first = self.summary.unicode_sentences().next();
        let summary = first.map(|first| first.trim_end().to_owned());
        Self {
            summary: summary.unwrap_or_default(),
            kind_and_time: text::only_time(guide.minutes),
            ..self.untested()
        }
    }

    /// Without how well it is tested: the guide says it, and here one only looks for something.
    pub(super) fn untested(self) -> Self {
        Self {
            evidence: None,
            ..self
        }
    }

    /// The row of something that was found, with the words that were sought marked in it, and the passage they stand in.
    pub(super) fn found(
        self,
        passage: Passage,
        sought: &[String],
        ctx: &Ctx<'a>,
    ) -> Element<'a, Message> {
        let title = marked(Type::H3, self.is_shut(), self.title, sought, ctx);
        let (says, stands) = match passage {
            Passage::Summary => (self.summary.clone(), None),
            Passage::Said { words, stands } => (words, stands),
        };
        let kind_and_time = match stands {
            Some(stands) => text::stands_and_time(&stands, &self.kind_and_time),
            None => self.kind_and_time,
        };
        let item = Self {
            kind_and_time,
            ..self
        };
        let passage = marked(Type::Read, true, &says, sought, ctx);
        item.laid_out(title, passage, says, ctx)
    }

    pub(super) fn row(self, ctx: &Ctx<'a>) -> Element<'a, Message> {
        let title = words(Type::H3, self.title).width(Fill);
        let title = if self.is_shut() {
            title.style(tone::soft)
        } else {
            title
        };
        let says = self.summary.clone();
        let summary = read(says.clone()).style(tone::soft).width(Fill);
        self.laid_out(title.into(), summary.into(), says, ctx)
    }

    fn laid_out(
        self,
        title: Element<'a, Message>,
        said: Element<'a, Message>,
        says: String,
        ctx: &Ctx<'a>,
    ) -> Element<'a, Message> {
        let narrow = ctx.width() == Width::Narrow;
        let about = text::about(&self.kind_and_time, self.evidence);
        let spoken = [
            says.as_str(),
            self.stands.as_ref().map_or("", |(says, ..)| says),
            about.as_str(),
            match &self.way_in {
                WayIn::Partly(_, note) => note,
                WayIn::Open(_) | WayIn::Shut(_) => "",
            },
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");

        let mut body = column![].spacing(space::S4).width(Fill);
        let sign = self
            .stands
            .map(|(says, picture, tone)| sign(says, picture, tone));
        if narrow {
            body = body.push(title).push(sign);
        } else {
            let line = row![title].spacing(space::S24).align_y(iced::Center);
            body = body.push(line.push(sign));
        }
        let mut said = container(container(said).max_width(size::MEASURE)).width(Fill);
        if begins_at_the_right(self.title) {
            said = said.align_x(Alignment::End);
        }
        body = body
            .push(said)
            .push(small(about).style(tone::soft).width(Fill));
        let note = match &self.way_in {
            WayIn::Open(_) => None,
            WayIn::Partly(_, note) => Some((Icon::Users, (*note).to_owned())),
            WayIn::Shut(why) => Some((why.icon(), why.says().to_owned())),
        };
        if let Some((picture, says)) = note {
            body = body.push(noted(picture, says));
        }
        let face = |arrow: Option<Icon>| {
            let arrow = arrow.map(|arrow| {
                container(icon(arrow, size::ICON_LARGE).style(tone::soft)).center_y(Type::H3.line())
            });
            let face = Row::new().push(body).push(arrow).spacing(space::S16);
            container(face)
                .padding(Padding::from([space::S16, space::S12]))
                .width(Fill)
        };
        match self.way_in {
            WayIn::Open(place) | WayIn::Partly(place, _) => {
                let open = Message::Go(place);
                let row = button(face(Some(Icon::ChevronRight)))
                    .padding(0)
                    .style(style::bare)
                    .on_press(open.clone());
                access(Role::Link, row)
                    .name(self.title)
                    .description(spoken)
                    .ring(Ring::On(radius::CONTROL))
                    .on_activate(open)
                    .into()
            }
            WayIn::Shut(_) => access(Role::ListItem, face(None)).name(self.title).into(),
        }
    }
}

fn sign<'a>(says: String, picture: Option<Icon>, tone: Tone) -> Element<'a, Message> {
    let says = small(says).font(fonts::SANS_SEMIBOLD).style(tone);
    let picture = picture.map(|picture| icon(picture, size::ICON_SMALL).style(tone));
    Row::new()
        .push(picture)
        .push(says)
        .spacing(space::S8)
        .align_y(iced::Center)
        .into()
}

fn noted<'a>(picture: Icon, says: String) -> Element<'a, Message> {
    let face =
        container(icon(picture, size::ICON_SMALL).style(tone::soft)).center_y(Type::Small.line());
    row![face, small(says).style(tone::soft).width(Fill)]
        .spacing(space::S8)
        .into()
}
