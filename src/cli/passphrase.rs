//! Where a command gets a passphrase from.

use super::Failure;
use crate::text::cli as text;
use std::fs::File;
use std::io::{BufRead, BufReader};
use zeroize::Zeroizing;

/// From file descriptor `fd` (its first line), or asked for on the terminal without showing it.
pub(super) fn read(fd: Option<u32>, name: &str) -> Result<Zeroizing<String>, Failure> {
    match fd {
        Some(fd) => from_descriptor(fd),
        None => rpassword::prompt_password(text::passphrase_of(name))
            .map(Zeroizing::new)
            .map_err(|error| Failure::new(text::no_terminal(&error.to_string()))),
    }
}

fn from_descriptor(fd: u32) -> Result<Zeroizing<String>, Failure> {
    let unreadable =
        |error: std::io::Error| Failure::new(text::descriptor_unreadable(fd, &error.to_string()));
    let mut line = Zeroizing::new(String::new());
    BufReader::new(File::open(format!("/dev/fd/{fd}")).map_err(unreadable)?)
        .read_line(&mut line)
        .map_err(unreadable)?;
    let kept = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(kept);
    Ok(line)
}
