//! How findings are printed.

mod github;
mod human;
mod json;
mod sarif;

use std::io::{self, Write as _};

use twiml_check::xml::{Diagnostic, Report};
use twiml_core::vocabulary::Severity;

use crate::{arguments::Format, input::Input};

/// Where findings go.
pub(super) struct Printer {
    format: Option<Format>,
    /// SARIF is one document for all files.
    run: sarif::Run,
    /// Standard output is taken by the mended document.
    is_aside: bool,
}

impl Printer {
    /// Without a format, only diffs are printed.
    pub(super) fn new(format: Option<Format>) -> Self {
        Self { format, run: sarif::Run::default(), is_aside: false }
    }

    /// What there is to say of one file.
    pub(super) fn file(&mut self, input: &Input, report: &Report, diagnostics: &[Diagnostic<'_>]) -> io::Result<()> {
        let text = match self.format {
            None => return Ok(()),
            Some(Format::Human) => human::text(input, diagnostics),
            Some(Format::Json) => json::line(input, diagnostics),
            Some(Format::Github) => github::lines(input, diagnostics),
            Some(Format::Sarif) => {
                self.run.add(input, report, diagnostics);
                return Ok(());
            }
        };
        self.print(&text)
    }

    fn print(&self, text: &str) -> io::Result<()> {
        if self.is_aside {
            anstream::stderr().lock().write_all(text.as_bytes())
        } else {
            anstream::stdout().lock().write_all(text.as_bytes())
        }
    }

    /// A mended document; what is left to say goes to standard error then.
    pub(super) fn document(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.is_aside = true;
        io::stdout().lock().write_all(bytes)
    }

    pub(super) fn finish(self) -> io::Result<()> {
        if self.format == Some(Format::Sarif) { self.print(&self.run.document()) } else { Ok(()) }
    }
}

/// How bad it is, as all formats call it.
fn severity(diagnostic: &Diagnostic<'_>) -> &'static str {
    match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
