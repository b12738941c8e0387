//! A talk over the whole window: two halves, the seam between them as its course, and below it the time and the pause.

use super::super::{Scene, Touch, shown};
use super::{Move, Talk};
use crate::domain::Person;
use crate::screen::{names, threshold};
use crate::text::common;
use crate::text::guide::{self as guide, blocks, talk as text};
use crate::ui::access::{Live, Role, access};
use crate::ui::controls::{primary, quiet, secondary};
use crate::ui::direction::toward;
use crate::ui::icon::Icon;
use crate::ui::layout::talk as room;
use crate::ui::scale::{Type, Width, size, space};
use crate::ui::seam::talk::{ACROSS, Talk as Seam, Way};
use crate::ui::text::{across, heading, italic, read, small, strong, text as words, tone};
use crate::ui::theme::style;
use crate::ui::{
    Center, Column, Element, Fill, FillPortion, Padding, Row, Space, Stack, card, column,
    container, dialog, person, row, scrolled,
};

type Pair<'a> = (&'a Person, &'a Person);

/// The same line between the two every time, another one in every round.
const SEED: u32 = 31;

fn is_low(scene: &Scene<'_>) -> bool {
    scene.ctx.size.height < room::LOW
}

fn is_compact(scene: &Scene<'_>) -> bool {
    scene.ctx.width() == Width::Compact
}

/// The margin of the stage.
fn margin(scene: &Scene<'_>) -> f32 {
    match scene.ctx.width() {
        Width::Narrow | Width::Compact => space::S24,
        Width::Wide | Width::Large => space::S48 + space::S24,
    }
}

/// Not wider than a stage may be, in the middle.
fn capped<'a>(content: impl Into<Element<'a, Touch>>) -> Element<'a, Touch> {
    container(container(content).max_width(size::STAGE))
        .center_x(Fill)
        .into()
}

fn whole<'a>(
    name: String,
    top: Element<'a, Touch>,
    body: Element<'a, Touch>,
    foot: Option<Element<'a, Touch>>,
) -> Element<'a, Touch> {
    let mut page = column![top, card::rule(), container(body).height(Fill).width(Fill)];
    if let Some(foot) = foot {
        page = page.push(card::rule()).push(foot);
    }
    let page = container(page).width(Fill).height(Fill).style(style::paper);
    dialog::stage(name, page)
}

/// The way back to the page, what it is about, and the way out.
fn top<'a>(topic: &str, scene: &Scene<'a>) -> Element<'a, Touch> {
    let width = scene.ctx.width();
    let back = quiet(text::END_TOGETHER)
        .icon(Icon::ArrowLeft)
        .flush()
        .on_press(Touch::Done);
    let mut left = row![back].spacing(space::S16).align_y(Center).width(Fill);
    if !topic.is_empty() && width > Width::Narrow {
        let most = if width == Width::Compact {
            room::TOPIC_COMPACT
        } else {
            room::TOPIC
        };
        let line = container(card::rule_down()).height(space::S24);
        let about = words(Type::Interface, text::TALKING_ABOUT).style(tone::soft);
        let topic = words(Type::Interface, threshold::within(topic, most));
        left = left
            .push(line)
            .push(row![about, topic].spacing(space::S8).wrap());
    }
    let leave: Element<'a, Touch> = if width == Width::Narrow && scene.ctx.shift_taps == 0 {
        secondary(common::LEAVE_QUICKLY)
            .icon(Icon::LogOut)
            .compact()
            .on_press(Touch::LeaveQuickly)
            .into()
    } else {
        container(threshold::leave(&scene.ctx, Touch::LeaveQuickly))
            .width(crate::ui::Shrink)
            .into()
    };
    let bar = row![left, leave].spacing(space::S16).align_y(Center);
    let bar = container(bar)
        .padding([0.0, width.margin()])
        .center_y(size::TOP_BAR)
        .width(Fill);
    bar.into()
}

pub(super) fn talking<'a>(talk: &'a Talk, pair: Pair<'a>, scene: &Scene<'a>) -> Element<'a, Touch> {
    let part = talk.part_now(pair);
    let name = part.map_or(text::STAGE_OVER.to_owned(), |part| text::stage(&part));
    let body = if scene.ctx.width() == Width::Narrow {
        stacked(talk, pair, scene)
    } else {
        side_by_side(talk, pair, scene)
    };
    let foot = if talk.course.is_over() {
        over(scene)
    } else {
        foot(talk, scene)
    };
    whole(name, top(talk.topic.trim(), scene), body, Some(foot))
}

