//! The course of a talk: one speaks, the other says it back, the first confirms; then, where both speak, the other way round.

/// What is done in one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Speaks,
    SaysBack,
    Confirms,
}

const MOVES: [Move; 3] = [Move::Speaks, Move::SaysBack, Move::Confirms];

/// Where a talk is. A part only ever follows the one before it; what is said again begins its turn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Course {
    turns: usize,
    at: usize,
    reached: usize,
    begun: bool,
}

impl Course {
    pub(super) fn of(turns: usize) -> Self {
        Self {
            turns,
            at: 0,
            reached: 0,
            begun: false,
        }
    }

    /// Its parts in order: whose turn it belongs to, the first's (0) or the second's (1), and what is done.
    pub(super) fn parts(self) -> impl Iterator<Item = (usize, Move)> {
        (0..self.turns).flat_map(|turn| MOVES.into_iter().map(move |what| (turn, what)))
    }

    pub(super) fn len(self) -> usize {
        self.turns * MOVES.len()
    }

    /// The number of the part that is now; past the last once it is over.
    pub(super) fn at(self) -> usize {
        self.at
    }

    pub(super) fn reached(self) -> usize {
        self.reached
    }

    pub(super) fn now(self) -> Option<(usize, Move)> {
        self.parts().nth(self.at)
    }

    pub(super) fn is_begun(self) -> bool {
        self.begun
    }

    pub(super) fn is_over(self) -> bool {
        self.at >= self.len()
    }

    /// The second has had the floor, or everything was confirmed.
    pub(super) fn is_done(self) -> bool {
        self.reached >= MOVES.len()
    }

    pub(super) fn begin(&mut self) {
        if self.is_over() {
            *self = self.anew();
        }
        self.begun = true;
    }

    /// The same course, before its first part.
    pub(super) fn anew(self) -> Self {
        Self::of(self.turns)
    }

    /// The one whose part it is says that they are done. A confirmation is not given like that.
    pub(super) fn pass(&mut self) -> bool {
        matches!(self.now(), Some((_, Move::Speaks | Move::SaysBack))) && self.on()
    }

    pub(super) fn confirm(&mut self) -> bool {
        matches!(self.now(), Some((_, Move::Confirms))) && self.on()
    }

    /// It was not what was meant: the turn begins anew.
    pub(super) fn say_again(&mut self) -> bool {
        let Some((turn, Move::Confirms)) = self.now() else {
            return false;
        };
        self.at = turn * MOVES.len();
        true
    }

    fn on(&mut self) -> bool {
        self.at += 1;
        self.reached = self.reached.max(self.at);
        true
    }
}
