//! Arguments, hardening, run.
#![forbid(unsafe_code)]

use goldseam::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    harden();
    cli::run(std::env::args_os())
}

/// No other process of this account may read our memory, and a crash writes none of it to disk.
#[cfg(unix)]
fn harden() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Refused only where a stricter rule is in force already.
    let _ = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    );
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(not(unix))]
fn harden() {}
