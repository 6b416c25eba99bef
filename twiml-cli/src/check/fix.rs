//! `twiml check --fix`: what was mended.

use twiml_check::xml::{Mended, Position, Report, mend};

use super::Scope;

/// A document, mended.
pub(super) struct Fixed {
    /// What it was.
    pub(super) before: String,
    /// What is left.
    pub(super) report: Report,
    /// What was done.
    pub(super) done: Vec<Mended>,
}

pub(super) fn fix(report: Report, scope: &Scope) -> Fixed {
    let before = report.source().to_owned();
    let (report, done) = mend(report, &|diagnostic| scope.speaks_of(diagnostic));
    Fixed { before, report, done }
}

/// What was done, in a line.
pub(super) fn line(file: &str, mended: &Mended) -> String {
    let Mended { position: Position { line, column }, code, message } = mended;
    format!("fixed {file}:{line}:{column}: {message} [{code}]")
}
