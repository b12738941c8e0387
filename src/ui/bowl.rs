//! The bowl: ten breaks in a glaze, each filled with gold once its step is done. Gold never recedes.

mod flow;
mod shape;

use self::shape::{BREAKS, Branch, DRIP, p};
use super::art::{Look, Pen, Picture, rgb, rgba, shade};
use super::geometry::{self, STEP};
use super::seam::{self, Gold, Ground, NodeState};
use iced::widget::canvas::{Fill, Frame, Path, fill, path};
use iced::{Color, Element, Point, Renderer, Vector};

/// The bowl is drawn in these units and scaled to the width it is given.
const WIDTH: f32 = 600.0;
const HEIGHT: f32 = 420.0;
const STEPS: usize = 10;

/// How high a bowl of `width` is.
#[must_use]
pub fn height(width: f32) -> f32 {
    width * HEIGHT / WIDTH
}

/// Where the node of `step` (1 to 10) stands on a bowl of `width`, from its top left corner.
#[must_use]
pub fn node_position(step: usize, width: f32) -> Point {
    let at = BREAKS.node(step.clamp(1, STEPS));
    Point::new(at.x * width / WIDTH, at.y * width / WIDTH)
}

/// The bowl with the first `done` of the ten breaks in gold and a ring where the path goes on.
#[must_use]
pub fn bowl<Message>(look: Look, done: usize, current: Option<usize>) -> Bowl<Message> {
    Bowl {
        shows: Shows {
            look,
            done: done.min(STEPS),
            ahead: [false; STEPS],
            current,
            flow: 1.0,
            leader: false,
            nodes: true,
        },
        width: WIDTH,
        pick: None,
    }
}

/// The line to the next step left of a bowl of `width`, in the middle of `height`. Fills the room it is given.
#[must_use]
pub fn leader<'a, Message: Clone + 'a, Theme: 'a>(
    look: Look,
    width: f32,
    height: f32,
) -> Element<'a, Message, Theme, Renderer> {
    let shows = Leader {
        look,
        body: LEADER * width / WIDTH,
    };
    Picture::new(shows, |shows, frame| {
        let (end, middle) = (frame.width(), frame.height() / 2.0);
        let line = Path::line(Point::new(0.0, middle), Point::new(end, middle));
        Pen::plain(frame).line(&line, shows.body, on_paper(shows.look));
    })
    .element(iced::Length::Fill, height)
}

/// How thick the line to the next step is on a bowl of [`WIDTH`].
const LEADER: f32 = 1.3;

#[derive(Debug, Clone, PartialEq)]
struct Leader {
    look: Look,
    body: f32,
}

fn on_paper(look: Look) -> Color {
    match (look.high_contrast, look.dark) {
        (true, _) => rgb(0x6B4B00),
        (false, true) => rgb(0xD9B35A),
        (false, false) => rgb(0xB98B30),
    }
}

/// See [`bowl`].
pub struct Bowl<Message> {
    shows: Shows,
    width: f32,
    pick: Option<fn(usize) -> Message>,
}

impl<Message> std::fmt::Debug for Bowl<Message> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bowl")
            .field("shows", &self.shows)
            .field("width", &self.width)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Shows {
    look: Look,
    /// How many breaks the seam has filled, from the first on.
    done: usize,
    /// Steps done out of their order, beyond where the seam ends.
    ahead: [bool; STEPS],
    current: Option<usize>,
    flow: f32,
    leader: bool,
    nodes: bool,
}

