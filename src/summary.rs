//! The weekly page: laid out, written as PDF, shown before it is printed.
//!
//! `sheet` says what is on it, `page` places it, `pdf` writes the placed page, and `preview` draws those same bytes on the screen.

pub mod compose;
mod flow;
mod fonts;
mod ink;
mod page;
mod pdf;
pub mod preview;
mod rows;
mod seam;
mod shape;
pub mod sheet;

pub use crate::domain::settings::Paper;
pub use preview::{NotShown, Raster, rasterise};
pub use sheet::{Mark, Name, PathLine, Row, Section, Sheet, Span, isolate};

use chrono::NaiveDate;
use std::fmt;

/// A finished document.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// It keeps the promises of PDF/UA-1.
    pub accessible: bool,
    /// Some character is shown as an empty box, because no font on this computer has it.
    pub missing: bool,
}

impl fmt::Debug for Pdf {
    /// Not the bytes: they hold what someone wrote.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pdf")
            .field("length", &self.bytes.len())
            .field("pages", &self.pages)
            .field("accessible", &self.accessible)
            .field("missing", &self.missing)
            .finish()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintFault {
    #[error("the page could not be written as PDF ({0})")]
    Write(String),
    #[error("the paper has no size that can be written")]
    Paper,
}

/// Makes pages. Keep one: it opens the fonts once, and holds nothing of what it printed.
#[derive(Debug)]
pub struct Printer {
    setter: fonts::Typesetter,
}

impl Default for Printer {
    fn default() -> Self {
        Self::new()
    }
}

impl Printer {
    pub fn new() -> Self {
        Self {
            setter: fonts::Typesetter::new(),
        }
    }

    /// The same sheet, paper and stamp give the same bytes on the same computer. `stamp` is the day the file calls its own:
    /// the week's last, not today.
    pub fn print(
        &mut self,
        sheet: &Sheet,
        paper: Paper,
        stamp: NaiveDate,
    ) -> Result<Pdf, PrintFault> {
        let plan = page::lay_out(sheet, paper, &mut self.setter);
        pdf::write(&plan, sheet, stamp, &mut self.setter)
    }
}
