//! The walk: every page of a guide there, back, and there again another time, and then out of it.

use crate::answering::{Given, Manner, View, answer, chosen, press};
use crate::closely::{Drawn, drawn, tabs};
use crate::headless::Headless;
use crate::promises::{named, nameless, out_of_order, out_of_the_window, standing_out};
use crate::says::{chooses, fragments, rounds, says_of};
use crate::sitting::{Fault, MIDDLE, SMALL, Sitting, WIDE, Who, Window};
use crate::support::world::{JON, MAYA};
use goldseam::content::Library;
use goldseam::content::schema::{Guide, GuideKind, Page};
use goldseam::content::walk::{self as pages, Turn};
use goldseam::domain::PersonId;
use goldseam::screen::{Here, Place};
use goldseam::text::{common, guide as text};
use goldseam::ui::access::{Node, Role, Snapshot};
use iced::Size;
use iced::keyboard::key::Named;
use std::collections::BTreeSet;

/// A window so high that nothing has to scroll: whatever is cut off in it is cut off for good.
const TALL: f32 = 8_000.0;

/// Guides for which no sitting has a page.
pub fn for_nobody(library: &Library) -> Vec<&str> {
    let nobodys = library.guides.iter().filter(|guide| {
        let empty = |who: &Who| pages::turns(guide, who.parts()).is_empty();
        Who::ALL.iter().all(empty)
    });
    nobodys.map(|guide| guide.id.as_str()).collect()
}

/// Walks a guide and says what is wrong with it.
pub fn walk(library: Library, id: &str, who: Who) -> Vec<String> {
    walk_with(library, id, who, None)
}

pub fn walk_with(library: Library, id: &str, who: Who, fault: Option<Fault>) -> Vec<String> {
    let guide = library.guide(id).unwrap().clone();
    let mut faults = Vec::new();
    let mut seen: Vec<Turn> = Vec::new();
    for option in 0..rounds(&guide) {
        let manner = Manner {
            option,
            shows: who.shows(),
        };
        let turns = pages::turns_chosen(&guide, who.parts(), |c| chooses(&guide, c, option));
        let Some(mut sitting) = Sitting::open(library.clone(), id, who.world()) else {
            if !turns.is_empty() {
                faults.push(format!("{id}, {who:?}: it does not open"));
            }
            return faults;
        };
        if turns.is_empty() {
            faults.push(format!("{id}, {who:?}: it opens without a page"));
            return faults;
        }
        sitting.fault = fault;
        let size = sitting.world.area();
        let mut walk = Walk {
            view: Headless::new(sitting, size),
            guide: &guide,
            who,
            manner,
            turns,
            given: Vec::new(),
            faults: Vec::new(),
            at: String::new(),
            looks: BTreeSet::new(),
            number: 0,
        };
        walk.whole();
        seen.extend(&walk.turns);
        faults.append(&mut walk.faults);
    }
    let all = pages::turns(&guide, who.parts());
    let missed = all.iter().filter(|turn| !seen.contains(turn));
    faults.extend(missed.map(|turn| {
        let page = &guide.pages[turn.page].id;
        format!("{id}/{page}, {who:?}: no answer leads there")
    }));
    faults
}

pub struct Walk<'g> {
    pub view: View,
    pub guide: &'g Guide,
    pub who: Who,
    pub manner: Manner,
    pub turns: Vec<Turn>,
    /// What was answered at each turn.
    pub given: Vec<Given>,
    pub faults: Vec<String>,
    /// Where the walk is, for the faults.
    pub at: String,
    /// What looks wrong, wherever else it does too.
    pub looks: BTreeSet<String>,
    pub number: usize,
}

/// What stands before them.
#[derive(Debug, PartialEq, Eq)]
enum Face {
    Page,
    Waiting,
    Sealed,
    Been,
    End,
}

/// A walk that cannot go on.
struct Stuck;
type On = Result<(), Stuck>;

