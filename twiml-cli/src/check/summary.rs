//! The last line: what was looked at, and what was found.

use twiml_check::xml::Diagnostic;
use twiml_core::vocabulary::Severity;

use super::Scope;
use crate::{Outcome, arguments};

#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    pub(super) files: usize,
    /// Files that are no TwiML.
    pub(super) others: usize,
    /// What could not be looked at, or not written.
    pub(super) failed: usize,
    pub(super) fixes: usize,
    errors: usize,
    warnings: usize,
    findings: usize,
}

impl Summary {
    pub(super) fn count(&mut self, diagnostics: &[Diagnostic<'_>], scope: &Scope) {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
        self.errors += errors;
        self.warnings += diagnostics.len() - errors;
        self.findings += diagnostics.iter().filter(|diagnostic| scope.is_finding(diagnostic)).count();
    }

    pub(super) const fn outcome(&self, dry_run: bool) -> Outcome {
        if self.failed > 0 {
            Outcome::Failed
        } else if self.findings > 0 || dry_run && self.fixes > 0 {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }

    pub(super) fn line(&self, arguments: &arguments::Check) -> String {
        let mut parts = vec![format!("{} checked", counted(self.files, "document"))];
        if arguments.fix {
            let done = if arguments.dry_run { "to be made" } else { "made" };
            parts.push(format!("{} {done}", counted_as(self.fixes, "fix", "fixes")));
        }
        let left = if arguments.fix { " left" } else { "" };
        match (self.errors, self.warnings) {
            (0, 0) => parts.push(format!("nothing wrong{left}")),
            (errors, 0) => parts.push(format!("{}{left}", counted(errors, "error"))),
            (0, warnings) => parts.push(format!("{}{left}", counted(warnings, "warning"))),
            (errors, warnings) => {
                parts.push(format!("{} and {}{left}", counted(errors, "error"), counted(warnings, "warning")));
            }
        }
        if self.others > 0 {
            parts.push(format!("{} that are no TwiML passed over", counted(self.others, "file")));
        }
        if self.failed > 0 {
            parts.push(format!("{} failed", self.failed));
        }
        parts.join(", ")
    }
}

fn counted(number: usize, name: &str) -> String {
    counted_as(number, name, &format!("{name}s"))
}

fn counted_as(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
