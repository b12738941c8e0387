//! The pages one has kept, month by month.

use crate::domain::amend::Current;
use crate::domain::record::Journal;
use crate::domain::{Kind, PersonId, Record, RecordId};
use crate::screen::Ctx;
use crate::text::journal as words;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

/// A month, known by its first day.
pub(super) type Month = NaiveDate;

fn month_of(at: DateTime<FixedOffset>) -> Month {
    let day = at.date_naive();
    day.with_day(1).unwrap_or(day)
}

/// An entry as it stands.
#[derive(Clone, Copy)]
pub(super) struct Kept<'a> {
    pub(super) id: RecordId,
    pub(super) at: DateTime<FixedOffset>,
    pub(super) journal: &'a Journal,
}

impl Kept<'_> {
    /// Its title, or its first words.
    pub(super) fn name(&self) -> String {
        let title = self.journal.title.trim();
        let text = self.journal.text.trim();
        let shown = if title.is_empty() { text } else { title };
        let line = shown.lines().next().unwrap_or_default();
        if line.is_empty() {
            words::UNTITLED.to_owned()
        } else {
            line.to_owned()
        }
    }
}

/// What is shown of the pages: one month, and the old page that is open.
pub(super) struct Shown<'a> {
    /// Nothing as long as no page was kept.
    pub(super) month: Option<Month>,
    /// The nearest months before and after it that have pages.
    pub(super) earlier: Option<Month>,
    pub(super) later: Option<Month>,
    /// Those of the month, newest first.
    pub(super) pages: Vec<Kept<'a>>,
    pub(super) open: Option<Kept<'a>>,
}

/// Where the pages stand among the records.
///
/// Folding ten years takes longer than a frame may, so the fold is kept from one view to the next: ids, times and positions
/// only, never a word. It is made again when [`Of`] says that the records are others. A view runs without notice of what
/// changed (a deletion, or pages that were merged), so it is the view that looks, and the cell lets it.
#[derive(Default)]
pub(super) struct Shelf(RefCell<Fold>);

/// When somebody writes tells something of them, so it is not printed.
impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf").finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Fold {
    of: Option<Of>,
    /// Newest first, and each month in one piece.
    spots: Vec<Spot>,
}

/// By which one knows the records that were folded. They are only ever added to or taken out of.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Of {
    reader: PersonId,
    count: usize,
    last: Option<RecordId>,
}

struct Spot {
    month: Month,
    id: RecordId,
    at: DateTime<FixedOffset>,
    /// The wording that stands now, and its place among the records.
    wording: RecordId,
    position: usize,
}

impl Shelf {
    /// The month `wanted`, or the nearest before it that has pages; otherwise that of the page that is open, or the newest.
    pub(super) fn shown<'a>(
        &self,
        ctx: &Ctx<'a>,
        wanted: Option<Month>,
        reading: Option<RecordId>,
    ) -> Shown<'a> {
        let mut fold = self.0.borrow_mut();
        fold.refresh(ctx);
        let spots = &fold.spots;
        let open = reading.and_then(|id| spots.iter().find(|spot| spot.id == id));
        let month = wanted.or(open.map(|spot| spot.month));
        let start = month.map_or(0, |month| spots.partition_point(|spot| spot.month > month));
        let month = spots.get(start).or(spots.last()).map(|spot| spot.month);
        let (start, end) = month.map_or((0, 0), |month| {
            let before = |spot: &Spot| spot.month > month;
            let through = |spot: &Spot| spot.month >= month;
            (
                spots.partition_point(before),
                spots.partition_point(through),
            )
        });
        let pages = spots.iter().take(end).skip(start);
        Shown {
            month,
            earlier: spots.get(end).map(|spot| spot.month),
            later: start.checked_sub(1).map(|at| spots[at].month),
            pages: pages.filter_map(|spot| spot.kept(ctx.own)).collect(),
            open: open.and_then(|spot| spot.kept(ctx.own)),
        }
    }

    /// Whether there is an entry of this id.
    pub(super) fn holds(&self, ctx: &Ctx<'_>, id: RecordId) -> bool {
        let mut fold = self.0.borrow_mut();
        fold.refresh(ctx);
        fold.spots.iter().any(|spot| spot.id == id)
    }
}

impl Fold {
    fn refresh(&mut self, ctx: &Ctx<'_>) {
        let of = ctx.me().map(|reader| Of {
            reader,
            count: ctx.own.len(),
            last: ctx.own.last().map(|record| record.id),
        });
        if self.of != of {
            self.spots = of.map_or_else(Vec::new, |of| spots(ctx.own, of.reader));
            self.of = of;
        }
    }
}

fn spots(own: &[Record], reader: PersonId) -> Vec<Spot> {
    let is_page = |r: &&Record| r.by == reader && matches!(r.what, Kind::Journal(_));
    let ids = own.iter().enumerate().map(|(position, r)| (r.id, position));
    let positions: HashMap<RecordId, usize> = ids.collect();
    let mut spots: Vec<Spot> = Current::of(own.iter().filter(is_page))
        .iter()
        .filter_map(|standing| {
            Some(Spot {
                month: month_of(standing.at()),
                id: standing.id(),
                at: standing.at(),
                wording: standing.now.id,
                position: *positions.get(&standing.now.id)?,
            })
        })
        .collect();
    // By month first: two pages written on a journey can stand in another order by the clock than by the calendar.
    spots.sort_unstable_by_key(|spot| std::cmp::Reverse((spot.month, spot.at, spot.id)));
    spots
}

impl Spot {
    /// Nothing where another record stands now: no page is ever shown, or deleted, under the id of another.
    fn kept<'a>(&self, own: &'a [Record]) -> Option<Kept<'a>> {
        let record = own.get(self.position).filter(|r| r.id == self.wording)?;
        match &record.what {
            Kind::Journal(journal) => Some(Kept {
                id: self.id,
                at: self.at,
                journal,
            }),
            _ => None,
        }
    }
}