impl Walk<'_> {
    fn whole(&mut self) {
        let _ = self
            .there()
            .and_then(|()| self.back())
            .and_then(|()| self.again())
            .and_then(|()| self.once_more());
        if self.who.here() == Here::Both {
            for person in [MAYA, JON] {
                let _ = self.each_alone(person);
            }
        }
        self.nothing_private_is_shared();
    }

    pub fn fault(&mut self, what: impl std::fmt::Display) {
        let (id, who) = (&self.guide.id, self.who);
        self.faults
            .push(format!("{id}/{}, {who:?}: {what}", self.at));
    }

    fn stuck(&mut self, what: impl std::fmt::Display) -> Stuck {
        self.fault(what);
        Stuck
    }

    pub fn page(&self, turn: Turn) -> &Page {
        &self.guide.pages[turn.page]
    }

    pub fn is_at(&mut self, n: usize, doing: &str) {
        let turn = self.turns[n];
        let page = &self.guide.pages[turn.page].id;
        let writer = turn
            .writer
            .map(|who| self.view.page.world.household.name(who));
        let writer = writer.map(|name| format!(" ({name})")).unwrap_or_default();
        self.at = format!("{page}{writer}, {doing}");
    }

    /// Every page to the end, with every block answered.
    fn there(&mut self) -> On {
        for n in 0..self.turns.len() {
            self.is_at(n, "first time");
            self.come_to_page()?;
            self.is_turn(n);
            self.says_what_it_should(n);
            let mut number = self.number;
            let given = answer(&mut self.view, self.manner, &mut number);
            self.number = number;
            self.looks_right(true);
            self.view.page.kept.clear();
            self.leave(&[text::NEXT_PAGE, text::TO_THE_END])?;
            self.was_kept(n, &given);
            self.given.push(given);
        }
        self.at = "the end".to_owned();
        self.is_end()?;
        self.looks_right(false);
        Ok(())
    }

    /// From the end back to the first page, and out.
    fn back(&mut self) -> On {
        for n in (0..self.turns.len()).rev() {
            self.view.page.kept.clear();
            self.leave(&[common::BACK])?;
            self.is_at(n, "going back");
            self.changes_nothing();
            let face = self.pass_if_asked()?;
            let private = self.is_private(n);
            match face {
                Face::Page => {
                    self.is_turn(n);
                    self.finds(n);
                }
                Face::Sealed if private => self.shows_nothing_of(n),
                face => return Err(self.stuck(format!("the page is not there, but {face:?}"))),
            }
        }
        self.leave(&[common::BACK])?;
        self.changes_nothing();
        self.goes_to_the_list();
        Ok(())
    }

    /// Opened anew, through to the end and out of it.
    fn again(&mut self) -> On {
        self.at = "opened again".to_owned();
        let here = self.who.here();
        if !self.view.page.reopen(here) {
            return Err(self.stuck("it does not open"));
        }
        self.look_in(WIDE);
        for n in 0..self.turns.len() {
            self.is_at(n, "opened again");
            self.come_to_page()?;
            self.is_turn(n);
            // What is private stays shut while both are here.
            if here != Here::Both || !self.is_private(n) {
                self.finds(n);
            }
            self.view.page.kept.clear();
            self.leave(&[text::NEXT_PAGE, text::TO_THE_END])?;
            self.changes_nothing();
        }
        self.at = "the end, once more".to_owned();
        self.is_end()?;
        let done = |name: &str| {
            let parts = ["Maya", "Jon"].map(text::my_part_is_done);
            let words = [text::FINISH_STEP, text::I_DID_IT, text::WE_DID_IT];
            words.contains(&name) || parts.iter().any(|part| part == name)
        };
        while let Some(node) = self.control(done) {
            if press(&mut self.view, node.id, Named::Enter) != 1 {
                return Err(self.stuck(format!("nothing comes of {:?}", named(&node))));
            }
            if self.control(|name| name == named(&node)).is_some() {
                return Err(self.stuck(format!("{:?} stays as it is", named(&node))));
            }
        }
        self.looks_right(false);
        self.leave(&[
            text::FINISH_FOR_NOW,
            text::TO_THE_PILLARS,
            text::TO_THE_LIBRARY,
        ])?;
        self.goes_to_the_list();
        Ok(())
    }

    /// The guide was gone through, and somebody alone goes through it once more: beside what was written stand empty fields.
    fn once_more(&mut self) -> On {
        let here = self.who.here();
        if here == Here::Both {
            return Ok(());
        }
        self.at = "once more".to_owned();
        let opens = self.view.page.reopen(here);
        let again = self.control(|name| name == text::GO_AGAIN);
        let Some(again) = again.filter(|_| opens) else {
            return Err(self.stuck("it was gone through, and cannot be once more"));
        };
        press(&mut self.view, again.id, Named::Enter);
        for _ in 0..self.turns.len() {
            if self.face() == Face::End {
                break;
            }
            self.at = format!("{:?}, once more", self.title());
            let snapshot = self.view.snapshot();
            let fields = snapshot
                .nodes
                .iter()
                .filter(|node| node.info.role.is_text());
            let filled =
                |node: &&Node| node.info.value.as_ref().is_some_and(|v| v.contains("zeta"));
            if fields.filter(filled).count() > 0 || !chosen(&snapshot).is_empty() {
                self.fault("what was answered before stands there as if it were said now");
            }
            self.looks_right(true);
            self.leave(&[text::NEXT_PAGE, text::TO_THE_END])?;
        }
        self.is_end()
    }

    /// One of two in their own space finds what they wrote while both were here.
    fn each_alone(&mut self, person: PersonId) -> On {
        self.at = "alone later".to_owned();
        let mine: Vec<usize> = (0..self.given.len())
            .filter(|n| self.turns[*n].writer == Some(person))
            .collect();
        if mine.is_empty() || !self.view.page.reopen(Here::One(person)) {
            return Ok(());
        }
        let mut found = BTreeSet::new();
        for _ in 0..=self.guide.pages.len() {
            let face = self.pass_if_asked()?;
            if face == Face::End {
                break;
            }
            let title = self.title();
            let of_this = |n: &&usize| {
                let page = &self.guide.pages[self.turns[**n].page];
                fragments(&page.title)
                    .iter()
                    .all(|piece| title.contains(*piece))
            };
            if let Some(n) = mine.iter().find(of_this).copied() {
                self.is_at(n, "alone later");
                self.finds(n);
                found.insert(n);
            }
            self.leave(&[text::NEXT_PAGE, text::TO_THE_END])?;
        }
        for n in mine {
            if !found.contains(&n) {
                self.is_at(n, "alone later");
                self.fault("the page is not there");
            }
        }
        Ok(())
    }
}

