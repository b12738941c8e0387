//! When nothing can be opened.

use crate::threshold::*;
use goldseam::screen::trouble;
use goldseam::text;

#[test]
fn trouble_stands_at_every_size() {
    everywhere(&[], |world, size| {
        let (title, to_do) = text::notices::HOUSEHOLD_DAMAGED;
        let notice = (title.into(), to_do.into(), "household.json: line 3".into());
        let mut page = Desk::bare(world, |_| trouble::State::new(notice));
        page.press("Show the technical detail");
        look(&mut page, &format!("trouble-{size}"));
    });
}

#[test]
fn trouble_says_what_to_do_and_folds_the_detail_away() {
    let notice = ("A title.".into(), "What to do.".into(), "code 7".into());
    let mut page = Desk::bare(wide(&[]), |_| trouble::State::new(notice));
    assert!(page.shows("A title.") && page.shows("What to do.") && !page.shows("code 7"));
    page.press("Show the technical detail");
    assert!(page.shows("code 7"));
    page.press("Close Goldseam");
    assert_eq!(page.wanted(), Some(Wanted::Ask(trouble::Intent::Close)));
}
