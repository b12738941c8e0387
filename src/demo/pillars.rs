//! How the two looked at their own weeks, what of it they showed, and what each noticed in the other. All of it is made up.

use super::Who::{Jon, Maya};
use super::{Story, Where, Who};
use crate::domain::Kind;
use crate::domain::record::{Level, More, Noticed, PillarLook};

/// What the other can read of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    Moment,
    /// The moment and the word.
    Word,
}
use Shown::{Moment, Nothing, Word};

/// A look: how many weeks ago, the word from 0 for the hardest to 4, or none; the moment; what was shown of it.
type Look = (u32, Option<usize>, &'static str, Shown);

const MAYA: [(&str, &[Look]); 3] = [
    (
        "accountability",
        &[
            (
                6,
                Some(2),
                "I was sharp about the car and said an hour later that the car was not it.",
                Word,
            ),
            (5, Some(3), "", Word),
            (
                4,
                Some(1),
                "I went through his coat. I told him so myself, two days after.",
                Nothing,
            ),
            (2, Some(3), "I said that I had started that one.", Word),
            (1, Some(3), "", Word),
        ],
    ),
    (
        "congruence",
        &[
            (
                9,
                Some(0),
                "I said I was fine to four people before noon.",
                Nothing,
            ),
            (
                8,
                Some(1),
                "I said yes to supper at his mother’s and meant no.",
                Word,
            ),
            (7, Some(1), "", Word),
            (
                5,
                None,
                "I do not know what I think, so I do not know whether my words fit.",
                Nothing,
            ),
            (4, Some(1), "I said it was nothing. It was not.", Nothing),
            (
                3,
                Some(2),
                "I said “I need an hour” in place of slamming a door.",
                Word,
            ),
            (2, Some(3), "I told my sister how it really is.", Word),
            (
                1,
                Some(3),
                "When he asked, I said: hopeful, and cross that I am.",
                Word,
            ),
            (
                0,
                Some(2),
                "After the call that did not come I said I was tired. I was frightened.",
                Word,
            ),
        ],
    ),
    (
        "integrity",
        &[
            (
                3,
                Some(3),
                "I said I would ask in the evening, and I waited until the evening.",
                Moment,
            ),
            (1, Some(3), "", Nothing),
        ],
    ),
];

const JON: [(&str, &[Look]); 3] = [
    (
        "accountability",
        &[
            (
                10,
                Some(1),
                "I said sorry and then told her how hard it is for me.",
                Word,
            ),
            (9, Some(1), "", Word),
            (8, Some(2), "I left out the “but”, once.", Word),
            (
                6,
                Some(2),
                "The receipt from May. I told it when she found it, not before.",
                Word,
            ),
            (5, Some(3), "", Word),
            (4, Some(2), "", Nothing),
            (
                3,
                Some(3),
                "I let her finish, and the sentence I had ready was not needed.",
                Word,
            ),
            (2, Some(3), "", Word),
            (
                1,
                Some(3),
                "I gave the names, all four, without being asked twice.",
                Word,
            ),
            (
                0,
                Some(3),
                "I told her about the hour before she asked.",
                Moment,
            ),
        ],
    ),
    (
        "congruence",
        &[
            (9, Some(2), "", Word),
            (
                8,
                Some(1),
                "I said “take all the time you need” and looked at the clock.",
                Word,
            ),
            (
                7,
                Some(2),
                "I said that I was ashamed. I usually make a joke of it.",
                Word,
            ),
            (6, Some(2), "", Word),
            (3, Some(2), "I said I was calm. My hands were not.", Word),
            (
                2,
                Some(3),
                "Phone in the hall, as I had said, and I did not go and look.",
                Word,
            ),
            (1, Some(3), "", Word),
        ],
    ),
    (
        "integrity",
        &[
            (
                7,
                Some(1),
                "I promised three things in one evening.",
                Nothing,
            ),
            (5, Some(2), "", Word),
            (
                4,
                Some(2),
                "I said I would book the plumber and booked him a day late.",
                Word,
            ),
            (3, Some(3), "", Word),
            (
                2,
                Some(3),
                "The boiler man came on the Thursday I had said.",
                Word,
            ),
            (
                1,
                Some(4),
                "Home at half past six, five days of five.",
                Word,
            ),
            (
                0,
                Some(2),
                "I did not call before six on the one day it counted.",
                Word,
            ),
        ],
    ),
];

/// Days ago, who noticed, the pillar, the words.
const NOTICED: [(u32, Who, &str, &str); 9] = [
    (
        52,
        Maya,
        "accountability",
        "You said “I lied”. You did not say “I was not quite honest”.",
    ),
    (
        44,
        Jon,
        "congruence",
        "You said you were too angry to eat with me, and took your plate upstairs. I knew where I was.",
    ),
    (
        37,
        Maya,
        "congruence",
        "You went red and told me that you were ashamed. You did not make a joke of it.",
    ),
    (
        30,
        Jon,
        "accountability",
        "You came back and said that the car was not what it was about.",
    ),
    (
        24,
        Maya,
        "accountability",
        "You heard me out on the stairs in your coat.",
    ),
    (
        17,
        Maya,
        "integrity",
        "You said Thursday for the boiler man, and it was Thursday.",
    ),
    (
        12,
        Jon,
        "integrity",
        "You said you would ask me in the evening, and you waited until then.",
    ),
    (
        10,
        Jon,
        "congruence",
        "You said you were fine and then said, no, I am not.",
    ),
    (
        4,
        Maya,
        "accountability",
        "You did not explain the hour. You said it.",
    ),
];

impl Story {
    pub(super) fn pillars(&mut self) {
        for (who, theirs) in [(Maya, MAYA), (Jon, JON)] {
            for (pillar, looks) in theirs {
                for (weeks, level, moment, shown) in looks {
                    self.look(who, pillar, (*weeks, *level, moment, *shown));
                }
            }
        }
        for (ago, who, pillar, words) in NOTICED {
            let what = Kind::Noticed(Noticed {
                pillar: pillar.to_owned(),
                words: words.into(),
                more: More::default(),
            });
            self.share(who, ago, 19, 5, what);
        }
    }

    /// The look itself in the room of the one who looked; what was shown of it in the room of both.
    fn look(&mut self, who: Who, pillar: &str, (weeks, level, moment, shown): Look) {
        let level = level
            .and_then(|at| Level::FIVE.get(at).copied())
            .unwrap_or(Level::RatherNotSay);
        let what = |level| {
            Kind::PillarLook(PillarLook {
                pillar: pillar.to_owned(),
                level,
                moment: moment.into(),
                more: More::default(),
            })
        };
        let at = self.at(7 * weeks, 19, 20);
        self.put(Where::Own, who, at, what(level), None);
        let seen = match shown {
            Nothing => return,
            Moment => Level::RatherNotSay,
            Word => level,
        };
        self.put(Where::Shared, who, at, what(seen), None);
    }
}
