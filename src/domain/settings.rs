//! How the app looks and behaves on this computer. Nothing here says anything about the people.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Kept in plain text beside the rooms: the door needs it before anyone has unlocked anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Settings {
    pub theme: ThemeChoice,
    pub text_size: TextSize,
    pub motion: Motion,
    pub lock: LockDelay,
    pub paper: Paper,
    /// The help lines of this country come first; an id in `support.ron`, or none chosen.
    pub country: Option<String>,
    /// The kept pack whose guides are shown in place of the built-in ones.
    pub pack: Option<String>,
    #[serde(flatten)]
    pub more: super::record::More,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            text_size: TextSize::Normal,
            motion: Motion::Gentle,
            lock: LockDelay::TenMinutes,
            paper: Paper::A4,
            country: None,
            pack: None,
            more: super::record::More::new(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    System,
    Light,
    Dark,
    HighContrast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    Normal,
    Large,
    Larger,
}

impl TextSize {
    /// How much larger than drawn.
    pub fn factor(self) -> f32 {
        match self {
            Self::Normal => 1.0,
            Self::Large => 1.25,
            Self::Larger => 1.5,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Motion {
    Gentle,
    /// Everything shows its final state at once.
    Still,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockDelay {
    TwoMinutes,
    FiveMinutes,
    TenMinutes,
    HalfAnHour,
}

impl LockDelay {
    pub fn duration(self) -> Duration {
        Duration::from_secs(
            60 * match self {
                Self::TwoMinutes => 2,
                Self::FiveMinutes => 5,
                Self::TenMinutes => 10,
                Self::HalfAnHour => 30,
            },
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in CSS pixels (96 to the inch), as laid out.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (794.0, 1123.0),
            Self::Letter => (816.0, 1056.0),
        }
    }

    /// The same in points, exactly: a printer that sees another size may scale the page.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.276, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}
