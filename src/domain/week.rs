//! ISO 8601 weeks, Monday to Sunday, in the household's local time.

use chrono::{Datelike, Days, IsoWeek, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;
use std::str::FromStr;

/// One ISO week, written `2026-W47`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: NaiveDate,
}

/// The text was not a week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a week; write it like 2026-W47")]
pub struct BadWeek(String);

impl Week {
    pub fn of(day: NaiveDate) -> Self {
        let back = u64::from(day.weekday().num_days_from_monday());
        Self {
            monday: day.checked_sub_days(Days::new(back)).unwrap_or(day),
        }
    }

    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    pub fn sunday(self) -> NaiveDate {
        self.monday
            .checked_add_days(Days::new(6))
            .unwrap_or(self.monday)
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    pub fn next(self) -> Self {
        Self::of(
            self.monday
                .checked_add_days(Days::new(7))
                .unwrap_or(self.monday),
        )
    }

    pub fn previous(self) -> Self {
        Self::of(
            self.monday
                .checked_sub_days(Days::new(7))
                .unwrap_or(self.monday),
        )
    }

    fn iso(self) -> IsoWeek {
        self.monday.iso_week()
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.iso().year(), self.iso().week())
    }
}

impl FromStr for Week {
    type Err = BadWeek;

    fn from_str(text: &str) -> Result<Self, BadWeek> {
        let bad = || BadWeek(text.to_owned());
        let (year, week) = text.split_once("-W").ok_or_else(bad)?;
        if year.len() != 4 || week.len() != 2 {
            return Err(bad());
        }
        let year = year.parse().map_err(|_| bad())?;
        let week = week.parse().map_err(|_| bad())?;
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
            .map(|monday| Self { monday })
            .ok_or_else(bad)
    }
}

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_written_and_read_in_the_iso_form() {
        let week: Week = "2026-W47".parse().unwrap();
        assert_eq!(
            week.monday(),
            NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
        );
        assert_eq!(
            week.sunday(),
            NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
        );
        assert_eq!(week.to_string(), "2026-W47");
    }

    #[test]
    fn the_last_days_of_a_year_may_belong_to_the_next() {
        let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
        assert_eq!(Week::of(day).to_string(), "2025-W01");
        assert_eq!(
            "2026-W53".parse::<Week>().unwrap().next().to_string(),
            "2027-W01"
        );
    }

    #[test]
    fn nonsense_is_not_a_week() {
        for text in ["", "2026-47", "2026-W54", "2025-W53", "26-W01", "2026-W1"] {
            assert!(text.parse::<Week>().is_err(), "{text}");
        }
    }
}
