//! `twiml check --fix`: what there is one way to mend is mended.

use std::{
    fmt, fs,
    io::{self, Write as _},
    path::Path,
};

use tempfile::NamedTempFile;
use twiml_check::xml::{Change, Position, Report, apply};

use super::Scope;

/// A document, mended.
pub(super) struct Fixed {
    /// What it was.
    pub(super) before: String,
    /// What is left.
    pub(super) report: Report,
    /// What was done.
    pub(super) done: Vec<Done>,
}

/// A mistake that is no more.
pub(super) struct Done {
    position: Position,
    code: &'static str,
    message: String,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { position: Position { line, column }, code, message } = self;
        write!(f, "{line}:{column}: {message} [{code}]")
    }
}

/// What may be done about one diagnostic.
struct Fix {
    done: Done,
    changes: Vec<Change>,
}

/// Mends a document until there is nothing left that has one way to be mended.
pub(super) fn fix(report: Report, scope: &Scope) -> Fixed {
    let mut fixed = Fixed { before: report.source().to_owned(), report, done: Vec::new() };
    while let Some((report, done)) = all_at_once(&fixed.report, scope).or_else(|| one(&fixed.report, scope)) {
        fixed.report = report;
        fixed.done.extend(done);
    }
    fixed
}

fn fixes(report: &Report, scope: &Scope) -> Vec<Fix> {
    let diagnostics = scope.diagnostics(report).into_iter();
    let fixes = diagnostics.filter_map(|diagnostic| {
        let done = Done { position: diagnostic.start(), code: diagnostic.code(), message: diagnostic.message() };
        Some(Fix { done, changes: diagnostic.only_fix()? })
    });
    fixes.collect()
}

/// All changes that do not meet; none if there is not less to say of the document then.
fn all_at_once(report: &Report, scope: &Scope) -> Option<(Report, Vec<Done>)> {
    let fixes = fixes(report, scope);
    let groups: Vec<&[Change]> = fixes.iter().map(|fix| fix.changes.as_slice()).collect();
    let (text, taken) = apply(report.source(), &groups);
    let done: Vec<Done> = fixes.into_iter().zip(taken).filter(|(_, taken)| *taken).map(|(fix, _)| fix.done).collect();
    let after = better(report, &text, done.len(), scope)?;
    Some((after, done))
}

/// The first change that helps on its own.
fn one(report: &Report, scope: &Scope) -> Option<(Report, Vec<Done>)> {
    fixes(report, scope).into_iter().find_map(|fix| {
        let (text, _) = apply(report.source(), &[&fix.changes]);
        Some((better(report, &text, 1, scope)?, vec![fix.done]))
    })
}

/// The report of the changed text, if that many mistakes are gone.
fn better(before: &Report, text: &str, gone: usize, scope: &Scope) -> Option<Report> {
    let after = scope.check(text.as_bytes());
    let count = |report: &Report| scope.diagnostics(report).len();
    (gone > 0 && count(&after) + gone <= count(before) && after.errors() <= before.errors()).then_some(after)
}

/// Puts a text into a file, as a whole or not at all.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // What a link leads to is replaced, not the link.
    let path = fs::canonicalize(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}
