//! The commands, and what they print. Passphrases are asked for on the terminal or read from a file descriptor, never taken as
//! arguments: arguments stand in the process list and in the shell's history.

mod commands;
mod demo;
mod passphrase;

use crate::domain::Week;
use crate::domain::settings::Paper;
use crate::text::cli as text;
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Parser)]
#[command(name = "goldseam", version, about = text::ABOUT)]
struct Arguments {
    #[arg(long, global = true, value_name = "DIR", env = "GOLDSEAM_HOME", help = text::HOME)]
    home: Option<PathBuf>,
    #[arg(long, value_name = "DIR", help = text::CONTENT)]
    content: Option<PathBuf>,
    #[arg(long, conflicts_with = "home", help = text::DEMO)]
    demo: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = text::SUMMARY)]
    Summary {
        #[arg(long, value_name = "WEEK", help = text::WEEK)]
        week: Week,
        #[arg(long, value_name = "FILE", help = text::OUT)]
        out: PathBuf,
        #[arg(long, value_enum, help = text::PAPER)]
        paper: Option<PaperSize>,
        #[command(flatten)]
        unlock: Unlock,
    },
    #[command(about = text::CHECK_CONTENT)]
    CheckContent {
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    #[command(about = text::DOCTOR)]
    Doctor {
        #[command(flatten)]
        unlock: Unlock,
    },
    #[command(about = text::EXPORT_KEY)]
    ExportKey {
        #[command(flatten)]
        unlock: Unlock,
    },
}

/// Whose passphrase, and where it comes from.
#[derive(Debug, clap::Args)]
struct Unlock {
    #[arg(long, value_name = "NAME", help = text::PERSON)]
    person: Option<String>,
    #[arg(long, value_name = "N", help = text::PASSPHRASE_FD)]
    passphrase_fd: Option<u32>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PaperSize {
    A4,
    Letter,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::Letter => Self::Letter,
        }
    }
}

/// A command could not do what it was asked: one sentence for the person, and the code to end with.
#[derive(Debug)]
struct Failure {
    sentence: String,
    code: u8,
}

impl Failure {
    fn new(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            code: 1,
        }
    }

    /// What was asked cannot be done here at all, as a window without a display.
    fn unusable(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            code: 2,
        }
    }
}

/// Runs what the arguments ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            // Nowhere to write to: the code still tells.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    match commands::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.sentence);
            ExitCode::from(failure.code)
        }
    }
}
