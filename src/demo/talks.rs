//! What the two told and asked each other: answers in the steps, talks, questions, a boundary.

use super::{STEPS, Story, Who};
use crate::domain::record::{
    Agreed, Answer, AnswerValue, Boundary, BoundaryReply, More, Question, QuestionReply,
    QuestionState, Talk,
};
use crate::domain::{Kind, RecordId};
use chrono::Days;

impl Story {
    pub(super) fn answers(&mut self) {
        let text = |text: &str| AnswerValue::Text(text.into());
        let slots =
            |slots: &[&str]| AnswerValue::Slots(slots.iter().map(|s| (*s).into()).collect());
        for (who, ago, step, page, block, value) in [
            (
                Who::Jon,
                70,
                0,
                "what-i-did",
                "what-i-did",
                text(
                    "From March until July I was seeing someone from the choir. I told you I was at rehearsals that had been over for an hour. Twice I let you drive me there.",
                ),
            ),
            (
                Who::Jon,
                69,
                0,
                "what-it-did",
                "what-it-did",
                text(
                    "You stopped sleeping. You stopped trusting your own memory of the spring, because I had told you that you were imagining things. You were not.",
                ),
            ),
            (
                Who::Jon,
                68,
                0,
                "what-i-own",
                "what-i-own",
                text(
                    "I chose it each time, and each time I chose to hide it. Nothing between us made me.",
                ),
            ),
            (
                Who::Maya,
                66,
                0,
                "read-it-aloud",
                "still-missing",
                text("The Sunday in May. I cannot say yet what about it."),
            ),
            (
                Who::Maya,
                50,
                1,
                "what-would-help",
                "help",
                AnswerValue::Chosen {
                    options: vec!["sit-near".to_owned(), "no-touch".to_owned()],
                    own: Vec::new(),
                },
            ),
            (
                Who::Maya,
                30,
                2,
                "time-set-apart",
                "pause-sign",
                text("Kettle."),
            ),
            (
                Who::Maya,
                24,
                2,
                "i-feel-i-need",
                "i-feel",
                slots(&[
                    "on guard",
                    "a plan changes and I hear of it late",
                    "to hear it from you, while it is changing",
                ]),
            ),
            (
                Who::Jon,
                23,
                2,
                "i-understand",
                "i-understand",
                slots(&[
                    "that a late train is not only a late train",
                    "ashamed",
                    "you ask where I was and I hear why",
                    "go on asking",
                ]),
            ),
            (
                Who::Jon,
                22,
                2,
                "speak-and-say-back",
                "agreed",
                text(
                    "Jon says when a plan changes, while it is changing. Open: what we tell the neighbours.",
                ),
            ),
        ] {
            let what = Kind::Answer(Answer {
                guide: STEPS[step].to_owned(),
                page: page.to_owned(),
                block: block.to_owned(),
                value,
                more: More::default(),
            });
            self.share(who, ago, 20, 30, what);
        }
    }

    pub(super) fn talks_and_questions(&mut self) {
        for (ago, topic, turns, agreed) in [
            (
                22,
                "hearing about plans late",
                4,
                "Jon says when a plan changes, while it is changing.",
            ),
            (
                4,
                "the missing hour on that Sunday",
                6,
                "Jon told it with the hour in it. Maya may come back to it.",
            ),
        ] {
            let what = Kind::Talk(Talk {
                topic: topic.into(),
                turns,
                agreed: agreed.into(),
                more: More::default(),
            });
            self.share(Who::Maya, ago, 21, 10, what);
        }

        for (asked, words, replied, state, reply) in [
            (
                14,
                "Who was at the table that night?",
                13,
                QuestionState::Answered,
                "Four of us from the choir. I told you their names, and the list will not change.",
            ),
            (
                9,
                "What did you tell your brother?",
                8,
                QuestionState::NotYet,
                "I want to tell him first that I am going to tell you. I will do both by Sunday week.",
            ),
        ] {
            let question = self.question(asked, words);
            let what = Kind::QuestionReply(QuestionReply {
                question,
                state,
                words: reply.into(),
                more: More::default(),
            });
            self.share(Who::Jon, replied, 20, 15, what);
        }
        self.question(1, "Did you ever wish you had been found out sooner?");

        let boundary = self.share(
            Who::Maya,
            8,
            20,
            40,
            Kind::Boundary(Boundary {
                what:
                    "When I say I need an evening to myself, it is mine, and we talk the next day."
                        .into(),
                because: "I need to know that I can step back without it costing me something."
                    .into(),
                review: self.now.date_naive().checked_add_days(Days::new(21)),
                more: More::default(),
            }),
        );
        for (ago, agreed, words) in [
            (
                7,
                Agreed::NotYet,
                "I am afraid of what the silence means. Can we say how the evening ends?",
            ),
            (
                4,
                Agreed::Agreed,
                "Yes. You say good night, and I wait for the next day.",
            ),
        ] {
            let what = Kind::BoundaryReply(BoundaryReply {
                boundary,
                agreed,
                words: words.into(),
                more: More::default(),
            });
            self.share(Who::Jon, ago, 20, 42, what);
        }
    }

    fn question(&mut self, ago: u32, words: &str) -> RecordId {
        let what = Kind::Question(Question {
            words: words.into(),
            more: More::default(),
        });
        self.share(Who::Maya, ago, 20, 5, what)
    }
}
