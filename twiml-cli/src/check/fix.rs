//! `twiml check --fix`: what was mended, and back into the file with it.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use tempfile::NamedTempFile;
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
