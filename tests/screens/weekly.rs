//! The weekly page: each line is put there by its owner, and it is saved once all approved it.

use crate::jar::noticed;
use crate::support::desk::Desk;
use crate::support::world::World;
use goldseam::domain::record::{Answer, AnswerValue, More};
use goldseam::domain::{Kind, Room, Week, chapter, summary};
use goldseam::screen::weekly;
use goldseam::summary::{Row, compose};
use goldseam::ui::Picture;
use goldseam::ui::access::Node;
use iced::widget::image::Handle;

fn page() -> weekly::Message {
    let picture = || Picture {
        handle: Handle::from_rgba(2, 2, vec![255; 16]),
        width: 2,
        height: 2,
    };
    weekly::Message::Preview(vec![weekly::Page {
        beside: picture(),
        whole: picture(),
    }])
}

#[test]
fn each_line_is_put_on_the_page_by_its_owner() {
    let mut world = World::first_evening();
    let jon = world.id(1);
    world.put(1, noticed("You warmed the car"));
    let mut desk = Desk::new(world.clone(), weekly::State::new);
    desk.tell(page());
    let line = desk.0.find("From the jar: You warmed the car");
    assert_eq!(
        line.info.toggled,
        Some(false),
        "an own line is on before its owner put it there"
    );
    desk.press("From the jar: You warmed the car");
    let entry = desk.page().saved[0][0].clone();
    let Kind::Line(line) = &entry.what else {
        panic!("not a line")
    };
    assert!(line.shown && line.line.starts_with("note/"));
    assert_eq!((entry.by, entry.room), (jon, Room::Shared));
    assert_eq!(desk.page().asked, [weekly::Intent::Refresh]);
    drop(desk);

    let mut desk = Desk::new(world.alone(0), weekly::State::new);
    assert!(
        !desk.told().contains("You warmed the car"),
        "Maya sees what Jon has not put on the page"
    );
}

#[test]
fn an_approval_is_given_to_the_page_as_it_stands() {
    let world = World::demo();
    let week = Week::of(world.now.date_naive());
    let steps = world.library.step_ids();
    let stands = summary::fold(&world.shared, &world.household, week, &steps).fingerprint;
    let jon = world.id(1);
    let mut desk = Desk::new(world, weekly::State::new);
    desk.tell(weekly::Message::Approve(jon));
    assert!(
        desk.page().saved.is_empty(),
        "a page nobody saw was approved"
    );
    desk.tell(page());
    desk.press("Approve the page as Jon");
    let entry = desk.page().saved[0][0].clone();
    let Kind::Approval(approval) = &entry.what else {
        panic!("not an approval")
    };
    assert_eq!(
        (entry.by, approval.week, approval.page.as_str()),
        (jon, week, stands.as_str())
    );
}

#[test]
fn the_page_is_saved_once_both_approved_it() {
    let mut desk = Desk::new(World::demo(), weekly::State::new);
    desk.tell(page());
    let waits = |desk: &mut Desk<weekly::State>| {
        let snapshot = desk.0.snapshot();
        let save = |node: &&Node| node.info.name.as_deref() == Some("Save PDF");
        let save = snapshot.nodes.iter().find(save).unwrap().info.clone();
        save.disabled.then(|| save.description.unwrap_or_default())
    };
    assert_eq!(
        waits(&mut desk).as_deref(),
        Some("Jon has not approved this page yet.")
    );
    desk.press("Approve the page as Jon");
    assert_eq!(
        waits(&mut desk).as_deref(),
        Some("The page is being drawn.")
    );
    desk.tell(page());
    desk.press("Save PDF");
    desk.press("Choose a place…");
    assert_eq!(desk.page().asked.last(), Some(&weekly::Intent::ChooseFile));
    desk.tell(weekly::Message::FileChosen("/home/maya/week.pdf".into()));
    desk.press("Save here");
    let path = "/home/maya/week.pdf".to_owned();
    assert_eq!(
        desk.page().asked.last(),
        Some(&weekly::Intent::SavePdf { path: path.clone() })
    );
    desk.tell(weekly::Message::PdfSaved(Err("the disk is full".into())));
    assert!(
        desk.names().contains(&"Save here".to_owned()),
        "the panel is gone and nothing was saved"
    );
    desk.tell(weekly::Message::PdfSaved(Ok(path)));
    desk.press("The week before");
    assert_eq!(
        desk.page().screen.week(),
        Week::of(desk.0.page.world.now.date_naive()).previous()
    );
}

#[test]
fn what_two_wrote_at_the_end_of_the_path_is_put_on_the_page_and_printed() {
    let mut world = World::first_evening();
    let steps = world.library.step_ids();
    for (block, words) in [("leave", "Silences"), ("begin", "Sundays")] {
        let answer = Answer {
            guide: steps[9].clone(),
            page: chapter::TOGETHER.to_owned(),
            block: block.to_owned(),
            value: AnswerValue::Text(words.into()),
            more: More::default(),
        };
        world.put(0, Kind::Answer(answer));
    }
    let mut desk = Desk::new(world, weekly::State::new);
    desk.tell(page());
    let name = "What we leave, keep and begin, from step 10";
    assert_eq!(desk.0.find(name).info.toggled, Some(false));
    desk.press(name);
    let put_on = desk.page().saved[0].clone();
    desk.page().world.keep(put_on);

    let world = &desk.page().world;
    let week = Week::of(world.now.date_naive());
    let page = summary::fold(&world.shared, &world.household, week, &steps);
    let sheet = compose::compose(&page, &world.household, &world.library.step_titles());
    let section = sheet.sections.iter().find(|s| s.label == "A new chapter");
    let said: Vec<(&str, &str)> = section.map_or(Vec::new(), |section| {
        let rows = section.rows.iter().filter_map(|row| match row {
            Row::Owned { name, text, .. } => Some((name.as_str(), text.as_str())),
            _ => None,
        });
        rows.collect()
    });
    assert_eq!(said, [("Leave", "Silences"), ("Begin", "Sundays")]);
}
