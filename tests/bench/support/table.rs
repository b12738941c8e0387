//! Times side by side: the least, the middle and the most of several runs.
#![allow(dead_code, unreachable_pub, missing_debug_implementations)]

use std::time::{Duration, Instant};

/// Runs each of `works` in turn, `rounds` times over, so that what else the machine does falls on all of them alike.
pub fn paired<const N: usize>(
    rounds: usize,
    works: [&mut dyn FnMut() -> Duration; N],
) -> [Vec<Duration>; N] {
    let mut times = [const { Vec::new() }; N];
    let mut works = works;
    for _ in 0..rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            times.push(work());
        }
    }
    times
}

pub fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = work();
    let time = start.elapsed();
    drop(result);
    time
}

pub fn heading(what: &str) {
    println!(
        "\n{what:<46} {:>10} {:>10} {:>10}",
        "least", "middle", "most"
    );
}

pub fn line(what: &str, times: &[Duration]) {
    let mut times = times.to_vec();
    times.sort();
    let show = |time: Option<&Duration>| {
        time.map_or_else(String::new, |time| {
            format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
        })
    };
    println!(
        "{what:<46} {:>10} {:>10} {:>10}",
        show(times.first()),
        show(times.get(times.len() / 2)),
        show(times.last())
    );
}

/// The middle of the ratios of each pair, which forgives a machine that slows down half way.
pub fn ratio(what: &str, times: &[Duration], yardstick: &[Duration], reach: f64) {
    let mut ratios: Vec<f64> = times
        .iter()
        .zip(yardstick)
        .map(|(time, yard)| time.as_secs_f64() / yard.as_secs_f64().max(1e-9))
        .collect();
    ratios.sort_by(f64::total_cmp);
    let show = |at: usize| ratios.get(at).copied().unwrap_or(f64::NAN);
    let (least, middle, most) = (0, ratios.len() / 2, ratios.len().saturating_sub(1));
    println!(
        "{what:<46} {:>10.2} {:>10.2} {:>10.2}   to reach {reach} · {}",
        show(least),
        show(middle),
        show(most),
        verdict(show(middle) <= reach)
    );
}

/// Against a time rather than a yardstick.
pub fn within(what: &str, times: &[Duration], reach: Duration) {
    line(what, times);
    let mut times = times.to_vec();
    times.sort();
    let reached = times
        .get(times.len() / 2)
        .is_some_and(|time| *time <= reach);
    println!("{:<46} to reach {reach:?} · {}", "", verdict(reached));
}

pub fn verdict(reached: bool) -> &'static str {
    if reached { "reached" } else { "MISSED" }
}