fn seam<'a>(talk: &Talk, pair: Pair<'a>, way: Way, scene: &Scene<'a>) -> Element<'a, Touch> {
    let course = talk.course;
    let at = (course.at(), course.reached());
    let seam = Seam::new(scene.ctx.theme, way, course.len(), at, SEED + talk.round);
    let seam = if talk.flows {
        seam.flowing(Touch::Flowed)
    } else {
        seam.element()
    };
    let parts: Vec<String> = talk.parts(pair).into_iter().map(|(_, part)| part).collect();
    access(Role::Image, seam)
        .name(text::seam(&parts, course.at()))
        .into()
}

fn right_to_left(scene: &Scene<'_>) -> bool {
    scene.ctx.library.right_to_left(&scene.guide.id)
}

/// The two as they always stand: the first of the household before the other.
fn in_order<'a>(pair: Pair<'a>, scene: &Scene<'a>) -> Pair<'a> {
    let (first, second) = pair;
    let is_first = scene.ctx.household.people.first().map(|p| p.id) == Some(first.id);
    if is_first { pair } else { (second, first) }
}

fn side_by_side<'a>(talk: &'a Talk, pair: Pair<'a>, scene: &Scene<'a>) -> Element<'a, Touch> {
    let (one, other) = in_order(pair, scene);
    let half = |person: &'a Person, padding: Padding| {
        let content = scene.own_way(half(talk, pair, person, scene));
        // Room for the ring around the last button.
        let padding = padding.bottom(space::S16);
        let content = scrolled(scene.ctx.theme, container(content).padding(padding)).width(Fill);
        if is_low(scene) {
            column![Space::new().height(space::S12), content]
        } else {
            // The room above is a small share of what is left, so that both begin at the same height.
            let below = if is_compact(scene) { 12 } else { 5 };
            let above = Space::new().height(FillPortion(1));
            column![above, container(content).height(FillPortion(below))]
        }
        .width(Fill)
    };
    let outer = margin(scene);
    let halves = row![
        half(one, Padding::ZERO.left(outer).right(space::S8)),
        labels(talk, pair, one, true, scene),
        Space::new().width(if is_compact(scene) {
            room::SEAM_COMPACT
        } else {
            room::SEAM
        }),
        labels(talk, pair, other, false, scene),
        half(other, Padding::ZERO.left(space::S8).right(outer)),
    ]
    .height(Fill);
    Stack::new()
        .push(seam(talk, pair, Way::Down, scene))
        .push(capped(toward(right_to_left(scene), halves)))
        .width(Fill)
        .height(Fill)
        .into()
}

/// What stands beside the nodes on this person's side; with little room only what is now.
fn labels<'a>(
    talk: &Talk,
    pair: Pair<'a>,
    person: &Person,
    is_first: bool,
    scene: &Scene<'a>,
) -> Element<'a, Touch> {
    let compact = is_compact(scene);
    let width = if compact {
        room::LABEL_COMPACT
    } else {
        room::LABEL
    };
    let starts = right_to_left(scene) != is_first;
    let parts = talk.parts(pair).into_iter().enumerate();
    let cells = parts.map(|(i, (whose, part))| {
        let now = i == talk.course.at();
        if whose != person.id || (compact && !now) {
            return Space::new().height(Fill).width(Fill).into();
        }
        let part = if now {
            strong(part)
        } else {
            words(Type::Interface, part).style(tone::soft)
        };
        let side = if starts {
            crate::ui::Alignment::End
        } else {
            crate::ui::Alignment::Start
        };
        container(part.align_x(side))
            .width(Fill)
            .height(Fill)
            .align_x(if is_first {
                crate::ui::Alignment::End
            } else {
                crate::ui::Alignment::Start
            })
            .align_y(Center)
            .into()
    });
    Column::with_children(cells)
        .width(width)
        .height(Fill)
        .into()
}

