//! The weekly page as paper: what is on it, in which order, and that nothing written is ever lost from it.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use goldseam::summary::{
    Mark, Name, Paper, PathLine, Pdf, Printer, Row, Section, Sheet, Span, isolate, rasterise,
};
use std::path::PathBuf;
use std::process::Command;

fn sunday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 15).unwrap()
}

fn section(label: &str, rows: Vec<Row>) -> Section {
    Section {
        label: label.to_owned(),
        rows,
    }
}

fn owned(name: &str, text: &str, note: &str) -> Row {
    Row::Owned {
        name: name.to_owned(),
        text: text.to_owned(),
        note: note.to_owned(),
    }
}

fn quote(text: &str, from: &str) -> Row {
    Row::Quote {
        text: text.to_owned(),
        from: from.to_owned(),
    }
}

fn columns(pairs: &[(&str, &str)]) -> Row {
    Row::Columns(
        pairs
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect(),
    )
}

fn our_week() -> Sheet {
    let mut done = [false; 10];
    done[..3].fill(true);
    Sheet {
        document_title: "Weekly page".to_owned(),
        language: "en-GB".to_owned(),
        title: "Our week".to_owned(),
        dates: "Monday 9 to Sunday 15 November 2026".to_owned(),
        names: vec![Name {
            text: "Maya and Jon".to_owned(),
            mark: Mark::Both,
        }],
        path: Some(PathLine {
            done,
            current: Some(4),
            described: "Steps 1, 2 and 3 are done. Step 4 is where you are.".to_owned(),
        }),
        sections: vec![
            section(
                "On the path",
                vec![Row::Paragraph(vec![
                    Span::plain("Steps 1, 2 and 3 are done. We are on step 4, "),
                    Span::emphasis("Make it safe to ask"),
                    Span::plain(
                        ": Maya asked one question on Wednesday, and Jon answered it fully.",
                    ),
                ])],
            ),
            section(
                "What we said\nwe would do",
                vec![
                    owned(
                        "Jon",
                        "If I will be later than 18:30, then I will call before 18:00.",
                        "Missed on Thursday, then repaired",
                    ),
                    owned(
                        "Jon",
                        "If a message comes from Dana, then I will tell Maya the same day.",
                        "Kept all week",
                    ),
                    owned(
                        "Maya",
                        "If I want to check his phone, then I will say so out loud first.",
                        "Kept",
                    ),
                    owned(
                        "Maya",
                        "If a question comes at midnight, then I will ask it the next evening.",
                        "Adjusted: it used to say breakfast",
                    ),
                ],
            ),
            section(
                "The repair,\nin Jon’s words",
                vec![Row::paragraph(
                    "I got in at 19:10 on Thursday and did not call. I told Maya that night where I had been, before \
                     she asked. An alarm now goes at 17:50, so I decide early.",
                )],
            ),
            section(
                "How it felt",
                vec![columns(&[
                    (
                        "Maya: mixed",
                        "Wednesday was good. Thursday took me back further than I expected.",
                    ),
                    (
                        "Jon: steadier",
                        "I was ashamed on Thursday and I stayed in the room anyway.",
                    ),
                ])],
            ),
            section(
                "From the jar",
                vec![
                    quote(
                        "You told me about the call from your sister before I could wonder who it was. You just said \
                         it, with your coat still on.",
                        "Maya",
                    ),
                    quote(
                        "You asked me the hard question quietly, and you let me finish.",
                        "Jon",
                    ),
                ],
            ),
            section(
                "Next week",
                vec![Row::paragraph(
                    "Tea before talking, Wednesday 20:30, ten minutes with the phones in the hall. One more question \
                     from Maya, if she wants to ask it.",
                )],
            ),
        ],
        note: None,
        signatures: vec![
            "Maya, who approved this page on Sunday 15 November".to_owned(),
            "Jon, who approved this page on Sunday 15 November".to_owned(),
        ],
        footer: "Printed at home. Nothing on this page was sent anywhere.".to_owned(),
        page_label: |page, of| format!("Page {page} of {of}"),
    }
}

