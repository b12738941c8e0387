//! Every guide of the content, walked from its first page to its end, in every sitting in which it may be done. A guide that
//! is new is walked too, without a word here.
#![allow(clippy::unwrap_used, unreachable_pub)]

#[path = "../support/mod.rs"]
mod support;

mod answering;
mod keeping;
mod planted;
mod says;
mod sitting;
mod walk;

use goldseam::content::Library;
use sitting::Who;
use support::{closely, headless, library, promises};

fn every_guide(who: Who) {
    let faults: Vec<String> = library()
        .guides
        .iter()
        .flat_map(|guide| walk::walk(Library::clone(library()), &guide.id, who))
        .collect();
    let count = faults.len();
    assert!(faults.is_empty(), "{count} faults\n{}", faults.join("\n"));
}

#[test]
fn together_one_was_hurt_and_one_broke_trust() {
    every_guide(Who::Both);
}

#[test]
fn together_with_parts_left_open_and_every_page_shown() {
    every_guide(Who::BothPartsOpen);
}

#[test]
fn maya_alone() {
    every_guide(Who::Maya);
}

#[test]
fn jon_alone() {
    every_guide(Who::Jon);
}

#[test]
fn one_whose_partner_never_joined() {
    every_guide(Who::MayaUnjoined);
}

#[test]
fn every_guide_is_for_somebody() {
    let nobodys = |library| walk::for_nobody(library);
    assert_eq!(nobodys(library()), [""; 0]);
}
