//! Faults planted by hand, to see that the walk notices each.

use crate::promises::{nameless, out_of_order, out_of_the_window};
use crate::sitting::{Fault, Who};
use crate::support::library;
use crate::walk::{for_nobody, walk, walk_with};
use goldseam::content::Library;
use goldseam::content::schema::{
    Ask, Block, Choice, Choose, Chosen, Guide, GuideKind, Keep, Look, Page, Rate, Say, Whose,
};
use goldseam::ui::access::{Info, Node, Snapshot};
use iced::{Point, Rectangle, Size};

const PLANTED: &str = "planted";

/// A window of 600×400 with two controls in it.
fn two(first: Rectangle, second: Rectangle, name: Option<&str>) -> Snapshot {
    let node = |id: u64, bounds, name: Option<&str>| Node {
        id,
        info: Info {
            node: id,
            name: name.map(str::to_owned),
            ..Info::default()
        },
        bounds,
        focusable: id > 1,
        focused: false,
        children: if id == 1 { vec![2, 3] } else { Vec::new() },
    };
    let window = Rectangle::with_size(Size::new(600.0, 400.0));
    Snapshot {
        nodes: vec![
            node(1, window, Some("window")),
            node(2, first, Some("first")),
            node(3, second, name),
        ],
    }
}

#[test]
fn controls_that_have_no_name_or_are_out_of_reach_or_out_of_line() {
    let at = |y: f32| Rectangle::new(Point::new(20.0, y), Size::new(100.0, 40.0));
    let sound = two(at(0.0), at(80.0), Some("second"));
    assert_eq!(nameless(&sound), [""; 0]);
    assert_eq!(out_of_order(&sound, &[2, 3]), [""; 0]);
    assert_eq!(out_of_the_window(&sound), [""; 0]);

    assert_eq!(nameless(&two(at(0.0), at(80.0), Some(" "))).len(), 1);
    assert_eq!(nameless(&two(at(0.0), at(80.0), None)).len(), 1);
    let back = out_of_order(&sound, &[3, 2]);
    assert_eq!(back, ["Tab goes back from \"second\" to \"first\""]);
    let missed = out_of_order(&sound, &[2]);
    assert_eq!(missed, ["Tab never reaches \"second\""]);
    let below = two(at(0.0), at(380.0), Some("second"));
    assert_eq!(out_of_the_window(&below).len(), 1);
}

fn page(id: &str, keep: Keep, blocks: Vec<Block>) -> Page {
    Page {
        id: id.into(),
        title: format!("A page called {id}"),
        whose: Whose::Each,
        keep,
        when: None,
        lead: "What this page is about.".into(),
        blocks,
    }
}

fn ask(id: &str) -> Block {
    Block::Ask(Ask {
        id: id.into(),
        prompt: "What was it like?".into(),
        hint: String::new(),
        long: false,
    })
}

fn choose(id: &str, options: &[&str]) -> Block {
    let choice = |text: &&str| Choice {
        id: text.to_lowercase(),
        text: (*text).into(),
    };
    Block::Choose(Choose {
        id: id.into(),
        prompt: "Which of these?".into(),
        options: options.iter().map(choice).collect(),
    })
}

fn sound() -> Guide {
    Guide {
        id: PLANTED.into(),
        kind: GuideKind::Track,
        title: "A guide".into(),
        summary: "What happens.".into(),
        pages: vec![
            page("one", Keep::Private, vec![ask("like")]),
            page("two", Keep::Shared, vec![choose("which", &["Tea", "Milk"])]),
        ],
        ..library().step(1).unwrap().clone()
    }
}

fn with(change: impl FnOnce(&mut Guide)) -> Library {
    let mut library = Library::clone(library());
    let mut guide = sound();
    change(&mut guide);
    library.guides.push(guide);
    library
}

/// The walk finds something, and all it finds is this.
fn finds(library: Library, who: Who, fault: Option<Fault>, what: &str) {
    let faults = walk_with(library, PLANTED, who, fault);
    assert!(!faults.is_empty(), "nothing was found of {what:?}");
    let other: Vec<&String> = faults.iter().filter(|f| !f.contains(what)).collect();
    assert!(other.is_empty(), "besides {what:?}: {other:#?}");
}