fn long_week() -> Sheet {
    let mut sheet = our_week();
    sheet.names = vec![
        Name {
            text: "Maya".to_owned(),
            mark: Mark::First,
        },
        Name {
            text: "Jon".to_owned(),
            mark: Mark::Second,
        },
    ];
    sheet.sections[1].rows = (1..=10)
        .map(|n| {
            owned(
                if n % 2 == 0 { "Maya" } else { "Jonathan-Maximilian" },
                &format!("If it is later than {n} o’clock, then I will say where I am and when I will be home."),
                "Kept on every day of the week but one, and said so",
            )
        })
        .collect();
    sheet.note = Some(
        "A PDF file stays where it was saved, a print queue may keep a copy, and paper can be found.".to_owned(),
    );
    sheet
}

/// Every string of the sheet in the order it is read.
fn strings(sheet: &Sheet) -> Vec<String> {
    let mut all = vec![sheet.title.clone(), sheet.dates.clone()];
    all.extend(sheet.names.iter().map(|name| name.text.clone()));
    for section in &sheet.sections {
        all.push(section.label.clone());
        for row in &section.rows {
            match row {
                Row::Paragraph(spans) => all.extend(spans.iter().map(|s| s.text.clone())),
                Row::Owned { name, text, note } => {
                    all.extend([name.clone(), text.clone(), note.clone()]);
                }
                Row::Columns(columns) => {
                    for pair in columns.chunks(2) {
                        for (heading, text) in pair {
                            all.extend([heading.clone(), text.clone()]);
                        }
                    }
                }
                Row::Quote { text, from } => all.extend([text.clone(), from.clone()]),
            }
        }
    }
    all.extend(sheet.signatures.iter().cloned());
    all.extend(sheet.note.iter().cloned());
    all.push(sheet.footer.clone());
    all
}

fn print(sheet: &Sheet, paper: Paper) -> Pdf {
    Printer::new().print(sheet, paper, sunday()).unwrap()
}

fn kept(pdf: &Pdf, name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, &pdf.bytes).unwrap();
    path
}

/// What a person who copies the text out of the file gets, in the order it is written in; nothing where the tool is not installed.
fn extracted(pdf: &Pdf, name: &str) -> Option<String> {
    let path = kept(pdf, name);
    let done = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .ok()?;
    assert!(done.status.success());
    Some(String::from_utf8(done.stdout).unwrap())
}

/// Lines break where they break, and marks that only steer direction are not words. The two letters of the lam-alef
/// ligature are one glyph, which the tool spells backwards in a right-to-left word; and it puts such a word's full stop before it.
fn squeezed(text: &str) -> String {
    text.replace("لا", "ال")
        .chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '.' | '،')
                && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        })
        .collect()
}

fn assert_reads_in_order(sheet: &Sheet, pdf: &Pdf, name: &str) {
    let Some(text) = extracted(pdf, name) else {
        return;
    };
    let text = squeezed(&text);
    let mut from = 0;
    for string in strings(sheet) {
        let wanted = squeezed(&string);
        let Some(at) = text[from..].find(&wanted) else {
            panic!(
                "{name}: {string:?} is not on the page, or not where it is read:\n{}",
                &text[from..]
            );
        };
        from += at + wanted.len();
    }
}

fn assert_shows_words(pdf: &Pdf) {
    let pages = rasterise(&pdf.bytes, 1.0).unwrap();
    assert_eq!(pages.len(), pdf.pages);
    for page in &pages {
        assert_eq!(
            page.rgba.len() as u64,
            u64::from(page.width) * u64::from(page.height) * 4
        );
        let dark = page
            .rgba
            .chunks_exact(4)
            .filter(|p| p[0] < 100 && p[1] < 100 && p[2] < 100)
            .count();
        assert!(dark > 300, "a page is all but blank: {dark} dark pixels");
    }
}

#[test]
fn an_ordinary_week_is_one_accessible_page_on_either_paper() {
    for (paper, name) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
        let sheet = our_week();
        let pdf = print(&sheet, paper);
        assert_eq!(pdf.pages, 1, "{paper:?}");
        assert!(pdf.accessible && !pdf.missing);
        assert_reads_in_order(&sheet, &pdf, name);
        let page = &rasterise(&pdf.bytes, 1.0).unwrap()[0];
        let (width, height) = paper.size();
        assert!(
            (page.width as f32 - width).abs() <= 1.0 && (page.height as f32 - height).abs() <= 1.0
        );
        assert_shows_words(&pdf);
    }
}

