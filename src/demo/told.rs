//! The words of the demo: what Maya and Jon wrote in their twelve weeks. All of it is made up.

use super::Who::{self, Both, Jon, Maya};

/// A week's shared check-in: how safe it felt, from 0 for the hardest to 4, and the note.
pub(super) type Felt = Option<(usize, &'static str)>;

/// Twelve weeks, the oldest first. Gaps stay gaps. `{miss}` and `{good}` stand for days of the last week.
pub(super) const MAYA_FELT: [Felt; 12] = [
    Some((
        0,
        "I slept three hours. I went over the spring again, day by day, looking for it.",
    )),
    Some((
        0,
        "He answered what I asked. I did not believe half of it, and I told him that.",
    )),
    Some((
        1,
        "Two evenings without a quarrel. I noticed because I was waiting for one.",
    )),
    None,
    None,
    Some((
        1,
        "Back from my mother’s. The house felt like ours for about an hour.",
    )),
    Some((
        2,
        "I laughed at something he said and did not take it back.",
    )),
    Some((
        1,
        "Our anniversary. I knew it was coming and it still knocked me over.",
    )),
    Some((
        2,
        "He heard me out on the stairs, in his coat, and was late for work because of it.",
    )),
    Some((3, "A calm week. I am not used to calm.")),
    Some((
        3,
        "I asked who was at the table that night. He told me, with names.",
    )),
    Some((
        2,
        "{good} was good. {miss} took me back further than I expected.",
    )),
];

pub(super) const JON_FELT: [Felt; 12] = [
    Some((
        2,
        "I said the whole of it. I wanted to stop halfway and did not.",
    )),
    Some((
        1,
        "I wanted her to see that I was trying. That was about me.",
    )),
    Some((
        2,
        "I wrote down what it did to her days. I had only ever thought about mine.",
    )),
    Some((
        2,
        "She cried in the car. I drove, and did not ask her to stop.",
    )),
    Some((
        1,
        "I was short with her on Sunday. I said so before we went to bed.",
    )),
    None,
    Some((2, "I catch myself beginning with “but”. Sometimes in time.")),
    Some((
        2,
        "I remembered the date without being told. I did not know what to do with it.",
    )),
    Some((3, "Being early is easier than being sorry.")),
    Some((
        3,
        "We talked about the boiler for twenty minutes. It was wonderful to be bored.",
    )),
    Some((
        3,
        "She asked and I answered. My hands shook, and nothing fell down.",
    )),
    Some((
        3,
        "I was ashamed on {miss} and I stayed in the room anyway.",
    )),
];

/// Notes in the jar, with how many days ago they were written, the oldest first.
pub(super) const NOTES: [(u32, Who, &str); 46] = [
    (
        58,
        Jon,
        "You told your sister yourself, so that I would not have to be there for it.",
    ),
    (
        57,
        Maya,
        "You sat on the bathroom floor with me and did not say one thing.",
    ),
    (55, Jon, "You made two cups. You did not have to make mine."),
    (
        54,
        Maya,
        "You said “I lied” and not “I was not quite honest”.",
    ),
    (
        52,
        Jon,
        "You asked how the interview went, in a week when you owed me no questions.",
    ),
    (
        51,
        Maya,
        "When I went quiet you waited. I could hear you not fixing it.",
    ),
    (
        50,
        Maya,
        "You rang the choir and told them yourself that you were stopping.",
    ),
    (48, Jon, "You let me drive you to your mother’s."),
    (
        47,
        Both,
        "We got through the parents’ evening, and laughed in the car park.",
    ),
    (
        46,
        Maya,
        "You left the bedroom to me, and made the sofa up before I had to ask.",
    ),
    (
        44,
        Jon,
        "You said which part of my answer you believed. It helped to know there was one.",
    ),
    (
        43,
        Maya,
        "You took the long way round so as not to pass that street.",
    ),
    (
        41,
        Jon,
        "You told me you were angry before dinner, and not after three days.",
    ),
    (40, Maya, "You did not look relieved when I stopped crying."),
    (
        39,
        Jon,
        "You showed me the poem you had been writing out by hand.",
    ),
    (38, Both, "Tea, ten minutes, no phones. We managed eleven."),
    (
        36,
        Maya,
        "You corrected yourself about the Sunday in May. I had not noticed it was wrong.",
    ),
    (35, Jon, "You kept my place in the book."),
    (
        34,
        Jon,
        "You asked me to stay in the room, and I would have gone.",
    ),
    (
        33,
        Maya,
        "You went to see your brother and came home when you said.",
    ),
    (
        31,
        Maya,
        "You remembered the anniversary and did not make a show of it.",
    ),
    (30, Jon, "You said it was a hard day before I got it wrong."),
    (
        29,
        Both,
        "We agreed on a word for stopping, and both of us have used it.",
    ),
    (
        27,
        Maya,
        "You said my question back to me before you answered it.",
    ),
    (
        26,
        Jon,
        "You put your feet on my lap for the length of the news.",
    ),
    (
        25,
        Jon,
        "You told me what you had told your friend, so that I would know.",
    ),
    (
        24,
        Maya,
        "You were ten minutes early and stood outside the shop with both umbrellas.",
    ),
    (22, Maya, "You listened on the stairs and let the bus go."),
    (
        21,
        Jon,
        "You thanked me for the soup on a day we had not spoken much.",
    ),
    (20, Both, "We fixed the kitchen drawer, badly, together."),
    (
        19,
        Maya,
        "You said “I do not know yet”, and two days later you did know, and told me.",
    ),
    (18, Jon, "You let me read to you."),
    (
        17,
        Maya,
        "Your appointment was moved, and I heard it from you and not from the calendar.",
    ),
    (15, Jon, "You asked about my father, and meant it."),
    (
        14,
        Maya,
        "You did the whole school run in the rain and came back cheerful.",
    ),
    (
        13,
        Jon,
        "You said you wanted an evening to yourself, and I was told instead of left guessing.",
    ),
    (
        12,
        Both,
        "A whole walk along the canal about nothing at all.",
    ),
    (
        11,
        Maya,
        "You gave me the names when I asked who was at the table. No sighing.",
    ),
    (10, Jon, "You held my sleeve when we crossed the road."),
    (
        9,
        Maya,
        "You went back into the shop because they had given you too much change.",
    ),
    (
        8,
        Jon,
        "You took the night with the little one, so I could sleep before the exam.",
    ),
    (6, Jon, "You left the hall light on for me."),
    (
        4,
        Maya,
        "You told me about the call from your sister before I could wonder who it was. You just said it, with your coat still on.",
    ),
    (
        3,
        Jon,
        "You asked me the hard question quietly, and you let me finish.",
    ),
    (
        2,
        Jon,
        "You said you were disappointed, and you still passed me the bread.",
    ),
    (1, Both, "Washing up, drying, the radio on."),
];

/// Maya's journal: days ago, hour, title and text, the oldest first. Paragraphs are parted by a blank line.
pub(super) const MAYA_JOURNAL: [(u32, u32, &str, &str); 9] = [
    (
        80,
        23,
        "What I know and what I do not",
        "I know from March to July. I know about the rehearsals that were not rehearsals. I know she moved away.\n\nI do not know what he said about me. I do not know whether I want to know that. I am writing it here so that it is somewhere other than my chest.",
    ),
    (
        66,
        22,
        "Three sentences",
        "He read it to me at the table. Three sentences were the ones. The rest I did not hear.\n\nI said them back and my voice was quite steady. Afterwards I stood in the garden until my feet were cold.",
    ),
    (
        44,
        7,
        "At my mother’s",
        "I slept. She asks nothing and puts toast in front of me.\n\nI had forgotten that I like mornings.",
    ),
    (
        33,
        23,
        "The date",
        "He remembered. I had decided to be angry if he forgot and found I was angry that he had not.\n\nWe ate the leftovers. He said, I know what day it is, and I do not expect anything of it. That was the right size.",
    ),
    (
        13,
        21,
        "With names",
        "I asked, and he told me who was at the table. I had met two of them. I have been polite to one of them in a shop.\n\nI am allowed to be furious about a shop.",
    ),
    (
        6,
        22,
        "I checked his coat again",
        "A receipt for stamps. I put it back the way it was, and then I told him that I had looked. He said all right, and I hated the all right, and then I did not.",
    ),
    (
        4,
        22,
        "Tea, and one straight answer",
        "Ten minutes. I asked the one about the Sunday. He said it in one go, with the hour in it, and did not ask how I felt about it afterwards.\n\nIt hurt in a clean way.",
    ),
    (
        2,
        23,
        "A calm day, and I did not trust it",
        "Nothing happened. I kept looking for what was under it. Under it was a day.",
    ),
    (
        1,
        21,
        "What I did not say at dinner",
        "He put his phone face up on the table before I sat down. He did not make a thing of it. I noticed my shoulders come down, and then I noticed I was annoyed that they had.\n\nI wanted to say thank you, and I also wanted to say it should never have been needed. Both are true. I said neither, and asked about the soup.\n\nSteady for a minute: washing up afterwards, him drying, the radio on.",
    ),
];

pub(super) const JON_JOURNAL: [(u32, u32, &str, &str); 2] = [
    (
        61,
        23,
        "What I tell myself",
        "That it was a bad year. It was a bad year and I was the one who rang the number. I keep wanting those to be one sentence.",
    ),
    (
        3,
        22,
        "Ten past seven",
        "I saw the clock at ten to six and thought, five more minutes. That is exactly how it always began.\n\nI told her before she asked. It did not make it all right. It made it smaller than a lie.",
    ),
];
