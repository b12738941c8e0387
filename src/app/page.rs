//! The weekly page: composed, printed and drawn on the store's thread's neighbour, never on the interface's.

use super::worker::Worker;
use super::{App, Message as AppMessage};
use crate::domain::{Week, summary};
use crate::screen::weekly;
use crate::summary::{Paper, Pdf, Printer, Raster, Sheet, compose, rasterise};
use crate::text::weekly as text;
use crate::ui::Picture;
use chrono::NaiveDate;
use iced::Task;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub enum Message {
    Drawn {
        order: u64,
        result: Result<(Pdf, Vec<weekly::Page>), String>,
    },
    Chosen(Option<PathBuf>),
    Written(Result<PathBuf, String>),
}

/// The printer with its fonts, and the page as last made.
#[derive(Debug, Default)]
pub(super) struct Desk {
    printer: Option<Worker<Printer>>,
    /// Grows with each order, so that an earlier page never takes the place of a later one.
    order: u64,
    made: Option<Pdf>,
}

impl App {
    fn sheet(&self, week: Week) -> Sheet {
        let ctx = self.world.ctx();
        let steps = ctx.library.step_ids();
        let titles = ctx.library.step_titles();
        let records = (ctx.shared, ctx.own);
        let summary = summary::of_week(records, ctx.household, ctx.me(), week, &steps);
        compose::compose(&summary, ctx.household, &titles)
    }

    /// Makes the page of the shown week anew.
    pub(super) fn refresh_page(&mut self) -> Task<AppMessage> {
        let super::Shown::Weekly(screen) = &self.shown else {
            return Task::none();
        };
        let week = screen.week();
        let paper = self.world.settings.paper;
        let (beside, whole) = screen.widths(&self.world.ctx());
        let (natural, _) = paper.size();
        let dots = self.world.density * self.world.settings.text_size.factor() / natural;
        let sheet = self.sheet(week);
        let Some(printer) = self.printer() else {
            return Task::none();
        };
        self.page.order += 1;
        let order = self.page.order;
        printer.ask(
            move |printer| {
                let pdf = print(printer, &sheet, paper, week.sunday())?;
                let pages = draw(&pdf, beside * dots, whole * dots)?;
                Ok((pdf, pages))
            },
            move |result| AppMessage::Page(Message::Drawn { order, result }),
        )
    }

    fn printer(&mut self) -> Option<Worker<Printer>> {
        if self.page.printer.is_none() {
            self.page.printer = Worker::start(Printer::new()).ok();
        }
        self.page.printer.clone()
    }

    pub(super) fn page(&mut self, message: Message) -> Task<AppMessage> {
        let message = match message {
            Message::Drawn { order, .. } if order != self.page.order => return Task::none(),
            Message::Drawn {
                result: Ok((pdf, pages)),
                ..
            } => {
                let missing = pdf.missing;
                self.page.made = Some(pdf);
                let shown = self.weekly(weekly::Message::Preview(pages));
                return if missing {
                    Task::batch([shown, self.weekly(weekly::Message::GlyphsMissing)])
                } else {
                    shown
                };
            }
            Message::Drawn {
                result: Err(detail),
                ..
            } => weekly::Message::PageFailed(detail),
            Message::Chosen(Some(path)) => weekly::Message::FileChosen(path.display().to_string()),
            Message::Chosen(None) => return Task::none(),
            Message::Written(Ok(path)) => weekly::Message::PdfSaved(Ok(path.display().to_string())),
            Message::Written(Err(detail)) => weekly::Message::PdfSaved(Err(detail)),
        };
        self.weekly(message)
    }

    fn weekly(&mut self, message: weekly::Message) -> Task<AppMessage> {
        self.screen(super::shown::Message::Weekly(message))
    }

    /// Where documents are kept on this computer, under a name that says nothing.
    pub(super) fn suggest_file(&mut self) -> Task<AppMessage> {
        let folder = directories::UserDirs::new().map(|dirs| {
            let home = dirs.home_dir().to_owned();
            dirs.document_dir()
                .filter(|folder| folder.is_dir())
                .map_or(home, Path::to_owned)
        });
        let file = folder.unwrap_or_default().join(text::FILE_NAME);
        self.weekly(weekly::Message::FileChosen(file.display().to_string()))
    }

    /// Writes the very bytes that the preview shows.
    pub(super) fn save_pdf(&mut self, path: String) -> Task<AppMessage> {
        let Some(pdf) = self.page.made.clone() else {
            return Task::none();
        };
        let Some(printer) = self.printer() else {
            return Task::none();
        };
        printer.ask(
            move |_| {
                let path = PathBuf::from(path);
                write_whole(&path, &pdf.bytes)
                    .map(|()| path)
                    .map_err(|error| error.to_string())
            },
            |result| AppMessage::Page(Message::Written(result)),
        )
    }

    pub(super) fn choose_file(&self) -> Task<AppMessage> {
        let dialog = rfd::AsyncFileDialog::new()
            .set_file_name(text::FILE_NAME)
            .add_filter(text::PDF, &["pdf"]);
        Task::perform(dialog.save_file(), |file| {
            AppMessage::Page(Message::Chosen(file.map(|file| file.path().to_owned())))
        })
    }
}

fn print(
    printer: &mut Printer,
    sheet: &Sheet,
    paper: Paper,
    stamp: NaiveDate,
) -> Result<Pdf, String> {
    printer
        .print(sheet, paper, stamp)
        .map_err(|error| error.to_string())
}

/// Each page of the very bytes that will be saved, in two sizes.
fn draw(pdf: &Pdf, beside: f32, whole: f32) -> Result<Vec<weekly::Page>, String> {
    let at = |scale| rasterise(&pdf.bytes, scale).map_err(|error| error.to_string());
    let pages = at(beside)?.into_iter().zip(at(whole)?);
    Ok(pages
        .map(|(beside, whole)| weekly::Page {
            beside: picture(beside),
            whole: picture(whole),
        })
        .collect())
}

fn picture(raster: Raster) -> Picture {
    Picture {
        width: raster.width,
        height: raster.height,
        handle: iced::widget::image::Handle::from_rgba(raster.width, raster.height, raster.rgba),
    }
}

/// A new file beside, then put in place: a page that is there already is never half overwritten.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
