//! Weeks side by side: for each person a line through five words, drawn or in words only.
//!
//! Promises (CARE.md, the row on scores): words, not numbers; a week without a word breaks the line; nothing is averaged,
//! carried on or set against the other. Shape and dash tell two lines apart as well as colour, and the one is drawn a little
//! above the other, so that neither hides.

use super::access::{Role, access};
use super::art::Picture;
use super::person::{Mark, is_dashed, mark, short};
use super::scale::{Type, Width, radius, size, space};
use super::text::{h_label, heading, interface, label, read, small, text, tone};
use super::theme::Theme;
use super::{Column, Element, Fill, FillPortion, Row, Space, Stack, card, column, container, row};
use iced::alignment::Vertical;
use iced::widget::canvas::{Frame, LineCap, LineDash, LineJoin, Path, Stroke, path};
use iced::widget::mouse_area;
use iced::widget::text::{LineHeight, Wrapping};
use iced::{Color, Padding, Point as Place, Size, mouse};
use std::borrow::Cow;

/// How high one of the five bands is, and the line of weeks below them.
const BAND: f32 = 70.0;
const WEEKS: f32 = 36.0;
const BANDS: f32 = 5.0 * BAND;
/// How far above or below the middle of its band a line runs.
const APART: f32 = 10.0;
/// The words left of the bands, and the names right of them.
const WORDS: f32 = 116.0;
const NAMES: f32 = 88.0;
/// How many letters of a name have room there.
const NAME: usize = 9;
/// The least room between the middles of two dates.
const DATE: f32 = 72.0;

/// A person's week on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Point<'a> {
    /// Which of the five words, from the hardest (0) on; nothing for a gap.
    pub level: Option<u8>,
    /// What they wrote beside it.
    pub note: Option<Cow<'a, str>>,
}

/// One person's weeks, the oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    pub mark: Mark,
    pub name: Cow<'a, str>,
    pub points: Vec<Point<'a>>,
}

/// How a week is called: under the chart, and in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub short: String,
    pub name: String,
}

/// Weeks of one or two people. Each line has a point for every week.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart<'a> {
    /// Read out for the whole.
    pub name: Cow<'a, str>,
    /// Tells whoever does not see it what is drawn and how a week is chosen.
    pub about: Cow<'a, str>,
    /// From the hardest to the easiest.
    pub words: [&'a str; 5],
    /// Said of a week without a word.
    pub gap: &'a str,
    pub weeks: Vec<Week>,
    pub lines: Vec<Line<'a>>,
}

