//! Writes a laid-out page as a tagged PDF.

use super::fonts::{Run, Typesetter};
use super::ink::{Ink, Kind, Marked, Node, Paint, Path, PlacedPage, Plan, Rgb, Role, Step};
use super::seam::STOPS;
use super::sheet::Sheet;
use super::{Pdf, PrintFault};
use chrono::{Datelike, NaiveDate};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, LinearGradient, SpreadMethod, Stop, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// Points in a CSS pixel.
const PT: f32 = 0.75;

/// PDF/UA-1 if the file can promise it, a plain tagged file otherwise.
pub(super) fn write(
    plan: &Plan,
    sheet: &Sheet,
    stamp: NaiveDate,
    setter: &mut Typesetter,
) -> Result<Pdf, PrintFault> {
    if !plan.missing
        && let Ok(bytes) = document(plan, sheet, stamp, setter, true)
    {
        return Ok(Pdf {
            bytes,
            pages: plan.pages.len(),
            accessible: true,
            missing: false,
        });
    }
    Ok(Pdf {
        bytes: document(plan, sheet, stamp, setter, false)?,
        pages: plan.pages.len(),
        accessible: false,
        missing: plan.missing,
    })
}

fn document(
    plan: &Plan,
    sheet: &Sheet,
    stamp: NaiveDate,
    setter: &mut Typesetter,
    accessible: bool,
) -> Result<Vec<u8>, PrintFault> {
    let mut configuration = ConfigurationBuilder::new();
    if accessible {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    let mut document = Document::new_with(SerializeSettings {
        configuration: configuration
            .finish()
            .map_err(|error| PrintFault::Write(format!("{error:?}")))?,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let (width, height) = plan.paper.points();
    let settings = PageSettings::from_wh(width, height).ok_or(PrintFault::Paper)?;

    let mut drawn: Vec<Vec<Identifier>> = vec![Vec::new(); plan.leaves];
    for placed in &plan.pages {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        draw_page(placed, &mut surface, setter, &mut drawn);
        surface.finish();
        page.finish();
    }

    let mut tree = TagTree::new().with_lang(Some(sheet.language.clone()));
    for node in &plan.nodes {
        if let Some(group) = group(node, &drawn) {
            tree.push(group);
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(plan, sheet));
    document.set_metadata(
        Metadata::new()
            .title(sheet.document_title.clone())
            .language(sheet.language.clone())
            .creation_date(noon(stamp)),
    );
    document
        .finish()
        .map_err(|error| PrintFault::Write(format!("{error:?}")))
}

/// The day is all the file tells; not when in it someone sat at the computer.
fn noon(day: NaiveDate) -> DateTime {
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    DateTime::new(u16::try_from(day.year()).unwrap_or(0))
        .month(small(day.month()))
        .day(small(day.day()))
        .hour(12)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

fn outline(plan: &Plan, sheet: &Sheet) -> Outline {
    let mut outline = Outline::new();
    let at = |page, y: f32| XyzDestination::new(page, Point::from_xy(0.0, y * PT));
    if !sheet.title.trim().is_empty() {
        outline.push_child(OutlineNode::new(sheet.title.clone(), at(0, 0.0)));
    }
    for (words, page, y) in &plan.outline {
        if !words.trim().is_empty() {
            outline.push_child(OutlineNode::new(words.clone(), at(*page, *y)));
        }
    }
    outline
}

/// What was never drawn is left out of the structure.
fn group(node: &Node, drawn: &[Vec<Identifier>]) -> Option<TagGroup> {
    let Node::Branch(kind, children) = node else {
        return None;
    };
    let mut group = TagGroup::new(tag(kind));
    let mut empty = true;
    for child in children {
        match child {
            Node::Leaf(leaf) => {
                for identifier in drawn.get(*leaf).into_iter().flatten() {
                    group.push(*identifier);
                    empty = false;
                }
            }
            branch @ Node::Branch(..) => {
                if let Some(inner) = self::group(branch, drawn) {
                    group.push(inner);
                    empty = false;
                }
            }
        }
    }
    (!empty).then_some(group)
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading(level, words) => Tag::Hn(
            NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN),
            Some(words.clone()),
        )
        .into(),
        Kind::Paragraph => Tag::P.into(),
        Kind::Section => Tag::Section.into(),
        Kind::List => Tag::L(ListNumbering::None).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
    }
}

fn draw_page(
    page: &PlacedPage,
    surface: &mut Surface<'_>,
    setter: &mut Typesetter,
    drawn: &mut [Vec<Identifier>],
) {
    for Marked { role, ink } in &page.marks {
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let tag = match role {
            Role::Leaf(_) => ContentTag::Other,
            Role::Decoration => artifact(ArtifactType::Layout),
            Role::Header => artifact(ArtifactType::Header),
            Role::Footer => artifact(ArtifactType::Footer),
            Role::PageNumber => artifact(ArtifactType::PageNumber),
        };
        let identifier = surface.start_tagged(tag);
        for ink in ink {
            draw(ink, surface, setter);
        }
        surface.end_tagged();
        if let Role::Leaf(leaf) = role
            && let Some(list) = drawn.get_mut(*leaf)
        {
            list.push(identifier);
        }
    }
}

fn draw(ink: &Ink, surface: &mut Surface<'_>, setter: &mut Typesetter) {
    match ink {
        Ink::Fill(path, paint) => {
            let Some(path) = outline_of(path) else { return };
            surface.set_stroke(None);
            surface.set_fill(Some(fill(*paint)));
            surface.draw_path(&path);
        }
        Ink::Stroke {
            path,
            colour,
            alpha,
            width,
        } => {
            let Some(path) = outline_of(path) else { return };
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: flat(*colour).into(),
                width: width * PT,
                opacity: unit(*alpha),
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            }));
            surface.draw_path(&path);
        }
        Ink::Text { x, y, run } => text(*x, *y, run, surface, setter),
    }
}