#[test]
fn whoever_listens_hears_words_where_a_line_breaks() {
    let path = kept(&print(&our_week(), Paper::A4), "heard");
    let Ok(done) = Command::new("pdfinfo")
        .args(["-struct-text", "-enc", "UTF-8"])
        .arg(&path)
        .output()
    else {
        return;
    };
    let heard = String::from_utf8_lossy(&done.stdout);
    assert!(
        heard.contains("Maya asked one question on Wednesday, and Jon answered it fully."),
        "{heard}"
    );
    assert!(heard.contains("What we said we would do"));
    for tag in [
        "H1 \"Our week\"",
        "H2 \"On the path\"",
        "H3 \"Maya: mixed\"",
        "Figure",
        "BlockQuote",
        "LBody",
    ] {
        assert!(heard.contains(tag), "no {tag}:\n{heard}");
    }
}

#[test]
fn a_long_week_turns_the_page_and_signs_on_the_last() {
    let sheet = long_week();
    let pdf = print(&sheet, Paper::A4);
    assert_eq!(pdf.pages, 2);
    assert!(pdf.accessible);
    assert_reads_in_order(&sheet, &pdf, "long");
    assert_shows_words(&pdf);
    if let Some(text) = extracted(&pdf, "long") {
        let pages: Vec<&str> = text.split('\u{c}').collect();
        assert!(pages[0].contains("Page 1 of 2") && pages[1].contains("Page 2 of 2"));
        assert!(
            pages
                .iter()
                .take(2)
                .all(|page| page.contains(&sheet.footer))
        );
        let signed = squeezed(&sheet.signatures[0]);
        assert!(!squeezed(pages[0]).contains(&signed));
        assert!(squeezed(pages[1]).contains(&signed));
    }
}

#[test]
fn names_in_any_script_are_printed_or_said_to_be_missing() {
    let scripts = [
        (
            "arabic",
            "مريم",
            "يوسف",
            "قلت لي الحقيقة قبل أن أسأل، وبقيت معي حتى هدأت تماما ولم تستعجلني أبدا في الكلام.",
        ),
        ("chinese", "美雅", "小军", "你在我开口之前就告诉了我。"),
        ("hebrew", "מאיה", "יונתן", "סיפרת לי לפני ששאלתי."),
        (
            "accents",
            "Zoë Žižková",
            "Ελένη Юрий",
            "Tu m’as dit la vérité, même si c’était difficile à dire.",
        ),
    ];
    for (label, her, his, words) in scripts {
        let mut sheet = our_week();
        sheet.names = vec![
            Name {
                text: her.to_owned(),
                mark: Mark::First,
            },
            Name {
                text: his.to_owned(),
                mark: Mark::Second,
            },
        ];
        sheet.sections.push(section(
            "In their words",
            vec![
                owned(his, "If I am late, then I will call.", "Kept"),
                Row::paragraph(words),
                quote(words, her),
                Row::paragraph(format!(
                    "{} asked, and {} answered.",
                    isolate(her),
                    isolate(his)
                )),
            ],
        ));
        sheet.sections.remove(1);
        let pdf = print(&sheet, Paper::A4);
        assert_shows_words(&pdf);
        assert_ne!(pdf.accessible, pdf.missing, "{label}");
        if !pdf.missing {
            assert_reads_in_order(&sheet, &pdf, label);
        }
    }
}

#[test]
fn a_character_no_font_has_is_admitted_and_the_rest_is_printed() {
    let mut sheet = our_week();
    sheet.sections[5].rows = vec![Row::paragraph("A private sign \u{10fffd} and then words.")];
    let pdf = print(&sheet, Paper::A4);
    assert!(pdf.missing && !pdf.accessible);
    assert_shows_words(&pdf);
    if let Some(text) = extracted(&pdf, "missing") {
        assert!(text.contains("and then words."));
    }
}

#[test]
fn an_emoji_is_drawn_or_admitted() {
    let mut sheet = our_week();
    sheet.sections[5].rows = vec![Row::paragraph("Thank you 🙂 for 🫖 tea ❤️ and 👩‍👩‍👧.")];
    let pdf = print(&sheet, Paper::A4);
    assert_ne!(pdf.accessible, pdf.missing);
    kept(&pdf, "emoji");
    assert_shows_words(&pdf);
}

