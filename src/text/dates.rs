//! Days and times as people say them, in British English.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

pub fn month(day: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[day.month0() as usize]
}

/// "Sunday 15 November".
pub fn day(day: NaiveDate) -> String {
    format!("{} {} {}", weekday(day.weekday()), day.day(), month(day))
}

/// "Sunday 15 November 2026".
pub fn day_and_year(date: NaiveDate) -> String {
    format!("{} {}", day(date), date.year())
}

/// "15 November".
pub fn day_of_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month(day))
}

/// "20:14".
pub fn time(at: NaiveDateTime) -> String {
    at.format("%H:%M").to_string()
}

/// "Monday 9 to Sunday 15 November 2026", with the month and year named twice only where they differ.
pub fn week(monday: NaiveDate, sunday: NaiveDate) -> String {
    let first = if monday.year() != sunday.year() {
        day_and_year(monday)
    } else if monday.month() != sunday.month() {
        day(monday)
    } else {
        format!("{} {}", weekday(monday.weekday()), monday.day())
    };
    format!("{first} to {}", day_and_year(sunday))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_week_names_what_differs_and_nothing_twice() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(
            week(date(2026, 11, 9), date(2026, 11, 15)),
            "Monday 9 to Sunday 15 November 2026"
        );
        assert_eq!(
            week(date(2026, 11, 30), date(2026, 12, 6)),
            "Monday 30 November to Sunday 6 December 2026"
        );
        assert_eq!(
            week(date(2026, 12, 28), date(2027, 1, 3)),
            "Monday 28 December 2026 to Sunday 3 January 2027"
        );
    }
}
