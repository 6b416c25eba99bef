//! Files: what is read of them, what is said of them, and what they cannot do.

mod faults;
mod hostile;
mod oracle;
mod templates;

use std::fmt::Write as _;

use super::{Report, check};

/// `line:column code token`, one line each.
fn said(report: &Report) -> Vec<String> {
    let line = |diagnostic: super::Diagnostic<'_>| {
        let start = diagnostic.start();
        format!("{}:{} {} {}", start.line, start.column, diagnostic.code(), diagnostic.text())
    };
    report.diagnostics().map(line).collect()
}

/// Documents and what is said of them.
fn assert_said(table: &[(&str, &[&str])]) {
    let mut failures = String::new();
    for (source, expected) in table {
        let found = said(&check(source));
        if found != *expected {
            writeln!(failures, "\n{source}\n  found    {found:?}\n  expected {expected:?}")
                .expect("a string takes everything");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