#[test]
fn a_sound_guide_has_no_fault() {
    for who in Who::ALL {
        assert_eq!(walk(with(|_| {}), PLANTED, who), [""; 0], "{who:?}");
    }
}

#[test]
fn a_page_that_says_nothing() {
    let empty = Block::Say(Say {
        text: " \n ".into(),
    });
    let library = with(|guide| guide.pages[0].blocks = vec![empty]);
    finds(library, Who::Maya, None, "the page says nothing");
}

#[test]
fn a_block_that_is_not_drawn() {
    // On a page of both there is no room of one's own for a look at oneself.
    let look = Block::Look(Look {
        id: "look".into(),
        pillar: library().pillars[0].id.clone(),
    });
    let library = with(|guide| {
        guide.pages[1].whose = Whose::Together;
        guide.pages[1].blocks.push(look);
    });
    let faults = walk(library, PLANTED, Who::Both);
    assert!(
        faults
            .iter()
            .any(|f| f.contains("nothing on the page says"))
    );
    assert!(faults.iter().any(|f| f.contains("no answer to \"look\"")));
}

#[test]
fn a_title_too_long_for_the_rail() {
    let library = with(|guide| {
        guide.pages[0].title = "A title that says so much of what the page is about, and in what \
            order, that no room beside the page could ever hold it"
            .into();
    });
    finds(library, Who::Jon, None, "is cut off");
}

#[test]
fn a_word_too_long_for_its_button() {
    let library = with(|guide| {
        guide.pages[1].blocks = vec![Block::Rate(Rate {
            id: "how".into(),
            prompt: "How was it?".into(),
            words: ["Unaussprechlichkeitsempfindung", "b", "c", "d", "e"].map(str::to_owned),
        })];
    });
    finds(library, Who::Maya, None, "is cut off");
}

#[test]
fn a_block_that_forgets() {
    let forgets = Some(Fault::Forgets("which"));
    let faults = walk_with(with(|_| {}), PLANTED, Who::Jon, forgets);
    assert!(faults.iter().any(|f| f.contains("no answer to \"which\"")));
    assert!(faults.iter().any(|f| f.contains("is not chosen any more")));
    let forgets = Some(Fault::Forgets("like"));
    let faults = walk_with(with(|_| {}), PLANTED, Who::Both, forgets);
    assert!(faults.iter().any(|f| f.contains("is not there again")));
}

#[test]
fn what_is_private_in_the_shared_room() {
    for who in [Who::Both, Who::Maya] {
        let faults = walk_with(with(|_| {}), PLANTED, who, Some(Fault::Leaks));
        let said = |what: &str| faults.iter().any(|f| f.contains(what));
        assert!(said("is kept in Shared"), "{who:?}");
        assert!(said("is private and in the shared room"), "{who:?}");
    }
}

#[test]
fn a_page_that_cannot_be_left() {
    let stays = Some(Fault::StaysPut);
    finds(with(|_| {}), Who::Maya, stays, "leads nowhere");
}

#[test]
fn an_end_that_leads_elsewhere() {
    let elsewhere = Some(Fault::LeavesForHome);
    finds(with(|_| {}), Who::Jon, elsewhere, "it leads to [Home]");
}

#[test]
fn a_page_to_which_no_answer_leads() {
    let when = |option: &str| {
        Some(Chosen {
            page: "two".into(),
            block: "which".into(),
            option: option.into(),
        })
    };
    let hung = |option| {
        with(|guide| {
            guide.own_space = true;
            guide.pages.push(Page {
                when: when(option),
                ..page("three", Keep::Private, vec![ask("then")])
            });
        })
    };
    assert_eq!(walk(hung("milk"), PLANTED, Who::Maya), [""; 0]);
    finds(hung("beer"), Who::Maya, None, "no answer leads there");
}

#[test]
fn a_guide_for_nobody() {
    let library = with(|guide| {
        guide.own_space = true;
        for page in &mut guide.pages {
            page.whose = Whose::Together;
        }
    });
    assert_eq!(for_nobody(&library), [PLANTED]);
    assert_eq!(walk(library, PLANTED, Who::Both), [""; 0]);
}