/// Where there is no room side by side: one below the other, and the seam across.
fn stacked<'a>(talk: &'a Talk, pair: Pair<'a>, scene: &Scene<'a>) -> Element<'a, Touch> {
    let (one, other) = in_order(pair, scene);
    let outer = margin(scene);
    let half = |person: &'a Person, style: fn(&crate::ui::Theme) -> container::Style| {
        container(scene.own_way(half(talk, pair, person, scene)))
            .padding([space::S12, outer])
            .width(Fill)
            .style(style)
    };
    let across = if right_to_left(scene) {
        Way::AcrossFromRight
    } else {
        Way::Across
    };
    // The ground goes on under the seam as far as its middle: between two fields no line of what lies below may show.
    let under = column![half(one, style::ground), Space::new().height(ACROSS / 2.0)];
    let under = container(under).width(Fill).style(style::ground);
    let upper = Stack::new()
        .push(column![under, Space::new().height(ACROSS / 2.0)])
        .push(container(seam(talk, pair, across, scene)).align_bottom(Fill));
    let parts = column![upper, half(other, style::sheet),];
    let parts = scrolled(scene.ctx.theme, toward(right_to_left(scene), parts)).height(Fill);
    // What the two do not fill belongs to the lower.
    container(parts).style(style::sheet).into()
}

/// What one of the two does now.
struct Half {
    does: &'static str,
    /// A title and a sentence.
    says: (&'static str, String),
    is_theirs: bool,
}

fn says(talk: &Talk, pair: Pair<'_>, person: &Person) -> Half {
    let own = |(title, sentence): (&'static str, &'static str)| (title, sentence.to_owned());
    let (first, second) = pair;
    let Some((turn, what)) = talk.course.now() else {
        let other = if person.id == first.id { second } else { first };
        let was_heard = talk.is_of_both() || person.id == first.id;
        let (does, says) = if was_heard {
            (
                text::WAS_HEARD,
                text::were_heard(&names::short(&other.name)),
            )
        } else {
            (blocks::WAS_HEARD, own(blocks::HEARD))
        };
        return Half {
            does,
            says,
            is_theirs: false,
        };
    };
    let (speaker, listener) = Talk::roles(turn, pair);
    let speaks = speaker.id == person.id;
    let other = names::short(&listener.name);
    let (does, says) = match (what, speaks) {
        (Move::Speaks, true) if talk.is_of_both() => (guide::HAS_THE_FLOOR, own(text::SPEAK)),
        (Move::Speaks, true) => (blocks::READS, own(blocks::READ_IT)),
        (Move::Speaks, false) => (guide::IS_LISTENING, own(blocks::ONLY_LISTEN)),
        (Move::SaysBack, true) => (guide::HAS_THE_FLOOR, blocks::listen_for_it(&other)),
        (Move::SaysBack, false) => (blocks::SAYS_BACK, own(blocks::SAY_IT_BACK)),
        (Move::Confirms, true) => (blocks::DECIDES, blocks::does_it_fit(&other)),
        (Move::Confirms, false) => (blocks::WAITS, own(blocks::WAIT)),
    };
    Half {
        does,
        says,
        is_theirs: speaks != (what == Move::SaysBack),
    }
}

/// One of the two: who they are, what they do now, and while it is their move, what they can press.
fn half<'a>(
    talk: &'a Talk,
    pair: Pair<'a>,
    person: &'a Person,
    scene: &Scene<'a>,
) -> Element<'a, Touch> {
    let narrow = scene.ctx.width() == Width::Narrow;
    let low = is_low(scene) || narrow;
    let now = says(talk, pair, person);
    let mark = names::mark(scene.ctx.household, person.id);
    let name = words(Type::H3, names::short(&person.name));
    let does = words(Type::Interface, now.does).style(tone::soft);
    let who = row![name, container(does).padding(Padding::ZERO.top(space::S4))]
        .spacing(space::S12)
        .wrap()
        .vertical_spacing(space::S4);
    let head = row![person::mark(mark, &person.name, room::MARK), who]
        .spacing(space::S12)
        .align_y(Center);
    let (title, sentence) = now.says;
    let (large, reading, under) = if low {
        (Type::H3, Type::Interface, space::S8)
    } else if is_compact(scene) {
        (Type::H3, Type::Read, space::S16)
    } else {
        (Type::H2, Type::Read, space::S24)
    };
    let mut told = column![head].spacing(under);
    // Stacked, whose move it is not is only told who they are and what they do.
    if now.is_theirs || !narrow || talk.course.is_over() {
        told = told.push(column![
            heading(2, large, title),
            words(reading, sentence).style(tone::soft)
        ]);
    }
    // Only the half whose move it is speaks up; two at once would talk over each other.
    let told: Element<'a, Touch> = if now.is_theirs {
        access(Role::Status, told).live(Live::Polite).into()
    } else {
        told.into()
    };
    let mut all = column![told].spacing(under.max(space::S12));
    if now.is_theirs {
        all = all.extend(moves(talk, person, scene));
    }
    let name = text::half(&person.name, now.does);
    access(Role::Group, all.width(Fill)).name(name).into()
}

