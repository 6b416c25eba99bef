//! Instructions, counted by callgrind in the loop only.

use std::{env, io, process::Command};

use crate::{Document, contenders::Contender, data::Inputs, measure::hot};

/// As the first argument it makes the program run one loop and nothing else.
pub const ARGUMENT: &str = "--loop";

/// Before the loop: sizes are learned, tables filled.
const WARM_UP: u32 = 5;

/// Instructions for each document; `None` where there is no valgrind.
///
/// # Errors
///
/// If callgrind fails or reports no count.
pub fn count(contender: &Contender, document: Document) -> io::Result<Option<u64>> {
    let times: u32 = if matches!(document, Document::Large | Document::Clean) { 10 } else { 200 };
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=twiml_bench::measure::hot"])
        .arg(env::current_exe()?)
        .args([ARGUMENT, contender.name, document.name(), &times.to_string()])
        .output();
    let output = match output {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        output => output?,
    };
    let report = String::from_utf8_lossy(&output.stderr);
    let count = report.lines().find_map(|line| line.split_once("Collected : ")?.1.parse::<u64>().ok());
    match count {
        Some(count) if count > 0 && output.status.success() => Ok(Some(count / u64::from(times))),
        _ => Err(io::Error::other(report.into_owned())),
    }
}

/// Runs the loop. The warm-up does not go through `hot`, which would count it.
pub fn run(contender: &Contender, document: Document, times: u32) {
    let inputs = Inputs::new();
    let Some(write) = contender.write(document) else { return };
    for _ in 0..WARM_UP {
        drop(std::hint::black_box(write(&inputs)));
    }
    hot(write, &inputs, times);
}