/// What is on the page.
impl Walk<'_> {
    fn control(&mut self, is_it: impl Fn(&str) -> bool) -> Option<Node> {
        let snapshot = self.view.snapshot();
        let mut nodes = snapshot.focusables();
        nodes
            .find(|node| node.info.name.as_deref().is_some_and(&is_it))
            .cloned()
    }

    fn face(&mut self) -> Face {
        let snapshot = self.view.snapshot();
        let has = |name: &str| snapshot.named(name).is_some();
        if ["Maya", "Jon"]
            .map(text::pass_to)
            .iter()
            .any(|name| has(name))
        {
            Face::Waiting
        } else if has(text::WRITE_AGAIN) {
            Face::Sealed
        } else if has(text::READ_IT) {
            Face::Been
        } else if [text::NEXT_PAGE, text::TO_THE_END]
            .iter()
            .any(|name| has(name))
        {
            Face::Page
        } else {
            Face::End
        }
    }

    /// Passes the laptop where that is asked, and opens a guide that was gone through; says what stands there then.
    fn pass_if_asked(&mut self) -> Result<Face, Stuck> {
        let face = self.face();
        let pressed = match face {
            Face::Waiting => {
                self.looks_right(true);
                let passes = ["Maya", "Jon"].map(text::pass_to);
                self.control(|name| passes.iter().any(|pass| pass == name))
            }
            Face::Been => self.control(|name| name == text::READ_IT),
            Face::Page | Face::Sealed | Face::End => return Ok(face),
        };
        if let Some(node) = pressed {
            self.view.page.passes = true;
            press(&mut self.view, node.id, Named::Enter);
            self.view.page.passes = false;
        }
        match self.face() {
            Face::Waiting | Face::Been => Err(self.stuck(format!("no way past {face:?}"))),
            face => Ok(face),
        }
    }

    fn come_to_page(&mut self) -> On {
        match self.pass_if_asked()? {
            Face::Page => Ok(()),
            face => Err(self.stuck(format!("the page is not there, but {face:?}"))),
        }
    }

    fn is_end(&mut self) -> On {
        match self.face() {
            Face::End => Ok(()),
            face => Err(self.stuck(format!("not the end, but {face:?}"))),
        }
    }

    /// With Tab to one of these, and Enter.
    fn leave(&mut self, by: &[&str]) -> On {
        let Some(way) = self.control(|name| by.contains(&name)) else {
            return Err(self.stuck(format!("there is no {by:?}")));
        };
        if tabs(&mut self.view, Some(way.id)).last() != Some(&way.id) {
            return Err(self.stuck(format!("Tab does not come to {:?}", named(&way))));
        }
        let before = self.words();
        let sent = self.view.key(iced::keyboard::Key::Named(Named::Enter));
        let went = !self.view.page.went.is_empty();
        if sent != 1 || (!went && self.words() == before) {
            return Err(self.stuck(format!("Enter on {:?} leads nowhere", named(&way))));
        }
        Ok(())
    }

    fn goes_to_the_list(&mut self) {
        let list = match self.guide.kind {
            GuideKind::Step(_) => Place::Steps,
            GuideKind::Pillar => Place::Pillars,
            _ => Place::Library,
        };
        let went = std::mem::take(&mut self.view.page.went);
        if went != [list.clone()] {
            self.fault(format!("it leads to {went:?} in place of {list:?}"));
        }
    }

    /// All that can be read on the page.
    pub fn words(&mut self) -> String {
        words(&self.view.snapshot())
    }

    fn title(&mut self) -> String {
        let snapshot = self.view.snapshot();
        let mut titles = snapshot
            .of(Role::Heading)
            .filter(|h| h.info.level == Some(2));
        titles.next().map(named).unwrap_or_default()
    }

    fn is_turn(&mut self, n: usize) {
        let title = self.title();
        let turn = self.turns[n];
        let is_it = fragments(&self.page(turn).title)
            .iter()
            .all(|piece| title.contains(*piece));
        if !is_it || title.trim().is_empty() {
            self.fault(format!("the title is {title:?}"));
        }
        let number = format!("Page {} of ", n + 1);
        if !self.words().contains(&number) {
            self.fault(format!("it does not say {number:?}"));
        }
    }

    /// Whatever the content says stands on the page.
    fn says_what_it_should(&mut self, n: usize) {
        let page = self.page(self.turns[n]).clone();
        let shown = self.words();
        let blocks = page.blocks.iter();
        let said = blocks.flat_map(|block| says_of(block, &self.view.page.world.library));
        let said: Vec<String> = said.flat_map(fragments).map(str::to_owned).collect();
        for piece in said.iter().filter(|piece| !shown.contains(*piece)) {
            self.fault(format!("nothing on the page says {piece:?}"));
        }
        if said.is_empty() {
            self.fault("the page says nothing");
        }
    }

    fn look_in(&mut self, window: Window) -> Size {
        self.view.page.world.size = window.size;
        let area = self.view.page.world.area();
        self.view.resize(area);
        area
    }

    /// Names, order, nothing cut off, in every window. Leaves it in the smallest.
    fn looks_right(&mut self, is_page: bool) {
        for window in [WIDE, MIDDLE, SMALL] {
            let area = self.look_in(window);
            let snapshot = self.view.snapshot();
            let mut found = nameless(&snapshot);
            found.extend(standing_out(&snapshot));
            found.extend(out_of_the_window(&snapshot));
            let order = from_the_top(&snapshot, tabs(&mut self.view, None));
            found.extend(out_of_order(&snapshot, &order));
            let back = snapshot.named(common::BACK);
            if is_page && !back.is_some_and(|node| order.contains(&node.id)) {
                found.push("Tab does not come to the way back".to_owned());
            }
            self.view.resize(Size::new(area.width, TALL));
            found.extend(drawn(&mut self.view).iter().filter_map(cut));
            self.view.resize(area);
            for fault in found {
                let fault = format!("{}: {fault}", window.name);
                if self.looks.insert(fault.clone()) {
                    self.fault(fault);
                }
            }
        }
    }
}

