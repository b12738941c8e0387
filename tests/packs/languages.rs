//! Guides that are written from the right, and guides without spaces, in an interface that is neither.

use crate::support::app::folder::files_with;
use crate::*;
use goldseam::domain::settings::ThemeChoice;
use goldseam::ui::access::Role;
use goldseam::ui::direction::begins_at_the_right;
use iced::Rectangle;

fn writing_in(language: &str) -> (tempfile::TempDir, Sitting) {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = settings(home.path());
    add(&mut sitting, &ours(language));
    go(&mut sitting, Place::Guide(STEP.into()));
    (home, sitting)
}

fn heading(sitting: &mut Sitting, words: &str) -> Rectangle {
    let snapshot = sitting.snapshot();
    let of = |role: Role, name: Option<&str>| role == Role::Heading && name == Some(words);
    let found = snapshot
        .nodes
        .iter()
        .find(|node| of(node.info.role, node.info.name.as_deref()));
    found
        .unwrap_or_else(|| panic!("no heading {words:?}"))
        .bounds
}

fn right(bounds: Rectangle) -> f32 {
    bounds.x + bounds.width
}

const STEP_TITLE: &str = "تحمُّل المسؤولية كاملة";

struct Step {
    title: &'static str,
    asked: &'static str,
    answer: &'static str,
    begin: &'static str,
    slots: [&'static str; 2],
    sentence: [&'static str; 3],
    picked: &'static str,
    rated: &'static str,
    said: [&'static str; 2],
}

const ARABIC: Step = Step {
    title: "ما فعلتُه",
    asked: "ماذا فعلتُ، وماذا أخفيتُ؟",
    answer: "كذبتُ عليك في شهر مارس.",
    begin: "أخفيتُ ___ عن Maya.",
    slots: ["اخترتُ أن", "، وكان أثر ذلك على Maya أن"],
    sentence: [
        "أسكت",
        "لم تنم",
        "اخترتُ أن أسكت، وكان أثر ذلك على \u{2068}Maya\u{2069} أن لم تنم.",
    ],
    picked: "تقف وحدها بلا أسباب",
    rated: "بين بين",
    said: ["رجعتُ متأخرًا", "أتصل قبل السادسة"],
};

const CHINESE: Step = Step {
    title: "我做了什么",
    asked: "我做了什么？我隐瞒了什么？",
    answer: "三月里我对你说了谎。",
    begin: "我没有告诉Maya___。",
    slots: ["我选择了", "，这使Maya"],
    sentence: ["沉默", "整夜没睡", "我选择了沉默，这使Maya整夜没睡。"],
    picked: "没有理由，它也站得住",
    rated: "一般",
    said: ["我晚回家", "六点以前打电话"],
};

/// Jon goes through his pages, and finds his words again on another day.
fn walk(language: &str, step: &Step) {
    let (home, mut sitting) = writing_in(language);
    let pages = |sitting: &mut Sitting, at: &str| sitting.sees(&format!("Page {at} of 4"));
    pages(&mut sitting, "1");
    heading(&mut sitting, step.title);
    sitting.type_into(step.asked, step.answer);
    look(&mut sitting, &format!("{language}-1"));
    sitting.press("Next page");
    pages(&mut sitting, "2");
    let slots: Vec<String> = slots(&mut sitting, step);
    for (slot, words) in slots.iter().zip(step.sentence) {
        sitting.type_into(slot, words);
    }
    sitting.sees(step.sentence[2]);
    sitting.press(step.picked);
    sitting.press(step.rated);
    look(&mut sitting, &format!("{language}-2"));
    sitting.press("Next page");
    pages(&mut sitting, "3");
    sitting.type_into("If", step.said[0]);
    sitting.type_into("Then I will", step.said[1]);
    look(&mut sitting, &format!("{language}-3"));
    sitting.press("Next page");
    pages(&mut sitting, "4");
    sitting.press("To the end");
    sitting.settle();
    look(&mut sitting, &format!("{language}-end"));

    assert_eq!(
        files_with(home.path(), step.answer),
        [""; 0].map(PathBuf::from)
    );
    let mut sitting = sitting.start_again();
    come_in(&mut sitting, "Jon");
    let commitments = {
        go(&mut sitting, Place::Commitments);
        sitting.told()
    };
    assert!(commitments.contains(step.said[1]), "{commitments}");
    go(&mut sitting, Place::Guide(STEP.into()));
    while !sitting.shows("Page 1 of 4") {
        sitting.press("Back");
    }
    assert_eq!(sitting.value(step.asked).trim_end(), step.answer);
    sitting.press("Next page");
    sitting.sees(step.sentence[2]);
    let rated = sitting.find(step.rated);
    assert_eq!(rated.info.toggled, Some(true));
}

/// The fields of the sentence, as they are named on the page.
fn slots(sitting: &mut Sitting, step: &Step) -> Vec<String> {
    let plain = |name: &str| name.replace(['\u{2068}', '\u{2069}'], "");
    let snapshot = sitting.snapshot();
    let names: Vec<String> = snapshot
        .focusables()
        .filter_map(|node| node.info.name.clone())
        .collect();
    let find = |slot: &&str| {
        let begins = |name: &&String| {
            plain(name)
                .trim()
                .trim_start_matches(['،', '，', ' '])
                .starts_with(slot.trim_start_matches(['،', '，', ' ']))
        };
        names.iter().find(begins).cloned()
    };
    let found: Vec<String> = step.slots.iter().filter_map(find).collect();
    assert_eq!(found.len(), 2, "{names:?}");
    found
}

#[test]
fn jon_goes_through_step_one_in_arabic() {
    walk("arabic", &ARABIC);
}

#[test]
fn jon_goes_through_step_one_in_chinese() {
    walk("chinese", &CHINESE);
}

#[test]
fn what_is_written_from_the_right_begins_there() {
    let (_home, mut sitting) = writing_in("arabic");
    let near = |a: f32, b: f32| (a - b).abs() < 2.0;
    for size in [app::WIDE, SMALL] {
        sitting.resize(size);
        sitting.look_afresh();
        let title = heading(&mut sitting, ARABIC.title);
        let field = sitting.find(ARABIC.asked).bounds;
        assert!(near(right(title), right(field)), "{title:?} {field:?}");
        assert!(title.width < field.width / 2.0 && title.x > field.x);
    }
    // So does what the interface says there, though it is read from the left.
    let snapshot = sitting.snapshot();
    let says = |name: &str| name.contains("Only Jon can open this page.");
    let aside = snapshot
        .nodes
        .iter()
        .find(|node| node.info.name.as_deref().is_some_and(says))
        .map(|node| node.bounds);
    let field = sitting.find(ARABIC.asked).bounds;
    assert!(
        aside.is_some_and(|aside| right(aside) > right(field) - 40.0),
        "{aside:?}"
    );
    // The rail stands right of the page, and what helps to begin left of it.
    sitting.resize(app::WIDE);
    sitting.look_afresh();
    let field = sitting.find(ARABIC.asked).bounds;
    let snapshot = sitting.snapshot();
    let rail = snapshot
        .nodes
        .iter()
        .find(|node| node.info.name.as_deref() == Some("The pages"));
    let rail = rail.map(|node| node.bounds);
    assert!(rail.is_some_and(|rail| rail.x > right(field)), "{rail:?}");
    let buttons = ["Back", "Next page"].map(|name| sitting.find(name).bounds.x);
    assert!(
        buttons[0] < buttons[1],
        "the interface around stays as it is"
    );

    // In English the same page begins at the left.
    go(&mut sitting, Place::Settings);
    sitting.press(BACK);
    sitting.press("Go back");
    go(&mut sitting, Place::Guide(STEP.into()));
    let title = heading(&mut sitting, "What I did");
    let field = sitting
        .find("What did you do, and what did you keep hidden?")
        .bounds;
    assert!(near(title.x, field.x), "{title:?} {field:?}");
}

#[test]
fn a_phrase_is_put_in_as_somebody_would_write_it() {
    for (language, step) in [("arabic", &ARABIC), ("chinese", &CHINESE)] {
        let (_home, mut sitting) = writing_in(language);
        let snapshot = sitting.snapshot();
        let plain = |name: &str| name.replace(['\u{2068}', '\u{2069}'], "");
        let names = snapshot
            .focusables()
            .filter_map(|node| node.info.name.clone());
        let row = names
            .into_iter()
            .find(|name| plain(name).contains(step.begin))
            .unwrap();
        sitting.press(&row);
        assert_eq!(sitting.value(step.asked).trim_end(), step.begin);
    }
}

#[test]
fn the_other_pages_of_both_languages_are_drawn_for_both_people() {
    for language in ["arabic", "chinese"] {
        let (_home, sitting) = writing_in(language);
        let mut sitting = sitting.start_again();
        come_in(&mut sitting, "Maya");
        go(&mut sitting, Place::Steps);
        look(&mut sitting, &format!("{language}-steps"));
        go(&mut sitting, Place::Settings);
        sitting.press(BACK);
        look(&mut sitting, &format!("{language}-settings"));
        sitting.press("Keep these guides");
        go(&mut sitting, Place::Guide(STEP.into()));
        sitting.sees("Page 1 of 2");
        look(&mut sitting, &format!("{language}-maya"));
        sitting.send(Message::Frame(frame::Message::Lock));
        sitting.press("Both of us");
        sitting.press_in("Whose passphrase will you use?", "Maya");
        sitting.type_into("Maya’s passphrase", MADE_UP);
        sitting.press("Open");
        sitting.sees("This week, together");
        go(&mut sitting, Place::Guide(STEP.into()));
        look(&mut sitting, &format!("{language}-both"));
        let titles = sitting.app.world.library.guide(STEP).unwrap().pages.len();
        assert_eq!(titles, 6);
    }
}

/// Where something is drawn on the first line below `top` inside these bounds, as shares of their width.
fn inked(sitting: &mut Sitting, bounds: Rectangle, top: f32) -> (f32, f32) {
    let (width, height, pixels) = sitting.pixels();
    let at = |x: usize, y: usize| i32::from(pixels[(y * width as usize + x) * 4]);
    let from = (bounds.y + top) as usize;
    let lines = from..(from + 28).min(height as usize);
    let ground = at(bounds.x as usize + 2, from);
    let differs = |x: &usize| lines.clone().any(|y| (at(*x, y) - ground).abs() > 60);
    let mut inked = (bounds.x as usize + 2..right(bounds) as usize - 2).filter(differs);
    let share = |x: usize| (x as f32 - bounds.x) / bounds.width;
    let first = inked.next().unwrap();
    (share(first), share(inked.next_back().unwrap_or(first)))
}

#[test]
fn a_title_from_the_right_begins_at_the_right_on_pages_of_the_interface() {
    const EVENING: &str = "مساء هادئ معًا";
    let (_home, mut sitting) = writing_in("arabic");
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        sitting.theme(theme);
        go(&mut sitting, Place::Library);
        sitting.press("Search");
        for size in [app::WIDE, SMALL] {
            sitting.resize(size);
            sitting.fill("Search the library", "مساء");
            let row = sitting.find(EVENING).bounds;
            let (begins, ends) = inked(&mut sitting, row, 16.0);
            assert!(begins > 0.5 && ends > 0.9, "{size:?}: {begins} {ends}");
            // In English it begins at the left.
            sitting.fill("Search the library", "sitting together");
            let row = sitting.find("Sitting together in quiet").bounds;
            assert!(inked(&mut sitting, row, 16.0).0 < 0.1, "{size:?}");
        }
        sitting.resize(app::WIDE);
        for (place, title) in [(Place::Home, STEP_TITLE), (Place::Steps, STEP_TITLE)] {
            go(&mut sitting, place);
            let title = heading(&mut sitting, title);
            let (begins, ends) = inked(&mut sitting, title, 0.0);
            assert!(begins > 0.3 && ends > 0.95, "{begins} {ends}");
        }
    }
}

#[test]
fn words_from_the_right_stand_in_the_middle_of_their_button() {
    let (_home, mut sitting) = writing_in("arabic");
    sitting.press("Next page");
    sitting.sees("Page 2 of 4");
    sitting.press(ARABIC.rated);
    let button = sitting.find(ARABIC.rated).bounds;
    let (begins, ends) = inked(&mut sitting, button, 14.0);
    let (before, after) = (begins, 1.0 - ends);
    assert!(
        before > 0.1 && (before - after).abs() < 0.1,
        "{before} {after}"
    );
}

#[test]
fn whoever_has_no_name_is_called_in_the_language_of_the_guide() {
    let home = tempfile::tempdir().unwrap();
    house_of(home.path(), &["Jon"]);
    let mut sitting = settings_of(home.path(), "Jon");
    add(&mut sitting, &ours("arabic"));
    go(&mut sitting, Place::Guide("arabic-evening".into()));
    sitting.sees("لا يراه الطرف الآخر إلا إذا أردتُ ذلك.");
    sitting.never_sees("our partner");
    // What is built in keeps its own words.
    go(&mut sitting, Place::Guide("self-trust".into()));
    sitting.never_sees("الطرف الآخر");
}

#[test]
fn a_sentence_that_begins_with_an_arabic_name_is_still_read_from_the_left() {
    let home = tempfile::tempdir().unwrap();
    house_of(home.path(), &["مريم", "Zoë 🌱"]);
    let mut sitting = settings_of(home.path(), "Zoë 🌱");
    sitting.sees("مريم");
    go(&mut sitting, Place::Guide("step-03-honesty".into()));
    for page in 1..6 {
        look(&mut sitting, &format!("names-{page}"));
        let told = sitting.told();
        // A sentence of the interface or of an English guide that runs from the right would have its full stop at the left.
        for (role, line) in told.lines().filter_map(|line| line.split_once(": ")) {
            for words in line
                .split(" | ")
                .filter(|_| role == "Label" || role == "Heading")
            {
                let latin = words.chars().filter(char::is_ascii_alphabetic).count();
                let begins = begins_at_the_right(words);
                assert!(!begins || latin < 4, "{words:?} runs from the right");
            }
        }
        if !sitting.has("Next page") {
            break;
        }
        sitting.press("Next page");
    }
}
