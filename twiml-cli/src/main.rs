//! The program `twiml`: TwiML in files checked, mended and converted, and markup in Rust laid out.

#![forbid(unsafe_code)]

mod arguments;
mod check;
mod convert;
mod explain;
mod failure;
mod fmt;
mod help;
mod input;
mod output;
mod progress;
mod schema;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use failure::Failure;

/// What the program found, as the status that it ends with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Outcome {
    /// Nothing is wrong.
    Clean,
    /// Something is.
    Findings,
    /// Not all could be looked at.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

fn main() -> ExitCode {
    let Arguments { command, color } = Arguments::parse();
    terminal::choose(color);
    match run(command) {
        Ok(outcome) => outcome.into(),
        // Whoever reads has seen enough.
        Err(failure) if failure.is_closed_pipe() => Outcome::Clean.into(),
        Err(failure) => {
            terminal::error(&failure);
            Outcome::Failed.into()
        }
    }
}

fn run(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Check(arguments) => check::check(&arguments),
        Command::Convert { path } => convert::convert(path.as_deref()),
        Command::Fmt(arguments) => fmt::format(&arguments),
        Command::Explain { code } => explain::explain(code.as_deref()),
        Command::Schema => schema::print(),
        Command::Completions { shell } => help::completions(shell),
        Command::Man { folder } => help::man(folder.as_deref()),
    }
}