/// The order of Tab as it is from the top of the page, wherever the focus was.
fn from_the_top(snapshot: &Snapshot, mut order: Vec<u64>) -> Vec<u64> {
    let first = snapshot.focusables().next().map(|node| node.id);
    let at = order.iter().position(|node| Some(*node) == first);
    order.rotate_left(at.unwrap_or(0));
    order
}

/// What can be seen in a snapshot, as text.
pub fn words(snapshot: &Snapshot) -> String {
    let seen = |node: &&Node| node.bounds.width > 0.0 && node.bounds.height > 0.0;
    let of = |node: &Node| {
        let info = &node.info;
        [&info.name, &info.value, &info.description].map(Option::clone)
    };
    let words = snapshot.nodes.iter().filter(seen).flat_map(of).flatten();
    let words: Vec<String> = words
        .map(|w| w.replace(['\u{2068}', '\u{2069}'], ""))
        .collect();
    // What holds two words on one line is a space to the reader.
    words.join("\n").replace('\u{a0}', " ")
}

/// What of a paragraph cannot be seen, or runs over something else.
pub fn cut(drawn: &Drawn) -> Option<String> {
    let by = drawn.is_cut_by();
    (by > 1.0).then(|| format!("{:?} is cut off by {by:.0}", drawn.words))
}
