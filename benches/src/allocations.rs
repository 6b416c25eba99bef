//! Allocations, counted by the allocator of a program of its own: counting would slow the others down.

use std::{env, hint::black_box, io, process::Command};

use crate::{
    Document,
    contenders::{CONTENDERS, Contender},
    data::Inputs,
};

/// For one document.
#[derive(Clone, Copy, Debug)]
pub struct Allocations {
    /// Calls that allocate or reallocate.
    pub calls: u64,
    /// What they ask for.
    pub bytes: u64,
}

/// Asks the program that counts, which stands beside this one.
///
/// # Errors
///
/// If it does not run.
pub fn count(contender: &Contender, document: Document) -> io::Result<Option<Allocations>> {
    let program = env::current_exe()?.with_file_name("allocations");
    let output = Command::new(program).args([contender.name, document.name()]).output()?;
    let report = String::from_utf8_lossy(&output.stdout);
    let mut numbers = report.split_whitespace().map_while(|number| number.parse().ok());
    Ok(numbers.next().zip(numbers.next()).map(|(calls, bytes)| Allocations { calls, bytes }))
}

/// The 65th document: by then, sizes are learned. `now` tells what has been counted until then.
#[must_use]
pub fn measure(contender: &str, document: Document, now: impl Fn() -> Allocations) -> Option<Allocations> {
    let write = CONTENDERS.iter().find(|known| known.name == contender)?.write(document)?;
    let inputs = Inputs::new();
    for _ in 0..64 {
        drop(black_box(write(&inputs)));
    }
    let before = now();
    drop(black_box(write(&inputs)));
    let after = now();
    Some(Allocations { calls: after.calls - before.calls, bytes: after.bytes - before.bytes })
}
