//! `twiml convert`: a document as a call of `twiml!`.

mod literal;
mod print;
mod rust;

use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use twiml_check::xml::{self, Report};
use twiml_core::vocabulary::Severity;

use crate::{Outcome, failure::Failure, input::Input, terminal};

pub(crate) fn convert(path: Option<&Path>) -> Result<Outcome, Failure> {
    let input = match path {
        None => Input::Standard,
        Some(path) if path == Path::new("-") => Input::Standard,
        Some(path) => Input::File { path: PathBuf::from(path), named: true },
    };
    terminal::hint_at_standard_input(&input);
    let report = xml::check(input.read()?);
    if !report.is_valid() {
        return Ok(refuse(&input, &report));
    }
    let call = call(&report).map_err(|problem| problem.of(&input, &report))?;
    io::stdout().lock().write_all(call.as_bytes())?;
    Ok(Outcome::Clean)
}

/// A document with an error is none that the macro takes.
fn refuse(input: &Input, report: &Report) -> Outcome {
    let renderer = terminal::renderer();
    for diagnostic in report.diagnostics().filter(|diagnostic| diagnostic.severity() == Severity::Error) {
        terminal::say(&format!("{}\n", xml::show(&diagnostic, Some(&input.name()), &renderer)));
    }
    terminal::say("not converted: the macro takes no document with an error");
    Outcome::Findings
}

/// The call as it is pasted, laid out.
fn call(report: &Report) -> Result<String, rust::Problem> {
    print::call(report)
}