/// What can be pressed in this part, and what helps with it.
fn moves<'a>(talk: &'a Talk, person: &'a Person, scene: &Scene<'a>) -> Vec<Element<'a, Touch>> {
    let short = names::short(&person.name);
    let pressed = |buttons: Column<'a, Touch>| {
        buttons
            .spacing(space::S12)
            .max_width(room::MOVES)
            .width(Fill)
            .into()
    };
    let done = |word: String| {
        let done = secondary(word).icon(Icon::Check).wide();
        let done = if is_low(scene) { done } else { done.tall() };
        pressed(column![done.id(scene.field_id()).on_press(Touch::Pass)])
    };
    match talk.course.now() {
        Some((turn, Move::Speaks)) => {
            let mut all = vec![done(blocks::has_finished(&short))];
            all.extend(prepared(talk, turn, person, scene));
            all
        }
        Some((_, Move::SaysBack)) => {
            let starts = blocks::SAY_BACK_STARTS.map(|start| italic(start).into());
            vec![done(blocks::is_what_i_heard(&short)), ruled(starts)]
        }
        Some((_, Move::Confirms)) => {
            let tall = |button: crate::ui::controls::Button<'a, Touch>| {
                let button = button.wide();
                if is_low(scene) { button } else { button.tall() }
            };
            vec![
                pressed(column![
                    tall(secondary(blocks::YES_THAT_IS_IT).icon(Icon::Check)).on_press(Touch::Yes),
                    // Here the keyboard begins: Enter pressed twice by the other must not confirm.
                    tall(secondary(blocks::NOT_QUITE).icon(Icon::RotateCcw))
                        .id(scene.field_id())
                        .on_press(Touch::Again),
                ]),
                small(blocks::AS_OFTEN_AS_NEEDED).style(tone::soft).into(),
            ]
        }
        None => Vec::new(),
    }
}

/// Rows between hairlines.
fn ruled<'a>(rows: impl IntoIterator<Item = Element<'a, Touch>>) -> Element<'a, Touch> {
    let mut list = Column::new().spacing(space::S12).width(Fill);
    for row in rows {
        list = list.push(card::rule()).push(row);
    }
    list.push(card::rule()).into()
}

/// What the one who speaks wrote before and showed, to begin with.
fn prepared<'a>(
    talk: &'a Talk,
    turn: usize,
    person: &Person,
    scene: &Scene<'a>,
) -> Option<Element<'a, Touch>> {
    let sentence = talk.sentence.trim();
    let sentence = (turn == 0 && !sentence.is_empty()).then(|| across(italic(sentence)));
    let shown = shown::shown(scene, &talk.of).into_iter();
    let written = shown.filter(|shown| shown.by == person.id).map(|shown| {
        let prompt = small(shown.prompt).style(tone::soft);
        column![prompt, across(read(shown.text))].into()
    });
    let rows: Vec<Element<'a, Touch>> = sentence.into_iter().chain(written).collect();
    (!rows.is_empty()).then(|| ruled(rows))
}

