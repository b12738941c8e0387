//! What the two said they would do, and how it went.

use super::{Story, Where, Who};
use crate::domain::record::{Cadence, Commitment, More, Outcome, Report};
use crate::domain::{Kind, RecordId};

impl Story {
    pub(super) fn commitments(&mut self) {
        let who = Who::Jon;
        let asked = self.promise(
            who,
            60,
            (
                "we go to bed",
                "I will ask how the day was before I say how mine was",
            ),
            "I am tired and want to be the one who is asked.",
            Cadence::EveryDay,
            Some(32),
        );
        for ago in [58, 57, 55, 54, 52, 51, 49, 46, 45, 43, 40, 38, 36, 35, 33] {
            self.report(who, asked, ago, Outcome::Kept);
        }

        let call = self.promise(
            who,
            44,
            ("I will be later than 18:30", "I will call before 18:00"),
            "A meeting runs on and I think five more minutes will not matter.",
            Cadence::EveryWeekday,
            None,
        );
        let miss = self.miss();
        let earlier_miss = self.working_day(26);
        for ago in (miss + 1..42).rev().filter(|ago| *ago != earlier_miss) {
            // Days off and days forgotten are left out, as people leave them out.
            if self.working_day(ago) == ago && ago % 9 != 0 {
                self.report(who, call, ago, Outcome::Kept);
            }
        }
        self.miss_and_repair(
            call,
            earlier_miss,
            "I was on a call and let it go past six. I rang from the stairs and said I had got it wrong, before I said why.",
        );
        let day = self.day(miss).format("%A");
        let repair = format!(
            "I got in at 19:10 on {day} and did not call. I told Maya that night where I had been, before she asked. An alarm now goes at 17:50, so I decide early."
        );
        self.miss_and_repair(call, miss, &repair);

        let find = self.promise(
            who,
            20,
            (
                "we have had a hard talk",
                "I will come and find Maya before I sleep",
            ),
            "I want to leave her in peace, and I also want to be left in peace.",
            Cadence::WheneverItHappens,
            None,
        );
        for ago in [18, 11, 4] {
            self.report(who, find, ago, Outcome::Kept);
        }

        let who = Who::Maya;
        let say = self.promise(
            who,
            37,
            ("I want to check his phone", "I will say so out loud first"),
            "It feels safer to know than to ask.",
            Cadence::WheneverItHappens,
            None,
        );
        for ago in [34, 25, 12, 6, 2] {
            self.report(who, say, ago, Outcome::Kept);
        }
        let ask = self.promise(
            who,
            19,
            (
                "a question comes at midnight",
                "I will write it down and ask it at breakfast",
            ),
            "At midnight every question feels like the last one.",
            Cadence::EveryDay,
            None,
        );
        for ago in [17, 15, 14, 10] {
            self.report(who, ask, ago, Outcome::Kept);
        }
        let then = "I will write it down and ask it the next evening, after supper".into();
        self.report(who, ask, 2, Outcome::Adjusted { then });
    }

    fn promise(
        &mut self,
        who: Who,
        ago: u32,
        (when, then): (&str, &str),
        obstacle: &str,
        cadence: Cadence,
        until: Option<u32>,
    ) -> RecordId {
        let what = Kind::Commitment(Commitment {
            when: when.into(),
            then: then.into(),
            obstacle: obstacle.into(),
            cadence,
            until: until.map(|ago| self.day(ago)),
            more: More::default(),
        });
        self.share(who, ago, 20, 45, what)
    }

    fn report(&mut self, who: Who, commitment: RecordId, ago: u32, outcome: Outcome) -> RecordId {
        let what = self.report_of(commitment, ago, outcome);
        self.share(who, ago, 21, 20, what)
    }

    fn report_of(&self, commitment: RecordId, ago: u32, outcome: Outcome) -> Kind {
        Kind::Report(Report {
            commitment,
            on: self.day(ago),
            outcome,
            more: More::default(),
        })
    }

    /// Jon marks the miss that night and writes the repair the day after.
    fn miss_and_repair(&mut self, commitment: RecordId, ago: u32, repair: &str) {
        let missed = |repair: &str| Outcome::Missed {
            repair: repair.into(),
        };
        let miss = self.report(Who::Jon, commitment, ago, missed(""));
        let repaired = self.report_of(commitment, ago, missed(repair));
        let next_day = self.at(ago - 1, 8, 10);
        self.put(Where::Shared, Who::Jon, next_day, repaired, Some(miss));
    }
}
