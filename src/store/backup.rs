//! Copies of the sealed files by day and by month.

use super::BACKUPS;
use super::files::Files;
use std::path::{Path, PathBuf};

/// The folders of complete backups, the newest first.
pub(super) fn newest_first(files: &dyn Files, home: &Path) -> Vec<PathBuf> {
    let folder = home.join(BACKUPS);
    let mut names = files.list(&folder).unwrap_or_default();
    names.retain(|name| date_of(name).is_some());
    names.sort_by(|a, b| date_of(b).cmp(&date_of(a)));
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// `day-2026-11-22` and `month-2026-11` sort by when they were made; a month's is made on its first day of use.
fn date_of(name: &str) -> Option<&str> {
    name.strip_prefix("day-")
        .or_else(|| name.strip_prefix("month-"))
        .filter(|date| !date.contains('.'))
}