impl<'a> Chart<'a> {
    /// Whether any week of any line has a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let mut points = self.lines.iter().flat_map(|line| &line.points);
        !points.any(|p| p.level.is_some())
    }

    /// The last week for which there is anything to read.
    #[must_use]
    pub fn newest(&self) -> usize {
        let said = |i: &usize| {
            let mut points = self.lines.iter().filter_map(|line| line.points.get(*i));
            points.any(|p| p.level.is_some() || p.note.is_some())
        };
        let last = self.weeks.len().saturating_sub(1);
        (0..=last).rev().find(said).unwrap_or(last)
    }

    fn word(&self, line: &Line<'a>, week: usize) -> Option<&'a str> {
        let level = line.points.get(week)?.level?;
        self.words.get(usize::from(level)).copied()
    }

    fn note(line: &Line<'a>, week: usize) -> Option<Cow<'a, str>> {
        line.points.get(week)?.note.clone()
    }

    /// A week as it is read out.
    fn told(&self, week: usize) -> String {
        let name = self.weeks.get(week).map_or("", |week| week.name.as_str());
        let words = self.lines.iter().map(|line| {
            let word = self.word(line, week).unwrap_or(self.gap);
            match Self::note(line, week) {
                Some(note) => format!("{}: {word}. {note}", line.name),
                None => format!("{}: {word}", line.name),
            }
        });
        [name.to_owned()]
            .into_iter()
            .chain(words)
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// The drawing. Arrow keys and the pointer choose a week; `chosen` is drawn as a column behind the lines.
    pub fn drawn<M: Clone + 'a>(
        &self,
        theme: Theme,
        width: Width,
        chosen: usize,
        on_choose: impl Fn(usize) -> M + 'a,
    ) -> Element<'a, M> {
        let beside = width >= Width::Wide;
        let shows = Shows {
            theme,
            words: if beside {
                Vec::new()
            } else {
                self.words.map(str::to_owned).to_vec()
            },
            weeks: self.weeks.iter().map(|week| week.short.clone()).collect(),
            lines: self
                .lines
                .iter()
                .map(|line| {
                    let levels = line.points.iter().map(|p| p.level);
                    (line.mark, levels.collect())
                })
                .collect(),
            chosen,
        };
        let plot: Element<'a, M> = Picture::new(shows, paint).element(Fill, BANDS + WEEKS);
        let plot = access(Role::Image, plot).name(self.about.to_string());
        let count = self.weeks.len();
        let columns = (0..count).map(|week| {
            mouse_area(Space::new().width(Fill).height(BANDS))
                .on_press(on_choose(week))
                .interaction(mouse::Interaction::Pointer)
                .into()
        });
        let plot = Stack::new().push(plot).push(Row::with_children(columns));
        let last = count.saturating_sub(1);
        let plot = access(Role::Slider, plot)
            .name(self.name.to_string())
            .value(self.told(chosen))
            .ring(super::access::Ring::Around(radius::CHECKBOX))
            .on_step(move |by| on_choose(chosen.saturating_add_signed(by as isize).min(last)));
        if !beside {
            return plot.into();
        }
        row![self.beside(), plot, self.names()]
            .spacing(space::S12)
            .into()
    }

    fn beside<M: Clone + 'a>(&self) -> Element<'a, M> {
        let words = self.words.iter().rev().map(|word| {
            container(interface(*word))
                .width(WORDS)
                .center_y(BAND)
                .into()
        });
        Column::with_children(words).into()
    }

    /// Each name at the height at which its line ends.
    fn names<M: Clone + 'a>(&self) -> Element<'a, M> {
        let mut names = Stack::new().width(NAMES).height(BANDS);
        for line in &self.lines {
            let Some(level) = line.points.iter().rev().find_map(|p| p.level) else {
                continue;
            };
            let top = height(line.mark, level) - Type::Interface.line() / 2.0;
            let first = line.mark == Mark::First;
            let name = label(short(&line.name, NAME))
                .wrapping(Wrapping::None)
                .style(move |theme: &Theme| iced::widget::text::Style {
                    color: Some(colour(*theme, first)),
                });
            names = names.push(container(name).padding(Padding::ZERO.top(top)));
        }
        names.into()
    }

    /// One week: what each said, and what they wrote beside it. `title` stands over its name.
    pub fn week<M: Clone + 'a>(&self, title: &'a str, week: usize, width: Width) -> Element<'a, M> {
        let name = self.weeks.get(week).map(|week| week.name.clone());
        let name = column![
            small(title).style(tone::soft),
            heading(3, Type::H3, name.unwrap_or_default())
        ]
        .width(FillPortion(1));
        let said = self.lines.iter().map(|line| {
            let head = match self.word(line, week) {
                Some(word) => label(word),
                None => interface(self.gap).style(tone::soft),
            };
            let mut words = column![head].spacing(space::S4).width(Fill);
            if let Some(note) = Self::note(line, week) {
                words = words.push(read(note).width(Fill));
            }
            row![mark(line.mark, &line.name, size::MARK_SMALL), words]
                .spacing(space::S12)
                .width(FillPortion(2))
                .into()
        });
        if width >= Width::Compact {
            let said = Row::with_children(said)
                .spacing(space::S32)
                .width(FillPortion(4));
            row![name, said].spacing(space::S24).into()
        } else {
            let said = Column::with_children(said).spacing(space::S16);
            column![name, said].spacing(space::S12).into()
        }
    }

    /// The same in words only, the newest week first.
    pub fn table<M: Clone + 'a>(&self, width: Width) -> Element<'a, M> {
        let wide = width >= Width::Compact;
        let rows = (0..self.weeks.len()).rev().map(|week| {
            let name = self.weeks.get(week).map(|week| week.name.clone());
            let name = h_label(name.unwrap_or_default());
            let said = self.lines.iter().map(|line| {
                let head = match self.word(line, week) {
                    Some(word) => interface(word),
                    None => interface(self.gap).style(tone::soft),
                };
                let mut words = column![head].width(Fill);
                if let Some(note) = Self::note(line, week) {
                    words = words.push(text(Type::Small, note).style(tone::soft));
                }
                row![mark(line.mark, &line.name, size::MARK_SMALL), words]
                    .spacing(space::S12)
                    .width(Fill)
                    .into()
            });
            let face: Element<'a, M> = if wide {
                let said = Row::with_children(said)
                    .spacing(space::S24)
                    .width(FillPortion(3));
                row![container(name).width(FillPortion(1)), said]
                    .spacing(space::S24)
                    .into()
            } else {
                let said = Column::with_children(said).spacing(space::S8);
                column![name, said].spacing(space::S4).into()
            };
            let face = container(face).padding([space::S12, 0.0]).width(Fill);
            access(Role::ListItem, column![card::rule(), face])
                .name(self.told(week))
                .into()
        });
        access(Role::List, Column::with_children(rows))
            .name(self.name.to_string())
            .into()
    }
}

