//! Measures that belong to one page: how wide its pictures and columns are. What several pages share stands in
//! [`super::scale`].

/// How wide the jar is, by the room there is; `ASIDE` is beside the title, where the words need the page.
pub mod jar {
    pub const ASIDE: f32 = 64.0;
    pub const NARROW: f32 = 144.0;
    pub const COMPACT: f32 = 300.0;
    pub const WIDE: f32 = 400.0;
    pub const LARGE: f32 = 520.0;
    /// The marble on a note.
    pub const BALL: f32 = 52.0;
    /// A note is set wider than other words of its size: it is read aloud.
    pub const NOTE_LINE: f32 = 40.0;
}

/// The heights between which a writing area grows.
pub mod writing {
    pub const LOWEST: f32 = 120.0;
    pub const HIGHEST: f32 = 320.0;
    /// The least height where nothing else on a page is to be written, and how high the window has to be for it.
    pub const ALONE: f32 = 200.0;
    pub const HIGH_WINDOW: f32 = 760.0;
}

pub mod commitments {
    /// The list of days.
    pub const DAYS: f32 = 232.0;
}

pub mod weekly {
    /// What is beside the page, where the page has the rest.
    pub const CONTROLS: f32 = 456.0;
    /// The two papers side by side.
    pub const PAPERS: f32 = 156.0;
    /// The page on a window that has little room.
    pub const COMPACT: f32 = 320.0;
    /// As wide as the widest edge of a card.
    pub const EDGE: f32 = 2.0;
    /// How far one press scrolls the page that is seen larger.
    pub const STEP: f32 = 320.0;
}

/// How high a window has to be for words above the gold and, below it, a field or only buttons.
pub mod hand_over {
    pub const TO_TYPE: f32 = 760.0;
    pub const TO_PRESS: f32 = 600.0;
}

pub mod frame {
    /// Under this height the sidebar leaves out what only greets, so that the places and the way to help stay in sight.
    pub const LOW: f32 = 600.0;
    /// Under this height the places stand close together, so that all of them are in sight.
    pub const TIGHT: f32 = 760.0;
}

pub mod home {
    /// The bowl of a household of one, beside the step.
    pub const BOWL_OF_ONE: f32 = 380.0;
    /// Bowls as wide as DESIGN-LANGUAGE.md says for each room.
    pub const BOWL_COMPACT: f32 = 440.0;
    pub const BOWL_WIDE: f32 = 600.0;
    pub const BOWL_LARGE: f32 = 760.0;
    /// How much of a wide page the bowl may take.
    pub const BOWL_SHARE: f32 = 0.595;
    /// The empty part of the drawing right of the bowl, in shares of its width: it may hang over the margin.
    pub const BOWL_OVERHANG: f32 = 36.0 / 600.0;
    /// The jar beside its words.
    pub const JAR: f32 = 108.0;
}

pub mod check_in {
    /// The widest the scales may be, so that a row of six stays one glance.
    pub const SCALES: f32 = 880.0;
}

pub mod journal {
    /// How the writing area grows before it scrolls by itself: as high as the page it stands on.
    pub const LEAST: f32 = 280.0;
    pub const MOST: f32 = 6_000.0;
}

pub mod pillars {
    /// The three names to choose from, and the two ways to see the weeks.
    pub const NAMES: f32 = 432.0;
    pub const WAYS: f32 = 232.0;
}

pub mod breathe {
    /// The bar that says how much of the practice is left.
    pub const BAR: f32 = 320.0;
    /// The most and the least of the bowl's width, and the share of the window it may take beside the words.
    pub const MOST: f32 = 800.0;
    pub const LEAST: f32 = 160.0;
    pub const SHARE: f32 = 0.48;
    /// What stands above and below the bowl.
    pub const AROUND: f32 = 160.0;
    /// The bowl on the page from which a practice is started.
    pub const BOWL: f32 = 168.0;
    /// Under this height the sentence beside the bowl is set smaller.
    pub const LOW: f32 = 560.0;
}

pub mod reflection {
    /// The three answers to a sign, side by side.
    pub const ANSWERS: f32 = 248.0;
}
