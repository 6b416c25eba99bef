//! What becomes of a file: it is replaced, or a diff shows what would change.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use similar::TextDiff;
use tempfile::NamedTempFile;

use crate::input::Input;

/// Puts a text into a file, as a whole or not at all.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
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

/// Prints what would change.
pub(crate) fn diff(input: &Input, before: &str, after: &str) -> io::Result<()> {
    let name = input.name();
    let diff = TextDiff::from_lines(before, after);
    let mut diff = diff.unified_diff();
    diff.header(&format!("a/{name}"), &format!("b/{name}"));
    io::stdout().lock().write_all(diff.to_string().as_bytes())
}
