//! `twiml check`.

mod fix;
mod format;
mod summary;

use std::io;

use twiml_check::xml::{self, Diagnostic, Report};
use twiml_core::vocabulary::{Dialect, Severity};

use crate::{
    Outcome,
    arguments::{self, Deny, Format},
    failure::Failure,
    input::{self, Input},
    output,
    progress::Progress,
    terminal,
};
use fix::Fixed;
use format::Printer;
use summary::Summary;

/// What counts as wrong.
#[derive(Clone, Debug)]
struct Scope {
    kind: Option<Dialect>,
    allowed: Vec<&'static str>,
    deny_warnings: bool,
}

impl Scope {
    fn check(&self, source: &[u8]) -> Report {
        match self.kind {
            Some(kind) => xml::check_as(source, kind),
            None => xml::check(source),
        }
    }

    /// What there is to say of a document.
    fn diagnostics<'a>(&self, report: &'a Report) -> Vec<Diagnostic<'a>> {
        report.diagnostics().filter(|diagnostic| self.speaks_of(diagnostic)).collect()
    }

    fn speaks_of(&self, diagnostic: &Diagnostic<'_>) -> bool {
        !self.allowed.contains(&diagnostic.code())
    }

    /// Whether it is more than a warning here.
    fn is_finding(&self, diagnostic: &Diagnostic<'_>) -> bool {
        self.deny_warnings || diagnostic.severity() == Severity::Error
    }
}

pub(crate) fn check(arguments: &arguments::Check) -> Result<Outcome, Failure> {
    let scope = Scope {
        kind: arguments.kind.map(Dialect::from),
        allowed: arguments.allow.clone(),
        deny_warnings: arguments.deny == Some(Deny::Warnings),
    };
    let (inputs, failures) = input::find(&arguments.paths, input::DOCUMENTS);
    let mut run = Run { arguments, scope, printer: Printer::new(printed(arguments)), summary: Summary::default() };
    for failure in &failures {
        run.fail(failure);
    }
    if inputs.is_empty() && failures.is_empty() {
        let help = "files that end in .xml and .twiml are looked for; any other one can be named";
        return Err(Failure::nothing("document", &arguments.paths).help(help));
    }
    let mut progress = Progress::of(inputs.len());
    for input in &inputs {
        match input.read() {
            Ok(bytes) => progress.aside(|| run.look_at(input, &bytes))?,
            Err(failure) => progress.aside(|| run.fail(&failure)),
        }
        progress.step();
    }
    drop(progress);
    run.finish()
}

/// A diff is all that a dry run prints.
fn printed(arguments: &arguments::Check) -> Option<Format> {
    (!arguments.dry_run).then_some(arguments.format)
}

struct Run<'a> {
    arguments: &'a arguments::Check,
    scope: Scope,
    printer: Printer,
    summary: Summary,
}

impl Run<'_> {
    fn fail(&mut self, failure: &Failure) {
        terminal::error(failure);
        self.summary.failed += 1;
    }

    fn look_at(&mut self, input: &Input, bytes: &[u8]) -> io::Result<()> {
        if input.may_be_other_xml() && !xml::may_be_twiml(bytes) {
            self.summary.others += 1;
            return Ok(());
        }
        let report = self.scope.check(bytes);
        self.summary.files += 1;
        if self.arguments.fix {
            return self.mend(input, bytes, report);
        }
        self.print(input, &report)
    }

    fn print(&mut self, input: &Input, report: &Report) -> io::Result<()> {
        let diagnostics = self.scope.diagnostics(report);
        self.summary.count(&diagnostics, &self.scope);
        self.printer.file(input, report, &diagnostics)
    }

    /// Mends a document, and prints what is left.
    fn mend(&mut self, input: &Input, bytes: &[u8], report: Report) -> io::Result<()> {
        let fixed = fix::fix(report, &self.scope);
        self.summary.fixes += fixed.done.len();
        if self.arguments.dry_run {
            output::diff(input, &fixed.before, fixed.report.source())?;
        } else if let Err(failure) = self.write(input, bytes, &fixed)? {
            self.fail(&failure);
        }
        self.print(input, &fixed.report)
    }

    /// Writes a mended document to where it came from.
    fn write(&mut self, input: &Input, bytes: &[u8], fixed: &Fixed) -> io::Result<Result<(), Failure>> {
        match input {
            Input::Standard if fixed.done.is_empty() => self.printer.document(bytes)?,
            Input::Standard => self.printer.document(fixed.report.source().as_bytes())?,
            Input::File { .. } if fixed.done.is_empty() => {}
            Input::File { path, .. } => {
                if let Err(error) = output::replace(path, fixed.report.source()) {
                    return Ok(Err(Failure::of_file("write", path, &error)));
                }
                fixed.done.iter().for_each(|mended| terminal::say(&fix::line(&input.name(), mended)));
            }
        }
        Ok(Ok(()))
    }

    fn finish(self) -> Result<Outcome, Failure> {
        self.printer.finish()?;
        terminal::say(&self.summary.line(self.arguments));
        Ok(self.summary.outcome(self.arguments.dry_run))
    }
}