/// The time of this part, and what was agreed for a pause.
fn foot<'a>(talk: &'a Talk, scene: &Scene<'a>) -> Element<'a, Touch> {
    let ctx = &scene.ctx;
    let narrow = ctx.width() == Width::Narrow;
    let brief = narrow || is_low(scene);
    let back = talk.pause.due(ctx.now);
    let back = back.map(|due| text::come_back(due, ctx.today()));
    let back = back.map(|words| if brief { small(words) } else { strong(words) });
    let mut agreed = Column::new().push(back);
    if !brief {
        let says = match (is_compact(scene), talk.is_of_both()) {
            (true, _) => text::NOT_LEAVING,
            (false, true) => text::AGREED_BEFORE,
            (false, false) => text::BODY_NEEDS_IT,
        };
        agreed = agreed.push(small(says).style(tone::soft));
    }
    let pause = primary(guide::PAUSE)
        .icon(Icon::Pause)
        .on_press(Touch::Pause);
    let pause = if brief { pause } else { pause.tall() };
    let time = time(talk, brief);
    let (above, between) = if brief {
        (space::S8, space::S32)
    } else if is_compact(scene) {
        (space::S16, space::S32)
    } else {
        (space::S24, space::S48)
    };
    let bar: Row<'a, Touch> = if narrow {
        let told = column![time, agreed].width(Fill);
        row![told, pause]
    } else {
        let pauses = row![agreed.width(Fill), pause]
            .spacing(space::S16)
            .align_y(Center)
            .width(Fill);
        row![container(time).width(Fill), pauses]
    };
    let bar = bar.spacing(between).align_y(Center);
    capped(container(bar).padding([above, margin(scene)]).width(Fill))
}

fn time<'a>(talk: &Talk, brief: bool) -> Element<'a, Touch> {
    let Some(minutes) = &talk.minutes else {
        return small(text::AS_LONG_AS_NEEDED).style(tone::soft).into();
    };
    if talk.hidden {
        return quiet(text::SHOW_THE_TIME)
            .icon(Icon::Eye)
            .compact()
            .flush()
            .on_press(Touch::Toggle(0, false))
            .into();
    }
    let says = if minutes.is_over() {
        guide::TIME_PASSED.to_owned()
    } else {
        text::left_for_this_part(minutes.left())
    };
    let says = if brief { small(says) } else { strong(says) };
    let hide = quiet(text::HIDE)
        .icon(Icon::EyeOff)
        .name(text::HIDE_THE_TIME)
        .compact()
        .flush()
        .on_press(Touch::Toggle(0, true));
    let line = row![access(Role::Status, says), Space::new().width(Fill), hide]
        .spacing(space::S12)
        .align_y(Center);
    let mut told = column![line].max_width(room::BAR);
    if !brief {
        told = told
            .push(minutes.bar())
            .push(Space::new().height(space::S8))
            .push(small(guide::ONLY_A_GUIDE).style(tone::soft));
    }
    told.into()
}

/// Below a talk that has come to its end.
fn over<'a>(scene: &Scene<'a>) -> Element<'a, Touch> {
    let back = primary(text::BACK_TO_PAGE)
        .id(scene.field_id())
        .on_press(Touch::Done);
    let more = quiet(text::ONCE_MORE).on_press(Touch::Again);
    let bar = row![Space::new().width(Fill), more, back]
        .spacing(space::S12)
        .align_y(Center);
    let above = if is_low(scene) { space::S8 } else { space::S24 };
    capped(container(bar).padding([above, margin(scene)]).width(Fill))
}

/// The time at which both come back, and nothing of what they spoke about.
pub(super) fn resting<'a>(talk: &'a Talk, scene: &Scene<'a>) -> Element<'a, Touch> {
    let pause = &talk.pause;
    let mut sheet = column![
        heading(1, Type::H2, text::RESTS),
        words(Type::Read, text::RESTS_LEAD).style(tone::soft)
    ]
    .spacing(space::S8);
    if let Some(until) = pause.stands_until() {
        sheet = sheet.push(Space::new().height(space::S8));
        sheet = sheet.push(pause.standing(until, scene, Touch::Start));
    }
    if pause.is_naming() || pause.stands_until().is_none() {
        sheet = sheet.push(pause.choosing(scene));
    }
    let sheet = container(sheet).max_width(size::MEASURE);
    let sheet = container(sheet)
        .center_x(Fill)
        .padding([space::S24, margin(scene)]);
    let body = scrolled(scene.ctx.theme, sheet);
    let body = container(body).center_y(Fill);
    whole(
        text::STAGE_PAUSED.to_owned(),
        top("", scene),
        body.into(),
        None,
    )
}