impl<Message: Clone> Bowl<Message> {
    /// 600 px where nothing is said.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width.max(1.0);
        self
    }

    /// Marks every step that is done with gold, also those beyond a gap, to which the seam has not come yet.
    #[must_use]
    pub fn with_done(mut self, done: [bool; STEPS]) -> Self {
        self.shows.ahead = done;
        self
    }

    /// How far the gold of the newest step has flowed: 0 as before it was confirmed, 1 at rest. [`Bowl::flowing`] turns time
    /// into this.
    #[must_use]
    pub fn flow(mut self, flow: f32) -> Self {
        self.shows.flow = flow.clamp(0.0, 1.0);
        self
    }

    /// Draws the line from the left edge to the current node; what lies left of the picture is [`leader`]'s, at the height
    /// of [`node_position`].
    #[must_use]
    pub fn leader(mut self, leader: bool) -> Self {
        self.shows.leader = leader;
        self
    }

    /// Leaves the nodes out, for a bowl that is only looked at.
    #[must_use]
    pub fn without_nodes(mut self) -> Self {
        self.shows.nodes = false;
        self
    }

    /// Publishes the step whose node is pressed. The keyboard reaches the same steps through the caller's list.
    #[must_use]
    pub fn on_pick(mut self, pick: fn(usize) -> Message) -> Self {
        self.pick = Some(pick);
        self
    }

    #[must_use]
    pub fn view<'a, Theme: 'a>(self) -> Element<'a, Message, Theme, Renderer>
    where
        Message: 'a,
    {
        const REACH: f32 = 18.0;
        let spots = self.pick.into_iter().flat_map(|pick| {
            (1..=STEPS).map(move |step| (node_position(step, self.width), REACH, pick(step)))
        });
        let spots = spots.collect();
        Picture::new(self.shows, draw)
            .with_spots(spots)
            .element(self.width, height(self.width))
    }
}

impl<'a, Message: Clone + 'a, Theme: 'a> From<Bowl<Message>>
    for Element<'a, Message, Theme, Renderer>
{
    fn from(bowl: Bowl<Message>) -> Self {
        bowl.view()
    }
}

/// The colours of clay and glaze for one look.
struct Clay {
    glaze: [u32; 6],
    lip: (u32, u32),
    well: (u32, u32),
    foot: [u32; 3],
}

impl Clay {
    fn of(look: Look) -> Self {
        if look.dark {
            Self {
                glaze: [0x22443F, 0x3C6A62, 0x54857B, 0x3A665E, 0x274A44, 0x193330],
                lip: (0xB9A67F, 0x6F6349),
                well: (0x0E1D1B, 0x2B4F49),
                foot: [0x5B4C3A, 0xA08A6A, 0x6A5943],
            }
        } else {
            Self {
                glaze: [0x132E2B, 0x2A564F, 0x3E7068, 0x2B5851, 0x1A3A36, 0x102725],
                lip: (0xCDB88D, 0x7E6E4E),
                well: (0x0C201E, 0x2C5750),
                foot: [0x8C7556, 0xC9AE86, 0x927B5B],
            }
        }
    }
}

fn draw(shows: &Shows, frame: &mut Frame) {
    let mut pen = Pen::spanning(frame, WIDTH);
    if shows.look.high_contrast {
        flat(&mut pen);
    } else {
        shadow(&mut pen, shows.look);
        modelled(&mut pen, &Clay::of(shows.look));
    }
    breaks(&mut pen, shows);
    if shows.nodes {
        nodes(&mut pen, shows);
    }
}

fn ellipse(centre: Point, radii: Vector) -> Path {
    Path::new(|path| {
        path.ellipse(path::arc::Elliptical {
            center: centre,
            radii,
            rotation: 0.0.into(),
            start_angle: 0.0.into(),
            end_angle: std::f32::consts::TAU.into(),
        });
    })
}

fn shadow(pen: &mut Pen<'_>, look: Look) {
    let (color, faint) = if look.dark {
        (0x000000, 0.030)
    } else {
        (0x2A241A, 0.0135)
    };
    for ring in 0..16 {
        let ring = ring as f32;
        let size = 1.0 - ring * 0.042;
        pen.fill(
            &ellipse(p(308.0, 376.0), Vector::new(214.0 * size, 18.0 * size)),
            rgba(color, faint + ring * 0.0008),
        );
    }
}

fn foot() -> Path {
    Path::new(|path| {
        path.move_to(p(222.0, 326.0));
        path.line_to(p(226.0, 366.0));
        path.bezier_curve_to(p(226.0, 378.0), p(374.0, 378.0), p(374.0, 366.0));
        path.line_to(p(378.0, 326.0));
        path.close();
    })
}

/// The bowl without light or shade, for high contrast.
fn flat(pen: &mut Pen<'_>) {
    let edge = 2.0 / pen.scale();
    let parts = [
        (foot(), 0xC9AE86),
        (geometry::closed(&BREAKS.glaze), 0x00302B),
        (geometry::closed(&BREAKS.outer), 0xE9DCC0),
        (geometry::closed(&BREAKS.inner), 0x001512),
    ];
    for (path, color) in parts {
        pen.fill(&path, rgb(color));
        pen.line(&path, edge.min(3.0), Color::BLACK);
    }
}

