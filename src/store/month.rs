//! A calendar month: the span of one segment.

use chrono::{DateTime, Datelike, FixedOffset};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;
use std::str::FromStr;

/// One month, written `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

/// The text was not a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written like 2026-11")]
pub struct BadMonth;

impl Month {
    /// The month of a moment where it happened. Years beyond four digits count as the last that fits.
    pub fn of(at: &DateTime<FixedOffset>) -> Self {
        Self {
            year: u16::try_from(at.year().clamp(0, 9999)).unwrap_or_default(),
            month: u8::try_from(at.month()).unwrap_or(1),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = BadMonth;

    fn from_str(text: &str) -> Result<Self, BadMonth> {
        let (year, month) = text.split_once('-').ok_or(BadMonth)?;
        let digits = |part: &str, count| {
            part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(month, 2) {
            return Err(BadMonth);
        }
        let month: u8 = month.parse().map_err(|_| BadMonth)?;
        if !(1..=12).contains(&month) {
            return Err(BadMonth);
        }
        Ok(Self {
            year: year.parse().map_err(|_| BadMonth)?,
            month,
        })
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_month_names_a_segment() {
        assert_eq!(
            "2026-11".parse::<Month>().map(|month| month.to_string()),
            Ok("2026-11".into())
        );
        for text in [
            "2026-13",
            "2026-00",
            "26-11",
            "../../x",
            "2026-+1",
            "2026-11.age",
        ] {
            assert_eq!(text.parse::<Month>(), Err(BadMonth), "{text}");
        }
    }
}
