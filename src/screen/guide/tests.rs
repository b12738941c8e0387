//! What a page of a guide keeps, and how it is found again.

use super::block::Touch;
use super::sheet::Sheet;
use crate::content::walk::Turn;
use crate::domain::record::{More, Question, QuestionState};
use crate::domain::testing::{JON, MAYA, id, record};
use crate::domain::{Kind, PersonId, Record, Room};
use crate::screen::testing::Sitting;
use crate::screen::{Draft, Entry, Here, names};
use crate::ui::controls::Answer;

/// The page of this name, as it opens for this writer.
fn open(sitting: &Sitting, guide: &str, page: &str, writer: Option<PersonId>) -> Sheet {
    let ctx = sitting.ctx();
    let guide = ctx.library.guide(guide).unwrap();
    let page = guide.pages.iter().position(|p| p.id == page).unwrap();
    let people = names::sitting(&ctx).unwrap();
    Sheet::open(guide, Turn { page, writer }, people, 1, &ctx).unwrap()
}

/// Does something to the block of the page that knows what to do with it.
fn touch(sheet: &mut Sheet, sitting: &Sitting, guide: &str, touch: Touch) {
    let ctx = sitting.ctx();
    let guide = ctx.library.guide(guide).unwrap();
    for index in 0..sheet.blocks().count() {
        let _ = sheet.touch(index, touch.clone(), guide, &ctx);
    }
}

fn entries(sheet: &mut Sheet, sitting: &Sitting, guide: &str) -> Vec<Entry> {
    let ctx = sitting.ctx();
    sheet.entries(ctx.library.guide(guide).unwrap(), &ctx)
}

/// What is on the page is saved.
fn keep(sheet: &mut Sheet, sitting: &mut Sitting, guide: &str) {
    for entry in entries(sheet, sitting, guide) {
        let room = match entry.room {
            Room::Shared => &mut sitting.shared,
            Room::Private(_) => &mut sitting.own,
        };
        let n = room.len() as u128 + if entry.room == Room::Shared { 100 } else { 200 };
        let amends = entry.amends;
        room.push(Record {
            amends,
            ..record(n, 18, entry.by, entry.what)
        });
    }
}

fn drafted(sheet: &Sheet) -> Vec<Draft> {
    let drafts = sheet.drafts().into_iter();
    drafts.filter(|draft| !draft.words.is_blank()).collect()
}

const PILLAR: &str = "accountability";

#[test]
fn a_look_that_was_shown_opens_as_shown_until_it_is_changed_in_private() {
    let mut sitting = Sitting::of(Here::One(MAYA));
    let mut page = open(&sitting, PILLAR, "your-week", Some(MAYA));
    assert!(!page.shown);
    touch(&mut page, &sitting, PILLAR, Touch::Rate(Answer::Word(3)));
    page.insert("On Monday I said so.");
    page.shown = true;
    keep(&mut page, &mut sitting, PILLAR);

    let mut page = open(&sitting, PILLAR, "your-week", Some(MAYA));
    assert!(page.shown);
    assert!(entries(&mut page, &sitting, PILLAR).is_empty());
    page.shown = false;
    page.insert(" And on Tuesday I did not.");
    keep(&mut page, &mut sitting, PILLAR);
    assert!(!open(&sitting, PILLAR, "your-week", Some(MAYA)).shown);
}

#[test]
fn a_page_says_what_of_it_stays_with_its_writer() {
    let mut sitting = Sitting::of(Here::One(MAYA));
    let look = open(&sitting, PILLAR, "your-week", Some(MAYA));
    assert!(look.keeps_some_back());
    let noticed = |sitting: &Sitting| {
        let mut page = open(sitting, PILLAR, "noticed", Some(MAYA));
        page.insert("The call on Friday.");
        (page.stays_private(), drafted(&page)[0].room)
    };
    assert_eq!(noticed(&sitting), (false, Room::Shared));
    sitting.household.people.truncate(1);
    assert_eq!(noticed(&sitting), (true, Room::Private(MAYA)));
}

#[test]
fn what_is_typed_to_an_open_question_is_found_again() {
    const GUIDE: &str = "deeper-after-infidelity";
    let mut sitting = Sitting::of(Here::Both);
    let question = Question {
        words: "Where were you on the Friday?".into(),
        more: More::default(),
    };
    let asked = record(1, 15, MAYA, Kind::Question(question));
    sitting.shared.push(asked);
    let mut page = open(&sitting, GUIDE, "open-questions", None);
    assert!(drafted(&page).is_empty());
    let parked = Touch::Stands(id(1), QuestionState::Parked);
    touch(&mut page, &sitting, GUIDE, parked);
    let words = Touch::Window(id(1), "Saturday after lunch".into());
    touch(&mut page, &sitting, GUIDE, words);
    for draft in drafted(&page) {
        assert_eq!(draft.room, Room::Shared);
        sitting.drafts.insert(draft.key, draft.words);
    }

    let mut page = open(&sitting, GUIDE, "open-questions", None);
    let kept = entries(&mut page, &sitting, GUIDE);
    let reply = kept.iter().find_map(|entry| match &entry.what {
        Kind::QuestionReply(reply) => Some((entry.by, reply)),
        _ => None,
    });
    let (by, reply) = reply.unwrap();
    assert_eq!((by, reply.state), (JON, QuestionState::Parked));
    assert_eq!(reply.words.as_str(), "Saturday after lunch");
}

#[test]
fn a_pause_found_again_wakes_by_itself_at_its_end_and_a_pause_that_is_over_does_not() {
    const GUIDE: &str = "deeper-after-infidelity";
    let mut sitting = Sitting::of(Here::Both);
    let clocks = |sitting: &Sitting| {
        let mut page = open(sitting, GUIDE, "open-questions", None);
        let ctx = sitting.ctx();
        page.opened(ctx.library.guide(GUIDE).unwrap(), &ctx).len()
    };
    assert_eq!(clocks(&sitting), 0);
    let mut page = open(&sitting, GUIDE, "open-questions", None);
    touch(&mut page, &sitting, GUIDE, Touch::Start);
    keep(&mut page, &mut sitting, GUIDE);
    assert_eq!(clocks(&sitting), 1);
    sitting.now += chrono::TimeDelta::minutes(30);
    assert_eq!(clocks(&sitting), 0);
}