/// What the drawing depends on.
#[derive(Debug, Clone, PartialEq)]
struct Shows {
    theme: Theme,
    /// Inside the bands where there is no room beside them.
    words: Vec<String>,
    weeks: Vec<String>,
    lines: Vec<(Mark, Vec<Option<u8>>)>,
    chosen: usize,
}

fn colour(theme: Theme, first: bool) -> Color {
    let t = theme.tokens();
    if first { t.first } else { t.second }
}

/// How far down a word of somebody's line stands.
fn height(mark: Mark, level: u8) -> f32 {
    let band = 4.0 - f32::from(level.min(4));
    let apart = match mark {
        Mark::First => -APART,
        Mark::Second => APART,
    };
    (band + 0.5) * BAND + apart
}

/// The runs of weeks that follow each other without a gap.
fn runs(points: &[Option<u8>]) -> Vec<Vec<(usize, u8)>> {
    let mut runs = vec![Vec::new()];
    for (week, level) in points.iter().enumerate() {
        match (level, runs.last_mut()) {
            (Some(level), Some(run)) => run.push((week, *level)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn paint(shows: &Shows, frame: &mut Frame) {
    let t = shows.theme.tokens();
    let strong = shows.theme == Theme::HighContrast;
    let width = frame.width();
    let step = width / shows.weeks.len().max(1) as f32;
    let x = |week: usize| (week as f32 + 0.5) * step;

    for band in 0..5u8 {
        let fill = if band % 2 == 0 { t.sheet } else { t.sunk };
        let top = f32::from(band) * BAND;
        frame.fill_rectangle(Place::new(0.0, top), Size::new(width, BAND), fill);
        if strong && band > 0 {
            frame.fill_rectangle(Place::new(0.0, top), Size::new(width, 1.0), t.line);
        }
    }
    let column = (step * 0.8).min(52.0);
    let left = x(shows.chosen) - column / 2.0;
    frame.fill_rectangle(Place::new(left, 0.0), Size::new(column, BANDS), t.tint);
    let rim = if strong {
        t.glaze
    } else {
        t.glaze.scale_alpha(0.4)
    };
    for edge in [left, left + column - 1.0] {
        frame.fill_rectangle(Place::new(edge, 0.0), Size::new(1.0, BANDS), rim);
    }
    for edge in [0.0, BANDS - 1.0] {
        frame.fill_rectangle(Place::new(0.0, edge), Size::new(width, 1.0), t.line);
    }
    for (word, band) in shows.words.iter().rev().zip(0u8..) {
        let at = Place::new(space::S8, f32::from(band) * BAND + space::S4);
        frame.fill_text(written(word, at, t.ink_soft));
    }
    for (mark, points) in &shows.lines {
        let first = *mark == Mark::First;
        draw(frame, *mark, points, x, colour(shows.theme, first), t.sheet);
    }
    // As many dates as have room.
    let every = (DATE / step.max(1.0)).ceil().max(1.0) as usize;
    for (week, short) in shows.weeks.iter().enumerate().step_by(every) {
        let at = Place::new(x(week), BANDS + WEEKS / 2.0);
        frame.fill_text(iced::widget::canvas::Text {
            align_x: iced::widget::text::Alignment::Center,
            align_y: Vertical::Center,
            ..written(short, at, t.ink_soft)
        });
    }
}

fn written(content: &str, position: Place, color: Color) -> iced::widget::canvas::Text {
    let (content, shaping) = super::text::plain(Cow::Borrowed(content));
    iced::widget::canvas::Text {
        content: content.into_owned(),
        position,
        color,
        size: Type::Small.size().into(),
        line_height: LineHeight::Absolute(Type::Small.line().into()),
        font: Type::Small.font(),
        shaping,
        ..iced::widget::canvas::Text::default()
    }
}

fn draw(
    frame: &mut Frame,
    mark: Mark,
    points: &[Option<u8>],
    x: impl Fn(usize) -> f32,
    colour: Color,
    halo: Color,
) {
    const DASH: [f32; 2] = [7.0, 5.0];
    const BODY: f32 = 2.4;
    let at = |(week, level): (usize, u8)| Place::new(x(week), height(mark, level));
    for run in runs(points) {
        let line = Path::new(|line: &mut path::Builder| {
            for (i, point) in run.iter().enumerate() {
                if i == 0 {
                    line.move_to(at(*point));
                } else {
                    line.line_to(at(*point));
                }
            }
        });
        let stroke = Stroke {
            line_cap: LineCap::Butt,
            line_join: LineJoin::Round,
            line_dash: LineDash {
                segments: if is_dashed(mark) { &DASH } else { &[] },
                offset: 0,
            },
            ..Stroke::default().with_width(BODY).with_color(colour)
        };
        frame.stroke(&line, stroke);
        for point in run {
            frame.fill(&dot(mark, at(point), 7.5), halo);
            frame.fill(&dot(mark, at(point), 6.0), colour);
        }
    }
}

/// A disc for the first person, a rounded square for the second.
fn dot(mark: Mark, at: Place, half: f32) -> Path {
    match mark {
        Mark::First => Path::circle(at, half),
        Mark::Second => {
            let half = half - 0.5;
            Path::rounded_rectangle(
                Place::new(at.x - half, at.y - half),
                Size::new(half * 2.0, half * 2.0),
                (half / 2.0).into(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_week_breaks_the_line_and_nothing_is_put_in_its_place() {
        let points = [Some(0), Some(1), None, Some(3), None, None, Some(4)];
        assert_eq!(
            runs(&points),
            [vec![(0, 0), (1, 1)], vec![(3, 3)], vec![(6, 4)]]
        );
        assert!(runs(&[None, None]).is_empty());
    }

    #[test]
    fn two_lines_of_the_same_word_lie_apart_inside_one_band() {
        for level in 0..5 {
            let (first, second) = (height(Mark::First, level), height(Mark::Second, level));
            assert!((second - first - 2.0 * APART).abs() < f32::EPSILON);
            let band = |y: f32| (y / BAND).floor();
            assert!((band(first) - band(second)).abs() < f32::EPSILON);
        }
        assert!(height(Mark::First, 4) < height(Mark::First, 0));
    }

    fn chart() -> Chart<'static> {
        let point = |level: Option<u8>| Point { level, note: None };
        let line = |mark, name: &'static str, levels: [Option<u8>; 3]| Line {
            mark,
            name: name.into(),
            points: levels.map(point).to_vec(),
        };
        let week = |name: &str| Week {
            short: name.to_owned(),
            name: name.to_owned(),
        };
        Chart {
            name: "Weeks".into(),
            about: "Lines".into(),
            words: ["Hard", "Unsteady", "Mixed", "Steadier", "Steady"],
            gap: "Nothing said",
            weeks: ["first", "second", "third"].map(week).to_vec(),
            lines: vec![
                line(Mark::First, "Maya", [Some(0), None, None]),
                line(Mark::Second, "Jon", [None, Some(4), None]),
            ],
        }
    }

    #[test]
    fn a_week_is_told_with_each_word_or_the_gap() {
        assert_eq!(chart().told(1), "second; Maya: Nothing said; Jon: Steady");
        assert_eq!(chart().newest(), 1);
        assert!(!chart().is_empty());
    }
}
