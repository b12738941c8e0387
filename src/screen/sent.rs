//! What a page gave away to be kept. The app tries a save that failed again by itself, and says so only when it is on disk: a
//! page that had forgotten it by then would stay as it is, and could be kept twice.

/// How the words on a page stand to the last save.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sent {
    /// They are not on their way.
    #[default]
    No,
    UnderWay,
    /// They could not be kept, and wait to be tried again. Until then the page can be kept once more by hand.
    Waiting,
}

impl Sent {
    pub(super) fn is_under_way(self) -> bool {
        self == Self::UnderWay
    }

    pub(super) fn failed(&mut self) {
        if self.is_under_way() {
            *self = Self::Waiting;
        }
    }

    /// The page was changed: what comes to the disk is no longer all that stands on it.
    pub(super) fn changed(&mut self) {
        *self = Self::No;
    }

    /// A save is on disk; whether it was that of this page as it stands.
    pub(super) fn arrived(&mut self) -> bool {
        std::mem::take(self) != Self::No
    }
}

#[cfg(test)]
mod tests {
    use super::Sent;

    #[test]
    fn a_save_that_failed_and_then_succeeds_is_still_the_page_s_own() {
        let mut sent = Sent::UnderWay;
        sent.failed();
        assert!(!sent.is_under_way());
        assert!(sent.arrived());
        assert!(!sent.arrived());
    }

    #[test]
    fn what_was_written_since_is_not_taken_for_kept() {
        let mut sent = Sent::UnderWay;
        sent.failed();
        sent.changed();
        assert!(!sent.arrived());
        sent.failed();
        assert_eq!(sent, Sent::No);
    }
}