fn text(x: f32, y: f32, run: &Run, surface: &mut Surface<'_>, setter: &mut Typesetter) {
    let Some(font) = setter.font(run.font) else {
        return;
    };
    let glyphs: Vec<KrillaGlyph> = run
        .glyphs
        .iter()
        .map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(u32::from(glyph.id)),
                glyph.advance,
                glyph.offset.0,
                glyph.offset.1,
                0.0,
                glyph.range.clone(),
                None,
            )
        })
        .collect();
    surface.set_stroke(None);
    surface.set_fill(Some(fill(Paint::Flat(run.colour, 1.0))));
    surface.draw_glyphs(
        Point::from_xy(x * PT, y * PT),
        &glyphs,
        font,
        &run.text,
        run.size * PT,
        false,
    );
}

fn flat(colour: Rgb) -> rgb::Color {
    rgb::Color::new(colour[0], colour[1], colour[2])
}

fn unit(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn fill(paint: Paint) -> Fill {
    match paint {
        Paint::Flat(colour, alpha) => Fill {
            paint: flat(colour).into(),
            opacity: unit(alpha),
            ..Fill::default()
        },
        Paint::Gold(from, to) => Fill {
            paint: LinearGradient {
                x1: from * PT,
                y1: 0.0,
                x2: to * PT,
                y2: 0.0,
                transform: krilla::geom::Transform::default(),
                spread_method: SpreadMethod::Pad,
                stops: STOPS
                    .iter()
                    .map(|(offset, colour)| Stop {
                        offset: unit(*offset),
                        color: flat(*colour).into(),
                        opacity: NormalizedF32::ONE,
                    })
                    .collect(),
                anti_alias: false,
            }
            .into(),
            ..Fill::default()
        },
    }
}

fn outline_of(path: &Path) -> Option<krilla::geom::Path> {
    let mut builder = PathBuilder::new();
    for step in &path.0 {
        match *step {
            Step::Move(x, y) => builder.move_to(x * PT, y * PT),
            Step::Line(x, y) => builder.line_to(x * PT, y * PT),
            Step::Cubic(points) => {
                let [a, b, c, d, e, f] = points.map(|v| v * PT);
                builder.cubic_to(a, b, c, d, e, f);
            }
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}
