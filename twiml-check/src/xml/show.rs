//! Diagnostics under the source, as rustc shows them.

use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use twiml_core::vocabulary::Severity;

use super::{
    report::{Diagnostic, Report},
    scan::floor,
};

/// More of them at once are noise.
const LIMIT: usize = 30;

/// A diagnostic under its line of the source. `path` is what the source is called, if it has a name.
///
/// ```
/// use annotate_snippets::Renderer;
/// use twiml_check::xml::{check, show};
///
/// let report = check("<Response><Hangup/><Say>Hello</Say></Response>");
/// let shown = show(&report.diagnostics().next().unwrap(), Some("bye.xml"), &Renderer::plain());
/// assert!(shown.starts_with("warning[after-hangup]: "));
/// assert!(shown.contains("--> bye.xml:1:21"));
/// ```
#[must_use]
pub fn show(diagnostic: &Diagnostic<'_>, path: Option<&str>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message()).id(diagnostic.code());
    let (excerpt, line, range) = excerpt(diagnostic.report(), diagnostic.range());
    let snippet = Snippet::source(excerpt).line_start(line).path(path.unwrap_or("document"));
    let mut group: Group<'_> = title.element(snippet.annotation(AnnotationKind::Primary.span(range)));
    for help in diagnostic.help_lines() {
        group = group.element(Level::HELP.message(help));
    }
    for note in diagnostic.notes() {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    renderer.render(&[group])
}

/// The lines that hold a range, the number of the first one, and the range in them: what is shown costs no more than what
/// there is to see.
fn excerpt(report: &Report, range: Range<usize>) -> (&str, usize, Range<usize>) {
    let source = report.source();
    let lines = report.lines();
    let (first, start) = lines.line(range.start);
    let (last, _) = lines.line(range.end.max(range.start));
    let end = lines.start(last + 1).unwrap_or(source.len());
    let excerpt = source.get(start..end).unwrap_or_default();
    let within = |offset: usize| floor(excerpt, offset.saturating_sub(start));
    (excerpt, first + 1, within(range.start)..within(range.end))
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let renderer = Renderer::plain();
        for diagnostic in self.diagnostics().take(LIMIT) {
            writeln!(f, "{}\n", show(&diagnostic, None, &renderer))?;
        }
        let (errors, warnings) = (self.errors(), self.warnings());
        write!(f, "{}", summary(errors, warnings))
    }
}

fn summary(errors: usize, warnings: usize) -> String {
    let count = |number: usize, name: &str| format!("{number} {name}{}", if number == 1 { "" } else { "s" });
    match (errors, warnings) {
        (0, 0) => "nothing is wrong".to_owned(),
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}
