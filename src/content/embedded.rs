//! The content built into the program. A new file is one more line here; a test compares the list with the folder.

/// The folder as it is named in a fault.
pub(super) const ROOT: &str = "content/en";

macro_rules! files {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/", $name)))),*]
    };
}

/// Path below [`ROOT`], and text.
pub(super) const FILES: &[(&str, &str)] = files![
    "path/01-take-full-accountability.ron",
    "path/02-let-the-hurt-be-felt.ron",
    "path/03-communicate-openly-and-honestly.ron",
    "path/04-set-clear-boundaries.ron",
    "path/05-be-consistent-over-time.ron",
    "path/06-apologise-and-change.ron",
    "path/07-emotional-connection.ron",
    "path/08-professional-support.ron",
    "path/09-self-trust.ron",
    "path/10-new-chapter.ron",
    "healing.ron",
    "needs.ron",
    "pillars.ron",
    "practices.ron",
    "prompts.ron",
    "reads.ron",
    "self-trust.ron",
    "sources.ron",
    "support.ron",
    "walk-away.ron",
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::content::Library;
    use crate::content::block::Block;
    use crate::content::schema::Page;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    fn ron_files(dir: &Path, prefix: &str, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(dir).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                ron_files(&entry.path(), &format!("{name}/"), found);
            } else if name.ends_with(".ron") {
                found.insert(name);
            }
        }
    }

    #[test]
    fn every_content_file_is_built_in() {
        let mut there = BTreeSet::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(ROOT);
        ron_files(&root, "", &mut there);
        let built_in: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(built_in, there);
    }

    #[test]
    fn what_is_built_in_is_what_the_folder_holds_and_has_no_fault() {
        let built_in = Library::embedded().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(ROOT);
        assert_eq!(Library::from_dir(&root).unwrap(), built_in);
    }
    /// Else the whole sentence goes into the half that tells what one will do.
    #[test]
    fn an_if_beside_a_commitment_has_its_then() {
        let library = Library::embedded().unwrap();
        let pages = library.guides.iter().flat_map(|guide| &guide.pages);
        let ends_in_one = |page: &&Page| page.blocks.iter().any(|b| matches!(b, Block::Commit(_)));
        let examples = pages.filter(ends_in_one).flat_map(|page| {
            page.blocks.iter().filter_map(|block| match block {
                Block::Examples(examples) => Some(&examples.items),
                _ => None,
            })
        });
        let mut ifs = examples
            .flatten()
            .filter(|phrase| phrase.starts_with("If "))
            .peekable();
        assert!(ifs.peek().is_some());
        let halves: Vec<_> = ifs.filter(|phrase| !phrase.contains(", then ")).collect();
        assert_eq!(halves, [""; 0]);
    }
}
