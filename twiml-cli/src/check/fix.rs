//! `twiml check --fix`: what there is one way to mend is mended.

use std::{
    fmt, fs,
    io::{self, Write as _},
    path::Path,
};

use tempfile::NamedTempFile;
use twiml_check::xml::{Change, Position, Report, apply};
use twiml_core::vocabulary::Severity;

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
    severity: Severity,
    changes: Vec<Change>,
}

/// So many bytes are checked again for one document, whatever its size; who makes very many mistakes that stand in each other's
/// way has the rest mended by the next run.
const BUDGET: usize = 1 << 26;

/// Mends a document until there is nothing left that has one way to be mended.
pub(super) fn fix(report: Report, scope: &Scope) -> Fixed {
    let mut fixed = Fixed { before: report.source().to_owned(), report, done: Vec::new() };
    let mut budget = BUDGET;
    loop {
        let possible = fixes(&fixed.report, scope);
        let Some((report, done)) = attempt(&fixed.report, possible, scope, &mut budget) else { return fixed };
        fixed.report = report;
        fixed.done.extend(done);
    }
}

fn fixes(report: &Report, scope: &Scope) -> Vec<Fix> {
    let diagnostics = scope.diagnostics(report).into_iter();
    let fixes = diagnostics.filter_map(|diagnostic| {
        let done = Done { position: diagnostic.start(), code: diagnostic.code(), message: diagnostic.message() };
        Some(Fix { done, severity: diagnostic.severity(), changes: diagnostic.only_fix()? })
    });
    fixes.collect()
}

/// Does all changes that do not meet, if there is less to say of the document then; or else as many of them as can be done
/// together.
fn attempt(before: &Report, mut fixes: Vec<Fix>, scope: &Scope, budget: &mut usize) -> Option<(Report, Vec<Done>)> {
    *budget = budget.checked_sub(before.source().len())?;
    let groups: Vec<&[Change]> = fixes.iter().map(|fix| fix.changes.as_slice()).collect();
    let (text, taken) = apply(before.source(), &groups);
    let gone = |severity| fixes.iter().zip(&taken).filter(|(fix, taken)| **taken && fix.severity == severity).count();
    let gone = Count { errors: gone(Severity::Error), warnings: gone(Severity::Warning) };
    let after = scope.check(text.as_bytes());
    if gone.is_kept(Count::of(before, scope), Count::of(&after, scope)) {
        let done = fixes.into_iter().zip(taken).filter(|(_, taken)| *taken).map(|(fix, _)| fix.done);
        return Some((after, done.collect()));
    }
    if fixes.len() < 2 {
        return None;
    }
    let rest = fixes.split_off(fixes.len() / 2);
    attempt(before, fixes, scope, budget).or_else(|| attempt(before, rest, scope, budget))
}

/// How much there is to say of a document.
#[derive(Clone, Copy)]
struct Count {
    errors: usize,
    warnings: usize,
}

impl Count {
    fn of(report: &Report, scope: &Scope) -> Self {
        let diagnostics = scope.diagnostics(report);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
        Self { errors, warnings: diagnostics.len() - errors }
    }

    /// Whether so many are really gone: an error may leave a warning behind, and nothing else comes.
    const fn is_kept(self, before: Self, after: Self) -> bool {
        let errors = after.errors + self.errors <= before.errors;
        let warnings = self.errors > 0 || after.warnings + self.warnings <= before.warnings;
        errors && warnings && self.errors + self.warnings > 0
    }
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