#[test]
fn the_same_week_is_the_same_file_whatever_was_printed_before() {
    let first = print(&our_week(), Paper::A4);
    let mut printer = Printer::new();
    let mut other = our_week();
    other.title = "另一周".to_owned();
    printer.print(&other, Paper::Letter, sunday()).unwrap();
    let again = printer.print(&our_week(), Paper::A4, sunday()).unwrap();
    assert!(first == again);
    assert!(rasterise(&first.bytes, 0.6).unwrap() == rasterise(&again.bytes, 0.6).unwrap());
}

#[test]
fn a_word_of_ten_thousand_letters_is_broken_not_clipped() {
    let mut sheet = our_week();
    let word: String = "abcdeføghi".repeat(1000);
    sheet.sections[2].rows = vec![Row::paragraph(word.clone())];
    sheet.sections[3].rows = vec![columns(&[
        (&word[..66], &word[..990]),
        ("Jon", &word[..5500]),
    ])];
    let pdf = print(&sheet, Paper::Letter);
    assert!(pdf.pages > 2);
    if let Some(text) = extracted(&pdf, "endless") {
        assert_eq!(
            text.matches('ø').count(),
            strings(&sheet).concat().matches('ø').count(),
        );
    }
    let pages = rasterise(&pdf.bytes, 1.0).unwrap();
    for page in pages {
        let (width, height) = (page.width as usize, page.height as usize);
        let white = |x: usize, y: usize| page.rgba[(y * width + x) * 4..][..3] == [255; 3];
        let clear = (0..height).all(|y| (0..64).chain(width - 64..width).all(|x| white(x, y)))
            && (0..width).all(|x| (0..40).chain(height - 40..height).all(|y| white(x, y)));
        assert!(clear, "something runs into the margin");
    }
}

#[test]
fn long_names_and_titles_stay_on_the_page() {
    let mut sheet = our_week();
    let long = "Wolfeschlegelsteinhausenbergerdorff-Maximiliana von und zu Hohenstein ".repeat(3);
    sheet.title = long.clone();
    sheet.names = vec![Name {
        text: long.clone(),
        mark: Mark::First,
    }];
    sheet.sections[1].rows.push(owned(&long, "Words.", &long));
    sheet.sections[1].label = long.clone();
    sheet.signatures = vec![long.clone(), long.clone(), "Jon".to_owned()];
    sheet.footer = long.clone();
    let pdf = print(&sheet, Paper::Letter);
    assert_reads_in_order(&sheet, &pdf, "names");
}

#[test]
fn endless_words_in_every_place_still_make_a_document() {
    let mut sheet = our_week();
    let word = "x".repeat(10_000);
    sheet.title = word.clone();
    sheet.dates = word.clone();
    sheet.names = vec![Name {
        text: word.clone(),
        mark: Mark::Second,
    }];
    sheet.note = Some(word.clone());
    sheet.signatures = vec![word.clone(); 12];
    sheet.footer = word.clone();
    sheet.sections = vec![section(
        &word,
        vec![
            owned(&word, "Then I will call.", &word),
            quote("Thank you.", &word),
            columns(&[(&word, "Steady.")]),
        ],
    )];
    for paper in Paper::ALL {
        let pdf = print(&sheet, paper);
        if let Some(text) = extracted(&pdf, "everywhere") {
            assert!(text.contains("Then I will call.") && text.contains("Steady."));
            assert!(text.contains('…'));
        }
    }
}

#[test]
fn an_empty_sheet_is_still_a_page() {
    let mut sheet = our_week();
    sheet.sections = vec![
        section("", vec![]),
        section("Nothing yet", vec![]),
        section(
            "",
            vec![
                Row::paragraph(""),
                owned("", "", ""),
                quote("", ""),
                columns(&[]),
            ],
        ),
        section(
            "A line",
            vec![
                Row::paragraph("\n\n\t"),
                Row::paragraph("one\ntwo\r\nthree"),
            ],
        ),
    ];
    sheet.names.clear();
    sheet.path = None;
    sheet.signatures.clear();
    let pdf = print(&sheet, Paper::A4);
    assert_eq!(pdf.pages, 1);
    assert!(pdf.accessible);
    sheet.title.clear();
    sheet.dates.clear();
    sheet.footer.clear();
    sheet.sections.clear();
    sheet.page_label = |_, _| String::new();
    let bare = print(&sheet, Paper::A4);
    assert_eq!(rasterise(&bare.bytes, 0.5).unwrap().len(), 1);
}

#[test]
fn a_printer_can_work_on_another_thread() {
    fn sendable<T: Send>(_: &T) {}
    sendable(&Printer::new());
}
