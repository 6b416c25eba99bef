//! Annotations of GitHub Actions.

use std::fmt::Write as _;

use twiml_check::xml::Diagnostic;

use crate::{check::format::severity, input::Input};

pub(super) fn lines(input: &Input, diagnostics: &[Diagnostic<'_>]) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        let (start, end) = (diagnostic.start(), diagnostic.end());
        let mut properties = format!("file={},line={},col={}", property(&input.name()), start.line, start.column);
        if start.line == end.line {
            // The last column, not the one behind it.
            let last = end.column.saturating_sub(1).max(start.column);
            let _ = write!(properties, ",endColumn={last}");
        }
        let mut message = diagnostic.message();
        for help in diagnostic.help_lines() {
            let _ = write!(message, "\nhelp: {help}");
        }
        for note in diagnostic.notes() {
            let _ = write!(message, "\nnote: {note}");
        }
        let (kind, code) = (severity(diagnostic), property(diagnostic.code()));
        let _ = writeln!(lines, "::{kind} {properties},title={code}::{}", data(&message));
    }
    lines
}

/// What stands behind the last colons, in one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands before them.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