fn modelled(pen: &mut Pen<'_>, clay: &Clay) {
    let across =
        |from: f32, to: f32, stops: &[(f32, Color)]| shade(p(from, 0.0), p(to, 0.0), stops);
    let (left, right) = (36.0, 564.0);

    let [near, lit, far] = clay.foot.map(rgb);
    pen.fill(
        &foot(),
        across(222.0, 378.0, &[(0.0, near), (0.35, lit), (1.0, far)]),
    );
    let under = Path::new(|path| {
        path.move_to(p(226.0, 364.0));
        path.bezier_curve_to(p(226.0, 377.0), p(374.0, 377.0), p(374.0, 364.0));
    });
    pen.line(&under, 1.4, rgba(0x000000, 0.22));
    let cast = Path::new(|path| {
        path.move_to(p(222.4, 330.0));
        path.line_to(p(223.2, 347.0));
        path.bezier_curve_to(p(262.0, 357.0), p(338.0, 357.0), p(376.8, 347.0));
        path.line_to(p(377.6, 330.0));
        path.close();
    });
    pen.fill(&cast, rgba(0x000000, 0.24));

    let glaze = geometry::closed(&BREAKS.glaze);
    let offsets = [0.0, 0.16, 0.30, 0.52, 0.80, 1.0];
    let stops: Vec<(f32, Color)> = offsets.into_iter().zip(clay.glaze.map(rgb)).collect();
    pen.fill(&glaze, across(left, right, &stops));
    let falling = [
        (0.0, rgba(0, 0.0)),
        (0.45, rgba(0, 0.06)),
        (1.0, rgba(0, 0.42)),
    ];
    pen.fill(&glaze, shade(p(0.0, 92.0), p(0.0, 344.0), &falling));
    for row in &BREAKS.crackle {
        pen.line(row, 0.8, rgba(0xDFF2EA, 0.045));
    }
    window_light(pen);

    let drip = Path::new(|path| {
        path.move_to(p(DRIP[0].0.0, DRIP[0].0.1 - 1.6));
        for (_, a, b, to) in &DRIP {
            path.bezier_curve_to(p(a.0, a.1 - 1.6), p(b.0, b.1 - 1.6), p(to.0, to.1 - 1.6));
        }
    });
    pen.line(&drip, 1.8, rgba(0xBFE0D6, 0.35));

    let (lip, lip_shade) = (rgb(clay.lip.0), rgb(clay.lip.1));
    let lip = [
        (0.0, lip_shade),
        (0.28, lip),
        (0.7, lip_shade),
        (1.0, lip_shade),
    ];
    let ring = Path::new(|path| {
        for edge in [&BREAKS.outer, &BREAKS.under_well] {
            path.move_to(edge[0]);
            for &point in &edge[1..] {
                path.line_to(point);
            }
            path.close();
        }
    });
    let ring_only = Fill {
        rule: fill::Rule::EvenOdd,
        ..across(left, right, &lip).into()
    };
    pen.fill(&ring, ring_only);
    let (deep, lit) = (rgb(clay.well.0), rgb(clay.well.1));
    // Light reaches the far right of the well; the gradient runs almost straight down, as the ellipse is so flat.
    let well = shade(
        p(43.0, 50.0),
        p(72.3, 221.0),
        &[(0.0, deep), (0.55, deep), (1.0, lit)],
    );
    pen.fill(&geometry::closed(&BREAKS.inner), well);
    pen.line(&geometry::open(&BREAKS.inner[2..59]), 1.0, rgba(0, 0.3));
}

