//! How long the weekly page takes: the first after start, again, and drawn for the preview.
//! `cargo bench --bench pdf`. To reach: first 50 ms, again 15 ms.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use chrono::NaiveDate;
use goldseam::summary::{Mark, Name, Paper, PathLine, Printer, Row, Section, Sheet, rasterise};
use std::time::{Duration, Instant};

fn week() -> Sheet {
    let row = |n: usize| Row::Owned {
        name: if n.is_multiple_of(2) { "Maya" } else { "Jon" }.to_owned(),
        text: format!("If it is later than {n} o’clock, then I will call before I start the car."),
        note: "Kept all week".to_owned(),
    };
    let words = "I got in at 19:10 on Thursday and did not call. I told Maya that night where I had been, before she asked.";
    let section = |label: &str, rows| Section {
        label: label.to_owned(),
        rows,
    };
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
            done: [
                true, true, true, false, false, false, false, false, false, false,
            ],
            current: Some(4),
            described: "Steps 1, 2 and 3 are done.".to_owned(),
        }),
        sections: vec![
            section("On the path", vec![Row::paragraph(words)]),
            section("What we said we would do", (1..=4).map(row).collect()),
            section("The repair", vec![Row::paragraph(words)]),
            section(
                "How it felt",
                vec![Row::Columns(vec![
                    ("Maya: mixed".to_owned(), words.to_owned()),
                    ("Jon: steadier".to_owned(), words.to_owned()),
                ])],
            ),
            section(
                "From the jar",
                vec![Row::Quote {
                    text: words.to_owned(),
                    from: "Maya".to_owned(),
                }],
            ),
        ],
        note: None,
        signatures: vec!["Maya".to_owned(), "Jon".to_owned()],
        footer: "Printed at home.".to_owned(),
        page_label: |page, of| format!("Page {page} of {of}"),
    }
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let stamp = NaiveDate::from_ymd_opt(2026, 11, 15).unwrap();
    let sheet = week();
    let start = Instant::now();
    let mut printer = Printer::new();
    let pdf = printer.print(&sheet, Paper::A4, stamp).unwrap();
    println!(
        "first        {:>9.1?}   {} bytes",
        start.elapsed(),
        pdf.bytes.len()
    );
    let again = (0..20).map(|_| {
        let start = Instant::now();
        printer.print(&sheet, Paper::A4, stamp).unwrap();
        start.elapsed()
    });
    println!("again        {:>9.1?}", middle(again.collect()));
    for scale in [0.5, 1.0, 2.0] {
        let drawn = (0..10).map(|_| {
            let start = Instant::now();
            rasterise(&pdf.bytes, scale).unwrap();
            start.elapsed()
        });
        println!("preview ×{scale:<3} {:>9.1?}", middle(drawn.collect()));
    }
    let mut arabic = sheet;
    arabic.title = "أسبوعنا".to_owned();
    let start = Instant::now();
    printer.print(&arabic, Paper::A4, stamp).unwrap();
    println!(
        "system fonts {:>9.1?}   once, when a character is not in ours",
        start.elapsed()
    );
    let start = Instant::now();
    printer.print(&arabic, Paper::A4, stamp).unwrap();
    println!("and again    {:>9.1?}", start.elapsed());
}