/// A window somewhere to the left, seen in the glaze.
fn window_light(pen: &mut Pen<'_>) {
    let outer = Path::new(|path| {
        path.move_to(p(60.0, 140.0));
        path.bezier_curve_to(p(70.0, 208.0), p(104.0, 262.0), p(158.0, 298.0));
        path.bezier_curve_to(p(116.0, 252.0), p(90.0, 202.0), p(84.0, 146.0));
        path.bezier_curve_to(p(80.0, 132.0), p(60.0, 128.0), p(60.0, 140.0));
    });
    let inner = Path::new(|path| {
        path.move_to(p(66.0, 152.0));
        path.bezier_curve_to(p(76.0, 206.0), p(102.0, 250.0), p(136.0, 280.0));
        path.bezier_curve_to(p(108.0, 244.0), p(86.0, 200.0), p(78.0, 154.0));
        path.bezier_curve_to(p(76.0, 146.0), p(66.0, 145.0), p(66.0, 152.0));
    });
    pen.fill(&outer, rgba(0xFFFFFF, 0.045));
    pen.fill(&inner, rgba(0xFFFFFF, 0.05));
}

fn breaks(pen: &mut Pen<'_>, shows: &Shows) {
    let now = BREAKS.reached(shows.done);
    let before = BREAKS.reached(shows.done.saturating_sub(1));
    let reached = before + (now - before) * shows.flow;
    let total = BREAKS.total();
    let whole = reached >= total - 0.5;
    let tip = ((reached / STEP) as usize).min(BREAKS.main.len() - 1);
    let light = (p(90.0, 110.0), p(510.0, 300.0));
    let gold =
        |body, seed| Gold::new(shows.look, Ground::Glaze, body, seed).sweep(light.0, light.1);

    // A branch fills over the next stretch of the main seam, and is full when that comes to rest.
    let filled = |branch: &Branch| ((reached - branch.joins) / (total * 0.04)).clamp(0.0, 1.0);

    if !whole {
        seam::crack(pen, shows.look, Ground::Glaze, &BREAKS.main[tip..]);
    }
    for branch in &BREAKS.branches {
        if filled(branch) < 1.0 {
            seam::crack(pen, shows.look, Ground::Glaze, &branch.line);
        }
    }
    let inside = (reached / BREAKS.reached(1)).min(1.0);
    if inside < 1.0 {
        seam::crack(pen, shows.look, Ground::Glaze, &BREAKS.within);
    }

    let pools: Vec<f32> = BREAKS
        .branches
        .iter()
        .map(|branch| branch.joins)
        .filter(|&at| at < reached)
        .collect();
    if tip > 1 {
        gold(6.4, 17)
            .gathering(&pools)
            .tapering(0.0, if whole { 0.0 } else { 16.0 })
            .inside(&BREAKS.body)
            .draw(pen, &BREAKS.main[..=tip]);
    }
    for (branch, seed) in BREAKS.branches.iter().zip(18..) {
        let end = (branch.line.len() as f32 * filled(branch)) as usize;
        if end > 1 {
            gold(branch.body, seed)
                .tapering(0.0, branch.taper)
                .inside(&BREAKS.body)
                .draw(pen, &branch.line[..end]);
        }
    }
    let end = (BREAKS.within.len() as f32 * inside) as usize;
    if end > 1 {
        gold(3.6, 21)
            .tapering(0.0, 22.0)
            .highlight(0.6)
            .draw(pen, &BREAKS.within[..end]);
    }
}

/// Where the bowl begins at a height, from the left.
fn left_edge(y: f32) -> f32 {
    let outline = &BREAKS.glaze;
    let next = outline.iter().cycle().skip(1);
    outline
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.y <= y) != (b.y <= y))
        .map(|(a, b)| a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        .fold(WIDTH, f32::min)
}

fn nodes(pen: &mut Pen<'_>, shows: &Shows) {
    if let (true, Some(current)) = (shows.leader, shows.current) {
        let to = BREAKS.node(current.clamp(1, STEPS));
        let rim = p(left_edge(to.y), to.y);
        pen.line(&Path::line(p(0.0, to.y), rim), LEADER, on_paper(shows.look));
        let on_glaze = if shows.look.high_contrast {
            rgb(0xE3BF66)
        } else {
            on_paper(shows.look)
        };
        pen.line(&Path::line(rim, to), LEADER, on_glaze);
    }
    for step in 1..=STEPS {
        let state = if shows.current == Some(step) {
            NodeState::Current
        } else if step <= shows.done || shows.ahead[step - 1] {
            NodeState::Done
        } else {
            NodeState::Later
        };
        seam::node(pen, shows.look, Ground::Glaze, BREAKS.node(step), state);
    }
}
